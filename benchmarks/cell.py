"""One run of a race in a process of its own: ``python -m benchmarks.cell INSTANCE SOLVER SEED LIMIT_S`` prints JSON.

An instance is ``SHAPE-ITEMS`` (``compact-60``) or the name of a shipped trip (``usa-2025``).
"""

import json
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from benchmarks.curve import Point
from benchmarks.instances import named_trip
from benchmarks.solvers import SOLVERS, PeersMissingError
from geleit.domain.programme import gap_of
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, evaluate, ruler_for
from geleit.services.shipped_trips import shipped_trips
from geleit.tripfile import load_trip

MOST_POINTS = 60
"""Points of a curve that are kept."""
KIB_PER_MIB = 1024


def instance(name: str, seed: int) -> Trip:
    """Return the trip of a name; shipped ones are the same for each seed, and all have a ruler of their own.

    Raises
    ------
    ValueError
        When there is no such instance.
    """
    shipped = {path.name: path for path in shipped_trips()}
    if name in shipped:
        trip = load_trip(shipped[name])
        return replace(trip, kappa_percent=trip.kappa_percent or DEFAULT_KAPPA_PERCENT)
    return named_trip(name, seed)


def measure(name: str, solver: str, seed: int, limit_s: float) -> dict[str, Any]:
    """Return one run's figures: what the checker says, what it is worth, the curve, the peak memory."""
    trip = instance(name, seed)
    began = time.perf_counter()
    outcome = SOLVERS[solver](trip, seed, limit_s)
    found: dict[str, Any] = {
        "instance": name,
        "solver": solver,
        "seed": seed,
        "limit_s": limit_s,
        "seconds": round(time.perf_counter() - began, 2),
        "note": outcome.note,
        "peak_mib": _peak_mib(),
        "curve": [_row(point) for point in thinned(outcome.curve)],
        "valid": False,
    }
    if outcome.programme is None:
        return found
    violations = check_programme(trip, outcome.programme)
    value = evaluate(trip, outcome.programme, ruler_for(trip))
    bound = outcome.curve[-1].bound if outcome.curve else None
    gap = gap_of(value.objective, bound, value.benefit)
    return found | {
        "valid": not violations,
        "violations": sorted({violation.code.value for violation in violations}),
        "objective": value.objective,
        "bound": bound,
        "gap": None if gap is None else round(gap, 5),
        "benefit": value.benefit,
        "worst_share": value.worst_share,
        "mean_share": value.mean_share,
        "placed": value.placed,
        "wishes_met": value.wishes_met,
    }


def thinned(curve: Sequence[Point]) -> list[Point]:
    """Return the points at which something got better, at most so many of them, the first and the last always kept."""
    better: list[Point] = []
    for point in curve:
        known = better[-1] if better else None
        worse_bound = known is not None and (
            point.bound is None or point.bound >= (known.bound or point.bound + 1)
        )
        if known is None or point.objective > known.objective or not worse_bound:
            better.append(point)
    step = max(1, -(-len(better) // MOST_POINTS))
    kept = better[::step]
    return kept if not better or kept[-1] is better[-1] else [*kept, better[-1]]


def _row(point: Point) -> list[float | int | None]:
    gap = point.gap
    return [round(point.seconds, 2), point.objective, point.bound, None if gap is None else round(gap, 5)]


def _peak_mib() -> int:
    """Return the largest resident memory of this process and of its largest child, added."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return round((own + children) / KIB_PER_MIB)


def main() -> None:
    """Print one run's figures."""
    name, solver, seed, limit_s = sys.argv[1:]
    try:
        print(json.dumps(measure(name, solver, int(seed), float(limit_s))))
    except (PeersMissingError, ValueError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
