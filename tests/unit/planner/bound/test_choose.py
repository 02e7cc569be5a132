"""The choice of a day's tours is the best there is, by trying them all."""

from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.planner.bound.choose import NOTHING, Tables, candidates, choose
from geleit.planner.bound.relaxation import DayPools

DAY = date(2026, 11, 23)
GAINS = st.lists(st.tuples(st.integers(-3, 9), st.integers(-3, 9)), max_size=3)
"""Tours of a pool: what each gains without an interpreter, and with one."""


def tables_of(pools: list[list[tuple[int, int]]], groups: int, interpreters: int) -> Tables:
    found = []
    for pool in pools:
        gains = np.array(pool, dtype=np.float64).reshape(len(pool), 2)
        found.append(candidates(gains[:, :1], gains[:, 1:], groups))
    return Tables(found, groups, interpreters)


def by_trying(pools: list[list[tuple[int, int]]], groups: int, interpreters: int) -> int:
    """Return the best of a day whose pools are morning, afternoon, evening and tours over noon."""
    best = 0
    tours = [(pool, gains) for pool, tours in enumerate(pools) for gains in tours]
    for way in product(range(3), repeat=len(tours)):
        out = [0, 0, 0]
        helped = [0, 0, 0]
        for (pool, _), how in zip(tours, way, strict=True):
            for part in (0, 1) if pool == 3 else (pool,):
                out[part] += how > 0
                helped[part] += how == 2
        if max(out) <= groups and max(helped) <= interpreters:
            best = max(best, sum((0, *gains)[how] for (_, gains), how in zip(tours, way, strict=True)))
    return best


@given(st.lists(GAINS, min_size=4, max_size=4), st.integers(1, 3), st.integers(0, 2))
def test_the_choice_is_the_best_there_is(
    pools: list[list[tuple[int, int]]], groups: int, interpreters: int
) -> None:
    day = DayPools(DAY, morning=0, afternoon=1, evening=2, first_half=None, second_half=None, over_noon=3)
    gain, picks = choose(tables_of(pools, groups, interpreters), [day])
    # A table of a group and an interpreter each counts them apart over the day: as good as any, never better here.
    assert gain == by_trying(pools, groups, min(interpreters, groups))
    assert sum(pools[pick.pool][pick.tour][pick.interpreted] for pick in picks) == pytest.approx(gain)


def test_halves_of_tours_over_noon_are_as_many_in_the_morning_as_in_the_afternoon() -> None:
    day = DayPools(DAY, morning=0, afternoon=1, evening=None, first_half=2, second_half=3, over_noon=None)
    tables = tables_of([[(5, -1)], [(5, -1)], [(9, -1)], [(2, -1)]], 1, 0)
    gain, picks = choose(tables, [day])
    assert gain == 11
    assert sorted(pick.pool for pick in picks) == [2, 3]


def test_a_pool_without_tours_gains_nothing() -> None:
    day = DayPools(
        DAY, morning=0, afternoon=None, evening=None, first_half=None, second_half=None, over_noon=None
    )
    tables = Tables([candidates(np.full((1, 1), NOTHING), np.full((1, 1), NOTHING), 2)], 2, 1)
    assert choose(tables, [day]) == (0.0, [])
