"""Rules over the sessions of a trip as linear rows with a price each."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from geleit.domain.items import RuleKind
from geleit.planner.bound.listing import FloatArray
from geleit.planner.problem import ALWAYS, IntArray, ItemData, Problem


@dataclass(frozen=True, slots=True)
class PricedRule:
    """``sum(weight * sessions of item) + sum(weight * visits of person to item) <= limit``.

    Parameters
    ----------
    sessions
        (item, weight) of the items whose sessions count.
    visits
        (item, weight of each person who benefits).
    """

    sessions: tuple[tuple[int, float], ...]
    visits: tuple[tuple[int, FloatArray], ...]
    limit: float


def priced_rules(problem: Problem, people: IntArray, reached: set[int]) -> Iterator[PricedRule]:
    """Yield the rules that sessions keep.

    Parameters
    ----------
    people
        Numbers of those who benefit.
    reached
        Items that some tour visits.
    """
    counted = {data.index for data in problem.items if is_counted(data) and data.index in reached}
    for item in sorted(counted):
        data = problem.items[item]
        yield PricedRule(((item, 1.0),), (), data.sessions_max)
        if data.must:
            yield PricedRule(((item, -1.0),), (), -len(set(data.fixed) or {0}))
        yield from _escorts(problem, people, data)
    yield from _between(problem, counted, reached)


def is_counted(data: ItemData) -> bool:
    """Whether a group's visit to an item is a session but for what groups share; sessions for all are one for all."""
    return not data.together and data.cap < ALWAYS


def _escorts(problem: Problem, people: IntArray, data: ItemData) -> Iterator[PricedRule]:
    """Yield that in each session is somebody of those who have to be, and without them nobody."""
    benefits = np.zeros(problem.people, dtype=np.bool_)
    benefits[people] = True
    wanted = [{person} for person in sorted(data.required)]
    wanted += [set(problem.heads)] if data.needs_head else []
    for persons in wanted:
        if all(benefits[person] for person in persons):
            escort = np.isin(people, list(persons)).astype(np.float64)
            most = float(max(1, min(data.cap, len(people))))
            yield PricedRule(((data.index, 1.0),), ((data.index, -escort),), 0.0)
            yield PricedRule((), ((data.index, 1.0 / most - escort),), 0.0)


def _between(problem: Problem, counted: set[int], reached: set[int]) -> Iterator[PricedRule]:
    for rule in problem.item_rules:
        there = [item for item in rule.items if item in counted]
        most = {item: problem.items[item].sessions_max for item in there}
        if rule.kind is RuleKind.AT_MOST_ONE and len(there) > 1:
            yield PricedRule(tuple((item, 1.0 / most[item]) for item in there), (), 1.0)
        if rule.kind is RuleKind.TOGETHER:
            if not reached.issuperset(rule.items):
                yield PricedRule(tuple((item, 1.0) for item in there), (), 0.0)
                continue
            for item in there:
                for other in there:
                    if item != other:
                        yield PricedRule(((item, 1.0), (other, -float(most[item]))), (), 0.0)
