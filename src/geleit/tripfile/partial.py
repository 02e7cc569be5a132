"""The readable part of a trip file that has errors, so that its references are checked in the same run."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from geleit.domain.validation.references import COLLECTIONS
from geleit.tripfile import shapes
from geleit.tripfile.shapes import TripShape

_MEMBERS: Final[Mapping[str, type[shapes.Shape]]] = {
    "places": shapes.PlaceShape,
    "stations": shapes.StationShape,
    "legs": shapes.LegShape,
    "groups": shapes.GroupShape,
    "hosts": shapes.HostShape,
    "items": shapes.ItemShape,
    "organisations": shapes.OrganisationShape,
    "delegates": shapes.DelegateShape,
    "sectors": shapes.SectorShape,
}

_FIELDS: Final[Mapping[str, Mapping[str, object]]] = {
    "places": {"name": "x", "lat": 0, "lon": 0, "zone": "UTC", "country": "DE"},
    "stations": {"name": "x"},
    "legs": {"mode": "bus", "travel_min": 60, "departures": []},
    "groups": {"name": "x", "seats": 1},
    "hosts": {"name": "x", "kind": "company"},
    "items": {"title": "x", "kind": "briefing", "duration_min": 60},
    "organisations": {"name": "x"},
    "delegates": {"name": "x", "role": "business"},
    "sectors": {"name": "x"},
}
"""What stands in for a required field that cannot be read: only references are looked at."""

_STAND_INS: Final[Mapping[str, object]] = {
    "id": "unknown",
    "title": "unknown",
    "dates": "2000-01-01",
    "places": [],
}


@dataclass(frozen=True, slots=True)
class ReadablePart:
    """What could be read.

    Parameters
    ----------
    declared
        Ids by key of the objects that are in the file but could not be read.
    """

    shape: TripShape
    declared: Mapping[str, tuple[str, ...]]


def readable_part(data: Mapping[str, object], error: ValidationError) -> ReadablePart | None:
    """Return a trip of the objects without errors; None when its stations or its home cannot be read."""
    broken: dict[str, dict[int, set[str]]] = {}
    dropped: set[str] = set()
    for details in error.errors(include_url=False, include_input=False, include_context=False):
        key, *rest = details["loc"] or ("",)
        if rest and isinstance(rest[0], int) and key in COLLECTIONS:
            fields = broken.setdefault(str(key), {}).setdefault(rest[0], set())
            fields.add(str(rest[1]) if len(rest) > 1 else "id")
        else:
            dropped.add(str(key))
    kept = {
        key: _without(key, value, broken.get(key, {})) for key, value in data.items() if key not in dropped
    }
    try:
        shape = TripShape.model_validate({**_STAND_INS, **kept})
    except ValidationError:
        return None
    return ReadablePart(shape, {key: _ids(data.get(key)) for key in COLLECTIONS})


def _without(key: str, value: object, broken: Mapping[int, set[str]]) -> object:
    """Return a list without the fields that cannot be read, stand-ins for those that are required."""
    if not broken or not isinstance(value, list):
        return value
    needed = {name for name, field in _MEMBERS[key].model_fields.items() if field.is_required()}
    kept: list[object] = []
    for position, member in enumerate(value):
        fields = broken.get(position, set())
        stand_ins = {name: each for name, each in _FIELDS.get(key, {}).items() if name in fields}
        if not fields:
            kept.append(member)
        elif isinstance(member, dict) and fields & needed <= set(stand_ins):
            kept.append({name: each for name, each in member.items() if name not in fields} | stand_ins)
    return kept


def _ids(value: object) -> tuple[str, ...]:
    members = value if isinstance(value, list) else []
    ids = (member.get("id") for member in members if isinstance(member, dict))
    return tuple(each for each in ids if isinstance(each, str))
