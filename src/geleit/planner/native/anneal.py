"""Anneal a plan in compiled code (search.c)."""

import ctypes
from dataclasses import replace
from typing import Any

import numpy as np

from geleit.planner.native.arrays import Ground, bits, ground_of
from geleit.planner.native.library import MOST_RUNS, library
from geleit.planner.native.tours import pattern_of
from geleit.planner.problem import Problem
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.plan import Plan, Plenary, Run

PERSON_SHARE = 0.9
"""Moves of people among all moves."""
PLENARY_EVERY = 5_000
"""One move of so many gives an item for everyone another place."""


class Annealer:
    """A plan under way in compiled code.

    Parameters
    ----------
    plan
        Where to begin; keeps the rules.
    seed
        Same plan, seed and calls give the same moves.
    """

    def __init__(self, plan: Plan, book: PatternBook, seed: int) -> None:
        loaded = library()
        if loaded is None:
            raise RuntimeError("the compiled search is not there: build it with `make setup`")
        self.library, self.plan = loaded, plan
        self.ground: Ground = ground_of(plan, book)
        self._search = loaded.geleit_search_new(ctypes.byref(self.ground.c), seed % 2**64)
        if not self._search:
            raise ValueError(f"the trip is too large for the compiled search ({plan.problem.people} people)")
        self._put(plan)

    def __del__(self) -> None:
        """Give the memory back."""
        if getattr(self, "_search", None):
            self.library.geleit_search_free(self._search)
            self._search = None

    def _put(self, plan: Plan) -> None:
        problem, ground = plan.problem, self.ground
        for block, mode in enumerate(ground.present):
            self.library.geleit_search_place(self._search, block, mode)
        for block, runs in enumerate(plan.runs):
            for run in runs:
                pattern = run.pattern
                tour = ground.number_of(block, pattern)
                people, locked = self._set(run.people), self._set(tuple(run.locked))
                group = ground.groups.index(run.group) if run.group else -1
                self.library.geleit_search_put(
                    self._search,
                    block,
                    tour,
                    -1 if run.guide is None else run.guide,
                    _interpreter_of(problem, run),
                    group,
                    people.ctypes.data,
                    locked.ctypes.data,
                )
        self.library.geleit_search_begin(self._search)

    def _set(self, people: tuple[int, ...]) -> Any:  # noqa: ANN401 # an array of words
        row = np.zeros(self.plan.problem.people, dtype=np.bool_)
        row[list(people)] = True
        return bits(row)

    @property
    def objective(self) -> int:
        """Of the plan under way, in eighths of a point."""
        return int(self.library.geleit_search_objective(self._search))

    @property
    def best_objective(self) -> int:
        """Of the best plan met, in eighths of a point."""
        return int(self.library.geleit_search_best(self._search))

    def run(self, moves: int, hot: float, cold: float) -> None:
        """Make moves while the temperature, in eighths of a point, falls geometrically from ``hot`` to ``cold``."""
        self.library.geleit_search_run(self._search, moves, hot, cold, PERSON_SHARE, PLENARY_EVERY)

    def go_back(self) -> None:
        """Go on from the best plan met."""
        self.library.geleit_search_return(self._search)

    def best(self) -> Plan:
        """Return the best plan met."""
        ground, problem = self.ground, self.plan.problem
        tour, guide, interpreter = (np.zeros(MOST_RUNS, dtype=np.int32) for _ in range(3))
        people, locked = (np.zeros((MOST_RUNS, ground.words), dtype=np.uint64) for _ in range(2))
        changes: dict[int, tuple[Run, ...]] = {}
        plenaries: list[tuple[Plenary, ...]] = []
        for block in range(len(problem.blocks)):
            mode = self.library.geleit_search_mode(self._search, block)
            plenaries.append(ground.modes[mode].given)
            count = self.library.geleit_search_runs(
                self._search,
                block,
                *(array.ctypes.data for array in (tour, guide, interpreter, people, locked)),
            )
            runs = []
            for row in range(count):
                pattern = pattern_of(ground.records[int(tour[row])])
                group = next((pin for item in pattern.items if (pin := problem.items[item].group)), None)
                runs.append(
                    Run(
                        pattern=pattern,
                        people=_members(people[row]),
                        guide=int(guide[row]) if guide[row] >= 0 else None,
                        locked=frozenset(_members(locked[row])),
                        group=group,
                    )
                )
            changes[block] = tuple(sorted(runs, key=lambda run: (run.pattern.items, run.people)))
        return replace(self.plan, plenaries=tuple(plenaries)).with_runs(changes)


def _members(words: Any) -> tuple[int, ...]:  # noqa: ANN401 # an array of words
    return tuple(np.flatnonzero(np.unpackbits(words.view(np.uint8), bitorder="little")).tolist())


def _interpreter_of(problem: Problem, run: Run) -> int:
    """Return the number, among the interpreters, of the one on whom a run's people depend, or -1."""
    people = list(run.people)
    for number, person in enumerate(problem.interpreters):
        if person not in run.locked:
            continue
        follows = np.ones(len(people), dtype=np.bool_)
        for item in run.pattern.items:
            understands = problem.speaks[item, people] | ~problem.attends[item, people]
            if (person, item) in problem.interprets:
                understands = understands | problem.interprets[person, item][people]
            follows &= understands
        if follows.all():
            return number
    return -1
