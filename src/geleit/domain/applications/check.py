"""What is wrong with an application: for keeping it as a draft, and for submitting it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Final

from geleit.domain.applications.application import Application
from geleit.domain.applications.company import OrganisationKind
from geleit.domain.applications.de_minimis import room_eur
from geleit.domain.applications.problem import ApplicationProblem, Path
from geleit.domain.applications.problem import ApplicationProblemCode as Code
from geleit.domain.applications.terms import ApplicationTerms, wishable_items
from geleit.domain.trip import Trip
from geleit.domain.validation.nearest import nearest

LINE_MAX: Final = 200
"""Characters of a line: names, functions, addresses."""
TEXT_MAX: Final = 3000
"""Characters of a text: aim, projects, profile."""
EMAIL_MAX: Final = 254
"""Characters of a mail address (RFC 5321)."""
TEXTS: Final = frozenset({"aim", "profile", "text"})
NUMBER_MAX: Final = {
    "employees": 5_000_000,
    "turnover_eur": 10**13,
    "balance_eur": 10**13,
    "amount_eur": 10**9,
}
"""Largest head count and amounts in euros that are no slip of the hand."""
AIDS_MAX: Final = 50
"""Entries of earlier aid."""
_EMAIL: Final = re.compile(r"[^\s@<>\"(),:;\[\]\\]+@[^\s@<>\"(),:;\[\]\\.]+(\.[^\s@<>\"(),:;\[\]\\.]+)+")
_WEBSITE: Final = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?")


@dataclass(frozen=True, slots=True)
class _Text:
    path: Path
    name: str
    value: str


def check_draft(
    application: Application, trip: Trip, terms: ApplicationTerms
) -> tuple[ApplicationProblem, ...]:
    """Return what keeps an application from being kept as a draft: too much, unknown or unreadable content.

    What is missing may stay missing.
    """
    return (
        *_form(application),
        *_numbers(application),
        *_counts(application, terms),
        *_references(application, trip, terms),
    )


def check_submission(
    application: Application, trip: Trip, terms: ApplicationTerms, *, today: date
) -> tuple[ApplicationProblem, ...]:
    """Return what keeps an application from being submitted, and warnings.

    Parameters
    ----------
    today
        The day of submission where the organiser is.
    """
    return (
        *check_draft(application, trip, terms),
        *_missing(application, terms),
        *_company_gaps(application, trip),
        *_declaration(application, terms, today),
    )


def _form(application: Application) -> Iterator[ApplicationProblem]:
    for text in _texts(application, ()):
        limit = TEXT_MAX if text.name in TEXTS else EMAIL_MAX if text.name == "email" else LINE_MAX
        if len(text.value) > limit:
            yield ApplicationProblem(
                code=Code.TOO_LONG, path=text.path, wanted=len(text.value), available=limit
            )
        elif any(_is_unreadable(char, text.name in TEXTS) for char in text.value):
            yield ApplicationProblem(code=Code.UNREADABLE, path=text.path)
        elif text.name == "email" and text.value and not _is_email(text.value):
            yield ApplicationProblem(
                code=Code.NO_EMAIL, path=text.path, value=text.value, suggestion=_email_meant(text.value)
            )
        elif text.name == "website" and text.value and not _WEBSITE.fullmatch(text.value):
            yield ApplicationProblem(code=Code.NO_WEBSITE, path=text.path, value=text.value)


def _texts(value: object, path: Path) -> Iterator[_Text]:
    """Yield every text that the company wrote, with its place; papers and wishes have rules of their own."""
    if isinstance(value, str):
        yield _Text(path, str(path[-1] if not isinstance(path[-1], int) else path[-2]), value)
    elif isinstance(value, tuple | frozenset):
        members = sorted(value) if isinstance(value, frozenset) else value
        for number, member in enumerate(members):
            yield from _texts(member, (*path, number))
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in ("papers", "wishes", "reference", "status", "language", "kind", "gender"):
                yield from _texts(getattr(value, each.name), (*path, each.name))


def _is_unreadable(char: str, may_break: bool) -> bool:  # noqa: FBT001  # a fact about the field, passed on
    if char in "\r\n\t":
        return not may_break
    return unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn")


def _is_email(value: str) -> bool:
    return _EMAIL.fullmatch(value) is not None and ".." not in value and len(value.partition("@")[0]) <= 64


def _email_meant(value: str) -> str:
    """Return the address that was probably meant: blanks taken out, a comma for a dot, signs around it."""
    meant = (
        re.sub(r"\s+", "", value)
        .strip("<>\"'.,;")
        .replace(",", ".")
        .replace("(at)", "@")
        .replace("[at]", "@")
    )
    return meant if meant != value and _is_email(meant) else ""


def _numbers(application: Application) -> Iterator[ApplicationProblem]:
    company = application.company
    named: list[tuple[Path, int | None]] = [
        (("company", name), getattr(company, name)) for name in ("employees", "turnover_eur", "balance_eur")
    ]
    named += [
        (("de_minimis", "aids", number, "amount_eur"), aid.amount_eur)
        for number, aid in enumerate(application.de_minimis.aids)
    ]
    for path, value in named:
        most = NUMBER_MAX[str(path[-1])]
        if value is not None and not 0 <= value <= most:
            yield ApplicationProblem(
                code=Code.OUT_OF_RANGE, path=path, value=str(value), available=0, wanted=most
            )
    for number, wish in enumerate(application.wishes):
        if not 1 <= wish.strength <= 5:
            yield ApplicationProblem(
                code=Code.OUT_OF_RANGE,
                path=("wishes", number, "strength"),
                value=str(wish.strength),
                available=1,
                wanted=5,
            )


def _counts(application: Application, terms: ApplicationTerms) -> Iterator[ApplicationProblem]:
    limits: tuple[tuple[Path, Collection[Any], int], ...] = (
        (("people",), application.people, terms.people_max),
        (("projects",), application.projects, terms.projects_max),
        (("wishes",), application.wishes, terms.wishes_max),
        (("papers",), application.papers, terms.papers_max),
        (("de_minimis", "aids"), application.de_minimis.aids, AIDS_MAX),
    )
    for path, entries, limit in limits:
        if len(entries) > limit:
            yield ApplicationProblem(code=Code.TOO_MANY, path=path, wanted=len(entries), available=limit)


def _references(
    application: Application, trip: Trip, terms: ApplicationTerms
) -> Iterator[ApplicationProblem]:
    items = {item.id for item in wishable_items(trip)}
    for number, wish in enumerate(application.wishes):
        if wish.item not in items:
            yield _unknown(("wishes", number, "item"), wish.item, items)
    for item, count in Counter(wish.item for wish in application.wishes).items():
        if count > 1:
            yield ApplicationProblem(code=Code.TWICE, path=("wishes",), value=item)
    sectors = set(trip.sector_by_id)
    for sector in sorted(application.company.sectors - sectors):
        yield _unknown(("company", "sectors"), sector, sectors)
    regions = {region.id for region in terms.regions}
    region = application.company.region
    if region and region not in regions:
        yield _unknown(("company", "region"), region, regions)


def _unknown(path: Path, value: str, known: Collection[str]) -> ApplicationProblem:
    return ApplicationProblem(
        code=Code.UNKNOWN, path=path, value=value[:LINE_MAX], suggestion=nearest(value, sorted(known))
    )


def _missing(application: Application, terms: ApplicationTerms) -> Iterator[ApplicationProblem]:
    company, contact = application.company, application.contact
    needed: list[tuple[Path, object]] = [
        (("company", "name"), company.name.strip()),
        (("company", "town"), company.town.strip()),
        (("contact", "name"), contact.name.strip()),
        (("contact", "email"), contact.email.strip()),
        (("people",), application.people),
        (("aim",), application.aim.strip()),
    ]
    if terms.regions:
        needed.append((("company", "region"), company.region))
    for number, person in enumerate(application.people):
        needed.append((("people", number, "name"), person.name.strip()))
        needed.append((("people", number, "function"), person.function.strip()))
    needed += [
        (("projects", number, "title"), project.title.strip())
        for number, project in enumerate(application.projects)
    ]
    for path, value in needed:
        if not value:
            yield ApplicationProblem(code=Code.MISSING, path=path)
    if not application.accepts_terms:
        yield ApplicationProblem(code=Code.NOT_ACCEPTED, path=("accepts_terms",))


def _company_gaps(application: Application, trip: Trip) -> Iterator[ApplicationProblem]:
    company = application.company
    if company.kind is not OrganisationKind.COMPANY:
        return
    if company.employees is None:
        yield ApplicationProblem(code=Code.MISSING, path=("company", "employees"))
    if company.turnover_eur is None and company.balance_eur is None:
        yield ApplicationProblem(code=Code.NO_FIGURES, path=("company", "turnover_eur"))
    if trip.sectors and not company.sectors and not company.other_sector.strip():
        yield ApplicationProblem(code=Code.NO_SECTOR, path=("company", "sectors"))


def _declaration(
    application: Application, terms: ApplicationTerms, today: date
) -> Iterator[ApplicationProblem]:
    declared = application.de_minimis
    for number, aid in enumerate(declared.aids):
        if aid.granted_on > today:
            path: Path = ("de_minimis", "aids", number, "granted_on")
            yield ApplicationProblem(code=Code.AID_IN_FUTURE, path=path, value=aid.granted_on.isoformat())
    if not terms.asks_de_minimis or application.company.kind is not OrganisationKind.COMPANY:
        return
    if not declared.is_confirmed:
        yield ApplicationProblem(code=Code.NOT_DECLARED, path=("de_minimis", "is_confirmed"))
    aid_eur = terms.aid_eur * application.people_count
    room = room_eur(declared.aids, today)
    if aid_eur > room:
        yield ApplicationProblem(
            code=Code.OVER_CEILING,
            path=("de_minimis", "aids"),
            wanted=aid_eur,
            available=room,
            is_warning=True,
        )
