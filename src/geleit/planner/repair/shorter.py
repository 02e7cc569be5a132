"""Tours made of those there are: with fewer sessions, or with one more."""

from collections.abc import Iterator
from itertools import combinations

from geleit.planner.problem import Block, Problem
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan
from geleit.planner.timetable.read import pattern_at


def shortened(problem: Problem, block: Block, pattern: Pattern, kept: list[int]) -> Pattern | None:
    """Return a tour with some of its sessions at their times; lunch on the way stays where it can."""
    if len(kept) == len(pattern.items):
        return pattern
    items = tuple(pattern.items[number] for number in kept)
    starts = tuple(pattern.starts[number] for number in kept)
    if pattern.lunch_after is None:
        return pattern_at(problem, block, items, starts)
    before = sum(number <= pattern.lunch_after for number in kept) - 1
    for after in dict.fromkeys((max(0, before), *range(len(kept)), None)):
        found = pattern_at(problem, block, items, starts, after)
        if found is not None:
            return found
    return None


def subtours(plan: Plan, block: int) -> Iterator[Pattern]:
    """Yield the tours of a block with some of their sessions left out."""
    here = plan.problem.blocks[block]
    for run in plan.runs[block]:
        count = len(run.pattern.items)
        for size in range(count - 1, 0, -1):
            for kept in combinations(range(count), size):
                pattern = shortened(plan.problem, here, run.pattern, list(kept))
                if pattern is not None:
                    yield pattern


def insertions(plan: Plan, item: int, frozen: frozenset[int]) -> Iterator[tuple[int, Pattern]]:
    """Yield tours of the plan that take in one more session at a time of its own, with their blocks.

    The other sessions of the tour keep their times; so does a tour to that item alone.
    """
    problem = plan.problem
    data = problem.items[item]
    for block in problem.blocks_of[item]:
        here = problem.blocks[block]
        starts = data.fixed or tuple(problem.starts(item, here, here.lo))
        if block in frozen:
            continue
        for start in starts:
            if not here.start_lo <= start < here.start_hi:
                continue
            alone = pattern_at(problem, here, (item,), (start,))
            if alone is not None and not here.is_long and here.lo <= alone.out and alone.back <= here.hi:
                yield block, alone
            for run in plan.runs[block]:
                if item in run.pattern.items:
                    continue
                visits = sorted([*zip(run.pattern.starts, run.pattern.items, strict=True), (start, item)])
                place = [number for _, number in visits].index(item)
                lunch = run.pattern.lunch_after
                if lunch is not None and place <= lunch:
                    lunch += 1
                longer = pattern_at(
                    problem, here, tuple(i for _, i in visits), tuple(s for s, _ in visits), lunch
                )
                if longer is not None and here.lo <= longer.out and longer.back <= here.hi:
                    yield block, longer
