"""Calendar, feed, picture and fonts of a trip."""

import io
import re
from datetime import timedelta
from xml.etree import ElementTree as ET  # reads what the application itself has written

import pytest
from django.test import Client
from fontTools.ttLib import TTFont
from icalendar import Calendar
from PIL import Image

from geleit.domain.text import Text
from tests.factories import make_trip
from tests.unit.web.public.leaks import leaky_trip
from tests.unit.web.publishing import PUBLISHED_AT, publish

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_calendar_has_every_public_session(client: Client) -> None:
    publish(leaky_trip())

    response = client.get("/de/trips/tiny/programme.ics")

    found = Calendar.from_ical(response.content)
    assert sum("Besuch bei Acme" in str(event.get("summary")) for event in found.walk("VEVENT")) == 2
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'inline; filename="tiny-de.ics"'


def test_the_feed_has_an_entry_for_each_version_the_newest_first(client: Client) -> None:
    publish()
    publish(note="Zug <später> & Bus", at=PUBLISHED_AT + timedelta(days=2))

    feed = ET.fromstring(client.get("/de/trips/tiny/feed.xml").content)  # noqa: S314 # the same

    entries = [
        (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary"))
        for entry in feed.iter(f"{ATOM}entry")
    ]
    assert entries == [("Stand 2", "Zug <später> & Bus"), ("Stand 1", "Das Programm ist veröffentlicht.")]
    assert feed.findtext(f"{ATOM}updated") == "2025-02-28T10:00:00+00:00"


def test_the_entries_of_a_feed_keep_their_ids(client: Client) -> None:
    publish()
    before = ET.fromstring(client.get("/de/trips/tiny/feed.xml").content)  # noqa: S314 # the same
    publish()
    after = ET.fromstring(client.get("/de/trips/tiny/feed.xml").content)  # noqa: S314 # the same

    ids = [[entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")] for feed in (before, after)]
    assert ids == [
        ["http://127.0.0.1:8000/de/trips/tiny/#1"],
        ["http://127.0.0.1:8000/de/trips/tiny/#2", "http://127.0.0.1:8000/de/trips/tiny/#1"],
    ]


def test_a_title_that_xml_cannot_hold_breaks_no_feed(client: Client) -> None:
    publish(make_trip(title=Text.of("Reise \x0b & <b>")))

    feed = ET.fromstring(client.get("/de/trips/tiny/feed.xml").content)  # noqa: S314 # the same

    assert feed.findtext(f"{ATOM}title") == "Reise  & <b>: Programm"


@pytest.mark.parametrize("lang", ["de", "zh"])
def test_the_picture_has_the_size_that_sites_ask_for(client: Client, lang: str) -> None:
    publish(leaky_trip())

    response = client.get(f"/{lang}/trips/tiny/picture.png")

    picture = Image.open(io.BytesIO(response.content))
    assert (response.headers["Content-Type"], picture.size) == ("image/png", (1200, 630))
    assert len(picture.convert("RGB").getcolors(1 << 20) or []) > 50


@pytest.mark.parametrize("folder", ["/zh/trips/tiny/", "/zh/"])
def test_the_fonts_of_a_chinese_page_draw_what_it_shows(client: Client, folder: str) -> None:
    publish(make_trip(languages=("zh",), title=Text({"zh": "德国图林根州"})))

    css = client.get(f"{folder}fonts.css").content.decode()

    files = [client.get(part.split(")")[0]) for part in css.split(",url(")[1:]]
    drawn = [TTFont(io.BytesIO(file.content)).getBestCmap().keys() for file in files]
    assert [set(map(ord, "德国图林根州")) - known for known in drawn] == [set(), set()]
    assert [file.headers["Cache-Control"] for file in files] == ["public, max-age=31536000, immutable"] * 2


def test_the_fonts_of_a_trip_draw_every_word_of_its_page(client: Client) -> None:
    publish(leaky_trip())
    page = client.get("/zh/trips/tiny/").content.decode()

    file = client.get("/zh/trips/tiny/fonts/400.woff2").content

    text = re.sub(r"<head>.*?</head>|<[^>]+>", "", page, flags=re.DOTALL)
    shown = {char for char in text if "\u4e00" <= char <= "\u9fff"}
    assert len(shown) > 100
    assert {chr(code) for code in TTFont(io.BytesIO(file)).getBestCmap()} >= shown


def test_there_are_no_other_fonts(client: Client) -> None:
    publish(leaky_trip())

    assert [client.get(f"/zh/trips/tiny/fonts/{one}.woff2").status_code for one in ("401", "x")] == [404, 404]
