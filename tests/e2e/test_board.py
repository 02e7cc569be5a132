"""The board in a browser: by mouse and by keyboard alone, with the connection lost in the middle, on every screen."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from geleit.services.board_kept import forget_board
from geleit.services.find_trip import find_trip_row
from geleit.services.jobs.worker import work_once
from geleit.store.models import Account, Draft, ProgrammeVersion, TripRole
from tests.e2e.axe import findings, overflow_px
from tests.unit.web.publishing import publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WINDOWS = ((390, 844), (1440, 900))
BOARD = "/organise/tiny/board/"


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    forget_board()


def sign_in(page: Page) -> None:
    """Publish the tiny trip, and sign in by the button of the demonstration."""
    publish()
    account = Account.objects.create_user("organiser@demo.example", name="Demo Otto", is_demo=True)
    TripRole.objects.create(trip=find_trip_row(key="tiny"), account=account, role="organiser")
    page.goto("/demo/")
    page.context.add_cookies([{"name": "geleit-lang", "value": "en", "url": page.url}])
    page.locator("form[action*=demo-sign-in] button").first.click()
    page.wait_for_load_state()


def session(name: str) -> str:
    return f".cd[data-session={name}]"


def start_of(page: Page, name: str) -> str | None:
    return page.locator(session(name)).first.get_attribute("data-start")


def drag(page: Page, name: str, minutes: int) -> None:
    """Take a card and carry it down by some minutes, a pixel each; the button stays pressed."""
    box = page.locator(session(name)).first.bounding_box()
    assert box is not None
    left, top = box["x"] + 30, box["y"] + 12
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(left, top + 8)
    page.mouse.move(left, top + minutes)


def test_axe_finds_nothing_on_the_board_and_behind_it(site_in_look: Page) -> None:
    sign_in(site_in_look)
    addresses = ("", "?zoom=week", "session/acme-1/?check=1&day=2025-05-19&time=15:00&groups=1", "compare/")

    found: dict[tuple[str, int], object] = {}
    for address in addresses:
        site_in_look.goto(BOARD + address)
        for width, height in WINDOWS:
            site_in_look.set_viewport_size({"width": width, "height": height})
            found[address, width] = (findings(site_in_look), overflow_px(site_in_look))

    assert found == dict.fromkeys(
        ((address, width) for address in addresses for width, _ in WINDOWS), ([], 0)
    )


def test_an_organiser_drags_repairs_compares_and_publishes(site: Page) -> None:
    site.set_viewport_size({"width": 1440, "height": 1100})
    sign_in(site)
    site.goto(f"{BOARD}?day=2025-05-19")

    drag(site, "acme-1", 80)
    expect(site.locator("#say")).to_contain_text("overlap")
    site.mouse.up()
    expect(site.get_by_text("Moved and pinned.")).to_be_visible()
    expect(site.locator(session("acme-1")).first).to_have_attribute("data-conflict", "")
    site.get_by_role("button", name="Repairs for “Acme”").click()
    expect(site.get_by_text("Looking for repairs")).to_be_visible()
    assert work_once(name="w")
    expect(site.get_by_role("heading", name="Least change")).to_be_visible()
    site.get_by_role("button", name="Take over").first.click()
    expect(site.get_by_text("The checker has nothing against this programme.")).to_be_visible()
    site.get_by_role("link", name="Compare", exact=True).click()
    expect(site.get_by_role("heading", name=re.compile("Who is affected"))).to_be_visible()
    site.get_by_role("link", name="To the board").click()
    site.get_by_role("link", name="Publish", exact=True).click()
    site.get_by_label("Message to all").fill("Acme at another time")
    site.get_by_role("button", name="Publish as version 2").click()

    expect(site.get_by_text("Version 2 is published.")).to_be_visible()
    assert ProgrammeVersion.objects.get(number=2).note == "Acme at another time"


def test_the_same_by_keyboard_alone_to_another_day(site: Page) -> None:
    sign_in(site)
    site.goto(f"{BOARD}?day=2025-05-19")
    keys = site.keyboard

    site.locator(f"{session('acme-1')} a").focus()
    keys.press("m")
    expect(site.locator("#say")).to_contain_text("lifted")
    keys.press("PageDown")
    site.wait_for_url("**day=2025-05-20**")
    expect(site.locator("#say")).to_contain_text("Tue 20")
    keys.press("Escape")
    expect(site.locator("#say")).to_contain_text("Nothing was changed")
    site.goto(f"{BOARD}?day=2025-05-20")
    site.locator(f"{session('talk-1')} a").focus()
    keys.press("m")
    keys.press("ArrowDown")
    keys.press("Shift+ArrowUp")
    expect(site.locator("#say")).to_contain_text("10:10")
    keys.press("Shift+ArrowDown")
    expect(site.locator("#say")).to_contain_text("10:15 am–11:15 am, no conflict")
    keys.press("Enter")
    expect(site.get_by_text("Moved and pinned.")).to_be_visible()
    expect(site.locator(f"{session('talk-1')} a")).to_be_focused()
    keys.press("p")
    expect(site.get_by_text("Pin removed.")).to_be_visible()
    keys.press("z")
    expect(site.get_by_text("Undone.")).to_be_visible()
    keys.press("z")
    expect(site.locator(session("talk-1"))).to_have_attribute("data-start", "600")


def tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Go with the tab key to what carries a name, as somebody does who has no mouse."""
    for _ in range(150):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        here = page.evaluate(
            "() => { const a = document.activeElement, l = a.labels && a.labels[0];"
            " return a.getAttribute('aria-label') || (l ? l.textContent : a.textContent) || '' }"
        )
        if " ".join(str(here).split()).startswith(name):
            return
    pytest.fail(f"the tab key does not come to {name!r}")


