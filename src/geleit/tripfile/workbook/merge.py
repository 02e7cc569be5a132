"""A workbook read back into the trip file it came from: what changed, and what is wrong, told by cell."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from geleit.domain.trip import Trip
from geleit.tripfile.changes import Change
from geleit.tripfile.document import TripDocument
from geleit.tripfile.problems import Problem, TripFileError, listed, near_word
from geleit.tripfile.workbook.cells import CellError, from_cell, same, to_cell
from geleit.tripfile.workbook.columns import SHEETS, WISHES, CellKind, Column, Sheet
from geleit.tripfile.workbook.read import ReadBook, ReadRow, first_cell, read_rows
from geleit.tripfile.workbook.rows import Row, rows_of
from geleit.tripfile.workbook.words import wording

_SHEET_OF: Final[Mapping[str, Sheet]] = {sheet.key: sheet for sheet in SHEETS}


@dataclass(frozen=True, slots=True)
class WorkbookChanges:
    """What a workbook says differently from a trip.

    Parameters
    ----------
    changes
        To be made in the trip's document, in this order.
    added, changed, missing
        Ids by key ("delegates"): new in the workbook, different there, not in it (these are kept).
    warnings
        Columns that were not read, and the like.
    """

    changes: tuple[Change, ...]
    added: Mapping[str, tuple[str, ...]]
    changed: Mapping[str, tuple[str, ...]]
    missing: Mapping[str, tuple[str, ...]]
    warnings: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the workbook says what the trip says."""
        return not self.changes


def read_workbook(path: Path | str, trip: Trip, only: Collection[str] | None = None) -> WorkbookChanges:
    """Return what a workbook says differently from a trip; the trip's rules are not looked at.

    An empty cell takes a value out, a row that is not there takes nothing out. A delegate's wishes are replaced when
    the sheet of wishes names the delegate.

    Parameters
    ----------
    only
        Keys of the sheets to read ("delegates"); None reads all.

    Raises
    ------
    TripFileError
        With everything that is wrong with the workbook, each with sheet, cell, value and likely fix.
    """
    book = read_rows(path, only)
    found = _compared(book, trip)
    errors = [problem for problem in book.problems if not problem.is_warning]
    if errors:
        raise TripFileError(errors)
    return found


def import_workbook(
    path: Path | str, document: TripDocument, only: Collection[str] | None = None
) -> WorkbookChanges:
    """Make the changes of a workbook in a trip's document, in memory; `TripDocument.save` writes them.

    Raises
    ------
    TripFileError
        With everything that is wrong with the workbook's cells and with the trip that would come out. The document
        is then as it was.
    """
    book = read_rows(path, only)
    found = _compared(book, document.trip())
    problems = [problem for problem in book.problems if not problem.is_warning]
    trial = document.copy()
    trial.apply(found.changes)
    try:
        trial.load()
    except TripFileError as error:
        problems += _by_cell(error.problems, book, trial)
    if problems:
        raise TripFileError(problems)
    document.apply(found.changes)
    return found


def _compared(book: ReadBook, trip: Trip) -> WorkbookChanges:
    changes: list[Change] = []
    added: dict[str, tuple[str, ...]] = {}
    changed: dict[str, tuple[str, ...]] = {}
    missing: dict[str, tuple[str, ...]] = {}
    for key, rows in book.rows.items():
        if key == WISHES:
            continue
        known = dict(rows_of(trip, _SHEET_OF[key]))
        own = {row.id: list(_row_changes(book, key, row, known.get(row.id))) for row in rows}
        new = [row for row in rows if row.id not in known]
        changes += [change for row in rows if row.id in known for change in own[row.id]]
        changes += [Change((key, row.id), _new_object(row)) for row in new]
        added[key] = tuple(row.id for row in new)
        changed[key] = tuple(row.id for row in rows if row.id in known and own[row.id])
        seen = {row.id for row in rows} | book.broken.get(key, set())
        missing[key] = tuple(each for each in known if each not in seen)
    wishes = list(_wish_changes(book, trip, set(added.get("delegates", ()))))
    wishers = [str(change.path[1]) for change in wishes if change.path[1] not in added.get("delegates", ())]
    if wishers:
        changed["delegates"] = tuple(dict.fromkeys((*changed.get("delegates", ()), *wishers)))
    warnings = tuple(problem for problem in book.problems if problem.is_warning)
    return WorkbookChanges((*changes, *wishes), added, changed, missing, warnings)


def _row_changes(book: ReadBook, key: str, row: ReadRow, known: Row | None) -> Iterator[Change]:
    """Yield what a row says differently from what the trip would have written there."""
    if known is None:
        return
    text_keys = dict.fromkeys(column.path for column in row.values if column.kind is CellKind.TEXT)
    for path in text_keys:
        own = {column: value for column, value in row.values.items() if column.path == path}
        if any(value != _read_back(column, known[column]) for column, value in own.items()):
            merged = {column: value for column, value in known.items() if column.path == path} | own
            yield Change((key, row.id, *path), _text(book, row, merged))
    for column, value in row.values.items():
        if column.kind in (CellKind.ID, CellKind.TEXT):
            continue
        if not same(value, _read_back(column, known[column])):
            yield Change((key, row.id, *column.path), value)


