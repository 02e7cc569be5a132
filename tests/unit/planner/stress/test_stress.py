"""The stress test: nothing happens where nothing may, more time never hurts, figures agree with each other."""

from dataclasses import fields, replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geleit.domain.hosts import HostRequest
from geleit.domain.programme import Programme
from geleit.domain.status import RequestStatus
from geleit.domain.stress import SessionRisk, Spread, StressReport, TransferRisk
from geleit.domain.trip import Trip
from geleit.planner.stress import CALM, MOST_RUNS, USUAL, stress_test
from geleit.planner.stress.chance import draw
from geleit.planner.value import evaluate, ruler_for
from tests.factories import change_item, change_transfer, make_programme, make_trip
from tests.feasible import feasible_case

RUNS = 400
ACME_1, ACME_2 = 0, 5
"""The rides to the first visit of each group."""


def certain(trip: Trip) -> Trip:
    """Return the trip with hosts who certainly receive."""
    sure = HostRequest(status=RequestStatus.TENTATIVE, probability_percent=100)
    return replace(trip, items=tuple(replace(item, request=sure) for item in trip.items))


def test_nothing_happens_where_nothing_may() -> None:
    trip, programme = certain(make_trip()), make_programme()

    report = stress_test(trip, programme, runs=20, assumptions=CALM)

    value = evaluate(trip, programme, ruler_for(trip))
    assert {(each.on_time, each.takes_place, each.late_min) for each in report.sessions} == {(1.0, 1.0, 0.0)}
    assert {each.in_time for each in report.transfers} == {1.0}
    assert report.sessions_late == 0
    assert {getattr(report.benefit, field.name) for field in fields(Spread)} == {float(value.benefit)}
    assert report.worst_share.median == pytest.approx(value.worst_share, abs=1e-4)
    assert report.mean_share.low == pytest.approx(value.mean_share, abs=1e-4)


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_a_valid_programme_is_on_time_in_calm(rng: Random) -> None:
    case = feasible_case(rng, people_max=8)

    report = stress_test(certain(case.trip), case.witness, runs=2, assumptions=CALM)

    assert {each.on_time for each in report.sessions} <= {1.0}
    assert {each.in_time for each in report.transfers} <= {1.0}


@settings(max_examples=25)
@given(st.randoms(use_true_random=False), st.integers(0, 2**32))
def test_probabilities_and_sums_agree(rng: Random, seed: int) -> None:
    case = feasible_case(rng, people_max=8)

    report = stress_test(case.trip, case.witness, runs=30, seed=seed)

    assert [each.session for each in report.sessions] == [
        each.id for each in sorted(case.witness.sessions, key=lambda each: (each.start, each.end))
    ] or len({each.start for each in report.sessions}) < len(report.sessions)
    for risk in report.sessions:
        assert 0 <= risk.on_time <= risk.within_10_min <= 1
        assert 0 <= risk.takes_place <= 1
        assert 0 <= risk.expected_people <= risk.people + 1e-9
        assert set(risk.at_risk) <= set(case.trip.delegate_by_id)
    for ride in report.transfers:
        assert 0 <= ride.in_time <= 1
        assert 0 <= ride.inherited <= 1
        assert (ride.failures > 1e-9) == (ride.late_min > 0)
    late = sum(each.takes_place * (1 - each.on_time) for each in report.sessions)
    assert report.sessions_late == pytest.approx(late)
    for spread in (report.benefit, report.mean_share, report.worst_share):
        assert spread.low <= spread.lower <= spread.median <= spread.upper <= spread.high
    assert report.worst_share.mean <= report.mean_share.mean + 1e-9
    shares = [each.share.median for each in report.delegates]
    assert shares == sorted(shares)


def test_benefit_is_what_takes_place() -> None:
    trip, programme = make_trip(), make_programme()

    report = stress_test(trip, programme, runs=4000, assumptions=CALM)

    assert report.planned_benefit == evaluate(trip, programme, ruler_for(trip)).benefit
    assert report.benefit.mean == pytest.approx(report.planned_benefit, rel=0.03)


def test_the_same_seed_gives_the_same_answer() -> None:
    trip, programme = make_trip(), make_programme()

    first, second, other = (stress_test(trip, programme, runs=RUNS, seed=seed) for seed in (7, 7, 8))

    assert first == second
    assert first.benefit != other.benefit


