"""What a repair answers: typed records, in the trip's ids."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from geleit.domain.programme import Programme, Value, gap_of
from geleit.domain.trip import Trip
from geleit.planner.result import Infeasible, TimedOut


class RepairKind(StrEnum):
    """What a proposal is good for."""

    LEAST_CHANGE = "least_change"
    BETWEEN = "between"
    BEST = "best"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChange:
    """A session that goes (``start`` is None), comes (``was`` is None), or takes place at another time."""

    session: str
    item: str
    was: datetime | None
    start: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """What changes for one delegate on one day.

    Parameters
    ----------
    lost, gained
        Item ids of appointments that go and come, in time order.
    moved
        Item ids of appointments that stay, at another time; the day is that of the new time.
    """

    delegate: str
    day: date
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a repaired programme does otherwise than the published one.

    Parameters
    ----------
    changes
        Appointments that are lost, gained or moved, counted for each delegate. Who cancelled and who joined is not
        counted.
    items_lost, items_gained
        Items that had a session and have none, and the other way round.
    """

    sessions: tuple[SessionChange, ...]
    days: tuple[DayChange, ...]
    people_affected: int
    changes: int
    items_lost: tuple[str, ...]
    items_gained: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One way to go on, which the checker accepts for the changed trip.

    Parameters
    ----------
    worth
        What the search maximises: the value's objective, in eighths of a point, and a bonus for all that stays.
    forced
        Changes that no repair can avoid: a lower bound of ``differences.changes``.
    proven
        For the least change: nothing changes fewer appointments. Else: nothing is worth more.
    seconds
        Of search until it was found.
    """

    kind: RepairKind
    programme: Programme
    differences: Differences
    worth: int
    forced: int
    proven: bool
    seconds: float

    @property
    def value(self) -> Value:
        """What the programme is worth, on the published programme's own ruler."""
        if self.programme.value is None:
            raise AssertionError("a repaired programme states its value")
        return self.programme.value

    @property
    def gap(self) -> float | None:
        """Distance to the bound as a fraction of the plain benefit sum; None while nothing is proven."""
        return gap_of(self.value.objective, self.value.bound, self.value.benefit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairs:
    """Proposals, the least change first and the best programme last.

    Parameters
    ----------
    trip
        The trip after the changes.
    first_seconds
        Of search until the first proposal.
    """

    trip: Trip
    repairs: tuple[Repair, ...]
    first_seconds: float
    seconds: float


RepairAnswer = Repairs | Infeasible | TimedOut
