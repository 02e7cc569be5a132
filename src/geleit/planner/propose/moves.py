"""Where else a session could lie: within its tour, alone, on another's tour, or on a part of one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from geleit.domain.kinds import DayPart
from geleit.domain.programme import Session
from geleit.domain.stays import day_part_of
from geleit.planner.repair.differences import is_there
from geleit.planner.repair.shorter import shortened
from geleit.planner.timetable.limits import leeway_of
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan, Plenary, Run
from geleit.planner.timetable.read import locked_in, pattern_at
from geleit.planner.why.force import InHand

STEP_MIN = 15
LEAST_SHARE = 0.6
"""Other people are an alternate where there are at least so many of them, as a share of those who go now."""
HalfDay = tuple[date, DayPart]


@dataclass(frozen=True, slots=True)
class Move:
    """A session's tours changed so that it begins at another time."""

    start: int
    half_day: HalfDay
    has_same_people: bool
    plan: Plan


class MovableSession:
    """One session that might lie elsewhere.

    Parameters
    ----------
    hand
        The programme as a plan, and the session's place in it.
    """

    def __init__(self, hand: InHand, session: Session) -> None:
        self.hand, self.session, self.problem = hand, session, hand.problem
        self.item = next(n for n, item in enumerate(hand.trip.items) if item.id == session.item)
        self.data = self.problem.items[self.item]
        self.was = self.problem.minutes(session.start)
        people = {person.id: number for number, person in enumerate(hand.trip.delegates)}
        self.people = frozenset(people[person] for person in session.attendees)
        self.homes = [
            (block, number)
            for block, runs in enumerate(hand.plan.runs)
            for number, run in enumerate(runs)
            if self.people & set(run.people)
            and (self.item, self.was) in zip(run.pattern.items, run.pattern.starts, strict=True)
        ]

    def half_day(self, start: int) -> HalfDay:
        """Return the day and part to which a start belongs."""
        return day_part_of(
            self.hand.trip, self.hand.trip.item_by_id[self.session.item].station, self.problem.instant(start)
        )

    def moves(self) -> Iterator[Move]:
        """Yield the session at every other time of its windows: within its tour, alone, or on another's tour."""
        if not self.homes or self.data.only_fixed:
            return
        lifted = self._lifted()
        for start in self._starts():
            yield from self._within_the_tour(start)
            if lifted is not None:
                yield from self._elsewhere(lifted, start)

    def _starts(self) -> Iterator[int]:
        seen = {self.was}
        for opens, closes in self.data.spans:
            for start in range(opens, closes - self.data.duration + 1, STEP_MIN):
                if start not in seen:
                    seen.add(start)
                    yield start

    def _within_the_tour(self, start: int) -> Iterator[Move]:
        """Yield the plan with the session at another time of the tours that it is in; their others keep theirs."""
        changes: dict[int, list[Run]] = {}
        for block, number in self.homes:
            runs = changes.setdefault(block, list(self.hand.plan.runs[block]))
            pattern = self._with(runs[number].pattern, block, start, without=True)
            if pattern is None:
                return
            runs[number] = replace(runs[number], pattern=pattern)
        plan = self.hand.plan.with_runs({block: tuple(runs) for block, runs in changes.items()})
        yield self._move(plan, start, has_same_people=True)

    def _with(self, pattern: Pattern, block: int, start: int, *, without: bool) -> Pattern | None:
        """Return a tour with the session at a time, in place of the one it has or besides what it has."""
        here = self.problem.blocks[block]
        if not here.start_lo <= start < here.start_hi:
            return None
        visits = list(zip(pattern.starts, pattern.items, strict=True))
        lunch = pattern.lunch_after
        if without:
            old = visits.index((self.was, self.item))
            del visits[old]
            lunch = None if lunch is None else lunch - (old <= lunch)
        elif any(item == self.item for _, item in visits):
            return None
        visits = sorted([*visits, (start, self.item)])
        place = visits.index((start, self.item))
        lunch = None if lunch is None else lunch + (place <= lunch)
        items, starts = tuple(item for _, item in visits), tuple(at for at, _ in visits)
        found = pattern_at(self.problem, here, items, starts, lunch)
        fits = found is not None and here.lo <= found.out and found.back <= here.hi
        return found if fits else None

    def _lifted(self) -> Plan | None:
        """Return the plan without the session; None where a tour's other sessions cannot stay without it."""
        changes: dict[int, list[Run | None]] = {}
        for block, number in self.homes:
            runs = changes.setdefault(block, list(self.hand.plan.runs[block]))
            run = self.hand.plan.runs[block][number]
            kept = [n for n, other in enumerate(run.pattern.items) if other != self.item]
            if not kept:
                runs[number] = None
                continue
            pattern = shortened(self.problem, self.problem.blocks[block], run.pattern, kept)
            if pattern is None:
                return None
            locked = locked_in(self.problem, pattern, run.people, run.guide)
            runs[number] = replace(run, pattern=pattern, locked=locked)
        plan = self.hand.plan.with_runs(
            {block: tuple(run for run in runs if run is not None) for block, runs in changes.items()}
        )
        plenaries = tuple(
            tuple(given for given in here if given.item != self.item) for here in plan.plenaries
        )
        return replace(plan, plenaries=plenaries)

    def _elsewhere(self, lifted: Plan, start: int) -> Iterator[Move]:
        whole = {
            person for block, number in self.homes for person in self.hand.plan.runs[block][number].people
        }
        for block in self.problem.blocks_of[self.item]:
            here = self.problem.blocks[block]
            if here.is_long or not here.start_lo <= start < here.start_hi:
                continue
            alone = self._with(_NOTHING, block, start, without=False)
            if alone is not None and self._may_go(lifted, block, alone, whole):
                yield self._alone(lifted, block, alone, start, whole)
            if not self.data.for_all:
                yield from self._on_another_tour(lifted, block, start)

    def _may_go(self, plan: Plan, block: int, pattern: Pattern, people: set[int]) -> bool:
        """Whether people have nothing else then, and a group is free."""
        if people & plan.busy(block) or any(people & set(run.people) for run in plan.runs[block]):
            return False
        out = sum(len(plan.runs[other]) for other in plan.conflicting(block)) + len(plan.runs[block])
        if pattern.moves and out >= len(self.problem.seats):
            return False
        members = sorted(people)
        if not all(is_there(self.problem, person, pattern.out, pattern.back) for person in members):
            return False
        barred = leeway_of(plan, block).barred([pattern], self.problem.blocks[block])
        return not barred[0, members].any()

    def _alone(self, plan: Plan, block: int, pattern: Pattern, start: int, people: set[int]) -> Move:
        home, number = self.homes[0]
        old = self.hand.plan.runs[home][number]
        members = tuple(sorted(people))
        guide = old.guide if old.guide in people else min(set(self.problem.guides) & people, default=None)
        locked = locked_in(self.problem, pattern, members, guide)
        run = Run(pattern, members, guide, locked, old.group if self.data.group else None)
        made = plan.with_runs({block: (*plan.runs[block], run)})
        if self.data.for_all:
            given = list(made.plenaries)
            given[block] = (*given[block], Plenary(self.item, (start,)))
            made = replace(made, plenaries=tuple(given))
        return self._move(made, start, has_same_people=True)

    def _on_another_tour(self, plan: Plan, block: int, start: int) -> Iterator[Move]:
        """Yield the session taken in by another tour, for its people."""
        for number, run in enumerate(plan.runs[block]):
            yield from self._apart_from(plan, block, number, start)
            inside = [person for person in run.people if self.problem.attends[self.item, person]]
            may_come = all(self.problem.member[self.item, list(run.people)])
            if not may_come or not self.data.min_people <= len(inside) <= self.data.cap:
                continue
            if len(inside) < LEAST_SHARE * len(self.people):
                continue
            if not (self.data.required | self.data.pinned) <= set(inside):
                continue
            pattern = self._with(run.pattern, block, start, without=False)
            if pattern is None:
                continue
            barred = leeway_of(plan, block).barred([pattern], self.problem.blocks[block])
            if barred[0, list(run.people)].any():
                continue
            locked = locked_in(self.problem, pattern, run.people, run.guide)
            runs = list(plan.runs[block])
            runs[number] = replace(run, pattern=pattern, locked=locked)
            same = set(inside) == set(self.people)
            yield self._move(plan.with_runs({block: tuple(runs)}), start, has_same_people=same)

    def _apart_from(self, plan: Plan, block: int, number: int, start: int) -> Iterator[Move]:
        """Yield a tour divided: the session's people take it along, the others make the tour as it is."""
        run = plan.runs[block][number]
        party = tuple(person for person in run.people if person in self.people)
        rest = tuple(person for person in run.people if person not in self.people)
        taken = sum(len(plan.runs[other]) for other in plan.conflicting(block)) + len(plan.runs[block])
        if len(party) < len(self.people) or not rest or run.group or taken >= len(self.problem.seats):
            return
        pattern = self._with(run.pattern, block, start, without=False)
        if (
            pattern is None
            or leeway_of(plan, block).barred([pattern], self.problem.blocks[block])[0, list(party)].any()
        ):
            return
        runs = list(plan.runs[block])
        runs[number] = self._crewed(run.pattern, rest, run.guide)
        runs.append(self._crewed(pattern, party, run.guide))
        yield self._move(plan.with_runs({block: tuple(runs)}), start, has_same_people=True)

    def _crewed(self, pattern: Pattern, people: tuple[int, ...], guide: int | None) -> Run:
        """Return a tour with a guide of its own people, where it has one."""
        own = guide if guide in people else min(set(self.problem.guides) & set(people), default=None)
        return Run(pattern, people, own, locked_in(self.problem, pattern, people, own))

    def _move(self, plan: Plan, start: int, *, has_same_people: bool) -> Move:
        return Move(start, self.half_day(start), has_same_people, plan)


_NOTHING = Pattern((), (), 0, 0, 0, 0, vehicle=False, moves=False, meals=frozenset())
