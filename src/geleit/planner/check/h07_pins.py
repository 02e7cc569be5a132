"""H7: pins hold, and what a host has confirmed is not moved.

- ``time``: some session of the item starts then, so the item takes place. ``attendee``: the person is in a
  session of it, so it takes place too. ``absent``: the person is in none. ``dropped``: the item has no
  session.
- ``day``, ``part`` and ``group`` say how and not whether: every session that the item has lies on that day
  (in that day part) or is that group's alone.
- An item that the host has confirmed with times has one session at each of these times and no other, unless
  the times are released. Two equal times are two sessions side by side.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from geleit.domain.items import Item, Pin, PinKind
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, Visit
from geleit.planner.check.records import of_visit


def check(context: Context) -> Iterator[Violation]:
    """Yield pins that do not hold, and confirmed times that are not kept."""
    for pin in context.trip.pins:
        item = context.trip.item_by_id.get(pin.item)
        if item is not None:
            yield from _CHECKS[pin.kind](pin, item, context.visits_of.get(pin.item, ()))
    for item in context.trip.items:
        if item.firm_slots:
            yield from _slots(item, context.visits_of.get(item.id, ()))


type _Check = Callable[[Pin, Item, tuple[Visit, ...]], Iterator[Violation]]


def _about(code: ViolationCode, item: Item, pin: Pin) -> Violation:
    return Violation(
        code=code,
        items=(item.id,),
        people=(pin.delegate,) if pin.delegate else (),
        groups=(pin.group,) if pin.group else (),
        station=item.station,
        day=pin.day,
        part=pin.part,
        bound_start=pin.start,
    )


def _time(pin: Pin, item: Item, visits: tuple[Visit, ...]) -> Iterator[Violation]:
    if pin.start is not None and all(visit.session.start != pin.start for visit in visits):
        yield _about(ViolationCode.PIN_TIME, item, pin)


def _day(pin: Pin, item: Item, visits: tuple[Visit, ...]) -> Iterator[Violation]:
    for visit in visits:
        if pin.day is not None and visit.day != pin.day:
            yield replace(
                _about(ViolationCode.PIN_DAY, item, pin),
                sessions=(visit.session.id,),
                start=visit.session.start,
            )


def _part(pin: Pin, item: Item, visits: tuple[Visit, ...]) -> Iterator[Violation]:
    for visit in visits:
        wrong_day = pin.day is not None and visit.day != pin.day
        if wrong_day or (pin.part is not None and visit.part is not pin.part):
            yield replace(
                _about(ViolationCode.PIN_PART, item, pin),
                sessions=(visit.session.id,),
                start=visit.session.start,
            )


def _group(pin: Pin, item: Item, visits: tuple[Visit, ...]) -> Iterator[Violation]:
    for visit in visits:
        if pin.group is not None and visit.session.groups != (pin.group,):
            yield replace(
                _about(ViolationCode.PIN_GROUP, item, pin),
                sessions=(visit.session.id,),
                start=visit.session.start,
            )


def _attendee(pin: Pin, item: Item, visits: tuple[Visit, ...]) -> Iterator[Violation]:
    if all(pin.delegate not in visit.session.attendees for visit in visits):
        yield _about(ViolationCode.PIN_ATTENDEE, item, pin)


def _absent(pin: Pin, item: Item, visits: tuple[Visit, ...]) -> Iterator[Violation]:
    for visit in visits:
        if pin.delegate in visit.session.attendees:
            yield replace(
                _about(ViolationCode.PIN_ABSENT, item, pin),
                sessions=(visit.session.id,),
                start=visit.session.start,
            )


def _dropped(pin: Pin, item: Item, visits: tuple[Visit, ...]) -> Iterator[Violation]:
    if visits:
        yield replace(
            _about(ViolationCode.PIN_DROPPED, item, pin),
            sessions=tuple(visit.session.id for visit in visits),
            start=visits[0].session.start,
        )


_CHECKS: Mapping[PinKind, _Check] = {
    PinKind.TIME: _time,
    PinKind.DAY: _day,
    PinKind.PART: _part,
    PinKind.GROUP: _group,
    PinKind.ATTENDEE: _attendee,
    PinKind.ABSENT: _absent,
    PinKind.DROPPED: _dropped,
}


def _slots(item: Item, visits: tuple[Visit, ...]) -> Iterator[Violation]:
    open_slots = Counter(item.firm_slots)
    moved: list[Visit] = []
    for visit in visits:
        if open_slots[visit.session.start] > 0:
            open_slots[visit.session.start] -= 1
        else:
            moved.append(visit)
    for visit in moved:
        nearest = min(item.firm_slots, key=lambda slot: abs(slot - visit.session.start))
        yield replace(of_visit(ViolationCode.SLOT_MOVED, visit), bound_start=nearest)
    if len(moved) < open_slots.total():
        for slot in sorted(open_slots.elements())[len(moved) :]:
            yield Violation(
                code=ViolationCode.SLOT_MISSING, items=(item.id,), station=item.station, bound_start=slot
            )
