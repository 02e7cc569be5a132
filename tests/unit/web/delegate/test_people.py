"""Fellow delegates: only those who agreed, and of them no more than they agreed to."""

from dataclasses import replace

import pytest
from django.test import Client

from geleit.domain.people import Organisation
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.services.answer_as_delegate import set_listed
from geleit.services.guard import SYSTEM
from geleit.store.models import AuditEntry, DelegatePage
from tests.factories import change_delegate, make_trip
from tests.unit.web.delegate.visits import NOW, link_of, set_clock, text
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db


def trip_with_companies() -> Trip:
    trip = replace(
        make_trip(), organisations=(Organisation(id="lens", name=Text.of("Lens GmbH"), town="Jena"),)
    )
    return change_delegate(trip, "bert", organisation="lens", function=Text.of("Chef"))


@pytest.fixture
def path() -> str:
    """Give Anna's link."""
    set_clock(NOW)
    return link_of(publish(trip_with_companies()).trip)


def test_nobody_but_the_heads_is_seen_before_agreeing(client: Client, path: str) -> None:
    page = text(client, f"{path}people/")

    assert [name for name in ("Head", "Bert", "Clara", "Gina", "Lens") if f"<h2>{name}" in page] == ["Head"]


def test_who_agrees_is_seen_with_function_organisation_and_town(client: Client, path: str) -> None:
    bert = link_of(DelegatePage.objects.get().trip, "bert")

    client.post(f"{bert}listed/", {"listed": "yes"})
    page = text(client, f"{path}people/")

    assert "<h2>Bert</h2><p>Chef, Lens GmbH, Jena</p>" in page
    assert "bert@company.example" not in page
    assert "<h2>Clara" not in page


def test_who_takes_it_back_is_seen_no_longer(client: Client, path: str) -> None:
    set_listed(trip="tiny", delegate="bert", is_listed=True, by=SYSTEM, now=NOW)
    bert = link_of(DelegatePage.objects.first().trip, "bert")  # type: ignore[union-attr] # the fixture made one

    answer = client.post(f"{bert}listed/", {"listed": "no"})

    assert answer.headers["Location"] == f"{bert}people/?done=unlisted"
    assert "<h2>Bert" not in text(client, f"{path}people/")
    assert AuditEntry.objects.filter(action="set_listed").count() == 2


def test_saying_the_same_again_leaves_no_trace(client: Client, path: str) -> None:
    client.post(f"{path}listed/", {"listed": "no"})

    assert not AuditEntry.objects.filter(action="set_listed").exists()


def test_one_does_not_see_oneself_in_the_list(client: Client, path: str) -> None:
    client.post(f"{path}listed/", {"listed": "yes"})

    page = text(client, f"{path}people/")

    assert "<h2>Anna" not in page
    assert "Mitreisende sehen Sie." in page
