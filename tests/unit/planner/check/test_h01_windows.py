"""H1: inside one window, in local time, as long as the item says."""

from datetime import timedelta

import pytest

from geleit.domain.kinds import ItemKind
from geleit.domain.people import Presence
from geleit.domain.programme import Programme
from geleit.domain.violations import Rule, ViolationCode
from geleit.domain.windows import Clock, Window
from geleit.planner.check import check_programme
from tests.factories import (
    change_frame,
    change_item,
    change_session,
    confirm,
    instant,
    make_delegate,
    make_item,
    make_place,
    make_programme,
    make_session,
    make_trip,
    move,
    rules,
    window,
)


def test_a_session_that_fills_its_window_is_inside() -> None:
    trip = change_item(make_trip(), "briefing", windows=(window("2025-05-19 09:00-10:00"),))
    assert check_programme(trip, make_programme()) == ()


def test_a_session_that_starts_before_its_window_is_reported_with_the_window() -> None:
    trip = change_item(make_trip(), "briefing", windows=(window("2025-05-19 09:15-12:00"),))
    (found,) = check_programme(trip, make_programme())
    assert (found.code, found.sessions) == (ViolationCode.OUTSIDE_WINDOW, ("briefing-1",))
    assert (found.start, found.end) == (instant("2025-05-19 09:00"), instant("2025-05-19 10:00"))
    assert (found.bound_start, found.bound_end) == (
        instant("2025-05-19 09:15"),
        instant("2025-05-19 12:00"),
    )


def test_a_session_that_ends_after_its_window_is_reported() -> None:
    trip = change_item(make_trip(), "briefing", windows=(window("2025-05-19 09:00-09:59"),))
    assert rules(check_programme(trip, make_programme())) == {Rule.H1}


def test_two_windows_that_touch_do_not_hold_a_session_across_them() -> None:
    halves = (window("2025-05-19 08:00-09:30"), window("2025-05-19 09:30-12:00"))
    trip = change_item(make_trip(), "briefing", windows=halves)
    assert rules(check_programme(trip, make_programme())) == {Rule.H1}


def test_a_window_without_a_day_holds_on_every_day() -> None:
    trip = change_item(make_trip(), "briefing", windows=(window("08:00-10:00"),))
    assert check_programme(trip, make_programme()) == ()


def test_a_window_of_another_day_does_not_hold() -> None:
    trip = change_item(make_trip(), "briefing", windows=(window("2025-05-20 08:00-12:00"),))
    assert rules(check_programme(trip, make_programme())) == {Rule.H1}


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        (ItemKind.COMPANY_VISIT, False),
        (ItemKind.RECEPTION, True),
        (ItemKind.PRESENTATION, True),
    ],
)
def test_an_item_without_windows_has_the_usual_hours_of_its_kind(kind: ItemKind, *, held: bool) -> None:
    trip = change_item(make_trip(), "welcome", kind=kind)
    trip = change_frame(trip, office=Clock(9 * 60, 20 * 60))
    broken = Rule.H1 in rules(check_programme(trip, make_programme()))
    assert broken is not held


def test_a_session_of_another_length_is_reported_with_both_lengths() -> None:
    programme = change_session(make_programme(), "briefing-1", end=instant("2025-05-19 10:15"))
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.wanted, found.available) == (ViolationCode.DURATION, 60, 75)


def test_a_time_that_the_host_has_confirmed_needs_no_window() -> None:
    trip = change_item(make_trip(), "welcome", windows=(window("2025-05-18 20:00-22:00"),))
    assert rules(check_programme(trip, make_programme())) == {Rule.H1}
    assert check_programme(confirm(trip, "welcome", "2025-05-18 19:00"), make_programme()) == ()


def test_a_window_is_read_on_the_wall_clock_through_a_clock_change() -> None:
    """On 2 November 2025 the clock in New York goes back at 02:00, so 00:00-03:00 lasts four hours."""
    item = make_item(
        kind=ItemKind.FREE_TIME,
        place="hotel-washington",
        duration_min=240,
        windows=(Window(instant("2025-11-02 00:00").date(), Clock(0, 180)),),
    )
    trip = change_frame(make_trip(items=(item,), delegates=(make_delegate(),), legs=()), day=Clock(0, 1440))
    session = make_session("extra-1", "2025-11-02 00:00", 240, "hotel-washington", attendees=("dora",))
    found = check_programme(trip, Programme(trip="tiny", sessions=(session,)))
    assert Rule.H1 not in rules(found)
    longer = check_programme(
        change_item(trip, "extra", duration_min=241),
        Programme(
            trip="tiny",
            sessions=(
                make_session("extra-1", "2025-11-02 00:00", 241, "hotel-washington", attendees=("dora",)),
            ),
        ),
    )
    assert Rule.H1 in rules(longer)


def test_a_window_counts_on_the_clock_of_the_station_not_of_the_place() -> None:
    trip = make_trip()
    far = make_place("acme-house", 38.86, -77.05, zone="America/Chicago")
    trip = make_trip(places=tuple(far if place.id == far.id else place for place in trip.places))
    assert check_programme(trip, make_programme()) == ()


def test_minutes_before_and_after_a_session_need_no_window() -> None:
    trip = change_item(make_trip(), "briefing", windows=(window("2025-05-19 09:00-10:00"),))
    trip = change_item(trip, "briefing", arrive_before_min=30, leave_after_min=30)
    assert check_programme(trip, make_programme()) == ()


@pytest.mark.parametrize("minutes", [-31, -30, 0, 120, 121])
def test_a_window_holds_up_to_its_very_ends(minutes: int) -> None:
    trip = make_trip(delegates=(make_delegate(presence=Presence()),))
    programme = Programme(
        trip="tiny",
        sessions=(
            make_session("briefing-1", "2025-05-19 09:00", 60, "hotel-washington", attendees=("dora",)),
        ),
    )
    broken = ViolationCode.OUTSIDE_WINDOW in {
        found.code for found in check_programme(trip, move(programme, "briefing-1", minutes))
    }
    assert broken is not (timedelta(minutes=-30) <= timedelta(minutes=minutes) <= timedelta(minutes=120))
