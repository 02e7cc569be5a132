import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.text import LANGUAGES, Language, LanguageError, Localized, Text, as_language

LANGS = st.sampled_from(LANGUAGES)
CONTENT = st.dictionaries(LANGS, st.text())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_neutral_text_is_a_fallback_in_no_language(lang: Language) -> None:
    assert Text.of("Boston").get(lang) == Localized("Boston", lang, lang)
    assert not Text.of("Boston").get(lang).is_fallback
    assert not Text.of("Boston").lacks(lang)


@pytest.mark.parametrize(
    ("has", "asked", "delivered"),
    [
        (("de", "en", "zh"), "zh", "zh"),
        (("de", "en"), "zh", "en"),
        (("de",), "zh", "de"),
        (("de", "zh"), "en", "de"),
        (("en", "zh"), "de", "en"),
        (("zh",), "de", "zh"),
    ],
)
def test_the_best_language_there_is_comes_and_says_which(
    has: tuple[Language, ...], asked: Language, delivered: Language
) -> None:
    text = Text({lang: f"in {lang}" for lang in has})

    got = text.get(asked)

    assert got == Localized(f"in {delivered}", delivered, asked)
    assert got.is_fallback == (asked not in has)
    assert text.lacks(asked) == (asked not in has)


@given(CONTENT, LANGS)
def test_what_is_delivered_is_what_was_written_in_that_language(
    content: dict[Language, str], lang: Language
) -> None:
    got = Text(content).get(lang)

    assert got.text == content.get(got.lang, "")
    assert bool(got.text) == any(content.values())


@given(CONTENT)
def test_equal_content_makes_equal_texts_with_equal_hashes(content: dict[Language, str]) -> None:
    turned = dict(reversed(content.items()))

    assert Text(content) == Text(turned)
    assert hash(Text(content)) == hash(Text(turned))


def test_an_empty_text_is_false_and_delivers_nothing() -> None:
    assert not Text()
    assert not Text({"de": ""})
    assert not Text.of("")
    assert Text().get("zh") == Localized("", "zh", "zh")
    assert Text({"de": ""}) == Text()


def test_a_text_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Text.of("Boston").neutral = "Washington"  # type: ignore[misc] # that it is refused is what is tested


def test_every_wording_is_mapped() -> None:
    assert Text({"de": "Rede", "en": "Speech"}).map(str.upper) == Text({"de": "REDE", "en": "SPEECH"})
    assert Text.of("Boston").map(str.upper) == Text.of("BOSTON")


def test_wordings_and_languages_come_in_a_fixed_order() -> None:
    text = Text({"zh": "三", "de": "eins"})

    assert text.languages == ("de", "zh")
    assert list(text.wordings()) == ["eins", "三"]
    assert list(Text.of("Boston").wordings()) == ["Boston"]
    assert Text.of("Boston").is_neutral
    assert not text.is_neutral


def test_a_text_prints_as_a_german_reader_gets_it() -> None:
    assert str(Text({"en": "Speech", "zh": "演讲"})) == "Speech"
    assert str(Text({"en": "Speech"}).get("zh")) == "Speech"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("cn", "language 'cn' is not among de, en, zh; did you mean 'zh'?"),
        ("zh-CN", "language 'zh-CN' is not among de, en, zh; did you mean 'zh'?"),
        ("DE", "language 'DE' is not among de, en, zh; did you mean 'de'?"),
        ("English", "language 'English' is not among de, en, zh; did you mean 'en'?"),
        ("fr", "language 'fr' is not among de, en, zh"),
    ],
)
def test_an_unknown_language_is_named_with_the_likely_one(value: str, message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        as_language(value)

    assert str(caught.value) == message


def test_a_text_refuses_an_unknown_language() -> None:
    with pytest.raises(LanguageError):
        Text({"cn": "北京"})  # type: ignore[dict-item] # a wrong key is what is tested
