"""Delegates by session, as a matrix: who is where at a glance."""

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from geleit.documents.view import AgendaView, EntryType, ProgrammeView
from geleit.documents.words.labels import label
from geleit.documents.workbook.rows import wall
from geleit.documents.workbook.style import (
    BODY_FONT,
    BOLD_FONT,
    CENTRED,
    HEAD_FILL,
    HEAD_FONT,
    LINE,
    TURNED,
    cell_at,
    fill_of,
    write,
)
from geleit.domain.wording import format_board_day

MARK = "●"
FIXED = 3
"""Columns before the sessions: name, role, organisation."""


def write_matrix(sheet: Worksheet, view: ProgrammeView, agendas: tuple[AgendaView, ...]) -> None:
    """Write one row a person and one column a session, with counts that follow what is typed in."""
    lang = view.trip.lang
    sessions = [entry for day in view.days for entry in day.entries if entry.type is EntryType.SESSION]
    heads = [label("col_name", lang), label("col_role", lang), label("col_organisation", lang)]
    for number, text in enumerate(heads, start=1):
        _head(sheet, number, text)
    for number, entry in enumerate(sessions, start=FIXED + 1):
        day, start = wall(entry.start, entry.zone)
        cell = _head(sheet, number, f"{format_board_day(day, lang)} {start:%H:%M} {entry.title}")
        cell.alignment = TURNED
        sheet.column_dimensions[get_column_letter(number)].width = 4.5
    total = FIXED + len(sessions) + 1
    _head(sheet, total, label("col_total", lang))
    for row, agenda in enumerate(agendas, start=2):
        texts = (agenda.person.name.text, agenda.person.role_word, agenda.person.organisation.text)
        for number, text in enumerate(texts, start=1):
            cell = cell_at(sheet, row, number)
            write(cell, text)
            cell.font = BOLD_FONT if number == 1 else BODY_FONT
            cell.border = LINE
        _marks(
            sheet, row, agenda, {entry.id: number for number, entry in enumerate(sessions, start=FIXED + 1)}
        )
        _count(sheet, row, total, f"{_at(row, FIXED + 1)}:{_at(row, total - 1)}")
    last = len(agendas) + 1
    _head(sheet, 1, label("col_total", lang), row=last + 1)
    for number, entry in enumerate(sessions, start=FIXED + 1):
        _count(sheet, last + 1, number, f"{_at(2, number)}:{_at(last, number)}")
        if entry.status:
            cell_at(sheet, last + 1, number).fill = fill_of(entry.status.key)
    for letter, width in zip("ABC", (28, 22, 30), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.row_dimensions[1].height = 190
    sheet.freeze_panes = _at(2, FIXED + 1)
    sheet.auto_filter.ref = f"A1:{_at(last, total)}"


def _marks(sheet: Worksheet, row: int, agenda: AgendaView, columns: dict[str, int]) -> None:
    for day in agenda.days:
        for one in day.entries:
            if one.entry.id in columns:
                cell = cell_at(sheet, row, columns[one.entry.id])
                write(cell, MARK)
                cell.alignment = CENTRED
                if one.entry.status:
                    cell.fill = fill_of(one.entry.status.key)


def _head(sheet: Worksheet, column: int, text: str, *, row: int = 1) -> Cell:
    cell = cell_at(sheet, row, column)
    write(cell, text)
    cell.font, cell.fill = HEAD_FONT, HEAD_FILL
    return cell


def _count(sheet: Worksheet, row: int, column: int, cells: str) -> None:
    cell = cell_at(sheet, row, column)
    cell.value = f"=COUNTA({cells})"
    cell.font, cell.alignment = BOLD_FONT, CENTRED


def _at(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"
