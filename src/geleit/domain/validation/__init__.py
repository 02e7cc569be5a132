"""What is wrong with a trip before any planning: references, dates, windows, rules that exclude each other.

What only the planner can decide (whether all that is wished for fits) is left to it.
"""

from geleit.domain.trip import Trip
from geleit.domain.validation.problem import TripProblem, TripProblemCode
from geleit.domain.validation.references import reference_problems
from geleit.domain.validation.words import fix_of, message_of

__all__ = ["TripProblem", "TripProblemCode", "fix_of", "message_of", "reference_problems", "trip_problems"]


def trip_problems(trip: Trip) -> tuple[TripProblem, ...]:
    """Return everything that is wrong or odd; a trip without errors among it can be planned."""
    return tuple(reference_problems(trip))
