"""What is wrong with criteria and with a mix, before anybody is scored or chosen."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from geleit.domain.applications.criteria import Criteria
from geleit.domain.applications.mix import Mix, MixRule, Unit
from geleit.domain.applications.problem import Path


class SetupProblemCode(StrEnum):
    """What exactly is wrong. The text under each says what the figures mean."""

    NO_CRITERIA = "no_criteria"
    """There is nothing to score by."""
    WEIGHTS = "weights"
    """The weights come to ``wanted`` percent instead of ``available``."""
    WEIGHT = "weight"
    """A weight of ``wanted`` percent; it must be 1 to 100."""
    SAME_ID = "same_id"
    """Two have the id ``value``."""
    UNTITLED = "untitled"
    """It has no name."""
    SCALE = "scale"
    """The best score is ``wanted``; it must be 1 to 100."""
    SHARE = "share"
    """``wanted`` percent; it must be 0 to 100."""
    PLACES = "places"
    """At least ``wanted`` places, at most ``available``."""
    AMOUNT = "amount"
    """The rule's amount is ``wanted``; it must be 0 to ``available``."""
    NO_VALUE = "no_value"
    """The rule does not say which region, sector, size or kind."""
    SAME_RULE = "same_rule"
    """The rule says the same as another: ``value``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupProblem:
    """One thing that is wrong with criteria or a mix."""

    code: SetupProblemCode
    path: Path
    value: str = ""
    wanted: int | None = None
    available: int | None = None


def check_criteria(criteria: Criteria) -> tuple[SetupProblem, ...]:
    """Return what is wrong with criteria."""
    return tuple(_criteria_problems(criteria))


def _criteria_problems(criteria: Criteria) -> Iterator[SetupProblem]:
    code = SetupProblemCode
    if not criteria.criteria:
        yield SetupProblem(code=code.NO_CRITERIA, path=("criteria",))
    for number, criterion in enumerate(criteria.criteria):
        if not 1 <= criterion.weight <= 100:
            yield SetupProblem(code=code.WEIGHT, path=("criteria", number, "weight"), wanted=criterion.weight)
        if not criterion.title:
            yield SetupProblem(code=code.UNTITLED, path=("criteria", number, "title"))
    yield from (
        SetupProblem(code=code.UNTITLED, path=("musts", number, "title"))
        for number, must in enumerate(criteria.musts)
        if not must.title
    )
    total = sum(criterion.weight for criterion in criteria.criteria)
    if criteria.criteria and total != 100:
        yield SetupProblem(code=code.WEIGHTS, path=("criteria",), wanted=total, available=100)
    ids = Counter([*(c.id for c in criteria.criteria), *(must.id for must in criteria.musts)])
    yield from (SetupProblem(code=code.SAME_ID, path=("criteria",), value=key) for key in ids if ids[key] > 1)
    if not 1 <= criteria.scale_max <= 100:
        yield SetupProblem(code=code.SCALE, path=("scale_max",), wanted=criteria.scale_max)
    if not 0 <= criteria.further_person_percent <= 100:
        yield SetupProblem(
            code=code.SHARE, path=("further_person_percent",), wanted=criteria.further_person_percent
        )


def check_mix(mix: Mix) -> tuple[SetupProblem, ...]:
    """Return what is wrong with a mix by itself; whether applications can meet it, the selection says."""
    return tuple(_mix_problems(mix))


def _mix_problems(mix: Mix) -> Iterator[SetupProblem]:
    code = SetupProblemCode
    if not 0 <= mix.places_min <= mix.places_max:
        yield SetupProblem(
            code=code.PLACES, path=("places_min",), wanted=mix.places_min, available=mix.places_max
        )
    if mix.places_max < 1:
        yield SetupProblem(code=code.PLACES, path=("places_max",), wanted=1, available=mix.places_max)
    if mix.company_people_max < 1:
        yield SetupProblem(
            code=code.AMOUNT,
            path=("company_people_max",),
            wanted=mix.company_people_max,
            available=mix.places_max,
        )
    seen: dict[tuple[object, ...], str] = {}
    for number, rule in enumerate(mix.rules):
        yield from _rule_problems(mix, rule, ("rules", number))
        same = (rule.feature, rule.bound, rule.unit, rule.measure)
        if same in seen:
            yield SetupProblem(code=code.SAME_RULE, path=("rules", number), value=seen[same])
        seen.setdefault(same, rule.id)
    ids = Counter(rule.id for rule in mix.rules)
    yield from (SetupProblem(code=code.SAME_ID, path=("rules",), value=key) for key in ids if ids[key] > 1)


def _rule_problems(mix: Mix, rule: MixRule, path: Path) -> Iterator[SetupProblem]:
    code = SetupProblemCode
    most = 100 if rule.unit is Unit.PERCENT else max(0, mix.places_max)
    if not 0 <= rule.amount <= most:
        yield SetupProblem(code=code.AMOUNT, path=(*path, "amount"), wanted=rule.amount, available=most)
    if rule.feature.kind.has_value and not rule.feature.value:
        yield SetupProblem(code=code.NO_VALUE, path=(*path, "value"))
