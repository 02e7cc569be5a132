"""Which few tours serve everyone at the least cost: an exact choice, by branch and bound.

People come in kinds, who cost the same on every tour. A tour takes at most its seats; the first one chosen is made by
a least number of people, whatever that costs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from geleit.planner.problem import IntArray

BARRED = 10**6
"""Cost of a tour to those who cannot make it, and of staying behind to those who may not."""
MOST_STEPS = 6_000
"""Choices looked at; beyond, only what is known by then is told."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Tours chosen, and how many people of each kind make each of them.

    Parameters
    ----------
    cost
        Sum over all people, those who stay behind too.
    tours
        Numbers of tours, the due one first.
    people
        Tours by kinds.
    """

    cost: int
    tours: tuple[int, ...]
    people: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What one of the due tours needs.

    Parameters
    ----------
    tours
        Numbers of the due tours: one of them is chosen.
    least
        People of the kinds ``counted`` on it at least, besides a leader where it needs one.
    """

    tours: tuple[int, ...]
    least: int
    counted: frozenset[int]


@dataclass
class Cover:
    """The search for the cheapest choice.

    Parameters
    ----------
    sizes
        People of each kind.
    behind
        Cost of staying behind, by kind.
    costs
        Cost of each tour, tours by kinds.
    seats
        People on each tour at most.
    most
        Tours at most.
    leaders
        Kinds of whom one must be on every tour of ``led``; empty for nobody.
    """

    sizes: IntArray
    behind: IntArray
    costs: IntArray
    seats: IntArray
    most: int
    leaders: frozenset[int] = frozenset()
    led: frozenset[int] = frozenset()
    steps: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.saves = np.clip(self.behind[None, :] - self.costs, 0, None)
        """What each tour saves one person of each kind."""
        self.tops = np.array(
            [self._top(row, int(seats)) for row, seats in zip(self.saves, self.seats, strict=True)],
            dtype=np.int64,
        )
        """The most that each tour can save."""
        self.order: list[int] = np.argsort(-self.tops, kind="stable").tolist()
        """Tours, the one that can save most first."""

    def cheapest(self, demand: Demand, below: int) -> tuple[int, Choice | None]:
        """Return a lower bound of the cost, and the cheapest choice if it costs less than ``below``.

        The bound is exact where there is a choice; else it is ``below``, or less where the search was cut short.
        """
        best, found = below, None
        open_ = self._root_bound(demand)
        for due in demand.tours:
            stack: list[tuple[tuple[int, ...], int]] = [((due,), 0)]
            while stack:
                chosen, first = stack.pop()
                self.steps += 1
                if self.steps > MOST_STEPS:
                    return min(best, open_), found
                if self._bound(chosen, self.most - len(chosen), first) >= best:
                    continue
                if self._bound(chosen, 0, first) < best:
                    tried = self._assigned(chosen, demand)
                    if tried is not None and tried.cost < best:
                        best, found = tried.cost, tried
                if len(chosen) < self.most:
                    places = range(len(self.order) - 1, first - 1, -1)
                    stack += [
                        ((*chosen, self.order[place]), place)
                        for place in places
                        if self.tops[self.order[place]] > 0 or self.order[place] in demand.tours
                    ]
        return best, found

    def _root_bound(self, demand: Demand) -> int:
        return min((self._bound((tour,), self.most - 1, 0) for tour in demand.tours), default=0)

    def _bound(self, chosen: tuple[int, ...], more: int, first: int) -> int:
        """Return what the people cost at least with some tours and ``more`` others from place ``first`` on."""
        total = int((self.behind * self.sizes).sum())
        rest = self.saves[self.order[first:] if more else []]
        best = np.max(np.vstack([self.saves[list(chosen)], rest]), axis=0)
        by_people = int((best * self.sizes).sum())
        alike: dict[int, int] = {}
        for tour in chosen:
            alike[tour] = alike.get(tour, 0) + 1
        by_tours = sum(
            self._top(self.saves[tour], int(self.seats[tour]) * count) for tour, count in alike.items()
        )
        by_tours += more * int(self.tops[self.order[first]]) if more and first < len(self.order) else 0
        return total - min(by_people, by_tours)

    def _top(self, saves: IntArray, seats: int) -> int:
        """Return the most that so many seats of a tour save."""
        total = 0
        for kind in np.argsort(-saves, kind="stable").tolist():
            taken = min(seats, int(self.sizes[kind]))
            total, seats = total + taken * int(saves[kind]), seats - taken
            if seats <= 0:
                break
        return total

    def _assigned(self, chosen: Sequence[int], demand: Demand) -> Choice | None:
        """Return the cheapest way to put the people on tours; None where the due tour finds too few."""
        shared = sum(tour in demand.tours for tour in chosen)
        least = -(-demand.least // shared)
        flow = Flow(self.sizes, self.behind)
        for number, tour in enumerate(chosen):
            seats = int(self.seats[tour])
            if self.leaders and tour in self.led:
                flow.add(number, self.costs[tour], 1, self.leaders, due=True)
                seats -= 1
            if number == 0:
                if least > seats:
                    return None
                flow.add(number, self.costs[tour], least, demand.counted, due=True)
                seats -= least
            flow.add(number, self.costs[tour], max(0, seats), None, due=False)
        people = flow.solve(len(chosen))
        if people is None:
            return None
        cost = int((self.behind * self.sizes).sum())
        for number, tour in enumerate(chosen):
            cost += int((people[number] * (self.costs[tour] - self.behind)).sum())
        if cost >= BARRED:
            return None
        return Choice(cost, tuple(chosen), tuple(tuple(row) for row in people.tolist()))


_FAR = 10**12
"""Cost of what cannot be."""


class Flow:
    """People of kinds on places of tours, by cheapest augmenting paths; unused places cost nothing but the due ones."""

    def __init__(self, sizes: IntArray, behind: IntArray, barred: int = BARRED) -> None:
        self.sizes, self.behind, self.barred = sizes, behind, barred
        self.places: list[tuple[int, list[int], int, bool]] = []

    def add(self, tour: int, costs: IntArray, room: int, kinds: frozenset[int] | None, *, due: bool) -> None:
        """Add places on a tour: what each kind costs there besides staying behind, and how many there are."""
        bonus = 100 * BARRED if due else 0
        extra = [
            int(cost - self.behind[kind]) - bonus
            if cost < self.barred and (kinds is None or kind in kinds)
            else _FAR
            for kind, cost in enumerate(costs.tolist())
        ]
        self.places.append((tour, extra, room, due))

    def solve(self, tours: int) -> IntArray | None:
        """Return how many of each kind are on each tour, tours by kinds; None where a due place stays empty."""
        kinds = len(self.sizes)
        flow = [[0] * kinds for _ in self.places]
        left = self.sizes.tolist()
        while True:
            path = self._path(flow, left)
            if path is None:
                break
            amount = min(left[path[0][1]], self.places[path[-1][0]][2] - sum(flow[path[-1][0]]))
            for _, kind, back in path:
                if back is not None:
                    amount = min(amount, flow[back][kind])
            left[path[0][1]] -= amount
            for place, kind, back in path:
                flow[place][kind] += amount
                if back is not None:
                    flow[back][kind] -= amount
        if any(due and sum(row) < room for row, (_, _, room, due) in zip(flow, self.places, strict=True)):
            return None
        found = np.zeros((tours, kinds), dtype=np.int64)
        for row, (tour, _, _, _) in zip(flow, self.places, strict=True):
            found[tour] += np.array(row, dtype=np.int64)
        return found

    def _path(self, flow: list[list[int]], left: list[int]) -> list[tuple[int, int, int | None]] | None:
        """Return the cheapest chain of (place entered, kind, place left): the first kind comes from behind."""
        dist, step = self._entries(left)
        count = len(self.places)
        for _ in range(count):
            moves = [
                (source, kind, place)
                for source in range(count)
                for kind, there in enumerate(flow[source])
                if there
                for place in range(count)
                if place != source
            ]
            changed = False
            for source, kind, place in moves:
                cost = dist[source] - self.places[source][1][kind] + self.places[place][1][kind]
                if cost < dist[place]:
                    dist[place], step[place], changed = cost, (source, kind), True
            if not changed:
                break
        ends = [place for place in range(count) if sum(flow[place]) < self.places[place][2]]
        end = min(ends, key=lambda place: dist[place], default=-1)
        if end < 0 or dist[end] >= 0:
            return None
        path: list[tuple[int, int, int | None]] = []
        while end >= 0:
            source, kind = step[end]
            path.append((end, kind, source if source >= 0 else None))
            end = source
        return path[::-1]

    def _entries(self, left: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
        """Return what each place costs the best of those who are on no tour, and the step there."""
        dist, step = [_FAR] * len(self.places), [(-1, -1)] * len(self.places)
        waiting = [kind for kind, there in enumerate(left) if there]
        for place, (_, extra, _, _) in enumerate(self.places):
            if waiting:
                kind = min(waiting, key=lambda each: extra[each])
                dist[place], step[place] = extra[kind], (-1, kind)
        return dist, step
