"""All the tours that a group can make in a day part, as sets of items: each as good as its best order in every respect.

A set stands once, with the earliest return, the latest departure and the shortest way that any order of it allows; the
three need not be one order's, and starts need not lie on the grid. So whatever tour the search or a person finds is
here, at a price no higher. Orders are not followed one by one: of all that visit the same items and end at the same
one, only the earliest end and the shortest way are kept, level by level, in arrays.

Where a day has too many tours over morning and afternoon, they are listed in two halves, each open at noon: the
sessions that start before, and those that start after. A few thousand halves stand for hundreds of thousands of tours.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from geleit.domain.kinds import DayPart, Meal
from geleit.planner.problem import ALWAYS, Block, BoolArray, IntArray, MealRoom, Problem
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import Limits, meal_of, noon_of
from geleit.planner.timetable.plan import Plan
from geleit.planner.value import PRICE_IDLE_EIGHTHS, PRICE_TRANSFER_EIGHTHS

FloatArray = npt.NDArray[np.float64]
MOST_SESSIONS = 6
"""Sessions in one day part, or half of a long tour, at most."""
NOWHERE = -1
UNREACHED = 10**8
EVERY_MIN = ((18, 20), (24, 60))
"""Minutes from one departure looked at to the next, by the number of items up to which so many can be looked at."""
MOST_OVER_NOON = 16_000
"""Tours over noon of one day and station that are listed as such."""
MOST_STATES = 60_000
"""Beginnings of tours of one length, at most, while they are listed."""

Stop = Callable[[], bool]


class Reach(StrEnum):
    """How far the tours of a pool reach: over a day part, over noon, or over noon and listed in halves."""

    PART = "part"
    OVER_NOON = "over noon"
    HALF = "half"


@dataclass(frozen=True, slots=True, order=True)
class Pool:
    """Tours that begin in one part of a day."""

    day: date
    part: DayPart
    reach: Reach

    @property
    def parts(self) -> tuple[DayPart, ...]:
        """The day parts that its tours take."""
        if self.reach is Reach.OVER_NOON:
            return (DayPart.MORNING, DayPart.AFTERNOON)
        return (self.part,)


@dataclass(frozen=True, slots=True)
class Tours:
    """Sets of items, one a row.

    Parameters
    ----------
    items
        Numbers of the items, sorted, filled up with ``NOWHERE`` at the front.
    price
        Eighths of a point that the tour costs each person at least.
    out, back
        Latest departure and earliest return.
    lunch, dinner
        Whether it provides the meal.
    vehicle, moves
        Whether any order needs a vehicle, and whether anybody leaves the base.
    """

    items: IntArray
    price: FloatArray
    out: IntArray
    back: IntArray
    lunch: BoolArray
    dinner: BoolArray
    vehicle: BoolArray
    moves: BoolArray

    def __len__(self) -> int:
        """Return the number of tours."""
        return len(self.price)

    def chosen(self, rows: IntArray) -> "Tours":
        """Return some of the tours."""
        return Tours(
            self.items[rows],
            self.price[rows],
            self.out[rows],
            self.back[rows],
            self.lunch[rows],
            self.dinner[rows],
            self.vehicle[rows],
            self.moves[rows],
        )


@dataclass(frozen=True, slots=True)
class _Level:
    """Tours with equally many sessions, by set and last session, all in numbers of the block's own items."""

    sets: IntArray
    last: IntArray
    left: IntArray
    way: FloatArray
    fed: BoolArray
    slot: IntArray

    def chosen(self, rows: IntArray) -> "_Level":
        """Return some of the tours."""
        return _Level(*(getattr(self, name)[rows] for name in _FIELDS))


@dataclass(frozen=True, slots=True)
class _Span:
    """From when on a group may be out and until when, and in which half-open span sessions start."""

    lo: int
    hi: int
    start_lo: int
    start_hi: int

    def mirrored(self) -> "_Span":
        """Return the span with time running backward; where starts lie is then given by the windows alone."""
        return _Span(-self.hi, -self.lo, self.start_lo, self.start_hi)


