"""H8: before/after, at-most-one-of, same-time, all-or-none and everyone-together rules between items hold.

- ``before``: of any two placed items in the order given, every session of the earlier ends, and ``gap_min``
  passes, before any session of the later starts; an item between them that is not placed changes nothing.
- ``same_time``: placed items have sessions at the same set of starts.
- ``at_most_one`` and ``together`` count items that have a session.
- An item for all, where it is placed, is attended by everyone who could: whose role it receives, who is
  admitted by its name list and not pinned as absent, and who is with the delegation for the whole day of
  one of its sessions, as far as the day's frame and the stay at the station reach: who comes or goes on
  that day may take part, but need not. Excused is who is on duty at an overlapping session of another
  item: who serves the programme there (interpreters, organisers ...), is required or pinned there, or heads
  the delegation at a political talk. (That nobody attends two of its sessions is H4.)
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from geleit.domain.items import Item, ItemRule, PinKind, RuleKind
from geleit.domain.kinds import Attendance, Role
from geleit.domain.people import Delegate
from geleit.domain.violations import Violation, ViolationCode
from geleit.domain.windows import at, local
from geleit.planner.check.context import Context, Visit, minutes
from geleit.planner.check.records import of_visit

type _Pins = set[tuple[PinKind, str, str | None]]


def check(context: Context) -> Iterator[Violation]:
    """Yield broken rules between items, and items for all that not all attend."""
    for rule in context.trip.rules:
        yield from _CHECKS[rule.kind](context, rule)
    pinned: _Pins = {
        (pin.kind, pin.item, pin.delegate)
        for pin in context.trip.pins
        if pin.kind in (PinKind.ATTENDEE, PinKind.ABSENT)
    }
    for visits in context.visits_of.values():
        if visits[0].item.attendance is Attendance.ALL:
            yield from _everyone(context, visits, pinned)


type _Check = Callable[[Context, ItemRule], Iterator[Violation]]


def _before(context: Context, rule: ItemRule) -> Iterator[Violation]:
    placed = [context.visits_of[item] for item in rule.items if item in context.visits_of]
    for index, earlier in enumerate(placed):
        last = max(earlier, key=lambda visit: visit.session.end)
        for later in placed[index + 1 :]:
            first = later[0]
            gap = first.session.start - last.session.end
            if gap < timedelta(minutes=rule.gap_min):
                yield replace(
                    of_visit(ViolationCode.ORDER, first),
                    sessions=(last.session.id, first.session.id),
                    items=(last.item.id, first.item.id),
                    bound_start=last.session.end,
                    wanted=rule.gap_min,
                    available=minutes(gap),
                )


def _at_most_one(context: Context, rule: ItemRule) -> Iterator[Violation]:
    placed = tuple(item for item in rule.items if item in context.visits_of)
    if len(placed) > 1:
        yield Violation(code=ViolationCode.AT_MOST_ONE, items=placed, wanted=len(placed), available=1)


def _same_time(context: Context, rule: ItemRule) -> Iterator[Violation]:
    placed = [context.visits_of[item] for item in rule.items if item in context.visits_of]
    for other in placed[1:]:
        ours = {visit.session.start for visit in placed[0]}
        theirs = {visit.session.start for visit in other}
        if ours != theirs:
            alone = next(visit for visit in (*placed[0], *other) if visit.session.start in ours ^ theirs)
            partner = other if alone in placed[0] else placed[0]
            nearest = min(partner, key=lambda visit: abs(visit.session.start - alone.session.start))
            yield replace(
                of_visit(ViolationCode.SAME_TIME, alone),
                sessions=(alone.session.id, nearest.session.id),
                items=(alone.item.id, nearest.item.id),
                bound_start=nearest.session.start,
            )


def _together(context: Context, rule: ItemRule) -> Iterator[Violation]:
    placed = tuple(item for item in rule.items if item in context.visits_of)
    missing = tuple(item for item in rule.items if item not in context.visits_of)
    if placed and missing:
        yield Violation(
            code=ViolationCode.TOGETHER,
            items=(*placed, *missing),
            wanted=len(rule.items),
            available=len(placed),
        )


_CHECKS: Mapping[RuleKind, _Check] = {
    RuleKind.BEFORE: _before,
    RuleKind.AT_MOST_ONE: _at_most_one,
    RuleKind.SAME_TIME: _same_time,
    RuleKind.TOGETHER: _together,
}


def _everyone(context: Context, visits: tuple[Visit, ...], pinned: _Pins) -> Iterator[Violation]:
    item = visits[0].item
    attending = {person for visit in visits for person in context.known_people(visit.session.attendees)}
    missing = tuple(
        delegate.id
        for delegate in context.trip.delegates
        if delegate.id not in attending
        and (not item.roles or delegate.role in item.roles)
        and item.name_list.admits(delegate.id)
        and (PinKind.ABSENT, item.id, delegate.id) not in pinned
        and any(_could_attend(context, delegate, visit, pinned) for visit in visits)
    )
    if missing:
        yield replace(
            of_visit(ViolationCode.NOT_EVERYONE, visits[0]),
            sessions=tuple(visit.session.id for visit in visits),
            people=missing,
            wanted=len(attending) + len(missing),
            available=len(attending),
        )


def _could_attend(context: Context, delegate: Delegate, visit: Visit, pinned: _Pins) -> bool:
    if not delegate.presence.covers(*_whole_day(context, visit)):
        return False
    return not any(
        other.item.id != visit.item.id
        and other.there_from < visit.there_until
        and visit.there_from < other.there_until
        and _is_on_duty(delegate, other.item, pinned)
        for other in context.visits_by_person[delegate.id]
    )


def _is_on_duty(delegate: Delegate, item: Item, pinned: _Pins) -> bool:
    return (
        not delegate.role.benefits
        or delegate.id in item.required_people
        or (PinKind.ATTENDEE, item.id, delegate.id) in pinned
        or (item.needs_head and delegate.role is Role.HEAD)
    )


def _whole_day(context: Context, visit: Visit) -> tuple[datetime, datetime]:
    """Return the day of a session: its frame, as far as the delegation is at the station."""
    zone, frame = context.trip.zone_of(visit.item.station), context.trip.frame
    day = local(visit.session.start, zone).date()
    start, end = at(day, frame.day.start_min, zone), at(day, frame.day.end_min, zone)
    stay = context.stay_at(visit.session.start)
    return (start, end) if stay is None else (max(start, stay.start), min(end, stay.end))
