"""The criteria of a selection, set before the first score, and what scores come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from geleit.domain.text import Text

FULL_POINTS: Final = 1000
"""What an application with the best score everywhere comes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What applications are scored by.

    Parameters
    ----------
    weight
        Share of the whole in percent, 1 to 100.
    """

    id: str
    title: Text
    weight: int
    description: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True, kw_only=True)
class MustCriterion:
    """What an application must meet to be chosen at all; no score makes up for it."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """By what applications are judged.

    Parameters
    ----------
    scale_max
        Best score; the worst is 0.
    further_person_percent
        What each further person of one application is worth, in percent of the first: 100 makes every place worth
        as much, 0 values the company alone.
    """

    criteria: tuple[Criterion, ...]
    musts: tuple[MustCriterion, ...] = ()
    scale_max: int = 5
    further_person_percent: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One reviewer's score by one criterion, with its reason."""

    points: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One reviewer's finding on one must criterion, with its reason."""

    is_met: bool
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """What one reviewer gave one application; each part may be missing.

    Parameters
    ----------
    marks
        By criterion id.
    findings
        By must criterion id.
    """

    reviewer: str
    marks: Mapping[str, Mark] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What an application's scores come to.

    Parameters
    ----------
    points
        0 to `FULL_POINTS`; None as long as a criterion has no score.
    unscored
        Ids of criteria that nobody has scored.
    failed
        Ids of must criteria that some reviewer found not met.
    unexamined
        Ids of must criteria that nobody has looked at.
    spread
        Largest difference between two reviewers on one criterion, in points of the scale.
    """

    points: int | None
    unscored: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    unexamined: tuple[str, ...] = ()
    spread: int = 0

    @property
    def is_eligible(self) -> bool:
        """Whether the application can be chosen."""
        return self.points is not None and not self.failed and not self.unexamined


def standing(criteria: Criteria, sheets: Iterable[ScoreSheet]) -> Standing:
    """Return what scores come to: the mean over reviewers by criterion, weighted, rounded once (half up)."""
    given = tuple(sheets)
    sums = Fraction(0)
    unscored: list[str] = []
    spread = 0
    for criterion in criteria.criteria:
        marks = [sheet.marks[criterion.id].points for sheet in given if criterion.id in sheet.marks]
        if not marks:
            unscored.append(criterion.id)
            continue
        spread = max(spread, max(marks) - min(marks))
        sums += Fraction(criterion.weight * sum(marks), len(marks) * criteria.scale_max)
    whole = sum(criterion.weight for criterion in criteria.criteria)
    points = None if unscored or not whole else int(sums * FULL_POINTS / whole + Fraction(1, 2))
    found = {
        must.id: [s.findings[must.id].is_met for s in given if must.id in s.findings]
        for must in criteria.musts
    }
    return Standing(
        points=points,
        unscored=tuple(unscored),
        failed=tuple(key for key, answers in found.items() if not all(answers)),
        unexamined=tuple(key for key, answers in found.items() if not answers),
        spread=spread,
    )


def worth(criteria: Criteria, points: int, people: int) -> int:
    """Return what choosing an application is worth, in hundredths of a point.

    Parameters
    ----------
    points
        What its scores come to.
    people
        Places it takes, at least 1.
    """
    return points * (100 + criteria.further_person_percent * (people - 1))
