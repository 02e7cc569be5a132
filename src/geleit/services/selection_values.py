"""What a proposal is kept as: the question, and the answer with its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geleit.domain.applications.mix import Candidate, Feature, Mix
from geleit.planner.selection import (
    Explanation,
    Role,
    SelectionInfeasible,
    SelectionProblem,
    SelectionResult,
    SelectionSolved,
    SelectionUnfinished,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureCount:
    """A feature, and how many people of an application have it."""

    feature: Feature
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRecord:
    """A candidate as it was when the selection was computed.

    Parameters
    ----------
    points
        What its scores came to, 0 to 1000.
    """

    id: str
    name: str
    company: str
    people: int
    points: int
    worth: int
    features: tuple[FeatureCount, ...] = ()

    def candidate(self) -> Candidate:
        """Return it as the planner sees it."""
        return Candidate(
            id=self.id,
            company=self.company,
            people=self.people,
            worth=self.worth,
            features={each.feature: each.people for each in self.features},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionQuestion:
    """What a selection is computed from.

    Parameters
    ----------
    left_out
        References that cannot be chosen as they stand, with why: ``unscored``, ``unexamined``, ``failed``,
        ``incomplete``.
    """

    mix: Mix
    candidates: tuple[CandidateRecord, ...]
    pinned_in: frozenset[str] = frozenset()
    pinned_out: frozenset[str] = frozenset()
    left_out: Mapping[str, str] = field(default_factory=dict)

    def problem(self) -> SelectionProblem:
        """Return the planner's problem."""
        return SelectionProblem(
            mix=self.mix,
            candidates=tuple(record.candidate() for record in self.candidates),
            pinned_in=self.pinned_in,
            pinned_out=self.pinned_out,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionOutcome:
    """The answer: one of three, never one for another.

    Parameters
    ----------
    explanation
        Why, where it is solved.
    roles
        For each of the chosen what the delegation would lack without it.
    """

    solved: SelectionSolved | None = None
    infeasible: SelectionInfeasible | None = None
    unfinished: SelectionUnfinished | None = None
    explanation: Explanation | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)

    @property
    def chosen(self) -> tuple[str, ...]:
        """References proposed; empty when nothing is."""
        if self.solved is not None:
            return self.solved.chosen
        return self.unfinished.best if self.unfinished is not None else ()


def outcome_of(
    result: SelectionResult, explanation: Explanation | None, roles: Mapping[str, Role]
) -> SelectionOutcome:
    """Return a planner's answer as it is kept."""
    return SelectionOutcome(
        solved=result if isinstance(result, SelectionSolved) else None,
        infeasible=result if isinstance(result, SelectionInfeasible) else None,
        unfinished=result if isinstance(result, SelectionUnfinished) else None,
        explanation=explanation,
        roles=roles,
    )
