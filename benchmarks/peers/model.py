"""What both CP-SAT models share: the fair benefit, rules between items, the search with its curve, the programme."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.curve import Outcome, Point
from geleit.domain.items import RuleKind
from geleit.domain.legs import leg_choices
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.explain import unplaced_items
from geleit.planner.problem import Problem, compile_problem
from geleit.planner.settle import settle
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.construct import construct
from geleit.planner.timetable.plan import Plan
from geleit.planner.value import BENDS_EIGHTHS, SLOPES_EIGHTHS, evaluate, ruler_for

WORKERS = 2
UNKNOWN = 1e15
"""A bound as large as that is none."""
FRESH_STARTS = 6
FAR_MIN = 4000
"""Minutes beyond any span of two days: what switches a constraint of times off."""
Literals = list[cp_model.IntVar]


@dataclass(slots=True)
class Sum:
    """A linear expression under construction."""

    literals: Literals
    weights: list[int]

    @classmethod
    def empty(cls) -> "Sum":
        """Return the expression that is zero."""
        return cls([], [])

    def add(self, literal: cp_model.IntVar, weight: int = 1) -> None:
        """Add a weighted literal."""
        self.literals.append(literal)
        self.weights.append(weight)

    @property
    def expression(self) -> cp_model.LinearExprT:
        """The sum."""
        return cp_model.LinearExpr.weighted_sum(self.literals, self.weights)


def first_problem(trip: Trip) -> Problem:
    """Return the trip in integers for the first choice of departures: the peers do not choose among them."""
    return compile_problem(trip, next(iter(leg_choices(trip, 1))), ruler_for(trip))


class TimeIsOverError(RuntimeError):
    """The time was over before the model was built."""


class Model:
    """A CP-SAT model with the objective of `geleit.planner.value`.

    Attributes
    ----------
    points
        By person: the benefit in points.
    cost
        Minutes on the way and waiting of all people.
    at
        By item and start: literals that are true when a session lies there.
    ends
        ``time.perf_counter`` at which the time is over.
    """

    def __init__(self, problem: Problem, ends: float = float("inf")) -> None:
        self.problem, self.ends = problem, ends
        self.cp = cp_model.CpModel()
        self.points = [Sum.empty() for _ in range(problem.people)]
        self.cost = Sum.empty()
        self.at: dict[int, dict[int, Literals]] = {}

    def watch_time(self) -> None:
        """Stop building when the time is over.

        Raises
        ------
        TimeIsOverError
            When it is.
        """
        if time.perf_counter() > self.ends:
            raise TimeIsOverError("the model alone takes longer than there is time")

    def name_session(self, item: int, start: int, literal: cp_model.IntVar) -> None:
        """Say that the literal stands for a visit to the item at that start."""
        self.at.setdefault(item, {}).setdefault(start, []).append(literal)

    def maximise_worth(self) -> None:
        """Set the objective: the sum of the concave worths less the price of movement and waiting."""
        worth = Sum.empty()
        for person, points in enumerate(self.points):
            most = sum(points.weights)
            if not most:
                continue
            total = self.cp.new_int_var(0, most, "")
            self.cp.add(total == points.expression)
            worth.add(total, SLOPES_EIGHTHS[-1])
            for bend, at in zip(BENDS_EIGHTHS, self.problem.breaks[person].tolist(), strict=True):
                part = self.cp.new_int_var(0, min(at, most), "")
                self.cp.add(part <= total)
                worth.add(part, bend)
        for literal, minutes in zip(self.cost.literals, self.cost.weights, strict=True):
            worth.add(literal, -minutes)
        self.cp.maximize(worth.expression)

    def keep_item_rules(self) -> None:
        """Add the rules between items (H8) and the sessions that must be there."""
        cp, problem = self.cp, self.problem
        happens: dict[int, dict[int, cp_model.IntVar]] = {}
        placed: dict[int, cp_model.IntVar] = {}
        ruled = {item for rule in problem.item_rules for item in rule.items}
        for item in ruled:
            happens[item] = {}
            for start, literals in self.at.get(item, {}).items():
                happens[item][start] = cp.new_bool_var("")
                cp.add_max_equality(happens[item][start], literals)
            placed[item] = cp.new_bool_var("")
            cp.add_max_equality(placed[item], list(happens[item].values()) or [0])
        for rule in problem.item_rules:
            if rule.kind is RuleKind.AT_MOST_ONE:
                cp.add_at_most_one(placed[item] for item in rule.items)
            elif rule.kind is RuleKind.TOGETHER:
                for item in rule.items[1:]:
                    cp.add(placed[item] == placed[rule.items[0]])
            else:
                self._keep_order(rule.kind, rule.items, rule.gap_min, happens)
        for item, demanded in problem.demands:
            data, found = problem.items[item], self.at.get(item, {})
            literals = (
                found.get(demanded, []) if demanded is not None else list(chain.from_iterable(found.values()))
            )
            least = 1 if demanded is None or data.together else data.fixed.count(demanded)
            cp.add(cp_model.LinearExpr.sum(literals) >= least)

    def _keep_order(
        self,
        kind: RuleKind,
        items: Sequence[int],
        gap_min: int,
        happens: dict[int, dict[int, cp_model.IntVar]],
    ) -> None:
        for number, one in enumerate(items):
            for other in items[number + 1 :]:
                for start, literal in happens[one].items():
                    end = start + self.problem.items[one].duration + gap_min
                    for later, following in happens[other].items():
                        if start != later if kind is RuleKind.SAME_TIME else later < end:
                            self.cp.add_bool_or(~literal, ~following)


class _Watch(cp_model.CpSolverSolutionCallback):
    """Notes every better programme and its benefit."""

    def __init__(self, model: Model, began: float) -> None:
        super().__init__()
        self.model, self.began = model, began
        self.curve: list[Point] = []

    def on_solution_callback(self) -> None:
        """Note a programme."""
        seconds = time.perf_counter() - self.began
        bound = self.best_objective_bound
        known = round(bound) if abs(bound) < UNKNOWN else None
        self.curve.append(
            Point(seconds, round(self.objective_value), known, _benefit(self.model, self.boolean_value))
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave.

    Parameters
    ----------
    values
        The solver that holds the best programme, or None.
    bound
        Proven upper bound; infinite while nothing is proven.
    """

    values: cp_model.CpSolver | None
    curve: list[Point]
    bound: float


