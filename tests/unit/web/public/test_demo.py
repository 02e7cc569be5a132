from dataclasses import replace

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from geleit.store.models import Account, AuditEntry, TripRole, TripRow
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db


def test_the_clock_is_moved_and_every_page_says_so(client: Client) -> None:
    response = client.post("/demo/", {"day": "2025-04-07"}, follow=True)

    assert "Heute ist hier Montag, 7. April 2025." in response.content.decode()
    assert "Montag, 7. April 2025" in client.get("/de/").content.decode()
    assert AuditEntry.objects.filter(action="set_demo_clock").count() == 1


@pytest.mark.parametrize(
    "day", ["", "2025-02-30", "2024-12-31", "2027-01-01", "morgen", "2025-04-07T10:00", "9" * 500]
)
def test_what_is_no_day_is_refused_and_named(client: Client, day: str) -> None:
    response = client.post("/demo/", {"day": day})

    assert response.status_code == 400
    assert 'href="#id_day"' in response.content.decode()
    assert AuditEntry.objects.count() == 0


def test_it_needs_the_pages_token() -> None:
    assert Client(enforce_csrf_checks=True).post("/demo/", {"day": "2025-04-07"}).status_code == 403


def test_outside_a_demonstration_there_is_neither_page_nor_bar(client: Client, settings: Settings) -> None:
    settings.GELEIT = replace(settings.GELEIT, demo=False)
    publish()

    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"day": "2025-04-07"}).status_code == 404
    assert "gl-demo" not in client.get("/de/trips/tiny/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_accounts_are_explained_in_as_many_queries_however_many_there_are(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    publish()
    trip = TripRow.objects.get()
    for number in range(count):
        account = Account.objects.create_user(f"a{number}@demo.example", name=f"Demo {number}", is_demo=True)
        TripRole.objects.create(trip=trip, account=account, role="reader")
    Account.objects.create_user("real@agentur.example", name="Echte Person")
    client.get("/demo/")

    with django_assert_num_queries(4):
        page = client.get("/demo/").content.decode()

    assert page.count("Liest alles, ändert nichts.") == count
    assert "Echte Person" not in page
