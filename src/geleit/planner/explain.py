"""Why an item found no place: simple typed reasons, the weightiest first."""

from geleit.domain.items import PinKind
from geleit.domain.legs import possible_stays
from geleit.domain.opening import open_spans
from geleit.domain.programme import Programme, Reason, ReasonCode, Unplaced
from geleit.domain.stays import day_part_of, effective_windows
from geleit.domain.trip import Trip
from geleit.planner.structure import is_ever_there
from geleit.planner.timetable.plan import Plan

_PINS_OF_TIME = frozenset({PinKind.TIME, PinKind.DAY, PinKind.PART})


def unplaced_items(plan: Plan) -> tuple[Unplaced, ...]:
    """Return every item without a session, each with why."""
    trip = plan.problem.trip
    return tuple(
        Unplaced(item=item.id, reasons=_reasons(plan, number))
        for number, item in enumerate(trip.items)
        if number not in plan.placed
    )


def _reasons(plan: Plan, number: int) -> tuple[Reason, ...]:
    problem, trip = plan.problem, plan.problem.trip
    item = trip.items[number]
    if not item.request.status.may_be_placed:
        return (Reason(code=ReasonCode.STATUS, items=(item.id,), detail=item.request.status.value),)
    if any(pin.kind is PinKind.DROPPED and pin.item == item.id for pin in trip.pins):
        return (Reason(code=ReasonCode.PIN, items=(item.id,)),)
    if not problem.blocks_of[number]:
        return (_no_start(trip, item.id),)
    eligible = int(problem.member[number].sum())
    if eligible < item.min_people:
        return (
            Reason(code=ReasonCode.MIN_PEOPLE, items=(item.id,), wanted=item.min_people, available=eligible),
        )
    found: list[Reason] = []
    rule = next(
        (rule for rule in trip.rules if item.id in rule.items and _others(plan, rule.items, item.id)), None
    )
    if rule is not None:
        others = _others(plan, rule.items, item.id)
        found.append(Reason(code=ReasonCode.RULE, items=(item.id, *others), detail=rule.kind.value))
    found.append(_competition(plan, number))
    return tuple(found)


def _others(plan: Plan, items: tuple[str, ...], item: str) -> tuple[str, ...]:
    placed = {plan.problem.trip.items[number].id for number in plan.placed}
    return tuple(other for other in items if other != item and other in placed)


def _no_start(trip: Trip, item_id: str) -> Reason:
    """Return why there is no start at all: not at the station, closed days, too short, pinned elsewhere, far."""
    item = trip.item_by_id[item_id]
    spans = [
        span
        for start, end in possible_stays(trip, item.station)
        for span in open_spans(trip, item, start, end)
    ]
    if not possible_stays(trip, item.station):
        return Reason(code=ReasonCode.NOT_AT_STATION, items=(item.id,))
    if spans:
        longest = max(int((closes - opens).total_seconds()) // 60 for opens, closes in spans)
        if longest < item.duration_min:
            return Reason(
                code=ReasonCode.NO_WINDOW, items=(item.id,), wanted=item.duration_min, available=longest
            )
        pinned = any(pin.item == item.id and pin.kind in _PINS_OF_TIME for pin in trip.pins)
        return Reason(code=ReasonCode.PIN if pinned else ReasonCode.UNREACHABLE, items=(item.id,))
    anywhere = any(window.day is None for window in effective_windows(trip, item))
    is_closed = item.kind.keeps_office_hours and not anywhere and is_ever_there(trip, item)
    code = ReasonCode.CLOSED_DAY if is_closed else ReasonCode.NOT_AT_STATION
    return Reason(code=code, items=(item.id,))


def _competition(plan: Plan, number: int) -> Reason:
    """Return what took its time: the day part in which it would be worth most, and what is there instead."""
    problem, trip = plan.problem, plan.problem.trip
    homes = problem.blocks_of[number]
    rivals = {
        block: sorted({item for run in plan.runs[block] for item in run.pattern.items}) for block in homes
    }
    full = [block for block in homes if len(plan.runs[block]) >= len(problem.seats)]
    block = min(full or homes, key=lambda home: (len(rivals[home]), home))
    here = problem.blocks[block]
    code = ReasonCode.NO_GROUP_FREE if full and len(full) == len(homes) else ReasonCode.LOST_OUT
    wanted = int((problem.worth[number] > 0).sum())
    return Reason(
        code=code,
        items=(trip.items[number].id, *(trip.items[item].id for item in rivals[block])),
        day=here.day,
        part=here.parts[0],
        wanted=wanted,
        available=len(problem.seats),
    )


def wish_reasons(trip: Trip, programme: Programme, delegate: str) -> tuple[Unplaced, ...]:
    """Return each wish of a delegate that was not met, and why."""
    person = trip.delegate_by_id[delegate]
    attended = {session.item for session in programme.sessions_by_delegate.get(delegate, ())}
    missed = {unplaced.item: unplaced.reasons for unplaced in programme.unplaced}
    found: list[Unplaced] = []
    for wish in person.wishes:
        if wish.item in attended or wish.item not in trip.item_by_id:
            continue
        reasons = missed.get(wish.item) or (_missed_session(trip, programme, delegate, wish.item),)
        found.append(Unplaced(item=wish.item, reasons=reasons))
    return tuple(found)


def _missed_session(trip: Trip, programme: Programme, delegate: str, item_id: str) -> Reason:
    """Return why a delegate is in no session of a placed item: away, a clash, or the host's cap."""
    person, item = trip.delegate_by_id[delegate], trip.item_by_id[item_id]
    sessions = programme.sessions_of.get(item_id, ())
    if item.roles and person.role not in item.roles:
        return Reason(code=ReasonCode.REQUIRED_PERSON, items=(item_id,), people=(delegate,))
    if not any(person.presence.covers(session.start, session.end) for session in sessions):
        return Reason(code=ReasonCode.ABSENT, items=(item_id,), people=(delegate,))
    own = programme.sessions_by_delegate.get(delegate, ())
    for session in sessions:
        here = day_part_of(trip, item.station, session.start)
        clash = [
            other.item
            for other in own
            if day_part_of(trip, trip.item_by_id[other.item].station, other.start) == here
        ]
        full = item.max_people is not None and len(session.attendees) >= item.max_people
        if clash and not full:
            return Reason(
                code=ReasonCode.CLASH, items=(item_id, *clash), people=(delegate,), day=here[0], part=here[1]
            )
    largest = max((len(session.attendees) for session in sessions), default=0)
    return Reason(
        code=ReasonCode.CAP, items=(item_id,), people=(delegate,), wanted=largest + 1, available=largest
    )
