"""The trip with its hardest couplings left out: tours and people by block, nothing else.

Every programme of tours that keeps the rules is a point of the relaxation and worth no more there, so that its optimum
bounds them all. Left out are: that everyone is at a plenary at the same time, that a tour needs its interpreter and its
required people, that groups differ in seats (all have the largest), and the night's rest. Kept are: seats and caps less
the guide, one tour per person and day part, room for lunch and dinner between a person's tours, each item once per
person, the host's places over all its sessions, groups per day part, and that everyone obliged attends what is for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from geleit.domain.kinds import DayPart, Meal
from geleit.planner.problem import ALWAYS, Block, BoolArray, IntArray, Problem
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import MAX_STEPS, Enumeration, Limits, Pattern, noon_of
from geleit.planner.timetable.plan import Plan, run_price
from geleit.planner.timetable.sessions import obliged, obliged_to

MOST_TOURS = 60_000
CUTS_A_DAY = 12
"""Times of day, at most, at which a person's tours before and after a meal are held apart."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Tours by rows, people by columns.

    Parameters
    ----------
    worth
        Points, items by people.
    visits
        Tours by items.
    price
        Eighths of a point that the tour costs each person.
    guide_price
        What it costs for its guide, who gains nothing; 0 where a guide may be someone who benefits.
    cap_one, cap_all
        People who benefit on one group's tour, and on all groups' tours of that kind.
    barred
        Who cannot make which tour.
    pool
        Number of the day's part, or whole day, of each tour.
    rows
        Tours by sets of which a person makes at most one (day parts, and tours too close for a meal between them).
    places
        People who benefit, over all sessions of an item; ``ALWAYS`` without a cap.
    due
        Who must attend which item, items by people.
    days
        Pools of each day: (morning, afternoon, whole day, evening), None where there is none.
    pools
        Day and parts of each pool.
    problems
        The choices of departures that it relaxes; ``problem`` is the first.
    """

    problem: Problem
    worth: IntArray
    visits: BoolArray
    price: IntArray
    guide_price: IntArray
    cap_one: IntArray
    cap_all: IntArray
    barred: BoolArray
    pool: IntArray
    rows: BoolArray
    places: IntArray
    due: BoolArray
    days: tuple[tuple[int | None, int | None, int | None, int | None], ...]
    pools: tuple["_Pool", ...]
    problems: tuple[Problem, ...]

    def obliged_at(self, item: int, spot: tuple[date, DayPart]) -> BoolArray:
        """Return who has to go to an item for everyone that takes place in a part of a day."""
        homes = [
            (problem, block)
            for problem in self.problems
            for block in problem.blocks_of[item]
            if problem.blocks[block].day == spot[0] and spot[1] in problem.blocks[block].parts
        ]
        if not homes:
            return np.zeros(self.problem.people, dtype=np.bool_)
        obliged: BoolArray = np.logical_and.reduce(
            [obliged_to(problem, block, item) for problem, block in homes]
        )
        return obliged


@dataclass(frozen=True, slots=True)
class _Tour:
    """A set of items with the best of each: price, return and departure need not be one order's."""

    block: Block
    pattern: Pattern
    out: int
    back: int

    def or_better(self, other: "_Tour") -> "_Tour":
        """Return a tour that is as good as either in every respect."""
        cheaper = min(self.pattern, other.pattern, key=run_price)
        pattern = replace(
            cheaper,
            meals=self.pattern.meals | other.pattern.meals,
            vehicle=self.pattern.vehicle and other.pattern.vehicle,
            moves=self.pattern.moves and other.pattern.moves,
        )
        return _Tour(self.block, pattern, max(self.out, other.out), min(self.back, other.back))


_Pool = tuple[date, tuple[DayPart, ...]]
_Key = tuple[_Pool, frozenset[int]]


