"""H0: the form of a programme."""

from dataclasses import replace
from datetime import datetime

from geleit.domain.programme import Unplaced
from geleit.domain.violations import ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    MONDAY,
    change_item,
    change_session,
    change_transfer,
    codes,
    drop_session,
    instant,
    make_programme,
    make_trip,
)


def test_a_programme_of_another_trip_is_reported() -> None:
    (found,) = check_programme(make_trip(), make_programme(trip="huge"))
    assert (found.code, found.detail) == (ViolationCode.OTHER_TRIP, "huge")


def test_an_unknown_attendee_is_reported_and_counts_nowhere() -> None:
    programme = change_session(make_programme(), "acme-1", attendees=("anna", "eve", "gina", "head"))
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.detail) == (ViolationCode.UNKNOWN_ID, "eve")


def test_two_sessions_with_one_id_are_reported() -> None:
    programme = change_session(make_programme(), "acme-2", id="acme-1")
    assert {(found.code, found.detail) for found in check_programme(make_trip(), programme)} == {
        (ViolationCode.DUPLICATE, "acme-1")
    }


def test_a_person_listed_twice_is_reported() -> None:
    programme = change_session(make_programme(), "acme-1", attendees=("anna", "anna", "gina", "head"))
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.detail) == (ViolationCode.DUPLICATE, "anna")


def test_a_time_without_a_zone_stops_the_check() -> None:
    programme = change_session(make_programme(), "acme-1", start=datetime(2025, 5, 19, 17, 40))  # noqa: DTZ001 - the fault under test
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.detail) == (ViolationCode.NAIVE_TIME, "acme-1: 2025-05-19T17:40:00")


def test_a_session_that_runs_backwards_is_reported() -> None:
    programme = change_session(make_programme(), "welcome-1", end=instant("2025-05-18 18:45"))
    assert ViolationCode.BACKWARDS in codes(check_programme(make_trip(), programme))


def test_a_transfer_to_where_it_starts_is_reported() -> None:
    programme = change_transfer(make_programme(), 0, destination="hotel-washington")
    assert ViolationCode.BACKWARDS in codes(check_programme(make_trip(), programme))


def test_a_session_elsewhere_than_its_item_is_reported() -> None:
    programme = change_session(make_programme(), "briefing-1", place="ministry")
    found = check_programme(make_trip(), programme)
    wrong = next(violation for violation in found if violation.code is ViolationCode.WRONG_PLACE)
    assert (wrong.sessions, wrong.places) == (("briefing-1",), ("ministry", "hotel-washington"))


def test_a_must_item_without_a_session_is_reported() -> None:
    (found,) = check_programme(make_trip(), drop_session(make_programme(), "briefing-1"))
    assert (found.code, found.items) == (ViolationCode.MUST_MISSING, ("briefing",))


def test_another_item_may_be_left_out() -> None:
    trip = change_item(make_trip(), "briefing", must=False)
    assert check_programme(trip, drop_session(make_programme(), "briefing-1")) == ()


def test_an_item_both_placed_and_unplaced_is_reported() -> None:
    programme = make_programme()
    programme = replace(programme, unplaced=(*programme.unplaced, Unplaced(item="acme", reasons=())))
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.items) == (ViolationCode.PLACED_AND_UNPLACED, ("acme",))


def test_a_meal_break_that_runs_backwards_is_reported() -> None:
    programme = make_programme()
    lunch = replace(programme.meals[0], end=programme.meals[0].start)
    found = check_programme(make_trip(), replace(programme, meals=(lunch, *programme.meals[1:])))
    backwards = next(violation for violation in found if violation.code is ViolationCode.BACKWARDS)
    assert (backwards.day, backwards.meal) == (MONDAY, lunch.meal)
