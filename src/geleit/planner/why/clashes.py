"""What must take place and cannot hold together: pins, confirmed times, musts, found without any search.

Each item that takes place in any case is looked at alone, then two or three of them that need the same people or that
a rule ties together. Every minute is tried, so that what is found is a proof; what is not found may still clash.
"""

from collections.abc import Iterator
from itertools import combinations

from geleit.domain.items import PinKind
from geleit.domain.kinds import Attendance
from geleit.domain.obstacles import Obstacle, ObstacleKind
from geleit.domain.programme import Reason, ReasonCode
from geleit.domain.trip import Trip
from geleit.planner.result import Clash
from geleit.planner.why.facts import Facts
from geleit.planner.why.minimal import smallest_clash
from geleit.planner.why.oracle import can_hold

MOST_TOGETHER = 400
"""Sets of two or three items that are looked at, those of pinned items first."""
Kind = ObstacleKind


def clashing_pins(trip: Trip) -> tuple[Clash, ...]:
    """Return the smallest sets of pins, and of what they clash with; empty proves nothing."""
    return tuple(
        clash for clash in demand_clashes(trip) if any(thing.kind is Kind.PIN for thing in clash.obstacles)
    )


def demand_clashes(trip: Trip, settled: frozenset[str] = frozenset()) -> tuple[Clash, ...]:
    """Return sets of what must hold and cannot, none of which holds another one's items.

    Parameters
    ----------
    settled
        Ids of items that are known to clash already, and are left out.
    """
    facts = Facts(trip)
    demanded = [item.id for item in trip.items if facts.demands_on(item.id) and item.id not in settled]
    found: list[Clash] = []
    clashing: set[str] = set()
    for item in demanded:
        clash = _clash_of(facts, (item,))
        if clash is not None:
            found.append(clash)
            clashing.add(item)
    for items in _together(facts, [item for item in demanded if item not in clashing]):
        if clashing.isdisjoint(items):
            clash = _clash_of(facts, items)
            if clash is not None:
                found.append(clash)
                clashing |= set(items)
    return tuple(found)


def _clash_of(facts: Facts, items: tuple[str, ...]) -> Clash | None:
    universe = [thing for item in items for thing in _things(facts, item)]
    universe += facts.rules_between(frozenset(items)) if len(items) > 1 else ()
    if can_hold(facts, frozenset(universe), {}):
        return None
    obstacles = smallest_clash(facts, universe, {})
    if obstacles is None:
        return None
    names = tuple(dict.fromkeys(name for thing in obstacles for name in thing.items))
    return Clash(reasons=reasons_of(obstacles), items=names, obstacles=obstacles)


def _things(facts: Facts, item: str) -> Iterator[Obstacle]:
    yield from facts.demands_on(item)
    yield from facts.of(item)
    yield from facts.everyone_at(item)


def _together(facts: Facts, demanded: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield twos and threes of items that may get in each other's way, within reason."""
    needs = {item: _needed(facts, item) for item in demanded}
    rules = [set(rule.items) for rule in facts.trip.rules]
    pinned = set(facts.pins_of)

    def tied(one: str, other: str) -> bool:
        shared = needs[one] & needs[other]
        return bool(shared) or any({one, other} <= rule for rule in rules)

    twos = [pair for pair in combinations(demanded, 2) if tied(*pair)]
    needs = {item: people - {EVERYONE} for item, people in needs.items()}
    threes = [
        three
        for three in combinations(demanded, 3)
        if sum(tied(*pair) for pair in combinations(three, 2)) > 1
    ]
    for sets in (twos, threes):
        ranked = sorted(sets, key=lambda items: -len(pinned & set(items)))
        yield from ranked[:MOST_TOGETHER]


EVERYONE = "*"


def _needed(facts: Facts, item: str) -> frozenset[str]:
    """Return who has to be there; ``EVERYONE`` for the whole delegation."""
    known = facts.trip.item_by_id[item]
    found = set(known.required_people)
    found |= {
        pin.delegate for pin in facts.pins_of.get(item, ()) if pin.kind is PinKind.ATTENDEE and pin.delegate
    }
    if known.attendance is Attendance.ALL:
        found.add(EVERYONE)
    return frozenset(found)


_CODES = {
    Kind.STATUS: ReasonCode.STATUS,
    Kind.PIN: ReasonCode.PIN,
    Kind.RULE: ReasonCode.RULE,
    Kind.CONFIRMED: ReasonCode.CLASH,
    Kind.MUST: ReasonCode.CLASH,
    Kind.EVERYONE: ReasonCode.CLASH,
    Kind.WINDOWS: ReasonCode.NO_WINDOW,
    Kind.CLOSED_DAYS: ReasonCode.CLOSED_DAY,
    Kind.STATION: ReasonCode.NOT_AT_STATION,
    Kind.REQUIRED: ReasonCode.REQUIRED_PERSON,
    Kind.PRESENCE: ReasonCode.ABSENT,
    Kind.HEAD: ReasonCode.REQUIRED_PERSON,
    Kind.CAP: ReasonCode.CAP,
    Kind.MIN_PEOPLE: ReasonCode.MIN_PEOPLE,
    Kind.ROLES: ReasonCode.REQUIRED_PERSON,
    Kind.NAME_LIST: ReasonCode.NAME_LIST,
    Kind.LANGUAGE: ReasonCode.INTERPRETER,
    Kind.DAY: ReasonCode.FRAME,
    Kind.WAY: ReasonCode.UNREACHABLE,
    Kind.ARRIVAL_REST: ReasonCode.REST,
    Kind.MEAL: ReasonCode.MEAL,
}


def reasons_of(obstacles: tuple[Obstacle, ...]) -> tuple[Reason, ...]:
    """Return obstacles as the short reasons that a programme's file has, the weightiest first."""
    found = [
        Reason(
            code=_CODES[thing.kind],
            items=thing.items,
            people=(thing.person,) if thing.person else (),
            groups=(thing.pin.group,) if thing.pin is not None and thing.pin.group else (),
            day=thing.pin.day if thing.pin is not None else None,
            part=thing.pin.part if thing.pin is not None else None,
            detail=thing.rule.kind.value if thing.rule is not None else "",
        )
        for thing in obstacles
        if thing.kind is not Kind.MUST or len(obstacles) == 1
    ]
    return tuple(dict.fromkeys(found))
