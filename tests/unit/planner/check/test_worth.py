"""H0: a stated value is the one that the programme has."""

from dataclasses import replace

from geleit.domain.violations import ViolationCode
from geleit.planner.check import check_programme
from geleit.planner.value import evaluate, ruler_for
from tests.factories import codes, make_programme, make_trip


def test_a_programme_without_a_value_need_not_have_one() -> None:
    assert check_programme(make_trip(), make_programme(value=None)) == ()


def test_the_true_value_is_accepted_whatever_the_bound_and_kappa() -> None:
    trip, programme = make_trip(), make_programme()
    value = replace(evaluate(trip, programme, ruler_for(trip, 75)), bound=10**6)
    assert check_programme(trip, replace(programme, value=value)) == ()


def test_a_value_that_flatters_is_reported_with_both_figures() -> None:
    trip, programme = make_trip(), make_programme()
    true = evaluate(trip, programme, ruler_for(trip))
    flattering = replace(true, benefit=true.benefit + 10)
    (found,) = check_programme(trip, replace(programme, value=flattering))
    assert (found.code, found.detail) == (ViolationCode.VALUE_MISMATCH, "benefit")
    assert (found.wanted, found.available) == (true.benefit + 10, true.benefit)


def test_a_share_may_differ_by_rounding_and_no_more() -> None:
    trip, programme = make_trip(), make_programme()
    true = evaluate(trip, programme, ruler_for(trip))
    rounded = replace(true, mean_share=true.mean_share + 0.0001)
    wrong = replace(true, mean_share=true.mean_share + 0.01)
    assert check_programme(trip, replace(programme, value=rounded)) == ()
    (found,) = check_programme(trip, replace(programme, value=wrong))
    assert found.detail == "mean_share"


def test_a_ruler_that_the_caller_has_is_used_with_the_stated_kappa() -> None:
    trip, programme = make_trip(), make_programme()
    ruler = ruler_for(trip, 75)
    true = evaluate(trip, programme, ruler)
    stated = replace(programme, value=true)
    assert check_programme(trip, stated, ruler=replace(ruler, kappa_percent=60)) == ()
    longer = replace(ruler, alone={person: 3 * alone for person, alone in ruler.alone.items()})
    assert codes(check_programme(trip, stated, ruler=longer)) == {ViolationCode.VALUE_MISMATCH}
