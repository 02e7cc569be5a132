"""Local search: clear a few blocks, fill them again, keep what is better. Deterministic for a seed and rounds."""

from collections.abc import Callable

import numpy as np

from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.construct import day_of, fill, placings, with_placing, without_plenary
from geleit.planner.timetable.plan import Plan

NOISES = (0.0, 0.05, 0.15, 0.3)
TRIES = 4
"""Ways in which the days are filled that an item for everyone has come to or left."""
HEAT_EIGHTHS = 4000.0
"""Loss, in eighths of a point, that is accepted in one of e cases at the start; it cools to nothing."""


def _nothing() -> float:
    return 0.0


def improve(
    plan: Plan,
    book: PatternBook,
    rng: np.random.Generator,
    *,
    rounds: int,
    stop: Callable[[], bool],
    on_round: Callable[[int, Plan], None],
    spent: Callable[[], float] = _nothing,
) -> tuple[Plan, int]:
    """Return the best plan found and the rounds made.

    Parameters
    ----------
    rounds
        Rounds at most; the reproducible measure of effort.
    stop
        Asked before each round: deadline or cancellation.
    on_round
        Told the number of each round and the best plan so far.
    spent
        Tells the share of the time allowed that is gone; 0 where the rounds alone limit the search.
    """
    best = current = plan
    done = 0
    for number in range(rounds):
        if stop():
            break
        done = number + 1
        tried = _round(current, book, rng)
        heat = HEAT_EIGHTHS * (1 - max(number / rounds, spent())) ** 2
        if tried is not None and _accepted(tried, current, heat, rng):
            current = tried
        if current.rank > best.rank:
            best = current
        on_round(done, best)
    return best, done


def _accepted(tried: Plan, current: Plan, heat: float, rng: np.random.Generator) -> bool:
    """Whether to go on from the plan tried: always when it is no worse, by chance when it is a little worse."""
    if tried.rank[:2] != current.rank[:2]:
        return tried.rank > current.rank
    loss = current.objective - tried.objective
    return loss <= 0 or (heat > 0 and float(rng.random()) < float(np.exp(-loss / heat)))


def _round(plan: Plan, book: PatternBook, rng: np.random.Generator) -> Plan | None:
    problem = plan.problem
    if not problem.blocks:
        return None
    noise = NOISES[int(rng.integers(0, len(NOISES)))]
    block = int(rng.integers(0, len(problem.blocks)))
    kind = float(rng.random())
    if kind < 0.12 and (moved := move_plenary(plan, book, rng)) is not None:
        return moved
    blocks: tuple[int, ...] = (block,)
    if kind > 0.75:
        blocks = _related(plan, block, rng)
    elif kind > 0.4:
        blocks = day_of(problem, block)
    return fill(plan, blocks, book, rng, noise=noise)


def _related(plan: Plan, block: int, rng: np.random.Generator) -> tuple[int, ...]:
    """Return a block and one or two others at the same station that compete for the same items."""
    problem = plan.problem
    mine = set(problem.items_in[block])
    rivals = [
        other.index
        for other in problem.blocks
        if other.index != block and mine & set(problem.items_in[other.index])
    ]
    count = min(len(rivals), int(rng.integers(1, 4)))
    chosen = rng.choice(rivals, size=count, replace=False).tolist() if count else []
    return (block, *(int(other) for other in chosen))


def move_plenary(plan: Plan, book: PatternBook, rng: np.random.Generator, tries: int = TRIES) -> Plan | None:
    """Give an item for everyone another place, or one that has none its first; fill what that touches, a few times."""
    problem = plan.problem
    items = [item.index for item in problem.items if item.for_all and problem.blocks_of[item.index]]
    if not items:
        return None
    item = items[int(rng.integers(0, len(items)))]
    homes = [block for block, here in enumerate(plan.plenaries) if any(given.item == item for given in here)]
    lifted = without_plenary(plan, item)
    options = list(placings(lifted, item))
    if not options:
        return None
    placing = options[int(rng.integers(0, len(options)))]
    days = {problem.blocks[block].day for block in (*homes, *placing)}
    touched = tuple(block.index for block in problem.blocks if block.day in days)
    cleared = lifted.with_runs({block: () for block in touched if not lifted.plenaries[block]})
    placed = with_placing(cleared, placing, book)
    return None if placed is None else _best_fill(placed, touched, book, rng, tries)


def _best_fill(
    plan: Plan, blocks: tuple[int, ...], book: PatternBook, rng: np.random.Generator, tries: int
) -> Plan | None:
    """Return the best of a few ways to fill the blocks: so large a change needs more than one try to show its worth."""
    best: Plan | None = None
    for _ in range(tries):
        filled = fill(plan if best is None else best, blocks, book, rng, noise=NOISES[1])
        if filled is not None and (best is None or filled.rank > best.rank):
            best = filled
    return best
