"""Keep a plan in progress."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.services.audit import record_audit
from geleit.services.find_trip import find_trip_row, overtaken
from geleit.services.guard import Actor
from geleit.store.models import Draft, ProgrammeVersion, TripRow, TripSnapshot
from geleit.store.plain import Json, to_json
from geleit.tripfile.programme_io import trip_digest


def keep_draft(
    *,
    trip: Trip,
    programme: Programme,
    by: Actor,
    now: datetime,
    note: str = "",
    draft: int | None = None,
    expected_version: int | None = None,
) -> Draft:
    """Keep a programme as a draft: a new one, or in place of what a draft held.

    Parameters
    ----------
    trip
        What the programme was made of; kept with it.
    draft
        Number of the draft to change; None for a new one, based on the newest version.
    expected_version
        The draft's version that the change is based on.

    Raises
    ------
    NotFoundError
        When the trip is not in the store.
    OvertakenError
        When somebody else has changed the draft since, or it has been published.
    """
    with transaction.atomic():
        row = find_trip_row(key=trip.id)
        columns = {**programme_columns(row, trip, programme), "note": note, "changed_at": now}
        if draft is None:
            newest = ProgrammeVersion.objects.filter(trip=row).order_by("-number").first()
            kept = Draft.objects.create(
                trip=row, based_on=newest, created_at=now, created_by_id=by.account, **columns
            )
        else:
            kept = _changed(row, draft, expected_version, columns)
        record_audit(
            action="keep_draft",
            subject=f"draft:{kept.pk}",
            by=by,
            now=now,
            trip=row,
            after={"version": kept.version, "objective": kept.objective},
        )
    return kept


def _changed(row: TripRow, draft: int, expected: int | None, columns: Json) -> Draft:
    """Change a draft if it is still as the caller knew it."""
    version = expected or 0
    found = Draft.objects.filter(pk=draft, trip=row, published_as=None, version=version)
    if not found.update(**columns, version=version + 1):
        raise overtaken("draft", draft)
    return Draft.objects.get(pk=draft)


def programme_columns(row: TripRow, trip: Trip, programme: Programme) -> Json:
    """Return what drafts and versions have in common; the trip's snapshot is kept if it is new."""
    digest = trip_digest(trip)
    snapshot, _ = TripSnapshot.objects.get_or_create(
        trip=row, digest=digest, defaults={"data": to_json(trip)}
    )
    value = programme.value
    return {
        "snapshot": snapshot,
        "programme": to_json(replace(programme, trip_digest=digest)),
        "seed": programme.seed,
        "objective": value.objective if value else None,
        "bound": value.bound if value else None,
    }
