"""Dots, zoom and crowds."""

import pytest

from geleit.documents.map.model import MapExcursion, MapStop
from geleit.documents.map.places import (
    Pads,
    Place,
    find_crowds,
    fit_view,
    gather_places,
    with_own_excursions,
    zoom_to_coast,
)
from geleit.documents.map.projection import distance_km, mercator_y

SEOUL, BUSAN = MapStop("Seoul", 37.57, 126.98, "1.–3. Mai"), MapStop("Busan", 35.18, 129.08)


def test_a_round_trip_shares_the_dot_of_its_two_ends() -> None:
    back = MapStop("Seoul", 37.57, 126.98, "5. Mai")
    places, place_of = gather_places([SEOUL, BUSAN, back], [])

    assert place_of == [0, 1, 0]
    assert [(place.numbers, place.notes) for place in places] == [
        ((1, 3), ("1.–3. Mai", "5. Mai")),
        ((2,), ()),
    ]


def test_own_numbers_win_over_positions() -> None:
    places, _ = gather_places([MapStop("A", 1, 1, number=4), MapStop("B", 5, 5)], [])

    assert [place.numbers for place in places] == [(4,), (2,)]


def test_an_excursion_belongs_to_its_station_and_one_at_the_station_itself_is_left_out() -> None:
    incheon = MapExcursion(MapStop("Incheon", 37.46, 126.7), 0)
    inside = MapExcursion(MapStop("Gangnam", 37.571, 126.981), 0)
    places, _ = gather_places([SEOUL], [incheon, inside])

    assert [(place.names, place.is_station, place.home_place) for place in places] == [
        (("Seoul",), True, -1),
        (("Incheon",), False, 0),
    ]


def test_an_excursion_over_the_date_line_stays_beside_its_station() -> None:
    places, _ = gather_places([MapStop("A", 0, 179.8)], [MapExcursion(MapStop("B", 0, -179.9), 0)])

    assert places[1].lon == pytest.approx(180.1)


def test_all_places_lie_inside_the_pads() -> None:
    places, _ = gather_places([SEOUL, BUSAN, MapStop("Jeju", 33.5, 126.53)], [])
    view = fit_view(places, 720, 700, Pads(0.3, 0.1, 0.2, 0.25), 220)
    x, y = zip(*(view.to_px(place.lat, place.lon) for place in places), strict=True)

    assert 216 - 1e-6 <= min(x) <= max(x) <= 576 + 1e-6
    assert 70 - 1e-6 <= min(y) <= max(y) <= 525 + 1e-6


def test_a_map_never_goes_closer_than_its_least_width() -> None:
    places, _ = gather_places([SEOUL], [])
    view = fit_view(places, 720, 700, Pads(), 220)

    assert distance_km(37.57, view.west_deg, 37.57, view.east_deg) == pytest.approx(220, rel=0.01)


def test_a_window_at_the_pole_does_not_show_what_is_not_there() -> None:
    places, _ = gather_places([MapStop("Alert", 82.5, -62.3)], [])
    view = fit_view(places, 720, 700, Pads(), 2000)

    assert view.north == pytest.approx(mercator_y(85) + 80 / view.scale)


def test_a_lonely_place_inland_is_shown_from_far_enough_to_see_a_coast() -> None:
    places, _ = gather_places([MapStop("Nairobi", -1.29, 36.82)], [])
    closest = fit_view(places, 720, 700, Pads(), 420)

    assert closest.scale / zoom_to_coast(closest, single=True).scale == pytest.approx(2.0)


def test_only_close_dots_are_a_crowd_the_closest_first() -> None:
    points = [(0.0, 0.0), (30.0, 0.0), (300.0, 0.0), (310.0, 0.0), (600.0, 0.0)]

    assert find_crowds(points, 40) == [[2, 3], [0, 1]]


def test_a_chain_does_not_grow_into_one_crowd() -> None:
    chain = [(30.0 * i, 0.0) for i in range(9)]

    assert max(len(crowd) for crowd in find_crowds(chain, 40)) <= 3


def test_excursions_of_a_crowded_station_join_its_inset() -> None:
    station = Place(("S",), 0, 0, (), (1,))
    near, far = Place(("E",), 0, 0, (), (), 0), Place(("F",), 0, 0, (), (), 0)
    points = [(0.0, 0.0), (20.0, 0.0), (90.0, 0.0)]

    assert with_own_excursions([0, 1], [station, near, far], points, 100) == [0, 1, 2]
    assert with_own_excursions([0, 1], [station, near, far], points, 80) == [0, 1]
