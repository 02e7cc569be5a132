"""Simulated annealing of a whole plan in compiled code. Deterministic for a seed and rounds.

Each episode starts from the best plan there is, warms it and lets it cool; the later ones take longer, so that there is
a good answer early and a better one late.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from geleit.planner.native.anneal import Annealer
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.plan import Plan

MOVES_A_ROUND = 50_000
HOT, COLD = 500.0, 20.0
"""Temperatures in eighths of a point, at the beginning and at the end of an episode."""
QUICK_ROUNDS = 6
"""Rounds that show what a plan just made is good for."""
EPISODES = (0.1, 0.35, 1.0)
"""When each episode ends, as a share of the effort allowed."""


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

    def tell(self, annealer: Annealer) -> None:
        """Count a round, with the best plan of an annealer."""
        if annealer.best_objective > self.best.objective or self.best.unmet:
            found = annealer.best()
            self.best = found if found.rank > self.best.rank else self.best
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
    for until in EPISODES:
        _episode(book, rng, course, until)
    return course.best, course.done


def cooled(plan: Plan, book: PatternBook, rng: np.random.Generator, stop: Callable[[], bool]) -> Plan:
    """Return a plan just made as a few quick rounds leave it."""
    course = _Course(QUICK_ROUNDS, stop, lambda _, __: None, _nothing, plan)
    _episode(book, rng, course, 1.0)
    return course.best


def _episode(book: PatternBook, rng: np.random.Generator, course: _Course, until: float) -> None:
    """Warm the best plan and let it cool until a share of the effort is spent."""
    first, heat = course.progress, HOT
    if course.is_over or first >= until:
        return
    annealer = Annealer(course.best, book, int(rng.integers(2**62)))
    step = 1 / max(1, course.rounds)
    while course.progress < until and not course.is_over:
        share = min(1.0, (course.progress + step - first) / (until - first))
        after = min(heat, HOT * (COLD / HOT) ** share)
        annealer.run(MOVES_A_ROUND, heat, after)
        heat = after
        course.tell(annealer)
