"""Where the delegation is when, in which day part an instant lies, and when an item's house is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final

from geleit.domain.items import Item
from geleit.domain.kinds import DayPart, ItemKind
from geleit.domain.legs import dates_span
from geleit.domain.programme import PlannedLeg
from geleit.domain.trip import Trip
from geleit.domain.windows import MINUTES_A_DAY, Clock, Window, local

EVENING_KINDS: Final = frozenset({ItemKind.RECEPTION, ItemKind.DINNER})
"""Kinds that take place in the evening where the host gives no window."""


@dataclass(frozen=True, slots=True)
class Stay:
    """The time that the delegation spends at one station, without the legs to and from it.

    Parameters
    ----------
    station
        Station id. A trip that comes back to a station has two stays there.
    start, end
        Aware instants: the arrival of one leg and the departure of the next.
    """

    station: str
    start: datetime
    end: datetime

    def covers(self, start: datetime, end: datetime) -> bool:
        """Whether a period lies inside the stay; it may touch both ends."""
        return self.start <= start and end <= self.end

    def days(self, zone: str) -> tuple[date, ...]:
        """Return the local dates that the stay touches, in order."""
        first = local(self.start, zone).date()
        last = local(self.end - timedelta.resolution, zone).date()
        return tuple(first + timedelta(days=offset) for offset in range((last - first).days + 1))


def stays(trip: Trip, legs: Sequence[PlannedLeg]) -> tuple[Stay, ...]:
    """Return the stays that the planned legs leave between them, in time order.

    A stay begins when a leg arrives and ends when the next one departs. Before a first leg that starts at a
    station, and after a last one that ends at one, the station's own dates count, or the trip's where it has
    none. Without any leg every station is bounded by these dates. Legs that the trip does not know, and stays
    that would end before they start, are left out.
    """
    timed = [(trip.leg_by_id[leg.leg], leg) for leg in legs if leg.leg in trip.leg_by_id]
    timed.sort(key=lambda pair: (pair[1].depart, pair[1].arrive))
    if not timed:
        return tuple(Stay(station.id, *dates_span(trip, station.id)) for station in trip.stations)
    found: list[Stay] = []
    (first, leaving), (last, arriving) = timed[0], timed[-1]
    if first.origin is not None:
        found.append(Stay(first.origin, dates_span(trip, first.origin)[0], leaving.depart))
    found += [
        Stay(leg.destination, times.arrive, following.depart)
        for (leg, times), (_, following) in pairwise(timed)
        if leg.destination is not None
    ]
    if last.destination is not None:
        found.append(Stay(last.destination, arriving.arrive, dates_span(trip, last.destination)[1]))
    return tuple(stay for stay in found if stay.start < stay.end)


def usual_clock(trip: Trip, item: Item) -> Clock:
    """Return when a house of the item's kind is usually open.

    Office kinds keep the frame's office hours, receptions and dinners its evening, all else its whole day.
    """
    if item.kind.keeps_office_hours:
        return trip.frame.office
    return trip.frame.evening if item.kind in EVENING_KINDS else trip.frame.day


def effective_windows(trip: Trip, item: Item) -> tuple[Window, ...]:
    """Return the item's windows, or the one in which a house of its kind is usually open, on any day."""
    return item.windows or (Window(None, usual_clock(trip, item)),)


def day_part_of(trip: Trip, station: str | None, instant: datetime) -> tuple[date, DayPart]:
    """Return the local date and the day part that an instant belongs to at a station.

    A day goes on until the trip's frame ends it: where ``frame.day`` reaches past midnight, the minutes after
    midnight up to its end still belong to the evening before. Otherwise a day begins at midnight.

    Parameters
    ----------
    station
        Station id; None asks for home.
    instant
        Aware instant. For the end of a period pass an instant just before it: periods are half-open.
    """
    wall = local(instant, trip.zone_of(station))
    minutes = wall.hour * 60 + wall.minute
    if minutes < trip.frame.day.end_min - MINUTES_A_DAY:
        return wall.date() - timedelta(days=1), DayPart.EVENING
    return wall.date(), trip.frame.part_at(minutes)
