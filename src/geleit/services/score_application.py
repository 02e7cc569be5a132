"""A reviewer scores an application, with reasons."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from geleit.domain.applications.criteria import Criteria, Finding, Mark, ScoreSheet, Standing, standing
from geleit.domain.applications.status import ApplicationStatus
from geleit.services.applications_common import criteria_of, find_application, selection_row
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.guard import Actor
from geleit.store.models import ApplicationRow, ScoreRow, SelectionRow

REASON_MAX = 2000
"""Characters of a reason."""


class ScoreError(FaultError):
    """Scores that cannot be kept.

    Parameters
    ----------
    fields
        What is wrong, by the id of the criterion: ``scale`` (points outside the scale), ``reason`` (none given),
        ``long`` (too long a reason), ``unknown`` (no such criterion).
    """

    def __init__(self, fields: dict[str, str]) -> None:
        self.fields = fields
        told = ", ".join(f"{key}: {what}" for key, what in fields.items())
        super().__init__(f"The scores cannot be kept ({told})", holds="Those given before still hold")
        self.coded("scores_refused", count=len(fields))


def score_application(*, reference: str, sheet: ScoreSheet, by: Actor, now: datetime) -> Standing:
    """Keep a reviewer's marks and findings in place of those given before; the first score fixes the criteria.

    Parameters
    ----------
    sheet
        Marks and findings; what is left out is taken back. The reviewer is who acts.

    Returns
    -------
    Standing
        What all reviewers' scores then come to.

    Raises
    ------
    NotFoundError
        When there is no such application.
    ScoreError
        When marks lie outside the scale, lack a reason, or are by no criterion of the trip.
    FaultError
        When no criteria are set, when the application is a draft or decided, or when the actor has no account.
    """
    if by.account is None:
        raise FaultError.of("score_without_account")
    with transaction.atomic():
        row = find_application(reference=reference, is_locked=True)
        selection = selection_row(row.trip, is_locked=True)
        criteria = _required(criteria_of(selection), row)
        wrong = _wrong(criteria, sheet)
        if wrong:
            raise ScoreError(wrong)
        before = {each.criterion: each.points for each in row.scores.filter(reviewer_id=by.account)}
        _write(row, sheet, by.account, now)
        result = standing(criteria, sheets_of(row.scores.all()))
        ApplicationRow.objects.filter(pk=row.pk).update(points=result.points)
        if selection.criteria_frozen_at is None:
            SelectionRow.objects.filter(pk=selection.pk).update(criteria_frozen_at=now)
        record_audit(
            action="score_application",
            subject=f"application:{row.reference}",
            by=by,
            now=now,
            trip=row.trip,
            before=before,
            after={key: mark.points for key, mark in sheet.marks.items()}
            | {key: int(finding.is_met) for key, finding in sheet.findings.items()},
        )
    return result


def sheets_of(rows: Iterable[ScoreRow]) -> tuple[ScoreSheet, ...]:
    """Return score rows as sheets, one for each reviewer, in the order of their first score."""
    marks: dict[int, dict[str, Mark]] = {}
    findings: dict[int, dict[str, Finding]] = {}
    for row in rows:
        marks.setdefault(row.reviewer_id, {})
        findings.setdefault(row.reviewer_id, {})
        if row.is_finding:
            findings[row.reviewer_id][row.criterion] = Finding(is_met=bool(row.points), reason=row.reason)
        else:
            marks[row.reviewer_id][row.criterion] = Mark(points=row.points, reason=row.reason)
    return tuple(
        ScoreSheet(reviewer=str(reviewer), marks=marks[reviewer], findings=findings[reviewer])
        for reviewer in marks
    )


def _required(criteria: Criteria | None, row: ApplicationRow) -> Criteria:
    if criteria is None:
        raise FaultError.of("no_criteria_to_score")
    if not ApplicationStatus(row.status).may_be_scored:
        raise FaultError.of("not_scorable", reference=row.reference, status=ApplicationStatus(row.status))
    return criteria


def _wrong(criteria: Criteria, sheet: ScoreSheet) -> dict[str, str]:
    wrong: dict[str, str] = {}
    known, musts = {c.id for c in criteria.criteria}, {must.id for must in criteria.musts}
    for key, mark in sheet.marks.items():
        if key not in known:
            wrong[key] = "unknown"
        elif not 0 <= mark.points <= criteria.scale_max:
            wrong[key] = "scale"
        elif not mark.reason.strip():
            wrong[key] = "reason"
        elif len(mark.reason) > REASON_MAX:
            wrong[key] = "long"
    for key, finding in sheet.findings.items():
        if key not in musts:
            wrong[key] = "unknown"
        elif not finding.is_met and not finding.reason.strip():
            wrong[key] = "reason"
        elif len(finding.reason) > REASON_MAX:
            wrong[key] = "long"
    return wrong


def _write(row: ApplicationRow, sheet: ScoreSheet, reviewer: int, now: datetime) -> None:
    row.scores.filter(reviewer_id=reviewer).delete()
    made = [
        ScoreRow(
            application=row,
            reviewer_id=reviewer,
            criterion=key,
            points=mark.points,
            reason=mark.reason.strip(),
            given_at=now,
        )
        for key, mark in sheet.marks.items()
    ]
    made += [
        ScoreRow(
            application=row,
            reviewer_id=reviewer,
            criterion=key,
            is_finding=True,
            points=int(finding.is_met),
            reason=finding.reason.strip(),
            given_at=now,
        )
        for key, finding in sheet.findings.items()
    ]
    ScoreRow.objects.bulk_create(made)