class _Listing(Enumeration):
    """Lists every set of items of a block once, as good as its best order in every respect."""

    def __init__(self, problem: Problem, block: Block, limits: Limits, found: dict[_Key, _Tour]) -> None:
        super().__init__(problem, block, limits, {})
        self.items = list(problem.items_in[block.index])
        self.found = found

    def record(self, timed: Pattern) -> None:
        """Keep a tour, merged with what is known of its set of items."""
        key = ((self.block.day, self.block.parts), frozenset(timed.items))
        tour = _Tour(self.block, timed, timed.out, timed.back)
        known = self.found.get(key)
        self.found[key] = tour if known is None else known.or_better(tour)


def relax(problems: Sequence[Problem]) -> Relaxation | None:
    """Return one relaxation of several choices of departures, with the tours that any of them allows.

    None where there are too many tours to list them all: then nothing is proven.
    """
    found: dict[_Key, _Tour] = {}
    listed: set[tuple[object, ...]] = set()
    for problem in problems:
        empty = Plan.empty(problem)
        for block in problem.blocks:
            for limits in limits_of(empty, block.index):
                alike = (replace(block, index=0), noon_of(problem, block), limits, problem.epoch)
                if alike in listed:
                    continue  # the departures make no difference here
                listed.add(alike)
                listing = _Listing(problem, block, limits, found)
                listing.run()
                if listing.steps > MAX_STEPS or len(found) > MOST_TOURS:
                    return None
    return _arrays(problems, list(found.values()))


def _arrays(problems: Sequence[Problem], tours: list[_Tour]) -> Relaxation:
    problem = problems[0]
    visits = np.zeros((len(tours), len(problem.items)), dtype=np.bool_)
    for row, tour in enumerate(tours):
        visits[row, list(tour.pattern.items)] = True
    price = np.array([run_price(tour.pattern) for tour in tours], dtype=np.int64)
    benefits = np.array([person.role.benefits for person in problem.trip.delegates], dtype=np.bool_)
    inside = problem.member & problem.attends
    barred = (visits.astype(np.int64) @ (~inside).astype(np.int64)) > 0
    out = np.array([tour.out for tour in tours], dtype=np.int64)
    back = np.array([tour.back for tour in tours], dtype=np.int64)
    barred |= (
        (problem.joins[None, :] > out[:, None])
        | (problem.leaves[None, :] < back[:, None])
        | ~benefits[None, :]
    )
    guided = _needs_extra_guide(problem)
    moves = np.array([tour.pattern.moves for tour in tours], dtype=np.bool_)
    cap_one, cap_all, places = _caps(problem, tours, guided=guided)
    pools = sorted({(tour.block.day, tour.block.parts) for tour in tours})
    return Relaxation(
        problem=problem,
        worth=problem.worth,
        visits=visits,
        price=price,
        guide_price=np.where(moves & guided, price, 0),
        cap_one=cap_one,
        cap_all=cap_all,
        barred=barred,
        pool=np.array([pools.index((tour.block.day, tour.block.parts)) for tour in tours], dtype=np.int64),
        rows=_rows(tours),
        places=places,
        due=_due(problems, benefits),
        days=tuple(_days(pools)),
        pools=tuple(pools),
        problems=tuple(problems),
    )


def _needs_extra_guide(problem: Problem) -> bool:
    """Whether each moving group has someone along who does not benefit."""
    delegates = problem.trip.delegates
    return problem.trip.guides_required and not any(
        delegates[guide].role.benefits for guide in problem.guides
    )


