"""The workbook as a whole."""

from datetime import datetime

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from geleit.documents.view import AgendaView, Audience, ProgrammeView, build_agendas, build_view
from geleit.documents.words.labels import label
from geleit.documents.words.sentences import enumerated
from geleit.documents.workbook.matrix import write_matrix
from geleit.documents.workbook.rows import (
    Row,
    assumption_rows,
    attendance_rows,
    group_rows,
    programme_rows,
    status_legend,
    transfer_rows,
    unplaced_rows,
)
from geleit.documents.workbook.saving import saved
from geleit.documents.workbook.style import BODY_FONT, BOLD_FONT, GLYPHS, TITLE_FONT, cell_at, fill_of, write
from geleit.documents.workbook.table import Column, add_sheet, set_page, write_table
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_day

PROGRAMME = (
    ("col_date", 12), ("col_weekday", 6), ("col_start", 8), ("col_end", 8), ("col_zone", 18), ("col_status", 17),
    ("col_item", 42), ("col_station", 18), ("col_groups", 16), ("col_people", 9), ("col_session", 18),
    ("col_host", 28), ("col_place", 28), ("col_address", 32), ("col_kind", 20), ("col_time", 16),
    ("col_publication", 22), ("col_channel", 18), ("col_decide_by", 12), ("col_pin", 9), ("col_assumed", 36),
)  # fmt: skip # a table of headings and widths
PROGRAMME_PRINTED = 13
"""Columns that go on paper, up to the place; the rest is for the screen."""
ATTENDANCE = (
    ("col_name", 28), ("col_role", 22), ("col_organisation", 30), ("col_date", 12), ("col_start", 8), ("col_end", 8),
    ("col_zone", 19), ("col_item", 42), ("col_session", 18), ("col_group", 8), ("col_leaves", 9),
    ("col_vehicle", 14), ("col_meeting_point", 28), ("col_place", 28),
)  # fmt: skip # a table of headings and widths
TRANSFERS = (
    ("col_date", 12), ("col_weekday", 7), ("col_part", 12), ("col_groups", 10), ("col_vehicle", 20),
    ("col_leaves", 9), ("col_arrives", 9), ("col_zone", 19), ("col_minutes", 9), ("col_slack", 9), ("col_mode", 10),
    ("col_from", 32), ("col_to", 32), ("col_people", 9),
)  # fmt: skip # a table of headings and widths
GROUPS = (
    ("col_date", 12), ("col_weekday", 7), ("col_part", 12), ("col_group", 8), ("col_group_name", 26),
    ("col_vehicle", 14), ("col_people", 9), ("col_seats", 8), ("col_guide", 24), ("col_heads", 24),
    ("col_members", 120),
)  # fmt: skip # a table of headings and widths
UNPLACED = (
    ("col_item", 42), ("col_station", 18), ("col_status", 17), ("col_kind", 20), ("col_minutes", 9),
    ("col_sessions", 10), ("col_why", 90),
)  # fmt: skip # a table of headings and widths
ASSUMPTIONS = (("col_object", 22), ("col_name", 44), ("col_assumed", 80))


def render_workbook(
    trip: Trip,
    programme: Programme,
    lang: Language,
    *,
    now: datetime,
    agendas: tuple[AgendaView, ...] | None = None,
) -> bytes:
    """Return the organiser's workbook (XLSX).

    Parameters
    ----------
    now
        Aware instant that the workbook names as its date.
    agendas
        Everyone's agenda in that language, where the caller has them already.
    """
    view = build_view(trip, programme, lang, Audience.ORGANISER)
    own = agendas or build_agendas(trip, programme, lang)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = enumerated(lang, view.trip.title.text, view.trip.version_text)
    book.properties.creator = "Geleit"
    maker = _Maker(book, view, enumerated(lang, view.trip.title.text, view.trip.version_text))
    maker.table(
        "sheet_programme",
        PROGRAMME,
        tuple(programme_rows(view, trip)),
        frozen_columns=4,
        printed=PROGRAMME_PRINTED,
    )
    maker.table("sheet_attendance", ATTENDANCE, tuple(attendance_rows(own)), frozen_columns=1)
    matrix = add_sheet(book, label("sheet_matrix", lang))
    write_matrix(matrix, view, own)
    set_page(matrix, maker.footer)
    maker.table("sheet_transfers", TRANSFERS, tuple(transfer_rows(view)))
    maker.table("sheet_groups", GROUPS, tuple(group_rows(view)))
    maker.table("sheet_unplaced", UNPLACED, tuple(unplaced_rows(view, trip)), frozen_columns=1)
    maker.table("sheet_assumptions", ASSUMPTIONS, tuple(assumption_rows(trip, lang)))
    _legend(add_sheet(book, label("legend", lang)), view, format_day(now.date(), lang), maker.footer)
    return saved(book, now)


class _Maker:
    """Adds tables to one workbook."""

    def __init__(self, book: Workbook, view: ProgrammeView, footer: str) -> None:
        self.book = book
        self.lang = view.trip.lang
        self.footer = footer

    def table(
        self,
        name: str,
        columns: tuple[tuple[str, float], ...],
        rows: tuple[Row, ...],
        *,
        frozen_columns: int = 0,
        printed: int | None = None,
    ) -> None:
        sheet = add_sheet(self.book, label(name, self.lang))
        heads = [
            Column(label(key, self.lang), width, key in ("col_item", "col_name")) for key, width in columns
        ]
        write_table(sheet, heads, rows, lang=self.lang, frozen_columns=frozen_columns)
        set_page(sheet, self.footer)
        if printed:
            sheet.print_area = f"A1:{get_column_letter(printed)}{len(rows) + 1}"


def _legend(sheet: Worksheet, view: ProgrammeView, made: str, footer: str) -> None:
    lang = view.trip.lang
    value = view.value
    lines: list[tuple[str, str]] = [
        (view.trip.title.text, ""),
        (view.trip.dates.text, view.trip.certainty),
        (view.trip.version_text, made),
        *((text, "") for text in ((value.wishes, value.placed, value.gap) if value else ()) if text),
        (view.trip.demonstration.text, ""),
        (label("local_times", lang), ""),
        (label("assumed_legend", lang), label("sheet_assumptions", lang)),
        (label("sample_legend", lang), ""),
    ]
    row = 0
    for row, texts in enumerate([line for line in lines if any(line)], start=1):
        for column, text in enumerate(texts, start=1):
            cell = cell_at(sheet, row, column)
            write(cell, text)
            cell.font = TITLE_FONT if row == 1 else BODY_FONT
    for number, status in enumerate(status_legend(view), start=row + 2):
        cell = cell_at(sheet, number, 1)
        write(cell, f"{GLYPHS[status.key]} {status.word}")
        cell.font, cell.fill = BOLD_FONT, fill_of(status.key)
    sheet.column_dimensions["A"].width = 60
    sheet.column_dimensions["B"].width = 60
    set_page(sheet, footer, is_landscape=False)
