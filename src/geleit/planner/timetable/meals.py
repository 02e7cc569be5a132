"""Room for the meals that no item provides: a promise to people, not a gap."""

from collections.abc import Iterator
from dataclasses import dataclass

from geleit.domain.kinds import Meal
from geleit.domain.programme import MealBreak
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
            found: dict[_Seat, list[int]] = {}
            for person in range(problem.people):
                room = _room_for(plan, blocks, meal, person)
                if room is not None:
                    found.setdefault(room, []).append(person)
            for seat, people in sorted(found.items()):
                yield MealBreak(
                    day=day,
                    meal=meal,
                    start=problem.instant(seat.start),
                    end=problem.instant(seat.end),
                    place=problem.trip.places[seat.place].id,
                    people=tuple(sorted(problem.trip.delegates[person].id for person in people)),
                )


def _room_for(plan: Plan, blocks: list[Block], meal: Meal, person: int) -> _Seat | None:
    """Return when and where a person eats, or None where an item provides it or none is owed."""
    problem = plan.problem
    away: Busy = []
    host = max(blocks, key=lambda block: _length(block.lunch if meal is Meal.LUNCH else block.dinner))
    room = host.lunch if meal is Meal.LUNCH else host.dinner
    if room is None:
        return None
    for block in blocks:
        for run in plan.runs[block.index]:
            if person not in run.people:
                continue
            if meal is Meal.LUNCH and run.pattern.lunch_after is not None and block.lunch:
                return _lunch_on_the_way(problem, block, run)
            if eats(problem, person, meal, run.pattern):
                return None
            away.append((run.pattern.out, run.pattern.back))
    joins, leaves = int(problem.joins[person]), int(problem.leaves[person])
    lo, hi = max(room.start, joins), min(room.end, leaves)
    preferred = _preferred(problem, host, meal)
    options = [
        (abs(start - preferred), start)
        for opens, closes in gaps(sorted(away), lo, hi)
        if (start := max(opens, min(preferred, closes - room.need_min))) + room.need_min <= closes
    ]
    if not options:
        return None
    start = min(options)[1]
    return _Seat(start, start + room.need_min, host.base)


def _lunch_on_the_way(problem: Problem, block: Block, run: Run) -> _Seat:
    number = run.pattern.lunch_after or 0
    data = problem.items[run.pattern.items[number]]
    lunch = block.lunch
    if lunch is None:
        raise AssertionError("a tour with lunch on the way lies on a day that has room for lunch")
    start = max(run.pattern.starts[number] + data.duration + data.after, lunch.start)
    return _Seat(start, start + lunch.need_min, data.place)


def _length(room: MealRoom | None) -> int:
    return room.end - room.start if room else -1


def _preferred(problem: Problem, block: Block, meal: Meal) -> int:
    room = block.lunch if meal is Meal.LUNCH else block.dinner
    frame = problem.trip.frame
    span = frame.lunch if meal is Meal.LUNCH else frame.dinner
    opens = (room.end if room else 0) - span.end_min
    return opens + PREFERRED_MIN[meal]
