"""The proof of a least change, against everything that the groups could do instead in that day part."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement, product

import pytest

from geleit.domain.changes import SlotMoved, apply_changes
from geleit.domain.kinds import DayPart
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation
from geleit.planner.check import check_programme
from geleit.planner.problem import compile_problem
from geleit.planner.repair.options import RepairOptions
from geleit.planner.repair.records import Repair, Repairs
from geleit.planner.repair.repair import repair
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.plan import Plan, Run
from geleit.planner.timetable.read import locked_in, pattern_at, read_plan
from geleit.planner.value import ruler_for
from tests.factories import EVERYONE, GROUP_1, MONDAY, change_item, instant, make_programme, make_trip

Tour = tuple[tuple[str, str], ...]
"""Items and their times."""
FIRST, SECOND = "2025-05-19 13:40", "2025-05-19 15:50"
"""When the groups are at Acme and Beta: group 1 at Acme first, group 2 at Beta first."""
TIMES = ["2025-05-19 13:40", "2025-05-19 14:20", "2025-05-19 15:00", "2025-05-19 16:00"]


def obligatory(item: str, seats: int) -> Trip:
    """Return the trip with an item that must take place, vehicles of some size, and hosts who take as many people."""
    trip = change_item(make_trip(), item, must=True, max_people=seats)
    return replace(trip, groups=tuple(replace(group, seats=seats) for group in trip.groups))


def least_change(item: str, start: str, seats: int) -> Repair:
    moved = SlotMoved(item=item, start=instant(start))
    answer = repair(obligatory(item, seats), make_programme(), [moved], RepairOptions(rounds=0, prove=False))
    assert isinstance(answer, Repairs)
    return answer.repairs[0]


@dataclass(frozen=True)
class Way:
    """One way to spend Monday afternoon."""

    plan: Plan
    block: int
    tours: tuple[Tour, ...]
    groups: tuple[tuple[str, ...], ...]

    @property
    def changes(self) -> int:
        at = {
            person: dict(tour)
            for tour, group in zip(self.tours, self.groups, strict=True)
            for person in group
        }
        return sum(changes_of(person, at.get(person, {})) for person in EVERYONE)

    def violations(self) -> tuple[Violation, ...] | None:
        """Return what the checker says; None where a tour is not possible at all."""
        problem = self.plan.problem
        items = {item.id: number for number, item in enumerate(problem.trip.items)}
        people = {person.id: number for number, person in enumerate(problem.trip.delegates)}
        runs: list[Run] = []
        for tour, group in zip(self.tours, self.groups, strict=True):
            if not tour or not group:
                continue
            names = tuple(items[item] for item, _ in tour)
            starts = tuple(problem.minutes(instant(start)) for _, start in tour)
            pattern = pattern_at(problem, problem.blocks[self.block], names, starts)
            if pattern is None:
                return None
            members = tuple(sorted(people[person] for person in group))
            guide = next((people[person] for person in ("gina", "ines") if person in group), None)
            runs.append(Run(pattern, members, guide, locked_in(problem, pattern, members, guide)))
        return check_programme(problem.trip, build_programme(self.plan.with_runs({self.block: tuple(runs)})))


def changes_of(person: str, now: dict[str, str]) -> int:
    was = (FIRST, SECOND) if person in GROUP_1 else (SECOND, FIRST)
    return (now.get("acme") != was[0]) + (now.get("beta") != was[1])


def all_ways(item: str, start: str, seats: int) -> Iterator[Way]:
    """Yield everything that two groups could do on Monday afternoon after a move."""
    trip = apply_changes(obligatory(item, seats), [SlotMoved(item=item, start=instant(start))])
    problem = compile_problem(trip, make_programme().legs, ruler_for(trip))
    plan = read_plan(problem, make_programme()).plan
    block = next(
        each.index for each in problem.blocks if each.day == MONDAY and each.parts == (DayPart.AFTERNOON,)
    )
    other = "beta" if item == "acme" else "acme"
    moved, kept = (item, start), [(other, FIRST), (other, SECOND)]
    tours: list[Tour] = [(), (moved,), *((visit,) for visit in kept)]
    tours += [tuple(sorted((moved, visit), key=lambda each: each[1])) for visit in kept]
    for pair in combinations_with_replacement(tours, 2):
        for places in product((0, 1, None), repeat=len(EVERYONE)):
            on = [tuple(p for p, at in zip(EVERYONE, places, strict=True) if at == n) for n in (0, 1)]
            yield Way(plan, block, pair, tuple(on))


@pytest.mark.parametrize("item", ["acme", "beta"])
@pytest.mark.parametrize("start", TIMES)
@pytest.mark.parametrize("seats", [4, 6])
def test_nothing_changes_less_than_what_is_proven(item: str, start: str, seats: int) -> None:
    least = least_change(item, start, seats)

    fewer = [way for way in all_ways(item, start, seats) if way.changes < least.differences.changes]
    valid = [way.changes for way in fewer if way.violations() == ()]

    assert (least.proven, valid) == (True, [])
