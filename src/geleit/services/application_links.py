"""The personal links of applications: asked for again, replaced, and whether the receipt has gone out."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db import transaction

from geleit.services.application_letters import Letter, compose
from geleit.services.applications_common import find_application
from geleit.services.faults import NotFoundError
from geleit.services.guard import Actor
from geleit.services.machine_clock import machine_now
from geleit.services.personal_links import make_link, revoke_links
from geleit.services.queue_mail import queue_mail
from geleit.services.read_call import read_call
from geleit.services.start_application import PURPOSE, company_actor, link_end
from geleit.store.models import ApplicationRow, OutboxMail
from geleit.store.models.mail import MailState

MAIL_EVERY_S: Final = 600
"""A new link of one application is mailed once in that time, however often it is asked for."""
APPLICATIONS_MAX: Final = 20
"""Applications of one address whose links go out at once."""
SAME_FORM_FOR: Final = timedelta(hours=1)
"""How long a form that has begun an application opens it again, for a click sent twice."""


class MailProgress(StrEnum):
    """How far a mail has come."""

    NONE = "none"
    """There is none: no address was named."""
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


def send_new_links(*, email: str, link_to: Callable[[str], str], now: datetime) -> None:
    """Mail a new link for every application of an address whose trip is not over; the earlier links stay good.

    Nothing is returned and nothing raised, whether the address has applied or not: who asks learns nothing.

    Parameters
    ----------
    email
        As typed by whoever asks.
    link_to
        Gives the absolute address for a token.
    """
    wanted = email.strip().casefold()
    if not wanted:
        return
    rows = ApplicationRow.objects.select_related("trip").filter(contact_key=wanted).order_by("-pk")
    for row in rows[:APPLICATIONS_MAX]:
        key = f"application:{row.reference}:link:{int(machine_now().timestamp()) // MAIL_EVERY_S}"
        if OutboxMail.objects.filter(dedupe_key=key).exists():
            continue
        try:
            _mail_link(row, key, link_to, now=now)
        except NotFoundError:  # the trip is no longer published
            continue


def replace_link(*, reference: str, link_to: Callable[[str], str], by: Actor, now: datetime) -> str:
    """Take every link of an application back, make a new one, mail it, and return its token.

    Raises
    ------
    NotFoundError
        When there is no such application.
    """
    with transaction.atomic():
        row = find_application(reference=reference, is_locked=True)
        revoke_links(purpose=PURPOSE, subject=row.reference, trip=row.trip, by=by, now=now)
        key = f"application:{row.reference}:replaced:{int(machine_now().timestamp() * 1000)}"
        return _mail_link(row, key, link_to, now=now)


def reopen_by_form(*, submit_key: str, now: datetime) -> str | None:
    """Return a link to what a form has just begun, for whoever has sent the same form once more.

    The key is random, was given to one browser only, and opens nothing after `SAME_FORM_FOR`.

    Returns
    -------
    str or None
        The token; None when the form has begun nothing, or too long ago.
    """
    row = ApplicationRow.objects.select_related("trip").filter(submit_key=submit_key).first()
    if row is None or not timedelta(0) <= now - row.created_at < SAME_FORM_FOR:
        return None
    return _new_link(row, now)


def mail_known_link(*, reference: str, link: str, now: datetime) -> None:
    """Mail the link that a company uses to an address it has just named; once for each address.

    Raises
    ------
    NotFoundError
        When there is no such application, or its trip is no longer published.
    """
    with transaction.atomic():
        row = find_application(reference=reference)
        if not row.contact_key:
            return
        trip = read_call(key=row.trip.key, now=now).trip
        letter = Letter.RESUME if row.submitted_at is None else Letter.LINK
        subject, text = compose(letter, row, trip, link=link)
        digest = hashlib.sha256(f"{row.contact_key} {link}".encode()).hexdigest()[:24]
        queue_mail(
            to=row.contact_key,
            subject=subject,
            text=text,
            dedupe_key=f"application:{row.reference}:named:{digest}",
            trip=row.trip,
            reply_to=trip.call.contact_email,
            now=now,
        )


def receipt_progress(*, reference: str) -> MailProgress:
    """Return how far an application's receipt has come; a mail server that is down shows as waiting."""
    found = OutboxMail.objects.filter(dedupe_key__startswith=f"application:{reference}:{Letter.RECEIPT}:")
    mail = found.order_by("-pk").first()
    if mail is None:
        return MailProgress.NONE
    known = {MailState.SENT.value: MailProgress.SENT, MailState.FAILED.value: MailProgress.FAILED}
    return known.get(mail.state, MailProgress.WAITING)


def _mail_link(row: ApplicationRow, key: str, link_to: Callable[[str], str], *, now: datetime) -> str:
    with transaction.atomic():
        trip = read_call(key=row.trip.key, now=now).trip
        token = _new_link(row, now)
        if row.contact_key:
            subject, text = compose(Letter.LINK, row, trip, link=link_to(token))
            queue_mail(
                to=row.contact_key,
                subject=subject,
                text=text,
                dedupe_key=key,
                trip=row.trip,
                reply_to=trip.call.contact_email,
                now=now,
            )
    return token


def _new_link(row: ApplicationRow, now: datetime) -> str:
    return make_link(
        purpose=PURPOSE,
        subject=row.reference,
        trip=row.trip,
        label=row.company or row.reference,
        expires_at=link_end(read_call(key=row.trip.key, now=now).trip, now),
        by=company_actor(row.reference),
        now=now,
    )
