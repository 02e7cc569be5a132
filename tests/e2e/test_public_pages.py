"""The public pages in a browser: every look and size, by keyboard, without JavaScript, on paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import findings, overflow_px
from tests.e2e.public_trip import public_trip
from tests.unit.web.publishing import publish

CHINESE_WEIGHTS = """document.fonts.ready.then(() => [...document.fonts]
  .filter(one => one.status == 'loaded' && one.family.includes('Noto Sans SC')).map(one => one.weight))"""

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WINDOWS = ((390, 844), (1440, 900))
"""Width and height in pixels of a phone and of a desktop."""
PAGES = ("/de/", "/de/trips/tiny/", "/zh/trips/tiny/", "/en/trips/tiny/items/acme/", "/demo/", "/en/nothing/")


def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(site_in_look: Page) -> None:
    publish(public_trip())

    found: dict[tuple[str, int], object] = {}
    for address in PAGES:
        site_in_look.goto(address)
        for width, height in WINDOWS:
            site_in_look.set_viewport_size({"width": width, "height": height})
            found[address, width] = (findings(site_in_look), overflow_px(site_in_look))

    assert found == dict.fromkeys(((address, width) for address in PAGES for width, _ in WINDOWS), ([], 0))


def test_a_wrong_date_is_shown_at_its_field_and_on_top(site_in_look: Page) -> None:
    site_in_look.goto("/demo/")
    site_in_look.locator("#id_day").evaluate("field => field.type = 'text'")
    site_in_look.locator("#id_day").fill("31. Juni")
    site_in_look.get_by_role("button", name="Set the date").click()

    expect(site_in_look.get_by_role("alert")).to_contain_text("31. Juni")
    assert findings(site_in_look) == []


@pytest.mark.parametrize("theme", ["dunkel", "hell"])
def test_a_theme_is_chosen_without_javascript(bare_site: Page, theme: str) -> None:
    publish(public_trip())
    bare_site.goto("/de/trips/tiny/")

    bare_site.get_by_role("button", name=theme).click()

    expect(bare_site.locator("html")).to_have_attribute(
        "data-kern-theme", {"dunkel": "dark", "hell": "light"}[theme]
    )
    expect(bare_site.get_by_role("button", name=theme)).to_have_attribute("aria-pressed", "true")
    assert bare_site.url.endswith("/de/trips/tiny/")


def test_a_company_finds_the_trip_and_where_to_apply_by_keyboard(bare_site: Page) -> None:
    publish(public_trip())
    bare_site.goto("/de/")

    bare_site.keyboard.press("Tab")
    expect(bare_site.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    bare_site.get_by_role("link", name="Kleine Reise").focus()
    bare_site.keyboard.press("Enter")
    bare_site.wait_for_url("**/de/trips/tiny/")
    bare_site.get_by_role("link", name="Jetzt bewerben").focus()
    bare_site.keyboard.press("Enter")

    expect(bare_site.get_by_role("heading", name="So bewerben Sie sich")).to_be_in_viewport()
    expect(bare_site.get_by_role("link", name="Bewerbung beginnen")).to_be_visible()


def test_a_chinese_reader_finds_the_chinese_page_drawn_in_its_own_font(site: Page) -> None:
    publish(public_trip())
    site.goto("/de/trips/tiny/")

    site.get_by_role("link", name="中文").click()
    site.wait_for_url("**/zh/trips/tiny/")

    expect(site.locator("html")).to_have_attribute("lang", "zh-Hans")
    assert site.evaluate(CHINESE_WEIGHTS) == ["400", "500 700"]


def test_the_first_load_is_small(site: Page) -> None:
    publish(public_trip())
    sizes: list[int] = []
    site.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))

    site.goto("/de/trips/tiny/", wait_until="networkidle")

    assert len(sizes) <= 12
    assert sum(sizes) <= 150_000


def test_paper_has_no_dark_areas_and_nothing_to_click(site: Page) -> None:
    publish(public_trip())
    site.goto("/de/trips/tiny/")

    site.emulate_media(media="print")

    assert site.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for hidden in (".pb-cta", ".pb-lang", ".gl-theme", "nav"):
        expect(site.locator(hidden).first).to_be_hidden()
