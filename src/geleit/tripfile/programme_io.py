"""A programme as the text of programme.json, and back."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from geleit.domain.programme import (
    GroupPart,
    MealBreak,
    PlannedLeg,
    Programme,
    Reason,
    Session,
    Transfer,
    Unplaced,
    Value,
)
from geleit.domain.trip import Trip
from geleit.domain.windows import local
from geleit.tripfile.dump import trip_values
from geleit.tripfile.problems import Problem, TripFileError, did_you_mean, listed
from geleit.tripfile.reading import read_text
from geleit.tripfile.shapes import programme as shapes
from geleit.tripfile.shapes.base import Shape
from geleit.tripfile.source import Source, read_into
from geleit.tripfile.words import problems_of

Values = dict[str, Any]

_OMITTED: Final[tuple[object, ...]] = ("", (), None, [])


def programme_text(programme: Programme, trip: Trip) -> str:
    """Return a programme as the text of its file: local times with their offsets, one session or transfer a line.

    A programme without a digest of its trip gets one.

    Parameters
    ----------
    trip
        The trip it was made for; it says which clock each time is shown by.
    """
    values: Values = {
        "format": shapes.FORMAT,
        "trip": programme.trip,
        "trip_digest": programme.trip_digest or trip_digest(trip),
        "seed": programme.seed,
        "version": programme.version,
        "sessions": [_session(each, trip) for each in programme.sessions],
        "groups": [_plain(shapes.GroupPartShape, each) for each in programme.groups],
        "transfers": [_transfer(each, trip) for each in programme.transfers],
        "meals": [_meal(each, trip) for each in programme.meals],
        "legs": [_leg(each, trip) for each in programme.legs],
        "unplaced": [
            {
                "item": each.item,
                "reasons": [_plain(shapes.ReasonShape, reason) for reason in each.reasons],
                **({"told": each.told.neutral or dict(each.told.content)} if each.told else {}),
            }
            for each in programme.unplaced
        ],
    }
    if programme.value is not None:
        values["value"] = _plain(shapes.ValueShape, programme.value)
    return _json(values)


def trip_digest(trip: Trip) -> str:
    """Return a digest of a trip's content; it does not depend on how its files are written."""
    plain = json.dumps(trip_values(trip), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _json(values: Values) -> str:
    """Return values as JSON with the members of lists on a line each."""
    lines = []
    for key, value in values.items():
        if isinstance(value, list) and value:
            members = ",\n    ".join(json.dumps(each, ensure_ascii=False) for each in value)
            lines.append(f"  {json.dumps(key)}: [\n    {members}\n  ]")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _plain(shape: type[Shape], source: object) -> Values:
    """Return the fields of a shape that a value of the domain has; what is empty or left out is not written."""
    found: Values = {}
    for name, field in shape.model_fields.items():
        value = getattr(source, name)
        if value in _OMITTED and not field.is_required():
            continue
        if isinstance(value, Enum):
            found[name] = value.value
        elif isinstance(value, tuple):
            found[name] = list(value)
        else:
            found[name] = value.isoformat() if hasattr(value, "isoformat") else value
    return found


def _clock(instant: datetime, zone: str) -> str:
    text = local(instant, zone).isoformat()
    return text[:16] + text[19:] if text[16:19] == ":00" else text


def _zone(trip: Trip, place: str) -> str:
    known = trip.place_by_id.get(place)
    return known.zone if known else "UTC"


def _session(session: Session, trip: Trip) -> Values:
    zone = _zone(trip, session.place)
    return {
        "id": session.id,
        "item": session.item,
        "start": _clock(session.start, zone),
        "end": _clock(session.end, zone),
        "place": session.place,
        "group": list(session.groups),
        "attendees": list(session.attendees),
    }


def _transfer(transfer: Transfer, trip: Trip) -> Values:
    found = _plain(shapes.TransferShape, transfer)
    found["depart"] = _clock(transfer.depart, _zone(trip, transfer.origin))
    found["arrive"] = _clock(transfer.arrive, _zone(trip, transfer.destination))
    return found


def _meal(meal: MealBreak, trip: Trip) -> Values:
    found = _plain(shapes.MealBreakShape, meal)
    zone = _zone(trip, meal.place)
    found["start"], found["end"] = _clock(meal.start, zone), _clock(meal.end, zone)
    return found


def _leg(planned: PlannedLeg, trip: Trip) -> Values:
    leg = trip.leg_by_id.get(planned.leg)
    origin, destination = (leg.origin, leg.destination) if leg else (None, None)
    return {
        "leg": planned.leg,
        "depart": _clock(planned.depart, trip.zone_of(origin)),
        "arrive": _clock(planned.arrive, trip.zone_of(destination)),
    }


def read_programme(path: Path | str, trip: Trip) -> Programme:
    """Return the programme of a file, all instants in UTC.

    Whether it keeps the trip's rules is the checker's to say; whether it was made of the trip as it is now is told by
    `trip_digest`.

    Raises
    ------
    TripFileError
        With everything that is wrong, each with line, value and likely fix: not JSON, another form, another trip,
        ids that the trip does not have.
    """
    name = str(path)
    file = Path(path)
    if not file.is_file():
        message = "this is a folder, not a programme" if file.is_dir() else "there is no such file"
        fix = "a programme is made by 'geleit plan'"
        raise TripFileError([Problem(file=name, message=message, fix=fix, code="missing_file")])
    text = read_text(file, name)
    values = _parsed(text, name)
    try:
        shape = shapes.ProgrammeShape.model_validate(values)
    except ValidationError as error:
        raise TripFileError(problems_of(error, shapes.ProgrammeShape, _lines(text, name))) from None
    wrong = list(_references(shape, trip))
    if wrong:
        source = _lines(text, name)
        raise TripFileError(_told(each, source) for each in wrong)
    return _built(shape)


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg}"
        fix = "a programme is made by 'geleit plan'"
        problem = Problem(file=name, line=error.lineno, message=message, fix=fix, code="not_json")
    except (ValueError, RecursionError) as error:
        problem = Problem(file=name, message=f"this is not a programme: {error}", code="not_json")
    raise TripFileError([problem])


