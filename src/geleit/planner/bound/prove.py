"""Improve the bound step by step, beside a search that improves the programme: branch and bound.

A node is a choice of departures with some of the items for everyone fixed to a day part. The bound of the trip is that
of its worst leaf; work goes there. A leaf whose pass of steps is over is split while there is something to fix.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geleit.planner.bound.ascent import Ascent
from geleit.planner.bound.branch import branching_items, placings, spots_of
from geleit.planner.bound.lagrange import Lagrange, first_prices
from geleit.planner.bound.listing import Stop
from geleit.planner.bound.relaxation import Relaxation, relax
from geleit.planner.problem import Problem

if TYPE_CHECKING:
    from datetime import date

MOST_LEAVES = 400
MOST_CELLS = 200_000_000
"""Tours times people, over all leaves, beyond which none is split: for each of them memory is needed."""
ROUNDING = 0.01
"""Eighths of a point that a sum of many figures may be off; objectives are whole."""


@dataclass(slots=True)
class _Leaf:
    """A part of the programmes, bounded by an ascent.

    Parameters
    ----------
    inherited
        Bound of the wider part it was split from, in eighths of a point.
    open_items
        Items for everyone whose day part is not fixed yet, the next to fix first.
    """

    relaxation: Relaxation
    ascent: Ascent
    inherited: float
    open_items: tuple[int, ...]

    @property
    def bound(self) -> float:
        return min(self.inherited, self.ascent.best)


class Prover:
    """Proves bounds for a trip under every choice of its legs' departures.

    Parameters
    ----------
    problems
        The trip compiled for each choice. Choices that differ only in the time of day share a relaxation; one whose
        bound lies below a known programme needs no more work.
    stop
        Asked while the tours are listed; where it says so nothing is proven.
    """

    def __init__(self, problems: Sequence[Problem], stop: Stop = lambda: False) -> None:
        by_days: dict[tuple[date, ...], list[Problem]] = {}
        for problem in problems:
            by_days.setdefault(tuple(leg.depart.date() for leg in problem.legs), []).append(problem)
        self._leaves: list[_Leaf] = []
        self.complete = bool(problems)
        for alike in by_days.values():
            relaxation = relax(alike, stop)
            if relaxation is None:
                self.complete = False
                return
            self._leaves.append(_root(relaxation))

    @property
    def bound(self) -> int | None:
        """Upper bound of the objective in eighths of a point; None before the first step, or without all tours."""
        if not self.complete:
            return None
        highest = self._highest().bound
        return None if highest == float("inf") else int(highest + ROUNDING)

    @property
    def is_rough(self) -> bool:
        """Whether some part has not finished its first pass."""
        return any(not leaf.ascent.passes for leaf in self._leaves)

    def advance(self, steps: int, target: int) -> None:
        """Improve the bound where it is highest.

        Parameters
        ----------
        steps
            Steps to make, over all leaves.
        target
            Objective of the best programme known, in eighths of a point.
        """
        if not self.complete:
            return
        for _ in range(steps):
            leaf = self._highest()
            if leaf.bound <= target:
                return
            if leaf.ascent.passes and leaf.open_items and self._has_room:
                self._split(leaf)
                leaf = self._highest()
            leaf.ascent.advance()

    @property
    def _has_room(self) -> bool:
        """Whether one more leaf may be split."""
        cells = sum(leaf.relaxation.size for leaf in self._leaves)
        return len(self._leaves) < MOST_LEAVES and cells < MOST_CELLS

    def _highest(self) -> _Leaf:
        return max(self._leaves, key=lambda leaf: leaf.bound)

    def _split(self, leaf: _Leaf) -> None:
        """Replace a leaf by one for each day part in which its next item can lie."""
        item, later = leaf.open_items[0], leaf.open_items[1:]
        wide = leaf.ascent
        self._leaves.remove(leaf)
        for placing in placings(leaf.relaxation, item):
            narrow = Ascent(wide.lagrange.without(placing.barred), wide.best_prices, is_warm=True)
            self._leaves.append(_Leaf(leaf.relaxation, narrow, leaf.bound, later))


def _root(relaxation: Relaxation) -> _Leaf:
    """Return the leaf of a choice of departures, with all fixed that can lie in one place only."""
    lagrange, open_items = Lagrange(relaxation), []
    for item in branching_items(relaxation):
        spots = len(spots_of(relaxation, item))
        if spots == 1 and relaxation.problem.items[item].must:
            lagrange = lagrange.without(next(placings(relaxation, item)).barred)
        elif spots:
            open_items.append(item)
    return _Leaf(relaxation, Ascent(lagrange, first_prices(relaxation)), float("inf"), tuple(open_items))
