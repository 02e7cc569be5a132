"""Doing one piece of work: from trip and programme to files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from geleit.documents.bundle.files import write_whole
from geleit.documents.bundle.plan import (
    Work,
    agenda_name,
    booklet_name,
    calendar_name,
    editions,
    html_name,
    office_language,
    workbook_name,
)
from geleit.documents.view import Audience, build_agendas
from geleit.documents.words.labels import label
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip


@dataclass(frozen=True, slots=True)
class Source:
    """What all work needs."""

    trip: Trip
    programme: Programme
    languages: tuple[Language, ...]
    folder: Path
    now: datetime


def do_work(source: Source, work: Work) -> tuple[Path, ...]:
    """Make the documents of one piece of work and return their paths."""
    return tuple(write_whole(source.folder / name, content) for name, content in _documents(source, work))


def _documents(source: Source, work: Work) -> Iterator[tuple[str, bytes]]:
    makers = {
        "agendas": _agendas,
        "booklet": _booklet,
        "html": _html,
        "calendar": _calendar,
        "workbook": _workbook,
    }
    return makers[work.sort](source, work)


def _agendas(source: Source, work: Work) -> Iterator[tuple[str, bytes]]:
    from geleit.documents.calendar import agenda_calendar
    from geleit.documents.typst.agenda import agenda_pdfs

    trip, programme, now = source.trip, source.programme, source.now
    for agenda in build_agendas(trip, programme, work.lang, delegates=work.delegates):
        person = agenda.person.id
        calendar = agenda_calendar(trip, programme, work.lang, person, now=now, agenda=agenda)
        yield agenda_name(person, "ics"), calendar
    for person, pdf in agenda_pdfs(trip, programme, work.lang, now=now, delegates=work.delegates):
        yield agenda_name(person, "pdf"), pdf


def _booklet(source: Source, work: Work) -> Iterator[tuple[str, bytes]]:
    from geleit.documents.typst.booklet import booklet_pdf

    yield booklet_name(work.lang), booklet_pdf(source.trip, source.programme, work.lang, now=source.now)


def _html(source: Source, work: Work) -> Iterator[tuple[str, bytes]]:
    from geleit.documents.html import render_html

    for audience in editions(work.lang):
        page = render_html(
            source.trip,
            source.programme,
            work.lang,
            audience,
            siblings={
                lang: html_name(audience, lang) for lang in source.languages if audience in editions(lang)
            },
            downloads=_downloads(work.lang, audience, workbook_name(office_language(source.languages))),
            now=source.now,
        )
        yield html_name(audience, work.lang), page.encode("utf-8")


def _downloads(lang: Language, audience: Audience, workbook_file: str) -> tuple[tuple[str, str], ...]:
    """Return what stands at the foot of a page; the booklet and calendar name people and hotels."""
    if audience is Audience.PUBLIC:
        return ()
    booklet = (booklet_name(lang), f"{label('doc_booklet', lang)} (PDF)")
    calendar = (calendar_name(lang), f"{label('doc_calendar', lang)} (ICS)")
    workbook = (workbook_file, f"{label('doc_workbook', lang)} (XLSX)")
    return (booklet, calendar, workbook) if audience is Audience.ORGANISER else (booklet, calendar)


def _calendar(source: Source, work: Work) -> Iterator[tuple[str, bytes]]:
    from geleit.documents.calendar import programme_calendar

    yield (
        calendar_name(work.lang),
        programme_calendar(source.trip, source.programme, work.lang, now=source.now),
    )


def _workbook(source: Source, work: Work) -> Iterator[tuple[str, bytes]]:
    from geleit.documents.workbook import render_workbook

    yield workbook_name(work.lang), render_workbook(source.trip, source.programme, work.lang, now=source.now)
