"""What must hold and cannot is proven at once, and named by the smallest set of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from geleit.domain.items import Item, ItemRule, Pin, PinKind, RuleKind
from geleit.domain.kinds import Attendance, DayPart
from geleit.domain.obstacles import ObstacleKind as Kind
from geleit.domain.trip import Trip
from geleit.planner.result import Infeasible, Solved
from geleit.planner.solve import Options, solve
from geleit.planner.why.clashes import clashing_pins, demand_clashes
from tests.factories import change_item, instant, make_item, make_trip, window


def talk(name: str, clock: str, **changes: Any) -> Item:
    given: dict[str, Any] = {
        "must": True,
        "place": "ministry",
        "required_people": ("anna",),
        "windows": (window(clock),),
        **changes,
    }
    return make_item(name, **given)


def trip_of(*items: Item, **changes: Any) -> Trip:
    trip = make_trip()
    return replace(trip, items=(*trip.items, *items), **changes)


def kinds(trip: Trip) -> list[list[Kind]]:
    return [sorted(thing.kind for thing in clash.obstacles) for clash in demand_clashes(trip)]


def test_two_musts_of_one_person_at_the_same_time_exclude_each_other() -> None:
    trip = trip_of(talk("one", "2025-05-20 09:30-10:30"), talk("two", "2025-05-20 10:00-11:00"))

    expected = [Kind.MUST, Kind.MUST, Kind.REQUIRED, Kind.REQUIRED, Kind.WINDOWS, Kind.WINDOWS]
    assert kinds(trip) == [sorted(expected)]
    answer = solve(trip, Options(rounds=1))
    assert isinstance(answer, Infeasible)
    assert answer.clashes == demand_clashes(trip)


def test_two_musts_of_one_person_with_time_for_the_way_between_are_planned() -> None:
    trip = trip_of(
        talk("one", "2025-05-20 08:30-09:30"), talk("two", "2025-05-20 10:30-11:30", place="beta-house")
    )

    assert demand_clashes(trip) == ()
    assert isinstance(solve(trip, Options(rounds=1, prove=False)), Solved)


def test_the_way_between_two_places_is_part_of_the_clash() -> None:
    near = trip_of(talk("one", "2025-05-20 08:30-09:30"), talk("two", "2025-05-20 09:30-10:30"))
    far = trip_of(
        talk("one", "2025-05-20 08:30-09:30"), talk("two", "2025-05-20 09:30-10:30", place="beta-house")
    )

    assert demand_clashes(near) == ()
    assert len(demand_clashes(far)) == 1


def test_three_musts_of_one_person_of_which_any_two_would_do() -> None:
    three = [talk(name, "2025-05-20 08:30-11:00") for name in ("one", "two", "three")]

    assert len(kinds(trip_of(*three))) == 1
    assert kinds(trip_of(*three[:2])) == []


def test_two_sessions_of_the_whole_delegation_at_once() -> None:
    both = [
        talk(name, "2025-05-20 09:00-10:30", attendance=Attendance.ALL, required_people=())
        for name in ("one", "two")
    ]

    found = kinds(trip_of(*both))
    assert found == [sorted([Kind.EVERYONE, Kind.MUST, Kind.WINDOWS] * 2)]


@pytest.mark.parametrize(
    ("pins", "expected"),
    [
        (
            (Pin(kind=PinKind.DAY, item="briefing", day=date(2025, 5, 20)),),
            {Kind.PIN, Kind.MUST, Kind.WINDOWS},
        ),
        (
            (Pin(kind=PinKind.PART, item="briefing", part=DayPart.EVENING),),
            {Kind.PIN, Kind.MUST, Kind.WINDOWS},
        ),
        ((Pin(kind=PinKind.DROPPED, item="briefing"),), {Kind.PIN, Kind.MUST}),
        (
            (Pin(kind=PinKind.TIME, item="gamma", start=instant("2025-05-20 10:00")),),
            {Kind.PIN, Kind.WINDOWS},
        ),
        ((Pin(kind=PinKind.ATTENDEE, item="talk", delegate="clara"),), {Kind.PIN, Kind.ROLES}),
        (
            (
                Pin(kind=PinKind.ATTENDEE, item="gamma", delegate="anna"),
                Pin(kind=PinKind.ABSENT, item="gamma", delegate="anna"),
            ),
            {Kind.PIN},
        ),
        (
            (
                Pin(kind=PinKind.TIME, item="gamma", start=instant("2025-05-19 13:00")),
                Pin(kind=PinKind.DAY, item="gamma", day=date(2025, 5, 20)),
            ),
            {Kind.PIN},
        ),
    ],
)
def test_pins_that_cannot_hold_are_named_with_what_they_clash_with(
    pins: tuple[Pin, ...], expected: set[Kind]
) -> None:
    trip = make_trip(pins=pins)

    (clash,) = clashing_pins(trip)

    assert {thing.kind for thing in clash.obstacles} == expected
    assert {thing.pin for thing in clash.obstacles} - {None} == set(pins)


def test_pinned_times_of_two_items_against_their_rule() -> None:
    pins = (
        Pin(kind=PinKind.TIME, item="gamma", start=instant("2025-05-19 14:00")),
        Pin(kind=PinKind.TIME, item="talk", start=instant("2025-05-20 10:00")),
    )
    rule = ItemRule(kind=RuleKind.BEFORE, items=("talk", "gamma"))

    (clash,) = clashing_pins(make_trip(pins=pins, rules=(rule,)))

    assert {thing.kind for thing in clash.obstacles} == {Kind.PIN, Kind.RULE}
    assert clashing_pins(make_trip(pins=pins)) == ()


def test_more_pinned_people_than_the_host_receives() -> None:
    pins = tuple(Pin(kind=PinKind.ATTENDEE, item="gamma", delegate=one) for one in ("anna", "bert", "clara"))
    trip = change_item(make_trip(pins=pins), "gamma", max_people=2)

    (clash,) = clashing_pins(trip)

    assert sorted(thing.kind for thing in clash.obstacles) == sorted([Kind.CAP, Kind.PIN, Kind.PIN, Kind.PIN])


@pytest.mark.parametrize(
    "pin",
    [
        Pin(kind=PinKind.TIME, item="gamma", start=instant("2025-05-19 13:30")),
        Pin(kind=PinKind.DAY, item="talk", day=date(2025, 5, 20)),
        Pin(kind=PinKind.PART, item="beta", part=DayPart.AFTERNOON),
        Pin(kind=PinKind.GROUP, item="talk", group="2"),
        Pin(kind=PinKind.ATTENDEE, item="beta", delegate="anna"),
        Pin(kind=PinKind.ABSENT, item="beta", delegate="bert"),
        Pin(kind=PinKind.DROPPED, item="talk"),
    ],
    ids=lambda pin: pin.kind.value,
)
def test_pins_of_every_kind_hold_where_they_can(pin: Pin) -> None:
    trip = make_trip(pins=(pin,))

    assert clashing_pins(trip) == ()
    assert isinstance(solve(trip, Options(rounds=2, prove=False)), Solved)
