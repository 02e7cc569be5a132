"""The trip with its hardest couplings left out: tours and people by day part, priced rules between them, nothing else.

Every programme of tours that keeps the rules is a point of the relaxation and worth no more there, so that its optimum
bounds them all. Left out are: that everyone is at a plenary at the same time, that groups differ in seats (all have the
largest), hosts' least numbers, and the order of items. Kept are: seats and caps less the guide and the interpreter, as
many interpreted tours as there are interpreters, one tour per person and day part, room for lunch and dinner and the
night's rest between a person's tours, each item once per person, the host's places and sessions, groups per day part,
sessions that must be there, at most one of several items and all or none, people who must be in an item's sessions,
and that everyone obliged attends what is for all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from geleit.domain.kinds import DayPart, Meal
from geleit.planner.bound.listing import NOWHERE, FloatArray, Pool, Reach, Stop, Tours, list_tours
from geleit.planner.bound.rules import PricedRule, is_counted, priced_rules
from geleit.planner.problem import ALWAYS, Block, BoolArray, IntArray, MealRoom, Problem
from geleit.planner.timetable.sessions import obliged, obliged_to

CUTS_A_DAY = 12
"""Times of day, at most, at which a person's tours before and after a meal are held apart."""


_Slot = tuple[int, date, DayPart]


@dataclass(frozen=True, slots=True)
class PoolData:
    """The tours of one pool by rows, people who benefit by columns.

    Parameters
    ----------
    items
        Numbers of the items that some tour visits.
    visits
        Tours by those items.
    rows, in_row
        Numbers of the sets of which a person makes at most one that have tours here, and tours by those sets.
    link
        1 where the tour is the first half of a longer one, -1 where it is the second, else 0.
    price
        Eighths of a point that the tour costs each person.
    guide_price
        What it costs for its guide, who gains nothing; 0 where a guide may be someone who benefits.
    interpreter_price
        The same for its interpreter.
    cap, cap_interpreted
        People who benefit on one group's tour, without an interpreter and with one.
    cap_all
        People who benefit on all groups' tours of that kind.
    copies
        Groups, at most, that make the same tour and need no common session for it.
    able
        Who can make the tour, with an interpreter.
    fluent
        Who can make it without one.
    slots
        Numbers of the item's slots that a visit may lie in, items (as in ``items``) by two; ``NOWHERE`` for none.
    alone
        By item (numbers as in ``items``): people who benefit, at most, in a group that is no more than half of a
        session, so that another one as large may share it; ``ALWAYS`` where sessions are not counted.
    """

    pool: Pool
    tours: Tours
    items: IntArray
    visits: FloatArray
    rows: IntArray
    in_row: FloatArray
    link: int
    price: FloatArray
    guide_price: FloatArray
    interpreter_price: FloatArray
    cap: IntArray
    cap_interpreted: IntArray
    cap_all: IntArray
    copies: IntArray
    able: BoolArray
    fluent: BoolArray
    slots: IntArray
    alone: IntArray

    def chosen(self, rows: IntArray) -> "PoolData":
        """Return the pool with some of its tours."""
        by_tour = {
            name: getattr(self, name)[rows]
            for name in (
                "visits",
                "in_row",
                "price",
                "guide_price",
                "interpreter_price",
                "cap",
                "cap_interpreted",
                "cap_all",
                "copies",
                "able",
                "fluent",
            )
        }
        return replace(self, tours=self.tours.chosen(rows), **by_tour)


