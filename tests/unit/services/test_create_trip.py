"""A trip of one's own: from a form, and from an earlier one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.dates import DateError, EdtfDate
from geleit.domain.status import RequestStatus
from geleit.domain.validation import trip_problems
from geleit.services.create_trip import (
    NewStation,
    NewTrip,
    NewTripError,
    build_new_trip,
    copy_trip,
    create_trip,
    may_create_trips,
    moved_trip,
    read_date,
)
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import read_stored_trip
from geleit.services.guard import Actor
from geleit.services.once import take_form, taken_before
from geleit.services.search_places import search_places
from geleit.store.models import TripRole, TripRow
from tests.unit.web.organiser.people import NOW, hosted_trip, member, store

HANOI, SAIGON, ERFURT = (search_places(name=name)[0].id for name in ("Hanoi", "Saigon", "Erfurt"))
STATIONS = (NewStation(place=HANOI, name="Hanoi"), NewStation(place=SAIGON, name="Ho Chi Minh City"))
VIETNAM = NewTrip(
    title="Vietnam 2027",
    start=read_date(text="2027-03-07"),
    end=read_date(text="14.03.2027"),
    home=ERFURT,
    stations=STATIONS,
)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("7.3.2027", "2027-03-07"),
        ("07. März 2027", "2027-03-07"),
        ("März 2027", "2027-03"),
        ("May 2027", "2027-05"),
        ("5/2027", "2027-05"),
        ("2027", "2027"),
        ("2027-03-07/2027-03-08", "2027-03-07/2027-03-08"),
        (" 2027-03 ", "2027-03"),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, edtf: str) -> None:
    assert read_date(text=text) == EdtfDate.parse(edtf)


@pytest.mark.parametrize("text", ["", "31.6.2027", "soon", "12.13.2027", "Märzz 2027"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_date(text=text)


def test_a_trip_of_known_days_can_be_planned_and_says_what_is_assumed() -> None:
    trip = build_new_trip(VIETNAM, "vietnam-2027")

    assert [problem.code for problem in trip_problems(trip) if not problem.is_warning] == []
    assert [(leg.origin, leg.destination, str(leg.departures[0])) for leg in trip.legs] == [
        (None, "hanoi", "2027-03-07 10:00-10:00"),
        ("hanoi", "ho-chi-minh-city", "2027-03-11 13:00-16:00"),
        ("ho-chi-minh-city", None, "2027-03-14 17:00-17:00"),
    ]
    assert [str(station.dates) for station in trip.stations] == [
        "2027-03-08 to 2027-03-11",
        "2027-03-11 to 2027-03-14",
    ]
    assert trip.assumed == {"legs", "frame"}
    assert [place.assumed >= {"lat", "lon"} for place in trip.places] == [True] * 3


def test_nights_that_are_given_are_kept() -> None:
    stations = (replace(STATIONS[0], nights=1), STATIONS[1])

    trip = build_new_trip(replace(VIETNAM, stations=stations), "x")

    assert trip.legs[1].departures[0].day == date(2027, 3, 9)


def test_of_a_month_the_days_are_assumed_and_no_station_claims_one() -> None:
    month = read_date(text="March 2027")

    trip = build_new_trip(replace(VIETNAM, start=month, end=month), "x")

    assert str(trip.dates) == "2027-03 to 2027-03"
    assert [station.dates for station in trip.stations] == [None, None]
    assert trip.legs[0].departures[0].day == date(2027, 3, 7)
    assert [problem.code for problem in trip_problems(trip) if not problem.is_warning] == []


@given(
    start=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    days=st.integers(8, 30),
    nights=st.lists(st.one_of(st.none(), st.integers(1, 2)), min_size=1, max_size=3),
)
def test_any_trip_with_room_for_its_stations_is_valid(
    start: date, days: int, nights: list[int | None]
) -> None:
    stations = tuple(
        NewStation(place=(HANOI, SAIGON)[number % 2], name=f"Stop {number}", nights=each)
        for number, each in enumerate(nights)
    )
    end = EdtfDate.of(start + timedelta(days=days))

    trip = build_new_trip(replace(VIETNAM, start=EdtfDate.of(start), end=end, stations=stations), "x")

    assert [problem.code for problem in trip_problems(trip) if not problem.is_warning] == []


def test_an_earlier_trip_on_other_days_has_no_people_and_no_answers() -> None:
    earlier = hosted_trip()

    trip = moved_trip(earlier, "again", "Again", read_date(text="2026-05-17"))

    days = (date(2026, 5, 17) - earlier.dates.earliest).days
    assert trip.legs[0].departures[0].day == earlier.legs[0].departures[0].day + timedelta(days=days)  # type: ignore[operator] # every leg of it has a day
    assert (trip.delegates, trip.organisations, trip.pins) == ((), (), ())
    assert {item.request.status for item in trip.items} == {RequestStatus.REQUESTED}
    assert [item.id for item in trip.items] == [item.id for item in earlier.items]
    assert trip.hosts == earlier.hosts


@pytest.mark.django_db
def test_who_begins_a_trip_owns_it_and_a_second_of_the_name_gets_another_id() -> None:
    account = member(store(), "organiser")
    actor = Actor(name=account.email, account=account.pk)

    first = create_trip(new=VIETNAM, by=actor, now=NOW)
    second = create_trip(new=VIETNAM, by=actor, now=NOW)

    assert (first.key, second.key) == ("vietnam-2027", "vietnam-2027-2")
    assert read_stored_trip(key="vietnam-2027") == build_new_trip(VIETNAM, "vietnam-2027")
    assert TripRole.objects.get(trip=first, account=account).role == "owner"


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["partner", "reader"])
def test_partners_and_readers_begin_none(role: str) -> None:
    account = member(store(), role)

    assert not may_create_trips(account=account.pk)
    with pytest.raises(FaultError, match="begun by those who own or organise"):
        create_trip(new=VIETNAM, by=Actor(name=account.email, account=account.pk), now=NOW)


@pytest.mark.django_db
def test_a_trip_that_is_too_short_for_its_way_is_refused_whole() -> None:
    account = member(store())
    short = replace(VIETNAM, end=read_date(text="2027-03-08"))

    with pytest.raises(NewTripError) as refused:
        create_trip(new=short, by=Actor(name=account.email, account=account.pk), now=NOW)

    assert [problem.code.value for problem in refused.value.problems] == ["legs_overlap"]
    assert TripRow.objects.count() == 1


@pytest.mark.django_db
def test_a_copy_needs_a_role_in_the_earlier_trip() -> None:
    account = member(store())
    foreign = store(hosted_trip(), id="foreign")
    actor = Actor(name=account.email, account=account.pk)
    start = read_date(text="2026-05-17")

    copied = copy_trip(source="tiny", title="Tiny again", start=start, by=actor, now=NOW)

    assert copied.key == "tiny-again"
    with pytest.raises(NotFoundError, match="There is no trip 'foreign'"):
        copy_trip(source=foreign.key, title="Mine", start=start, by=actor, now=NOW)


@pytest.mark.django_db
def test_a_form_sent_twice_makes_one_trip() -> None:
    by = Actor(name="olga", account=member(store()).pk)

    rows = [create_trip(new=VIETNAM, by=by, now=NOW, once="the-same-form") for _ in range(2)]
    other = create_trip(new=VIETNAM, by=by, now=NOW, once="another-form")

    assert [row.key for row in (*rows, other)] == ["vietnam-2027", "vietnam-2027", "vietnam-2027-2"]


@pytest.mark.django_db
def test_a_copy_sent_twice_makes_one_trip() -> None:
    by = Actor(name="olga", account=member(store()).pk)

    rows = [
        copy_trip(source="tiny", title="Again", start=read_date(text="1.6.2027"), by=by, now=NOW, once="form")
        for _ in range(2)
    ]

    assert rows[0] == rows[1]
    assert TripRow.objects.count() == 2


@pytest.mark.django_db
def test_a_form_is_taken_by_the_one_it_was_shown_to() -> None:
    trip = store()
    olga, otto = (Actor(name=name, account=member(trip, name=name).pk) for name in ("olga", "otto"))
    create_trip(new=VIETNAM, by=olga, now=NOW, once="form")

    assert taken_before(token="form", by=olga) == "vietnam-2027"  # noqa: S106 # of a form
    assert taken_before(token="form", by=otto) is None  # noqa: S106 # of a form


@pytest.mark.django_db
def test_the_store_itself_refuses_a_second_taking() -> None:
    by = Actor(name="olga", account=member(store()).pk)
    take_form(token="form", subject="one", by=by, now=NOW)  # noqa: S106 # of a form

    with pytest.raises(IntegrityError):
        take_form(token="form", subject="two", by=by, now=NOW)  # noqa: S106 # of a form
