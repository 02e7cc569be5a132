"""Rows that somebody wrote, taken over into a trip: read, matched, checked as a whole."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import ValidationError

from geleit.domain.trip import Trip
from geleit.domain.validation import TripProblem, fix_of, message_of, trip_problems
from geleit.tripfile.build import build_trip
from geleit.tripfile.dump import trip_values
from geleit.tripfile.fields.words import slug_of
from geleit.tripfile.lists.columns import WISHES, ListKey, Row, field_name, known_names, list_columns, plain
from geleit.tripfile.lists.faults import Fault, Tongue, empty_cell, told, unknown_part, wrong_cell
from geleit.tripfile.lists.show import cell_texts, name_of
from geleit.tripfile.shapes import TripShape
from geleit.tripfile.workbook.cells import CellError, from_cell
from geleit.tripfile.workbook.columns import CellKind, Column

_WISH: Final = re.compile(r"(.+?)\s*[:=(]?\s*([1-5])\)?")
_SET: Final = (("place",), ("assumed",))
"""What a new row may be given without being asked."""
_TWICE: Final = ("Diese Zeile meint dasselbe wie Zeile {}: {}", "This line means the same as line {}: {}")
_TWICE_FIX: Final = ("Eine von beiden löschen oder umbenennen.", "Delete or rename one of the two.")
_NO_ROW: Final = ("„{}“ gibt es nicht mehr", "“{}” is no longer there")
_RELOAD: Final = ("Die Liste neu laden.", "Load the list again.")

type Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """What a row would change.

    Parameters
    ----------
    cells
        Column, text before, text after; of a new row what was written, and the place that was assumed.
    """

    row: int
    id: str
    label: str
    is_new: bool
    cells: tuple[tuple[Column, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What came of rows.

    Parameters
    ----------
    trip
        With the changes; None when something is wrong.
    faults
        Everything that is wrong.
    warnings
        What is odd though not wrong about the rows.
    """

    trip: Trip | None = None
    changes: tuple[RowChange, ...] = ()
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


