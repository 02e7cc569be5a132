"""The HTML programme in a real browser: no request, no script error, no sideways scrolling, choosers that choose."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import FloatRect, Page

from geleit.documents.html import render_html
from geleit.documents.view import Audience
from tests.factories import make_programme, make_trip

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
NOW = datetime(2025, 4, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of a rendered page."""
    file: Path = tmp_path_factory.mktemp("page") / "programme.de.html"
    file.write_text(render_html(make_trip(), make_programme(), "de", Audience.DELEGATION, now=NOW), "utf-8")
    return file.as_uri()


def open_page(page: Page, address: str, width: int) -> list[str]:
    """Open the page and return what it asked for beside itself, and what the browser refused."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    return [url for url in asked if url != address and not url.startswith("data:")]


@pytest.mark.parametrize("width", [320, 390, 760, 900, 1280, 1600])
def test_nothing_is_asked_for_and_nothing_sticks_out(page: Page, address: str, width: int) -> None:
    asked = open_page(page, address, width)

    assert asked == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_phone_shows_one_groups_day_when_it_is_chosen(page: Page, address: str) -> None:
    open_page(page, address, 390)

    before = page.locator("#tt-2 .cd:visible").count()
    page.locator("label:has(#group-2)").click()
    after = page.locator("#tt-2 .cd:visible h4").all_inner_texts()

    assert before > len(after)
    assert after == [
        "Briefing",
        "Zeit im Hotel",
        "Mittagessen",
        "Beta",
        "Acme",
        "Zeit im Hotel",
        "Abendessen",
    ]


def test_a_wide_page_shows_the_chosen_day(page: Page, address: str) -> None:
    open_page(page, address, 1280)

    shown = [page.locator(".tt-day:visible").evaluate_all("all => all.map(one => one.id)")]
    page.locator("label:has(#day-3)").click()
    shown.append(page.locator(".tt-day:visible").evaluate_all("all => all.map(one => one.id)"))

    assert shown == [["tt-2"], ["tt-3"]]


def test_the_choosers_work_from_the_keyboard(page: Page, address: str) -> None:
    open_page(page, address, 1280)

    page.locator("#day-2").focus()
    page.keyboard.press("ArrowRight")

    assert page.locator(".tt-day:visible").evaluate_all("all => all.map(one => one.id)") == ["tt-3"]


def test_cards_stand_at_their_time_in_their_column(page: Page, address: str) -> None:
    open_page(page, address, 1280)

    acme, beta, briefing = (_box(page, name) for name in ("Acme", "Beta", "Briefing"))

    assert round(acme["y"]) == round(beta["y"])
    assert round(acme["y"] - briefing["y"]) == (13 * 60 + 40) - 9 * 60
    assert round(acme["height"]) == 88
    assert acme["x"] + acme["width"] < beta["x"]
    assert briefing["width"] > 2 * acme["width"]


def test_no_card_is_lower_than_a_finger_needs(page: Page, address: str) -> None:
    open_page(page, address, 1280)

    for day in (1, 2, 3, 4):
        page.locator(f"label:has(#day-{day})").click()
        heights = page.locator(f"#tt-{day} .cd").evaluate_all("all => all.map(one => one.offsetHeight)")

        assert [height for height in heights if height < 22] == []


def test_a_card_leads_to_its_line_in_the_programme(page: Page, address: str) -> None:
    open_page(page, address, 1280)

    page.locator("#tt-2 .cd a:has-text('Acme')").first.click()

    assert page.evaluate("document.querySelector(':target h4').textContent").strip() == "Acme"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_light_and_dark(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # the two values are those of the list above
    open_page(page, address, 1280)

    background = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(13, 15, 21)"}[scheme]


def test_paper_is_white_with_every_day_and_no_choosers(page: Page, address: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    open_page(page, address, 794)

    days = page.locator(".tt-day:visible").count()
    choosers = page.locator(".tt-choose:visible, nav:visible").count()

    assert (days, choosers) == (4, 0)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def _box(page: Page, name: str) -> FloatRect:
    box = page.locator(f"#tt-2 .cd:has-text('{name}')").first.bounding_box()
    assert box is not None, f"{name} is not to be seen"
    return box
