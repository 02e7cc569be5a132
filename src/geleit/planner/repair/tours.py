"""Everything that one group can visit in a day part, as far as the ways allow."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from geleit.planner.problem import ALWAYS, FOREVER, BoolArray
from geleit.planner.repair.agendas import Day, Visit

MOST_TOURS = 400
"""Tours that are compared; where more are possible, only people's own days are reckoned."""
Tour = tuple[Visit, ...]


@dataclass(frozen=True)
class PossibleTours:
    """The tours to some appointments away from the base.

    Parameters
    ----------
    visits
        Appointments that tours can go to.
    """

    day: Day
    visits: tuple[Visit, ...]

    @cached_property
    def all(self) -> tuple[Tour, ...] | None:
        """Everything that one group can visit in the day part; None where that is too much."""
        found: dict[Tour, None] = {}
        level: list[Tour] = [()]
        while level:
            longer = [tour for stub in level for tour in self._longer(stub)]
            found |= dict.fromkeys(longer)
            if len(found) > MOST_TOURS:
                return None
            level = longer
        alike: dict[frozenset[Visit], Tour] = {}
        for tour in found:
            alike.setdefault(frozenset(tour), tour)
        return tuple(alike.values())

    def _longer(self, stub: Tour) -> Iterator[Tour]:
        taken = {visit.item for visit in stub}
        for visit in self.visits:
            tour = (*stub, visit)
            if visit.item not in taken and self.day.earliest(tour) is not None:
                yield tour

    def needs_vehicle(self, tour: Tour) -> bool:
        """Whether a tour cannot be made on foot."""
        items = self.day.problem.items
        return not all(self._on_foot[self.day.base, items[visit.item].place] for visit in tour)

    def seats(self, tour: Tour) -> int:
        """Return how many people a group can take on a tour at most: in its vehicle, and at the hosts' places."""
        problem = self.day.problem
        room = max((seats for _, seats in problem.seats), default=0) if self.needs_vehicle(tour) else ALWAYS
        for visit in tour:
            outside = int((problem.member[visit.item] & ~problem.attends[visit.item]).sum())
            room = min(room, problem.items[visit.item].cap + outside)
        return room

    @cached_property
    def _on_foot(self) -> BoolArray:
        """Whether people can walk from place to place, over others too."""
        problem = self.day.problem
        near: BoolArray = ~problem.rides & (problem.ride > 0) & (problem.ride < FOREVER)
        near |= np.eye(len(near), dtype=np.bool_)
        for over in range(len(near)):
            near = near | (near[:, over, None] & near[None, over, :])
        return near
