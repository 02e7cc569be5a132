"""A text copied from a spreadsheet as rows of a list."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Final

from geleit.tripfile.lists.columns import ListKey, Row, column_names, heading, plain
from geleit.tripfile.lists.faults import Fault, Tongue, told
from geleit.tripfile.problems import did_you_mean
from geleit.tripfile.workbook.columns import CellKind, Column

HEADING_LINES: Final = 5
"""Lines among which the headings are looked for: a title may stand above them."""
MOST_ROWS: Final = 1000
_FIRST: Final = frozenset({"vorname", "first name", "given name"})
_LAST: Final = frozenset({"nachname", "last name", "surname", "family name"})
_NO_HEADINGS: Final = (
    "In den ersten Zeilen stehen keine Überschriften, die bekannt sind",
    "The first lines hold no headings that are known",
)
_HEADINGS_FIX: Final = (
    "Die erste Zeile nennt die Spalten, zum Beispiel: {}.",
    "The first line names the columns, such as: {}.",
)
_UNKNOWN: Final = ("Die Spalte „{}“ wird nicht gelesen", "The column “{}” is not read")
_MEANT: Final = ("Ist „{}“ gemeint?", "Did you mean “{}”?")
_TWICE: Final = ("Die Spalte „{}“ steht zweimal da", "The column “{}” stands there twice")
_TWICE_FIX: Final = ("Eine von beiden weglassen.", "Leave one of them out.")
_TOO_MANY: Final = ("Der Text hat mehr als {} Zeilen", "The text has more than {} lines")
_SPLIT: Final = ("In mehreren Teilen einfügen.", "Paste it in several parts.")
_NO_ROWS: Final = (
    "Unter den Überschriften steht keine Zeile",
    "There is no line below the headings",
)
_ROWS_FIX: Final = ("Auch die Zeilen mit kopieren.", "Copy the lines too.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """What a pasted text holds.

    Parameters
    ----------
    columns
        Those recognised, in the text's order.
    warnings
        Columns that are not read.
    """

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


def read_table(text: str, key: ListKey, columns: tuple[Column, ...], lang: Tongue) -> ReadTable:
    """Return the rows of a text with tabs, as spreadsheets copy it, or with semicolons or commas.

    Parameters
    ----------
    columns
        Those that the list has; headings are known in German and English.
    """
    lines = _lines(text)
    if len(lines) > MOST_ROWS + HEADING_LINES:
        return ReadTable(faults=(_fault(0, told(_TOO_MANY, lang, MOST_ROWS), told(_SPLIT, lang)),))
    names = column_names(key, columns)
    head = max(
        range(min(HEADING_LINES, len(lines))), key=lambda line: _known(lines[line][1], names), default=0
    )
    if not lines or not _known(lines[head][1], names):
        example = ", ".join(
            heading(column, lang) for column in columns if column.is_required and column.path != ("id",)
        )
        return ReadTable(faults=(_fault(0, told(_NO_HEADINGS, lang), told(_HEADINGS_FIX, lang, example)),))
    places, faults, warnings = _places(lines[head], names, lang)
    rows = tuple(
        Row(number=number, cells=cells)
        for number, line in lines[head + 1 :]
        if any((cells := _cells(line, places)).values())
    )
    if not rows and not faults:
        faults = [_fault(lines[head][0], told(_NO_ROWS, lang), told(_ROWS_FIX, lang))]
    return ReadTable(
        columns=tuple(dict.fromkeys(places.values())),
        rows=rows,
        faults=tuple(faults),
        warnings=tuple(warnings),
    )


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Return the filled lines with their numbers; a quoted cell may hold line breaks and counts as one line."""
    clean = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    first = clean.lstrip("\n").split("\n", 1)[0]
    mark = next((mark for mark in ("\t", ";", ",") if mark in first), "\t")
    try:
        read = list(csv.reader(StringIO(clean), delimiter=mark))
    except csv.Error:
        read = [line.split(mark) for line in clean.split("\n")]
    return [(number, line) for number, line in enumerate(read, start=1) if any(cell.strip() for cell in line)]


def _known(line: list[str], names: Mapping[str, Column]) -> int:
    return sum(_name(cell) in names or _name(cell) in _FIRST | _LAST for cell in line)


def _name(cell: str) -> str:
    return plain(cell.replace("*", " "))


def _places(
    head: tuple[int, list[str]], names: Mapping[str, Column], lang: Tongue
) -> tuple[dict[int, Column], list[Fault], list[Fault]]:
    """Return the column at each place of the heading; of first and last names both are the name."""
    found: dict[int, Column] = {}
    faults: list[Fault] = []
    warnings: list[Fault] = []
    for place, cell in enumerate(head[1]):
        word = _name(cell)
        column = names.get("name") if word in _FIRST | _LAST else names.get(word)
        if column is None:
            if word:
                near = did_you_mean(word, names).removeprefix("did you mean '").removesuffix("'?")
                warnings.append(
                    _fault(
                        head[0], told(_UNKNOWN, lang, cell.strip()), told(_MEANT, lang, near) if near else ""
                    )
                )
        elif column in found.values() and word not in _FIRST | _LAST:
            faults.append(_fault(head[0], told(_TWICE, lang, cell.strip()), told(_TWICE_FIX, lang)))
        elif word in _FIRST:
            found = {place: column, **found}  # the first name goes first, wherever it stands
        else:
            found[place] = column
    return found, faults, warnings


def _cells(line: list[str], places: Mapping[int, Column]) -> dict[Column, str]:
    found: dict[Column, str] = {}
    for place, column in places.items():
        cell = line[place].strip() if place < len(line) else ""
        if column.kind is not CellKind.TEXT:
            cell = " ".join(cell.split()) if column.kind is not CellKind.TIMES else cell
        found[column] = f"{found[column]} {cell}".strip() if column in found else cell
    return found


def _fault(row: int, message: str, fix: str) -> Fault:
    return Fault(row=row, column=None, value="", message=message, fix=fix)
