"""Peer: every tour of every half-day listed, and one CP-SAT model that chooses tours and who makes them.

As exact as the list: a tour is a set of hosts in its best order and times. Where a half-day has more than
``MOST_TOURS`` of them, the worthiest are kept, and the bound is one of these alone.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.curve import Outcome
from benchmarks.peers.model import (
    FAR_MIN,
    Model,
    Sum,
    TimeIsOverError,
    first_plan,
    first_problem,
    search,
    settled,
)
from geleit.domain.kinds import DayPart, Meal
from geleit.domain.trip import Trip
from geleit.planner.problem import Block, BoolArray, Problem
from geleit.planner.timetable.hunger import hungry
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import Pattern, enumerate_patterns
from geleit.planner.timetable.plan import Plan, Plenary, Run, run_price
from geleit.planner.timetable.sessions import obliged_to

MOST_TOURS = 120
"""Tours kept for one half-day."""
STARTS_FOR_ALL = 3
"""Starts tried for an item for everyone in one half-day."""


@dataclass(slots=True)
class _Tour:
    """A tour with its literals: how many groups make it, and who."""

    block: Block
    pattern: Pattern
    groups: cp_model.IntVar
    people: dict[int, cp_model.IntVar]


def solve_patterns(trip: Trip, seed: int, limit_s: float) -> Outcome:
    """Return what the model finds within so many seconds."""
    began = time.perf_counter()
    peer = _Patterns(first_problem(trip), began + limit_s)
    try:
        peer.build()
    except TimeIsOverError as over:
        return Outcome(None, (), str(over))
    note = f"{len(peer.tours)} tours, {sum(len(tour.people) for tour in peer.tours)} of people"
    note += "; only the worthiest tours of a half-day" if peer.is_cut else ""
    found = search(peer.model, began, limit_s, seed)
    if found.values is None:
        return Outcome(None, (), f"{note}; no programme found")
    return settled(peer.plan(found.values), found.curve, began, found.bound, note)


def _key(pattern: Pattern) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return pattern.items, pattern.starts


class _Patterns:
    def __init__(self, problem: Problem, ends: float = float("inf")) -> None:
        self.problem, self.model = problem, Model(problem, ends)
        self.cp = self.model.cp
        self.tours: list[_Tour] = []
        self.seats = max(seats for _, seats in problem.seats)
        self.fleet = len(problem.seats)
        self.empty = Plan.empty(problem)
        self.is_cut = False
        self.wanted = {item for item, _ in problem.demands}
        self.start = first_plan(problem)

    def build(self) -> None:
        """Build the model."""
        for block in self.problem.blocks:
            self.model.watch_time()
            patterns = self._listed(block)
            able = self._able(block, patterns)
            self.tours += [self._tour(block, pattern, able[row]) for row, pattern in enumerate(patterns)]
        self._keep_days()
        self._keep_people()
        self._keep_hosts()
        self._keep_everyone()
        self.model.keep_item_rules()
        self._hint()

    def _hint(self) -> None:
        """Hint the tours of the first plan, and that no other is made."""
        for tour in self.tours:
            runs = [
                run for run in self.start.runs[tour.block.index] if _key(run.pattern) == _key(tour.pattern)
            ]
            people = {person for run in runs for person in run.people}
            self.cp.add_hint(tour.groups, len(runs))
            for person, literal in tour.people.items():
                self.cp.add_hint(literal, person in people)

    # -- tours ----------------------------------------------------------------------------------------------------

    def _listed(self, block: Block) -> list[Pattern]:
        found: dict[tuple[tuple[int, ...], tuple[int, ...]], Pattern] = {}
        for limits in limits_of(self.empty, block.index):
            for given in self._givens(block):
                patterns, _ = enumerate_patterns(self.problem, block, limits, given)
                for pattern in patterns:
                    found.setdefault((pattern.items, pattern.starts), pattern)
        patterns = list(found.values())
        if len(patterns) > MOST_TOURS:
            self.is_cut = True
            patterns.sort(key=self._potential, reverse=True)
        kept = {_key(pattern): pattern for pattern in patterns[:MOST_TOURS]}
        return list(
            (kept | {_key(run.pattern): run.pattern for run in self.start.runs[block.index]}).values()
        )

    def _givens(self, block: Block) -> Iterator[dict[int, tuple[int, ...]]]:
        """Yield which items for everyone lie in the block, and when: none, one, or two of them."""
        problem = self.problem
        options: list[tuple[int, tuple[int, ...]]] = []
        for item in problem.items_in[block.index]:
            data = problem.items[item]
            if data.for_all:
                ready = block.lo + int(problem.ride[block.base, data.place]) + data.before
                starts = list(problem.starts(item, block, ready))
                last = problem.last_start(item, block, block.start_hi)
                starts = list(dict.fromkeys([*starts[: STARTS_FOR_ALL - 1], *([last] if last else [])]))
                options += [(item, (start,)) for start in starts]
        yield {}
        for option in options:
            yield dict([option])
        for one, other in combinations(options, 2):
            if one[0] != other[0]:
                yield dict([one, other])

    def _potential(self, pattern: Pattern) -> tuple[bool, int]:
        items = list(pattern.items)
        gain = np.sort(self.problem.worth[items].sum(axis=0))[::-1][: self.seats]
        return bool(self.wanted & set(items)), int(gain.sum()) * 8 - run_price(pattern) * self.seats

    def _able(self, block: Block, patterns: list[Pattern]) -> BoolArray:
        """Return who could make which tour and has a reason to, tours by people."""
        problem = self.problem
        out = np.array([pattern.out for pattern in patterns], dtype=np.int64)
        back = np.array([pattern.back for pattern in patterns], dtype=np.int64)
        able = (problem.joins[None, :] <= out[:, None]) & (problem.leaves[None, :] >= back[:, None])
        able &= ~hungry(self.empty, block, patterns, out, back)
        serves = np.zeros(problem.people, dtype=np.bool_)
        serves[[*problem.guides, *problem.heads, *problem.interpreters]] = True
        for row, pattern in enumerate(patterns):
            items = list(pattern.items)
            able[row] &= problem.member[items].all(axis=0)
            mine = serves.copy()
            started = {
                one for run in self.start.runs[block.index] if run.pattern == pattern for one in run.people
            }
            mine[list(started)] = True
            if not self.wanted & set(items):
                gains = (problem.worth[items] * problem.attends[items]).sum(axis=0) > 0
                able[row] &= gains | mine
        result: BoolArray = able
        return result

    def _tour(self, block: Block, pattern: Pattern, able: BoolArray) -> _Tour:
        cp, problem = self.cp, self.problem
        groups = cp.new_int_var(0, self.fleet, "")
        is_made = cp.new_bool_var("")
        cp.add(groups >= is_made)
        cp.add(groups <= self.fleet * is_made)
        people = {int(person): cp.new_bool_var("") for person in np.flatnonzero(able)}
        tour = _Tour(block, pattern, groups, people)
        everyone = Sum(list(people.values()), [1] * len(people))
        cp.add(everyone.expression <= (self.seats if pattern.vehicle else problem.people) * groups)
        cp.add(everyone.expression >= groups)
        if problem.trip.guides_required and pattern.vehicle:
            cp.add(
                cp_model.LinearExpr.sum([people[one] for one in problem.guides if one in people]) >= groups
            )
        for item in pattern.items:
            self._keep_required(tour, item, is_made)
            self._keep_languages(tour, item)
            self.model.name_session(item, pattern.starts[pattern.items.index(item)], is_made)
        price = run_price(pattern)
        for person, literal in people.items():
            cp.add_implication(literal, is_made)
            points = sum(
                int(problem.worth[item, person]) for item in pattern.items if problem.attends[item, person]
            )
            if points:
                self.model.points[person].add(literal, points)
            if price:
                self.model.cost.add(literal, price)
        return tour

    def _keep_required(self, tour: _Tour, item: int, is_made: cp_model.IntVar) -> None:
        problem, data = self.problem, self.problem.items[item]
        if data.for_all:
            return
        for person in data.required:
            self.cp.add(tour.people.get(person, 0) >= is_made)
        if data.needs_head:
            heads = [
                tour.people[one] for one in problem.heads if one in tour.people and problem.attends[item, one]
            ]
            self.cp.add(cp_model.LinearExpr.sum(heads) >= is_made)

    def _keep_languages(self, tour: _Tour, item: int) -> None:
        """Bring an interpreter where somebody does not understand the host."""
        problem = self.problem
        if problem.speaks[item].all() or problem.items[item].together:
            return
        for person, literal in tour.people.items():
            if problem.speaks[item, person] or not problem.attends[item, person]:
                continue
            able = [
                tour.people[one]
                for one in problem.interpreters
                if one in tour.people
                and (one, item) in problem.interprets
                and problem.interprets[one, item][person]
            ]
            self.cp.add_bool_or([*able, ~literal])

    # -- days -----------------------------------------------------------------------------------------------------

    def _keep_days(self) -> None:
        """Keep groups to one tour a day part, vehicles to one at a time, and pinned items to their group."""
        for day in sorted({block.day for block in self.problem.blocks}):
            tours = [tour for tour in self.tours if tour.block.day == day]
            for part in DayPart:
                here = [tour for tour in tours if part in tour.block.parts]
                self.cp.add(cp_model.LinearExpr.sum([tour.groups for tour in here]) <= self.fleet)
                for group, _ in self.problem.seats:
                    own = [tour.groups for tour in here if self._group_of(tour.pattern) == {group}]
                    if own:
                        self.cp.add(cp_model.LinearExpr.sum(own) <= 1)
            for tour in tours:
                if len(self._group_of(tour.pattern)) > 1:
                    self.cp.add(tour.groups == 0)
            moving = [tour for tour in tours if tour.pattern.moves]
            for out in sorted(
                {tour.pattern.out for tour in moving if tour.block.parts[0] is not DayPart.MORNING}
            ):
                under_way = [tour.groups for tour in moving if tour.pattern.out <= out < tour.pattern.back]
                self.cp.add(cp_model.LinearExpr.sum(under_way) <= self.fleet)

    def _group_of(self, pattern: Pattern) -> set[str]:
        return {group for item in pattern.items if (group := self.problem.items[item].group)}

    def _keep_people(self) -> None:
        """Keep everyone to one tour a day part, with room for meals and the night's rest, and to an item once."""
        by_block: dict[int, list[_Tour]] = {}
        for tour in self.tours:
            by_block.setdefault(tour.block.index, []).append(tour)
        blocks = [block for block in self.problem.blocks if block.index in by_block]
        for person in range(self.problem.people):
            self.model.watch_time()
            mine = {
                block.index: [tour for tour in by_block[block.index] if person in tour.people]
                for block in blocks
            }
            for day in sorted({block.day for block in blocks}):
                for part in DayPart:
                    here = [b.index for b in blocks if b.day == day and part in b.parts]
                    self.cp.add_at_most_one(tour.people[person] for index in here for tour in mine[index])
            for first, second in permutations(blocks, 2):
                if self._follows(first, second):
                    self._keep_between(person, first, second, mine)
            self._keep_once(person, mine)

    def _keep_once(self, person: int, mine: dict[int, list[_Tour]]) -> None:
        by_item: dict[int, list[cp_model.IntVar]] = {}
        for tour in (tour for tours in mine.values() for tour in tours):
            for item in tour.pattern.items:
                if self.problem.attends[item, person]:
                    by_item.setdefault(item, []).append(tour.people[person])
        for literals in by_item.values():
            self.cp.add_at_most_one(literals)

    @staticmethod
    def _follows(first: Block, second: Block) -> bool:
        """Whether the one comes before the other on its day, or on the day before at the same station."""
        days = (second.day - first.day).days
        if days == 0:
            return first.start_lo < second.start_lo and not set(first.parts) & set(second.parts)
        return days == 1 and first.station == second.station

    def _keep_between(self, person: int, first: Block, second: Block, mine: dict[int, list[_Tour]]) -> None:
        """Keep a person's tours of two blocks apart: the way back, the meal between them, or the night's rest."""
        days = (second.day - first.day).days
        early, late = mine[first.index], mine[second.index]
        if not early or not late:
            return
        ready = [self._ready(first, second, tour.pattern, days) for tour in early]
        leaves = [self._leaves(first, second, tour.pattern, days) for tour in late]
        if max(ready) <= min(leaves):
            return
        base = min(*ready, *leaves)
        left = Sum([tour.people[person] for tour in early], [minute - base for minute in ready])
        right = Sum([tour.people[person] for tour in late], [minute - base - FAR_MIN for minute in leaves])
        self.cp.add(left.expression <= FAR_MIN + right.expression)

    def _ready(self, first: Block, second: Block, pattern: Pattern, days: int) -> int:
        """Return when somebody could leave again after a tour and the meal, or the rest, that follows it."""
        if days:
            return pattern.back + self.problem.trip.frame.rest_min
        evening = second.parts[0] is DayPart.EVENING
        room, meal = (second.dinner, Meal.DINNER) if evening else (first.lunch, Meal.LUNCH)
        if room is None or meal in pattern.meals or (evening and first.parts == (DayPart.MORNING,)):
            return pattern.back
        return max(pattern.back, room.start) + room.need_min

    @staticmethod
    def _leaves(first: Block, second: Block, pattern: Pattern, days: int) -> int:
        """Return when a tour leaves; later by the meal where it brings that meal along, or leaves room after it."""
        evening = second.parts[0] is DayPart.EVENING
        room, meal = (second.dinner, Meal.DINNER) if evening else (first.lunch, Meal.LUNCH)
        if days or room is None:
            return pattern.out
        eats_later = evening and pattern.back <= room.end - room.need_min
        if meal in pattern.meals or eats_later:
            return max(pattern.out, room.start) + room.need_min
        return pattern.out

    # -- hosts ----------------------------------------------------------------------------------------------------

    def _keep_hosts(self) -> None:
        """Keep each host's number of sessions, and the least and most people of each."""
        visits: dict[int, dict[int, list[_Tour]]] = {}
        for tour in self.tours:
            for item, start in zip(tour.pattern.items, tour.pattern.starts, strict=True):
                visits.setdefault(item, {}).setdefault(start, []).append(tour)
        for item, by_start in visits.items():
            sessions = [self._sessions(item, start, tours) for start, tours in by_start.items()]
            self.cp.add(cp_model.LinearExpr.sum(sessions) <= self.problem.items[item].sessions_max)

    def _sessions(self, item: int, start: int, tours: list[_Tour]) -> cp_model.IntVar:
        """Return how many sessions of an item there are at one time, with room for all its visitors."""
        data = self.problem.items[item]
        most = 1 if data.together else min(data.sessions_max, self.fleet)
        if data.only_fixed:
            most = min(most, data.fixed.count(start))
        number = self.cp.new_int_var(0, most, "")
        inside = [
            literal
            for tour in tours
            for person, literal in tour.people.items()
            if self.problem.attends[item, person]
        ]
        people = cp_model.LinearExpr.sum(inside)
        self.cp.add(people <= min(data.cap, self.problem.people) * number)
        self.cp.add(people >= max(1, data.min_people) * number)
        for tour in tours:
            self.cp.add(self.fleet * number >= tour.groups)
        self.cp.add(number <= cp_model.LinearExpr.sum([tour.groups for tour in tours]))
        return number

    def _keep_everyone(self) -> None:
        """Bring everyone who is there all day to the items for everyone, and pinned people to theirs."""
        for data in self.problem.items:
            tours = [tour for tour in self.tours if data.index in tour.pattern.items]
            for person in data.pinned if tours else ():
                literals = [tour.people[person] for tour in tours if person in tour.people]
                self.cp.add(cp_model.LinearExpr.sum(literals) >= int(data.must))
            if not data.for_all:
                continue
            for block in sorted({tour.block.index for tour in tours}):
                here = [tour for tour in tours if tour.block.index == block]
                due = np.flatnonzero(obliged_to(self.problem, block, data.index)).tolist()
                placed = self.cp.new_bool_var("")
                for tour in here:
                    self.cp.add(tour.groups <= self.fleet * placed)
                for person in due:
                    literals = [tour.people[person] for tour in here if person in tour.people]
                    self.cp.add(cp_model.LinearExpr.sum(literals) >= placed)

    # -- answer ---------------------------------------------------------------------------------------------------

    def plan(self, solver: cp_model.CpSolver) -> Plan:
        """Return the solution as a plan: people of a tour that several groups make are divided among these."""
        runs: list[list[Run]] = [[] for _ in self.problem.blocks]
        plenaries: list[dict[int, Plenary]] = [{} for _ in self.problem.blocks]
        for tour in self.tours:
            groups = solver.value(tour.groups)
            if not groups:
                continue
            people = [person for person, literal in tour.people.items() if solver.boolean_value(literal)]
            runs[tour.block.index] += self._runs(tour.pattern, people, groups)
            for item, start in zip(tour.pattern.items, tour.pattern.starts, strict=True):
                if self.problem.items[item].for_all:
                    plenaries[tour.block.index][item] = Plenary(item, (start,))
        return Plan(
            self.problem, tuple(map(tuple, runs)), tuple(tuple(given.values()) for given in plenaries)
        )

    def _runs(self, pattern: Pattern, people: list[int], groups: int) -> Iterator[Run]:
        """Yield a run for each group: guides spread evenly, who needs an interpreter with one, then the others."""
        guides = [one for one in people if one in self.problem.guides]
        helpers = [one for one in people if one in self.problem.interpreters]
        needy = [one for one in people if not self.problem.speaks[list(pattern.items), one].all()]
        parties: list[list[int]] = [guides[number::groups] for number in range(groups)]
        first = [one for one in dict.fromkeys([*helpers, *needy]) if one not in guides]
        parties[0] += first
        for person in people:
            if person not in guides and person not in first:
                min(parties, key=len).append(person)
        pinned = self._group_of(pattern)
        for party in parties:
            if party:
                guide = min((one for one in party if one in guides), default=None)
                yield Run(pattern, tuple(sorted(party)), guide, group=next(iter(pinned), None))
