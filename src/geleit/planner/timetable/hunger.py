"""Who would miss a meal on a tour (rule H9).

That is asked of people who come or go during the meal's time, or wait outside while others eat, and of everyone where
the meal may be had at either of two stations; else the limits of the blocks leave room between the tours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from geleit.domain.kinds import Meal
from geleit.planner.problem import Block, BoolArray, IntArray, MealRoom, Problem
from geleit.planner.timetable.patterns import Pattern
from geleit.planner.timetable.plan import Plan, Run

Span = tuple[int, int]


def hungry(plan: Plan, block: Block, patterns: Sequence[Pattern], out: IntArray, back: IntArray) -> BoolArray:
    """Return who would miss a meal of the day on which tour, tours by people.

    Parameters
    ----------
    out, back
        Departure and return of each tour.
    """
    problem = plan.problem
    found = np.zeros((len(patterns), problem.people), dtype=np.bool_)
    for meal in Meal:
        rooms = problem.meal_rooms.get((block.day, meal), ())
        if not rooms:
            continue
        for person in _in_doubt(plan, block, meal, rooms):
            owed = [room for room in _own(problem, person, rooms) if room.end - room.start >= room.need_min]
            if not owed or any(feeds(problem, person, meal, run) for run in _others(plan, block, person)):
                continue
            fed = np.array([eats(problem, person, meal, pattern) for pattern in patterns], dtype=np.bool_)
            away = sorted((run.pattern.out, run.pattern.back) for run in _others(plan, block, person))
            found[:, person] |= ~fed & ~_has_time(away, owed, out, back)
    return found


def eats(problem: Problem, person: int, meal: Meal, pattern: Pattern) -> bool:
    """Whether the person has the meal on a tour: at a host's, or on the way."""
    if meal is Meal.LUNCH and pattern.lunch_after is not None:
        return True
    return any(
        problem.items[item].meal is meal and bool(problem.attends[item, person]) for item in pattern.items
    )


def feeds(problem: Problem, person: int, meal: Meal, run: Run) -> bool:
    """Whether a tour of a plan gives the person the meal."""
    return eats(problem, person, meal, run.pattern)


def _in_doubt(plan: Plan, block: Block, meal: Meal, rooms: Sequence[MealRoom]) -> Iterator[int]:
    """Yield the people whom the limits do not provide for."""
    problem = plan.problem
    if len(rooms) > 1:
        yield from range(problem.people)
        return
    first, last = min(room.start for room in rooms), max(room.end for room in rooms)
    comes_late = (problem.joins > first) & (problem.joins < last)
    leaves_early = (problem.leaves < last) & (problem.leaves > first)
    dishes = [item for item in problem.items_in[block.index] if problem.items[item].meal is meal]
    outside = (problem.member[dishes] & ~problem.attends[dishes]).any(axis=0)
    for other in problem.blocks:
        if other.day == block.day and other.index != block.index:
            for run in plan.runs[other.index]:
                left_out = [
                    person
                    for person in run.people
                    if meal in run.pattern.meals and not feeds(problem, person, meal, run)
                ]
                outside[left_out] = True
    yield from np.flatnonzero(comes_late | leaves_early | outside).tolist()


def _own(problem: Problem, person: int, rooms: Sequence[MealRoom]) -> Iterator[MealRoom]:
    for room in rooms:
        start, end = max(room.start, int(problem.joins[person])), min(room.end, int(problem.leaves[person]))
        yield replace(room, start=start, end=end)


def _others(plan: Plan, block: Block, person: int) -> Iterator[Run]:
    for other in plan.problem.blocks:
        if other.day == block.day and other.index != block.index:
            yield from (run for run in plan.runs[other.index] if person in run.people)


def _has_time(away: list[Span], owed: list[MealRoom], out: IntArray, back: IntArray) -> BoolArray:
    """Return beside which tours there is time for the meal, for someone who is also away at other times."""
    found = np.zeros(len(out), dtype=np.bool_)
    for room in owed:
        for start, end in gaps(away, room.start, room.end):
            before, after = np.minimum(out, end) - start, end - np.maximum(back, start)
            found |= np.maximum(before, after) >= room.need_min
    return found


def gaps(away: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Yield the pieces of a span in which nobody is away; ``away`` is in time order."""
    free = start
    for out, back in away:
        if min(out, end) > free:
            yield free, min(out, end)
        free = max(free, back)
    if free < end:
        yield free, end
