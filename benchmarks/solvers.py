"""The solvers that race, by name. To add a peer, write a function of `benchmarks.curve.Solver` and name it here."""

import importlib.util
import time
from collections.abc import Mapping
from types import MappingProxyType

from benchmarks.curve import Outcome, Point, Solver
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.result import Solved, TimedOut
from geleit.planner.solve import Progress
from geleit.services.plan_trip import Effort, plan_trip

WORKERS = 2
UNLIMITED_ROUNDS = 1_000_000
"""Only the seconds count in a race."""
MISSING_PEERS = (
    "The peers need OR-Tools, which Geleit itself does not: install it with "
    "`uv pip install --python .venv/bin/python -e '.[bench]'`, or race with `--solvers geleit`."
)


class PeersMissingError(RuntimeError):
    """OR-Tools, which the peers are written with, is not installed."""


def solve_geleit(trip: Trip, seed: int, limit_s: float) -> Outcome:
    """Return what the product finds within so many seconds, with both cores."""
    began = time.perf_counter()
    curve: list[Point] = []

    def tell(_worker: int, progress: Progress) -> None:
        if not progress.missing:
            seconds = time.perf_counter() - began
            curve.append(Point(seconds, progress.objective, progress.bound, progress.benefit))

    effort = Effort(seed=seed, rounds=UNLIMITED_ROUNDS, limit_s=limit_s, workers=WORKERS)
    result = plan_trip(trip=trip, effort=effort, on_progress=tell).result
    if not isinstance(result, Solved):
        missing = result.missing if isinstance(result, TimedOut) else ()
        return Outcome(
            None, tuple(curve), f"{type(result).__name__}; missing: {', '.join(missing) or 'nothing'}"
        )
    end = _point(result.programme, time.perf_counter() - began)
    first = next((point for point in curve), end)
    curve.insert(0, Point(result.first_valid_seconds, first.objective, None, first.benefit))
    return Outcome(result.programme, (*curve, end))


def _point(programme: Programme, seconds: float) -> Point:
    value = programme.value
    if value is None:
        raise TypeError("the planner values every programme")
    return Point(seconds, value.objective, value.bound, value.benefit)


def _solve_patterns(trip: Trip, seed: int, limit_s: float) -> Outcome:
    need_peers()
    from benchmarks.peers.patterns import solve_patterns

    return solve_patterns(trip, seed, limit_s)


def _solve_circuits(trip: Trip, seed: int, limit_s: float) -> Outcome:
    need_peers()
    from benchmarks.peers.circuits import solve_circuits

    return solve_circuits(trip, seed, limit_s)


def need_peers(library: str = "ortools") -> None:
    """Say what to do where the library that the peers are written with is not installed.

    Raises
    ------
    PeersMissingError
        When it is not.
    """
    if importlib.util.find_spec(library) is None:
        raise PeersMissingError(MISSING_PEERS)


SOLVERS: Mapping[str, Solver] = MappingProxyType(
    {"geleit": solve_geleit, "patterns": _solve_patterns, "circuits": _solve_circuits}
)
ABOUT: Mapping[str, str] = MappingProxyType(
    {
        "geleit": "the planner of this version, two workers",
        "patterns": "CP-SAT, two workers: all tours of a half-day listed, one model chooses tours and people",
        "circuits": "CP-SAT, two workers: one model with a circuit for each group and half-day",
    }
)
