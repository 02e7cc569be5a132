"""Route, groups and the day in a browser: every page in both themes, on a phone and on a desk, and a change."""

import pytest
from playwright.sync_api import Page, expect

from geleit.services.board_kept import forget_board
from geleit.services.find_trip import find_trip_row, read_stored_trip
from geleit.store.models import Account, TripRole
from tests.e2e.axe import findings, overflow_px
from tests.factories import window
from tests.unit.web.publishing import publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WINDOWS = ((390, 844), (1440, 900))
SETUP = "/organise/tiny/setup/"
PAGES = (
    "",
    "leg/to-new-york/",
    "station/washington/",
    "group/1/",
    "frame/",
    "stations/add/",
    "group/2/remove/",
)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    forget_board()


def sign_in(page: Page, lang: str = "en") -> None:
    """Publish the tiny trip, and sign in by the button of the demonstration."""
    publish()
    account = Account.objects.create_user("organiser@demo.example", name="Demo Otto", is_demo=True)
    TripRole.objects.create(trip=find_trip_row(key="tiny"), account=account, role="organiser")
    page.goto("/demo/")
    page.context.add_cookies([{"name": "geleit-lang", "value": lang, "url": page.url}])
    page.locator("form[action*=demo-sign-in] button").first.click()
    page.wait_for_load_state()


def test_axe_finds_nothing_on_the_pages_of_the_setup(site_in_look: Page) -> None:
    sign_in(site_in_look, "de")

    found: dict[tuple[str, int], object] = {}
    for address in PAGES:
        site_in_look.goto(SETUP + address)
        for width, height in WINDOWS:
            site_in_look.set_viewport_size({"width": width, "height": height})
            found[address, width] = (findings(site_in_look), overflow_px(site_in_look))

    assert found == dict.fromkeys(((address, width) for address in PAGES for width, _ in WINDOWS), ([], 0))


def test_a_leg_is_moved_with_the_keyboard_after_what_breaks_was_read(site: Page) -> None:
    sign_in(site)
    site.goto(SETUP)

    site.locator("a[href$='leg/to-new-york/']").press("Enter")
    site.get_by_label("Departure").fill("31.6.2025 14:00")
    site.get_by_role("button", name="Save").press("Enter")
    expect(site.locator("#errors")).to_contain_text("Did you mean 2025-06-30?")
    site.get_by_label("Departure").fill("20.5.2025 14:00")
    site.get_by_role("button", name="Save").press("Enter")
    expect(site.get_by_role("alert")).to_contain_text("Version 1 no longer holds in 1 place.")
    assert findings(site) == []
    site.get_by_role("button", name="Save all the same").press("Enter")

    expect(site.get_by_text("Saved: Washington to New York")).to_be_visible()
    assert read_stored_trip(key="tiny").leg_by_id["to-new-york"].departures == (
        window("2025-05-20 14:00-14:00"),
    )
