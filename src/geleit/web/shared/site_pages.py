"""The operator's own pages, imprint and privacy: texts in files of the data folder, one for each language.

``pages/imprint.de.txt``, ``pages/privacy.en.txt``, ...: paragraphs with empty lines between them, headings after one or
two ``#``. They are read once by each process, so that no page asks for them again; changes show after a restart.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from django.conf import settings
from markupsafe import Markup, escape

from geleit.domain.text import LANGUAGES, Language, Localized, Text
from geleit.services.faults import FaultError

KINDS: Final = ("imprint", "privacy")
"""In the order in which the footer links them."""
FOLDER: Final = "pages"
_LINK: Final = re.compile(
    r"(?P<web>https?://[^\s<>\"]*[^\s<>\".,;:!?)])|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph.

    Parameters
    ----------
    level
        2 or 3 for a heading, 0 for a paragraph.
    html
        Its words, addresses linked; nothing else of them is HTML.
    """

    level: int
    html: Markup


def site_pages() -> Mapping[str, Text]:
    """Return the pages that the operator has written, by kind.

    Raises
    ------
    FaultError
        When a file cannot be read as UTF-8, or its name is none of a page.
    """
    return _read(Path(settings.GELEIT.data) / FOLDER)


@cache
def _read(folder: Path) -> Mapping[str, Text]:
    if not folder.is_dir():
        return MappingProxyType({})
    known = {f"{kind}.{lang}.txt": (kind, lang) for kind in KINDS for lang in LANGUAGES}
    found: dict[str, dict[Language, str]] = {}
    for file in sorted(folder.iterdir()):
        if file.name.startswith("."):
            continue
        if file.name not in known:
            raise FaultError(
                f"{file} is none of the site's pages; known are {', '.join(known)}",
                advice="Rename it, or move it away",
            )
        kind, lang = known[file.name]
        found.setdefault(kind, {})[lang] = _text(file)
    texts = {kind: Text(found[kind]) for kind in KINDS if kind in found}
    return MappingProxyType({kind: text for kind, text in texts.items() if text})


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise FaultError(f"{file} cannot be read: {error}", advice="Save it as text in UTF-8") from None


def page_in(kind: str, lang: Language) -> Localized | None:
    """Return a page for a reader, in another language where there is no other; None where it is not written."""
    text = site_pages().get(kind)
    return text.get(lang) if text else None


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the headings and paragraphs of a page."""
    found: list[Block] = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        for level, lines in _headings(part.strip()):
            if lines:
                found.append(Block(level, _linked(lines)))
    return tuple(found)


def _headings(part: str) -> list[tuple[int, str]]:
    """Return a part's headings, which end with their line, and what stands between them."""
    found: list[tuple[int, str]] = []
    for line in part.split("\n"):
        marked = re.fullmatch(r"(#{1,2})\s+(.+)", line.strip())
        if marked:
            found.append((len(marked[1]) + 1, marked[2]))
        elif found and found[-1][0] == 0:
            found[-1] = (0, f"{found[-1][1]}\n{line.strip()}")
        else:
            found.append((0, line.strip()))
    return found


def _linked(words: str) -> Markup:
    html, at = Markup(), 0
    for match in _LINK.finditer(words):
        href = match["web"] or f"mailto:{match['mail']}"
        html += escape(words[at : match.start()])
        html += Markup('<a href="{}">{}</a>').format(href, match[0])
        at = match.end()
    return html + escape(words[at:])
