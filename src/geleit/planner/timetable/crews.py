"""Who makes a tour: the people it cannot do without, then those to whom it is worth most."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geleit.planner.problem import ALWAYS, BoolArray, IntArray
from geleit.planner.timetable.draft import Draft, Rooms, Tour
from geleit.planner.timetable.offer import BARRED
from geleit.planner.timetable.patterns import Pattern

INTERPRETERS_TRIED = 2


@dataclass(frozen=True, slots=True)
class Crew:
    """People for a tour, what they gain by it, and who of them interprets."""

    gain: int
    people: frozenset[int]
    interpreters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Seats of a tour's vehicle, and how many people each of its hosts takes, in the tour's order."""

    seats: int
    hosts: tuple[int, ...]


def staff(draft: Draft, row: int, rooms: Rooms) -> tuple[int, Tour] | None:
    """Return what a tour adds to the draft, and the tour with its people; None when it cannot be made."""
    pattern = draft.offer.patterns[row]
    group = _group_for(draft, pattern)
    if group is None or not draft.keeps_rules(pattern):
        return None
    seats = draft.offer.group_seats[group] if pattern.vehicle else ALWAYS
    room = Room(seats, tuple(rooms.of(pattern)))
    taken = draft.bound()
    locked = _required(draft, row, taken)
    if locked is None:
        return None
    guide = min(locked & set(draft.problem.guides), default=None)
    if draft.problem.trip.guides_required and pattern.moves and guide is None:
        guide = _guide(draft, row, taken | locked)
        if guide is None and pattern.vehicle:
            return None
    leaders = [guide] if guide is None or pattern.vehicle or guide in locked else [guide, None]
    best, guide = next(
        ((crew, leader) for leader in leaders if (crew := _best_crew(draft, row, room, locked, leader))),
        (None, None),
    )
    if best is None:
        return None
    people, locked = set(best.people), locked | set(best.interpreters)
    locked |= {guide} if guide is not None else set()
    is_named = any(draft.problem.items[item].group for item in pattern.items)
    return best.gain, Tour(row, seats, group, people, guide, best.interpreters, locked, is_named)


def _best_crew(draft: Draft, row: int, room: Room, locked: set[int], guide: int | None) -> Crew | None:
    """Return the crew that gains most, with the interpreters that suit it best."""
    fixed = locked if guide is None else locked | {guide}
    choices = _interpreter_choices(draft, row, draft.bound(), fixed)
    crews = [_crew(draft, row, room, fixed | set(interpreters), interpreters) for interpreters in choices]
    return max((crew for crew in crews if crew), key=lambda crew: crew.gain, default=None)


def _group_for(draft: Draft, pattern: Pattern) -> str | None:
    """Return the group that makes the tour: the one its items are pinned to, else the largest that is free."""
    problem, free, here = draft.problem, draft.free_groups(), draft.offer.index
    wanted = {group for item in pattern.items if (group := problem.items[item].group)}
    if len(wanted) > 1:
        return None
    reserved = {item.group for item in problem.items if item.group and here in problem.blocks_of[item.index]}
    ranked = sorted(free, key=lambda group: (group in reserved, -free[group]))
    choices = [name for name in ranked if not wanted or name in wanted]
    return next((name for name in choices if draft.spares(pattern, name, is_named=bool(wanted))), None)


def _required(draft: Draft, row: int, taken: set[int]) -> set[int] | None:
    """Return the people without whom the tour makes no sense, or None when one of them cannot come.

    In a session for everyone it suffices that somebody's group brings them.
    """
    offer, problem = draft.offer, draft.problem
    needed: set[int] = set()
    for item in offer.patterns[row].items:
        data = problem.items[item]
        there = offer.joint.get(item, frozenset()) | _fellows(draft, item)
        wanted = data.required - there
        missing = {person for person in data.pinned - there if not draft.attends(person, item)}
        able = {person for person in missing if offer.can(row, person) and person not in taken}
        if data.sessions_max == 1 and item not in offer.joint and able != missing:
            return None
        wanted |= able
        if any(not problem.attends[item, person] for person in wanted):
            return None
        needed |= wanted
    if any(not offer.can(row, person) or person in taken for person in needed):
        return None
    head = _head(draft, row, taken, needed)
    return None if head is None else needed | head


def _fellows(draft: Draft, item: int) -> set[int]:
    """Return who is in the same session of an item for everyone in the tours chosen so far."""
    if item not in draft.offer.joint:
        return set()
    return {
        person
        for tour in draft.tours
        if item in draft.pattern(tour).items
        for person in tour.people
        if draft.problem.attends[item, person]
    }


