"""Windows that never open, places nobody reaches, items and the people they need."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.items import Pin, PinKind
from geleit.domain.kinds import Attendance, ItemKind, Role
from geleit.domain.people import Group, Presence
from geleit.domain.status import NameListStatus, RequestStatus
from geleit.domain.text import Text
from geleit.domain.trip import CalendarOverride, Frame, Trip
from geleit.domain.validation import TripProblem, message_of, trip_problems
from geleit.domain.validation import TripProblemCode as Code
from geleit.domain.windows import Clock
from tests.factories import change_delegate, change_item, instant, make_place, make_trip, window

Path = tuple[str | int, ...]


def found(trip: Trip) -> list[tuple[Code, Path, bool]]:
    return [(each.code, each.path, each.is_warning) for each in trip_problems(trip)]


def item(name: str, **changes: Any) -> Trip:
    return change_item(make_trip(), name, **changes)


def confirmed(name: str, *slots: str, **changes: Any) -> Trip:
    request = HostRequest(status=RequestStatus.CONFIRMED, slots=tuple(map(instant, slots)))
    return item(name, request=request, **changes)


def far(km_north: float) -> Trip:
    trip = make_trip()
    place = make_place("far-house", 38.9 + km_north / 111, -77.03, region="DC")
    return change_item(replace(trip, places=(*trip.places, place)), "acme", place="far-house")


HOLIDAY = CalendarOverride(country="US", closed=frozenset({date(2025, 5, 19)}))
GOOD = window("2025-05-19 13:00-17:30")


@pytest.mark.parametrize(
    ("trip", "wanted"),
    [
        (
            item("acme", windows=(window("2025-05-19 13:00-14:00"),)),
            (Code.WINDOW_TOO_SHORT, ("items", "acme", "windows", 0), False),
        ),
        (
            item("acme", windows=(window("2025-05-19 13:00-14:00"), GOOD)),
            (Code.WINDOW_TOO_SHORT, ("items", "acme", "windows", 0), True),
        ),
        (
            item("gamma", windows=(), duration_min=700),
            (Code.WINDOW_TOO_SHORT, ("items", "gamma", "windows"), False),
        ),
        (
            item("acme", windows=(window("2025-05-21 09:00-12:00"),)),
            (Code.WINDOW_OUTSIDE_STAY, ("items", "acme", "windows", 0), False),
        ),
        (
            item("acme", windows=(window("2025-05-21 09:00-12:00"), GOOD)),
            (Code.WINDOW_OUTSIDE_STAY, ("items", "acme", "windows", 0), True),
        ),
        (
            item("acme", windows=(window("2025-05-18 13:00-18:30"),)),
            (Code.WINDOW_OUTSIDE_STAY, ("items", "acme", "windows", 0), False),
        ),
        (
            item("acme", windows=(window("2025-05-18 17:00-22:00"),)),
            (Code.WINDOW_CLOSED, ("items", "acme", "windows", 0), False),
        ),
        (
            item("acme", windows=(window("2025-05-18 17:00-22:00"), GOOD)),
            (Code.WINDOW_CLOSED, ("items", "acme", "windows", 0), True),
        ),
        (
            replace(make_trip(), calendar=(HOLIDAY,)),
            (Code.WINDOW_CLOSED, ("items", "acme", "windows", 0), False),
        ),
        (
            item("acme", windows=(window("2025-05-19 05:00-07:30"),)),
            (Code.WINDOW_OUTSIDE_FRAME, ("items", "acme", "windows", 0), False),
        ),
        (
            item("acme", windows=(window("2025-05-19 21:15-23:30"),)),
            (Code.WINDOW_OUTSIDE_FRAME, ("items", "acme", "windows", 0), False),
        ),
        (far(400), (Code.UNREACHABLE, ("items", "acme", "place"), False)),
        (
            confirmed("acme", "2025-05-21 13:00"),
            (Code.SLOT_OUTSIDE_STAY, ("items", "acme", "request", "slots", 0), False),
        ),
        (
            confirmed("acme", "2025-05-19 06:00"),
            (Code.SLOT_OUTSIDE_FRAME, ("items", "acme", "request", "slots", 0), False),
        ),
        (
            confirmed("acme", "2025-05-19 10:00"),
            (Code.SLOT_OUTSIDE_WINDOWS, ("items", "acme", "request", "slots", 0), True),
        ),
        (
            confirmed("acme", "2025-05-19 13:00", "2025-05-19 14:30", "2025-05-19 15:30"),
            (Code.TOO_MANY_SLOTS, ("items", "acme", "request", "slots"), True),
        ),
        (
            item(
                "acme",
                request=HostRequest(status=RequestStatus.TENTATIVE, slots=(instant("2025-05-19 13:00"),)),
            ),
            (Code.SLOTS_NOT_FIRM, ("items", "acme", "request", "slots"), True),
        ),
        (
            item("acme", must=True, request=HostRequest(status=RequestStatus.DECLINED)),
            (Code.MUST_NOT_PLACEABLE, ("items", "acme", "must"), False),
        ),
        (item("acme", min_people=4), (Code.PEOPLE_BACKWARDS, ("items", "acme", "min_people"), False)),
        (
            item("beta", min_people=7, max_people=None),
            (Code.TOO_FEW_PEOPLE, ("items", "beta", "min_people"), True),
        ),
        (
            item("beta", min_people=7, max_people=None, must=True),
            (Code.TOO_FEW_PEOPLE, ("items", "beta", "min_people"), False),
        ),
        (item("welcome", max_people=5), (Code.ALL_DO_NOT_FIT, ("items", "welcome", "max_people"), False)),
        (
            item("acme", attendance=Attendance.ALL, max_people=2),
            (Code.ALL_DO_NOT_FIT, ("items", "acme", "max_people"), False),
        ),
        (
            replace(item("gamma", attendance=Attendance.ALL), groups=make_trip().groups[:1]),
            (Code.SEATS_TOO_FEW, ("items", "gamma", "attendance"), False),
        ),
        (
            change_delegate(make_trip(), "head", role=Role.POLITICAL),
            (Code.NO_HEAD, ("items", "talk", "kind"), True),
        ),
        (
            change_item(change_delegate(make_trip(), "head", role=Role.POLITICAL), "talk", must=True),
            (Code.NO_HEAD, ("items", "talk", "kind"), False),
        ),
        (
            change_delegate(make_trip(), "head", presence=Presence(joins=instant("2025-05-20 13:00"))),
            (Code.NO_HEAD, ("items", "talk", "kind"), True),
        ),
        (
            item("briefing", languages=frozenset({"zh"})),
            (Code.NO_INTERPRETER, ("items", "briefing", "attendance"), False),
        ),
        (
            item("welcome", languages=frozenset({"zh"})),
            (Code.NO_INTERPRETER, ("items", "welcome", "attendance"), True),
        ),
        (
            item("university", languages=frozenset({"zh"})),
            (Code.NO_INTERPRETER, ("items", "university", "required_people"), True),
        ),
        (
            change_delegate(make_trip(), "clara", presence=Presence(leaves=instant("2025-05-21 09:00"))),
            (Code.REQUIRED_ABSENT, ("items", "university", "required_people"), False),
        ),
        (
            change_item(
                change_delegate(
                    change_delegate(
                        make_trip(), "clara", presence=Presence(joins=instant("2025-05-19 14:30"))
                    ),
                    "anna",
                    presence=Presence(leaves=instant("2025-05-19 16:00")),
                ),
                "beta",
                required_people=("anna", "clara"),
            ),
            (Code.REQUIRED_NEVER_TOGETHER, ("items", "beta", "required_people"), False),
        ),
        (
            item("university", roles=frozenset({Role.BUSINESS})),
            (Code.REQUIRED_NOT_ADMITTED, ("items", "university", "required_people"), False),
        ),
        (
            item("acme", required_people=("anna", "bert", "clara", "head")),
            (Code.REQUIRED_TOO_MANY, ("items", "acme", "required_people"), False),
        ),
        (
            item("university", name_list=NameList(status=NameListStatus.FROZEN, people=frozenset({"anna"}))),
            (Code.NOT_ON_LIST, ("items", "university", "required_people"), False),
        ),
    ],
)
def test_what_is_wrong_with_an_item_is_found(trip: Trip, wanted: tuple[Code, Path, bool]) -> None:
    assert wanted in found(trip)


@pytest.mark.parametrize(
    "trip",
    [
        item("acme", windows=(window("2025-05-18 18:30-22:00", on_closed_days=True),)),
        item("acme", kind=ItemKind.EXCHANGE, windows=(window("2025-05-18 18:30-22:00"),)),
        item("acme", windows=(window("13:00-17:30"),)),
        item("acme", windows=()),
        item(
            "acme",
            windows=(window("2025-05-19 23:00-25:00"),),
            request=HostRequest(status=RequestStatus.DECLINED),
        ),
        replace(
            item("welcome", windows=(window("2025-05-19 22:00-26:00"),)), frame=Frame(day=Clock(420, 26 * 60))
        ),
        far(60),
        confirmed("acme", "2025-05-19 13:30"),
        confirmed("gamma", "2025-05-19 08:00", windows=()),
        item("welcome", max_people=6),
        item("acme", attendance=Attendance.ALL, max_people=3),
        item("acme", languages=frozenset({"zh"})),
        change_delegate(
            item("briefing", languages=frozenset({"en"})), "ines", languages=frozenset({"en", "de"})
        ),
        item("university", name_list=NameList(status=NameListStatus.FROZEN, delta=frozenset({"clara"}))),
    ],
    ids=[
        "opens on a Sunday",
        "kind without office hours",
        "every day",
        "usual hours",
        "declined anyway",
        "late frame",
        "an hour away",
        "slot in window",
        "slot without windows",
        "all fit",
        "all fit in two sessions",
        "planner chooses who understands",
        "interpreter helps",
        "announced afterwards",
    ],
)
def test_what_can_be_is_no_error(trip: Trip) -> None:
    assert [each for each in trip_problems(trip) if not each.is_warning] == []


def test_nobody_travels_is_a_warning_alone() -> None:
    trip = item("welcome", max_people=1, min_people=1)

    assert found(replace(trip, delegates=(), items=trip.items[:1])) == [
        (Code.NO_DELEGATES, ("delegates",), True)
    ]


def test_a_time_that_is_pinned_makes_an_item_a_must() -> None:
    pin = Pin(kind=PinKind.TIME, item="talk", start=instant("2025-05-20 10:00"))
    trip = replace(change_delegate(make_trip(), "head", role=Role.POLITICAL), pins=(pin,))

    assert (Code.NO_HEAD, ("items", "talk", "kind"), False) in found(trip)


def test_a_place_on_another_clock_is_a_warning() -> None:
    trip = make_trip()
    places = tuple(
        replace(each, zone="America/Chicago") if each.id == "acme-house" else each for each in trip.places
    )

    assert (Code.ZONES_DIFFER, ("items", "acme", "place"), True) in found(replace(trip, places=places))


def test_a_closed_day_says_which() -> None:
    (problem,) = _of(Code.WINDOW_CLOSED, item("acme", windows=(window("2025-05-18 17:00-22:00"),)))

    assert message_of(problem) == (
        "window 2025-05-18 17:00-22:00 of 'acme' lies on days off only (2025-05-18)"
    )


def test_a_place_out_of_reach_says_how_far() -> None:
    (problem,) = _of(Code.UNREACHABLE, far(400))

    assert problem.available == 150
    assert problem.wanted is not None
    assert problem.wanted > 150


def test_seats_count_only_where_people_ride() -> None:
    trip = replace(make_trip(), groups=(Group(id="1", name=Text.of("1"), seats=1),))

    assert (
        _of(
            Code.SEATS_TOO_FEW,
            change_item(trip, "gamma", attendance=Attendance.ALL, place="hotel-washington"),
        )
        == []
    )


def _of(code: Code, trip: Trip) -> list[TripProblem]:
    return [each for each in trip_problems(trip) if each.code is code]
