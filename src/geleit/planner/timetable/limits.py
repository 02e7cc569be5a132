"""How early a tour may leave and how late it may return (rule H9).

Limits hold for a block whatever is planned elsewhere, but for items for everyone, which bind everyone. What a person's
own tours leave open, and when a group's vehicle is free, is ``Leeway``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geleit.domain.kinds import DayPart, Meal
from geleit.planner.problem import ALWAYS, NEVER, Block, BoolArray, IntArray, MealRoom
from geleit.planner.timetable.patterns import Limits, Pattern
from geleit.planner.timetable.plan import Plan, Run

LATER_STARTS = 4
LATER_BY_MIN = 30
LATER_EVENING_MIN = 60
"""An afternoon's tours are also listed with this much later departures, so that late mornings find a successor."""


def limits_of(plan: Plan, index: int) -> tuple[Limits, ...]:
    """Return the limits of a block's tours.

    An evening has two, dinner before the tour or after it; an afternoon one for each time it may begin. Where people
    join within the block or have a late evening behind them, there is one more for each time at which they may leave.
    """
    block = plan.problem.blocks[index]
    usual = _usual_limits(plan, block)
    later = [
        replace(limits, lo=max(limits.lo, start), meal_lo=max(limits.meal_lo, start))
        for start in _late_starts(plan, block)
        for limits in usual
        if start > min(limits.lo, limits.meal_lo)
    ]
    return tuple(dict.fromkeys((*usual, *later)))


def _late_starts(plan: Plan, block: Block) -> list[int]:
    """Return when some people may leave for the first time, later than the others."""
    problem = plan.problem
    joins = [int(joins) for joins in np.unique(problem.joins) if block.lo < joins < block.hi]
    room = block.dinner if block.parts[-1] is DayPart.EVENING else block.lunch
    fed = [max(start, room.start) + room.need_min for start in joins if room and start < room.end]
    rested = [
        run.pattern.back + _rest(plan)
        for other in problem.blocks
        if _days(other, block) == -1 and other.station == block.station
        for run in plan.runs[other.index]
    ]
    plenary = [
        run.pattern.back
        for other in problem.blocks
        if other.day == block.day and other.start_lo < block.start_lo and plan.plenaries[other.index]
        for run in plan.runs[other.index]
    ]
    evening = [block.start_lo + LATER_EVENING_MIN * number for number in range(1, LATER_STARTS)]
    first = block.parts[0]
    starts = {
        *joins,
        *fed,
        *(rested if first is DayPart.MORNING else ()),
        *((*evening, *plenary) if first is DayPart.EVENING else ()),
    }
    return sorted(start for start in starts if block.lo < start < block.hi)


def _usual_limits(plan: Plan, block: Block) -> tuple[Limits, ...]:
    held = _held(plan, block)
    lo = max(
        [block.lo, *(run.pattern.back + _rest(plan) for other, run in held if _days(other, block) == -1)]
    )
    hi = min([block.hi, *(run.pattern.out - _rest(plan) for other, run in held if _days(other, block) == 1)])
    today = [(other, run) for other, run in held if other.day == block.day]
    before = [run for other, run in today if other.start_lo < block.start_lo]
    after = [run for other, run in today if other.start_lo > block.start_lo]
    if block.parts[-1] is DayPart.EVENING:
        return _evening(block, lo, hi, before)
    meal_hi = min([hi, _last_for(block.dinner), *(_back_before(block, run, with_meal=True) for run in after)])
    if block.is_long:
        return (Limits(ALWAYS, NEVER, lo, meal_hi),)
    if block.parts == (DayPart.MORNING,):
        own_hi = min(
            [meal_hi, _last_for(block.lunch), *(_back_before(block, run, with_meal=False) for run in after)]
        )
        fed_lo = max(lo, block.lunch.start + block.lunch.need_min) if block.lunch else ALWAYS
        return Limits(lo, own_hi, lo, meal_hi), Limits(fed_lo, meal_hi, ALWAYS, NEVER)
    return _afternoon(block, lo, meal_hi, before)


def _held(plan: Plan, block: Block) -> list[tuple[Block, Run]]:
    """Return the tours held for items for everyone in other blocks of the days around."""
    blocks = plan.problem.blocks
    return [
        (other, run)
        for other in blocks
        if other.index != block.index and _is_near(other, block)
        for run in plan.runs[other.index]
        if not run.people
    ]


def _is_near(other: Block, block: Block) -> bool:
    """Whether a tour in one block matters to the other: on the same day, or a night without a leg away."""
    distance = abs(_days(other, block))
    return distance == 0 or (distance == 1 and other.station == block.station)


def _days(other: Block, block: Block) -> int:
    return (other.day - block.day).days


def _rest(plan: Plan) -> int:
    return plan.problem.trip.frame.rest_min


def _afternoon(block: Block, lo: int, hi: int, before: list[Run]) -> tuple[Limits, ...]:
    lunch = block.lunch
    own_lo = max([lo, *(_out_after(block, run, with_meal=False) for run in before)])
    meal_lo = max([lo, *(run.pattern.back for run in before)])
    if lunch is None:
        return (Limits(own_lo, hi, meal_lo, hi),)
    first = max(own_lo, lunch.start + lunch.need_min)
    later = [first + LATER_BY_MIN * number for number in range(LATER_STARTS)]
    later = [start for start in later[1:] if start < lunch.end] + [max(first, lunch.end)]
    return Limits(first, hi, meal_lo, hi), *(Limits(start, hi, max(meal_lo, start), hi) for start in later)


