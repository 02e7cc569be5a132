"""Where an item for everyone may lie: the ways to split a relaxation so that each part is bounded more tightly.

An item whose one session everyone attends lies in one day part of one day, or nowhere. Fixing that shuts out the tours
that visit it at other times, and for those who must attend it the tours that keep them elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from geleit.domain.kinds import DayPart
from geleit.planner.bound.relaxation import Relaxation
from geleit.planner.problem import BoolArray

Spot = tuple[date, DayPart]


@dataclass(frozen=True, slots=True)
class Placing:
    """An item for everyone at a spot, or nowhere, and who cannot make which tour then (tours by people)."""

    item: int
    spot: Spot | None
    barred: BoolArray


def branching_items(relaxation: Relaxation) -> tuple[int, ...]:
    """Return the items with one session for everyone, those with the fewest spots first."""
    items = [data.index for data in relaxation.problem.items if data.for_all and data.together]
    return tuple(sorted(items, key=lambda item: (len(spots_of(relaxation, item)), item)))


def spots_of(relaxation: Relaxation, item: int) -> tuple[Spot, ...]:
    """Return the days and day parts in which some tour visits an item."""
    pools = {int(relaxation.pool[row]) for row in np.flatnonzero(relaxation.visits[:, item])}
    return tuple(
        sorted({(day, part) for day, parts in (relaxation.pools[pool] for pool in pools) for part in parts})
    )


def placings(relaxation: Relaxation, item: int) -> Iterator[Placing]:
    """Yield all that can happen to an item; together they cover every programme."""
    visits = relaxation.visits[:, item]
    everyone = np.ones(relaxation.barred.shape[1], dtype=np.bool_)
    for spot in spots_of(relaxation, item):
        within = np.array([spot[0] == day and spot[1] in parts for day, parts in relaxation.pools])
        there = within[relaxation.pool] if len(within) else np.zeros(len(visits), dtype=np.bool_)
        obliged = relaxation.obliged_at(item, spot)
        elsewhere = (visits & ~there)[:, None] & everyone[None, :]
        kept_away = (there & ~visits)[:, None] & obliged[None, :]
        yield Placing(item, spot, elsewhere | kept_away)
    if not relaxation.problem.items[item].must:
        yield Placing(item, None, visits[:, None] & everyone[None, :])
