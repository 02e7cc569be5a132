"""Take a trip into the store."""

import json
from datetime import datetime

from django.db import transaction

from geleit.domain.trip import Trip
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.find_trip import overtaken
from geleit.services.guard import Actor
from geleit.store.convert import clear_parts, trip_columns, write_parts, write_trip
from geleit.store.models import TripRow
from geleit.store.plain import to_json


def import_trip(
    *, trip: Trip, by: Actor, now: datetime, replace: bool = False, expected_version: int | None = None
) -> TripRow:
    """Take a trip into the store; nothing of it is lost.

    Parameters
    ----------
    replace
        Whether a trip of the same id in the store is replaced; its programmes, links and trail stay.
    expected_version
        The version that the caller replaces; None for whichever there is.

    Raises
    ------
    FaultError
        When there is such a trip already and it is not to be replaced, or a text cannot be kept.
    OvertakenError
        When somebody else has changed it since.
    """
    _refuse_unstorable(trip)
    with transaction.atomic():
        known = TripRow.objects.select_for_update().filter(key=trip.id).first()
        before = None if known is None else {"version": known.version}
        if known is None:
            row = write_trip(trip)
        elif not replace:
            raise FaultError.of("trip_exists", trip=trip.id)
        elif expected_version not in (None, known.version):
            raise overtaken("trip", trip.id)
        else:
            row = _replaced(known, trip)
        record_audit(
            action="import_trip",
            subject=f"trip:{trip.id}",
            by=by,
            now=now,
            trip=row,
            before=before,
            after={"version": row.version},
        )
    return row


def _replaced(row: TripRow, trip: Trip) -> TripRow:
    clear_parts(row)
    for name, value in trip_columns(trip).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    write_parts(row, trip)
    return row


def _refuse_unstorable(trip: Trip) -> None:
    """Refuse what no database keeps in a text: the null character, and halves of characters."""
    plain = json.dumps(to_json(trip), ensure_ascii=False)
    if "\\u0000" in plain:
        place = plain[max(0, plain.index("\\u0000") - 30) :][:60]
        raise FaultError.of("trip_null_character", trip=trip.id, place=place)
    try:
        plain.encode()
    except UnicodeEncodeError as error:
        place = plain[max(0, error.start - 30) : error.start]
        raise FaultError.of("trip_half_character", trip=trip.id, place=place) from None
