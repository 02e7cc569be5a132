"""What a solver tells of its search: a curve of values and bounds over time, and the programme at its end."""

from collections.abc import Callable
from dataclasses import dataclass

from geleit.domain.programme import Programme, gap_of
from geleit.domain.trip import Trip


@dataclass(frozen=True, slots=True)
class Point:
    """What was known at one time.

    Parameters
    ----------
    seconds
        Since the solver was given the trip: compiling and building count, imports do not.
    objective, bound
        In eighths of a point; the bound is None while nothing is proven.
    benefit
        The plain benefit sum of that programme, in points.
    """

    seconds: float
    objective: int
    bound: int | None
    benefit: int

    @property
    def gap(self) -> float | None:
        """Distance to the bound as a fraction of the plain benefit sum."""
        return gap_of(self.objective, self.bound, self.benefit)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a search.

    Parameters
    ----------
    programme
        As the solver answers it, or None; the race lets the checker judge it.
    curve
        In time order.
    note
        What a reader should know of this answer.
    """

    programme: Programme | None
    curve: tuple[Point, ...]
    note: str = ""


Solver = Callable[[Trip, int, float], Outcome]
"""A solver is given a trip, a seed and seconds; it may use both cores."""
