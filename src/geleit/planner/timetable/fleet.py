"""Which groups can make the tours of a day: enough seats, one tour a day part, back before the next leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geleit.domain.kinds import DayPart
from geleit.planner.problem import Block
from geleit.planner.timetable.plan import Run

MOST_STEPS = 3000
"""Tries after which an assignment is given up; then it counts as impossible."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a tour asks of its group.

    Parameters
    ----------
    out, back
        When it leaves the base and returns to it.
    moves
        Whether anybody leaves the base; a tour that stays there keeps no vehicle.
    seats
        People who ride; 0 where nobody does.
    group
        The group it must be, or None for any with enough seats.
    """

    parts: tuple[DayPart, ...]
    out: int
    back: int
    moves: bool
    seats: int
    group: str | None = None

    def meets(self, other: "Need") -> bool:
        """Whether one group cannot make both tours."""
        if set(self.parts) & set(other.parts):
            return True
        return self.moves and other.moves and self.out < other.back and other.out < self.back


def need_of(run: Run, block: Block) -> Need:
    """Return what a tour of a plan asks of its group."""
    pattern = run.pattern
    seats = len(run.people) if pattern.vehicle else 0
    return Need(block.parts, pattern.out, pattern.back, pattern.moves, seats, run.group)


def assigned(groups: Mapping[str, int], needs: Sequence[Need]) -> tuple[str, ...] | None:
    """Return a group for each tour, or None where the groups do not suffice.

    Tours are taken in order of departure, those that must be a certain group first; each gets the smallest group that
    will do, and steps back are made where that leads nowhere.

    Parameters
    ----------
    groups
        Seats by group.
    """
    order = sorted(range(len(needs)), key=lambda n: (needs[n].group is None, needs[n].out, -needs[n].seats))
    ranked = sorted(groups, key=lambda group: (groups[group], group))
    made: dict[str, list[Need]] = {group: [] for group in groups}
    chosen: list[str] = []
    options = [_fitting(needs[order[0]], groups, ranked, made)] if order else []
    steps = 0
    while len(chosen) < len(order):
        steps += 1
        if options[-1] and steps <= MOST_STEPS:
            group = options[-1].pop(0)
            made[group].append(needs[order[len(chosen)]])
            chosen.append(group)
            if len(chosen) < len(order):
                options.append(_fitting(needs[order[len(chosen)]], groups, ranked, made))
            continue
        options.pop()
        if not chosen or steps > MOST_STEPS:
            return None
        made[chosen.pop()].pop()
    found = dict(zip(order, chosen, strict=True))
    return tuple(found[number] for number in range(len(needs)))


def _fitting(
    need: Need, groups: Mapping[str, int], ranked: Sequence[str], made: Mapping[str, list[Need]]
) -> list[str]:
    """Return the groups that could make one more tour, the smallest first; of those that are alike one is enough."""
    found: list[str] = []
    alike: set[tuple[int, tuple[Need, ...]]] = set()
    for group in ranked:
        if need.group not in (None, group) or groups[group] < need.seats:
            continue
        key = (groups[group], tuple(made[group]))
        if key not in alike and not any(need.meets(other) for other in made[group]):
            found.append(group)
        alike.add(key)
    return found
