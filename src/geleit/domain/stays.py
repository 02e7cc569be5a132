"""Where the delegation is when, in which day part an instant lies, and when an item's house is open."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from geleit.domain.items import Item
from geleit.domain.kinds import DayPart, ItemKind
from geleit.domain.legs import dates_span
from geleit.domain.programme import PlannedLeg
from geleit.domain.trip import Trip
from geleit.domain.windows import Window, local, local_minutes


@dataclass(frozen=True, slots=True)
class Stay:
    """The delegation is based at a station from ``start`` until ``end`` (UTC, half-open)."""

    station: str
    start: datetime
    end: datetime


def stays(trip: Trip, legs: tuple[PlannedLeg, ...]) -> tuple[Stay, ...]:
    """Return the stays that the legs' times leave, in time order; without legs the stations' own dates count."""
    timed = [(trip.leg_by_id[leg.leg], leg) for leg in sorted(legs, key=lambda leg: leg.depart)]
    if not timed:
        return tuple(Stay(station.id, *dates_span(trip, station.id)) for station in trip.stations)
    found: list[Stay] = []
    first, last = timed[0], timed[-1]
    if first[0].origin is not None:
        found.append(Stay(first[0].origin, dates_span(trip, first[0].origin)[0], first[1].depart))
    found += [
        Stay(leg.destination, times.arrive, following.depart)
        for (leg, times), (_, following) in pairwise(timed)
        if leg.destination is not None
    ]
    if last[0].destination is not None:
        found.append(Stay(last[0].destination, last[1].arrive, dates_span(trip, last[0].destination)[1]))
    return tuple(stay for stay in found if stay.start < stay.end)


def effective_windows(trip: Trip, item: Item) -> tuple[Window, ...]:
    """Return the item's windows, or those in which a house of its kind is usually open.

    Office kinds keep the frame's office hours, receptions and dinners its evening, all else its whole day.
    """
    if item.windows:
        return item.windows
    if item.kind.keeps_office_hours:
        return (Window(None, trip.frame.office),)
    if item.kind in (ItemKind.RECEPTION, ItemKind.DINNER):
        return (Window(None, trip.frame.evening),)
    return (Window(None, trip.frame.day),)


def day_part_of(trip: Trip, station: str, instant: datetime) -> tuple[date, DayPart]:
    """Return the local date and the day part that an instant belongs to at a station."""
    zone = trip.zone_of(station)
    day = local(instant, zone).date()
    return day, trip.frame.part_at(local_minutes(instant, day, zone))
