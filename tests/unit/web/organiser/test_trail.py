"""The audit trail and the personal links of a trip."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from geleit.services.audit import record_audit
from geleit.services.guard import SYSTEM, Actor
from geleit.services.list_links import LinkState, list_links
from geleit.services.personal_links import make_link, revoke_link
from geleit.store.models import AuditEntry, PersonalLink, TripRow
from tests.unit.web.organiser.people import NOW, member, store

pytestmark = pytest.mark.django_db
AUDIT, LINKS = "/organise/tiny/audit/", "/organise/tiny/links/"
OLGA = Actor(name="olga@agency.example")


@pytest.fixture
def trip(client: Client) -> TripRow:
    made = store()
    client.force_login(member(made, "owner"))
    AuditEntry.objects.all().delete()
    return made


def entry(
    trip: TripRow, number: int = 0, action: str = "save_part", by: Actor = OLGA, **changes: object
) -> None:
    given = {"before": {"label": "old"}, "after": {"label": "new"}, **changes}
    record_audit(
        action=action, subject=f"items:i{number}", by=by, now=NOW + timedelta(days=number), trip=trip, **given
    )


def link(trip: TripRow, subject: str = "anna") -> str:
    return make_link(
        purpose="delegate",
        subject=subject,
        expires_at=NOW + timedelta(days=9),
        by=SYSTEM,
        now=NOW,
        trip=trip,
        label=subject,
    )


@pytest.mark.parametrize("entries", [1, 3])
def test_the_trail_takes_as_many_queries_for_one_as_for_three(
    client: Client, trip: TripRow, entries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(entries):
        entry(trip, number)

    with django_assert_num_queries(7):
        page = client.get(AUDIT)

    assert page.content.count(b"or-when") == entries


def test_an_entry_says_who_when_what_and_from_what_to_what(client: Client, trip: TripRow) -> None:
    entry(trip)

    page = client.get(AUDIT, headers={"accept-language": "en"}).content.decode()

    assert "olga@agency.example" in page
    assert "<del>old</del> → <ins>new</ins>" in page
    assert "3 March 2025<br>10:00:00" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("actor=olga", ["items:i2", "items:i0"]),
        ("action=publish_programme", ["items:i1"]),
        ("subject=i2", ["items:i2"]),
        ("since=2025-03-04", ["items:i2", "items:i1"]),
        ("until=2025-03-04", ["items:i1", "items:i0"]),
        ("since=2025-03-04&until=2025-03-04", ["items:i1"]),
        ("actor=nobody", []),
        ("page=999999", ["items:i2", "items:i1", "items:i0"]),
        ("page=-1", ["items:i2", "items:i1", "items:i0"]),
        ("since=31.+Juni&action=%00", ["items:i2", "items:i1", "items:i0"]),
        ("until=9999-12-31", ["items:i2", "items:i1", "items:i0"]),
    ],
)
def test_the_trail_is_filtered_by_person_kind_and_time(
    client: Client, trip: TripRow, query: str, found: list[str]
) -> None:
    entry(trip, 0)
    entry(trip, 1, action="publish_programme", by=SYSTEM)
    entry(trip, 2)

    page = client.get(f"{AUDIT}?{query}").content.decode()

    assert [
        subject for subject in ("items:i2", "items:i1", "items:i0") if f"<code>{subject}</code>" in page
    ] == found


def test_the_trail_of_another_trip_is_not_in_it(client: Client, trip: TripRow) -> None:
    entry(store(id="other"), 7)

    page = client.get(AUDIT).content.decode()

    assert "items:i7" not in page
    assert trip.key == "tiny"


def test_the_trail_is_exported_as_it_is_filtered_and_that_is_recorded(client: Client, trip: TripRow) -> None:
    entry(trip, 0)
    entry(trip, 1, after={"label": "=1+1"}, before=None)

    answer = client.get(f"{AUDIT[:-1]}.csv?subject=i1")

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["subject"], row["after"]) for row in rows] == [("items:i1", '{"label": "=1+1"}')]
    assert AuditEntry.objects.filter(action="export_audit").count() == 1


def test_no_cell_of_the_export_is_a_formula(client: Client, trip: TripRow) -> None:
    entry(trip, by=Actor(name="=HYPERLINK(1)"))

    rows = list(csv.DictReader(io.StringIO(client.get(f"{AUDIT[:-1]}.csv").content.decode("utf-8-sig"))))

    assert [row["actor"] for row in rows] == ["'=HYPERLINK(1)"]


def test_a_script_in_the_trail_is_text(client: Client, trip: TripRow) -> None:
    entry(trip, after={"label": "<script>alert(1)</script>"})

    page = client.get(AUDIT).content.decode()

    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("links", [1, 3])
def test_the_list_of_links_takes_as_many_queries_for_one_as_for_three(
    client: Client, trip: TripRow, links: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(links):
        link(trip, f"person{number}")

    with django_assert_num_queries(5):
        page = client.get(LINKS)

    assert page.content.count(b'scope="row"') == links


def test_no_page_knows_a_link_itself(client: Client, trip: TripRow) -> None:
    token = link(trip)

    assert token not in client.get(LINKS).content.decode()


def test_a_link_is_taken_back(client: Client, trip: TripRow) -> None:
    link(trip)
    row = PersonalLink.objects.get()

    client.post(f"{LINKS}{row.pk}/revoke/")

    row.refresh_from_db()
    assert row.revoked_at is not None
    assert AuditEntry.objects.filter(action="revoke_link", actor="owner@agency.example").count() == 1


def test_a_link_of_another_trip_is_not_there(client: Client, trip: TripRow) -> None:
    link(store(id="other"))
    row = PersonalLink.objects.get()

    assert client.post(f"{LINKS}{row.pk}/revoke/").status_code == 404
    row.refresh_from_db()
    assert (row.revoked_at, trip.key) == (None, "tiny")


def test_links_are_good_then_expired_or_taken_back(trip: TripRow) -> None:
    link(trip, "anna")
    link(trip, "bert")
    revoke_link(link=PersonalLink.objects.get(subject="bert").pk, by=SYSTEM, now=NOW)

    states = [
        [line.state for line in list_links(trip=trip.pk, now=NOW + timedelta(days=days))]
        for days in (0, 8, 9)
    ]

    assert states == [
        [LinkState.REVOKED, LinkState.GOOD],
        [LinkState.REVOKED, LinkState.GOOD],
        [LinkState.REVOKED, LinkState.EXPIRED],
    ]
