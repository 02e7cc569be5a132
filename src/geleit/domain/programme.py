"""A programme: one complete answer of the planner, as an immutable value. All instants are aware and in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from geleit.domain.kinds import DayPart, Meal
from geleit.domain.places import TravelMode
from geleit.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One occurrence of an item.

    Parameters
    ----------
    id
        Stable over repairs as long as the session is the same one: item id, a hyphen and its number.
    groups
        Ids of the groups that go there together.
    attendees
        Delegate ids, sorted.
    """

    id: str
    item: str
    start: datetime
    end: datetime
    place: str
    groups: tuple[str, ...]
    attendees: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPart:
    """Who moves together for one day part (rule H5).

    Parameters
    ----------
    day
        Local date at the station.
    members
        Delegate ids, sorted, guide and interpreter included.
    """

    day: date
    part: DayPart
    group: str
    members: tuple[str, ...]
    guide: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A group's movement between two places.

    Parameters
    ----------
    day, part
        The day part whose group makes it.
    travel_min
        Minutes the ride needs; ``arrive - depart`` may be longer by slack.
    people
        Delegate ids, sorted.
    """

    day: date
    part: DayPart
    group: str
    origin: str
    destination: str
    depart: datetime
    arrive: datetime
    travel_min: int
    mode: TravelMode
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MealBreak:
    """Room for a meal that no item provides: a promise to people, not a gap."""

    day: date
    meal: Meal
    start: datetime
    end: datetime
    place: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLeg:
    """A leg with its time."""

    leg: str
    depart: datetime
    arrive: datetime


class ReasonCode(StrEnum):
    """Why an item or wish was not met. Words are put to it at the edge, in the reader's language."""

    STATUS = "status"
    NO_WINDOW = "no_window"
    CLOSED_DAY = "closed_day"
    NOT_AT_STATION = "not_at_station"
    UNREACHABLE = "unreachable"
    NO_GROUP_FREE = "no_group_free"
    CLASH = "clash"
    MIN_PEOPLE = "min_people"
    CAP = "cap"
    REQUIRED_PERSON = "required_person"
    INTERPRETER = "interpreter"
    RULE = "rule"
    PIN = "pin"
    LOST_OUT = "lost_out"
    ABSENT = "absent"
    NAME_LIST = "name_list"
    MEAL = "meal"
    REST = "rest"
    FRAME = "frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A typed reason.

    Parameters
    ----------
    items, people, groups
        Ids that the reason names.
    day, part
        Where it bites, when it is one day part.
    wanted, available
        The two figures that clash (minutes or people, as the code says).
    """

    code: ReasonCode
    items: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    day: date | None = None
    part: DayPart | None = None
    wanted: int | None = None
    available: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """An item that found no place, and why; the weightiest reason first.

    Parameters
    ----------
    told
        What was found out when it was looked into: what stands in the way, or what it would cost, as a sentence.
    """

    item: str
    reasons: tuple[Reason, ...]
    told: Text = field(default_factory=Text)


OBJECTIVE_PER_POINT = 8
"""The objective counts eighths of a point, the benefit whole points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a programme is worth (see docs, explanation of the planner).

    Parameters
    ----------
    objective
        Sum of the concave benefits less the cost of movement, in eighths of a point.
    benefit
        Plain sum of ``t[d]`` in points.
    transfer_person_min, idle_person_min
        Person minutes on the way, and waiting between two of a day part's appointments.
    worst_share, mean_share
        Smallest and mean ``t[d]`` as a fraction of what the delegate could have had alone.
    bound
        Proven upper bound of the objective, or None while nothing is proven.
    kappa_percent
        The ruler the benefits were measured with.
    """

    objective: int
    benefit: int
    transfer_person_min: int
    idle_person_min: int
    worst_share: float
    mean_share: float
    placed: int
    musts_placed: int
    wishes_met: int
    wishes: int
    kappa_percent: int
    bound: int | None = None

    @property
    def gap(self) -> float | None:
        """Distance to the bound as a fraction of the plain benefit sum; None while nothing is proven."""
        return gap_of(self.objective, self.bound, self.benefit)


def gap_of(objective: int, bound: int | None, benefit: int) -> float | None:
    """Return how far a programme is from the best possible, at most, as a fraction of the plain benefit sum.

    Parameters
    ----------
    objective, bound
        In eighths of a point; None where nothing is proven.
    benefit
        In points.
    """
    if bound is None:
        return None
    missing_points = (bound - objective) / OBJECTIVE_PER_POINT
    return max(0.0, missing_points / benefit) if benefit else 0.0


@dataclass(frozen=True, kw_only=True)
class Programme:
    """Sessions with times and attendees, groups, transfers, meals, legs, and what could not be placed."""

    trip: str
    sessions: tuple[Session, ...] = ()
    groups: tuple[GroupPart, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    meals: tuple[MealBreak, ...] = ()
    legs: tuple[PlannedLeg, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    value: Value | None = None
    seed: int = 0
    version: int = 1
    trip_digest: str = ""

    @cached_property
    def sessions_of(self) -> Mapping[str, tuple[Session, ...]]:
        """Sessions by item id, in time order."""
        found: dict[str, list[Session]] = {}
        for session in sorted(self.sessions, key=lambda session: (session.start, session.id)):
            found.setdefault(session.item, []).append(session)
        return {item: tuple(sessions) for item, sessions in found.items()}

    @cached_property
    def sessions_by_delegate(self) -> Mapping[str, tuple[Session, ...]]:
        """Sessions by delegate id, in time order."""
        found: dict[str, list[Session]] = {}
        for session in sorted(self.sessions, key=lambda session: (session.start, session.id)):
            for delegate in session.attendees:
                found.setdefault(delegate, []).append(session)
        return {delegate: tuple(sessions) for delegate, sessions in found.items()}
