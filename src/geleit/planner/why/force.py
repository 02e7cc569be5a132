"""The cheapest way in: force an item into the programme in hand, the smallest neighbourhood first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from geleit.domain.items import RuleKind
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.problem import Problem, compile_problem
from geleit.planner.repair.differences import differences
from geleit.planner.repair.shorter import shortened
from geleit.planner.repair.stable import Template
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.construct import fill, placings, with_placing
from geleit.planner.timetable.plan import Plan, Run
from geleit.planner.timetable.read import locked_in, read_plan
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, Ruler, benefits_alone, evaluate
from geleit.planner.why.insert import insertions
from geleit.planner.why.records import WayIn

TRIES = 2
"""Ways in which each neighbourhood is filled."""
CHECKED = 8
"""Candidates that the checker judges at most, the cheapest first."""
NOISES = (0.0, 0.05, 0.1)
MOST_PLACINGS = 12
Stop = Callable[[], bool]


@dataclass(frozen=True)
class InHand:
    """A programme as a plan, compiled once for all questions about it."""

    trip: Trip
    programme: Programme
    problem: Problem
    plan: Plan
    template: Template
    book: PatternBook
    objective: int
    benefit: int

    @classmethod
    def of(cls, trip: Trip, programme: Programme) -> "InHand":
        """Return a programme that the checker accepts, ready to be asked about."""
        kappa = programme.value.kappa_percent if programme.value else trip.kappa_percent
        ruler = Ruler(benefits_alone(trip), kappa or DEFAULT_KAPPA_PERCENT)
        problem = compile_problem(trip, programme.legs, ruler)
        plan = read_plan(problem, programme).plan
        value = evaluate(trip, programme, ruler)
        template = Template(programme, plan, frozenset(), ruler)
        return cls(
            trip, programme, problem, plan, template, PatternBook(problem), value.objective, value.benefit
        )


def cheapest_way_in(hand: InHand, item: str, delegate: str | None, stop: Stop) -> WayIn | None:
    """Return the cheapest programme with the item that was found, or None.

    Parameters
    ----------
    delegate
        Who has to be in a session of it; None for anybody.
    stop
        Asked between tries; deadline or cancellation.
    """
    return _Forcing(hand, item, delegate, stop).run()


class _Forcing:
    def __init__(self, hand: InHand, item: str, delegate: str | None, stop: Stop) -> None:
        self.hand, self.stop = hand, stop
        self.item = next(n for n, each in enumerate(hand.trip.items) if each.id == item)
        people = {person.id: number for number, person in enumerate(hand.trip.delegates)}
        self.person = None if delegate is None else people[delegate]
        self.problem = self._demanding()
        self.start = replace(hand.plan, problem=self.problem)
        self.allowed = len(hand.plan.unmet)
        self.found: dict[object, Plan] = {}
        self.rng = np.random.default_rng(0)

    def run(self) -> WayIn | None:
        """Return the cheapest way in."""
        base = self._without_rivals(self.start)
        for plan in self._joined(base) if self.person is not None else insertions(base, self.item):
            self._keep(plan)
        for plan in self._filled(base):
            self._keep(plan)
            if self.stop():
                break
        best = max(self.found.values(), key=lambda plan: plan.objective, default=None)
        if best is not None:
            self._refine(best)
        ranked = sorted(self.found.values(), key=lambda plan: -plan.objective)
        for plan in ranked[:CHECKED]:
            way = self._way(plan)
            if way is not None:
                return way
        return None

    def _demanding(self) -> Problem:
        """Return the problem in which the item, and what takes place only with it, must be there."""
        problem = self.hand.problem
        company = {self.item}
        whole = [set(rule.items) for rule in problem.item_rules if rule.kind is RuleKind.TOGETHER]
        while any(company & items and items - company for items in whole):
            company |= {item for items in whole if company & items for item in items}
        person = frozenset() if self.person is None else frozenset({self.person})
        items = tuple(
            replace(
                data,
                must=data.must or data.index in company,
                pinned=data.pinned | (person if data.index == self.item else frozenset()),
            )
            for data in problem.items
        )
        return replace(problem, items=items)

    def _without_rivals(self, plan: Plan) -> Plan:
        """Return the plan without what may not take place beside the item."""
        rules = [rule for rule in self.problem.item_rules if rule.kind is RuleKind.AT_MOST_ONE]
        for rule in rules:
            if self.item in rule.items:
                for rival in set(rule.items) - {self.item}:
                    plan = without_item(plan, rival)
        return plan

    # -- ways in -------------------------------------------------------------------------------------------------

    def _joined(self, plan: Plan) -> Iterator[Plan]:
        """Yield the plan with the person in a tour that visits the item, instead of what the person does then."""
        person = self.person
        if person is None:
            return
        for block, runs in enumerate(plan.runs):
            for number, run in enumerate(runs):
                if self.item not in run.pattern.items or person in run.people:
                    continue
                freed = self._freed(plan, block, person)
                here = list(freed.runs[block])
                number_now = next((n for n, other in enumerate(here) if other.pattern == run.pattern), number)
                run_now = here[number_now]
                yield self._with_people(freed, block, number_now, (*run_now.people, person))
                loose = [p for p in run_now.people if p not in run_now.locked]
                for other in sorted(loose, key=lambda p: int(self.problem.worth[self.item, p]))[:3]:
                    people = tuple(p for p in run_now.people if p != other)
                    yield self._with_people(freed, block, number_now, (*people, person))

    def _freed(self, plan: Plan, block: int, person: int) -> Plan:
        """Return the plan with a person in no tour of a block, or of one that shares its day parts."""
        changes: dict[int, tuple[Run, ...]] = {}
        for other in (block, *plan.conflicting(block)):
            runs = plan.runs[other]
            if any(person in run.people for run in runs):
                kept = tuple(replace(run, people=tuple(p for p in run.people if p != person)) for run in runs)
                changes[other] = tuple(run for run in kept if run.people)
        return plan.with_runs(changes)

    def _with_people(self, plan: Plan, block: int, number: int, people: tuple[int, ...]) -> Plan:
        runs = list(plan.runs[block])
        run = runs[number]
        members = tuple(sorted(people))
        locked = locked_in(self.problem, run.pattern, members, run.guide)
        runs[number] = replace(run, people=members, locked=locked)
        return plan.with_runs({block: tuple(runs)})

    def _filled(self, plan: Plan) -> Iterator[Plan]:
        """Yield plans with neighbourhoods of the item solved anew, the smallest first."""
        if self.problem.items[self.item].for_all:
            yield from self._placed_for_all(plan)
            return
        homes = self.problem.blocks_of[self.item]
        for attempt in range(TRIES):
            for around in self._neighbourhoods(plan, homes, attempt):
                if self.stop():
                    return
                for is_long in {self.problem.blocks[around[0]].is_long}:
                    tried = fill(
                        plan,
                        tuple(sorted(around)),
                        self.hand.book,
                        self.rng,
                        noise=NOISES[attempt],
                        long_first=is_long,
                        focus=self.item,
                    )
                    if tried is not None:
                        yield tried

    def _neighbourhoods(self, plan: Plan, homes: tuple[int, ...], attempt: int) -> Iterator[tuple[int, ...]]:
        """Yield blocks to solve anew, the item's own first in each: itself, its half-days, its days."""
        seen: set[frozenset[int]] = set()
        for width in range(3):
            for home in homes:
                around = (home, *self._around(plan, home, width))
                if frozenset(around) not in seen and (attempt == 0 or width > 0):
                    seen.add(frozenset(around))
                    yield around

    def _around(self, plan: Plan, home: int, width: int) -> tuple[int, ...]:
        if width == 0:
            return ()
        if width == 1:
            return plan.conflicting(home)
        blocks = self.problem.blocks
        return tuple(other.index for other in blocks if other.day == blocks[home].day and other.index != home)

    def _placed_for_all(self, plan: Plan) -> Iterator[Plan]:
        for number, placing in enumerate(placings(plan, self.item)):
            if self.stop() or number >= MOST_PLACINGS:
                return
            around = tuple(
                sorted({other for block in placing for other in (block, *plan.conflicting(block))})
            )
            placed = with_placing(plan.with_runs(dict.fromkeys(around, ())), placing, self.hand.book)
            if placed is not None:
                filled = fill(placed, around, self.hand.book, self.rng, long_first=False)
                if filled is not None:
                    yield filled

    def _refine(self, plan: Plan) -> None:
        """Look for cheaper ways near the cheapest one: its days, each alone and with a little noise."""
        for noise in NOISES:
            for day in self._days(plan):
                if self.stop():
                    return
                tried = fill(plan, day, self.hand.book, self.rng, noise=noise, focus=self.item)
                if tried is not None and self._keep(tried) and tried.objective > plan.objective:
                    plan = tried

    def _days(self, plan: Plan) -> list[tuple[int, ...]]:
        """Return the blocks of each day that is not as it was."""
        changed = {
            self.problem.blocks[block].day
            for block, runs in enumerate(plan.runs)
            if runs != self.start.runs[block]
        }
        blocks = self.problem.blocks
        return [tuple(block.index for block in blocks if block.day == day) for day in sorted(changed)]

    # -- what was found ------------------------------------------------------------------------------------------

    def _keep(self, plan: Plan) -> bool:
        """Keep a plan that has the item, and lacks nothing that the one in hand has; True if it does."""
        if self.item not in plan.placed or len(plan.unmet) > self.allowed or plan.torn:
            return False
        if self.person is not None and not plan.attended[self.item, self.person]:
            return False
        self.found.setdefault(tuple(frozenset(runs) for runs in plan.runs), plan)
        return True

    def _way(self, plan: Plan) -> WayIn | None:
        hand = self.hand
        programme = hand.template.programme(replace(plan, problem=hand.problem))
        if check_programme(hand.trip, programme, ruler=hand.template.ruler) or programme.value is None:
            return None
        return WayIn(
            programme=programme,
            cost_eighths=hand.objective - programme.value.objective,
            benefit=hand.benefit,
            differences=differences(hand.trip, hand.programme, hand.trip, programme),
        )


def without_item(plan: Plan, item: int) -> Plan:
    """Return the plan without any session of an item; the other sessions of its tours keep their times."""
    problem = plan.problem
    changes: dict[int, tuple[Run, ...]] = {}
    for block, runs in enumerate(plan.runs):
        if not any(item in run.pattern.items for run in runs):
            continue
        kept: list[Run] = []
        for run in runs:
            numbers = [number for number, other in enumerate(run.pattern.items) if other != item]
            if len(numbers) == len(run.pattern.items):
                kept.append(run)
                continue
            pattern = shortened(problem, problem.blocks[block], run.pattern, numbers) if numbers else None
            if pattern is not None:
                kept.append(
                    replace(run, pattern=pattern, locked=locked_in(problem, pattern, run.people, run.guide))
                )
        changes[block] = tuple(kept)
    plenaries = tuple(tuple(given for given in here if given.item != item) for here in plan.plenaries)
    return replace(plan.with_runs(changes), plenaries=plenaries)
