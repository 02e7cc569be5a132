"""The smallest change that brings an item in: a tour takes it along, divides for it, or is made by who is free."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from geleit.planner.problem import Block, BoolArray, Problem
from geleit.planner.timetable.limits import leeway_of
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan, Run
from geleit.planner.timetable.read import locked_in, pattern_at

STEP_MIN = 15


def insertions(plan: Plan, item: int) -> Iterator[Plan]:
    """Yield plans with a session of the item in which every other session keeps its time.

    What they leave undecided (groups, guides, interpreters, meals) is for the checker to judge.
    """
    problem = plan.problem
    if problem.items[item].for_all:
        return
    for block in problem.blocks_of[item]:
        here = problem.blocks[block]
        leeway = leeway_of(plan, block)
        taken = sum(len(plan.runs[other]) for other in plan.conflicting(block)) + len(plan.runs[block])
        has_group = taken < len(problem.seats)
        for start in _starts(problem, item, here):
            for number, run in enumerate(plan.runs[block]):
                longer = _with(problem, here, run.pattern, item, start)
                if longer is not None and run.people:
                    barred = leeway.barred([longer], here)[0]
                    yield from _taken_along(plan, (block, number), longer, item, barred, has_group=has_group)
            alone = pattern_at(problem, here, (item,), (start,))
            if alone is not None and has_group and not here.is_long and _fits(here, alone):
                made = _by_the_free(plan, block, alone, item, leeway.barred([alone], here)[0])
                yield from [made] if made is not None else []


def _starts(problem: Problem, item: int, block: Block) -> list[int]:
    data = problem.items[item]
    if data.fixed:
        return [start for start in data.fixed if block.start_lo <= start < block.start_hi]
    return sorted(
        {
            start
            for opens, closes in data.spans
            for start in range(opens, closes - data.duration + 1, STEP_MIN)
            if block.start_lo <= start < block.start_hi
        }
    )


def _with(problem: Problem, block: Block, pattern: Pattern, item: int, start: int) -> Pattern | None:
    """Return a tour with one more session; the others keep their times."""
    if item in pattern.items:
        return None
    visits = sorted([*zip(pattern.starts, pattern.items, strict=True), (start, item)])
    place = visits.index((start, item))
    lunch = pattern.lunch_after
    lunch = None if lunch is None else lunch + (place <= lunch)
    items, starts = tuple(other for _, other in visits), tuple(at for at, _ in visits)
    found = pattern_at(problem, block, items, starts, lunch)
    return found if found is not None and _fits(block, found) else None


def _fits(block: Block, pattern: Pattern) -> bool:
    return block.lo <= pattern.out and pattern.back <= block.hi


def _taken_along(
    plan: Plan,
    tour: tuple[int, int],
    longer: Pattern,
    item: int,
    barred: BoolArray,
    *,
    has_group: bool,
) -> Iterator[Plan]:
    """Yield the plan with a whole tour taking the item along, or with those of its people alone who gain most."""
    (block, number), problem = tour, plan.problem
    run = plan.runs[block][number]
    data, attends = problem.items[item], problem.attends[item]
    able = [person for person in run.people if problem.member[item, person] and not barred[person]]
    inside = [person for person in able if attends[person]]
    runs = list(plan.runs[block])
    if len(able) == len(run.people) and len(inside) <= data.cap:
        if _suffice(problem, item, inside):
            runs[number] = replace(
                run, pattern=longer, locked=locked_in(problem, longer, run.people, run.guide)
            )
            yield plan.with_runs({block: tuple(runs)})
        return
    if not has_group or run.group is not None:
        return
    party = _party(problem, item, inside)
    rest = tuple(person for person in run.people if person not in party)
    if not _suffice(problem, item, sorted(party)) or not rest:
        return
    guides = set(problem.guides)
    own = run.guide if run.guide in party else min(guides & party, default=None)
    other = run.guide if run.guide in rest else min(guides & set(rest), default=None)
    members = tuple(sorted(party))
    runs[number] = replace(run, people=rest, guide=other, locked=locked_in(problem, run.pattern, rest, other))
    runs.append(Run(longer, members, own, locked_in(problem, longer, members, own)))
    yield plan.with_runs({block: tuple(runs)})


def _by_the_free(plan: Plan, block: int, alone: Pattern, item: int, barred: BoolArray) -> Plan | None:
    """Return the plan with a tour to the item alone, made by people who have nothing else then."""
    problem = plan.problem
    busy = plan.busy(block) | {person for run in plan.runs[block] for person in run.people}
    free = [
        person
        for person in np.flatnonzero(problem.attends[item]).tolist()
        if person not in busy
        and not barred[person]
        and problem.joins[person] <= alone.out
        and alone.back <= problem.leaves[person]
    ]
    party = _party(problem, item, free)
    guides = set(problem.guides) & set(free)
    guide = min(guides & party, default=min(guides, default=None)) if alone.moves else None
    if guide is not None and guide not in party:
        party = (
            (party - {min(party, key=lambda p: int(problem.worth[item, p]))}) | {guide} if party else party
        )
    if not _suffice(problem, item, sorted(party)):
        return None
    members = tuple(sorted(party))
    run = Run(alone, members, guide, locked_in(problem, alone, members, guide))
    return plan.with_runs({block: (*plan.runs[block], run)})


def _party(problem: Problem, item: int, people: list[int]) -> set[int]:
    """Return who goes in: those who must, a head where one is needed, then those to whom it is worth most."""
    data = problem.items[item]
    must = set(data.required | data.pinned) & set(people)
    if data.needs_head:
        must |= set(list(set(problem.heads) & set(people))[:1])
    seats = max((seats for _, seats in problem.seats), default=0)
    most = min(data.cap, seats)
    ranked = sorted(set(people) - must, key=lambda person: (-int(problem.worth[item, person]), person))
    return must | set(ranked[: max(0, most - len(must))])


def _suffice(problem: Problem, item: int, inside: list[int]) -> bool:
    data = problem.items[item]
    has_head = not data.needs_head or not set(inside).isdisjoint(problem.heads)
    there = (data.required | data.pinned) <= set(inside)
    return has_head and there and max(1, data.min_people) <= len(inside) <= data.cap
