"""Personal links: made, opened, taken back. Only a hash of each is kept, so a copy of the store opens nothing."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction
from django.db.models import F

from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.guard import Actor
from geleit.store.models import PersonalLink, TripRow

TOKEN_BYTES = 24
"""192 random bits: nobody guesses one."""
COUNTED_EVERY = timedelta(minutes=1)
"""Uses closer together count as one, so that reading a page does not write each time."""


class LinkEndedError(FaultError):
    """A link that was once good: expired, or taken back.

    Parameters
    ----------
    why
        Which of the two.
    """

    def __init__(self, why: Literal["expired", "revoked"], happened: str) -> None:
        self.why = why
        super().__init__(happened, advice="Ask whoever sent it for a new one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a link opens, and for whom.

    Parameters
    ----------
    trip
        Key of the trip; None for a link without one.
    """

    id: int
    purpose: str
    subject: str
    trip: str | None
    label: str
    expires_at: datetime

    @property
    def actor(self) -> Actor:
        """Who acts by it."""
        return Actor(name=f"link:{self.purpose}:{self.subject}"[:254])


def make_link(
    *,
    purpose: str,
    subject: str,
    expires_at: datetime,
    by: Actor,
    now: datetime,
    trip: TripRow | None = None,
    label: str = "",
) -> str:
    """Make a link and return its token, which is known nowhere else; earlier links of the subject stay good.

    Parameters
    ----------
    purpose, subject
        What it opens, and whose: ``delegate`` and the delegate's key.
    label
        For people: whom it is given to.

    Raises
    ------
    FaultError
        When it would expire before it is made.
    """
    if expires_at <= now:
        raise FaultError.of("link_expires_before", expires=expires_at.isoformat())
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        row = PersonalLink.objects.create(
            trip=trip,
            token_hash=_hash(token),
            purpose=purpose,
            subject=subject,
            label=label[:254],
            created_at=now,
            expires_at=expires_at,
        )
        record_audit(
            action="make_link",
            subject=f"{purpose}:{subject}"[:200],
            by=by,
            now=now,
            trip=trip,
            after={"link": row.pk, "expires_at": expires_at.isoformat()},
        )
    return token


def resolve_link(*, token: str, purpose: str, now: datetime) -> Link:
    """Return what a token opens, and count its use.

    Raises
    ------
    NotFoundError
        When there is no such link for this purpose: mistyped, or guessed.
    LinkEndedError
        When it has expired or was taken back.
    """
    found = PersonalLink.objects.select_related("trip").defer("trip__data")
    row = found.filter(token_hash=_hash(token), purpose=purpose).first()
    if row is None:
        raise NotFoundError.of("link_opens_nothing")
    if row.revoked_at is not None:
        raise LinkEndedError("revoked", "This link has been taken back")
    if row.expires_at <= now:
        raise LinkEndedError("expired", f"This link has expired on {row.expires_at.date().isoformat()}")
    if row.last_used_at is None or abs(now - row.last_used_at) >= COUNTED_EVERY:
        PersonalLink.objects.filter(pk=row.pk).update(used_count=F("used_count") + 1, last_used_at=now)
    return Link(
        id=row.pk,
        purpose=row.purpose,
        subject=row.subject,
        trip=row.trip.key if row.trip else None,
        label=row.label,
        expires_at=row.expires_at,
    )


def revoke_link(*, link: int, by: Actor, now: datetime) -> None:
    """Take a link back; one that is taken back already stays so.

    Raises
    ------
    NotFoundError
        When there is none.
    """
    if not _revoke(by, now, pk=link) and not PersonalLink.objects.filter(pk=link).exists():
        raise NotFoundError.of("link_unknown", link=link)


def revoke_links(*, purpose: str, subject: str, trip: TripRow | None, by: Actor, now: datetime) -> int:
    """Take back all links of a subject, and return how many were good until now."""
    return _revoke(by, now, purpose=purpose, subject=subject, trip=trip)


def _revoke(by: Actor, now: datetime, **which: object) -> int:
    with transaction.atomic():
        rows = list(PersonalLink.objects.select_related("trip").filter(revoked_at=None, **which))
        for row in rows:
            row.revoked_at = now
            row.save(update_fields=["revoked_at"])
            subject = f"{row.purpose}:{row.subject}"[:200]
            record_audit(
                action="revoke_link", subject=subject, by=by, now=now, trip=row.trip, before={"link": row.pk}
            )
    return len(rows)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
