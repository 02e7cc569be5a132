"""Lagrangian bound of the relaxation: prices on what couples the tours, each tour then filled by sorting.

For any prices the bound is valid; ``ascent`` makes it small. Priced are: a person's tours in one day part (``rows``),
a person's visits to one item, the halves of a tour over noon, an item's places, the rules over sessions, and each
person's benefit (its slope), which is what makes the concave worth separable.

Two groups may share a session, which then counts once and needs one interpreter. Such groups are not followed one by
one: together they gain no more than the session's people do, each on the best tour that visits it.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

import numpy as np

from geleit.planner.bound.choose import NOTHING, Candidates, Pick, Tables, candidates, choose
from geleit.planner.bound.listing import FloatArray
from geleit.planner.bound.relaxation import PoolData, Relaxation
from geleit.planner.problem import ALWAYS, BoolArray, IntArray
from geleit.planner.value import SLOPES_EIGHTHS

LARGE = 400_000
"""Tours times people beyond which most steps look only at the best tours."""
BEST = 96
"""How many of a pool's tours such a step looks at."""


@dataclass(frozen=True, slots=True)
class Prices:
    """Multipliers, all in eighths of a point but the first.

    Parameters
    ----------
    slope
        Worth of a point of benefit to each person, between the flattest and the steepest slope.
    again
        Items by people: for a further visit to the same item; for an item that is due also negative.
    row
        Sets of tours by people.
    link
        Days by people: for the first half of a tour over noon; what the second half earns. Of any sign.
    slot
        Slots by people: for a visit in that day part. Of an item's slots only as many as it has sessions pay back.
    place
        By item: for one of its places.
    rule
        By rule over sessions.
    """

    slope: FloatArray
    again: FloatArray
    row: FloatArray
    link: FloatArray
    slot: FloatArray
    place: FloatArray
    rule: FloatArray

    def __iter__(self) -> Iterator[FloatArray]:
        """Yield the kinds in order."""
        yield from (self.slope, self.again, self.row, self.link, self.slot, self.place, self.rule)


@dataclass(frozen=True, slots=True)
class Step:
    """The bound at some prices, in eighths of a point, and how far each coupling is from being met."""

    bound: float
    slack: Prices


def first_prices(relaxation: Relaxation) -> Prices:
    """Return prices to start from: everyone at the third slope, all else free."""
    items, people = relaxation.worth.shape
    return Prices(
        slope=np.full(people, float(SLOPES_EIGHTHS[2])),
        again=np.zeros((items, people)),
        row=np.zeros((relaxation.row_count, people)),
        link=np.zeros((len(relaxation.days), people)),
        slot=np.zeros((len(relaxation.slot_item), people)),
        place=np.zeros(items),
        rule=np.zeros(len(relaxation.rules)),
    )


@dataclass(slots=True)
class _Going:
    """Who does what under a choice."""

    visits: FloatArray
    row: FloatArray
    link: FloatArray
    slot: FloatArray
    sessions: FloatArray
    filled: FloatArray

    def add(self, pool: PoolData, day: int, tour: int, people: IntArray, prices: FloatArray) -> None:
        """Send people on a tour; where visits may lie in either of two slots, to the one whose price is lower."""
        visited = pool.visits[tour] > 0
        items = pool.items[visited]
        first, last = pool.slots[visited].T
        dearer = prices[np.ix_(first, people)] > prices[np.ix_(last, people)]
        self.slot[np.ix_(first, people)] += ~dearer
        self.slot[np.ix_(last, people)] += dearer
        self.visits[np.ix_(items, people)] += 1.0
        self.row[np.ix_(pool.rows[pool.in_row[tour] > 0], people)] += 1.0
        self.link[day, people] += pool.link


@dataclass(frozen=True, slots=True)
class _Filled:
    """A pool's tours at given prices: what each is worth to whom, and to its groups.

    Parameters
    ----------
    worth
        Tours by people, with an interpreter; nothing where it is negative.
    plain, interpreted
        By tour and copy: gain, people who went before, and people on it.
    gains
        By tour: the most that a group gains on it.
    """

    worth: FloatArray
    plain: tuple[FloatArray, IntArray, IntArray]
    interpreted: tuple[FloatArray, IntArray, IntArray]
    candidates: Candidates
    gains: FloatArray

    def span(self, pick: Pick) -> tuple[int, int]:
        """Return how many people come before those on a tour, in order of what they gain, and how many they are."""
        _, begin, size = self.interpreted if pick.interpreted else self.plain
        return int(begin[pick.tour, pick.copy]), int(size[pick.tour, pick.copy])


