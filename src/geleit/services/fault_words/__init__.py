"""Words of the faults that people see in pages, by code: German and English, whole sentences with places for values.

A part of which one value is empty is left out, such as the advice to look for a similar name where there is none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final

from geleit.documents.words.terms import term
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.text import Language
from geleit.domain.wording import format_day, format_number
from geleit.services.fault_words.applications import APPLICATION_FAULTS
from geleit.services.fault_words.board import BOARD_FAULTS
from geleit.services.fault_words.names import PART_NAMES
from geleit.services.fault_words.people import PEOPLE_FAULTS
from geleit.services.fault_words.shape import Table
from geleit.services.fault_words.trips import TRIP_FAULTS

FAULT_WORDS: Final[Table] = MappingProxyType(
    {**APPLICATION_FAULTS, **BOARD_FAULTS, **PEOPLE_FAULTS, **TRIP_FAULTS}
)
_PLACE: Final = re.compile(r"\{(\w+)")


@dataclass(frozen=True, slots=True)
class FaultParts:
    """A fault in a reader's language.

    Parameters
    ----------
    happened, holds, advice
        What happened, what still holds, what to do; without full stops, the last two may be empty.
    """

    happened: str
    holds: str = ""
    advice: str = ""

    def __str__(self) -> str:
        advice = self.advice[:1].upper() + self.advice[1:]
        told = (part for part in (self.happened, self.holds, advice) if part)
        return " ".join(part if part.endswith((".", "?", "。")) else f"{part}." for part in told)


def words_of(code: str, values: Mapping[str, object], lang: Language) -> FaultParts:
    """Return the words of a fault.

    Parameters
    ----------
    lang
        German; every other reader of these pages gets English.

    Raises
    ------
    KeyError
        When there is no such code.
    """
    parts = FAULT_WORDS[code][0 if lang == "de" else 1]
    shown = {name: _shown(name, value, lang) for name, value in values.items()}
    told = ("" if any(not shown[name] for name in _PLACE.findall(part)) else part for part in parts)
    return FaultParts(*(part.format_map(shown) for part in told))


def _shown(name: str, value: object, lang: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, ApplicationStatus):
        return term(value, lang)
    if isinstance(value, date):
        return format_day(value, lang, weekday=False)
    if isinstance(value, float):
        return format_number(value, lang, decimals=1)
    if isinstance(value, (list, tuple)):
        return ", ".join(_shown(name, each, lang) for each in value)
    text = str(value.value if isinstance(value, Enum) else value)
    named = PART_NAMES.get(text) if name == "part" else None
    return named[0 if lang == "de" else 1] if named else text
