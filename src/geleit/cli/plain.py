"""Answers as plain values for machines: what is empty is left out of records, never out of lists."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import Field, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar, Protocol

import click

from geleit.documents.words.reasons import reason_text
from geleit.domain.programme import Reason, Session, Unplaced
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation
from geleit.domain.windows import local


class FlatRecord(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


def print_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object, and nothing else, on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def record(value: Reason | Violation) -> dict[str, Any]:
    """Return a typed record as plain values, empty ones left out."""
    return plain(value)


def plain(value: FlatRecord) -> dict[str, Any]:
    """Return any flat record as plain values, empty ones left out."""
    found = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: _plain(each) for name, each in found.items() if each not in (None, (), "")}


def reason_records(reasons: Iterable[Reason], trip: Trip, lang: Language) -> list[dict[str, Any]]:
    """Return reasons as records, each with its sentence."""
    return [{**record(reason), "text": reason_text(reason, trip, lang)} for reason in reasons]


def unplaced_records(unplaced: Iterable[Unplaced], trip: Trip, lang: Language) -> list[dict[str, Any]]:
    """Return items without a place, each with its reasons."""
    return [{"item": each.item, "reasons": reason_records(each.reasons, trip, lang)} for each in unplaced]


def session_record(session: Session, trip: Trip) -> dict[str, Any]:
    """Return a session as programme.json has it, with its station's local times."""
    item = trip.item_by_id.get(session.item)
    zone = trip.zone_of(item.station) if item else "UTC"
    return {
        "id": session.id,
        "item": session.item,
        "start": local(session.start, zone).isoformat(),
        "end": local(session.end, zone).isoformat(),
        "place": session.place,
        "group": list(session.groups),
        "attendees": list(session.attendees),
    }


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
