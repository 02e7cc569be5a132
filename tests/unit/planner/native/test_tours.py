"""The tours that compiled code lists are those that Python lists."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from benchmarks.instances import named_trip
from geleit.domain.legs import leg_choices
from geleit.domain.trip import Trip
from geleit.planner.native.library import library
from geleit.planner.native.tours import Lister, Patterns, pattern_of, record_of, unique
from geleit.planner.problem import compile_problem
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.construct import construct
from geleit.planner.timetable.limits import limits_of
from geleit.planner.timetable.patterns import MAX_PATTERNS, enumerate_patterns
from geleit.planner.value import ruler_for
from tests.feasible import Case
from tests.strategies import feasible_cases

pytestmark = pytest.mark.skipif(library() is None, reason="no C compiler was there at set-up")
STEPS = 4_000


def assert_same_tours(trip: Trip) -> None:
    problem = compile_problem(trip, next(leg_choices(trip)), ruler_for(trip))
    plan = construct(problem, PatternBook(problem), np.random.default_rng(0))
    lister = Lister(problem)
    for block in problem.blocks:
        given_here = {plenary.item: plenary.starts for plenary in plan.plenaries[block.index]}
        choices = ({}, given_here) if given_here else ({},)
        for limits in limits_of(plan, block.index):
            for wanted in choices:
                patterns, steps = enumerate_patterns(problem, block, limits, wanted, most_steps=STEPS)
                records, swift_steps = lister.listed(block, limits, wanted, most_steps=STEPS)
                assert ([pattern_of(record) for record in records][:MAX_PATTERNS], swift_steps) == (
                    patterns,
                    steps,
                )


@given(case=feasible_cases())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_random_trip_has_the_same_tours(case: Case) -> None:
    assert_same_tours(case.trip)


@pytest.mark.parametrize("name", ["compact-30", "fixed-30", "large-30"])
def test_a_trip_of_the_benchmark_has_the_same_tours(name: str) -> None:
    assert_same_tours(named_trip(name, seed=1))


def test_tours_before_the_epoch_are_listed_in_time_order() -> None:
    # the delegation is there before the first leg: minutes are negative, -1 among them
    trip = named_trip("compact-30", seed=2)
    problem = compile_problem(trip, next(leg_choices(trip)), ruler_for(trip))
    book = PatternBook(problem)
    plan = construct(problem, book, np.random.default_rng(0))

    for block in range(len(problem.blocks)):
        for pattern in book.patterns(block, limits_of(plan, block), plan.plenaries[block]).patterns:
            assert list(pattern.starts) == sorted(pattern.starts)


def test_a_tour_is_the_same_as_a_record_and_back() -> None:
    trip = named_trip("compact-30", seed=1)
    problem = compile_problem(trip, next(leg_choices(trip)), ruler_for(trip))
    book = PatternBook(problem)
    plan = construct(problem, book, np.random.default_rng(0))
    records = book.records(1, limits_of(plan, 1), plan.plenaries[1])

    assert [record_of(pattern) for pattern in Patterns(records)] == [
        records[n : n + 1] for n in range(len(records))
    ]
    assert len(unique(np.concatenate([records, records]))) == len(records)
