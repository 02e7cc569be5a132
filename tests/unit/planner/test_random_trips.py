"""Whatever the trip, the planner answers, and never with a programme that the checker objects to."""

import os
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from geleit.domain.legs import leg_choices
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.problem import compile_problem
from geleit.planner.result import Infeasible, Result, Solved, TimedOut
from geleit.planner.settle import MISSING
from geleit.planner.solve import Options, Progress, solve
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.construct import construct
from geleit.planner.timetable.search import improve
from geleit.planner.value import evaluate, ruler_for
from tests.feasible import Case, feasible_case
from tests.hostile import hostile_trip
from tests.strategies import feasible_cases, hostile_trips

IS_THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
FEW = settings(max_examples=120 if IS_THOROUGH else 6, deadline=None, suppress_health_check=list(HealthCheck))
OPTIONS = Options(rounds=3, limit_s=8, prove=False)


def assert_sound(trip: Trip, result: Result) -> None:
    """A solution has no fault at all, a programme out of time only lacks what must be there."""
    if isinstance(result, Solved):
        assert check_programme(trip, result.programme) == ()
    if isinstance(result, TimedOut) and result.best is not None:
        assert {violation.code for violation in check_programme(trip, result.best)} <= MISSING


@given(trip=hostile_trips())
@FEW
def test_an_absurd_trip_gets_an_answer_and_no_invalid_programme(trip: Trip) -> None:
    assert_sound(trip, solve(trip, OPTIONS))


@pytest.mark.parametrize("seed", [139, 151, 152])
def test_a_trip_without_groups_is_answered(seed: int) -> None:
    trip = replace(hostile_trip(Random(seed)), groups=())
    assert_sound(trip, solve(trip, OPTIONS))


@given(case=feasible_cases())
@FEW
def test_the_search_measures_a_plan_as_the_checker_measures_its_programme(case: Case) -> None:
    trip = case.trip
    problem = compile_problem(trip, next(leg_choices(trip)), ruler_for(trip))
    book, rng = PatternBook(problem), np.random.default_rng(0)
    plan = construct(problem, book, rng)
    plan, _ = improve(plan, book, rng, rounds=2, stop=lambda: False, on_round=lambda _, __: None)
    plan = plan.with_runs({n: tuple(run for run in runs if run.people) for n, runs in enumerate(plan.runs)})

    value = evaluate(trip, build_programme(plan), problem.ruler)

    assert (value.objective, value.benefit) == (plan.objective, int(plan.benefit.sum()))


@given(case=feasible_cases())
@FEW
def test_the_best_never_gets_worse_while_the_search_runs(case: Case) -> None:
    told: list[Progress] = []

    solve(case.trip, replace(OPTIONS, rounds=8), on_progress=told.append)

    ranks = [(-each.missing, each.objective) for each in told]
    assert ranks == sorted(ranks)


@given(case=feasible_cases())
@FEW
def test_without_time_there_is_a_first_programme_or_none_but_no_invalid_one(case: Case) -> None:
    result = solve(case.trip, Options(limit_s=0))

    assert not isinstance(result, Infeasible)
    assert_sound(case.trip, result)


@given(case=feasible_cases())
@FEW
def test_a_search_cancelled_in_its_course_answers_with_the_best_it_has(case: Case) -> None:
    rounds: list[int] = []

    result = solve(
        case.trip,
        replace(OPTIONS, rounds=50),
        on_progress=lambda progress: rounds.append(progress.round),
        is_cancelled=lambda: len(rounds) >= 2,
    )

    assert max(rounds, default=0) <= 2
    assert_sound(case.trip, result)


@pytest.mark.parametrize(
    "seed",
    [
        pytest.param(19, id="waits at the base between two sessions"),
        pytest.param(37, id="an evening begins after an item for everyone"),
        pytest.param(38, id="two stations share an afternoon"),
        pytest.param(62, id="a late afternoon after a late morning"),
        pytest.param(92, id="an optional item for everyone gives way"),
        pytest.param(133, id="one confirmed time is one session"),
        pytest.param(185, id="two sessions in the order that the morning leaves open"),
        pytest.param(222, id="all or none of them, all confirmed or wanted"),
        pytest.param(247, id="a pinned person joins after lunch"),
        pytest.param(269, id="a guide is not taken from a session that needs him"),
        pytest.param(351, id="a walk does without the guide"),
        pytest.param(398, id="who is required in every session makes it one"),
        pytest.param(437, id="lunch at the other end of a leg"),
        pytest.param(504, id="a night on the train"),
        pytest.param(551, id="nobody travels"),
        pytest.param(576, id="the last one leaves before the leg"),
        pytest.param(591, id="dinner before the rest after a leg is over"),
    ],
)
def test_a_trip_that_once_found_no_programme_finds_one(seed: int) -> None:
    case = feasible_case(Random(seed))

    result = solve(case.trip, Options(rounds=15, prove=False))

    assert isinstance(result, Solved)
    assert check_programme(case.trip, result.programme) == ()