def _head(draft: Draft, row: int, taken: set[int], needed: set[int]) -> set[int] | None:
    """Return the head of delegation that political talks of the tour still need, if any; None when none can come."""
    offer, problem = draft.offer, draft.problem
    talks = [
        item
        for item in offer.patterns[row].items
        if problem.items[item].needs_head
        and not (offer.joint.get(item, frozenset()) | _fellows(draft, item)) & set(problem.heads)
    ]
    able = [head for head in problem.heads if all(problem.attends[item, head] for item in talks)]
    if not talks or needed & set(able):
        return set()
    free = [head for head in able if offer.can(row, head) and head not in taken]
    return {max(free, key=lambda head: (int(offer.worth[row, head]), -head))} if free else None


def _guide(draft: Draft, row: int, taken: set[int]) -> int | None:
    """Return the free guide who best speaks the hosts' languages."""
    problem, items = draft.problem, list(draft.offer.patterns[row].items)
    free = [guide for guide in problem.guides if draft.offer.can(row, guide) and guide not in taken]

    def rank(guide: int) -> tuple[int, bool, int]:
        fluent = int((problem.speaks[items, guide] | ~problem.attends[items, guide]).sum())
        return fluent, not problem.trip.delegates[guide].role.benefits, -guide

    return max(free, key=rank, default=None)


def _interpreter_choices(draft: Draft, row: int, taken: set[int], locked: set[int]) -> list[tuple[int, ...]]:
    """Return who may interpret on the tour: nobody, or one interpreter for all its hosts."""
    problem = draft.problem
    foreign = [item for item in draft.offer.patterns[row].items if not problem.speaks[item].all()]
    if not foreign:
        return [()]
    able = [
        number
        for number in problem.interpreters
        if draft.offer.can(row, number)
        and (number in locked or number not in taken)
        and all((number, item) in problem.interprets for item in foreign)
    ]
    return [(), *((number,) for number in able[:INTERPRETERS_TRIED])]


def followers(draft: Draft, pattern: Pattern, interpreters: tuple[int, ...]) -> BoolArray:
    """Return who can follow every host of the tour with those interpreters."""
    problem = draft.problem
    ok = np.ones(problem.people, dtype=np.bool_)
    for item in pattern.items:
        understands = problem.speaks[item].copy()
        for number in interpreters:
            if (number, item) in problem.interprets:
                understands |= problem.interprets[number, item]
        for number in draft.offer.joint.get(item, frozenset()) & set(problem.interpreters):
            if (number, item) in problem.interprets:
                understands |= problem.interprets[number, item]
        ok &= understands | ~problem.attends[item]
    return ok


def _crew(draft: Draft, row: int, room: Room, locked: set[int], interpreters: tuple[int, ...]) -> Crew | None:
    """Return the people who gain most, within seats and caps, so that no host gets too few."""
    offer, problem = draft.offer, draft.problem
    pattern, worth = offer.patterns[row], offer.worth[row]
    follows = followers(draft, pattern, interpreters)
    attends = [problem.attends[item] for item in pattern.items]
    inside = [int(going[list(locked)].sum()) for going in attends]
    wanted = [int(offer.least[item]) for item in pattern.items]
    if len(locked) > room.seats or not follows[list(locked)].all() or _any_more(inside, room.hosts):
        return None
    gain: IntArray = np.where((worth > BARRED // 2) & follows, worth - draft.current(), BARRED)
    crew, taken = set(locked), draft.bound()
    for person in np.argsort(-gain, kind="stable").tolist():
        lack = max(want - have for want, have in zip(wanted, inside, strict=True))
        if len(crew) >= room.seats or gain[person] <= BARRED // 2 or (gain[person] <= 0 and lack <= 0):
            break
        if person in crew or person in taken:
            continue
        more = [have + bool(going[person]) for have, going in zip(inside, attends, strict=True)]
        helps = lack > 0 and max(want - have for want, have in zip(wanted, more, strict=True)) < lack
        squanders = lack > 0 and not helps and (gain[person] <= 0 or len(crew) + lack >= room.seats)
        if squanders or _any_more(more, room.hosts) or not draft.may_leave(person):
            continue
        crew.add(person)
        inside = more
    if _any_more(wanted, inside):
        return None
    return Crew(int(gain[list(crew)].sum()), frozenset(crew), interpreters)


def _any_more(figures: Sequence[int], others: Sequence[int]) -> bool:
    """Whether any of the figures is larger than its counterpart."""
    return any(figure > other for figure, other in zip(figures, others, strict=True))