def test_by_keyboard_alone_from_a_move_to_what_is_published(site: Page) -> None:
    site.set_viewport_size({"width": 1440, "height": 1100})
    sign_in(site)
    site.goto(f"{BOARD}?day=2025-05-19")
    keys = site.keyboard

    site.locator(f"{session('acme-1')} a").focus()
    keys.press("m")
    for _ in range(5):
        keys.press("ArrowDown")
    expect(site.locator("#say")).to_contain_text("overlap")
    keys.press("Enter")
    expect(site.get_by_text("Moved and pinned.")).to_be_visible()
    expect(site.locator(f"{session('acme-1')} a").first).to_be_focused()
    tab_to(site, "Repairs for “Acme”")
    keys.press("Enter")
    expect(site.get_by_text("Looking for repairs")).to_be_visible()
    assert work_once(name="w")
    expect(site.get_by_role("heading", name="Least change")).to_be_visible()
    expect(site.get_by_role("button", name="Take over").first).to_be_visible()
    tab_to(site, "Take over")
    keys.press("Enter")
    expect(site.get_by_text("The checker has nothing against this programme.")).to_be_visible()
    expect(site.locator(".cd__a:focus")).to_have_count(1)
    tab_to(site, "Compare", back=True)
    keys.press("Enter")
    expect(site.get_by_role("heading", name=re.compile("Who is affected"))).to_be_visible()
    tab_to(site, "To the board")
    keys.press("Enter")
    site.wait_for_url(f"**{BOARD}*")
    tab_to(site, "Publish")
    keys.press("Enter")
    site.wait_for_url("**/publish/")
    tab_to(site, "Message to all")
    keys.type("Acme at another time")
    tab_to(site, "Publish as version 2")
    keys.press("Enter")

    expect(site.get_by_text("Version 2 is published.")).to_be_visible()
    assert ProgrammeVersion.objects.get(number=2).note == "Acme at another time"


def test_a_card_in_the_hand_is_carried_to_a_day_that_was_not_shown(site: Page) -> None:
    site.set_viewport_size({"width": 1440, "height": 1100})
    sign_in(site)
    site.goto(f"{BOARD}?day=2025-05-19")
    site.evaluate("window.same = true")

    drag(site, "acme-1", 30)
    tuesday = site.locator(".bd-day[href*='day=2025-05-20']").first.bounding_box()
    assert tuesday is not None
    site.mouse.move(tuesday["x"] + 20, tuesday["y"] + 12)
    column = site.locator(".tt-cols[data-date='2025-05-20']")
    expect(column).to_be_visible()
    box = column.bounding_box()
    assert box is not None
    site.mouse.move(box["x"] + 30, box["y"] + 100)
    site.mouse.move(box["x"] + 30, box["y"] + 160)
    expect(site.locator("#say")).to_contain_text("Tue 20")
    expect(column.locator(".cd--ghost")).to_have_count(1)
    assert site.evaluate("window.same") is True
    site.mouse.up()

    expect(site.get_by_text("Moved and pinned.")).to_be_visible()
    assert site.locator(f".tt-cols[data-date='2025-05-20'] {session('acme-1')}").count() > 0


