"""Read a programme back as a plan: the inverse of ``build``.

Each group's day part becomes a tour of that very group, so that whoever is not concerned by a later change stays in
the group they were told. What the problem has no place for is left out and named: a session where the delegation is
no longer at the station, of an item or with people that the trip no longer has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from geleit.domain.kinds import DayPart, Meal
from geleit.domain.programme import GroupPart, Programme, Session, Transfer
from geleit.domain.stays import day_part_of
from geleit.planner.problem import Block, Problem
from geleit.planner.timetable.patterns import Enumeration, Limits, Pattern
from geleit.planner.timetable.plan import Plan, Plenary, Run

_NO_LIMITS = Limits(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Read:
    """A programme as a plan.

    Parameters
    ----------
    left_out
        Ids of the sessions that have no place in the plan, in the programme's order.
    """

    plan: Plan
    left_out: tuple[str, ...]


def read_plan(problem: Problem, programme: Programme) -> Read:
    """Return the plan that a programme was built of, or would be.

    Parameters
    ----------
    problem
        Compiled with the programme's legs. Its trip need not be the one that the programme was made for: what has
        gone since is left out.
    programme
        Any programme; one of ``build_programme`` comes out of its plan again as it was.
    """
    return _Reading(problem, programme).run()


@dataclass(frozen=True, slots=True)
class _Part:
    """What a group does in a day part, or from morning to afternoon."""

    day: date
    parts: tuple[DayPart, ...]
    group: str | None
    members: tuple[str, ...]
    guide: str | None
    sessions: tuple[Session, ...]


class _Reading:
    def __init__(self, problem: Problem, programme: Programme) -> None:
        self.problem, self.trip, self.programme = problem, problem.trip, programme
        self.items = {item.id: number for number, item in enumerate(self.trip.items)}
        self.people = {person.id: number for number, person in enumerate(self.trip.delegates)}
        self.blocks = {(block.day, block.parts, block.station): block for block in problem.blocks}
        self.placed: set[str] = set()

    def run(self) -> Read:
        runs: list[list[Run]] = [[] for _ in self.problem.blocks]
        for part in (*self._parts(), *self._ungrouped()):
            found = self._run(part)
            if found is not None:
                block, run = found
                runs[block.index].append(run)
        plan = replace(Plan.empty(self.problem), runs=tuple(tuple(here) for here in runs))
        plan = replace(plan, plenaries=_plenaries(plan))
        left_out = [session.id for session in self.programme.sessions if session.id not in self.placed]
        return Read(plan, tuple(left_out))

    # -- what a group does -----------------------------------------------------------------------------------

    def _parts(self) -> Iterator[_Part]:
        """Yield what each group does, morning and afternoon as one where it is out from the one to the other."""
        sessions = self._sessions_by_part()
        parts = {(part.day, part.group, part.part): part for part in self.programme.groups}
        for (day, group, part), here in sorted(
            parts.items(), key=lambda entry: (entry[0][0], _ORDER[entry[0][2]])
        ):
            own = sessions.get((day, group, part), ())
            if part is DayPart.AFTERNOON and self._is_long(parts, sessions, day, group):
                continue
            whole: tuple[DayPart, ...] = (part,)
            if part is DayPart.MORNING and self._is_long(parts, sessions, day, group):
                whole = (DayPart.MORNING, DayPart.AFTERNOON)
                own = (*own, *sessions.get((day, group, DayPart.AFTERNOON), ()))
            if own:
                yield _Part(day, whole, group, here.members, here.guide, own)

    def _ungrouped(self) -> Iterator[_Part]:
        """Yield the sessions of which no group's day part tells: people meet where they are, as at the hotel."""
        told = {(part.day, part.group, part.part) for part in self.programme.groups}
        found: dict[tuple[date, DayPart, tuple[str, ...]], list[Session]] = {}
        for session in sorted(self.programme.sessions, key=lambda session: (session.start, session.id)):
            if session.item not in self.items:
                continue
            day, part = day_part_of(self.trip, self._station(session), session.start)
            if not any((day, group, part) in told for group in session.groups):
                found.setdefault((day, part, session.attendees), []).append(session)
        for (day, part, people), sessions in found.items():
            yield _Part(day, (part,), None, people, None, tuple(sessions))

    def _sessions_by_part(self) -> Mapping[tuple[date, str, DayPart], tuple[Session, ...]]:
        found: dict[tuple[date, str, DayPart], tuple[Session, ...]] = {}
        for session in sorted(self.programme.sessions, key=lambda session: (session.start, session.id)):
            if session.item not in self.items:
                continue
            day, part = day_part_of(self.trip, self._station(session), session.start)
            for group in session.groups:
                found[day, group, part] = (*found.get((day, group, part), ()), session)
        return found

    def _is_long(
        self,
        parts: Mapping[tuple[date, str, DayPart], GroupPart],
        sessions: Mapping[tuple[date, str, DayPart], tuple[Session, ...]],
        day: date,
        group: str,
    ) -> bool:
        """Whether a group is out from morning to afternoon: the same people, and not back at the base between."""
        morning, afternoon = (parts.get((day, group, part)) for part in _BY_DAY)
        if morning is None or afternoon is None or morning.members != afternoon.members:
            return False
        early, late = (sessions.get((day, group, part), ()) for part in _BY_DAY)
        if not early or not late:
            return True
        if len({self._station(session) for session in (*early, *late)}) > 1:
            return False
        return self._eats_out(morning, early) or not self._comes_back(day, group, early[-1], late[0])

    def _station(self, session: Session) -> str:
        return self.trip.items[self.items[session.item]].station

    def _eats_out(self, part: GroupPart, sessions: tuple[Session, ...]) -> bool:
        """Whether a group has lunch where it was last, away from the base; only whole-day tours do."""
        away = {session.place for session in sessions} - {self.trip.base_of(self._station(sessions[0])).id}
        return any(
            (meal.day, meal.meal) == (part.day, Meal.LUNCH)
            and meal.place in away
            and not set(meal.people).isdisjoint(part.members)
            for meal in self.programme.meals
        )

    def _comes_back(self, day: date, group: str, last: Session, first: Session) -> bool:
        """Whether a group is at the base between two sessions, and its ways count with the parts that end there."""
        base = self.trip.base_of(self._station(last)).id
        rides = [ride for ride in self.programme.transfers if ride.day == day and ride.group == group]
        home = [ride for ride in rides if ride.destination == base and last.end <= ride.depart <= first.start]
        out = [ride for ride in rides if ride.origin == base and last.end <= ride.depart <= first.start]
        goes_home = last.place == base or _counts_with(home, DayPart.MORNING)
        return goes_home and (first.place == base or _counts_with(out, DayPart.AFTERNOON))

    # -- a tour --------------------------------------------------------------------------------------------------

    def _run(self, part: _Part) -> tuple[Block, Run] | None:
        stations = {self._station(session) for session in part.sessions}
        members = tuple(sorted(self.people[person] for person in part.members if person in self.people))
        block = self.blocks.get((part.day, part.parts, min(stations)))
        if len(stations) > 1 or block is None or not members:
            return None
        pattern = self._pattern(block, part)
        if pattern is None:
            return None
        self.placed |= {session.id for session in part.sessions}
        guide = self.people.get(part.guide) if part.guide else None
        return block, Run(pattern, members, guide, self._locked(pattern, members, guide), part.group)

    def _pattern(self, block: Block, part: _Part) -> Pattern | None:
        items = tuple(self.items[session.item] for session in part.sessions)
        starts = tuple(self.problem.minutes(session.start) for session in part.sessions)
        return pattern_at(self.problem, block, items, starts, self._lunch_after(block, part))

    def _lunch_after(self, block: Block, part: _Part) -> int | None:
        """Return after which session of a whole-day tour there is lunch where the group is, or None."""
        if not block.is_long or block.lunch is None:
            return None
        for number, session in enumerate(part.sessions):
            data = self.problem.items[self.items[session.item]]
            left = self.problem.minutes(session.start) + data.duration + data.after
            begins = self.problem.instant(max(left, block.lunch.start))
            for meal in self.programme.meals:
                here = (meal.day, meal.meal, meal.start, meal.place)
                if here == (part.day, Meal.LUNCH, begins, session.place) and set(meal.people) & set(
                    part.members
                ):
                    return number
        return None

    def _locked(self, pattern: Pattern, members: tuple[int, ...], guide: int | None) -> frozenset[int]:
        return locked_in(self.problem, pattern, members, guide)


