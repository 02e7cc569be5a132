"""Whatever tour the search lists is among the sets of the proof, at a price no higher and with times no tighter."""

from functools import cache
from random import Random

import pytest

from geleit.domain.kinds import DayPart
from geleit.domain.legs import leg_choices
from geleit.planner.bound import listing
from geleit.planner.bound.listing import NOWHERE, Pool, Reach, Tours, list_tours
from geleit.planner.problem import Block, Problem, compile_problem
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import Pattern, enumerate_patterns, noon_of
from geleit.planner.timetable.plan import Plan, run_price
from geleit.planner.value import ruler_for
from tests.feasible import feasible_case

SEEDS = range(70, 82)


@cache
def problem_of(seed: int) -> Problem:
    trip = feasible_case(Random(seed)).trip
    return compile_problem(trip, next(iter(leg_choices(trip, 1))), ruler_for(trip))


def patterns_of(problem: Problem, block: Block) -> list[Pattern]:
    """Return what the search lists, items for everyone included."""
    given = [{item: ()} for item in problem.items_in[block.index] if problem.items[item].for_all]
    return [
        pattern
        for limits in limits_of(Plan.empty(problem), block.index)
        for wanted in ({}, *given)
        for pattern in enumerate_patterns(problem, block, limits, wanted)[0]
    ]


def row_of(tours: Tours, items: tuple[int, ...]) -> int | None:
    wanted = sorted(items)
    rows = [
        row for row, found in enumerate(tours.items.tolist()) if [x for x in found if x != NOWHERE] == wanted
    ]
    return rows[0] if rows else None


@pytest.mark.parametrize("seed", SEEDS)
def test_every_tour_of_the_search_is_listed_no_dearer_and_no_tighter(seed: int) -> None:
    problem = problem_of(seed)
    found = list_tours([problem])
    assert found is not None
    for block in problem.blocks:
        reach = Reach.OVER_NOON if block.is_long else Reach.PART
        for pattern in patterns_of(problem, block):
            tours = found[Pool(block.day, block.parts[0], reach)]
            row = row_of(tours, pattern.items)
            assert row is not None
            assert tours.price[row] <= run_price(pattern)
            assert tours.out[row] >= pattern.out
            assert tours.back[row] <= pattern.back
            assert tours.vehicle[row] <= pattern.vehicle


@pytest.mark.parametrize("seed", SEEDS)
def test_the_halves_of_every_long_tour_are_listed_and_cost_no_more(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_OVER_NOON", -1)
    problem = problem_of(seed)
    found = list_tours([problem])
    assert found is not None
    for block in (block for block in problem.blocks if block.is_long):
        noon = noon_of(problem, block)
        for pattern in patterns_of(problem, block):
            parts = (
                tuple(
                    item for item, start in zip(pattern.items, pattern.starts, strict=True) if start < noon
                ),
                tuple(
                    item for item, start in zip(pattern.items, pattern.starts, strict=True) if start >= noon
                ),
            )
            price = 0.0
            for part, items in zip((DayPart.MORNING, DayPart.AFTERNOON), parts, strict=True):
                tours = found[Pool(block.day, part, Reach.HALF)]
                row = row_of(tours, items)
                assert row is not None
                price += float(tours.price[row])
            assert price <= run_price(pattern)


def test_listing_ends_when_told_to_stop() -> None:
    assert list_tours([problem_of(70)], stop=lambda: True) is None
