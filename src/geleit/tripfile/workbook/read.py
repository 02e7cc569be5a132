"""The rows of a workbook as plain values with the cells they came from; everything wrong with cells at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from geleit.tripfile.fields.words import slug_of
from geleit.tripfile.problems import Problem, listed, near_word
from geleit.tripfile.workbook.cells import CellError, CellValue, from_cell
from geleit.tripfile.workbook.columns import GUIDE_TITLE, LISTS_TITLE, SHEETS, WISHES, CellKind, Column, Sheet
from geleit.tripfile.workbook.container import open_workbook
from geleit.tripfile.workbook.words import Wording, wording

_HEADING_ROWS: Final = 10
"""Rows among which the headings are looked for: a title may stand above them."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row.

    Parameters
    ----------
    id
        The object's id; in the sheet of wishes the delegate's.
    values
        Plain values by column, None for an empty cell. Columns that the sheet lacks are missing.
    cells
        Where each value stands: "B7".
    """

    id: str
    number: int
    values: Mapping[Column, object]
    cells: Mapping[Column, str]


@dataclass(slots=True)
class ReadBook:
    """Everything read, and everything wrong or odd.

    Parameters
    ----------
    rows
        Rows by the key of their sheet; a sheet that is not there is missing.
    titles
        The sheets' titles as the workbook has them, by key.
    """

    file: str
    rows: dict[str, list[ReadRow]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: dict[str, set[str]] = field(default_factory=dict)

    def tell(
        self, title: str, cell: str, told: Wording, *, value: str = "", is_warning: bool = False
    ) -> None:
        """Note a problem of a cell, or of a sheet where no cell is named."""
        self.problems.append(
            Problem(
                file=self.file,
                cell=f"sheet {title}" + (f", cell {cell}" if cell else ""),
                path=(title, cell),
                value=value,
                message=told.message,
                fix=told.fix,
                german=told.german,
                code="workbook",
                is_warning=is_warning,
            )
        )


def read_rows(path: Path | str, only: Collection[str] | None = None) -> ReadBook:
    """Return the rows of a workbook.

    Parameters
    ----------
    only
        Keys of the sheets to read ("delegates"); None reads all, of which delegates, hosts and items must be there.

    Raises
    ------
    TripFileError
        When the file is no workbook, or none of its sheets is known.
    """
    formulas, values = open_workbook(path)
    book = ReadBook(str(path))
    pages = _pages(formulas, book, only)
    for sheet, page in pages:
        known = values[page.title] if values is not None else page
        _SheetReader(book, sheet, page, known).read()
    return book


def _pages(workbook: Workbook, book: ReadBook, only: Collection[str] | None) -> list[tuple[Sheet, Worksheet]]:
    wanted = [sheet for sheet in SHEETS if only is None or sheet.key in only]
    left = {page.title: page for page in workbook.worksheets}
    found: list[tuple[Sheet, Worksheet]] = []
    missing: list[Sheet] = []
    for sheet in wanted:
        names = {sheet.title.casefold(), sheet.key, *sheet.other_titles}
        title = next((title for title in left if title.strip().casefold() in names), None)
        if title is None:
            missing.append(sheet)
        else:
            found.append((sheet, left.pop(title)))
            book.titles[sheet.key] = title
    others = [title for title in left if title not in (GUIDE_TITLE, LISTS_TITLE)]
    for sheet in missing:
        near = near_word(sheet.title, others)
        told = wording(
            "sheet_misnamed" if near else "sheet_missing",
            sheet=sheet.title,
            there=listed(workbook.sheetnames) or "–",
            near=near,
        )
        if sheet.is_required or only is not None or near:
            book.problems.append(
                Problem(
                    file=book.file,
                    message=told.message,
                    fix=told.fix,
                    german=told.german,
                    code="sheet_missing",
                )
            )
    return found


class _SheetReader:
    """Reads one sheet into the book."""

    def __init__(self, book: ReadBook, sheet: Sheet, page: Worksheet, values: Worksheet) -> None:
        self.book = book
        self.sheet = sheet
        self.page = page
        self.values = values
        self.seen: dict[object, str] = {}

    def read(self) -> None:
        """Note the sheet's rows, and what is wrong with them."""
        self.book.rows[self.sheet.key] = []
        head = self._heading_row()
        if head is None:
            wanted = listed(column.heading for column in self.sheet.columns if column.is_required)
            self._tell("", wording("no_headings", wanted=wanted))
            return
        columns = self._columns(head)
        missing = [
            column
            for column in self.sheet.columns
            if column.is_required and column.kind is not CellKind.TEXT and column not in columns.values()
        ]
        for column in missing:
            told = wording("column_missing", heading=column.heading)
            self._tell(f"A{head}", told, value=column.heading)
        if self._merged(head) or missing:
            return
        self._rows(head, columns)

    def _tell(self, cell: str, told: Wording, *, value: str = "", is_warning: bool = False) -> None:
        self.book.tell(self.page.title, cell, told, value=value, is_warning=is_warning)

    def _heading_row(self) -> int | None:
        required = [column for column in self.sheet.columns if column.is_required][:1]
        names = frozenset().union(*(column.names for column in required))
        for row in self.page.iter_rows(max_row=_HEADING_ROWS):
            if any(_heading(cell.value) in names for cell in row):
                return row[0].row
        return None

    def _columns(self, head: int) -> dict[int, Column]:
        """Return the known columns by their number; unknown and double ones are told."""
        known = {name: column for column in self.sheet.columns for name in column.names}
        found: dict[int, Column] = {}
        for cell in self.page[head]:
            heading = _heading(cell.value)
            column = known.get(heading)
            if column is None and heading:
                told = wording("column_unread", name=str(cell.value), near=near_word(heading, known))
                self._tell(cell.coordinate, told, value=str(cell.value), is_warning=True)
            elif column is not None and column in found.values():
                told = wording("column_twice", heading=column.heading)
                self._tell(cell.coordinate, told, value=column.heading)
            elif column is not None and cell.column is not None:
                found[cell.column] = column
        return found

    def _merged(self, head: int) -> bool:
        """Tell merged cells among the rows; they hide which row a value belongs to."""
        ranges = [str(area) for area in self.page.merged_cells.ranges if area.max_row >= head]
        for area in ranges:
            self._tell(area, wording("merged"), value=area)
        return bool(ranges)

    def _rows(self, head: int, columns: Mapping[int, Column]) -> None:
        count = 0
        for number, row in enumerate(self.page.iter_rows(min_row=head + 1), start=head + 1):
            cells = {column: row[place - 1] for place, column in columns.items()}
            if all(_is_empty(cell.value) for cell in cells.values()):
                continue
            count += 1
            if count > self.sheet.rows_max:
                self._tell(f"A{number}", wording("too_many_rows", most=self.sheet.rows_max))
                return
            self._row(number, cells)

    def _row(self, number: int, cells: Mapping[Column, Cell | MergedCell]) -> None:
        values: dict[Column, object] = {}
        is_broken = False
        for column, cell in cells.items():
            try:
                values[column] = from_cell(column, self._plain(cell))
            except CellError as error:
                is_broken = True
                told = wording(error.code, heading=column.heading, value=error.value)
                self._tell(cell.coordinate, told, value=str(cell.value))
        places = {column: cell.coordinate for column, cell in cells.items()}
        own_id = self._id(number, values, places)
        is_broken |= self._lacks(values, places, own_id)
        if own_id and not is_broken:
            self.book.rows[self.sheet.key].append(ReadRow(own_id, number, values, places))
        elif own_id:
            self.book.broken.setdefault(self.sheet.key, set()).add(own_id)

    def _plain(self, cell: Cell | MergedCell) -> CellValue:
        """Return a cell's value; a formula's is the one that Excel computed last."""
        value = cell.value
        if cell.data_type == "f":
            value = self.values[cell.coordinate].value
            if value is None:
                raise CellError("no_value")
        if cell.data_type == "e" or (
            isinstance(value, str) and value.startswith("#") and value.endswith("!")
        ):
            raise CellError("error_value", value)
        if value is not None and not isinstance(value, _PLAIN):
            return str(value)
        return value

    def _id(self, number: int, values: Mapping[Column, object], places: Mapping[Column, str]) -> str:
        """Return the row's id; a missing or a second one is told."""
        first = self.sheet.columns[0]
        own_id = values.get(first)
        place = places.get(first, f"A{number}")
        key: object = own_id
        if self.sheet.key == WISHES:
            key = tuple(values.get(column) for column in self.sheet.columns[:2])
        if own_id is None:
            if first in values:
                name = next(
                    (str(value) for column, value in values.items() if column.path == ("name",) and value), ""
                )
                near = slug_of(name)
                self._tell(
                    place, wording("no_id" if near else "no_id_known", heading=first.heading, near=near)
                )
            return ""
        if key in self.seen:
            self._tell(place, wording("id_twice", own=own_id, first=self.seen[key]), value=str(own_id))
            return ""
        self.seen[key] = place
        return str(own_id)

    def _lacks(self, values: Mapping[Column, object], places: Mapping[Column, str], own_id: str) -> bool:
        """Tell required cells that are empty; of a text in several languages one is enough."""
        texts = {
            column.path
            for column in self.sheet.columns
            if column.is_required and column.kind is CellKind.TEXT
        }
        texts &= {column.path for column in values}
        empty = [
            column
            for column, value in values.items()
            if column.is_required and value is None and column.kind not in (CellKind.ID, CellKind.TEXT)
        ]
        if self.sheet.key == WISHES:
            empty = [column for column in empty if column is not self.sheet.columns[0]]
        for path in texts:
            own = [column for column in values if column.path == path]
            if all(values[column] is None for column in own):
                empty.append(own[0])
        for column in empty:
            self._tell(places[column], wording("empty", heading=column.heading, own=own_id or "–"))
        return bool(empty)


_PLAIN: Final = (str, int, float, bool, date, time, timedelta)


def _heading(value: object) -> str:
    return " ".join(str(value).replace("*", " ").casefold().split()) if value is not None else ""


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def first_cell(row: ReadRow) -> str:
    """Return the row's first cell: where a problem of the whole row is shown."""
    return next(iter(row.cells.values()), f"{get_column_letter(1)}{row.number}")
