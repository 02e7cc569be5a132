"""What a delegate's personal link opens."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from geleit.services.faults import NotFoundError
from geleit.services.guard import Actor
from geleit.services.personal_links import Link, resolve_link
from geleit.services.read_published import Published, read_published
from geleit.store.models import DelegatePage

PURPOSE: Final = "delegate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A delegate who has come by the personal link.

    Parameters
    ----------
    trip
        Key of the trip.
    delegate
        Id of the person.
    version
        The programme that holds; None while nothing is published or the person is not in what is published.
    known_version
        Number of the newest version that the person has acknowledged.
    is_listed
        Whether fellow delegates may see the person.
    """

    link: Link
    trip: str
    delegate: str
    version: Published | None
    known_version: int | None
    is_listed: bool
    email: str

    @property
    def actor(self) -> Actor:
        """Who acts by the link."""
        return self.link.actor

    @property
    def has_changes(self) -> bool:
        """Whether a version was published since the one acknowledged."""
        return self.version is not None and (self.known_version or 1) < self.version.number


def open_delegate(*, token: str, now: datetime) -> Visit:
    """Return whose pages a link opens; three queries.

    Raises
    ------
    NotFoundError
        When there is no such link.
    LinkEndedError
        When it has expired or was taken back.
    """
    link = resolve_link(token=token, purpose=PURPOSE, now=now)
    trip = link.trip or ""
    pages = DelegatePage.objects.filter(trip__key=trip, delegate=link.subject)
    known = pages.values_list("known_version", "is_listed", "email")[:1]
    version, is_listed, email = next(iter(known), (None, False, ""))
    return Visit(
        link=link,
        trip=trip,
        delegate=link.subject,
        version=_version(trip, link.subject),
        known_version=version,
        is_listed=is_listed,
        email=email,
    )


def _version(trip: str, delegate: str) -> Published | None:
    try:
        version = read_published(key=trip)
    except NotFoundError:
        return None
    return version if delegate in version.trip.delegate_by_id else None
