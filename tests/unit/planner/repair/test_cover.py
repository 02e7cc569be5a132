"""The exact choice of a few tours, against all choices there are."""

from itertools import combinations_with_replacement, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from geleit.planner.repair.cover import BARRED, Choice, Cover, Demand

COSTS = st.sampled_from([0, 0, 1, 2, 3, BARRED])


def cost_of(cover: Cover, demand: Demand, tours: tuple[int, ...], placed: tuple[int, ...]) -> int | None:
    """Return what an assignment costs, or None where it breaks something; ``placed`` is a tour a person, -1 behind."""
    kinds = [kind for kind, size in enumerate(cover.sizes.tolist()) for _ in range(size)]
    cost = 0
    for person, place in enumerate(placed):
        cost += int(cover.behind[kinds[person]] if place < 0 else cover.costs[tours[place], kinds[person]])
    on_board = [[kinds[p] for p, place in enumerate(placed) if place == n] for n in range(len(tours))]
    if any(len(people) > cover.seats[tour] for people, tour in zip(on_board, tours, strict=True)):
        return None
    is_led = [
        not cover.leaders or tour not in cover.led or set(people) & cover.leaders
        for people, tour in zip(on_board, tours, strict=True)
    ]
    if not all(is_led) or cost >= BARRED:
        return None
    there = sum(
        sum(kind in demand.counted for kind in people)
        for people, tour in zip(on_board, tours, strict=True)
        if tour in demand.tours
    )
    return cost if there >= demand.least else None


def cheapest_of_all(cover: Cover, demand: Demand) -> int | None:
    people = int(cover.sizes.sum())
    costs = [
        cost
        for count in range(1, cover.most + 1)
        for tours in combinations_with_replacement(range(len(cover.costs)), count)
        if set(tours) & set(demand.tours)
        for placed in product(range(-1, count), repeat=people)
        if (cost := cost_of(cover, demand, tours, placed)) is not None
    ]
    return min(costs, default=None)


@st.composite
def covers(draw: st.DrawFn) -> tuple[Cover, Demand]:
    kinds, tours = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    sizes = draw(st.lists(st.integers(1, 2), min_size=kinds, max_size=kinds))
    costs = draw(st.lists(st.lists(COSTS, min_size=kinds, max_size=kinds), min_size=tours, max_size=tours))
    behind = draw(st.lists(st.sampled_from([0, 1, 2, 3, BARRED]), min_size=kinds, max_size=kinds))
    seats = draw(st.lists(st.integers(1, 3), min_size=tours, max_size=tours))
    due = draw(st.sets(st.integers(0, tours - 1), min_size=1))
    counted = frozenset(draw(st.sets(st.integers(0, kinds - 1), min_size=1)))
    cover = Cover(
        np.array(sizes), np.array(behind), np.array(costs), np.array(seats), draw(st.integers(1, 2))
    )
    return cover, Demand(tours=tuple(sorted(due)), least=draw(st.integers(0, 2)), counted=counted)


@given(covers())
@settings(max_examples=100, deadline=None)
def test_no_choice_is_cheaper_than_the_one_found(given_: tuple[Cover, Demand]) -> None:
    cover, demand = given_

    bound, choice = cover.cheapest(demand, BARRED)

    best = cheapest_of_all(cover, demand)
    assert bound <= (BARRED if best is None else best)
    if choice is not None:
        assert choice.cost == bound


@given(covers())
@settings(max_examples=60, deadline=None)
def test_with_one_due_tour_the_bound_is_what_the_best_choice_costs(given_: tuple[Cover, Demand]) -> None:
    cover, demand = given_
    cover.most = 1

    bound, choice = cover.cheapest(demand, BARRED)

    best = cheapest_of_all(cover, demand)
    assert bound == (BARRED if best is None else best)
    assert (choice is None) == (best is None)


def test_a_tour_that_has_to_be_led_takes_a_leader() -> None:
    cover = Cover(
        np.array([2, 1]),
        np.array([1, 0]),
        np.array([[0, 3]]),
        np.array([3]),
        1,
        leaders=frozenset({1}),
        led=frozenset({0}),
    )

    bound, choice = cover.cheapest(Demand(tours=(0,), least=1, counted=frozenset({0})), BARRED)

    assert (bound, choice) == (3, Choice(3, (0,), ((2, 1),)))


def test_what_costs_no_less_than_what_is_known_is_not_looked_for() -> None:
    cover = Cover(np.array([3]), np.array([0]), np.array([[1]]), np.array([3]), 1)

    assert cover.cheapest(Demand(tours=(0,), least=2, counted=frozenset({0})), 2) == (2, None)
