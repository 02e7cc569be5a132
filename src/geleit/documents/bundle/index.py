"""The index: one page that leads to every document in the folder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geleit.documents.bundle.plan import (
    agenda_name,
    booklet_name,
    calendar_name,
    editions,
    html_name,
    language_of,
    office_language,
    workbook_name,
)
from geleit.documents.html.content import NAMES, TAGS
from geleit.documents.html.fonts import page_fonts
from geleit.documents.html.policy import content_policy
from geleit.documents.html.styles import stylesheet
from geleit.documents.view import Audience
from geleit.documents.words.labels import label
from geleit.documents.words.terms import term
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_day, format_span

_POLICY_HERE, _STYLE_HERE = "\ue000policy\ue000", "\ue000style\ue000"


@dataclass(frozen=True, slots=True)
class Link:
    """A document: its address, its name, the language of both."""

    href: str
    name: str
    lang: Language


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person's documents."""

    name: str
    role: str
    lang: Language
    pdf: str
    ics: str
    is_sample: bool


def render_index(
    trip: Trip, programme: Programme, languages: Sequence[Language], names: Sequence[str], now: datetime
) -> str:
    """Return the index page, in the trip's main language.

    Parameters
    ----------
    names
        Paths of the files that were written; only these are listed.
    """
    lang = languages[0]
    there = frozenset(names)
    page = (
        _environment()
        .get_template("index.html.j2")
        .render(
            lang=lang,
            tag=TAGS,
            language_names=NAMES,
            title=label("index_title", lang, trip.title.get(lang).text),
            dates=format_span(trip.dates, lang),
            version=label("version", lang, programme.version),
            made=format_day(now.date(), lang, weekday=False),
            demonstration=trip.demonstration.get(lang).text,
            sections=_sections(languages, lang, there),
            people=tuple(_people(trip, languages, there)),
            words={
                key: label(key, lang)
                for key in ("index_agendas", "col_name", "col_role", "demo_region", "sample")
            },
            style=_STYLE_HERE,
            csp=_POLICY_HERE,
        )
    )
    styles = (page_fonts(page, lang), stylesheet(lang))
    blocks = "\n".join(f"<style>{style}</style>" for style in styles)
    return page.replace(_POLICY_HERE, content_policy(styles), 1).replace(_STYLE_HERE, blocks, 1)


def _sections(
    languages: Sequence[Language], lang: Language, there: frozenset[str]
) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Return headings with their documents; what was not written is not listed."""
    programmes, office = [], []
    for each in languages:
        programmes += [
            Link(html_name(Audience.PUBLIC, each), label("doc_public", each), each),
            Link(html_name(Audience.DELEGATION, each), label("doc_delegation", each), each),
            Link(booklet_name(each), f"{label('doc_booklet', each)} (PDF)", each),
            Link(calendar_name(each), f"{label('doc_calendar', each)} (ICS)", each),
        ]
        if Audience.ORGANISER in editions(each):
            office.append(Link(html_name(Audience.ORGANISER, each), label("doc_organiser", each), each))
    book = office_language(languages)
    office.append(Link(workbook_name(book), f"{label('doc_workbook', book)} (XLSX)", book))
    found = ((label("index_programmes", lang), programmes), (label("index_office", lang), office))
    kept = ((heading, tuple(link for link in links if link.href in there)) for heading, links in found)
    return tuple((heading, links) for heading, links in kept if links)


def _people(trip: Trip, languages: Sequence[Language], there: frozenset[str]) -> Iterable[PersonRow]:
    for one in trip.delegates:
        pdf, ics = agenda_name(one.id, "pdf"), agenda_name(one.id, "ics")
        if pdf in there or ics in there:
            reads = language_of(one, languages)
            yield PersonRow(one.name, term(one.role, languages[0]), reads, pdf, ics, one.sample)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
