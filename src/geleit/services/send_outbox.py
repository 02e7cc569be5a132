"""Send what waits in the outbox: again and again while the mail server is down, and nothing twice."""

import logging
from base64 import b64decode
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F

from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.guard import Actor
from geleit.store.models import MailState, OutboxMail

LOG = logging.getLogger("geleit.mail")
FIRST_PAUSE_S = 30
LONGEST_PAUSE_S = 3600
MOST_TRIES = 80
"""With the pauses between them some three days, as mail servers try."""
INTERRUPTED_AFTER_S = 600
"""A mail that has been on its way for longer was cut off."""
AT_ONCE = 50
INTERRUPTED = (
    "Geleit was ended while it sent this mail; it may have arrived, so it was not sent again by itself"
)


def send_outbox(*, machine_now: datetime, most: int = AT_ONCE) -> int:
    """Send the mails that are due, and return how many were sent.

    A mail is marked before it is sent and marked again after, so that no other worker sends it too. One that was cut
    off in between is never sent again by itself: a person decides (`retry_mail`).

    Parameters
    ----------
    machine_now
        Retries go by the machine's clock.
    """
    _give_up_interrupted(machine_now)
    due = OutboxMail.objects.filter(state=MailState.WAITING, next_try_at__lte=machine_now)
    numbers = list(due.order_by("next_try_at", "pk").values_list("pk", flat=True)[:most])
    return sum(_send(number, machine_now) for number in numbers)


def retry_mail(*, mail: int, by: Actor, now: datetime, machine_now: datetime) -> None:
    """Have a mail that failed sent once more.

    Raises
    ------
    NotFoundError
        When there is none.
    FaultError
        When it did not fail.
    """
    with transaction.atomic():
        row = OutboxMail.objects.select_for_update(of=("self",)).filter(pk=mail).first()
        if row is None:
            raise NotFoundError.of("mail_unknown", mail=mail)
        if row.state != MailState.FAILED:
            raise FaultError.of("mail_not_failed", mail=mail, state=row.state)
        row.state, row.tries, row.next_try_at = MailState.WAITING, 0, machine_now
        row.save(update_fields=["state", "tries", "next_try_at"])
        record_audit(action="retry_mail", subject=f"mail:{mail}", by=by, now=now, trip=row.trip)


def _give_up_interrupted(machine_now: datetime) -> None:
    cut_off = OutboxMail.objects.filter(
        state=MailState.SENDING, next_try_at__lt=machine_now - timedelta(seconds=INTERRUPTED_AFTER_S)
    )
    if cut_off.exists():
        cut_off.update(state=MailState.FAILED, error=INTERRUPTED)


def _send(number: int, machine_now: datetime) -> bool:
    """Send one mail if it is still ours to send."""
    ours = OutboxMail.objects.filter(pk=number, state=MailState.WAITING)
    if not ours.update(state=MailState.SENDING, tries=F("tries") + 1, next_try_at=machine_now):
        return False
    mail = OutboxMail.objects.get(pk=number)
    try:
        _message(mail).send()
    except Exception as error:  # noqa: BLE001 # whatever a mail server or a wrong address brings
        _failed(mail, error, machine_now)
        return False
    OutboxMail.objects.filter(pk=number).update(state=MailState.SENT, sent_at=machine_now, error="")
    return True


def _failed(mail: OutboxMail, error: Exception, machine_now: datetime) -> None:
    """Try again later, or not at all where that cannot help."""
    is_final = _is_final(error) or mail.tries >= MOST_TRIES
    pause_s = min(FIRST_PAUSE_S * 2 ** min(mail.tries - 1, 16), LONGEST_PAUSE_S)
    LOG.warning("Mail %s could not be sent: %s", mail.pk, error)
    OutboxMail.objects.filter(pk=mail.pk).update(
        state=MailState.FAILED if is_final else MailState.WAITING,
        next_try_at=machine_now + timedelta(seconds=pause_s),
        error=f"{type(error).__name__}: {error}"[:2000],
    )


def _is_final(error: Exception) -> bool:
    """Whether sending the same once more brings the same answer."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, SMTPSenderRefused | SMTPResponseException):
        return 500 <= error.smtp_code < 600 and error.smtp_code not in (
            530,
            535,
        )  # a wrong password is put right
    return not isinstance(error, SMTPException | OSError)


def _message(mail: OutboxMail) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    for each in mail.attachments:
        message.attach(each["name"], b64decode(each["content"]), each["type"])
    return message
