"""A delegate's calendar subscription: an address of its own, which can be taken back without the personal link."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from geleit.documents.calendar import agenda_calendar
from geleit.domain.text import Language
from geleit.services.faults import NotFoundError
from geleit.services.find_trip import find_trip_row
from geleit.services.open_delegate import Visit
from geleit.services.personal_links import make_link, resolve_link, revoke_links
from geleit.services.read_published import piece_of_published, read_published
from geleit.store.models import PersonalLink

PURPOSE: Final = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalCalendar:
    """A delegate's calendar as a file, and when it last changed."""

    content: bytes
    published_at: datetime


def subscribe_calendar(*, visit: Visit, now: datetime) -> str:
    """Make the address of a subscription and return its token; an earlier one no longer opens anything."""
    with transaction.atomic():
        row = find_trip_row(key=visit.trip)
        revoke_links(purpose=PURPOSE, subject=visit.delegate, trip=row, by=visit.actor, now=now)
        return make_link(
            purpose=PURPOSE,
            subject=visit.delegate,
            expires_at=visit.link.expires_at,
            by=visit.actor,
            now=now,
            trip=row,
            label=visit.link.label,
        )


def end_subscription(*, visit: Visit, now: datetime) -> int:
    """Take the subscription back, and return how many addresses were good until now."""
    row = find_trip_row(key=visit.trip)
    return revoke_links(purpose=PURPOSE, subject=visit.delegate, trip=row, by=visit.actor, now=now)


def has_subscription(*, visit: Visit, now: datetime) -> bool:
    """Whether there is an address that opens the delegate's calendar."""
    good = PersonalLink.objects.filter(
        trip__key=visit.trip, purpose=PURPOSE, subject=visit.delegate, revoked_at=None, expires_at__gt=now
    )
    return good.exists()


def read_calendar(*, token: str, lang: Language, now: datetime) -> PersonalCalendar:
    """Return the calendar of a subscription: of the version that holds, dated by its publishing.

    Raises
    ------
    NotFoundError
        When there is no such subscription, or no programme for the person.
    LinkEndedError
        When it was taken back or has expired.
    """
    link = resolve_link(token=token, purpose=PURPOSE, now=now)
    return calendar_of(trip=link.trip or "", delegate=link.subject, lang=lang)


def calendar_of(*, trip: str, delegate: str, lang: Language) -> PersonalCalendar:
    """Return a delegate's calendar.

    Raises
    ------
    NotFoundError
        When there is no programme for the person.
    """
    version = read_published(key=trip)
    if delegate not in version.trip.delegate_by_id:
        raise NotFoundError.of("no_programme_for_person")
    content = piece_of_published(
        version=version,
        language=lang,
        piece=f"calendar/{delegate}",
        make=lambda: agenda_calendar(
            version.trip, version.programme, lang, delegate, now=version.published_at
        ),
    )
    return PersonalCalendar(content=content, published_at=version.published_at)
