"""A block's tours under construction: who is in which, what room is left, and what it is all worth."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from geleit.planner.problem import ALWAYS, IntArray
from geleit.planner.timetable.offer import Offer
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Run
from geleit.planner.timetable.sessions import Visits, fits_rules, pack

FORCED = 10**8
"""Worth of taking along someone who must come; far above any benefit."""
DEMANDED = 10**10
"""Worth of a session that must be there."""


@dataclass(slots=True)
class Tour:
    """One group's tour.

    Parameters
    ----------
    row
        Number of its pattern.
    locked
        People it cannot do without: required ones, guide, interpreter.
    least
        Fewest people its hosts receive.
    """

    row: int
    cap: int
    group: str
    people: set[int]
    guide: int | None
    interpreters: tuple[int, ...]
    locked: set[int]
    least: int

    def copy(self) -> "Tour":
        """Return a tour with its own sets of people."""
        return replace(self, people=set(self.people), locked=set(self.locked))


class Draft:
    """The tours chosen so far."""

    def __init__(self, offer: Offer) -> None:
        self.offer, self.problem = offer, offer.problem
        self.tours: list[Tour] = []

    def pattern(self, tour: Tour) -> Pattern:
        """Return a tour's pattern."""
        return self.offer.patterns[tour.row]

    def add(self, tour: Tour) -> None:
        """Take a tour in; its people leave the tours they were in."""
        for other in self.tours:
            other.people -= tour.people
        self.tours.append(tour)

    def free_groups(self) -> dict[str, int]:
        """Return the groups without a tour, with their seats."""
        used = {tour.group for tour in self.tours}
        return {group: seats for group, seats in self.offer.group_seats.items() if group not in used}

    def locked(self) -> set[int]:
        """Return people who cannot leave their tour."""
        return {person for tour in self.tours for person in tour.locked}

    def current(self) -> IntArray:
        """Return what each person has so far; someone who must go and has no tour has much to gain."""
        current = np.where(self.offer.forced, -FORCED, 0).astype(np.int64)
        for tour in self.tours:
            members = list(tour.people)
            current[members] = np.maximum(self.offer.worth[tour.row, members], current[members])
        return current

    def may_leave(self, person: int) -> bool:
        """Whether a person's tour, if any, can do without the person."""
        home = next((tour for tour in self.tours if person in tour.people), None)
        return home is None or (person not in home.locked and len(home.people) > home.least)

    def uncovered(self) -> int:
        """Return how many people must go somewhere and do not."""
        covered = {person for tour in self.tours for person in tour.people}
        return sum(int(person) not in covered for person in np.flatnonzero(self.offer.forced))

    def unmet(self) -> list[tuple[int, int | None]]:
        """Return the sessions that must be there and are in no tour yet."""
        met = {
            visit
            for tour in self.tours
            for visit in zip(self.pattern(tour).items, self.pattern(tour).starts, strict=True)
        }
        items = {item for item, _ in met}
        return [
            (item, start)
            for item, start in sorted(self.offer.plan.unmet, key=lambda demand: (demand[0], demand[1] or 0))
            if not (item in items if start is None else (item, start) in met)
        ]

    def total(self) -> int:
        """Return the worth of it all, people left behind and sessions missing counted heavily."""
        worth = self.offer.worth
        value = sum(int(worth[tour.row, list(tour.people)].sum()) for tour in self.tours)
        return value - FORCED * self.uncovered() - DEMANDED * len(self.unmet())

    def keeps_rules(self, pattern: Pattern) -> bool:
        """Whether one more tour keeps the rules between items."""
        if not self.problem.item_rules or not self.tours:
            return True
        placed = {item: list(visits) for item, visits in self.offer.plan.placed.items()}
        for tour in self.tours:
            other = self.pattern(tour)
            for item, start in zip(other.items, other.starts, strict=True):
                placed.setdefault(item, []).append((start, 1))
        return fits_rules(self.problem, {item: tuple(visits) for item, visits in placed.items()}, pattern)

    # -- sessions and room ---------------------------------------------------------------------------------------

    def visits(self) -> Mapping[int, Visits]:
        """Return visits by item over the plan and the tours chosen so far."""
        found: dict[int, Visits] = {}
        for item, placed in self.offer.plan.placed.items():
            for start, people in placed:
                found.setdefault(item, Visits()).by_start.setdefault(start, []).append(people)
        for tour in self.tours:
            pattern = self.pattern(tour)
            for item, start in zip(pattern.items, pattern.starts, strict=True):
                here = found.setdefault(item, Visits()).by_start.setdefault(start, [])
                here.append(self.inside(item, tour.people))
        return found

    def inside(self, item: int, people: Iterable[int]) -> int:
        """Return how many of the people go in; the others wait outside."""
        members = list(people)
        return int(self.problem.attends[item, members].sum()) if members else 0

    def caps(self) -> IntArray:
        """Return how many people each tour could take now; 0 where it cannot be made."""
        problem, visits = self.problem, self.offer.set.visits
        item_cap = np.full(len(problem.items), ALWAYS, dtype=np.int64)
        joint: dict[int, dict[int, int]] = {}
        for item, seen in self.visits().items():
            data = problem.items[item]
            if not data.together and seen.sessions(data.cap) >= data.sessions_max:
                item_cap[item] = 0
                room = {
                    start: data.cap - min(pack(sizes, data.cap)) for start, sizes in seen.by_start.items()
                }
                joint[item] = room
        for data in problem.items:
            if data.index not in joint and not data.together:
                item_cap[data.index] = data.cap
        by_row = np.where(visits, item_cap[None, :], ALWAYS).min(axis=1, initial=ALWAYS)
        for row in np.flatnonzero(visits[:, sorted(joint)].any(axis=1)):
            by_row[row] = self._joint_cap(self.offer.patterns[int(row)], item_cap, joint)
        seats = max(self.free_groups().values(), default=0)
        by_row = np.where(self.offer.set.seats, np.minimum(by_row, seats), by_row)
        return np.where(self.offer.rows, by_row, 0)

    def _joint_cap(self, pattern: Pattern, caps: IntArray, joint: Mapping[int, Mapping[int, int]]) -> int:
        """Return the cap of a tour that would join sessions that are already there."""
        room = ALWAYS
        for item, start in zip(pattern.items, pattern.starts, strict=True):
            room = min(room, joint[item].get(start, 0) if item in joint else int(caps[item]))
        return room

    def room(self, tour: Tour) -> int:
        """Return how many people a tour may have now: one more than it has, if its hosts have room for one more."""
        pattern, size = self.pattern(tour), len(tour.people)
        if size >= tour.cap:
            return size
        visits = self.visits()
        for item, start in zip(pattern.items, pattern.starts, strict=True):
            data = self.problem.items[item]
            if data.together or data.cap >= ALWAYS:
                continue
            seen, inside = visits[item], self.inside(item, tour.people)
            sizes = [*seen.by_start[start], inside + 1]
            sizes.remove(inside)
            grown = Visits({**seen.by_start, start: sizes})
            if inside + 1 > data.cap or grown.sessions(data.cap) > data.sessions_max:
                return size
        return size + 1

    def runs(self) -> tuple[Run, ...]:
        """Return the tours as runs of a plan."""
        return tuple(
            Run(
                pattern=self.pattern(tour),
                people=tuple(sorted(tour.people)),
                guide=tour.guide,
                locked=frozenset(tour.locked),
                group=tour.group
                if any(self.problem.items[i].group for i in self.pattern(tour).items)
                else None,
            )
            for tour in self.tours
        )
