"""What can be reached at all: the quickest ways, and items to which no way leads in time."""

from collections.abc import Iterator

import numpy as np

from geleit.domain.programme import Reason, ReasonCode
from geleit.planner.explain import unplaced_items
from geleit.planner.problem import FOREVER, IntArray, Problem
from geleit.planner.result import Clash
from geleit.planner.timetable.plan import Plan


def shortest_ways(ride: IntArray) -> IntArray:
    """Return the minutes of the quickest way from place to place, over other places too."""
    ways = np.where(
        (ride == 0) & ~np.eye(len(ride), dtype=np.bool_), FOREVER, ride
    )  # 0: of different stations
    for over in range(len(ways)):
        ways = np.minimum(ways, ways[:, over, None] + ways[None, over, :])
    return ways


def _is_reachable(problem: Problem, item: int, block: int, ways: IntArray) -> bool:
    """Whether some session of an item in a block leaves time to come from the base and to go back."""
    data, here = problem.items[item], problem.blocks[block]
    way, back = int(ways[here.base, data.place]), int(ways[data.place, here.base])
    last = here.hi - back - data.after - data.duration
    start = problem.first_start(item, here, here.lo + way + data.before)
    return start is not None and start <= last


def hopeless(plan: Plan) -> Iterator[Clash]:
    """Yield what must take place and cannot be reached in time on any way, whatever else is given up."""
    problem = plan.problem
    missing = sorted({item for item, _ in plan.unmet if item not in plan.placed})
    ways = shortest_ways(problem.ride) if missing else problem.ride
    reasons = {each.item: each.reasons for each in unplaced_items(plan)} if missing else {}
    for item in missing:
        name, homes = problem.trip.items[item].id, problem.blocks_of[item]
        if not homes:
            yield Clash(reasons=reasons[name], items=(name,))
        elif not any(_is_reachable(problem, item, block, ways) for block in homes):
            yield Clash(reasons=(Reason(code=ReasonCode.FRAME, items=(name,)),), items=(name,))
