"""H10: no office on a holiday or weekend, unless its window says so."""

from dataclasses import replace
from datetime import date

import pytest

from geleit.domain.kinds import ItemKind
from geleit.domain.programme import Programme
from geleit.domain.trip import CalendarOverride, Trip
from geleit.domain.violations import Rule, ViolationCode
from geleit.domain.windows import Clock, Window
from geleit.planner.check import check_programme
from tests.factories import (
    MONDAY,
    change_item,
    confirm,
    instant,
    make_delegate,
    make_item,
    make_place,
    make_programme,
    make_session,
    make_trip,
    rules,
)


def test_a_working_day_is_open() -> None:
    assert check_programme(make_trip(), make_programme()) == ()


def test_a_weekend_is_closed_for_offices_and_open_for_dinners() -> None:
    """The welcome dinner is on Sunday; as a briefing it would not be."""
    trip = change_item(
        make_trip(), "welcome", kind=ItemKind.BRIEFING, windows=(Window(None, Clock(0, 1440)),)
    )
    (found,) = check_programme(trip, make_programme())
    assert (found.code, found.items, found.day, found.places) == (
        ViolationCode.CLOSED_DAY,
        ("welcome",),
        date(2025, 5, 18),
        ("hotel-washington",),
    )


def test_a_window_that_is_open_on_closed_days_holds() -> None:
    open_sunday = Window(None, Clock(0, 1440), on_closed_days=True)
    trip = change_item(make_trip(), "welcome", kind=ItemKind.BRIEFING, windows=(open_sunday,))
    assert check_programme(trip, make_programme()) == ()


def test_only_a_window_that_holds_the_session_opens_it() -> None:
    windows = (
        Window(None, Clock(0, 1440)),
        Window(None, Clock(8 * 60, 9 * 60), on_closed_days=True),
    )
    trip = change_item(make_trip(), "welcome", kind=ItemKind.BRIEFING, windows=windows)
    assert rules(check_programme(trip, make_programme())) == {Rule.H10}


def test_a_time_that_the_host_has_confirmed_holds() -> None:
    trip = change_item(make_trip(), "welcome", kind=ItemKind.BRIEFING)
    trip = confirm(trip, "welcome", "2025-05-18 19:00")
    assert check_programme(trip, make_programme()) == ()


def test_the_trip_may_close_a_day_of_one_country() -> None:
    shut = CalendarOverride(country="US", closed=frozenset({MONDAY}))
    found = check_programme(make_trip(calendar=(shut,)), make_programme())
    assert {(one.code, one.items) for one in found} == {
        (ViolationCode.CLOSED_DAY, ("briefing",)),
        (ViolationCode.CLOSED_DAY, ("acme",)),
        (ViolationCode.CLOSED_DAY, ("beta",)),
    }
    elsewhere = CalendarOverride(country="CN", closed=frozenset({MONDAY}))
    assert check_programme(make_trip(calendar=(elsewhere,)), make_programme()) == ()


def test_the_trip_may_open_a_day() -> None:
    trip = change_item(
        make_trip(), "welcome", kind=ItemKind.BRIEFING, windows=(Window(None, Clock(0, 1440)),)
    )
    opened = CalendarOverride(country="US", open=frozenset({date(2025, 5, 18)}))
    assert check_programme(replace(trip, calendar=(opened,)), make_programme()) == ()


def _beijing(day: str) -> tuple[Trip, Programme]:
    trip = make_trip(
        legs=(),
        items=(make_item(place="hotel-washington"),),
        delegates=(make_delegate(),),
        places=tuple(
            make_place(place.id, place.lat, place.lon, zone="Asia/Shanghai", country="CN")
            for place in make_trip().places
        ),
    )
    session = make_session("extra-1", f"{day} 10:00", 60, "hotel-washington", attendees=("dora",))
    start = instant(f"{day} 10:00", "Asia/Shanghai")
    session = replace(session, start=start, end=start + (session.end - session.start))
    return trip, Programme(trip="tiny", sessions=(session,))


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        ("2025-09-30", True),
        ("2025-10-01", False),
        ("2025-10-08", False),
        ("2025-10-09", True),
        ("2025-10-11", True),
        ("2025-10-12", False),
    ],
)
def test_national_day_in_china_is_closed_and_the_shifted_saturday_open(day: str, *, open_: bool) -> None:
    found = rules(check_programme(*_beijing(day)))
    assert (Rule.H10 not in found) is open_
