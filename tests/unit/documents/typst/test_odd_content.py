"""Whatever stands in a trip, documents come out."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geleit.documents.typst import UNDRAWN, agenda_pdf, agenda_pdfs, booklet_pdf
from geleit.documents.view import Audience
from geleit.domain.hosts import Host
from geleit.domain.kinds import HostKind
from geleit.domain.people import Group
from geleit.domain.text import Text
from geleit.domain.trip import Note, Station, Trip
from tests.factories import change_delegate, make_delegate, make_item, make_programme, make_trip
from tests.unit.documents.typst.pdf_reading import pages_of, text_of

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
ANY_TEXT = st.text(st.characters(codec=None), max_size=40)


def booklet(trip: Trip, audience: Audience = Audience.DELEGATION) -> bytes:
    return booklet_pdf(trip, make_programme(), "de", audience, now=NOW)


def everywhere(words: str) -> Trip:
    """Return a trip in which these words stand in every kind of place."""
    trip, text = make_trip(), Text.of(words)
    return replace(
        trip,
        title=text,
        subtitle=text,
        motto=text,
        intro=text,
        demonstration=text,
        stations=tuple(replace(one, name=text, description=text) for one in trip.stations),
        places=tuple(replace(one, name=text, address=words) for one in trip.places),
        groups=tuple(replace(one, name=text, vehicle=text) for one in trip.groups),
        items=tuple(replace(one, title=text, description=text, dress=text, bring=text) for one in trip.items),
        delegates=tuple(replace(one, name=words, function=text, profile=text) for one in trip.delegates),
        sectors=tuple(replace(one, name=text) for one in trip.sectors),
        notes=(Note(title=text, text=text),),
    )


def test_markup_is_text() -> None:
    words = (
        "#let x = $1$ *fett* _kursiv_ <marke> @verweis \\ `roh` [klammer] // kein Kommentar /* */ ~ -- ---"
    )

    text = text_of(booklet(everywhere(words)))

    assert words in text


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Przykład",
        "Nguyễn Văn Mẫu",
        "Ολυμπία",
        "Ольга Пример",
        "王示例",
        "김보기",
        "ตัวอย่าง",
        "नमूना",
        "მაგალითი",
    ],
)
def test_a_name_in_its_own_script_is_printed(name: str) -> None:
    trip = change_delegate(make_trip(), "anna", name=name)

    assert name in text_of(booklet(trip))


def test_what_no_font_draws_is_visibly_left_out() -> None:
    trip = change_delegate(make_trip(), "anna", name="ខ្មែរ Anna 🎉")

    assert f"{UNDRAWN} Anna {UNDRAWN}" in text_of(booklet(trip))


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(words=ANY_TEXT)
def test_no_text_breaks_a_document(words: str) -> None:
    trip = everywhere(words)

    assert len(pages_of(booklet(trip, Audience.ORGANISER))) >= 5
    assert len(pages_of(agenda_pdf(trip, make_programme(), "anna", "de", now=NOW))) >= 1


def test_a_very_long_title_leaves_the_footer_where_it_is() -> None:
    trip = make_trip(title=Text.of("Donaudampfschifffahrtsgesellschaftskapitän " * 12))

    pages = pages_of(booklet(trip))

    assert "Donaudampfschifffahrtsgesellschaftskapitän Donaudampfschiff…, Stand 1" in pages[1].replace(
        "- ", ""
    )


def test_a_text_longer_than_a_page_breaks() -> None:
    trip = make_trip()
    items = tuple(
        replace(one, description=Text.of("Satz um Satz um Satz. " * 400)) if one.id == "briefing" else one
        for one in trip.items
    )

    text = text_of(booklet(replace(trip, items=items)))

    assert text.count("Satz um Satz um Satz.") == 400


def test_five_hundred_delegates() -> None:
    people = tuple(make_delegate(f"p-{number}", name=f"Person {number:03}") for number in range(494))
    trip = replace(make_trip(), delegates=(*make_trip().delegates, *people))

    text = text_of(booklet(trip))

    assert [number for number in range(494) if f"Person {number:03}" not in text] == []


def test_nobody_gets_no_agenda() -> None:
    trip = make_trip(delegates=())

    assert (
        list(agenda_pdfs(trip, make_programme(sessions=(), groups=(), transfers=(), meals=()), "de", now=NOW))
        == []
    )


def test_sixty_hosts() -> None:
    hosts = tuple(
        Host(id=f"h-{n}", name=Text.of(f"Haus {n:02}"), kind=HostKind.COMPANY, place="acme-house")
        for n in range(60)
    )
    items = tuple(make_item(f"x-{n}", host=f"h-{n}") for n in range(60))

    text = text_of(booklet(make_trip(hosts=hosts, items=(*make_trip().items, *items))))

    assert [n for n in range(60) if f"Haus {n:02}" not in text] == []


def test_many_stations_stand_on_the_cover() -> None:
    more = tuple(Station(id=f"s-{n}", name=Text.of(f"Stadt {n}"), base="hotel-new-york") for n in range(12))

    cover = pages_of(booklet(make_trip(stations=(*make_trip().stations, *more))))[0]

    assert [n for n in range(12) if f"Stadt {n}" not in cover] == []


def test_everything_at_one_place() -> None:
    trip = make_trip(places=tuple(replace(one, lat=50.0, lon=10.0) for one in make_trip().places))

    assert len(pages_of(booklet(trip))) >= 7


@pytest.mark.parametrize("count", [0, 1, 5, 12])
def test_any_number_of_groups(count: int) -> None:
    groups = tuple(Group(id=str(n), name=Text.of(f"G {n}"), seats=9) for n in range(1, count + 1))
    programme = (
        make_programme() if count > 1 else make_programme(sessions=(), groups=(), transfers=(), meals=())
    )

    pdf = booklet_pdf(make_trip(groups=groups), programme, "en", now=NOW)

    assert len(pages_of(pdf)) >= 7
