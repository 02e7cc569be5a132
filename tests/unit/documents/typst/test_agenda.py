from dataclasses import replace
from datetime import UTC, datetime

import pytest

from geleit.documents.typst import agenda_pdf, agenda_pdfs
from geleit.documents.typst.agenda import _scale_percent
from geleit.domain.people import Group, Presence
from geleit.domain.programme import Programme
from geleit.domain.text import Language, Text
from geleit.domain.trip import Call, Trip
from tests.factories import change_delegate, change_item, instant, make_programme, make_trip
from tests.unit.documents.typst.pdf_reading import opened, outline_of, sizes_of, tags_of, text_of, xmp_of

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
EMPTY = Programme(trip="tiny", sessions=(), groups=(), transfers=(), meals=(), legs=(), unplaced=())


def agenda(
    person: str = "anna",
    trip: Trip | None = None,
    programme: Programme | None = None,
    lang: Language = "de",
) -> bytes:
    return agenda_pdf(trip or make_trip(), programme or make_programme(), person, lang, now=NOW)


def test_it_is_a5_so_that_four_pages_are_one_folded_sheet() -> None:
    assert sizes_of(agenda()) == {(148, 210)}


def test_it_keeps_the_standards_and_names_the_person() -> None:
    xmp = xmp_of(agenda())

    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "Persönliches Programm, Anna</rdf:li>" in xmp


def test_it_is_tagged_with_days_and_appointments_as_headings() -> None:
    document = opened(agenda())

    assert bool(document.Root.MarkInfo.Marked)
    tags = tags_of(agenda())
    assert (tags.count("/Title"), "/H1" in tags, "/H2" in tags) == (1, True, True)
    assert [title for title, _ in outline_of(agenda())] == [
        "Sonntag, 18. Mai 2025",
        "Montag, 19. Mai 2025",
        "Dienstag, 20. Mai 2025",
        "Mittwoch, 21. Mai 2025",
        "Donnerstag, 22. Mai 2025",
        "Ihre Hotels",
    ]


def test_it_holds_ones_own_appointments_with_bus_place_company_and_status() -> None:
    vehicles = tuple(
        Group(id=one.id, name=one.name, seats=4, vehicle=Text.of(f"Bus {one.id}"))
        for one in make_trip().groups
    )
    trip = change_item(
        make_trip(groups=vehicles), "acme", bring=Text.of("Reisepass"), dress=Text.of("Feste Schuhe")
    )

    text = text_of(agenda("bert", trip))

    assert (
        "15:50–17:20 voraussichtlich angefragt Acme, Durchgang 2 von 2 Bus 2 ab 15:15 Uhr, Beta-House, 15 min"
        in text
    )
    assert "Gruppe 2, Begleitung Ines" in text
    assert "10 min vorher am Eingang Mitnehmen: Reisepass Kleidung: Feste Schuhe" in text
    assert "Bus 2 ab 17:25 Uhr, 20 min zum Hotel" in text
    assert "Ministry" not in text  # only group 1 goes there


def test_it_says_when_somebody_joins() -> None:
    trip = change_delegate(make_trip(), "anna", presence=Presence(joins=instant("2025-05-19 12:00")))

    assert "reist zu: Montag, 19. Mai, 12:00 Uhr" in text_of(agenda(trip=trip))


def test_it_ends_with_hotels_and_whom_to_call() -> None:
    call = Call(contact_name="Jana Muster", contact_phone="+49 361 000 2025", contact_email="a@b.example")

    text = text_of(agenda(trip=make_trip(call=call)))

    assert "Ihre Hotels 1 Washington, 18. bis 20. Mai 2025°: Hotel-Washington" in text
    assert "Bei Fragen und im Notfall Jana Muster, +49 361 000 2025, a@b.example" in text


def test_who_has_much_to_do_gets_smaller_letters() -> None:
    assert [_scale_percent(entries) for entries in (0, 28, 29, 36, 37, 99)] == [100, 100, 94, 94, 88, 88]


def test_it_says_how_long_it_holds() -> None:
    text = text_of(agenda(programme=make_programme(version=3)))

    assert (
        "Stand 3, gedruckt am 1. März 2025. Stand 3 gilt, bis Stand 4 veröffentlicht ist. Seite 1 von" in text
    )


def test_it_holds_nobodys_wishes() -> None:
    assert "Gamma" not in text_of(agenda("bert"))  # wished for, without a session


def test_an_empty_one_says_so() -> None:
    trip = make_trip(stations=tuple(replace(one, dates=None) for one in make_trip().stations))

    assert "Für Sie ist noch nichts geplant." in text_of(agenda(trip=trip, programme=EMPTY))


@pytest.mark.parametrize(
    ("lang", "words"),
    [("de", "Persönliches Programm"), ("en", "Personal programme"), ("zh", "个人日程")],
    ids=["de", "en", "zh"],
)
def test_every_language_has_its_own(lang: Language, words: str) -> None:
    assert text_of(agenda(lang=lang)).startswith(words)


def test_american_times_break_before_to_alone() -> None:
    assert "1:40 pm to 3:10 pm" in text_of(agenda(lang="en"))


def test_everyone_gets_one_in_the_trips_order() -> None:
    made = dict(agenda_pdfs(make_trip(), make_programme(), "de", now=NOW))

    assert list(made) == ["head", "anna", "bert", "clara", "gina", "ines"]
    assert made["anna"] == agenda("anna")


def test_some_may_be_asked_for() -> None:
    made = dict(agenda_pdfs(make_trip(), make_programme(), "de", now=NOW, delegates=["ines", "bert"]))

    assert list(made) == ["ines", "bert"]


def test_nobody_of_that_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        agenda("nobody")
