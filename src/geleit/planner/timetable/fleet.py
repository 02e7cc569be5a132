"""Whether the trip's vehicles suffice for the tours of a day: a whole-day tour keeps its group from both halves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """What a tour asks of its group.

    Parameters
    ----------
    seats
        People who ride; 0 where nobody does.
    group
        The group it must be, or None for any with enough seats.
    """

    seats: int
    group: str | None = None


def suffices(groups: Mapping[str, int], whole_day: Sequence[Need], parts: Iterable[Sequence[Need]]) -> bool:
    """Whether every tour finds a group of its own.

    Parameters
    ----------
    groups
        Seats by group.
    whole_day
        Tours that keep their groups from all the parts.
    parts
        Tours of each day part; different parts may use the same groups.
    """
    parts = [list(part) for part in parts]
    long_named = {need.group for need in whole_day if need.group}
    part_named = [{need.group for need in part if need.group} for part in parts]
    if any(long_named & named for named in part_named) or _has_twice(whole_day, *parts):
        return False
    if any(need.group and need.seats > groups[need.group] for part in (whole_day, *parts) for need in part):
        return False
    kept = set(long_named)
    left = _taken(groups, whole_day, kept.union(*part_named))
    if left is None:
        return False
    kept |= left
    return all(
        _taken(groups, part, kept | named) is not None for part, named in zip(parts, part_named, strict=True)
    )


def _has_twice(*parts: Sequence[Need]) -> bool:
    """Whether two tours of one part must be the same group."""
    for part in parts:
        named = [need.group for need in part if need.group]
        if len(set(named)) < len(named):
            return True
    return False


def _taken(groups: Mapping[str, int], needs: Sequence[Need], barred: set[str]) -> set[str] | None:
    """Return the groups that tours without a name take, each the smallest that will do; None where one finds none.

    Taking the smallest leaves the most for others, whatever they need.
    """
    free = sorted((seats, group) for group, seats in groups.items() if group not in barred)
    taken: set[str] = set()
    for need in sorted((need for need in needs if need.group is None), key=lambda need: -need.seats):
        fitting = next((entry for entry in free if entry[0] >= need.seats), None)
        if fitting is None:
            return None
        free.remove(fitting)
        taken.add(fitting[1])
    return taken
