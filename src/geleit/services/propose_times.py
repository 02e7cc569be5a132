"""Whom to ask for what, and what is done if a host declines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from geleit.domain.changes import HostDeclined
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.propose.propose import proposals
from geleit.planner.propose.records import Proposal
from geleit.planner.repair.plan_b import USUAL
from geleit.planner.repair.records import RepairAnswer
from geleit.planner.repair.repair import repair
from geleit.services.faults import FaultError
from geleit.tripfile.problems import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What to ask a host for, and the repair of its decline.

    Parameters
    ----------
    plan_b
        None where it was not asked for.
    """

    proposal: Proposal
    plan_b: RepairAnswer | None


def propose_times(
    *,
    trip: Trip,
    programme: Programme,
    items: tuple[str, ...] = (),
    with_plan_b: bool = True,
    is_cancelled: Callable[[], bool] | None = None,
) -> Iterator[Asking]:
    """Yield for each placed item whose host has not confirmed what to ask for, the earliest first.

    Parameters
    ----------
    items
        Ids of the items asked about; none for all.
    with_plan_b
        Whether each decline is repaired beforehand, which takes about a second an item.
    is_cancelled
        Asked between items.

    Raises
    ------
    FaultError
        When an item is not of the trip, or the programme is not valid.
    """
    for item in items:
        if item not in trip.item_by_id:
            raise FaultError(
                f"No item of {trip.id} is called {item!r}",
                advice=did_you_mean(item, tuple(trip.item_by_id))
                or "The trip file names the ids of all items",
            )
    if check_programme(trip, programme):
        raise FaultError(
            "The programme is not valid for this trip",
            advice="geleit check says why; geleit plan or geleit repair makes a valid one",
        )
    only = frozenset(items) or None
    for proposal in proposals(trip, programme, only=only, is_cancelled=is_cancelled):
        answer = None
        if with_plan_b:
            declined = HostDeclined(item=proposal.item)
            answer = repair(trip, programme, (declined,), USUAL, is_cancelled=is_cancelled)
        yield Asking(proposal=proposal, plan_b=answer)
