import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.places import (
    GreatCircleTravel,
    Place,
    PlaceError,
    TableTravel,
    TravelMode,
    TravelTimes,
    distance_km,
)
from geleit.domain.text import Text
from geleit.domain.travel_modes import SPEED_MODELS

MODES = st.sampled_from(TravelMode)


def make_place(place_id: str, lat: float, lon: float, **changes: str) -> Place:
    fields: dict[str, Any] = {
        "name": Text.of(place_id),
        "zone": "America/New_York",
        "country": "US",
    } | changes
    return Place(id=place_id, lat=lat, lon=lon, **fields)


CAPITOL = make_place("capitol", 38.8899, -77.0091)
WHITE_HOUSE = make_place("white-house", 38.8977, -77.0365)
UNION_STATION = make_place("union-station", 38.8953, -77.0063)
BOSTON = make_place("boston", 42.3601, -71.0589)
BERLIN = make_place("berlin", 52.5200, 13.4050, zone="Europe/Berlin", country="DE")
SHANGHAI = make_place("shanghai", 31.2304, 121.4737, zone="Asia/Shanghai", country="CN")
TAICANG = make_place("taicang", 31.4576, 121.1306, zone="Asia/Shanghai", country="CN")
SAME_BUILDING = make_place("capitol-hall", 38.8899, -77.0091)

places = st.builds(
    make_place,
    st.sampled_from(["a", "b", "c"]),
    st.floats(-90, 90),
    st.floats(-180, 180),
)


@pytest.mark.parametrize(
    ("origin", "destination", "km"),
    [(CAPITOL, WHITE_HOUSE, 2.5), (BERLIN, SHANGHAI, 8405), (SHANGHAI, TAICANG, 41.2), (BERLIN, BERLIN, 0)],
)
def test_great_circle_distances(origin: Place, destination: Place, km: float) -> None:
    assert distance_km(origin, destination) == pytest.approx(km, rel=0.01)


def test_half_way_round_the_earth_is_half_its_circumference() -> None:
    north, south = make_place("n", 90, 0), make_place("s", -90, 0)

    assert distance_km(north, south) == pytest.approx(math.pi * 6371.0088)


@given(places, places)
def test_distance_is_the_same_both_ways_and_never_more_than_half_way_round(one: Place, other: Place) -> None:
    assert distance_km(one, other) == pytest.approx(distance_km(other, one), abs=1e-6)
    assert 0 <= distance_km(one, other) <= math.pi * 6371.01


@pytest.mark.parametrize(
    ("origin", "destination", "mode", "minutes"),
    [
        (CAPITOL, UNION_STATION, TravelMode.WALK, 15),
        (CAPITOL, WHITE_HOUSE, TravelMode.BUS, 25),
        (SHANGHAI, TAICANG, TravelMode.BUS, 85),
    ],
)
def test_neighbours_walk_and_others_take_the_bus(
    origin: Place, destination: Place, mode: TravelMode, minutes: int
) -> None:
    travel = GreatCircleTravel()

    assert travel.mode_for(origin, destination) is mode
    assert travel.travel_min(origin, destination) == minutes
    assert travel.travel_min(origin, destination, mode) == minutes


@pytest.mark.parametrize(
    ("mode", "minutes"),
    [
        (TravelMode.WALK, 45),
        (TravelMode.BUS, 25),
        (TravelMode.CAR, 20),
        (TravelMode.METRO, 25),
        (TravelMode.TRAIN, 65),
        (TravelMode.FLIGHT, 245),
    ],
)
def test_a_mode_can_be_asked_for(mode: TravelMode, minutes: int) -> None:
    assert GreatCircleTravel().travel_min(CAPITOL, WHITE_HOUSE, mode) == minutes


def test_over_long_distances_the_faster_modes_win() -> None:
    travel = GreatCircleTravel()
    by_mode = {mode: travel.travel_min(BOSTON, CAPITOL, mode) for mode in TravelMode}

    order = sorted(by_mode, key=lambda mode: by_mode[mode])

    assert [str(mode) for mode in order] == ["train", "flight", "car", "bus", "metro", "walk"]


def test_within_a_place_or_building_nobody_travels() -> None:
    travel = GreatCircleTravel()

    assert travel.travel_min(CAPITOL, CAPITOL) == 0
    assert travel.travel_min(CAPITOL, SAME_BUILDING) == 0
    assert travel.travel_min(CAPITOL, CAPITOL, TravelMode.FLIGHT) == 0


