"""What a block has to offer: its tours, what each is worth to whom, and who must go, the other blocks being fixed."""

from collections.abc import Sequence

import numpy as np

from geleit.planner.problem import ALWAYS, BoolArray, IntArray
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.fleet import Need, assigned, need_of
from geleit.planner.timetable.hunger import hungry
from geleit.planner.timetable.limits import leeway_of, limits_of
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan, Plenary, phi
from geleit.planner.timetable.sessions import fits_rules, obliged_to

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
    among
        Items that tours may visit besides those given; None for all that have a start in the block.

    Attributes
    ----------
    worth
        Eighths of a point by pattern and person; ``BARRED`` where the person cannot make the tour.
    forced
        Who must be in a tour of the block.
    elsewhere
        Visits in other blocks to items that have a tour here.
    leeway
        What the other tours of the days around leave open.
    vehicles
        Groups that are not out all day.
    rows
        Tours that keep the rules between items.
    joint
        Items for everyone whose one session lies here, with those who are sure to be in it.
    least
        Fewest people of a group that an item's host receives.
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
        among: frozenset[int] | None = None,
    ) -> None:
        self.plan, self.problem, self.index = plan, plan.problem, block
        self.set = book.patterns(block, limits_of(plan, block), plan.plenaries[block], among=among)
        self.extra = book.extra_worth(self.set)
        here = set(np.flatnonzero(self.set.visits.any(axis=0)).tolist())
        self.elsewhere = {item: visits for item, visits in plan.placed.items() if item in here}
        self.busy = plan.busy(block)
        self.leeway = leeway_of(plan, block)
        self.forced = self._forced()
        self.joint = self._joint()
        self.least = np.array(
            [1 if data.index in self.joint else max(1, data.min_people) for data in self.problem.items]
        )
        self._rivals = self._same_day()
        taken = max((len(plan.runs[other]) for other in plan.conflicting(block)), default=0)
        self.vehicles = max(0, len(self.problem.seats) - taken)
        self.groups_free = min(most, self.vehicles)
        self.group_seats = dict(self.problem.seats)
        self.worth = self._worths(rng, noise)
        self.rows = self._rows(back_by)

    @property
    def patterns(self) -> Sequence[Pattern]:
        """The tours."""
        return self.set.patterns

    def can(self, row: int, person: int) -> bool:
        """Whether the person can make the tour."""
        return bool(self.worth[row, person] > BARRED // 2)

    def spares(self, needs: Sequence[Need]) -> bool:
        """Whether tours of the block find groups beside the day's other tours."""
        return assigned(self.group_seats, [*self._rivals, *needs]) is not None

    def _same_day(self) -> list[Need]:
        blocks, here = self.problem.blocks, self.problem.blocks[self.index]
        same_day = [other for other in blocks if other.day == here.day and other.index != self.index]
        return [need_of(run, other) for other in same_day for run in self.plan.runs[other.index]]

    def _forced(self) -> BoolArray:
        forced = np.zeros(self.problem.people, dtype=np.bool_)
        for given in self.plan.plenaries[self.index]:
            if given.people is None:
                forced |= obliged_to(self.problem, self.index, given.item)
            else:
                forced[list(given.people)] = True
        return forced

    def _joint(self) -> dict[int, frozenset[int]]:
        sure = set(np.flatnonzero(self.forced).tolist())
        return {
            given.item: frozenset(sure & set(np.flatnonzero(self.problem.attends[given.item]).tolist()))
            for given in self.plan.plenaries[self.index]
            if self._is_joint(given)
        }

    def _is_joint(self, given: Plenary) -> bool:
        """Whether all groups are in one session: there is but one, or it has one time and room for all."""
        data = self.problem.items[given.item]
        everyone = int((self.problem.attends[given.item] & self.problem.member[given.item]).sum())
        return data.together or (len(given.starts) == 1 and given.people is None and everyone <= data.cap)

    def _worths(self, rng: np.random.Generator, noise: float) -> IntArray:
        problem, plan = self.problem, self.plan
        visits = self.set.visits.astype(np.int64)
        gain = visits @ (problem.worth * (problem.attends & ~plan.attended))
        base = phi(plan.benefit, problem.breaks)
        worth: IntArray = phi(plan.benefit[None, :] + gain, problem.breaks) - base[None, :]
        worth -= self.set.price[:, None]
        if self.extra is not None:
            worth += self.extra
        if noise:
            people = rng.uniform(1 - noise, 1 + noise, worth.shape[1])
            tours = rng.uniform(1 - noise, 1 + noise, (worth.shape[0], 1))
            worth = (worth * people * tours).astype(np.int64)
        worth[self._barred(visits)] = BARRED
        return worth

    def _barred(self, visits: IntArray) -> BoolArray:
        """Return who cannot make which tour: seen it, not received, away, back too late, or due elsewhere."""
        problem, plan = self.problem, self.plan
        again = visits @ (plan.attended & problem.attends).astype(np.int64)
        shut_out = visits @ (~problem.member).astype(np.int64)
        out, back = self.set.out[:, None], self.set.back[:, None]
        away = (problem.joins[None, :] > out) | (problem.leaves[None, :] < back)
        barred: BoolArray = (again > 0) | (shut_out > 0) | away
        barred |= self.leeway.barred(self.patterns, problem.blocks[self.index])
        barred |= hungry(plan, problem.blocks[self.index], self.patterns, self.set.out, self.set.back)
        barred[:, list(self.busy)] = True
        for given in plan.plenaries[self.index]:
            if given.people is not None:
                due = np.zeros(problem.people, dtype=np.bool_)
                due[list(given.people)] = True
                barred |= self.set.visits[:, [given.item]] != due[None, :]
        return barred

    def _rows(self, back_by: int) -> BoolArray:
        fed = [bool(pattern.meals) for pattern in self.patterns]
        in_time = (self.set.back <= back_by) | np.array(fed, dtype=np.bool_)
        rows: BoolArray = (self.worth > BARRED // 2).any(axis=1) & in_time
        if self.problem.item_rules:
            for row in np.flatnonzero(rows).tolist():
                rows[row] = fits_rules(self.problem, self.plan.placed, self.patterns[row])
        return rows
