"""A trip to Hanoi and Ho Chi Minh City from nothing to its booklet, in a browser; and the lists in every look."""

import re

import pytest
from playwright.sync_api import Page, expect

from geleit.services.find_trip import find_trip_row, read_stored_trip
from geleit.services.guard import SYSTEM
from geleit.services.jobs.worker import work_once
from geleit.services.publish_programme import publish_programme
from geleit.store.models import Account, Draft, TripRole
from geleit.store.programmes import programme_of
from tests.applications import NOW
from tests.e2e.axe import findings, overflow_px
from tests.published import publish_trip

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOSTS = """Host\tKind\tPlace\tLanguages
Sample Ministry\tauthority\tHanoi\ten
Sample Works\tcompany\tHanoi\ten
Sample Port\tcompany\tHo Chi Minh City\ten, de
"""
ITEMS = """Title\tKind\tStation\tHost\tDuration (min)\tAt most
Talk at the ministry\tpolitical talk\tHanoi\tSample Ministry\t60\t12
Visit to the works\tcompany visit\tHanoi\tSample Works\t90\t12
Visit to the port\tcompany visit\tHo Chi Minh City\tSample Port\t2 hours\t12
Reception\treception\tHo Chi Minh City\t\t120\t
"""
PEOPLE = """First name\tLast name\tRole\tCompany\tWishes
Maria\tMuster\thead\tFree State of Sample\tTalk at the ministry 5
Anton\tBeispiel\tbusiness\tSample Optics\tVisit to the works 5; Visit to the port 4
Berta\tProbe\torganiser\tSample Agency\t
"""
WINDOW_BY_LOOK = {"light": (1440, 900), "dark": (390, 844)}


def signed_in(page: Page) -> None:
    """Sign in as the demonstration's owner, by its button."""
    trip = publish_trip()
    owner = Account.objects.create_user("owner@demo.example", name="Demo Olga Owner", is_demo=True)
    TripRole.objects.create(trip=find_trip_row(key=trip.id), account=owner, role="owner")
    page.goto("/healthz")
    page.context.add_cookies([{"name": "geleit-lang", "value": "en", "url": page.url}])
    page.goto("/organise/")
    page.get_by_role("button", name="Demo Olga Owner").click()
    expect(page.get_by_role("heading", name="My trips")).to_be_visible()


def pasted(page: Page, text: str) -> None:
    """Put lines into the form and have them shown."""
    page.get_by_label("Lines from the spreadsheet").fill(text)
    page.get_by_role("button", name="Preview").click()


def begin_trip(page: Page) -> None:
    """Fill in the form of a new trip."""
    page.get_by_role("link", name="New trip").click()
    page.get_by_label("Title").fill("Vietnam 2027")
    page.get_by_label("First day").fill("7 Mar 2027")
    page.get_by_label("Last day").fill("2027-03-14")
    for name in ("Hanoi", "Saigon"):
        page.get_by_label("Find a place").fill(name)
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("button", name=f"Add {name}").first.click()
    page.get_by_label("2. Name").fill("Ho Chi Minh City")
    page.get_by_role("button", name="Create the trip").click()


