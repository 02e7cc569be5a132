from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.places import Place
from geleit.planner.check import check_programme
from geleit.planner.result import Solved
from geleit.planner.solve import Options, solve
from geleit.tripfile import TripFileError
from geleit.tripfile.load import trip_of_text
from geleit.tripfile.starter import Stop, new_trip
from geleit.tripfile.starter.stops import cities

START = date(2026, 4, 6)
NAMES = st.sampled_from(
    ["Weimar", "北京", "New York", "Auckland", "Paris", "null", "a: b # c", '"x"', "Ōsaka", " "]
)


def place_of(text: str, place: str) -> Place:
    return trip_of_text(text, "t").trip.place_by_id[place]


@given(names=st.lists(NAMES, min_size=1, max_size=4), start=st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_a_new_trip_is_valid_wherever_and_whenever_it_goes(names: list[str], start: date) -> None:
    loaded = trip_of_text(
        new_trip("new", "New: trip", [Stop(name=name) for name in names], start), "new.yaml"
    )

    assert loaded.warnings == ()
    assert (loaded.trip.dates.earliest, len(loaded.trip.stations)) == (start, len(names))


@pytest.mark.parametrize("names", [["Weimar"], ["Tokyo", "Seoul"], ["New York", "Chicago"]])
def test_a_new_trip_can_be_planned(names: list[str]) -> None:
    trip = trip_of_text(new_trip("new", "New", [Stop(name=name) for name in names], START), "t").trip

    result = solve(trip, Options(rounds=2))

    assert isinstance(result, Solved)
    assert check_programme(trip, result.programme) == ()
    assert len(result.programme.sessions_of) == len(trip.items)


def test_a_known_city_is_where_it_is() -> None:
    place = place_of(new_trip("new", "New", [Stop(name="Shanghai")], START), "hotel-shanghai")

    assert (place.lat, place.lon, place.zone, place.country) == (31.2333, 121.4667, "Asia/Shanghai", "CN")
    assert place.assumed == {"name", "lat", "lon", "zone", "country"}


def test_what_is_given_is_no_assumption() -> None:
    stop = Stop(name="Ōsaka", lat=34.69, lon=135.5, zone="Asia/Tokyo", country="JP")

    place = place_of(new_trip("new", "New", [stop], START), "hotel-osaka")

    assert (place.lat, place.zone, set(place.assumed)) == (34.69, "Asia/Tokyo", {"name"})


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_file_explains_itself(lang: str) -> None:
    lines = new_trip(
        "new", "New", [Stop(name="Weimar")], START, lang="de" if lang == "de" else "en"
    ).splitlines()

    assert lines[0].startswith("# ")
    assert sum(line.startswith("#") for line in lines) >= 15
    assert max(len(line) for line in lines) <= 120


@pytest.mark.parametrize(
    ("trip_id", "stop", "told"),
    [
        ("New trip", Stop(name="Weimar"), r"id 'New trip' is no id.*did you mean 'new-trip'\?"),
        ("new", Stop(name="Weimar", lat=95.0), "lat 95.0 is not between -90 and 90"),
        ("new", Stop(name="Weimar", zone="Europe/Weimar"), "'Europe/Weimar' is not an IANA time zone"),
        ("new", Stop(name="Weimar", country="Germany"), "'Germany' is not an ISO 3166 code"),
    ],
)
def test_what_cannot_be_is_refused(trip_id: str, stop: Stop, told: str) -> None:
    with pytest.raises(TripFileError, match=told):
        new_trip(trip_id, "New", [stop], START)


def test_cities_are_read_from_the_time_zone_database() -> None:
    found = cities()

    assert (found["new york"].country, found["new york"].lat, found["new york"].lon) == (
        "US",
        40.7142,
        -74.0064,
    )
    assert found["buenos aires"].lat < 0
