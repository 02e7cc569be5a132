"""H9, the day: frame, rest, arrival and long ways."""

from dataclasses import replace

import pytest

from geleit.domain.violations import Rule, ViolationCode
from geleit.domain.windows import Clock
from geleit.planner.check import check_programme
from tests.factories import (
    EVERYONE,
    SUNDAY,
    TUESDAY,
    change_frame,
    change_item,
    change_transfer,
    codes,
    instant,
    make_item,
    make_programme,
    make_session,
    make_trip,
    move,
    rules,
    window,
)


@pytest.mark.parametrize(("opens", "broken"), [(9 * 60, False), (9 * 60 + 1, True)])
def test_a_day_starts_in_its_frame(opens: int, *, broken: bool) -> None:
    trip = change_frame(make_trip(), day=Clock(opens, 23 * 60))
    found = check_programme(trip, make_programme())
    assert [(one.code, one.sessions, one.bound_start) for one in found] == (
        [(ViolationCode.DAY_STARTS_EARLY, ("briefing-1",), instant("2025-05-19 09:01"))] if broken else []
    )


def test_a_ride_starts_in_the_frame_too() -> None:
    trip = change_frame(make_trip(), day=Clock(9 * 60, 23 * 60))
    programme = change_transfer(make_programme(), 10, depart=instant("2025-05-20 08:45"))
    (found,) = check_programme(trip, programme)
    assert (found.code, found.groups, found.day) == (ViolationCode.DAY_STARTS_EARLY, ("1",), TUESDAY)


@pytest.mark.parametrize(("closes", "broken"), [(20 * 60 + 30, False), (20 * 60 + 29, True)])
def test_a_day_ends_in_its_frame(closes: int, *, broken: bool) -> None:
    trip = change_frame(make_trip(), day=Clock(7 * 60, closes))
    found = check_programme(trip, make_programme())
    assert {(one.code, one.sessions, one.day) for one in found} == (
        {(ViolationCode.DAY_ENDS_LATE, ("welcome-1",), SUNDAY)} if broken else set()
    )


def test_a_day_may_end_after_midnight() -> None:
    trip = change_item(make_trip(), "welcome", windows=(window("2025-05-18 19:00-25:00"),))
    trip = change_frame(trip, day=Clock(7 * 60, 25 * 60), rest_min=8 * 60)
    programme = move(make_programme(), "welcome-1", 4 * 60 + 30)
    trip = change_frame(trip, dinner_min=0)
    assert check_programme(trip, programme) == ()
    earlier = change_frame(trip, day=Clock(7 * 60, 24 * 60 + 59))
    assert codes(check_programme(earlier, programme)) == {ViolationCode.DAY_ENDS_LATE}


def test_legs_are_free_of_the_frame() -> None:
    trip = change_frame(make_trip(), day=Clock(9 * 60, 20 * 60 + 30))
    legs = make_programme().legs
    late = replace(legs[2], depart=instant("2025-05-21 23:30"), arrive=instant("2025-05-22 08:50"))
    leg = replace(trip.legs[2], departures=(window("2025-05-21 23:30-23:30"),))
    trip = replace(trip, legs=(*trip.legs[:2], leg))
    assert check_programme(trip, make_programme(legs=(*legs[:2], late))) == ()


@pytest.mark.parametrize(("rest_min", "broken"), [(750, False), (751, True)])
def test_people_rest_between_two_days(rest_min: int, *, broken: bool) -> None:
    """The welcome ends at 20:30, the briefing starts at 09:00."""
    found = check_programme(change_frame(make_trip(), rest_min=rest_min), make_programme())
    assert [(one.code, one.people, one.wanted, one.available) for one in found] == (
        [(ViolationCode.REST, EVERYONE, 751, 750)] if broken else []
    )


def test_minutes_before_a_session_shorten_the_night() -> None:
    trip = change_item(make_trip(), "briefing", arrive_before_min=30)
    trip = change_frame(trip, rest_min=721)
    (found,) = check_programme(trip, make_programme())
    assert (found.code, found.available) == (ViolationCode.REST, 720)


def test_a_leg_ends_the_night() -> None:
    trip = make_trip()
    early = replace(trip.legs[1], departures=(window("2025-05-20 05:00-05:00"),))
    trip = replace(trip, legs=(trip.legs[0], early, trip.legs[2]))
    programme = make_programme()
    leg = replace(programme.legs[1], depart=instant("2025-05-20 05:00"), arrive=instant("2025-05-20 08:35"))
    programme = replace(
        programme,
        legs=(programme.legs[0], leg, programme.legs[2]),
        sessions=tuple(one for one in programme.sessions if one.item != "talk"),
        transfers=programme.transfers[:10],
        groups=tuple(part for part in programme.groups if part.day != TUESDAY),
        meals=tuple(meal for meal in programme.meals if meal.day != TUESDAY),
    )
    assert check_programme(change_frame(trip, rest_min=600), programme) == ()
    found = check_programme(change_frame(trip, rest_min=700), programme)
    assert [(one.code, one.available, one.people) for one in found] == [(ViolationCode.REST, 670, EVERYONE)]


def test_a_night_on_a_leg_needs_no_rest_of_its_own() -> None:
    """Leaving home at 22:00 in Berlin and arriving at 02:50 in the hotel: the night was the flight's."""
    trip = make_trip()
    night = replace(trip.legs[0], departures=(window("2025-05-17 22:00-22:00"),), travel_min=830)
    programme = make_programme()
    leg = replace(
        programme.legs[0],
        depart=instant("2025-05-17 22:00", "Europe/Berlin"),
        arrive=instant("2025-05-18 05:50"),
    )
    item = make_item(
        place="hotel-washington", windows=(window("2025-05-18 06:00-10:00", on_closed_days=True),)
    )
    trip = replace(trip, legs=(night, *trip.legs[1:]), items=(*trip.items, item))
    session = make_session("extra-1", "2025-05-18 07:00", 60, "hotel-washington")
    programme = replace(
        programme,
        legs=(leg, *programme.legs[1:]),
        sessions=(*programme.sessions, session),
    )
    assert check_programme(trip, programme) == ()


@pytest.mark.parametrize(("rest_min", "broken"), [(65, False), (66, True)])
def test_people_rest_after_a_leg(rest_min: int, *, broken: bool) -> None:
    """The flight arrives at 17:55, the welcome starts at 19:00."""
    found = check_programme(change_frame(make_trip(), arrival_rest_min=rest_min), make_programme())
    assert [(one.code, one.legs, one.sessions, one.wanted, one.available) for one in found] == (
        [(ViolationCode.ARRIVAL_REST, ("outbound",), ("welcome-1",), 66, 65)] if broken else []
    )


@pytest.mark.parametrize(("limit", "broken"), [(20, False), (19, True)])
def test_no_way_is_too_long(limit: int, *, broken: bool) -> None:
    found = check_programme(change_frame(make_trip(), max_transfer_min=limit), make_programme())
    assert {(one.code, one.wanted, one.available) for one in found} == (
        {(ViolationCode.TRANSFER_TOO_LONG, 20, 19)} if broken else set()
    )


def test_starts_need_not_lie_on_the_grid() -> None:
    programme = move(make_programme(), "briefing-1", 7)
    assert Rule.H9 not in rules(check_programme(make_trip(), programme))
