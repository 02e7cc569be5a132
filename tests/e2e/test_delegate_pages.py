"""A delegate on the way: the agenda on a phone, without network, without JavaScript, in every look."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from geleit.store.models import DelegatePage, PersonalLink
from tests.e2e.axe import findings, overflow_px
from tests.factories import instant, make_programme, move
from tests.unit.web.delegate.visits import link_of, set_clock
from tests.unit.web.publishing import publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WINDOWS = ((390, 844), (1440, 900))
PAGES = ("", "trip/", "people/", "wishes/", "help/")
OFFLINE_MS = 500
FIRST_LOAD_BYTES = 100_000
READY = "navigator.serviceWorker.ready.then(() => caches.keys()).then(names => names.length)"
"""Resolves when the keeper has put everything on the phone."""


@pytest.fixture
def phone(site: Page) -> Page:
    """Give a page of a phone's size."""
    site.set_viewport_size({"width": 390, "height": 844})
    return site


def open_agenda(page: Page) -> str:
    """Open Anna's agenda on Monday at eight and wait until the phone keeps it; return its path."""
    set_clock(instant("2025-05-19 08:00"))
    path = link_of(publish().trip)
    page.goto(path)
    assert page.evaluate(READY) == 1
    return path


def test_a_delegate_goes_offline_reloads_and_finds_the_next_appointment(phone: Page) -> None:
    open_agenda(phone)
    expect(phone.locator(".ag-next h2")).to_have_text("Briefing")

    phone.context.set_offline(True)
    phone.reload()

    expect(phone.locator(".ag-next:visible h2")).to_have_text("Briefing")
    expect(phone.locator(".ag-next:visible [data-count]")).to_have_text("Start in 60 minutes")
    expect(phone.locator(".ph-off")).to_contain_text(
        "No network. Your programme is saved, as of 19 May at 08:00"
    )
    opened_ms = phone.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert opened_ms < OFFLINE_MS


def test_hours_later_and_still_offline_the_copy_goes_by_the_clock(phone: Page) -> None:
    path = open_agenda(phone)
    phone.context.set_offline(True)
    phone.clock.install()
    phone.clock.fast_forward("05:10:00")

    phone.goto(path)

    expect(phone.locator(".ag-next:visible h2")).to_have_text("Acme")
    expect(phone.locator(".ag-day:visible h2")).to_have_text("Today, Monday, 19 May")
    expect(phone.locator(".ag-day:visible .ag-it[data-past]").first).to_contain_text("Briefing")


def test_every_page_opens_offline_after_one_visit(phone: Page) -> None:
    path = open_agenda(phone)
    phone.context.set_offline(True)

    titles = {}
    for name in PAGES:
        phone.goto(f"{path}{name}")
        titles[name] = phone.locator("h1").inner_text()
        expect(phone.locator(".ph-off")).to_be_visible()

    assert list(titles.values()) == ["My programme", "My trip", "People", "My wishes", "Help and more"]


def test_an_acknowledgement_given_offline_is_sent_when_there_is_a_network(phone: Page) -> None:
    trip = publish().trip
    set_clock(instant("2025-05-19 08:00"))
    path = link_of(trip)
    publish(programme=move(make_programme(), "briefing-1", minutes=15))
    phone.goto(path)
    phone.evaluate(READY)
    phone.context.set_offline(True)
    phone.reload()

    phone.get_by_role("button", name="I have read this").click()
    expect(phone.locator(".ag-chg")).to_contain_text("will be sent once there is a network")
    before = DelegatePage.objects.get().known_version
    phone.context.set_offline(False)
    expect(phone.locator(".ag-chg [role=status]")).to_have_text("Marked as read.")

    assert (before, DelegatePage.objects.get().known_version) == (1, 2)


def test_wishes_typed_offline_stay_and_say_that_they_were_not_sent(phone: Page) -> None:
    path = open_agenda(phone)
    set_clock(instant("2025-05-01 08:00"))
    phone.goto(f"{path}wishes/")
    phone.context.set_offline(True)

    phone.get_by_label("Wish for Beta").select_option("4")
    phone.get_by_role("button", name="Save my wishes").click()

    expect(phone.get_by_role("alert").last).to_contain_text("Nothing was saved")
    expect(phone.get_by_label("Wish for Beta")).to_have_value("4")


def test_a_link_taken_back_leaves_nothing_on_the_phone(phone: Page) -> None:
    path = open_agenda(phone)
    PersonalLink.objects.update(revoked_at=instant("2025-05-19 08:00"))

    phone.goto(path)

    expect(phone.locator("h1")).not_to_have_text("My programme")
    assert (
        phone.evaluate("new Promise(done => setTimeout(() => caches.keys().then(names => done(names)), 300))")
        == []
    )


def test_without_javascript_changes_are_acknowledged_and_people_agree(bare_site: Page) -> None:
    trip = publish().trip
    set_clock(instant("2025-05-19 08:00"))
    path = link_of(trip)
    publish(programme=move(make_programme(), "briefing-1", minutes=15))
    bare_site.goto(path)

    bare_site.get_by_role("button", name="I have read this").click()
    expect(bare_site.locator(".ag-chg")).to_have_count(0)
    bare_site.get_by_role("link", name="People").click()
    bare_site.get_by_role("button", name="Yes, show me").click()

    expect(bare_site.locator("body")).to_contain_text("Fellow delegates now see your name")


def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(site_in_look: Page) -> None:
    trip = publish().trip
    set_clock(instant("2025-05-19 12:20"))
    path = link_of(trip)
    publish(programme=move(make_programme(), "briefing-1", minutes=15))

    found: dict[tuple[str, int], object] = {}
    for name in PAGES:
        site_in_look.goto(f"{path}{name}")
        for width, height in WINDOWS:
            site_in_look.set_viewport_size({"width": width, "height": height})
            found[name, width] = (findings(site_in_look), overflow_px(site_in_look))

    assert found == dict.fromkeys(((name, width) for name in PAGES for width, _ in WINDOWS), ([], 0))


def test_the_first_load_is_small_the_copy_for_later_included(phone: Page) -> None:
    context: BrowserContext = phone.context
    sizes: dict[str, int] = {}
    context.on("requestfinished", lambda one: sizes.update({one.url: one.sizes()["responseBodySize"]}))

    open_agenda(phone)
    phone.wait_for_load_state("networkidle")

    assert sum(sizes.values()) <= FIRST_LOAD_BYTES, json.dumps(sizes)
