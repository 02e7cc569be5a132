"""The bound is never below a programme that exists, falls as it is worked on, and splits lose nothing."""

from functools import cache
from random import Random

import numpy as np
import pytest

from benchmarks.demands import Shape
from benchmarks.instances import Size, make_trip
from geleit.domain.legs import leg_choices
from geleit.planner.bound.ascent import Ascent
from geleit.planner.bound.branch import branching_items, placings, spots_of, visiting
from geleit.planner.bound.lagrange import Lagrange, first_prices
from geleit.planner.bound.prove import Prover
from geleit.planner.bound.relaxation import Relaxation, relax
from geleit.planner.problem import Problem, compile_problem
from geleit.planner.result import Solved
from geleit.planner.solve import Options, solve
from geleit.planner.value import evaluate, ruler_for
from tests.feasible import Case, feasible_case

SPLIT = (0, 3, 5, 8, 11)
"""Seeds of random trips."""


@cache
def case_of(seed: int) -> Case:
    return feasible_case(Random(seed))


@cache
def problems_of(seed: int) -> tuple[Problem, ...]:
    trip = case_of(seed).trip
    return tuple(compile_problem(trip, legs, ruler_for(trip)) for legs in leg_choices(trip, 16))


def relaxation_of(seed: int) -> Relaxation:
    relaxation = relax(problems_of(seed)[:1])
    assert relaxation is not None
    return relaxation


def hidden_value(seed: int) -> int:
    case = case_of(seed)
    return evaluate(case.trip, case.witness, ruler_for(case.trip)).objective


@pytest.mark.parametrize("seed", range(24))
def test_no_bound_lies_below_a_programme_that_exists(seed: int) -> None:
    prover = Prover(problems_of(seed))
    bounds = []
    for _ in range(6):
        prover.advance(80, -(10**12))
        bounds.append(prover.bound)
    found = [bound for bound in bounds if bound is not None]
    assert len(found) == 6
    assert found == sorted(found, reverse=True), "a bound never rises"
    assert all(bound >= hidden_value(seed) for bound in found)


@pytest.mark.parametrize("shape", ["compact", "fixed", "scarce", "large"])
def test_no_bound_lies_below_what_the_search_finds_with_every_rule_on(shape: Shape) -> None:
    trip = make_trip(Size(items=16, groups=2, delegates=14, days=5, stations=2, shape=shape), 1)
    answer = solve(trip, Options(rounds=120, prove=False))
    assert isinstance(answer, Solved)
    assert answer.programme.value is not None
    ruler = ruler_for(trip)
    prover = Prover([compile_problem(trip, legs, ruler) for legs in leg_choices(trip, 16)])
    prover.advance(400, -(10**12))
    assert prover.bound is not None
    assert prover.bound >= answer.programme.value.objective


def test_more_steps_make_the_bound_smaller() -> None:
    prover = Prover(problems_of(0))
    prover.advance(1, -(10**12))
    first = prover.bound
    prover.advance(150, -(10**12))
    assert first is not None
    assert prover.bound is not None
    assert prover.bound < first


def test_work_stops_where_the_programme_is_as_good_as_the_bound() -> None:
    prover = Prover(problems_of(0))
    prover.advance(1, -(10**12))
    known = prover.bound
    assert known is not None
    prover.advance(100, known)
    assert prover.bound == known


def test_nothing_is_proven_when_told_to_stop_while_tours_are_listed() -> None:
    prover = Prover(problems_of(0), stop=lambda: True)
    prover.advance(10, -(10**12))
    assert prover.bound is None


@pytest.mark.parametrize("seed", SPLIT)
def test_the_ways_to_place_an_item_cover_every_tour_to_it(seed: int) -> None:
    relaxation = relaxation_of(seed)
    for item in (item for item in branching_items(relaxation) if spots_of(relaxation, item)):
        ways = list(placings(relaxation, item))
        for number, data in enumerate(relaxation.pools):
            visits = visiting(data, item)
            shut_out = np.logical_and.reduce(
                [way.barred[number][visits] for way in ways if way.spot is not None]
            )
            assert not shut_out.any(), "no way leaves the tours to the item open"
        assert len(ways) == len(spots_of(relaxation, item)) + (not relaxation.problem.items[item].must)


@pytest.mark.parametrize("seed", SPLIT)
def test_a_part_is_bounded_no_higher_than_the_whole_at_the_same_prices(seed: int) -> None:
    relaxation = relaxation_of(seed)
    whole, prices = Lagrange(relaxation), first_prices(relaxation)
    above = whole.step(prices).bound
    for item in branching_items(relaxation):
        for way in placings(relaxation, item):
            assert whole.without(way.barred).step(prices).bound <= above + 1e-6


def test_a_pass_ends_at_the_best_prices_and_the_next_is_longer() -> None:
    relaxation = relaxation_of(0)
    ascent = Ascent(Lagrange(relaxation), first_prices(relaxation))
    lengths = []
    for _ in range(2):
        lengths.append(ascent.length)
        for _ in range(ascent.length):
            ascent.advance()
    assert ascent.passes == 2
    assert lengths[1] > lengths[0]
    assert ascent.lagrange.step(ascent.prices).bound == pytest.approx(ascent.best)
