"""Values of a trip file as cells, and back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from typing import Final

from geleit.tripfile.fields.words import shows
from geleit.tripfile.workbook.columns import CellKind, Column
from geleit.tripfile.workbook.labels import code_of

type CellValue = str | int | float | bool | date | datetime | clock_time | timedelta | None

ANY: Final = "*"
"""Stands for an empty list where an empty cell means something else."""

_ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_GERMAN_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,]+(\d{1,2}:\d{2})(?: Uhr)?)?")
_YES: Final = frozenset({"x", "yes", "y", "ja", "j", "true", "wahr", "1", "✓", "✔"})
_NO: Final = frozenset({"", "no", "n", "nein", "false", "falsch", "0", "-", "–"})
_MOST_CHARS: Final = 32_767


@dataclass(frozen=True, slots=True)
class CellError(ValueError):
    """A cell that its column does not take.

    Parameters
    ----------
    code
        Of `WORKBOOK_WORDS`.
    value
        What the cell holds.
    """

    code: str
    value: object = ""


def clean(text: str) -> str:
    """Return a text as a cell can hold it: no control characters, not longer than Excel allows."""
    return _ILLEGAL.sub(" ", text)[:_MOST_CHARS]


def to_cell(column: Column, value: object) -> CellValue:  # noqa: PLR0911 # one line a kind of cell
    """Return the cell of a plain value of the trip file."""
    if value is None:
        return None
    if column.kind is CellKind.FLAG:
        return "x" if value else None
    if column.kind is CellKind.NUMBER:
        return value if isinstance(value, (int, float)) else str(value)
    if column.kind is CellKind.DATE:
        return date.fromisoformat(str(value))
    if column.kind is CellKind.MOMENT:
        text = str(value)
        return datetime.fromisoformat(text) if len(text) == len("2025-05-21 09:40") else text
    if isinstance(value, (list, tuple)):
        mark = "; " if column.kind is CellKind.TIMES else ", "
        return clean(mark.join(str(each) for each in value)) or None
    return clean(str(value)) or None


def from_cell(column: Column, cell: CellValue) -> object:
    """Return the plain value of the trip file that a cell holds; None for an empty one.

    Raises
    ------
    CellError
        When the column does not take it.
    """
    if isinstance(cell, str):
        cell = " ".join(cell.replace("\xa0", " ").split(" ")).strip()
    if column.kind is CellKind.FLAG:
        return _flag(cell)
    if cell is None or (isinstance(cell, str) and not shows(cell)):
        return None
    return _READERS[column.kind](column, cell)


def _flag(cell: CellValue) -> bool:
    word = "" if cell is None else _number_text(cell).casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError("no_flag", word)


def _number_text(cell: CellValue) -> str:
    """Return a cell as a person would read it: a whole number without its point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _line(_column: Column, cell: CellValue) -> str:
    if isinstance(cell, (date, clock_time, timedelta)):
        raise CellError("date_for_text", cell)
    return _number_text(cell)


def _choice(column: Column, cell: CellValue) -> str:
    word = _line(column, cell)
    return code_of(column.choices, word) if column.choices else word


def _number(column: Column, cell: CellValue) -> object:
    if isinstance(cell, (bool, date, clock_time, timedelta)):
        raise CellError("date_for_number", cell)
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, int):
        return cell
    text = _line(column, cell).replace(" ", "")
    if re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    raise CellError("no_number", text)


def _moment(cell: CellValue) -> datetime | None:
    """Return the date and time in a cell, rounded to the minute; None when it is neither."""
    if isinstance(cell, datetime):
        return (cell + timedelta(seconds=30)).replace(second=0, microsecond=0)
    if isinstance(cell, date):
        return datetime.combine(cell, clock_time())
    match = _GERMAN_DAY.fullmatch(str(cell))
    if match is None:
        return None
    hours, minutes = (match[4] or "0:00").split(":")
    try:
        return datetime(int(match[3]), int(match[2]), int(match[1]), int(hours), int(minutes))  # noqa: DTZ001 # local time
    except ValueError:
        return None


def _date(column: Column, cell: CellValue) -> str:
    moment = _moment(cell)
    return f"{moment:%Y-%m-%d}" if moment is not None else _line(column, cell)


def _date_and_time(column: Column, cell: CellValue) -> str:
    moment = _moment(cell)
    return f"{moment:%Y-%m-%d %H:%M}" if moment is not None else _line(column, cell)


def _words(column: Column, cell: CellValue) -> object:
    text = _line(column, cell)
    if text == ANY:
        return []
    words = [word.strip() for word in re.split(r"[,;\n]", text) if word.strip()]
    if column.path == ("assumed",) and words == ["all"]:
        return "all"
    if column.path == ("roles",):
        from geleit.domain.kinds import Role

        return [code_of(Role, word) for word in words]
    return words


def _times(column: Column, cell: CellValue) -> list[str]:
    if isinstance(cell, (date, datetime)):
        return [_date_and_time(column, cell)]
    return [part.strip() for part in re.split(r"[;\n]", _line(column, cell)) if part.strip()]


_READERS: Final = {
    CellKind.ID: _line,
    CellKind.REF: _line,
    CellKind.LINE: _line,
    CellKind.TEXT: _line,
    CellKind.NUMBER: _number,
    CellKind.DATE: _date,
    CellKind.MOMENT: _date_and_time,
    CellKind.WORDS: _words,
    CellKind.TIMES: _times,
    CellKind.CHOICE: _choice,
}


def same(one: object, other: object) -> bool:
    """Whether two plain values mean the same: the order of words in a list does not count."""
    if isinstance(one, Sequence) and isinstance(other, Sequence) and not isinstance(one, str):
        return not isinstance(other, str) and sorted(map(str, one)) == sorted(map(str, other))
    return one == other
