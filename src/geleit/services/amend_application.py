"""A company changes what it has submitted, as long as the call is open and nobody has examined it."""

from datetime import datetime

from django.db import IntegrityError, transaction

from geleit.domain.applications.application import Application
from geleit.domain.applications.check import check_submission
from geleit.domain.applications.status import ApplicationStatus
from geleit.services.applications_common import (
    ApplicationError,
    StoredApplication,
    change_application,
    columns_of,
    find_application,
    stored,
    today_of,
)
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.guard import Actor
from geleit.services.read_call import OpenCall, read_call
from geleit.services.save_draft_application import require_editable
from geleit.store.models import ApplicationRow


def amend_application(
    *, reference: str, application: Application, expected_version: int, by: Actor, now: datetime
) -> StoredApplication:
    """Change a submitted application; it stays submitted, so it must stay complete.

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
        When something is missing or wrong; it names everything.
    FaultError
        When it is examined or decided, when the deadline is over, and when it would become the same company with
        the same contact as another application.
    OvertakenError
        When it has been changed since, say in another window.
    """
    try:
        with transaction.atomic():
            row = find_application(reference=reference, is_locked=True)
            call = read_call(key=row.trip.key, now=now)
            require_changeable(row, call)
            problems = check_submission(application, call.trip, call.terms, today=today_of(call.trip, now))
            if wrong := [problem for problem in problems if not problem.is_warning]:
                raise ApplicationError(wrong)
            row = change_application(
                row, now=now, expected_version=expected_version, **columns_of(application)
            )
            record_audit(
                action="amend_application",
                subject=f"application:{row.reference}",
                by=by,
                now=now,
                trip=row.trip,
                before={"version": row.version - 1},
                after={"version": row.version, "company": row.company, "people": row.people},
            )
    except IntegrityError:
        raise FaultError.of("application_twice_amended") from None
    return stored(row)


def may_be_amended(status: ApplicationStatus, *, is_open: bool) -> bool:
    """Whether a company may change a submitted application: before the deadline, until it is examined."""
    return is_open and status is ApplicationStatus.SUBMITTED


def require_changeable(row: ApplicationRow, call: OpenCall) -> None:
    """Refuse to change an application that is neither open to editing nor to amending."""
    if not may_be_amended(ApplicationStatus(row.status), is_open=call.is_open):
        require_editable(row)
