"""The readable part of a trip file that has errors, so that its references are checked in the same run."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from geleit.domain.validation.references import COLLECTIONS
from geleit.tripfile.shapes import TripShape

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
    broken: dict[str, set[int]] = {}
    dropped: set[str] = set()
    for details in error.errors(include_url=False, include_input=False, include_context=False):
        key, *rest = details["loc"] or ("",)
        if rest and isinstance(rest[0], int) and key in COLLECTIONS:
            broken.setdefault(str(key), set()).add(rest[0])
        else:
            dropped.add(str(key))
    kept = {key: _without(value, broken.get(key, set())) for key, value in data.items() if key not in dropped}
    try:
        shape = TripShape.model_validate({**_STAND_INS, **kept})
    except ValidationError:
        return None
    return ReadablePart(shape, {key: _ids(data.get(key)) for key in COLLECTIONS})


def _without(value: object, positions: set[int]) -> object:
    if not positions or not isinstance(value, list):
        return value
    return [member for position, member in enumerate(value) if position not in positions]


def _ids(value: object) -> tuple[str, ...]:
    members = value if isinstance(value, list) else []
    ids = (member.get("id") for member in members if isinstance(member, dict))
    return tuple(each for each in ids if isinstance(each, str))
