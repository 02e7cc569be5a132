"""What stays is worth something: a bonus for every kept appointment and session, larger the sooner it is."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from geleit.planner.problem import BoolArray, IntArray, Problem
from geleit.planner.timetable.book import PatternBook, PatternSet
from geleit.planner.timetable.patterns import Limits, Pattern
from geleit.planner.timetable.plan import Plan, Plenary

KEPT_EIGHTHS = 8
"""What a kept appointment of a delegate is worth at least, in eighths of a point; four times that on the first day."""
KEPT_SESSION_EIGHTHS = 40
"""What a kept session (item and time) is worth at least; on the first day four times that."""
LEAST_EIGHTHS = 200_000
"""What a changed appointment costs where as little as possible is to change; far above any benefit."""


@dataclass(frozen=True)
class Keeping:
    """The published appointments, and what it is worth to keep them.

    Parameters
    ----------
    starts
        When a person was in a session of an item, items by people; ``NONE`` where not.
    counted
        Whose changes count: who joined has nothing to keep.
    weight
        Worth of keeping an appointment, items by people, in eighths of a point.
    """

    problem: Problem
    starts: IntArray
    counted: BoolArray
    weight: IntArray
    price: int

    NONE = -1

    @classmethod
    def of(cls, problem: Problem, published: Plan, counted: BoolArray, now: int, price: int) -> "Keeping":
        """Return what there is to keep.

        Parameters
        ----------
        published
            The published programme as a plan of the changed problem, unchanged.
        now
            The present, or the begin of the trip, in the problem's minutes: what comes next weighs most.
        price
            What each changed appointment costs besides, in eighths of a point.
        """
        starts = np.full(published.attended.shape, cls.NONE, dtype=np.int64)
        for runs in published.runs:
            for run in runs:
                for item, start in zip(run.pattern.items, run.pattern.starts, strict=True):
                    members = [person for person in run.people if problem.attends[item, person]]
                    starts[item, members] = start
        days = np.clip((starts - now) // (24 * 60), 0, None)
        weight = np.where(starts == cls.NONE, 0, KEPT_EIGHTHS * 4 // (1 + np.minimum(days, 3)))
        return cls(problem, starts, counted, weight.astype(np.int64), price)

    def priced(self, price: int) -> "Keeping":
        """Return the same with another price of a change."""
        return Keeping(self.problem, self.starts, self.counted, self.weight, price)

    @cached_property
    def sessions(self) -> dict[tuple[int, int], int]:
        """Worth of keeping each published item and time."""
        found: dict[tuple[int, int], int] = {}
        for item, person in np.argwhere(self.starts != self.NONE).tolist():
            share = KEPT_SESSION_EIGHTHS * int(self.weight[item, person]) // KEPT_EIGHTHS
            found[item, int(self.starts[item, person])] = share
        return found

    def gain(self, item: int, start: int) -> IntArray:
        """Return what being in that session adds for each person: kept ones count, new ones cost.

        An appointment that is moved is a change as much as one that is lost.
        """
        kept = self.starts[item] == start
        new = (self.starts[item] == self.NONE) & self.counted
        per_person = np.where(kept, self.weight[item] + self.price, 0) - np.where(new, self.price, 0)
        gain: IntArray = np.where(self.problem.attends[item], per_person, 0).astype(np.int64)
        return gain

    def worth_of(self, plan: Plan) -> int:
        """Return what a plan keeps, in the search's measure."""
        total = 0
        placed: set[tuple[int, int]] = set()
        for runs in plan.runs:
            for run in runs:
                for item, start in zip(run.pattern.items, run.pattern.starts, strict=True):
                    total += int(self.gain(item, start)[list(run.people)].sum())
                    placed.add((item, start))
        return total + sum(worth for kept, worth in self.sessions.items() if kept in placed)


class KeepingBook(PatternBook):
    """The patterns of every block, with those that are there already, and with what keeping them is worth.

    Parameters
    ----------
    extra
        By block: tours that are listed whatever the enumeration thinks of them.
    not_before
        No new tour leaves before this minute.
    is_narrow
        Whether there are no other tours than these, which takes milliseconds.
    """

    def __init__(
        self, keeping: Keeping, extra: dict[int, list[Pattern]], not_before: int, *, is_narrow: bool = False
    ) -> None:
        super().__init__(keeping.problem)
        self.keeping, self.extra, self.not_before, self.is_narrow = keeping, extra, not_before, is_narrow
        self._gains: dict[tuple[int, int], IntArray] = {}

    def with_keeping(self, keeping: Keeping) -> "KeepingBook":
        """Return the same patterns with another worth of keeping."""
        book = KeepingBook(keeping, self.extra, self.not_before)
        book._kept = self._kept
        return book

    def plain(self) -> PatternBook:
        """Return the tours of the problem, without what is there already and without a worth of keeping."""
        return PatternBook(self.problem)

    def _enumerate(
        self,
        block: int,
        limits: tuple[Limits, ...],
        plenaries: tuple[Plenary, ...],
        *,
        among: frozenset[int] | None,
    ) -> PatternSet:
        listed: list[Pattern] = []
        if among is not None or not self.is_narrow:
            listed = list(super()._enumerate(block, limits, plenaries, among=among).patterns)
        extra = [pattern for pattern in self.extra.get(block, ()) if _suits(self.problem, pattern, plenaries)]
        if among is not None:
            extra = []
        found = {
            (pattern.items, pattern.starts, pattern.lunch_after): pattern for pattern in (*listed, *extra)
        }
        return self.arrays([pattern for pattern in found.values() if pattern.out >= self.not_before])

    def extra_worth(self, patterns: PatternSet) -> IntArray:
        """Return what the tours keep, tours by people."""
        keeping = self.keeping
        found = np.zeros((len(patterns.patterns), self.problem.people), dtype=np.int64)
        for row, pattern in enumerate(patterns.patterns):
            for item, start in zip(pattern.items, pattern.starts, strict=True):
                if (item, start) not in self._gains:
                    self._gains[item, start] = keeping.gain(item, start)
                found[row] += self._gains[item, start]
        return found


def _suits(problem: Problem, pattern: Pattern, plenaries: tuple[Plenary, ...]) -> bool:
    """Whether a tour visits the items for everyone of its block, at their times, and no other such items."""
    given = {plenary.item: plenary for plenary in plenaries}
    if any(plenary.item not in pattern.items and plenary.people is None for plenary in plenaries):
        return False
    return all(
        not problem.items[item].for_all
        or (item in given and (not given[item].starts or start in given[item].starts))
        for item, start in zip(pattern.items, pattern.starts, strict=True)
    )
