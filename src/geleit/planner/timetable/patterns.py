"""Patterns: the little tours that one group can make in one block, from the base and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from geleit.domain.kinds import Meal
from geleit.planner.problem import Block, Problem

LONGEST = 4
"""Sessions in one pattern at most."""
MAX_WAIT_MIN = 90
"""Longest wait at one host's place; a longer one is a pattern nobody wants."""
MAX_PATTERNS = 4000
MAX_STEPS = 60_000


@dataclass(frozen=True, slots=True)
class Pattern:
    """One tour.

    Parameters
    ----------
    items, starts
        Sessions in time order.
    out, back
        Departure from the base and return to it.
    ride_min, idle_min
        Minutes on the way (slack included), and waiting at hosts' places.
    vehicle
        Whether any part of it is driven.
    meal
        The meal that one of its sessions provides, or that lies between two of them (then ``lunch_after`` says after
        which session).
    """

    items: tuple[int, ...]
    starts: tuple[int, ...]
    out: int
    back: int
    ride_min: int
    idle_min: int
    vehicle: bool
    moves: bool
    meals: frozenset[Meal]
    lunch_after: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Earliest departure and latest return, by whether the pattern brings the block's meal with it."""

    lo: int
    hi: int
    meal_lo: int
    meal_hi: int


def meal_of(block: Block) -> Meal | None:
    """Return the meal that concerns a block: lunch by day, dinner in the evening."""
    return Meal.DINNER if block.parts[-1].value == "evening" else Meal.LUNCH


def enumerate_patterns(
    problem: Problem, block: Block, limits: Limits, given: Mapping[int, tuple[int, ...]]
) -> list[Pattern]:
    """Return the patterns of a block, the best order and times for each set of items.

    Parameters
    ----------
    given
        Items that every pattern must contain, with the starts they may have (empty for any). Items for everyone that
        are not given stay out.
    """
    return Enumeration(problem, block, limits, given).run()


