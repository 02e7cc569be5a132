"""Stays, usual windows and day parts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.dates import DateSpan
from geleit.domain.kinds import DayPart, ItemKind
from geleit.domain.programme import PlannedLeg
from geleit.domain.stays import Stay, day_part_of, effective_windows, stays
from geleit.domain.windows import Clock, Window
from tests.factories import (
    MONDAY,
    SUNDAY,
    TUESDAY,
    WEDNESDAY,
    change_frame,
    instant,
    make_item,
    make_programme,
    make_trip,
    window,
)

LEGS = make_programme().legs


def test_stays_lie_between_the_legs() -> None:
    assert stays(make_trip(), LEGS) == (
        Stay("washington", instant("2025-05-18 17:55"), instant("2025-05-20 15:00")),
        Stay("new-york", instant("2025-05-20 18:35"), instant("2025-05-21 18:30")),
    )


def test_the_order_in_which_legs_are_given_does_not_matter() -> None:
    assert stays(make_trip(), LEGS[::-1]) == stays(make_trip(), LEGS)


def test_a_first_leg_from_a_station_ends_a_stay_that_began_with_the_stations_dates() -> None:
    assert stays(make_trip(), LEGS[1:])[0] == Stay(
        "washington", instant("2025-05-18 00:00"), instant("2025-05-20 15:00")
    )


def test_a_last_leg_to_a_station_begins_a_stay_that_ends_with_the_trips_dates() -> None:
    assert stays(make_trip(), LEGS[:2])[-1] == Stay(
        "new-york", instant("2025-05-20 18:35"), instant("2025-05-23 00:00")
    )


def test_without_legs_each_station_has_its_own_dates() -> None:
    trip = make_trip()
    own = replace(trip.stations[0], dates=DateSpan.parse("2025-05-18", "2025-05-19"))
    trip = replace(trip, stations=(own, trip.stations[1]))
    assert stays(trip, ()) == (
        Stay("washington", instant("2025-05-18 00:00"), instant("2025-05-20 00:00")),
        Stay("new-york", instant("2025-05-18 00:00"), instant("2025-05-23 00:00")),
    )


def test_a_leg_that_the_trip_does_not_know_is_left_out() -> None:
    strange = PlannedLeg(leg="to-the-moon", depart=LEGS[0].arrive, arrive=LEGS[1].depart)
    assert stays(make_trip(), (*LEGS, strange)) == stays(make_trip(), LEGS)


def test_legs_in_the_wrong_order_leave_no_stay_that_runs_backwards() -> None:
    early = replace(LEGS[2], depart=instant("2025-05-20 16:00"), arrive=instant("2025-05-21 01:20"))
    assert all(stay.start < stay.end for stay in stays(make_trip(), (*LEGS[:2], early)))


def test_a_stay_covers_what_touches_its_ends() -> None:
    stay = stays(make_trip(), LEGS)[0]
    minute = timedelta(minutes=1)
    assert stay.covers(stay.start, stay.end)
    assert not stay.covers(stay.start - minute, stay.end)
    assert not stay.covers(stay.start, stay.end + minute)


def test_the_days_of_a_stay_are_local() -> None:
    stay = Stay("washington", instant("2025-05-18 20:30"), instant("2025-05-20 00:00"))
    assert stay.days("America/New_York") == (SUNDAY, MONDAY)
    assert stay.days("UTC") == (MONDAY, TUESDAY)


@pytest.mark.parametrize(
    ("kind", "clock"),
    [
        (ItemKind.COMPANY_VISIT, Clock(9 * 60, 17 * 60 + 30)),
        (ItemKind.EXCURSION, Clock(9 * 60, 17 * 60 + 30)),
        (ItemKind.DINNER, Clock(18 * 60, 22 * 60)),
        (ItemKind.RECEPTION, Clock(18 * 60, 22 * 60)),
        (ItemKind.EXCHANGE, Clock(7 * 60, 23 * 60)),
        (ItemKind.FREE_TIME, Clock(7 * 60, 23 * 60)),
    ],
)
def test_an_item_without_windows_has_the_usual_hours_of_its_kind(kind: ItemKind, clock: Clock) -> None:
    assert effective_windows(make_trip(), make_item(kind=kind)) == (Window(None, clock),)


def test_an_item_keeps_its_own_windows() -> None:
    own = (window("2025-05-19 06:00-07:00"), window("10:00-11:00", on_closed_days=True))
    assert effective_windows(make_trip(), make_item(windows=own)) == own


@pytest.mark.parametrize(
    ("clock", "day", "part"),
    [
        ("2025-05-19 00:00", MONDAY, DayPart.MORNING),
        ("2025-05-19 12:59", MONDAY, DayPart.MORNING),
        ("2025-05-19 13:00", MONDAY, DayPart.AFTERNOON),
        ("2025-05-19 17:59", MONDAY, DayPart.AFTERNOON),
        ("2025-05-19 18:00", MONDAY, DayPart.EVENING),
        ("2025-05-19 23:59", MONDAY, DayPart.EVENING),
    ],
)
def test_an_instant_belongs_to_the_part_of_its_local_day(clock: str, day: date, part: DayPart) -> None:
    assert day_part_of(make_trip(), "washington", instant(clock)) == (day, part)


def test_home_has_its_own_clock() -> None:
    assert day_part_of(make_trip(), None, instant("2025-05-18 23:30", "Europe/Berlin")) == (
        SUNDAY,
        DayPart.EVENING,
    )


@pytest.mark.parametrize(
    ("clock", "day", "part"),
    [
        ("2025-05-20 00:59", MONDAY, DayPart.EVENING),
        ("2025-05-20 01:00", TUESDAY, DayPart.MORNING),
    ],
)
def test_a_day_goes_on_until_its_frame_ends_it(clock: str, day: date, part: DayPart) -> None:
    trip = change_frame(make_trip(), day=Clock(7 * 60, 25 * 60))
    assert day_part_of(trip, "washington", instant(clock)) == (day, part)


@given(minutes=st.integers(0, 4 * 24 * 60), end_min=st.integers(8 * 60, 31 * 60))
def test_day_and_part_never_run_backwards(minutes: int, end_min: int) -> None:
    trip = change_frame(make_trip(), day=Clock(7 * 60, end_min))
    first = instant("2025-05-18 00:00") + timedelta(minutes=minutes)
    order = list(DayPart)
    before, after = (
        (day, order.index(part))
        for day, part in (
            day_part_of(trip, "washington", first),
            day_part_of(trip, "washington", first + timedelta(minutes=1)),
        )
    )
    assert before <= after
    assert before[0] <= WEDNESDAY + timedelta(days=1)
