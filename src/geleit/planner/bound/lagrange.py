"""Lagrangian bound of the relaxation: prices on what couples the tours, each tour then filled by sorting.

For any prices the bound is valid; ``ascent`` makes it small. Priced are: a person's
tours in one day part (``rows``), a person's visits to one item, an item's places, and each person's benefit (its
slope), which is what makes the concave worth separable.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geleit.planner.bound.relaxation import Relaxation
from geleit.planner.problem import ALWAYS, BoolArray
from geleit.planner.value import SLOPES_EIGHTHS

FloatArray = npt.NDArray[np.float64]
OUT = -1e12


@dataclass(frozen=True, slots=True)
class Prices:
    """Multipliers, all in eighths of a point but the first.

    Parameters
    ----------
    slope
        Worth of a point of benefit to each person, between the flattest and the steepest slope.
    again
        Items by people: for a further visit to the same item; for an item that is due also negative.
    row
        Sets of tours by people.
    place
        By item: for one of its places.
    """

    slope: FloatArray
    again: FloatArray
    row: FloatArray
    place: FloatArray

    def __iter__(self) -> Iterator[FloatArray]:
        """Yield the four kinds in order."""
        yield from (self.slope, self.again, self.row, self.place)


@dataclass(frozen=True, slots=True)
class Step:
    """The bound at some prices, in eighths of a point, and how far each coupling is from being met."""

    bound: float
    slack: Prices


def first_prices(relaxation: Relaxation) -> Prices:
    """Return prices to start from: everyone at the third slope, all else free."""
    items, people = relaxation.worth.shape
    return Prices(
        slope=np.full(people, float(SLOPES_EIGHTHS[2])),
        again=np.zeros((items, people)),
        row=np.zeros((relaxation.rows.shape[1], people)),
        place=np.zeros(items),
    )


class Lagrange:
    """Evaluates and improves prices for one relaxation."""

    def __init__(self, relaxation: Relaxation) -> None:
        self.relaxation = relaxation
        self.barred = relaxation.barred
        self.visits = relaxation.visits.astype(np.float64)
        self.rows = relaxation.rows.astype(np.float64)
        self.worth = relaxation.worth.astype(np.float64)
        self.breaks = relaxation.problem.breaks.astype(np.float64)
        self.most = self.worth.sum(axis=0)
        self.groups = len(relaxation.problem.seats)
        self.limited = relaxation.places < ALWAYS
        pools = range(int(relaxation.pool.max(initial=-1)) + 1)
        self.of_pool = [np.flatnonzero(relaxation.pool == pool) for pool in pools]

    def without(self, barred: BoolArray) -> "Lagrange":
        """Return the same with more tours that some people cannot make."""
        narrower = copy(self)
        narrower.barred = self.barred | barred
        return narrower

    def step(self, prices: Prices) -> Step:
        """Return the bound at the prices and the subgradient there."""
        relaxation = self.relaxation
        net = self.worth * prices.slope - prices.again - prices.place[:, None]
        value = self.visits @ net - relaxation.price[:, None] - self.rows @ prices.row
        value[self.barred] = OUT
        np.maximum(value, 0.0, out=value)
        sums = np.zeros((value.shape[0], value.shape[1] + 1))
        np.cumsum(np.sort(value, axis=1)[:, ::-1], axis=1, out=sums[:, 1:])
        tours = np.arange(value.shape[0])
        ends = [
            np.minimum(number * relaxation.cap_one, relaxation.cap_all) for number in range(self.groups + 1)
        ]
        gains = np.stack(
            [
                sums[tours, ends[n + 1]] - sums[tours, ends[n]] - relaxation.guide_price
                for n in range(self.groups)
            ],
            axis=1,
        )
        total, chosen = self._choose(np.maximum(gains, 0.0))
        going = np.zeros(value.shape)
        for tour, number in chosen:
            ranked = np.argsort(-value[tour], kind="stable")
            people = ranked[ends[number][tour] : ends[number + 1][tour]]
            going[tour, people[value[tour, people] > 0]] = 1.0
        concave, benefit = self._conjugate(prices.slope)
        visits = self.visits.T @ going
        places = np.where(self.limited, relaxation.places, 0)
        bound = concave + total + prices.again.sum() + prices.row.sum() + float(places @ prices.place)
        slack = Prices(
            slope=(self.worth * visits).sum(axis=0) - benefit,
            again=1.0 - visits,
            row=1.0 - self.rows.T @ going,
            place=np.where(self.limited, relaxation.places - visits.sum(axis=1), 0.0),
        )
        return Step(float(bound), slack)

    def _choose(self, gains: FloatArray) -> tuple[float, list[tuple[int, int]]]:
        """Return the best choice of tours, as many as there are groups in each day part, and its worth."""
        total, chosen = 0.0, []
        for morning, afternoon, whole, evening in self.relaxation.days:
            parts = [self._best_of(gains, pool) for pool in (morning, afternoon, whole, evening)]
            sums = [np.concatenate([[0.0], np.cumsum([gain for gain, _, _ in part])]) for part in parts]

            def worth(out: int, sums: list[FloatArray] = sums) -> float:
                left = self.groups - out
                by_half = sums[0][min(left, len(sums[0]) - 1)] + sums[1][min(left, len(sums[1]) - 1)]
                return float(sums[2][out] + by_half)

            out = max(range(len(parts[2]) + 1), key=worth)
            total += worth(out) + float(sums[3][-1])
            left = self.groups - out
            for part, many in zip(parts, (left, left, out, self.groups), strict=True):
                chosen += [(tour, number) for _, tour, number in part[:many]]
        return total, chosen

    def _best_of(self, gains: FloatArray, pool: int | None) -> list[tuple[float, int, int]]:
        """Return (gain, tour, number of the group on it) of the best tours of a day part, best first."""
        if pool is None:
            return []
        tours = self.of_pool[pool]
        flat = gains[tours].ravel()
        top = np.argsort(-flat, kind="stable")[: self.groups]
        return [
            (float(flat[at]), int(tours[at // self.groups]), int(at % self.groups))
            for at in top
            if flat[at] > 0
        ]

    def _conjugate(self, slope: FloatArray) -> tuple[float, FloatArray]:
        """Return the sum over people of max over t of ``Phi(t) - slope * t``, and the maximising benefits."""
        total, benefit = np.zeros_like(slope), np.zeros_like(slope)
        below = np.zeros_like(slope)
        uppers = (*(np.minimum(self.breaks[:, number], self.most) for number in range(3)), self.most)
        for steep, upto in zip(SLOPES_EIGHTHS, uppers, strict=True):
            length = np.maximum(upto - below, 0.0)
            total += np.maximum(steep - slope, 0.0) * length
            benefit += np.where(steep > slope, length, 0.0)
            below = np.maximum(below, upto)
        return float(total.sum()), benefit
