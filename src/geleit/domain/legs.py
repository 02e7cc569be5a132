"""When the whole delegation may leave, and when it could be where."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from geleit.domain.programme import PlannedLeg
from geleit.domain.trip import Leg, Trip
from geleit.domain.windows import at

Span = tuple[datetime, datetime]


def departure_spans(trip: Trip, leg: Leg) -> tuple[Span, ...]:
    """Return the spans in which the leg may leave (UTC), in time order; a fixed departure is an empty span."""
    zone = trip.zone_of(leg.origin)
    spans = [
        (at(window.day, window.clock.start_min, zone), at(window.day, window.clock.end_min, zone))
        for window in leg.departures
        if window.day is not None
    ]
    return tuple(sorted(spans))


def planned(leg: Leg, depart: datetime) -> PlannedLeg:
    """Return the leg leaving at ``depart``."""
    return PlannedLeg(leg=leg.id, depart=depart, arrive=depart + timedelta(minutes=leg.travel_min))


def leg_choices(trip: Trip, limit: int = 64) -> Iterator[tuple[PlannedLeg, ...]]:
    """Yield the ways to fix every leg's departure, in time order, each leg after the arrival of the one before.

    A window offers its earliest and its latest departure. At most ``limit`` choices are given; they are spread evenly
    over all there are.
    """
    choices: list[tuple[PlannedLeg, ...]] = [()]
    for leg in trip.legs:
        departs = sorted({instant for span in departure_spans(trip, leg) for instant in span})
        longer = [
            (*choice, planned(leg, depart))
            for choice in choices
            for depart in departs
            if not choice or choice[-1].arrive <= depart
        ]
        choices = _spread(longer, limit * 4)
    yield from _spread(choices, limit)


def _spread(choices: list[tuple[PlannedLeg, ...]], limit: int) -> list[tuple[PlannedLeg, ...]]:
    if len(choices) <= limit:
        return choices
    return [choices[index * len(choices) // limit] for index in range(limit)]


def possible_stays(trip: Trip, station: str) -> tuple[Span, ...]:
    """Return the spans during which the delegation could be at the station under any choice of legs.

    From the earliest arrival to the latest departure of each visit. Before a first leg that starts at a station, after
    a last one that ends at one, and without any legs the station is bounded by its own dates.
    """
    if not trip.legs:
        return (dates_span(trip, station),)
    found: list[Span] = []
    if trip.legs[0].origin == station:
        found.append((dates_span(trip, station)[0], _latest_departure(trip, trip.legs[0])))
    for number, leg in enumerate(trip.legs):
        if leg.destination != station:
            continue
        following = trip.legs[number + 1] if number + 1 < len(trip.legs) else None
        end = _latest_departure(trip, following) if following else dates_span(trip, station)[1]
        found.append((_earliest_arrival(trip, leg), end))
    return tuple(span for span in found if span[0] < span[1])


def _earliest_arrival(trip: Trip, leg: Leg) -> datetime:
    """Return when the leg arrives at the earliest; the start of the trip where it names no departure."""
    spans = departure_spans(trip, leg)
    leaves = spans[0][0] if spans else at(trip.dates.earliest, 0, trip.zone_of(leg.origin))
    return leaves + timedelta(minutes=leg.travel_min)


def _latest_departure(trip: Trip, leg: Leg) -> datetime:
    """Return when the leg leaves at the latest; the end of the trip where it names no departure."""
    spans = departure_spans(trip, leg)
    return max(end for _, end in spans) if spans else at(trip.dates.latest, 24 * 60, trip.zone_of(leg.origin))


def dates_span(trip: Trip, station: str) -> Span:
    """Return a station's own dates as a span of instants: local midnight to local midnight."""
    dates = trip.station_by_id[station].dates or trip.dates
    zone = trip.zone_of(station)
    return at(dates.start.earliest, 0, zone), at(dates.end.latest, 24 * 60, zone)