@dataclass(frozen=True, slots=True)
class DayPools:
    """Numbers of a day's pools, None where there is none: tours of a part, and halves of tours over noon."""

    day: date
    morning: int | None
    afternoon: int | None
    evening: int | None
    first_half: int | None
    second_half: int | None
    over_noon: int | None

    @property
    def numbers(self) -> tuple[int, ...]:
        """All pools of the day."""
        own = (self.morning, self.afternoon, self.evening, self.first_half, self.second_half, self.over_noon)
        return tuple(number for number in own if number is not None)


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Pools of tours, and what couples them.

    Parameters
    ----------
    people
        Numbers of those who benefit; all other arrays have a column for each of them.
    worth
        Points, items by people.
    places
        People who benefit, over all sessions of an item; ``ALWAYS`` without a cap.
    due
        Who must attend which item, items by people.
    slot_item
        Item of each slot: a day part of a day in which it may have a session. Sorted; only items with more slots than
        sessions have any.
    sessions_max
        Sessions of each item.
    row_count
        Sets of tours of which a person makes at most one.
    problems
        The choices of departures that it relaxes; ``problem`` is the first.
    """

    problem: Problem
    people: IntArray
    worth: FloatArray
    breaks: FloatArray
    pools: tuple[PoolData, ...]
    days: tuple[DayPools, ...]
    places: IntArray
    due: BoolArray
    rules: tuple[PricedRule, ...]
    slot_item: IntArray
    sessions_max: IntArray
    row_count: int
    groups: int
    interpreters: int
    problems: tuple[Problem, ...]

    @property
    def size(self) -> int:
        """Tours times people."""
        return sum(len(pool.tours) for pool in self.pools) * len(self.people)

    def obliged_at(self, item: int, spot: tuple[date, DayPart]) -> BoolArray:
        """Return who of those who benefit has to go to an item for everyone that takes place in a part of a day."""
        homes = [
            (problem, block)
            for problem in self.problems
            for block in problem.blocks_of[item]
            if problem.blocks[block].day == spot[0] and spot[1] in problem.blocks[block].parts
        ]
        if not homes:
            return np.zeros(len(self.people), dtype=np.bool_)
        found: BoolArray = np.logical_and.reduce(
            [obliged_to(problem, block, item) for problem, block in homes]
        )[self.people]
        return found


def relax(problems: Sequence[Problem], stop: Stop = lambda: False) -> Relaxation | None:
    """Return one relaxation of several choices of departures, with the tours that any of them allows.

    None when told to stop.
    """
    found = list_tours(problems, stop)
    if found is None:
        return None
    problem = problems[0]
    people = np.flatnonzero([person.role.benefits for person in problem.trip.delegates])
    rows = _rows(problems, found)
    host = _Hosts(problem, people)
    slots = _slots(problems, found)
    pools = tuple(_pool_data(host, slots, pool, tours, rows) for pool, tours in found.items())
    number = {pool: position for position, pool in enumerate(found)}
    reached = {item for pool in pools for item in pool.items.tolist()}
    return Relaxation(
        problem=problem,
        people=people,
        worth=problem.worth[:, people].astype(np.float64),
        breaks=problem.breaks[people].astype(np.float64),
        pools=pools,
        days=tuple(_day_pools(day, number) for day in sorted({pool.day for pool in found})),
        places=host.places,
        due=_due(problems)[:, people],
        rules=tuple(priced_rules(problem, people, reached)),
        slot_item=np.array([item for item, _, _ in slots], dtype=np.int64),
        sessions_max=np.array([data.sessions_max for data in problem.items], dtype=np.int64),
        row_count=len(rows),
        groups=len(problem.seats),
        interpreters=len(problem.interpreters),
        problems=tuple(problems),
    )


class _Hosts:
    """What hosts take, less the people who serve the programme."""

    def __init__(self, problem: Problem, people: IntArray) -> None:
        self.problem, self.people = problem, people
        self.guided = _needs_extra_guide(problem)
        self.extra_interpreter = not set(problem.guides) & set(problem.interpreters) and not any(
            problem.trip.delegates[number].role.benefits for number in problem.interpreters
        )
        base_of = {block.station: block.base for block in problem.blocks}
        count = len(problem.items)
        self.session = np.full(count, ALWAYS, dtype=np.int64)
        self.alone = np.full(count, ALWAYS, dtype=np.int64)
        self.places = np.full(count, ALWAYS, dtype=np.int64)
        for data in problem.items:
            if not is_counted(data):
                continue
            away = base_of.get(problem.trip.items[data.index].station) != data.place
            guide = int(
                self.guided and away and all(problem.attends[data.index, guide] for guide in problem.guides)
            )
            self.session[data.index] = max(0, data.cap - guide)
            self.alone[data.index] = max(0, data.cap // 2 - guide)
            self.places[data.index] = data.sessions_max * self.session[data.index]
        self.counted = np.array([is_counted(data) for data in problem.items], dtype=np.bool_)
        self.sessions_max = np.array(
            [data.sessions_max if is_counted(data) else len(problem.seats) for data in problem.items],
            dtype=np.int64,
        )
        self.foreign, self.lost = self._languages()
        self.inside = (problem.member & problem.attends)[:, people]

    def _languages(self) -> tuple[BoolArray, BoolArray]:
        """Return who needs an interpreter at which item, and whom none can help; what groups share needs but one."""
        problem = self.problem
        foreign = ~problem.speaks & problem.attends
        lost = foreign.copy()
        for (_, item), helped in problem.interprets.items():
            lost[item] &= ~helped
        foreign[~self.counted] = False
        return foreign[:, self.people], lost[:, self.people]


def _pool_data(
    host: _Hosts, slots: Sequence[_Slot], pool: Pool, tours: Tours, rows: Sequence[Mapping[Pool, BoolArray]]
) -> PoolData:
    problem, count = host.problem, len(host.problem.items)
    numbers = np.unique(tours.items)
    numbers = numbers[numbers != NOWHERE]
    visits = np.zeros((len(tours), count + 1))
    visits[np.arange(len(tours))[:, None], tours.items] = 1.0
    visits = visits[:, numbers]
    able = visits @ (~host.inside | host.lost)[numbers].astype(np.float64) == 0
    joins, leaves = problem.joins[host.people], problem.leaves[host.people]
    able &= (joins[None, :] <= tours.out[:, None]) & (leaves[None, :] >= tours.back[:, None])
    foreign = visits @ host.foreign[numbers].astype(np.float64) > 0
    own = [(row, where[pool]) for row, where in enumerate(rows) if pool in where]
    cap, cap_interpreted, cap_all, copies = _caps(host, tours, foreign)
    half = 0 if pool.reach is not Reach.HALF else 1 if pool.part is DayPart.MORNING else -1
    return PoolData(
        pool=pool,
        tours=tours,
        items=numbers,
        visits=visits,
        rows=np.array([row for row, _ in own], dtype=np.int64),
        in_row=np.array([where for _, where in own], dtype=np.float64).reshape(len(own), len(tours)).T.copy(),
        link=half,
        price=tours.price,
        guide_price=np.where(tours.moves & host.guided, tours.price, 0.0),
        interpreter_price=np.where(host.extra_interpreter, tours.price, 0.0),
        cap=cap,
        cap_interpreted=cap_interpreted,
        cap_all=cap_all,
        copies=copies,
        able=able,
        fluent=able & ~foreign,
        slots=_slots_of(slots, pool, numbers),
        alone=host.alone[numbers],
    )


def _slots(problems: Sequence[Problem], found: Mapping[Pool, Tours]) -> list[_Slot]:
    """Return when items may have sessions, for those whose sessions are fewer than these times."""
    reached = {
        (item, pool.day, part)
        for pool, tours in found.items()
        for part in pool.parts
        for item in np.unique(tours.items).tolist()
        if item != NOWHERE
    }
    starts: set[_Slot] = set()
    for problem in problems:
        parts = [block for block in problem.blocks if not block.is_long]
        short = {(block.day, block.station, part) for block in parts for part in block.parts}
        starts |= {
            (item, block.day, part)
            for block in problem.blocks
            for part in block.parts
            if not block.is_long or (block.day, block.station, part) not in short
            for item in problem.items_in[block.index]
        }
    real = sorted(reached & starts)
    count = Counter(item for item, _, _ in real)
    items = problems[0].items
    return [slot for slot in real if count[slot[0]] > items[slot[0]].sessions_max]


def _slots_of(slots: Sequence[_Slot], pool: Pool, items: IntArray) -> IntArray:
    """Return the slots in which visits of a pool's tours may lie, items by two (equal ones where there is but one)."""
    number = {slot: at for at, slot in enumerate(slots)}
    found = np.full((len(items), 2), NOWHERE, dtype=np.int64)
    for row, item in enumerate(items.tolist()):
        own = [number[item, pool.day, part] for part in pool.parts if (item, pool.day, part) in number]
        if own:
            found[row] = own[0], own[-1]
    return found