@settings(max_examples=30)
@given(st.sampled_from([ACME_1, 1, 3, ACME_2, 6, 8, 10]), st.integers(1, 40), st.integers(0, 100))
def test_leaving_earlier_never_hurts(number: int, minutes: int, seed: int) -> None:
    trip, tight = make_trip(), make_programme()
    ride = tight.transfers[number]
    early = change_transfer(tight, number, depart=ride.depart - timedelta(minutes=minutes))

    before, after = (stress_test(trip, each, runs=RUNS, seed=seed) for each in (tight, early))

    assert after.sessions_late <= before.sessions_late + 1e-9
    assert _to(after, ride.destination).in_time >= _to(before, ride.destination).in_time
    assert after.benefit.mean >= before.benefit.mean - 1e-9


def _to(report: StressReport, destination: str) -> TransferRisk:
    return min(
        (risk for risk in report.transfers if risk.destination == destination), key=lambda risk: risk.in_time
    )


def test_who_declines_takes_place_never_and_holds_nobody_up() -> None:
    refused = HostRequest(status=RequestStatus.TENTATIVE, probability_percent=0)
    trip = change_item(certain(make_trip()), "acme", request=refused)

    report = stress_test(trip, make_programme(), runs=RUNS)

    acme = [risk for risk in report.sessions if risk.item == "acme"]
    assert {risk.takes_place for risk in acme} == {0.0}
    rides = [risk for risk in report.transfers if risk.destination == "acme-house"]
    assert {risk.in_time for risk in rides} == {1.0}
    assert report.benefit.high < stress_test(certain(make_trip()), make_programme(), runs=RUNS).benefit.high


def test_delays_go_on_and_time_absorbs_them() -> None:
    """Group 1 leaves Acme for Beta; only the longer visit there can make it late, and only while time is short."""
    trip, programme = certain(make_trip()), make_programme()
    longer = replace(CALM, overrun_share={trip.item_by_id["acme"].kind: 10.0}, longest_overrun_share=0.6)

    tight = stress_test(trip, programme, runs=RUNS, assumptions=longer)
    loose = stress_test(trip, _beta_later(programme, 60), runs=RUNS, assumptions=longer)

    assert _session(tight, "beta-2").on_time < 0.5
    assert {risk.inherited for risk in tight.transfers if risk.session == "beta-2"} == {1.0}
    assert _session(loose, "beta-2").on_time > _session(tight, "beta-2").on_time


def _session(report: StressReport, session: str) -> SessionRisk:
    return next(risk for risk in report.sessions if risk.session == session)


def _beta_later(programme: Programme, minutes: int) -> Programme:
    by = timedelta(minutes=minutes)
    return replace(
        programme,
        sessions=tuple(
            replace(own, start=own.start + by, end=own.end + by) if own.id == "beta-2" else own
            for own in programme.sessions
        ),
    )


def test_assumptions_of_one_kind_leave_the_chance_of_others_alone() -> None:
    trip, programme = make_trip(), make_programme()

    usual, calm = (draw(trip, programme, each, 50, 3) for each in (USUAL, CALM))

    assert all((usual.happens[item] == calm.happens[item]).all() for item in usual.happens)
    assert {float(ride.std()) for ride in calm.rides} == {0.0}
    assert all((overrun == 0).all() for overrun in calm.overruns)


def test_rides_of_a_day_are_late_together() -> None:
    trip, programme = make_trip(), make_programme()
    together = replace(USUAL, day_correlation=1.0)

    rides = draw(trip, programme, together, 200, 1).rides

    factors = [ride / move.travel_min for ride, move in zip(rides, programme.transfers, strict=True)]
    assert factors[0] == pytest.approx(factors[5])
    assert factors[0] != pytest.approx(factors[3])


@pytest.mark.parametrize("runs", [0, -1, MOST_RUNS + 1])
def test_impossible_numbers_of_runs_are_refused(runs: int) -> None:
    with pytest.raises(ValueError, match=f"{runs} runs are not between 1 and"):
        stress_test(make_trip(), make_programme(), runs=runs)


def test_a_programme_without_sessions() -> None:
    report = stress_test(make_trip(), Programme(trip="tiny"), runs=10)

    assert (report.sessions, report.transfers, report.benefit.mean) == ((), (), 0.0)
