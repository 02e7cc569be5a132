"""H3: nobody is in two places, and every way is long enough."""

from dataclasses import replace

import pytest

from geleit.domain.people import Presence
from geleit.domain.places import TravelMode
from geleit.domain.programme import Programme
from geleit.domain.violations import Rule, ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    GROUP_1,
    change_delegate,
    change_frame,
    change_item,
    change_session,
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

FREE = (window("2025-05-19 07:00-23:00"),)


def _with_extra(start: str, place: str = "hotel-washington", minutes: int = 60) -> Programme:
    programme = make_programme()
    session = make_session("extra-1", start, minutes, place, groups=("1",), attendees=("anna",))
    return replace(programme, sessions=(*programme.sessions, session))


def test_two_sessions_at_one_place_may_touch() -> None:
    item = make_item(place="hotel-washington", windows=FREE)
    trip = make_trip(items=(*make_trip().items, item))
    assert check_programme(trip, _with_extra("2025-05-19 10:00")) == ()


def test_two_sessions_at_a_time_are_reported_for_those_who_attend_both() -> None:
    item = make_item(place="hotel-washington", windows=FREE)
    trip = make_trip(items=(*make_trip().items, item))
    (found,) = check_programme(trip, _with_extra("2025-05-19 09:45"))
    assert (found.code, found.people, found.sessions) == (
        ViolationCode.TWO_PLACES,
        ("anna",),
        ("briefing-1", "extra-1"),
    )
    assert (found.start, found.end, found.available) == (
        instant("2025-05-19 09:45"),
        instant("2025-05-19 10:00"),
        15,
    )


def test_minutes_before_a_session_lie_between_two_at_one_place() -> None:
    item = make_item(place="hotel-washington", windows=FREE, arrive_before_min=20)
    trip = make_trip(items=(*make_trip().items, item))
    (found,) = check_programme(trip, _with_extra("2025-05-19 10:15"))
    assert (found.code, found.wanted, found.available) == (ViolationCode.TOO_TIGHT, 20, 15)
    assert check_programme(trip, _with_extra("2025-05-19 10:20")) == ()


def test_two_sessions_too_close_are_told_once_with_both_figures() -> None:
    """Acme until 15:10, five minutes to leave, fifteen and five on the way, ten before Beta: 15:45."""
    found = check_programme(make_trip(), move(make_programme(), "beta-2", -10))
    assert [(violation.code, violation.wanted, violation.available) for violation in found] == [
        (ViolationCode.TOO_TIGHT, 35, 30)
    ]
    assert found[0].people == GROUP_1


def test_two_sessions_just_far_enough_apart_are_well() -> None:
    assert check_programme(make_trip(), move(make_programme(), "beta-2", -5)) == ()


def test_a_group_that_comes_too_late_is_reported_with_the_minutes_it_has() -> None:
    found = check_programme(make_trip(), move(make_programme(), "talk-1", -10))
    assert [(one.code, one.wanted, one.available, one.groups) for one in found] == [
        (ViolationCode.ARRIVES_LATE, 15, 5, ("1",))
    ]


def test_a_group_that_leaves_too_early_is_reported_with_the_minutes_it_has() -> None:
    found = check_programme(make_trip(), move(make_programme(), "talk-1", 15))
    assert [(one.code, one.wanted, one.available) for one in found] == [(ViolationCode.LEAVES_EARLY, 10, -5)]


def test_a_ride_shorter_than_way_and_reserve_is_reported_once_for_the_group() -> None:
    programme = change_transfer(make_programme(), 10, arrive=instant("2025-05-20 09:44"))
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.wanted, found.available, found.people) == (
        ViolationCode.TRAVEL_TOO_SHORT,
        25,
        24,
        (),
    )