def _needs_extra_guide(problem: Problem) -> bool:
    """Whether each moving group has someone along who does not benefit."""
    delegates = problem.trip.delegates
    return problem.trip.guides_required and not any(
        delegates[guide].role.benefits for guide in problem.guides
    )


def _caps(host: _Hosts, tours: Tours, foreign: BoolArray) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Return people who benefit on one group's tour, on one with an interpreter, on all; and groups without sharing.

    The interpreter takes a place with a host where everyone is a stranger who is one at any of the tour's hosts.
    """
    seats = max((seats for _, seats in host.problem.seats), default=0)
    most = len(host.people)
    session, places = np.append(host.session, ALWAYS), np.append(host.places, ALWAYS)
    cap = np.minimum(session[tours.items].min(axis=1), most)
    strangers = np.append(host.foreign.sum(axis=1), -1)[tours.items]
    goes_in = (strangers == foreign.sum(axis=1)[:, None]) & (strangers > 0) & host.extra_interpreter
    interpreted = np.minimum((session[tours.items] - goes_in).min(axis=1), most)
    free = np.where(tours.vehicle, seats - int(host.guided), most)
    cap = np.minimum(cap, free)
    interpreted = np.minimum(interpreted, np.where(tours.vehicle, free - int(host.extra_interpreter), most))
    cap_all = np.minimum(places[tours.items].min(axis=1), most)
    given = np.append(host.sessions_max, ALWAYS)[tours.items].min(axis=1)
    copies = np.clip(given, 1, len(host.problem.seats))
    return np.maximum(cap, 0), np.maximum(interpreted, 0), np.maximum(cap_all, 0), copies


def _due(problems: Sequence[Problem]) -> BoolArray:
    """Return who attends an item that must be placed: what is for all, wherever it is, and where they are pinned."""
    first = problems[0]
    due = np.zeros((len(first.items), first.people), dtype=np.bool_)
    for data in first.items:
        homes = [(problem, block) for problem in problems for block in problem.blocks_of[data.index]]
        if data.must and homes:
            due[data.index, list(data.pinned)] = True
            if data.for_all:
                due[data.index] |= np.logical_and.reduce(
                    [obliged(problem, block) for problem, block in homes]
                )
    return due


def _day_pools(day: date, number: Mapping[Pool, int]) -> DayPools:
    def of(part: DayPart, reach: Reach = Reach.PART) -> int | None:
        return number.get(Pool(day, part, reach))

    return DayPools(
        day=day,
        morning=of(DayPart.MORNING),
        afternoon=of(DayPart.AFTERNOON),
        evening=of(DayPart.EVENING),
        first_half=of(DayPart.MORNING, Reach.HALF),
        second_half=of(DayPart.AFTERNOON, Reach.HALF),
        over_noon=of(DayPart.MORNING, Reach.OVER_NOON),
    )


_Row = dict[Pool, BoolArray]


def _rows(problems: Sequence[Problem], found: Mapping[Pool, Tours]) -> list[_Row]:
    """Return the sets of tours of which a person makes at most one, each as tours by pool."""
    rows: list[_Row] = []
    for day in sorted({pool.day for pool in found}):
        own = {pool: tours for pool, tours in found.items() if pool.day == day}
        next_day = {pool: tours for pool, tours in found.items() if pool.day == day + timedelta(days=1)}
        rows += [
            {pool: np.ones(len(tours), dtype=np.bool_) for pool, tours in own.items() if part in pool.parts}
            for part in DayPart
        ]
        for meal in Meal:
            room = _room(problems, day, meal)
            if room is not None:
                rows += _meal_cuts(own, meal, room)
        if _stays(problems, day):
            rest = problems[0].trip.frame.rest_min
            late = {
                pool: tours.back + rest for pool, tours in own.items() if pool.part is not DayPart.MORNING
            }
            rows += _cuts(
                late, {pool: tours.out for pool, tours in next_day.items() if DayPart.MORNING in pool.parts}
            )
    return [row for row in rows if sum(int(where.sum()) for where in row.values()) > 1]


def _stays(problems: Sequence[Problem], day: date) -> bool:
    """Whether the delegation is at one station on a day and the next, whatever the departures."""
    days = (day, day + timedelta(days=1))
    return len({block.station for problem in problems for block in problem.blocks if block.day in days}) == 1


def _room(problems: Sequence[Problem], day: date, meal: Meal) -> MealRoom | None:
    """Return a day's room for a meal, if it is the same at every station and for every choice of departures."""
    blocks: list[Block] = [block for problem in problems for block in problem.blocks if block.day == day]
    rooms = {block.lunch if meal is Meal.LUNCH else block.dinner for block in blocks}
    return rooms.pop() if len(rooms) == 1 else None


