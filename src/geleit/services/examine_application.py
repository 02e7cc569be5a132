"""The organiser finds an application complete, or asks for what is missing."""

from datetime import datetime

from django.db import transaction

from geleit.domain.applications.status import ApplicationStatus
from geleit.services.application_letters import Letter, send_letter
from geleit.services.applications_common import (
    StoredApplication,
    change_application,
    find_application,
    next_status,
    stored,
)
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.guard import Actor
from geleit.store.convert import read_trip


def examine_application(
    *, reference: str, is_complete: bool, by: Actor, now: datetime, missing: str = "", link: str = ""
) -> StoredApplication:
    """Mark an application complete, or ask the company for something; it can then be edited again.

    Parameters
    ----------
    missing
        What the company is asked for, in its language; needed unless the application is complete.
    link
        Absolute address under which the company sees its application, for the letter.

    Raises
    ------
    NotFoundError
        When there is no such application.
    FaultError
        When it is past examining, or nothing is said to be missing.
    """
    if not is_complete and not missing.strip():
        raise FaultError.of("nothing_missing")
    with transaction.atomic():
        row = find_application(reference=reference, is_locked=True)
        wanted = ApplicationStatus.COMPLETE if is_complete else ApplicationStatus.INCOMPLETE
        if row.status == wanted:
            return stored(row)
        before = row.status
        row = change_application(row, now=now, status=next_status(row, wanted))
        record_audit(
            action="examine_application",
            subject=f"application:{row.reference}",
            by=by,
            now=now,
            trip=row.trip,
            before={"status": before},
            after={"status": row.status, "missing": missing.strip()},
        )
        if not is_complete:
            send_letter(Letter.INCOMPLETE, row, read_trip(row.trip), now=now, reason=missing, link=link)
    return stored(row)
