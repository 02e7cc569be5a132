"""At any prices at all the relaxation is worth at least as much as a programme that exists."""

from collections import Counter
from functools import cache
from random import Random

import numpy as np
import pytest

from geleit.domain.legs import leg_choices
from geleit.domain.programme import Programme
from geleit.planner.bound import lagrange, listing
from geleit.planner.bound.lagrange import Lagrange, Prices, first_prices
from geleit.planner.bound.relaxation import Relaxation, relax
from geleit.planner.problem import compile_problem
from geleit.planner.value import SLOPES_EIGHTHS, evaluate, ruler_for
from tests.feasible import Case, feasible_case

SEEDS = range(40, 56)


@cache
def case_of(seed: int) -> Case:
    return feasible_case(Random(seed))


def relaxation_of(seed: int) -> Relaxation:
    """Return the relaxation of all choices of departures at once."""
    trip = case_of(seed).trip
    relaxation = relax([compile_problem(trip, legs, ruler_for(trip)) for legs in leg_choices(trip, 16)])
    assert relaxation is not None
    return relaxation


def hidden_value(seed: int) -> int:
    case = case_of(seed)
    return evaluate(case.trip, case.witness, ruler_for(case.trip)).objective


def random_prices(relaxation: Relaxation, rng: np.random.Generator) -> Prices:
    """Return prices of all kinds, many of them nothing."""
    none = first_prices(relaxation)

    def some(kind: np.ndarray, scale: float, *, signed: bool = False) -> np.ndarray:
        price = rng.exponential(scale, kind.shape) * (rng.random(kind.shape) < rng.random())
        return price * rng.choice((-1, 1), kind.shape) if signed else price

    return Prices(
        slope=rng.uniform(SLOPES_EIGHTHS[-1], SLOPES_EIGHTHS[0], none.slope.shape),
        again=np.where(relaxation.due, some(none.again, 50, signed=True), some(none.again, 50)),
        row=some(none.row, 100),
        link=some(none.link, 50, signed=True),
        slot=some(none.slot, 50),
        place=some(none.place, 50),
        rule=some(none.rule, 300),
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("over_noon", [listing.MOST_OVER_NOON, -1])
def test_no_prices_bring_the_bound_below_a_programme_that_exists(
    seed: int, over_noon: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_OVER_NOON", over_noon)
    relaxation, rng = relaxation_of(seed), np.random.default_rng(seed)
    priced = Lagrange(relaxation)
    for _ in range(8):
        assert priced.step(random_prices(relaxation, rng)).bound >= hidden_value(seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_programme_that_exists_keeps_every_priced_rule(seed: int) -> None:
    relaxation, programme = relaxation_of(seed), case_of(seed).witness
    sessions, visits = counts_of(relaxation, programme)
    for rule in relaxation.rules:
        left = sum(weight * sessions[item] for item, weight in rule.sessions)
        left += sum(float(weights @ visits[item]) for item, weights in rule.visits)
        assert left <= rule.limit + 1e-9


def counts_of(relaxation: Relaxation, programme: Programme) -> tuple[Counter[int], np.ndarray]:
    """Return a programme's sessions by item, and who of those who benefit is in how many of an item."""
    trip = relaxation.problem.trip
    number = {item.id: at for at, item in enumerate(trip.items)}
    column = {trip.delegates[person].id: at for at, person in enumerate(relaxation.people.tolist())}
    visits = np.zeros(relaxation.worth.shape)
    for session in programme.sessions:
        for person in set(session.attendees) & set(column):
            visits[number[session.item], column[person]] += 1
    return Counter(number[session.item] for session in programme.sessions), visits


def test_steps_that_look_at_the_best_tours_only_are_followed_by_one_that_looks_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    relaxation = relaxation_of(40)
    prices = first_prices(relaxation)
    whole = Lagrange(relaxation).step(prices).bound
    monkeypatch.setattr(lagrange, "LARGE", 0)
    monkeypatch.setattr(lagrange, "BEST", 2)
    priced = Lagrange(relaxation)
    assert priced.step(prices).bound == pytest.approx(whole)
    assert priced.step(prices, thorough=False).bound <= whole + 1e-6
    assert priced.step(prices).bound == pytest.approx(whole)
