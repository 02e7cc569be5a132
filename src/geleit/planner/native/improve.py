"""Simulated annealing of a whole plan, and of where its items for everyone lie. Deterministic for a seed and rounds.

An episode starts from a plan, warms it and lets it cool. Early episodes give an item for everyone another place first; the
last one, the longest, starts from the best plan there is.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from geleit.planner.native.anneal import Annealer
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.plan import Plan
from geleit.planner.timetable.search import move_plenary

MOVES_A_ROUND = 50_000
HOT, WARM, COLD = 400.0, 200.0, 10.0
"""Temperatures in eighths of a point: of a plan just made, of one that changed in one place, and at the end."""
FIRST_ROUNDS, NEXT_ROUNDS = 20, 10
LAST_SHARE = 0.5
"""Share of the effort that goes into the last episode."""


def _nothing() -> float:
    return 0.0


@dataclass(slots=True)
class _Course:
    """How far the search is, and whom it tells."""

    rounds: int
    stop: Callable[[], bool]
    on_round: Callable[[int, Plan], None]
    spent: Callable[[], float]
    best: Plan
    done: int = 0

    @property
    def is_over(self) -> bool:
        return self.done >= self.rounds or self.stop()

    @property
    def progress(self) -> float:
        return max(self.done / max(1, self.rounds), self.spent())

    def tell(self, plan: Plan | None) -> None:
        """Count a round, with a plan that may be the best."""
        if plan is not None and plan.rank > self.best.rank:
            self.best = plan
        self.done += 1
        self.on_round(self.done, self.best)


def improve(
    plan: Plan,
    book: PatternBook,
    rng: np.random.Generator,
    *,
    rounds: int,
    stop: Callable[[], bool],
    on_round: Callable[[int, Plan], None],
    spent: Callable[[], float] = _nothing,
) -> tuple[Plan, int]:
    """Return the best plan found and the rounds made; as `timetable.search.improve`."""
    course = _Course(rounds, stop, on_round, spent, plan)
    if course.is_over:
        return plan, 0
    current = _episode(plan, book, rng, course, hot=HOT, rounds=FIRST_ROUNDS)
    while course.progress < 1 - LAST_SHARE and not course.is_over:
        moved = move_plenary(current, book, rng, tries=1)
        if moved is None:
            break
        moved = _episode(moved, book, rng, course, hot=WARM, rounds=NEXT_ROUNDS)
        if moved.rank > current.rank:
            current = moved
    while not course.is_over:
        current = _last_episode(course.best, book, rng, course)
    return course.best, course.done


def cooled(plan: Plan, book: PatternBook, rng: np.random.Generator, stop: Callable[[], bool]) -> Plan:
    """Return a plan just made as a few quick rounds leave it."""
    course = _Course(FIRST_ROUNDS, stop, lambda _, __: None, _nothing, plan)
    _episode(plan, book, rng, course, hot=HOT, rounds=FIRST_ROUNDS)
    return course.best


def _episode(
    plan: Plan, book: PatternBook, rng: np.random.Generator, course: _Course, *, hot: float, rounds: int
) -> Plan:
    """Return the best plan of so many rounds of cooling."""
    annealer = Annealer(plan, book, int(rng.integers(2**62)))
    fall = (COLD / hot) ** (1 / rounds)
    for number in range(rounds):
        if course.is_over:
            break
        annealer.run(MOVES_A_ROUND, hot * fall**number, hot * fall ** (number + 1))
        course.tell(_better(annealer, course.best))
    return annealer.best()


def _last_episode(plan: Plan, book: PatternBook, rng: np.random.Generator, course: _Course) -> Plan:
    """Return the best plan of cooling until the effort allowed is spent."""
    annealer = Annealer(plan, book, int(rng.integers(2**62)))
    first = course.progress
    left, heat = max(1e-9, 1 - first), HOT
    while not course.is_over:
        after = HOT * (COLD / HOT) ** min(1.0, (course.progress - first) / left)
        annealer.run(MOVES_A_ROUND, heat, min(heat, after))
        heat = min(heat, after)
        course.tell(_better(annealer, course.best))
    return annealer.best()


def _better(annealer: Annealer, best: Plan) -> Plan | None:
    """Return the annealer's best plan where it is worth more than the best known."""
    return annealer.best() if annealer.best_objective > best.objective or best.unmet else None
