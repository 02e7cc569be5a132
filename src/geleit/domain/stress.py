"""What a stress test of a programme says: how likely each session starts on time, and which transfers are weak."""

from dataclasses import dataclass
from datetime import date, datetime

from geleit.domain.kinds import DayPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How a figure is spread over the runs: mean, and the 5th, 25th, 50th, 75th and 95th of a hundred."""

    mean: float
    low: float
    lower: float
    median: float
    upper: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRisk:
    """One session under stress.

    Parameters
    ----------
    takes_place
        Probability, 0 to 1, that the host does not decline.
    on_time, within_10_min
        Probability, where it takes place, that everyone is there at its start, or ten minutes later at the latest.
    late_min
        Mean minutes by which it starts late, where it takes place.
    people
        People in it.
    expected_people
        Mean number of them who are there ten minutes after its start, where it takes place.
    at_risk
        Delegate ids, sorted, of those who are there by then in fewer than nine of ten runs.
    """

    session: str
    item: str
    day: date
    start: datetime
    end: datetime
    groups: tuple[str, ...]
    takes_place: float
    on_time: float
    within_10_min: float
    late_min: float
    people: int
    expected_people: float
    at_risk: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferRisk:
    """One ride that something depends on, under stress.

    Parameters
    ----------
    due
        When its people must be there: for a session's door, the next ride, a meal, or a leg's departure.
    session, leg
        The session or leg it must not miss; None where it is a ride or a meal.
    slack_min
        Minutes between the usual arrival and ``due``.
    in_time
        Probability, 0 to 1, that it arrives by then.
    inherited
        Share of its failures, 0 to 1, in which it would have been in time had it left in time; 0 without failures.
    late_min
        Mean minutes by which a failure is late; 0 without failures.
    """

    day: date
    part: DayPart
    group: str
    origin: str
    destination: str
    depart: datetime
    due: datetime
    session: str | None
    leg: str | None
    people: int
    slack_min: int
    in_time: float
    inherited: float
    late_min: float

    @property
    def failures(self) -> float:
        """Share of runs in which it does not arrive in time."""
        return 1 - self.in_time


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateSpread:
    """What one delegate gets of what they could have had alone, over the runs."""

    delegate: str
    share: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class StressReport:
    """What came of a stress test.

    Parameters
    ----------
    sessions
        In time order.
    transfers
        Those that something depends on, the weakest first.
    benefit
        Points that all delegates get together.
    planned_benefit
        Points of the programme as planned: each item by its probability, everybody in time.
    mean_share, worst_share
        Mean and smallest share of what delegates could have had alone, by run.
    delegates
        Those who benefit, the one with the smallest median first.
    sessions_late
        Mean number of sessions that take place and start late.
    """

    trip: str
    runs: int
    seed: int
    sessions: tuple[SessionRisk, ...]
    transfers: tuple[TransferRisk, ...]
    benefit: Spread
    planned_benefit: int
    mean_share: Spread
    worst_share: Spread
    delegates: tuple[DelegateSpread, ...]
    sessions_late: float