class Lagrange:
    """Evaluates prices for one relaxation."""

    def __init__(self, relaxation: Relaxation, pools: list["_Pool"] | None = None) -> None:
        self.relaxation = relaxation
        self.pools = pools or [
            _Pool(pool, relaxation.groups, len(relaxation.people)) for pool in relaxation.pools
        ]
        self._best: list[_Pool] | None = None
        self.most = relaxation.worth.sum(axis=0)
        self.limited = relaxation.places < ALWAYS
        self.places = np.where(self.limited, relaxation.places, 0).astype(np.float64)
        items = relaxation.worth.shape[0]
        weights = np.zeros((len(relaxation.rules), items))
        for number, rule in enumerate(relaxation.rules):
            for item, weight in rule.sessions:
                weights[number, item] = weight
        self.paid, self.earned = np.maximum(weights, 0.0), np.maximum(-weights, 0.0)
        self.limits = np.array([rule.limit for rule in relaxation.rules])
        self.day_of = {number: day for day, pools in enumerate(relaxation.days) for number in pools.numbers}

    def without(self, barred: list[BoolArray]) -> "Lagrange":
        """Return the same with more tours that some people cannot make; tours by people for each pool."""
        pools = [pool.without(bar) for pool, bar in zip(self.pools, barred, strict=True)]
        return Lagrange(self.relaxation, pools)

    @property
    def is_large(self) -> bool:
        """Whether most steps should look only at the tours that were best at the last look at all."""
        return self.relaxation.size > LARGE

    def step(self, prices: Prices, *, thorough: bool = True) -> Step:
        """Return the bound at the prices and the subgradient there.

        Parameters
        ----------
        thorough
            Whether all tours are looked at; what comes of the best ones only is no bound, but shows the way.
        """
        relaxation = self.relaxation
        pools = self.pools if thorough or self._best is None else self._best
        net = relaxation.worth * prices.slope - prices.again - prices.place[:, None]
        for rule, price in zip(relaxation.rules, prices.rule, strict=True):
            for item, weights in rule.visits:
                net[item] -= price * weights
        slots = np.concatenate([prices.slot, np.zeros((1, net.shape[1]))])
        opened, open_cost = self._opened(prices.slot)
        paid, earned = prices.rule @ self.paid, prices.rule @ self.earned
        filled = [
            pool.filled(net, slots, prices.row, prices.link[self.day_of[number]], (paid, earned))
            for number, pool in enumerate(pools)
        ]
        if thorough and self.is_large:
            self._best = [pool.best(each.gains) for pool, each in zip(pools, filled, strict=True)]
        tables = Tables([each.candidates for each in filled], relaxation.groups, relaxation.interpreters)
        gain, picks = choose(tables, relaxation.days)
        going = self._going(picks, filled, pools, slots)
        concave, benefit = self._conjugate(prices.slope)
        bound = (
            concave
            + gain
            + prices.again.sum()
            + prices.row.sum()
            + open_cost
            + float(self.places @ prices.place)
            + float(self.limits @ prices.rule)
        )
        slack = Prices(
            slope=(relaxation.worth * going.visits).sum(axis=0) - benefit,
            again=1.0 - going.visits,
            row=1.0 - going.row,
            link=-going.link,
            slot=opened[:, None] - going.slot[:-1],
            place=np.where(self.limited, self.places - going.visits.sum(axis=1), 0.0),
            rule=self._rule_slack(going),
        )
        return Step(float(bound), slack)

    def _opened(self, slot: FloatArray) -> tuple[FloatArray, float]:
        """Return in how many sessions' worth of each slot it pays most to meet, and what that pays."""
        owner = self.relaxation.slot_item
        opened = np.zeros(len(owner))
        if not len(owner):
            return opened, 0.0
        sums = slot.sum(axis=1)
        order = np.lexsort((-sums, owner))
        first = order[np.concatenate([[True], owner[order][1:] != owner[order][:-1]])]
        opened[first] = self.relaxation.sessions_max[owner[first]]
        return opened, float(opened @ sums)

    def _rule_slack(self, going: _Going) -> FloatArray:
        slack = self.limits - self.paid @ going.filled + self.earned @ going.sessions
        for number, rule in enumerate(self.relaxation.rules):
            for item, weights in rule.visits:
                slack[number] -= float(going.visits[item] @ weights)
        return slack

    def _going(
        self, picks: list[Pick], filled: list[_Filled], pools: list["_Pool"], slots: FloatArray
    ) -> _Going:
        relaxation = self.relaxation
        items, people = relaxation.worth.shape
        going = _Going(
            visits=np.zeros((items, people)),
            row=np.zeros((relaxation.row_count, people)),
            link=np.zeros((len(relaxation.days), people)),
            slot=np.zeros((len(relaxation.slot_item) + 1, people)),
            sessions=np.zeros(items),
            filled=np.zeros(items),
        )
        for pick in picks:
            pool, data = pools[pick.pool], pools[pick.pool].data
            worth = filled[pick.pool].worth[pick.tour]
            if not pick.interpreted:
                worth = worth * pool.fluent[pick.tour]
            begin, size = filled[pick.pool].span(pick)
            ranked = np.argsort(-worth, kind="stable")[begin : begin + size]
            going.add(data, self.day_of[pick.pool], pick.tour, ranked[worth[ranked] > 0], slots)
            visited = pool.order[pick.tour]
            visited = visited[visited < len(data.items)]
            going.sessions[data.items[visited]] += 1.0
            full = size > pool.half(interpreted=pick.interpreted)[pick.tour][: len(visited)]
            going.filled[data.items[visited[full]]] += 1.0
        return going

    def _conjugate(self, slope: FloatArray) -> tuple[float, FloatArray]:
        """Return the sum over people of max over t of ``Phi(t) - slope * t``, and the maximising benefits."""
        total, benefit = np.zeros_like(slope), np.zeros_like(slope)
        below, breaks = np.zeros_like(slope), self.relaxation.breaks
        uppers = (*(np.minimum(breaks[:, number], self.most) for number in range(3)), self.most)
        for steep, upto in zip(SLOPES_EIGHTHS, uppers, strict=True):
            length = np.maximum(upto - below, 0.0)
            total += np.maximum(steep - slope, 0.0) * length
            benefit += np.where(steep > slope, length, 0.0)
            below = np.maximum(below, upto)
        return float(total.sum()), benefit


