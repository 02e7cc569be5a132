"""The page that leads to all documents of a demonstration."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from geleit.documents.bundle.plan import (
    INDEX,
    agenda_name,
    booklet_name,
    calendar_name,
    editions,
    html_name,
    office_language,
    workbook_name,
)
from geleit.documents.start import StartLink, StartSection, StartTrip, render_start
from geleit.documents.start.words import word
from geleit.documents.view import Audience
from geleit.documents.words.labels import label
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.services.crew import Tell
from geleit.services.plan_trip import PROGRAMME_FILE
from geleit.services.render_documents import languages_of

PAGES: Final[Mapping[Language, str]] = MappingProxyType({"en": "index.html", "de": "index.de.html"})
"""The start page by language; the interface speaks these."""
_PAGE_NAMES: Final = (
    (Audience.PUBLIC, "doc_public"),
    (Audience.DELEGATION, "doc_delegation"),
    (Audience.ORGANISER, "doc_organiser"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFolder:
    """A trip's folder.

    Parameters
    ----------
    files
        Paths of its documents in it; only these are named. None names all that a trip has.
    """

    name: str
    trip: Trip
    programme: Programme
    files: tuple[str, ...] | None


def start_page(_tell: Tell, folders: tuple[StartFolder, ...], lang: Language) -> str:
    """Return the start page in one language."""
    return render_start([_start(each, lang) for each in folders], lang, PAGES)


def _start(folder: StartFolder, lang: Language) -> StartTrip:
    languages = languages_of(folder.trip)
    reader = lang if lang in languages else languages[0]
    return StartTrip(
        trip=folder.trip,
        programme=folder.programme,
        opens=f"{folder.name}/{html_name(Audience.PUBLIC, reader)}",
        sections=tuple(section for section in _sections(folder, lang) if section.links),
    )


def _sections(folder: StartFolder, lang: Language) -> Iterator[StartSection]:
    languages = languages_of(folder.trip)
    pages = [
        (html_name(audience, each), label(key, each), each, "")
        for audience, key in _PAGE_NAMES
        for each in languages
        if audience in editions(each)
    ]
    office = office_language(languages)
    print_and_calendar = [
        *((booklet_name(each), label("doc_booklet", each), each, "PDF") for each in languages),
        *((calendar_name(each), label("doc_calendar", each), each, "ICS") for each in languages),
        (workbook_name(office), label("doc_workbook", office), office, "XLSX"),
        (PROGRAMME_FILE, PROGRAMME_FILE, lang, ""),
        (INDEX, label("index_title", lang, "").rstrip(": ："), lang, ""),
    ]
    agendas = [
        (name, delegate.name if ending == "pdf" else "", lang, ending.upper())
        for delegate in folder.trip.delegates
        for ending in ("pdf", "ics")
        for name in (agenda_name(delegate.id, ending),)
    ]
    yield StartSection(heading=word("pages", lang), links=_links(folder, pages))
    yield StartSection(heading=word("files", lang), links=_links(folder, print_and_calendar))
    yield StartSection(
        heading=word("all_people", lang, len(folder.trip.delegates)),
        links=_links(folder, agendas),
        is_folded=True,
    )


def _links(folder: StartFolder, known: list[tuple[str, str, Language, str]]) -> tuple[StartLink, ...]:
    there = {*(folder.files or ()), PROGRAMME_FILE}
    return tuple(
        StartLink(href=f"{folder.name}/{name}", name=text, lang=lang, note=note)
        for name, text, lang, note in known
        if folder.files is None or name in there
    )
