"""Race the planner against its peers: same instances, same seconds, same checker; a curve for each run.

Runs that are kept for this version and machine are not made again, so that a race can be run in parts: each call makes
the runs that are missing, in order, until ``--minutes`` are over, and writes the table of what there is.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import geleit
from benchmarks.machine import load_average, machine
from benchmarks.race_tables import page
from benchmarks.solvers import SOLVERS

RESULTS = Path(__file__).parent / "results"
LIMIT_S = {"compact-60": 30, "compact-120": 30, "compact-240": 60, "compact-480": 120}
"""Seconds of each run, by instance; others get ``USUAL_LIMIT_S``."""
USUAL_LIMIT_S = 30
SIZES = ("compact-60", "compact-120", "compact-240", "compact-480")
TRIPS = ("usa-2025", "china-2025")
OTHER_SHAPES = ("spread-60", "fixed-60", "scarce-60", "large-60")
SEEDS = (1, 2, 3, 4, 5)
PARTS_MIN = 8.0
"""A call makes runs for so long by default; a longest run fits in before nine minutes are over."""
GRACE = 2.0
"""A run that takes so many times its seconds, and a minute, is ended: a solver that ignores its limit."""
QUICK_INSTANCES, QUICK_SEEDS, QUICK_LIMIT_S = ("compact-30",), (1,), 5.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One run."""

    instance: str
    solver: str
    seed: int
    limit_s: float

    @property
    def key(self) -> str:
        """What it is kept under."""
        return f"{self.instance}/{self.solver}/{self.seed}/{self.limit_s:g}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the runs that are missing, keep each as it ends, and write the table."""
    chosen = _parsed(arguments)
    file = RESULTS / f"{geleit.__version__}.race{'.quick' if chosen.quick else ''}.json"
    runs: dict[str, Any] = {} if chosen.again else kept(file)
    began = time.monotonic()
    for cell in cells(chosen):
        if cell.key in runs:
            continue
        if time.monotonic() - began + cell.limit_s > 60 * chosen.minutes:
            print("time is over; call again for the rest")
            break
        print(f"{cell.key} ...", end=" ", flush=True)
        runs[cell.key] = run(cell)
        print(told(runs[cell.key]), flush=True)
        keep(file, runs)
    text = keep(file, runs)
    print(text)


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.race", description=__doc__)
    parser.add_argument(
        "--instances", help="such as compact-60,usa-2025; by default the sizes, the shipped trips, all shapes"
    )
    parser.add_argument("--solvers", default=",".join(SOLVERS), help=f"of {', '.join(SOLVERS)}")
    parser.add_argument("--seeds", help="such as 1,2,3; by default five")
    parser.add_argument("--limit", type=float, help="seconds of each run; by default those of the instance")
    parser.add_argument("--minutes", type=float, default=PARTS_MIN, help="no run begins that would end later")
    parser.add_argument("--again", action="store_true", help="forget what is kept")
    parser.add_argument(
        "--quick", action="store_true", help="one small instance, one seed, five seconds each"
    )
    chosen = parser.parse_args(arguments)
    unknown = [name for name in chosen.solvers.split(",") if name not in SOLVERS]
    if unknown:
        parser.error(f"there is no solver {unknown[0]!r}; there are {', '.join(SOLVERS)}")
    return chosen


def cells(chosen: argparse.Namespace) -> Iterator[Cell]:
    """Yield the runs asked for: instance by instance, seed by seed, so that solvers meet the same machine."""
    usual = QUICK_INSTANCES if chosen.quick else (*SIZES[:1], *TRIPS, *SIZES[1:], *OTHER_SHAPES)
    instances = chosen.instances.split(",") if chosen.instances else usual
    own_seeds = QUICK_SEEDS if chosen.quick else SEEDS
    seeds = [int(seed) for seed in chosen.seeds.split(",")] if chosen.seeds else own_seeds
    for instance in instances:
        limit_s = chosen.limit or (QUICK_LIMIT_S if chosen.quick else LIMIT_S.get(instance, USUAL_LIMIT_S))
        for seed in seeds:
            for solver in chosen.solvers.split(","):
                yield Cell(instance, solver, seed, float(limit_s))


def run(cell: Cell) -> dict[str, Any]:
    """Return one run's figures; a run that died or hung says so."""
    words = [cell.instance, cell.solver, str(cell.seed), str(cell.limit_s)]
    about = {"instance": cell.instance, "solver": cell.solver, "seed": cell.seed, "limit_s": cell.limit_s}
    load = load_average()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.cell", *words],
            check=False,
            capture_output=True,
            text=True,
            timeout=60 + GRACE * cell.limit_s,
            cwd=Path(__file__).parent.parent,
        )
    except subprocess.TimeoutExpired as late:
        return about | {
            "valid": False,
            "curve": [],
            "note": f"ended after {late.timeout:.0f} s",
            "load": load,
        }
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]
        return about | {"valid": False, "curve": [], "note": last, "load": load}
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found | {"load": load, "measured": datetime.now(UTC).date().isoformat()}


def told(found: dict[str, Any]) -> str:
    """Return one line about a run."""
    if not found["valid"]:
        return f"no valid programme ({found['note'] or ', '.join(found.get('violations', ()))})"
    gap = "unknown" if found["gap"] is None else f"{100 * found['gap']:.2f} %"
    return f"{found['objective']} in {found['seconds']} s, gap {gap}, {found['peak_mib']} MiB"


def kept(file: Path) -> dict[str, Any]:
    """Return the runs made before with this version on this machine."""
    known = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return dict(known["runs"]) if known.get("machine") == machine() else {}


def keep(file: Path, runs: dict[str, Any]) -> str:
    """Write runs and table; return the table."""
    RESULTS.mkdir(exist_ok=True)
    record = {"version": geleit.__version__, "machine": machine(), "runs": runs}
    text = "\n".join(page(record)) + "\n"
    file.write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    file.with_suffix(".md").write_text(text, "utf-8")
    return text


if __name__ == "__main__":
    main()
