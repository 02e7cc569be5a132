"""Hold a programme against every rule."""

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation
from geleit.planner.check import check_programme as check


def check_programme(*, trip: Trip, programme: Programme) -> tuple[Violation, ...]:
    """Return everything that is wrong with a programme, by rule and time; empty when it is valid."""
    return check(trip, programme)
