"""From the first score to the one who moves up, in a browser: every page in both themes, on a desktop and a phone."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from geleit.services.add_sample_applications import add_sample_applications
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import SYSTEM
from geleit.services.jobs.worker import work_once
from geleit.services.read_selection import list_applications
from geleit.store.models import Account, ApplicationRow, OutboxMail, TripRole
from tests.applications import NOW
from tests.e2e.axe import findings, overflow_px
from tests.published import publish_trip, reviewer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WINDOW_BY_LOOK = {"light": (1440, 900), "dark": (390, 844)}
"""Width and height in pixels; each theme at one of the two, since a page takes axe a second."""
START = "/organise/tiny/applications/"


def signed_in(page: Page) -> None:
    """Add the sample applications, and sign the page's browser in as an organiser."""
    trip, by = publish_trip(), reviewer()
    add_sample_applications(trip=trip.id, reviewers=(by.account or 0,), by=SYSTEM, now=NOW, count=16)
    account = Account.objects.get(pk=by.account or 0)
    TripRole.objects.create(trip=find_trip_row(key=trip.id), account=account, role="organiser")
    client = Client()
    client.force_login(account)
    page.goto("/healthz")
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [
            {"name": name, "value": client.cookies[name].value, "url": page.url},
            {"name": "geleit-lang", "value": "en", "url": page.url},
        ]
    )


def test_axe_finds_nothing_on_any_page_of_a_selection(site_in_look: Page, look: str) -> None:
    signed_in(site_in_look)
    site_in_look.goto(f"{START}selection/")
    site_in_look.get_by_role("button", name="Compute a proposal").click()
    site_in_look.wait_for_load_state()
    assert work_once(name="w")
    reference = list_applications(trip="tiny")[0].application.reference
    pages = ("", "terms/", "criteria/", "mix/", "selection/", "waiting/", f"of/{reference}/", "../after/")
    width, height = WINDOW_BY_LOOK[look]
    site_in_look.set_viewport_size({"width": width, "height": height})

    found: dict[str, object] = {}
    for address in pages:
        site_in_look.goto(START + address)
        found[address] = (findings(site_in_look), overflow_px(site_in_look))

    assert found == dict.fromkeys(pages, ([], 0))


def test_an_organiser_scores_decides_and_replaces_one_who_cancels(site: Page) -> None:
    signed_in(site)
    site.goto(f"{START}?scored=no")
    site.get_by_role("link", name="Muster Kunststofftechnik").click()
    for row in site.locator(".se-criterion").all():
        row.get_by_label("met", exact=True).or_(row.get_by_label("3", exact=True)).check()
    for reason in site.get_by_label("Reason").all():
        reason.fill("plausible")
    site.get_by_role("button", name="Save the scores").click()
    expect(site.get_by_text("60.0 of 100 points")).to_be_visible()

    site.get_by_role("link", name="Selection", exact=True).click()
    site.get_by_role("button", name="Compute a proposal").click()
    expect(site.get_by_text("The proposal is being computed")).to_be_visible()
    assert work_once(name="w")
    site.get_by_role("link", name="Look at the proposal").click()
    expect(site.get_by_text("proven: no other choice")).to_be_visible()
    site.get_by_role("button", name="Decide and send the letters").click()
    expect(site.get_by_role("heading", name="Admitted and waiting list")).to_be_visible()
    admitted = ApplicationRow.objects.filter(status="admitted")
    before = {row.reference for row in admitted}
    mails = OutboxMail.objects.count()
    assert sum(row.people for row in admitted) == 10
    assert mails == ApplicationRow.objects.filter(status__in=("admitted", "waiting")).count()

    site.get_by_role("link", name="Who moves up?").first.click()
    site.get_by_label("Reason for the log").first.fill("Cancelled on the telephone")
    site.get_by_role("button", name="move up").first.click()
    expect(site.get_by_text("Moved up. The letter is on its way.")).to_be_visible()
    assert ApplicationRow.objects.filter(status="substituted").count() == 1
    assert {row.reference for row in admitted.all()} - before
    assert OutboxMail.objects.count() > mails
