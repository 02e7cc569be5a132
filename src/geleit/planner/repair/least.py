"""How many appointments change at least, whatever is done: the proof of a least change.

Appointments that cannot stay are counted by ``forced_changes``. To them come those that give way where an item that
must take place has a new time: whoever goes there cannot be elsewhere, and only so many groups are out at a time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np

from geleit.domain.kinds import DayPart
from geleit.domain.stays import day_part_of
from geleit.planner.problem import NEVER, IntArray, Problem
from geleit.planner.repair.agendas import Day, Visit
from geleit.planner.repair.cover import Choice
from geleit.planner.repair.dayparts import DayPartChange
from geleit.planner.repair.staying import Staying
from geleit.planner.timetable.sessions import obliged_to

MOST_WAYS = 64
"""Ways to give the missing items new times that are looked at; where there are more, nothing is known."""


@dataclass(frozen=True, slots=True)
class Fewest:
    """What new appointments cost at least, and how that could be done.

    Parameters
    ----------
    changes
        Appointments that change besides those that cannot stay, at least.
    tours
        For a day part the tours that would do with no more, where some were found.
    """

    changes: int
    tours: tuple["DayPartTours", ...] = ()


@dataclass(frozen=True, slots=True)
class DayPartTours:
    """Tours of one day part, as a choice among those of the change."""

    change: DayPartChange
    choice: Choice


def fewest_changes(
    problem: Problem, staying: Staying, missing: Sequence[int], ways: IntArray, below: int
) -> Fewest:
    """Return how many appointments change at least where missing items have to take place.

    Parameters
    ----------
    missing
        Items that must take place and cannot at their old times.
    ways
        Minutes of the quickest ways from place to place.
    below
        Changes of what is known; whether more are needed is not asked.
    """
    bounds = [_fewest(problem, staying, item, ways, below) for item in missing]
    alone = [_times(problem, item) for item in missing]
    days = {_day_of(problem, item, times[0]) for item, times in zip(missing, alone, strict=True) if times}
    is_sum = all(len(times) == 1 for times in alone) and len(days) == len(missing)
    total = (
        sum(each.changes for each in bounds) if is_sum else max((each.changes for each in bounds), default=0)
    )
    return Fewest(min(total, below), tuple(tours for each in bounds for tours in each.tours))


def _fewest(problem: Problem, staying: Staying, item: int, ways: IntArray, below: int) -> Fewest:
    """Return the same for one item, over all its times and those of what it drives away."""
    if (staying.starts[item] != NEVER).any():
        return Fewest(0)
    times = _times(problem, item)
    found: Fewest | None = None
    for time in times:
        driven = _driven_away(problem, staying, time, ways)
        others = [_times(problem, other) for other in driven]
        if len(times) * int(np.prod([len(each) for each in others])) > MOST_WAYS:
            return Fewest(0)
        for several in product(*others):
            here = _at_times(
                problem, staying, (time, *several), ways, below if found is None else found.changes
            )
            if found is None or here.changes < found.changes:
                found = here
    return found or Fewest(0)


def _at_times(
    problem: Problem, staying: Staying, visits: Sequence[Visit], ways: IntArray, below: int
) -> Fewest:
    """Return the same where the times are given; all of them on one day."""
    station = problem.trip.items[visits[0].item].station
    day = Day.of(problem, _day_of(problem, visits[0].item, visits[0]), station, ways)
    if day is None:
        return Fewest(0)
    bound, tours = 0, None
    for part, here in _by_part(day, station, visits).items():
        change = DayPartChange(day, station, part, staying, here)
        changes, choice = change.fewest(below)
        if changes >= bound:
            bound = changes
            tours = DayPartTours(change, choice) if choice is not None else None
    return Fewest(bound, () if tours is None else (tours,))


def _by_part(day: Day, station: str, visits: Sequence[Visit]) -> Mapping[DayPart, tuple[Visit, ...]]:
    """Return visits by the day part in which each of them begins; one that may begin in several is left out."""
    found: dict[DayPart, tuple[Visit, ...]] = {}
    for block in day.problem.blocks:
        if (block.day, block.station) == (day.day, station) and not block.is_long:
            here = tuple(v for v in visits if block.start_lo <= v.first and v.last < block.start_hi)
            if here:
                found[block.parts[0]] = here
    return found


def _times(problem: Problem, item: int) -> list[Visit]:
    """Return when an item may take place; empty where its people may be spread over several times."""
    data = problem.items[item]
    found = [Visit.at(item, start) for start in dict.fromkeys(data.fixed)]
    if not found:
        found = [
            Visit(opens, closes - data.duration, item)
            for opens, closes in data.spans
            if closes - data.duration >= opens
        ]
    is_divided = data.for_all and not data.together
    return [] if is_divided and len(found) > 1 else found


def _day_of(problem: Problem, item: int, visit: Visit) -> date:
    return day_part_of(problem.trip, problem.trip.items[item].station, problem.instant(visit.first))[0]


def _driven_away(problem: Problem, staying: Staying, time: Visit, ways: IntArray) -> list[int]:
    """Return the items for everyone that must take place and can at no time that they had, nor on another day."""
    if not problem.items[time.item].for_all:
        return []
    station = problem.trip.items[time.item].station
    here = _day_of(problem, time.item, time)
    day = Day.of(problem, here, station, ways)
    homes = [block for block in problem.blocks if (block.day, block.station) == (here, station)]
    if day is None or not homes:
        return []
    found: list[int] = []
    for data in problem.items:
        if not (data.must and data.together) or data.index == time.item:
            continue
        both = obliged_to(problem, homes[0].index, data.index) & obliged_to(
            problem, homes[0].index, time.item
        )
        starts = np.unique(staying.starts[data.index])
        had = [Visit.at(data.index, start) for start in starts.tolist() if start != NEVER]
        times = _times(problem, data.index)
        is_here = problem.trip.items[data.index].station == station and all(
            _day_of(problem, data.index, other) == here for other in times
        )
        if had and times and is_here and both.any() and not _fits_any(day, time, had):
            found.append(data.index)
    return found


def _fits_any(day: Day, time: Visit, had: Sequence[Visit]) -> bool:
    return any(day.fits((time, other)) for other in had)
