"""Repairs beside the board: looked for by a worker from what was moved or declined, taken over as one step."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.tasks import task

from geleit.domain.changes import Change, ChangeError, HostDeclined, SlotMoved, apply_changes
from geleit.domain.items import Item, Pin, PinKind
from geleit.domain.programme import Programme
from geleit.domain.status import RequestStatus
from geleit.domain.trip import Trip
from geleit.domain.windows import Clock, Window, local
from geleit.planner.repair.options import RepairOptions
from geleit.planner.repair.records import Differences, Repair, RepairKind, Repairs
from geleit.planner.repair.repair import repair
from geleit.planner.result import Infeasible
from geleit.services.audit import record_audit
from geleit.services.board_change import lock_board, take_programme
from geleit.services.board_kept import kept_draft, kept_trip, kept_version
from geleit.services.board_read import REPAIR, Board, Stand, read_board
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row, overtaken
from geleit.services.guard import Actor
from geleit.services.jobs.handle import current_job
from geleit.services.jobs.manage import enqueue_job, read_job
from geleit.store.models import Draft, DraftStep, Job, TripRow
from geleit.store.plain import from_json, to_json

LIMIT_S: Final = 12.0
"""Seconds after which the search for repairs ends; the first one stands beside the board long before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A repair as the board shows it."""

    kind: RepairKind
    programme: Programme
    differences: Differences
    forced: int
    proven: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What a search for repairs has found so far.

    Parameters
    ----------
    item
        Whose move or refusal it answers.
    trip
        The trip after the change.
    outcome
        ``running``, ``solved``, ``infeasible``, ``timed_out``, or ``overtaken`` where the programme was changed
        after the search began: its answers then no longer fit.
    clashes
        Reasons, as JSON, where nothing can be done.
    """

    item: str
    is_declined: bool
    trip: Trip
    base: Programme
    repairs: tuple[Proposal, ...]
    outcome: str
    clashes: tuple[Any, ...]


def ask_repairs(
    *, key: str, stand: Stand, item: str, is_declined: bool = False, by: Actor, now: datetime
) -> Job:
    """Have a worker look for repairs, from the last programme in which nothing was wrong.

    Parameters
    ----------
    item
        The item that was moved by hand, or whose host declined.

    Raises
    ------
    NotFoundError
        When there is no such item, or nothing of it was moved.
    OvertakenError
        When there is a newer stand.
    """
    with transaction.atomic():
        row = find_trip_row(key=key)
        board = read_board(row=row, stand=stand)
        if item not in board.now.trip.item_by_id:
            raise NotFoundError.of("item_unknown", item=item)
        if stand.draft is None:
            raise NotFoundError.of("repair_of_version")
        change = _change(board, item, is_declined=is_declined)
        args = {
            "key": key,
            "stand": str(stand),
            "item": item,
            "declined": is_declined,
            "start": change.start.isoformat() if isinstance(change, SlotMoved) else "",
            "was": change.was.isoformat() if isinstance(change, SlotMoved) and change.was else "",
            "others": _has_others(board, item),
        }
        job = enqueue_job(task=repair_task, args=args, subject=f"{REPAIR}:{stand.draft}", trip=row)
        record_audit(action="ask_repairs", subject=f"item:{item}", by=by, now=now, trip=row)
    return job


