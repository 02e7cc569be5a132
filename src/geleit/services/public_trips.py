"""What the public may know of the trips: the newest published programme of each, and when each was published."""

from dataclasses import dataclass
from datetime import datetime

from geleit.services.faults import NotFoundError
from geleit.services.read_published import Published, read_version
from geleit.store.models import ProgrammeVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A published version as the public is told of it: never its content, which may have been withdrawn."""

    number: int
    published_at: datetime
    note: str


def list_public_trips() -> tuple[Published, ...]:
    """Return the newest published programme of every trip that has one, by the trip's first day.

    One query finds them; each version is read once per process.
    """
    rows = ProgrammeVersion.objects.order_by("trip", "number").values_list("trip_id", "pk")
    found = [read_version(pk=pk) for pk in dict(rows).values()]
    return tuple(sorted(found, key=lambda one: (one.trip.dates.earliest, one.trip.id)))


def list_editions(*, key: str) -> tuple[Edition, ...]:
    """Return every published version of a trip, the newest first.

    Raises
    ------
    NotFoundError
        When the trip has none.
    """
    rows = ProgrammeVersion.objects.filter(trip__key=key).order_by("-number")
    found = tuple(
        Edition(number=number, published_at=published_at, note=note)
        for number, published_at, note in rows.values_list("number", "published_at", "note")
    )
    if not found:
        raise NotFoundError.of("not_published", trip=key)
    return found
