"""The page of a trip: what it tells, in which languages, and what it never tells."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from geleit.domain.text import Text
from geleit.services.demo_clock import set_demo_clock
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.keep_draft import keep_draft
from geleit.services.machine_clock import machine_now
from tests.factories import change_item, make_programme, make_trip
from tests.unit.web.public.leaks import HIDDEN_ITEMS, SECRET, leaky_trip
from tests.unit.web.publishing import PUBLISHED_AT, publish

pytestmark = pytest.mark.django_db

PAGES = (
    "/{lang}/trips/tiny/",
    "/{lang}/trips/tiny/items/acme/",
    "/{lang}/trips/tiny/programme.ics",
    "/{lang}/trips/tiny/feed.xml",
    "/{lang}/",
    "/sitemap.xml",
    "/robots.txt",
)


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return str(response.content.decode())


def set_day(day: int, month: int) -> None:
    shows = datetime(2025, month, day, 10, tzinfo=UTC)
    set_demo_clock(shows=shows, machine_now=machine_now(), by=SYSTEM)


def test_it_tells_what_a_company_decides_by(client: Client) -> None:
    publish(leaky_trip())

    page = text_of(client, "/de/trips/tiny/")

    told = (
        "Kleine Reise",
        "18. bis 22. Mai 2025",
        "Washington",
        "New York",
        "Besuch bei Acme",
        "21. März 2025",
        "6 Plätze",
    )
    assert [words for words in told if words not in page] == []


@pytest.mark.parametrize("lang", ["de", "en", "zh"])
@pytest.mark.parametrize("address", PAGES)
def test_what_is_not_public_is_on_no_page(client: Client, address: str, lang: str) -> None:
    publish(leaky_trip())

    assert SECRET not in text_of(client, address.format(lang=lang))


@pytest.mark.parametrize("item", [*HIDDEN_ITEMS, "nothing"])
def test_an_item_that_is_not_public_has_no_page_just_as_one_that_does_not_exist(
    client: Client, item: str
) -> None:
    publish(leaky_trip())

    assert client.get(f"/de/trips/tiny/items/{item}/").status_code == 404


@pytest.mark.parametrize("address", PAGES[:4])
def test_an_older_version_never_leaks(client: Client, address: str) -> None:
    publish(change_item(make_trip(), "acme", title=Text.of("Überholter Besuch")), note="Überholte Notiz eins")
    older = text_of(client, address.format(lang="de"))
    publish(change_item(make_trip(), "acme", title=Text.of("Neuer Besuch")))

    page = text_of(client, address.format(lang="de"))

    assert "Überholter" not in page
    assert page != older


def test_changes_that_are_not_published_do_not_show(client: Client) -> None:
    publish()
    import_trip(trip=make_trip(title=Text.of("Noch geheim")), by=SYSTEM, now=PUBLISHED_AT, replace=True)

    assert "Noch geheim" not in text_of(client, "/de/trips/tiny/")


@pytest.mark.parametrize("address", PAGES[:4])
def test_a_trip_with_a_draft_alone_does_not_exist(client: Client, address: str) -> None:
    trip = make_trip()
    import_trip(trip=trip, by=SYSTEM, now=PUBLISHED_AT)
    keep_draft(trip=trip, programme=make_programme(), by=SYSTEM, now=PUBLISHED_AT)

    assert client.get(address.format(lang="de")).status_code == 404


@pytest.mark.parametrize("query", ["?version=1", "?number=1", "?v=1", "?draft=1", "?audience=organiser"])
def test_no_query_shows_more(client: Client, query: str) -> None:
    publish(change_item(make_trip(), "acme", title=Text.of("Überholter Besuch")))
    publish()

    assert text_of(client, f"/de/trips/tiny/{query}") == text_of(client, "/de/trips/tiny/")


def test_a_trip_has_pages_in_its_own_languages_alone(client: Client) -> None:
    publish(make_trip(languages=("de", "en")))

    found = [client.get(f"/{lang}/trips/tiny/").status_code for lang in ("de", "en", "zh", "fr")]

    assert found == [200, 200, 404, 404]


def test_every_language_names_all_of_them(client: Client) -> None:
    publish(leaky_trip())

    found = re.findall(
        r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', text_of(client, "/zh/trips/tiny/")
    )

    origin = "http://127.0.0.1:8000"
    assert found == [
        ("de", f"{origin}/de/trips/tiny/"),
        ("en-GB", f"{origin}/en/trips/tiny/"),
        ("zh-Hans", f"{origin}/zh/trips/tiny/"),
        ("x-default", f"{origin}/en/trips/tiny/"),
    ]


@pytest.mark.parametrize(
    ("day", "month", "says"),
    [
        (20, 3, "Bewerbung beginnen"),
        (21, 3, "Bewerbung beginnen"),
        (22, 3, "am 21. März 2025 abgelaufen"),
        (23, 5, "Reise beendet"),
    ],
)
def test_one_can_apply_up_to_the_end_of_the_last_day(client: Client, day: int, month: int, says: str) -> None:
    publish(leaky_trip())
    text_of(client, "/de/trips/tiny/")
    set_day(day, month)

    page = text_of(client, "/de/trips/tiny/")

    states = ("Bewerbung beginnen", "am 21. März 2025 abgelaufen", "Reise beendet")
    assert [words for words in states if words in page] == [says]


def test_a_page_is_sent_again_only_when_it_has_changed(client: Client) -> None:
    publish()
    first = client.get("/de/trips/tiny/")
    etag = first.headers["ETag"]

    again = client.get("/de/trips/tiny/", headers={"if-none-match": etag})
    publish(make_trip(title=Text.of("Andere Reise")))
    changed = client.get("/de/trips/tiny/", headers={"if-none-match": etag})

    assert (again.status_code, again.content, changed.status_code) == (304, b"", 200)


def test_a_theme_is_a_page_of_its_own(client: Client) -> None:
    publish()
    plain = client.get("/de/trips/tiny/")
    client.cookies["geleit-theme"] = "dark"

    dark = client.get("/de/trips/tiny/", headers={"if-none-match": plain.headers["ETag"]})

    assert dark.status_code == 200
    assert b'data-kern-theme="dark"' in dark.content
    assert dark.headers["Vary"] == "Accept-Encoding, Cookie"


def test_it_costs_one_query_and_one_for_the_clock(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish()
    set_day(1, 3)
    text_of(client, "/de/trips/tiny/")

    with django_assert_num_queries(1):
        text_of(client, "/de/trips/tiny/")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_can_only_be_read(client: Client, method: str) -> None:
    publish()

    assert getattr(client, method)("/de/trips/tiny/").status_code == 405


def test_machines_are_told_no_assumptions(client: Client) -> None:
    publish(replace(leaky_trip(), assumed=frozenset({"dates"})))

    page = text_of(client, "/en/trips/tiny/")

    told = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])
    assert (told["@type"], told["name"], told["inLanguage"]) == ("BusinessEvent", "Tiny trip", "en-GB")
    assert {"startDate", "endDate", "offers", "subEvent"} & told.keys() == set()


def test_machines_are_told_dates_no_surer_than_they_are(client: Client) -> None:
    publish(leaky_trip())

    page = text_of(client, "/en/trips/tiny/")

    told = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])
    assert (told["startDate"], told["endDate"]) == ("2025-05-18", "2025-05-22")
    assert [place["name"] for place in told["location"]] == ["Washington", "New York"]


def test_a_title_that_looks_like_markup_stays_a_title(client: Client) -> None:
    publish(make_trip(title=Text.of("</script><script>alert(1)</script>")))

    page = text_of(client, "/de/trips/tiny/")

    assert "<script>alert" not in page
    assert page.count("</script>") == 1


def test_there_is_no_inline_script_or_style(client: Client) -> None:
    publish(leaky_trip())

    page = text_of(client, "/de/trips/tiny/")

    assert re.findall(r"<style|<script(?! type=\"application/ld\+json\")| on[a-z]+=", page) == []
    assert "script-src 'self'" in client.get("/de/trips/tiny/").headers["Content-Security-Policy"]


def test_the_address_without_a_language_leads_to_the_readers(client: Client) -> None:
    publish(make_trip(languages=("de", "en")))

    response = client.get("/trips/tiny/", headers={"accept-language": "zh, en"})

    assert (response.status_code, response.headers["Location"]) == (302, "/en/trips/tiny/")
