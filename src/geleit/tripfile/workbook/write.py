"""A trip as an XLSX workbook that organisers can work in."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from geleit.domain.trip import Trip
from geleit.tripfile.workbook.cells import CellValue, to_cell
from geleit.tripfile.workbook.columns import GUIDE_TITLE, LISTS_TITLE, SHEETS, CellKind, Column, Sheet
from geleit.tripfile.workbook.labels import LABELS
from geleit.tripfile.workbook.rows import Row, rows_of

_HEAD: Final = PatternFill("solid", fgColor="FFE8EDF2")
_NEEDED: Final = PatternFill("solid", fgColor="FFD3DEE8")
_BOLD: Final = Font(bold=True)
_TOP: Final = Alignment(vertical="top", wrap_text=True)
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
_SPARE_ROWS: Final = 300
_FORMATS: Final[Mapping[CellKind, str]] = {
    CellKind.DATE: "yyyy-mm-dd",
    CellKind.MOMENT: "yyyy-mm-dd hh:mm",
    CellKind.NUMBER: "0",
}


def write_workbook(trip: Trip, path: Path | str) -> None:
    """Write delegates, organisations, hosts, items and wishes of a trip as a workbook.

    Profiles, descriptions, contacts and everything else of the trip stay in the trip file; reading the workbook back
    leaves them as they are.

    Parameters
    ----------
    path
        Where the file goes; one that is there is replaced.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    lists = _lists(trip)
    for sheet in SHEETS:
        _write_sheet(book.create_sheet(sheet.title), sheet, trip, lists)
    _write_guide(book.create_sheet(GUIDE_TITLE))
    _write_lists(book.create_sheet(LISTS_TITLE), lists)
    book.save(path)


def _write_sheet(page: Worksheet, sheet: Sheet, trip: Trip, lists: Mapping[str, tuple[str, ...]]) -> None:
    rows = list(rows_of(trip, sheet))
    columns = [column for column in sheet.columns if _is_wanted(column, trip, [row for _, row in rows])]
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        head = page.cell(1, number, column.heading)
        head.font, head.alignment = _BOLD, _TOP
        head.fill = _NEEDED if column.is_required else _HEAD
        page.column_dimensions[letter].width = column.width
        for line, (_, row) in enumerate(rows, start=2):
            put(page.cell(line, number), to_cell(column, row[column]), column.kind)
        last = len(rows) + 1 + _SPARE_ROWS
        if column.kind in (CellKind.ID, CellKind.REF):
            for line in range(len(rows) + 2, last + 1):
                page.cell(line, number).number_format = "@"
        _restrict(page, column, f"{letter}2:{letter}{last}", lists)
    page.freeze_panes = "C2" if sheet.key != "wishes" else "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(2, len(rows) + 1)}"


def _is_wanted(column: Column, trip: Trip, rows: list[Row]) -> bool:
    """Whether a text's column has something to show or to fill in: one of the trip's languages, or a wording."""
    if column.kind is not CellKind.TEXT or column.language in trip.languages:
        return True
    is_name = column.path == ("name",) and not column.language
    return is_name or any(row[column] is not None for row in rows)


def put(cell: Cell | MergedCell, value: CellValue, kind: CellKind = CellKind.LINE) -> None:
    """Put a value in a cell so that Excel shows it as it is and runs nothing."""
    cell.value = value
    cell.alignment = _TOP
    if isinstance(value, str):
        cell.number_format = "@"
        cell.data_type = "s"  # whatever it begins with, it is no formula
        cell.quotePrefix = value.startswith(_RISKY)
    else:
        cell.number_format = _FORMATS.get(kind, "@" if kind is CellKind.ID else "General")


def _restrict(page: Worksheet, column: Column, area: str, lists: Mapping[str, tuple[str, ...]]) -> None:
    """Add Excel's list of what a cell may hold."""
    if column.choices is not None:
        rule = _choice_list(column.choices)
    elif column.kind is CellKind.REF and lists.get(column.refers_to):
        letter = get_column_letter(list(lists).index(column.refers_to) + 1)
        last = len(lists[column.refers_to]) + 1
        formula = f"{quote_sheetname(LISTS_TITLE)}!${letter}$2:${letter}${last}"
        rule = DataValidation(type="list", formula1=formula, allow_blank=True, errorStyle="warning")
    elif column.kind is CellKind.FLAG:
        rule = DataValidation(type="list", formula1='"x"', allow_blank=True, errorStyle="stop")
    else:
        return
    rule.errorTitle = "Geleit"
    rule.error = "Bitte aus der Liste wählen. / Please choose from the list."
    rule.showErrorMessage = True
    page.add_data_validation(rule)
    rule.add(area)


def _choice_list(kind: type[StrEnum]) -> DataValidation:
    words = ",".join(member.value for member in kind)
    return DataValidation(type="list", formula1=f'"{words}"', allow_blank=True, errorStyle="stop")


def _lists(trip: Trip) -> dict[str, tuple[str, ...]]:
    keys = ("places", "stations", "hosts", "organisations", "items", "delegates", "sectors")
    return {key: tuple(member.id for member in getattr(trip, key)) for key in keys}


def _write_lists(page: Worksheet, lists: Mapping[str, tuple[str, ...]]) -> None:
    page.sheet_state = "hidden"
    for number, (key, ids) in enumerate(lists.items(), start=1):
        page.cell(1, number, key)
        for line, each in enumerate(ids, start=2):
            put(page.cell(line, number), each, CellKind.ID)


def _write_guide(page: Worksheet) -> None:
    heads = ("Blatt / Sheet", "Spalte / Column", "Bedeutung", "Meaning", "Werte / Values")
    lines: list[tuple[str, ...]] = [heads]
    for sheet in SHEETS:
        lines += [
            (sheet.title, column.heading, column.help_de, column.help_en, _values(column))
            for column in sheet.columns
        ]
    lines += [(), ("Kürzel / Code", "", "Deutsch", "English", "")]
    for kind, labels in LABELS.items():
        lines += [(kind.__name__, code, german, english, "") for code, (german, english) in labels.items()]
    for number, line in enumerate(lines, start=1):
        for place, text in enumerate(line, start=1):
            put(page.cell(number, place), text or None)
            if line[0] in (heads[0], "Kürzel / Code"):
                page.cell(number, place).font, page.cell(number, place).fill = _BOLD, _HEAD
    for place, width in enumerate((16, 34, 60, 60, 40), start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.freeze_panes = "A2"


def _values(column: Column) -> str:
    if column.choices is not None:
        return ", ".join(member.value for member in column.choices)
    return f"→ {column.refers_to}" if column.refers_to else ""
