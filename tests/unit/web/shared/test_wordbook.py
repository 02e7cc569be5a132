import pytest

from geleit.web.shared.wordbook import UnknownWordError, wordbook


def test_a_word_is_said_in_the_readers_language_with_its_values() -> None:
    words = wordbook({"places": ("{} Plätze", "{} places", "{}个名额")})

    assert [words.say("places", lang, 50) for lang in ("de", "en", "zh")] == [
        "50 Plätze",
        "50 places",
        "50个名额",
    ]


def test_what_a_surface_does_not_say_is_said_by_the_frame_or_by_the_documents() -> None:
    words = wordbook({})

    assert (words.say("save", "de"), words.say("days_title", "de")) == ("Speichern", "Programm Tag für Tag")


def test_a_surface_may_say_it_otherwise() -> None:
    assert wordbook({"to_call": ("Los", "Go")}).say("to_call", "en") == "Go"


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(UnknownWordError, match="no words for 'savee'; did you mean 'save'"):
        wordbook({}).say("savee", "de")


def test_no_language_falls_back_in_silence() -> None:
    with pytest.raises(UnknownWordError, match="no words for 'inside' in zh; it has de, en"):
        wordbook({"inside": ("innen", "inside")}).say("inside", "zh")


def test_a_key_in_two_tables_is_refused() -> None:
    with pytest.raises(ValueError, match="the words a stand in two tables"):
        wordbook({"a": ("x", "y")}, {"a": ("x", "y")})
