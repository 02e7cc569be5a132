"""Imprint and privacy: written by the operator in files, linked on every page, in whatever languages there are."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from geleit.services.faults import FaultError
from geleit.web.shared.site_pages import blocks_of, site_pages
from tests.applications import apply_trip
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db
Write = Callable[..., None]


@pytest.fixture
def write(settings: Any, tmp_path: Path) -> Write:
    """Write pages into a data folder of their own."""
    settings.GELEIT = replace(settings.GELEIT, data=tmp_path)

    def written(**texts: str | bytes) -> None:
        (tmp_path / "pages").mkdir(exist_ok=True)
        for name, text in texts.items():
            content = text.encode() if isinstance(text, str) else text
            (tmp_path / "pages" / f"{name.replace('_', '.')}.txt").write_bytes(content)

    return written


@pytest.mark.usefixtures("write")
def test_without_pages_nothing_is_linked_and_there_is_none(client: Client) -> None:
    answer = client.get("/de/")

    assert "/imprint/" not in answer.content.decode()
    assert [client.get(f"/de/{kind}/").status_code for kind in ("imprint", "privacy")] == [404, 404]


def test_what_is_written_is_shown_and_linked_everywhere(write: Write, client: Client) -> None:
    publish(apply_trip())
    write(
        imprint_de="# Anbieter\nMuster GmbH\nJena\n\nMail an info@muster.example, <b>https://muster.example/x</b>."
    )

    pages = [
        client.get(address).content.decode()
        for address in ("/de/", "/de/trips/tiny/", "/de/trips/tiny/apply/")
    ]
    page = client.get("/de/imprint/").content.decode()

    assert [page.count('<a href="/de/imprint/">Impressum</a>') for page in pages] == [1, 1, 1]
    assert not any("/privacy/" in each for each in pages)
    told = (
        "<h1>Impressum</h1>",
        "<h2>Anbieter</h2>",
        "<p>Muster GmbH\nJena</p>",
        'href="mailto:info@muster.example"',
        '&lt;b&gt;<a href="https://muster.example/x">https://muster.example/x</a>&lt;/b&gt;.',
    )
    assert [words for words in told if words not in page] == []


def test_another_language_shows_what_there_is_and_says_so(write: Write, client: Client) -> None:
    write(privacy_de="Wir speichern wenig.", privacy_en="We keep little.")

    english, chinese = (client.get(f"/{lang}/privacy/").content.decode() for lang in ("en", "zh"))

    assert ("We keep little." in english, "available in" in english) == (True, False)
    assert ("We keep little." in chinese, "本文仅提供英文版本。" in chinese) == (True, True)
    assert '<div lang="en-GB">' in chinese
    assert '<link rel="alternate" hreflang="zh-Hans"' not in chinese.partition("</head>")[0]


def test_pages_and_links_cost_no_query_of_their_own(
    write: Write, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    write(imprint_de="Muster")

    with django_assert_num_queries(1):  # what day the demonstration shows
        assert client.get("/en/imprint/").status_code == 200


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({"imprint_de": b"Stra\xdfe"}, "Save it as text in UTF-8"),
        ({"impressum_de": "x"}, r"impressum\.de\.txt is none of the site's pages.*imprint\.de\.txt"),
    ],
)
def test_a_file_that_is_no_page_stops_the_start(
    write: Write, texts: dict[str, str | bytes], told: str
) -> None:
    write(**texts)

    with pytest.raises(FaultError, match=told):
        site_pages()


def test_an_empty_file_is_no_page(write: Write) -> None:
    write(imprint_de=" \n\n", imprint_en=b"\xef\xbb\xbfMuster")

    assert {kind: text.languages for kind, text in site_pages().items()} == {"imprint": ("en",)}


def test_headings_end_with_their_line() -> None:
    assert [(block.level, str(block.html)) for block in blocks_of("## A & B\nx\ny\n\n\nz #c\r\n\r\n#d")] == [
        (3, "A &amp; B"),
        (0, "x\ny"),
        (0, "z #c"),
        (0, "#d"),
    ]
