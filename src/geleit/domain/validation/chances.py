"""When a session of an item could take place at all: windows, stays, the day's frame and the way there and back.

Only what is certain is taken off, so that an item without a chance has none in any programme.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto

from geleit.domain.items import Item
from geleit.domain.legs import possible_stays
from geleit.domain.opening import is_open_day
from geleit.domain.people import Presence
from geleit.domain.trip import Trip
from geleit.domain.windows import MINUTES_A_DAY, Window, at, local
from geleit.domain.workdays import CalendarError

Span = tuple[datetime, datetime]


class Obstacle(Enum):
    """Why a window gives a session no chance, the last hurdle that it did not take."""

    TOO_SHORT = auto()
    OUTSIDE_STAY = auto()
    CLOSED = auto()
    OUTSIDE_FRAME = auto()


@dataclass(frozen=True, slots=True)
class WindowChance:
    """What one window gives.

    Parameters
    ----------
    spans
        Spans in which a whole session may lie, each at least as long as one; empty when there is an obstacle.
    days
        Days of the window within a stay.
    """

    spans: tuple[Span, ...]
    obstacle: Obstacle | None = None
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Venue:
    """An item with what its chances depend on.

    Parameters
    ----------
    stays
        Spans in which the delegation may be at the station, the rest after arriving taken off.
    way_min
        Minutes from the base to the item's place, one way, without reserve.
    """

    trip: Trip
    item: Item
    stays: tuple[Span, ...]
    way_min: int

    @classmethod
    def of(cls, trip: Trip, item: Item) -> "Venue":
        """Return the item with its stays and its way."""
        arrives = any(leg.destination == item.station for leg in trip.legs)
        rest = timedelta(minutes=trip.frame.arrival_rest_min if arrives else 0)
        found = ((start + rest, end) for start, end in possible_stays(trip, item.station))
        base, place = trip.base_of(item.station), trip.place_by_id[item.place]
        way = trip.travel.travel_min(base, place)
        return cls(trip, item, tuple(stay for stay in found if stay[0] < stay[1]), way)

    @property
    def duration(self) -> timedelta:
        """Length of a session."""
        return timedelta(minutes=self.item.duration_min)

    def margins(self) -> tuple[timedelta, timedelta]:
        """Return the time that goes by before and after a session, between leaving the base and being back."""
        if not self.way_min:
            return timedelta(), timedelta()
        before = timedelta(minutes=self.way_min + self.item.arrive_before_min)
        return before, timedelta(minutes=self.way_min + self.item.leave_after_min)

    def chance(self, window: Window) -> WindowChance:
        """Return the spans that a window gives, or why it gives none."""
        if window.clock.length_min < self.item.duration_min:
            return WindowChance((), Obstacle.TOO_SHORT)
        days = tuple(dict.fromkeys(day for stay in self.stays for day in self._days(window, stay)))
        if not days:
            return WindowChance((), Obstacle.OUTSIDE_STAY)
        opened = [day for day in days if self._is_open(window, day)]
        if not opened:
            return WindowChance((), Obstacle.CLOSED, days)
        in_stay = [span for day in opened for span in self._in_stays(window, day)]
        if not in_stay:
            return WindowChance((), Obstacle.OUTSIDE_STAY, days)
        spans = tuple(span for whole in in_stay for span in self._in_frame(whole))
        return WindowChance(spans, None if spans else Obstacle.OUTSIDE_FRAME, days)

    def _days(self, window: Window, stay: Span) -> Iterator[date]:
        zone = self.trip.zone_of(self.item.station)
        first, last = local(stay[0], zone).date() - timedelta(days=1), local(stay[1], zone).date()
        days = [window.day] if window.day else [first + timedelta(n) for n in range((last - first).days + 1)]
        for day in days:
            opens, closes = at(day, window.clock.start_min, zone), at(day, window.clock.end_min, zone)
            if opens < stay[1] and stay[0] < closes:
                yield day

    def _is_open(self, window: Window, day: date) -> bool:
        days = [day, day + timedelta(days=1)] if window.clock.end_min > MINUTES_A_DAY else [day]
        try:
            return any(is_open_day(self.trip, self.item, window, each) for each in days)
        except CalendarError:
            return True  # an unknown country is a problem of its place

    def _in_stays(self, window: Window, day: date) -> Iterator[Span]:
        zone = self.trip.zone_of(self.item.station)
        opens, closes = at(day, window.clock.start_min, zone), at(day, window.clock.end_min, zone)
        before, after = self.margins()
        for start, end in self.stays:
            span = max(opens, start + before), min(closes, end - after)
            if span[1] - span[0] >= self.duration:
                yield span

    def _in_frame(self, span: Span) -> Iterator[Span]:
        zone, clock = self.trip.zone_of(self.item.station), self.trip.frame.day
        before, after = self.margins()
        first = local(span[0], zone).date()
        days = [first - timedelta(days=1)] if clock.end_min > MINUTES_A_DAY else []
        days += [first + timedelta(n) for n in range((local(span[1], zone).date() - first).days + 1)]
        for day in days:
            starts, ends = at(day, clock.start_min, zone) + before, at(day, clock.end_min, zone) - after
            cut = max(span[0], starts), min(span[1], ends)
            if cut[1] - cut[0] >= self.duration:
                yield cut

    def fits(self, start: datetime) -> Obstacle | None:
        """Return what keeps a session from starting then, windows and days off aside."""
        end = start + self.duration
        before, after = self.margins()
        if not any(stay[0] <= start - before and end + after <= stay[1] for stay in self.stays):
            return Obstacle.OUTSIDE_STAY
        return None if any(self._in_frame((start, end))) else Obstacle.OUTSIDE_FRAME

    def there(self, presence: Presence, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the part of spans in which a person can be in a whole session, way there and back included."""
        before, after = self.margins()
        found = []
        for start, end in spans:
            first = start if presence.joins is None else max(start, presence.joins + before)
            last = end if presence.leaves is None else min(end, presence.leaves - after)
            if last - first >= self.duration:
                found.append((first, last))
        return tuple(found)
