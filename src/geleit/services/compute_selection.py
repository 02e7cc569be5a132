"""Compute the best selection under the mix; it is a proposal, and changes nothing about any application."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from geleit.domain.applications.criteria import Criteria, Standing, standing, worth
from geleit.domain.applications.mix import Mix, features_of
from geleit.domain.applications.status import ApplicationStatus
from geleit.planner.selection import (
    Explanation,
    Role,
    SelectionResult,
    SelectionSolved,
    explain_selection,
    role_in_mix,
    select,
)
from geleit.services.applications_common import application_of, criteria_of, mix_of
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.score_application import sheets_of
from geleit.services.selection_values import (
    CandidateRecord,
    FeatureCount,
    SelectionOutcome,
    SelectionQuestion,
    outcome_of,
)
from geleit.store.models import ApplicationRow, ProposalRow, SelectionRow, TripRow
from geleit.store.plain import from_json, to_json

_S = ApplicationStatus
CANDIDATES = (_S.SUBMITTED, _S.INCOMPLETE, _S.COMPLETE, _S.WAITING, _S.ADMITTED)
"""Statuses of those who are looked at; the admitted keep their places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A computed selection."""

    id: int
    computed_at: datetime
    computed_by: str
    question: SelectionQuestion
    outcome: SelectionOutcome


def compute_selection(
    *,
    trip: str,
    by: Actor,
    now: datetime,
    pinned_in: frozenset[str] = frozenset(),
    pinned_out: frozenset[str] = frozenset(),
) -> Proposal:
    """Compute the best selection from today's scores, explain it, and keep both as a proposal.

    The search runs outside of any transaction. Takes about two seconds for a hundred applications.

    Parameters
    ----------
    pinned_in, pinned_out
        References that a person has fixed. Those already admitted are in anyhow.

    Raises
    ------
    NotFoundError
        When there is no such trip, or a pin names no application of it.
    FaultError
        When criteria or mix are not set, or nobody can be chosen.
    """
    trip_row = find_trip_row(key=trip)
    question = ask(trip_row, pinned_in=pinned_in, pinned_out=pinned_out)
    outcome = answer(question)
    with transaction.atomic():
        row = ProposalRow.objects.create(
            trip=trip_row,
            computed_at=now,
            computed_by=by.name,
            problem=to_json(question),
            outcome=to_json(outcome),
            chosen=list(outcome.chosen),
        )
        record_audit(
            action="compute_selection",
            subject=f"proposal:{row.pk}",
            by=by,
            now=now,
            trip=trip_row,
            after={"candidates": len(question.candidates), "chosen": len(outcome.chosen)},
        )
    return _proposal(row, question, outcome)


def newest_proposal(*, trip: str) -> Proposal | None:
    """Return the proposal computed last; None when there is none. One query."""
    row = ProposalRow.objects.filter(trip__key=trip).order_by("-pk").first()
    if row is None:
        return None
    return _proposal(row, from_json(SelectionQuestion, row.problem), from_json(SelectionOutcome, row.outcome))


def ask(
    trip: TripRow,
    *,
    pinned_in: frozenset[str] = frozenset(),
    pinned_out: frozenset[str] = frozenset(),
    leaving: ApplicationRow | None = None,
) -> SelectionQuestion:
    """Return what a selection would be computed from now.

    Parameters
    ----------
    leaving
        One who has cancelled and is counted all the same.
    """
    criteria, mix = _setup(trip)
    rows = list(
        ApplicationRow.objects.filter(
            Q(trip=trip, status__in=CANDIDATES) | Q(pk=leaving.pk if leaving else None)
        )
        .select_related("trip")
        .prefetch_related("papers", "scores")
        .order_by("pk")
    )
    unknown = (pinned_in | pinned_out) - {row.reference for row in rows}
    if unknown:
        raise NotFoundError.of("fixed_unknown", references=sorted(unknown))
    left_out: dict[str, str] = {}
    records: list[CandidateRecord] = []
    for row in rows:
        found = standing(criteria, sheets_of(row.scores.all()))
        record = _record(row, criteria, found)
        if record is None:
            left_out[row.reference] = _why_left_out(row, found)
        else:
            records.append(record)
    if not records:
        raise FaultError.of("none_to_choose")
    able = {record.id for record in records}
    admitted = {row.reference for row in rows if row.status == _S.ADMITTED}
    return SelectionQuestion(
        mix=mix,
        candidates=tuple(records),
        pinned_in=frozenset((pinned_in | admitted) & able),
        pinned_out=frozenset((pinned_out - admitted) & able),
        left_out=left_out,
    )


def answer(question: SelectionQuestion) -> SelectionOutcome:
    """Return the best selection and why."""
    problem = question.problem()
    result: SelectionResult = select(problem)
    explanation: Explanation | None = None
    roles: dict[str, Role] = {}
    if isinstance(result, SelectionSolved):
        explanation = explain_selection(problem, result)
        chosen = [problem.by_id[key] for key in result.chosen]
        roles = {key: role_in_mix(problem.mix, chosen, key) for key in result.chosen}
    return outcome_of(result, explanation, roles)


def _setup(trip: TripRow) -> tuple[Criteria, Mix]:
    row = SelectionRow.objects.filter(trip=trip).first()
    criteria, mix = criteria_of(row), mix_of(row)
    if criteria is None:
        raise FaultError.of("no_criteria")
    if mix is None:
        raise FaultError.of("no_mix")
    return criteria, mix


def _record(row: ApplicationRow, criteria: Criteria, found: Standing) -> CandidateRecord | None:
    if not found.is_eligible or found.points is None or not row.people or row.status == _S.INCOMPLETE:
        return None
    features = features_of(application_of(row))
    return CandidateRecord(
        id=row.reference,
        name=row.company,
        company=row.company_key,
        people=row.people,
        points=found.points,
        worth=worth(criteria, found.points, row.people),
        features=tuple(FeatureCount(feature=key, people=features[key]) for key in sorted(features)),
    )


def _why_left_out(row: ApplicationRow, found: Standing) -> str:
    if row.status == _S.INCOMPLETE:
        return "incomplete"
    if found.failed:
        return "failed"
    return "unscored" if found.unscored else "unexamined"


def _proposal(row: ProposalRow, question: SelectionQuestion, outcome: SelectionOutcome) -> Proposal:
    return Proposal(
        id=row.pk,
        computed_at=row.computed_at,
        computed_by=row.computed_by,
        question=question,
        outcome=outcome,
    )
