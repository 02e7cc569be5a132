"""What a delegate's personal link opens."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection

from geleit.services.guard import Actor
from geleit.services.personal_links import Link, resolve_link
from geleit.services.read_published import Published, read_version

PURPOSE: Final = "delegate"
_PAGE_AND_VERSION: Final = """
    SELECT page.known_version, page.is_listed, page.email,
        (SELECT version.id FROM store_programmeversion AS version
            WHERE version.trip_id = trip.id ORDER BY version.number DESC LIMIT 1)
    FROM store_triprow AS trip
    LEFT JOIN store_delegatepage AS page ON page.trip_id = trip.id AND page.delegate = %s
    WHERE trip.key = %s
"""
"""Every page begins with it, and put together by hand it takes a fifth of the processor time."""


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
    """Return whose pages a link opens; two queries.

    Raises
    ------
    NotFoundError
        When there is no such link.
    LinkEndedError
        When it has expired or was taken back.
    """
    link = resolve_link(token=token, purpose=PURPOSE, now=now)
    trip = link.trip or ""
    with connection.cursor() as cursor:
        cursor.execute(_PAGE_AND_VERSION, [link.subject, trip])
        known_version, is_listed, email, newest = cursor.fetchone() or (None, False, "", None)
    return Visit(
        link=link,
        trip=trip,
        delegate=link.subject,
        version=_version(newest, link.subject),
        known_version=known_version,
        is_listed=bool(is_listed),
        email=email or "",
    )


def _version(newest: int | None, delegate: str) -> Published | None:
    if newest is None:
        return None
    version = read_version(pk=newest)
    return version if delegate in version.trip.delegate_by_id else None
