"""Land, cut to a window."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.documents.map.coast import MARGIN_PX, coast_points_in, land_in, load_coast
from geleit.documents.map.ground import Ground, read_ground
from geleit.documents.map.projection import View, mercator_y


def window(lat: float, lon: float, width_deg: float, width_px: float = 720, height_px: float = 700) -> View:
    """Return a window around a place."""
    scale = width_px / np.radians(width_deg)
    west = lon - width_deg / 2
    return View(west, mercator_y(lat) + height_px / 2 / scale, scale, width_px, height_px)


def ground(view: View) -> Ground:
    """Return land and sea of a window."""
    return read_ground(land_in(view), view.width_px, view.height_px)


@pytest.mark.parametrize(
    ("place", "lat", "lon", "is_land"),
    [
        ("Erfurt", 50.98, 11.03, True),
        ("Beijing", 39.9, 116.4, True),
        ("Chukotka west of the date line", 67.0, 178.0, True),
        ("Chukotka east of the date line", 67.0, -176.5, True),
        ("Vanua Levu", -16.6, 179.2, True),
        ("Mount Erebus", -77.53, 167.15, True),
        ("inner Antarctica on the date line", -80.5, 180.0, False),
        ("Antarctica's interior", -80.0, 60.0, True),
        ("Atlantic", 38.0, -50.0, False),
        ("Yellow Sea", 35.5, 123.0, False),
        ("Caspian Sea", 42.0, 50.5, False),
        ("Pacific on the date line", 10.0, 180.0, False),
    ],
)
def test_land_is_where_it_is(place: str, lat: float, lon: float, *, is_land: bool) -> None:
    view = window(lat, lon, 8)

    assert (place, ground(view).is_land(360, 350)) == (place, is_land)


def test_no_coast_is_drawn_along_the_date_line() -> None:
    view = window(67.0, 180.0, 6)
    seam_px = view.to_px(67.0, 180.0)[0]
    on_seam = [np.count_nonzero(np.abs(ring[:, 0] - seam_px) < 0.5) for ring in land_in(view)]

    assert max(on_seam) < 2


def test_the_same_window_a_turn_further_shows_the_same_land() -> None:
    here, there = land_in(window(-17, 179, 8)), land_in(window(-17, 179 - 360, 8))

    assert [ring.tolist() for ring in there] == [pytest.approx(ring, abs=1e-6) for ring in here]


@given(st.floats(-80, 80), st.floats(-400, 400), st.floats(0.5, 360))
def test_land_stays_inside_the_margin_and_is_simple_enough(lat: float, lon: float, width_deg: float) -> None:
    view = window(lat, lon, width_deg)
    land = land_in(view)
    slack = MARGIN_PX + 1e-6

    assert sum(len(ring) for ring in land) < 6000
    for ring in land:
        assert len(ring) >= 3
        assert -slack <= ring[:, 0].min() <= ring[:, 0].max() <= view.width_px + slack
        assert -slack <= ring[:, 1].min() <= ring[:, 1].max() <= view.height_px + slack


def test_the_file_is_read_once() -> None:
    assert load_coast() is load_coast()


def test_much_of_a_coast_counts_for_more_than_none() -> None:
    assert coast_points_in(window(51, 11, 2)) == 0
    assert coast_points_in(window(60, 5, 4)) > 500


def test_ground_without_land_is_sea() -> None:
    sea = read_ground([], 720, 700)

    assert sea.land_share(0, 0, 720, 700) == 0


def test_a_square_island_covers_its_share() -> None:
    island = np.array([[120.0, 120.0], [240.0, 120.0], [240.0, 240.0], [120.0, 240.0]])
    found = read_ground([island], 720, 720)

    assert found.land_share(120, 120, 239, 239) == 1
    assert found.land_share(0, 0, 719, 719) == pytest.approx(1 / 36)
    assert found.is_land(180, 180)
    assert not found.is_land(300, 180)