_BY_DAY = (DayPart.MORNING, DayPart.AFTERNOON)
_ORDER = {part: number for number, part in enumerate(DayPart)}


def pattern_at(
    problem: Problem,
    block: Block,
    items: tuple[int, ...],
    starts: tuple[int, ...],
    lunch_after: int | None = None,
) -> Pattern | None:
    """Return the tour that has these sessions at these times, whatever the windows say.

    None where one session begins before the way from the one before it is made, or lunch finds no room.
    """
    pattern = Enumeration(problem, block, _NO_LIMITS, {}).timed(items, starts, lunch_after)
    return pattern if pattern is not None and _fits_ways(problem, block, pattern) else None


def _fits_ways(problem: Problem, block: Block, pattern: Pattern) -> bool:
    left = pattern.out
    place = block.base
    for number, (item, start) in enumerate(zip(pattern.items, pattern.starts, strict=True)):
        data = problem.items[item]
        if left + int(problem.ride[place, data.place]) + data.before > start:
            return False
        place, left = data.place, start + data.duration + data.after
        if pattern.lunch_after == number and block.lunch:
            left = max(left, block.lunch.start) + block.lunch.need_min
    return True


def locked_in(
    problem: Problem, pattern: Pattern, members: tuple[int, ...], guide: int | None
) -> frozenset[int]:
    """Return the people without whom a tour could not be made: required ones, guide, head, interpreters."""
    there = set(members)
    found = {guide} if guide is not None else set()
    for item in pattern.items:
        data = problem.items[item]
        found |= (data.required | data.pinned) & there
        if data.needs_head:
            found |= {head for head in problem.heads if head in there and problem.attends[item, head]}
        inside = [person for person in members if problem.attends[item, person]]
        deaf = [person for person in inside if not problem.speaks[item, person]]
        found |= {
            interpreter
            for interpreter in problem.interpreters
            if interpreter in there
            and (interpreter, item) in problem.interprets
            and any(problem.interprets[interpreter, item][person] for person in deaf)
        }
    return frozenset(found)


def _counts_with(rides: list[Transfer], part: DayPart) -> bool:
    return any(ride.part is part for ride in rides)


def _plenaries(plan: Plan) -> tuple[tuple[Plenary, ...], ...]:
    """Return where the items for everyone lie, as the first plan would have placed them there."""
    problem = plan.problem
    homes: dict[int, dict[int, list[Run]]] = {}
    for block, runs in enumerate(plan.runs):
        for run in runs:
            for item in run.pattern.items:
                if problem.items[item].for_all:
                    homes.setdefault(item, {}).setdefault(block, []).append(run)
    found: list[list[Plenary]] = [[] for _ in problem.blocks]
    for item, by_block in homes.items():
        data = problem.items[item]
        for block, visitors in by_block.items():
            starts = tuple(sorted({run.pattern.starts[run.pattern.items.index(item)] for run in visitors}))
            kept = starts if data.together or data.only_fixed or len(starts) == 1 else ()
            people = frozenset(person for run in visitors for person in run.people)
            found[block].append(Plenary(item, kept, people if len(by_block) > 1 else None))
    return tuple(tuple(here) for here in found)
