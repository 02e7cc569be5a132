"""Proofs that a trip has no programme, from its data alone."""

from geleit.domain.items import Item, RuleKind
from geleit.domain.legs import possible_stays
from geleit.domain.opening import open_spans
from geleit.domain.programme import Reason, ReasonCode
from geleit.domain.trip import Trip
from geleit.planner.result import Clash
from geleit.planner.value import may_attend
from geleit.planner.why.clashes import demand_clashes


def structural_clashes(trip: Trip) -> tuple[Clash, ...]:
    """Return what must and cannot hold together whatever is planned; empty proves nothing."""
    must = [item for item in trip.items if item.must and item.request.status.may_be_placed]
    found = [clash for item in must if (clash := _never_open(trip, item) or _never_enough(trip, item))]
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
    known = frozenset(item for clash in found for item in clash.items)
    return (*found, *demand_clashes(trip, known))


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
    return Clash(reasons=(reason,), items=(item.id,))


def _never_enough(trip: Trip, item: Item) -> Clash | None:
    eligible = sum(may_attend(item, person) for person in trip.delegates)
    if eligible >= item.min_people:
        return None
    reason = Reason(code=ReasonCode.MIN_PEOPLE, items=(item.id,), wanted=item.min_people, available=eligible)
    return Clash(reasons=(reason,), items=(item.id,))
