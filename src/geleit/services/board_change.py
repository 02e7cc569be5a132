"""Changes by hand: a card moved, pinned or taken out, and each of them undone. Each is one step of a draft."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction

from geleit.domain.items import Item, Pin, PinKind
from geleit.domain.programme import Programme, Session
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.by_hand import Placing, placed_by_hand, without_session
from geleit.planner.check import check_changed
from geleit.services.board_kept import KeptTrip, kept_check, kept_kit, kept_trip
from geleit.services.board_read import Board, Stand, read_board
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row, overtaken
from geleit.services.guard import Actor
from geleit.services.keep_draft import keep_draft
from geleit.services.save_part import remove_part, save_part
from geleit.store.models import Draft, DraftStep, ItemRow, PinRow, TripRow
from geleit.store.plain import from_json, to_json

STEPS_KEPT = 100
"""Changes of a draft that can be undone."""
FOLLOWS = frozenset(
    {
        ViolationCode.NOT_CARRIED,
        ViolationCode.TOUR_BROKEN,
        ViolationCode.TRANSFERS_OVERLAP,
        ViolationCode.MEAL_BREAK_ELSEWHERE,
        ViolationCode.MEAL_BREAK_TAKEN,
        ViolationCode.GROUP_WITHOUT_PEOPLE,
        ViolationCode.BACKWARDS,
        ViolationCode.CHANGED_AWAY,
    }
)
"""What mostly follows from something else that is wrong, and is told after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the checker says of a move that nobody has made yet.

    Parameters
    ----------
    broken
        What would be wrong and is not now; causes first.
    mended
        What is wrong now and would not be.
    """

    trip: Trip
    before: Programme
    after: Programme
    broken: tuple[Violation, ...]
    mended: tuple[Violation, ...]


def check_placing(*, board: Board, placing: Placing) -> Answer:
    """Return what breaks if a session is put somewhere; nothing is kept.

    Parameters
    ----------
    board
        In its newest stand, as `newest_board` returns it.

    Raises
    ------
    NotFoundError
        When there is no such session, item or group.
    """
    after = _placed(board, board.now, placing, is_valued=False)
    found: tuple[Violation, ...] = ()
    if board.shown is not None:
        checked = kept_check(board.now, board.shown)
        found = check_changed(checked, after, pins=_freed(board.now.trip, placing.item))
    before, now = set(board.faults), set(found)
    return Answer(
        trip=board.now.trip,
        before=board.programme,
        after=after,
        broken=causes_first(one for one in found if one not in before),
        mended=tuple(one for one in board.faults if one not in now),
    )


def causes_first(faults: Iterable[Violation]) -> tuple[Violation, ...]:
    """Return what is wrong, what merely follows from it last."""
    return tuple(sorted(faults, key=lambda fault: (fault.code in FOLLOWS, not fault.items)))


def move_session(*, key: str, stand: Stand, placing: Placing, by: Actor, now: datetime) -> Draft:
    """Put a session somewhere and pin it there; one step of the draft, in one piece or not at all.

    Raises
    ------
    NotFoundError
        When there is no such session, item or group.
    OvertakenError
        When somebody else has changed the programme since; nothing is written.
    """
    with transaction.atomic():
        row = _locked(key)
        board = _to_change(row, stand)
        programme = _placed(board, board.now, placing)
        session = _session_at(board.programme, placing)
        pins = [pin for pin in board.now.trip.pins if pin.item == placing.item]
        stale = {PinKind.DAY, PinKind.PART, PinKind.DROPPED}
        kept = [
            pin
            for pin in pins
            if pin.kind not in stale and not (pin.kind is PinKind.TIME and pin.start == session)
        ]
        wanted = (*kept, Pin(kind=PinKind.TIME, item=placing.item, start=placing.start))
        return _step(
            board, programme, "move_session", placing.session or placing.item, placing.item, wanted, by, now
        )


def remove_session(*, key: str, stand: Stand, session: str, by: Actor, now: datetime) -> Draft:
    """Take a session off the board; its pin goes with it.

    Raises
    ------
    NotFoundError, OvertakenError
        As for `move_session`.
    """
    with transaction.atomic():
        board = _to_change(_locked(key), stand)
        old = _session(board.programme, session)
        programme = without_session(kept_kit(board.now, board.programme), board.programme, session)
        wanted = tuple(
            pin
            for pin in board.now.trip.pins
            if pin.item == old.item and not (pin.kind is PinKind.TIME and pin.start == old.start)
        )
        return _step(board, programme, "remove_session", session, old.item, wanted, by, now)


def pin_session(*, key: str, stand: Stand, session: str, is_pinned: bool, by: Actor, now: datetime) -> Draft:
    """Pin a session to its time, or take the pin away.

    Raises
    ------
    NotFoundError, OvertakenError
        As for `move_session`.
    """
    with transaction.atomic():
        board = _to_change(_locked(key), stand)
        old = _session(board.programme, session)
        pin = Pin(kind=PinKind.TIME, item=old.item, start=old.start)
        others = tuple(
            one
            for one in board.now.trip.pins
            if one.item == old.item and (one.kind, one.start) != (pin.kind, pin.start)
        )
        wanted = (*others, pin) if is_pinned else others
        action = "pin_session" if is_pinned else "unpin_session"
        return _step(board, board.programme, action, session, old.item, wanted, by, now)


def adopt_draft(*, key: str, stand: Stand, by: Actor, now: datetime) -> Draft:
    """Take a computed plan on: from now on it is what the board shows to everybody who works on the trip.

    Raises
    ------
    OvertakenError
        As for `move_session`.
    """
    with transaction.atomic():
        board = _to_change(_locked(key), stand)
        return _step(board, board.programme, "adopt_draft", "", "", (), by, now)


def take_programme(  # a step has so many parts
    *,
    board: Board,
    programme: Programme,
    item: str,
    changed: Item | None,
    pins: tuple[Pin, ...],
    action: str,
    by: Actor,
    now: datetime,
) -> Draft:
    """Take over another programme as one step; the caller holds the transaction and has locked the trip.

    Parameters
    ----------
    changed
        The item as the programme needs it, where its host is asked for another time; None to leave it.
    pins
        All pins of that item afterwards.
    """
    return _step(board, programme, action, item, item, pins, by, now, changed=changed)


def undo_step(*, key: str, stand: Stand, by: Actor, now: datetime) -> DraftStep:
    """Take back the last step of a draft, with the pins that came with it; return the step taken back.

    Raises
    ------
    NotFoundError
        When there is nothing to undo.
    OvertakenError
        When somebody else has changed the programme, or the pins that would have to go back.
    """
    with transaction.atomic():
        row = _locked(key)
        read_board(row=row, stand=stand)
        step = DraftStep.objects.filter(draft=stand.draft).order_by("-version").first()
        if stand.draft is None or step is None:
            raise NotFoundError.of("nothing_to_undo")
        for item, part in step.parts.items():
            _part_back(row, item, part, by, now)
        row.refresh_from_db()
        programme = from_json(Programme, step.programme)
        keep_draft(
            trip=kept_trip(row).trip,
            programme=programme,
            by=by,
            now=now,
            note=step.note,
            draft=stand.draft,
            expected_version=stand.version,
        )
        step.delete()
    return step


# -- a step ------------------------------------------------------------------------------------------------------------


def lock_board(key: str, stand: Stand) -> Board:
    """Return the board with its trip locked, to change it; the caller holds the transaction.

    Raises
    ------
    OvertakenError
        When there is a newer stand, or a part of the programme is no longer in the trip.
    """
    return _to_change(_locked(key), stand)


def _locked(key: str) -> TripRow:
    row = find_trip_row(key=key)
    return TripRow.objects.select_for_update().get(pk=row.pk)


def _to_change(row: TripRow, stand: Stand) -> Board:
    board = newest_board(row, stand)
    if board.is_gone:
        raise FaultError.of("part_gone")
    return board


def newest_board(row: TripRow, stand: Stand) -> Board:
    """Return the board if its stand is the newest of its draft; of a version, if no draft has been begun since.

    Raises
    ------
    NotFoundError
        When there is no such draft or version.
    OvertakenError
        When there is a newer stand.
    """
    board = read_board(row=row, stand=stand)
    if stand.draft is None and read_board(row=row).stand != stand:
        raise overtaken("programme")
    return board


def _step(  # noqa: PLR0917 # what a step is made of
    board: Board,
    programme: Programme,
    action: str,
    subject: str,
    item: str,
    pins: tuple[Pin, ...],
    by: Actor,
    now: datetime,
    changed: Item | None = None,
) -> Draft:
    """Keep a programme as the draft's next step, with an item's pins; a published version gets a draft first."""
    row, trip = board.row, board.now.trip
    before = tuple(pin for pin in trip.pins if pin.item == item)
    part: dict[str, Any] = {"pins": [[to_json(pin) for pin in each] for each in (before, pins)]}
    if item:
        set_pins(row, item, pins, by=by, now=now)
    if changed is not None and changed != trip.item_by_id[item]:
        part["item"] = [to_json(trip.item_by_id[item]), to_json(changed)]
        _set_item(row, changed, by=by, now=now)
    row.refresh_from_db()
    after = kept_trip(row)
    draft, expected = _draft_of(board, by, now)
    old = Draft.objects.get(pk=draft)
    if old.version != expected:
        raise overtaken("programme")
    DraftStep.objects.create(
        draft=old,
        snapshot_id=old.snapshot_id,
        programme=old.programme,
        seed=old.seed,
        objective=old.objective,
        bound=old.bound,
        note=old.note,
        version=old.version,
        action=action,
        subject=subject,
        faults=len(board.faults),
        parts={item: part} if item else {},
        made_at=now,
        made_by=by.name,
    )
    _forget_old_steps(draft)
    return keep_draft(
        trip=after.trip,
        programme=programme,
        by=by,
        now=now,
        note=old.note,
        draft=draft,
        expected_version=expected,
    )


def _draft_of(board: Board, by: Actor, now: datetime) -> tuple[int, int]:
    """Return the draft to change and its version; a published version is copied into a new one."""
    if board.draft is not None:
        return board.draft.id, board.draft.version
    made = keep_draft(trip=board.now.trip, programme=board.programme, by=by, now=now)
    return made.pk, made.version


def _forget_old_steps(draft: int) -> None:
    old = DraftStep.objects.filter(draft=draft).order_by("-version").values_list("pk", flat=True)[STEPS_KEPT:]
    DraftStep.objects.filter(pk__in=list(old)).delete()


def set_pins(row: TripRow, item: str, wanted: tuple[Pin, ...], *, by: Actor, now: datetime) -> None:
    """Give an item the wanted pins and no others; the caller holds the transaction."""
    missing = [_plain(pin) for pin in wanted]
    for found in PinRow.objects.filter(trip=row, item__key=item).select_related("item", "group", "delegate"):
        pin = _plain(_pin_of(found))
        if pin in missing:
            missing.remove(pin)
        else:
            remove_part(
                key=row.key, name="pins", part_key=found.key, expected_version=found.version, by=by, now=now
            )
    for pin in missing:
        save_part(key=row.key, value=pin, by=by, now=now, expected_version=None)


def _pin_of(row: PinRow) -> Pin:
    data = {
        **row.data,
        "kind": row.kind,
        "item": row.item.key,
        "group": row.group.key if row.group else None,
        "delegate": row.delegate.key if row.delegate else None,
    }
    return from_json(Pin, {name: value for name, value in data.items() if value is not None})


def _plain(pin: Pin) -> Pin:
    return replace(pin, note="")


def _set_item(row: TripRow, item: Item, *, by: Actor, now: datetime) -> None:
    version = ItemRow.objects.values_list("version", flat=True).get(trip=row, key=item.id)
    save_part(key=row.key, value=item, by=by, now=now, expected_version=version)


def _part_back(row: TripRow, item: str, part: Mapping[str, Any], by: Actor, now: datetime) -> None:
    trip = kept_trip(row).trip
    before, after = ([from_json(Pin, one) for one in each] for each in part["pins"])
    there = {_plain(pin) for pin in trip.pins if pin.item == item}
    if there != {_plain(pin) for pin in after}:
        raise overtaken("pins", item)
    set_pins(row, item, tuple(before), by=by, now=now)
    if "item" in part:
        old, new = (from_json(Item, one) for one in part["item"])
        if trip.item_by_id.get(item) != new:
            raise overtaken("item", item)
        _set_item(row, old, by=by, now=now)


# -- what is moved -----------------------------------------------------------------------------------------------------


def _placed(board: Board, trip: KeptTrip, placing: Placing, *, is_valued: bool = True) -> Programme:
    if placing.item not in trip.trip.item_by_id:
        raise NotFoundError.of("item_unknown", item=placing.item)
    unknown = [group for group in placing.groups if group not in trip.trip.group_by_id]
    if unknown:
        raise NotFoundError.of("group_unknown", group=unknown[0])
    if placing.session is not None:
        _session(board.programme, placing.session)
    kit = kept_kit(trip, board.programme)
    return placed_by_hand(kit, board.programme, placing, is_valued=is_valued)


def _session(programme: Programme, session: str) -> Session:
    for one in programme.sessions:
        if one.id == session:
            return one
    raise NotFoundError.of("session_unknown", session=session)


def _session_at(programme: Programme, placing: Placing) -> datetime | None:
    return _session(programme, placing.session).start if placing.session is not None else None


def _freed(trip: Trip, item: str) -> tuple[Pin, ...]:
    """Return the pins of a trip without those of an item's time, which a drop replaces."""
    timed = {PinKind.TIME, PinKind.DAY, PinKind.PART, PinKind.DROPPED}
    return tuple(pin for pin in trip.pins if pin.item != item or pin.kind not in timed)