def test_a_walk_needs_no_reserve() -> None:
    near = dict(make_trip().travel_min) | {("hotel-washington", "ministry"): 5}
    places = tuple(
        replace(place, lat=38.901, lon=-77.031) if place.id == "ministry" else place
        for place in make_trip().places
    )
    trip = make_trip(places=places, travel_min=near)
    programme = change_transfer(
        make_programme(), 10, mode=TravelMode.WALK, depart=instant("2025-05-20 09:40"), travel_min=5
    )
    assert check_programme(trip, programme) == ()
    riding = change_transfer(
        make_programme(), 10, depart=instant("2025-05-20 09:40"), travel_min=5, mode=TravelMode.BUS
    )
    assert ViolationCode.TRAVEL_TOO_SHORT in codes(check_programme(trip, riding))


def test_a_ride_may_take_longer_than_it_must() -> None:
    programme = change_transfer(make_programme(), 10, depart=instant("2025-05-20 09:00"))
    assert check_programme(make_trip(), programme) == ()


@pytest.mark.parametrize("reserve", [0, 5, 6])
def test_the_reserve_is_the_trips(reserve: int) -> None:
    broken = check_programme(change_frame(make_trip(), slack_min=reserve), make_programme())
    assert (Rule.H3 in rules(broken)) is (reserve > 5)


def test_who_has_not_joined_yet_cannot_attend() -> None:
    joins = instant("2025-05-19 09:30")
    trip = change_delegate(make_trip(), "anna", presence=Presence(joins=joins))
    found = check_programme(trip, make_programme())
    assert {(one.code, one.sessions, one.people) for one in found} == {
        (ViolationCode.ABSENT, ("welcome-1",), ("anna",)),
        (ViolationCode.ABSENT, ("briefing-1",), ("anna",)),
    }
    assert found[0].bound_start == joins


def test_who_joins_at_the_start_may_attend() -> None:
    presence = Presence(joins=instant("2025-05-19 09:00"))
    trip = change_delegate(make_trip(), "anna", presence=presence)
    programme = change_session(
        make_programme(), "welcome-1", attendees=("bert", "clara", "gina", "head", "ines")
    )
    assert check_programme(trip, programme) == ()


def test_who_has_left_is_on_no_ride_and_at_no_meal_break() -> None:
    trip = change_delegate(make_trip(), "anna", presence=Presence(leaves=instant("2025-05-21 11:50")))
    found = [one for one in check_programme(trip, make_programme()) if one.code is ViolationCode.ABSENT]
    assert [(one.places, one.meal) for one in found] == [
        (("university", "hotel-new-york"), None),
        (("hotel-new-york",), make_programme().meals[-1].meal),
    ]


def test_who_leaves_for_good_during_a_leg_does_not_take_it() -> None:
    """Leaving while the train runs means staying behind; who is not on it owes the rest of the trip nothing."""
    presence = Presence(leaves=instant("2025-05-20 16:00"))
    trip = change_delegate(make_trip(), "anna", presence=presence)
    without = tuple(person for person in make_programme().meals[0].people if person != "anna")
    programme = change_session(make_programme(), "university-1", attendees=without)
    programme = replace(
        programme,
        meals=tuple(
            replace(meal, people=without) if meal.place == "hotel-new-york" else meal
            for meal in programme.meals
        ),
        groups=tuple(
            replace(part, members=("gina", "head")) if part.day.day == 21 and part.group == "1" else part
            for part in programme.groups
        ),
    )
    for number in (3, 4):
        programme = change_transfer(programme, number, people=("gina", "head"))
    assert check_programme(trip, programme) == ()


def test_a_long_move_of_one_session_is_still_told_as_a_matter_of_time() -> None:
    """An hour earlier the ride would arrive long after the start; people are not said to be without a ride."""
    trip = change_item(make_trip(), "talk", windows=(window("2025-05-20 08:00-12:30"),))
    found = check_programme(trip, move(make_programme(), "talk-1", -45))
    assert [(one.code, one.available) for one in found] == [(ViolationCode.ARRIVES_LATE, -30)]
