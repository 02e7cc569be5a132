"""The published appointments that could all stay but for what is new."""

from dataclasses import dataclass

import numpy as np

from geleit.planner.problem import NEVER, BoolArray, IntArray, Problem
from geleit.planner.repair.agendas import Visit
from geleit.planner.repair.differences import can_stay, may_go, most_at
from geleit.planner.repair.keeping import Keeping


@dataclass(frozen=True)
class Staying:
    """The published appointments that could all stay but for what is new.

    Parameters
    ----------
    starts
        When a person is in a session of an item, items by people; ``NEVER`` where not, or where it cannot stay.
    known
        Whether a person was in the item at all, at whatever time: being there costs nothing more.
    counted
        Whose changes count.
    """

    starts: IntArray
    known: BoolArray
    counted: BoolArray

    def visits(self, person: int) -> tuple[Visit, ...]:
        """Return a person's appointments in time order."""
        items = np.flatnonzero(self.starts[:, person] != NEVER)
        return tuple(sorted(Visit.at(item, int(self.starts[item, person])) for item in items.tolist()))


def staying_of(problem: Problem, starts: IntArray, counted: BoolArray) -> Staying:
    """Return the published appointments that could all stay together but for what is new.

    Parameters
    ----------
    starts
        When each person was in which item, items by people; ``Keeping.NONE`` where not.
    """
    kept = np.full(starts.shape, NEVER, dtype=np.int64)
    for item in range(len(problem.items)):
        for start in np.unique(starts[item][starts[item] != Keeping.NONE]).tolist():
            going = np.flatnonzero(starts[item] == start)
            able = [person for person in going.tolist() if may_go(problem, item, person, start)]
            if can_stay(problem, item, start) and len(able) <= most_at(problem, item, start):
                kept[item, able] = start
    return Staying(kept, starts != Keeping.NONE, counted)
