"""The organiser's workbook: real dates and times, every person and session, text that stays text."""

import io
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from geleit.documents.workbook import render_workbook
from geleit.domain.hosts import HostRequest
from geleit.domain.status import RequestStatus
from geleit.domain.text import LANGUAGES, Language, Text
from geleit.domain.trip import Trip
from tests.factories import change_delegate, change_item, make_programme, make_trip

NOW = datetime(2025, 4, 1, 9, 30, tzinfo=UTC)
PROGRAMME = make_programme()


def book(trip: Trip | None = None, lang: Language = "de", **changes: Any) -> Workbook:
    written = render_workbook(trip or make_trip(), replace(PROGRAMME, **changes), lang, now=NOW)
    return load_workbook(io.BytesIO(written))


def rows(workbook: Workbook, sheet: str) -> list[dict[str, Any]]:
    head, *body = workbook[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def test_the_sheets_stand_in_the_order_of_use() -> None:
    assert book().sheetnames == [
        "Programm",
        "Personen nach Termin",
        "Matrix",
        "Transfers",
        "Gruppen",
        "Nicht untergebracht",
        "Annahmen",
        "Legende",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_workbook_speaks_every_language(lang: Language) -> None:
    assert len(book(lang=lang).sheetnames) == 8


def test_times_are_real_local_times_with_their_zone_beside_them() -> None:
    acme = next(row for row in rows(book(), "Programm") if row["Programmpunkt"] == "Acme")

    assert (acme["Datum"], acme["Beginn"], acme["Ende"], acme["Zeitzone"]) == (
        datetime(2025, 5, 19),  # noqa: DTZ001 # a workbook's dates have no zone
        time(13, 40),
        time(15, 10),
        "America/New_York",
    )


def test_a_leg_ends_on_the_clock_of_the_place_it_reaches() -> None:
    flight = rows(book(), "Programm")[0]

    assert (flight["Beginn"], flight["Ende"], flight["Zeitzone"]) == (
        time(13, 5),
        time(17, 55),
        "Europe/Berlin → America/New_York",
    )


def test_a_status_is_glyph_and_word_on_its_own_tint() -> None:
    trip = change_item(make_trip(), "acme", request=HostRequest(status=RequestStatus.CONFIRMED))
    trip = change_item(trip, "beta", request=HostRequest(status=RequestStatus.IN_CLARIFICATION))

    sheet = book(trip)["Programm"]

    said = {row[6].value: (row[5].value, row[5].fill.fgColor.rgb) for row in sheet.iter_rows(min_row=2)}
    assert said["Acme"] == ("✔ zugesagt", "FFECF5ED")
    assert said["Beta"] == ("◌? in Klärung", "FFFFF6E5")


def test_every_attendance_is_a_row_with_the_bus() -> None:
    found = rows(book(), "Personen nach Termin")

    anna = [(row["Programmpunkt"], row["Gruppe"], row["ab"]) for row in found if row["Name"] == "Anna"]
    assert len(found) == sum(len(session.attendees) for session in PROGRAMME.sessions)
    assert anna[2:] == [
        ("Acme", "1", time(13, 0)),
        ("Beta", "1", time(15, 15)),
        ("Talk", "1", time(9, 20)),
        ("University", "1", time(9, 30)),
    ]


def test_the_matrix_counts_people_and_sessions_by_formula() -> None:
    sheet = book()["Matrix"]

    marks = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, min_col=4)]
    people, sessions = len(make_trip().delegates), len(PROGRAMME.sessions)
    assert sum(row[:sessions].count("●") for row in marks[:people]) == sum(
        len(session.attendees) for session in PROGRAMME.sessions
    )
    assert marks[0][sessions] == "=COUNTA(D2:K2)"
    assert marks[people][0] == "=COUNTA(D2:D7)"


def test_transfers_and_groups_are_complete() -> None:
    workbook = book()

    rides = rows(workbook, "Transfers")
    groups = rows(workbook, "Gruppen")
    assert {(ride["von"], ride["nach"], ride["Minuten"]) for ride in rides if ride["Gruppen"] == "1, 2"} == {
        ("Hotel-New-York", "University", 20),
        ("University", "Hotel-New-York", 20),
    }
    assert [(row["Abschnitt"], row["Gruppe"], row["Personen"], row["Begleitung"]) for row in groups[:2]] == [
        ("Nachmittag", "1", 3, "Gina"),
        ("Nachmittag", "2", 3, "Ines"),
    ]


def test_what_found_no_place_says_why() -> None:
    assert [
        (row["Programmpunkt"], bool(row["Warum nicht"])) for row in rows(book(), "Nicht untergebracht")
    ] == [("Gamma", True)]


def test_assumptions_are_listed_by_field() -> None:
    trip = change_item(make_trip(), "acme", assumed=frozenset({"windows", "duration_min"}))

    assert rows(book(trip), "Annahmen") == [
        {"Was": "Programmpunkt", "Name": "Acme", "Annahmen (Felder)": "duration_min, windows"}
    ]


def test_tables_have_frozen_heads_filters_and_a_page() -> None:
    for sheet in book().worksheets[:-1]:
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref is not None
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize("evil", ["=1+1", "+49 361", "-x", "@SUM(A1)", '=HYPERLINK("x")'])
def test_text_never_becomes_a_formula(evil: str) -> None:
    trip = change_delegate(make_trip(), "anna", name=evil)

    cell = next(
        row[0] for row in book(trip)["Personen nach Termin"].iter_rows(min_row=2) if row[0].value == evil
    )

    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@settings(max_examples=10)
@given(st.text(max_size=40))
def test_any_name_can_be_written(name: str) -> None:
    trip = change_item(make_trip(), "acme", title=Text.of(name or "Acme"))

    assert len(rows(book(trip), "Programm")) == len(rows(book(), "Programm"))


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (render_workbook(make_trip(), PROGRAMME, "de", now=NOW) for _ in range(2))

    assert first == second
    assert load_workbook(io.BytesIO(first)).properties.modified == NOW.replace(tzinfo=None)


def test_an_empty_programme_makes_a_workbook() -> None:
    empty = book(sessions=(), groups=(), transfers=(), meals=(), legs=(), unplaced=())

    assert [
        len(rows(empty, sheet)) for sheet in ("Programm", "Transfers", "Gruppen", "Nicht untergebracht")
    ] == [0] * 4
