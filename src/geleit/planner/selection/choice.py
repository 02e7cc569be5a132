"""Searches on a problem: the best choice, whether there is one, and how far a count can go."""

from collections.abc import Set as AbstractSet

import numpy as np

from geleit.planner.selection.problem import IntArray, Owner, SelectionProblem
from geleit.planner.selection.relaxation import Linear
from geleit.planner.selection.search import NODE_LIMIT, Found, Search, twins_of


class NodeLimitError(RuntimeError):
    """A question beside the main one was not answered within the limit of cases."""


def best_choice(
    problem: SelectionProblem, *, floor: int = 0, ceiling: int | None = None, node_limit: int = NODE_LIMIT
) -> Found:
    """Return what the search for the best choice ends with.

    Parameters
    ----------
    floor, ceiling
        Only choices worth at least the one count; none is known to be worth more than the other.
    """
    owners = {owner for owner, _, _ in problem.rows}
    return _searched(
        problem, problem.worths, owners, problem.bounds, floor=floor, ceiling=ceiling, node_limit=node_limit
    )


def is_possible(
    problem: SelectionProblem, owners: AbstractSet[Owner], *, keeps_pins: bool, node_limit: int = NODE_LIMIT
) -> bool:
    """Return whether some choice keeps the limits named.

    Raises
    ------
    NodeLimitError
        When that is not known within the limit of cases.
    """
    nothing = np.zeros_like(problem.worths)
    bounds = problem.bounds if keeps_pins else _free(problem)
    found = _searched(problem, nothing, owners, bounds, floor=0, node_limit=node_limit)
    if found.best is None and not found.is_proven:
        raise NodeLimitError
    return found.best is not None


def farthest(
    problem: SelectionProblem, row: IntArray, owners: AbstractSet[Owner], *, keeps_pins: bool
) -> int | None:
    """Return the most that a count can come to under the limits named; None when the search did not end."""
    bounds = problem.bounds if keeps_pins else _free(problem)
    least = int(np.minimum(row, 0).sum())
    found = _searched(problem, row, owners, bounds, floor=least)
    return found.gain if found.best is not None and found.is_proven else None


def ids_of(problem: SelectionProblem, choice: IntArray) -> tuple[str, ...]:
    """Return the ids of the chosen, in the order of the problem."""
    return tuple(c.id for c, taken in zip(problem.candidates, choice, strict=True) if taken)


def _free(problem: SelectionProblem) -> tuple[IntArray, IntArray]:
    nothing = np.zeros_like(problem.worths)
    return nothing, np.ones_like(nothing)


def _searched(
    problem: SelectionProblem,
    gains: IntArray,
    owners: AbstractSet[Owner],
    bounds: tuple[IntArray, IntArray],
    *,
    floor: int,
    ceiling: int | None = None,
    node_limit: int = NODE_LIMIT,
) -> Found:
    rows = [(row, right) for owner, row, right in problem.rows if owner in owners]
    linear = Linear(
        gains=gains,
        matrix=np.array([row for row, _ in rows], dtype=np.int64).reshape(len(rows), len(gains)),
        right=np.array([right for _, right in rows], dtype=np.int64),
    )
    low, high = bounds
    search = Search(linear, low, high, twins_of(linear, low, high))
    return search.run(floor=floor, ceiling=ceiling, node_limit=node_limit)
