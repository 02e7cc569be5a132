"""Widening: the touched blocks alone, their half-days, their days, the days that share their items, all of it.

Every step starts from the plan in hand and is taken only if it is better. Deterministic for a seed and rounds.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from geleit.planner.problem import Problem
from geleit.planner.repair.keeping import KeepingBook
from geleit.planner.timetable.construct import fill, meet_demands, placings, with_placing
from geleit.planner.timetable.plan import Plan

NOISES = (0.0, 0.05, 0.15)
Rank = tuple[int, int, int]
Stop = Callable[[], bool]
OnPlan = Callable[[Plan], None]


def rank_of(plan: Plan, book: KeepingBook) -> Rank:
    """Return what decides between two plans: fewer missing sessions, fewer torn rules, then worth with what is kept."""
    missing, torn, objective = plan.rank
    return missing, torn, objective + book.keeping.worth_of(plan)


def completed(plan: Plan, book: KeepingBook, wanted: Sequence[int], stop: Stop) -> Plan:
    """Return the plan with the items for everyone that lost their place, and with what must be there, if possible.

    Parameters
    ----------
    wanted
        Items for everyone that had a place.
    """
    rng = np.random.default_rng(0)
    for item in wanted:
        if plan.problem.items[item].for_all and item not in plan.placed:
            plan = placed_for_all(plan, item, book, stop)
    return meet_demands(plan, book, rng, rounds=12, stop=stop) if plan.unmet else plan


def placed_for_all(plan: Plan, item: int, book: KeepingBook, stop: Stop) -> Plan:
    """Return the plan with an item for everyone at the first place that lets all others be filled again."""
    for placing in placings(plan, item):
        if stop():
            return plan
        around = tuple(sorted({other for block in placing for other in (block, *plan.conflicting(block))}))
        cleared = plan.with_runs(dict.fromkeys(around, ()))
        placed = with_placing(cleared, placing, book)
        if placed is None:
            continue
        filled = fill(placed, around, book, np.random.default_rng(0), long_first=False)
        if filled is not None and item in filled.placed and len(filled.unmet) <= len(plan.unmet):
            return filled
    return plan


def neighbourhoods(plan: Plan, touched: Sequence[int], free: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Yield sets of blocks to solve anew, the smallest first; each once.

    Parameters
    ----------
    touched
        Blocks in which something changed, or that could take what changed.
    free
        Blocks that may be changed at all.
    """
    problem = plan.problem
    seen: set[tuple[int, ...]] = set()
    for group in (
        [(block,) for block in touched],
        [(block, *plan.conflicting(block)) for block in touched],
        [_day(problem, block) for block in touched],
        [_related(problem, block) for block in touched],
    ):
        for blocks in group:
            allowed = tuple(sorted(set(blocks) & free))
            if allowed and allowed not in seen:
                seen.add(allowed)
                yield allowed


def _day(problem: Problem, block: int) -> tuple[int, ...]:
    return tuple(other.index for other in problem.blocks if other.day == problem.blocks[block].day)


def _related(problem: Problem, block: int) -> tuple[int, ...]:
    """Return the block's day and the blocks that compete most for its items."""
    mine = set(problem.items_in[block])
    rivals = sorted(
        (
            other.index
            for other in problem.blocks
            if other.index != block and mine & set(problem.items_in[other.index])
        ),
        key=lambda other: (-len(mine & set(problem.items_in[other])), other),
    )
    return (*_day(problem, block), *rivals[:4])


def refine(
    plan: Plan, steps: Iterator[tuple[int, ...]], book: KeepingBook, stop: Stop, on_better: OnPlan
) -> Plan:
    """Return the plan after solving sets of blocks anew, each only where that is better."""
    rng = np.random.default_rng(1)
    for blocks in steps:
        if stop():
            return plan
        tried = fill(plan, blocks, book, rng)
        if tried is not None and rank_of(tried, book) > rank_of(plan, book):
            plan = tried
            on_better(plan)
    return plan


def widen(
    plan: Plan,
    book: KeepingBook,
    free: frozenset[int],
    *,
    seed: int,
    rounds: int,
    stop: Stop,
    on_better: OnPlan,
) -> Plan:
    """Return the plan after rounds in which some blocks anywhere are solved anew, each only where that is better."""
    rng = np.random.default_rng(seed)
    blocks = sorted(free)
    for _ in range(rounds if blocks else 0):
        if stop():
            break
        block = blocks[int(rng.integers(0, len(blocks)))]
        kind = float(rng.random())
        chosen: tuple[int, ...] = (block,)
        if kind > 0.7:
            related = [other for other in _related(plan.problem, block) if other in free]
            others = rng.permutation(related).tolist()[: int(rng.integers(1, 4))]
            chosen = tuple(dict.fromkeys((block, *(int(other) for other in others))))
        elif kind > 0.4:
            chosen = tuple(other for other in _day(plan.problem, block) if other in free)
        noise = NOISES[int(rng.integers(0, len(NOISES)))]
        tried = fill(plan, chosen, book, rng, noise=noise)
        if tried is not None and rank_of(tried, book) > rank_of(plan, book):
            plan = tried
            on_better(plan)
    return plan
