"""The commands `export-xlsx` and `import-xlsx`."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from geleit.tripfile import load_trip
from tests.unit.cli.conftest import Run


def cell_beside(book: Workbook, known: str, value: str) -> Cell:
    """Return the cell of a value in the first row that holds another."""
    rows = [
        row for page in book.worksheets for row in page.iter_rows() if known in [cell.value for cell in row]
    ]
    return next(cell for cell in rows[0] if cell.value == value and isinstance(cell, Cell))


@pytest.fixture
def workbook(run: Run, trip: Path, tmp_path: Path) -> Path:
    """Give the trip's workbook, in which one delegate has another name."""
    file = tmp_path / "lists.xlsx"
    assert run("export-xlsx", trip, file).exit_code == 0
    book = load_workbook(file)
    cell_beside(book, "Anna Muster", "Anna Muster").value = "Anna Beispiel"
    book.save(file)
    return file


def test_unchanged_workbook_changes_nothing(run: Run, trip: Path, tmp_path: Path) -> None:
    run("export-xlsx", trip, tmp_path / "lists.xlsx")
    before = (trip / "trip.yaml").read_bytes()

    result = run("import-xlsx", trip, tmp_path / "lists.xlsx")

    assert (result.exit_code, result.stdout) == (0, "Nothing to change.\n")
    assert (trip / "trip.yaml").read_bytes() == before


def test_dry_run_shows_and_changes_nothing(run: Run, trip: Path, workbook: Path) -> None:
    before = (trip / "trip.yaml").read_bytes()

    result = run("import-xlsx", trip, workbook, "--dry-run")

    shown = "~ delegates / d-1 / name: Anna Muster -> Anna Beispiel\n1 change.\n"
    assert (result.exit_code, result.stdout, (trip / "trip.yaml").read_bytes()) == (0, shown, before)


def test_import_changes_the_one_line(run: Run, trip: Path, workbook: Path) -> None:
    before = (trip / "trip.yaml").read_text("utf-8")

    result = run("import-xlsx", trip, workbook)

    after = (trip / "trip.yaml").read_text("utf-8")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, f"Written: {trip / 'trip.yaml'}")
    assert after == before.replace("Anna Muster", "Anna Beispiel")
    assert load_trip(trip).delegate_by_id["d-1"].name == "Anna Beispiel"


def test_bad_cell_is_told_and_nothing_changes(run: Run, trip: Path, workbook: Path) -> None:
    book = load_workbook(workbook)
    cell_beside(book, "Dieter Muster", "sample-optics").value = "sample-optic"
    book.save(workbook)
    before = (trip / "trip.yaml").read_bytes()

    result = run("import-xlsx", trip, workbook)

    assert (result.exit_code, result.stdout, (trip / "trip.yaml").read_bytes()) == (2, "", before)
    assert "did you mean 'sample-optics'?" in result.stderr


def test_what_is_no_workbook_is_told(run: Run, trip: Path) -> None:
    result = run("import-xlsx", trip, trip / "trip.yaml")

    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, "1 thing to put right.")


def test_export_wants_the_right_ending(run: Run, trip: Path, tmp_path: Path) -> None:
    result = run("export-xlsx", trip, tmp_path / "lists.csv")

    told = f"Error: {tmp_path / 'lists.csv'} does not end in .xlsx. For example: lists.xlsx.\n"
    assert (result.exit_code, result.stderr, (tmp_path / "lists.csv").exists()) == (2, told, False)
