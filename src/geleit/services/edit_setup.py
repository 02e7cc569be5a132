"""Route, hotels, groups and the day of a stored trip, changed after it was begun.

Before anything is written it is said what the change means for the programmes that people go by: the published
version, and the draft on the board. Published versions keep the trip that they were made of.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from geleit.domain.people import Group
from geleit.domain.places import Place
from geleit.domain.programme import Programme
from geleit.domain.trip import Frame, Leg, Station, Trip
from geleit.domain.validation import TripProblem, trip_problems
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check import check_programme
from geleit.services.audit import record_audit
from geleit.services.board_kept import kept_draft, kept_version
from geleit.services.board_read import Board, read_board
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row, overtaken, touch_trip
from geleit.services.guard import Actor
from geleit.services.once import take_form, taken_before
from geleit.services.save_part import remove_part, save_part
from geleit.store.convert import PART_BY_NAME, PART_BY_VALUE, Value, read_trip, rows_of, trip_columns
from geleit.store.models import TripRow
from geleit.store.plain import to_json

ORDER: Final = ("places", "stations", "legs", "groups", "items")
"""What is written, in an order in which each may refer to those before it."""
Basis = Leg | Station | Place | Group | Frame | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupChange:
    """What is to be different.

    Parameters
    ----------
    parts
        New and changed parts, whole.
    removed
        Parts that go: the field of `Trip` and the id.
    order
        Ids in their new order, by field of `Trip`.
    frame, guides_required
        None to leave them.
    seen
        Digest (`basis_of`) by field of `Trip` and id of what the change is based on; of the frame under
        ``("frame", "")``.
    """

    parts: tuple[Value, ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    order: Mapping[str, Sequence[str]] = field(default_factory=dict)
    frame: Frame | None = None
    guides_required: bool | None = None
    seen: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What the change means for one programme.

    Parameters
    ----------
    version
        Number of the published version; None for the draft that the board shows.
    broken, mended
        What the checker finds that it did not find before, and the other way round.
    is_gone
        The programme uses what is taken out, so it has to be planned anew.
    """

    version: int | None
    broken: tuple[Violation, ...]
    mended: tuple[Violation, ...]
    is_gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What comes of a change.

    Parameters
    ----------
    trip
        As it would be, or as it now is.
    warnings
        What is new and odd in the trip.
    effects
        For each programme that people go by.
    is_saved
        Whether it was written.
    """

    trip: Trip
    warnings: tuple[TripProblem, ...]
    effects: tuple[Effect, ...]
    is_saved: bool = False

    @property
    def is_harmless(self) -> bool:
        """Whether every programme holds as it did."""
        return not any(effect.broken or effect.is_gone for effect in self.effects)


class SetupError(FaultError):
    """A change after which the trip could not be planned.

    Parameters
    ----------
    problems
        What the domain says about it that it did not say before.
    """

    def __init__(self, problems: Sequence[TripProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("The trip could not be planned with this change", holds="Nothing was changed")


def basis_of(value: Basis) -> str:
    """Return a digest of a part as it is, which a form carries to say what it was filled from."""
    text = json.dumps(to_json(value) if value is not None else None, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def read_setup(*, key: str) -> Trip:
    """Return the trip whose setup is shown.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    return read_trip(find_trip_row(key=key))


def change_setup(
    *, key: str, change: SetupChange, is_agreed: bool, by: Actor, now: datetime, once: str = ""
) -> Outlook:
    """Write a change, all of it or nothing; one that breaks a programme only when that is agreed to.

    Parameters
    ----------
    is_agreed
        Whether the one who acts has seen what breaks.
    once
        Token of a form that adds something (`once.new_token`): sent again, it adds nothing more.

    Returns
    -------
    Outlook
        What it means; not saved where something breaks and that was not agreed to.

    Raises
    ------
    NotFoundError
        When there is no such trip, or the part is not in it.
    OvertakenError
        When somebody else has changed or removed the part since.
    SetupError
        When the trip could not be planned with it.
    FaultError
        When what is to go is still used.
    """
    with transaction.atomic():
        found = find_trip_row(key=key)
        row = TripRow.objects.select_for_update().get(pk=found.pk)
        trip = read_trip(row)
        if taken_before(token=once, by=by):
            return Outlook(trip=trip, warnings=(), effects=(), is_saved=True)
        _refuse_overtaken(trip, change)
        after = changed_trip(trip, change)
        known = set(trip_problems(trip))
        fresh = [problem for problem in trip_problems(after) if problem not in known]
        if wrong := [problem for problem in fresh if not problem.is_warning]:
            raise SetupError(wrong)
        outlook = Outlook(trip=after, warnings=tuple(fresh), effects=_effects(row, trip, after))
        if not outlook.is_harmless and not is_agreed:
            return outlook
        _write(row, trip, after, change, by=by, now=now)
        take_form(token=once, subject=f"setup of {key}", by=by, now=now)
    return replace(outlook, is_saved=True)