@dataclass(slots=True)
class _Work:
    """What is known while rows are read."""

    trip: Trip
    key: ListKey
    lang: Tongue
    values: Values
    faults: list[Fault] = field(default_factory=list)
    names: dict[str, Mapping[str, str]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    given: dict[str, frozenset[Column]] = field(default_factory=dict)

    def ids(self, kind: str) -> Mapping[str, str]:
        """Return the ids of a kind of part by name."""
        if kind not in self.names:
            self.names[kind] = known_names(self.trip, kind)
        return self.names[kind]

    @property
    def members(self) -> list[Values]:
        """The plain values of the list's members."""
        found: list[Values] = self.values.setdefault(self.key, [])
        return found


def apply_rows(trip: Trip, key: ListKey, rows: Iterable[Row], lang: Tongue) -> Edited:
    """Return the trip with rows taken over; a row is matched by its id, else by its name, else new.

    Organisations that delegates name and the trip does not have are added. An item without a place is at its host's
    house, else at the station's base, which is marked as assumed.

    Parameters
    ----------
    lang
        Language of what is wrong.
    """
    work = _Work(trip, key, lang, _thawed(trip_values(trip)))
    for row in rows:
        _take(work, row)
    if work.faults:
        return Edited(faults=tuple(work.faults))
    try:
        changed = build_trip(TripShape.model_validate(work.values))
    except ValidationError as error:
        return Edited(faults=tuple(_shape_faults(work, error)))
    faults, warnings = _problems(work, changed)
    if faults:
        return Edited(faults=faults, warnings=warnings)
    return Edited(trip=changed, changes=_changes(work, changed), warnings=warnings)


def _thawed(value: Any) -> Any:  # noqa: ANN401 # any plain value
    """Return a copy that can be changed, with nothing shared."""
    if isinstance(value, Mapping):
        return {name: _thawed(each) for name, each in value.items()}
    return [_thawed(each) for each in value] if isinstance(value, (list, tuple)) else value


def _take(work: _Work, row: Row) -> None:
    read = {column: _read(work, row.number, column, text) for column, text in row.cells.items()}
    own_id = _match(work, row, read)
    if own_id is None:
        return
    if own_id in work.rows:
        message = told(_TWICE, work.lang, work.rows[own_id], own_id)
        work.faults.append(_row_fault(row.number, message, told(_TWICE_FIX, work.lang)))
        return
    work.rows[own_id] = row.number
    work.given[own_id] = frozenset(row.cells)
    member = next((each for each in work.members if each["id"] == own_id), None)
    is_new = member is None
    if member is None:
        member = {"id": own_id}
        work.members.append(member)
    _write(member, read)
    _lacks(work, row, member, is_new=is_new)


def _match(work: _Work, row: Row, read: Mapping[Column, object]) -> str | None:
    """Return the id of the row that is meant, or a new one."""
    known = {str(each["id"]) for each in work.members}
    if row.id:
        if row.id not in known:
            message = told(_NO_ROW, work.lang, row.id)
            work.faults.append(_row_fault(row.number, message, told(_RELOAD, work.lang)))
            return None
        return row.id
    given = next((str(value) for column, value in read.items() if column.path == ("id",) and value), "")
    if given:
        return slug_of(given) or given
    called = next((str(read[column]) for column in _name_columns(work, read)), "")
    found = work.ids(work.key).get(plain(called)) if called else None
    if found is not None:
        return found
    base = slug_of(called)[:60].strip("-") or f"{work.key[:-1]}-{len(work.members) + 1}"
    number, own_id = 1, base
    while own_id in known and own_id not in work.rows:
        number += 1
        own_id = f"{base}-{number}"
    return own_id


def _name_columns(work: _Work, read: Mapping[Column, object]) -> list[Column]:
    name = "title" if work.key == "items" else "name"
    return [column for column, value in read.items() if column.path == (name,) and value]


def _read(work: _Work, number: int, column: Column, text: str) -> object:  # noqa: PLR0911 # one line a kind of cell
    """Return the plain value of a cell; what is wrong with it is noted."""
    if column is WISHES:
        return _wishes(work, number, text)
    try:
        value = from_cell(column, text)
    except CellError:
        work.faults.append(wrong_cell(number, column, text, work.lang))
        return None
    if value is None:
        return None
    if column.choices is not None and value not in {member.value for member in column.choices}:
        work.faults.append(wrong_cell(number, column, text, work.lang))
        return None
    if column.refers_to and isinstance(value, str):
        return _referred(work, number, column, value)
    if column.refers_to and isinstance(value, list):
        return [found for each in value if (found := _referred(work, number, column, str(each)))]
    return value


def _referred(work: _Work, number: int, column: Column, name: str) -> str | None:
    found = work.ids(column.refers_to).get(plain(name))
    if found is None and column.refers_to == "organisations":
        found = _new_organisation(work, name)
    if found is None and column.refers_to == "places":
        station = work.ids("stations").get(plain(name))
        found = work.trip.station_by_id[station].base if station else None
    if found is None:
        names = [name_of(each, work.lang) for each in getattr(work.trip, column.refers_to)]
        work.faults.append(unknown_part(number, column, name, names, work.lang))
    return found


def _new_organisation(work: _Work, name: str) -> str:
    members = work.values.setdefault("organisations", [])
    known = {str(each["id"]) for each in members}
    base = slug_of(name)[:60].strip("-") or "organisation"
    number, own_id = 1, base
    while own_id in known:
        number += 1
        own_id = f"{base}-{number}"
    members.append({"id": own_id, "name": name})
    work.names["organisations"] = {**work.ids("organisations"), plain(name): own_id}
    return own_id


def _wishes(work: _Work, number: int, text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in (part.strip() for part in re.split(r"[;\n]", text)):
        if not part:
            continue
        match = _WISH.fullmatch(part)
        whole = work.ids("items").get(plain(part))
        name, strength = (part, 3) if whole or match is None else (match[1], int(match[2]))
        item = _referred(work, number, WISHES, name)
        if item:
            found[item] = strength
    return found


def _write(member: Values, read: Mapping[Column, object]) -> None:
    """Put the values of cells where they belong; an empty cell takes the value away."""
    texts: dict[str, dict[str, str]] = {}
    for column, value in read.items():
        if column.kind is CellKind.TEXT:
            texts.setdefault(column.path[0], _texts(member.get(column.path[0])))[column.language] = str(
                value or ""
            )
        elif column.path != ("id",):
            _put(member, column, value)
    for name, wordings in texts.items():
        neutral = wordings.pop("", "")
        kept = {lang: wording for lang, wording in wordings.items() if wording}
        if neutral or kept:
            member[name] = neutral or kept
        else:
            member.pop(name, None)


def _texts(value: object) -> dict[str, str]:
    return dict(value) if isinstance(value, Mapping) else {"": str(value or "")}


def _put(member: Values, column: Column, value: object) -> None:
    holder = member
    for step in column.path[:-1]:
        holder = holder.setdefault(step, {})
    name = column.path[-1]
    is_any = column.path == ("languages",) and value == []
    if column.path == ("guide",):
        holder[name] = bool(value)
    elif value in (None, False, {}) or (value == [] and not is_any):
        holder.pop(name, None)
    else:
        holder[name] = value
    if len(column.path) > 1 and not holder:
        member.pop(column.path[0])


def _lacks(work: _Work, row: Row, member: Values, *, is_new: bool) -> None:
    """Note required cells that are empty."""
    told_paths = {fault.column.path for fault in work.faults if fault.row == row.number and fault.column}
    for column in list_columns(work.key, work.trip.languages):
        path = column.path
        if column.is_required and path != ("id",) and path not in told_paths and not member.get(path[0]):
            told_paths.add(path)
            work.faults.append(empty_cell(row.number, column, work.lang))
    if is_new and work.key == "items" and not member.get("place"):
        host: Values = next(
            (each for each in work.values.get("hosts", ()) if each["id"] == member.get("host")), {}
        )
        station = work.trip.station_by_id.get(str(member.get("station")))
        if not host.get("place") and station is not None:
            member["place"] = station.base
            if member.get("assumed") != "all":
                member["assumed"] = [*member.get("assumed", ()), "place"]


def _shape_faults(work: _Work, error: ValidationError) -> list[Fault]:
    """Return what the shape of a trip file does not take, at the cell it came from."""
    columns = {column.path: column for column in reversed(list_columns(work.key, work.trip.languages))}
    found: list[Fault] = []
    for details in error.errors(include_url=False):
        place = details["loc"]
        row, column = 0, None
        if len(place) > 1 and place[0] == work.key and isinstance(place[1], int):
            row = work.rows.get(str(work.members[place[1]]["id"]), 0)
            names = tuple(step for step in place[2:] if isinstance(step, str))
            column = next((columns[names[:size]] for size in (2, 1) if names[:size] in columns), None)
        value = details["input"]
        text = str(value) if isinstance(value, (str, int, float)) else ""
        if column is not None:
            found.append(wrong_cell(row, column, text, work.lang))
        else:
            found.append(_row_fault(row, details["msg"], ""))
    return list(dict.fromkeys(found))


def _problems(work: _Work, changed: Trip) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return what is wrong with the trip that was not wrong before, and what is odd about the rows."""
    before = set(trip_problems(work.trip))
    new = [problem for problem in trip_problems(changed) if problem not in before]
    faults = [_problem_fault(work, problem) for problem in new if not problem.is_warning]
    odd = [_problem_fault(work, problem) for problem in new if problem.is_warning]
    return tuple(dict.fromkeys(faults)), tuple(dict.fromkeys(odd))


def _problem_fault(work: _Work, problem: TripProblem) -> Fault:
    columns = {field_name(column): column for column in list_columns(work.key, work.trip.languages)}
    steps = [str(step) for step in problem.path]
    is_own = steps[:1] == [work.key]
    row = work.rows.get(steps[1], 0) if is_own and len(steps) > 1 else 0
    column = None
    if is_own and len(steps) > 2:
        column = columns.get(".".join(steps[2:4])) or columns.get(steps[2])
    return Fault(
        row=row,
        column=column,
        value=problem.value,
        message=message_of(problem, work.lang),
        fix=fix_of(problem, work.lang),
    )


def _changes(work: _Work, changed: Trip) -> tuple[RowChange, ...]:
    before, after = (cell_texts(trip, work.key, work.lang) for trip in (work.trip, changed))
    members = {member.id: member for member in getattr(changed, work.key)}
    found = []
    for own_id, number in work.rows.items():
        old, new = before.get(own_id), after[own_id]
        cells = tuple(
            (column, old.get(column, "") if old else "", text)
            for column, text in new.items()
            if text != (old.get(column, "") if old else "")
            and (old or column in work.given[own_id] or column.path in _SET)
            and column.path != ("id",)
        )
        label = name_of(members[own_id], work.lang)
        found.append(RowChange(row=number, id=own_id, label=label, is_new=old is None, cells=cells))
    return tuple(found)


def _row_fault(row: int, message: str, fix: str) -> Fault:
    return Fault(row=row, column=None, value="", message=message, fix=fix)
