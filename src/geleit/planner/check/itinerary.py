"""Each person's way through the trip: sessions, transfers and legs, one after the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import accumulate

from geleit.domain.people import Presence
from geleit.domain.programme import PlannedLeg, Transfer
from geleit.planner.check.context import Context, Visit


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a person is bound to from ``start`` to ``end``.

    Parameters
    ----------
    start, end
        For a session with the minutes before and after it.
    origin, destination
        Place ids; equal for a session.
    station_from, station_to
        Stations at its start and end; None is home.
    day_from, day_to
        Local dates to which its start and end belong.
    middle
        Sorting key: time order, also of events that overlap a little because one was moved.
    what
        The session's visit, the transfer, or the leg.
    """

    start: datetime
    end: datetime
    origin: str
    destination: str
    station_from: str | None
    station_to: str | None
    day_from: date
    day_to: date
    middle: float
    what: Visit | Transfer | PlannedLeg


@dataclass(frozen=True, slots=True)
class Step:
    """An event, and where the person is when it begins."""

    event: Event
    place: str
    before: Event | None


@dataclass(frozen=True)
class Itinerary:
    """One person's events in time order. Not slotted, so that look-ups are made once.

    Parameters
    ----------
    origin
        Place id where the person's way begins: home before the first leg from there, else the base of the
        station where the delegation is when the person joins (on a leg: where it goes).
    """

    person: str
    presence: Presence
    origin: str
    events: tuple[Event, ...]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every event with the place that the one before has led to.

        After a gap (an event that begins elsewhere) the way goes on from where that event leads, so that
        one missing transfer is one gap.
        """
        found: list[Step] = []
        place, before = self.origin, None
        for event in self.events:
            found.append(Step(event, place, before))
            place, before = event.destination, event
        return tuple(found)

    def during(self, start: datetime, end: datetime) -> list[Event]:
        """Return the events that overlap a period, by their start."""
        events, starts, latest = self._by_start
        first, last = bisect_right(latest, start), bisect_left(starts, end)
        return [event for event in events[first:last] if event.end > start]

    @cached_property
    def _by_start(self) -> tuple[list[Event], list[datetime], list[datetime]]:
        """Return the events by start, their starts, and the latest end of all up to each."""
        events = sorted(self.events, key=lambda event: event.start)
        starts = [event.start for event in events]
        return events, starts, list(accumulate((event.end for event in events), max))

    def place_at(self, instant: datetime) -> str:
        """Return where the last event that has ended by then has led."""
        place = self.origin
        for event in self.events:
            if event.end > instant:
                break
            place = event.destination
        return place


def itineraries(context: Context, only: AbstractSet[str] | None = None) -> Mapping[str, Itinerary]:
    """Return delegates' ways, by delegate id.

    A person takes every leg for whose whole time they are with the delegation, every transfer that lists
    them and every session they attend.

    Parameters
    ----------
    only
        Whose; None for everybody's.
    """
    wanted = context.trip.delegate_by_id.keys() if only is None else only
    by_person: dict[str, list[Event]] = {
        person: [] for person in context.trip.delegate_by_id if person in wanted
    }
    for visit in context.visits:
        if people := wanted & set(context.known_people(visit.session.attendees)):
            event = _session_event(context, visit)
            for person in people:
                by_person[person].append(event)
    for transfer in context.transfers:
        if people := wanted & set(context.known_people(transfer.people)):
            event = _transfer_event(context, transfer)
            for person in people:
                by_person[person].append(event)
    legs = [_leg_event(context, leg) for leg in context.legs]
    found: dict[str, Itinerary] = {}
    for person, events in by_person.items():
        presence = context.presence_of(person)
        events += [leg for leg in legs if presence.covers(leg.start, leg.end)]
        events.sort(key=lambda event: (event.middle, event.start))
        found[person] = Itinerary(person, presence, _origin(context, presence), tuple(events))
    return found


def _session_event(context: Context, visit: Visit) -> Event:
    place, station = visit.session.place, visit.item.station
    return _event(context, (visit.there_from, visit.there_until), (place, place), (station, station), visit)


def _transfer_event(context: Context, transfer: Transfer) -> Event:
    station = context.station_at(transfer.depart) or context.station_at(transfer.arrive)
    ends = transfer.origin, transfer.destination
    return _event(context, (transfer.depart, transfer.arrive), ends, (station, station), transfer)


def _leg_event(context: Context, planned: PlannedLeg) -> Event:
    leg = context.trip.leg_by_id[planned.leg]
    ends = context.base_of(leg.origin), context.base_of(leg.destination)
    return _event(context, (planned.depart, planned.arrive), ends, (leg.origin, leg.destination), planned)


def _event(
    context: Context,
    times: tuple[datetime, datetime],
    places: tuple[str, str],
    stations: tuple[str | None, str | None],
    what: Visit | Transfer | PlannedLeg,
) -> Event:
    start, end = times
    return Event(
        start=start,
        end=end,
        origin=places[0],
        destination=places[1],
        station_from=stations[0],
        station_to=stations[1],
        day_from=context.day_of(stations[0], start),
        day_to=context.day_of(stations[1], end - timedelta.resolution),
        middle=start.timestamp() + end.timestamp(),
        what=what,
    )


def _origin(context: Context, presence: Presence) -> str:
    """Return where a person's way begins."""
    legs = context.legs
    gone = [leg for leg in legs if presence.joins is not None and leg.depart < presence.joins]
    if gone:
        return context.base_of(context.trip.leg_by_id[gone[-1].leg].destination)
    if legs:
        return context.base_of(context.trip.leg_by_id[legs[0].leg].origin)
    stay = context.stay_at(presence.joins) if presence.joins is not None else None
    return context.base_of(stay.station if stay else context.trip.stations[0].id)
