"""Find a trip of the store."""

from django.db.models import F

from geleit.domain.trip import Trip
from geleit.services.fault_words import FAULT_WORDS
from geleit.services.faults import NotFoundError, OvertakenError
from geleit.store.convert import read_trip
from geleit.store.models import TripRow
from geleit.tripfile.problems import near_word


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
        raise NotFoundError.of("trip_unknown", trip=key, near=near_word(key, known))
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


def overtaken(what: str, name: object = "") -> OvertakenError:
    """Return the error of one who comes second.

    Parameters
    ----------
    what
        "programme", "item", ... as `FAULT_WORDS` has ``overtaken_programme``; else the name of the entry itself.
    name
        Which one it is.
    """
    if f"overtaken_{what}" in FAULT_WORDS:
        return OvertakenError.of(f"overtaken_{what}", name=name)
    return OvertakenError.of("overtaken_entry", name=what)
