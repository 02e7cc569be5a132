"""Programmes that show that something is possible: the checker accepts them for the trip they were made for."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from geleit.domain.legs import leg_choices
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.problem import compile_problem
from geleit.planner.settle import settle
from geleit.planner.timetable.book import PatternBook
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.construct import construct
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, Ruler

LEG_CHOICES = 8
FRESH_STARTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A programme, and the trip for which the checker accepts it."""

    trip: Trip
    programme: Programme


def witness_of(trip: Trip, stop: Callable[[], bool]) -> Witness | None:
    """Return a valid programme of a small trip, or None where none was found.

    Parameters
    ----------
    trip
        Of a few items; what has to take place is marked so in it.
    stop
        Asked between tries.
    """
    ruler = Ruler({}, DEFAULT_KAPPA_PERCENT)
    for legs in leg_choices(trip, LEG_CHOICES):
        problem = compile_problem(trip, legs, ruler)
        for seed in range(FRESH_STARTS):
            plan = construct(problem, PatternBook(problem), np.random.default_rng(seed))
            settled = settle(plan, build_programme)
            if settled.is_solved and settled.programme is not None:
                return Witness(trip=trip, programme=settled.programme)
            if stop():
                return None
    return None
