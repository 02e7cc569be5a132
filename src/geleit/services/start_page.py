"""The page that leads to all documents of a demonstration."""

from collections.abc import Iterable, Mapping
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
    language_of,
    office_language,
    workbook_name,
)
from geleit.documents.html.content import NAMES
from geleit.documents.start import StartDocument, StartLink, StartSection, StartTrip, render_start
from geleit.documents.start.words import word
from geleit.documents.view import Audience
from geleit.documents.words.labels import label
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.services.crew import Tell
from geleit.services.files import PROGRAMME_FILE
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
    """Return the start page in one language; the trips by their dates."""
    in_order = sorted(folders, key=lambda folder: (folder.trip.dates.start, folder.name))
    return render_start([_start(each, lang) for each in in_order], lang, PAGES)


def _start(folder: StartFolder, lang: Language) -> StartTrip:
    languages = languages_of(folder.trip)
    reader = lang if lang in languages else languages[0]
    sections = (
        StartSection(heading=word("pages", lang), documents=_pages(folder, lang)),
        StartSection(heading=word("files", lang), documents=_files(folder, lang)),
        StartSection(
            heading=word("all_people", lang, len(folder.trip.delegates)),
            documents=_agendas(folder),
            is_folded=True,
        ),
    )
    return StartTrip(
        trip=folder.trip,
        programme=folder.programme,
        opens=f"{folder.name}/{html_name(Audience.PUBLIC, reader)}",
        sections=tuple(section for section in sections if section.documents),
    )


def _pages(folder: StartFolder, lang: Language) -> tuple[StartDocument, ...]:
    documents = (
        _by_language(folder, lang, key, {one: html_name(audience, one) for one in _readers(folder, audience)})
        for audience, key in _PAGE_NAMES
    )
    return _existing(documents)


def _readers(folder: StartFolder, audience: Audience) -> list[Language]:
    return [one for one in languages_of(folder.trip) if audience in editions(one)]


def _files(folder: StartFolder, lang: Language) -> tuple[StartDocument, ...]:
    languages = languages_of(folder.trip)
    office = office_language(languages)
    other = (
        (label("doc_workbook", lang), workbook_name(office), "XLSX"),
        (word("programme_data", lang), PROGRAMME_FILE, "JSON"),
        (word("all_files", lang), INDEX, "HTML"),
    )
    return _existing(
        [
            _by_language(
                folder, lang, "doc_booklet", {one: booklet_name(one) for one in languages}, " (PDF)"
            ),
            _by_language(
                folder, lang, "doc_calendar", {one: calendar_name(one) for one in languages}, " (ICS)"
            ),
            *(
                StartDocument(name=name, links=_links(folder, [(form, f"{name} ({form})", lang, file)]))
                for name, file, form in other
            ),
        ]
    )


def _agendas(folder: StartFolder) -> tuple[StartDocument, ...]:
    languages = languages_of(folder.trip)
    return _existing(
        StartDocument(
            name=person.name,
            links=_links(
                folder,
                [
                    (
                        form,
                        f"{person.name} ({form})",
                        language_of(person, languages),
                        agenda_name(person.id, ending),
                    )
                    for form, ending in (("PDF", "pdf"), ("ICS", "ics"))
                ],
            ),
        )
        for person in folder.trip.delegates
    )


def _by_language(
    folder: StartFolder, lang: Language, key: str, files: Mapping[Language, str], form: str = ""
) -> StartDocument:
    name = f"{label(key, lang)}{form}"
    named = [(NAMES[one][0], f"{label(key, one)}{form}", one, file) for one, file in files.items()]
    return StartDocument(name=name, links=_links(folder, named))


def _links(folder: StartFolder, known: Iterable[tuple[str, str, Language, str]]) -> tuple[StartLink, ...]:
    there = {*(folder.files or ()), PROGRAMME_FILE, INDEX}
    return tuple(
        StartLink(href=f"{folder.name}/{file}", name=name, full_name=full_name, lang=lang)
        for name, full_name, lang, file in known
        if folder.files is None or file in there
    )


def _existing(documents: Iterable[StartDocument]) -> tuple[StartDocument, ...]:
    return tuple(document for document in documents if document.links)