@task
def repair_task(
    *, key: str, stand: str, item: str, declined: bool, start: str, was: str, others: bool
) -> dict[str, Any]:
    """Look for repairs; the first is told as soon as it is there."""
    job = current_job()
    row = find_trip_row(key=key)
    seen = Stand.of(stand)
    told: dict[str, Any] = {
        "stand": stand,
        "item": item,
        "declined": declined,
        "start": start,
        "was": was,
        "others": others,
    }
    base = base_of(row, seen, item)
    job.tell(told | {"repairs": []})
    try:
        answer = repair(
            _widened(kept_trip(row).trip, told) if told["others"] else kept_trip(row).trip,
            base,
            () if told["others"] else _changes(told),
            RepairOptions(limit_s=LIMIT_S),
            on_repair=lambda first: job.tell(told | {"repairs": [_plain(first)]}),
            is_cancelled=job.is_cancelled,
        )
    except ChangeError as error:
        raise FaultError.of(
            "change_refused", value=str(error.value), problem=error.problem, advice=error.advice
        ) from None
    job.raise_if_cancelled()
    if isinstance(answer, Repairs):
        return told | {"outcome": "solved", "repairs": [_plain(each) for each in answer.repairs]}
    if isinstance(answer, Infeasible):
        clashes = [to_json(clash) for clash in answer.clashes]
        return told | {"outcome": "infeasible", "repairs": [], "clashes": clashes}
    return told | {"outcome": "timed_out", "repairs": []}


def read_proposals(*, board: Board) -> Proposals | None:
    """Return the repairs found for the draft on the board, or None where nobody asked for any."""
    job = board.repair_job
    if job is None or board.stand is None:
        return None
    told = job.result or job.progress
    if "item" not in told or told["item"] not in board.now.trip.item_by_id:
        return None
    is_old = told["stand"] != str(board.stand)
    trip = _after(board.now.trip, told)
    return Proposals(
        item=told["item"],
        is_declined=told["declined"],
        trip=trip,
        base=board.programme if is_old else base_of(board.row, board.stand, told["item"]),
        repairs=() if is_old else tuple(_read(each) for each in told["repairs"]),
        outcome="overtaken" if is_old else told.get("outcome", "running"),
        clashes=tuple(told.get("clashes", ())),
    )


def take_repair(*, key: str, stand: Stand, job: str, kind: RepairKind, by: Actor, now: datetime) -> Draft:
    """Take a repair over as the draft's next step: its programme, and the moved item at its new time, pinned.

    Raises
    ------
    NotFoundError
        When there is no such repair.
    OvertakenError
        When the programme has been changed since the repair was computed.
    """
    with transaction.atomic():
        board = lock_board(key, stand)
        found = read_job(job=job)
        told = found.result
        if found.subject != f"{REPAIR}:{stand.draft}" or not told:
            raise NotFoundError.of("repair_unknown", job=job)
        if told["stand"] != str(stand):
            raise overtaken("programme")
        chosen = next((each for each in told["repairs"] if each["kind"] == kind.value), None)
        if chosen is None:
            raise NotFoundError.of("repair_kind_unknown", kind=kind)
        trip = _after(board.now.trip, told)
        programme = from_json(Programme, chosen["programme"])
        return take_programme(
            board=board,
            programme=programme,
            item=told["item"],
            changed=_changed_item(trip, told["item"]),
            pins=_pins_after(trip, told, programme),
            action="take_repair",
            by=by,
            now=now,
        )


def base_of(row: TripRow, stand: Stand, item: str) -> Programme:
    """Return the programme that repairs keep as much as possible of: the last in which nothing was wrong.

    Raises
    ------
    NotFoundError
        When the draft is gone.
    """
    draft = Draft.objects.filter(pk=stand.draft or 0, trip=row).first()
    if draft is None:
        raise NotFoundError.of("draft_gone")
    sound = (
        DraftStep.objects.filter(draft=draft, faults=0, version__lt=stand.version)
        .order_by("-version")
        .first()
    )
    if sound is not None:
        return from_json(Programme, sound.programme)
    published = draft.based_on_id
    if published is not None and item in kept_version(published).programme.sessions_of:
        return kept_version(published).programme
    return kept_draft(draft.pk, draft.version).programme