def _meal_cuts(own: Mapping[Pool, Tours], meal: Meal, room: MealRoom) -> Iterator[_Row]:
    """Yield sets of tours before and after a meal that leave too little room between them."""
    lunch = meal is Meal.LUNCH
    before = DayPart.MORNING if lunch else DayPart.AFTERNOON
    after = DayPart.AFTERNOON if lunch else DayPart.EVENING
    early: dict[Pool, IntArray] = {}
    late: dict[Pool, IntArray] = {}
    for pool, tours in own.items():
        provides = tours.lunch if lunch else tours.dinner
        if lunch and pool.reach is not Reach.PART:
            continue
        if before in pool.parts:
            early[pool] = tours.back - np.where(provides, room.need_min, 0)
        elif after in pool.parts:
            eats_later = provides if lunch else provides | (tours.back <= room.end - room.need_min)
            late[pool] = tours.out - np.where(eats_later, 0, room.need_min)
    yield from _cuts(early, late)


def _cuts(early: Mapping[Pool, IntArray], late: Mapping[Pool, IntArray]) -> Iterator[_Row]:
    """Yield for some times the earlier tours that are over only after it, and the later ones that begin by then."""
    times = np.unique(np.concatenate(list(late.values()))) if late and early else np.zeros(0, dtype=np.int64)
    highest = max((int(over.max()) for over in early.values()), default=0)
    times = times[times < highest]
    for cut in times[:: max(1, -(-len(times) // CUTS_A_DAY))]:
        yield {pool: over > cut for pool, over in early.items()} | {
            pool: begins <= cut for pool, begins in late.items()
        }
