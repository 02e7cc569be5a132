"""Branch and bound over a choice, with proofs in integers.

Every case is bounded by `relaxation`; candidates whose price alone would sink a case below the best choice are fixed;
of candidates that differ in nothing but worth, the better is taken first.
"""

from dataclasses import dataclass
from heapq import heappop, heappush
from math import gcd

import numpy as np

from geleit.planner.selection.problem import IntArray
from geleit.planner.selection.relaxation import SCALE, Linear, Tableau, relax, start

NODE_LIMIT = 20_000
"""Cases examined before the search gives up its proof."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search ends with.

    Parameters
    ----------
    best
        The best choice found (0 or 1 for each candidate), or None.
    gain
        What it gains.
    bound
        No choice gains more. Equal to the gain when the best is proven; below ``floor`` with no best when there is
        proof that no choice reaches it.
    is_proven
        Whether the search came to its end.
    """

    best: IntArray | None
    gain: int
    bound: int
    nodes: int
    is_proven: bool


@dataclass(slots=True)
class _Case:
    state: Tableau
    low: IntArray
    high: IntArray
    bound: int


class Search:
    """A search for the choice that gains most.

    Parameters
    ----------
    linear
        Gains and rows.
    low, high
        Bounds of each candidate.
    twins
        For each candidate those that are like it and worth no more; see `twins_of`.
    """

    def __init__(
        self, linear: Linear, low: IntArray, high: IntArray, twins: tuple[IntArray, ...] = ()
    ) -> None:
        self.linear = linear
        self.low, self.high = low, high
        self.below = twins
        self.above: tuple[IntArray, ...] = tuple(
            np.array([i for i, under in enumerate(twins) if j in under], dtype=np.int64)
            for j in range(len(twins))
        )
        self.step = gcd(*(int(gain) for gain in linear.gains)) or 1
        self.best: IntArray | None = None
        self.gain = 0
        self.nodes = 0

    def run(self, *, floor: int, ceiling: int | None = None, node_limit: int = NODE_LIMIT) -> Found:
        """Search until the proof or the limit: down the likelier half of each case, then on from the best bound.

        Parameters
        ----------
        floor
            Only choices that gain at least this count.
        ceiling
            No choice is known to gain more; the search may end when it is reached.
        """
        self.gain = floor - 1
        waiting: list[tuple[int, int, _Case]] = []
        case: _Case | None = _Case(
            start(self.linear, self.low, self.high), self.low.copy(), self.high.copy(), 0
        )
        if case is not None and not self._bounded(case):
            case = None
        while case is not None or waiting:
            if ceiling is not None and self.gain >= ceiling:
                waiting, case = [], None
                break
            if case is None:
                case = heappop(waiting)[2]
                if case.bound <= self.gain:
                    waiting, case = [], None
                    break
            if self.nodes >= node_limit:
                break
            likelier, other = self._children(case)
            if other is not None:
                heappush(waiting, (-other.bound, self.nodes, other))
            case = likelier if likelier is not None and likelier.bound > self.gain else None
        open_bounds = [case.bound] if case is not None else []
        best = None if self.best is None else self._tidied(self.best)
        bound = max([self.gain, *open_bounds, *(other.bound for _, _, other in waiting)])
        return Found(best, self.gain, bound, self.nodes, bound == self.gain)

    def _tidied(self, best: IntArray) -> IntArray:
        """Return a choice no worse in which, of candidates that are alike, the better and then the first are taken."""
        gains = self.linear.gains
        for number in sorted(range(len(self.below)), key=lambda j: (-int(gains[j]), j)):
            taken = [int(j) for j in self.below[number] if best[j] and not best[number]]
            if taken:
                last = min(taken, key=lambda j: (int(gains[j]), -j))
                best[number], best[last] = 1, 0
        self.gain = int(gains @ best)
        return best

    def _bounded(self, case: _Case) -> bool:
        """Bound a case and fix what is decided in it; False when nothing better lies in it."""
        while True:
            self.nodes += 1
            proof = relax(self.linear, case.state, case.low, case.high)
            if proof.bound is None:
                return False
            case.bound = self._rounded(proof.bound)
            if case.bound <= self.gain:
                return False
            if self._try(case):
                return False
            if not self._fix(case, proof.bound, proof.prices):
                return True

    def _rounded(self, bound: int) -> int:
        """Return the largest gain that a choice can have below a bound: all gains are multiples of the step."""
        return bound // (SCALE * self.step) * self.step

    def _try(self, case: _Case) -> bool:
        """Take the relaxation's choice, rounded, when it keeps all rows; True when that settles the case."""
        values = case.state.values[: len(self.linear.gains)]
        whole = np.clip(np.rint(values), case.low, case.high).astype(np.int64)
        if np.any(self.linear.matrix @ whole > self.linear.right):
            return bool(np.array_equal(case.low, case.high))
        gain = int(self.linear.gains @ whole)
        if gain > self.gain:
            self.best, self.gain = whole, gain
        return bool(np.array_equal(case.low, case.high)) or gain >= case.bound

    def _fix(self, case: _Case, bound: int, prices: IntArray) -> bool:
        """Fix candidates whose price alone would sink the case; True when it must be bounded anew."""
        next_gain = (self.gain // self.step + 1) * self.step
        room = bound - next_gain * SCALE
        undecided = case.low < case.high
        out = undecided & (-prices > room)
        taken = undecided & (prices > room)
        case.high[out] = 0
        case.low[taken] = 1
        values = case.state.values[: len(self.linear.gains)]
        changes = np.any(values[out] > 0.5) or np.any(values[taken] < 0.5)
        return bool(changes or np.array_equal(case.low, case.high))

    def _children(self, case: _Case) -> tuple[_Case | None, _Case | None]:
        """Return the likelier half of a case and the other; None for one that holds nothing better."""
        values = case.state.values[: len(self.linear.gains)]
        undecided = np.flatnonzero(case.low < case.high)
        distance = np.abs(values[undecided] - np.rint(values[undecided]))
        number = int(undecided[np.argmax(distance)])
        side = int(values[number] >= 0.5)
        likelier = self._half(case, number, side)
        return likelier, self._half(case, number, 1 - side)

    def _half(self, case: _Case, number: int, side: int) -> _Case | None:
        child = _Case(case.state.copy(), case.low.copy(), case.high.copy(), case.bound)
        if side:
            child.low[number] = 1
            child.low[self.above[number] if self.above else []] = 1
        else:
            child.high[number] = 0
            child.high[self.below[number] if self.below else []] = 0
        if np.any(child.low > child.high):
            return None
        return child if self._bounded(child) else None


def twins_of(linear: Linear, low: IntArray, high: IntArray) -> tuple[IntArray, ...]:
    """Return, for each free candidate, the free ones that differ from it in nothing but a worth no higher.

    Some best choice takes none of them without it: exchanging the two breaks no row and loses nothing.
    """
    columns = [tuple(column) for column in linear.matrix.T.tolist()]
    free = low < high
    order = sorted(range(len(columns)), key=lambda j: (-int(linear.gains[j]), j))
    found: list[IntArray] = []
    place = {number: position for position, number in enumerate(order)}
    for i, column in enumerate(columns):
        under = [
            j
            for j in range(len(columns))
            if free[i] and free[j] and columns[j] == column and place[j] > place[i]
        ]
        found.append(np.array(under, dtype=np.int64))
    return tuple(found)