def _change(board: Board, item: str, *, is_declined: bool) -> Change:
    """Return what happened: the refusal, or the time at which the item now is by hand."""
    declined = board.now.trip.item_by_id[item].request.status
    if is_declined or declined in (RequestStatus.DECLINED, RequestStatus.WITHDRAWN, RequestStatus.LAPSED):
        return HostDeclined(item=item)
    assert board.stand is not None  # noqa: S101 # who asks has given one
    before = [session.start for session in base_of(board.row, board.stand, item).sessions_of.get(item, ())]
    after = [session.start for session in board.programme.sessions_of.get(item, ())]
    new = [start for start in after if start not in before]
    pinned = {pin.start for pin in board.now.trip.pins if pin.item == item and pin.kind is PinKind.TIME}
    start = next(iter(new), next((one for one in after if one in pinned), None))
    if start is None:
        raise NotFoundError.of("not_moved", item=item)
    firm = board.now.trip.item_by_id[item].firm_slots
    was = next((one for one in firm if one not in after), None) if len(firm) > 1 else None
    return SlotMoved(item=item, start=start, was=was)


def _changes(told: Mapping[str, Any]) -> tuple[Change, ...]:
    if told["declined"] or not told["start"]:
        return (HostDeclined(item=told["item"]),)
    was = datetime.fromisoformat(told["was"]) if told["was"] else None
    return (SlotMoved(item=told["item"], start=datetime.fromisoformat(told["start"]), was=was),)


def _has_others(board: Board, item: str) -> bool:
    """Whether the item has further sessions, at times that nobody has confirmed: they stay where they are."""
    found = board.now.trip.item_by_id[item]
    return len(board.programme.sessions_of.get(item, ())) > 1 and not found.firm_slots and bool(found.windows)


def _widened(trip: Trip, told: Mapping[str, Any]) -> Trip:
    """Return the trip in which the host also receives at the new time, and a pin holds it."""
    if not told["start"]:
        return apply_changes(trip, _changes(told))
    item, start = trip.item_by_id[told["item"]], datetime.fromisoformat(told["start"])
    zone = trip.zone_of(item.station)
    wall = local(start, zone)
    minute = wall.hour * 60 + wall.minute
    end = minute + item.duration_min
    is_open = any(
        window.day == wall.date() and window.clock.start_min <= minute and end <= window.clock.end_min
        for window in item.windows
    )
    windows = (
        item.windows
        if is_open
        else (*item.windows, Window(wall.date(), Clock(minute, end), on_closed_days=True))
    )
    items = tuple(replace(one, windows=windows) if one.id == item.id else one for one in trip.items)
    pin = Pin(kind=PinKind.TIME, item=item.id, start=start)
    others = tuple(one for one in trip.pins if replace(one, note="") != pin)
    return replace(trip, items=items, pins=(*others, pin))


def _after(trip: Trip, told: Mapping[str, Any]) -> Trip:
    if told["others"]:
        return _widened(trip, told)
    try:
        return apply_changes(trip, _changes(told))
    except ChangeError:
        return trip


def _changed_item(trip: Trip, item: str) -> Item:
    return trip.item_by_id[item]


def _pins_after(trip: Trip, told: Mapping[str, Any], programme: Programme) -> tuple[Pin, ...]:
    """Return the item's pins after a repair: those that the change left, and the new time."""
    item = told["item"]
    kept = tuple(pin for pin in trip.pins if pin.item == item)
    if told["others"]:
        return kept
    starts = {session.start for session in programme.sessions_of.get(item, ())}
    start = datetime.fromisoformat(told["start"]) if told["start"] else None
    if start is None or start not in starts:
        return kept
    return (*kept, Pin(kind=PinKind.TIME, item=item, start=start))


def _plain(found: Repair) -> dict[str, Any]:
    return {
        "kind": found.kind.value,
        "programme": to_json(found.programme),
        "differences": to_json(found.differences),
        "forced": found.forced,
        "proven": found.proven,
    }


def _read(told: Mapping[str, Any]) -> Proposal:
    return Proposal(
        kind=RepairKind(told["kind"]),
        programme=from_json(Programme, told["programme"]),
        differences=from_json(Differences, told["differences"]),
        forced=told["forced"],
        proven=told["proven"],
    )
