"""The organiser's workbook of a stored trip: out, edited, in again. What it changes is shown before it is taken over.

An uploaded workbook waits beside the store under the digest of its content; taking it over reads it again, so what was
shown is what is taken over, and only as long as nobody has changed the trip since.
"""

import hashlib
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from geleit.domain.trip import Trip
from geleit.services.audit import record_audit
from geleit.services.exchange_workbook import keep_workbook_changes, read_workbook_changes
from geleit.services.faults import FaultError, NotFoundError, file_faults
from geleit.services.files import prepare_folder, write_file
from geleit.services.find_trip import find_trip_row, overtaken, read_stored_trip
from geleit.services.guard import Actor
from geleit.services.machine_clock import machine_now
from geleit.services.open_trip import open_trip
from geleit.services.save_part import save_part
from geleit.store.convert import PART_BY_NAME, rows_of
from geleit.store.models import TripRow
from geleit.tripfile import Problem
from geleit.tripfile.dump import write_folder
from geleit.tripfile.workbook import write_workbook
from geleit.tripfile.workbook.columns import SHEETS as WORKBOOK_SHEETS
from geleit.tripfile.workbook.columns import WISHES

MOST_BYTES: Final = 5_000_000
KEPT_FOR: Final = timedelta(days=1)
SHEETS: Final = ("sectors", "places", "organisations", "hosts", "items", "delegates")
"""Parts that a workbook may change, in an order in which each refers only to those before it."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field of a part that the workbook says differently; plain values.

    Parameters
    ----------
    name
        Of the field in the domain.
    headings
        What its columns are called in German and English; the name where it has none.
    """

    name: str
    headings: tuple[str, str]
    before: object
    after: object


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A part that the workbook changes or adds.

    Parameters
    ----------
    sheet
        Field of the trip that holds it: ``delegates``.
    changes
        What differs; of a new part everything that is said.
    """

    sheet: str
    key: str
    label: str
    is_new: bool
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookPreview:
    """What an uploaded workbook would change.

    Parameters
    ----------
    digest
        Names the uploaded workbook.
    version
        Of the trip that it was compared with; taking it over is refused once the trip is another.
    missing
        Ids by sheet that the workbook does not have; they are kept.
    warnings
        Columns that were not read, and the like.
    """

    digest: str
    version: int
    rows: tuple[RowChange, ...]
    missing: Mapping[str, tuple[str, ...]]
    warnings: tuple[Problem, ...]


def give_workbook(*, trip: str) -> bytes:
    """Return delegates, organisations, hosts, items and wishes of a trip as a workbook.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    known = read_stored_trip(key=trip)
    with tempfile.TemporaryDirectory() as aside:
        made = Path(aside) / f"{trip}.xlsx"
        write_workbook(known, made)
        return made.read_bytes()


