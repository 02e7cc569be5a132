import io
from dataclasses import replace

import pytest
from PIL import Image

from geleit.documents.typst import share_picture
from geleit.documents.view import Audience, build_view
from geleit.domain.text import LANGUAGES, Language, Text
from tests.factories import make_programme, make_trip


def drawn(title: str, lang: Language = "de") -> Image.Image:
    trip = make_trip(title=Text.of(title))
    view = build_view(trip, make_programme(), lang, Audience.PUBLIC).trip
    return Image.open(io.BytesIO(share_picture(trip, view)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_has_the_size_that_sites_ask_for_in_every_language(lang: Language) -> None:
    assert drawn("Kleine Reise", lang).size == (1200, 630)


@pytest.mark.parametrize("title", ['#import "x"', "Eine Reise " * 12, "北京与上海", "a" * 90])
def test_any_title_fits_on_one_picture(title: str) -> None:
    assert drawn(title).size == (1200, 630)


def test_the_same_trip_gives_the_same_bytes() -> None:
    trip = make_trip()
    view = build_view(trip, make_programme(), "en", Audience.PUBLIC).trip

    assert share_picture(trip, view) == share_picture(trip, view)


def test_a_trip_without_stations_has_a_picture_without_a_map() -> None:
    trip = make_trip()
    view = build_view(trip, make_programme(), "en", Audience.PUBLIC).trip
    bare = replace(view, stations=(), legs=(), route=())

    assert Image.open(io.BytesIO(share_picture(trip, bare))).size == (1200, 630)
