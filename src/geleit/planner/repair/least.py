"""How many appointments change at least, whatever is done: the proof of a least change.

Appointments that cannot stay are counted by ``forced_changes``. To them come those that give way where an item that
must take place has a new time: whoever goes there cannot be elsewhere, and everywhere all groups are out one of them
has to turn back.
"""

import numpy as np

from geleit.domain.programme import Programme, Session
from geleit.planner.problem import IntArray, ItemData, Problem
from geleit.planner.repair.differences import may_be, may_go
from geleit.planner.timetable.sessions import obliged_to

MOST_STARTS = 24
"""Times that are looked at; an item that may take place at more of them forces nothing here."""


def displaced(problem: Problem, published: Programme, item: int, ways: IntArray) -> int:
    """Return how many other appointments give way at least to an item that must take place at a new time.

    Parameters
    ----------
    ways
        Minutes of the quickest ways from place to place.
    """
    data = problem.items[item]
    starts = sorted(set(data.fixed) or _starts(problem, item))
    is_divided = data.for_all and not data.together
    if not starts or len(starts) > (1 if is_divided else MOST_STARTS):
        return 0
    return min(_displaced_at(problem, published, data, start, ways) for start in starts)


def _starts(problem: Problem, item: int) -> set[int]:
    found: set[int] = set()
    for opens, closes in problem.items[item].spans:
        if closes - opens > problem.items[item].duration:
            return set()
        found.add(opens)
    return found


def _displaced_at(problem: Problem, published: Programme, data: ItemData, start: int, ways: IntArray) -> int:
    rivals = [
        session
        for session in published.sessions
        if _clashes(problem, session, data, start, ways) and _stands(problem, session)
    ]
    people = {person.id: number for number, person in enumerate(problem.trip.delegates)}
    name = problem.trip.items[data.index].id
    guests = {
        people[person]
        for session in published.sessions_of.get(name, ())
        for person in session.attendees
        if person in people
    }
    busy = np.zeros(problem.people, dtype=np.int64)
    for session in rivals:
        places = [people[person] for person in session.attendees if person in people]
        rival = problem.trip.items.index(problem.trip.item_by_id[session.item])
        busy[[p for p in places if may_go(problem, rival, p, problem.minutes(session.start))]] += 1
    new = np.ones(problem.people, dtype=np.int64)
    new[list(guests)] = 0
    return max(_by_people(problem, data, start, busy, new), _by_groups(problem, data, start, rivals))


def _by_people(problem: Problem, data: ItemData, start: int, busy: IntArray, new: IntArray) -> int:
    """Return what those give up, at least, who have to go: everyone, or as many as the host wants."""
    if data.for_all:
        here = [
            block.index
            for block in problem.blocks
            if block.start_lo <= start < block.start_hi and data.index in problem.items_in[block.index]
        ]
        if not here:
            return 0
        due = np.flatnonzero(obliged_to(problem, here[0], data.index))
        return int(busy[due].sum())
    able = [person for person in range(problem.people) if may_go(problem, data.index, person, start)]
    costs = sorted(int(busy[person] + new[person]) for person in able)
    return sum(costs[: max(1, data.min_people)])


def _by_groups(problem: Problem, data: ItemData, start: int, rivals: list[Session]) -> int:
    """Return how many people are at least in a session that has to go because all groups are out."""
    base = next((block.base for block in problem.blocks if block.start_lo <= start < block.start_hi), None)
    if base is None or data.place == base:
        return 0
    place = {each.id: number for number, each in enumerate(problem.trip.places)}
    at_once = [
        session
        for session in rivals
        if place[session.place] not in (base, data.place)
        and problem.minutes(session.start) <= start < problem.minutes(session.end)
    ]
    if len(at_once) < len(problem.seats):
        return 0
    return min(len(session.attendees) for session in at_once)


def _stands(problem: Problem, session: Session) -> bool:
    """Whether a session could stay but for the item that is in its way."""
    item = problem.trip.item_by_id.get(session.item)
    return item is not None and may_be(
        problem, problem.trip.items.index(item), problem.minutes(session.start)
    )


def _clashes(problem: Problem, session: Session, data: ItemData, start: int, ways: IntArray) -> bool:
    """Whether nobody can be in a published session and at the item too."""
    item = problem.trip.item_by_id.get(session.item)
    if item is None or item.id == problem.trip.items[data.index].id:
        return False
    other = problem.items[problem.trip.items.index(item)]
    begins = problem.minutes(session.start)
    there, away = int(ways[data.place, other.place]), int(ways[other.place, data.place])
    leaves = begins + other.duration + other.after
    return (
        leaves + away > start - data.before
        and start + data.duration + data.after + there > begins - other.before
    )
