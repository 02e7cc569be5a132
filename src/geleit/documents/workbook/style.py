"""How the workbook looks, and how text gets into a cell without becoming a formula."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

INK: Final = "FF14244F"
GLYPHS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "idea": "…",
        "requested": "◌",
        "clarify": "◌?",
        "tentative": "◐",
        "planned": "◉",
        "confirmed": "✔",
        "declined": "✕",
    }
)
"""What stands before a status word; colour is never alone."""
STATUS_FILLS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "idea": "FFF8F9FB",
        "requested": "FFFFF6E5",
        "clarify": "FFFFF6E5",
        "tentative": "FFECFBFF",
        "planned": "FFEFF3FA",
        "confirmed": "FFECF5ED",
        "declined": "FFFEF0EE",
    }
)
HEAD_FONT: Final = Font(name="Calibri", size=11, bold=True, color="FFFFFFFF")
HEAD_FILL: Final = PatternFill("solid", fgColor=INK)
HEAD_ALIGNMENT: Final = Alignment(vertical="center", wrap_text=True)
BODY_FONT: Final = Font(name="Calibri", size=11)
BOLD_FONT: Final = Font(name="Calibri", size=11, bold=True)
TITLE_FONT: Final = Font(name="Calibri", size=16, bold=True)
BODY_ALIGNMENT: Final = Alignment(vertical="top", wrap_text=True)
CENTRED: Final = Alignment(vertical="top", horizontal="center")
TURNED: Final = Alignment(text_rotation=90, vertical="bottom", horizontal="center", wrap_text=True)
LINE: Final = Border(bottom=Side(style="thin", color="FFCCD0E0"))
DATE_FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {"de": "dd.mm.yyyy", "en": "dd mmm yyyy", "zh": "yyyy/m/d"}
)
TIME_FORMAT: Final = "hh:mm"

Value = str | int | float | object


def fill_of(status_key: str) -> PatternFill:
    """Return the tint of a status."""
    return PatternFill("solid", fgColor=STATUS_FILLS[status_key])


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell of a sheet without merged ones.

    Raises
    ------
    TypeError
        When the cell is part of a merged one.
    """
    found = sheet.cell(row, column)
    if isinstance(found, MergedCell):
        raise TypeError(f"cell {found.coordinate} is merged and cannot be written")
    return found


def write(cell: Cell, value: Value) -> None:
    """Put a value into a cell; text stays text, even where it begins like a formula.

    Characters that a workbook cannot hold are left out.
    """
    if not isinstance(value, str):
        cell.value = value  # type: ignore[assignment] # dates, times and numbers; openpyxl checks the rest itself
        return
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.value = text
    if text[:1] in ("=", "+", "-", "@"):
        cell.data_type = "s"
        cell.quotePrefix = True
