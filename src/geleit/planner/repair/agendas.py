"""One person's day: which appointments can be kept beside those that are new, ways and meals reckoned with.

All of it is a relaxation: whoever cannot keep an appointment here cannot keep it in any programme. Ways are the
quickest ones over any place, and a meal needs no more than free minutes within its room.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise, permutations

from geleit.domain.kinds import Meal
from geleit.planner.problem import IntArray, MealRoom, Problem

Rooms = tuple[tuple[Meal, MealRoom], ...]
MOST_FLEXIBLE = 3
"""Appointments without a time of their own that are put in order; with more of them, everything can be kept."""


@dataclass(frozen=True, slots=True, order=True)
class Visit:
    """An appointment that begins between ``first`` and ``last``, in the problem's minutes; equal where it is fixed."""

    first: int
    last: int
    item: int

    @classmethod
    def at(cls, item: int, start: int) -> "Visit":
        """Return a visit at one time."""
        return cls(start, start, item)


@dataclass(frozen=True)
class Day:
    """A day at one station, as far as a person's appointments must fit into it.

    Parameters
    ----------
    ways
        Minutes of the quickest ways from place to place.
    base
        Number of the station's base.
    lo, hi
        Earliest departure from the base and latest return to it.
    rooms
        Rooms for the day's meals that can be had nowhere else.
    """

    problem: Problem
    day: date
    ways: IntArray
    base: int
    lo: int
    hi: int
    rooms: Rooms

    @classmethod
    def of(cls, problem: Problem, day: date, station: str, ways: IntArray) -> "Day | None":
        """Return a day at a station, or None where there is none."""
        blocks = [block for block in problem.blocks if (block.day, block.station) == (day, station)]
        if not blocks:
            return None
        rooms = tuple(
            (meal, found[0])
            for meal in Meal
            if len(found := problem.meal_rooms.get((day, meal), ())) == 1 and found[0].base == blocks[0].base
        )
        lo, hi = min(block.lo for block in blocks), max(block.hi for block in blocks)
        return cls(problem, day, ways, blocks[0].base, lo, hi, rooms)

    def way(self, first: Visit | None, second: Visit | None) -> int:
        """Return the minutes from one visit to the next; None is the base."""
        items = self.problem.items
        origin = self.base if first is None else items[first.item].place
        return int(self.ways[origin, self.base if second is None else items[second.item].place])

    def after(self, visit: Visit, start: int) -> int:
        """Return when people are free after a visit."""
        data = self.problem.items[visit.item]
        return start + data.duration + data.after

    def earliest(self, visits: Sequence[Visit]) -> list[int] | None:
        """Return the earliest starts of visits in their order, or None where they do not fit."""
        starts: list[int] = []
        free, last = self.lo, None
        for visit in visits:
            ready = free + self.way(last, visit) + self.problem.items[visit.item].before
            start = max(visit.first, ready)
            if start > visit.last:
                return None
            starts.append(start)
            free, last = self.after(visit, start), visit
        return starts if free + self.way(last, None) <= self.hi else None

    def _latest(self, visits: Sequence[Visit]) -> list[int]:
        """Return the latest starts of visits that fit in their order."""
        starts: list[int] = []
        limit, following = self.hi, None
        for visit in reversed(visits):
            data = self.problem.items[visit.item]
            start = min(visit.last, limit - self.way(visit, following) - data.after - data.duration)
            starts.append(start)
            limit, following = start - data.before, visit
        return starts[::-1]

    def fits(self, visits: Sequence[Visit], rooms: Rooms = ()) -> bool:
        """Whether one person can be at all of the visits, in whatever order, and have a meal in each room."""
        fixed = sorted(visit for visit in visits if visit.first == visit.last)
        loose = [visit for visit in visits if visit.first != visit.last]
        if len(loose) > MOST_FLEXIBLE:
            return True
        return any(
            self._fits_in_order(ordered, rooms)
            for several in permutations(loose)
            for ordered in _merged(fixed, list(several))
        )

    def _fits_in_order(self, visits: Sequence[Visit], rooms: Rooms) -> bool:
        early = self.earliest(visits)
        if early is None:
            return False
        if not rooms or not visits:
            return True
        late = self._latest(visits)
        fed = {self.problem.items[visit.item].meal for visit in visits}
        return all(meal in fed or self._eats(visits, early, late, room) for meal, room in rooms)

    def _eats(self, visits: Sequence[Visit], early: list[int], late: list[int], room: MealRoom) -> bool:
        """Whether some gap may leave enough of a meal's room; a way is made before it or after it."""
        items = self.problem.items
        begins = [start - items[visit.item].before for visit, start in zip(visits, late, strict=True)]
        ends = [self.after(visit, start) for visit, start in zip(visits, early, strict=True)]
        gaps = [(room.start, begins[0]), (ends[-1], room.end)]
        for number, (here, there) in enumerate(pairwise(visits)):
            way = self.way(here, there)
            gaps += [(ends[number] + way, begins[number + 1]), (ends[number], begins[number + 1] - way)]
        return any(min(end, room.end) - max(start, room.start) >= room.need_min for start, end in gaps)

    def rooms_between(self, joins: int, leaves: int) -> Rooms:
        """Return the rooms for meals of somebody who is there for a part of the trip; only those long enough."""
        found = [
            (meal, replace(room, start=max(room.start, joins), end=min(room.end, leaves)))
            for meal, room in self.rooms
        ]
        return tuple((meal, room) for meal, room in found if room.end - room.start >= room.need_min)

    def lost(self, kept: Sequence[Visit], due: Sequence[Visit], rooms: Rooms) -> int:
        """Return how many of a person's appointments go at least where others are due.

        Parameters
        ----------
        kept
            Appointments that stay if they can.
        due
            Appointments that the person is in, come what may; all can go where these alone do not fit.
        rooms
            The meals that the person needs.
        """
        open_ = [visit for visit in kept if self.fits((visit, *due))]
        for count in range(len(open_), 0, -1):
            for chosen in combinations(open_, count):
                if self.fits((*chosen, *due), rooms):
                    return len(kept) - count
        return len(kept)


def _merged(fixed: list[Visit], loose: list[Visit]) -> list[list[Visit]]:
    """Return all ways to put visits into others without changing either order."""
    if not loose:
        return [fixed]
    found: list[list[Visit]] = []
    for place in range(len(fixed) + 1):
        found += [[*fixed[:place], loose[0], *rest] for rest in _merged(fixed[place:], loose[1:])]
    return found
