"""The compiled search keeps the rules, measures as Python does, and does the same twice."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from benchmarks.instances import named_trip
from geleit.domain.legs import leg_choices
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.native import library as native
from geleit.planner.native.anneal import Annealer
from geleit.planner.native.improve import improve
from geleit.planner.native.library import is_available, library
from geleit.planner.problem import compile_problem
from geleit.planner.result import Solved
from geleit.planner.solve import Options, solve
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.construct import construct
from geleit.planner.timetable.plan import Plan
from geleit.planner.value import ruler_for
from tests.feasible import Case
from tests.strategies import feasible_cases

MOVES = 6_000
FEW = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
needs_library = pytest.mark.skipif(library() is None, reason="no C compiler was there at set-up")


def first_plan(trip: Trip) -> tuple[Plan, PatternBook]:
    problem = compile_problem(trip, next(leg_choices(trip)), ruler_for(trip))
    book = PatternBook(problem)
    return construct(problem, book, np.random.default_rng(0), grow=False), book


def annealed(trip: Trip, *, seed: int = 1, moves: int = MOVES) -> tuple[Plan, Annealer]:
    plan, book = first_plan(trip)
    annealer = Annealer(plan, book, seed)
    annealer.run(moves, 500.0, 20.0)
    return annealer.best(), annealer


@needs_library
@given(case=feasible_cases())
@FEW
def test_whatever_it_finds_the_checker_accepts(case: Case) -> None:
    plan, book = first_plan(case.trip)
    if plan.unmet or not is_available(plan.problem):
        return
    annealer = Annealer(plan, book, 3)

    annealer.run(MOVES, 2000.0, 20.0)

    best = annealer.best()
    assert check_programme(case.trip, build_programme(best.mended())) == ()


@needs_library
@pytest.mark.parametrize("name", ["compact-30", "spread-30", "fixed-30", "scarce-30", "large-30"])
def test_every_shape_of_trip_gets_a_better_programme_without_fault(name: str) -> None:
    trip = named_trip(name, seed=1)
    first, _ = first_plan(trip)

    best, annealer = annealed(trip, moves=60_000)

    assert check_programme(trip, build_programme(best)) == ()
    assert best.objective == annealer.best_objective
    assert best.objective > first.objective


@needs_library
def test_it_begins_with_the_plan_it_is_given() -> None:
    plan, book = first_plan(named_trip("compact-30", seed=1))

    annealer = Annealer(plan, book, 1)

    assert (annealer.objective, annealer.best_objective) == (plan.objective, plan.objective)
    assert {block: set(runs) for block, runs in enumerate(annealer.best().runs)} == {
        block: set(runs) for block, runs in enumerate(plan.runs)
    }


@needs_library
def test_going_back_is_going_on_from_the_best() -> None:
    _, annealer = annealed(named_trip("compact-30", seed=1))
    annealer.run(MOVES, 1e6, 1e6)

    annealer.go_back()

    assert annealer.objective == annealer.best_objective


@needs_library
def test_the_same_seed_makes_the_same_moves_and_another_makes_others() -> None:
    trip = named_trip("compact-30", seed=1)

    one, again, other = (annealed(trip, seed=seed)[0].runs for seed in (1, 1, 2))

    assert one == again
    assert one != other


@needs_library
def test_items_for_everyone_find_better_places() -> None:
    trip = named_trip("compact-30", seed=3)
    plan, book = first_plan(trip)
    rng = np.random.default_rng(1)

    best, rounds = improve(plan, book, rng, rounds=20, stop=lambda: False, on_round=lambda _, __: None)

    assert rounds == 20
    assert best.plenaries != plan.plenaries
    assert check_programme(trip, build_programme(best)) == ()


def test_without_a_compiler_the_search_goes_on_in_python(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(native, "LIBRARY", tmp_path / "missing.so")
    native.library.cache_clear()
    try:
        result = solve(named_trip("compact-30", seed=1), Options(rounds=2, prove=False))
    finally:
        monkeypatch.undo()
        native.library.cache_clear()

    assert isinstance(result, Solved)
    assert check_programme(named_trip("compact-30", seed=1), result.programme) == ()


def test_a_file_that_is_no_library_is_as_good_as_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "broken.so").write_bytes(b"not a library")
    monkeypatch.setattr(native, "LIBRARY", tmp_path / "broken.so")
    native.library.cache_clear()
    try:
        assert native.library() is None
    finally:
        monkeypatch.undo()
        native.library.cache_clear()
