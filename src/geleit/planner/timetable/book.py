"""The patterns of every block, enumerated once for each set of limits, with what the choice needs as arrays."""

from dataclasses import dataclass, field

import numpy as np

from geleit.planner.problem import BoolArray, IntArray, Problem
from geleit.planner.timetable.patterns import Limits, Pattern, enumerate_patterns
from geleit.planner.timetable.plan import Plenary, run_price

KEPT = 3000
"""Pattern sets kept at most; then all are forgotten."""
MOST_STEPS = 70_000
"""Tours looked at for one block, over all its limits; where there are many, the later limits get fewer."""
LEAST_STEPS = 1_000
"""But for each of the limits so many."""


@dataclass(slots=True)
class PatternSet:
    """Patterns of a block with what the choice needs of them as arrays."""

    patterns: list[Pattern]
    visits: BoolArray
    """Patterns by items."""
    price: IntArray
    seats: BoolArray
    """Whether a vehicle is needed."""
    moves: BoolArray
    """Whether anybody leaves the base."""
    out: IntArray
    back: IntArray
    _starts: dict[int, tuple[IntArray, IntArray]] = field(default_factory=dict)

    def starts_of(self, item: int) -> tuple[IntArray, IntArray]:
        """Return the patterns that visit an item, and when they do."""
        if item not in self._starts:
            rows = np.flatnonzero(self.visits[:, item])
            found = [self.patterns[row].starts[self.patterns[row].items.index(item)] for row in rows.tolist()]
            self._starts[item] = rows, np.array(found, dtype=np.int64)
        return self._starts[item]


class PatternBook:
    """Enumerated patterns, kept by block, limits and given items."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._kept: dict[tuple[object, ...], PatternSet] = {}

    def patterns(
        self,
        block: int,
        limits: tuple[Limits, ...],
        plenaries: tuple[Plenary, ...],
        *,
        among: frozenset[int] | None = None,
    ) -> PatternSet:
        """Return the patterns of a block that keep within one of the limits.

        Parameters
        ----------
        among
            Items that tours may visit besides those given; None for all that have a start in the block.
        """
        given = tuple((given.item, given.starts, given.people is None) for given in plenaries)
        key = (block, limits, given, among)
        if key not in self._kept:
            if len(self._kept) > KEPT:
                self._kept.clear()
            self._kept[key] = self._enumerate(block, limits, plenaries, among=among)
        return self._kept[key]

    def extra_worth(self, patterns: PatternSet) -> IntArray | None:  # noqa: ARG002 # for books that know of more
        """Return what tours are worth besides the benefit, tours by people in eighths of a point; None for nothing."""
        return None

    def _enumerate(
        self,
        block: int,
        limits: tuple[Limits, ...],
        plenaries: tuple[Plenary, ...],
        *,
        among: frozenset[int] | None,
    ) -> PatternSet:
        given = {plenary.item: plenary.starts for plenary in plenaries if plenary.people is None}
        split = {plenary.item: plenary.starts for plenary in plenaries if plenary.people is not None}
        found: dict[tuple[tuple[int, ...], tuple[int, ...]], Pattern] = {}
        left = MOST_STEPS
        for limit in limits:
            for extra in ({}, split) if split else ({},):
                listed, steps = enumerate_patterns(
                    self.problem,
                    self.problem.blocks[block],
                    limit,
                    {**given, **extra},
                    among=among,
                    most_steps=max(LEAST_STEPS, left),
                )
                left -= steps
                for pattern in listed:
                    found.setdefault((pattern.items, pattern.starts), pattern)
        return self.arrays(list(found.values()))

    def arrays(self, patterns: list[Pattern]) -> PatternSet:
        """Return patterns with what the choice needs of them."""
        visits = np.zeros((len(patterns), len(self.problem.items)), dtype=np.bool_)
        for row, pattern in enumerate(patterns):
            visits[row, list(pattern.items)] = True
        price = np.array([run_price(pattern) for pattern in patterns], dtype=np.int64)
        seats = np.array([pattern.vehicle for pattern in patterns], dtype=np.bool_)
        moves = np.array([pattern.moves for pattern in patterns], dtype=np.bool_)
        out = np.array([pattern.out for pattern in patterns], dtype=np.int64)
        back = np.array([pattern.back for pattern in patterns], dtype=np.int64)
        return PatternSet(patterns, visits, price, seats, moves, out, back)
