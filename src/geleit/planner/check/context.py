"""What the rules look at: the programme's parts joined with the trip's, once for all rules.

Only parts whose ids the trip knows come in here; ``form`` reports the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from geleit.domain.items import Item
from geleit.domain.kinds import DayPart
from geleit.domain.people import Presence
from geleit.domain.places import TravelMode
from geleit.domain.programme import GroupPart, MealBreak, PlannedLeg, Programme, Session, Transfer
from geleit.domain.stays import Stay, day_part_of, effective_windows, stays
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation
from geleit.domain.windows import MINUTES_A_DAY, Window, at, local

PART_ORDER: Mapping[DayPart, int] = {part: number for number, part in enumerate(DayPart)}
"""Morning, afternoon, evening."""

type PartKey = tuple[date, DayPart, str]
"""Day, day part, and the id of a group (or of a person)."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A session with its item.

    Parameters
    ----------
    there_from, there_until
        When its people are bound to the place: from ``arrive_before_min`` before its start to
        ``leave_after_min`` after its end.
    day, part
        Of its start, at the item's station.
    at_base
        Whether it is at the station's base, so that nobody has to travel.
    """

    session: Session
    item: Item
    there_from: datetime
    there_until: datetime
    day: date
    part: DayPart
    at_base: bool


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """A window of an item on one day, as instants."""

    start: datetime
    end: datetime
    window: Window


def minutes(span: timedelta) -> int:
    """Return whole minutes, rounded down."""
    return span // timedelta(minutes=1)


class Context:
    """A trip and a programme, with the look-ups that several rules share, each made once.

    Parameters
    ----------
    trip
        A trip without dangling ids.
    programme
        May be wrong in any way; parts with unknown ids are left out of what this class gives.
    """

    def __init__(self, trip: Trip, programme: Programme) -> None:
        self.trip = trip
        self.programme = programme
        self._travel: dict[tuple[str, str, TravelMode | None], int] = {}
        self._modes: dict[tuple[str, str], TravelMode] = {}
        self._open: dict[str, tuple[OpenSpan, ...]] = {}
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}

    @cached_property
    def tight(self) -> dict[tuple[str, str], Violation | None]:
        """What is wrong between two sessions that follow each other, kept as soon as one person's way asks."""
        return {}

    @cached_property
    def legs(self) -> tuple[PlannedLeg, ...]:
        """Planned legs that the trip knows, in time order."""
        known = [leg for leg in self.programme.legs if leg.leg in self.trip.leg_by_id]
        return tuple(sorted(known, key=lambda leg: (leg.depart, leg.arrive)))

    @cached_property
    def stays(self) -> tuple[Stay, ...]:
        """Where the delegation is when."""
        return stays(self.trip, self.legs)

    def stay_at(self, instant: datetime) -> Stay | None:
        """Return the stay that an instant lies in, ends included; None on a leg and outside the trip."""
        return next((stay for stay in self.stays if stay.start <= instant <= stay.end), None)

    def station_at(self, instant: datetime) -> str | None:
        """Return the station of the stay that an instant lies in, or None."""
        stay = self.stay_at(instant)
        return stay.station if stay else None

    def base_of(self, station: str | None) -> str:
        """Return the place id of a station's base; None asks for home."""
        return self.trip.home if station is None else self.trip.station_by_id[station].base

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Sessions of known items with their known attendees, in time order."""
        known = [session for session in self.programme.sessions if session.item in self.trip.item_by_id]
        known.sort(key=lambda session: (session.start, session.id))
        return tuple(self._visit(session) for session in known if session.place in self.trip.place_by_id)

    def _visit(self, session: Session) -> Visit:
        item = self.trip.item_by_id[session.item]
        day, part = day_part_of(self.trip, item.station, session.start)
        return Visit(
            session=session,
            item=item,
            there_from=session.start - timedelta(minutes=item.arrive_before_min),
            there_until=session.end + timedelta(minutes=item.leave_after_min),
            day=day,
            part=part,
            at_base=session.place == self.base_of(item.station),
        )

    @cached_property
    def visits_of(self) -> Mapping[str, tuple[Visit, ...]]:
        """Visits by item id, in time order; items without a session are missing."""
        found: dict[str, tuple[Visit, ...]] = {}
        for visit in self.visits:
            found[visit.item.id] = (*found.get(visit.item.id, ()), visit)
        return found

    @cached_property
    def visits_by_person(self) -> Mapping[str, tuple[Visit, ...]]:
        """Visits by delegate id, in time order; every delegate of the trip has an entry."""
        found: dict[str, list[Visit]] = {person: [] for person in self.trip.delegate_by_id}
        for visit in self.visits:
            for person in dict.fromkeys(visit.session.attendees):
                if person in found:
                    found[person].append(visit)
        return {person: tuple(visits) for person, visits in found.items()}

    @cached_property
    def transfers(self) -> tuple[Transfer, ...]:
        """Transfers of known groups between known places, in time order."""
        trip = self.trip
        known = [
            transfer
            for transfer in self.programme.transfers
            if transfer.group in trip.group_by_id
            and transfer.origin in trip.place_by_id
            and transfer.destination in trip.place_by_id
        ]
        return tuple(sorted(known, key=lambda transfer: (transfer.depart, transfer.arrive, transfer.group)))

    @cached_property
    def transfers_of(self) -> Mapping[PartKey, tuple[Transfer, ...]]:
        """Transfers by day, part and group, in time order."""
        found: dict[PartKey, list[Transfer]] = {}
        for transfer in self.transfers:
            found.setdefault((transfer.day, transfer.part, transfer.group), []).append(transfer)
        return {key: tuple(transfers) for key, transfers in found.items()}

    @cached_property
    def group_parts(self) -> Mapping[PartKey, GroupPart]:
        """Known groups' day parts; where one stands twice, the first."""
        found: dict[PartKey, GroupPart] = {}
        for part in self.programme.groups:
            if part.group in self.trip.group_by_id:
                found.setdefault((part.day, part.part, part.group), part)
        return found

    @cached_property
    def members(self) -> Mapping[PartKey, frozenset[str]]:
        """Members by day, part and group."""
        return {key: frozenset(part.members) for key, part in self.group_parts.items()}

    @cached_property
    def meals(self) -> tuple[MealBreak, ...]:
        """Meal breaks at known places."""
        return tuple(meal for meal in self.programme.meals if meal.place in self.trip.place_by_id)

    @cached_property
    def meals_by_person(self) -> Mapping[str, tuple[MealBreak, ...]]:
        """Meal breaks by delegate id; every delegate of the trip has an entry."""
        found: dict[str, list[MealBreak]] = {person: [] for person in self.trip.delegate_by_id}
        for meal in self.meals:
            for person in self.known_people(meal.people):
                found[person].append(meal)
        return {person: tuple(meals) for person, meals in found.items()}

    def presence_of(self, person: str) -> Presence:
        """Return when a known person is with the delegation."""
        return self.trip.delegate_by_id[person].presence

    def known_people(self, people: tuple[str, ...]) -> tuple[str, ...]:
        """Return the people that the trip knows, each once, in their order."""
        if people not in self._known:
            known = self.trip.delegate_by_id
            self._known[people] = tuple(dict.fromkeys(person for person in people if person in known))
        return self._known[people]

    def way_min(self, origin: str, destination: str, mode: TravelMode | None = None) -> int:
        """Return door-to-door minutes by a mode, by the usual one where none is named."""
        key = (origin, destination, mode)
        if key not in self._travel:
            places = self.trip.place_by_id
            self._travel[key] = self.trip.travel.travel_min(places[origin], places[destination], mode)
        return self._travel[key]

    def needed_min(self, origin: str, destination: str, mode: TravelMode | None = None) -> int:
        """Return minutes that a way needs, the frame's reserve for rides included; 0 within one place."""
        if origin == destination:
            return 0
        by = mode or self._usual_mode(origin, destination)
        reserve = 0 if by is TravelMode.WALK else self.trip.frame.slack_min
        return self.way_min(origin, destination, by) + reserve

    def shortest_min(self, origin: str, destination: str) -> int:
        """Return the fewest minutes that a way can need, by the usual mode or any that the programme uses."""
        modes = {self._usual_mode(origin, destination), *self.modes_used}
        return min(self.needed_min(origin, destination, mode) for mode in modes)

    @cached_property
    def modes_used(self) -> frozenset[TravelMode]:
        """The ways to travel that the programme uses, walking always."""
        return frozenset({TravelMode.WALK, *(transfer.mode for transfer in self.transfers)})

    def _usual_mode(self, origin: str, destination: str) -> TravelMode:
        key = (origin, destination)
        if key not in self._modes:
            places = self.trip.place_by_id
            self._modes[key] = self.trip.travel.mode_for(places[origin], places[destination])
        return self._modes[key]

    def open_spans(self, item: Item) -> tuple[OpenSpan, ...]:
        """Return the item's windows as instants at its station, in time order.

        A window without a day is given for every date on which the delegation is at the station, and for
        the dates of the item's sessions, so that a wrong day shows as such (H2) and not as a wrong time.
        """
        if item.id not in self._open:
            self._open[item.id] = self._spans(item)
        return self._open[item.id]

    def _spans(self, item: Item) -> tuple[OpenSpan, ...]:
        zone = self.trip.zone_of(item.station)
        days = {day for stay in self.stays if stay.station == item.station for day in stay.days(zone)}
        for visit in self.visits_of.get(item.id, ()):
            day = local(visit.session.start, zone).date()
            days |= {day, day - timedelta(days=1)}
        found = [
            OpenSpan(at(day, window.clock.start_min, zone), at(day, window.clock.end_min, zone), window)
            for window in effective_windows(self.trip, item)
            for day in ((window.day,) if window.day is not None else days)
        ]
        return tuple(sorted(found, key=lambda span: (span.start, span.end)))

    def day_bounds(self, day: date, zone: str) -> tuple[datetime, datetime]:
        """Return when the frame lets a local day start and end."""
        frame = self.trip.frame.day
        return at(day, frame.start_min, zone), at(day, frame.end_min, zone)

    def day_of(self, station: str | None, instant: datetime) -> date:
        """Return the local date that an instant belongs to (see ``stays.day_part_of``)."""
        after_midnight = self.trip.frame.day.end_min - MINUTES_A_DAY
        wall = local(instant, self.trip.zone_of(station))
        early = wall.hour * 60 + wall.minute < after_midnight
        return wall.date() - timedelta(days=1) if early else wall.date()
