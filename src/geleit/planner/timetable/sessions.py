"""How visits share sessions, who goes where everyone goes, and which tours the rules between items allow."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from geleit.domain.items import RuleKind
from geleit.planner.problem import ALWAYS, BoolArray, ItemData, NumberedRule, Problem
from geleit.planner.timetable.patterns import Pattern

Visits = Mapping[int, Sequence[int]]
"""Visits to one item: by start, how many people of each group go in."""


def shares(data: ItemData, start: int, sizes: Sequence[int]) -> list[list[int]]:
    """Return which of the groups that visit an item at one time share a session, by their numbers.

    First-fit, the largest group first; a group is not divided. Where the host has confirmed several sessions at that
    time, each of them is opened before one is shared.
    """
    if data.together:
        return [list(range(len(sizes)))] if sizes else []
    apart = max(1, data.fixed.count(start))
    sessions: list[list[int]] = []
    loads: list[int] = []
    for group in sorted(range(len(sizes)), key=lambda group: (-sizes[group], group)):
        fitting = next((n for n, load in enumerate(loads) if load + sizes[group] <= data.cap), None)
        if fitting is None or len(loads) < apart:
            sessions.append([group])
            loads.append(sizes[group])
        else:
            sessions[fitting].append(group)
            loads[fitting] += sizes[group]
    return sessions


def count_sessions(data: ItemData, visits: Visits) -> int:
    """Return how many sessions the visits to an item need."""
    return sum(len(shares(data, start, sizes)) for start, sizes in visits.items())


def room_at(data: ItemData, visits: Visits, start: int) -> int:
    """Return how many people one more group may bring to an item at a time, the others' visits being fixed."""
    sizes = visits.get(start, ())
    if data.together:
        return data.cap - sum(sum(other) for other in visits.values())
    here = shares(data, start, sizes)
    most_here = data.fixed.count(start) if data.only_fixed else ALWAYS
    if len(here) < most_here and count_sessions(data, visits) < data.sessions_max:
        return data.cap
    loads = [sum(sizes[group] for group in session) for session in here]
    return data.cap - min(loads) if loads else 0


def fits_host(data: ItemData, visits: Visits) -> bool:
    """Whether the visits to an item need no more people in a session and no more sessions than its host gives."""
    if data.together:
        return sum(sum(sizes) for sizes in visits.values()) <= data.cap
    for start, sizes in visits.items():
        if max(sizes, default=0) > data.cap:
            return False
        if data.only_fixed and len(shares(data, start, sizes)) > data.fixed.count(start):
            return False
    return count_sessions(data, visits) <= data.sessions_max


def obliged(problem: Problem, block: int) -> BoolArray:
    """Return who is with the delegation for the whole of the block's day at its station (rule H8)."""
    here = problem.blocks[block]
    same_day = [other for other in problem.blocks if other.day == here.day and other.station == here.station]
    start, end = min(other.lo for other in same_day), max(other.hi for other in same_day)
    there: BoolArray = (problem.joins <= start) & (problem.leaves >= end)
    return there


def obliged_to(problem: Problem, block: int, item: int) -> BoolArray:
    """Return who has to go to an item for everyone in a block: who is there all day and whom the host receives."""
    due: BoolArray = obliged(problem, block) & problem.attends[item]
    return due


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