def search(model: Model, began: float, limit_s: float, seed: int) -> Found:
    """Search until the limit.

    Parameters
    ----------
    began
        ``time.perf_counter`` when the peer was started: building the model counts.
    """
    model.maximise_worth()
    first = _complete_hint(model, began, limit_s, seed)
    solver, watch = _solver(began, limit_s, seed), _Watch(model, began)
    bounds: list[tuple[float, float]] = []
    solver.best_bound_callback = lambda bound: bounds.append((time.perf_counter() - began, bound))
    status = solver.solve(model.cp, watch)
    curve = [*_first_point(model, first), *watch.curve]
    for seconds, bound in bounds:
        before = [point for point in curve if point.seconds <= seconds]
        if before and abs(bound) < UNKNOWN:
            last = max(before, key=lambda point: point.seconds)
            curve.append(replace(last, seconds=seconds, bound=round(bound)))
    curve.sort(key=lambda point: point.seconds)
    better = solver if status in {cp_model.OPTIMAL, cp_model.FEASIBLE} else None
    known = [bound for _, bound in bounds if abs(bound) < UNKNOWN]
    return Found(better or (first[0] if first else None), curve, min(known, default=float("inf")))


def _first_point(model: Model, first: tuple[cp_model.CpSolver, float] | None) -> list[Point]:
    if first is None:
        return []
    solver, seconds = first
    return [Point(seconds, round(solver.objective_value), None, _benefit(model, solver.boolean_value))]


def _benefit(model: Model, is_true: Callable[[cp_model.IntVar], bool]) -> int:
    return sum(
        weight
        for points in model.points
        for literal, weight in zip(points.literals, points.weights, strict=True)
        if is_true(literal)
    )


def first_plan(problem: Problem) -> Plan:
    """Return the product's own first plan, from which both peers start: alone they find none for minutes."""
    book, best = PatternBook(problem), Plan.empty(problem)
    for number in range(FRESH_STARTS):
        plan = construct(problem, book, np.random.default_rng(number)).mended()
        best = max(best, plan, key=lambda each: each.rank)
        if not best.unmet:
            break
    return best


def _complete_hint(
    model: Model, began: float, limit_s: float, seed: int
) -> tuple[cp_model.CpSolver, float] | None:
    """Give every variable the value that follows from the hints; return the programme they make, and when."""
    solver = _solver(began, limit_s, seed)
    solver.parameters.fix_variables_to_their_hinted_value = True
    solver.parameters.stop_after_first_solution = True
    if solver.solve(model.cp) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    model.cp.clear_hints()
    for index in range(len(model.cp.proto.variables)):
        variable = model.cp.get_int_var_from_proto_index(index)
        model.cp.add_hint(variable, solver.value(variable))
    return solver, time.perf_counter() - began


def _solver(began: float, limit_s: float, seed: int) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.1, limit_s - (time.perf_counter() - began))
    solver.parameters.num_workers = WORKERS
    solver.parameters.random_seed = seed
    return solver


def settled(plan: Plan, curve: Sequence[Point], began: float, bound: float, note: str) -> Outcome:
    """Return the plan's programme as the checker accepts it, and the curve to its end.

    Tours that the checker objects to are taken out, as the product does with its own; how many, the note says.
    """
    trip, ruler = plan.problem.trip, plan.problem.ruler

    def programme(of: Plan) -> Programme:
        built = build_programme(of)
        return replace(built, unplaced=unplaced_items(of), value=evaluate(trip, built, ruler))

    answer = settle(plan.mended(), programme)
    lost = sum(map(len, plan.runs)) - sum(map(len, answer.plan.runs))
    if lost:
        note += f"; {lost} tours taken out, to which the checker objected"
    if not answer.is_solved or answer.programme is None or answer.programme.value is None:
        return Outcome(None, tuple(curve), f"{note}; missing: {', '.join(answer.missing) or 'everything'}")
    value = answer.programme.value
    proven = round(bound) if abs(bound) < UNKNOWN else None
    end = Point(time.perf_counter() - began, value.objective, proven, value.benefit)
    return Outcome(answer.programme, (*curve, end), note)
