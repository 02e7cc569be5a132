"""A trip's objects as rows: the plain values of each column."""

from collections.abc import Iterator, Mapping

from geleit.domain.trip import Trip
from geleit.tripfile.dump import (
    delegate_values,
    item_values,
    object_values,
    plain_of,
)
from geleit.tripfile.local_time import Calendar
from geleit.tripfile.shapes import HostShape, OrganisationShape
from geleit.tripfile.workbook.columns import WISHES, CellKind, Column, Sheet

type Row = Mapping[Column, object]


def rows_of(trip: Trip, sheet: Sheet) -> Iterator[tuple[str, Row]]:
    """Yield the id of each object and the plain values of its columns; None where a cell stays empty."""
    if sheet.key == WISHES:
        for delegate in trip.delegates:
            for wish in delegate.wishes:
                values = {"delegate": delegate.id, "item": wish.item, "strength": wish.strength}
                yield delegate.id, {column: values[column.path[0]] for column in sheet.columns}
        return
    calendar = Calendar.of_trip(trip)
    for member in getattr(trip, sheet.key):
        own = _own_values(trip, sheet.key, member, calendar)
        yield member.id, {column: _value(column, member, own) for column in sheet.columns}


def _own_values(trip: Trip, key: str, member: object, calendar: Calendar) -> Mapping[str, object]:
    """Return an object's plain values as its file has them."""
    if key == "items":
        return item_values(trip.item_by_id[getattr(member, "id", "")], trip)
    if key == "delegates":
        return delegate_values(trip.delegate_by_id[getattr(member, "id", "")], calendar)
    return object_values(HostShape if key == "hosts" else OrganisationShape, member)


def _value(column: Column, member: object, own: Mapping[str, object]) -> object:
    if column.kind is CellKind.TEXT:
        text = getattr(member, column.path[0])
        return text.neutral or None if not column.language else dict(text.content).get(column.language)
    if column.path[0] == "languages" and "duration_min" in own:
        return ["*"] if own.get("languages") == [] else own.get("languages")
    if column.path in (("place",), ("assumed",), ("request", "slots")) or column.path[0] == "presence":
        value: object = own
        for key in column.path:
            value = value.get(key) if isinstance(value, Mapping) else None
        return value
    value = member
    for key in column.path:
        value = getattr(value, key)
    plain = plain_of(value)
    return None if plain in ([], "") else plain
