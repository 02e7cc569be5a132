"""A sheet that is one table: head, rows, widths, filter, frozen panes, and a page to print it on."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from unicodedata import east_asian_width

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from geleit.documents.view import StatusView
from geleit.documents.workbook.style import (
    BODY_ALIGNMENT,
    BODY_FONT,
    BOLD_FONT,
    CENTRED,
    DATE_FORMATS,
    GLYPHS,
    HEAD_ALIGNMENT,
    HEAD_FILL,
    HEAD_FONT,
    LINE,
    TIME_FORMAT,
    cell_at,
    fill_of,
    write,
)
from geleit.domain.text import Language

CellValue = str | int | date | time | StatusView | None
LINE_PT = 15.0
WIDE_LETTERS = 1.1
"""Bold and wide letters need more room than the digits that widths are counted in."""
MAX_NAME = 31
"""Characters that a sheet's name may have."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and its width in characters."""

    heading: str
    width: float
    is_bold: bool = False


def add_sheet(book: Workbook, name: str) -> Worksheet:
    """Add a sheet; characters that a name may not have are left out."""
    safe = "".join(char for char in name if char not in "[]:*?/\\")[:MAX_NAME]
    sheet: Worksheet = book.create_sheet(safe)
    return sheet


def write_table(
    sheet: Worksheet,
    columns: Sequence[Column],
    rows: Sequence[Sequence[CellValue]],
    *,
    lang: Language,
    frozen_columns: int = 0,
) -> None:
    """Write a table from A1 on, with filter, frozen head and widths.

    Parameters
    ----------
    rows
        Dates and times become real ones; a status becomes glyph and word on its tint.
    frozen_columns
        How many columns stay in view when scrolling right.
    """
    for number, column in enumerate(columns, start=1):
        head = cell_at(sheet, 1, number)
        write(head, column.heading)
        head.font, head.fill, head.alignment = HEAD_FONT, HEAD_FILL, HEAD_ALIGNMENT
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    for row_number, row in enumerate(rows, start=2):
        for number, value in enumerate(row, start=1):
            _fill(cell_at(sheet, row_number, number), value, columns[number - 1], lang)
        lines = max(_lines(value, column) for value, column in zip(row, columns, strict=True))
        sheet.row_dimensions[row_number].height = LINE_PT * lines + 3
    sheet.row_dimensions[1].height = 30
    sheet.freeze_panes = f"{get_column_letter(frozen_columns + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(2, len(rows) + 1)}"


def set_page(sheet: Worksheet, footer: str, *, is_landscape: bool = True) -> None:
    """Make the sheet print on A4, as wide as the page, its head on every page."""
    sheet.page_setup.orientation = "landscape" if is_landscape else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    if sheet.oddFooter:
        sheet.oddFooter.left.text = footer.replace("&", "&&")
        sheet.oddFooter.right.text = "&P / &N"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6


def _lines(value: CellValue, column: Column) -> int:
    """Return on how many lines a text stands in its column; wide characters count twice."""
    if not isinstance(value, str):
        return 1
    widths = (sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in value.split("\n"))
    return sum(max(1, math.ceil(width * WIDE_LETTERS / column.width)) for width in widths)


def _fill(cell: Cell, value: CellValue, column: Column, lang: Language) -> None:
    cell.font = BOLD_FONT if column.is_bold else BODY_FONT
    cell.alignment = BODY_ALIGNMENT
    cell.border = LINE
    if isinstance(value, StatusView):
        write(cell, f"{GLYPHS[value.key]} {value.word}")
        cell.fill = fill_of(value.key)
        return
    write(cell, value)
    if isinstance(value, time):
        cell.number_format = TIME_FORMAT
    elif isinstance(value, date):
        cell.number_format = DATE_FORMATS[lang]
    if not isinstance(value, str):
        cell.alignment = CENTRED
