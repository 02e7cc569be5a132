"""The patterns of every block, enumerated once for each set of limits, with what the choice needs as arrays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from geleit.planner.native.library import is_available
from geleit.planner.native.tours import Lister, Patterns, Records, unique, visits_of
from geleit.planner.problem import ALWAYS, BoolArray, IntArray, Problem
from geleit.planner.timetable.patterns import Limits, Pattern, enumerate_patterns
from geleit.planner.timetable.plan import Plenary, run_price
from geleit.planner.value import PRICE_IDLE_EIGHTHS, PRICE_TRANSFER_EIGHTHS

KEPT = 3000
"""Pattern sets kept at most; then all are forgotten."""
MOST_STEPS = 70_000
"""Tours looked at for one block, over all its limits; where there are many, the later limits get fewer."""
LEAST_STEPS = 1_000
"""But for each of the limits so many."""
SWIFT_STEPS = 600_000
"""Tours looked at for one block where compiled code lists them."""
MOST_LISTED = 4_000
"""Tours of one block that are kept, by promise, where compiled code lists them."""


@dataclass(slots=True)
class PatternSet:
    """Patterns of a block with what the choice needs of them as arrays."""

    patterns: Sequence[Pattern]
    visits: BoolArray
    """Patterns by items."""
    price: IntArray
    seats: BoolArray
    """Whether a vehicle is needed."""
    moves: BoolArray
    """Whether anybody leaves the base."""
    out: IntArray
    back: IntArray
    _starts: dict[int, tuple[IntArray, IntArray]] = field(default_factory=dict)

    def starts_of(self, item: int) -> tuple[IntArray, IntArray]:
        """Return the patterns that visit an item, and when they do."""
        if item not in self._starts:
            rows = np.flatnonzero(self.visits[:, item])
            found = [self.patterns[row].starts[self.patterns[row].items.index(item)] for row in rows.tolist()]
            self._starts[item] = rows, np.array(found, dtype=np.int64)
        return self._starts[item]


class PatternBook:
    """Enumerated patterns, kept by block, limits and given items."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._kept: dict[tuple[object, ...], PatternSet] = {}
        self._listed: dict[tuple[object, ...], Records] = {}
        self._lister = Lister(problem) if is_available(problem) else None

    def patterns(
        self,
        block: int,
        limits: tuple[Limits, ...],
        plenaries: tuple[Plenary, ...],
        *,
        among: frozenset[int] | None = None,
    ) -> PatternSet:
        """Return the patterns of a block that keep within one of the limits.

        Parameters
        ----------
        among
            Items that tours may visit besides those given; None for all that have a start in the block.
        """
        given = tuple((given.item, given.starts, given.people is None) for given in plenaries)
        key = (block, limits, given, among)
        if key not in self._kept:
            if len(self._kept) > KEPT:
                self._kept.clear()
            self._kept[key] = self._enumerate(block, limits, plenaries, among=among)
        return self._kept[key]

    def extra_worth(self, patterns: PatternSet) -> IntArray | None:  # noqa: ARG002 # for books that know of more
        """Return what tours are worth besides the benefit, tours by people in eighths of a point; None for nothing."""
        return None

    def _enumerate(
        self,
        block: int,
        limits: tuple[Limits, ...],
        plenaries: tuple[Plenary, ...],
        *,
        among: frozenset[int] | None,
    ) -> PatternSet:
        if self._lister is not None:
            return swift_set(self.records(block, limits, plenaries, among=among), len(self.problem.items))
        found: dict[tuple[tuple[int, ...], tuple[int, ...]], Pattern] = {}
        left = MOST_STEPS
        for limit in limits:
            for given in _given(plenaries):
                listed, steps = enumerate_patterns(
                    self.problem,
                    self.problem.blocks[block],
                    limit,
                    given,
                    among=among,
                    most_steps=max(LEAST_STEPS, left),
                )
                left -= steps
                for pattern in listed:
                    found.setdefault((pattern.items, pattern.starts), pattern)
        return self.arrays(list(found.values()))

    def records(
        self,
        block: int,
        limits: tuple[Limits, ...],
        plenaries: tuple[Plenary, ...],
        *,
        among: frozenset[int] | None = None,
    ) -> Records:
        """Return the tours of a block as compiled code lists them; where there are too many, the most promising.

        Raises
        ------
        RuntimeError
            When there is no compiled code (`native.library.is_available`).
        """
        if self._lister is None:
            raise RuntimeError("tours are listed as records by compiled code alone")
        given_here = tuple((given.item, given.starts, given.people is None) for given in plenaries)
        key = (block, limits, given_here, among)
        if key not in self._listed:
            if len(self._listed) > KEPT:
                self._listed.clear()
            self._listed[key] = self._records(self._lister, block, limits, plenaries, among)
        return self._listed[key]

    def _records(
        self,
        lister: Lister,
        block: int,
        limits: tuple[Limits, ...],
        plenaries: tuple[Plenary, ...],
        among: frozenset[int] | None,
    ) -> Records:
        found: list[Records] = []
        left = SWIFT_STEPS
        for limit in limits:
            for given in _given(plenaries):
                listed, steps = lister.listed(
                    self.problem.blocks[block],
                    limit,
                    given,
                    among=among,
                    most_steps=max(LEAST_STEPS, left),
                )
                left -= steps
                found.append(listed)
        records = unique(np.concatenate(found))
        if len(records) <= MOST_LISTED:
            return records
        ranked = np.argsort(-self._promise(records), kind="stable")[:MOST_LISTED]
        return records[np.sort(ranked)]

    def _promise(self, records: Records) -> IntArray:
        """Return what tours would be worth if the likeliest people made them; single visits and musts come first."""
        most = max((seats for _, seats in self.problem.seats), default=0)
        top = [
            int(np.sort(self.problem.worth[item.index])[::-1][: min(item.cap, most)].sum())
            for item in self.problem.items
        ]
        worth = np.array(top, dtype=np.int64)
        visits = visits_of(records, len(self.problem.items))
        wanted = np.array([item.must or bool(item.fixed) for item in self.problem.items], dtype=np.int64)
        promise: IntArray = visits @ (worth + ALWAYS * wanted)
        promise -= (records["ride"] + records["idle"]) * most // 2
        promise[records["count"] == 1] = 2**62
        return promise

    def arrays(self, patterns: list[Pattern]) -> PatternSet:
        """Return patterns with what the choice needs of them."""
        visits = np.zeros((len(patterns), len(self.problem.items)), dtype=np.bool_)
        for row, pattern in enumerate(patterns):
            visits[row, list(pattern.items)] = True
        price = np.array([run_price(pattern) for pattern in patterns], dtype=np.int64)
        seats = np.array([pattern.vehicle for pattern in patterns], dtype=np.bool_)
        moves = np.array([pattern.moves for pattern in patterns], dtype=np.bool_)
        out = np.array([pattern.out for pattern in patterns], dtype=np.int64)
        back = np.array([pattern.back for pattern in patterns], dtype=np.int64)
        return PatternSet(patterns, visits, price, seats, moves, out, back)


def swift_set(records: Records, items: int) -> PatternSet:
    """Return tours that compiled code has listed with what the choice needs of them."""
    ride, idle = records["ride"].astype(np.int64), records["idle"].astype(np.int64)
    return PatternSet(
        Patterns(records),
        visits_of(records, items),
        PRICE_TRANSFER_EIGHTHS * ride + PRICE_IDLE_EIGHTHS * idle,
        records["vehicle"].astype(np.bool_),
        records["moves"].astype(np.bool_),
        records["out"].astype(np.int64),
        records["back"].astype(np.int64),
    )


def _given(plenaries: tuple[Plenary, ...]) -> Iterator[Mapping[int, tuple[int, ...]]]:
    """Yield what tours must visit: the items for everyone, and once more with those that only some go to."""
    given = {plenary.item: plenary.starts for plenary in plenaries if plenary.people is None}
    yield given
    split = {plenary.item: plenary.starts for plenary in plenaries if plenary.people is not None}
    if split:
        yield {**given, **split}
