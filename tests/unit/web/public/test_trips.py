import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from geleit.domain.dates import DateSpan
from geleit.domain.text import Text
from geleit.services.demo_clock import set_demo_clock
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.machine_clock import machine_now
from tests.factories import make_trip
from tests.unit.web.public.leaks import leaky_trip
from tests.unit.web.publishing import PUBLISHED_AT, publish

pytestmark = pytest.mark.django_db


def keys(page: str) -> list[str]:
    return re.findall(r'<h2><a href="/\w\w/trips/([\w-]+)/"', page)


def test_it_lists_published_trips_alone(client: Client) -> None:
    publish(make_trip(id="one"))
    import_trip(trip=make_trip(id="two"), by=SYSTEM, now=PUBLISHED_AT)

    assert keys(client.get("/de/").content.decode()) == ["one"]


def test_trips_one_can_apply_for_come_first(client: Client) -> None:
    publish(leaky_trip())
    publish(make_trip(id="open"))
    shows = datetime(2025, 4, 1, 10, tzinfo=UTC)
    set_demo_clock(shows=shows, machine_now=machine_now(), by=SYSTEM)

    page = client.get("/de/").content.decode()

    assert keys(page) == ["open", "tiny"]
    assert "Die Frist ist vorbei" in page


def test_a_trip_that_has_ended_says_so(client: Client) -> None:
    publish()
    shows = datetime(2025, 6, 1, 10, tzinfo=UTC)
    set_demo_clock(shows=shows, machine_now=machine_now(), by=SYSTEM)

    assert "Reise beendet" in client.get("/de/").content.decode()


def test_a_trip_without_the_readers_language_is_listed_in_its_own_and_says_so(client: Client) -> None:
    publish(make_trip(languages=("de", "en")))

    page = client.get("/zh/").content.decode()

    assert 'lang="en-GB"' in page
    assert "本行程页面仅有英文版。" in page


def test_without_a_trip_it_says_what_will_be_here(client: Client) -> None:
    assert "Noch keine Reise" in client.get("/de/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_its_queries_do_not_grow_with_the_trips(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        publish(make_trip(id=f"trip-{number}", title=Text.of(f"Reise {number}")))
    client.get("/de/")

    with django_assert_num_queries(3):
        client.get("/de/")


@pytest.mark.parametrize(
    ("header", "location"), [("zh-CN", "/zh/"), ("en", "/en/"), ("fr", "/de/"), ("", "/de/")]
)
def test_the_top_leads_to_the_readers_language(client: Client, header: str, location: str) -> None:
    response = client.get("/", headers={"accept-language": header})

    assert (response.status_code, response.headers["Location"]) == (302, location)


def test_search_engines_find_every_public_page_and_nothing_else(client: Client) -> None:
    publish(leaky_trip())

    site = client.get("/sitemap.xml")
    robots = client.get("/robots.txt").content.decode()

    addresses = re.findall(r"<loc>http://127.0.0.1:8000(.*?)</loc>", site.content.decode())
    assert [client.get(address).status_code for address in addresses] == [200] * len(addresses)
    assert len(addresses) == 3 + 3 * (1 + 6)
    assert site.headers["Content-Type"] == "application/xml"
    assert "Disallow: /\n" in robots


def test_a_trip_in_the_far_past_is_listed_last(client: Client) -> None:
    publish(make_trip(id="b"))
    publish(make_trip(id="a", dates=DateSpan.parse("2025-05-18", "2025-05-23")))

    assert keys(client.get("/de/").content.decode()) == ["a", "b"]
