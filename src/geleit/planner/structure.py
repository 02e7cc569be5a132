"""Proofs that a trip has no programme, from its data alone."""

from geleit.domain.items import Item, RuleKind
from geleit.domain.kinds import Attendance, Role
from geleit.domain.legs import possible_stays
from geleit.domain.obstacles import Obstacle, ObstacleKind
from geleit.domain.opening import open_spans
from geleit.domain.programme import Reason, ReasonCode
from geleit.domain.stays import effective_windows
from geleit.domain.trip import Trip
from geleit.domain.windows import at
from geleit.planner.result import Clash
from geleit.planner.value import may_attend
from geleit.planner.why.clashes import demand_clashes


def structural_clashes(trip: Trip) -> tuple[Clash, ...]:
    """Return what must and cannot hold together whatever is planned; empty proves nothing."""
    found = plain_clashes(trip)
    known = frozenset(item for clash in found for item in clash.items)
    return (*found, *demand_clashes(trip, known))


def plain_clashes(trip: Trip) -> tuple[Clash, ...]:
    """Return those of the structural clashes that show at a glance: of one item with its windows, status and rules."""
    must = [item for item in trip.items if item.must and item.request.status.may_be_placed]
    found = [
        clash
        for item in must
        if (clash := _never_open(trip, item) or _never_enough(trip, item) or _never_room(trip, item))
    ]
    found += [
        Clash(
            reasons=(Reason(code=ReasonCode.STATUS, items=(item.id,), detail=item.request.status.value),),
            items=(item.id,),
        )
        for item in trip.items
        if item.must and not item.request.status.may_be_placed
    ]
    wanted = {item.id for item in must}
    for rule in trip.rules:
        both = tuple(item for item in rule.items if item in wanted)
        if rule.kind is RuleKind.AT_MOST_ONE and len(both) > 1:
            found.append(
                Clash(reasons=(Reason(code=ReasonCode.RULE, items=both, detail=rule.kind.value),), items=both)
            )
    return tuple(found)


def _never_open(trip: Trip, item: Item) -> Clash | None:
    spans = [
        int((closes - opens).total_seconds()) // 60
        for start, end in possible_stays(trip, item.station)
        for opens, closes in open_spans(trip, item, start, end)
    ]
    longest = max(spans, default=0)
    if longest >= item.duration_min or item.firm_slots:
        return None
    reason = Reason(code=ReasonCode.NO_WINDOW, items=(item.id,), wanted=item.duration_min, available=longest)
    if not longest and not is_ever_there(trip, item):
        reason = Reason(code=ReasonCode.NOT_AT_STATION, items=(item.id,))
    return Clash(reasons=(reason,), items=(item.id,))


def is_ever_there(trip: Trip, item: Item) -> bool:
    """Whether the delegation may be at the item's station for some minute of its windows, open or not."""
    zone = trip.zone_of(item.station)
    return any(
        window.day is None
        or (
            at(window.day, window.clock.start_min, zone) < end
            and at(window.day, window.clock.end_min, zone) > start
        )
        for start, end in possible_stays(trip, item.station)
        for window in effective_windows(trip, item)
    )


def _never_room(trip: Trip, item: Item) -> Clash | None:
    """Return that an item for everyone receives fewer people than have to come, who are there all the time."""
    if item.attendance is not Attendance.ALL or item.max_people is None:
        return None
    elsewhere = {pin.delegate for pin in trip.pins if pin.delegate is not None}
    elsewhere |= {person for other in trip.items for person in other.required_people}
    due = sum(
        may_attend(item, person)
        and item.name_list.admits(person.id)
        and person.id not in elsewhere
        and person.role.benefits
        and person.role is not Role.HEAD
        and person.presence.joins is None
        and person.presence.leaves is None
        for person in trip.delegates
    )
    room = item.max_people * max(item.sessions_max, len(item.firm_slots))
    if due <= room:
        return None
    reason = Reason(code=ReasonCode.CAP, items=(item.id,), wanted=due, available=room)
    obstacles = (
        Obstacle(kind=ObstacleKind.MUST, item=item.id),
        Obstacle(kind=ObstacleKind.EVERYONE, item=item.id),
        Obstacle(kind=ObstacleKind.CAP, item=item.id, wanted=item.max_people),
    )
    return Clash(reasons=(reason,), items=(item.id,), obstacles=obstacles)


def _never_enough(trip: Trip, item: Item) -> Clash | None:
    eligible = sum(may_attend(item, person) for person in trip.delegates)
    if eligible >= item.min_people:
        return None
    reason = Reason(code=ReasonCode.MIN_PEOPLE, items=(item.id,), wanted=item.min_people, available=eligible)
    return Clash(reasons=(reason,), items=(item.id,))
