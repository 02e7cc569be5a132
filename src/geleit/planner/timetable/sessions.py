"""How visits share sessions, and which tours the rules between items allow."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from geleit.domain.items import RuleKind
from geleit.planner.problem import BoolArray, NumberedRule, Problem
from geleit.planner.timetable.patterns import Pattern


@dataclass(slots=True)
class Visits:
    """Visits to one item so far: people by start, over the whole plan."""

    by_start: dict[int, list[int]] = field(default_factory=dict)

    def sessions(self, cap: int) -> int:
        """Return how many sessions of at most ``cap`` people the visits need; a group is not divided."""
        return sum(len(pack(sizes, cap)) for sizes in self.by_start.values())


def pack(sizes: Iterable[int], cap: int) -> list[int]:
    """Return the loads of sessions when groups share them first-fit, largest group first."""
    loads: list[int] = []
    for size in sorted(sizes, reverse=True):
        fitting = next((number for number, load in enumerate(loads) if load + size <= cap), None)
        if fitting is None:
            loads.append(size)
        else:
            loads[fitting] += size
    return loads


def obliged(problem: Problem, block: int) -> BoolArray:
    """Return who is with the delegation for the whole of the block's day, and so goes where everyone goes."""
    day = problem.blocks[block].day
    same_day = [other for other in problem.blocks if other.day == day]
    start, end = min(other.lo for other in same_day), max(other.hi for other in same_day)
    there: BoolArray = (problem.joins <= start) & (problem.leaves >= end)
    return there


def fits_rules(problem: Problem, placed: Mapping[int, tuple[tuple[int, int], ...]], pattern: Pattern) -> bool:
    """Whether a tour keeps the rules between items (H8), given the sessions that are there."""
    mine = set(pattern.items)
    concerned = [rule for rule in problem.item_rules if mine & set(rule.items)]
    if not concerned:
        return True
    times: dict[int, list[int]] = {item: [start for start, _ in visits] for item, visits in placed.items()}
    for item, start in zip(pattern.items, pattern.starts, strict=True):
        times.setdefault(item, []).append(start)
    return all(_holds(problem, rule, times) for rule in concerned)


def _holds(problem: Problem, rule: NumberedRule, times: Mapping[int, list[int]]) -> bool:
    there = [item for item in rule.items if item in times]
    if rule.kind is RuleKind.AT_MOST_ONE:
        return len(there) <= 1
    if rule.kind is RuleKind.SAME_TIME:
        return len({start for item in there for start in times[item]}) <= 1
    if rule.kind is RuleKind.BEFORE:
        return all(
            max(times[first]) + problem.items[first].duration + rule.gap_min <= min(times[second])
            for first, second in pairwise(there)
        )
    return True
