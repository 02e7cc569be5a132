"""What scores come to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.applications.criteria import (
    FULL_POINTS,
    Criterion,
    Finding,
    Mark,
    ScoreSheet,
    standing,
    worth,
)
from geleit.domain.applications.mix import Bound, Mix, MixRule, Unit
from geleit.domain.applications.setup_check import SetupProblemCode, check_criteria, check_mix
from geleit.domain.text import Text
from tests.applications import CRITERIA, feature, make_sheet


def test_the_mean_over_reviewers_is_weighted_and_rounded_once() -> None:
    one = ScoreSheet(
        reviewer="1", marks={"project": Mark(points=5, reason="x"), "fit": Mark(points=2, reason="x")}
    )
    two = ScoreSheet(
        reviewer="2", marks={"project": Mark(points=2, reason="x")}, findings={"seat": Finding(is_met=True)}
    )

    result = standing(CRITERIA, [one, two])

    assert (result.points, result.spread, result.is_eligible) == (580, 3, True)


def test_what_nobody_scored_has_no_points() -> None:
    assert standing(CRITERIA, []).points is None
    half = ScoreSheet(reviewer="1", marks={"fit": Mark(points=2, reason="x")})
    assert standing(CRITERIA, [half]).unscored == ("project",)


def test_one_reviewer_is_enough_to_find_a_must_not_met() -> None:
    result = standing(CRITERIA, [make_sheet(5), make_sheet(5, is_met=False, reviewer="2")])

    assert (result.points, result.failed, result.is_eligible) == (FULL_POINTS, ("seat",), False)


def test_a_must_that_nobody_looked_at_keeps_an_application_out() -> None:
    result = standing(CRITERIA, [replace(make_sheet(5), findings={})])

    assert (result.unexamined, result.is_eligible) == (("seat",), False)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=4))
def test_points_lie_between_none_and_full(given_points: list[int]) -> None:
    sheets = [make_sheet(points, reviewer=str(number)) for number, points in enumerate(given_points)]

    points = standing(CRITERIA, sheets).points

    assert points is not None
    assert min(given_points) * 200 <= points <= max(given_points) * 200


def test_a_further_person_is_worth_a_share() -> None:
    assert worth(CRITERIA, 600, 1) == 60_000
    assert worth(CRITERIA, 600, 2) == 90_000
    assert worth(replace(CRITERIA, further_person_percent=0), 600, 2) == 60_000


def test_criteria_that_contradict_themselves_are_named() -> None:
    wrong = replace(
        CRITERIA,
        criteria=(
            Criterion(id="seat", title=Text(), weight=0),
            Criterion(id="fit", title=Text.of("Fit"), weight=90),
        ),
        scale_max=0,
        further_person_percent=101,
    )

    assert [(p.code, p.path, p.wanted) for p in check_criteria(wrong)] == [
        (SetupProblemCode.WEIGHT, ("criteria", 0, "weight"), 0),
        (SetupProblemCode.UNTITLED, ("criteria", 0, "title"), None),
        (SetupProblemCode.WEIGHTS, ("criteria",), 90),
        (SetupProblemCode.SAME_ID, ("criteria",), None),
        (SetupProblemCode.SCALE, ("scale_max",), 0),
        (SetupProblemCode.SHARE, ("further_person_percent",), 101),
    ]
    assert [p.code for p in check_criteria(replace(CRITERIA, criteria=()))] == [SetupProblemCode.NO_CRITERIA]
    assert check_criteria(CRITERIA) == ()


def test_a_mix_that_contradicts_itself_is_named() -> None:
    region = feature("region")
    wrong = Mix(
        places_max=5,
        places_min=6,
        company_people_max=0,
        rules=(
            MixRule(id="a", feature=region, bound=Bound.AT_LEAST, amount=6),
            MixRule(id="a", feature=feature("sme"), bound=Bound.AT_LEAST, amount=101, unit=Unit.PERCENT),
            MixRule(id="c", feature=feature("sme"), bound=Bound.AT_LEAST, amount=3, unit=Unit.PERCENT),
        ),
    )

    assert [(p.code, p.path) for p in check_mix(wrong)] == [
        (SetupProblemCode.PLACES, ("places_min",)),
        (SetupProblemCode.AMOUNT, ("company_people_max",)),
        (SetupProblemCode.AMOUNT, ("rules", 0, "amount")),
        (SetupProblemCode.NO_VALUE, ("rules", 0, "value")),
        (SetupProblemCode.AMOUNT, ("rules", 1, "amount")),
        (SetupProblemCode.SAME_RULE, ("rules", 2)),
        (SetupProblemCode.SAME_ID, ("rules",)),
    ]
    assert [p.path for p in check_mix(Mix(places_max=0))] == [("places_max",)]
