"""H2: within a stay at the station, and back the same day."""

from dataclasses import replace

from geleit.domain.kinds import DayPart
from geleit.domain.violations import Rule, ViolationCode
from geleit.domain.windows import Clock
from geleit.planner.check import check_programme
from tests.factories import (
    GROUP_1,
    MONDAY,
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


def test_a_session_right_up_to_the_departure_is_within_the_stay() -> None:
    item = make_item(place="hotel-washington", windows=(window("2025-05-20 12:00-18:00"),))
    trip = make_trip(items=(*make_trip().items, item))
    programme = make_programme()
    session = make_session("extra-1", "2025-05-20 14:00", 60, "hotel-washington", attendees=("anna",))
    assert check_programme(trip, replace(programme, sessions=(*programme.sessions, session))) == ()


def test_a_session_into_the_leg_is_reported_with_the_stay() -> None:
    item = make_item(place="hotel-washington", windows=(window("2025-05-20 12:00-18:00"),))
    trip = make_trip(items=(*make_trip().items, item))
    programme = make_programme()
    session = make_session("extra-1", "2025-05-20 14:15", 60, "hotel-washington", attendees=("anna",))
    found = check_programme(trip, replace(programme, sessions=(*programme.sessions, session)))
    assert rules(found) == {Rule.H2, Rule.H3}
    outside = next(violation for violation in found if violation.rule is Rule.H2)
    assert outside.code is ViolationCode.NOT_AT_STATION
    assert (outside.bound_start, outside.bound_end) == (
        instant("2025-05-18 17:55"),
        instant("2025-05-20 15:00"),
    )


def test_a_session_before_the_arrival_is_reported() -> None:
    trip = change_item(make_trip(), "welcome", windows=(window("2025-05-18 16:00-22:00"),))
    found = check_programme(trip, move(make_programme(), "welcome-1", -120))
    assert ViolationCode.NOT_AT_STATION in codes(found)


def test_a_session_at_a_station_that_the_delegation_has_left_is_reported() -> None:
    trip = change_item(make_trip(), "university", station="washington")
    assert ViolationCode.NOT_AT_STATION in codes(check_programme(trip, make_programme()))


def test_who_comes_back_on_the_next_day_is_reported() -> None:
    programme = make_programme()
    late = change_transfer(
        programme,
        2,
        day=TUESDAY,
        part=DayPart.MORNING,
        depart=instant("2025-05-20 07:30"),
        arrive=instant("2025-05-20 07:55"),
    )
    found = [violation for violation in check_programme(make_trip(), late) if violation.rule is Rule.H2]
    assert [(violation.code, violation.people, violation.day) for violation in found] == [
        (ViolationCode.OVERNIGHT, GROUP_1, MONDAY)
    ]
    assert found[0].places == ("beta-house",)


def test_a_day_that_goes_on_after_midnight_has_its_way_back_in_the_same_night() -> None:
    trip = change_item(make_trip(), "beta", windows=(window("2025-05-19 13:00-26:00"),))
    trip = change_frame(trip, day=Clock(7 * 60, 26 * 60), rest_min=60)
    late = change_transfer(
        move(make_programme(), "beta-2", 370),
        2,
        part=DayPart.EVENING,
        depart=instant("2025-05-20 00:30"),
        arrive=instant("2025-05-20 00:55"),
    )
    assert Rule.H2 not in rules(check_programme(trip, late))
    early_frame = change_frame(trip, day=Clock(7 * 60, 24 * 60))
    assert Rule.H2 in rules(check_programme(early_frame, late))
