"""Items, hosts and delegates of a stored trip as lists: read, changed by rows, pasted, given out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from geleit.domain.hosts import Host
from geleit.domain.items import Item
from geleit.domain.people import Delegate, Organisation
from geleit.domain.trip import Trip
from geleit.services.access import Member as TripMember
from geleit.services.access import Permission
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row, overtaken
from geleit.services.guard import Actor
from geleit.services.once import take_form, taken_before
from geleit.services.save_part import remove_part, save_part
from geleit.store.convert import PART_BY_NAME, read_trip, rows_of
from geleit.store.models import SharedKind, TripRow
from geleit.tripfile.lists import (
    Edited,
    ListKey,
    ReadTable,
    Row,
    apply_rows,
    list_workbook,
    read_table,
    text_of_workbook,
)
from geleit.tripfile.lists.columns import list_columns
from geleit.tripfile.lists.faults import Tongue
from geleit.tripfile.problems import TripFileError

WRITTEN: Final = ("organisations", "hosts", "items", "delegates")
"""What rows can change, in an order in which each may refer to those before it."""
SHARED: Final[Mapping[ListKey, SharedKind]] = {
    "items": SharedKind.ITEM,
    "hosts": SharedKind.HOST,
    "delegates": SharedKind.DELEGATE,
}
CLOSED_TO_PARTNERS: Final = frozenset(
    {"host", "place", "wishes", "required_people", "request.fallback", "organisation", "assumed", "sample"}
)
"""Columns that would name parts which are not shared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredList:
    """A list as it is now.

    Parameters
    ----------
    trip_version
        Grows with any change of the trip.
    versions
        Of each row by its id; who changes a row says which it was based on.
    """

    trip: Trip
    trip_version: int
    versions: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a pasted text would change; nothing is written yet."""

    table: ReadTable
    edited: Edited
    trip_version: int


def read_list(*, trip: str, key: ListKey) -> StoredList:
    """Return a list with the trip around it.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    row = find_trip_row(key=trip)
    return StoredList(trip=read_trip(row), trip_version=row.version, versions=_versions(row, key))


def save_row(
    *,
    trip: str,
    key: ListKey,
    row: Row,
    expected_version: int | None,
    lang: Tongue,
    member: TripMember,
    now: datetime,
    once: str = "",
) -> Edited:
    """Take one row over, changed or new; with faults nothing is written.

    Parameters
    ----------
    expected_version
        The version of the row that the change is based on; None for a new one.
    once
        Token of a form that adds (`once.new_token`), noted with what it has added: see `was_added`.

    Raises
    ------
    NotFoundError
        When there is no such row, or it is not shared with the one who asks.
    OvertakenError
        When somebody else has changed or removed it since.
    """
    _refuse_outside(key, row, member)
    with transaction.atomic():
        stored = _locked(trip, key)
        if row.id and stored.versions.get(row.id) != expected_version:
            raise overtaken("entry", row.id)
        edited = apply_rows(stored.trip, key, [row], lang)
        if not row.id and any(not change.is_new for change in edited.changes):
            taken = edited.changes[0].label
            raise FaultError.of("row_exists", key=taken)
        _write(trip, stored.trip, edited, by=member.actor, now=now)
        if not edited.faults:
            take_form(token=once, subject=f"{key} of {trip}", by=member.actor, now=now)
    return edited


def was_added(*, once: str, member: TripMember) -> bool:
    """Whether a form has added its row before, so that sending it again is no fault."""
    return taken_before(token=once, by=member.actor) is not None


def remove_row(*, trip: str, key: ListKey, row: str, expected_version: int, by: Actor, now: datetime) -> None:
    """Take a row out of a list, as `save_part.remove_part`, and raise what that raises."""
    remove_part(key=trip, name=key, part_key=row, expected_version=expected_version, by=by, now=now)


