"""Pins and confirmed times that clash with each other, with windows or with people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from geleit.domain.items import Item, Pin, PinKind
from geleit.domain.people import Delegate
from geleit.domain.stays import day_part_of
from geleit.domain.validation.problem import Path, TripProblem
from geleit.domain.validation.problem import TripProblemCode as Code
from geleit.domain.validation.scope import Scope
from geleit.domain.windows import local

PIN_FIELDS = {PinKind.TIME: "start"}
"""The trip file's key of a pin where it is not the kind's own word."""

Numbered = tuple[int, Pin]


def pin_problems(scope: Scope) -> Iterator[TripProblem]:
    """Yield pins that cannot hold."""
    by_item: dict[str, list[Numbered]] = {}
    for index, pin in enumerate(scope.trip.pins):
        by_item.setdefault(pin.item, []).append((index, pin))
    for item_id, pins in by_item.items():
        item = scope.trip.item_by_id[item_id]
        yield from _pairs(scope, pins)
        yield from _counts(item, pins)
        for index, pin in pins:
            yield from _against_item(scope, item, pin, index)
    yield from _fixed_times(scope)


def _path(index: int, pin: Pin) -> Path:
    return "pins", index, PIN_FIELDS.get(pin.kind, pin.kind.value)


def _told(scope: Scope, pin: Pin) -> str:
    """Return what a pin holds, as the trip file writes it."""
    if pin.start is not None:
        zone = scope.trip.zone_of(scope.trip.item_by_id[pin.item].station)
        return f"{local(pin.start, zone):%Y-%m-%d %H:%M}"
    if pin.day is not None:
        return pin.day.isoformat()
    held = pin.part.value if pin.part else pin.group or pin.delegate or ""
    return f"{pin.kind.value} {held}".strip()


def _pairs(scope: Scope, pins: Sequence[Numbered]) -> Iterator[TripProblem]:
    for (_, one), (index, other) in combinations(pins, 2):
        if _clash(scope, one, other) or _clash(scope, other, one):
            yield TripProblem(
                code=Code.PIN_CLASH,
                path=_path(index, other),
                value=_told(scope, one),
                other=_told(scope, other),
                detail=one.item,
            )


def _clash(scope: Scope, one: Pin, other: Pin) -> bool:
    if one.kind is PinKind.DROPPED:
        return other.kind in (PinKind.TIME, PinKind.ATTENDEE)
    if one.kind is other.kind:
        differs = (one.day, one.part, one.group) != (other.day, other.part, other.group)
        return one.kind in (PinKind.DAY, PinKind.PART, PinKind.GROUP) and differs
    if one.kind is PinKind.TIME and one.start is not None:
        day, part = day_part_of(scope.trip, scope.trip.item_by_id[one.item].station, one.start)
        return other.day not in (None, day) or other.part not in (None, part)
    return {one.kind, other.kind} == {PinKind.ATTENDEE, PinKind.ABSENT} and one.delegate == other.delegate


def _counts(item: Item, pins: Sequence[Numbered]) -> Iterator[TripProblem]:
    sessions = max(item.sessions_max, len(item.firm_slots))
    times = {pin.start for _, pin in pins if pin.kind is PinKind.TIME} | set(item.firm_slots)
    people = {pin.delegate for _, pin in pins if pin.kind is PinKind.ATTENDEE}
    last = {pin.kind: _path(index, pin) for index, pin in pins}
    if len(times) > sessions and PinKind.TIME in last:
        yield TripProblem(
            code=Code.PIN_TOO_MANY,
            path=last[PinKind.TIME],
            other=item.id,
            wanted=len(times),
            available=sessions,
            detail="times",
        )
    if people and item.max_people is not None and len(people) > item.max_people * sessions:
        yield TripProblem(
            code=Code.PIN_TOO_MANY,
            path=last[PinKind.ATTENDEE],
            other=item.id,
            wanted=len(people),
            available=item.max_people * sessions,
            detail="people",
        )


def _against_item(scope: Scope, item: Item, pin: Pin, index: int) -> Iterator[TripProblem]:
    path = _path(index, pin)
    if pin.kind is PinKind.DROPPED:
        if item.must:
            yield TripProblem(code=Code.PIN_DROPS_MUST, path=path, value=item.id)
        elif item.firm_slots:
            yield TripProblem(code=Code.PIN_DROPS_CONFIRMED, path=path, value=item.id)
    elif not item.request.status.may_be_placed:
        if pin.kind in (PinKind.TIME, PinKind.ATTENDEE):
            value = item.request.status.value
            yield TripProblem(code=Code.PIN_NOT_PLACEABLE, path=path, value=value, other=item.id)
    elif scope.chances[item.id] and not _has_room(scope, item, pin):
        is_warning = pin.kind is not PinKind.TIME and item.id not in scope.fixed_items
        yield TripProblem(
            code=Code.PIN_OUTSIDE_WINDOWS,
            path=path,
            value=_told(scope, pin),
            other=item.id,
            is_warning=is_warning,
        )
    elif pin.kind is PinKind.ATTENDEE:
        yield from _attendee(scope, item, scope.trip.delegate_by_id[str(pin.delegate)], path)


def _has_room(scope: Scope, item: Item, pin: Pin) -> bool:
    """Whether some session of the item could lie where a pin of time, day or part wants it."""
    spans, length = scope.chances[item.id], scope.venues[item.id].duration
    start = pin.start
    if start is not None:
        return any(opens <= start and start + length <= closes for opens, closes in spans)
    if pin.day is None and pin.part is None:
        return True
    return any(_meets(scope, item, pin, opens, closes - length) for opens, closes in spans)


def _meets(scope: Scope, item: Item, pin: Pin, first: datetime, last: datetime) -> bool:
    """Whether a session that starts between two instants may start in the pin's day or part."""
    step = timedelta(minutes=15)
    starts = [first + step * number for number in range(int((last - first) / step) + 1)]
    for start in (*starts, last):
        day, part = day_part_of(scope.trip, item.station, start)
        if pin.day in (None, day) and pin.part in (None, part):
            return True
    return False


