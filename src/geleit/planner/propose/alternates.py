"""Other times for a session at which the checker accepts everything else as it is."""

from geleit.domain.programme import Programme, Session
from geleit.planner.check import check_programme
from geleit.planner.propose.moves import HalfDay, MovableSession, Move
from geleit.planner.propose.records import Alternate

ALTERNATES = 2
CHECKED = 24
"""Moves of one session that the checker judges at most."""
CHECKED_A_HALF_DAY = 4
"""And of these for one half-day."""


def alternates_of(movable: MovableSession) -> tuple[Alternate, ...]:
    """Return times that the checker accepts, in different half-days where possible."""
    here = movable.half_day(movable.was)
    found: list[Alternate] = []
    seen: dict[HalfDay, int] = {}
    taken = {here}
    later: list[Move] = []
    checked = 0
    for move in sorted(movable.moves(), key=lambda move: _preference(movable, move, here)):
        if len(found) >= ALTERNATES or checked >= CHECKED:
            break
        if move.half_day in taken:
            later.append(move)
            continue
        if seen.get(move.half_day, 0) >= CHECKED_A_HALF_DAY:
            continue
        seen[move.half_day] = seen.get(move.half_day, 0) + 1
        checked += 1
        accepted = _accepted(movable, move)
        if accepted is not None:
            found.append(accepted)
            taken.add(move.half_day)
    for move in later:
        if len(found) >= ALTERNATES or checked >= CHECKED:
            break
        if all(movable.problem.minutes(other.start) != move.start for other in found):
            checked += 1
            accepted = _accepted(movable, move)
            found += [accepted] if accepted is not None else []
    return tuple(sorted(found, key=lambda alternate: alternate.start))


def _preference(movable: MovableSession, move: Move, here: HalfDay) -> tuple[bool, bool, int]:
    """Return what comes first: other half-days, the same people, near the proposed time."""
    return move.half_day == here, not move.has_same_people, abs(move.start - movable.was)


def _accepted(movable: MovableSession, move: Move) -> Alternate | None:
    """Return the alternate if the checker accepts it and nothing but this session has changed."""
    hand, session = movable.hand, movable.session
    programme = hand.template.programme(move.plan)
    if check_programme(hand.trip, programme, ruler=hand.template.ruler):
        return None
    others = _others(programme, session.item)
    if others != _others(hand.programme, session.item):
        return None
    start = movable.problem.instant(move.start)
    moved = [each for each in programme.sessions_of.get(session.item, ()) if each.start == start]
    old = [each for each in hand.programme.sessions_of[session.item] if each.id != session.id]
    new = [each for each in moved if not any(_is_same(each, other) for other in old)]
    kept = [each for each in programme.sessions_of.get(session.item, ()) if each not in new]
    if len(new) != 1 or len(kept) != len(old):
        return None
    if not all(any(_is_same(each, other) for other in old) for each in kept):
        return None
    day, part = move.half_day
    return Alternate(
        start=start,
        end=new[0].end,
        day=day,
        part=part,
        attendees=new[0].attendees,
        has_same_people=set(new[0].attendees) == set(session.attendees),
        programme=programme,
    )


def _is_same(one: Session, other: Session) -> bool:
    return (one.start, one.attendees) == (other.start, other.attendees)


def _others(programme: Programme, item: str) -> frozenset[tuple[object, ...]]:
    """Return all sessions but an item's, as people notice them."""
    return frozenset(
        (session.item, session.start, session.attendees)
        for session in programme.sessions
        if session.item != item
    )