class _Walk:
    """Follows all orders of a block's items, forward in time or backward."""

    def __init__(
        self,
        problem: Problem,
        block: Block,
        items: Sequence[int],
        span: _Span,
        *,
        back: bool,
        lunch: MealRoom | None = None,
        every_min: int = 0,
    ) -> None:
        data = [problem.items[item] for item in items]
        place = np.array([item.place for item in data], dtype=np.int64)
        ride = problem.ride.T if back else problem.ride
        self.span = span.mirrored() if back else span
        self.between = ride[np.ix_(place, place)]
        self.out, self.home = ride[block.base, place], ride[place, block.base]
        ahead, behind = [item.before for item in data], [item.after for item in data]
        if back:
            ahead, behind = behind, ahead
        self.ahead = np.array(ahead, dtype=np.int64)
        self.stay = np.array([item.duration for item in data], dtype=np.int64) + behind
        self.lunch = None if lunch is None else (lunch.start, lunch.end - lunch.need_min, lunch.need_min)
        if lunch is not None and back:
            self.lunch = (-lunch.end, -lunch.start - lunch.need_min, lunch.need_min)
        self.back, self.too_many = back, False
        self.begins = (
            np.arange(self.span.lo, self.span.hi, every_min) if every_min else np.array([self.span.lo])
        )
        self.windows = [list(_windows(problem, item, span, back=back)) for item in items]

    def levels(self) -> Iterator[_Level]:
        """Yield the tours with one session, with two, and so on."""
        slots = len(self.begins)
        level = _Level(
            np.zeros((slots, 0), dtype=np.int64),
            np.full(slots, NOWHERE),
            self.begins,
            np.zeros(slots),
            np.zeros(slots, dtype=np.bool_),
            np.arange(slots),
        )
        for _ in range(MOST_SESSIONS):
            count = len(self.windows)
            longer = [found for item in range(count) if (found := self._longer(level, item))]
            if self.back and self.lunch is not None:
                longer += [
                    found for item in range(count) if (found := self._longer(level, item, lunch=self.lunch))
                ]
            if not longer:
                return
            level = _merged(longer, len(self.windows), slots)
            level = level if self.back else self._with_lunch(level)
            self.too_many = self.too_many or (
                self.lunch is not None and len(level.last) > MOST_STATES * slots
            )
            if self.too_many:
                return
            yield level

    def _with_lunch(self, level: _Level) -> _Level:
        """Return the tours, and those that have lunch next, where there is room for it."""
        if self.lunch is None:
            return level
        earliest, latest, need_min = self.lunch
        begins = np.maximum(level.left, earliest)
        home = np.append(self.home, 0)[level.last]
        rows = np.flatnonzero(~level.fed & (begins <= latest) & (begins + need_min + home <= self.span.hi))
        fed = level.chosen(rows)
        fed = replace(fed, left=begins[rows] + need_min, fed=np.ones(len(rows), dtype=np.bool_))
        return _Level(*(np.concatenate([getattr(part, name) for part in (level, fed)]) for name in _FIELDS))

    def _longer(self, level: _Level, item: int, lunch: tuple[int, int, int] | None = None) -> _Level | None:
        """Return the tours of a level that can go on to an item, with lunch there on arrival where it is given.

        Lunch is had after a session, at its place: backward that is on arrival.
        """
        first = level.sets.shape[1] == 0
        ride = np.full(len(level.last), self.out[item]) if first else self.between[level.last, item]
        arrived = level.left + ride
        in_time = np.ones(len(ride), dtype=np.bool_)
        if lunch is not None:
            begins = np.maximum(arrived, lunch[0])
            arrived, in_time = begins + lunch[2], (begins <= lunch[1]) & ~level.fed
        ready = arrived + self.ahead[item]
        start = np.full(len(ready), UNREACHED)
        for opens, closes in reversed(self.windows[item]):
            here = np.maximum(ready, opens)
            start = np.where(here <= closes, here, start)
        left = start + self.stay[item]
        able = in_time & (left + self.home[item] <= self.span.hi)
        able &= ~(level.sets == item).any(axis=1)
        rows = np.flatnonzero(able)
        if not len(rows):
            return None
        sets = np.sort(np.concatenate([level.sets[rows], np.full((len(rows), 1), item)], axis=1), axis=1)
        way = level.way[rows] + ride[rows]
        fed = level.fed[rows] | (lunch is not None)
        return _Level(sets, np.full(len(rows), item), left[rows], way, fed, level.slot[rows])


