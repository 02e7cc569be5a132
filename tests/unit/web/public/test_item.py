import pytest
from django.test import Client

from tests.unit.web.public.leaks import leaky_trip
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db


def test_it_tells_time_host_and_how_sure_it_is(client: Client) -> None:
    publish(leaky_trip())

    page = client.get("/de/trips/tiny/items/acme/").content.decode()

    told = (
        "Besuch bei Acme",
        "Montag, 19. Mai",
        "13:40",
        "voraussichtlich",
        "Offenes Haus",
        "angefragt",
        "Washington",
    )
    assert [words for words in told if words not in page] == []


def test_sessions_side_by_side_are_told_once(client: Client) -> None:
    publish(leaky_trip())

    page = client.get("/de/trips/tiny/items/university/").content.decode()

    assert page.count("Mittwoch, 21. Mai") == 1


def test_it_leads_to_the_other_items_of_its_station_and_back(client: Client) -> None:
    publish(leaky_trip())

    page = client.get("/de/trips/tiny/items/acme/").content.decode()

    links = ("/de/trips/tiny/items/briefing/", "/de/trips/tiny/#programme")
    assert [link for link in links if f'href="{link}"' not in page] == []
    assert 'href="/de/trips/tiny/items/beta/"' not in page


def test_an_item_of_another_trip_is_not_found(client: Client) -> None:
    publish(leaky_trip())

    assert client.get("/de/trips/other/items/acme/").status_code == 404
