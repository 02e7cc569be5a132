"""Every problem has words in German and English, and a likely fix."""

from string import Formatter
from typing import get_args

import pytest

from geleit.domain.validation import TripProblem, TripProblemCode, fix_of, message_of
from geleit.domain.validation.nearest import listed, nearest
from geleit.domain.validation.words import TellLanguage
from geleit.domain.validation.words_de import WORDS_DE
from geleit.domain.validation.words_en import WORDS_EN

LANGUAGES = get_args(TellLanguage)


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", TripProblemCode)
def test_every_problem_has_words_and_a_fix(code: TripProblemCode) -> None:
    problem = TripProblem(code=code, path=("items", "acme"), value="v", wanted=3, available=2, detail="d")

    for lang in LANGUAGES:
        assert message_of(problem, lang)
        assert fix_of(problem, lang)


@pytest.mark.parametrize("code", TripProblemCode)
def test_both_languages_say_the_same_things(code: TripProblemCode) -> None:
    german, english = (names_in(" ".join(words[code])) for words in (WORDS_DE, WORDS_EN))

    assert german == english


def test_a_suggestion_is_the_fix() -> None:
    problem = TripProblem(
        code=TripProblemCode.UNKNOWN_REFERENCE,
        path=("items", "acme", "station"),
        value="Bosten",
        kind="station",
        known=("washington", "boston"),
        suggestion="boston",
    )

    assert (message_of(problem), fix_of(problem)) == (
        "station 'Bosten' is not among washington, boston",
        "did you mean 'boston'?",
    )
    assert (message_of(problem, "de"), fix_of(problem, "de")) == (
        "Station „Bosten“ gibt es nicht, nur washington, boston",
        "ist 'boston' gemeint?",
    )


@pytest.mark.parametrize(
    ("value", "known", "meant"),
    [
        ("Bosten", ["washington", "boston"], "boston"),
        ("VISIT_AMAZON", ["visit-amazon"], "visit-amazon"),
        ("xyz", ["washington"], ""),
        ("x", [], ""),
    ],
)
def test_the_nearest_word_is_meant(value: str, known: list[str], meant: str) -> None:
    assert nearest(value, known) == meant


def test_long_lists_are_cut() -> None:
    assert listed("abcdef", most=4) == "a, b, c, d and 2 more"
