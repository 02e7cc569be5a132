"""What changes for whom, and what the changes force whatever is done."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import groupby

from geleit.domain.programme import Programme, Session
from geleit.domain.stays import day_part_of
from geleit.domain.trip import Trip
from geleit.planner.problem import Problem
from geleit.planner.repair.records import DayChange, Differences, SessionChange

Agenda = Mapping[str, frozenset[datetime]]
"""One person's appointments: by item, its starts."""


def differences(
    before: Trip,
    published: Programme,
    after: Trip,
    repaired: Programme,
    uncounted: frozenset[str] = frozenset(),
) -> Differences:
    """Return what a programme does otherwise than the published one.

    Parameters
    ----------
    before, after
        The trip without and with the changes.
    uncounted
        Delegates whose own changes are no matter of the repair: who cancelled.
    """
    days = tuple(
        day
        for person in sorted((before.delegate_by_id.keys() & after.delegate_by_id.keys()) - uncounted)
        for day in _day_changes(before, after, person, agenda(published, person), agenda(repaired, person))
    )
    was, now = set(published.sessions_of), set(repaired.sessions_of)
    return Differences(
        sessions=tuple(_session_changes(published, repaired)),
        days=days,
        people_affected=len({day.delegate for day in days}),
        changes=sum(len(day.lost) + len(day.gained) + len(day.moved) for day in days),
        items_lost=tuple(sorted(was - now)),
        items_gained=tuple(sorted(now - was)),
    )


def agenda(programme: Programme, person: str) -> Agenda:
    """Return a person's appointments."""
    found: dict[str, frozenset[datetime]] = {}
    for session in programme.sessions_by_delegate.get(person, ()):
        found[session.item] = found.get(session.item, frozenset()) | {session.start}
    return found


def _session_changes(published: Programme, repaired: Programme) -> list[SessionChange]:
    was = {session.id: session for session in published.sessions}
    now = {session.id: session for session in repaired.sessions}
    found: list[SessionChange] = []
    for name in sorted(was.keys() | now.keys()):
        old, new = was.get(name), now.get(name)
        if old is not None and new is not None and old.start == new.start:
            continue
        item = (new or old or _none()).item
        found.append(
            SessionChange(
                session=name, item=item, was=old.start if old else None, start=new.start if new else None
            )
        )
    return sorted(found, key=lambda change: (change.start or change.was or _NEVER, change.session))


_NEVER = datetime.max.replace(tzinfo=UTC)


def _none() -> Session:
    raise AssertionError("a session is in one of the programmes")


def _day_changes(before: Trip, after: Trip, person: str, old: Agenda, new: Agenda) -> list[DayChange]:
    """Return what changes for one person, by day: an item at another time counts once, as moved."""
    entries: list[tuple[date, datetime, str, str]] = []
    for item in sorted(old.keys() | new.keys()):
        gone = sorted(old.get(item, frozenset()) - new.get(item, frozenset()))
        come = sorted(new.get(item, frozenset()) - old.get(item, frozenset()))
        trip = after if item in after.item_by_id else before
        for number in range(max(len(gone), len(come))):
            start = come[number] if number < len(come) else gone[number]
            kind = "gained" if number >= len(gone) else "lost" if number >= len(come) else "moved"
            day, _ = day_part_of(trip, trip.item_by_id[item].station, start)
            entries.append((day, start, kind, item))
    entries.sort()
    found: list[DayChange] = []
    for day, here in groupby(entries, key=lambda entry: entry[0]):
        listed = list(here)
        found.append(
            DayChange(
                delegate=person,
                day=day,
                lost=tuple(item for _, _, kind, item in listed if kind == "lost"),
                gained=tuple(item for _, _, kind, item in listed if kind == "gained"),
                moved=tuple(item for _, _, kind, item in listed if kind == "moved"),
            )
        )
    return found


def forced_changes(
    problem: Problem, published: Programme, now: int, uncounted: frozenset[str] = frozenset()
) -> int:
    """Return how many appointments cannot stay as they are, whatever is done.

    One that has no place any more (item, time, person), those of a session whose required people cannot come, and
    those beyond a host's cap. What began before ``now`` stays.
    """
    items = {item.id: number for number, item in enumerate(problem.trip.items)}
    people = {
        person.id: number
        for number, person in enumerate(problem.trip.delegates)
        if person.id not in uncounted
    }
    forced = 0
    staying: dict[tuple[int, int], int] = {}
    for session in published.sessions:
        start = problem.minutes(session.start)
        going = [people[person] for person in session.attendees if person in people]
        if start < now:
            continue
        forced += len(going)
        item = items.get(session.item)
        if item is not None and can_stay(problem, item, start):
            able = sum(may_go(problem, item, person, start) for person in going)
            staying[item, start] = staying.get((item, start), 0) + able
    return forced - sum(min(able, most_at(problem, *at)) for at, able in staying.items())


def can_stay(problem: Problem, item: int, start: int) -> bool:
    """Whether an item may have a session then, with the people whom it requires."""
    data = problem.items[item]
    return may_be(problem, item, start) and all(
        problem.attends[item, person] and is_there(problem, person, start, start + data.duration)
        for person in data.required
    )


def most_at(problem: Problem, item: int, start: int) -> int:
    """Return how many people an item takes at one time, in all sessions that it may have then."""
    data = problem.items[item]
    sessions = data.fixed.count(start) if data.only_fixed else data.sessions_max
    return data.cap * (1 if data.together else max(1, sessions))


def may_be(problem: Problem, item: int, start: int) -> bool:
    """Whether an item may have a session then, as far as its host and the delegation's way are concerned."""
    data = problem.items[item]
    if data.only_fixed or start in data.fixed:
        return start in data.fixed
    return any(opens <= start and start + data.duration <= closes for opens, closes in data.spans)


def may_go(problem: Problem, item: int, person: int, start: int) -> bool:
    """Whether a person may be in a session then."""
    end = start + problem.items[item].duration
    return bool(problem.attends[item, person]) and is_there(problem, person, start, end)


def is_there(problem: Problem, person: int, start: int, end: int) -> bool:
    """Whether a person is with the delegation."""
    return bool(problem.joins[person] <= start and end <= problem.leaves[person])