def preview_text(*, trip: str, key: ListKey, text: str, lang: Tongue) -> Preview:
    """Return what a text copied from a spreadsheet would change.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    row = find_trip_row(key=trip)
    return _preview(read_trip(row), row.version, key, text, lang)


def take_over_text(
    *, trip: str, key: ListKey, text: str, expected_version: int, lang: Tongue, by: Actor, now: datetime
) -> Preview:
    """Take over what a text copied from a spreadsheet holds: all of it, or with faults nothing.

    Parameters
    ----------
    expected_version
        The trip's version that the preview was made of.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    OvertakenError
        When the trip has been changed since.
    """
    with transaction.atomic():
        stored = _locked(trip, key)
        if stored.trip_version != expected_version:
            raise overtaken("trip", trip)
        preview = _preview(stored.trip, stored.trip_version, key, text, lang)
        if not preview.table.faults:
            _write(trip, stored.trip, preview.edited, by=by, now=now)
    return preview


def read_upload(*, trip: str, key: ListKey, content: bytes) -> str:
    """Return the list in an Excel workbook as the text one would copy from it.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When the file is no workbook that can be read.
    """
    languages = tuple(find_trip_row(key=trip).data.get("languages", ("de", "en")))
    try:
        return text_of_workbook(content, key, languages)
    except TripFileError as error:
        problem = error.problems[0]
        german, german_fix = problem.told("de")
        raise FaultError.of(
            "workbook_refused",
            message=problem.message,
            fix=problem.fix,
            german=german,
            german_fix=german_fix,
        ) from None


def export_list(*, trip: str, key: ListKey, ids: Sequence[str] | None, member: TripMember) -> bytes:
    """Return a list as a workbook; of a partner's only what is shared.

    Parameters
    ----------
    ids
        Which rows in which order; None for all.
    """
    stored = read_list(trip=trip, key=key)
    wanted = stored.versions if ids is None else [own for own in ids if own in stored.versions]
    shared = [own for own in wanted if member.scope.sees(SHARED[key], own)]
    closed = frozenset() if member.scope.is_all else CLOSED_TO_PARTNERS
    return list_workbook(stored.trip, key, shared, closed)


def _preview(trip: Trip, version: int, key: ListKey, text: str, lang: Tongue) -> Preview:
    table = read_table(text, key, list_columns(key, trip.languages), lang)
    edited = Edited() if table.faults else apply_rows(trip, key, table.rows, lang)
    return Preview(table=table, edited=edited, trip_version=version)


def _refuse_outside(key: ListKey, row: Row, member: TripMember) -> None:
    if member.may(Permission.EDIT_PROGRAMME):
        return
    closed = any(column.key in CLOSED_TO_PARTNERS for column in row.cells)
    if not row.id or closed or not member.scope.sees(SHARED[key], row.id):
        raise NotFoundError.of("row_not_shared", key=row.id)


def _locked(trip: str, key: ListKey) -> StoredList:
    """Return a list that nobody else changes until the transaction ends."""
    found = find_trip_row(key=trip)
    row = TripRow.objects.select_for_update().get(pk=found.pk)
    return StoredList(trip=read_trip(row), trip_version=row.version, versions=_versions(row, key))


def _versions(row: TripRow, key: str) -> dict[str, int]:
    return dict(rows_of(PART_BY_NAME[key], row).values_list("key", "version"))


def _write(trip: str, before: Trip, edited: Edited, *, by: Actor, now: datetime) -> None:
    """Write every part that differs."""
    if edited.trip is None:
        return
    row = find_trip_row(key=trip)
    for name in WRITTEN:
        old = {part.id: part for part in _members(before, name)}
        changed = [part for part in _members(edited.trip, name) if old.get(part.id) != part]
        versions = _versions(row, name) if changed else {}
        for part in changed:
            save_part(key=trip, value=part, by=by, now=now, expected_version=versions.get(part.id))


def _members(trip: Trip, name: str) -> tuple[Organisation | Host | Item | Delegate, ...]:
    found: tuple[Organisation | Host | Item | Delegate, ...] = getattr(trip, name)
    return found
