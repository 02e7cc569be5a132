"""Delegates, hosts and items to and from the workbook in which organisers keep them."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geleit.services.faults import FaultError, file_faults
from geleit.services.files import write_file
from geleit.services.open_trip import find_trip, open_trip
from geleit.tripfile import Problem
from geleit.tripfile.changes import Step
from geleit.tripfile.document import TripDocument
from geleit.tripfile.workbook import import_workbook, write_workbook

ENDING = ".xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChange:
    """One value that a workbook says differently.

    Parameters
    ----------
    path
        Keys and ids that lead to it.
    before, after
        Plain values; None where there is none.
    """

    path: tuple[Step, ...]
    before: object
    after: object


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookImport:
    """What a workbook would change in a trip; nothing is written yet.

    Parameters
    ----------
    document
        The trip's files with the changes made in memory.
    missing
        Ids by key that the workbook does not have; they are kept.
    warnings
        Columns that were not read, and the like.
    """

    document: TripDocument
    changes: tuple[ValueChange, ...]
    missing: Mapping[str, tuple[str, ...]]
    warnings: tuple[Problem, ...]


def read_workbook_changes(*, trip: Path, workbook: Path) -> WorkbookImport:
    """Return what a workbook would change in a trip.

    Raises
    ------
    TripFileError
        With everything wrong with the trip, the workbook's cells, or the trip that would come out.
    FaultError
        When a file cannot be read.
    """
    path = find_trip(trip)
    with file_faults(path, done="read"):
        before, document = TripDocument.open(path), TripDocument.open(path)
    with file_faults(workbook, done="read"):
        found = import_workbook(workbook, document)
    changes = tuple(
        ValueChange(path=change.path, before=_value(before, change.path), after=change.value)
        for change in found.changes
    )
    return WorkbookImport(document=document, changes=changes, missing=found.missing, warnings=found.warnings)


def keep_workbook_changes(*, read: WorkbookImport) -> tuple[Path, ...]:
    """Write the trip's files that changed, and return them; all other lines stay as they are.

    Raises
    ------
    FaultError
        When one cannot be written.
    """
    with file_faults(read.document.path, done="written", holds="Each file is either as before or complete"):
        return read.document.save()


def export_workbook(*, trip: Path, workbook: Path) -> Path:
    """Write delegates, organisations, hosts, items and wishes of a trip as a workbook.

    Raises
    ------
    TripFileError
        With everything wrong with the trip.
    FaultError
        When the name does not end as a workbook's does, or the file cannot be written.
    """
    if workbook.suffix.lower() != ENDING:
        raise FaultError(
            f"{workbook} does not end in {ENDING}", advice=f"For example: {workbook.stem or 'trip'}{ENDING}"
        )
    known = open_trip(path=trip).trip
    with tempfile.TemporaryDirectory() as aside:
        made = Path(aside) / workbook.name
        write_workbook(known, made)
        return write_file(workbook, made.read_bytes())


def _value(document: TripDocument, path: tuple[Step, ...]) -> object:
    try:
        return document.get(*path)
    except KeyError:
        return None
