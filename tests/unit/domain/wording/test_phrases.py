import pytest

from geleit.domain.text import LANGUAGES
from geleit.domain.wording import fallback_note, join_list, not_confirmed


@pytest.mark.parametrize(
    ("items", "de", "en", "zh"),
    [
        ([], "", "", ""),
        (["A"], "A", "A", "A"),
        (["A", "B"], "A und B", "A and B", "A和B"),
        (["A", "B", "C"], "A, B und C", "A, B and C", "A、B和C"),
    ],
)
def test_lists(items: list[str], de: str, en: str, zh: str) -> None:
    assert [join_list(items, lang) for lang in LANGUAGES] == [de, en, zh]


def test_lists_of_alternatives() -> None:
    assert [join_list(["A", "B", "C"], lang, conjunction="or") for lang in LANGUAGES] == [
        "A, B oder C",
        "A, B or C",
        "A、B或C",
    ]


def test_the_word_for_what_nobody_confirmed() -> None:
    assert [not_confirmed(lang) for lang in LANGUAGES] == ["voraussichtlich", "expected", "暂定"]


def test_a_fallback_says_which_language_there_is() -> None:
    assert fallback_note("de", "de") == "Dieser Text liegt nur auf Deutsch vor."
    assert fallback_note("en", "de") == "Dieser Text liegt nur auf Englisch vor."
    assert fallback_note("de", "en") == "This text is available in German only."
    assert fallback_note("de", "zh") == "本文仅有德文版本。"
