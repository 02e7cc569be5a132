"""What is wrong with a trip before any planning: references, dates, windows, rules that exclude each other.

What only the planner can decide (whether all that is wished for fits) is left to it.
"""

from geleit.domain.trip import Trip
from geleit.domain.validation.attendance import attendance_problems
from geleit.domain.validation.frame import calendar_problems, date_problems, frame_problems
from geleit.domain.validation.intact import intact_part, is_route_intact
from geleit.domain.validation.people import people_problems
from geleit.domain.validation.pins import pin_problems
from geleit.domain.validation.problem import TripProblem, TripProblemCode
from geleit.domain.validation.references import reference_problems
from geleit.domain.validation.route import route_problems
from geleit.domain.validation.rules import rule_problems
from geleit.domain.validation.scope import Scope
from geleit.domain.validation.windows import window_problems
from geleit.domain.validation.words import fix_of, message_of

__all__ = ["TripProblem", "TripProblemCode", "fix_of", "message_of", "reference_problems", "trip_problems"]


def trip_problems(trip: Trip) -> tuple[TripProblem, ...]:
    """Return everything that is wrong or odd with a trip; one without errors among it can be planned.

    Where references lead nowhere, the members that hold them are left out of the other checks.
    """
    found = [*reference_problems(trip), *frame_problems(trip)]
    if not is_route_intact(trip):
        return tuple(found)
    intact = intact_part(trip)
    route = list(route_problems(intact))
    found += [*calendar_problems(intact), *date_problems(intact), *route]
    scope = Scope(intact)
    if all(problem.is_warning for problem in route):
        found += [*window_problems(scope), *attendance_problems(scope)]
        found += [*rule_problems(scope), *pin_problems(scope)]
    return (*found, *people_problems(scope))
