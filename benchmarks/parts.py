"""What is measured, part by part. Each part returns rows: plain figures under names that carry their units."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.board import board_rows
from benchmarks.demands import Shape
from benchmarks.instances import SHAPES, make_trip, usual_size
from benchmarks.peers.pretalx import pretalx_rows
from benchmarks.repair import repair_rows
from benchmarks.web import web_rows
from benchmarks.why import why_rows
from geleit.domain.programme import Programme, Value
from geleit.planner.check import check_programme
from geleit.planner.result import Result, Solved
from geleit.planner.solve import Options, solve
from geleit.services.shipped_trips import shipped_trips
from geleit.tripfile import load_trip

Row = dict[str, Any]
REPEATS = 5
ROUNDS = (1, 50, 100, 200, 400)
LIMITS_S = (5, 10, 30)
SIZES = (60, 120, 240)
PILOT_S = 5.0
ANY_GAP = 1
"""Ends a search as soon as anything is proven."""
GELEIT = Path(sys.executable).with_name("geleit")


def help_rows() -> Iterator[Row]:
    """Yield how long `geleit --help` takes."""
    yield {"command": "geleit --help", "median_s": _median(lambda: _seconds("--help"))}


def first_valid_rows() -> Iterator[Row]:
    """Yield the seconds from typing `geleit plan` to the first programme that the checker accepts."""
    for path in shipped_trips():
        found = sorted(_first_valid_s(path) for _ in range(REPEATS))
        yield {
            "trip": path.name,
            "median_s": round(statistics.median(found), 2),
            "fastest_s": round(found[0], 2),
            "slowest_s": round(found[-1], 2),
        }


def _first_valid_s(path: Path) -> float:
    with tempfile.TemporaryDirectory() as folder:
        enough = ("--rounds", 1, "--gap", ANY_GAP, "--json", "--quiet")
        answer = json.loads(_run("plan", path, "--out", folder, *enough))
    return float(answer["first_valid_seconds"])


def reading_rows() -> Iterator[Row]:
    """Yield how long it takes to read a trip, to check a programme, and how large both are."""
    for path in shipped_trips():
        trip = load_trip(path)
        programme = _solved(solve(trip, Options(rounds=1, prove=False))).programme
        yield {
            "trip": path.name,
            "items": len(trip.items),
            "delegates": len(trip.delegates),
            "read_ms": round(1000 * _median(partial(_timed, partial(load_trip, path)))),
            "sessions": len(programme.sessions),
            "transfers": len(programme.transfers),
            "check_ms": round(1000 * _median(partial(_timed, partial(check_programme, trip, programme)))),
        }


def rounds_rows() -> Iterator[Row]:
    """Yield what the shipped trips' programmes are worth after so many rounds of search."""
    for path in shipped_trips():
        trip = load_trip(path)
        for rounds in ROUNDS:
            began = time.perf_counter()
            result = _solved(solve(trip, Options(rounds=rounds)))
            yield {
                "trip": path.name,
                "rounds": rounds,
                "seconds": round(time.perf_counter() - began, 1),
                **_worth(result.programme),
            }


def documents_rows() -> Iterator[Row]:
    """Yield how long `geleit render` takes for the whole document set, and what comes of it."""
    for path in shipped_trips():
        with tempfile.TemporaryDirectory() as folder:
            _run("plan", path, "--out", folder, "--rounds", 50, "--quiet")
            seconds = _seconds("render", path, folder, "--out", folder, "--quiet")
            files = [file for file in Path(folder).rglob("*") if file.is_file()]
            sizes = {ending: _kib(file for file in files if file.suffix == ending) for ending in _ENDINGS}
            booklets = sorted(Path(folder).glob("booklet.*.pdf"))
            yield {
                "trip": path.name,
                "seconds": round(seconds, 1),
                "files": len(files),
                **{f"{ending[1:]}_kib": size for ending, size in sizes.items()},
                "largest_booklet_kib": max(_kib([file]) for file in booklets),
            }


_ENDINGS = (".pdf", ".html", ".ics", ".xlsx")


def demo_rows() -> Iterator[Row]:
    """Yield how long `geleit documents` takes until everything could be served."""
    with tempfile.TemporaryDirectory() as folder:
        yield {
            "command": "geleit documents",
            "seconds": round(_seconds("documents", "--no-serve", "--out", folder, "--quiet"), 1),
        }


def instances_rows(shapes: tuple[Shape, ...] = ("compact",)) -> Iterator[Row]:
    """Yield what is found in made-up trips of several sizes within so many seconds, and how far it is from the best.

    The search cools down over its rounds, so each limit is given the rounds that fit into it, by the speed of a
    short trial. The last row of each size has a proof beside the search.
    """
    for shape in shapes:
        for items in SIZES:
            trip = make_trip(usual_size(items, shape), seed=1)
            rate = _rounds_per_s(solve(trip, Options(rounds=10_000, limit_s=PILOT_S, prove=False)))
            for limit_s, prove in (*((limit_s, False) for limit_s in LIMITS_S), (LIMITS_S[-1], True)):
                rounds = max(1, round(rate * limit_s * (0.5 if prove else 1)))
                row: Row = {
                    "shape": shape,
                    "items": items,
                    "limit_s": limit_s,
                    "proof": "yes" if prove else "no",
                }
                yield row | _found(solve(trip, Options(rounds=rounds, limit_s=limit_s, prove=prove)))


def _found(result: Result) -> Row:
    if not isinstance(result, Solved):
        return {"first_valid_s": None}
    return {
        "first_valid_s": round(result.first_valid_seconds, 1),
        "seconds": round(result.seconds, 1),
        "rounds": result.rounds,
        **_worth(result.programme),
    }


def all_shapes_rows() -> Iterator[Row]:
    """Yield the same for every shape of trip; this takes half an hour."""
    yield from instances_rows(SHAPES)


PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "help": help_rows,
    "first-valid": first_valid_rows,
    "reading": reading_rows,
    "documents": documents_rows,
    "demo": demo_rows,
    "rounds": rounds_rows,
    "instances": instances_rows,
    "all-shapes": all_shapes_rows,
    "repair": repair_rows,
    "why": why_rows,
    "web": web_rows,
    "board": board_rows,
    "web-peer": pretalx_rows,
}
USUAL_PARTS = tuple(name for name in PARTS if name not in ("all-shapes", "web-peer"))


def _worth(programme: Programme) -> Row:
    value = programme.value
    if not isinstance(value, Value):
        raise TypeError("the planner values every programme")
    return {
        "value": value.objective,
        "gap_percent": None if value.gap is None else round(100 * value.gap, 2),
        "worst_share": value.worst_share,
        "mean_share": value.mean_share,
        "placed": value.placed,
        "wishes_met": value.wishes_met,
    }


def _solved(result: Result) -> Solved:
    if not isinstance(result, Solved):
        raise TypeError("a shipped trip has a programme")
    return result


def _rounds_per_s(trial: Result) -> float:
    if not isinstance(trial, Solved):
        return 1.0
    return trial.rounds / max(0.1, trial.seconds - trial.first_valid_seconds)


def _run(*args: object) -> str:
    words = [str(GELEIT), *map(str, args)]
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words[1:])} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def _seconds(*args: object) -> float:
    return _timed(lambda: _run(*args))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _median(measure: Callable[[], float]) -> float:
    return round(statistics.median(measure() for _ in range(REPEATS)), 3)


def _kib(files: Iterable[Path]) -> int:
    return round(sum(file.stat().st_size for file in files) / 1024)
