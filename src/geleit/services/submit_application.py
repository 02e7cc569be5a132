"""Submit an application. Twice is once."""

from datetime import datetime

from django.db import IntegrityError, transaction

from geleit.domain.applications.check import check_submission
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.applications.terms import proposed_fee_tier
from geleit.services.application_letters import Letter, send_letter
from geleit.services.applications_common import (
    ApplicationError,
    StoredApplication,
    application_of,
    change_application,
    find_application,
    next_status,
    stored,
    today_of,
)
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.guard import Actor
from geleit.services.participation_terms import agreed_version
from geleit.services.read_call import read_call
from geleit.services.start_application import require_open
from geleit.store.models import ApplicationRow


def submit_application(
    *,
    reference: str,
    by: Actor,
    now: datetime,
    expected_version: int | None = None,
    link: str = "",
    terms_seen: int | None = None,
) -> StoredApplication:
    """Hand an application in; the receipt goes out by mail.

    An application that is submitted already comes back as it is, and nothing is sent again.

    Parameters
    ----------
    expected_version
        The version that the company has seen; None for whichever there is.
    link
        Absolute address under which the company sees its application, for the receipt.
    terms_seen
        Number of the terms on the page that was sent; None where there was no page.

    Raises
    ------
    NotFoundError
        When there is no such application.
    ApplicationError
        When something is missing or wrong; it names everything.
    FaultError
        When the deadline is over, unless the organiser has asked for something to be added; and when the same
        company has submitted another application with the same contact, or the terms have changed since they
        were read.
    OvertakenError
        When it has been changed since.
    """
    try:
        with transaction.atomic():
            row = find_application(reference=reference, is_locked=True)
            if row.status not in (ApplicationStatus.DRAFT, ApplicationStatus.INCOMPLETE):
                return _known(row)
            return stored(_submitted(row, by, now, expected_version, link, terms_seen))
    except IntegrityError:
        raise FaultError.of("application_twice") from None


def _known(row: ApplicationRow) -> StoredApplication:
    if row.submitted_at is None or row.status == ApplicationStatus.WITHDRAWN:
        raise FaultError.of(
            "application_submitted", reference=row.reference, status=ApplicationStatus(row.status)
        )
    return stored(row)


def _submitted(  # noqa: PLR0917 # the arguments of the service, passed on
    row: ApplicationRow,
    by: Actor,
    now: datetime,
    expected_version: int | None,
    link: str,
    terms_seen: int | None,
) -> ApplicationRow:
    call = read_call(key=row.trip.key, now=now)
    was_asked = row.status == ApplicationStatus.INCOMPLETE
    if not was_asked:
        require_open(call)
    application = application_of(row)
    problems = check_submission(application, call.trip, call.terms, today=today_of(call.trip, now))
    if any(not problem.is_warning for problem in problems):
        raise ApplicationError([problem for problem in problems if not problem.is_warning])
    agreed = agreed_version(trip=call.trip, seen=terms_seen, now=now)
    before = row.status
    tier = proposed_fee_tier(call.terms, application.company) if row.fee_tier is None else row.fee_tier
    row = change_application(
        row,
        now=now,
        expected_version=expected_version,
        status=next_status(row, ApplicationStatus.SUBMITTED),
        submitted_at=row.submitted_at or now,
        fee_tier=tier,
        terms_version=agreed,
    )
    record_audit(
        action="submit_application",
        subject=f"application:{row.reference}",
        by=by,
        now=now,
        trip=row.trip,
        before={"status": before},
        after={"status": row.status, "fee_tier": row.fee_tier, "terms": row.terms_version},
    )
    send_letter(Letter.RECEIPT, row, call.trip, now=now, link=link)
    return row