@given(places, places, st.one_of(st.none(), MODES), st.integers(1, 30))
def test_minutes_are_whole_steps_and_the_same_both_ways(
    one: Place, other: Place, mode: TravelMode | None, step: int
) -> None:
    travel = GreatCircleTravel(step_min=step)
    minutes = travel.travel_min(one, other, mode)

    assert minutes == travel.travel_min(other, one, mode)
    assert minutes % step == 0
    assert (minutes == 0) == (one.id == other.id or distance_km(one, other) == 0)


@given(MODES, st.floats(0, 20_000), st.floats(0, 20_000))
def test_farther_never_takes_less_time(mode: TravelMode, one_km: float, other_km: float) -> None:
    model = SPEED_MODELS[mode]
    near, far = sorted([one_km, other_km])

    assert model.overhead_min <= model.minutes(near) <= model.minutes(far)


def test_every_mode_has_speeds_without_end() -> None:
    assert set(SPEED_MODELS) == set(TravelMode)
    assert {model.bands[-1][0] for model in SPEED_MODELS.values()} == {math.inf}


def test_how_far_groups_walk_and_the_step_can_be_set() -> None:
    travel = GreatCircleTravel(walk_up_to_km=3, step_min=1)

    assert travel.mode_for(CAPITOL, WHITE_HOUSE) is TravelMode.WALK
    assert travel.travel_min(CAPITOL, WHITE_HOUSE) == 44


def test_a_step_must_be_positive() -> None:
    with pytest.raises(ValueError, match="minutes are rounded up to a positive step, got 0"):
        GreatCircleTravel(step_min=0)


def test_a_table_counts_more_and_holds_both_ways() -> None:
    travel: TravelTimes = TableTravel({("capitol", "white-house"): 12})

    assert travel.travel_min(CAPITOL, WHITE_HOUSE) == 12
    assert travel.travel_min(WHITE_HOUSE, CAPITOL) == 12
    assert travel.travel_min(CAPITOL, UNION_STATION) == 15
    assert travel.mode_for(CAPITOL, WHITE_HOUSE) is TravelMode.BUS


def test_a_table_may_differ_by_direction() -> None:
    travel = TableTravel({("capitol", "white-house"): 12, ("white-house", "capitol"): 18})

    assert travel.travel_min(CAPITOL, WHITE_HOUSE) == 12
    assert travel.travel_min(WHITE_HOUSE, CAPITOL) == 18


def test_a_table_says_nothing_of_other_modes() -> None:
    travel = TableTravel({("capitol", "white-house"): 12})

    assert travel.travel_min(CAPITOL, WHITE_HOUSE, TravelMode.BUS) == 12
    assert travel.travel_min(CAPITOL, WHITE_HOUSE, TravelMode.WALK) == 45


def test_a_table_does_not_change_with_its_source() -> None:
    source = {("capitol", "white-house"): 12}
    travel = TableTravel(source)

    source[("capitol", "white-house")] = 99

    assert travel.travel_min(CAPITOL, WHITE_HOUSE) == 12


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({("a", "b"): -5}, "travel minutes from 'a' to 'b' are negative: -5"),
        ({("a", "a"): 5}, "travel minutes from 'a' to itself are not 0 but 5"),
    ],
)
def test_a_table_that_cannot_be_is_refused(table: dict[tuple[str, str], int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        TableTravel(table)


@pytest.mark.parametrize(
    ("lat", "lon", "changes", "message"),
    [
        (
            121.4,
            31.2,
            {},
            "place 'x': lat 121.4 is not between -90 and 90; did you mean lat 31.2 and lon 121.4?",
        ),
        (1214, 31, {}, "place 'x': lat 1214 is not between -90 and 90"),
        (31, 1214, {}, "place 'x': lon 1214 is not between -180 and 180"),
        (math.nan, 31, {}, "place 'x': lat nan is not between -90 and 90"),
        (31, math.nan, {}, "place 'x': lon nan is not between -180 and 180"),
        (
            31,
            121,
            {"zone": "Asia/Beijing"},
            "place 'x': zone 'Asia/Beijing' is not an IANA time zone; did you mean 'Asia/Shanghai'?",
        ),
        (31, 121, {"zone": "CDT"}, "place 'x': zone 'CDT' is not an IANA time zone, such as 'Europe/Berlin'"),
        (
            31,
            121,
            {"country": "chn"},
            "place 'x': country 'chn' is not an ISO 3166 code of two capital letters, such as 'DE'",
        ),
    ],
)
def test_a_place_that_cannot_be_is_refused(
    lat: float, lon: float, changes: dict[str, str], message: str
) -> None:
    with pytest.raises(PlaceError) as caught:
        make_place("x", lat, lon, **changes)

    assert str(caught.value) == message
    assert caught.value.place_id == "x"
    assert caught.value.field_name == message.split()[2]
