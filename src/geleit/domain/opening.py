"""When an item's house is open: its windows on the days of a stay, less holidays and weekends (rules H1, H2, H10)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from geleit.domain.items import Item
from geleit.domain.places import Place
from geleit.domain.stays import effective_windows
from geleit.domain.trip import Trip
from geleit.domain.windows import MINUTES_A_DAY, Window, at, local
from geleit.domain.workdays import WorkCalendar

Span = tuple[datetime, datetime]


def calendar_of(trip: Trip, place: Place) -> WorkCalendar:
    """Return the working days at a place, with the trip's own corrections for its country."""
    closed = frozenset[date]().union(
        *(rule.closed for rule in trip.calendar if rule.country == place.country)
    )
    opened = frozenset[date]().union(*(rule.open for rule in trip.calendar if rule.country == place.country))
    return _calendar(place.country, place.region, closed, opened)


@lru_cache(maxsize=256)
def _calendar(
    country: str, region: str | None, closed: frozenset[date], opened: frozenset[date]
) -> WorkCalendar:
    return WorkCalendar(country, region, extra_holidays=closed, extra_working_days=opened)


def is_open_day(trip: Trip, item: Item, window: Window, day: date) -> bool:
    """Whether the item may lie on that local day in that window (rule H10)."""
    if window.on_closed_days or not item.kind.keeps_office_hours:
        return True
    return calendar_of(trip, trip.place_by_id[item.place]).is_working_day(day)


def _days(trip: Trip, item: Item, window: Window, start: datetime, end: datetime) -> tuple[date, ...]:
    """Return the local days of a window; one that reaches past midnight may open on the evening before ``start``."""
    zone = trip.zone_of(item.station)
    first, last = local(start, zone).date() - timedelta(days=1), local(end, zone).date()
    days = [window.day] if window.day else [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return tuple(day for day in days if first <= day <= last)


def open_spans(trip: Trip, item: Item, start: datetime, end: datetime) -> tuple[Span, ...]:
    """Return the spans between two instants in which a session of the item may lie, in time order and merged."""
    spans: list[Span] = []
    for window in effective_windows(trip, item):
        for day in _days(trip, item, window, start, end):
            for opens, closes in _open_parts(trip, item, window, day):
                if max(start, opens) < min(end, closes):
                    spans.append((max(start, opens), min(end, closes)))
    return _merged(sorted(spans))


def _open_parts(trip: Trip, item: Item, window: Window, day: date) -> Iterator[Span]:
    """Yield a window's spans of one day; where it reaches past midnight into or out of a closed day, in part."""
    zone = trip.zone_of(item.station)
    opens, closes = at(day, window.clock.start_min, zone), at(day, window.clock.end_min, zone)
    midnight, following = at(day, MINUTES_A_DAY, zone), day + timedelta(days=1)
    today = is_open_day(trip, item, window, day)
    if closes <= midnight or today == is_open_day(trip, item, window, following):
        if today:
            yield opens, closes
    elif today:
        yield opens, min(closes, midnight + timedelta(minutes=item.duration_min - 1))
    else:
        yield max(opens, midnight), closes


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for opens, closes in spans:
        if merged and opens <= merged[-1][0] and closes <= merged[-1][1]:
            continue
        merged.append((opens, closes))
    return tuple(dict.fromkeys(merged))
