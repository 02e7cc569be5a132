"""The linear relaxation of a choice, by the dual simplex method with bounded variables, and what it proves.

``maximise gains @ x`` under ``matrix @ x <= right`` and ``low <= x <= high``. The simplex method works in floating
point and only guides. What counts is computed afterwards in integers: for whatever multipliers it ends with, the
Lagrangian bound holds, and a Farkas row is checked before a case is called impossible.

The method needs no first phase: with every variable at the bound its gain prefers, the slack basis is dual feasible.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geleit.planner.selection.problem import IntArray

Floats = NDArray[np.float64]
SCALE = 1 << 20
"""Multipliers are rounded to this fraction before anything is proven with them."""
TOLERANCE = 1e-7


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear programme in whole numbers."""

    gains: IntArray
    matrix: IntArray
    right: IntArray


@dataclass(slots=True)
class Tableau:
    """The state of the method; variables are the choices, then one slack for each row.

    Parameters
    ----------
    table
        Rows of the basis.
    reduced
        Reduced gains: at most 0 at a lower bound, at least 0 at an upper one.
    basis
        The basic variable of each row.
    values
        Value of every variable.
    """

    table: Floats
    reduced: Floats
    basis: IntArray
    values: Floats

    def copy(self) -> "Tableau":
        """Return a state that can be changed on its own."""
        return Tableau(self.table.copy(), self.reduced.copy(), self.basis.copy(), self.values.copy())


@dataclass(frozen=True, slots=True)
class Proof:
    """What a relaxation proves.

    Parameters
    ----------
    bound
        No choice within the bounds gains more, in units of ``1 / SCALE``; None when there is none at all.
    prices
        What moving each variable by one from its best bound costs at least, in the same unit; the sign says which
        way it is drawn. Empty when there is no choice.
    """

    bound: int | None
    prices: IntArray


def start(linear: Linear, low: IntArray, high: IntArray) -> Tableau:
    """Return the slack basis with each choice at the bound its gain prefers."""
    rows, columns = linear.matrix.shape
    choices = np.where(linear.gains > 0, high, low)
    slacks = linear.right - linear.matrix @ choices
    return Tableau(
        table=np.hstack([linear.matrix.astype(float), np.eye(rows)]),
        reduced=np.concatenate([linear.gains.astype(float), np.zeros(rows)]),
        basis=np.arange(columns, columns + rows),
        values=np.concatenate([choices, slacks]).astype(float),
    )


def relax(linear: Linear, state: Tableau, low: IntArray, high: IntArray) -> Proof:
    """Bring a state to its optimum under the bounds, and return what that proves.

    ``state`` is changed; its values are those of the relaxation unless the proof says that there are none.
    """
    rows, columns = linear.matrix.shape
    lows = np.concatenate([low.astype(float), np.zeros(rows)])
    highs = np.concatenate([high.astype(float), np.full(rows, np.inf)])
    _settle(linear, state, lows, highs)
    for _ in range(50 * (rows + columns)):
        row, rising = _worst(state, lows, highs)
        if row < 0:
            break
        entering = _entering(state, row, lows, highs, rising=rising)
        if entering < 0:
            if _is_impossible(linear, state.table[row, columns:], low, high, rising=rising):
                return Proof(None, np.empty(0, dtype=np.int64))
            break
        _pivot(state, row, entering, lows[state.basis[row]] if rising else highs[state.basis[row]])
    return _proof(linear, state, low, high)


def _settle(linear: Linear, state: Tableau, lows: Floats, highs: Floats) -> None:
    """Put what is not basic to a bound, by its reduced gain, and the basic variables to what follows."""
    free = np.ones(len(lows), dtype=bool)
    free[state.basis] = False
    at_bound = np.where(state.reduced > 0, highs, lows)
    at_bound = np.where(np.isfinite(at_bound), at_bound, lows)
    state.values = np.where(free, at_bound, 0.0)
    columns = linear.matrix.shape[1]
    right = state.table[:, columns:] @ linear.right.astype(float)
    state.values[state.basis] = right - state.table[:, free] @ state.values[free]


def _worst(state: Tableau, lows: Floats, highs: Floats) -> tuple[int, bool]:
    """Return the row furthest out of bounds and whether it must rise; -1 when none is."""
    values = state.values[state.basis]
    below, above = lows[state.basis] - values, values - highs[state.basis]
    out = np.maximum(below, above)
    row = int(np.argmax(out)) if len(out) else -1
    if row < 0 or out[row] <= TOLERANCE:
        return -1, False
    return row, bool(below[row] > above[row])


def _entering(state: Tableau, row: int, lows: Floats, highs: Floats, *, rising: bool) -> int:
    """Return the variable that takes the row's place at the least loss of the dual; -1 when there is none."""
    line = state.table[row] if rising else -state.table[row]
    at_high = (state.values >= highs - TOLERANCE) & (state.reduced >= 0)
    movable = highs - lows > TOLERANCE
    movable[state.basis] = False
    helps = movable & np.where(
        at_high & (state.values > lows + TOLERANCE), line > TOLERANCE, line < -TOLERANCE
    )
    candidates = np.flatnonzero(helps)
    if not len(candidates):
        return -1
    ratios = np.abs(state.reduced[candidates]) / np.abs(line[candidates])
    near = candidates[ratios <= ratios.min() + 1e-9]
    return int(near[np.argmax(np.abs(line[near]))])


def _pivot(state: Tableau, row: int, entering: int, target: float) -> None:
    leaving = state.basis[row]
    step = (state.values[leaving] - target) / state.table[row, entering]
    state.values[state.basis] -= step * state.table[:, entering]
    state.values[entering] += step
    state.values[leaving] = target
    state.table[row] /= state.table[row, entering]
    factors = state.table[:, entering].copy()
    factors[row] = 0.0
    state.table -= np.outer(factors, state.table[row])
    state.reduced = state.reduced - state.reduced[entering] * state.table[row]
    state.reduced[entering] = 0.0
    state.basis[row] = entering


def _is_impossible(linear: Linear, line: Floats, low: IntArray, high: IntArray, *, rising: bool) -> bool:
    """Whether a row of multipliers shows, in integers, that no x within the bounds satisfies all rows."""
    for sign in (1, -1) if rising else (-1, 1):
        largest = float(np.abs(line).max()) or 1.0
        multipliers = np.rint(np.maximum(sign * line, 0.0) / largest * SCALE).astype(np.int64)
        weights = multipliers @ linear.matrix
        least = int((np.where(weights > 0, low, high) * weights).sum())
        if least > int(multipliers @ linear.right):
            return True
    return False


def _proof(linear: Linear, state: Tableau, low: IntArray, high: IntArray) -> Proof:
    """Return the Lagrangian bound of the state's multipliers, in integers."""
    columns = linear.matrix.shape[1]
    multipliers = np.rint(np.maximum(-state.reduced[columns:], 0.0) * SCALE).astype(np.int64)
    prices = linear.gains * SCALE - multipliers @ linear.matrix
    bound = int((np.where(prices > 0, high, low) * prices).sum()) + int(multipliers @ linear.right)
    return Proof(bound, prices)