def _evening(block: Block, lo: int, hi: int, before: list[Run]) -> tuple[Limits, ...]:
    back = max([lo, *(run.pattern.back for run in before)])
    if block.dinner is None:
        return (Limits(back, hi, back, hi),)
    eats = max([block.dinner.start, *(run.pattern.back for run in before)])
    fed = max(back, eats + block.dinner.need_min)
    return Limits(fed, hi, back, hi), Limits(back, min(hi, _last_for(block.dinner)), ALWAYS, NEVER)


def _last_for(room: MealRoom | None) -> int:
    """Return the latest minute at which the meal can still begin."""
    return room.end - room.need_min if room else ALWAYS


def _meal_before(block: Block, run: Run) -> int:
    """Return the minutes that a tour after ``block`` leaves for a meal before it; 0 when it provides the meal."""
    evening = run.pattern.starts[-1] >= block.start_hi and block.parts[-1] is not DayPart.MORNING
    room, meal = (block.dinner, Meal.DINNER) if evening else (block.lunch, Meal.LUNCH)
    if room is None or meal in run.pattern.meals or (evening and run.pattern.back <= _last_for(room)):
        return 0
    return room.need_min


def _back_before(block: Block, run: Run, *, with_meal: bool) -> int:
    """Return when a tour of ``block`` is back at the latest, for someone who makes ``run`` later that day."""
    need = _meal_before(block, run)
    return run.pattern.out - (0 if with_meal and block.parts[-1] is DayPart.MORNING else need)


def _out_after(block: Block, run: Run, *, with_meal: bool) -> int:
    """Return when a tour of ``block`` may leave, for someone who was on ``run`` earlier that day."""
    if block.parts[0] is DayPart.EVENING:
        room = block.dinner
        fed = with_meal or Meal.DINNER in run.pattern.meals
    else:
        room = block.lunch
        fed = with_meal or Meal.LUNCH in run.pattern.meals
    if room is None or fed:
        return run.pattern.back
    return max(run.pattern.back, room.start) + room.need_min


@dataclass(frozen=True, slots=True)
class Leeway:
    """What the other tours of the days around leave open in one block.

    Parameters
    ----------
    out_own, out_fed
        By person: earliest departure on a tour without, and with, the meal between (or with time for it afterwards).
    back_own, back_fed
        By person: latest return from a tour without, and with, that meal.
    backs
        Returns of the same day's earlier tours that need a vehicle or guide.
    outs
        Departures of its later ones.
    """

    out_own: IntArray
    out_fed: IntArray
    back_own: IntArray
    back_fed: IntArray
    backs: tuple[int, ...]
    outs: tuple[int, ...]

    def barred(self, patterns: Sequence[Pattern], block: Block) -> BoolArray:
        """Return which people's own tours keep them from which tours, tours by people."""
        out = np.array([pattern.out for pattern in patterns], dtype=np.int64)[:, None]
        back = np.array([pattern.back for pattern in patterns], dtype=np.int64)[:, None]
        evening = block.parts[-1] is DayPart.EVENING
        fed = np.array([_is_fed(pattern, block, evening=evening) for pattern in patterns], dtype=np.bool_)[
            :, None
        ]
        too_early = np.where(fed, out < self.out_fed[None, :], out < self.out_own[None, :])
        late = np.where(fed, back > self.back_fed[None, :], back > self.back_own[None, :])
        barred: BoolArray = too_early | late
        return barred


def _is_fed(pattern: Pattern, block: Block, *, evening: bool) -> bool:
    """Whether people on the tour need no meal between it and their other tours."""
    if not evening:
        return Meal.LUNCH in pattern.meals
    return Meal.DINNER in pattern.meals or pattern.back <= _last_for(block.dinner)


def leeway_of(plan: Plan, index: int) -> Leeway:
    """Return what the tours around leave open in a block."""
    block, people = plan.problem.blocks[index], plan.problem.people
    out_own, out_fed = np.full(people, NEVER, dtype=np.int64), np.full(people, NEVER, dtype=np.int64)
    back_own, back_fed = np.full(people, ALWAYS, dtype=np.int64), np.full(people, ALWAYS, dtype=np.int64)
    backs: list[int] = []
    outs: list[int] = []
    for other in plan.problem.blocks:
        distance = _days(other, block)
        if not _is_near(other, block) or (distance == 0 and set(other.parts) & set(block.parts)):
            continue
        for run in plan.runs[other.index]:
            members = list(run.people)
            earlier = distance < 0 or (distance == 0 and other.start_lo < block.start_lo)
            if earlier:
                own = run.pattern.back + _rest(plan) if distance else _out_after(block, run, with_meal=False)
                fed = run.pattern.back + _rest(plan) if distance else _out_after(block, run, with_meal=True)
                out_own[members] = np.maximum(out_own[members], own)
                out_fed[members] = np.maximum(out_fed[members], fed)
            else:
                own = run.pattern.out - _rest(plan) if distance else _back_before(block, run, with_meal=False)
                fed = run.pattern.out - _rest(plan) if distance else _back_before(block, run, with_meal=True)
                back_own[members] = np.minimum(back_own[members], own)
                back_fed[members] = np.minimum(back_fed[members], fed)
            if distance == 0 and run.pattern.moves:
                (backs if earlier else outs).append(run.pattern.back if earlier else run.pattern.out)
    return Leeway(out_own, out_fed, back_own, back_fed, tuple(backs), tuple(outs))
