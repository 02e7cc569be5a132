"""Find a trip of the store."""

from django.db.models import F

from geleit.domain.trip import Trip
from geleit.services.faults import NotFoundError, OvertakenError
from geleit.store.convert import read_trip
from geleit.store.models import TripRow
from geleit.tripfile.problems import did_you_mean


def find_trip_row(*, key: str) -> TripRow:
    """Return the row of a trip.

    Raises
    ------
    NotFoundError
        When there is none; the nearest is named.
    """
    row = TripRow.objects.filter(key=key).first()
    if row is None:
        known = tuple(TripRow.objects.values_list("key", flat=True))
        raise NotFoundError(f"There is no trip {key!r} in the store", advice=did_you_mean(key, known) or "")
    return row


def read_stored_trip(*, key: str) -> Trip:
    """Return a trip as it is now.

    Raises
    ------
    NotFoundError
        When there is none.
    """
    return read_trip(find_trip_row(key=key))


def touch_trip(row: TripRow) -> None:
    """Count a change of a trip or one of its parts; the caller holds the transaction."""
    TripRow.objects.filter(pk=row.pk).update(version=F("version") + 1)


def overtaken(what: str) -> OvertakenError:
    """Return the error of one who comes second."""
    return OvertakenError(
        f"{what} has been changed by somebody else in the meantime",
        holds="Nothing of yours was written over it",
        advice="Load it again, then repeat your change",
    )
