"""What is next, today, and what has changed."""

from datetime import timedelta
from html import unescape
from re import findall, search

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from geleit.services.answer_as_delegate import acknowledge_version
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.save_part import save_part
from geleit.store.models import DelegatePage, PersonalLink
from tests.factories import change_item, instant, make_delegate, make_programme, make_trip, move
from tests.unit.web.delegate.visits import NOW, link_of, set_clock, text
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db


def next_of(page: str) -> tuple[str, str, str]:
    """Return title, time and countdown of the next appointment."""
    title = search(r'<h2 id="next-[^>]*>([^<]*)<', page)
    big = search(r'class="big">([^<]*?) ?<', page)
    count = search(r"data-count>([^<]*)<", page)
    assert title is not None
    assert big is not None
    assert count is not None
    return title[1], big[1], count[1]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("2025-05-19 08:00", ("Briefing", "09:00", "Beginn in 60 Minuten")),
        ("2025-05-19 08:59", ("Briefing", "09:00", "Beginn in 1 Minute")),
        ("2025-05-19 09:14", ("Briefing", "09:00", "Beginn jetzt")),
        ("2025-05-19 12:20", ("Acme", "13:40", "Aufbruch in 40 Minuten")),
        ("2025-05-19 13:10", ("Acme", "13:40", "Beginn in 30 Minuten")),
        ("2025-05-15 07:05", ("Flug nach Washington", "13:05", "Beginn in 3 Tagen")),
        ("2025-05-17 09:05", ("Flug nach Washington", "13:05", "Beginn in 22 Stunden")),
    ],
)
def test_the_next_appointment_is_the_first_that_one_has_to_be_on_time_for(
    client: Client, clock: str, expected: tuple[str, str, str]
) -> None:
    trip = publish().trip
    path = link_of(trip)
    set_clock(instant(clock))

    found = next_of(text(client, path))

    assert (found[1], found[2].split(" ", 1)[1]) == (expected[1], expected[2].split(" ", 1)[1])


def test_today_is_the_day_on_the_stations_own_clock_which_is_named(client: Client) -> None:
    path = link_of(publish().trip)
    set_clock(instant("2025-05-19 23:30"))

    page = text(client, path)

    assert findall(r'<h2 id="td">([^<]*)<', page) == ["Heute, Montag, 19. Mai"]
    assert findall(r'class="ag-tz">.*?<span>([^<]*)</span>', page) == [
        "Ortszeit Washington (EDT, UTC−4). Zu Hause ist es 6 Stunden später. Gruppe 1."
    ]


def test_what_is_over_is_marked_and_what_is_next_too(client: Client) -> None:
    path = link_of(publish().trip)
    set_clock(instant("2025-05-19 11:10"))

    page = text(client, path)
    rows = findall(r'<li class="ag-it" [^>]*data-entry="([^"]*)"[^>]*?( data-past)?( data-next)?>', page)

    assert [(entry.split("-")[0], bool(past), bool(is_next)) for entry, past, is_next in rows][:2] == [
        ("briefing", True, False),
        ("hotel", False, False),
    ]
    assert [bool(one[2]) for one in rows].count(True) == 1


def test_after_the_trip_nothing_is_ahead(client: Client) -> None:
    path = link_of(publish().trip)
    set_clock(instant("2025-05-24 09:00"))

    page = text(client, path, "en")

    assert "Nothing more ahead" in page
    assert 'class="ag-next"' not in page


def test_without_a_programme_the_page_says_so_and_leads_to_the_wishes(client: Client) -> None:
    path = link_of(import_trip(trip=make_trip(), by=SYSTEM, now=NOW))
    set_clock(NOW)

    page = text(client, path)

    assert "Noch kein Programm für Sie" in page
    assert f'href="{path}wishes/"' in page


