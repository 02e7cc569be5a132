"""The page's style sheet: the files in ``static``, and the few rules that depend on the trip."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from geleit.documents.fonts import css_font_family
from geleit.documents.view import TripView

STATIC = Path(__file__).parent / "static"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")


@cache
def stylesheet(lang: str) -> str:
    """Return the static style sheets as one line, with the fonts of the language in front."""
    text = "".join(path.read_text("utf-8") for path in sorted(STATIC.glob("*.css")))
    short = _SPACE.sub(" ", _COMMENT.sub("", text)).strip()
    families = {other: css_font_family(tag) for other, tag in (("zh", "zh"), ("de", "de"), ("en", "en"))}
    own = f":root{{--gl-sans:{css_font_family(lang)}}}"
    passages = "".join(f":lang({other}){{--gl-sans:{family}}}" for other, family in families.items())
    return f"{own}{passages}{short}"


def group_rules(groups: int, days: Sequence[int]) -> str:
    """Return the rules by which radio buttons choose a group (narrow) and a day (wide), without a script.

    Parameters
    ----------
    groups
        How many groups the trip has; they are numbered from 1.
    days
        Numbers of the days that have a grid.
    """
    by_group = "".join(
        f"body:has(#group-{number}:checked) .tt-cols>[data-g]:not([data-g~='{number}']){{display:none}}"
        for number in range(1, groups + 1)
    )
    shown = ",".join(f"body:has(#day-{number}:checked) #tt-{number}" for number in days)
    narrow = f"@media screen and (max-width:899.98px){{{by_group}}}" if by_group else ""
    wide = f"@media screen and (min-width:900px){{{shown}{{display:block}}}}" if shown else ""
    return narrow + wide


def paper_rules(trip: TripView, made: str) -> str:
    """Return the page's margins on paper: trip, version and date left, page numbers right."""
    left = _css_string(" · ".join(part for part in (trip.title.text, trip.version_text, made) if part))
    font = "font: 8pt var(--gl-sans, sans-serif); color: #444"
    return (
        f"@page{{size:A4 portrait;margin:16mm 16mm 18mm;@bottom-left{{content:{left};{font}}}"
        f"@bottom-right{{content:counter(page) ' / ' counter(pages);{font}}}}}"
    )


def _css_string(text: str) -> str:
    """Return a text as a CSS string; what could end it, or the style element, is escaped."""
    escaped = re.sub(r"[^\w .,·()-]", lambda match: f"\\{ord(match[0]):x} ", text)
    return f'"{escaped}"'
