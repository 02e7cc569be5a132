"""A trip at a glance, and the list of one's trips."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from geleit.domain.status import RequestStatus
from geleit.services.access import Member, find_member
from geleit.services.list_my_trips import list_my_trips
from geleit.services.read_cockpit import Cockpit, DueKind, Step, read_cockpit
from geleit.store.models import Account, SharedKind, TripRole, TripRow
from tests.factories import make_item, make_trip
from tests.unit.web.organiser.people import NOW, account, member, share, store
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def as_member(who: Account, trip: str = "tiny") -> Member:
    found = find_member(trip=trip, account=who.pk)
    assert found is not None
    return found


def seen_by(role: str, trip: TripRow | None = None) -> Cockpit:
    return read_cockpit(member=as_member(member(trip or store(), role)), today=TODAY)


def test_confirmed_of_requested_is_counted() -> None:
    found = seen_by("owner")

    assert (found.firm, found.asked, found.out, found.items) == (1, 6, 1, 7)
    assert found.requests == {
        RequestStatus.REQUESTED: 4,
        RequestStatus.CONFIRMED: 1,
        RequestStatus.IDEA: 1,
        RequestStatus.DECLINED: 1,
    }
    assert (found.seats, found.people) == (8, 6)


def test_deadlines_stand_in_order_with_the_days_left() -> None:
    found = seen_by("owner")

    assert [(due.kind, due.item, due.day, due.days) for due in found.dues] == [
        (DueKind.NAME_LIST, "university", date(2025, 3, 1), -2),
        (DueKind.ANSWER, "acme", date(2025, 3, 10), 7),
    ]


def test_what_to_do_next_is_said_with_figures() -> None:
    found = seen_by("organiser")

    assert [(todo.step, todo.count) for todo in found.todo] == [
        (Step.CHASE_ANSWERS, 1),
        (Step.SEND_NAME_LISTS, 1),
        (Step.ASK_HOSTS, 1),
        (Step.PLAN, 7),
    ]


@pytest.mark.parametrize("role", ["reader", "partner"])
def test_those_who_do_not_plan_are_given_nothing_to_do(role: str) -> None:
    assert seen_by(role).todo == ()


def test_a_partner_counts_what_is_shared_and_nothing_else() -> None:
    who = member(store(), "partner")
    share(who, (SharedKind.ITEM, "university"))

    found = read_cockpit(member=as_member(who), today=TODAY)

    assert [due.item for due in found.dues] == ["university"]
    assert (found.items, found.seats, found.people, found.applications, found.drafts) == (
        1,
        None,
        None,
        None,
        None,
    )


def test_a_partner_reads_no_name_that_is_not_shared(client: Client) -> None:
    client.force_login(member(store(), "partner"))

    page = client.get("/organise/tiny/").content.decode()

    assert [title for title in ("Acme", "Beta", "University", "Talk") if title in page] == []


def test_a_trip_that_is_empty_says_where_to_begin(client: Client) -> None:
    trip = store(make_trip(items=(), delegates=()))
    client.force_login(member(trip, "owner"))

    page = client.get("/organise/tiny/", headers={"accept-language": "en"}).content.decode()

    assert page.count('class="gl-empty"') == 4
    assert "Add the first items" in page


def test_published_versions_are_listed() -> None:
    version = publish(note="First")

    found = seen_by("reader", version.trip)

    assert [(one.number, one.note) for one in found.versions] == [(1, "First")]


@pytest.mark.parametrize("items", [1, 3])
def test_the_cockpit_takes_as_many_queries_for_one_item_as_for_three(
    client: Client, items: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    trip = store(make_trip(items=tuple(make_item(f"i{number}") for number in range(items)), delegates=()))
    client.force_login(member(trip, "owner"))

    with django_assert_num_queries(12):
        client.get("/organise/tiny/")


@pytest.mark.parametrize("trips", [1, 3])
def test_the_list_of_trips_takes_as_many_queries_for_one_as_for_three(
    client: Client, trips: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    who = account()
    for number in range(trips):
        TripRole.objects.create(trip=store(id=f"trip{number}"), account=who, role="owner")
    client.force_login(who)

    with django_assert_num_queries(4):
        page = client.get("/organise/")

    assert page.content.count(b'class="or-role"') == trips


def test_the_list_of_trips_has_those_one_has_a_role_in() -> None:
    who = member(store(), "organiser")
    member(store(id="other"), "owner", name="else")

    found = list_my_trips(account=who.pk)

    assert [(trip.head.key, trip.version, trip.asked, trip.firm, trip.undecided) for trip in found] == [
        ("tiny", None, 6, 1, 0)
    ]


def test_a_partner_reads_no_figures_in_the_list_of_trips() -> None:
    who = member(store(), "partner")

    found = list_my_trips(account=who.pk)[0]

    assert (found.asked, found.firm, found.undecided) == (None, None, None)


def test_somebody_without_a_trip_is_told_how_to_get_one(client: Client) -> None:
    client.force_login(account())

    page = client.get("/organise/", headers={"accept-language": "en"}).content.decode()

    assert "No trip yet" in page
