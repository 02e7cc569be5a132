"""Improve the bound step by step, beside a search that improves the programme."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geleit.planner.bound.lagrange import Lagrange, Prices, blended, first_prices, squared
from geleit.planner.bound.relaxation import Relaxation, relax
from geleit.planner.problem import Problem

if TYPE_CHECKING:
    from datetime import date

FIRST_SHARE = 1.2
SHARE_KEPT = 0.7
"""How much of the step length is kept after a while without a better bound."""
PATIENCE = 12
MEMORY = 0.7
"""Share of the direction before in each new one."""


@dataclass(slots=True)
class _Ascent:
    """One relaxation with its prices and its best bound so far, in eighths of a point."""

    lagrange: Lagrange
    prices: Prices
    best_prices: Prices
    best: float = float("inf")
    share: float = FIRST_SHARE
    stale: int = 0
    direction: Prices | None = field(default=None)

    def advance(self, target: float) -> None:
        """Make one step towards ``target``, the value of a programme that is known."""
        step = self.lagrange.step(self.prices)
        if step.bound < self.best - 1:
            self.best, self.best_prices, self.stale = step.bound, self.prices, 0
        else:
            self.stale += 1
        if self.stale >= PATIENCE:
            self.share *= SHARE_KEPT
            self.stale = 0
            self.prices, self.direction = self.best_prices, None
            return
        self.direction = blended(self.lagrange.pressing(self.prices, step.slack), self.direction, MEMORY)
        size = squared(self.direction)
        if size > 0:
            length = self.share * max(step.bound - target, 1.0) / size
            self.prices = self.lagrange.moved(self.prices, self.direction, length)


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
        self._ascents = [self._ascent(relaxation) for relaxation in relaxations if relaxation is not None]

    @staticmethod
    def _ascent(relaxation: Relaxation) -> _Ascent:
        prices = first_prices(relaxation)
        return _Ascent(Lagrange(relaxation), prices, prices)

    @property
    def bound(self) -> int | None:
        """Upper bound of the objective in eighths of a point; None where not all tours could be listed."""
        if not self.complete or not self._ascents:
            return None
        highest = max(ascent.best for ascent in self._ascents)
        return None if highest == float("inf") else int(highest)

    def advance(self, steps: int, target: int) -> None:
        """Improve the bound where it is highest.

        Parameters
        ----------
        steps
            Steps to make, over all choices of departures.
        target
            Objective of the best programme known, in eighths of a point.
        """
        if not self.complete:
            return
        for _ in range(steps):
            highest = max(self._ascents, key=lambda ascent: ascent.best, default=None)
            if highest is None or highest.best <= target:
                return
            highest.advance(float(target))
