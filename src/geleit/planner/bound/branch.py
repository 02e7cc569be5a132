"""Where an item for everyone may lie: the ways to split a relaxation so that each part is bounded more tightly.

An item whose one session everyone attends lies in one day part of one day, or nowhere. Fixing that shuts out the tours
that visit it at other times, and for those who must attend it the tours that keep them elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from geleit.domain.kinds import DayPart
from geleit.planner.bound.relaxation import PoolData, Relaxation
from geleit.planner.problem import BoolArray

Spot = tuple[date, DayPart]


@dataclass(frozen=True, slots=True)
class Placing:
    """An item for everyone at a spot, or nowhere, and who cannot make which tour then (tours by people, by pool)."""

    item: int
    spot: Spot | None
    barred: list[BoolArray]


def branching_items(relaxation: Relaxation) -> tuple[int, ...]:
    """Return the items with one session for everyone, those with the fewest spots first."""
    items = [data.index for data in relaxation.problem.items if data.for_all and data.together]
    return tuple(sorted(items, key=lambda item: (len(spots_of(relaxation, item)), item)))


def spots_of(relaxation: Relaxation, item: int) -> tuple[Spot, ...]:
    """Return the days and day parts in which some tour visits an item."""
    pools = [data.pool for data in relaxation.pools if item in data.items]
    return tuple(sorted({(pool.day, part) for pool in pools for part in pool.parts}))


def placings(relaxation: Relaxation, item: int) -> Iterator[Placing]:
    """Yield all that can happen to an item; together they cover every programme."""
    for spot in spots_of(relaxation, item):
        obliged = relaxation.obliged_at(item, spot)
        yield Placing(item, spot, [_barred(data, item, spot, obliged) for data in relaxation.pools])
    if not relaxation.problem.items[item].must:
        nobody = np.zeros(len(relaxation.people), dtype=np.bool_)
        yield Placing(item, None, [_barred(data, item, None, nobody) for data in relaxation.pools])


def visiting(data: PoolData, item: int) -> BoolArray:
    """Return which tours of a pool visit an item."""
    found: BoolArray = (data.tours.items == item).any(axis=1)
    return found


def _barred(data: PoolData, item: int, spot: Spot | None, obliged: BoolArray) -> BoolArray:
    """Return who cannot make which tour of a pool when an item lies at a spot."""
    visits = visiting(data, item)
    if spot is None or data.pool.day != spot[0] or spot[1] not in data.pool.parts:
        return np.repeat(visits[:, None], len(obliged), axis=1)
    barred: BoolArray = ~visits[:, None] & obliged[None, :]
    return barred