def _read_back(column: Column, value: object) -> object:
    """Return a value as it comes back from its own cell."""
    try:
        return from_cell(column, to_cell(column, value))
    except CellError:
        return value


def _text(book: ReadBook, row: ReadRow, columns: Mapping[Column, object]) -> object:
    """Return a text of its columns: one wording for all languages, or a wording each."""
    neutral = next((value for column, value in columns.items() if not column.language and value), None)
    own = {column.language: value for column, value in columns.items() if column.language and value}
    if neutral is not None and own:
        column = next(column for column in row.values if column in columns)
        told = wording("all_and_some", heading=column.heading, languages=", ".join(own))
        book.tell(_title(book, columns), row.cells[column], told)
    return neutral if neutral is not None else own or None


def _title(book: ReadBook, columns: Mapping[Column, object]) -> str:
    wanted = next(iter(columns))
    return next(book.titles.get(sheet.key, sheet.title) for sheet in SHEETS if wanted in sheet.columns)


def _new_object(row: ReadRow) -> dict[str, object]:
    """Return the object that a new row describes; empty cells leave the default."""
    found: dict[str, object] = {}
    texts: dict[str, dict[str, object]] = {}
    for column, value in row.values.items():
        if value is None or value is False:
            continue
        if column.kind is CellKind.TEXT:
            texts.setdefault(column.path[0], {})[column.language] = value
            found[column.path[0]] = None
            continue
        owner = found
        for key in column.path[:-1]:
            owner = owner.setdefault(key, {})  # type: ignore[assignment] # only objects have keys below them
        owner[column.path[-1]] = value
    for key, wordings in texts.items():
        found[key] = wordings.get("", wordings)
    return found


def _wish_changes(book: ReadBook, trip: Trip, new: set[str]) -> Iterator[Change]:
    wanted: dict[str, dict[str, object]] = {}
    people = {*trip.delegate_by_id, *new, *book.broken.get("delegates", ())}
    for row in book.rows.get(WISHES, []):
        if row.id not in people:
            told = wording(
                "no_delegate", own=row.id, people=listed(people) or "–", near=near_word(row.id, people)
            )
            book.tell(book.titles[WISHES], first_cell(row), told, value=row.id)
        values = {column.path[0]: value for column, value in row.values.items()}
        own = wanted.setdefault(row.id, {})
        if values.get("strength") is not None:
            own[str(values["item"])] = values["strength"]
    for delegate, wishes in wanted.items():
        known = trip.delegate_by_id.get(delegate)
        before = {wish.item: wish.strength for wish in known.wishes} if known else {}
        if wishes != before and (known or delegate in new):
            yield Change(("delegates", delegate, "wishes"), wishes or None)


def _by_cell(problems: tuple[Problem, ...], book: ReadBook, document: TripDocument) -> Iterator[Problem]:
    """Yield the problems of the trip that would come out, told by the cells that cause them where there are some."""
    broken = {each for ids in book.broken.values() for each in ids}
    for problem in problems:
        if problem.value in broken:
            continue
        found = _cell_of(problem, book, document)
        if found is None:
            yield problem
        else:
            title, cell, column = found
            yield replace(
                problem,
                file=book.file,
                line=None,
                cell=f"sheet {title}, cell {cell}",
                german=problem.german if problem.german[0] or column is None else _german(problem, column),
            )


def _german(problem: Problem, column: Column) -> tuple[str, str]:
    """Return in German what a column does not take."""
    from geleit.tripfile.lists.faults import wrong_cell  # the lists know the workbook's columns

    fault = wrong_cell(0, column, problem.value, "de")
    return fault.message, fault.fix


def _cell_of(
    problem: Problem, book: ReadBook, document: TripDocument
) -> tuple[str, str, Column | None] | None:
    """Return the sheet's title, the cell and the column that a problem of the trip comes from."""
    path = problem.path
    if len(path) < 2 or str(path[0]) not in book.rows:
        return None
    key, own_id = str(path[0]), path[1]
    if isinstance(own_id, int):
        own_id = str(document.get(key, own_id, "id"))
    rest = tuple(str(step) for step in path[2:] if isinstance(step, str))
    if rest[:1] == ("wishes",) and WISHES in book.rows:
        return _wish_cell(book, own_id, rest[-1])
    row = next((row for row in book.rows[key] if row.id == own_id), None)
    if row is None:
        return None
    column = next((column for column in row.cells if rest[: len(column.path)] == column.path), None)
    title = book.titles[key]
    return (title, row.cells[column] if column is not None else first_cell(row), column)


def _wish_cell(book: ReadBook, delegate: str, item: str) -> tuple[str, str, Column | None] | None:
    for row in book.rows[WISHES]:
        values = {column.path[0]: (value, row.cells[column]) for column, value in row.values.items()}
        if row.id == delegate and values["item"][0] == item:
            return book.titles[WISHES], values["item"][1], None
    return None
