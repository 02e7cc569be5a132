"""Which tours a day's groups make at given gains: as many at a time as there are groups, and interpreters.

All days at once, by dynamic programming over the best tours of each pool.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geleit.planner.bound.listing import FloatArray
from geleit.planner.bound.relaxation import DayPools
from geleit.planner.problem import IntArray

NOTHING = -1e15


@dataclass(frozen=True, slots=True)
class Candidates:
    """The best of a pool's tours.

    Parameters
    ----------
    tour, copy
        Number of the tour in its pool, and of the group on it.
    plain, interpreted
        Gain without an interpreter and with one, in eighths of a point.
    """

    tour: IntArray
    copy: IntArray
    plain: FloatArray
    interpreted: FloatArray


def candidates(plain: FloatArray, interpreted: FloatArray, groups: int) -> Candidates:
    """Return those of a pool's tours (by rows, copies by columns) that a best choice may consist of."""
    width = plain.shape[1]
    most = min(plain.size, 2 * groups)
    flat, other = plain.ravel(), interpreted.ravel()
    top = np.argpartition(-flat, most - 1)[:most]
    if other.max(initial=NOTHING) > 0:
        top = np.union1d(top, np.argpartition(-other, most - 1)[:most])
    top = top[(flat[top] > 0) | (other[top] > 0)]
    return Candidates(top // width, top % width, flat[top], other[top])


@dataclass(frozen=True, slots=True)
class Pick:
    """A group on a tour of a pool."""

    pool: int
    tour: int
    copy: int
    interpreted: bool


class Tables:
    """For every pool the best that so many groups and so many interpreters can gain there."""

    def __init__(self, found: Sequence[Candidates], groups: int, interpreters: int) -> None:
        self.found, self.groups = found, groups
        self.interpreters = min(interpreters, groups)
        count, depth = len(found) + 1, max((len(each.tour) for each in found), default=0)
        plain = np.full((count, depth), NOTHING)
        interpreted = np.full((count, depth), NOTHING)
        for row, each in enumerate(found):
            plain[row, : len(each.tour)] = each.plain
            interpreted[row, : len(each.tour)] = each.interpreted
        self.worth = np.zeros((count, groups + 1, self.interpreters + 1))
        self._how = np.zeros((depth, *self.worth.shape), dtype=np.int8)
        for step in range(depth):
            self._extend(step, plain[:, step, None, None], interpreted[:, step, None, None])

    def _extend(self, step: int, plain: FloatArray, interpreted: FloatArray) -> None:
        worth, how = self.worth, self._how[step]
        before = worth.copy()
        alone = before[:, :-1] + plain
        better = alone > worth[:, 1:]
        worth[:, 1:][better] = alone[better]
        how[:, 1:][better] = 1
        helped = before[:, :-1, :-1] + interpreted
        better = helped > worth[:, 1:, 1:]
        worth[:, 1:, 1:][better] = helped[better]
        how[:, 1:, 1:][better] = 2

    def picks(self, pool: int, groups: int, interpreters: int) -> list[Pick]:
        """Return the tours behind an entry."""
        found, each = [], self.found[pool] if pool < len(self.found) else None
        for step in range(len(self._how) - 1, -1, -1):
            how = int(self._how[step, pool, groups, interpreters])
            if how and each is not None:
                found.append(Pick(pool, int(each.tour[step]), int(each.copy[step]), how == 2))
                groups -= 1
                interpreters -= int(how == 2)
        return found


def choose(tables: Tables, days: Sequence[DayPools]) -> tuple[float, list[Pick]]:
    """Return what the best choice gains, and its tours."""
    none = len(tables.found)
    kinds = [
        (day.morning, day.afternoon, day.evening, day.first_half, day.second_half, day.over_noon)
        for day in days
    ]
    pools = np.array([[none if pool is None else pool for pool in kind] for kind in kinds], dtype=np.int64)
    pools = pools.reshape(len(days), 6)
    in_halves, whole = _over_noon(tables, pools)
    picks: list[Pick] = []
    for day in range(len(days)):
        morning, afternoon, evening, first, second, over_noon = pools[day].tolist()
        out = int(
            max(
                in_halves[day].argmax(),
                whole[day].argmax(),
                key=lambda out: max(in_halves[day, out], whole[day, out]),
            )
        )
        if in_halves[day, out] >= whole[day, out]:
            picks += _picks(tables, out, ((first,), (morning,))) + _picks(
                tables, out, ((second,), (afternoon,))
            )
        else:
            picks += _picks(tables, out, ((over_noon,), (morning, afternoon)))
        picks += tables.picks(evening, tables.groups, tables.interpreters)
    late = tables.worth[pools[:, 2], tables.groups, tables.interpreters]
    return float(np.maximum(in_halves, whole).max(axis=1).sum() + late.sum()), picks


def _over_noon(tables: Tables, pools: IntArray) -> tuple[FloatArray, FloatArray]:
    """Return the best of each day by groups out over noon: with such tours in halves, and as a whole."""
    groups, most = tables.groups, tables.interpreters
    morning, afternoon, _, first, second, whole = (tables.worth[pools[:, kind]] for kind in range(6))
    halves, entire = np.empty((2, len(pools), groups + 1))
    for out in range(groups + 1):
        split = range(most + 1)
        halves[:, out] = sum(
            np.max([longer[:, out, few] + short[:, groups - out, most - few] for few in split], axis=0)
            for longer, short in ((first, morning), (second, afternoon))
        )
        both = morning[:, groups - out] + afternoon[:, groups - out]
        entire[:, out] = np.max([whole[:, out, few] + both[:, most - few] for few in split], axis=0)
    return halves, entire


def _picks(tables: Tables, out: int, pools: tuple[tuple[int, ...], tuple[int, ...]]) -> list[Pick]:
    """Return the tours of so many groups in the first pools and of the others in the second pools."""
    rest, most = tables.groups - out, tables.interpreters

    def worth(few: int) -> float:
        longer = sum(tables.worth[pool, out, few] for pool in pools[0])
        return float(longer + sum(tables.worth[pool, rest, most - few] for pool in pools[1]))

    few = max(range(most + 1), key=worth)
    return [
        pick
        for numbers, groups, helped in ((pools[0], out, few), (pools[1], rest, most - few))
        for pool in numbers
        for pick in tables.picks(pool, groups, helped)
    ]
