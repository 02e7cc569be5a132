"""Plan a trip: construct, improve, check, answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from geleit.domain.legs import leg_choices
from geleit.domain.programme import PlannedLeg, Programme, Reason, ReasonCode, gap_of
from geleit.domain.trip import Trip
from geleit.planner.bound import Prover
from geleit.planner.explain import unplaced_items
from geleit.planner.native.improve import cooled
from geleit.planner.native.improve import improve as improve_compiled
from geleit.planner.native.library import is_available
from geleit.planner.problem import Problem, compile_problem
from geleit.planner.result import Clash, Infeasible, Result, Solved, TimedOut
from geleit.planner.settle import Settled, settle
from geleit.planner.structure import plain_clashes, structural_clashes
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.construct import construct
from geleit.planner.timetable.plan import Plan
from geleit.planner.timetable.search import improve as improve_in_python
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, Ruler, evaluate, ruler_for

DEFAULT_ROUNDS = 400
CONSTRUCTIONS = 6
"""Fresh starts at most until every must item has a place."""
LARGE = 12_000
"""Items times delegates beyond which the first choice of departures that works is kept."""
LEG_CHOICES = 16
"""Ways to fix the legs' departures that are tried; where there are more, nothing is proven."""
STEPS_PER_ROUND = 2
"""Steps of the proof for each round of search."""
FIRST_STEPS_PER_ROUND = 8
"""The same while the proof is in its first pass, where each step gains much."""
LAST_STEPS = 200
"""Steps of the proof after the search, with the programme found as the mark to reach."""
FIRST_SEED = 0
"""Of the first plans and the ruler, whatever the seed of the search: so searches side by side measure alike."""
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
    bound: int | None = None

    @property
    def gap(self) -> float | None:
        """Distance to the proven bound as a fraction of the plain benefit sum; None while nothing is proven."""
        return gap_of(self.objective, self.bound, self.benefit)


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
    gap
        Stop as soon as the proven gap is no larger, as a fraction of the plain benefit sum; None to use all rounds.
    prove
        Prove a bound beside the search.
    """

    seed: int = 0
    rounds: int = DEFAULT_ROUNDS
    limit_s: float | None = None
    gap: float | None = None
    prove: bool = True


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
        self.first: Settled | None = None
        self.first_valid_s: float | None = None
        self.problems: list[Problem] = []
        self.prover: Prover | None = None
        self.is_close_enough = False
        self.clashes: tuple[Clash, ...] = ()
        self.is_examined = False
        """Whether clashes between the demands have been looked for."""

    def run(self) -> Result:
        self.clashes = plain_clashes(self.trip)
        if self.clashes:
            return Infeasible(clashes=self.clashes, seconds=self._seconds())
        legs = list(leg_choices(self.trip, LEG_CHOICES))
        if not legs:
            legs_clash = Clash(reasons=(Reason(code=ReasonCode.NOT_AT_STATION, detail="legs"),))
            return Infeasible(clashes=(legs_clash,), seconds=self._seconds())
        plan, book = self._first_plan(legs, ruler_for(self.trip))
        if self.clashes:
            return Infeasible(clashes=self.clashes, seconds=self._seconds())
        rng = np.random.default_rng(self.options.seed)
        if self.trip.kappa_percent is None:
            plan = self._with_own_ruler(plan, book)
        every_choice = len(list(leg_choices(self.trip, LEG_CHOICES + 1))) <= LEG_CHOICES
        if self.options.prove and every_choice and not self._stop():
            ruler = plan.problem.ruler
            choices = [self._compiled(legs, number, ruler).measured_by(ruler) for number in range(len(legs))]
            self.prover = Prover(choices, self._stop)
        improve = improve_compiled if is_available(plan.problem) else improve_in_python
        best, rounds = improve(
            plan,
            book,
            rng,
            rounds=self.options.rounds,
            stop=self._stop,
            on_round=self._on_round,
            spent=self._spent,
        )
        self._finish_proof(best, rounds)
        return self._answer(best, rounds)

    def _finish_proof(self, best: Plan, rounds: int) -> None:
        for _ in range(LAST_STEPS):
            if self.prover is None or self._stop():
                return
            self.prover.advance(1, best.objective)
            self._tell(rounds, best)

    def _first_plan(self, legs: list[tuple[PlannedLeg, ...]], ruler: Ruler) -> tuple[Plan, PatternBook]:
        """Return the best of a few fresh starts; other departures are tried in turn."""
        best: tuple[Plan, PatternBook] | None = None
        tries = max(len(legs), CONSTRUCTIONS)
        for number in range(tries):
            problem = self._compiled(legs, number % len(legs), ruler)
            book = PatternBook(problem)
            rng = np.random.default_rng((FIRST_SEED, number))
            plan = construct(
                problem, book, rng, self._stop, self._on_skeleton, grow=not is_available(problem)
            )
            if is_available(problem) and not plan.unmet:
                plan = cooled(plan, book, rng, self._stop)
            if best is None or plan.rank > best[0].rank:
                best = plan, book
            if not plan.unmet and self.first is None:
                self._settled(plan)
            enough = (number + 1 >= len(legs) or self._is_large) and not best[0].unmet
            if enough or (self._stop() and best is not None):
                break
        if best is None:
            raise AssertionError("at least one construction is made")
        return best

    @property
    def _is_large(self) -> bool:
        """Whether a fresh start takes so long that one has to do."""
        return len(self.trip.items) * len(self.trip.delegates) > LARGE

    def _on_skeleton(self, plan: Plan) -> None:
        """Keep a plan with what must be there and nothing else, if it is the first that lacks nothing.

        Where it does lack something, find out at once whether any programme could have it all.
        """
        if self.first is None and not plan.unmet:
            self._settled(plan)
        if self.first is None and not self.is_examined and not self._stop():
            self.clashes, self.is_examined = structural_clashes(self.trip), True

    def _compiled(self, legs: list[tuple[PlannedLeg, ...]], number: int, ruler: Ruler) -> Problem:
        if number == len(self.problems):
            like = self.problems[0] if self.problems else None
            self.problems.append(compile_problem(self.trip, legs[number], ruler, like))
        return self.problems[number]

    def _with_own_ruler(self, plan: Plan, book: PatternBook) -> Plan:
        """Return the plan measured by what the trip turned out to give on average."""
        rng = np.random.default_rng((FIRST_SEED, RULER_ROUNDS))
        improve = improve_compiled if is_available(plan.problem) else improve_in_python
        plan, _ = improve(plan, book, rng, rounds=RULER_ROUNDS, stop=self._stop, on_round=lambda _, __: None)
        alone = sum(plan.problem.ruler.alone.values())
        kappa = max(1, round(100 * int(plan.benefit.sum()) / alone)) if alone else DEFAULT_KAPPA_PERCENT
        return replace(plan, problem=plan.problem.measured_by(Ruler(plan.problem.ruler.alone, kappa)))

    def _answer(self, plan: Plan, rounds: int) -> Result:
        settled = self._settled(plan)
        if not settled.is_solved and self.first is not None:
            settled = self.first
        if settled.programme is None or not settled.is_solved:
            return TimedOut(best=settled.programme, missing=settled.missing, seconds=self._seconds())
        return Solved(
            programme=settled.programme,
            seconds=self._seconds(),
            first_valid_seconds=self.first_valid_s if self.first_valid_s is not None else self._seconds(),
            rounds=rounds,
        )

    def _settled(self, plan: Plan) -> Settled:
        """Return the plan's programme as the checker accepts it, and remember the first one that lacks nothing."""
        settled = settle(plan.mended(), self._programme)
        if settled.is_solved and self.first is None:
            self.first, self.first_valid_s = settled, self._seconds()
        return settled

    def _programme(self, plan: Plan) -> Programme:
        programme = build_programme(plan, seed=self.options.seed)
        value = evaluate(self.trip, programme, plan.problem.ruler)
        value = replace(value, bound=self._bound(value.objective))
        return replace(programme, unplaced=unplaced_items(plan), value=value)

    def _seconds(self) -> float:
        return time.monotonic() - self.began

    def _stop(self) -> bool:
        if self.is_cancelled is not None and self.is_cancelled():
            return True
        is_late = self.options.limit_s is not None and self._seconds() >= self.options.limit_s
        return is_late or self.is_close_enough or bool(self.clashes)

    def _spent(self) -> float:
        """Return the share of the time limit that is gone; 0 without a limit."""
        return min(1.0, self._seconds() / self.options.limit_s) if self.options.limit_s else 0.0

    def _bound(self, objective: int) -> int | None:
        """Return the proven bound; never below a programme that exists."""
        known = self.prover.bound if self.prover is not None else None
        return None if known is None else max(known, objective)

    def _on_round(self, number: int, plan: Plan) -> None:
        if self.prover is not None:
            steps = FIRST_STEPS_PER_ROUND if self.prover.is_rough else STEPS_PER_ROUND
            self.prover.advance(steps, plan.objective)
        self._tell(number, plan)

    def _tell(self, number: int, plan: Plan) -> None:
        bound, benefit = self._bound(plan.objective), int(plan.benefit.sum())
        gap = gap_of(plan.objective, bound, benefit)
        if self.options.gap is not None and gap is not None and not plan.unmet:
            self.is_close_enough = gap <= self.options.gap
        if self.on_progress is not None:
            self.on_progress(
                Progress(
                    seconds=self._seconds(),
                    round=number,
                    rounds=self.options.rounds,
                    objective=plan.objective,
                    benefit=benefit,
                    placed=len(plan.placed),
                    missing=len(plan.unmet),
                    bound=bound,
                )
            )
