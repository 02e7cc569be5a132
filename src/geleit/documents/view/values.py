"""The small values that every view is made of."""

from dataclasses import dataclass
from enum import StrEnum

from geleit.domain.text import Language, Localized

ASSUMED_SIGN = "°"
"""Stands behind a value that the announcement did not give; every page explains it in its legend."""


class Audience(StrEnum):
    """Who reads a document, from the fewest rights to the most."""

    PUBLIC = "public"
    DELEGATION = "delegation"
    ORGANISER = "organiser"


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is printed.

    Parameters
    ----------
    text
        Ready to print; empty when there is nothing to say.
    lang
        Language the words are in.
    is_fallback
        The reader asked for another language; the page says so and marks the passage with its ``lang``.
    is_assumed
        The announcement did not give it; the page sets ``ASSUMED_SIGN`` behind it.
    """

    text: str
    lang: Language
    is_fallback: bool = False
    is_assumed: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def of(cls, content: Localized, *, is_assumed: bool = False) -> "Shown":
        """Return delivered content as shown; what is empty is never marked."""
        known = bool(content.text)
        return cls(content.text, content.lang, known and content.is_fallback, known and is_assumed)


@dataclass(frozen=True, slots=True)
class StatusView:
    """How sure something is: glyph and word, always together.

    Parameters
    ----------
    key
        ``idea``, ``requested``, ``clarify``, ``tentative``, ``planned``, ``confirmed`` or ``declined``: names
        the glyph and the look of a card.
    word
        In the reader's language.
    """

    key: str
    word: str
