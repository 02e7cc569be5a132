"""Which characters can be drawn, and how wide they are."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from geleit.documents.fonts.faces import FACES, Face, advances, families

INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Unicode categories that need no glyph: controls, joiners, separators."""
VARIATION_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
UNKNOWN_EM = 1.0
"""Width assumed for a character that no face draws, in ems."""


@cache
def covered() -> frozenset[int]:
    """Return every code point that at least one shipped face draws."""
    return frozenset().union(*(advances(face.path) for face in FACES))


def uncovered(text: str) -> set[str]:
    """Return the characters of a text that no shipped font draws, so that a caller can warn.

    Parameters
    ----------
    text : str
        Any text, such as a person's name.

    Returns
    -------
    set of str
        Empty when everything prints. An accented letter counts as drawn when its base and its accent are.

    Notes
    -----
    Drawn are Latin with all European and Vietnamese accents, Greek, Cyrillic, simplified Chinese (General
    Standard list), frequent traditional Chinese (Big5 level 1), Japanese (JIS level 1), Korean (KS X 1001),
    Arabic, Hebrew, Devanagari, Thai, Georgian and Armenian. Not drawn are, among others, Bengali, Tamil, Khmer,
    Lao, Burmese, Tibetan, Ethiopic, rare Han characters and emoji.
    """
    drawn = covered()
    return {char for char in text if not _is_drawn(char, drawn)}


def _is_drawn(char: str, drawn: frozenset[int]) -> bool:
    if ord(char) in drawn or char in VARIATION_SELECTORS:
        return True
    if unicodedata.category(char) in INVISIBLE_CATEGORIES:
        return True
    parts = unicodedata.normalize("NFD", char)
    return len(parts) > 1 and all(ord(part) in drawn for part in parts)


def face_for(char: str, *, lang: str, weight: int = 400, italic: bool = False) -> Face | None:
    """Return the face that draws a character: the first family that has it, in the closest style.

    Parameters
    ----------
    char : str
        One character.
    lang : str
        BCP 47 tag; says which family is asked first.
    weight : int, default 400
        Wanted weight.
    italic : bool, default False
        Wanted slant.

    Returns
    -------
    Face or None
        None if no face has it.
    """
    for family in families(lang):
        styles = [face for face in FACES if face.family == family and ord(char) in advances(face.path)]
        if styles:
            return min(styles, key=lambda face: (face.italic != italic, abs(face.weight - weight)))
    return None


def text_width_em(text: str, *, lang: str = "en", weight: int = 400) -> float:
    """Return how wide a line of text is.

    Parameters
    ----------
    text : str
        One line.
    lang : str, default "en"
        BCP 47 tag; says which family is asked first.
    weight : int, default 400
        Weight, 100 to 900.

    Returns
    -------
    float
        Width in ems (multiply by the font size); kerning is left out, which errs by about one per cent.
    """
    return sum(_char_width_em(char, lang, weight) for char in text)


@cache
def _char_width_em(char: str, lang: str, weight: int) -> float:
    face = face_for(char, lang=lang, weight=weight)
    if face is not None:
        return advances(face.path)[ord(char)] / 1000
    return 0.0 if unicodedata.category(char) in INVISIBLE_CATEGORIES | {"Mn"} else UNKNOWN_EM


def split_by_face(chars: Iterable[str], lang: str) -> dict[str, set[str]]:
    """Return which family draws which of the characters.

    Left out are those that none draws, and spaces that the leading family lacks: another font is not worth its
    weight for them.
    """
    parts: dict[str, set[str]] = {}
    leading = families(lang)[0]
    for char in chars:
        face = face_for(char, lang=lang)
        invisible = unicodedata.category(char) in INVISIBLE_CATEGORIES
        if face is not None and (face.family == leading or not invisible):
            parts.setdefault(face.family, set()).add(char)
    return parts
