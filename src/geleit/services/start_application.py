"""Begin an application: a first draft and the personal link that opens it again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction

from geleit.domain.applications.application import Application
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.trip import Trip
from geleit.services.application_letters import Letter, send_letter
from geleit.services.applications_common import columns_of, find_application, new_reference
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.personal_links import make_link
from geleit.services.read_call import OpenCall, read_call
from geleit.services.save_draft_application import refuse_wrong
from geleit.store.models import ApplicationRow, TripRow

PURPOSE: Final = "application"
LINK_DAYS_AFTER_TRIP: Final = 30
"""How long after the trip's last day the company's link opens its application."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A new draft.

    Parameters
    ----------
    token
        Of the personal link; empty when the draft was there already.
    is_new
        False when the same form had made it before.
    """

    reference: str
    token: str
    is_new: bool


def start_application(
    *, trip: str, application: Application, link_to: Callable[[str], str], now: datetime, submit_key: str = ""
) -> Started:
    """Keep a first draft, make its personal link and mail it.

    Parameters
    ----------
    trip
        Key of the trip.
    link_to
        Gives the absolute address for a token.
    submit_key
        A random value of the form: sent twice, it makes one draft.

    Raises
    ------
    NotFoundError
        When the trip is not published.
    FaultError
        When its call is over.
    ApplicationError
        When something in the application cannot be kept.
    """
    call = read_call(key=trip, now=now)
    require_open(call)
    refuse_wrong(application, call)
    try:
        with transaction.atomic():
            return _started(
                find_trip_row(key=trip), application, call.trip, link_to, now=now, submit_key=submit_key
            )
    except IntegrityError:
        known = ApplicationRow.objects.filter(submit_key=submit_key).first() if submit_key else None
        if known is None:
            raise
        return Started(reference=known.reference, token="", is_new=False)  # no token, not a secret


def _started(
    trip_row: TripRow,
    application: Application,
    trip: Trip,
    link_to: Callable[[str], str],
    *,
    now: datetime,
    submit_key: str,
) -> Started:
    row = ApplicationRow.objects.create(
        trip=trip_row,
        reference=new_reference(),
        submit_key=submit_key or None,
        status=ApplicationStatus.DRAFT.value,
        created_at=now,
        changed_at=now,
        **columns_of(application),
    )
    by = company_actor(row.reference)
    token = make_link(
        purpose=PURPOSE,
        subject=row.reference,
        trip=trip_row,
        label=row.company or row.reference,
        expires_at=link_end(trip, now),
        by=by,
        now=now,
    )
    send_letter(Letter.RESUME, find_application(reference=row.reference), trip, now=now, link=link_to(token))
    record_audit(
        action="start_application",
        subject=f"application:{row.reference}",
        by=by,
        now=now,
        trip=trip_row,
        after={"company": row.company},
    )
    return Started(reference=row.reference, token=token, is_new=True)


def company_actor(reference: str) -> Actor:
    """Return the company that acts by the personal link of its application."""
    return Actor(name=f"link:{PURPOSE}:{reference}")


def link_end(trip: Trip, now: datetime) -> datetime:
    """Return until when a company's link opens its application: some weeks after the trip."""
    days = (trip.dates.latest - now.date()).days + LINK_DAYS_AFTER_TRIP
    return now + timedelta(days=max(1, days))


def require_open(call: OpenCall) -> None:
    """Refuse what comes after the deadline."""
    if not call.is_open:
        raise FaultError.of("applications_closed", closes=call.closes_on)