def _caps(problem: Problem, tours: list[_Tour], *, guided: bool) -> tuple[IntArray, IntArray, IntArray]:
    """Return people who benefit: on one group's tour, on all such tours, and over all sessions of an item."""
    seats = max((seats for _, seats in problem.seats), default=0)
    base_of = {block.station: block.base for block in problem.blocks}
    places = np.full(len(problem.items), ALWAYS, dtype=np.int64)
    session = np.full(len(problem.items), ALWAYS, dtype=np.int64)
    for data in problem.items:
        if data.together or data.cap >= ALWAYS:
            continue
        away = base_of.get(problem.trip.items[data.index].station) != data.place
        guides_go_in = guided and away and all(problem.attends[data.index, guide] for guide in problem.guides)
        session[data.index] = data.cap - int(guides_go_in)
        places[data.index] = data.sessions_max * session[data.index]
    cap_one = np.full(len(tours), problem.people, dtype=np.int64)
    cap_all = cap_one.copy()
    for row, tour in enumerate(tours):
        items = list(tour.pattern.items)
        cap_one[row] = min(problem.people, *(int(session[item]) for item in items))
        cap_all[row] = min(problem.people, *(int(places[item]) for item in items))
        if tour.pattern.vehicle:
            cap_one[row] = min(int(cap_one[row]), seats - int(guided))
    return np.maximum(cap_one, 0), np.maximum(cap_all, 0), places


def _due(problems: Sequence[Problem], benefits: BoolArray) -> BoolArray:
    """Return who attends an item for everyone wherever it is placed, where it must be placed."""
    first = problems[0]
    due = np.zeros((len(first.items), first.people), dtype=np.bool_)
    for data in first.items:
        homes = [(problem, block) for problem in problems for block in problem.blocks_of[data.index]]
        if data.for_all and data.must and homes:
            everywhere = np.logical_and.reduce([obliged(problem, block) for problem, block in homes])
            due[data.index] = everywhere & benefits
    return due


def _days(pools: list[_Pool]) -> Iterator[tuple[int | None, int | None, int | None, int | None]]:
    kinds = (
        (DayPart.MORNING,),
        (DayPart.AFTERNOON,),
        (DayPart.MORNING, DayPart.AFTERNOON),
        (DayPart.EVENING,),
    )
    for day in sorted({day for day, _ in pools}):
        found = {parts: number for number, (of_day, parts) in enumerate(pools) if of_day == day}
        morning, afternoon, whole, evening = (found.get(parts) for parts in kinds)
        yield morning, afternoon, whole, evening


def _rows(tours: list[_Tour]) -> BoolArray:
    """Return the sets of tours of which a person makes at most one, tours by sets."""
    columns: list[list[bool]] = []
    for day in sorted({tour.block.day for tour in tours}):
        columns += [
            [tour.block.day == day and part in tour.block.parts for tour in tours] for part in DayPart
        ]
        columns += _meal_cuts(tours, day, Meal.LUNCH)
        columns += _meal_cuts(tours, day, Meal.DINNER)
    used = [column for column in columns if sum(column) > 1]
    return np.array(used, dtype=np.bool_).reshape(len(used), len(tours)).T


def _meal_cuts(tours: list[_Tour], day: date, meal: Meal) -> list[list[bool]]:
    """Return sets of tours before and after a meal that leave too little room between them.

    For a time of day: the tours before the meal that are back later, and those after it that leave before the meal
    could be had from then on.
    """
    lunch = meal is Meal.LUNCH
    before = DayPart.MORNING if lunch else DayPart.AFTERNOON
    after = DayPart.AFTERNOON if lunch else DayPart.EVENING
    early: dict[int, int] = {}
    late: dict[int, int] = {}
    for row, tour in enumerate(tours):
        block = tour.block
        room = block.lunch if lunch else block.dinner
        if block.day != day or room is None or (lunch and block.is_long):
            continue
        provides = meal in tour.pattern.meals
        if before in block.parts:
            early[row] = tour.back - (room.need_min if provides else 0)
        elif after in block.parts:
            eats_later = not lunch and tour.back <= room.end - room.need_min
            late[row] = tour.out - (0 if provides or eats_later else room.need_min)
    times = sorted(set(late.values()))
    step = max(1, -(-len(times) // CUTS_A_DAY))
    return [
        [
            (row in early and early[row] > cut) or (row in late and late[row] <= cut)
            for row in range(len(tours))
        ]
        for cut in times[::step]
    ]
