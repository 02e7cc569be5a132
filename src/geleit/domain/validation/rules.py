"""Rules between items that exclude each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, pairwise

from geleit.domain.items import ItemRule, RuleKind
from geleit.domain.trip import Trip
from geleit.domain.validation.problem import Path, TripProblem
from geleit.domain.validation.problem import TripProblemCode as Code
from geleit.domain.validation.scope import Scope

_EXCLUSIVE = frozenset(
    {
        frozenset({RuleKind.SAME_TIME, RuleKind.AT_MOST_ONE}),
        frozenset({RuleKind.SAME_TIME, RuleKind.BEFORE}),
        frozenset({RuleKind.TOGETHER, RuleKind.AT_MOST_ONE}),
    }
)
"""Kinds of rules that no pair of items can keep at once, or only by not taking place."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """One pair of items in a rule."""

    kind: RuleKind
    path: Path


def rule_problems(scope: Scope) -> Iterator[TripProblem]:
    """Yield rules that contradict themselves, each other, or what must take place."""
    for index, rule in enumerate(scope.trip.rules):
        path: Path = ("rules", index, rule.kind.value)
        for item in dict.fromkeys(item for item in rule.items if rule.items.count(item) > 1):
            yield TripProblem(code=Code.RULE_SAME_ITEM, path=path, value=item)
        yield from _against_musts(scope, rule, path)
    yield from _contradictions(scope.trip)
    yield from _cycles(scope.trip)


def _against_musts(scope: Scope, rule: ItemRule, path: Path) -> Iterator[TripProblem]:
    musts = tuple(item for item in dict.fromkeys(rule.items) if item in scope.fixed_items)
    if rule.kind is RuleKind.AT_MOST_ONE and len(musts) > 1:
        yield TripProblem(code=Code.MUSTS_EXCLUDED, path=path, known=musts)
    elif rule.kind is RuleKind.TOGETHER and musts:
        for item in rule.items:
            if not scope.trip.item_by_id[item].request.status.may_be_placed:
                yield TripProblem(code=Code.TOGETHER_IMPOSSIBLE, path=path, value=musts[0], other=item)
    elif rule.kind is RuleKind.BEFORE:
        yield from _order(scope, rule, path)
    elif rule.kind is RuleKind.SAME_TIME:
        for one, other in combinations(dict.fromkeys(rule.items), 2):
            both = (scope.trip.item_by_id[one], scope.trip.item_by_id[other])
            if all(item.is_together and not item.roles for item in both):
                code = Code.SAME_TIME_IMPOSSIBLE
                yield TripProblem(code=code, path=path, value=one, other=other)


def _order(scope: Scope, rule: ItemRule, path: Path) -> Iterator[TripProblem]:
    """Yield pairs of which the first cannot end before the second starts, whenever each may take place."""
    for one, other in combinations(dict.fromkeys(rule.items), 2):
        first, second = scope.chances.get(one, ()), scope.chances.get(other, ())
        if not first or not second:
            continue
        earliest = min(start for start, _ in first) + scope.venues[one].duration
        latest = max(end for _, end in second) - scope.venues[other].duration
        if earliest + timedelta(minutes=rule.gap_min) > latest:
            is_warning = not {one, other} <= scope.fixed_items
            yield TripProblem(
                code=Code.BEFORE_IMPOSSIBLE, path=path, value=one, other=other, is_warning=is_warning
            )


def _contradictions(trip: Trip) -> Iterator[TripProblem]:
    stands: dict[frozenset[str], list[_Stand]] = {}
    for index, rule in enumerate(trip.rules):
        for one, other in combinations(dict.fromkeys(rule.items), 2):
            stands.setdefault(frozenset((one, other)), []).append(
                _Stand(rule.kind, ("rules", index, rule.kind.value))
            )
    for pair, found in stands.items():
        one, other = sorted(pair)
        for earlier, later in combinations(found, 2):
            if frozenset({earlier.kind, later.kind}) in _EXCLUSIVE:
                yield TripProblem(
                    code=Code.RULES_CONTRADICT,
                    path=later.path,
                    value=one,
                    other=other,
                    known=(earlier.kind.value, later.kind.value),
                )


def _cycles(trip: Trip) -> Iterator[TripProblem]:
    """Yield each circle of ``before`` once, at the rule that closes it."""
    follows: dict[str, set[str]] = {}
    for index, rule in enumerate(trip.rules):
        if rule.kind is not RuleKind.BEFORE:
            continue
        for one, other in pairwise(dict.fromkeys(rule.items)):
            way = _way(follows, other, one)
            if way:
                yield TripProblem(code=Code.RULE_CYCLE, path=("rules", index, "before"), known=(one, *way))
            else:
                follows.setdefault(one, set()).add(other)


def _way(follows: dict[str, set[str]], start: str, goal: str) -> tuple[str, ...]:
    """Return the items from start to goal along ``before``, empty when there is no way."""
    came_from: dict[str, str] = {start: start}
    open_ends = [start]
    while open_ends:
        here = open_ends.pop()
        if here == goal:
            way = [here]
            while way[-1] != start:
                way.append(came_from[way[-1]])
            return tuple(reversed(way))
        for following in sorted(follows.get(here, ())):
            if following not in came_from:
                came_from[following] = here
                open_ends.append(following)
    return ()
