"""H9, legs: each has one time, in order, within its departures."""

from dataclasses import replace

import pytest

from geleit.domain.violations import ViolationCode
from geleit.planner.check import check_programme
from tests.factories import change_item, codes, instant, make_programme, make_trip, window


@pytest.mark.parametrize(
    ("depart", "arrive", "inside"),
    [
        ("14:30", "18:05", True),
        ("15:30", "19:05", True),
        ("14:29", "18:04", False),
        ("15:31", "19:06", False),
    ],
)
def test_a_leg_leaves_within_its_departures(depart: str, arrive: str, *, inside: bool) -> None:
    legs = list(make_programme().legs)
    legs[1] = replace(legs[1], depart=instant(f"2025-05-20 {depart}"), arrive=instant(f"2025-05-20 {arrive}"))
    found = check_programme(make_trip(), make_programme(legs=tuple(legs)))
    assert [(one.code, one.legs, one.bound_start, one.bound_end) for one in found] == (
        []
        if inside
        else [
            (
                ViolationCode.LEG_WINDOW,
                ("to-new-york",),
                instant("2025-05-20 14:30"),
                instant("2025-05-20 15:30"),
            )
        ]
    )


def test_a_departure_from_home_is_on_the_clock_of_home() -> None:
    legs = list(make_programme().legs)
    legs[0] = replace(legs[0], depart=instant("2025-05-18 13:05"), arrive=instant("2025-05-18 23:55"))
    found = check_programme(make_trip(), make_programme(legs=tuple(legs)))
    assert ViolationCode.LEG_WINDOW in codes(found)


def test_a_leg_takes_its_minutes() -> None:
    legs = list(make_programme().legs)
    legs[1] = replace(legs[1], arrive=instant("2025-05-20 18:30"))
    (found,) = check_programme(make_trip(), make_programme(legs=tuple(legs)))
    assert (found.code, found.wanted, found.available) == (ViolationCode.LEG_DURATION, 215, 210)


def test_a_leg_without_a_time_is_reported() -> None:
    found = check_programme(make_trip(), make_programme(legs=make_programme().legs[:2]))
    assert [(one.code, one.legs) for one in found if one.code is ViolationCode.LEG_MISSING] == [
        (ViolationCode.LEG_MISSING, ("return",))
    ]


def test_a_leg_leaves_after_the_one_before_has_arrived() -> None:
    trip = make_trip(items=())
    early = replace(trip.legs[2], departures=(window("2025-05-20 18:00-18:00"),))
    trip = replace(trip, legs=(*trip.legs[:2], early))
    legs = list(make_programme().legs)
    legs[2] = replace(legs[2], depart=instant("2025-05-20 18:00"), arrive=instant("2025-05-21 03:20"))
    programme = make_programme(legs=tuple(legs), sessions=(), transfers=(), groups=(), meals=(), unplaced=())
    found = check_programme(trip, programme)
    order = next(one for one in found if one.code is ViolationCode.LEG_ORDER)
    assert (order.legs, order.start, order.end) == (
        ("to-new-york", "return"),
        instant("2025-05-20 18:00"),
        instant("2025-05-20 18:35"),
    )


def test_a_leg_without_windows_may_leave_at_any_time() -> None:
    trip = make_trip()
    trip = replace(trip, legs=(trip.legs[0], replace(trip.legs[1], departures=()), trip.legs[2]))
    legs = list(make_programme().legs)
    legs[1] = replace(legs[1], depart=instant("2025-05-20 13:15"), arrive=instant("2025-05-20 16:50"))
    assert check_programme(trip, make_programme(legs=tuple(legs))) == ()


def test_a_later_departure_moves_the_stay() -> None:
    """The university would have to wait for the train."""
    trip = change_item(make_trip(), "university", windows=(window("2025-05-21 09:00-18:00"),))
    late = replace(trip.legs[1], departures=(window("2025-05-21 07:00-07:00"),))
    trip = replace(trip, legs=(trip.legs[0], late, trip.legs[2]))
    legs = list(make_programme().legs)
    legs[1] = replace(legs[1], depart=instant("2025-05-21 07:00"), arrive=instant("2025-05-21 10:35"))
    found = check_programme(trip, make_programme(legs=tuple(legs)))
    assert ViolationCode.NOT_AT_STATION in codes(found)
