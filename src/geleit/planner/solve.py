"""Plan a trip: construct, improve, check, answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from geleit.domain.legs import leg_choices
from geleit.domain.programme import PlannedLeg, Programme, Reason, ReasonCode
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.explain import unplaced_items
from geleit.planner.problem import Problem, compile_problem
from geleit.planner.result import Clash, Infeasible, Result, Solved, TimedOut
from geleit.planner.structure import structural_clashes
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.construct import construct
from geleit.planner.timetable.plan import Plan
from geleit.planner.timetable.search import improve
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, Ruler, evaluate, ruler_for

DEFAULT_ROUNDS = 400
CONSTRUCTIONS = 6
"""Fresh starts at most until every must item has a place."""
LEG_CHOICES = 16
RULER_ROUNDS = 20
"""Rounds of search after which the trip's own ruler of fairness is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What a running plan tells: seconds since the start, rounds made of those allowed, the best value so far."""

    seconds: float
    round: int
    rounds: int
    objective: int
    benefit: int
    placed: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to plan.

    Parameters
    ----------
    seed
        Same input, seed and rounds give the same programme, unless ``limit_s`` cuts the search short.
    rounds
        Rounds of search; the reproducible limit.
    limit_s
        Wall-clock seconds at most, on top of the rounds; None for no limit.
    """

    seed: int = 0
    rounds: int = DEFAULT_ROUNDS
    limit_s: float | None = None


def solve(
    trip: Trip,
    options: Options | None = None,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Result:
    """Return the best programme found, a proof that there is none, or what there was when time ran out.

    Every programme in a ``Solved`` has passed the checker. A cancelled search answers with the best it has.

    Parameters
    ----------
    on_progress
        Told after each round, in the caller's thread.
    is_cancelled
        Asked before each round.
    """
    return _Solve(trip, options or Options(), on_progress, is_cancelled).run()


class _Solve:
    def __init__(
        self,
        trip: Trip,
        options: Options,
        on_progress: Callable[[Progress], None] | None,
        is_cancelled: Callable[[], bool] | None,
    ) -> None:
        self.trip, self.options = trip, options
        self.on_progress, self.is_cancelled = on_progress, is_cancelled
        self.began = time.monotonic()
        self.first_valid_s: float | None = None

    def run(self) -> Result:
        clashes = structural_clashes(self.trip)
        if clashes:
            return Infeasible(clashes=clashes, seconds=self._seconds())
        legs = list(leg_choices(self.trip, LEG_CHOICES))
        if not legs:
            legs_clash = Clash(reasons=(Reason(code=ReasonCode.NOT_AT_STATION, detail="legs"),))
            return Infeasible(clashes=(legs_clash,), seconds=self._seconds())
        plan, book = self._first_plan(legs, ruler_for(self.trip))
        rng = np.random.default_rng(self.options.seed)
        if self.trip.kappa_percent is None:
            plan = self._with_own_ruler(plan, book)
        if not plan.unmet:
            self._programme(plan.mended())
        best, rounds = improve(
            plan, book, rng, rounds=self.options.rounds, stop=self._stop, on_round=self._tell
        )
        return self._answer(best, rounds)

    def _first_plan(self, legs: list[tuple[PlannedLeg, ...]], ruler: Ruler) -> tuple[Plan, PatternBook]:
        """Return the best of a few fresh starts; other departures are tried in turn."""
        best: tuple[Plan, PatternBook] | None = None
        tries = max(len(legs), CONSTRUCTIONS)
        for number in range(tries):
            problem = compile_problem(self.trip, legs[number % len(legs)], ruler)
            book = PatternBook(problem)
            rng = np.random.default_rng((self.options.seed, number))
            plan = construct(problem, book, rng)
            if best is None or plan.rank > best[0].rank:
                best = plan, book
            enough = number + 1 >= len(legs) and not best[0].unmet
            if enough or (self._stop() and best is not None):
                break
        if best is None:
            raise AssertionError("at least one construction is made")
        return best

    def _with_own_ruler(self, plan: Plan, book: PatternBook) -> Plan:
        """Return the plan measured by what the trip turned out to give on average."""
        rng = np.random.default_rng((self.options.seed, RULER_ROUNDS))
        plan, _ = improve(plan, book, rng, rounds=RULER_ROUNDS, stop=self._stop, on_round=lambda _, __: None)
        alone = sum(plan.problem.ruler.alone.values())
        kappa = max(1, round(100 * int(plan.benefit.sum()) / alone)) if alone else DEFAULT_KAPPA_PERCENT
        return replace(plan, problem=plan.problem.measured_by(Ruler(plan.problem.ruler.alone, kappa)))

    def _answer(self, plan: Plan, rounds: int) -> Result:
        plan = plan.mended()
        programme, clean = self._programme(plan)
        missing = tuple(sorted({self.trip.items[item].id for item, _ in plan.unmet}))
        if missing or not clean:
            return TimedOut(best=programme if clean else None, missing=missing, seconds=self._seconds())
        return Solved(
            programme=programme,
            seconds=self._seconds(),
            first_valid_seconds=self.first_valid_s if self.first_valid_s is not None else self._seconds(),
            rounds=rounds,
        )

    def _programme(self, plan: Plan) -> tuple[Programme, bool]:
        """Return the plan's programme and whether the checker accepts it but for missing must items."""
        problem: Problem = plan.problem
        programme = build_programme(plan, seed=self.options.seed)
        programme = replace(
            programme,
            unplaced=unplaced_items(plan),
            value=evaluate(self.trip, programme, problem.ruler),
        )
        violations = [v for v in check_programme(self.trip, programme) if v.code != "must_missing"]
        if not violations and not plan.unmet and self.first_valid_s is None:
            self.first_valid_s = self._seconds()
        return programme, not violations

    def _seconds(self) -> float:
        return time.monotonic() - self.began

    def _stop(self) -> bool:
        if self.is_cancelled is not None and self.is_cancelled():
            return True
        return self.options.limit_s is not None and self._seconds() >= self.options.limit_s

    def _tell(self, number: int, plan: Plan) -> None:
        if self.on_progress is not None:
            self.on_progress(
                Progress(
                    seconds=self._seconds(),
                    round=number,
                    rounds=self.options.rounds,
                    objective=plan.objective,
                    benefit=int(plan.benefit.sum()),
                    placed=len(plan.placed),
                    missing=len(plan.unmet),
                )
            )
