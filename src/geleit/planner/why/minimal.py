"""The smallest set of things that exclude a goal: by single things and pairs first, then by deletion."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from geleit.domain.obstacles import Obstacle, ObstacleKind
from geleit.planner.why.facts import Facts
from geleit.planner.why.oracle import Goals, Things, can_hold

ORDER = {kind: number for number, kind in enumerate(ObstacleKind)}
"""What is rather named: what concerns the item most."""
MOST_PAIRS = 400


def smallest_clash(
    facts: Facts, universe: Iterable[Obstacle], goals: Goals, *, kept: Things = frozenset()
) -> tuple[Obstacle, ...] | None:
    """Return a set that cannot hold with the goals, of which no member can be left out; None where none is known.

    Parameters
    ----------
    universe
        What holds.
    kept
        Things that are taken as given and are not part of the answer.
    """
    ranked = sorted(dict.fromkeys(universe), key=lambda thing: (ORDER[thing.kind], repr(thing)))
    if can_hold(facts, frozenset(ranked) | kept, goals):
        return None
    for few in _few(ranked):
        if not can_hold(facts, frozenset(few) | kept, goals):
            return tuple(few)
    return tuple(without_the_needless(facts, ranked, goals, kept))


def _few(ranked: Sequence[Obstacle]) -> Iterator[tuple[Obstacle, ...]]:
    yield ()
    yield from ((thing,) for thing in ranked)
    if len(ranked) * (len(ranked) - 1) // 2 <= MOST_PAIRS:
        yield from combinations(ranked, 2)


def without_the_needless(
    facts: Facts, clash: Sequence[Obstacle], goals: Goals, kept: Things = frozenset()
) -> list[Obstacle]:
    """Return a clashing set without the things that it clashes without too, those named last being left out first."""
    needed = list(clash)
    for thing in reversed(clash):
        fewer = [other for other in needed if other != thing]
        if not can_hold(facts, frozenset(fewer) | kept, goals):
            needed = fewer
    return needed
