"""At which minutes each fact lets a session of an item start.

Every answer here is generous: a start is struck out only where no programme that keeps the fact can have it. So what
is impossible by these answers is impossible by the checker's rules; the reverse is shown by a programme.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from geleit.domain.items import Item, Pin, PinKind
from geleit.domain.kinds import Meal
from geleit.domain.legs import departure_spans, possible_stays
from geleit.domain.obstacles import Obstacle, ObstacleKind
from geleit.domain.opening import open_spans
from geleit.domain.people import Presence
from geleit.domain.stays import day_part_of, effective_windows
from geleit.domain.trip import Trip
from geleit.domain.windows import MINUTES_A_DAY, at, local
from geleit.planner.problem import FOREVER
from geleit.planner.value import minutes_between
from geleit.planner.why.ways import Ways, ways_at

Mask = npt.NDArray[np.bool_]
Kind = ObstacleKind
MARGIN = timedelta(days=2)
FARTHEST = timedelta(days=370)
"""So far from the trip's dates a window or a pinned day is still looked at."""


class Starts:
    """The starts that a trip's facts leave, as minutes after ``epoch``.

    Parameters
    ----------
    trip
        Validated.
    """

    def __init__(self, trip: Trip) -> None:
        self.trip = trip
        first, last = _horizon(trip)
        self.epoch = datetime.combine(first, time(), UTC) - MARGIN
        self.size = minutes_between(self.epoch, datetime.combine(last, time(), UTC) + 2 * MARGIN)
        self.comes_and_goes = any(person.presence != Presence() for person in trip.delegates)
        self._masks: dict[tuple[Obstacle, str], Mask] = {}
        self._ways: dict[str, Ways] = {}

    def minutes(self, instant: datetime) -> int:
        """Return an instant as minutes after the epoch."""
        return minutes_between(self.epoch, instant)

    def starts(self, fact: Obstacle, item_id: str) -> Mask:
        """Return at which minutes a fact lets a session of an item start, as far as time is concerned."""
        key = fact, item_id
        if key not in self._masks:
            self._masks[key] = self._starts(fact, self.trip.item_by_id[item_id])
        return self._masks[key]

    def _starts(self, fact: Obstacle, item: Item) -> Mask:
        if fact.pin is not None:
            return self._pinned(fact.pin, item)
        known: Mapping[Kind, Callable[[Item], Mask]] = {
            Kind.STATUS: lambda _: self._none(),
            Kind.CONFIRMED: lambda item: self._at(item.firm_slots),
            Kind.WINDOWS: lambda item: self._open(item, on_closed_days=True),
            Kind.CLOSED_DAYS: self._on_working_days,
            Kind.STATION: self._at_station,
            Kind.DAY: self._in_day,
            Kind.WAY: self._reachable,
            Kind.ARRIVAL_REST: self._rested,
            Kind.MEAL: self._fed,
        }
        return known[fact.kind](item) if fact.kind in known else self._all()

    def _all(self) -> Mask:
        return np.ones(self.size, dtype=np.bool_)

    def _none(self) -> Mask:
        return np.zeros(self.size, dtype=np.bool_)

    def _at(self, instants: tuple[datetime, ...]) -> Mask:
        mask = self._none()
        inside = [self.minutes(instant) for instant in instants]
        mask[[minute for minute in inside if 0 <= minute < self.size]] = True
        return mask

    def _between(self, first: int, last: int, mask: Mask) -> None:
        """Mark the starts from the first to the last minute, both included."""
        if last >= first:
            mask[max(0, first) : max(0, last + 1)] = True

    def _pinned(self, pin: Pin, item: Item) -> Mask:
        """Return the starts that a pin leaves; one session starts then, and where there is but one, that is it."""
        if pin.kind is PinKind.DROPPED:
            return self._none()
        if pin.kind is PinKind.TIME and pin.start is not None and item.sessions_max == 1:
            return self._at((pin.start,))
        if pin.kind not in (PinKind.DAY, PinKind.PART):
            return self._all()
        mask = self._none()
        for minute in range(0, self.size, 5):
            day, part = day_part_of(self.trip, item.station, self.epoch + timedelta(minutes=minute))
            if pin.day in (None, day) and pin.part in (None, part):
                mask[minute : minute + 5] = True
        return mask

    def _whole(self) -> tuple[datetime, datetime]:
        return self.epoch, self.epoch + timedelta(minutes=self.size)

    def _open(self, item: Item, *, on_closed_days: bool) -> Mask:
        mask = self._none()
        if on_closed_days:
            windows = tuple(
                replace(window, on_closed_days=True) for window in effective_windows(self.trip, item)
            )
            item = replace(item, windows=windows)
        for opens, closes in open_spans(self.trip, item, *self._whole()):
            self._between(self.minutes(opens), self.minutes(closes) - item.duration_min, mask)
        return mask

    def _on_working_days(self, item: Item) -> Mask:
        """Return the starts that no holiday or weekend strikes out."""
        return self._open(item, on_closed_days=False) | ~self._open(item, on_closed_days=True)

    def _reachable(self, item: Item) -> Mask:
        return self._all() if max(self._ways_of(item, within=True)) < FOREVER else self._none()

    def _at_station(self, item: Item) -> Mask:
        """Return the starts of sessions during a stay, with the way from its base and back."""
        mask = self._none()
        out, back = (0, 0) if self.comes_and_goes else self._ways_of(item, within=False)
        ready = out + item.arrive_before_min if out else 0
        gone = back + item.leave_after_min if back else 0
        for start, end in possible_stays(self.trip, item.station):
            first, last = self.minutes(start) + ready, self.minutes(end) - gone - item.duration_min
            self._between(first, last, mask)
        return mask

    def _rested(self, item: Item) -> Mask:
        mask = self._none()
        out, _ = self._ways_of(item, within=False)
        ready = 0 if self.comes_and_goes else out + item.arrive_before_min + self.trip.frame.arrival_rest_min
        is_first = not self.trip.legs or self.trip.legs[0].origin == item.station
        for start, _ in possible_stays(self.trip, item.station):
            wait = 0 if is_first else ready
            early = self.minutes(start)
            mask[max(0, early) :] = True
            if wait:
                mask[max(0, early) : max(0, early + wait)] = False
        outside = self._all()
        for start, end in possible_stays(self.trip, item.station):
            outside[max(0, self.minutes(start)) : max(0, self.minutes(end))] = False
        return mask | outside

    def _in_day(self, item: Item) -> Mask:
        """Return the starts of sessions that lie in their day, with the ways to and from the base."""
        mask = self._none()
        zone, frame = self.trip.zone_of(item.station), self.trip.frame.day
        out, back = self._ways_of(item, within=False)
        ready = out + item.arrive_before_min if out else 0
        gone = back + item.leave_after_min if back and not self.comes_and_goes else 0
        day = local(self.epoch, zone).date()
        for number in range(self.size // MINUTES_A_DAY + 2):
            here = day + timedelta(days=number)
            opens, closes = at(here, frame.start_min, zone), at(here, frame.end_min, zone)
            first, last = self.minutes(opens) + ready, self.minutes(closes) - gone - item.duration_min
            self._between(first, last, mask)
        return mask

    def _fed(self, item: Item) -> Mask:
        """Return the starts that leave room for the meals; days of legs and people who come and go are not judged."""
        mask = self._all()
        if self.comes_and_goes:
            return mask
        zone, frame = self.trip.zone_of(item.station), self.trip.frame
        stays = possible_stays(self.trip, item.station)
        length = item.arrive_before_min + item.duration_min + item.leave_after_min
        meals = ((Meal.LUNCH, frame.lunch, frame.lunch_min), (Meal.DINNER, frame.dinner, frame.dinner_min))
        for day in self._quiet_days(item):
            for meal, clock, need in meals:
                opens, closes = at(day, clock.start_min, zone), at(day, clock.end_min, zone)
                whole = any(start <= opens and closes <= end for start, end in stays)
                lo, hi = self.minutes(opens), self.minutes(closes)
                if item.meal is meal or not whole or not 0 < need <= hi - lo:
                    continue
                # taken from before lo + need until after hi - need there is no room on either side
                first, last = hi - need - length + 1, lo + need - 1
                if last >= first:
                    start = max(0, first + item.arrive_before_min)
                    mask[start : max(0, last + 1 + item.arrive_before_min)] = False
        return mask

    def _quiet_days(self, item: Item) -> Iterator[date]:
        """Yield the local days on which no leg can come or go at the item's station."""
        zone = self.trip.zone_of(item.station)
        moving = {local(self.epoch + timedelta(minutes=minute), zone).date() for minute in self._leg_minutes}
        day = local(self.epoch, zone).date()
        for number in range(self.size // MINUTES_A_DAY + 2):
            here = day + timedelta(days=number)
            if here not in moving:
                yield here

    @cached_property
    def _leg_minutes(self) -> tuple[int, ...]:
        """Minutes, an hour apart, at which a leg could be on its way."""
        found: set[int] = set()
        for leg in self.trip.legs:
            spans = departure_spans(self.trip, leg)
            if not spans:
                return tuple(range(0, self.size, 60))
            for start, end in spans:
                first, last = self.minutes(start), self.minutes(end) + leg.travel_min
                found |= {*range(first, last + 1, 60), last}
        return tuple(sorted(found))

    # -- ways ----------------------------------------------------------------------------------------------------

    def way(self, station: str, origin: str, destination: str) -> int:
        """Return the fewest minutes between two places of a station's items, by any mode and over other places."""
        ways = self.ways(station)
        return int(ways.free[ways.index[origin], ways.index[destination]])

    def ways(self, station: str) -> Ways:
        """Return the ways between the places of a station's items."""
        if station not in self._ways:
            self._ways[station] = ways_at(self.trip, station)
        return self._ways[station]

    def _ways_of(self, item: Item, *, within: bool) -> tuple[int, int]:
        """Return the minutes from the base and back; ``FOREVER`` where no way is accepted by the trip."""
        ways = self.ways(item.station)
        table = ways.bound if within else ways.free
        base, place = ways.index[self.trip.base_of(item.station).id], ways.index[item.place]
        return int(table[base, place]), int(table[place, base])


def _horizon(trip: Trip) -> tuple[date, date]:
    """Return the first and the last day that the trip or any of its windows, pins and confirmed times speaks of."""
    first, last = trip.dates.start.earliest, trip.dates.end.latest
    days = {window.day for item in trip.items for window in item.windows if window.day}
    days |= {slot.date() for item in trip.items for slot in item.firm_slots}
    days |= {pin.day for pin in trip.pins if pin.day} | {pin.start.date() for pin in trip.pins if pin.start}
    near = [day for day in days if first - FARTHEST <= day <= last + FARTHEST]
    return min([first, *near]), max([last, *near])
