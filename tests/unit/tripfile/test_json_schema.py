import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from pydantic_core import PydanticUndefined

from geleit.domain import hosts, items, people, places, trip
from geleit.tripfile import shapes
from geleit.tripfile.dump import trip_values
from geleit.tripfile.json_schema import field_texts, part_schema, programme_schema, trip_schema
from geleit.tripfile.source import read_source
from scripts.make_schemas import stale
from tests.unit.tripfile.trip_strategies import trips

ROOT = Path(__file__).parents[3]
SHIPPED = sorted(path for path in (ROOT / "trips").iterdir() if path.is_dir())
SHAPES = [getattr(shapes, name) for name in shapes.__all__ if name.endswith("Shape")]
DOMAIN = {
    "PlaceShape": places.Place,
    "StationShape": trip.Station,
    "LegShape": trip.Leg,
    "FrameShape": trip.Frame,
    "GroupShape": people.Group,
    "CalendarShape": trip.CalendarOverride,
    "ContactShape": hosts.Contact,
    "HostShape": hosts.Host,
    "RequestShape": hosts.HostRequest,
    "NameListShape": hosts.NameList,
    "ItemShape": items.Item,
    "OrganisationShape": people.Organisation,
    "PresenceShape": people.Presence,
    "DelegateShape": people.Delegate,
    "SectorShape": trip.Sector,
    "FeeShape": trip.FeeTier,
    "CallShape": trip.Call,
    "NoteShape": trip.Note,
    "TripShape": trip.Trip,
}


@pytest.mark.parametrize("make", [trip_schema, part_schema, programme_schema])
def test_the_schema_is_a_schema(make: Any) -> None:
    Draft202012Validator.check_schema(make())


def test_the_published_schemas_are_current() -> None:
    assert stale(ROOT) == [], "run: python scripts/make_schemas.py"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_trips_follow_the_published_schema(path: Path) -> None:
    schema = json.loads((ROOT / "src/geleit/tripfile/schema/trip.schema.json").read_text(encoding="utf-8"))
    source, _ = read_source(path)

    errors = [
        (list(error.absolute_path), error.message)
        for error in Draft202012Validator(schema).iter_errors(source.data)
    ]

    assert errors == []


@pytest.mark.parametrize("path", sorted(SHIPPED[0].glob("*.yaml")), ids=lambda path: path.name)
def test_each_file_of_a_folder_follows_the_schema_for_editors(path: Path) -> None:
    source, _ = read_source(path)

    assert list(Draft202012Validator(part_schema()).iter_errors(source.data)) == []


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=20)
@given(trips())
def test_whatever_trip_is_written_follows_the_schema(made: trip.Trip) -> None:
    assert list(Draft202012Validator(trip_schema()).iter_errors(trip_values(made))) == []


@pytest.mark.parametrize(
    "values",
    [
        {"pins": [{"item": "a", "day": "2025-05-18", "part": "morning"}]},
        {"rules": [{}]},
        {"items": [{"id": "a", "title": "x", "kind": "visit", "station": "s", "duration_min": 60}]},
        {"titel": "x"},
        {"dates": "18.05.2025"},
        {"delegates": None},
        {"organisations": [{"id": "a", "name": ""}]},
        {"organisations": [{"id": "a", "name": {}}]},
        {"delegates": [{"id": "a", "name": " ", "role": "press"}]},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses_too(values: dict[str, object]) -> None:
    assert len(list(Draft202012Validator(part_schema()).iter_errors(values))) >= 1


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_says_what_it_is(shape: type[shapes.Shape]) -> None:
    assert set(field_texts(shape)) == set(shape.model_fields)
    assert all(text.endswith((".", ".)")) for text in field_texts(shape).values())


@pytest.mark.parametrize(("name", "kind"), DOMAIN.items(), ids=list(DOMAIN))
def test_defaults_are_those_of_the_domain(name: str, kind: Any) -> None:
    shape: type[shapes.Shape] = getattr(shapes, name)
    known = {field.name: field for field in fields(kind)}
    plain = [each for each in shape.model_fields if each in known and not _is_built(shape, each)]

    for each in plain:
        own, theirs = shape.model_fields[each], known[each]
        default = theirs.default_factory() if theirs.default_factory is not MISSING else theirs.default
        if own.is_required():
            assert default is MISSING or own.default is PydanticUndefined
        else:
            assert own.get_default(call_default_factory=True) in (default, _listed(default))


def _listed(default: object) -> object:
    return tuple(sorted(default)) if isinstance(default, frozenset) else default


def _is_built(shape: type[shapes.Shape], field: str) -> bool:
    """Whether the field's default is an object of its own, or depends on other fields."""
    default = shape.model_fields[field].get_default(call_default_factory=True)
    return isinstance(default, (shapes.Shape, dict)) or (shape, field) in {
        (shapes.ItemShape, "place"),
        (shapes.LegShape, "origin"),
        (shapes.LegShape, "destination"),
        (shapes.TripShape, "legs"),
        (shapes.TripShape, "groups"),
        (shapes.TripShape, "travel_min"),
    }
