"""Make the bound small: subgradient steps, each price with a step length of its own.

The length follows the price's own history (Kingma and Ba, 2015) and falls geometrically over a pass; each later pass is
longer and begins with shorter steps. On the shipped trips 150 steps come within 0.4 % of the plain benefit sum of the
linear relaxation's optimum.
"""

from dataclasses import dataclass, field

import numpy as np

from geleit.planner.bound.lagrange import Lagrange, Prices
from geleit.planner.bound.listing import FloatArray
from geleit.planner.value import SLOPES_EIGHTHS

SCALES = (60.0, 1.0, 1.0, 1.0, 1.0, 5.0, 1.0)
"""What slack of each kind of price counts as one: points, visits, tours, halves, visits, places, sessions."""
UNITS = (60.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.05)
"""A step of length one moves a price by one over this: eighths of a point, for slopes those per point."""
MEMORY, MEMORY_SQUARED = 0.95, 0.99
FIRST_LENGTH, LAST_LENGTH = 120.0, 0.5
NEXT_LENGTH = 30.0
"""Step length, in eighths of a point, at the beginning of every pass but the first."""
FIRST_PASS, NEXT_PASS = 150, 120
"""Steps of the first pass; the next are longer by a half each time."""
FAINT = 1e-3
LOOK_EVERY = 30
"""Steps, on a large trip, from one look at all tours to the next; only such a look gives a bound."""


@dataclass(slots=True)
class Ascent:
    """Prices on their way, with the best bound so far in eighths of a point.

    Parameters
    ----------
    is_warm
        Whether the prices are good already, as those of a wider problem are.
    """

    lagrange: Lagrange
    prices: Prices
    is_warm: bool = False
    best: float = float("inf")
    passes: int = 0
    best_prices: Prices = field(init=False)
    _step: int = 0
    _mean: tuple[FloatArray, ...] = ()
    _square: tuple[FloatArray, ...] = ()

    def __post_init__(self) -> None:
        self.best_prices = self.prices

    @property
    def length(self) -> int:
        """Steps of the present pass."""
        if self.passes == 0:
            return NEXT_PASS if self.is_warm else FIRST_PASS
        return round(NEXT_PASS * 1.5**self.passes)

    def advance(self) -> None:
        """Make one step."""
        thorough = not self.lagrange.is_large or self._step % LOOK_EVERY == 0 or self._step + 1 >= self.length
        step = self.lagrange.step(self.prices, thorough=thorough)
        if thorough and step.bound < self.best:
            self.best, self.best_prices = step.bound, self.prices
        slack = [kind / scale for kind, scale in zip(self._pressing(step.slack), SCALES, strict=True)]
        if not self._mean:
            self._mean = tuple(np.zeros_like(kind) for kind in slack)
            self._square = tuple(np.zeros_like(kind) for kind in slack)
        self._mean = tuple(
            MEMORY * mean + (1 - MEMORY) * kind for mean, kind in zip(self._mean, slack, strict=True)
        )
        self._square = tuple(
            MEMORY_SQUARED * square + (1 - MEMORY_SQUARED) * kind**2
            for square, kind in zip(self._square, slack, strict=True)
        )
        self._step += 1
        self.prices = self._moved()
        if self._step >= self.length:
            self.prices, self._step, self.passes = self.best_prices, 0, self.passes + 1
            self._mean = self._square = ()

    def _moved(self) -> Prices:
        """Return the prices a step on, kept where they are valid."""
        first = FIRST_LENGTH if self.passes == 0 and not self.is_warm else NEXT_LENGTH
        length = first * (LAST_LENGTH / first) ** (self._step / self.length)
        mean_share, square_share = 1 - MEMORY**self._step, 1 - MEMORY_SQUARED**self._step
        moved = [
            price - length * (mean / mean_share) / (np.sqrt(square / square_share) + FAINT) / unit
            for price, mean, square, unit in zip(self.prices, self._mean, self._square, UNITS, strict=True)
        ]
        slope, again, row, link, slot, place, rule = moved
        return Prices(
            slope=np.clip(slope, SLOPES_EIGHTHS[-1], SLOPES_EIGHTHS[0]),
            again=np.where(self.lagrange.relaxation.due, again, np.maximum(again, 0.0)),
            row=np.maximum(row, 0.0),
            link=link,
            slot=np.maximum(slot, 0.0),
            place=np.maximum(place, 0.0),
            rule=np.maximum(rule, 0.0),
        )

    def _pressing(self, slack: Prices) -> Prices:
        """Return the slack without what a price of nothing leaves unused."""
        now, due = self.prices, self.lagrange.relaxation.due
        return Prices(
            slope=slack.slope,
            again=np.where((now.again <= 0) & (slack.again > 0) & ~due, 0.0, slack.again),
            row=np.where((now.row <= 0) & (slack.row > 0), 0.0, slack.row),
            link=slack.link,
            slot=np.where((now.slot <= 0) & (slack.slot > 0), 0.0, slack.slot),
            place=np.where((now.place <= 0) & (slack.place > 0), 0.0, slack.place),
            rule=np.where((now.rule <= 0) & (slack.rule > 0), 0.0, slack.rule),
        )
