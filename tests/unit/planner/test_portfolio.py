"""Several searches side by side."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.portfolio import PortfolioAnswer, seed_of, solve_portfolio
from geleit.planner.result import Infeasible, Solved
from geleit.planner.solve import Options, Progress, solve
from tests.factories import make_trip

FEW = Options(seed=3, rounds=4)


def solved(answer: PortfolioAnswer) -> Solved:
    """Return the answer's programme and figures; it must have some."""
    assert isinstance(answer.result, Solved)
    return answer.result


@pytest.fixture(scope="module")
def trip() -> Trip:
    """Give the tiny trip."""
    return make_trip()


def test_one_worker_is_a_plain_search(trip: Trip) -> None:
    alone = solve(trip, FEW)
    answer = solve_portfolio(trip, FEW)

    assert isinstance(alone, Solved)
    assert (solved(answer).programme, answer.seed, answer.lost) == (alone.programme, 3, ())


def test_same_seed_and_workers_give_the_same_programme(trip: Trip) -> None:
    one, two = (solve_portfolio(trip, FEW, workers=3) for _ in range(2))

    assert (solved(one).programme, one.seed) == (solved(two).programme, two.seed)
    assert check_programme(trip, solved(one).programme) == ()


def test_the_best_of_all_searches_wins(trip: Trip) -> None:
    seeds = [seed_of(3, worker) for worker in range(3)]
    ruled = replace(trip, kappa_percent=75)
    values = [solved(solve_portfolio(ruled, replace(FEW, seed=seed))).programme.value for seed in seeds]

    answer = solve_portfolio(ruled, FEW, workers=3)

    best = max(value.objective for value in values if value is not None)
    found = solved(answer).programme.value
    assert found is not None
    assert found.objective == best
    assert answer.seed in seeds


def test_seeds_are_distinct_and_the_first_is_the_given_one() -> None:
    seeds = [seed_of(seed, worker) for seed in range(3) for worker in range(4)]

    assert [seed_of(seed, 0) for seed in range(3)] == [0, 1, 2]
    assert len(set(seeds)) == len(seeds)


def test_infeasible_is_told_as_such(trip: Trip) -> None:
    nobody = replace(trip, delegates=(), items=tuple(replace(item, must=True) for item in trip.items[:1]))

    answer = solve_portfolio(nobody, FEW, workers=2)

    assert isinstance(answer.result, Infeasible)


def test_no_worker_is_refused(trip: Trip) -> None:
    with pytest.raises(ValueError, match="0 workers"):
        solve_portfolio(trip, FEW, workers=0)


def endless(
    trip: Trip, *, workers: int, on_progress: Callable[[int, Progress], None], stop_s: float
) -> PortfolioAnswer:
    """Search without end until a time has passed."""
    began = time.monotonic()
    return solve_portfolio(
        trip,
        Options(rounds=10_000_000),
        workers=workers,
        on_progress=on_progress,
        is_cancelled=lambda: time.monotonic() - began > stop_s,
    )


def test_cancelling_gives_the_best_so_far_and_ends_all(trip: Trip) -> None:
    heard: set[int] = set()

    answer = endless(trip, workers=2, on_progress=lambda worker, _: heard.add(worker), stop_s=8)

    assert check_programme(trip, solved(answer).programme) == ()
    assert (answer.lost, 0 in heard, multiprocessing.active_children()) == ((), True, [])


def test_killed_worker_does_not_lose_the_others_result(trip: Trip) -> None:
    killed: list[int] = []

    def kill_one(_worker: int, _progress: Progress) -> None:
        children = [child.pid for child in multiprocessing.active_children() if child.pid]
        if not killed and children:
            os.kill(children[0], signal.SIGKILL)
            killed.append(children[0])

    answer = endless(trip, workers=2, on_progress=kill_one, stop_s=3)

    assert (answer.lost, answer.seed) == ((1,), 0)
    assert check_programme(trip, solved(answer).programme) == ()


def test_time_limit_holds_for_all(trip: Trip) -> None:
    answer = solve_portfolio(trip, Options(rounds=10_000_000, limit_s=2), workers=2)

    assert solved(answer).rounds < 10_000_000
