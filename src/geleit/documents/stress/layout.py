"""Where the sessions of a day stand: by their hours from left to right, those at the same time one below the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from geleit.documents.stress.style import LABEL_WIDTH, MARGIN, WIDTH
from geleit.domain.stress import SessionRisk, StressReport, TransferRisk
from geleit.domain.trip import Trip
from geleit.domain.windows import local_minutes

WEAK = 0.1
"""A transfer that fails in a larger share of the runs is marked."""
LEAST_WIDTH = 30.0
MARK_APART_MIN = 60


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours that all days have in common, in minutes after midnight."""

    start: int
    end: int

    def x(self, minute: float) -> float:
        """Return where a minute stands from left to right."""
        return MARGIN + LABEL_WIDTH + (minute - self.start) * self.per_minute

    @property
    def per_minute(self) -> float:
        """Units of the picture for a minute."""
        return (WIDTH - 2 * MARGIN - LABEL_WIDTH) / (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Card:
    """A session with its place: left edge and width in the picture, the lane counted from the top."""

    risk: SessionRisk
    start_min: int
    end_min: int
    left: float
    width: float
    lane: int
    weak: tuple[TransferRisk, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One day: its cards, and weak transfers that lead to no session, with the minute at which they are due."""

    day: date
    cards: tuple[Card, ...]
    lanes: int
    others: tuple[tuple[tuple[TransferRisk, ...], int], ...]


def rows_of(trip: Trip, report: StressReport) -> tuple[Hours, tuple[Row, ...]]:
    """Return the days with their cards, and the hours they share."""
    spans = [_span(trip, risk) for risk in report.sessions]
    weak = [risk for risk in report.transfers if risk.failures > WEAK]
    minutes = [minute for span in spans for minute in span]
    hours = Hours(min(minutes, default=8 * 60) // 60 * 60, -(-max(minutes, default=18 * 60) // 60) * 60)
    days = sorted({risk.day for risk in report.sessions})
    return hours, tuple(_row(trip, report.sessions, weak, day, hours) for day in days)


def _row(
    trip: Trip, sessions: Iterable[SessionRisk], weak: Sequence[TransferRisk], day: date, hours: Hours
) -> Row:
    ends: list[float] = []
    cards: list[Card] = []
    for risk in (risk for risk in sessions if risk.day == day):
        start, end = _span(trip, risk)
        left, width = hours.x(start), max(LEAST_WIDTH, (end - start) * hours.per_minute)
        lane = next((number for number, taken in enumerate(ends) if taken <= left), len(ends))
        ends[lane : lane + 1] = [left + width + 2]
        leading = tuple(each for each in weak if each.session == risk.session)
        cards.append(Card(risk, start, end, left, width, lane, leading))
    others = [
        (_minute(trip, each.destination, each.due, day), each)
        for each in weak
        if each.session is None and each.day == day
    ]
    return Row(day, tuple(cards), len(ends), tuple(_together(others)))


def _together(
    timed: Sequence[tuple[int, TransferRisk]],
) -> Iterator[tuple[tuple[TransferRisk, ...], int]]:
    """Yield transfers with their minute; those within less than an hour of the first share a mark."""
    party: list[TransferRisk] = []
    first = 0
    for minute, risk in sorted(timed, key=lambda pair: pair[0]):
        if party and minute - first >= MARK_APART_MIN:
            yield tuple(party), first
            party = []
        if not party:
            first = minute
        party.append(risk)
    if party:
        yield tuple(party), first


def _span(trip: Trip, risk: SessionRisk) -> tuple[int, int]:
    place = trip.item_by_id[risk.item].place
    return _minute(trip, place, risk.start, risk.day), _minute(trip, place, risk.end, risk.day)


def _minute(trip: Trip, place: str, instant: datetime, day: date) -> int:
    return local_minutes(instant, day, trip.place_by_id[place].zone)
