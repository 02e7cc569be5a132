"""The Chinese characters of a page as two small fonts: nobody loads the twenty thousand that it does not show."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from geleit.documents.fonts import chinese_woff2
from geleit.documents.html.fonts import page_characters
from geleit.domain.text import LANGUAGES
from geleit.services.read_published import Published
from geleit.web.public.addresses import trip_languages
from geleit.web.public.trip_page import public_view
from geleit.web.public.words import WORDS

WEIGHTS = {"400": "400", "600": "500 700"}
"""File by weight, and the weights of a style sheet that it stands for."""


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
    """Return the characters of a page, with those of the site's own words."""
    every, strong = page_characters(html)
    own = _own_characters()
    return Characters(frozenset(every | own), frozenset(strong | own))


def list_chars(versions: tuple[Published, ...]) -> Characters:
    """Return the characters of the list of trips and of the site's own pages."""
    found = set(_own_characters(everything=True))
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
        f"src:url({folder}{weight}.woff2?v={chars.digest}) format('woff2')}}"
        for weight, weights in WEIGHTS.items()
    )


def font_file(chars: Characters, weight: str) -> bytes:
    """Return one of the files."""
    return chinese_woff2(chars.of(weight), heavy=weight == "600")


@lru_cache(maxsize=2)
def _own_characters(*, everything: bool = False) -> frozenset[str]:
    """Return the characters of the site's Chinese words; of the frame and the documents too if wanted."""
    words = WORDS.known if everything else WORDS.own
    place = LANGUAGES.index("zh")
    return frozenset("".join(one[place] for one in words.values() if len(one) > place))
