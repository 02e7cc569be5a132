from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from geleit.domain.trip import Trip
from geleit.tripfile import load_trip
from geleit.tripfile.build import build_trip
from geleit.tripfile.dump import dump_trip, trip_values, write_folder
from geleit.tripfile.shapes import TripShape
from geleit.tripfile.source import Source, read_into
from tests.factories import make_trip
from tests.unit.tripfile.trip_strategies import trips

SHIPPED = sorted(path for path in (Path(__file__).parents[3] / "trips").iterdir() if path.is_dir())


def trip_of(text: str) -> Trip:
    """Return the trip of a text without asking whether it makes sense."""
    source = Source("trip.yaml")
    assert read_into(source, "trip.yaml", text) == []
    return build_trip(TripShape.model_validate(source.data))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(trips())
def test_a_dumped_trip_is_read_back_as_it_was(trip: Trip) -> None:
    assert trip_of(dump_trip(trip)) == trip


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_trips_survive_the_dump(path: Path, tmp_path: Path) -> None:
    trip = load_trip(path)
    file = tmp_path / "trip.yaml"

    file.write_text(dump_trip(trip), encoding="utf-8")

    assert load_trip(file) == trip


def test_defaults_are_left_out() -> None:
    gamma = trip_values(make_trip())["items"]

    assert isinstance(gamma, list)
    assert gamma[-1] == {
        "id": "gamma",
        "title": "Gamma",
        "kind": "company_visit",
        "station": "washington",
        "place": "acme-house",
        "duration_min": 60,
        "windows": ["2025-05-19 13:00-15:00"],
    }


def test_a_folder_holds_one_file_for_each_concern(tmp_path: Path) -> None:
    write_folder(make_trip(), tmp_path / "tiny")

    files = sorted(path.name for path in (tmp_path / "tiny").iterdir())
    assert files == ["delegates.yaml", "items.yaml", "places.yaml", "trip.yaml"]
    assert load_trip(tmp_path / "tiny") == make_trip()


def test_a_folder_with_a_trip_is_not_overwritten(tmp_path: Path) -> None:
    write_folder(make_trip(), tmp_path)

    with pytest.raises(FileExistsError, match="holds YAML files already"):
        write_folder(make_trip(), tmp_path)
