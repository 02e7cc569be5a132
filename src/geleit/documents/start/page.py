"""From trips, programmes and the documents that exist to the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from geleit.documents.html.content import NAMES, TAGS
from geleit.documents.html.fonts import page_fonts
from geleit.documents.html.page import TEMPLATES
from geleit.documents.html.policy import content_policy
from geleit.documents.html.route import page_maps
from geleit.documents.html.styles import stylesheet
from geleit.documents.icons import mark_svg
from geleit.documents.start.words import START_WORDS, word
from geleit.documents.view import ASSUMED_SIGN, Audience, build_view
from geleit.documents.words.labels import label
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip

FOLDER = Path(__file__).parent
MAP: Final[Mapping[str, tuple[int, int]]] = MappingProxyType({"start": (600, 340)})
"""Width and height of the maps, in pixels."""
_POLICY_HERE, _STYLE_HERE = "\ue000policy\ue000", "\ue000style\ue000"
"""Stand in the head, before any content, until the page's characters and style are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartLink:
    """One file.

    Parameters
    ----------
    href
        Address from the start page.
    name
        What the reader sees: the name of its language or form.
    full_name
        What a reader hears who does not see the line; in the language ``lang``.
    lang
        Language of the file.
    """

    href: str
    name: str
    full_name: str
    lang: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class StartDocument:
    """A document, named in the page's language, and its files: one for each language or form."""

    name: str
    links: tuple[StartLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartSection:
    """Documents of one sort, under a heading in the page's language; folded away where there are many."""

    heading: str
    documents: tuple[StartDocument, ...]
    is_folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTrip:
    """A trip with its documents.

    Parameters
    ----------
    opens
        Address of the page that the large button opens.
    """

    trip: Trip
    programme: Programme
    opens: str
    sections: tuple[StartSection, ...]


def render_start(trips: Sequence[StartTrip], lang: Language, siblings: Mapping[Language, str]) -> str:
    """Return the start page as one HTML file that loads nothing else.

    Parameters
    ----------
    siblings
        Addresses of this page in each of its languages.
    """
    told = [_told(each, lang) for each in trips]
    page = _environment().get_template("start.html.j2").render(
        lang=lang,
        tag=TAGS,
        names=NAMES,
        siblings=siblings,
        trips=told,
        sign=ASSUMED_SIGN,
        only_in=lambda shown: label("only_in", lang, label(f"in_{shown.lang}", lang)),
        has_assumed=any(each["view"].has_assumed for each in told),
        has_samples=any(each["view"].has_samples for each in told),
        wordmark=Markup(mark_svg(22, "var(--gl-thread)", paper="var(--gl-page)")),  # noqa: S704 # our own drawing
        style=_STYLE_HERE,
        csp=_POLICY_HERE,
        _=lambda key, *values: (word if key in START_WORDS else label)(key, lang, *values),
    )  # fmt: skip
    styles = (page_fonts(page, lang), stylesheet(lang) + _own_style())
    blocks = "\n".join(f"<style>{style}</style>" for style in styles)
    return page.replace(_POLICY_HERE, content_policy(styles), 1).replace(_STYLE_HERE, blocks, 1)


def _told(start: StartTrip, lang: Language) -> Mapping[str, Any]:
    view = build_view(start.trip, start.programme, lang, Audience.PUBLIC)
    maps = page_maps(start.trip, view, MAP)
    return {
        "start": start,
        "view": view.trip,
        "map": Markup(maps["start"]),  # noqa: S704 # documents.map escapes words
        "people": len(start.trip.delegates),
        "item_count": len(start.trip.items),
        "value": start.programme.value,
    }


@cache
def _own_style() -> str:
    return " ".join((FOLDER / "start.css").read_text("utf-8").split())


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader([FOLDER / "templates", TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
