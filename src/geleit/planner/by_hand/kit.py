"""What moves by hand need of a trip, and what a move is."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from geleit.domain.programme import PlannedLeg
from geleit.domain.trip import Trip
from geleit.planner.problem import Problem, compile_problem
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, Ruler, benefits_alone


@dataclass(frozen=True, slots=True)
class Kit:
    """What does not depend on the programme, to be made once and used for many moves.

    Parameters
    ----------
    places
        Number of each place in ``problem.ride``.
    of_days
        What ``problem_of`` has made.
    """

    trip: Trip
    ruler: Ruler
    problem: Problem
    places: dict[str, int]
    of_days: dict[frozenset[date], Problem] = field(default_factory=dict)

    def problem_of(self, days: frozenset[date]) -> Problem:
        """Return the problem with room for meals on these days alone; it is kept, as a card is moved many times."""
        if days not in self.of_days:
            rooms = {key: rooms for key, rooms in self.problem.meal_rooms.items() if key[0] in days}
            self.of_days[days] = replace(self.problem, meal_rooms=rooms)
        return self.of_days[days]

    def way_min(self, origin: str, destination: str) -> int:
        """Return the minutes from place to place, the frame's reserve for rides included."""
        return int(self.problem.ride[self.places[origin], self.places[destination]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where a session is to be.

    Parameters
    ----------
    session
        Id of the session that is moved; None for a further session of the item.
    start
        Aware instant of the new start.
    groups
        Ids of the groups that go; empty for those that went.
    """

    item: str
    start: datetime
    session: str | None = None
    groups: tuple[str, ...] = ()


def make_kit(trip: Trip, legs: tuple[PlannedLeg, ...], kappa_percent: int | None = None) -> Kit:
    """Return what moves of a trip need.

    Parameters
    ----------
    kappa_percent
        The ruler of the programmes that are to be compared; None for the trip's own.
    """
    kappa = kappa_percent or trip.kappa_percent or DEFAULT_KAPPA_PERCENT
    ruler = Ruler(benefits_alone(trip), kappa)
    places = {place.id: number for number, place in enumerate(trip.places)}
    return Kit(trip, ruler, compile_problem(trip, legs, ruler), places)