def test_the_deep_reason_stands_beside_the_simple_one(site: Page) -> None:
    sign_in(site)
    site.goto(BOARD)
    card = site.locator(".tr-card[data-item=gamma]")
    simple = card.locator(".tr-why").text_content()

    card.locator("[data-why]").click()

    expect(card.locator(".tr-deep")).to_be_focused()
    assert card.locator(".tr-why").text_content() == simple
    assert len(card.locator(".tr-deep").text_content() or "") > 20


def test_a_connection_lost_in_the_middle_of_a_drag_loses_nothing(
    browser: Browser, live_server: LiveServer
) -> None:
    site = browser.new_context(base_url=live_server.url).new_page()  # one whose console may tell of the loss
    site.set_viewport_size({"width": 1440, "height": 1100})
    sign_in(site)
    site.goto(f"{BOARD}?day=2025-05-20")
    lost = re.compile(r".*/board/(check|move)/.*")

    def cut(route: Route) -> None:
        route.abort("internetdisconnected")

    drag(site, "talk-1", 15)
    expect(site.locator("#say")).to_contain_text("no conflict")
    site.context.route(lost, cut)
    site.mouse.up()
    expect(site.locator("#say")).to_contain_text("Not saved: no connection.")
    assert Draft.objects.filter(published_as=None).count() == 0
    site.context.unroute(lost)
    site.get_by_role("button", name="Send again").click()

    expect(site.get_by_text("Moved and pinned.")).to_be_visible()
    assert start_of(site, "talk-1") == "615"
    site.context.close()


def test_the_second_of_two_organisers_keeps_the_move(site: Page) -> None:
    site.set_viewport_size({"width": 1440, "height": 1100})
    sign_in(site)
    site.goto(f"{BOARD}?day=2025-05-20")
    other = site.context.new_page()
    other.goto(f"{BOARD}session/university-1/")
    other.get_by_role("button", name="Pin", exact=True).click()
    expect(other.get_by_text("Pinned.")).to_be_visible()

    drag(site, "talk-1", 15)
    expect(site.locator("#say")).to_contain_text("Somebody else has changed")
    site.mouse.up()
    site.get_by_role("button", name="Refresh").click()
    expect(site.locator("#say")).to_contain_text("Your move from before")
    site.get_by_role("button", name="Send again").click()

    expect(site.get_by_text("Moved and pinned.")).to_be_visible()
    assert start_of(site, "talk-1") == "615"


def test_a_card_is_moved_without_javascript(bare_site: Page) -> None:
    sign_in(bare_site)
    bare_site.goto(f"{BOARD}?day=2025-05-20")

    bare_site.locator(f"{session('talk-1')} a").focus()
    bare_site.keyboard.press("Enter")
    bare_site.get_by_label("Start, local time").fill("10:15")
    bare_site.get_by_role("button", name="Check").click()
    expect(bare_site.get_by_text("no conflict")).to_be_visible()
    bare_site.get_by_role("button", name="Move and pin").click()

    assert start_of(bare_site, "talk-1") == "615"


def test_a_phone_has_a_list_for_each_day_with_a_filter(site: Page) -> None:
    site.set_viewport_size({"width": 390, "height": 844})
    sign_in(site)
    site.goto(BOARD)

    site.get_by_label("Show group").select_option("2")
    site.get_by_role("button", name="Filter").click()

    expect(
        site.get_by_role("region", name="Programme as a list").get_by_role("link", name="Talk")
    ).to_have_count(0)
    expect(site.locator(".bd-grid")).to_be_hidden()
