"""H0, the form: a programme speaks of its trip's own things, each once, with times that run forward.

The other rules leave out what has an unknown id, and the length of what does not end after it starts; both are
reported here. Where a time has no zone, nothing else can be checked.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from geleit.domain.programme import Programme
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context
from geleit.planner.check.records import of_transfer, of_visit


def naive_times(programme: Programme) -> Iterator[Violation]:
    """Yield times without a zone."""
    spans = [
        *((session.id, session.start, session.end) for session in programme.sessions),
        *((transfer.group, transfer.depart, transfer.arrive) for transfer in programme.transfers),
        *((meal.meal.value, meal.start, meal.end) for meal in programme.meals),
        *((leg.leg, leg.depart, leg.arrive) for leg in programme.legs),
    ]
    for name, *times in spans:
        for time in times:
            if time.utcoffset() is None:
                yield Violation(code=ViolationCode.NAIVE_TIME, detail=f"{name}: {time.isoformat()}")


def check(context: Context) -> Iterator[Violation]:
    """Yield unknown and doubled things, times running backwards, wrong places, missing must items."""
    trip, programme = context.trip, context.programme
    if programme.trip != trip.id:
        yield Violation(code=ViolationCode.OTHER_TRIP, detail=programme.trip)
    for name in sorted(_unknown(context)):
        yield Violation(code=ViolationCode.UNKNOWN_ID, detail=name)
    for name in _doubled(programme):
        yield Violation(code=ViolationCode.DUPLICATE, detail=name)
    yield from _backwards(context)
    for visit in context.visits:
        if visit.session.place != visit.item.place:
            places = (visit.session.place, visit.item.place)
            yield replace(of_visit(ViolationCode.WRONG_PLACE, visit), places=places)
    for item in trip.items:
        if item.must and item.id not in context.visits_of:
            yield Violation(code=ViolationCode.MUST_MISSING, items=(item.id,), station=item.station)
    for unplaced in programme.unplaced:
        if unplaced.item in context.visits_of:
            yield Violation(code=ViolationCode.PLACED_AND_UNPLACED, items=(unplaced.item,))


def _unknown(context: Context) -> set[str]:
    """Return the ids that the programme uses and the trip does not have."""
    trip, programme = context.trip, context.programme
    items = {session.item for session in programme.sessions} | {found.item for found in programme.unplaced}
    people = {person for session in programme.sessions for person in session.attendees}
    people |= {person for part in programme.groups for person in part.members}
    people |= {part.guide for part in programme.groups if part.guide is not None}
    people |= {person for transfer in programme.transfers for person in transfer.people}
    people |= {person for meal in programme.meals for person in meal.people}
    groups = {group for session in programme.sessions for group in session.groups}
    groups |= {part.group for part in programme.groups} | {transfer.group for transfer in programme.transfers}
    places = {session.place for session in programme.sessions} | {meal.place for meal in programme.meals}
    places |= {place for transfer in programme.transfers for place in (transfer.origin, transfer.destination)}
    return (
        (items - trip.item_by_id.keys())
        | (people - trip.delegate_by_id.keys())
        | (groups - trip.group_by_id.keys())
        | (places - trip.place_by_id.keys())
        | ({leg.leg for leg in programme.legs} - trip.leg_by_id.keys())
    )


def _doubled(programme: Programme) -> Iterator[str]:
    """Yield ids that stand twice where they may stand once: sessions, legs, and people in one list."""
    yield from _repeated(tuple(session.id for session in programme.sessions))
    yield from _repeated(tuple(leg.leg for leg in programme.legs))
    lists = [
        *(session.attendees for session in programme.sessions),
        *(part.members for part in programme.groups),
        *(transfer.people for transfer in programme.transfers),
        *(meal.people for meal in programme.meals),
    ]
    yield from sorted({name for names in lists for name in _repeated(names)})


def _repeated(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(names)) == len(names):
        return ()
    return tuple(name for name, count in Counter(names).items() if count > 1)


def _backwards(context: Context) -> Iterator[Violation]:
    for visit in context.visits:
        if visit.session.end <= visit.session.start:
            yield of_visit(ViolationCode.BACKWARDS, visit)
    for transfer in context.transfers:
        if transfer.arrive <= transfer.depart or transfer.origin == transfer.destination:
            yield of_transfer(context, ViolationCode.BACKWARDS, transfer)
    for meal in context.meals:
        if meal.end <= meal.start:
            yield Violation(
                code=ViolationCode.BACKWARDS,
                station=context.station_at(meal.start),
                day=meal.day,
                meal=meal.meal,
                start=meal.start,
                end=meal.end,
            )
    for leg in context.legs:
        if leg.arrive <= leg.depart:
            yield Violation(code=ViolationCode.BACKWARDS, legs=(leg.leg,), start=leg.depart, end=leg.arrive)