class Enumeration:
    """Depth-first listing of a block's tours; ``best`` holds what was found, ``steps`` how long it took."""

    def __init__(
        self, problem: Problem, block: Block, limits: Limits, given: Mapping[int, tuple[int, ...]]
    ) -> None:
        self.problem, self.block, self.limits, self.given = problem, block, limits, given
        self.items = [
            item for item in problem.items_in[block.index] if item in given or not problem.items[item].for_all
        ]
        self.best: dict[tuple[object, ...], Pattern] = {}
        self.steps = 0

    def run(self) -> list[Pattern]:
        """Return the tours found, small sets of items first."""
        self._extend((), (), None)
        found = sorted(
            self.best.values(), key=lambda pattern: (len(pattern.items), pattern.items, pattern.starts)
        )
        return found[:MAX_PATTERNS]

    def _extend(self, items: tuple[int, ...], starts: tuple[int, ...], lunch_after: int | None) -> None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            return
        if items and all(item in items for item in self.given):
            self._keep(items, starts, lunch_after)
        if len(items) >= LONGEST + len(self.given):
            return
        missing = [item for item in self.given if item not in items]
        for item in self.items:
            if item in items or (missing and item not in self.given and len(items) >= LONGEST):
                continue
            start = self._start_after(items, starts, item, lunch_after)
            if start is not None:
                self._extend((*items, item), (*starts, start), lunch_after)
            if self.block.is_long and items and lunch_after is None:
                start = self._start_after(items, starts, item, len(items) - 1)
                if start is not None:
                    self._extend((*items, item), (*starts, start), len(items) - 1)

    def _start_after(
        self, items: tuple[int, ...], starts: tuple[int, ...], item: int, lunch_after: int | None
    ) -> int | None:
        problem, data = self.problem, self.problem.items[item]
        if items:
            last = problem.items[items[-1]]
            left = starts[-1] + last.duration + last.after
            if lunch_after == len(items) - 1 and self.block.lunch:
                left = max(left, self.block.lunch.start) + self.block.lunch.need_min
                if left > self.block.lunch.end:
                    return None
            ready = left + int(problem.ride[last.place, data.place]) + data.before
        else:
            low = min(self.limits.lo, self.limits.meal_lo)
            ready = low + int(problem.ride[self.block.base, data.place]) + data.before
        start = problem.first_start(item, self.block, ready, self.given.get(item, ()))
        if start is None or (items and start - ready > MAX_WAIT_MIN):
            return None
        back = start + data.duration + data.after + int(problem.ride[data.place, self.block.base])
        return start if back <= max(self.limits.hi, self.limits.meal_hi) else None

    def _keep(self, items: tuple[int, ...], starts: tuple[int, ...], lunch_after: int | None) -> None:
        meals = frozenset(meal for item in items if (meal := self.problem.items[item].meal) is not None) | (
            {Meal.LUNCH} if lunch_after is not None else frozenset()
        )
        has_meal = meal_of(self.block) in meals
        if self.block.is_long and (not has_meal or len({self._part(start) for start in starts}) < 2):
            has_span = any(
                start + self.problem.items[item].duration > self._noon()
                for item, start in zip(items, starts, strict=True)
            )
            if not has_meal or not has_span:
                return
        lo = self.limits.meal_lo if has_meal else self.limits.lo
        hi = self.limits.meal_hi if has_meal else self.limits.hi
        timed = self._timed(items, starts, lo, lunch_after)
        if timed is not None and timed.back <= hi:
            self.record(timed)

    def record(self, timed: Pattern) -> None:
        """Keep a pattern if it is the best for its set of items."""
        key = self._key(timed)
        known = self.best.get(key)
        if known is None or _rank(timed) < _rank(known):
            self.best[key] = timed

    def _noon(self) -> int:
        parts = [block for block in self.problem.blocks if block.day == self.block.day and not block.is_long]
        return min(
            (block.start_hi for block in parts if block.parts[0].value == "morning"),
            default=self.block.start_lo,
        )

    def _part(self, start: int) -> bool:
        return start < self._noon()

    def _key(self, pattern: Pattern) -> tuple[object, ...]:
        shared = tuple(
            start for item, start in zip(pattern.items, pattern.starts, strict=True) if self._is_shared(item)
        )
        return frozenset(pattern.items), shared, pattern.lunch_after is None

    def _is_shared(self, item: int) -> bool:
        data = self.problem.items[item]
        return data.cap > 30 or bool(data.fixed)

    def _timed(
        self, items: tuple[int, ...], starts: tuple[int, ...], lo: int, lunch_after: int | None
    ) -> Pattern | None:
        """Return the pattern with its times: forward again from ``lo``, then backward so that nobody waits in vain."""
        starts = self._forward(items, lo, lunch_after) if lo > self._out(items, starts) else starts
        if not starts:
            return None
        if lunch_after is None:
            starts = self._backward(items, starts)
        problem, base = self.problem, self.block.base
        data = [problem.items[item] for item in items]
        places = [base, *(item.place for item in data), base]
        ride = sum(int(problem.ride[a, b]) for a, b in pairwise(places))
        last = data[-1]
        back = starts[-1] + last.duration + last.after + int(problem.ride[last.place, base])
        out = self._out(items, starts)
        lunch = self.block.lunch.need_min if lunch_after is not None and self.block.lunch else 0
        return Pattern(
            items=items,
            starts=starts,
            out=out,
            back=back,
            ride_min=ride,
            idle_min=self._idle(items, starts, lunch_after),
            vehicle=any(bool(problem.rides[a, b]) for a, b in pairwise(places)),
            moves=any(a != b for a, b in pairwise(places)),
            meals=frozenset(item.meal for item in data if item.meal)
            | ({Meal.LUNCH} if lunch else frozenset()),
            lunch_after=lunch_after,
        )

    def _idle(self, items: tuple[int, ...], starts: tuple[int, ...], lunch_after: int | None) -> int:
        """Return minutes of waiting for lunch or the next host's door; time at the base is free time."""
        idle = 0
        for number, (a, b) in enumerate(pairwise(items)):
            here, there = self.problem.items[a], self.problem.items[b]
            left = starts[number] + here.duration + here.after
            if lunch_after == number and self.block.lunch:
                idle += max(0, self.block.lunch.start - left)
                left = max(left, self.block.lunch.start) + self.block.lunch.need_min
            if there.place != self.block.base:
                ready = left + int(self.problem.ride[here.place, there.place]) + there.before
                idle += max(0, starts[number + 1] - ready)
        return idle

    def _out(self, items: tuple[int, ...], starts: tuple[int, ...]) -> int:
        first = self.problem.items[items[0]]
        return starts[0] - first.before - int(self.problem.ride[self.block.base, first.place])

    def _forward(self, items: tuple[int, ...], lo: int, lunch_after: int | None) -> tuple[int, ...]:
        found: tuple[int, ...] = ()
        first = self.problem.items[items[0]]
        ready = lo + int(self.problem.ride[self.block.base, first.place]) + first.before
        start = self.problem.first_start(items[0], self.block, ready, self.given.get(items[0], ()))
        if start is None:
            return ()
        found = (start,)
        for number in range(1, len(items)):
            lunch = lunch_after if lunch_after is not None and lunch_after < number else None
            following = self._start_after(items[:number], found, items[number], lunch)
            if following is None:
                return ()
            found = (*found, following)
        return found

    def _backward(self, items: tuple[int, ...], starts: tuple[int, ...]) -> tuple[int, ...]:
        moved = list(starts)
        for number in range(len(items) - 2, -1, -1):
            here, following = self.problem.items[items[number]], self.problem.items[items[number + 1]]
            way = int(self.problem.ride[here.place, following.place])
            latest = moved[number + 1] - following.before - way - here.after - here.duration
            if items[number] in self.given or self._is_shared(items[number]) or latest <= moved[number]:
                continue
            later = self.problem.last_start(items[number], self.block, latest)
            if later is not None and later > moved[number]:
                moved[number] = later
        return tuple(moved)


def _rank(pattern: Pattern) -> tuple[int, int]:
    return pattern.ride_min + pattern.idle_min, pattern.back