class _Pool:
    """A pool's tours with who can make them.

    A group that is more than half of a session is alone of its kind there, so each such group pays for the session;
    smaller ones may share and pay nothing. ``order`` holds a tour's items (numbers in the pool), and ``halves`` up to
    how many of those who benefit a group is no more than half.
    """

    def __init__(self, data: PoolData, groups: int, people: int) -> None:
        self.data, self.groups = data, groups
        self.able, self.fluent = data.able, data.fluent
        self.width = min(int(data.copies.max(initial=1)), groups)
        self.strange = np.flatnonzero((self.able & ~self.fluent).any(axis=1))
        self.none = np.arange(self.width)[None, :] >= data.copies[:, None]
        self.most = min(people, int((data.cap * self.width).max(initial=0)))
        self.couplings = np.concatenate([data.visits, -data.in_row], axis=1)
        length = int(data.visits.sum(axis=1).max(initial=0))
        self.order = np.argsort(-data.visits, axis=1, kind="stable")[:, :length]
        there = np.take_along_axis(data.visits, self.order, axis=1) > 0
        self.order = np.where(there, self.order, len(data.items))
        self.ways = (
            _Ways(data.cap, data.cap_all, _halves(data.alone, self.order)),
            _Ways(data.cap_interpreted, data.cap_all, _halves(data.alone, self.order)),
        )

    def best(self, gains: FloatArray) -> "_Pool":
        """Return the pool with its best tours only."""
        if len(gains) <= BEST:
            return self
        rows = np.argpartition(-gains, BEST)[:BEST]
        narrower = _Pool(self.data.chosen(rows), self.groups, len(self.able[0]))
        narrower.able, narrower.fluent = self.able[rows], self.fluent[rows]
        narrower.strange = np.flatnonzero((narrower.able & ~narrower.fluent).any(axis=1))
        return narrower

    def half(self, *, interpreted: bool) -> IntArray:
        """Return by tour and its items how many people may go without paying for a session."""
        return self.ways[interpreted].halves

    def without(self, barred: BoolArray) -> "_Pool":
        """Return the same with more tours that some people cannot make."""
        if not (barred & self.able).any():
            return self
        narrower = copy(self)
        narrower.able = self.able & ~barred
        narrower.fluent = self.fluent & ~barred
        return narrower

    def filled(
        self,
        net: FloatArray,
        slots: FloatArray,
        row: FloatArray,
        link: FloatArray,
        charge: tuple[FloatArray, FloatArray],
    ) -> _Filled:
        """Return what the tours are worth at given prices."""
        data = self.data
        visit = net[data.items] - np.minimum(slots[data.slots[:, 0]], slots[data.slots[:, 1]])
        worth = self.couplings @ np.concatenate([visit, row[data.rows]])
        worth -= data.price[:, None]
        if data.link:
            worth -= data.link * link
        np.maximum(worth, 0.0, out=worth)
        worth *= self.able
        paid, earned = (np.append(each[data.items], 0.0)[self.order] for each in charge)
        fixed = data.guide_price - earned.sum(axis=1)
        sums = self._sums(worth * self.fluent)
        plain = self._gains(sums, self.ways[0], paid, fixed)
        if len(self.strange):
            sums[self.strange] = self._sums(worth[self.strange])
        interpreted = self._gains(sums, self.ways[1], paid, fixed + data.interpreter_price)
        helped = np.full(interpreted[0].shape, NOTHING)
        helped[self.strange] = interpreted[0][self.strange]
        gains = np.maximum(plain[0], helped).max(axis=1)
        return _Filled(worth, plain, interpreted, candidates(plain[0], helped, self.groups), gains)

    def _sums(self, worth: FloatArray) -> FloatArray:
        """Return by tour what no people, the one who gains most, the two, ... gain."""
        sums = np.zeros((len(worth), self.most + 1))
        np.cumsum(np.sort(worth, axis=1)[:, ::-1][:, : self.most], axis=1, out=sums[:, 1:])
        return sums

    def _gains(
        self, sums: FloatArray, ways: "_Ways", paid: FloatArray, fixed: FloatArray
    ) -> tuple[FloatArray, IntArray, IntArray]:
        """Return by tour and copy the gain, who went before, and the number of people that is best."""
        tours = np.arange(len(sums))
        cost = np.einsum("tsi,ti->ts", ways.pays, paid) + fixed[:, None]
        gains = np.full((len(sums), self.width), NOTHING)
        begins, sizes = np.zeros(gains.shape, dtype=np.int64), np.zeros(gains.shape, dtype=np.int64)
        before = np.zeros(len(sums), dtype=np.int64)
        for number in range(self.width):
            until = np.minimum(before[:, None] + ways.sizes, np.minimum(ways.cap_all, self.most)[:, None])
            found = np.take_along_axis(sums, until, axis=1) - sums[tours, before][:, None] - cost
            best = found.argmax(axis=1)
            gains[:, number], begins[:, number] = found[tours, best], before
            sizes[:, number] = until[tours, best] - before
            before = np.minimum(before + ways.cap, np.minimum(ways.cap_all, self.most))
        gains[self.none] = NOTHING
        return gains, begins, sizes


class _Ways:
    """How many people a group on each tour may be, and for which of its sessions it pays then."""

    def __init__(self, cap: IntArray, cap_all: IntArray, halves: IntArray) -> None:
        self.cap, self.cap_all, self.halves = cap, cap_all, halves
        self.sizes = np.concatenate([np.minimum(halves, cap[:, None]), cap[:, None]], axis=1)
        self.pays = (self.sizes[:, :, None] > halves[:, None, :]).astype(np.float64)


def _halves(alone: IntArray, order: IntArray) -> IntArray:
    return np.append(alone, ALWAYS)[order]