def _windows(problem: Problem, item: int, span: _Span, *, back: bool) -> Iterator[tuple[int, int]]:
    """Yield first and last starts of an item within a span, in time order; backward they are its negative ends."""
    data = problem.items[item]
    spans = [] if data.only_fixed else [(opens, closes - data.duration) for opens, closes in data.spans]
    spans += [(start, start) for start in data.fixed]
    found = [(max(first, span.start_lo), min(last, span.start_hi - 1)) for first, last in spans]
    found = sorted({(first, last) for first, last in found if first <= last})
    if back:
        found = [(-last - data.duration, -first - data.duration) for first, last in reversed(found)]
    yield from found


def _key(sets: IntArray, base: int) -> IntArray:
    """Return a number for each set: equal sets, equal numbers."""
    key = np.zeros(len(sets), dtype=np.int64)
    for column in range(sets.shape[1]):
        key = key * base + sets[:, column] + 1
    return key


def _runs_of(key: IntArray) -> tuple[IntArray, IntArray]:
    """Return an order that sorts the keys, and where in it each new key begins."""
    order = np.argsort(key, kind="stable")
    ranked = key[order]
    new = np.ones(len(key), dtype=np.bool_)
    new[1:] = ranked[1:] != ranked[:-1]
    return order, np.flatnonzero(new)


def _merged(parts: Sequence[_Level], count: int, slots: int) -> _Level:
    sets, last, left, way, fed, slot = (
        np.concatenate([getattr(part, name) for part in parts]) for name in _FIELDS
    )
    order, begins = _runs_of(((_key(sets, count + 1) * count + last) * 2 + fed) * slots + slot)
    first = order[begins]
    return _Level(
        sets[first],
        last[first],
        np.minimum.reduceat(left[order], begins),
        np.minimum.reduceat(way[order], begins),
        fed[first],
        slot[first],
    )


_FIELDS = _Level.__slots__


@dataclass(frozen=True, slots=True)
class _Ends:
    """Sets of a block: when they end (or, backward, begin), the length of their way, the least time they take."""

    key: IntArray
    sets: IntArray
    end: IntArray
    way: FloatArray
    lasts: IntArray


def _ends(walk: _Walk, tail: FloatArray | None = None, feeds: BoolArray | None = None) -> _Ends | None:
    """Return all sets that a walk finds, the way home included; ``tail`` counts instead of it where it is given.

    Parameters
    ----------
    feeds
        Which items provide lunch, where every tour needs it; None where it does not matter.
    """
    found: list[_Ends] = []
    count = len(walk.windows)
    for every in walk.levels():
        level = every
        if feeds is not None:
            level = every.chosen(np.flatnonzero(every.fed | feeds[every.sets].any(axis=1)))
        if not len(level.last):
            continue
        key = _key(level.sets, count + 1)
        order, begins = _runs_of(key)
        padded = np.full((len(begins), MOST_SESSIONS), NOWHERE, dtype=np.int64)
        padded[:, MOST_SESSIONS - level.sets.shape[1] :] = level.sets[order[begins]]
        end = level.left + walk.home[level.last]
        way = level.way + (walk.home if tail is None else tail)[level.last]
        lasts = end - np.append(walk.begins, walk.span.hi)[level.slot + 1]
        found.append(
            _Ends(
                key[order[begins]],
                padded,
                np.minimum.reduceat(end[order], begins),
                np.minimum.reduceat(way[order], begins),
                np.minimum.reduceat(lasts[order], begins),
            )
        )
    if not found:
        return None
    return _Ends(*(np.concatenate([getattr(part, name) for part in found]) for name in _Ends.__slots__))


def list_tours(problems: Sequence[Problem], stop: Stop = lambda: False) -> dict[Pool, Tours] | None:
    """Return the tours of each day part that any of the choices of departures allows; None when told to stop."""
    found: dict[Pool, list[Tours]] = {}
    listed: set[tuple[object, ...]] = set()
    for problem in problems:
        empty = Plan.empty(problem)
        for block in problem.blocks:
            if stop():
                return None
            limits = limits_of(empty, block.index)
            alike = (replace(block, index=0), noon_of(problem, block), limits, problem.epoch)
            if alike in listed:
                continue  # the departures make no difference here
            listed.add(alike)
            for pool, tours in _of_block(problem, block, limits):
                found.setdefault(pool, []).append(tours)
    base = len(problems[0].items) + 1
    return {pool: _united(found[pool], base) for pool in sorted(found)}


