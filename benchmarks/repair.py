"""Repairs of the reference trip: one decline or move each, a hundred cases."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from geleit.domain.changes import Change, HostDeclined, SlotMoved, apply_changes
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.problem import NEVER, compile_problem
from geleit.planner.repair.hand import in_hand
from geleit.planner.repair.records import RepairAnswer, Repairs
from geleit.planner.repair.repair import repair
from geleit.planner.result import Infeasible, Solved
from geleit.planner.solve import Options, solve
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.construct import fill
from geleit.planner.timetable.read import read_plan
from geleit.planner.value import ruler_for
from geleit.services.shipped_trips import shipped_trip
from geleit.tripfile import load_trip
from geleit.tripfile.programme_io import programme_text

Row = dict[str, Any]
CASES = 100
REPEATS = 5
PUBLISHED = Options(rounds=200, prove=False)
"""How the programme that is repaired was planned."""
SHIFTS_MIN = (-1440, -180, -60, -30, 30, 60, 120, 180, 1440)
PROOF_S = 3.0
FIRST_S = 0.1


@dataclass(frozen=True, slots=True)
class Measured:
    """One case and its answer."""

    change: Change
    answer: RepairAnswer
    half_day: int | None
    """Objective after solving only the touched half-days anew, where that is a valid programme."""


def repair_rows() -> Iterator[Row]:
    """Yield how fast the reference trip is repaired, how often the least change is proven, and how good the best is."""
    path = shipped_trip("usa-2025")
    if path is None:
        raise FileNotFoundError("the reference trip usa-2025 comes with Geleit")
    trip = load_trip(path)
    result = solve(trip, PUBLISHED)
    if not isinstance(result, Solved):
        raise TypeError("a shipped trip has a programme")
    programme = result.programme
    found = [_measured(trip, programme, change) for change in cases(trip, programme, CASES)]
    for kind in (HostDeclined, SlotMoved):
        yield _row(kind.__name__, [each for each in found if isinstance(each.change, kind)])
    yield {**_row("all", found), "command_line_first_s": _command_line_s(path, trip, programme)}


def cases(trip: Trip, programme: Programme, count: int) -> Iterator[Change]:
    """Yield declines and moves in turn; the same ones for the same programme."""
    rng = Random(0)
    items = sorted(item for item in programme.sessions_of if item in trip.item_by_id)
    for number in range(count):
        if number % 2 == 0:
            yield HostDeclined(item=items[(number // 2) % len(items)])
        else:
            session = rng.choice(programme.sessions_of[rng.choice(items)])
            yield SlotMoved(
                item=session.item, start=session.start + timedelta(minutes=rng.choice(SHIFTS_MIN))
            )


def _measured(trip: Trip, programme: Programme, change: Change) -> Measured:
    answer = repair(trip, programme, [change])
    if isinstance(answer, Repairs):
        for each in answer.repairs:
            if check_programme(answer.trip, each.programme):
                raise AssertionError(f"an invalid repair of {change}")
    return Measured(change, answer, half_day_alone(trip, programme, change))


def half_day_alone(trip: Trip, programme: Programme, change: Change) -> int | None:
    """Return the objective after solving only the half-days that a change touches anew; None where that fails."""
    after = apply_changes(trip, [change])
    kappa = programme.value.kappa_percent if programme.value else None
    problem = compile_problem(after, programme.legs, ruler_for(after, kappa))
    hand = in_hand(read_plan(problem, programme).plan, NEVER)
    around = {other for block in hand.touched for other in (block, *hand.plan.conflicting(block))}
    plan = fill(hand.plan, tuple(sorted(around)), PatternBook(problem), np.random.default_rng(0))
    return None if plan is None or plan.unmet else plan.objective


def _row(kind: str, found: Sequence[Measured]) -> Row:
    answers = [(each, each.answer) for each in found if isinstance(each.answer, Repairs)]
    firsts = sorted(answer.first_seconds for _, answer in answers)
    proven = [answer.repairs[0] for _, answer in answers if answer.repairs[0].proven]
    worse = [
        each
        for each, answer in answers
        if each.half_day is not None
        and max(repaired.value.objective for repaired in answer.repairs) < each.half_day
    ]
    return {
        "kind": kind,
        "cases": len(found),
        "repaired": len(answers),
        "infeasible": sum(isinstance(each.answer, Infeasible) for each in found),
        "first_median_s": round(statistics.median(firsts), 3),
        "first_p95_s": round(firsts[int(0.95 * (len(firsts) - 1))], 3),
        f"first_within_{FIRST_S}_s": sum(first <= FIRST_S for first in firsts),
        f"least_proven_within_{PROOF_S:.0f}_s": sum(each.seconds <= PROOF_S for each in proven),
        "all_median_s": round(statistics.median(answer.seconds for _, answer in answers), 2),
        "worse_than_half_day_alone": len(worse),
    }


def _command_line_s(path: Path, trip: Trip, programme: Programme) -> float:
    """Return the median seconds from typing the command to its first proposal.

    As where Geleit is installed: with compiled modules, which a run before has left.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "programme.json"
        file.write_text(programme_text(programme, trip), "utf-8")
        item = sorted(programme.sessions_of)[0]
        geleit = Path(sys.executable).with_name("geleit")
        command = (geleit, "repair", path, file, "--decline", item, "--limit", "0", "--json")
        compiled = {"PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
        firsts = [
            json.loads(
                subprocess.run(
                    command, capture_output=True, check=True, env={**os.environ, **compiled}
                ).stdout
            )["first_seconds"]
            for _ in range(1 + REPEATS)
        ]
    return float(round(statistics.median(firsts[1:]), 2))
