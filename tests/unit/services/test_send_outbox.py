"""Mail leaves once, waits while the server is down, and is never lost without a word."""

import smtplib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as django_mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from pytest_django import Settings

from geleit.services.faults import FaultError
from geleit.services.guard import SYSTEM
from geleit.services.machine_clock import machine_now
from geleit.services.queue_mail import Attachment, queue_mail
from geleit.services.send_outbox import MOST_TRIES, retry_mail, send_outbox
from geleit.store.models import MailState, OutboxMail

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Troubled(EmailBackend):
    """A mail server that fails as it is told, then works."""

    faults: list[Exception] = []  # noqa: RUF012 # shared on purpose: each mail opens a connection of its own

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if self.faults:
            raise self.faults.pop(0)
        return int(super().send_messages(messages))


@pytest.fixture
def troubled(settings: Settings) -> list[Exception]:
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Troubled"}}
    Troubled.faults.clear()
    return Troubled.faults


def queue(key: str = "receipt:1", to: str = "anna@example.org") -> bool:
    return queue_mail(
        to=to,
        subject="Eingang\r\nBcc: all@example.org",
        text="Guten Tag",
        html="<p>Guten Tag</p>",
        dedupe_key=key,
        now=NOW,
        attachments=[Attachment(name="trip.ics", type="text/calendar", content=b"BEGIN:VCALENDAR")],
    )


def test_a_mail_is_sent_once_however_often_it_is_queued() -> None:
    queued = [queue(), queue()]

    sent = [send_outbox(machine_now=machine_now() + HOUR * each) for each in range(3)]

    assert (queued, sent, len(django_mail.outbox)) == ([True, False], [1, 0, 0], 1)


def test_a_mail_goes_out_whole_and_its_subject_stays_one_line() -> None:
    queue()
    send_outbox(machine_now=machine_now())

    (message,) = django_mail.outbox
    assert (message.subject, message.to, message.bcc) == (
        "Eingang Bcc: all@example.org",
        ["anna@example.org"],
        [],
    )
    assert message.attachments[0].filename == "trip.ics"
    assert message.extra_headers["Message-ID"] == OutboxMail.objects.get().message_id


def test_what_is_rolled_back_is_not_sent() -> None:
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)

    assert send_outbox(machine_now=machine_now()) == 0


@pytest.mark.parametrize(
    "fault",
    [
        ConnectionRefusedError(),
        smtplib.SMTPServerDisconnected(),
        smtplib.SMTPResponseException(451, b"later"),
    ],
)
def test_a_server_that_is_down_is_asked_again_later_and_less_often(
    troubled: list[Exception], fault: Exception
) -> None:
    troubled += [fault, fault]
    queue()
    start = machine_now()
    sent = [send_outbox(machine_now=start + timedelta(seconds=seconds)) for seconds in (0, 10, 31, 60, 100)]

    row = OutboxMail.objects.get()
    assert (sent, row.state, row.tries, row.error) == ([0, 0, 0, 0, 1], MailState.SENT, 3, "")


@pytest.mark.parametrize(
    "fault",
    [
        smtplib.SMTPRecipientsRefused({"anna@example.org": (550, b"unknown")}),
        ValueError("no address"),
    ],
)
def test_what_cannot_succeed_is_not_tried_again(troubled: list[Exception], fault: Exception) -> None:
    troubled.append(fault)
    queue()
    start = machine_now()
    send_outbox(machine_now=start)

    row = OutboxMail.objects.get()
    assert (row.state, row.tries, send_outbox(machine_now=start + 24 * HOUR)) == (MailState.FAILED, 1, 0)
    assert type(fault).__name__ in row.error


def test_after_days_a_mail_has_failed_and_a_person_may_send_it_again(troubled: list[Exception]) -> None:
    troubled += [OSError("down")] * MOST_TRIES
    queue()
    start = machine_now()
    for hour in range(MOST_TRIES):
        send_outbox(machine_now=start + HOUR * hour * 2)
    failed = OutboxMail.objects.get()

    retry_mail(mail=failed.pk, by=SYSTEM, now=NOW, machine_now=start)

    assert (failed.state, failed.tries) == (MailState.FAILED, MOST_TRIES)
    assert send_outbox(machine_now=start) == 1


def test_one_mail_that_cannot_be_sent_holds_up_no_other(troubled: list[Exception]) -> None:
    troubled.append(OSError("down"))
    queue("one")
    queue("two", to="bert@example.org")

    assert send_outbox(machine_now=machine_now()) == 1


def test_a_mail_cut_off_while_sending_is_left_to_a_person() -> None:
    queue()
    start = machine_now()
    OutboxMail.objects.update(state=MailState.SENDING, next_try_at=start)

    sent = [send_outbox(machine_now=start + timedelta(seconds=seconds)) for seconds in (1, 700)]

    row = OutboxMail.objects.get()
    assert (sent, row.state) == ([0, 0], MailState.FAILED)
    assert row.error == (
        "Geleit was ended while it sent this mail; it may have arrived, so it was not sent again by itself"
    )


def test_only_a_mail_that_failed_is_sent_again() -> None:
    queue()

    with pytest.raises(FaultError, match="has not failed"):
        retry_mail(mail=OutboxMail.objects.get().pk, by=SYSTEM, now=NOW, machine_now=machine_now())
