"""A programme read back as a plan is built again as it was."""

from dataclasses import replace
from functools import cache
from random import Random

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from geleit.domain.programme import GroupPart, Programme, Session, Transfer
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.problem import compile_problem
from geleit.planner.result import Solved
from geleit.planner.solve import Options, solve
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.read import Read, read_plan
from geleit.planner.value import ruler_for
from tests.factories import change_item, make_programme, make_trip
from tests.feasible import feasible_case

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
Parts = tuple[set[Session], set[GroupPart], set[Transfer]]
"""Sessions without their numbers: of two at the same time, either may be the first."""


def parts(programme: Programme) -> Parts:
    sessions = {replace(session, id=session.item) for session in programme.sessions}
    return sessions, set(programme.groups), set(programme.transfers)


def read(trip: Trip, programme: Programme) -> Read:
    return read_plan(compile_problem(trip, programme.legs, ruler_for(trip)), programme)


@cache
def tiny() -> tuple[Trip, Programme]:
    result = solve(make_trip(), Options(rounds=10, prove=False))
    assert isinstance(result, Solved)
    return make_trip(), result.programme


@given(seed=st.integers(min_value=0, max_value=149))
@FEW
def test_a_programme_of_the_planner_comes_out_of_its_plan_again(seed: int) -> None:
    case = feasible_case(Random(seed), people_max=12)
    result = solve(case.trip, Options(rounds=3, limit_s=5, prove=False))
    assume(isinstance(result, Solved))
    assert isinstance(result, Solved)

    found = read(case.trip, result.programme)
    again = build_programme(found.plan)

    assert found.left_out == ()
    assert parts(again) == parts(result.programme)
    assert check_programme(case.trip, again) == ()


def test_a_programme_made_by_hand_keeps_its_sessions_and_people() -> None:
    found = read(make_trip(), make_programme())

    again = build_programme(found.plan)

    assert found.left_out == ()
    assert {(each.item, each.start, each.attendees) for each in again.sessions} == {
        (each.item, each.start, each.attendees) for each in make_programme().sessions
    }


def test_the_plan_is_worth_what_its_programme_is_worth() -> None:
    trip, programme = tiny()
    assert programme.value is not None
    ruler = ruler_for(trip, programme.value.kappa_percent)

    found = read_plan(compile_problem(trip, programme.legs, ruler), programme)

    assert found.plan.objective == programme.value.objective
    assert found.plan.unmet == frozenset()


def test_what_the_trip_no_longer_has_is_left_out_and_named() -> None:
    trip, programme = tiny()
    item = programme.sessions[0].item
    gone = replace(trip, items=tuple(each for each in trip.items if each.id != item), rules=(), pins=())

    found = read(gone, programme)

    assert found.left_out == tuple(each.id for each in programme.sessions if each.item == item)


def test_another_cap_is_not_the_reader_s_affair() -> None:
    trip, programme = tiny()
    item = programme.sessions[0].item

    assert read(change_item(trip, item, max_people=1), programme).left_out == ()
