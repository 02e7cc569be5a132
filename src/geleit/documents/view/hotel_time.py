"""Time at the hotel between two appointments, for a group or a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

LEAST_MIN = 30
"""A shorter wait at the hotel is not worth a card."""


@dataclass(frozen=True, slots=True)
class Busy:
    """A period in which someone is taken, and where it ends.

    Parameters
    ----------
    place
        Place id at its end.
    """

    start: datetime
    end: datetime
    place: str


def hotel_gaps(busy: Iterable[Busy], bases: frozenset[str]) -> tuple[tuple[datetime, datetime, str], ...]:
    """Return start, end and place of every free period of a day at a hotel, between two busy ones."""
    ordered = sorted(busy, key=lambda period: (period.start, period.end))
    found = []
    until: datetime | None = None
    place = ""
    for period in ordered:
        if until is not None and place in bases and period.start - until >= timedelta(minutes=LEAST_MIN):
            found.append((until, period.start, place))
        if until is None or period.end >= until:
            until, place = period.end, period.place
    return tuple(found)
