"""A published programme after a change: least change, proven; never an invalid programme."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from geleit.domain.changes import (
    CapFell,
    Change,
    ChangeError,
    DelegateCancelled,
    DelegateJoined,
    HostDeclined,
    LegLate,
    Present,
    SlotMoved,
    present_of,
)
from geleit.domain.hosts import HostRequest
from geleit.domain.programme import Programme
from geleit.domain.status import RequestStatus
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.repair.options import RepairOptions
from geleit.planner.repair.plan_b import open_items, plans_b
from geleit.planner.repair.records import RepairAnswer, RepairKind, Repairs
from geleit.planner.repair.repair import repair
from geleit.planner.result import Infeasible, Solved, TimedOut
from geleit.planner.solve import Options, solve
from tests.changing import random_changes
from tests.factories import change_item, instant, make_delegate, make_trip
from tests.feasible import feasible_case

QUICK = RepairOptions(rounds=4, prove=False)


@cache
def tiny() -> tuple[Trip, Programme]:
    result = solve(make_trip(), Options(rounds=10, prove=False))
    assert isinstance(result, Solved)
    return make_trip(), result.programme


def repaired(*changes: Change, options: RepairOptions = QUICK) -> Repairs:
    answer = repair(*tiny(), changes, options)
    assert isinstance(answer, Repairs)
    return answer


def appointments(programme: Programme) -> set[tuple[str, object, tuple[str, ...]]]:
    return {(each.item, each.start, each.attendees) for each in programme.sessions}


def test_after_a_decline_the_least_change_is_that_session_and_nothing_else() -> None:
    _, programme = tiny()
    lost = sum(len(each.attendees) for each in programme.sessions_of["acme"])

    least = repaired(HostDeclined(item="acme")).repairs[0]

    assert (least.kind, least.proven, least.differences.changes) == (RepairKind.LEAST_CHANGE, True, lost)
    assert appointments(least.programme) == {each for each in appointments(programme) if each[0] != "acme"}
    assert least.differences.items_lost == ("acme",)


def test_every_proposal_is_valid_and_measured_by_the_published_ruler() -> None:
    _, programme = tiny()
    answer = repaired(HostDeclined(item="acme"))

    assert [check_programme(answer.trip, each.programme) for each in answer.repairs] == [()] * len(
        answer.repairs
    )
    assert programme.value is not None
    assert {each.value.kappa_percent for each in answer.repairs} == {programme.value.kappa_percent}


def test_the_best_is_worth_no_less_than_the_least_change() -> None:
    repairs = repaired(HostDeclined(item="acme")).repairs

    assert [each.value.objective for each in repairs] == sorted(each.value.objective for each in repairs)
    assert [each.differences.changes for each in repairs] == sorted(
        each.differences.changes for each in repairs
    )


def test_a_confirmed_session_takes_place_at_its_new_time_or_the_answer_is_not_a_programme() -> None:
    trip, programme = tiny()
    session = programme.sessions_of["acme"][0]
    slots = tuple(each.start for each in programme.sessions_of["acme"])
    firm = change_item(trip, "acme", request=HostRequest(status=RequestStatus.CONFIRMED, slots=slots))
    later = session.start + timedelta(minutes=15)

    answer = repair(firm, programme, [SlotMoved(item="acme", start=later)], QUICK)

    assert isinstance(answer, Repairs)
    assert {each.start for each in answer.repairs[0].programme.sessions_of["acme"]} == {later}


def test_a_move_to_where_the_delegation_is_not_costs_the_session() -> None:
    least = repaired(SlotMoved(item="acme", start=instant("2025-05-21 13:00"))).repairs[0]

    assert (least.differences.items_lost, least.proven) == (("acme",), True)


def test_a_must_that_cannot_be_where_it_is_moved_is_infeasible() -> None:
    trip, programme = tiny()
    must = change_item(trip, "acme", must=True)

    answer = repair(must, programme, [SlotMoved(item="acme", start=instant("2025-05-21 13:00"))], QUICK)

    assert isinstance(answer, Infeasible)
    assert answer.clashes[0].items == ("acme",)


def test_a_lower_cap_sends_as_few_as_possible_away() -> None:
    _, programme = tiny()
    session = max(programme.sessions_of["acme"], key=lambda each: len(each.attendees))
    people = len(session.attendees) - 1

    answer = repaired(CapFell(item="acme", max_people=people))

    assert max(len(each.attendees) for each in answer.repairs[0].programme.sessions_of["acme"]) == people


def test_who_cancels_is_nowhere_and_nobody_else_loses() -> None:
    least = repaired(DelegateCancelled(delegate="bert")).repairs[0]

    assert all("bert" not in each.attendees for each in least.programme.sessions)
    assert least.differences.changes == 0


def test_who_joins_is_where_everyone_is() -> None:
    answer = repaired(DelegateJoined(delegate=make_delegate("dora")))

    best = answer.repairs[-1].programme
    assert all("dora" in each.attendees for each in best.sessions_of["briefing"])


def test_a_late_flight_is_repaired_or_answered() -> None:
    answer = repair(*tiny(), [LegLate(leg=make_trip().legs[0].id, minutes=45)], QUICK)

    assert isinstance(answer, (Repairs, TimedOut, Infeasible))
    if isinstance(answer, Repairs):
        assert answer.repairs[0].programme.legs[0].arrive == tiny()[1].legs[0].arrive + timedelta(minutes=45)


def test_what_has_begun_stays() -> None:
    _, programme = tiny()
    now = instant("2025-05-19 18:00")

    answer = repaired(HostDeclined(item="university"), Present(now=now))

    begun = {each for each in appointments(programme) if each[1] < now}  # type: ignore[operator]  # starts are instants
    assert all(begun <= appointments(each.programme) for each in answer.repairs)


def test_what_is_past_cannot_be_declined() -> None:
    with pytest.raises(ChangeError, match="acme: has taken place already"):
        repair(*tiny(), [HostDeclined(item="acme"), Present(now=instant("2025-05-21 09:00"))], QUICK)


def test_days_without_a_change_are_taken_over_word_for_word() -> None:
    _, programme = tiny()

    least = repaired(HostDeclined(item="university")).repairs[0].programme

    day = programme.sessions_of["university"][0].start.date()
    assert [each for each in least.transfers if each.day != day] == [
        each for each in programme.transfers if each.day != day
    ]
    kept = {each.id: each for each in programme.sessions if each.item != "university"}
    assert {each.id: each for each in least.sessions} == kept


def test_the_first_proposal_is_told_at_once() -> None:
    told: list[RepairKind] = []

    repair(*tiny(), [HostDeclined(item="acme")], QUICK, on_repair=lambda each: told.append(each.kind))

    assert told == [RepairKind.LEAST_CHANGE]


@pytest.mark.parametrize("limit_s", [0.0, None])
def test_without_time_there_is_the_first_proposal(limit_s: float | None) -> None:
    answer = repair(
        *tiny(),
        [HostDeclined(item="acme")],
        replace(QUICK, limit_s=limit_s),
        is_cancelled=lambda: limit_s is None,
    )

    assert isinstance(answer, Repairs)
    assert answer.repairs[0].proven


def test_the_same_seed_gives_the_same_proposals() -> None:
    changes = [HostDeclined(item="beta")]

    first, again = (repair(*tiny(), changes, QUICK) for _ in range(2))

    assert isinstance(first, Repairs)
    assert isinstance(again, Repairs)
    assert [each.programme for each in first.repairs] == [each.programme for each in again.repairs]


def test_the_bound_holds_for_every_proposal() -> None:
    answer = repaired(HostDeclined(item="acme"), options=RepairOptions(rounds=4))

    assert all(
        each.value.bound is not None and each.value.objective <= each.value.bound for each in answer.repairs
    )


def test_every_open_item_has_its_plan_b() -> None:
    trip, programme = tiny()

    found = list(plans_b(trip, programme))

    assert tuple(each.item for each in found) == open_items(trip, programme)
    assert all(isinstance(each.answer, Repairs) for each in found)


# -- any trip, any change ----------------------------------------------------------------------------------------


def assert_sound(programme: Programme, changes: tuple[Change, ...], answer: RepairAnswer) -> None:
    if not isinstance(answer, Repairs):
        return
    now = present_of(changes)
    for each in answer.repairs:
        assert check_programme(answer.trip, each.programme) == ()
        assert each.forced <= each.differences.changes
        if now is not None:
            past = {(s.item, s.start) for s in programme.sessions if s.start < now}
            assert past == {(s.item, s.start) for s in each.programme.sessions if s.start < now}
    assert answer.repairs[0].value.objective <= answer.repairs[-1].value.objective


@given(seed=st.integers(min_value=0, max_value=139))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_changes_no_answer_is_invalid(seed: int) -> None:
    case = feasible_case(Random(seed), people_max=12)
    result = solve(case.trip, Options(rounds=2, limit_s=5, prove=False))
    if not isinstance(result, Solved):
        return
    changes = random_changes(Random(seed), case.trip, result.programme)

    try:
        answer = repair(case.trip, result.programme, changes, replace(QUICK, rounds=2, limit_s=8))
    except ChangeError:
        return

    assert_sound(result.programme, changes, answer)


@given(seed=st.integers(min_value=0, max_value=139), minutes=st.sampled_from([-120, -60, -30, 30, 60, 120]))
@example(seed=28, minutes=60)
@example(seed=37, minutes=120)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_proposal_changes_less_than_what_cannot_be_avoided(seed: int, minutes: int) -> None:
    case = feasible_case(Random(seed), people_max=12)
    result = solve(case.trip, Options(rounds=2, limit_s=5, prove=False))
    if not isinstance(result, Solved) or not result.programme.sessions:
        return
    session = Random(seed).choice(result.programme.sessions)
    must = change_item(case.trip, session.item, must=True)
    moved = SlotMoved(item=session.item, start=session.start + timedelta(minutes=minutes))

    assert_sound(result.programme, (moved,), repair(must, result.programme, [moved], QUICK))
