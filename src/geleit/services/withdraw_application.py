"""A company takes its application back, or gives its place up."""

from datetime import datetime

from django.db import transaction

from geleit.domain.applications.status import ApplicationStatus
from geleit.services.application_letters import Letter, send_letter
from geleit.services.applications_common import (
    StoredApplication,
    change_application,
    find_application,
    move_places,
    next_status,
    stored,
)
from geleit.services.audit import record_audit
from geleit.services.guard import Actor
from geleit.services.read_call import read_call


def withdraw_application(*, reference: str, by: Actor, now: datetime, reason: str = "") -> StoredApplication:
    """Take an application back; an admitted one is cancelled and gives its places back. Twice is once.

    Parameters
    ----------
    reason
        In the company's words, for the organiser.

    Raises
    ------
    NotFoundError
        When there is no such application.
    FaultError
        When it is past withdrawing: rejected, travelled.
    """
    gone = (ApplicationStatus.WITHDRAWN, ApplicationStatus.CANCELLED)
    with transaction.atomic():
        row = find_application(reference=reference, is_locked=True)
        if row.status in gone:
            return stored(row)
        before = row.status
        was_admitted = before == ApplicationStatus.ADMITTED
        status = next_status(row, gone[was_admitted])
        if was_admitted:
            move_places(row.trip, -row.people)
        row = change_application(row, now=now, status=status, waiting_rank=None)
        record_audit(
            action="withdraw_application",
            subject=f"application:{row.reference}",
            by=by,
            now=now,
            trip=row.trip,
            before={"status": before},
            after={"status": row.status, "reason": reason[:2000]},
        )
        if row.submitted_at is not None:
            trip = read_call(key=row.trip.key, now=now).trip
            send_letter(Letter.CANCELLED if was_admitted else Letter.WITHDRAWN, row, trip, now=now)
    return stored(row)
