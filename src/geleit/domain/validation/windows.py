"""Windows that never open, places nobody reaches, confirmed times that cannot be kept."""

from collections.abc import Iterator
from datetime import datetime

from geleit.domain.items import Item
from geleit.domain.stays import effective_windows
from geleit.domain.validation.chances import Obstacle, Venue, WindowChance
from geleit.domain.validation.problem import Path, TripProblem
from geleit.domain.validation.problem import TripProblemCode as Code
from geleit.domain.validation.scope import Scope
from geleit.domain.windows import Window, local

_CODES = {
    Obstacle.TOO_SHORT: Code.WINDOW_TOO_SHORT,
    Obstacle.OUTSIDE_STAY: Code.WINDOW_OUTSIDE_STAY,
    Obstacle.CLOSED: Code.WINDOW_CLOSED,
    Obstacle.OUTSIDE_FRAME: Code.WINDOW_OUTSIDE_FRAME,
}


def window_problems(scope: Scope) -> Iterator[TripProblem]:
    """Yield items without a chance, and single windows that never open."""
    for item in scope.placeable:
        venue = scope.venues[item.id]
        if venue.way_min > scope.trip.frame.max_transfer_min:
            yield _unreachable(scope, venue)
        elif item.firm_slots:
            yield from _slots(scope, venue)
        else:
            yield from _windows(scope, item)
        yield from _slot_counts(item)
        yield from _zones(scope, item)


def _unreachable(scope: Scope, venue: Venue) -> TripProblem:
    return TripProblem(
        code=Code.UNREACHABLE,
        path=("items", venue.item.id, "place"),
        value=venue.item.place,
        other=venue.item.station,
        wanted=venue.way_min,
        available=scope.trip.frame.max_transfer_min,
    )


def _windows(scope: Scope, item: Item) -> Iterator[TripProblem]:
    """Yield what is wrong with single windows: errors where none opens, warnings where another does."""
    chances = scope.windows[item.id]
    has_chance = any(chance.spans for chance in chances)
    dates = scope.trip.dates
    for index, (window, chance) in enumerate(zip(effective_windows(scope.trip, item), chances, strict=True)):
        is_outside_trip = window.day is not None and not dates.earliest <= window.day <= dates.latest
        if chance.obstacle is None or is_outside_trip:
            continue
        path: Path = ("items", item.id, "windows", index) if item.windows else ("items", item.id, "windows")
        yield _window(scope, item, window, chance, path, is_warning=has_chance)


def _window(
    scope: Scope, item: Item, window: Window, chance: WindowChance, path: Path, *, is_warning: bool
) -> TripProblem:
    venue = scope.venues[item.id]
    obstacle = chance.obstacle or Obstacle.OUTSIDE_STAY
    is_short = obstacle is Obstacle.TOO_SHORT
    return TripProblem(
        code=_CODES[obstacle],
        path=path,
        value=str(window),
        other=item.station,
        wanted=item.duration_min,
        available=window.clock.length_min if is_short else venue.way_min,
        detail=_detail(scope, venue, chance),
        is_warning=is_warning,
    )


def _detail(scope: Scope, venue: Venue, chance: WindowChance) -> str:
    if chance.obstacle is Obstacle.CLOSED:
        return ", ".join(day.isoformat() for day in chance.days)
    stays = "; ".join(scope.clock(stay, venue.item.station) for stay in venue.stays)
    if chance.obstacle is Obstacle.OUTSIDE_FRAME:
        return f"{scope.trip.frame.day}, {stays}"
    return stays


def _slots(scope: Scope, venue: Venue) -> Iterator[TripProblem]:
    item = venue.item
    zone = scope.trip.zone_of(item.station)
    for index, slot in enumerate(item.firm_slots):
        obstacle = venue.fits(slot)
        path: Path = ("items", item.id, "request", "slots", index)
        value = f"{local(slot, zone):%Y-%m-%d %H:%M}"
        if obstacle is Obstacle.OUTSIDE_STAY:
            stays = "; ".join(scope.clock(stay, item.station) for stay in venue.stays)
            code = Code.SLOT_OUTSIDE_STAY
            yield TripProblem(code=code, path=path, value=value, other=item.station, detail=stays)
        elif obstacle is Obstacle.OUTSIDE_FRAME:
            other = str(scope.trip.frame.day)
            yield TripProblem(code=Code.SLOT_OUTSIDE_FRAME, path=path, value=value, other=other)
        elif item.windows and not _is_in_window(scope, item, slot):
            yield TripProblem(code=Code.SLOT_OUTSIDE_WINDOWS, path=path, value=value, is_warning=True)


def _is_in_window(scope: Scope, item: Item, slot: datetime) -> bool:
    end = slot + scope.venues[item.id].duration
    spans = [span for chance in scope.windows[item.id] for span in chance.spans]
    return any(opens <= slot and end <= closes for opens, closes in spans)


def _slot_counts(item: Item) -> Iterator[TripProblem]:
    path: Path = ("items", item.id, "request", "slots")
    if len(item.firm_slots) > item.sessions_max:
        yield TripProblem(
            code=Code.TOO_MANY_SLOTS,
            path=path,
            wanted=len(item.firm_slots),
            available=item.sessions_max,
            is_warning=True,
        )
    if item.request.slots and not item.request.status.is_firm:
        code, value = Code.SLOTS_NOT_FIRM, item.request.status.value
        yield TripProblem(code=code, path=path, value=value, is_warning=True)


def _zones(scope: Scope, item: Item) -> Iterator[TripProblem]:
    own, station = scope.trip.place_by_id[item.place].zone, scope.trip.zone_of(item.station)
    if own == station or not scope.chances[item.id]:
        return
    start = scope.chances[item.id][0][0]
    if local(start, own).utcoffset() != local(start, station).utcoffset():
        path: Path = ("items", item.id, "place")
        yield TripProblem(
            code=Code.ZONES_DIFFER, path=path, value=item.place, other=f"{own}, {station}", is_warning=True
        )
