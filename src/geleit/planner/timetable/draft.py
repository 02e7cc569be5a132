"""A block's tours under construction: who is in which, what room is left, and what it is all worth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from geleit.planner.problem import ALWAYS, BoolArray, IntArray, Problem
from geleit.planner.timetable.fleet import Need
from geleit.planner.timetable.offer import Offer
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Run
from geleit.planner.timetable.sessions import count_sessions, fits_host, fits_rules, room_at, shares

FORCED = 10**8
"""Worth of taking along someone who must come; far above any benefit."""
DEMANDED = 10**10
"""Worth of a session that must be there."""
FOCUSED = 100
"""How many such sessions count as much as the one in focus."""


@dataclass(slots=True)
class Tour:
    """One group's tour.

    Parameters
    ----------
    row
        Number of its pattern.
    seats
        People who can move together.
    is_named
        Whether it must be that very group.
    locked
        People it cannot do without: required ones, guide, interpreter.
    """

    row: int
    seats: int
    group: str
    people: set[int]
    guide: int | None
    interpreters: tuple[int, ...]
    locked: set[int]
    is_named: bool = False

    def copy(self) -> "Tour":
        """Return a tour with its own sets of people."""
        return replace(self, people=set(self.people), locked=set(self.locked))


@dataclass(frozen=True, slots=True)
class Rooms:
    """How many people the hosts could take from one more group.

    Parameters
    ----------
    by_item
        People at any time.
    bound
        Visits by start of the items that have no more sessions to give, so that only joining one is left.
    """

    problem: Problem
    by_item: IntArray
    bound: Mapping[int, Mapping[int, Sequence[int]]]

    def of(self, pattern: Pattern) -> list[int]:
        """Return how many people the hosts of a tour could take, in its order."""
        return [
            room_at(self.problem.items[item], self.bound[item], start)
            if item in self.bound
            else int(self.by_item[item])
            for item, start in zip(pattern.items, pattern.starts, strict=True)
        ]


class Draft:
    """The tours chosen so far.

    Parameters
    ----------
    demanding
        Whether sessions that must be there count for more than people who must go somewhere.
    focus
        An item that must be there and comes before all others.
    """

    def __init__(self, offer: Offer, *, demanding: bool = True, focus: int | None = None) -> None:
        self.offer, self.problem, self.demanding, self.focus = offer, offer.problem, demanding, focus
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
        """Return the groups without a tour in the block, with their seats."""
        used = {tour.group for tour in self.tours}
        return {group: seats for group, seats in self.offer.group_seats.items() if group not in used}

    def spares(self, pattern: Pattern, group: str, *, is_named: bool) -> bool:
        """Whether a group, or one as large, could make one more tour beside all others of the day."""
        needs = [
            self._need(self.pattern(tour), tour.seats, tour.group if tour.is_named else None)
            for tour in self.tours
        ]
        seats = self.offer.group_seats[group]
        return self.offer.spares([*needs, self._need(pattern, seats, group if is_named else None)])

    def _need(self, pattern: Pattern, seats: int, group: str | None) -> Need:
        parts = self.problem.blocks[self.offer.index].parts
        return Need(parts, pattern.out, pattern.back, pattern.moves, seats if pattern.vehicle else 0, group)

    def locked(self) -> set[int]:
        """Return people who cannot leave their tour."""
        return {person for tour in self.tours for person in tour.locked}

    def bound(self) -> set[int]:
        """Return people who cannot leave their tour, also because a host would have too few without them."""
        attends, least = self.problem.attends, self.offer.least
        found = self.locked()
        for tour in self.tours:
            members = sorted(tour.people)
            for item in self.pattern(tour).items:
                inside = [person for person in members if attends[item, person]]
                found |= set(inside) if len(inside) <= least[item] else set()
        return found

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
        if home is None:
            return True
        return person not in home.locked and self.is_enough(home.row, home.people - {person})

    def is_enough(self, row: int, people: Iterable[int]) -> bool:
        """Whether every host of a tour gets the people it wants at least; who waits outside does not count."""
        members = list(people)
        if not members:
            return False
        attends, least = self.problem.attends, self.offer.least
        items = self.offer.patterns[row].items
        return all(
            int(attends[item, members].sum()) >= least[item] for item in items if least[item] > 1
        ) and all(bool(attends[item, members].any()) for item in items if least[item] == 1)

    def uncovered(self) -> int:
        """Return how many people must go somewhere and do not."""
        covered = {person for tour in self.tours for person in tour.people}
        return sum(int(person) not in covered for person in np.flatnonzero(self.offer.forced))

    def is_whole(self) -> bool:
        """Whether all who must go somewhere do, and the sessions for everyone have the people they need."""
        return not self.uncovered() and all(self._is_complete(item) for item in self.offer.joint)

    def _is_complete(self, item: int) -> bool:
        """Whether a session that several groups share has its people: enough, the required ones, a head."""
        data, attends = self.problem.items[item], self.problem.attends[item]
        going = {
            person
            for tour in self.tours
            if item in self.pattern(tour).items
            for person in tour.people
            if attends[person]
        }
        has_head = not data.needs_head or not going.isdisjoint(self.problem.heads)
        return has_head and data.required <= going and data.min_people <= len(going) <= data.cap

    def unmet(self) -> list[tuple[int, int | None]]:
        """Return the sessions that must be there, and those with people who must be in them, not in a tour yet."""
        if not self.demanding or not self.offer.plan.unmet:
            return []
        visits = self.visits()
        missing = []
        for item, start in sorted(self.offer.plan.unmet, key=lambda demand: (demand[0], demand[1] or 0)):
            data = self.problem.items[item]
            seen = visits.get(item, {})
            if start is None:
                met = bool(seen) and all(self.attends(person, item) for person in data.pinned)
            else:
                met = len(shares(data, start, seen.get(start, ()))) >= data.fixed.count(start)
            if not met:
                missing.append((item, start))
        return missing

    def attends(self, person: int, item: int) -> bool:
        """Whether a person is in a session of an item, in the plan or in a tour chosen so far."""
        return bool(self.offer.plan.attended[item, person]) or any(
            person in tour.people and self.problem.attends[item, person] and item in self.pattern(tour).items
            for tour in self.tours
        )

    def total(self) -> int:
        """Return the worth of it all, people left behind and sessions missing counted heavily."""
        worth = self.offer.worth
        value = sum(int(worth[tour.row, list(tour.people)].sum()) for tour in self.tours)
        missing = sum(self.demand(item) for item, _ in self.unmet())
        return value - FORCED * self.uncovered() - missing

    def demand(self, item: int) -> int:
        """Return what a session of an item that must be there is worth."""
        return DEMANDED * FOCUSED if item == self.focus else DEMANDED

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

    def visits(self) -> dict[int, dict[int, list[int]]]:
        """Return people by item of this block, start and group, over the plan and the tours chosen so far."""
        found: dict[int, dict[int, list[int]]] = {}
        for item, placed in self.offer.elsewhere.items():
            for start, people in placed:
                found.setdefault(item, {}).setdefault(start, []).append(people)
        for tour in self.tours:
            pattern = self.pattern(tour)
            for item, start in zip(pattern.items, pattern.starts, strict=True):
                here = found.setdefault(item, {}).setdefault(start, [])
                here.append(self.inside(item, tour.people))
        return found

    def inside(self, item: int, people: Iterable[int]) -> int:
        """Return how many of the people go in; the others wait outside."""
        members = list(people)
        return int(self.problem.attends[item, members].sum()) if members else 0

    def rooms(self) -> "Rooms":
        """Return how many people each item's host could take now from one more group."""
        item_cap = np.array([data.cap for data in self.problem.items], dtype=np.int64)
        bound: dict[int, dict[int, list[int]]] = {}
        for item, seen in self.visits().items():
            data = self.problem.items[item]
            if data.together:
                item_cap[item] = room_at(data, seen, 0)
            elif data.only_fixed or count_sessions(data, seen) >= data.sessions_max:
                bound[item] = seen
        return Rooms(self.problem, item_cap, bound)

    def caps(self, rooms: "Rooms") -> IntArray:
        """Return how many people each tour could bring to its hosts now; 0 where it cannot be made."""
        visits = self.offer.set.visits
        by_row = np.where(visits, rooms.by_item[None, :], ALWAYS).min(axis=1, initial=ALWAYS)
        for item, seen in rooms.bound.items():
            rows, starts = self.offer.set.starts_of(item)
            by_start = {
                start: room_at(self.problem.items[item], seen, start) for start in set(starts.tolist())
            }
            here = np.array([by_start[start] for start in starts.tolist()], dtype=np.int64)
            by_row[rows] = np.minimum(by_row[rows], here)
        seats = max(self.free_groups().values(), default=0)
        by_row = np.where(self.offer.set.seats, np.minimum(by_row, seats), by_row)
        return np.where(self.offer.rows & self._vehicle_free(), by_row, 0)

    def _vehicle_free(self) -> BoolArray:
        """Return which tours find a group that is back from its earlier tour, and back before its later one.

        At no time are more groups out than there are: those of earlier day parts that are not back yet and those of
        this one that have left, and likewise for later day parts.
        """
        offer, leeway = self.offer, self.offer.leeway
        outs, backs = offer.set.out, offer.set.back
        mine = [pattern for tour in self.tours if (pattern := self.pattern(tour)).moves]
        ok = np.ones(len(offer.patterns), dtype=np.bool_)
        if leeway.backs:
            earlier, left = (
                np.array(leeway.backs),
                np.array([pattern.out for pattern in mine], dtype=np.int64),
            )
            away = (earlier[None, :] > outs[:, None]).sum(axis=1) + (left[None, :] <= outs[:, None]).sum(
                axis=1
            )
            ok &= away < offer.vehicles
            for out in left:
                if (earlier > out).sum() + (left <= out).sum() >= offer.vehicles:
                    ok &= outs > out
        if leeway.outs:
            later, back = np.array(leeway.outs), np.array([pattern.back for pattern in mine], dtype=np.int64)
            for out in later:
                if (back > out).sum() + (later <= out).sum() >= offer.vehicles:
                    ok &= backs <= out
        return ok | ~offer.set.moves

    def room(self, tour: Tour) -> int:
        """Return how many people a tour may have now: one more than it has, if its hosts have room for one more."""
        pattern, size = self.pattern(tour), len(tour.people)
        if size >= tour.seats:
            return size
        visits = self.visits()
        for item, start in zip(pattern.items, pattern.starts, strict=True):
            data = self.problem.items[item]
            if data.cap >= ALWAYS and data.sessions_max >= len(self.problem.seats):
                continue
            here = visits[item][start]
            inside = self.inside(item, tour.people)
            here[here.index(inside)] = inside + 1
            if not fits_host(data, visits[item]):
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
                group=tour.group if tour.is_named else None,
            )
            for tour in self.tours
        )
