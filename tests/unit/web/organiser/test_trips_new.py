"""Beginning a trip in the browser: the form, the search, what is wrong at its field."""

import re

import pytest
from django.test import Client

from geleit.services.search_places import search_places
from geleit.store.models import TripRow
from tests.unit.web.organiser.people import member, store

pytestmark = pytest.mark.django_db
ADDRESS = "/organise/new-trip/"
HANOI = search_places(name="Hanoi")[0].id
FORM = {
    "title": "Vietnam",
    "start": "7.3.2027",
    "end": "14.3.2027",
    "home": "Erfurt",
    "groups": "2",
    "seats": "20",
    "day": "07:00-23:00",
    "office": "9-17:30",
    "station": str(HANOI),
    "name": "Hanoi",
    "nights": "",
    "do": "create",
}


def chosen(page: str) -> list[tuple[str, str]]:
    """Return names and nights of the stations that a page has in its form."""
    names = re.findall(r'name="name" value="([^"]*)"', page)
    return list(zip(names, re.findall(r'name="nights" value="([^"]*)"', page), strict=True))


def test_a_search_keeps_the_form_and_offers_places(client: Client) -> None:
    client.force_login(member(store()))

    page = client.post(ADDRESS, {**FORM, "find": "Saigon", "do": "search"}).content.decode()

    assert "<b>Saigon</b> (Ho Chi Minh City)" in page
    assert 'value="Vietnam"' in page
    assert page.count('name="station"') == 1
    assert "<svg" in page


def test_a_place_is_added_moved_up_and_dropped(client: Client) -> None:
    client.force_login(member(store()))
    saigon = search_places(name="Saigon")[0].id

    two = {**FORM, "station": [HANOI, saigon], "name": ["Hanoi", "Saigon"], "nights": ["2", ""]}
    added = client.post(ADDRESS, {**FORM, "do": f"add:{saigon}:Saigon"})
    moved = client.post(ADDRESS, {**two, "do": "up:1"})
    dropped = client.post(ADDRESS, {**two, "do": "drop:0"})

    assert [chosen(page.content.decode()) for page in (added, moved, dropped)] == [
        [("Hanoi", ""), ("Saigon", "")],
        [("Saigon", ""), ("Hanoi", "2")],
        [("Saigon", "")],
    ]


def test_a_trip_is_created_and_leads_to_its_hosts(client: Client) -> None:
    client.force_login(member(store()))

    response = client.post(ADDRESS, FORM)

    assert (response.status_code, response.headers["Location"]) == (302, "/organise/vietnam/hosts/")
    page = client.get("/organise/vietnam/hosts/").content.decode()
    assert "Noch keine Gastgeber" in page
    assert "/organise/vietnam/hosts/paste/" in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": " "}, "Ein Titel fehlt."),
        ({"start": "31.6.2027"}, "„31.6.2027“ ist kein Datum."),
        ({"end": "1.3.2027"}, "Das Ende 1.3.2027 liegt vor dem Beginn 7.3.2027."),
        ({"end": "14.3.2028"}, "Die Reise dauert 374 Tage."),
        ({"end": "7.3.2027"}, "die Etappe „leg-2“ fährt spätestens"),
        ({"station": "7"}, "Noch keine Station."),
        ({"nights": "zwei"}, "„zwei“ geht nicht. Eine Zahl von 0 bis 99."),
        ({"home": "Qqqq"}, "„Qqqq“ steht nicht im Ortsverzeichnis."),
        ({"groups": "0"}, "„0“ geht nicht. Eine Zahl von 1 bis 12."),
        ({"day": "morgens"}, "„morgens“ ist keine Zeitspanne."),
        ({"do": "search", "country": "Vietnam"}, "„Vietnam“ ist kein Länderkürzel."),
        ({"do": "search", "find": "Qqqq"}, "Kein Ort beginnt mit „Qqqq“."),
    ],
)
def test_what_is_wrong_is_told_with_its_value(client: Client, changes: dict[str, str], words: str) -> None:
    client.force_login(member(store()))

    response = client.post(ADDRESS, {**FORM, **changes})

    assert words in response.content.decode()
    assert TripRow.objects.count() == 1


def test_a_copy_of_a_trip_leads_to_its_page(client: Client) -> None:
    client.force_login(member(store()))

    bad = client.post(
        "/organise/new-trip/copy/", {"source": "foreign", "title": "Again", "start": "17.5.2026"}
    )
    good = client.post("/organise/new-trip/copy/", {"source": "tiny", "title": "Again", "start": "17.5.2026"})

    assert bad.status_code == 400
    assert (good.status_code, good.headers["Location"]) == (302, "/organise/again/")


@pytest.mark.parametrize("role", ["partner", "reader"])
def test_partners_and_readers_get_no_form(client: Client, role: str) -> None:
    client.force_login(member(store(), role))

    assert [client.get(page).status_code for page in (ADDRESS, f"{ADDRESS}copy/")] == [403, 403]
    assert ADDRESS not in client.get("/organise/").content.decode()


def test_a_stranger_signs_in_first(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 302
