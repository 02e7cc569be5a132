"""The fonts of one page: just the characters it shows."""

import re
from html import unescape

from geleit.documents.fonts import subset_css
from geleit.domain.text import Language

_REGULAR = re.compile(
    r'<p(?: class="(?:body|p|w|pb-intro|pb-lead|pb-note)")?>(.*?)</p>|<span class="l">.*?</span>', re.DOTALL
)
_BOLD = re.compile(r"<b>.*?</b>", re.DOTALL)
_TAGS = re.compile(r"<style.*?</style>|<svg[^>]*>|<[^>]+>", re.DOTALL)


def page_fonts(page: str, lang: Language) -> str:
    """Return the @font-face rules for a page.

    Parameters
    ----------
    page
        The finished HTML but for its style. Running text needs no heavy weights; everything else may.
    """
    every, strong = page_characters(page)
    return subset_css(every, lang, strong=strong)


def page_characters(page: str) -> tuple[set[str], set[str]]:
    """Return the characters of a page, and those of them that may be set in a heavy weight."""
    heavy = _REGULAR.sub(lambda match: "".join(_BOLD.findall(match[0])), page)
    return _characters(page), _characters(heavy)


def _characters(markup: str) -> set[str]:
    attributes = "".join(re.findall(r'data-n="([^"]*)"', markup))
    return {char for char in unescape(_TAGS.sub(" ", markup)) + attributes if char.isprintable()}
