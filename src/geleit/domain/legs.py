"""When the whole delegation may leave, and when it could be where."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from geleit.domain.programme import PlannedLeg
from geleit.domain.trip import Leg, Trip
from geleit.domain.windows import MINUTES_A_DAY, at, local

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

    A window offers its earliest and its latest departure, and the earliest after a night's rest where the one before
    arrives the evening before (rule H9). At most ``limit`` choices are given; they are spread evenly over all there
    are.
    """
    choices: list[tuple[PlannedLeg, ...]] = [()]
    for leg in trip.legs:
        longer = [
            (*choice, planned(leg, depart))
            for choice in choices
            for depart in _departures(trip, leg, choice[-1] if choice else None)
        ]
        choices = _spread(longer, limit * 4)
    yield from _spread(choices, limit)


def _departures(trip: Trip, leg: Leg, before: PlannedLeg | None) -> list[datetime]:
    """Return when a leg may leave after the one before it has arrived."""
    spans = departure_spans(trip, leg)
    departs = {instant for span in spans for instant in span}
    if before is None:
        return sorted(departs)
    for ready in (before.arrive, before.arrive + timedelta(minutes=trip.frame.rest_min)):
        departs |= {ready for start, end in spans if start < ready < end}
    later = [planned(leg, depart) for depart in sorted(departs) if before.arrive <= depart]
    return [following.depart for following in later if not is_short_night(trip, before, following)]


def is_short_night(trip: Trip, before: PlannedLeg, following: PlannedLeg) -> bool:
    """Whether somebody takes two legs with a night between them that is shorter than the trip's rest."""
    station, depart = trip.leg_by_id[before.leg].destination, following.depart
    if not any(person.presence.covers(before.depart, following.arrive) for person in trip.delegates):
        return False
    arrived = _day_of(trip, station, before.arrive - timedelta.resolution)
    is_night = arrived < _day_of(trip, station, depart)
    return is_night and depart - before.arrive < timedelta(minutes=trip.frame.rest_min)


def _day_of(trip: Trip, station: str | None, instant: datetime) -> date:
    """Return the local date that an instant belongs to; a day goes on until the trip's frame ends it."""
    wall = local(instant, trip.zone_of(station))
    early = wall.hour * 60 + wall.minute < trip.frame.day.end_min - MINUTES_A_DAY
    return wall.date() - timedelta(days=1) if early else wall.date()


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
