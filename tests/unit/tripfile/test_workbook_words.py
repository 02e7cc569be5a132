"""What is wrong with a workbook is said in German and English."""

from pathlib import Path
from string import Formatter

import pytest
from openpyxl import Workbook, load_workbook

from geleit.tripfile import TripFileError
from geleit.tripfile.document import TripDocument
from geleit.tripfile.workbook import import_workbook, read_workbook, write_workbook
from geleit.tripfile.workbook.words import WORKBOOK_WORDS, wording
from tests.factories import make_trip

TRIPS = Path(__file__).parents[3] / "trips"


def places(told: tuple[str, str]) -> set[str]:
    return {name for part in told for _, name, _, _ in Formatter().parse(part) if name}


@pytest.mark.parametrize("code", WORKBOOK_WORDS)
def test_both_languages_name_the_same_values(code: str) -> None:
    german, english = WORKBOOK_WORDS[code]

    assert places(german) == places(english)
    assert german[0] != english[0]
    assert bool(german[1]) == bool(english[1])


def test_a_fix_without_its_value_is_left_out() -> None:
    told = wording("column_unread", name="Telefon", near="")

    assert (told.fix, told.german) == ("", ("die Spalte „Telefon“ wird nicht gelesen", ""))


def test_cells_are_told_in_german(tmp_path: Path) -> None:
    path = tmp_path / "tiny.xlsx"
    write_workbook(make_trip(), path)
    book = load_workbook(path)
    book["Delegates"]["B3"], book["Delegates"]["A4"] = None, "anna"
    book["Items"]["P4"] = "high"
    book.save(path)

    with pytest.raises(TripFileError) as caught:
        read_workbook(path, make_trip())

    assert [problem.told("de") for problem in caught.value.problems] == [
        ("„Name“ ist in der Zeile „anna“ leer", "ausfüllen"),
        ("„anna“ steht hier ein zweites Mal, zuerst in A3", "eine der beiden umbenennen oder löschen"),
        ("Gewicht / Weight: „high“ ist keine ganze Zahl", "nur Ziffern schreiben"),
    ]


def test_what_the_trip_does_not_allow_is_told_in_german_too(tmp_path: Path) -> None:
    document = TripDocument.open(TRIPS / "usa-2025")
    path = tmp_path / "usa.xlsx"
    write_workbook(document.trip(), path)
    book = load_workbook(path)
    put(book, "Items", 5, Station="Bosten", Weight=9, Kind="visit")
    book.save(path)

    with pytest.raises(TripFileError) as caught:
        import_workbook(path, document)

    told = {problem.path[-1]: problem.told("de") for problem in caught.value.problems if problem.cell}
    assert all(problem.german[0] for problem in caught.value.problems if problem.cell)
    assert told["weight"] == ("„9“ ist keine passende ganze Zahl", "Nur Ziffern, zum Beispiel 90. 0 bis 5.")
    assert told["kind"][0] == "„visit“ gehört nicht zur Auswahl"


def put(book: Workbook, sheet: str, row: int, **values: object) -> None:
    for heading, value in values.items():
        column = next(cell.column for cell in book[sheet][1] if str(cell.value).endswith(heading))
        book[sheet].cell(row, column or 1).value = value  # type: ignore[assignment] # any value of a cell
