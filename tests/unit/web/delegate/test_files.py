"""Calendar, paper, manifest, the phone's keeper: what they hold, who gets them, how long they are kept."""

import json
from datetime import timedelta
from re import findall

import pytest
from django.test import Client
from icalendar import Calendar, Event

from geleit.services.guard import SYSTEM
from geleit.services.invite_delegates import withdraw_pages
from geleit.store.models import PersonalLink
from tests.factories import make_programme, move
from tests.unit.web.delegate.visits import NOW, link_of, set_clock, text
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def path() -> str:
    """Give Anna's link."""
    set_clock(NOW)
    return link_of(publish().trip)


def subscribed(client: Client, path: str) -> str:
    """Return the path of a new subscription as it is shown."""
    page = client.post(f"{path}subscribe/", headers={"Accept-Language": "en"}).content.decode()
    (address,) = findall(r"<code>https?://[^/]+([^<]+)</code>", page)
    assert isinstance(address, str)
    return address


def starts(body: bytes) -> dict[str, str]:
    events = Calendar.from_ical(body).walk("VEVENT")
    return {str(event["SUMMARY"]): f"{event.start:%H:%M}" for event in events if isinstance(event, Event)}


def test_a_subscription_has_an_address_of_its_own_and_follows_the_newest_version(
    client: Client, path: str
) -> None:
    address = subscribed(client, path)
    first = client.get(address)
    publish(programme=move(make_programme(), "briefing-1", minutes=15))
    second = client.get(address)

    assert path.split("/")[2] not in address
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert {starts(first.content)["Briefing"], starts(second.content)["Briefing"]} == {"09:00", "09:15"}


def test_an_unchanged_calendar_is_not_sent_again(client: Client, path: str) -> None:
    address = subscribed(client, path)
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["Cache-Control"] == "private, max-age=900"


def test_a_new_address_replaces_the_old_one_and_it_can_be_ended(client: Client, path: str) -> None:
    old = subscribed(client, path)
    new = subscribed(client, path)

    before = [client.get(address).status_code for address in (old, new)]
    client.post(f"{path}unsubscribe/")

    assert before == [404, 200]
    assert client.get(new).status_code == 404
    assert client.get(path).status_code == 200


def test_a_calendars_address_opens_no_page_and_a_pages_no_calendar(client: Client, path: str) -> None:
    calendar, page = subscribed(client, path).split("/")[3], path.split("/")[2]

    assert client.get(f"/me/{calendar}/").status_code == 404
    assert client.get(f"/me/calendar/{page}/programme.de.ics").status_code == 404
    assert client.get(f"/me/calendar/{calendar}/programme.fr.ics").status_code == 404


def test_taking_a_persons_pages_back_ends_the_calendar_too(client: Client, path: str) -> None:
    address = subscribed(client, path)

    withdraw_pages(trip="tiny", delegate="anna", by=SYSTEM, now=NOW)

    assert [client.get(one).status_code for one in (address, path)] == [404, 404]


def test_ones_own_calendar_and_paper_are_files(client: Client, path: str) -> None:
    calendar, paper = client.get(f"{path}programme.ics"), client.get(f"{path}programme.pdf")

    assert calendar.headers["Content-Disposition"] == 'attachment; filename="tiny.ics"'
    assert "Talk" in starts(calendar.content)
    assert paper.content.startswith(b"%PDF-")


def test_the_manifest_rules_over_this_persons_pages_alone(client: Client, path: str) -> None:
    answer = client.get(f"{path}manifest.webmanifest", headers={"Accept-Language": "en"})
    found = json.loads(answer.content)

    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert (found["id"], found["start_url"], found["scope"]) == (path, path, path)
    assert [client.get(one["src"]).headers["Content-Type"] for one in found["icons"]] == ["image/png"] * 3
    assert client.get("/me/icons/other.png").status_code == 404


def test_the_keeper_is_a_script_for_this_persons_pages_with_a_new_name_for_each_version(
    client: Client, path: str
) -> None:
    first = client.get(f"{path}worker.js")
    publish(programme=move(make_programme(), "briefing-1", minutes=15))
    second = client.get(f"{path}worker.js")

    setups = [
        json.loads(one.content.decode().split("const SETUP = ")[1].split(";\n")[0]) for one in (first, second)
    ]
    assert first.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert "script-src 'self'" in first.headers["Content-Security-Policy"]
    assert {page.startswith(path) for page in setups[0]["pages"]} == {True}
    assert len({setup["cache"] for setup in setups}) == 2


def test_every_file_that_is_kept_is_there(client: Client, path: str) -> None:
    script = client.get(f"{path}worker.js").content.decode()
    setup = json.loads(script.split("const SETUP = ")[1].split(";\n")[0])

    answers = {
        name: client.get(name).status_code for name in [*setup["assets"], *setup["pages"], setup["copy"]]
    }

    assert set(answers.values()) == {200}


def test_the_copy_holds_every_day_and_is_the_same_until_something_changes(client: Client, path: str) -> None:
    first = client.get(f"{path}copy/")
    set_clock(NOW + timedelta(days=1))
    second = client.get(f"{path}copy/", headers={"If-None-Match": first.headers["ETag"]})

    page = text(client, f"{path}copy/")
    assert findall(r'data-date="([^"]*)"', page) == [
        "2025-05-18",
        "2025-05-19",
        "2025-05-20",
        "2025-05-21",
        "2025-05-22",
    ]
    assert second.status_code == 304
    assert second.headers["Geleit-Present"].startswith("2025-05-20T12:00:0")


def test_pages_are_private_compressed_and_for_no_search_engine(client: Client, path: str) -> None:
    answer = client.get(path, headers={"Accept-Encoding": "br"})

    names = ("Cache-Control", "Content-Encoding", "X-Robots-Tag")
    assert [answer.headers[name] for name in names] == ["private, no-cache", "br", "noindex"]
    assert PersonalLink.objects.get().used_count == 1
