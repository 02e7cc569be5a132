"""What a block has to offer: its tours, what each is worth to whom, and who must go, the other blocks being fixed."""

from dataclasses import replace

import numpy as np

from geleit.planner.problem import ALWAYS, BoolArray, IntArray
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan, phi
from geleit.planner.timetable.sessions import fits_rules, obliged

BARRED = -(10**12)
"""Worth of a tour to someone who cannot make it."""


class Offer:
    """The tours of one block, with the plan's other blocks fixed.

    Parameters
    ----------
    plan
        The plan with this block empty.
    noise
        Relative disturbance of the worths, for variety.
    back_by
        Tours without a meal of their own are back by then, so that later day parts keep room.
    most
        Tours at most.

    Attributes
    ----------
    worth
        Eighths of a point by pattern and person; ``BARRED`` where the person cannot make the tour.
    forced
        Who must be in a tour of the block.
    rows
        Tours that keep the rules between items.
    """

    def __init__(
        self,
        plan: Plan,
        block: int,
        book: PatternBook,
        rng: np.random.Generator,
        *,
        noise: float = 0.0,
        back_by: int = ALWAYS,
        most: int = ALWAYS,
    ) -> None:
        self.plan, self.problem, self.index = plan, plan.problem, block
        limits = tuple(replace(limit, hi=min(limit.hi, back_by)) for limit in limits_of(plan, block))
        self.set = book.patterns(block, limits, plan.plenaries[block])
        self.busy = plan.busy(block)
        self.forced = self._forced()
        conflicting = [plan.runs[other] for other in plan.conflicting(block)]
        taken = max((len(runs) for runs in conflicting), default=0)
        self.groups_free = min(most, max(0, len(self.problem.seats) - taken))
        pinned = {run.group for runs in conflicting for run in runs if run.group}
        self.group_seats = {group: seats for group, seats in self.problem.seats if group not in pinned}
        self.worth = self._worths(rng, noise)
        self.rows = self._rows()

    @property
    def patterns(self) -> list[Pattern]:
        """The tours."""
        return self.set.patterns

    def can(self, row: int, person: int) -> bool:
        """Whether the person can make the tour."""
        return bool(self.worth[row, person] > BARRED // 2)

    def _forced(self) -> BoolArray:
        forced = np.zeros(self.problem.people, dtype=np.bool_)
        for given in self.plan.plenaries[self.index]:
            if given.people is None:
                forced |= obliged(self.problem, self.index)
            else:
                forced[list(given.people)] = True
        return forced

    def _worths(self, rng: np.random.Generator, noise: float) -> IntArray:
        problem, plan = self.problem, self.plan
        visits = self.set.visits.astype(np.int64)
        gain = visits @ (problem.worth * (problem.attends & ~plan.attended))
        base = phi(plan.benefit, problem.breaks)
        worth: IntArray = phi(plan.benefit[None, :] + gain, problem.breaks) - base[None, :]
        worth -= self.set.price[:, None]
        if noise:
            people = rng.uniform(1 - noise, 1 + noise, worth.shape[1])
            tours = rng.uniform(1 - noise, 1 + noise, (worth.shape[0], 1))
            worth = (worth * people * tours).astype(np.int64)
        worth[self._barred(visits)] = BARRED
        return worth

    def _barred(self, visits: IntArray) -> BoolArray:
        """Return who cannot make which tour: seen it already, not received, away, elsewhere, or due elsewhere."""
        problem, plan = self.problem, self.plan
        again = visits @ (plan.attended & problem.attends).astype(np.int64)
        shut_out = visits @ (~problem.member).astype(np.int64)
        out = np.array([pattern.out for pattern in self.patterns], dtype=np.int64)
        back = np.array([pattern.back for pattern in self.patterns], dtype=np.int64)
        away = (problem.joins[None, :] > out[:, None]) | (problem.leaves[None, :] < back[:, None])
        barred: BoolArray = (again > 0) | (shut_out > 0) | away
        barred[:, list(self.busy)] = True
        for given in plan.plenaries[self.index]:
            if given.people is not None:
                due = np.zeros(problem.people, dtype=np.bool_)
                due[list(given.people)] = True
                barred |= self.set.visits[:, [given.item]] != due[None, :]
        return barred

    def _rows(self) -> BoolArray:
        rows: BoolArray = (self.worth > BARRED // 2).any(axis=1)
        if self.problem.item_rules:
            for row in np.flatnonzero(rows):
                rows[row] = fits_rules(self.problem, self.plan.placed, self.patterns[row])
        return rows
