"""What can be printed: PDF/A forbids a character without a glyph, and a name may be in any script."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from typing import Final

from geleit.documents.fonts import uncovered
from geleit.documents.fonts.faces import FACES, FIRA, advances
from geleit.domain.text import Text
from geleit.domain.trip import Trip

LEAST_ENDLESS: Final = 60
UNDRAWN: Final = "[?]"
"""Stands for each run of characters that no shipped font draws."""

type Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

_BREAKS: Final = re.compile(r"\s*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])\s*")
_ENDLESS: Final = re.compile(r"([!-~\u00a1-\u024f\u0370-\u052f]{30})(?=[!-~\u00a1-\u024f\u0370-\u052f]{30})")
"""Letters without end, as in a long address on the web: they may break after every 30."""
_CONTROLS: Final = frozenset({"Cc", "Cs"})
_INVISIBLE: Final = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Format characters that the typesetter understands: soft hyphen, joiners, directions."""
_SPACES: Final = frozenset(" \u00a0\u2009\u202f\u3000")
_MARKS: Final = frozenset({"Mn", "Me", "Mc"})


class Svg(str):
    """A drawing as SVG text: not words, so left as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class UnprintableText:
    """A text of which no shipped font draws everything.

    Parameters
    ----------
    text
        As it stands in the trip.
    printed
        As it stands in the documents, with ``UNDRAWN`` in it.
    characters
        What is not drawn, sorted.
    """

    text: str
    printed: str
    characters: tuple[str, ...]


def printable(text: str) -> str:
    """Return a text as it is printed.

    Line breaks become one each, controls go, and every run of characters that no shipped font draws becomes
    ``UNDRAWN``. What says something before says something after.
    """
    if not text.strip():
        return ""
    drawn = text if text.isascii() and text.isprintable() else _printable(text)
    return _ENDLESS.sub("\\1\u200b", drawn) if len(drawn) >= LEAST_ENDLESS else drawn


def printable_data(data: Json) -> Json:
    """Return data with every text in it as it is printed; drawings stay as they are."""
    if isinstance(data, Svg):
        return data
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, list):
        return [printable_data(part) for part in data]
    if isinstance(data, dict):
        return {key: printable_data(part) for key, part in data.items()}
    return data


def unprintable_texts(trip: Trip) -> tuple[UnprintableText, ...]:
    """Return the texts of a trip of which something is not drawn, each once, so that a caller can warn."""
    found = (
        text for text in dict.fromkeys(_texts(trip)) if UNDRAWN in printable(text) and UNDRAWN not in text
    )
    return tuple(UnprintableText(text, printable(text), tuple(sorted(uncovered(text)))) for text in found)


@lru_cache(maxsize=20_000)
def _printable(text: str) -> str:
    known = _simple()
    if all(char in known for char in text):
        return text
    lines = (_line(line) for line in _BREAKS.split(unicodedata.normalize("NFC", text.replace("\t", " "))))
    printed = "\n".join(line for line in lines if line)
    return printed if any(char not in _INVISIBLE and not char.isspace() for char in printed) else UNDRAWN


def _line(line: str) -> str:
    """Return one line; a base and its marks are drawn by one face or not at all."""
    parts: list[str] = []
    for cluster in _clusters(line):
        drawn = cluster if _is_drawn(cluster) else UNDRAWN
        if not (drawn == UNDRAWN and parts and parts[-1] == UNDRAWN):
            parts.append(drawn)
    return "".join(parts)


def _clusters(line: str) -> Iterator[str]:
    cluster = ""
    for char in line:
        category = unicodedata.category(char)
        if category in _CONTROLS or (category == "Cf" and char not in _INVISIBLE):
            continue
        if cluster and category not in _MARKS:
            yield cluster
            cluster = ""
        cluster += " " if category == "Zs" and char not in _SPACES else char
    if cluster:
        yield cluster


def _is_drawn(cluster: str) -> bool:
    if len(cluster) == 1 and (cluster in _INVISIBLE or cluster in _SPACES):
        return True
    forms = (cluster, unicodedata.normalize("NFD", cluster))
    return any(all(ord(char) in drawn for char in form) for form in forms for drawn in _faces())


@cache
def _faces() -> tuple[frozenset[int], ...]:
    return tuple(frozenset(advances(face.path)) for face in FACES)


@cache
def _simple() -> frozenset[str]:
    """Return the characters that stand for themselves, for a quick answer to nearly every text."""
    codes = frozenset.intersection(*(frozenset(advances(face.path)) for face in FACES if face.family == FIRA))
    chars = map(chr, codes)
    return frozenset(
        char for char in chars if char.isprintable() and unicodedata.category(char) not in _MARKS
    )


def _texts(value: object) -> Iterator[str]:
    """Yield every text that people wrote, in the order of the trip; ids have letters of their own."""
    if isinstance(value, Text):
        yield from value.wordings()
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