def test_a_trip_from_nothing_to_its_booklet(bare_site: Page) -> None:
    page = bare_site
    signed_in(page)
    begin_trip(page)
    expect(page.get_by_role("alert").get_by_role("link")).to_have_text(
        "First day: “7 Mar 2027” is no date. Did you mean 2027-03-07?"
    )
    page.get_by_label("First day").fill("2027-03-07")
    page.get_by_role("button", name="Create the trip").click()

    expect(page.get_by_text("No hosts yet")).to_be_visible()
    page.get_by_role("link", name="Paste from a spreadsheet").click()
    pasted(page, HOSTS)
    expect(page.get_by_text("3 new, 0 changed, 0 unchanged")).to_be_visible()
    page.get_by_role("button", name="Take over 3 lines").click()
    page.get_by_role("link", name="Items", exact=True).click()
    page.get_by_role("link", name="Paste from a spreadsheet").click()
    pasted(page, ITEMS)
    expect(page.get_by_role("row", name="Line 4, Duration (min)")).to_contain_text(
        "“2 hours” is no fitting whole number"
    )
    pasted(page, ITEMS.replace("2 hours", "120"))
    page.get_by_role("button", name="Take over 4 lines").click()
    page.goto("/organise/vietnam-2027/delegates/paste/")
    pasted(page, PEOPLE)
    page.get_by_role("button", name="Take over 3 lines").click()
    expect(page.get_by_role("row", name="Anton Beispiel")).to_contain_text("Sample Optics")

    page.goto("/organise/vietnam-2027/")
    page.get_by_role("button", name="Plan now").click()
    page.wait_for_load_state()
    while work_once(name="w"):
        pass
    page.goto("/organise/vietnam-2027/board/?zoom=week")
    expect(page.locator(".cd[data-item=talk-at-the-ministry]").first).to_be_visible()

    draft = Draft.objects.get(trip__key="vietnam-2027")
    publish_programme(draft=draft.pk, expected_version=draft.version, by=SYSTEM, now=NOW)
    page.goto("/organise/vietnam-2027/documents/")
    page.get_by_role("button", name="Make the documents").click()
    while work_once(name="w"):
        pass
    page.goto("/organise/vietnam-2027/documents/")
    booklet = (
        page.get_by_role("row", name=re.compile("^Booklet.* English PDF"))
        .get_by_role("link")
        .first.get_attribute("href")
    )
    assert page.request.get(str(booklet)).body()[:5] == b"%PDF-"
    trip = read_stored_trip(key="vietnam-2027")
    assert [place.country for place in trip.places] == ["DE", "VN", "VN"]
    assert {session.item for session in programme_of(draft).sessions} == {item.id for item in trip.items}


def test_axe_finds_nothing_on_lists_and_forms(site_in_look: Page, look: str) -> None:
    page = site_in_look
    signed_in(page)
    width, height = WINDOW_BY_LOOK[look]
    page.set_viewport_size({"width": width, "height": height})
    found: dict[str, object] = {}
    for address in ("tiny/items/", "tiny/delegates/of/anna/", "tiny/hosts/", "new-trip/", "new-trip/copy/"):
        page.goto(f"/organise/{address}")
        found[address] = (findings(page), overflow_px(page))
    page.goto("/organise/tiny/items/paste/")
    pasted(page, ITEMS)
    found["faults"] = (findings(page), overflow_px(page))
    pasted(page, "Title\tDuration\nAcme\t75\n")
    found["preview"] = (findings(page), overflow_px(page))
    page.goto("/organise/tiny/items/")
    page.get_by_role("link", name="Acme").click()
    expect(page.locator(".li-inplace")).to_be_visible()
    found["in place"] = (findings(page), overflow_px(page))

    assert found == dict.fromkeys(found, ([], 0))


def test_a_row_changes_in_place_and_the_second_editor_loses_nothing(site: Page) -> None:
    page = site
    signed_in(page)
    page.goto("/organise/tiny/items/")
    page.get_by_role("link", name="Acme").click()
    other = page.context.new_page()
    other.goto("/organise/tiny/items/of/acme/")
    other.get_by_label("Duration (min)").fill("80")
    other.get_by_role("button", name="Save").click()
    other.close()

    page.get_by_label("At most").fill("3")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Somebody else has changed this entry")).to_be_visible()
    expect(page.get_by_text("Stored now: 80")).to_be_visible()
    expect(page.get_by_label("At most")).to_have_value("3")
    page.get_by_label("Duration (min)").fill("80")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-saved]")).to_contain_text("80")

    item = read_stored_trip(key="tiny").item_by_id["acme"]
    assert (item.duration_min, item.max_people) == (80, 3)
