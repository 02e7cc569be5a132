"""Mercator windows, longitudes without a seam, great circles."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.documents.map.projection import (
    View,
    continuous_longitudes,
    distance_km,
    initial_bearing,
    mercator_y,
    nearest_turn,
)

LONGITUDES = st.floats(-180, 180)


def test_a_window_shows_its_corners_where_they_belong() -> None:
    view = View(west_deg=0, north=mercator_y(60), scale=1000, width_px=720, height_px=700)

    assert view.to_px(60, 0) == (0, 0)
    assert view.to_px(60, math.degrees(0.72))[0] == pytest.approx(720)
    assert view.east_deg == pytest.approx(math.degrees(0.72))


def test_latitudes_beyond_the_map_are_drawn_at_its_end() -> None:
    assert mercator_y(90) == mercator_y(85)
    assert mercator_y(-90) == -mercator_y(85)


def test_the_pacific_is_not_torn_apart() -> None:
    assert continuous_longitudes([139.7, -118.2]) == pytest.approx([139.7, 241.8])
    assert continuous_longitudes([-118.2, 139.7]) == pytest.approx([-118.2, -220.3])


def test_longitudes_on_one_side_stay_as_they_are() -> None:
    assert continuous_longitudes([-77.0, -74.0, -71.1]) == pytest.approx([-77.0, -74.0, -71.1])
    assert continuous_longitudes([11.0]) == [11.0]


@given(st.lists(LONGITUDES, min_size=1, max_size=8))
def test_longitudes_move_by_whole_turns_and_span_as_little_as_they_can(longitudes: list[float]) -> None:
    found = continuous_longitudes(longitudes)
    ring = sorted(lon % 360 for lon in longitudes)
    gaps = [b - a for a, b in zip(ring, [*ring[1:], ring[0] + 360], strict=True)]

    assert found[0] == pytest.approx(longitudes[0], abs=1e-6)
    turns = [(a - b) / 360 for a, b in zip(found, longitudes, strict=True)]
    assert turns == pytest.approx([round(turn) for turn in turns], abs=1e-6)
    assert max(found) - min(found) == pytest.approx(360 - max(gaps), abs=1e-6)


@given(LONGITUDES, st.floats(-720, 720))
def test_the_nearest_turn_is_within_half_the_world(lon: float, reference: float) -> None:
    found = nearest_turn(lon, reference)

    assert abs(found - reference) <= 180 + 1e-6
    assert (found - lon) / 360 == pytest.approx(round((found - lon) / 360), abs=1e-6)


def test_distances_are_those_of_an_atlas() -> None:
    assert distance_km(52.52, 13.405, 39.9, 116.4) == pytest.approx(7360, rel=0.01)
    assert distance_km(10, 179.99, 10, -179.99) == pytest.approx(2.19, rel=0.01)
    assert distance_km(1, 2, 1, 2) == 0


def test_the_way_from_boston_to_erfurt_begins_to_the_north_east() -> None:
    assert math.degrees(initial_bearing(42.36, -71.06, 50.98, 11.03)) == pytest.approx(51, abs=3)
