"""An application as the values of the form's fields, and a field's place for what is wrong with it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from geleit.domain.applications.application import Application
from geleit.domain.applications.problem import Path

COMPANY_LINES: Final = (
    "name", "street", "postcode", "town", "country", "region", "website", "other_sector", "profile",
)  # fmt: skip
SECTION_BY_FIELD: Final = {
    "contact": "contact",
    "people": "people",
    "projects": "projects",
    "wish": "wishes",
    "papers": "papers",
    "paper_kind": "papers",
    "aids": "aid",
    "de_minimis": "aid",
    "accepts_terms": "consent",
    "aim": "field",
    "company": "company",
    "company-employees": "size",
    "company-turnover_eur": "size",
    "company-balance_eur": "size",
    "company-sectors": "field",
    "company-other_sector": "field",
    "company-profile": "field",
}
"""Section by the whole name of a field, else by what stands before its first hyphen."""
NEEDED: Final = ("contact", "company", "size", "field", "people", "aid", "consent")
"""Sections without which nothing is submitted."""


def values_of(application: Application) -> Mapping[str, Any]:
    """Return the values of the form's fields, by name."""
    return dict(_values(application))


def _values(application: Application) -> Iterator[tuple[str, Any]]:
    company, contact = application.company, application.contact
    for name in ("name", "email", "phone"):
        yield f"contact-{name}", getattr(contact, name)
    for name in COMPANY_LINES:
        yield f"company-{name}", getattr(company, name)
    yield "company-kind", company.kind.value
    yield "company-sectors", sorted(company.sectors)
    for name in ("employees", "turnover_eur", "balance_eur"):
        value = getattr(company, name)
        yield f"company-{name}", "" if value is None else str(value)
    first = company.is_first_timer
    yield "company-first_timer", "" if first is None else "yes" if first else "no"
    yield "aim", application.aim
    for number, person in enumerate(application.people):
        for name in ("name", "function", "email"):
            yield f"people-{number}-{name}", getattr(person, name)
        yield f"people-{number}-gender", person.gender.value
        yield f"people-{number}-is_board_level", person.is_board_level
        yield f"people-{number}-languages", sorted(person.languages)
    for number, project in enumerate(application.projects):
        yield f"projects-{number}-title", project.title
        yield f"projects-{number}-text", project.text
    for wish in application.wishes:
        yield f"wish-{wish.item}", str(wish.strength)
    for number, aid in enumerate(application.de_minimis.aids):
        yield f"aids-{number}-granted_on", aid.granted_on.isoformat()
        yield f"aids-{number}-amount_eur", str(aid.amount_eur)
        yield f"aids-{number}-grantor", aid.grantor
    yield "de_minimis-is_confirmed", application.de_minimis.is_confirmed
    yield "accepts_terms", application.accepts_terms


def section_of(name: str) -> str:
    """Return the section in which a field stands."""
    return SECTION_BY_FIELD.get(name) or SECTION_BY_FIELD[name.partition("-")[0]]


def field_at(path: Path, application: Application, rows: Mapping[str, list[int]]) -> str:
    """Return the name of the field that shows a place of an application.

    Parameters
    ----------
    rows
        By ``people``, ``projects`` and ``aids``: which row of the form each entry was written in, for rows left
        empty are passed over.
    """
    parts = path[1:] if path[:2] == ("de_minimis", "aids") else path
    head = str(parts[0])
    if head in rows:
        if len(parts) == 1:
            return f"{head}-0-{'amount_eur' if head == 'aids' else 'title' if head == 'projects' else 'name'}"
        written = rows[head]
        position = int(parts[1])
        row = written[position] if position < len(written) else position
        return f"{head}-{row}-{parts[2]}"
    if head == "wishes":
        chosen = application.wishes
        position = int(parts[1]) if len(parts) > 1 else 0
        return f"wish-{chosen[position].item}" if position < len(chosen) else "wishes"
    return "-".join(str(part) for part in parts[:2])
