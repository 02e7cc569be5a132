"""H9, meals: room for lunch and dinner, and breaks that are breaks."""

from dataclasses import replace

import pytest

from geleit.domain.kinds import Meal
from geleit.domain.people import Presence
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation, ViolationCode
from geleit.domain.windows import Clock
from geleit.planner.check import check_programme
from tests.factories import (
    EVERYONE,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    change_delegate,
    change_frame,
    change_item,
    codes,
    instant,
    make_item,
    make_programme,
    make_session,
    make_trip,
    window,
)


def _lunch_talk(
    start: str = "11:30", minutes: int = 120, *, meal: Meal | None = None, day: str = "2025-05-19"
) -> tuple[Trip, Programme]:
    """Return the trip with a session for anna in the hotel, and no promised lunch on Monday."""
    item = make_item(
        place="hotel-washington",
        duration_min=minutes,
        windows=(window(f"{day} 07:00-23:00"),),
        meal=meal,
    )
    trip = make_trip(items=(*make_trip().items, item))
    programme = make_programme()
    session = make_session("extra-1", f"{day} {start}", minutes, "hotel-washington", attendees=("anna",))
    meals = tuple(meal for meal in programme.meals if (meal.day, meal.meal) != (MONDAY, Meal.LUNCH))
    return trip, replace(programme, sessions=(*programme.sessions, session), meals=meals)


def _check(trip: Trip, programme: Programme) -> tuple[Violation, ...]:
    return check_programme(trip, programme)


def test_a_free_piece_that_is_long_enough_is_room() -> None:
    """Free from 12:15 to 13:00, when the bus leaves."""
    assert _check(*_lunch_talk("11:15", 60)) == ()


def test_a_free_piece_that_is_too_short_is_reported_with_both_figures() -> None:
    (found,) = _check(*_lunch_talk("11:15", 61))
    assert (found.code, found.meal, found.day, found.people) == (
        ViolationCode.NO_MEAL,
        Meal.LUNCH,
        MONDAY,
        ("anna",),
    )
    assert (found.wanted, found.available) == (45, 44)
    assert (found.bound_start, found.bound_end) == (
        instant("2025-05-19 11:30"),
        instant("2025-05-19 14:30"),
    )


def test_two_free_pieces_do_not_make_one() -> None:
    """Free from 11:30 to 12:00 and from 12:30 to 13:00."""
    (found,) = _check(*_lunch_talk("12:00", 30))
    assert (found.code, found.available) == (ViolationCode.NO_MEAL, 30)


def test_minutes_after_a_session_are_not_free() -> None:
    trip, programme = _lunch_talk("11:15", 60)
    (found,) = _check(change_item(trip, "extra", leave_after_min=5), programme)
    assert (found.code, found.available) == (ViolationCode.NO_MEAL, 40)


def test_who_is_fed_by_an_item_needs_no_room() -> None:
    assert _check(*_lunch_talk("11:30", 90, meal=Meal.LUNCH)) == ()


def test_dinner_is_no_lunch() -> None:
    assert codes(_check(*_lunch_talk("11:30", 90, meal=Meal.DINNER))) == {ViolationCode.NO_MEAL}


def test_a_lunch_feeds_on_its_own_day_only() -> None:
    trip, programme = _lunch_talk("11:30", 90, meal=Meal.LUNCH, day="2025-05-20")
    trip = change_frame(trip, lunch=Clock(13 * 60, 14 * 60 + 30), lunch_min=90)
    trip = replace(trip, legs=make_trip().legs)
    days = {one.day for one in _check(trip, programme) if one.code is ViolationCode.NO_MEAL}
    assert MONDAY in days


def test_lunch_on_the_day_of_a_leg_counts_up_to_its_departure() -> None:
    """The talk is back at 11:35; with the train at 12:20 there are 45 minutes, at 12:19 the leg exempts."""
    trip = make_trip()
    leg = replace(trip.legs[1], departures=(window("2025-05-20 12:00-12:30"),), travel_min=300)
    trip = replace(trip, legs=(trip.legs[0], leg, trip.legs[2]))
    programme = make_programme()
    meals = tuple(meal for meal in programme.meals if meal.day != TUESDAY)

    def leaving(clock: str) -> tuple[Violation, ...]:
        depart = instant(f"2025-05-20 {clock}")
        arrive = instant(f"2025-05-20 {int(clock[:2]) + 5}:{clock[3:]}")
        planned = replace(programme.legs[1], depart=depart, arrive=arrive)
        legs = (programme.legs[0], planned, programme.legs[2])
        return _check(trip, replace(programme, legs=legs, meals=meals))

    assert leaving("12:20") == ()
    assert [(one.code, one.available, one.people) for one in leaving("12:19")] == [
        (ViolationCode.NO_MEAL, 44, ("anna", "gina", "head"))
    ]
    assert leaving("12:14") == ()


