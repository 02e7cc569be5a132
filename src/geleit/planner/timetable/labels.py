"""Which group makes which tour: people stay with the group they were in, as far as seats and pins allow."""

from collections.abc import Mapping
from dataclasses import dataclass

from geleit.planner.problem import Block
from geleit.planner.timetable.plan import Plan, Run

Party = tuple[str, tuple[int, ...]]
"""A group and those of its people who make the tour."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The groups of every tour, by block and number of the tour."""

    parties: Mapping[tuple[int, int], tuple[Party, ...]]

    def of(self, block: int, number: int) -> tuple[Party, ...]:
        """Return the groups of a tour with their people; more than one only where nobody moves."""
        return self.parties[block, number]


def label(plan: Plan) -> Labels:
    """Return the groups of every tour.

    A tour by vehicle or on foot is one group's. Where everybody stays at the base, people keep to the groups they are
    in before, or for the first time afterwards.
    """
    first_homes: dict[int, str] = {}
    _Naming(plan, {}, first_homes).run()
    return Labels(_Naming(plan, dict(first_homes), {}).run())


class _Naming:
    def __init__(self, plan: Plan, home: dict[int, str], first: dict[int, str]) -> None:
        self.plan, self.home, self.first = plan, home, first
        self.parties: dict[tuple[int, int], tuple[Party, ...]] = {}
        self.numbers = {group.id: number for number, group in enumerate(plan.problem.trip.groups)}

    def run(self) -> dict[tuple[int, int], tuple[Party, ...]]:
        blocks = self.plan.problem.blocks
        for block in sorted(blocks, key=lambda block: (block.day, not block.is_long, block.start_lo)):
            self._name(block)
        return self.parties

    def _name(self, block: Block) -> None:
        plan = self.plan
        taken = {
            name
            for other in plan.conflicting(block.index)
            for number in range(len(plan.runs[other]))
            for name, _ in self.parties.get((other, number), ())
        }
        free = {group: seats for group, seats in plan.problem.seats if group not in taken}
        runs = sorted(
            enumerate(plan.runs[block.index]),
            key=lambda entry: (
                entry[1].group is None,
                not entry[1].pattern.moves,
                -len(entry[1].people),
                entry[0],
            ),
        )
        for position, (number, run) in enumerate(runs):
            later = [other for _, other in runs[position + 1 :]]
            parties = self._parties(run, free, later)
            self.parties[block.index, number] = parties
            for name, people in parties:
                free.pop(name, None)
                for person in people:
                    self.home[person] = name
                    if run.pattern.moves:
                        self.first.setdefault(person, name)

    def _parties(self, run: Run, free: dict[str, int], later: list[Run]) -> tuple[Party, ...]:
        if run.group:
            return ((run.group, run.people),)
        if run.pattern.moves or len(free) <= len(later) + 1:
            return ((self._best(run, free, later), run.people),)
        names = sorted(free, key=self.numbers.__getitem__)[: len(free) - len(later)]
        members: dict[str, list[int]] = {name: [] for name in names}
        for person in run.people:
            home = self.home.get(person)
            name = home if home in members else min(names, key=lambda name: (len(members[name]), name))
            members[name].append(person)
        return tuple((name, tuple(people)) for name, people in members.items() if people)

    def _best(self, run: Run, free: dict[str, int], later: list[Run]) -> str:
        def stays(name: str) -> int:
            return sum(self.home.get(person) == name for person in run.people)

        fitting = [
            name
            for name, seats in free.items()
            if not run.pattern.vehicle or (len(run.people) <= seats and _rest_fits(name, free, later))
        ]
        return max(fitting or list(free), key=lambda name: (stays(name), -self.numbers[name]))


def _rest_fits(name: str, free: dict[str, int], later: list[Run]) -> bool:
    """Whether the other tours still find vehicles that are large enough once ``name`` is gone."""
    seats = sorted((size for group, size in free.items() if group != name), reverse=True)
    driven = [run for run in later if run.pattern.vehicle and run.group is None]
    sizes = sorted((len(run.people) for run in driven), reverse=True)
    return all(size <= seat for size, seat in zip(sizes, seats, strict=False))