def upload_workbook(*, trip: str, content: bytes) -> WorkbookPreview:
    """Keep an edited workbook aside and return what it would change; nothing in the trip changes.

    Raises
    ------
    TripFileError
        With everything wrong with its cells, or with the trip that would come out.
    FaultError
        When it is too large, empty, or cannot be kept.
    """
    if not content:
        raise FaultError.of("file_empty")
    if len(content) > MOST_BYTES:
        raise FaultError.of("file_too_large", size=len(content) // 1000, most=MOST_BYTES // 1000)
    digest = hashlib.sha256(content).hexdigest()
    preview, _ = _compared(trip, digest, content)
    _tidy(trip)
    prepare_folder(_folder(trip))
    write_file(_folder(trip) / f"{digest}.xlsx", content)
    return preview


def take_workbook(*, trip: str, digest: str, expected_version: int, by: Actor, now: datetime) -> int:
    """Take over what an uploaded workbook changes: all of it or nothing. Return how many rows have changed.

    Parameters
    ----------
    expected_version
        Of the trip, as the preview said it.

    Raises
    ------
    NotFoundError
        When no such workbook waits: it is taken over already, or too old.
    OvertakenError
        When somebody has changed the trip since the preview.
    TripFileError
        As for the upload.
    """
    path = _folder(trip) / f"{digest}.xlsx"
    if not _DIGEST.fullmatch(digest) or not path.is_file():
        raise NotFoundError.of("workbook_gone")
    with transaction.atomic():
        row = TripRow.objects.select_for_update().get(pk=find_trip_row(key=trip).pk)
        if row.version != expected_version:
            raise overtaken("trip", trip)
        with file_faults(path, done="read"):
            content = path.read_bytes()
        preview, after = _compared(trip, digest, content)
        for change in preview.rows:
            _save(row, after, change, by=by, now=now)
        record_audit(
            action="take_workbook",
            subject=f"trip:{trip}",
            by=by,
            now=now,
            trip=row,
            after={"rows": len(preview.rows), "sha256": digest},
        )
    path.unlink(missing_ok=True)
    return len(preview.rows)


def _save(row: TripRow, after: Trip, change: RowChange, *, by: Actor, now: datetime) -> None:
    known = rows_of(PART_BY_NAME[change.sheet], row).filter(key=change.key)
    version = known.values_list("version", flat=True).first()
    value = next(one for one in getattr(after, change.sheet) if one.id == change.key)
    save_part(key=row.key, value=value, by=by, now=now, expected_version=version)


def _compared(trip: str, digest: str, content: bytes) -> tuple[WorkbookPreview, Trip]:
    """Return what a workbook changes, and the trip that would come out."""
    row, before = find_trip_row(key=trip), read_stored_trip(key=trip)
    with tempfile.TemporaryDirectory() as aside:
        folder, workbook = Path(aside) / trip, Path(aside) / "workbook.xlsx"
        folder.mkdir()
        write_folder(before, folder)
        workbook.write_bytes(content)
        read = read_workbook_changes(trip=folder, workbook=workbook)
        keep_workbook_changes(read=read)
        after = open_trip(path=folder).trip
    preview = WorkbookPreview(
        digest=digest,
        version=row.version,
        rows=tuple(change for sheet in SHEETS for change in _rows(sheet, before, after)),
        missing={sheet: keys for sheet, keys in read.missing.items() if keys},
        warnings=read.warnings,
    )
    return preview, after


def _rows(sheet: str, before: Trip, after: Trip) -> list[RowChange]:
    old = {one.id: one for one in getattr(before, sheet)}
    label = PART_BY_NAME[sheet].label
    found = []
    for new in getattr(after, sheet):
        known = old.get(new.id)
        if known != new:
            changes = tuple(_fields(sheet, known, new))
            found.append(
                RowChange(sheet=sheet, key=new.id, label=label(new), is_new=known is None, changes=changes)
            )
    return found


def _fields(sheet: str, before: Any, after: Any) -> list[FieldChange]:  # noqa: ANN401 # any part of the domain
    found = []
    for field in fields(after):
        new = getattr(after, field.name)
        old = getattr(before, field.name) if before is not None else None
        if old != new and (before is not None or new):
            found.append(
                FieldChange(name=field.name, headings=_headings(sheet, field.name), before=old, after=new)
            )
    return found


def _headings(sheet: str, field: str) -> tuple[str, str]:
    if field == WISHES:
        return "Wünsche", "Wishes"
    columns = [
        column
        for one in WORKBOOK_SHEETS
        if one.key == sheet
        for column in one.columns
        if column.path[0] == field
    ]
    german, english = dict.fromkeys(one.de for one in columns), dict.fromkeys(one.en for one in columns)
    return ", ".join(german) or field, ", ".join(english) or field


def _folder(trip: str) -> Path:
    return Path(settings.GELEIT.data) / "workbooks" / trip


def _tidy(trip: str) -> None:
    """Delete workbooks that have waited too long."""
    oldest = (machine_now() - KEPT_FOR).timestamp()
    for path in _folder(trip).glob("*.xlsx"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
