"""Signing in and organisers' pages in a browser: a passkey from end to end, every look and size, by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from geleit.store.models import TripRole
from tests.e2e.axe import findings, overflow_px
from tests.unit.web.organiser.people import PASSWORD, account, member, store
from tests.unit.web.publishing import publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WINDOWS = ((390, 844), (1440, 900))
ENTRANCE = ("/account/login/", "/account/password/reset/", "/account/password/reset/1-x/")
TRIP = ("", "members/", "links/", "audit/", "members/{role}/", "members/{role}/remove/")


def sign_in(page: Page, email: str) -> None:
    page.goto("/account/login/")
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("form.gl-form button").click()
    expect(page.locator(".or-menu")).to_be_visible()


def add_authenticator(page: Page) -> None:
    """Give the browser a device that vouches for its user."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_signs_in_without_a_password(site: Page) -> None:
    account("olga")
    add_authenticator(site)
    sign_in(site, "olga@agency.example")
    site.goto("/account/passkeys/new/")
    site.locator("#id_password").fill(PASSWORD)
    site.locator("form.gl-form button").click()
    site.locator("#id_name").fill("Laptop")
    site.locator("form[data-passkey] button").click()
    expect(site.locator(".ac-codes code").first).to_be_visible()
    site.goto("/account/logout/")
    site.locator("form.gl-form button").click()

    site.goto("/account/login/")
    site.locator("form[data-passkey] button").click()

    expect(site.locator(".or-menu")).to_contain_text("Olga")
    site.goto("/account/security/")
    expect(site.locator(".ac-keys")).to_contain_text("Laptop")


def test_a_passkey_that_is_not_given_is_said_on_the_page(site: Page) -> None:
    site.goto("/account/login/")
    site.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('stopped')) }")

    site.locator("form[data-passkey] button").click()

    expect(site.locator("[data-passkey-failed]")).to_be_visible()
    assert site.url.endswith("/account/login/")


def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(site_in_look: Page) -> None:
    trip = publish().trip
    owner = member(trip, "owner")
    role = TripRole.objects.get(account=member(trip, "partner")).pk
    found: dict[tuple[str, int], object] = {}

    def look(address: str) -> None:
        site_in_look.goto(address)
        for width, height in WINDOWS:
            site_in_look.set_viewport_size({"width": width, "height": height})
            found[address, width] = (findings(site_in_look), overflow_px(site_in_look))

    for address in ENTRANCE:
        look(address)
    sign_in(site_in_look, owner.email)
    for address in ("/organise/", "/account/security/", "/account/password/"):
        look(address)
    for page in TRIP:
        look(f"/organise/tiny/{page.format(role=role)}")

    assert found == dict.fromkeys(found, ([], 0))
    assert len(found) == 2 * (len(ENTRANCE) + 3 + len(TRIP))


def test_without_javascript_one_signs_in_opens_the_menu_and_signs_out(bare_site: Page) -> None:
    owner = member(store(), "owner")
    sign_in(bare_site, owner.email)
    bare_site.goto("/organise/tiny/")

    bare_site.locator(".or-menu summary").focus()
    bare_site.keyboard.press("Enter")
    bare_site.locator(".or-menu form button").click()

    bare_site.goto("/organise/tiny/")
    expect(bare_site.locator("#id_login")).to_be_visible()
