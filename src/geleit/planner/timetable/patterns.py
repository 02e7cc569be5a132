"""Patterns: the little tours that one group can make in one block, from the base and back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from geleit.domain.kinds import DayPart, Meal
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
    return Meal.DINNER if block.parts[-1] is DayPart.EVENING else Meal.LUNCH


def noon_of(problem: Problem, block: Block) -> int:
    """Return when the morning ends on a block's day at its station; its start where it has no morning."""
    mornings = [
        other.start_hi
        for other in problem.blocks
        if (other.day, other.station) == (block.day, block.station) and other.parts == (DayPart.MORNING,)
    ]
    return min(mornings, default=block.start_lo)


def enumerate_patterns(
    problem: Problem,
    block: Block,
    limits: Limits,
    given: Mapping[int, tuple[int, ...]],
    *,
    among: frozenset[int] | None = None,
    most_steps: int = MAX_STEPS,
) -> tuple[list[Pattern], int]:
    """Return the patterns of a block, the best order and times for each set of items, and the steps it took.

    Parameters
    ----------
    given
        Items that every pattern must contain, with the starts they may have (empty for any). Items for everyone that
        are not given stay out.
    among
        Items that tours may visit besides those given; None for all that have a start in the block.
    most_steps
        Tours looked at, at most.
    """
    listing = Enumeration(problem, block, limits, given)
    listing.most_steps = min(most_steps, MAX_STEPS)
    if among is not None:
        listing.items = [item for item in listing.items if item in given or item in among]
    return listing.run(), listing.steps


@dataclass(frozen=True, slots=True)
class _Stub:
    """A tour that may go on."""

    items: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    lunch_after: int | None = None


