"""Legs, stations, dates, the frame of a day and the calendar."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from geleit.domain.dates import DateSpan, EdtfDate
from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.items import Pin, PinKind
from geleit.domain.trip import CalendarOverride, Call, Frame, Leg, Trip
from geleit.domain.validation import TripProblemCode as Code
from geleit.domain.validation import message_of, trip_problems
from geleit.domain.windows import Clock
from tests.factories import change_item, make_trip, window

Path = tuple[str | int, ...]


def found(trip: Trip) -> list[tuple[Code, Path, bool]]:
    return [(each.code, each.path, each.is_warning) for each in trip_problems(trip)]


def with_legs(**changes: dict[str, Any] | None) -> Trip:
    """Return the trip with some legs changed, by id with underscores; None takes one out."""
    trip = make_trip()
    legs: list[Leg] = []
    for leg in trip.legs:
        change = changes.get(leg.id.replace("-", "_"), {})
        if change is not None:
            legs.append(replace(leg, **change))
    return replace(trip, legs=tuple(legs))


def with_place(place: str, **changes: Any) -> Trip:
    trip = make_trip()
    places = [replace(each, **changes) if each.id == place else each for each in trip.places]
    return replace(trip, places=tuple(places))


def with_dates(start: str, end: str) -> Trip:
    trip = make_trip()
    first = replace(trip.stations[0], dates=DateSpan.parse(start, end))
    return replace(trip, stations=(first, *trip.stations[1:]))


@pytest.mark.parametrize(
    ("trip", "wanted"),
    [
        (with_legs(outbound={"destination": None}), (Code.LEG_NOWHERE, ("legs", "outbound"), False)),
        (
            with_legs(to_new_york={"destination": "washington"}),
            (Code.LEG_NOWHERE, ("legs", "to-new-york"), False),
        ),
        (
            with_legs(to_new_york={"departures": ()}),
            (Code.LEG_WITHOUT_DEPARTURE, ("legs", "to-new-york"), False),
        ),
        (with_legs(to_new_york=None), (Code.LEGS_NOT_CONNECTED, ("legs", "return", "origin"), False)),
        (with_legs(to_new_york=None), (Code.STATION_NOT_REACHED, ("stations", "new-york"), False)),
        (make_trip(legs=()), (Code.STATION_NOT_REACHED, ("stations", "new-york"), False)),
        (make_trip(legs=make_trip().legs[:2]), (Code.NO_WAY_HOME, ("legs", "to-new-york"), True)),
        (
            make_trip(stations=make_trip().stations[::-1]),
            (Code.STATIONS_OUT_OF_ORDER, ("stations", "washington"), True),
        ),
        (
            with_legs(to_new_york={"departures": (window("2025-05-18 09:00-17:00"),)}),
            (Code.LEGS_OVERLAP, ("legs", "to-new-york", "departures"), False),
        ),
        (
            with_legs(**{"return": {"departures": (window("2025-05-30 18:30-18:30"),)}}),
            (Code.DATES_OUTSIDE_TRIP, ("legs", "return", "departures", 0), False),
        ),
        (
            with_dates("2025-05-18", "2025-05-19"),
            (Code.DEPARTURE_OUTSIDE_STATION, ("legs", "to-new-york", "departures", 0), True),
        ),
        (
            with_dates("2025-06-18", "2025-06-19"),
            (Code.DATES_OUTSIDE_TRIP, ("stations", "washington", "dates"), False),
        ),
        (
            with_dates("2025-05-16", "2025-05-20"),
            (Code.DATES_IN_PART_OUTSIDE_TRIP, ("stations", "washington", "dates"), True),
        ),
        (
            change_item(
                make_trip(),
                "acme",
                windows=(window("2025-05-25 13:00-17:30"), window("2025-05-19 13:00-17:30")),
            ),
            (Code.DATES_OUTSIDE_TRIP, ("items", "acme", "windows", 0), False),
        ),
        (
            make_trip(pins=(Pin(kind=PinKind.DAY, item="acme", day=date(2025, 5, 30)),)),
            (Code.DATES_OUTSIDE_TRIP, ("pins", 0, "day"), False),
        ),
        (
            change_item(make_trip(), "acme", request=HostRequest(decide_by=date(2025, 6, 1))),
            (Code.DUE_TOO_LATE, ("items", "acme", "request", "decide_by"), True),
        ),
        (
            change_item(make_trip(), "acme", name_list=NameList(due=date(2025, 6, 1))),
            (Code.DUE_TOO_LATE, ("items", "acme", "name_list", "due"), True),
        ),
        (
            make_trip(call=Call(deadline=EdtfDate.parse("2025-07"))),
            (Code.DUE_TOO_LATE, ("call", "deadline"), True),
        ),
        (make_trip(frame=Frame(office=Clock(600, 600))), (Code.SPAN_EMPTY, ("frame", "office"), False)),
        (
            make_trip(frame=Frame(afternoon=Clock(840, 1080))),
            (Code.PARTS_APART, ("frame", "afternoon"), False),
        ),
        (make_trip(frame=Frame(lunch=Clock(720, 750))), (Code.MEAL_TOO_LONG, ("frame", "lunch_min"), False)),
        (make_trip(frame=Frame(dinner_min=300)), (Code.MEAL_TOO_LONG, ("frame", "dinner_min"), False)),
        (make_trip(frame=Frame(rest_min=1440)), (Code.REST_TOO_LONG, ("frame", "rest_min"), False)),
        (
            make_trip(
                calendar=(
                    CalendarOverride(
                        country="US",
                        closed=frozenset({date(2025, 5, 19)}),
                        open=frozenset({date(2025, 5, 19)}),
                    ),
                )
            ),
            (Code.DAY_OPEN_AND_CLOSED, ("calendar", 0, "open"), False),
        ),
        (
            with_place("acme-house", region="Virgina"),
            (Code.UNKNOWN_CALENDAR, ("places", "acme-house", "region"), False),
        ),
        (
            with_place("hotel-washington", country="XX"),
            (Code.UNKNOWN_CALENDAR, ("places", "hotel-washington", "country"), False),
        ),
    ],
)
def test_what_is_wrong_with_the_journey_is_found(trip: Trip, wanted: tuple[Code, Path, bool]) -> None:
    assert wanted in found(trip)


def test_nothing_follows_from_a_broken_route_that_is_told_already() -> None:
    assert found(with_legs(outbound={"departures": ()})) == [
        (Code.LEG_WITHOUT_DEPARTURE, ("legs", "outbound"), False)
    ]


def test_a_leg_that_can_wait_for_the_one_before_is_no_problem() -> None:
    trip = with_legs(
        to_new_york={"departures": (window("2025-05-18 09:00-20:00"), window("2025-05-20 14:30-15:30"))}
    )

    assert found(trip) == []


def test_a_single_station_needs_no_legs() -> None:
    trip = make_trip()
    alone = replace(
        trip,
        legs=(),
        stations=trip.stations[:1],
        items=tuple(item for item in trip.items if item.station == "washington"),
    )

    assert found(alone) == []


def test_a_month_is_enough_for_a_trip_s_dates() -> None:
    assert found(make_trip(dates=DateSpan.parse("2025-05"))) == []


def test_the_overlap_names_both_times() -> None:
    trip = with_legs(to_new_york={"departures": (window("2025-05-18 09:00-17:00"),)})
    (problem,) = [each for each in trip_problems(trip) if each.code is Code.LEGS_OVERLAP]

    assert message_of(problem) == (
        "leg 'to-new-york' leaves by 2025-05-18 17:00, but leg 'outbound' before it arrives at 2025-05-18 17:55 at best"
    )
