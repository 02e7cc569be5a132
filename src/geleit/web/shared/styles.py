"""Style sheets as one: KERN, the documents' and the site's own, with light and dark by choice and by device."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from geleit.documents.fonts import css_font_family
from geleit.documents.html.styles import STATIC as DOCUMENT_STYLES
from geleit.domain.text import LANGUAGES

HERE: Final = Path(__file__).parent
KERN: Final = HERE / "vendor" / "kern.css"
OWN: Final = HERE / "static" / "css"
_INDEX: Final = "7-index.css"
"""Of the documents, for their folder's index alone."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,>])\s*")
_DARK = re.compile(r"@media screen and \(prefers-color-scheme: ?dark\) ?\{:root ?\{(.*?)\}\}", re.DOTALL)


@cache
def site_css(font_rules: str) -> str:
    """Return the style sheet of every page.

    Parameters
    ----------
    font_rules
        @font-face rules, which stand first.
    """
    documents = (path for path in sorted(DOCUMENT_STYLES.glob("*.css")) if path.name != _INDEX)
    own = [*documents, *sorted(OWN.glob("*.css"))]
    return font_rules + KERN.read_text("utf-8").strip() + _families() + with_themes(_joined(own))


def surface_css(paths: Sequence[Path]) -> str:
    """Return the style sheet of one surface."""
    return with_themes(_joined(paths))


def with_themes(css: str) -> str:
    """Return a style sheet in which dark follows the reader's choice, and the device where there is none.

    A rule ``@media screen and (prefers-color-scheme: dark) {:root {...}}`` then also holds for
    ``data-kern-theme=dark``, and no longer for ``data-kern-theme=light``.
    """
    return _DARK.sub(
        lambda match: (
            f"@media screen and (prefers-color-scheme:dark){{:root:not([data-kern-theme=light]){{{match[1]}}}}}"
            f"@media screen{{:root[data-kern-theme=dark]{{{match[1]}}}}}"
        ),
        css,
    )


def _families() -> str:
    """Return the font families by language; KERN takes its own from a token."""
    rules = [f":root{{--gl-sans:{css_font_family('de')}}}"]
    rules += [f":lang({lang}){{--gl-sans:{css_font_family(lang)}}}" for lang in LANGUAGES]
    rules.append(":root,:lang(zh),:lang(de),:lang(en){--kern-typography-font-family-default:var(--gl-sans)}")
    return "".join(rules)


def _joined(paths: Iterable[Path]) -> str:
    text = "".join(path.read_text("utf-8") for path in paths)
    return _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", text))).strip()
