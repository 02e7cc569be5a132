"""Put a mail into the outbox; a worker sends it."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import make_msgid

from django.db import transaction

from geleit.services.machine_clock import machine_now
from geleit.store.models import OutboxMail, TripRow

SUBJECT_LENGTH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with a mail.

    Parameters
    ----------
    type
        As in MIME: ``text/calendar``.
    """

    name: str
    type: str
    content: bytes


def queue_mail(
    *,
    to: str,
    subject: str,
    text: str,
    dedupe_key: str,
    now: datetime,
    trip: TripRow | None = None,
    html: str = "",
    reply_to: str = "",
    attachments: Sequence[Attachment] = (),
) -> bool:
    """Queue a mail to one address; it is sent after the caller's transaction commits, and only then.

    Parameters
    ----------
    dedupe_key
        Says which mail it is: ``receipt:17``. A second one of the same key is not queued.
    now
        The present that the outbox shows.

    Returns
    -------
    bool
        False when a mail of this key was queued before.
    """
    with transaction.atomic():
        _, is_new = OutboxMail.objects.get_or_create(
            dedupe_key=dedupe_key,
            defaults={
                "trip": trip,
                "to": to,
                "subject": " ".join(subject.split())[:SUBJECT_LENGTH],
                "text": text,
                "html": html,
                "reply_to": reply_to,
                "attachments": [
                    {"name": each.name, "type": each.type, "content": b64encode(each.content).decode()}
                    for each in attachments
                ],
                "message_id": make_msgid(domain="geleit.invalid"),
                "next_try_at": machine_now(),
                "queued_at": now,
            },
        )
    return is_new
