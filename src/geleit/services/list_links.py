"""Which personal links of a trip there are. Their tokens are known to nobody but those they were sent to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from geleit.services.faults import NotFoundError
from geleit.services.guard import Actor
from geleit.services.personal_links import revoke_link
from geleit.store.models import PersonalLink


class LinkState(StrEnum):
    """Whether a link opens what it is for."""

    GOOD = "good"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """A link as organisers see it."""

    id: int
    purpose: str
    subject: str
    label: str
    state: LinkState
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    used_count: int


def list_links(*, trip: int, now: datetime) -> tuple[LinkLine, ...]:
    """Return the links of a trip, the newest first; one query.

    Parameters
    ----------
    trip
        Number of the trip's row.
    """
    rows = PersonalLink.objects.filter(trip=trip).order_by("-pk")
    return tuple(
        LinkLine(
            id=row.pk,
            purpose=row.purpose,
            subject=row.subject,
            label=row.label,
            state=_state(row, now),
            created_at=row.created_at,
            expires_at=row.expires_at,
            last_used_at=row.last_used_at,
            used_count=row.used_count,
        )
        for row in rows
    )


def revoke_trip_link(*, trip: int, link: int, by: Actor, now: datetime) -> None:
    """Take back a link of a trip; one that is taken back already stays so.

    Raises
    ------
    NotFoundError
        When the trip has no such link, though another may.
    """
    if not PersonalLink.objects.filter(pk=link, trip=trip).exists():
        raise NotFoundError.of("link_not_of_trip", link=link)
    revoke_link(link=link, by=by, now=now)


def _state(row: PersonalLink, now: datetime) -> LinkState:
    if row.revoked_at is not None:
        return LinkState.REVOKED
    return LinkState.EXPIRED if row.expires_at <= now else LinkState.GOOD