def _of_block(problem: Problem, block: Block, limits: Sequence[Limits]) -> Iterator[tuple[Pool, Tours]]:
    items = problem.items_in[block.index]
    if not items:
        return
    fed = {(each.meal_lo, each.meal_hi) for each in limits if each.meal_lo < ALWAYS}
    own = {(each.lo, each.hi) for each in limits if each.lo < ALWAYS}
    if block.is_long:
        for lo, hi in _widest(fed):
            yield from _over_noon(problem, block, items, (lo, hi))
        return
    provides = any(problem.items[item].meal is meal_of(block) for item in items)
    spans = _widest(own | fed) if provides else _widest(own)
    pool = Pool(block.day, block.parts[0], Reach.PART)
    for lo, hi in spans:
        ways = _both_ways(problem, block, items, _Span(lo, hi, block.start_lo, block.start_hi))
        tours = None if ways is None else _whole(problem, block, items, ways)
        if tours is not None:
            yield pool, tours


def _widest(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that lie in no other."""
    return [
        (lo, hi)
        for lo, hi in sorted(spans)
        if not any((a, b) != (lo, hi) and a <= lo and hi <= b for a, b in spans)
    ]


_BothWays = tuple["_Ends | None", "_Ends | None"]


def _both_ways(problem: Problem, block: Block, items: Sequence[int], span: _Span) -> _BothWays | None:
    """Return the tours from the base and back within a span, forward and backward; None where they are too many."""
    lunch = block.lunch if block.is_long else None
    feeds = (
        np.array([problem.items[item].meal is Meal.LUNCH for item in items]) if lunch is not None else None
    )
    ways: list[_Ends | None] = []
    for back in (False, True):
        every_min = 0 if back else _every_min(len(items))
        walk = _Walk(problem, block, items, span, back=back, lunch=lunch, every_min=every_min)
        ways.append(_ends(walk, feeds=feeds))
        if walk.too_many:
            return None
    return ways[0], ways[1]


def _whole(problem: Problem, block: Block, items: Sequence[int], ways: _BothWays) -> Tours | None:
    """Return the tours from the base and back that are possible in both directions of time."""
    ahead, behind = ways
    if ahead is None or behind is None:
        return None
    common, here, there = np.intersect1d(
        _level_key(ahead, items), _level_key(behind, items), return_indices=True
    )
    if not len(common):
        return None
    sets = ahead.sets[here]
    back: IntArray = ahead.end[here]
    out: IntArray = -behind.end[there]
    way = np.maximum(ahead.way[here], behind.way[there])
    lasts = np.maximum(ahead.lasts[here], back - out)
    service = np.array(
        [
            problem.items[item].before + problem.items[item].duration + problem.items[item].after
            for item in items
        ]
    )
    waits = np.array([problem.items[item].place not in _bases(problem) for item in items])
    lunch_min = block.lunch.need_min if block.is_long and block.lunch is not None else 0
    inside = np.append(service, 0)[sets].sum(axis=1) + lunch_min
    away = np.append(waits, True)[sets].all(axis=1)
    least = PRICE_TRANSFER_EIGHTHS * way
    cheapest = min(PRICE_TRANSFER_EIGHTHS, PRICE_IDLE_EIGHTHS)
    price = np.where(away, np.maximum(least, cheapest * (lasts - inside)), least)
    return _as_tours(problem, block, items, sets, (price, out, back))


def _every_min(count: int) -> int:
    """Return how finely departures are told apart to see how long a tour takes at least; 0 for not at all."""
    return next((every for most, every in EVERY_MIN if count <= most), 0)


def _level_key(ends: _Ends, items: Sequence[int]) -> IntArray:
    return _key(ends.sets, len(items) + 2)


def _bases(problem: Problem) -> frozenset[int]:
    return frozenset(block.base for block in problem.blocks)


def _over_noon(
    problem: Problem, block: Block, items: Sequence[int], limits: tuple[int, int]
) -> Iterator[tuple[Pool, Tours]]:
    """Yield the tours over morning and afternoon, in halves where they are too many."""
    ways = _both_ways(problem, block, items, _Span(*limits, block.start_lo, block.start_hi))
    tours = None if ways is None else _whole(problem, block, items, ways)
    if ways is None or (tours is not None and len(tours) > MOST_OVER_NOON):
        yield from _halves(problem, block, items, *limits)
    elif tours is not None:
        yield Pool(block.day, DayPart.MORNING, Reach.OVER_NOON), tours


def _halves(
    problem: Problem, block: Block, items: Sequence[int], lo: int, hi: int
) -> Iterator[tuple[Pool, Tours]]:
    """Yield the halves of tours over noon, and empty ones for tours with all sessions on one side of it."""
    noon = noon_of(problem, block)
    link = _shortest_links(problem, items, block.base)
    for part, back, span in (
        (DayPart.MORNING, False, _Span(lo, hi, block.start_lo, noon)),
        (DayPart.AFTERNOON, True, _Span(lo, hi, noon, block.start_hi)),
    ):
        pool = Pool(block.day, part, Reach.HALF)
        walk = _Walk(problem, block, items, span, back=back)
        ends = _ends(walk, link / 2)
        if ends is not None:
            yield pool, _half(problem, block, items, ends, span)
        nothing = np.full((1, MOST_SESSIONS), NOWHERE, dtype=np.int64)
        way = np.minimum(problem.ride[block.base], problem.ride[:, block.base])
        least = float(min(way[problem.items[item].place] for item in items))
        price = np.array([max(0.0, PRICE_TRANSFER_EIGHTHS * (least - link.max(initial=0.0) / 2))])
        yield pool, _as_tours(problem, block, items, nothing, (price, np.array([hi]), np.array([lo])))


def _half(problem: Problem, block: Block, items: Sequence[int], ends: _Ends, span: _Span) -> Tours:
    """Return halves with bounds of when they begin and end that hold in every order."""
    first, last = np.full(len(items) + 1, ALWAYS), np.full(len(items) + 1, -ALWAYS)
    for number, item in enumerate(items):
        data, windows = problem.items[item], list(_windows(problem, item, span, back=False))
        if windows:
            first[number] = windows[-1][1] - data.before
            last[number] = windows[0][0] + data.duration + data.after
    out, back = first[ends.sets].min(axis=1), last[ends.sets].max(axis=1)
    return _as_tours(problem, block, items, ends.sets, (PRICE_TRANSFER_EIGHTHS * ends.way, out, back))


def _shortest_links(problem: Problem, items: Sequence[int], base: int) -> FloatArray:
    """Return for each item the shortest way between it and another one of the block, or the base."""
    place = np.array([problem.items[item].place for item in items], dtype=np.int64)
    ways = np.minimum(problem.ride, problem.ride.T)[np.ix_(place, place)].astype(np.float64)
    np.fill_diagonal(ways, np.inf)
    shortest = ways.min(axis=1, initial=np.inf)
    home = np.minimum(problem.ride[base], problem.ride[:, base])[place]
    links: FloatArray = np.minimum(shortest, home)
    return links


def _as_tours(
    problem: Problem,
    block: Block,
    items: Sequence[int],
    sets: IntArray,
    figures: tuple[FloatArray, IntArray, IntArray],
) -> Tours:
    """Return sets of a block's items as tours in the trip's numbers."""
    data = [problem.items[item] for item in items]
    base = block.base
    driven = np.array([problem.rides[base, item.place] for item in data] + [True])
    home = np.array([problem.rides[item.place, base] for item in data] + [True])
    there = sets != NOWHERE
    numbers = np.append(np.array(items, dtype=np.int64), NOWHERE)[sets]
    some = there.any(axis=1)
    price, out, back = figures
    return Tours(
        items=np.sort(numbers, axis=1),
        price=price.astype(np.float64),
        out=out,
        back=back,
        lunch=np.array([item.meal is Meal.LUNCH for item in data] + [False])[sets].any(axis=1),
        dinner=np.array([item.meal is Meal.DINNER for item in data] + [False])[sets].any(axis=1),
        vehicle=some & (driven[sets].all(axis=1) | home[sets].all(axis=1)),
        moves=np.array([item.place != base for item in data] + [False])[sets].any(axis=1) | ~some,
    )


def _united(parts: Sequence[Tours], base: int) -> Tours:
    """Return every set of items once, as good as its best in every respect."""
    if len(parts) == 1:
        return parts[0]
    tours = Tours(*(np.concatenate([getattr(part, name) for part in parts]) for name in Tours.__slots__))
    order, begins = _runs_of(_key(tours.items, base))
    least, most = np.minimum.reduceat, np.maximum.reduceat
    return Tours(
        items=tours.items[order[begins]],
        price=least(tours.price[order], begins),
        out=most(tours.out[order], begins),
        back=least(tours.back[order], begins),
        lunch=most(tours.lunch[order], begins),
        dinner=most(tours.dinner[order], begins),
        vehicle=least(tours.vehicle[order], begins),
        moves=least(tours.moves[order], begins),
    )
