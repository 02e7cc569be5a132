"""Repair a published programme: what was told becomes changes, the planner answers, the answers are kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from geleit.domain.changes import (
    CapFell,
    Change,
    ChangeError,
    DelegateCancelled,
    DelegateJoined,
    HostDeclined,
    LegLate,
    Present,
    SlotMoved,
)
from geleit.domain.people import Delegate
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.repair.options import RepairOptions
from geleit.planner.repair.plan_b import PlanB, plans_b
from geleit.planner.repair.records import Repair, RepairAnswer, Repairs
from geleit.planner.repair.repair import repair
from geleit.services.faults import FaultError, file_faults
from geleit.services.files import prepare_folder, write_file

CHANGED_TRIP_FILE = "trip.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChanges:
    """What somebody told of what happened, as it was written.

    Parameters
    ----------
    declined, cancelled
        Ids of items and of delegates.
    moved, capped, late
        Pairs of an id and a time, a number of people, and minutes.
    joined
        Files with delegates in the form of the trip file.
    now
        Local time where the delegation is; empty while everything is to come.
    """

    declined: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    capped: tuple[tuple[str, int], ...] = ()
    cancelled: tuple[str, ...] = ()
    joined: tuple[Path, ...] = ()
    late: tuple[tuple[str, int], ...] = ()
    now: str = ""


def read_changes(*, trip: Trip, told: ToldChanges) -> tuple[Change, ...]:
    """Return what was told as changes of a trip.

    Raises
    ------
    FaultError
        When something names nothing the trip has, or is no time.
    TripFileError
        When a file of delegates is wrong.
    """
    changes: list[Change] = [HostDeclined(item=item) for item in told.declined]
    changes += [SlotMoved(item=item, start=_at_item(trip, item, text)) for item, text in told.moved]
    changes += [CapFell(item=item, max_people=people) for item, people in told.capped]
    changes += [DelegateCancelled(delegate=person) for person in told.cancelled]
    changes += [DelegateJoined(delegate=person) for file in told.joined for person in _joined(trip, file)]
    changes += [LegLate(leg=leg, minutes=minutes) for leg, minutes in told.late]
    if told.now:
        changes.append(Present(now=_on_trip(trip, told.now)))
    if not changes or (told.now and len(changes) == 1):
        raise FaultError(
            "Nothing has changed",
            advice="Say what has: --decline, --move, --cap, --cancel, --join or --late",
        )
    return tuple(changes)


def _at_item(trip: Trip, item: str, text: str) -> datetime:
    from geleit.tripfile.told_changes import instant_at_item

    try:
        return instant_at_item(trip, text, item)
    except ValueError as error:
        raise FaultError(f"--move {item}={text}: {error}") from None


def _on_trip(trip: Trip, text: str) -> datetime:
    from geleit.tripfile.told_changes import instant_on_trip

    try:
        return instant_on_trip(trip, text)
    except ValueError as error:
        raise FaultError(f"--now {text}: {error}") from None


def _joined(trip: Trip, file: Path) -> tuple[Delegate, ...]:
    from geleit.tripfile.told_changes import read_delegates

    with file_faults(file, done="read"):
        return read_delegates(trip, file)


def repair_programme(
    *,
    trip: Trip,
    programme: Programme,
    changes: Sequence[Change],
    options: RepairOptions,
    on_repair: Callable[[Repair], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> RepairAnswer:
    """Return what can become of a programme after some changes.

    Raises
    ------
    FaultError
        When a change names nothing the trip has, or something that is past.
    """
    try:
        return repair(trip, programme, changes, options, on_repair=on_repair, is_cancelled=is_cancelled)
    except ChangeError as error:
        raise FaultError(f"{error.value} {error.problem}", advice=error.advice) from None


def plans_b_of(
    *,
    trip: Trip,
    programme: Programme,
    options: RepairOptions | None = None,
    now: datetime | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Iterator[PlanB]:
    """Yield the repair of every placed item that is not confirmed, the earliest first."""
    return plans_b(trip, programme, options, now=now, is_cancelled=is_cancelled)


def keep_repairs(*, repairs: Repairs, folder: Path) -> tuple[Path, ...]:
    """Write the changed trip as ``trip.yaml``, and each proposal beside it as a programme of that trip.

    Raises
    ------
    FaultError
        When one cannot be written.
    """
    from geleit.tripfile.dump import dump_trip
    from geleit.tripfile.programme_io import programme_text

    text = dump_trip(repairs.trip)
    trip = _as_written(repairs.trip, text)
    prepare_folder(folder)
    written = [write_file(folder / CHANGED_TRIP_FILE, text)]
    for each in repairs.repairs:
        name = f"{each.kind.value.replace('_', '-')}.json"
        written.append(write_file(folder / name, programme_text(each.programme, trip)))
    return tuple(written)


def _as_written(trip: Trip, text: str) -> Trip:
    """Return the trip as it comes out of its file, so that the programmes name that file; as it is where it cannot."""
    from geleit.tripfile.load import trip_of_text
    from geleit.tripfile.problems import TripFileError

    try:
        return trip_of_text(text, CHANGED_TRIP_FILE).trip
    except TripFileError:
        return trip
