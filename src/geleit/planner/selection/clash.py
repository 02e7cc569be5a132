"""The smallest set of limits that clash.

By implicit hitting sets (A. Ignatiev et al., "Smallest MUS extraction with minimal hitting set dualization", 2015):
every set of limits that can hold together leaves out at least one limit of each clash. So a smallest set that meets the
complement of every possible set seen so far is either a clash, and then none is smaller, or shows a new possible set.
"""

from collections.abc import Callable
from itertools import combinations

from geleit.domain.applications.mix import Bound, MixRule, Unit
from geleit.planner.selection.choice import NodeLimitError, farthest, is_possible
from geleit.planner.selection.problem import IntArray, Owner, SelectionProblem
from geleit.planner.selection.result import Limit, LimitKind

PINNED = Owner(LimitKind.PINNED)


def smallest_clash(problem: SelectionProblem) -> tuple[Limit, ...]:
    """Return the smallest set of limits of an impossible problem that cannot hold together.

    Among sets of one size the one whose limits stand first is returned: pins, places, companies, then the rules in
    their order. When a question runs into the limit of cases, the set is counted as possible to hold, so that what
    is returned is a clash in any case.
    """
    limits = _limits_of(problem)

    def holds(owners: frozenset[Owner]) -> bool:
        try:
            return is_possible(problem, owners, keeps_pins=PINNED in owners)
        except NodeLimitError:
            return True

    owners = _smallest(limits, holds)
    return tuple(_limit(problem, owner, frozenset(owners)) for owner in owners)


def _limits_of(problem: SelectionProblem) -> tuple[Owner, ...]:
    named = dict.fromkeys(owner for owner, _, _ in problem.rows)
    pins = [PINNED] if problem.pinned_in or problem.pinned_out else []
    order = (LimitKind.PLACES_MIN, LimitKind.PLACES_MAX, LimitKind.COMPANY, LimitKind.RULE)
    return (*pins, *sorted(named, key=lambda owner: order.index(owner.kind)))


def _smallest(limits: tuple[Owner, ...], holds: Callable[[frozenset[Owner]], bool]) -> tuple[Owner, ...]:
    """Return the smallest set of limits that does not hold; all of them, when none smaller is known not to."""
    corrections: list[frozenset[Owner]] = []
    for size in range(1, len(limits)):
        for picked in combinations(limits, size):
            chosen = frozenset(picked)
            if not all(chosen & correction for correction in corrections):
                continue
            if not holds(chosen):
                return picked
            corrections.append(frozenset(limits) - _grown(chosen, limits, holds))
    return limits


def _grown(
    chosen: frozenset[Owner], limits: tuple[Owner, ...], holds: Callable[[frozenset[Owner]], bool]
) -> frozenset[Owner]:
    """Return a largest set around a possible one that is still possible."""
    for limit in limits:
        if limit not in chosen and holds(chosen | {limit}):
            chosen |= {limit}
    return chosen


def _limit(problem: SelectionProblem, owner: Owner, clash: frozenset[Owner]) -> Limit:
    """Return a limit of a clash with how far the others let it come."""
    others = clash - {owner}
    keeps_pins = PINNED in clash
    people = next(row for known, row, _ in problem.rows if known.kind is LimitKind.PLACES_MAX)
    if owner.kind is LimitKind.PLACES_MIN:
        most = farthest(problem, people, others, keeps_pins=keeps_pins)
        return Limit(kind=owner.kind, wanted=problem.mix.places_min, reachable=most)
    if owner.kind is LimitKind.PLACES_MAX:
        least = farthest(problem, -people, others, keeps_pins=keeps_pins)
        return Limit(
            kind=owner.kind, wanted=problem.mix.places_max, reachable=None if least is None else -least
        )
    if owner.kind is LimitKind.COMPANY:
        return Limit(kind=owner.kind, wanted=problem.mix.company_people_max)
    if owner.kind is LimitKind.PINNED:
        return Limit(kind=owner.kind)
    rule = next(rule for rule in problem.mix.rules if rule.id == owner.rule)
    reached = None if rule.unit is Unit.PERCENT else _reached(problem, rule, others, keeps_pins=keeps_pins)
    return Limit(kind=owner.kind, rule=rule.id, wanted=rule.amount, reachable=reached)


def _reached(
    problem: SelectionProblem, rule: MixRule, others: frozenset[Owner], *, keeps_pins: bool
) -> int | None:
    row: IntArray = problem.count_row(rule)
    if rule.bound is Bound.AT_LEAST:
        return farthest(problem, row, others, keeps_pins=keeps_pins)
    least = farthest(problem, -row, others, keeps_pins=keeps_pins)
    return None if least is None else -least
