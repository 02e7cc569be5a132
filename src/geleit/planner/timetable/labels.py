"""Which group makes which tour: people stay with the group they were in, as far as seats and pins allow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from geleit.planner.problem import Block
from geleit.planner.timetable.fleet import Need, assigned, need_of
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
        self.groups = dict(plan.problem.seats)
        self.numbers = {group.id: number for number, group in enumerate(plan.problem.trip.groups)}

    def run(self) -> dict[tuple[int, int], tuple[Party, ...]]:
        blocks = self.plan.problem.blocks
        for block in sorted(blocks, key=lambda block: (block.day, not block.is_long, block.start_lo)):
            self._name(block)
        return self.parties

    def _name(self, block: Block) -> None:
        """Name the tours of a block: those that are pinned, those that move, those at the base."""
        runs = sorted(
            enumerate(self.plan.runs[block.index]),
            key=lambda entry: (
                entry[1].group is None,
                not entry[1].pattern.moves,
                -len(entry[1].people),
                entry[0],
            ),
        )
        for position, (number, run) in enumerate(runs):
            parties = self._parties(block, number, run, len(runs) - position - 1)
            self.parties[block.index, number] = parties
            for name, people in parties:
                for person in people:
                    self.home[person] = name
                    if run.pattern.moves:
                        self.first.setdefault(person, name)

    def _parties(self, block: Block, number: int, run: Run, later: int) -> tuple[Party, ...]:
        if run.group:
            return ((run.group, run.people),)
        free = self._free(block, number, run) or list(self.groups)
        if run.pattern.moves or block.is_long or len(free) <= later + 1:
            return ((self._best(run, free), run.people),)
        names = sorted(free, key=self.numbers.__getitem__)[: len(free) - later]
        members: dict[str, list[int]] = {name: [] for name in names}
        for person in run.people:
            home = self.home.get(person)
            name = home if home in members else min(names, key=lambda name: (len(members[name]), name))
            members[name].append(person)
        return tuple((name, tuple(people)) for name, people in members.items() if people)

    def _best(self, run: Run, free: list[str]) -> str:
        """Return the group in which most of the people stay."""

        def stays(name: str) -> int:
            return sum(self.home.get(person) == name for person in run.people)

        return max(free, key=lambda name: (stays(name), -self.numbers[name]))

    def _free(self, block: Block, number: int, run: Run) -> list[str]:
        """Return the groups that a tour may have so that all others of the day still find theirs."""
        others = [
            need
            for other in self.plan.problem.blocks
            if other.day == block.day
            for need in self._needs(other, skip=number if other is block else None)
        ]
        needs = [(name, replace(need_of(run, block), group=name)) for name in self.groups]
        return [name for name, need in needs if assigned(self.groups, [*others, need]) is not None]

    def _needs(self, block: Block, *, skip: int | None) -> Iterator[Need]:
        """Yield what the tours of a block need, those named already under their names."""
        for number, run in enumerate(self.plan.runs[block.index]):
            need, known = need_of(run, block), self.parties.get((block.index, number))
            if number == skip:
                continue
            if known:
                yield from (replace(need, group=name) for name, _ in known)
            else:
                yield need