def _attendee(scope: Scope, item: Item, person: Delegate, path: Path) -> Iterator[TripProblem]:
    if scope.chances[item.id] and not scope.venues[item.id].there(person.presence, scope.chances[item.id]):
        yield TripProblem(code=Code.PIN_PERSON_ABSENT, path=path, value=person.id, other=item.id)
    if item.roles and person.role not in item.roles:
        yield TripProblem(code=Code.PIN_NOT_ADMITTED, path=path, value=person.id, other=person.role.value)


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A session whose start nobody may move, and who has to be in it; None stands for everyone."""

    item: Item
    start: datetime
    end: datetime
    path: Path
    people: frozenset[str] | None


def _fixed_times(scope: Scope) -> Iterator[TripProblem]:
    """Yield pairs of fixed sessions of two items that overlap though somebody has to be at both."""
    found = sorted(_fixed(scope), key=lambda session: session.start)
    for one, other in combinations(found, 2):
        if one.item.id == other.item.id or one.end <= other.start:
            continue
        shared = _shared(one.people, other.people)
        if shared is not None:
            code = Code.FIXED_CLASH if shared else Code.FIXED_CLASH_ALL
            yield TripProblem(
                code=code, path=other.path, value=one.item.id, other=other.item.id, known=shared
            )


def _shared(one: frozenset[str] | None, other: frozenset[str] | None) -> tuple[str, ...] | None:
    """Return who has to be at both: empty for everyone, None for nobody."""
    if one is None and other is None:
        return ()
    if one is None or other is None:
        return None  # who is required elsewhere is excused from an item for all
    both = one & other
    return tuple(sorted(both)) if both else None


def _fixed(scope: Scope) -> Iterator[_Fixed]:
    for item in scope.placeable:
        length = scope.venues[item.id].duration
        slots = item.firm_slots
        starts: dict[datetime, Path] = {
            slot: ("items", item.id, "request", "slots", number) for number, slot in enumerate(slots)
        }
        pinned = set(item.required_people)
        for index, pin in enumerate(scope.trip.pins):
            if pin.item == item.id and pin.start is not None:
                starts.setdefault(pin.start, _path(index, pin))
            if pin.item == item.id and pin.kind is PinKind.ATTENDEE and item.sessions_max == 1:
                pinned.add(str(pin.delegate))
        everyone = item.is_together and not item.roles
        for start, path in starts.items():
            yield _Fixed(item, start, start + length, path, None if everyone else frozenset(pinned))
