"""How early a tour may leave and how late it may return, given the other blocks' tours (rule H9)."""

from geleit.domain.kinds import DayPart, Meal
from geleit.planner.problem import ALWAYS, NEVER, Block, MealRoom
from geleit.planner.timetable.patterns import Limits
from geleit.planner.timetable.plan import Plan, Run


def limits_of(plan: Plan, index: int) -> tuple[Limits, ...]:
    """Return the limits of a block's tours; an evening has two: dinner before the tour, or after it."""
    block = plan.problem.blocks[index]
    lo = max(block.lo, _rested(plan, block))
    hi = min(block.hi, _before_next_day(plan, block))
    if block.parts[-1] is DayPart.EVENING:
        return _evening(plan, block, lo, hi)
    meal_hi = min([hi, *(_latest_before_evening(block, run) for run in _runs(plan, block, DayPart.EVENING))])
    meal_hi = min(meal_hi, _last_for(block.dinner))
    if block.parts == (DayPart.MORNING,):
        return (_morning(plan, block, lo, meal_hi),)
    if block.is_long:
        return (Limits(ALWAYS, NEVER, lo, meal_hi),)
    return (_afternoon(plan, block, lo, meal_hi),)


def _morning(plan: Plan, block: Block, lo: int, hi: int) -> Limits:
    need = block.lunch.need_min if block.lunch else 0
    meal_hi, own_hi = hi, min(hi, _last_for(block.lunch))
    for run in _runs(plan, block, DayPart.AFTERNOON):
        meal_hi = min(meal_hi, run.pattern.out)
        own_hi = min(own_hi, run.pattern.out - (0 if Meal.LUNCH in run.pattern.meals else need))
    return Limits(lo, own_hi, lo, meal_hi)


def _afternoon(plan: Plan, block: Block, lo: int, hi: int) -> Limits:
    need = block.lunch.need_min if block.lunch else 0
    own_lo = max(lo, block.lunch.start + need if block.lunch else lo)
    meal_lo = lo
    for run in _runs(plan, block, DayPart.MORNING):
        meal_lo = max(meal_lo, run.pattern.back)
        own_lo = max(own_lo, run.pattern.back + (0 if Meal.LUNCH in run.pattern.meals else need))
    return Limits(own_lo, hi, meal_lo, hi)


def _evening(plan: Plan, block: Block, lo: int, hi: int) -> tuple[Limits, ...]:
    by_day = (DayPart.MORNING, DayPart.AFTERNOON)
    back = max([lo, *(run.pattern.back for part in by_day for run in _runs(plan, block, part))])
    if block.dinner is None:
        return (Limits(back, hi, back, hi),)
    before = max(back, block.dinner.start) + block.dinner.need_min
    after = min(hi, _last_for(block.dinner))
    return Limits(before, hi, back, hi), Limits(back, after, ALWAYS, NEVER)


def _latest_before_evening(block: Block, run: Run) -> int:
    dinner = block.dinner
    if dinner is None or Meal.DINNER in run.pattern.meals or run.pattern.back <= _last_for(dinner):
        return run.pattern.out
    return run.pattern.out - dinner.need_min


def _last_for(room: MealRoom | None) -> int:
    """Return the latest minute at which the meal can still begin."""
    return room.end - room.need_min if room else ALWAYS


def _runs(plan: Plan, block: Block, part: DayPart) -> tuple[Run, ...]:
    """Return the runs of other blocks at the same station on the same day that fill a day part."""
    return tuple(
        run
        for other in plan.problem.blocks
        if other.index != block.index
        and other.day == block.day
        and part in other.parts
        and not (set(other.parts) & set(block.parts))
        for run in plan.runs[other.index]
    )


def _rested(plan: Plan, block: Block) -> int:
    problem = plan.problem
    rest = problem.trip.frame.rest_min
    ends = [
        run.pattern.back
        for other in problem.blocks
        if (block.day - other.day).days == 1
        for run in plan.runs[other.index]
    ]
    return max(ends, default=NEVER) + rest


def _before_next_day(plan: Plan, block: Block) -> int:
    problem = plan.problem
    rest = problem.trip.frame.rest_min
    starts = [
        run.pattern.out
        for other in problem.blocks
        if (other.day - block.day).days == 1
        for run in plan.runs[other.index]
    ]
    return min(starts, default=ALWAYS) - rest
