"""One cancels, another comes in: by its role in the mix."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geleit.domain.applications.status import ApplicationStatus
from geleit.planner.selection import Role, Substitution, role_in_mix, substitutions
from geleit.services.application_letters import Letter, send_letter
from geleit.services.applications_common import (
    change_application,
    find_application,
    move_places,
    next_status,
    selection_row,
)
from geleit.services.audit import record_audit
from geleit.services.compute_selection import ask
from geleit.services.faults import FaultError
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.selection_values import SelectionQuestion
from geleit.store.convert import read_trip
from geleit.store.models import ApplicationRow, DecisionRow

_S = ApplicationStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitutes:
    """Who could come in for one who leaves.

    Parameters
    ----------
    role
        What the delegation would lack.
    options
        Best first; see ``planner.selection.substitutions``.
    question
        The candidates these ids belong to.
    """

    role: Role
    options: tuple[Substitution, ...]
    question: SelectionQuestion


def find_substitutes(*, reference: str) -> Substitutes:
    """Return who of the waiting list could come in if an admitted application left, or has left.

    Raises
    ------
    NotFoundError
        When there is no such application.
    FaultError
        When it is neither admitted nor cancelled, or criteria or mix are not set.
    """
    row = find_application(reference=reference)
    if row.status not in (_S.ADMITTED, _S.CANCELLED, _S.SUBSTITUTED):
        raise FaultError.of("holds_no_place", reference=row.reference, status=ApplicationStatus(row.status))
    leaving = None if row.status == _S.ADMITTED else row
    question = ask(row.trip, leaving=leaving)
    ranks = dict(
        ApplicationRow.objects.filter(trip=row.trip, status__in=(_S.WAITING, _S.ADMITTED)).values_list(
            "reference", "waiting_rank"
        )
    )
    candidates = {record.id: record.candidate() for record in question.candidates}
    if row.reference not in candidates:
        raise FaultError.of("role_unknown", reference=row.reference)
    pool = sorted((key for key in candidates if ranks.get(key) is not None), key=lambda key: ranks[key] or 0)
    admitted = [c for key, c in candidates.items() if key in ranks and ranks[key] is None]
    chosen = admitted if leaving is None else [*admitted, candidates[row.reference]]
    return Substitutes(
        role=role_in_mix(question.mix, chosen, row.reference),
        options=substitutions(question.mix, chosen, row.reference, [candidates[key] for key in pool]),
        question=question,
    )


def substitute_application(
    *, trip: str, leaving: str | None, joining: tuple[str, ...], reason: str, by: Actor, now: datetime
) -> None:
    """Let others take the places of one who leaves, all or nothing; the mails go out.

    Parameters
    ----------
    leaving
        Reference of an admitted application, which becomes ``substituted``; None when it has cancelled already.
    joining
        References of those who come in; they must be on the waiting list.
    reason
        For the log.

    Raises
    ------
    NotFoundError
        When there is no such trip or application.
    FaultError
        When one of them is not where it would have to be, or no reason is given.
    NoPlaceError
        When there are not enough places.
    """
    if not reason.strip():
        raise FaultError.of("substitution_reason")
    trip_row = find_trip_row(key=trip)
    domain_trip = read_trip(trip_row)
    with transaction.atomic():
        selection_row(trip_row, is_locked=True)
        if leaving is not None:
            row = _of_trip(leaving, trip)
            status = next_status(row, _S.SUBSTITUTED)
            move_places(trip_row, -row.people)
            _change(row, status, reason, by, now)
        for reference in joining:
            row = _of_trip(reference, trip)
            if row.status not in (_S.WAITING, _S.REJECTED):
                raise FaultError.of("not_waiting", reference=reference, status=ApplicationStatus(row.status))
            move_places(trip_row, row.people)
            row = _change(row, next_status(row, _S.ADMITTED), reason, by, now)
            send_letter(Letter.MOVED_UP, row, domain_trip, now=now)


def _of_trip(reference: str, trip: str) -> ApplicationRow:
    row = find_application(reference=reference, is_locked=True)
    if row.trip.key != trip:
        raise FaultError.of("application_elsewhere", reference=reference)
    return row


def _change(row: ApplicationRow, status: str, reason: str, by: Actor, now: datetime) -> ApplicationRow:
    before = row.status
    row = change_application(row, now=now, status=status, waiting_rank=None, decided_at=now)
    DecisionRow.objects.create(
        application=row,
        status_before=before,
        status_after=status,
        reason=reason.strip(),
        decided_at=now,
        decided_by=by.name,
    )
    record_audit(
        action="substitute_application",
        subject=f"application:{row.reference}",
        by=by,
        now=now,
        trip=row.trip,
        before={"status": before},
        after={"status": status, "reason": reason.strip()},
    )
    return row
