"""A person decides who travels; the proposal is advice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.trip import Trip
from geleit.services.application_letters import Letter, send_letter
from geleit.services.applications_common import (
    StoredApplication,
    change_application,
    move_places,
    next_status,
    selection_row,
    stored,
)
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.store.convert import read_trip
from geleit.store.models import ApplicationRow, DecisionRow, ProposalRow, TripRow

_S = ApplicationStatus
LETTERS: Mapping[ApplicationStatus, Letter] = {
    _S.ADMITTED: Letter.ADMITTED,
    _S.WAITING: Letter.WAITING,
    _S.REJECTED: Letter.REJECTED,
}
VERDICTS = frozenset(LETTERS)
"""What can be decided about an application."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person decided about one application.

    Parameters
    ----------
    status
        Admitted, waiting or rejected.
    reason
        For the log, not for the company; needed where it departs from the proposal.
    """

    status: ApplicationStatus
    reason: str = ""


class DepartureError(FaultError):
    """Decisions that depart from the proposal and give no reason.

    Parameters
    ----------
    references
        The applications concerned.
    """

    def __init__(self, references: tuple[str, ...]) -> None:
        self.references = references
        super().__init__(
            f"{len(references)} decisions depart from the proposal without a reason: {', '.join(references)}",
            holds="Nothing was decided",
            advice="Give a reason for each",
        )
        self.coded("departures_bare", count=len(references), references=references)


def decide_selection(
    *,
    trip: str,
    verdicts: Mapping[str, Verdict],
    by: Actor,
    now: datetime,
    proposal: int | None = None,
    sends_letters: bool = True,
) -> tuple[StoredApplication, ...]:
    """Decide about applications, all or none, and write to each.

    Places are taken in the same transaction, and the database refuses more than there are. Those who wait are ranked
    in the order given, behind those who wait already.

    Parameters
    ----------
    verdicts
        By reference, in the order of the waiting list.
    proposal
        Number of the proposal that was on the table; None where there was none. It must be the newest.
    sends_letters
        Whether the letters go out with the decision.

    Raises
    ------
    NotFoundError
        When there is no such trip, proposal or application of the trip.
    DepartureError
        When a decision departs from the proposal and gives no reason.
    NoPlaceError
        When more are admitted than there are places.
    OvertakenError
        When a newer proposal has been computed since.
    FaultError
        When an application is past deciding, such as withdrawn.
    """
    unknown = sorted(
        {verdict.status.value for verdict in verdicts.values()} - {each.value for each in VERDICTS}
    )
    if unknown:
        raise FaultError.of("not_a_verdict", verdicts=unknown)
    trip_row = find_trip_row(key=trip)
    with transaction.atomic():
        selection_row(trip_row, is_locked=True)
        table = _on_the_table(trip_row, proposal)
        rows = _rows(trip_row, verdicts)
        follows = {key: _follows(table, key, verdict) for key, verdict in verdicts.items()}
        bare = tuple(
            key for key, verdict in verdicts.items() if not follows[key] and not verdict.reason.strip()
        )
        if bare:
            raise DepartureError(bare)
        changed = [row for key, row in rows.items() if row.status != verdicts[key].status]
        move_places(trip_row, sum(r.people for r in changed if verdicts[r.reference].status is _S.ADMITTED))
        domain_trip = read_trip(trip_row)
        rank = _last_rank(trip_row)
        for row in changed:
            verdict = verdicts[row.reference]
            rank += verdict.status is _S.WAITING
            waiting = rank if verdict.status is _S.WAITING else None
            _decide(
                row, verdict, table=table, follows=follows[row.reference], waiting=waiting, by=by, now=now
            )
            if sends_letters:
                _write(row.reference, verdict, domain_trip, now)
    return tuple(
        stored(row)
        for row in ApplicationRow.objects.filter(trip=trip_row, reference__in=verdicts)
        .select_related("trip")
        .prefetch_related("papers")
    )


def _on_the_table(trip: TripRow, proposal: int | None) -> ProposalRow | None:
    newest = ProposalRow.objects.filter(trip=trip).order_by("-pk").first()
    if proposal is None:
        return None
    if newest is None:
        raise NotFoundError.of("proposal_unknown", proposal=proposal)
    if newest.pk != proposal:
        raise OvertakenError.of("proposal_overtaken")
    return newest


def _rows(trip: TripRow, verdicts: Mapping[str, Verdict]) -> dict[str, ApplicationRow]:
    """Return the applications in the order of the verdicts, locked in the order of their numbers."""
    rows = (
        ApplicationRow.objects.select_for_update(of=("self",))
        .select_related("trip")
        .prefetch_related("papers")
    )
    found = {
        row.reference: row for row in rows.filter(trip=trip, reference__in=list(verdicts)).order_by("pk")
    }
    missing = sorted(set(verdicts) - set(found))
    if missing:
        raise NotFoundError.of("applications_not_of_trip", trip=trip.key, references=missing)
    return {key: found[key] for key in verdicts}


def _follows(table: ProposalRow | None, reference: str, verdict: Verdict) -> bool:
    if table is None:
        return True
    return (reference in table.chosen) == (verdict.status is _S.ADMITTED)


def _last_rank(trip: TripRow) -> int:
    ranks = ApplicationRow.objects.filter(trip=trip, waiting_rank__isnull=False).order_by("-waiting_rank")
    return ranks.values_list("waiting_rank", flat=True).first() or 0


def _decide(
    row: ApplicationRow,
    verdict: Verdict,
    *,
    table: ProposalRow | None,
    follows: bool,
    waiting: int | None,
    by: Actor,
    now: datetime,
) -> None:
    before = row.status
    status = next_status(row, verdict.status)
    change_application(row, now=now, status=status, waiting_rank=waiting, decided_at=now)
    DecisionRow.objects.create(
        application=row,
        proposal=table,
        status_before=before,
        status_after=status,
        follows=follows,
        reason=verdict.reason.strip(),
        decided_at=now,
        decided_by=by.name,
    )
    record_audit(
        action="decide_selection",
        subject=f"application:{row.reference}",
        by=by,
        now=now,
        trip=row.trip,
        before={"status": before},
        after={"status": status, "follows": follows, "reason": verdict.reason.strip()},
    )


def _write(reference: str, verdict: Verdict, trip: Trip, now: datetime) -> None:
    row = ApplicationRow.objects.select_related("trip").prefetch_related("papers").get(reference=reference)
    send_letter(LETTERS[verdict.status], row, trip, now=now)
