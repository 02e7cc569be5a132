"""A list as a workbook of one sheet, and a workbook's sheet as the text one would copy from it."""

import csv
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from geleit.domain.trip import Trip
from geleit.tripfile.lists.columns import ListKey, column_names, list_columns, plain
from geleit.tripfile.lists.show import cell_texts
from geleit.tripfile.workbook.columns import SHEETS, Column
from geleit.tripfile.workbook.container import open_workbook
from geleit.tripfile.workbook.write import put

MOST_ROWS = 5000
HEADING_LINES = 5


def list_workbook(
    trip: Trip, key: ListKey, ids: Sequence[str], without: frozenset[str] = frozenset()
) -> bytes:
    """Return rows of a list as a workbook that can be read back.

    Parameters
    ----------
    ids
        Which rows, in which order.
    without
        Keys of columns that are left out.
    """
    sheet = next(sheet for sheet in SHEETS if sheet.key == key)
    columns = [column for column in list_columns(key, trip.languages) if column.key not in without]
    texts = cell_texts(trip, key, "de" if trip.languages[0] == "de" else "en")
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet.title
    for place, column in enumerate(columns, start=1):
        put(page.cell(1, place), column.heading)
        page.cell(1, place).font = Font(bold=True)
        page.column_dimensions[get_column_letter(place)].width = column.width
        for line, own_id in enumerate(ids, start=2):
            put(page.cell(line, place), own_id if column.path == ("id",) else texts[own_id][column] or None)
    page.freeze_panes = "C2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(2, len(ids) + 1)}"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def text_of_workbook(content: bytes, key: ListKey, languages: tuple[str, ...]) -> str:
    """Return the sheet of a workbook that holds a list, as text with tabs.

    Of a trip's whole workbook organisations are named rather than given by id, and the sheet of wishes is joined.

    Raises
    ------
    TripFileError
        When the file is no workbook that can be read.
    """
    with tempfile.TemporaryDirectory() as aside:
        path = Path(aside) / "upload.xlsx"
        path.write_bytes(content)
        formulas, values = open_workbook(path)
    book = values or formulas
    pages = {page.title: page for page in book.worksheets}
    page = _page(pages, key, list_columns(key, languages))
    rows = _texts(page)
    if key == "delegates":
        rows = _with_wishes(_with_names(rows, pages), pages)
    out = StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


def _page(pages: Mapping[str, Worksheet], key: ListKey, columns: tuple[Column, ...]) -> Worksheet:
    """Return the sheet of that name, else the one whose first lines hold most known headings."""
    sheet = next(sheet for sheet in SHEETS if sheet.key == key)
    titles = {sheet.title.casefold(), sheet.key, *sheet.other_titles}
    for title, page in pages.items():
        if plain(title) in titles:
            return page
    names = column_names(key, columns)

    def known(page: Worksheet) -> int:
        lines = page.iter_rows(max_row=HEADING_LINES, values_only=True)
        return max((sum(plain(str(cell)) in names for cell in line if cell) for line in lines), default=0)

    return max(pages.values(), key=known)


def _texts(page: Worksheet) -> list[list[str]]:
    return [[_text(cell) for cell in line] for line in page.iter_rows(max_row=MOST_ROWS, values_only=True)]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}" if (cell.hour or cell.minute) else f"{cell:%Y-%m-%d}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _place(head: list[str], *words: str) -> int | None:
    return next(
        (place for place, cell in enumerate(head) if {plain(part) for part in cell.split("/")} & set(words)),
        None,
    )


def _with_names(rows: list[list[str]], pages: Mapping[str, Worksheet]) -> list[list[str]]:
    page = pages.get("Organisations")
    own = _place(rows[0], "organisation") if rows else None
    if page is None or own is None:
        return rows
    known = _texts(page)
    own_id, name = _place(known[0], "id", "kennung"), _place(known[0], "name")
    if own_id is None or name is None:
        return rows
    names = {line[own_id]: line[name] for line in known[1:] if line[name]}
    return [rows[0], *([*line[:own], names.get(line[own], line[own]), *line[own + 1 :]] for line in rows[1:])]


def _with_wishes(rows: list[list[str]], pages: Mapping[str, Worksheet]) -> list[list[str]]:
    page = pages.get("Wishes")
    own = _place(rows[0], "id", "kennung") if rows else None
    if page is None or own is None:
        return rows
    found: dict[str, list[str]] = {}
    for line in _texts(page)[1:]:
        if len(line) > 2 and line[0] and line[2]:
            found.setdefault(line[0], []).append(f"{line[1]} {line[2]}")
    return [[*rows[0], "Wünsche"], *([*line, "; ".join(found.get(line[own], ()))] for line in rows[1:])]
