"""Rows of lists: written as people write them, recognised, matched, and told what is wrong with them."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from geleit.domain.kinds import HostKind, ItemKind, Role
from geleit.domain.people import Wish
from geleit.domain.trip import Trip
from geleit.tripfile.lists import (
    KEYS,
    Edited,
    ListKey,
    Row,
    apply_rows,
    cell_texts,
    list_columns,
    list_workbook,
    read_table,
    text_of_workbook,
)
from geleit.tripfile.lists.faults import Tongue
from geleit.tripfile.workbook import write_workbook
from tests.factories import make_trip
from tests.unit.web.organiser.people import hosted_trip


def pasted(text: str, key: ListKey, lang: Tongue = "en", trip: Trip | None = None) -> Edited:
    """Return what a pasted text does to the tiny trip."""
    known = trip or hosted_trip()
    table = read_table(text, key, list_columns(key, known.languages), lang)
    assert table.faults == ()
    return apply_rows(known, key, table.rows, lang)


def told(edited: Edited) -> list[tuple[int, str, str, str]]:
    """Return what is wrong: line, column, message, fix."""
    return [(one.row, one.column.key if one.column else "", one.message, one.fix) for one in edited.faults]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_a_list_written_down_and_read_back_changes_nothing(key: ListKey, lang: Tongue) -> None:
    trip = hosted_trip()
    rows = [Row(0, cells, id=own) for own, cells in cell_texts(trip, key, lang).items()]

    edited = apply_rows(trip, key, rows, lang)

    assert edited.trip == trip
    assert [change for change in edited.changes if change.cells] == []


@pytest.mark.parametrize("key", KEYS)
def test_a_workbook_of_a_list_reads_back_the_same(key: ListKey) -> None:
    trip = hosted_trip()
    content = list_workbook(trip, key, [member.id for member in getattr(trip, key)])

    edited = pasted(text_of_workbook(content, key, trip.languages), key, trip=trip)

    assert edited.trip == trip


def test_the_trips_own_workbook_names_organisations_and_joins_wishes() -> None:
    trip, out = make_trip(), BytesIO()
    write_workbook(trip, out)  # type: ignore[arg-type] # openpyxl saves into a stream just as well

    edited = pasted(text_of_workbook(out.getvalue(), "delegates", trip.languages), "delegates", trip=trip)

    assert edited.trip == trip


def test_a_sheet_of_ones_own_is_found_by_its_headings() -> None:
    book = Workbook()
    book.worksheets[0].append(["nothing", "here"])
    page = book.create_sheet("Liste 2")
    page.append(["Reise nach Westen"])
    page.append(["Name", "Rolle", "Firma"])
    page.append(["Nora Neu", "Wirtschaft", "Neu GmbH"])
    out = BytesIO()
    book.save(out)

    edited = pasted(text_of_workbook(out.getvalue(), "delegates", ("de", "en")), "delegates", "de")

    assert edited.trip is not None
    assert (edited.trip.delegate_by_id["nora-neu"].role, edited.trip.organisations[-1].id) == (
        Role.BUSINESS,
        "neu-gmbh",
    )


def test_german_and_english_headings_make_the_same_host() -> None:
    german = pasted("Gastgeber\tArt\tSprachen\nWerft\tUnternehmen\tde, en\n", "hosts", "de").trip
    english = pasted("Host,Kind,Languages\nWerft,company,en;de\n", "hosts").trip

    assert german == english
    assert german is not None
    assert german.host_by_id["werft"].kind is HostKind.COMPANY


def test_a_new_item_without_a_place_is_at_the_stations_base_and_says_so() -> None:
    station = make_trip().stations[0]
    name = str(station.name)

    trip = pasted(f"Title\tKind\tStation\tDuration\nPort tour\texcursion\t{name}\t90\n", "items").trip

    assert trip is not None
    item = trip.item_by_id["port-tour"]
    assert (item.kind, item.place, item.assumed) == (ItemKind.EXCURSION, station.base, frozenset({"place"}))


def test_a_row_is_matched_by_its_name_and_changes_only_its_columns() -> None:
    before = hosted_trip().item_by_id["acme"]

    edited = pasted(f"Title\tDuration\n{before.title}\t35\n", "items")

    assert edited.trip is not None
    (change,) = edited.changes
    assert (change.id, change.is_new) == ("acme", False)
    assert [(column.key, old, new) for column, old, new in change.cells] == [
        ("duration_min", str(before.duration_min), "35")
    ]


def test_wishes_are_items_by_name_with_a_strength() -> None:
    acme = hosted_trip().item_by_id["acme"].title

    trip = pasted(f"Name\tRole\tWishes\nNora\tbusiness\t{acme} 5; beta\n", "delegates").trip

    assert trip is not None
    assert trip.delegate_by_id["nora"].wishes == (
        Wish(item="acme", strength=5),
        Wish(item="beta", strength=3),
    )


def test_every_fault_names_line_column_value_and_fix() -> None:
    station = str(make_trip().stations[0].name)
    text = f"Title\tKind\tStation\tDuration (min)\nOne\tcompany visitt\t{station}x\t1 h\n\nTwo\tdinner\t{station}\t0\n"

    assert told(pasted(text, "items")) == [
        (2, "kind", "“company visitt” is not among the choices", "Did you mean “company visit”?"),
        (2, "station", f"There is no “{station}x” in this trip", f"Did you mean “{station}”?"),
        (
            2,
            "duration_min",
            "“1 h” is no fitting whole number",
            "Digits only, such as 90. Minutes of one session.",
        ),
        (4, "duration_min", "“Duration (min)” is empty", "Please fill it in."),
    ]


def test_a_value_out_of_range_is_told_in_german() -> None:
    acme = hosted_trip().item_by_id["acme"].title

    assert told(pasted(f"Titel\tGewicht\n{acme}\t9\n", "items", "de")) == [
        (2, "weight", "„9“ ist keine passende ganze Zahl", "Nur Ziffern, zum Beispiel 90. 0 bis 5.")
    ]


def test_the_same_row_twice_is_told() -> None:
    assert told(pasted("Name\tKind\nWerft\tcompany\nwerft\tcompany\n", "hosts")) == [
        (3, "", "This line means the same as line 2: werft", "Delete or rename one of the two.")
    ]


def test_a_required_cell_that_is_missing_is_told_once() -> None:
    assert told(pasted("Name\tRolle\nNora\t\n", "delegates", "de")) == [
        (2, "role", "„Rolle“ ist leer", "Bitte ausfüllen.")
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nothing here\tat all\n1\t2\n", "The first lines hold no headings that are known"),
        ("", "The first lines hold no headings that are known"),
        ("Name\tRole\n", "There is no line below the headings"),
        ("Name\tName\nA\tB\n", "The column “Name” stands there twice"),
        ("Name\n" + "A\n" * 1100, "The text has more than 1000 lines"),
    ],
)
def test_a_text_that_is_no_table_is_told(text: str, message: str) -> None:
    table = read_table(text, "delegates", list_columns("delegates", ("de", "en")), "en")

    assert [fault.message for fault in table.faults] == [message]


def test_a_column_that_is_not_read_is_a_warning_with_the_nearest() -> None:
    table = read_table(
        "Name\tRoles\nA\tbusiness\n", "delegates", list_columns("delegates", ("de", "en")), "en"
    )

    assert [(one.message, one.fix) for one in table.warnings] == [
        ("The column “Roles” is not read", "Did you mean “role”?")
    ]


def test_first_and_last_names_are_joined_in_that_order() -> None:
    trip = pasted("Last name\tFirst name\tRole\nMuster\tMaria\tbusiness\n", "delegates").trip

    assert trip is not None
    assert trip.delegate_by_id["maria-muster"].name == "Maria Muster"
