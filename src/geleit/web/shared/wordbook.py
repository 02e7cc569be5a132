"""The fixed words of the interface, by key and language.

A surface keeps its words in a ``words.py``: ``WORDS = wordbook({"apply": ("Bewerben", "Apply", "报名")})``. The
wordings stand in the order of ``LANGUAGES``: German, English and, where the outside may read them, Chinese. What a
surface does not name is looked up in the words of the frame and then in those of the documents, so that a page and
a document say the same. ``tests/unit/web/shared/test_words.py`` checks every book for completeness.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from geleit.documents.words.labels import LABELS
from geleit.domain.text import LANGUAGES, Language
from geleit.web.shared.words import FRAME_WORDS

Wordings = tuple[str, str] | tuple[str, str, str]
"""German, English and, where the outside may read it, Chinese."""


class UnknownWordError(KeyError):
    """A key that no wordbook has, or not in the reader's language.

    Parameters
    ----------
    key
        What was looked up.
    hint
        What would help: the nearest key, or the language that is missing.
    """

    def __init__(self, key: str, hint: str) -> None:
        self.key = key
        super().__init__(f"no words for {key!r}{hint}")


@dataclass(frozen=True, slots=True)
class Wordbook:
    """The words that a page may use.

    Parameters
    ----------
    own
        Those of the surface itself, which go before all others.
    known
        Everything, the frame's and the documents' included.
    """

    own: Mapping[str, Wordings]
    known: Mapping[str, Wordings]

    def say(self, key: str, lang: Language, *values: object) -> str:
        """Return a text in the reader's language, with the values put where ``{}`` stands.

        Raises
        ------
        UnknownWordError
            When there is no such key, or no wording in that language: no language falls back in silence.
        """
        wordings = self.known.get(key)
        if wordings is None:
            near = get_close_matches(key, self.known, 1)
            raise UnknownWordError(key, f"; did you mean {near[0]!r}?" if near else "")
        place = LANGUAGES.index(lang)
        if place >= len(wordings):
            raise UnknownWordError(key, f" in {lang}; it has {', '.join(LANGUAGES[: len(wordings)])}")
        return wordings[place].format(*values) if values else wordings[place]


def wordbook(*tables: Mapping[str, Wordings]) -> Wordbook:
    """Return the words of a surface, on top of those of the frame and the documents.

    Raises
    ------
    ValueError
        When two tables have the same key.
    """
    own: dict[str, Wordings] = {}
    for table in tables:
        twice = sorted(own.keys() & table.keys())
        if twice:
            raise ValueError(f"the words {', '.join(twice)} stand in two tables; keep one of each")
        own.update(table)
    return Wordbook(MappingProxyType(own), MappingProxyType({**LABELS, **FRAME_WORDS, **own}))


BASE: Final = wordbook()
"""The words of the frame and of the documents alone."""
