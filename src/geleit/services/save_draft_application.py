"""Keep what a company has written so far."""

from datetime import datetime

from django.db import transaction

from geleit.domain.applications.application import Application
from geleit.domain.applications.check import check_draft
from geleit.domain.applications.status import ApplicationStatus
from geleit.services.applications_common import (
    ApplicationError,
    StoredApplication,
    change_application,
    columns_of,
    find_application,
    stored,
)
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.guard import Actor
from geleit.services.read_call import OpenCall, read_call
from geleit.store.models import ApplicationRow


def save_draft_application(
    *, reference: str, application: Application, expected_version: int, by: Actor, now: datetime
) -> StoredApplication:
    """Keep a draft, or what an incomplete application was lacking.

    Parameters
    ----------
    application
        What the company wrote; its reference, status, papers and fee are not taken from it.
    expected_version
        The version that the company's page was made of.

    Raises
    ------
    NotFoundError
        When there is no such application.
    ApplicationError
        When something in it cannot be kept: too long, unknown, unreadable. What is missing may be missing.
    FaultError
        When the application is past editing.
    OvertakenError
        When it has been changed since, say in another window.
    """
    with transaction.atomic():
        row = find_application(reference=reference, is_locked=True)
        require_editable(row)
        refuse_wrong(application, read_call(key=row.trip.key, now=now))
        before = row.version
        row = change_application(row, now=now, expected_version=expected_version, **columns_of(application))
        record_audit(
            action="save_draft_application",
            subject=f"application:{row.reference}",
            by=by,
            now=now,
            trip=row.trip,
            before={"version": before},
            after={"version": row.version, "company": row.company, "people": row.people},
        )
    return stored(row)


def refuse_wrong(application: Application, call: OpenCall) -> None:
    """Refuse what cannot be kept even as a draft."""
    problems = [p for p in check_draft(application, call.trip, call.terms) if not p.is_warning]
    if problems:
        raise ApplicationError(problems)


def require_editable(row: ApplicationRow) -> None:
    """Refuse to change an application that has been handed in."""
    if not ApplicationStatus(row.status).may_be_edited:
        raise FaultError.of(
            "application_locked", reference=row.reference, status=ApplicationStatus(row.status)
        )
