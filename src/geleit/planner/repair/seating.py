"""Who makes which tour where only the tours are known: at the least cost, and with the company they had."""

from collections.abc import Sequence

import numpy as np

from geleit.planner.problem import IntArray
from geleit.planner.repair.agendas import Visit
from geleit.planner.repair.cover import BARRED, Flow
from geleit.planner.repair.dayparts import DayPartChange
from geleit.planner.timetable.plan import Run

SCALE = 1000
"""Weight of a changed appointment against company."""
COMPANY_INTERPRETER, COMPANY_LISTENER, COMPANY, WISHED = 20, 4, 1, 3
"""Worth of staying with one's group for who interprets, who needs that and all others, and of seeing a host again."""


def seated(
    change: DayPartChange, tours: Sequence[tuple[Visit, ...]], before: Sequence[Run]
) -> list[tuple[int, ...]] | None:
    """Return the people of each tour, or None where some tour finds too few.

    Parameters
    ----------
    tours
        The new appointment's first.
    before
        The published tours of the day part.
    """
    heirs = heirs_of(tours, before)
    groups = _alike(change, before)
    kinds = [kind for kind, _, _ in groups]
    sizes = np.array([len(people) for _, _, people in groups], dtype=np.int64)
    behind = np.array([SCALE * change.cost(change.kinds[kind], ()) for kind in kinds], dtype=np.int64)
    flow = Flow(sizes, behind, SCALE * BARRED)
    leaders = frozenset(n for n, kind in enumerate(kinds) if kind in change.leaders)
    for number, tour in enumerate(tours):
        costs = np.array(
            [
                _cost(change, tour, kind, people, is_home=home == heirs[number])
                for kind, home, people in groups
            ],
            dtype=np.int64,
        )
        room = change.possible.seats(tour)
        if leaders and change.possible.needs_vehicle(tour):
            flow.add(number, costs, 1, leaders, due=True)
            room -= 1
        least, counted = _least(change, tour, groups)
        least = max(0, least - bool(leaders))
        flow.add(number, costs, min(least, room), counted, due=True)
        flow.add(number, costs, max(0, room - least), None, due=False)
    found = flow.solve(len(tours))
    return None if found is None else _people(found, [people for _, _, people in groups])


def heirs_of(tours: Sequence[tuple[Visit, ...]], before: Sequence[Run]) -> list[int]:
    """Return for each tour the number of the published one that it goes on with, or -1."""
    found = [-1] * len(tours)
    shared = sorted(
        (
            (
                -len(
                    {(v.item, v.first) for v in tour}
                    & set(zip(run.pattern.items, run.pattern.starts, strict=True))
                ),
                n,
                r,
            )
            for n, tour in enumerate(tours)
            for r, run in enumerate(before)
        ),
    )
    for _, number, run in shared:
        if found[number] < 0 and run not in found:
            found[number] = run
    return found


def _alike(change: DayPartChange, before: Sequence[Run]) -> list[tuple[int, int, tuple[int, ...]]]:
    """Return people of one kind, one published tour and the same part in conversations: kind, tour, people."""
    problem = change.day.problem
    home = {person: number for number, run in enumerate(before) for person in run.people}
    found: dict[tuple[object, ...], list[int]] = {}
    for number, kind in enumerate(change.kinds):
        for person in kind.people:
            key = (
                number,
                home.get(person, -1),
                person in problem.interpreters,
                problem.speaks[:, person].tobytes(),
            )
            found.setdefault(key, []).append(person)
    return [(int(key[0]), int(key[1]), tuple(people)) for key, people in found.items()]  # type: ignore[call-overload]  # the first two are numbers


def _cost(
    change: DayPartChange, tour: tuple[Visit, ...], kind: int, people: tuple[int, ...], *, is_home: bool
) -> int:
    cost = change.cost(change.kinds[kind], tour)
    if cost >= BARRED:
        return BARRED * SCALE
    problem, person = change.day.problem, people[0]
    company = 0
    if is_home:
        is_listener = any(not problem.speaks[visit.item, person] for visit in tour)
        company = COMPANY_LISTENER if is_listener else COMPANY
        company = COMPANY_INTERPRETER if person in problem.interpreters else company
    wished = any(visit in change.new and change.staying.known[visit.item, person] for visit in tour)
    return SCALE * cost - company - WISHED * wished


def _least(
    change: DayPartChange, tour: tuple[Visit, ...], groups: Sequence[tuple[int, int, tuple[int, ...]]]
) -> tuple[int, frozenset[int]]:
    """Return how many people a tour needs at least, and who counts."""
    problem = change.day.problem
    data = max(
        (problem.items[visit.item] for visit in tour), key=lambda each: 1 if each.for_all else each.min_people
    )
    counted = [n for n, (_, _, people) in enumerate(groups) if problem.attends[data.index, people[0]]]
    return (1 if data.for_all else max(1, data.min_people)), frozenset(counted)


def _people(found: IntArray, groups: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    taken = [0] * len(groups)
    tours: list[tuple[int, ...]] = []
    for counts in found.tolist():
        people: list[int] = []
        for number, count in enumerate(counts):
            people += groups[number][taken[number] : taken[number] + count]
            taken[number] += count
        tours.append(tuple(sorted(people)))
    return tours
