"""What a delegate's pages show besides the programme: fellow delegates, whom to ask, the company's application."""

from dataclasses import dataclass
from datetime import datetime

from geleit.documents.view import Audience, PersonView
from geleit.documents.view.build_people import people_in_order
from geleit.documents.view.lens import Lens
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.kinds import Role
from geleit.domain.text import Language
from geleit.services.answer_as_delegate import list_listed
from geleit.services.open_delegate import Visit
from geleit.services.read_published import piece_of_published
from geleit.services.subscribe_calendar import has_subscription
from geleit.store.models import ApplicationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Fellow:
    """Somebody whom a delegate may see: a head of the delegation, or one who has agreed."""

    id: str
    name: str
    line: str
    role_word: str
    is_head: bool
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnApplication:
    """Where the application of the delegate's company stands."""

    reference: str
    company: str
    status: ApplicationStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpFacts:
    """Whom to ask, and what there is.

    Parameters
    ----------
    contact
        Name, address and telephone; empty texts where the trip names none.
    application
        Of the address that the delegate's link went to; None without one.
    """

    contact_name: str
    contact_email: str
    contact_phone: str
    has_subscription: bool
    application: OwnApplication | None


def read_fellows(*, visit: Visit, lang: Language) -> tuple[Fellow, ...]:
    """Return the heads of the delegation and those who have agreed to be seen, without the reader."""
    version = visit.version
    if version is None:
        return ()
    everyone: tuple[PersonView, ...] = piece_of_published(
        version=version,
        language=lang,
        piece="people/delegation",
        make=lambda: people_in_order(Lens(version.trip, version.programme, lang, Audience.DELEGATION)),
    )
    listed = list_listed(trip=visit.trip)
    return tuple(
        Fellow(
            id=one.id,
            name=one.name.text,
            line=one.line,
            role_word=one.role_word,
            is_head=one.role is Role.HEAD,
            is_sample=one.is_sample,
        )
        for one in everyone
        if one.id != visit.delegate and (one.role is Role.HEAD or one.id in listed)
    )


def read_help(*, visit: Visit, now: datetime) -> HelpFacts:
    """Return whom to ask and what there is for a delegate."""
    call = visit.version.trip.call if visit.version else None
    return HelpFacts(
        contact_name=call.contact_name if call else "",
        contact_email=call.contact_email if call else "",
        contact_phone=call.contact_phone if call else "",
        has_subscription=has_subscription(visit=visit, now=now),
        application=_application(visit),
    )


def _application(visit: Visit) -> OwnApplication | None:
    if not visit.email:
        return None
    rows = ApplicationRow.objects.filter(trip__key=visit.trip, contact_key=visit.email.casefold())
    row = rows.order_by("-pk").first()
    if row is None:
        return None
    return OwnApplication(reference=row.reference, company=row.company, status=ApplicationStatus(row.status))