def changed_trip(trip: Trip, change: SetupChange) -> Trip:
    """Return the trip with the change."""
    fields: dict[str, Any] = {}
    for value in change.parts:
        name = PART_BY_VALUE[type(value)].name
        members = fields.get(name, getattr(trip, name))
        own = value.id  # type: ignore[union-attr] # rules and pins are no setup
        is_new = all(member.id != own for member in members)
        fields[name] = (
            (*members, value)
            if is_new
            else tuple(value if member.id == own else member for member in members)
        )
    for name, own in change.removed:
        fields[name] = tuple(member for member in fields.get(name, getattr(trip, name)) if member.id != own)
    for name, ids in change.order.items():
        place = {own: number for number, own in enumerate(ids)}
        members = fields.get(name, getattr(trip, name))
        fields[name] = tuple(sorted(members, key=lambda member: place.get(member.id, len(place))))
    if change.frame is not None:
        fields["frame"] = change.frame
        if change.frame != trip.frame:
            fields["assumed"] = trip.assumed - {"frame"}
    if change.guides_required is not None:
        fields["guides_required"] = change.guides_required
    return replace(trip, **fields)


def _refuse_overtaken(trip: Trip, change: SetupChange) -> None:
    for (name, own), seen in change.seen.items():
        value = trip.frame if name == "frame" else _member(trip, name, own)
        if name != "frame" and value is None:
            raise NotFoundError.of("part_unknown", key=own, part=name)
        if basis_of(value) != seen:
            raise overtaken(own or name)


def _member(trip: Trip, name: str, own: str) -> Any:  # noqa: ANN401 # a part of any kind
    return next((member for member in getattr(trip, name) if member.id == own), None)


# -- what it means for programmes --------------------------------------------------------------------------------------


def _effects(row: TripRow, before: Trip, after: Trip) -> tuple[Effect, ...]:
    board = read_board(row=row)
    found = []
    if board.versions:
        shown = kept_version(board.versions[0].row)
        found.append(_effect(board.versions[0].number, before, after, shown.programme))
    if board.draft is not None and _is_worked_on(board):
        programme = kept_draft(board.draft.id, board.draft.version).programme
        found.append(_effect(None, before, after, programme))
    return tuple(found)


def _is_worked_on(board: Board) -> bool:
    return board.draft is not None and (board.draft.is_worked_on or not board.versions)


def _effect(version: int | None, before: Trip, after: Trip, programme: Programme) -> Effect:
    bare = replace(programme, value=None)  # what it is worth may change; that is no fault of it
    old, new = check_programme(before, bare), check_programme(after, bare)
    is_gone = any(one.code is ViolationCode.UNKNOWN_ID for one in new)
    return Effect(
        version=version,
        broken=tuple(one for one in new if one not in set(old) and one.code is not ViolationCode.UNKNOWN_ID),
        mended=tuple(one for one in old if one not in set(new)),
        is_gone=is_gone and all(one.code is not ViolationCode.UNKNOWN_ID for one in old),
    )


# -- writing -----------------------------------------------------------------------------------------------------------


def _write(row: TripRow, before: Trip, after: Trip, change: SetupChange, *, by: Actor, now: datetime) -> None:
    wanted = sorted(change.parts, key=lambda value: ORDER.index(PART_BY_VALUE[type(value)].name))
    for value in wanted:
        name = PART_BY_VALUE[type(value)].name
        own = value.id  # type: ignore[union-attr] # rules and pins are no setup
        if _member(before, name, own) == value:
            continue
        save_part(key=row.key, value=value, by=by, now=now, expected_version=_version(row, name, own))
    for name, own in sorted(change.removed, key=lambda one: -ORDER.index(one[0])):
        version = _version(row, name, own)
        if version is not None:
            remove_part(key=row.key, name=name, part_key=own, expected_version=version, by=by, now=now)
    for name in change.order:
        _put_in_order(row, name, [member.id for member in getattr(after, name)])
    if (after.frame, after.guides_required) != (before.frame, before.guides_required):
        _write_frame(row, before, after, by=by, now=now)


def _version(row: TripRow, name: str, own: str) -> int | None:
    found: int | None = (
        rows_of(PART_BY_NAME[name], row).filter(key=own).values_list("version", flat=True).first()
    )
    return found


def _put_in_order(row: TripRow, name: str, ids: Sequence[str]) -> None:
    for position, own in enumerate(ids, start=1):
        rows_of(PART_BY_NAME[name], row).filter(key=own).exclude(position=position).update(position=position)


def _write_frame(row: TripRow, before: Trip, after: Trip, *, by: Actor, now: datetime) -> None:
    TripRow.objects.filter(pk=row.pk).update(data=trip_columns(after)["data"])
    touch_trip(row)
    old, new = ({**to_json(trip.frame), "guides_required": trip.guides_required} for trip in (before, after))
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    record_audit(
        action="change_frame",
        subject="frame",
        by=by,
        now=now,
        trip=row,
        before={name: old.get(name) for name in names},
        after={name: new.get(name) for name in names},
    )
