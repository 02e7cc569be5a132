"""Why each application is in or out, and what each rule of the mix costs, as typed records."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from geleit.domain.applications.mix import MixRule
from geleit.planner.selection.choice import best_choice, ids_of
from geleit.planner.selection.problem import SelectionProblem
from geleit.planner.selection.result import SelectionSolved

EXPLAIN_NODES = 40
"""Cases examined for each single question; beyond it the figure is a proven bound and says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """How much worth stands between an application and the other side of the line.

    Parameters
    ----------
    worth
        For one that is in: what the choice loses without it. For one that is out: what the choice loses with it; with
        that much more worth it would be level.
    is_exact
        False when the figure is only a proven lower bound.
    """

    worth: int
    is_exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyIn:
    """Why an application is in.

    Parameters
    ----------
    is_pinned
        A person has fixed it.
    by_worth
        It would be in without any rule of the mix.
    lifted_by
        Rules without each of which it would be out.
    margin
        None when no choice keeps the mix without it.
    """

    is_pinned: bool
    by_worth: bool
    lifted_by: tuple[str, ...]
    margin: Margin | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyOut:
    """Why an application is out.

    Parameters
    ----------
    is_pinned
        A person has fixed it.
    by_worth
        It would be in without any rule of the mix.
    displaced_by
        Rules without each of which it would be in.
    margin
        None when no choice keeps the mix with it.
    """

    is_pinned: bool
    by_worth: bool
    displaced_by: tuple[str, ...]
    margin: Margin | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCost:
    """What one rule of the mix costs.

    Parameters
    ----------
    cost
        Worth that the best choice without the rule has more. 0: the rule does not bind.
    would_join, would_leave
        Who would come in and go out without it.
    """

    rule: str
    cost: Margin
    would_join: tuple[str, ...]
    would_leave: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why the best choice is what it is.

    Parameters
    ----------
    mix_cost
        Worth that the best choice without any rule has more; places and the limit per company stay.
    """

    chosen: Mapping[str, WhyIn]
    others: Mapping[str, WhyOut]
    rules: tuple[RuleCost, ...]
    mix_cost: Margin


def explain_selection(problem: SelectionProblem, solved: SelectionSolved) -> Explanation:
    """Return why each candidate of a solved problem is in or out, and what each rule costs."""
    rules = tuple(_rule_cost(problem, solved, rule) for rule in problem.mix.rules)
    bare, mix_cost = _without(problem, solved, problem.mix.rules)
    inside = set(solved.chosen)
    return Explanation(
        chosen={
            key: WhyIn(
                is_pinned=key in problem.pinned_in,
                by_worth=key in bare,
                lifted_by=tuple(cost.rule for cost in rules if key in cost.would_leave),
                margin=_margin(problem, solved, key, is_in=True),
            )
            for key in solved.chosen
        },
        others={
            candidate.id: WhyOut(
                is_pinned=candidate.id in problem.pinned_out,
                by_worth=candidate.id in bare,
                displaced_by=tuple(cost.rule for cost in rules if candidate.id in cost.would_join),
                margin=_margin(problem, solved, candidate.id, is_in=False),
            )
            for candidate in problem.candidates
            if candidate.id not in inside
        },
        rules=rules,
        mix_cost=mix_cost,
    )


def _rule_cost(problem: SelectionProblem, solved: SelectionSolved, rule: MixRule) -> RuleCost:
    chosen, cost = _without(problem, solved, (rule,))
    before, after = set(solved.chosen), set(chosen)
    if not cost.worth:  # another choice may be as good; nobody moves for a rule that costs nothing
        after = before
    return RuleCost(
        rule=rule.id,
        cost=cost,
        would_join=tuple(c.id for c in problem.candidates if c.id in after - before),
        would_leave=tuple(c.id for c in problem.candidates if c.id in before - after),
    )


def _without(
    problem: SelectionProblem, solved: SelectionSolved, rules: tuple[MixRule, ...]
) -> tuple[tuple[str, ...], Margin]:
    """Return the best choice without some rules, and what it is worth more."""
    kept = tuple(rule for rule in problem.mix.rules if rule not in rules)
    found = best_choice(replace(problem, mix=replace(problem.mix, rules=kept)), floor=solved.worth + 1)
    if found.best is None:
        return solved.chosen, Margin(worth=0, is_exact=found.is_proven)
    return ids_of(problem, found.best), Margin(worth=found.gain - solved.worth, is_exact=found.is_proven)


def _margin(problem: SelectionProblem, solved: SelectionSolved, key: str, *, is_in: bool) -> Margin | None:
    """Return what the choice loses with one candidate on the other side; None when none is possible."""
    if is_in:
        changed = replace(problem, pinned_in=problem.pinned_in - {key}, pinned_out=problem.pinned_out | {key})
    else:
        changed = replace(problem, pinned_in=problem.pinned_in | {key}, pinned_out=problem.pinned_out - {key})
    found = best_choice(changed, ceiling=solved.worth, node_limit=EXPLAIN_NODES)
    if found.best is None and found.is_proven:
        return None
    return Margin(worth=max(0, solved.worth - found.bound), is_exact=found.is_proven)
