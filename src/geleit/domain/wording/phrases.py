"""Lists, and the few fixed phrases that go with dates and languages."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal

from geleit.domain.text import Language

Conjunction = Literal["and", "or"]

_CONJUNCTIONS: Final[Mapping[Conjunction, Mapping[Language, str]]] = MappingProxyType(
    {
        "and": {"de": " und ", "en": " and ", "zh": "和"},
        "or": {"de": " oder ", "en": " or ", "zh": "或"},
    }
)
_COMMAS: Final[Mapping[Language, str]] = MappingProxyType({"de": ", ", "en": ", ", "zh": "、"})
_NOT_CONFIRMED: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "voraussichtlich", "en": "expected", "zh": "暂定"}
)
_LANGUAGE_NAMES: Final[Mapping[Language, Mapping[Language, str]]] = MappingProxyType(
    {
        "de": {"de": "Deutsch", "en": "Englisch", "zh": "Chinesisch"},
        "en": {"de": "German", "en": "English", "zh": "Chinese"},
        "zh": {"de": "德文", "en": "英文", "zh": "中文"},
    }
)


def join_list(items: Sequence[str], lang: Language, *, conjunction: Conjunction = "and") -> str:
    """Return "A, B und C", "A, B and C", "A、B和C"; empty for no items."""
    if not items:
        return ""
    *leading, last = items
    if not leading:
        return last
    return _COMMAS[lang].join(leading) + _CONJUNCTIONS[conjunction][lang] + last


def not_confirmed(lang: Language) -> str:
    """Return the word that stands before a time nobody confirmed."""
    return _NOT_CONFIRMED[lang]


def fallback_note(delivered: Language, reader: Language) -> str:
    """Return the sentence that tells a reader that a text exists in another language only.

    Parameters
    ----------
    delivered
        The language the text is in.
    reader
        The language of the sentence.
    """
    name = _LANGUAGE_NAMES[reader][delivered]
    return {
        "de": f"Dieser Text liegt nur auf {name} vor.",
        "en": f"This text is available in {name} only.",
        "zh": f"本文仅有{name}版本。",
    }[reader]
