"""A plan: which group makes which tour in which block, with whom. Immutable; a move makes a new one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from geleit.domain.items import RuleKind
from geleit.planner.problem import BoolArray, IntArray, Problem
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.sessions import shares
from geleit.planner.value import (
    BENDS_EIGHTHS,
    PRICE_IDLE_EIGHTHS,
    PRICE_TRANSFER_EIGHTHS,
    SLOPES_EIGHTHS,
)


@dataclass(frozen=True, slots=True)
class Run:
    """One group's tour in one block.

    Parameters
    ----------
    people
        Numbers of everyone who moves with the group, sorted; guide and interpreters included.
    group
        The group it is pinned to, or None for any.
    seats
        Seats of the vehicle it was planned for.
    """

    pattern: Pattern
    people: tuple[int, ...]
    guide: int | None = None
    locked: frozenset[int] = frozenset()
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Plenary:
    """An item for everyone that has its place in a block.

    Parameters
    ----------
    starts
        Starts it may have there; empty for any.
    people
        Who must go there in this block, or None for everyone who is obliged.
    """

    item: int
    starts: tuple[int, ...]
    people: frozenset[int] | None = None


def phi(benefit: IntArray, breaks: IntArray) -> IntArray:
    """Return the concave worth, in eighths of a point, of benefits in points; ``breaks`` has a row a person."""
    total = SLOPES_EIGHTHS[-1] * benefit
    for number, bend in enumerate(BENDS_EIGHTHS):
        total = total + bend * np.minimum(benefit, breaks[:, number])
    return total


def run_price(pattern: Pattern) -> int:
    """Return what a tour costs each person who makes it, in eighths of a point."""
    return PRICE_TRANSFER_EIGHTHS * pattern.ride_min + PRICE_IDLE_EIGHTHS * pattern.idle_min


@dataclass(frozen=True)
class Plan:
    """Runs by block, and where the items for everyone lie.

    Parameters
    ----------
    runs
        For each block its runs; at most as many as there are groups.
    plenaries
        For each block the items for everyone that lie there.
    """

    problem: Problem
    runs: tuple[tuple[Run, ...], ...]
    plenaries: tuple[tuple[Plenary, ...], ...]

    @classmethod
    def empty(cls, problem: Problem) -> "Plan":
        """Return the plan in which nothing happens."""
        return cls(problem, ((),) * len(problem.blocks), ((),) * len(problem.blocks))

    def with_runs(self, changes: Mapping[int, tuple[Run, ...]]) -> "Plan":
        """Return the plan with other runs in some blocks."""
        return replace(self, runs=tuple(changes.get(index, runs) for index, runs in enumerate(self.runs)))

    def with_plenaries(self, changes: Mapping[int, tuple[Plenary, ...]]) -> "Plan":
        """Return the plan with other items for everyone in some blocks; the runs there are cleared."""
        plenaries = tuple(changes.get(index, given) for index, given in enumerate(self.plenaries))
        cleared: dict[int, tuple[Run, ...]] = dict.fromkeys(changes, ())
        return replace(self, plenaries=plenaries).with_runs(cleared)

    @cached_property
    def attended(self) -> BoolArray:
        """Who is in a session of which item, items by people."""
        found = np.zeros((len(self.problem.items), self.problem.people), dtype=np.bool_)
        for runs in self.runs:
            for run in runs:
                for item in run.pattern.items:
                    found[item, list(run.people)] = True
        return found & self.problem.attends

    @cached_property
    def benefit(self) -> IntArray:
        """``t[d]`` in points."""
        total: IntArray = (self.problem.worth * self.attended).sum(axis=0)
        return total

    @cached_property
    def objective(self) -> int:
        """Value in eighths of a point: concave benefits less the price of movement and waiting."""
        price = sum(run_price(run.pattern) * len(run.people) for runs in self.runs for run in runs)
        return int(phi(self.benefit, self.problem.breaks).sum()) - price

    @cached_property
    def placed(self) -> Mapping[int, tuple[tuple[int, int], ...]]:
        """By item: (start, people in it) of each run that visits it."""
        found: dict[int, list[tuple[int, int]]] = {}
        for runs in self.runs:
            for run in runs:
                for item, start in zip(run.pattern.items, run.pattern.starts, strict=True):
                    going = int(self.problem.attends[item, list(run.people)].sum())
                    found.setdefault(item, []).append((start, going))
        return {item: tuple(sorted(visits)) for item, visits in found.items()}

    @cached_property
    def unmet(self) -> frozenset[tuple[int, int | None]]:
        """Sessions that must be there and are not, and items (without a start) where somebody pinned is missing."""
        missing: set[tuple[int, int | None]] = set()
        for item, start in self.problem.demands:
            placed = self.placed.get(item, ())
            here = [going for at, going in placed if at == start]
            data = self.problem.items[item]
            if len(shares(data, start, here)) < data.fixed.count(start) if start is not None else not placed:
                missing.add((item, start))
        for data in self.problem.items:
            if data.index in self.placed and not all(self.attended[data.index, list(data.pinned)]):
                missing.add((data.index, None))
        return frozenset(missing)

    @cached_property
    def torn(self) -> tuple[tuple[int, ...], ...]:
        """Items placed of those that take place all or none, where some are missing."""
        whole = [rule.items for rule in self.problem.item_rules if rule.kind is RuleKind.TOGETHER]
        placed = [tuple(item for item in items if item in self.placed) for items in whole]
        return tuple(there for items, there in zip(whole, placed, strict=True) if 0 < len(there) < len(items))

    @cached_property
    def rank(self) -> tuple[int, int, int]:
        """What decides between two plans: fewer missing sessions, then fewer torn rules, then the objective."""
        return -len(self.unmet), -len(self.torn), self.objective

    def mended(self) -> "Plan":
        """Return the plan without the tours to items that take place all or none and lack the others."""
        plan = self
        while plan.torn:
            lone = {item for there in plan.torn for item in there}
            kept = {
                block: tuple(run for run in runs if not lone & set(run.pattern.items))
                for block, runs in enumerate(plan.runs)
            }
            plan = plan.with_runs(kept)
        return plan

    def conflicting(self, block: int) -> tuple[int, ...]:
        """Return the other blocks of the same day that share day parts with a block."""
        here = self.problem.blocks[block]
        return tuple(
            other.index
            for other in self.problem.blocks
            if other.index != block and other.day == here.day and set(other.parts) & set(here.parts)
        )

    def busy(self, block: int) -> frozenset[int]:
        """Return people who are in a run of a conflicting block."""
        return frozenset(
            person for other in self.conflicting(block) for run in self.runs[other] for person in run.people
        )
