"""The lists of items, hosts and delegates: shown, changed in place, pasted, given out."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from geleit.services.find_trip import read_stored_trip
from geleit.store.models import AuditEntry, DelegateRow, HostRow, ItemRow, SharedKind
from geleit.tripfile.lists import KEYS, list_workbook
from tests.unit.web.organiser.people import hosted_trip, member, share, store

pytestmark = pytest.mark.django_db
QUERIES = 18
"""Session, account, role, the trip in 14, the versions of the rows."""


def form_of(client: Client, address: str) -> dict[str, object]:
    """Return what the form at an address would send unchanged."""
    form = client.get(address).context["form"]
    found: dict[str, object] = {"version": form.initial["version"]}
    for name in form.by_name:
        value = form.initial[name]
        if value is not False:
            found[name] = "x" if value is True else value
    return found


@pytest.mark.parametrize("key", KEYS)
def test_a_list_takes_the_same_queries_however_long(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, key: str
) -> None:
    client.force_login(member(store()))

    with django_assert_num_queries(QUERIES):
        response = client.get(f"/organise/tiny/{key}/")

    assert response.status_code == 200
