"""Why each is in or out, what each rule costs, and who comes in when one cancels."""

from dataclasses import replace

from hypothesis import given, settings

from geleit.domain.applications.mix import Bound, MixRule, report_mix
from geleit.planner.selection import (
    SelectionProblem,
    SelectionSolved,
    explain_selection,
    role_in_mix,
    select,
    substitutions,
)
from geleit.planner.selection.explain import Margin
from tests.applications import candidate, feature, mix
from tests.unit.planner.selection.test_select import best_by_hand, problems

WOMEN = MixRule(id="women", feature=feature("woman"), bound=Bound.AT_LEAST, amount=1)
PEOPLE = (candidate("a", 9), candidate("b", 8), candidate("c", 7), candidate("w", 3, "woman"))


def solved(problem: SelectionProblem) -> SelectionSolved:
    answer = select(problem)
    assert isinstance(answer, SelectionSolved)
    return answer


def test_a_rule_lifts_one_in_and_pushes_another_out() -> None:
    problem = SelectionProblem(mix=mix(2, WOMEN), candidates=PEOPLE)

    why = explain_selection(problem, solved(problem))

    assert why.rules[0].cost == Margin(worth=5)
    assert (why.rules[0].would_join, why.rules[0].would_leave) == (("b",), ("w",))
    assert (why.chosen["w"].by_worth, why.chosen["w"].lifted_by, why.chosen["w"].margin) == (
        False,
        ("women",),
        None,
    )
    assert (why.others["b"].by_worth, why.others["b"].displaced_by) == (True, ("women",))
    assert why.others["b"].margin == Margin(worth=1)
    assert (why.others["c"].by_worth, why.others["c"].displaced_by, why.others["c"].margin) == (
        False,
        (),
        Margin(worth=2),
    )
    assert why.mix_cost == Margin(worth=5)


def test_pins_are_named_as_such() -> None:
    problem = SelectionProblem(
        mix=mix(2), candidates=PEOPLE, pinned_in=frozenset({"c"}), pinned_out=frozenset({"a"})
    )

    why = explain_selection(problem, solved(problem))

    assert (why.chosen["c"].is_pinned, why.chosen["b"].is_pinned, why.others["a"].is_pinned) == (
        True,
        False,
        True,
    )


@settings(max_examples=40)
@given(problems())
def test_margins_are_what_the_other_side_would_cost(problem: SelectionProblem) -> None:
    answer = select(problem)
    if not isinstance(answer, SelectionSolved):
        return

    why = explain_selection(problem, answer)

    for key, entry in why.others.items():
        forced = replace(problem, pinned_in=problem.pinned_in | {key}, pinned_out=problem.pinned_out - {key})
        best = best_by_hand(forced)
        assert (entry.margin is None) == (best is None)
        if entry.margin is not None and best is not None and entry.margin.is_exact:
            assert entry.margin.worth == max(0, answer.worth - best)
    for cost in why.rules:
        rules = tuple(rule for rule in problem.mix.rules if rule.id != cost.rule)
        best = best_by_hand(replace(problem, mix=replace(problem.mix, rules=rules)))
        assert best is not None
        assert cost.cost.worth == best - answer.worth


def test_the_role_is_what_would_break() -> None:
    chosen = [candidate("a", 9), candidate("w", 3, "woman")]

    assert role_in_mix(mix(2, WOMEN), chosen, "w").carries == ("women",)
    assert role_in_mix(mix(2, WOMEN), chosen, "a").carries == ()


def test_who_keeps_the_mix_comes_before_who_is_worth_more() -> None:
    chosen = [candidate("a", 9), candidate("w", 3, "woman")]
    pool = [
        candidate("b", 8),
        candidate("v", 2, "woman"),
        candidate("u", 2, "woman"),
        candidate("two", 99, people=2),
    ]

    options = substitutions(mix(2, WOMEN), chosen, "w", pool)

    assert [(each.joins, each.restores, each.broken) for each in options] == [
        (("v",), ("women",), ()),
        (("u",), ("women",), ()),
        (("b",), (), ("women",)),
    ]
    assert options[0].keeps_mix


def test_two_places_are_filled_by_two_when_that_is_best() -> None:
    chosen = [candidate("a", 9), candidate("pair", 12, people=2)]
    pool = [candidate("b", 8), candidate("c", 7), candidate("two", 14, people=2)]

    options = substitutions(mix(3), chosen, "pair", pool)

    assert [each.joins for each in options] == [("b", "c"), ("two",), ("b",), ("c",)]


def test_a_company_is_not_filled_beyond_its_limit() -> None:
    chosen = [candidate("a", 9, people=2, company="x"), candidate("b", 3)]
    pool = [candidate("c", 8, company="x"), candidate("d", 1)]

    assert [each.joins for each in substitutions(mix(3), chosen, "b", pool)] == [("d",)]


@settings(max_examples=40)
@given(problems())
def test_every_offer_has_room(problem: SelectionProblem) -> None:
    answer = select(replace(problem, pinned_in=frozenset(), pinned_out=frozenset()))
    if not isinstance(answer, SelectionSolved) or not answer.chosen:
        return
    chosen = [problem.by_id[key] for key in answer.chosen]
    pool = [each for each in problem.candidates if each.id not in answer.chosen]

    for option in substitutions(problem.mix, chosen, answer.chosen[0], pool):
        after = [*chosen[1:], *(problem.by_id[key] for key in option.joins)]
        assert option.report == report_mix(problem.mix, after)
        assert option.report.has_room