def _refuse_constant(word: str) -> float:
    raise ValueError(f"{word} is no number of JSON")


def _lines(text: str, name: str) -> Source:
    """Return the file's content with its lines; JSON is YAML."""
    source = Source(name)
    read_into(source, name, text)
    return source


Wrong = tuple[tuple[str | int, ...], str, str, Sequence[str]]
"""Where, what kind of id, which, and which there are."""


def _references(shape: shapes.ProgrammeShape, trip: Trip) -> Iterator[Wrong]:
    if shape.trip != trip.id:
        yield ("trip",), "trip", shape.trip, (trip.id,)
        return
    known: Mapping[str, Sequence[str]] = {
        "item": tuple(trip.item_by_id),
        "place": tuple(trip.place_by_id),
        "group": tuple(trip.group_by_id),
        "delegate": tuple(trip.delegate_by_id),
        "leg": tuple(trip.leg_by_id),
    }
    for section, fields in _REFERENCES.items():
        for index, member in enumerate(getattr(shape, section)):
            for field, kind in fields.items():
                value = getattr(member, field)
                ids = (value,) if isinstance(value, str) else value or ()
                for each in ids:
                    if each not in known[kind]:
                        yield (section, index, field), kind, each, known[kind]


_REFERENCES: Final[Mapping[str, Mapping[str, str]]] = {
    "sessions": {"item": "item", "place": "place", "group": "group", "attendees": "delegate"},
    "groups": {"group": "group", "members": "delegate", "guide": "delegate"},
    "transfers": {"group": "group", "origin": "place", "destination": "place", "people": "delegate"},
    "meals": {"place": "place", "people": "delegate"},
    "legs": {"leg": "leg"},
    "unplaced": {"item": "item"},
}


def _told(wrong: Wrong, source: Source) -> Problem:
    path, kind, value, known = wrong
    spot = source.spot(path)
    if kind == "trip":
        message = f"the programme is for the trip {value!r}, not for {known[0]!r}"
        fix = "name the trip it was made for, or plan this one"
    else:
        message = f"{kind} {value!r} is not among {listed(known) or 'those of the trip, which has none'}"
        fix = did_you_mean(value, known) or "the trip has changed since: plan it again"
    return Problem(
        file=spot.file,
        line=spot.line,
        path=path,
        value=value,
        message=message,
        fix=fix,
        code="unknown_reference",
    )


def _built(shape: shapes.ProgrammeShape) -> Programme:
    return Programme(
        trip=shape.trip,
        sessions=tuple(_built_session(each) for each in shape.sessions),
        groups=_each(GroupPart, shape.groups),
        transfers=_each(Transfer, shape.transfers),
        meals=_each(MealBreak, shape.meals),
        legs=_each(PlannedLeg, shape.legs),
        unplaced=tuple(
            Unplaced(item=each.item, reasons=_each(Reason, each.reasons), told=each.told)
            for each in shape.unplaced
        ),
        value=None if shape.value is None else Value(**_fields(shape.value, "gap")),
        seed=shape.seed,
        version=shape.version,
        trip_digest=shape.trip_digest,
    )


def _built_session(shape: shapes.SessionShape) -> Session:
    return Session(**_fields(shape, "group"), groups=shape.group)


def _each(kind: Any, members: Iterable[Shape]) -> tuple[Any, ...]:  # noqa: ANN401 # any class of the domain
    return tuple(kind(**_fields(member)) for member in members)


def _fields(shape: Shape, *without: str) -> Values:
    return {name: getattr(shape, name) for name in type(shape).model_fields if name not in without}
