"""Change one part of a trip: an item, a host, a delegate, a pin. Two organisers never overwrite each other."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, RestrictedError

from geleit.domain.items import ItemRule, Pin
from geleit.domain.people import Delegate
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.find_trip import find_trip_row, overtaken, touch_trip
from geleit.services.guard import Actor
from geleit.store.convert import (
    PART_BY_NAME,
    PART_BY_VALUE,
    Part,
    Value,
    part_columns,
    part_value,
    read_wishes,
    rows_of,
    write_wishes,
)
from geleit.store.models import PartRow, TripRow
from geleit.store.plain import Json, to_json


def save_part(
    *,
    key: str,
    value: Value,
    by: Actor,
    now: datetime,
    expected_version: int | None,
    part_key: str | None = None,
) -> PartRow:
    """Keep a part of a trip, new or changed, and return its row.

    What it refers to must be in the store. Whether the trip as a whole still makes sense is for
    ``domain.validation``: a trip in the making may have gaps.

    Parameters
    ----------
    key
        Of the trip.
    value
        Of the domain: `Item`, `Host`, `Delegate`, `Place`, `Station`, `Leg`, `Group`, `Organisation`, `Sector`,
        `ItemRule` or `Pin`.
    expected_version
        The row's version that the change is based on; None for a new part.
    part_key
        Of a rule or a pin that is changed, as the domain gives them no id; a new one is given the next number.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When it refers to what is not there, or a new part's id is taken.
    OvertakenError
        When somebody else has changed or deleted it since.
    """
    part = PART_BY_VALUE[type(value)]
    with transaction.atomic():
        trip = find_trip_row(key=key)
        TripRow.objects.select_for_update().get(pk=trip.pk)
        ids = _ids(trip)
        columns = _columns(part, value, ids)
        name = value.id if not isinstance(value, ItemRule | Pin) else part_key
        if expected_version is None:
            row, before = _added(part, trip, name, columns), None
        else:
            found = rows_of(part, trip).filter(key=name, version=expected_version).first()
            if found is None:
                raise overtaken("entry", name)
            before = to_json(part_value(part, found, _by_number(ids), read_wishes(found)))
            row = _changed(found, columns)
        if isinstance(value, Delegate):
            write_wishes(row, value, ids["items"])
        touch_trip(trip)
        _record(
            action="save_part",
            subject=f"{part.name}:{row.key}",
            trip=trip,
            before=before,
            after=to_json(value),
            by=by,
            now=now,
        )
    return row


def remove_part(
    *, key: str, name: str, part_key: str, expected_version: int, by: Actor, now: datetime
) -> None:
    """Take a part out of a trip.

    Parameters
    ----------
    key
        Of the trip.
    name
        The field of the domain's `Trip` that holds it: ``items``, ``delegates``, ``pins``.
    part_key
        Its id; of a rule or a pin the row's key.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When other parts refer to it; they are named.
    OvertakenError
        When somebody else has changed or deleted it since.
    """
    part = PART_BY_NAME[name]
    with transaction.atomic():
        trip = find_trip_row(key=key)
        TripRow.objects.select_for_update().get(pk=trip.pk)
        row = rows_of(part, trip).filter(key=part_key, version=expected_version).first()
        if row is None:
            raise overtaken("entry", part_key)
        before = to_json(part_value(part, row, _by_number(_ids(trip)), read_wishes(row)))
        try:
            row.delete()
        except RestrictedError as error:
            users = ", ".join(sorted(str(each) for each in error.restricted_objects)[:5])
            raise FaultError.of("part_used", key=part_key, users=users) from None
        touch_trip(trip)
        _record(
            action="remove_part",
            subject=f"{part.name}:{part_key}",
            trip=trip,
            before=before,
            after=None,
            by=by,
            now=now,
        )


def _ids(trip: TripRow) -> dict[str, dict[str, int]]:
    """Return primary keys by part and domain id, of those parts that others refer to."""
    return {
        name: dict(rows_of(part, trip).values_list("key", "pk"))
        for name, part in PART_BY_NAME.items()
        if part.has_id
    }


def _by_number(ids: dict[str, dict[str, int]]) -> dict[str, dict[int, str]]:
    return {name: {number: key for key, number in found.items()} for name, found in ids.items()}


def _columns(part: Part, value: Value, ids: dict[str, dict[str, int]]) -> dict[str, Any]:
    """Return the columns of a row, if all that it refers to is there."""
    needed = [(target, getattr(value, name)) for name, target in part.references.items()]
    needed += [("items", wish.item) for wish in getattr(value, "wishes", ())]
    for target, named in needed:
        if named is not None and named not in ids[target]:
            raise FaultError.of("part_unknown", key=named, part=target)
    return part_columns(part, value, ids)


def _added(part: Part, trip: TripRow, name: str | None, columns: dict[str, Any]) -> PartRow:
    rows = rows_of(part, trip)
    position = (rows.aggregate(last=Max("position"))["last"] or 0) + 1
    key = name or str(position)
    if rows.filter(key=key).exists():
        raise FaultError.of("part_exists", key=key, part=part.name)
    row: PartRow = part.row(trip=trip, key=key, position=position, **columns)
    row.save(force_insert=True)
    return row


def _changed(row: PartRow, columns: dict[str, Any]) -> PartRow:
    for column, value in columns.items():
        setattr(row, column, value)
    row.version += 1
    row.save()
    return row


def _record(
    *,
    action: str,
    subject: str,
    trip: TripRow,
    before: Json | None,
    after: Json | None,
    by: Actor,
    now: datetime,
) -> None:
    """Record only what differs."""
    if before is not None and after is not None:
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        before = {name: before.get(name) for name in names}
        after = {name: after.get(name) for name in names}
    record_audit(action=action, subject=subject, by=by, now=now, trip=trip, before=before, after=after)