class Enumeration:
    """Listing of a block's tours, level by level; ``best`` holds what was found, ``steps`` how long it took."""

    def __init__(
        self, problem: Problem, block: Block, limits: Limits, given: Mapping[int, tuple[int, ...]]
    ) -> None:
        self.problem, self.block, self.limits, self.given = problem, block, limits, given
        self.items = [
            item for item in problem.items_in[block.index] if item in given or not problem.items[item].for_all
        ]
        self.bases = frozenset(other.base for other in problem.blocks)
        self.ride: list[list[int]] = problem.ride.tolist()
        self.best: dict[tuple[object, ...], Pattern] = {}
        self.steps = 0
        self.most_steps = MAX_STEPS
        self.noon = noon_of(problem, block)

    def run(self) -> list[Pattern]:
        """Return the patterns, shorter ones first; they are extended level by level, so that no item is left out."""
        level: list[_Stub] = [_Stub()]
        while level and self.steps <= self.most_steps:
            following: list[_Stub] = []
            for longer in (longer for stub in level for longer in self._longer(stub)):
                self.steps += 1
                if self.steps > self.most_steps:
                    break
                self._keep(longer)
                following.append(longer)
            level = following
        found = sorted(
            self.best.values(), key=lambda pattern: (len(pattern.items), pattern.items, pattern.starts)
        )
        return found[:MAX_PATTERNS]

    def _longer(self, stub: _Stub) -> Iterator[_Stub]:
        """Yield the tours that go on from one to one more session, with or without lunch on the way to it."""
        items = stub.items
        if len(items) >= LONGEST + len(self.given):
            return
        missing = any(item not in items for item in self.given)
        for item in self.items:
            if item in items or (missing and item not in self.given and len(items) >= LONGEST):
                continue
            for start in self._starts_after(stub, item):
                yield _Stub((*items, item), (*stub.starts, start), stub.lunch_after)
            if self.block.is_long and self.block.lunch and items and stub.lunch_after is None:
                fed = _Stub(items, stub.starts, len(items) - 1)
                for start in self._starts_after(fed, item):
                    yield _Stub((*items, item), (*stub.starts, start), fed.lunch_after)

    def _left(self, items: tuple[int, ...], starts: tuple[int, ...], lunch_after: int | None) -> int | None:
        """Return when a group leaves the last place, after lunch where that is due; None without room for lunch."""
        last = self.problem.items[items[-1]]
        left = starts[-1] + last.duration + last.after
        if lunch_after != len(items) - 1 or self.block.lunch is None:
            return left
        left = max(left, self.block.lunch.start) + self.block.lunch.need_min
        return left if left <= self.block.lunch.end else None

    def _starts_after(self, stub: _Stub, item: int) -> Iterator[int]:
        problem, data = self.problem, self.problem.items[item]
        if stub.items:
            left = self._left(stub.items, stub.starts, stub.lunch_after)
            if left is None:
                return
            ready = left + self.ride[problem.items[stub.items[-1]].place][data.place] + data.before
        else:
            low = min(self.limits.lo, self.limits.meal_lo)
            ready = low + self.ride[self.block.base][data.place] + data.before
        for start in problem.starts(item, self.block, ready, self.given.get(item, ())):
            if stub.items and self._waits(stub.items[-1], item, start - ready):
                return
            back = start + data.duration + data.after + self.ride[data.place][self.block.base]
            if back <= max(self.limits.hi, self.limits.meal_hi):
                yield start

    def _waits(self, item: int, following: int, wait_min: int) -> bool:
        """Whether people wait too long between two hosts; at the base nobody waits."""
        base, items = self.block.base, self.problem.items
        return wait_min > MAX_WAIT_MIN and base not in (items[item].place, items[following].place)

    def _keep(self, stub: _Stub) -> None:
        """Keep the tour that returns from here, if it has all it needs; on long days also with lunch at the end."""
        if not all(item in stub.items for item in self.given):
            return
        self._keep_one(stub)
        if self.block.is_long and self.block.lunch and stub.lunch_after is None:
            self._keep_one(_Stub(stub.items, stub.starts, len(stub.items) - 1))

    def _keep_one(self, stub: _Stub) -> None:
        meals = {meal for item in stub.items if (meal := self.problem.items[item].meal) is not None}
        meals |= {Meal.LUNCH} if stub.lunch_after is not None else set()
        has_meal = meal_of(self.block) in meals or (self.block.is_long and self.block.lunch is None)
        if self.block.is_long and not has_meal:
            return
        lo = self.limits.meal_lo if has_meal else self.limits.lo
        hi = self.limits.meal_hi if has_meal else self.limits.hi
        timed = self._timed(stub, lo)
        if timed is not None and timed.back <= hi and (not self.block.is_long or timed.back > self.noon):
            self.record(timed)

    def record(self, timed: Pattern) -> None:
        """Keep a pattern if it is the best for its set of items."""
        key = self._key(timed)
        known = self.best.get(key)
        if known is None or _rank(timed) < _rank(known):
            self.best[key] = timed

    def _key(self, pattern: Pattern) -> tuple[object, ...]:
        shared = tuple(
            start for item, start in zip(pattern.items, pattern.starts, strict=True) if self._is_shared(item)
        )
        return frozenset(pattern.items), shared, pattern.lunch_after is None

    def _is_shared(self, item: int) -> bool:
        data = self.problem.items[item]
        return data.cap > 30 or bool(data.fixed) or data.step_min > 0

    def _timed(self, stub: _Stub, lo: int) -> Pattern | None:
        """Return the pattern with its times: forward again from ``lo``, then backward so that nobody waits in vain."""
        items, lunch_after = stub.items, stub.lunch_after
        starts = self._forward(stub, lo) if lo > self._out(items, stub.starts) else stub.starts
        if not starts:
            return None
        starts = self._backward(items, starts, lunch_after)
        return self.timed(items, starts, lunch_after)

    def timed(
        self, items: tuple[int, ...], starts: tuple[int, ...], lunch_after: int | None
    ) -> Pattern | None:
        """Return the pattern of a tour whose times are known; None where lunch finds no room after that session."""
        left = self._left(items, starts, lunch_after)
        if left is None:
            return None
        problem, base = self.problem, self.block.base
        data = [problem.items[item] for item in items]
        places = [base, *(item.place for item in data), base]
        has_lunch = lunch_after is not None and self.block.lunch is not None
        return Pattern(
            items=items,
            starts=starts,
            out=self._out(items, starts),
            back=left + self.ride[data[-1].place][base],
            ride_min=sum(self.ride[a][b] for a, b in pairwise(places)),
            idle_min=self._idle(items, starts, lunch_after),
            vehicle=any(bool(problem.rides[a, b]) for a, b in pairwise(places)),
            moves=any(a != b for a, b in pairwise(places)),
            meals=frozenset(item.meal for item in data if item.meal)
            | ({Meal.LUNCH} if has_lunch else frozenset()),
            lunch_after=lunch_after if has_lunch else None,
        )

    def _idle(self, items: tuple[int, ...], starts: tuple[int, ...], lunch_after: int | None) -> int:
        """Return minutes of waiting for lunch or the next host's door; time at a base is free time."""
        idle = 0
        for number, item in enumerate(items):
            here = self.problem.items[item]
            left = starts[number] + here.duration + here.after
            if lunch_after == number and self.block.lunch:
                idle += max(0, self.block.lunch.start - left) if here.place not in self.bases else 0
                left = max(left, self.block.lunch.start) + self.block.lunch.need_min
            if number + 1 == len(items):
                break
            there = self.problem.items[items[number + 1]]
            if there.place not in self.bases and here.place != self.block.base:
                ready = left + self.ride[here.place][there.place] + there.before
                idle += max(0, starts[number + 1] - ready)
        return idle

    def _out(self, items: tuple[int, ...], starts: tuple[int, ...]) -> int:
        first = self.problem.items[items[0]]
        return starts[0] - first.before - self.ride[self.block.base][first.place]

    def _forward(self, stub: _Stub, lo: int) -> tuple[int, ...]:
        """Return the starts of a tour that leaves at ``lo`` at the earliest, or none."""
        found: tuple[int, ...] = ()
        left: int | None = lo
        here = self.block.base
        for number, item in enumerate(stub.items):
            data = self.problem.items[item]
            if left is None:
                return ()
            ready = left + self.ride[here][data.place] + data.before
            start = self.problem.first_start(
                item, self.block, max(ready, stub.starts[number]), self.given.get(item, ())
            )
            if start is None or (number and self._waits(stub.items[number - 1], item, start - ready)):
                return ()
            found, here = (*found, start), data.place
            left = self._left(stub.items[: number + 1], found, stub.lunch_after)
        return found

    def _backward(
        self, items: tuple[int, ...], starts: tuple[int, ...], lunch_after: int | None
    ) -> tuple[int, ...]:
        """Return the starts, each as late as the next session or lunch allows, so that nobody waits in vain."""
        moved = list(starts)
        for number in range(len(items) - 1, -1, -1):
            here = self.problem.items[items[number]]
            leave_by = self._leave_by(items, moved, number, lunch_after)
            if leave_by is None or items[number] in self.given or self._is_shared(items[number]):
                continue
            latest = leave_by - here.after - here.duration
            if latest > moved[number]:
                later = self.problem.last_start(items[number], self.block, latest)
                if later is not None and later > moved[number]:
                    moved[number] = later
        return tuple(moved)

    def _leave_by(
        self, items: tuple[int, ...], starts: list[int], number: int, lunch_after: int | None
    ) -> int | None:
        """Return when a group leaves a session at the latest for what follows to stay as it is; None for any time."""
        lunch = self.block.lunch if lunch_after == number else None
        if number == len(items) - 1:
            return lunch.start if lunch else None
        here, following = self.problem.items[items[number]], self.problem.items[items[number + 1]]
        by = starts[number + 1] - following.before - self.ride[here.place][following.place]
        return min(by, lunch.end) - lunch.need_min if lunch else by


def _rank(pattern: Pattern) -> tuple[int, int]:
    return pattern.ride_min + pattern.idle_min, pattern.back
