"""Improve the bound step by step, beside a search that improves the programme: branch and bound.

A node is a choice of departures with some of the items for everyone fixed to a day part. The bound of the trip is that
of its worst leaf; work goes there. A leaf whose pass of steps is over is split while there is something to fix.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geleit.planner.bound.ascent import Ascent
from geleit.planner.bound.branch import branching_items, placings
from geleit.planner.bound.lagrange import Lagrange, first_prices
from geleit.planner.bound.relaxation import Relaxation, relax
from geleit.planner.problem import Problem

if TYPE_CHECKING:
    from datetime import date

MOST_LEAVES = 400
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
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        by_days: dict[tuple[date, ...], list[Problem]] = {}
        for problem in problems:
            by_days.setdefault(tuple(leg.depart.date() for leg in problem.legs), []).append(problem)
        relaxations = [relax(alike) for alike in by_days.values()]
        self.complete = all(relaxation is not None for relaxation in relaxations)
        self._leaves = [_root(relaxation) for relaxation in relaxations if relaxation is not None]

    @property
    def bound(self) -> int | None:
        """Upper bound of the objective in eighths of a point; None where not all tours could be listed."""
        if not self.complete or not self._leaves:
            return None
        highest = self._highest().bound
        return None if highest == float("inf") else int(highest + ROUNDING)

    def advance(self, steps: int, target: int) -> None:
        """Improve the bound where it is highest.

        Parameters
        ----------
        steps
            Steps to make, over all leaves.
        target
            Objective of the best programme known, in eighths of a point.
        """
        if not self.complete or not self._leaves:
            return
        for _ in range(steps):
            leaf = self._highest()
            if leaf.bound <= target:
                return
            if leaf.ascent.passes and leaf.open_items and len(self._leaves) < MOST_LEAVES:
                self._split(leaf)
                leaf = self._highest()
            leaf.ascent.advance()

    def _highest(self) -> _Leaf:
        return max(self._leaves, key=lambda leaf: leaf.bound)

    def _split(self, leaf: _Leaf) -> None:
        """Replace a leaf by one for each day part in which its next item can lie; items with one such part are free."""
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
        options = list(placings(relaxation, item))
        if len(options) == 1:
            lagrange = lagrange.without(options[0].barred)
        elif options:
            open_items.append(item)
    return _Leaf(relaxation, Ascent(lagrange, first_prices(relaxation)), float("inf"), tuple(open_items))
