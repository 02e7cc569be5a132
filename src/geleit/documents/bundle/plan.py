"""Which documents a programme has, what they are called, and which pieces of work make them."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from geleit.documents.view import Audience
from geleit.domain.people import Delegate
from geleit.domain.text import Language
from geleit.domain.trip import Trip

INDEX = "index.html"
AGENDAS = "agendas"
CHUNK = 8
"""Agendas in one piece of work: enough to share the preparation, few enough to spread over processes."""

Sort = Literal["agendas", "booklet", "html", "calendar", "workbook"]
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_HTML_NAMES = {Audience.PUBLIC: "public", Audience.DELEGATION: "programme", Audience.ORGANISER: "organiser"}


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work, small enough to be sent to another process."""

    sort: Sort
    lang: Language
    delegates: tuple[str, ...] = ()


def planned_work(trip: Trip, languages: Sequence[Language]) -> tuple[Work, ...]:
    """Return every piece of work, the longest first."""
    found: list[Work] = [Work("booklet", lang) for lang in languages]
    for lang in languages:
        readers = [one.id for one in trip.delegates if language_of(one, languages) == lang]
        found += [
            Work("agendas", lang, delegates=tuple(readers[at : at + CHUNK]))
            for at in range(0, len(readers), CHUNK)
        ]
    found += [Work("html", lang) for lang in languages]
    found.append(Work("workbook", office_language(languages)))
    return (*found, *(Work("calendar", lang) for lang in languages))


def editions(lang: Language) -> tuple[Audience, ...]:
    """Return the editions of the HTML programme; the organiser works in German or English."""
    outside = (Audience.PUBLIC, Audience.DELEGATION)
    return outside if lang == "zh" else (*outside, Audience.ORGANISER)


def office_language(languages: Sequence[Language]) -> Language:
    """Return the language of the organiser's workbook: the first that is German or English, else English."""
    return next((lang for lang in languages if lang != "zh"), "en")


def language_of(delegate: Delegate, languages: Sequence[Language]) -> Language:
    """Return the first of the trip's languages that a person works in, else the main one."""
    return next((lang for lang in languages if lang in delegate.languages), languages[0])


def html_name(audience: Audience, lang: Language) -> str:
    """Return the file name of an edition of the HTML programme."""
    return f"{_HTML_NAMES[audience]}.{lang}.html"


def booklet_name(lang: Language) -> str:
    """Return the file name of the booklet."""
    return f"booklet.{lang}.pdf"


def calendar_name(lang: Language) -> str:
    """Return the file name of the whole programme's calendar."""
    return f"programme.{lang}.ics"


def workbook_name(lang: Language) -> str:
    """Return the file name of the organiser's workbook."""
    return f"organiser.{lang}.xlsx"


def agenda_name(delegate_id: str, suffix: str) -> str:
    """Return the path of an agenda below the folder: by id, since names come in any script.

    An id that is no plain word of a-z, 0-9 and hyphens becomes a short digest of it.
    """
    digest = hashlib.sha256(delegate_id.encode("utf-8")).hexdigest()[:12]
    stem = delegate_id if _PLAIN.fullmatch(delegate_id) else f"person-{digest}"
    return f"{AGENDAS}/{stem}.{suffix}"
