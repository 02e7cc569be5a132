"""Plan B: for every item that is not confirmed, what becomes of the programme if it falls away, before it does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from geleit.domain.changes import Change, HostDeclined, Present
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.repair.options import RepairOptions
from geleit.planner.repair.records import RepairAnswer
from geleit.planner.repair.repair import repair

USUAL = RepairOptions(rounds=0, prove=False)
"""The neighbourhoods of the item, and no search beyond: about a second an item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanB:
    """What is done if an item falls away.

    Parameters
    ----------
    probability_percent
        How likely the item takes place, as the plan reckons.
    answer
        The repair of its decline.
    """

    item: str
    probability_percent: int
    answer: RepairAnswer


def plans_b(
    trip: Trip,
    programme: Programme,
    options: RepairOptions | None = None,
    *,
    now: datetime | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Iterator[PlanB]:
    """Yield the repair of every placed item that is not confirmed, the earliest first.

    Lazy: whoever takes only the first pays only for that. A cancelled search ends after the item it is at.

    Parameters
    ----------
    options
        Effort for each item.
    now
        Items that began before are left out.
    """
    for item in open_items(trip, programme, now):
        changes: tuple[Change, ...] = (HostDeclined(item=item),)
        if now is not None:
            changes = (*changes, Present(now=now))
        answer = repair(trip, programme, changes, options or USUAL, is_cancelled=is_cancelled)
        yield PlanB(item=item, probability_percent=trip.item_by_id[item].probability_percent, answer=answer)
        if is_cancelled is not None and is_cancelled():
            return


def open_items(trip: Trip, programme: Programme, now: datetime | None = None) -> tuple[str, ...]:
    """Return the placed items whose hosts have not confirmed, in the order of their first sessions."""
    firsts = [
        (min(later), item)
        for item, sessions in programme.sessions_of.items()
        if item in trip.item_by_id
        and not trip.item_by_id[item].request.status.is_firm
        and (later := [session.start for session in sessions if now is None or session.start >= now])
    ]
    return tuple(item for _, item in sorted(firsts))