def test_a_moved_appointment_is_told_with_both_times_until_it_is_acknowledged(client: Client) -> None:
    trip = publish().trip
    path = link_of(trip)
    publish(programme=move(make_programme(), "briefing-1", minutes=15))
    set_clock(NOW)

    before = text(client, path)
    sent = client.post(f"{path}acknowledge/", {"version": "2"})
    after = text(client, path)

    assert unescape(search(r'<div class="ag-one">.*?</h2>', before, 16)[0].split("<span>")[1]) == (  # type: ignore[index] # there is one
        "Geändert: 09:15 Uhr statt <del>09:00 Uhr</del></span></h2>"
    )
    assert (sent.status_code, sent.headers["Location"]) == (302, f"{path}?done=acknowledged")
    assert "ag-chg" not in after
    assert DelegatePage.objects.get().known_version == 2


def test_a_new_version_that_leaves_ones_own_day_as_it_was_says_so(client: Client) -> None:
    trip = publish().trip
    path = link_of(trip, "clara")
    publish(programme=make_programme())
    set_clock(NOW)

    assert "An Ihren Terminen ändert sich nichts." in text(client, path)


def test_an_acknowledgement_sent_late_leaves_a_newer_version_to_be_read(client: Client) -> None:
    trip = publish().trip
    path = link_of(trip)
    for minutes in (15, 30):
        publish(programme=move(make_programme(), "briefing-1", minutes=minutes))
    set_clock(NOW)

    answer = client.post(f"{path}acknowledge/", {"version": "2"}, headers={"Accept": "application/json"})

    assert answer.json() == {"version": 2}
    assert "Geändert: 09:30 Uhr statt" in text(client, path)


@pytest.mark.parametrize("version", ["", "99", "1 or 1", "²", "9" * 30])
def test_a_version_that_there_is_not_cannot_be_acknowledged(client: Client, version: str) -> None:
    path = link_of(publish().trip)
    set_clock(NOW)

    assert client.post(f"{path}acknowledge/", {"version": version}).status_code == 400
    assert DelegatePage.objects.get().known_version == 1


def test_an_older_version_than_the_known_one_is_no_news() -> None:
    trip = publish().trip
    publish(programme=move(make_programme(), "briefing-1", minutes=15))
    args = {"trip": trip.key, "delegate": "anna", "by": SYSTEM, "now": NOW}

    found = [acknowledge_version(number=number, **args) for number in (2, 1, 2)]  # type: ignore[arg-type] # named above

    assert found == [True, False, False]


@pytest.mark.parametrize("state", ["unknown", "expired", "revoked"])
@pytest.mark.parametrize(
    "name", ["", "copy/", "trip/", "people/", "wishes/", "help/", "worker.js", "programme.pdf"]
)
def test_a_link_that_opens_nothing_is_answered_the_same_whatever_the_reason(
    client: Client, state: str, name: str
) -> None:
    path = link_of(publish().trip)
    set_clock(NOW + timedelta(days=400 if state == "expired" else 0))
    if state == "unknown":
        path = f"{path[:-2]}/"
    if state == "revoked":
        PersonalLink.objects.update(revoked_at=NOW)

    answer = client.get(f"{path}{name}", headers={"Accept-Language": "en"})

    assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "no-store")
    assert "Anna" not in answer.content.decode()


def test_a_person_who_joined_after_the_programme_was_published_has_none_yet(client: Client) -> None:
    trip = publish().trip
    save_part(key=trip.key, value=make_delegate("dora"), by=SYSTEM, now=NOW, expected_version=None)
    path = link_of(trip, "dora")
    set_clock(NOW)

    assert "Noch kein Programm für Sie" in text(client, path)


def test_a_page_of_today_asks_the_store_two_things(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    path = link_of(publish().trip)
    set_clock(NOW)
    text(client, path)

    with django_assert_num_queries(2):
        text(client, path)


def test_what_others_do_and_wish_is_on_no_page_of_ones_own(client: Client) -> None:
    trip = change_item(make_trip(), "beta", title=make_trip().title.of("Geheim bei Beta"))
    path = link_of(publish(trip).trip, "head")
    set_clock(NOW)
    mine = {"head", "Head"}

    pages = {name: text(client, f"{path}{name}") for name in ("", "copy/", "trip/", "people/", "help/")}

    others = {"Anna", "Bert", "Clara", "Ines"} - mine
    assert {(name, other) for name, page in pages.items() for other in others if other in page} == set()
