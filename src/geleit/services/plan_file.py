"""Plan a trip file in a process of a crew, which knows nothing of the store."""

from pathlib import Path

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.result import Solved
from geleit.services.crew import Tell
from geleit.services.faults import FaultError
from geleit.services.open_trip import open_trip
from geleit.services.plan_trip import Effort, plan_trip


def plan_file(tell: Tell, path: Path, rounds: int) -> tuple[Trip, Programme]:
    """Return a trip and its programme, quickly made: few rounds, no proof.

    Parameters
    ----------
    tell
        Told the progress of the search.

    Raises
    ------
    TripFileError
        With everything wrong with the trip.
    FaultError
        When no valid programme was found.
    """
    trip = open_trip(path=path).trip
    effort = Effort(rounds=rounds)
    result = plan_trip(trip=trip, effort=effort, on_progress=lambda _, progress: tell(progress)).result
    if not isinstance(result, Solved):
        raise FaultError(f"No valid programme was found for {trip.id}", advice="geleit plan says why")
    return trip, result.programme
