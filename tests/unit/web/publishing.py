"""Trips with a published programme, in the store."""

from dataclasses import replace
from datetime import UTC, datetime

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.keep_draft import keep_draft
from geleit.services.publish_programme import publish_programme
from geleit.store.models import ProgrammeVersion
from tests.factories import make_programme, make_trip

PUBLISHED_AT = datetime(2025, 2, 26, 10, tzinfo=UTC)


def publish(
    trip: Trip | None = None,
    programme: Programme | None = None,
    *,
    note: str = "",
    at: datetime = PUBLISHED_AT,
) -> ProgrammeVersion:
    """Publish a programme of a trip: the first, or the next where the trip is in the store already."""
    shown = trip or make_trip()
    import_trip(trip=shown, by=SYSTEM, now=at, replace=True)
    draft = keep_draft(
        trip=shown, programme=replace(programme or make_programme(), trip=shown.id), by=SYSTEM, now=at
    )
    return publish_programme(draft=draft.pk, expected_version=draft.version, by=SYSTEM, now=at, note=note)
