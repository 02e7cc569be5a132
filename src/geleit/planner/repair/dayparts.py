"""Fewest changes where new appointments come into a day part: tours, kinds of people, and what each tour costs them.

All tours of at most as many groups as there are are compared, each to published appointments and new ones in any
combination that the ways allow. What is left out (meals of groups, interpreters, rules between items) can only make
the changes more. People of a group stay together through the day part, as in all programmes of the planner.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from geleit.domain.kinds import DayPart
from geleit.planner.problem import NEVER
from geleit.planner.repair.agendas import Day, Visit
from geleit.planner.repair.cover import BARRED, Choice, Cover, Demand
from geleit.planner.repair.differences import is_there
from geleit.planner.repair.staying import Staying
from geleit.planner.repair.tours import PossibleTours, Tour
from geleit.planner.timetable.sessions import obliged_to


@dataclass(frozen=True, slots=True)
class Kind:
    """People who are alike in all that matters in a day part."""

    people: tuple[int, ...]
    here: tuple[Visit, ...]
    """Appointments in the day part, away from the base."""
    others: tuple[Visit, ...]
    """The day's other appointments at the station."""


@dataclass(frozen=True)
class DayPartChange:
    """New appointments in one day part of one day at a station.

    Parameters
    ----------
    new
        The new appointments, away from the base and at it; each has to take place.
    """

    day: Day
    station: str
    part: DayPart
    staying: Staying
    new: tuple[Visit, ...]

    # -- the people ------------------------------------------------------------------------------------------------

    @cached_property
    def _span(self) -> tuple[int, int]:
        blocks = [
            block
            for block in self.day.problem.blocks
            if (block.day, block.station) == (self.day.day, self.station) and block.parts == (self.part,)
        ]
        if not blocks:
            return NEVER, NEVER
        return blocks[0].start_lo, blocks[0].start_hi

    @cached_property
    def _day_span(self) -> tuple[int, int]:
        blocks = [
            block
            for block in self.day.problem.blocks
            if (block.day, block.station) == (self.day.day, self.station)
        ]
        return min(block.start_lo for block in blocks), max(block.start_hi for block in blocks)

    def _is_away(self, visit: Visit) -> bool:
        return self.day.problem.items[visit.item].place != self.day.base

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """People by what they have on that day, what receives them, and what is asked of them."""
        problem = self.day.problem
        low, high = self._span
        first, last = self._day_span
        station = self.station
        found: dict[tuple[object, ...], list[int]] = {}
        parts: dict[tuple[object, ...], tuple[tuple[Visit, ...], tuple[Visit, ...]]] = {}
        items = [visit.item for visit in (*self.visits, *self.base_new)]
        for person in range(problem.people):
            today = [
                visit
                for visit in self.staying.visits(person)
                if first <= visit.first < last and problem.trip.items[visit.item].station == station
            ]
            here = tuple(visit for visit in today if low <= visit.first < high and self._is_away(visit))
            others = tuple(visit for visit in today if visit not in here)
            key = (
                here,
                others,
                tuple(problem.attends[items, person].tolist()),
                tuple(problem.member[items, person].tolist()),
                tuple(self._price_of(item, person) for item in items),
                tuple(self._is_due(visit, person) for visit in self.new),
                bool(self.staying.counted[person]),
                person in problem.guides,
                person in problem.heads,
                int(problem.joins[person]),
                int(problem.leaves[person]),
            )
            found.setdefault(key, []).append(person)
            parts[key] = here, others
        return tuple(Kind(tuple(people), *parts[key]) for key, people in found.items())

    def _price_of(self, item: int, person: int) -> int:
        """Return what being in an item costs who is not there yet: a change, but for who has it anyway."""
        return int(bool(self.staying.counted[person]) and not self.staying.known[item, person])

    def _is_due(self, visit: Visit, person: int) -> bool:
        """Whether a person has to be at a new appointment."""
        problem = self.day.problem
        data = problem.items[visit.item]
        if person in data.required or person in data.pinned:
            return True
        if not data.for_all:
            return False
        home = next(
            (
                block.index
                for block in problem.blocks
                if (block.day, block.station) == (self.day.day, self.station)
                and visit.first < block.start_hi
                and visit.last >= block.start_lo
            ),
            None,
        )
        return home is not None and bool(obliged_to(problem, home, visit.item)[person])

    # -- the tours -------------------------------------------------------------------------------------------------

    @cached_property
    def base_new(self) -> tuple[Visit, ...]:
        """New appointments at the base, where people come as they are."""
        return tuple(visit for visit in self.new if not self._is_away(visit))

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Appointments away from the base that tours of the day part can go to."""
        low, high = self._span
        problem = self.day.problem
        times = {
            (item, int(start))
            for item in range(len(problem.items))
            if problem.trip.items[item].station == self.station
            for start in np.unique(self.staying.starts[item]).tolist()
            if low <= start < high
        }
        published = [Visit.at(item, start) for item, start in sorted(times)]
        return tuple(visit for visit in (*published, *self.new) if self._is_away(visit))

    @cached_property
    def possible(self) -> PossibleTours:
        """What one group can do in the day part."""
        return PossibleTours(self.day, self.visits)

    @property
    def tours(self) -> tuple[Tour, ...] | None:
        """Everything that one group can visit in the day part; None where that is too much."""
        return self.possible.all

    # -- what tours cost -------------------------------------------------------------------------------------------

    @cached_property
    def _known_losses(self) -> dict[tuple[object, ...], int]:
        return {}

    def _loss(self, kind: Kind, due: tuple[Visit, ...]) -> int:
        """Return how many appointments outside the tours someone gives up for some others."""
        person = kind.people[0]
        return self._lost(kind.others, due, person)

    def _lost(self, kept: tuple[Visit, ...], due: tuple[Visit, ...], person: int) -> int:
        joins, leaves = int(self.day.problem.joins[person]), int(self.day.problem.leaves[person])
        key = (kept, due, joins, leaves)
        if key not in self._known_losses:
            self._known_losses[key] = self.day.lost(kept, due, self.day.rooms_between(joins, leaves))
        return self._known_losses[key]

    def cost(self, kind: Kind, tour: tuple[Visit, ...]) -> int:
        """Return what a tour costs one person of a kind; the empty tour is to stay behind."""
        problem, person = self.day.problem, kind.people[0]
        if any(not problem.member[visit.item, person] for visit in tour):
            return BARRED
        inside = tuple(visit for visit in tour if problem.attends[visit.item, person])
        if any(not self._can_be_there(visit, person) for visit in inside):
            return BARRED
        due = tuple(visit for visit in self.new if self._is_due(visit, person))
        if any(visit not in inside for visit in due if self._is_away(visit)):
            return BARRED
        at_base = tuple(visit for visit in due if not self._is_away(visit))
        gained = sum(self._price_of(visit.item, person) for visit in inside if visit not in kind.here)
        gained += sum(self._price_of(visit.item, person) for visit in at_base)
        if not self.staying.counted[person]:
            return 0
        lost = sum(visit not in inside for visit in kind.here)
        return gained + lost + self._loss(kind, (*inside, *at_base))

    def _can_be_there(self, visit: Visit, person: int) -> bool:
        length = self.day.problem.items[visit.item].duration
        return is_there(self.day.problem, person, visit.last, visit.first + length)

    # -- the answer ------------------------------------------------------------------------------------------------

    def fewest(self, below: int) -> tuple[int, Choice | None]:
        """Return how many changes there are at least, and the tours that need no more if they are fewer than ``below``.

        The number counts what is lost on that day of what could stay, and who comes to the new appointments anew.
        """
        alone = self._fewest_alone()
        if alone >= below or self.tours is None:
            return min(alone, below), None
        bound, choice = alone, None
        away = [visit for visit in self.new if self._is_away(visit)]
        if not away:
            return alone, None
        cover = self._cover
        for visit in away:
            cost, found = cover.cheapest(self._demand(visit), below)
            if cost > bound or choice is None:
                bound, choice = max(bound, cost), found
        return bound, choice

    @cached_property
    def _cover(self) -> Cover:
        kinds, tours = self.kinds, self.tours or ()
        return Cover(
            np.array([len(kind.people) for kind in kinds], dtype=np.int64),
            np.array([self.cost(kind, ()) for kind in kinds], dtype=np.int64),
            np.array([[self.cost(kind, tour) for kind in kinds] for tour in tours], dtype=np.int64).reshape(
                len(tours), len(kinds)
            ),
            np.array([self.possible.seats(tour) for tour in tours], dtype=np.int64),
            len(self.day.problem.seats),
            self.leaders,
            frozenset(number for number, tour in enumerate(tours) if self.possible.needs_vehicle(tour)),
        )

    def _demand(self, visit: Visit) -> Demand:
        problem = self.day.problem
        data = problem.items[visit.item]
        tours = [number for number, tour in enumerate(self.tours or ()) if visit in tour]
        counted = [n for n, kind in enumerate(self.kinds) if problem.attends[visit.item, kind.people[0]]]
        return Demand(
            tours=tuple(tours),
            least=max(0, (1 if data.for_all else data.min_people) - bool(self.leaders)),
            counted=frozenset(counted),
        )

    @cached_property
    def leaders(self) -> frozenset[int]:
        """Kinds of people who can guide a group; empty where none is asked for."""
        problem = self.day.problem
        if not problem.trip.guides_required:
            return frozenset()
        return frozenset(n for n, kind in enumerate(self.kinds) if kind.people[0] in problem.guides)

    def _fewest_alone(self) -> int:
        """Return the same as far as people's own days tell: those who have to go, or as many as the host wants."""
        problem = self.day.problem
        total = 0
        costs: dict[int, int] = {}
        for number, kind in enumerate(self.kinds):
            person = kind.people[0]
            due = tuple(visit for visit in self.new if self._is_due(visit, person))
            cost = self._alone(kind, due) if due else 0
            costs[number] = cost
            total += cost * len(kind.people)
        more = 0
        for visit in self.new:
            data = problem.items[visit.item]
            if data.for_all:
                continue
            extra = sorted(
                self._alone(kind, (*due, visit)) - costs[number]
                for number, kind in enumerate(self.kinds)
                if problem.attends[visit.item, kind.people[0]] and self._can_be_there(visit, kind.people[0])
                for due in [
                    tuple(each for each in self.new if self._is_due(each, kind.people[0]) and each != visit)
                ]
                for _ in kind.people
            )
            more = max(more, sum(extra[: max(1, data.min_people)]))
        return total + max(0, more)

    def _alone(self, kind: Kind, due: tuple[Visit, ...]) -> int:
        """Return what being at new appointments costs someone who may go there and elsewhere by any way."""
        person = kind.people[0]
        if not self.staying.counted[person]:
            return 0
        gained = sum(self._price_of(visit.item, person) for visit in due)
        return gained + self._lost((*kind.here, *kind.others), due, person)
