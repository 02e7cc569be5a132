"""Publish a draft as the next programme version."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from geleit.domain.programme import Programme
from geleit.services.audit import record_audit
from geleit.services.check_programme import check_programme
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import overtaken
from geleit.services.guard import Actor
from geleit.store.models import Draft, ProgrammeVersion, TripRow
from geleit.store.plain import to_json
from geleit.store.programmes import programme_of, trip_of


def publish_programme(
    *, draft: int, expected_version: int, by: Actor, now: datetime, note: str = ""
) -> ProgrammeVersion:
    """Publish a draft; the versions before it stay as they are and count as superseded.

    Parameters
    ----------
    draft
        Its number.
    expected_version
        The draft's version that the caller has seen.
    note
        What the readers are told; the draft's own where it is empty.

    Raises
    ------
    NotFoundError
        When there is no such draft.
    OvertakenError
        When it has changed since, or is published already.
    FaultError
        When the checker finds something wrong with it.
    """
    with transaction.atomic():
        found = Draft.objects.select_for_update(of=("self",)).filter(pk=draft).first()
        if found is None:
            raise NotFoundError.of("draft_unknown", draft=draft)
        if found.version != expected_version or found.published_as_id is not None:
            raise overtaken("draft", draft)
        row = TripRow.objects.select_for_update().get(pk=found.trip_id)
        newest = ProgrammeVersion.objects.filter(trip=row).order_by("-number").first()
        number = newest.number + 1 if newest else 1
        programme = replace(_checked(found), version=number)
        version = ProgrammeVersion.objects.create(
            trip=row,
            number=number,
            snapshot=found.snapshot,
            programme=to_json(programme),
            seed=found.seed,
            objective=found.objective,
            bound=found.bound,
            note=note or found.note,
            published_at=now,
            published_by=by.name,
        )
        Draft.objects.filter(pk=found.pk).update(published_as=version, version=found.version + 1)
        record_audit(
            action="publish_programme",
            subject=f"programme:{number}",
            by=by,
            now=now,
            trip=row,
            before={"number": newest.number} if newest else None,
            after={"number": number, "draft": found.pk, "note": version.note},
        )
    return version


def _checked(draft: Draft) -> Programme:
    """Return the draft's programme if the checker accepts it."""
    programme = programme_of(draft)
    wrong = check_programme(trip=trip_of(draft), programme=programme)
    if wrong:
        rules = ", ".join(sorted({violation.rule for violation in wrong}))
        raise FaultError.of("programme_breaks_rules", count=len(wrong), rules=rules)
    return programme
