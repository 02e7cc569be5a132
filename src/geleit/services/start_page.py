"""The page that leads to all documents of a demonstration."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from geleit.documents.start import StartLink, StartSection, StartTrip, render_start
from geleit.domain.text import Language

if TYPE_CHECKING:
    from geleit.services.make_demo import DemoDocuments

PAGES: Final[Mapping[Language, str]] = MappingProxyType({"en": "index.html", "de": "index.de.html"})
"""The start page by language; the interface speaks these."""


def start_pages(made: Mapping[str, "DemoDocuments"]) -> dict[str, str]:
    """Return the start page in each language of the interface, by file name.

    Parameters
    ----------
    made
        Trips with their documents, by the folder they stand in.
    """
    return {
        name: render_start([_start(folder, each, lang) for folder, each in made.items()], lang, PAGES)
        for lang, name in PAGES.items()
    }


def _start(folder: str, made: "DemoDocuments", lang: Language) -> StartTrip:
    links = tuple(StartLink(href=f"{folder}/{name}", name=name, lang=lang) for name in made.files)
    own = next((link.href for link in links if f".{lang}." in link.href), links[0].href)
    return StartTrip(
        trip=made.trip,
        programme=made.programme,
        opens=own,
        sections=(StartSection(heading="HTML", links=links),),
    )
