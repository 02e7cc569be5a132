"""Bends of legs and ways home."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.documents.map.curves import (
    Curve,
    bent,
    choose_flight,
    choose_leg,
    choose_way_home,
    exit_point,
    nearest_px,
)

NOTHING = np.empty((0, 2))
PX = st.floats(20, 680)


def always_land(_x: float, _y: float) -> bool:
    return True


def test_a_bend_leans_to_the_left_of_travel_if_positive() -> None:
    assert bent((0, 0), (100, 0), 0.1).control == (50, -10)
    assert bent((0, 0), (100, 0), -0.1).control == (50, 10)


def test_a_curve_starts_and_ends_at_its_stations() -> None:
    points = bent((10, 20), (300, 400), 0.13).points(9)

    assert points[[0, -1]].tolist() == [[10, 20], [300, 400]]
    assert Curve((0, 0), (5, 5), (10, 0)).path_data() == "M0.0,0.0Q5.0,5.0 10.0,0.0"


def test_a_leg_bends_over_land() -> None:
    north = choose_leg((100, 300), (500, 300), dots=[], lines=NOTHING, is_land=lambda _x, y: y < 300)
    south = choose_leg((100, 300), (500, 300), dots=[], lines=NOTHING, is_land=lambda _x, y: y > 300)

    assert north.control[1] < 300 < south.control[1]


def test_a_leg_goes_round_another_station() -> None:
    way = choose_leg((100, 300), (500, 300), dots=[(300, 270)], lines=NOTHING, is_land=always_land)

    assert nearest_px(way.points(), [(300, 270)]) >= 34


def test_the_way_back_does_not_lie_on_the_way_there() -> None:
    there = choose_leg((100, 300), (500, 300), dots=[], lines=NOTHING, is_land=always_land)
    back = choose_leg((500, 300), (100, 300), dots=[], lines=there.points(), is_land=always_land)

    assert (there.control[1] - 300) * (back.control[1] - 300) < 0


@given(PX, PX, st.floats(-10, 10))
def test_a_straight_way_out_ends_just_outside_the_map(x: float, y: float, angle: float) -> None:
    out_x, out_y = exit_point((x, y), angle, 720, 700)

    assert max(abs(out_x - 360) - 372, abs(out_y - 350) - 362) == pytest.approx(0, abs=1e-6)
    assert math.sin(angle) * (out_x - x) - math.cos(angle) * (out_y - y) > 0


def test_a_flight_leaves_towards_home_if_nothing_is_in_the_way() -> None:
    way = choose_flight((360, 350), 0.0, size=(720, 700), dots=[], lines=NOTHING, blocked=lambda _points: 0.0)

    assert way.end == pytest.approx((360, -12))


def test_a_flight_turns_aside_from_the_route() -> None:
    route = bent((360, 350), (360, 0), 0).points()
    way = choose_flight((360, 350), 0.0, size=(720, 700), dots=[], lines=route, blocked=lambda _points: 0.0)

    assert abs(way.end[0] - 360) > 60


def test_a_way_home_on_the_map_keeps_clear_of_stations() -> None:
    way = choose_way_home((100, 300), (500, 300), dots=[(300, 276)], lines=NOTHING)

    assert nearest_px(way.points(41), [(300, 276)]) >= 30
    assert way.end == (500, 300)


def test_the_distance_to_nothing_is_infinite() -> None:
    assert nearest_px(NOTHING, [(1, 1)]) == math.inf
    assert nearest_px(np.array([[1.0, 1.0]]), []) == math.inf
