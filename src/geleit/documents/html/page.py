"""From the view to the page."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from geleit.documents.html.content import page_content
from geleit.documents.html.fonts import page_fonts
from geleit.documents.html.policy import content_policy
from geleit.documents.html.route import page_maps
from geleit.documents.html.styles import group_rules, paper_rules, stylesheet
from geleit.documents.icons import sprite
from geleit.documents.view import Audience, build_view
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip

TEMPLATES = Path(__file__).parent / "templates"
_POLICY_HERE = "\ue000policy\ue000"
_STYLE_HERE = "\ue000style\ue000"
"""Stand in the head, before any content, until the page's characters and style are known."""


def render_html(
    trip: Trip,
    programme: Programme,
    lang: Language,
    audience: Audience = Audience.PUBLIC,
    *,
    siblings: Mapping[Language, str] | None = None,
    downloads: Sequence[tuple[str, str]] = (),
    now: datetime | None = None,
) -> str:
    """Return the programme as one HTML file that makes no request of any kind.

    Parameters
    ----------
    trip
        Validated.
    programme
        Of that trip.
    lang
        Language of the page.
    audience
        Who reads it; the public is told neither people nor hotels, and only the organiser why something is missing.
    siblings
        Addresses of the same page in every language, this one included, for the switch; none without.
    downloads
        Address and name of documents to take along.
    now
        Aware instant that the page names as its date; None leaves the date out.

    Returns
    -------
    str
        HTML, to be written as UTF-8.
    """
    view = build_view(trip, programme, lang, audience)
    content = page_content(view, siblings=siblings or {}, downloads=tuple(downloads), now=now)
    maps = page_maps(trip, view)
    page = (
        _environment()
        .get_template("programme.html.j2")
        .render(
            content.context,
            maps={name: Markup(drawn) for name, drawn in maps.items()},  # noqa: S704 # documents.map escapes words
            sprite=Markup(sprite(content.icons)),  # noqa: S704 # the project's own drawings
            style=_STYLE_HERE,
            csp=_POLICY_HERE,
        )
    )
    groups = len(view.trip.groups)
    days = [day.number for day in content.timetable_days]
    styles = (
        page_fonts(page, lang),
        stylesheet(lang) + group_rules(groups, days) + paper_rules(view.trip, content.made),
    )
    blocks = "\n".join(f"<style>{style}</style>" for style in styles)
    return page.replace(_POLICY_HERE, content_policy(styles), 1).replace(_STYLE_HERE, blocks, 1)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
