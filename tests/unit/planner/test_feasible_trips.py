"""Random trips that certainly have a programme: the planner finds one, the checker accepts it, the bound holds."""

from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geleit.planner.check import check_programme
from geleit.planner.result import Infeasible, Result, Solved, TimedOut
from geleit.planner.settle import MISSING
from geleit.planner.solve import Options, solve
from geleit.planner.value import evaluate, ruler_for
from tests.feasible import Case, feasible_case

ROUNDS = 15


@cache
def case_of(seed: int) -> Case:
    return feasible_case(Random(seed))


@cache
def answer_to(seed: int) -> Result:
    return solve(case_of(seed).trip, Options(rounds=ROUNDS))


@pytest.mark.parametrize("seed", range(12))
def test_a_programme_is_found_and_valid(seed: int) -> None:
    result = answer_to(seed)
    assert isinstance(result, Solved)
    assert check_programme(case_of(seed).trip, result.programme) == ()


@pytest.mark.parametrize("seed", range(12))
def test_no_programme_is_worth_more_than_the_bound(seed: int) -> None:
    result = answer_to(seed)
    assert isinstance(result, Solved)
    value = result.programme.value
    assert value is not None
    assert value.bound is not None
    ruler = ruler_for(case_of(seed).trip, value.kappa_percent)
    hidden = evaluate(case_of(seed).trip, case_of(seed).witness, ruler)
    assert max(value.objective, hidden.objective) <= value.bound


@pytest.mark.parametrize("seed", range(6))
def test_same_seed_and_rounds_give_the_same_programme(seed: int) -> None:
    again = solve(case_of(seed).trip, Options(rounds=ROUNDS))
    result = answer_to(seed)
    assert isinstance(result, Solved)
    assert isinstance(again, Solved)
    assert again.programme == result.programme


@given(seed=st.integers(min_value=1000, max_value=10**6))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_has_a_programme_is_never_called_infeasible_and_no_answer_is_invalid(seed: int) -> None:
    case = feasible_case(Random(seed))
    result = solve(case.trip, Options(rounds=ROUNDS, prove=False))
    assert not isinstance(result, Infeasible)
    if isinstance(result, Solved):
        assert check_programme(case.trip, result.programme) == ()


def test_a_cancelled_search_answers_with_a_valid_programme_or_says_what_it_lacks() -> None:
    case = case_of(0)
    result = solve(case.trip, Options(rounds=ROUNDS), is_cancelled=lambda: True)
    assert isinstance(result, (Solved, TimedOut))
    if isinstance(result, Solved):
        assert check_programme(case.trip, result.programme) == ()
    elif result.best is not None:
        objections = check_programme(case.trip, replace(result.best, value=None))
        assert {item for violation in objections for item in violation.items} == set(result.missing)
        assert {violation.code for violation in objections} <= MISSING
