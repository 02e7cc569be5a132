"""The best choice under the mix: held against every possible choice, and proven for cases as large as real ones."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geleit.domain.applications.mix import Bound, Candidate, Measure, Mix, MixRule, Unit, report_mix
from geleit.planner.selection import (
    Limit,
    LimitKind,
    SelectionError,
    SelectionInfeasible,
    SelectionProblem,
    SelectionSolved,
    SelectionUnfinished,
    select,
)
from tests.applications import candidate, feature, mix

KINDS = ("sme", "region:ost", "woman", "first_timer")


@st.composite
def problems(draw: st.DrawFn) -> SelectionProblem:
    count = draw(st.integers(1, 8))
    candidates = tuple(
        candidate(
            f"c{number}",
            draw(st.integers(0, 9)) * draw(st.sampled_from((1, 50))),
            *draw(st.lists(st.sampled_from(KINDS), unique=True, max_size=3)),
            people=draw(st.integers(1, 2)),
            company=draw(st.sampled_from(("", "", "x", "y"))),
        )
        for number in range(count)
    )
    rules = tuple(
        MixRule(
            id=f"r{number}",
            feature=feature(*draw(st.sampled_from(KINDS)).split(":")),
            bound=draw(st.sampled_from(Bound)),
            amount=draw(st.integers(0, 100)) if unit is Unit.PERCENT else draw(st.integers(0, 4)),
            unit=unit,
            measure=draw(st.sampled_from(Measure)),
        )
        for number, unit in enumerate(draw(st.lists(st.sampled_from(Unit), max_size=4)))
    )
    places = draw(st.integers(1, 9))
    some = st.lists(st.sampled_from(candidates), unique_by=lambda each: each.id, max_size=2)
    pins = draw(some) if draw(st.booleans()) else []
    return SelectionProblem(
        mix=Mix(places_max=places, places_min=draw(st.integers(0, places)), rules=rules),
        candidates=candidates,
        pinned_in=frozenset(each.id for each in pins[:1]),
        pinned_out=frozenset(each.id for each in pins[1:]),
    )


def choices(problem: SelectionProblem) -> Iterator[tuple[Candidate, ...]]:
    for size in range(len(problem.candidates) + 1):
        for chosen in combinations(problem.candidates, size):
            ids = {each.id for each in chosen}
            if problem.pinned_in <= ids and not ids & problem.pinned_out:
                yield chosen


def best_by_hand(problem: SelectionProblem) -> int | None:
    reports = (report_mix(problem.mix, chosen) for chosen in choices(problem))
    return max((report.worth for report in reports if report.is_kept), default=None)


@settings(max_examples=150)
@given(problems())
def test_no_choice_is_better_and_impossible_means_impossible(problem: SelectionProblem) -> None:
    answer = select(problem)

    if isinstance(answer, SelectionInfeasible):
        assert best_by_hand(problem) is None
        return
    assert isinstance(answer, SelectionSolved)
    assert answer.worth == best_by_hand(problem)
    assert answer.report == report_mix(problem.mix, [problem.by_id[key] for key in answer.chosen])
    assert answer.report.is_kept
    assert problem.pinned_in <= set(answer.chosen)
    assert not problem.pinned_out & set(answer.chosen)


def without(problem: SelectionProblem, kept: tuple[Limit, ...]) -> SelectionProblem:
    """Return the problem with only the limits named."""
    kinds = {limit.kind for limit in kept}
    rules = {limit.rule for limit in kept}
    everyone = sum(each.people for each in problem.candidates)
    return replace(
        problem,
        mix=Mix(
            places_max=problem.mix.places_max if LimitKind.PLACES_MAX in kinds else everyone,
            places_min=problem.mix.places_min if LimitKind.PLACES_MIN in kinds else 0,
            company_people_max=problem.mix.company_people_max if LimitKind.COMPANY in kinds else everyone,
            rules=tuple(rule for rule in problem.mix.rules if rule.id in rules),
        ),
        pinned_in=problem.pinned_in if LimitKind.PINNED in kinds else frozenset(),
        pinned_out=problem.pinned_out if LimitKind.PINNED in kinds else frozenset(),
    )


def all_limits(problem: SelectionProblem) -> tuple[Limit, ...]:
    kinds = [LimitKind.PLACES_MAX, LimitKind.PLACES_MIN, LimitKind.COMPANY]
    if problem.pinned_in or problem.pinned_out:
        kinds.append(LimitKind.PINNED)
    return (
        *(Limit(kind=kind) for kind in kinds),
        *(Limit(kind=LimitKind.RULE, rule=rule.id) for rule in problem.mix.rules),
    )


@settings(max_examples=60)
@given(problems())
def test_the_clash_is_one_and_none_is_smaller(problem: SelectionProblem) -> None:
    answer = select(problem)
    if not isinstance(answer, SelectionInfeasible):
        return

    assert best_by_hand(without(problem, answer.clash)) is None
    for smaller in combinations(all_limits(problem), len(answer.clash) - 1):
        assert best_by_hand(without(problem, smaller)) is not None


def test_a_clash_says_how_far_one_can_come() -> None:
    sme = MixRule(id="sme", feature=feature("sme"), bound=Bound.AT_LEAST, amount=3)
    candidates = (candidate("a", 5, "sme"), candidate("b", 5, "sme"), candidate("c", 9))

    answer = select(SelectionProblem(mix=mix(3, sme), candidates=candidates))

    assert isinstance(answer, SelectionInfeasible)
    assert answer.clash == (Limit(kind=LimitKind.RULE, rule="sme", wanted=3, reachable=2),)


def test_two_limits_that_clash_name_each_other_s_reach() -> None:
    sme = MixRule(id="sme", feature=feature("sme"), bound=Bound.AT_LEAST, amount=2)
    east = MixRule(id="ost", feature=feature("region", "ost"), bound=Bound.AT_MOST, amount=0)
    candidates = (candidate("a", 5, "sme", "region:ost"), candidate("b", 5, "sme"), candidate("c", 9))

    answer = select(SelectionProblem(mix=mix(3, sme, east), candidates=candidates))

    assert isinstance(answer, SelectionInfeasible)
    assert answer.clash == (
        Limit(kind=LimitKind.RULE, rule="sme", wanted=2, reachable=1),
        Limit(kind=LimitKind.RULE, rule="ost", wanted=0, reachable=1),
    )


def test_too_few_candidates_for_the_places() -> None:
    answer = select(SelectionProblem(mix=mix(9, places_min=5), candidates=(candidate("a", 1, people=2),)))

    assert isinstance(answer, SelectionInfeasible)
    assert answer.clash == (Limit(kind=LimitKind.PLACES_MIN, wanted=5, reachable=2),)


def test_of_those_alike_the_better_and_then_the_first_goes() -> None:
    candidates = (candidate("a", 5), candidate("b", 7), candidate("c", 5), candidate("d", 5))

    answer = select(SelectionProblem(mix=mix(2), candidates=candidates))

    assert isinstance(answer, SelectionSolved)
    assert answer.chosen == ("a", "b")


def test_nobody_to_choose_from_is_a_choice_of_nobody() -> None:
    answer = select(SelectionProblem(mix=mix(5), candidates=()))

    assert isinstance(answer, SelectionSolved)
    assert (answer.chosen, answer.worth) == ((), 0)


def test_the_same_problem_has_the_same_answer() -> None:
    problem = many(60, 30)

    assert select(problem) == select(problem)


def many(count: int, places: int) -> SelectionProblem:
    """Return a problem as large as a real one, by arithmetic rather than by chance."""
    candidates = tuple(
        candidate(
            f"c{n:02}",
            (n * 7919 % 601 + 300) * (100 + 50 * (n % 4 == 0)),
            *(["sme"] if n * 31 % 100 < 62 else []),
            f"region:{'nmos'[n * 13 % 4]}",
            *(["woman_on_board"] if n * 17 % 100 < 16 else []),
            *(["first_timer"] if n * 53 % 100 < 42 else []),
            people=2 if n % 4 == 0 else 1,
        )
        for n in range(count)
    )
    rules = (
        MixRule(id="sme", feature=feature("sme"), bound=Bound.AT_LEAST, amount=75, unit=Unit.PERCENT),
        MixRule(id="n", feature=feature("region", "n"), bound=Bound.AT_LEAST, amount=places // 5),
        MixRule(id="m", feature=feature("region", "m"), bound=Bound.AT_MOST, amount=22, unit=Unit.PERCENT),
        MixRule(id="w", feature=feature("woman_on_board"), bound=Bound.AT_LEAST, amount=places // 7),
        MixRule(id="f", feature=feature("first_timer"), bound=Bound.AT_LEAST, amount=50, unit=Unit.PERCENT),
    )
    return SelectionProblem(
        mix=Mix(places_max=places, places_min=places - 3, rules=rules), candidates=candidates
    )


@pytest.mark.parametrize(("count", "places"), [(60, 30), (90, 50), (200, 80)])
def test_a_real_call_is_solved_and_proven(count: int, places: int) -> None:
    answer = select(many(count, places))

    assert isinstance(answer, SelectionSolved)
    assert answer.report.is_kept


def test_out_of_cases_is_neither_solved_nor_infeasible() -> None:
    problem = many(90, 50)
    proven = select(problem)

    answer = select(problem, node_limit=1)

    assert isinstance(proven, SelectionSolved)
    assert isinstance(answer, SelectionUnfinished)
    assert answer.bound >= proven.worth


def test_a_problem_that_contradicts_itself_is_refused() -> None:
    one, two = candidate("a", 1), candidate("b", 1)

    with pytest.raises(SelectionError, match="twice: a"):
        SelectionProblem(mix=mix(1), candidates=(one, one))
    with pytest.raises(SelectionError, match="no candidates: z"):
        SelectionProblem(mix=mix(1), candidates=(one,), pinned_in=frozenset({"z"}))
    with pytest.raises(SelectionError, match="both in and out: a"):
        SelectionProblem(
            mix=mix(1), candidates=(one, two), pinned_in=frozenset({"a"}), pinned_out=frozenset({"a"})
        )
    with pytest.raises(ValueError, match="has 0 people"):
        candidate("a", 1, people=0)
