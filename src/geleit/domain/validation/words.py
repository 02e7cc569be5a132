"""Words for what is wrong with a trip: the message, and the likely fix, in German and English."""

from collections.abc import Mapping
from typing import Final, Literal

from geleit.domain.validation.nearest import listed
from geleit.domain.validation.problem import TripProblem
from geleit.domain.validation.words_de import KINDS_DE, WORDS_DE
from geleit.domain.validation.words_en import KINDS_EN, WORDS_EN

TellLanguage = Literal["de", "en"]
"""The languages in which organisers are told."""

_MEANT: Final[Mapping[TellLanguage, str]] = {"de": "ist {!r} gemeint?", "en": "did you mean {!r}?"}
_MORE: Final[Mapping[TellLanguage, str]] = {"de": "und {} weiteren", "en": "and {} more"}


def message_of(problem: TripProblem, lang: TellLanguage = "en") -> str:
    """Return what is wrong, in one sentence without a full stop."""
    return _filled(problem, lang, 0)


def fix_of(problem: TripProblem, lang: TellLanguage = "en") -> str:
    """Return what to do about it; empty where nobody can tell."""
    if problem.suggestion:
        return _MEANT[lang].format(problem.suggestion)
    return _filled(problem, lang, 1)


def _filled(problem: TripProblem, lang: TellLanguage, part: int) -> str:
    words, kinds = (WORDS_DE, KINDS_DE) if lang == "de" else (WORDS_EN, KINDS_EN)
    owner = next((str(step) for step in problem.path[1:2] if isinstance(step, str)), "")
    return words[problem.code][part].format(
        value=problem.value,
        kind=kinds.get(problem.kind, problem.kind),
        other=problem.other,
        known=listed(problem.known, more=_MORE[lang]) or "–",
        wanted=problem.wanted,
        available=problem.available,
        detail=problem.detail,
        owner=owner,
    )
