"""Why not: every unplaced item of the reference trip, each answer verified again by the checker."""

import statistics
import time
from collections.abc import Iterator, Sequence
from typing import Any

from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.propose.propose import proposals
from geleit.planner.result import Solved
from geleit.planner.solve import Options, solve
from geleit.planner.why.facts import Facts
from geleit.planner.why.oracle import can_hold
from geleit.planner.why.records import Blocked, Undecided, WayIn, WhyNot
from geleit.planner.why.why import Question, unmet_wishes, why_not, why_not_all
from geleit.services.shipped_trips import shipped_trip
from geleit.tripfile import load_trip

Row = dict[str, Any]
ROUNDS = 200
SEEDS = range(3)
WISHES = 20
"""Unmet wishes asked about, for each programme."""


def why_rows() -> Iterator[Row]:
    """Yield how the questions of the reference trip are answered, and how fast."""
    path = shipped_trip("usa-2025")
    if path is None:
        raise FileNotFoundError("the reference trip usa-2025 comes with Geleit")
    trip = load_trip(path)
    items: list[WhyNot] = []
    wishes: list[WhyNot] = []
    compiled: list[float] = []
    asked: list[tuple[float, int, int]] = []
    for seed in SEEDS:
        result = solve(trip, Options(seed=seed, rounds=ROUNDS, prove=False))
        if not isinstance(result, Solved):
            raise TypeError("a shipped trip has a programme")
        began = time.perf_counter()
        question = Question(trip, result.programme)
        compiled.append(time.perf_counter() - began)
        items += why_not_all(question)
        pairs = [
            (item, person.id)
            for person in trip.delegates
            for item in unmet_wishes(trip, result.programme, person.id)
            if item in result.programme.sessions_of
        ]
        wishes += [why_not(question, item, person) for item, person in pairs[:WISHES]]
        began = time.perf_counter()
        sessions = [each for proposal in proposals(trip, result.programme) for each in proposal.sessions]
        alternates = sum(len(each.alternates) for each in sessions)
        asked.append((time.perf_counter() - began, len(sessions), alternates))
    yield _row("unplaced items", trip, items, compiled)
    yield _row("unmet wishes", trip, wishes, compiled)
    yield {
        "question": "times to propose",
        "asked": sum(count for _, count, _ in asked),
        "alternates": sum(count for _, _, count in asked),
        "median_s": round(statistics.median(seconds for seconds, _, _ in asked), 2),
    }


def _row(question: str, trip: Trip, answers: Sequence[WhyNot], compiled: Sequence[float]) -> Row:
    seconds = sorted(each.seconds for each in answers)
    return {
        "question": question,
        "asked": len(answers),
        "ways_in": sum(isinstance(each.answer, WayIn) for each in answers),
        "blocked": sum(isinstance(each.answer, Blocked) for each in answers),
        "undecided": sum(isinstance(each.answer, Undecided) for each in answers),
        "verified": sum(_is_verified(trip, each) for each in answers),
        "median_s": round(statistics.median(seconds), 2),
        "p95_s": round(seconds[int(0.95 * (len(seconds) - 1))], 2),
        "slowest_s": round(seconds[-1], 2),
        "compiled_once_s": round(statistics.median(compiled), 2),
    }


def _is_verified(trip: Trip, why: WhyNot) -> bool:
    """Go through the proof of an answer again; an undecided one has none."""
    match why.answer:
        case WayIn() as way:
            there = {p for each in way.programme.sessions_of.get(why.item, ()) for p in each.attendees}
            is_met = bool(there) if why.delegate is None else why.delegate in there
            return is_met and not check_programme(trip, way.programme)
        case Blocked() as blocked:
            goals = {why.item: frozenset() if why.delegate is None else frozenset({why.delegate})}
            is_impossible = not can_hold(Facts(trip), frozenset(blocked.obstacles), goals)
            each_is_needed = all(
                why.item in witness.programme.sessions_of
                and not check_programme(witness.trip, witness.programme)
                for witness in blocked.witnesses
            )
            return is_impossible and each_is_needed and len(blocked.witnesses) == len(blocked.obstacles)
        case Undecided():
            return False
