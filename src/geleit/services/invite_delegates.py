"""The personal links of delegates: made and mailed by an organiser, listed, taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from geleit.domain.people import Delegate
from geleit.domain.trip import Trip
from geleit.services.answer_as_delegate import own_page
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row, read_stored_trip
from geleit.services.guard import Actor
from geleit.services.machine_clock import machine_now
from geleit.services.open_delegate import PURPOSE
from geleit.services.personal_links import make_link, revoke_links
from geleit.services.queue_mail import queue_mail
from geleit.services.subscribe_calendar import PURPOSE as CALENDAR
from geleit.store.models import DelegatePage, PersonalLink, ProgrammeVersion, TripRow

DAYS_AFTER_TRIP: Final = 30
"""How long after the trip's last day a link opens the pages."""
LetterLanguage = Literal["de", "en"]
_SUBJECT: Final[Mapping[LetterLanguage, str]] = MappingProxyType(
    {"de": "Ihr persönliches Programm: {trip}", "en": "Your own programme: {trip}"}
)
_TEXT: Final[Mapping[LetterLanguage, str]] = MappingProxyType(
    {
        "de": (
            "Guten Tag {name},\n\n"
            "hier öffnen Sie Ihr Programm für {trip}:\n{link}\n\n"
            "Öffnen Sie den Link einmal mit dem Telefon, das Sie mitnehmen. Danach haben Sie Ihr Programm auch "
            "ohne Netz. Dort sehen Sie auch Ihre Wünsche und können Ihren Kalender abonnieren.\n\n"
            "Der Link ist persönlich. Wer ihn hat, kann Ihr Programm lesen.\n"
        ),
        "en": (
            "Dear {name},\n\n"
            "this opens your programme for {trip}:\n{link}\n\n"
            "Open the link once on the phone that you take with you. After that you have your programme without a "
            "network too. You will also find your wishes there and can subscribe to your calendar.\n\n"
            "The link is personal. Whoever has it can read your programme.\n"
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateLine:
    """A delegate as the organiser sees the person's pages.

    Parameters
    ----------
    links
        How many links are good today.
    last_used_at
        When one of them was last opened; None when none was.
    known_version
        Newest version that the person has acknowledged.
    """

    delegate: str
    name: str
    organisation: str
    email: str
    links: int
    last_used_at: datetime | None
    known_version: int | None


def list_delegate_pages(*, trip: str, now: datetime) -> tuple[DelegateLine, ...]:
    """Return everyone who travels, with address and links, in the trip's order.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    found = read_stored_trip(key=trip)
    pages = {page.delegate: page for page in DelegatePage.objects.filter(trip__key=trip)}
    good: dict[str, list[datetime | None]] = {}
    links = PersonalLink.objects.filter(
        trip__key=trip, purpose=PURPOSE, revoked_at=None, expires_at__gt=now
    ).values_list("subject", "last_used_at")
    for subject, used in links:
        good.setdefault(subject, []).append(used)
    return tuple(_line(found, one, pages.get(one.id), good.get(one.id, [])) for one in found.delegates)


def _line(
    trip: Trip, person: Delegate, page: DelegatePage | None, used: list[datetime | None]
) -> DelegateLine:
    organisation = trip.organisation_by_id.get(person.organisation or "")
    return DelegateLine(
        delegate=person.id,
        name=person.name,
        organisation=str(organisation.name) if organisation else "",
        email=page.email if page else "",
        links=len(used),
        last_used_at=max((one for one in used if one), default=None),
        known_version=page.known_version if page else None,
    )


def invite_delegates(
    *, trip: str, emails: Mapping[str, str], link_to: Callable[[str], str], by: Actor, now: datetime
) -> int:
    """Mail delegates their personal links, and return how many mails wait to be sent.

    Who already has a link gets a further one and keeps the old one, so that an installed agenda goes on working;
    a changed address takes the old ones back, as they went to somebody else.

    Parameters
    ----------
    emails
        Address by id of the delegate.
    link_to
        Gives the absolute address for a token.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When one of them does not travel or one address is wrong; then nobody gets a mail.
    """
    with transaction.atomic():
        row, found = find_trip_row(key=trip), read_stored_trip(key=trip)
        wanted = {delegate: _address(found, delegate, email) for delegate, email in emails.items()}
        for delegate, email in wanted.items():
            token = _new_link(row, found, delegate, email, by=by, now=now)
            _mail(row, found, delegate, email, link_to(token), now=now)
    return len(wanted)


def open_sample(*, trip: str, delegate: str, by: Actor, now: datetime) -> str:
    """Make a link of an invented delegate for whoever looks at a demonstration, and return its token.

    Raises
    ------
    NotFoundError
        When nobody of that id travels.
    FaultError
        When the person is not invented.
    """
    row, found = find_trip_row(key=trip), read_stored_trip(key=trip)
    person = found.delegate_by_id.get(delegate)
    if person is None:
        raise NotFoundError.of("delegate_not_found", delegate=delegate)
    if not person.sample:
        raise FaultError.of("delegate_not_sample", name=person.name)
    with transaction.atomic():
        return _new_link(row, found, delegate, "", by=by, now=now)


def sample_delegate(trip: Trip) -> Delegate | None:
    """Return the invented person with the fullest wishes, whom a demonstration shows; None where there is none."""
    return max(
        (one for one in trip.delegates if one.sample), key=lambda one: (len(one.wishes), one.id), default=None
    )


def withdraw_pages(*, trip: str, delegate: str, by: Actor, now: datetime) -> int:
    """Take back every link of a delegate, the calendar's too, and return how many were good until now."""
    row = find_trip_row(key=trip)
    with transaction.atomic():
        return sum(
            revoke_links(purpose=purpose, subject=delegate, trip=row, by=by, now=now)
            for purpose in (PURPOSE, CALENDAR)
        )


def _address(trip: Trip, delegate: str, email: str) -> str:
    person = trip.delegate_by_id.get(delegate)
    if person is None:
        raise FaultError.of("delegate_not_mailed", delegate=delegate)
    try:
        validate_email(email.strip())
    except ValidationError:
        raise FaultError.of("mail_address", email=email, name=person.name) from None
    return email.strip()


def _new_link(row: TripRow, trip: Trip, delegate: str, email: str, *, by: Actor, now: datetime) -> str:
    page = own_page(row, delegate)
    if page.email and email and page.email.casefold() != email.casefold():
        withdraw_pages(trip=row.key, delegate=delegate, by=by, now=now)
    if page.known_version is None:
        newest = ProgrammeVersion.objects.filter(trip=row).order_by("-number").first()
        page.known_version, page.known_at = (newest.number if newest else None), now
    if email and page.email != email:
        record_audit(
            action="set_delegate_email",
            subject=f"delegates:{delegate}",
            by=by,
            now=now,
            trip=row,
            before={"email": page.email},
            after={"email": email},
        )
        page.email = email
    page.save()
    days = max(1, (trip.dates.latest - now.date()).days + DAYS_AFTER_TRIP)
    return make_link(
        purpose=PURPOSE,
        subject=delegate,
        expires_at=now + timedelta(days=days),
        by=by,
        now=now,
        trip=row,
        label=trip.delegate_by_id[delegate].name,
    )


def _mail(row: TripRow, trip: Trip, delegate: str, email: str, link: str, *, now: datetime) -> None:
    person = trip.delegate_by_id[delegate]
    lang: LetterLanguage = "de" if "de" in person.languages else "en"
    title = trip.title.get(lang).text
    queue_mail(
        to=email,
        subject=_SUBJECT[lang].format(trip=title),
        text=_TEXT[lang].format(name=person.name, trip=title, link=link),
        dedupe_key=f"delegate:{row.key}:{delegate}:{int(machine_now().timestamp() * 1000)}",
        trip=row,
        reply_to=trip.call.contact_email,
        now=now,
    )
