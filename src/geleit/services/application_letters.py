"""The letters to those who apply, in their language, through the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal

from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.domain.wording import format_money, format_span
from geleit.services.applications_common import application_of
from geleit.services.queue_mail import queue_mail
from geleit.store.models import ApplicationRow

LetterLanguage = Literal["de", "en"]


class Letter(StrEnum):
    """What a letter says."""

    RESUME = "resume"
    LINK = "link"
    RECEIPT = "receipt"
    INCOMPLETE = "incomplete"
    ADMITTED = "admitted"
    WAITING = "waiting"
    REJECTED = "rejected"
    MOVED_UP = "moved_up"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Wording:
    """Subject and body of a letter; ``{names}`` are those of `_values`."""

    subject: str
    body: str


_DE: Final[Mapping[Letter, Wording]] = MappingProxyType(
    {
        Letter.RESUME: Wording(
            "Ihr Entwurf: {trip} ({reference})",
            "Ihr Entwurf für {trip} ist gespeichert. Noch haben Sie sich nicht beworben.\n\n"
            "Hier schreiben Sie weiter und reichen die Bewerbung ein:\n{link}\n\n"
            "Der Link ist persönlich. Wer ihn hat, kann Ihren Entwurf lesen und ändern.",
        ),
        Letter.LINK: Wording(
            "Ihr Link: {trip} ({reference})",
            "hier öffnen Sie Ihre Bewerbung {reference} für {trip}:\n{link}\n\n"
            "Der Link ist persönlich. Wer ihn hat, kann Ihre Angaben lesen und ändern. "
            "Haben Sie ihn nicht verlangt, müssen Sie nichts tun.",
        ),
        Letter.RECEIPT: Wording(
            "Eingang Ihrer Bewerbung: {trip} ({reference})",
            "Ihre Bewerbung von {company} ist eingegangen. Der Eingang ist noch keine Zusage.\n\n"
            "Kennung: {reference}\nReise: {trip}, {dates}\nPersonen: {people}\n\n"
            "Die Agentur wählt nach den Kriterien der Ausschreibung aus und schreibt Ihnen in jedem Fall.{stand}",
        ),
        Letter.INCOMPLETE: Wording(
            "Bitte ergänzen: {trip} ({reference})",
            "in Ihrer Bewerbung für {trip} fehlt noch etwas:\n\n{reason}\n\n"
            "Bitte ergänzen Sie es und reichen die Bewerbung noch einmal ein.{stand}",
        ),
        Letter.ADMITTED: Wording(
            "Zusage: {trip} ({reference})",
            "{company} reist mit: {trip}, {dates}.\n\nZugelassen sind:\n{names}\n\n"
            "Entgelt: {fee}\n{reason}Bitte schreiben Sie uns, wenn jemand verhindert ist; dann rückt ein anderes "
            "Unternehmen nach.",
        ),
        Letter.WAITING: Wording(
            "Warteliste: {trip} ({reference})",
            "{company} steht für {trip}, {dates}, auf der Warteliste.\n\n"
            "Wenn ein Platz frei wird, rückt nach, wer die Zusammensetzung der Delegation wahrt. "
            "Es kann also ein anderes Unternehmen vor Ihnen sein. Wir schreiben Ihnen, sobald Ihr Platz feststeht.\n"
            "{reason}",
        ),
        Letter.REJECTED: Wording(
            "Ihre Bewerbung: {trip} ({reference})",
            "für {trip}, {dates}, können wir {company} keinen Platz geben. Es lagen mehr Bewerbungen vor, als Plätze "
            "da sind.\n\n{reason}Ihre Unterlagen löschen wir nach der Reise.",
        ),
        Letter.MOVED_UP: Wording(
            "Ein Platz ist frei: {trip} ({reference})",
            "{company} rückt nach und reist mit: {trip}, {dates}.\n\nZugelassen sind:\n{names}\n\n"
            "Entgelt: {fee}\n{reason}Bitte schreiben Sie uns umgehend, falls Sie nicht reisen können.",
        ),
        Letter.WITHDRAWN: Wording(
            "Zurückgezogen: {trip} ({reference})",
            "Ihre Bewerbung von {company} für {trip} ist zurückgezogen. Sie müssen nichts weiter tun.",
        ),
        Letter.CANCELLED: Wording(
            "Absage eingegangen: {trip} ({reference})",
            "Ihre Absage für {trip} ist eingegangen. Der Platz von {company} geht an ein anderes Unternehmen. "
            "Was für Rücktritt und Entgelt gilt, steht in den Bedingungen der Ausschreibung.",
        ),
    }
)
_EN: Final[Mapping[Letter, Wording]] = MappingProxyType(
    {
        Letter.RESUME: Wording(
            "Your draft: {trip} ({reference})",
            "Your draft for {trip} is saved. You have not applied yet.\n\n"
            "Continue here and submit the application:\n{link}\n\n"
            "The link is personal. Whoever has it can read and change your draft.",
        ),
        Letter.LINK: Wording(
            "Your link: {trip} ({reference})",
            "This opens your application {reference} for {trip}:\n{link}\n\n"
            "The link is personal. Whoever has it can read and change what you wrote. "
            "If you did not ask for it, there is nothing to do.",
        ),
        Letter.RECEIPT: Wording(
            "We have received your application: {trip} ({reference})",
            "We have received the application of {company}. A receipt is not yet an admission.\n\n"
            "Reference: {reference}\nTrip: {trip}, {dates}\nPeople: {people}\n\n"
            "The agency selects by the criteria of the call and will write to you in any case.{stand}",
        ),
        Letter.INCOMPLETE: Wording(
            "Please complete: {trip} ({reference})",
            "Something is still missing in your application for {trip}:\n\n{reason}\n\n"
            "Please add it and submit the application again.{stand}",
        ),
        Letter.ADMITTED: Wording(
            "Admitted: {trip} ({reference})",
            "{company} travels with us: {trip}, {dates}.\n\nAdmitted are:\n{names}\n\n"
            "Fee: {fee}\n{reason}Please write to us if somebody cannot travel; another company then moves up.",
        ),
        Letter.WAITING: Wording(
            "Waiting list: {trip} ({reference})",
            "{company} is on the waiting list for {trip}, {dates}.\n\n"
            "When a place becomes free, the company moves up that keeps the delegation's mix. "
            "So another company may come before you. We will write as soon as your place is certain.\n{reason}",
        ),
        Letter.REJECTED: Wording(
            "Your application: {trip} ({reference})",
            "For {trip}, {dates}, we cannot offer {company} a place. There were more applications than places.\n\n"
            "{reason}We will delete your papers after the trip.",
        ),
        Letter.MOVED_UP: Wording(
            "A place is free: {trip} ({reference})",
            "{company} moves up and travels with us: {trip}, {dates}.\n\nAdmitted are:\n{names}\n\n"
            "Fee: {fee}\n{reason}Please write to us at once if you cannot travel.",
        ),
        Letter.WITHDRAWN: Wording(
            "Withdrawn: {trip} ({reference})",
            "The application of {company} for {trip} is withdrawn. There is nothing else for you to do.",
        ),
        Letter.CANCELLED: Wording(
            "Your cancellation: {trip} ({reference})",
            "We have received your cancellation for {trip}. The place of {company} goes to another company. "
            "The terms of the call say what applies to cancellations and fees.",
        ),
    }
)
LETTERS: Final[Mapping[LetterLanguage, Mapping[Letter, Wording]]] = MappingProxyType({"de": _DE, "en": _EN})
_GREETING: Final = MappingProxyType({"de": "Guten Tag {name},", "en": "Dear {name},"})
_STAND: Final = MappingProxyType(
    {"de": "\n\nHier sehen Sie den Stand:\n{link}", "en": "\n\nThis is where it stands:\n{link}"}
)
_PER_PERSON: Final = MappingProxyType({"de": "{} je Person", "en": "{} per person"})
_NO_FEE: Final = MappingProxyType({"de": "nach Rechnung", "en": "as invoiced"})


def send_letter(
    letter: Letter, row: ApplicationRow, trip: Trip, *, now: datetime, reason: str = "", link: str = ""
) -> bool:
    """Queue a letter; the caller holds the transaction, and nothing is queued unless it commits.

    Parameters
    ----------
    reason
        What the organiser adds.
    link
        Address under which the company sees its application; left out where it is empty.

    Returns
    -------
    bool
        False when the application names no address to write to.
    """
    application = application_of(row)
    if not application.contact.email:
        return False
    subject, text = compose(letter, row, trip, reason=reason, link=link)
    queue_mail(
        to=application.contact.email,
        subject=subject,
        text=text,
        dedupe_key=f"application:{row.reference}:{letter}:{row.version}",
        trip=row.trip,
        reply_to=trip.call.contact_email,
        now=now,
    )
    return True


def compose(
    letter: Letter, row: ApplicationRow, trip: Trip, *, reason: str = "", link: str = ""
) -> tuple[str, str]:
    """Return subject and text of a letter in the company's language; English where it reads neither of the two."""
    lang: LetterLanguage = "de" if row.language == "de" else "en"
    values = _values(row, trip, lang, reason, link)
    wording = LETTERS[lang][letter]
    greeting = _GREETING[lang].format(name=values["name"])
    closing = "\n".join(
        filter(
            None,
            (trip.call.contact_name, trip.call.contact_organisation.get(lang).text, trip.call.contact_email),
        )
    )
    subject = " ".join(wording.subject.format(**values).split())
    return subject, f"{greeting}\n\n{wording.body.format(**values).strip()}\n\n{closing}\n"


def _values(row: ApplicationRow, trip: Trip, lang: LetterLanguage, reason: str, link: str) -> dict[str, str]:
    application = application_of(row)
    people = [f"– {person.name}, {person.function}".rstrip(", ") for person in application.people]
    return {
        "trip": _told(trip.title, lang),
        "dates": format_span(trip.dates, lang),
        "reference": row.reference,
        "company": row.company or row.reference,
        "name": application.contact.name or row.company or row.reference,
        "people": str(row.people),
        "names": "\n".join(people),
        "fee": _fee(row, trip, lang),
        "reason": f"{reason.strip()}\n\n" if reason.strip() else "",
        "link": link,
        "stand": _STAND[lang].format(link=link) if link else "",
    }


def _fee(row: ApplicationRow, trip: Trip, lang: LetterLanguage) -> str:
    if row.fee_tier is None or row.fee_tier >= len(trip.call.fees):
        return _NO_FEE[lang]
    return _PER_PERSON[lang].format(format_money(trip.call.fees[row.fee_tier].amount_eur, lang))


def _told(text: Text, lang: LetterLanguage) -> str:
    return text.get(lang).text