def test_a_leg_over_the_whole_span_exempts() -> None:
    """The train from 15:00 to 18:35 leaves dinner from 18:35; with an earlier span there is none to have."""
    trip = change_frame(make_trip(), dinner=Clock(15 * 60, 19 * 60))
    programme = make_programme(meals=tuple(m for m in make_programme().meals if m.meal is Meal.LUNCH))
    tuesday = [one for one in _check(trip, programme) if one.day == TUESDAY]
    assert tuesday == []


def test_who_is_there_for_less_than_a_meal_is_owed_none() -> None:
    trip, programme = _lunch_talk("11:30", 60)
    late = change_delegate(trip, "anna", presence=Presence(leaves=instant("2025-05-19 12:30")))
    early = change_delegate(trip, "anna", presence=Presence(leaves=instant("2025-05-19 12:14")))
    assert ViolationCode.NO_MEAL in codes(_check(late, programme))
    assert ViolationCode.NO_MEAL not in codes(_check(early, programme))


def test_a_trip_may_ask_for_no_lunch() -> None:
    trip, programme = _lunch_talk("11:30", 90)
    trip = change_frame(trip, lunch_min=0)
    assert _check(trip, programme) == ()


def _with_break(**changes: object) -> Programme:
    programme = make_programme()
    return replace(
        programme,
        meals=(replace(programme.meals[0], **changes), *programme.meals[1:]),  # type: ignore[arg-type] # any field of a meal break
    )


@pytest.mark.parametrize(
    ("start", "end", "available"),
    [("12:00", "12:44", 44), ("11:15", "12:05", 35), ("14:20", "15:05", 10)],
)
def test_a_break_is_long_enough_within_the_span(start: str, end: str, available: int) -> None:
    programme = _with_break(
        start=instant(f"2025-05-19 {start}"), end=instant(f"2025-05-19 {end}"), people=("bert",)
    )
    short = [one for one in _check(make_trip(), programme) if one.code is ViolationCode.MEAL_BREAK_SHORT]
    assert [(one.wanted, one.available, one.people) for one in short] == [(45, available, ())]


def test_a_break_is_free() -> None:
    programme = _with_break(start=instant("2025-05-19 12:30"), end=instant("2025-05-19 13:15"))
    found = _check(make_trip(), programme)
    assert {(one.code, one.groups) for one in found} == {
        (ViolationCode.MEAL_BREAK_TAKEN, ("1",)),
        (ViolationCode.MEAL_BREAK_TAKEN, ("2",)),
    }
    assert sorted(person for one in found for person in one.people) == list(EVERYONE)


def test_a_break_is_where_its_people_are() -> None:
    found = _check(make_trip(), _with_break(place="ministry", people=("anna", "bert")))
    assert [(one.code, one.people, one.places) for one in found] == [
        (ViolationCode.MEAL_BREAK_ELSEWHERE, ("anna", "bert"), ("ministry", "hotel-washington"))
    ]


def test_a_break_away_from_the_base_is_fine_where_people_wait() -> None:
    """On Wednesday the bus leaves the university late; lunch is there."""
    programme = make_programme()
    moved = tuple(
        replace(one, depart=instant("2025-05-21 12:45"), arrive=instant("2025-05-21 13:10"))
        if one.origin == "university"
        else one
        for one in programme.transfers
    )
    lunch = replace(
        programme.meals[-1],
        place="university",
        start=instant("2025-05-21 12:00"),
        end=instant("2025-05-21 12:45"),
    )
    programme = replace(programme, transfers=moved, meals=(*programme.meals[:-1], lunch))
    assert _check(make_trip(), programme) == ()
    assert lunch.day == WEDNESDAY
