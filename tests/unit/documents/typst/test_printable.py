import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.documents.fonts import uncovered
from geleit.documents.typst.printable import (
    UNDRAWN,
    Svg,
    UnprintableText,
    printable,
    printable_data,
    unprintable_texts,
)
from geleit.domain.text import Text
from tests.factories import change_delegate, make_trip


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        ("Grüße aus Jena", "Grüße aus Jena"),
        ("zwei\r\n\r\nAbsätze \n hier", "zwei\nAbsätze\nhier"),
        ("Tab\tund\x07Glocke", "Tab undGlocke"),
        ("Mu\u0308ller", "Müller"),
        ("王示例", "王示例"),
        ("ខ្មែរ", UNDRAWN),
        ("Fest 🎉🎊 heute", f"Fest {UNDRAWN} heute"),
        ("\ud800", UNDRAWN),
        ("\ue000", UNDRAWN),
        ("\ufff9", UNDRAWN),
        ("  ", ""),
        ("", ""),
        ("a\u2003b", "a b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("https://example.org/" + "x" * 50, "https://example.org/xxxxxxxxxx\u200b" + "x" * 40),
    ],
)
def test_a_text_is_made_printable(given_text: str, printed: str) -> None:
    assert printable(given_text) == printed


@given(st.text(st.characters(codec=None)))
def test_everything_that_is_left_can_be_drawn(text: str) -> None:
    assert uncovered(printable(text).replace("\n", "")) == set()


@given(st.text(st.characters(codec=None)))
def test_what_says_something_still_does(text: str) -> None:
    assert bool(printable(text).strip()) == bool(text.strip())


@given(st.text(st.characters(codec=None), max_size=50))
def test_once_is_enough(text: str) -> None:
    assert printable(printable(text)) == printable(text)


def test_drawings_are_left_alone() -> None:
    data = printable_data({"svg": Svg("<svg>\n\n🎉</svg>"), "words": ["🎉", 1, None, True]})

    assert data == {"svg": "<svg>\n\n🎉</svg>", "words": [UNDRAWN, 1, None, True]}


def test_what_is_not_drawn_is_reported_once() -> None:
    trip = change_delegate(make_trip(motto=Text({"en": "Party 🎉"})), "anna", name="Anna 🎉")
    trip = change_delegate(trip, "bert", name="Anna 🎉")

    assert unprintable_texts(trip) == (
        UnprintableText("Anna 🎉", f"Anna {UNDRAWN}", ("🎉",)),
        UnprintableText("Party 🎉", f"Party {UNDRAWN}", ("🎉",)),
    )


def test_a_trip_that_prints_has_nothing_to_report() -> None:
    assert unprintable_texts(make_trip()) == ()
