"""The Chinese characters of a page as two small fonts: nobody loads the twenty thousand that it does not show."""

import hashlib
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from geleit.documents.fonts import chinese_woff2
from geleit.documents.html.fonts import page_characters
from geleit.domain.text import LANGUAGES
from geleit.services.read_published import Published
from geleit.web.public.addresses import trip_languages
from geleit.web.public.trip_page import public_view
from geleit.web.public.words import WORDS

WEIGHTS: Final = MappingProxyType({"400": "400", "600": "500 700"})
"""File by weight, and the weights of a style sheet that it stands for."""
OF_THE_DEVICE: Final = MappingProxyType(
    {
        "400": ("Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
        "600": (
            "Noto Sans SC SemiBold",
            "Noto Sans CJK SC Medium",
            "Source Han Sans SC Medium",
            "PingFang SC Semibold",
            "Microsoft YaHei Bold",
        ),
    }
)
"""Fonts that draw Chinese on the devices of those who read it: with one of them nothing is loaded."""


@dataclass(frozen=True, slots=True)
class Characters:
    """What a page shows.

    Parameters
    ----------
    regular
        Every character.
    strong
        Those that may be set in weight 500 or more.
    """

    regular: frozenset[str]
    strong: frozenset[str]

    def of(self, weight: str) -> frozenset[str]:
        """Return those of a weight."""
        return self.strong if weight == "600" else self.regular

    @property
    def digest(self) -> str:
        """A name that changes with the characters."""
        told = "".join(sorted(self.regular)) + "\0" + "".join(sorted(self.strong))
        return hashlib.sha256(told.encode()).hexdigest()[:10]


def page_chars(html: str) -> Characters:
    """Return the characters of a trip's page, with those that the pages of its items say besides."""
    every, strong = page_characters(html)
    beside = _wordings("item_") | _wordings("means_")
    return Characters(frozenset(every | beside), frozenset(strong | beside))


def list_chars(versions: tuple[Published, ...]) -> Characters:
    """Return the characters of the list of trips and of the site's own pages."""
    found = set(_wordings(""))
    for version in versions:
        if "zh" in trip_languages(version.trip):
            trip = public_view(version, "zh").trip
            shown = (trip.title, trip.subtitle, trip.motto, trip.dates, *(one.name for one in trip.sectors))
            found |= set("".join((*(one.text for one in shown), *trip.route, trip.certainty)))
    return Characters(frozenset(found), frozenset(found))


def font_css(chars: Characters, folder: str) -> str:
    """Return the @font-face rules for a page.

    Parameters
    ----------
    folder
        Address below which the files are.
    """
    return "".join(
        f'@font-face{{font-family:"Noto Sans SC";font-weight:{weights};font-display:swap;'
        f"src:{_locals(weight)},url({folder}{weight}.woff2?v={chars.digest}) format('woff2')}}"
        for weight, weights in WEIGHTS.items()
    )


def _locals(weight: str) -> str:
    return ",".join(f'local("{name}")' for name in OF_THE_DEVICE[weight])


def font_file(chars: Characters, weight: str) -> bytes:
    """Return one of the files."""
    return chinese_woff2(chars.of(weight), heavy=weight == "600")


@cache
def _wordings(beginning: str) -> frozenset[str]:
    """Return the characters of the Chinese words whose keys begin so."""
    place = LANGUAGES.index("zh")
    known = (words for key, words in WORDS.known.items() if key.startswith(beginning))
    return frozenset("".join(words[place] for words in known if len(words) > place))
