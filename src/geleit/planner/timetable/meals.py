"""Room for the meals that no item provides: a promise to people, not a gap."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from geleit.domain.kinds import Meal
from geleit.domain.programme import MealBreak
from geleit.domain.windows import at
from geleit.planner.problem import Block, MealRoom, Problem
from geleit.planner.timetable.hunger import eats, gaps
from geleit.planner.timetable.plan import Plan, Run

PREFERRED_MIN = {Meal.LUNCH: 12 * 60 + 30, Meal.DINNER: 19 * 60}
"""When a meal that nothing else decides begins, in minutes after local midnight."""

Busy = list[tuple[int, int]]


@dataclass(frozen=True, slots=True, order=True)
class _Seat:
    start: int
    end: int
    place: int


def meal_breaks(plan: Plan) -> Iterator[MealBreak]:
    """Yield room for the meals that no item provides, people with the same room together."""
    problem = plan.problem
    for day in sorted({block.day for block in problem.blocks}):
        blocks = [block for block in problem.blocks if block.day == day]
        for meal in Meal:
            for seat, people in sorted(_seated(plan, blocks, meal).items()):
                yield MealBreak(
                    day=day,
                    meal=meal,
                    start=problem.instant(seat.start),
                    end=problem.instant(seat.end),
                    place=problem.trip.places[seat.place].id,
                    people=tuple(sorted(problem.trip.delegates[person].id for person in people)),
                )


def _seated(plan: Plan, blocks: list[Block], meal: Meal) -> dict[_Seat, list[int]]:
    """Return who eats when and where: as many as possible together, at the usual time where nothing decides."""
    problem, day = plan.problem, blocks[0].day
    found: dict[_Seat, list[int]] = {}
    seated: set[int] = set()
    for room in problem.meal_rooms.get((day, meal), ()):
        hungry: dict[int, list[tuple[int, int]]] = {}
        for person in range(problem.people):
            on_the_way, free = _room_for(plan, blocks, meal, person, room)
            if on_the_way is not None and person not in seated:
                found.setdefault(on_the_way, []).append(person)
                seated.add(person)
            elif free and person not in seated:
                hungry[person] = free
        seated |= hungry.keys()
        preferred = _preferred(problem, room, day, meal)
        while hungry:
            start = _best_start(hungry, preferred)
            seat = _Seat(start, start + room.need_min, room.base)
            here = [
                person
                for person, free in hungry.items()
                if any(first <= start <= last for first, last in free)
            ]
            found.setdefault(seat, []).extend(here)
            for person in here:
                del hungry[person]
    return found


def _best_start(hungry: Mapping[int, list[tuple[int, int]]], preferred: int) -> int:
    """Return the start at which most people can eat, nearest to the usual time."""
    spans = [span for free in hungry.values() for span in free]
    candidates = {preferred, *(edge for span in spans for edge in span)}

    def rank(start: int) -> tuple[int, int, int]:
        able = sum(any(first <= start <= last for first, last in free) for free in hungry.values())
        return able, -abs(start - preferred), -start

    return max(candidates, key=rank)


def _room_for(
    plan: Plan, blocks: list[Block], meal: Meal, person: int, room: MealRoom
) -> tuple[_Seat | None, list[tuple[int, int]]]:
    """Return a person's seat on the way, if any, and the spans in which a meal at the base could begin.

    Neither where an item provides the meal or none is owed.
    """
    problem = plan.problem
    away: Busy = []
    for block in blocks:
        for run in plan.runs[block.index]:
            if person not in run.people:
                continue
            if meal is Meal.LUNCH and run.pattern.lunch_after is not None and block.lunch:
                return _lunch_on_the_way(problem, block, run), []
            if eats(problem, person, meal, run.pattern):
                return None, []
            away.append((run.pattern.out, run.pattern.back))
    joins, leaves = int(problem.joins[person]), int(problem.leaves[person])
    lo, hi = max(room.start, joins), min(room.end, leaves)
    free = [(opens, closes - room.need_min) for opens, closes in gaps(sorted(away), lo, hi)]
    return None, [(first, last) for first, last in free if first <= last]


def _lunch_on_the_way(problem: Problem, block: Block, run: Run) -> _Seat:
    number = run.pattern.lunch_after or 0
    data = problem.items[run.pattern.items[number]]
    lunch = block.lunch
    if lunch is None:
        raise AssertionError("a tour with lunch on the way lies on a day that has room for lunch")
    start = max(run.pattern.starts[number] + data.duration + data.after, lunch.start)
    return _Seat(start, start + lunch.need_min, data.place)


def _preferred(problem: Problem, room: MealRoom, day: date, meal: Meal) -> int:
    """Return when people usually eat, on the clock of the place."""
    return problem.minutes(at(day, PREFERRED_MIN[meal], problem.trip.places[room.base].zone))
