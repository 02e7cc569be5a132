"""Record which fee an application pays, and what is known of earlier de-minimis aid."""

from datetime import datetime

from django.db import transaction

from geleit.domain.applications.application import Application
from geleit.domain.applications.de_minimis import DeMinimisDeclaration
from geleit.services.applications_common import (
    StoredApplication,
    change_application,
    find_application,
    stored,
)
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.guard import Actor
from geleit.store.convert import read_trip
from geleit.store.plain import from_json, to_json


def record_fee(*, reference: str, tier: int | None, by: Actor, now: datetime) -> StoredApplication:
    """Record the fee an application pays.

    Parameters
    ----------
    tier
        Position in the trip's fees, from 0; None for none yet.

    Raises
    ------
    NotFoundError
        When there is no such application.
    FaultError
        When the trip has no such fee.
    """
    with transaction.atomic():
        row = find_application(reference=reference, is_locked=True)
        fees = read_trip(row.trip).call.fees
        if tier is not None and not 0 <= tier < len(fees):
            raise FaultError.of("fee_unknown", count=len(fees), number=tier + 1)
        before = row.fee_tier
        row = change_application(row, now=now, fee_tier=tier)
        record_audit(
            action="record_fee",
            subject=f"application:{row.reference}",
            by=by,
            now=now,
            trip=row.trip,
            before={"fee_tier": before},
            after={"fee_tier": tier},
        )
    return stored(row)


def record_de_minimis(
    *, reference: str, declaration: DeMinimisDeclaration, by: Actor, now: datetime
) -> StoredApplication:
    """Record a declaration that came on paper, or was corrected.

    Raises
    ------
    NotFoundError
        When there is no such application.
    FaultError
        When an amount is negative.
    """
    if any(aid.amount_eur < 0 for aid in declaration.aids):
        raise FaultError.of("aid_negative")
    with transaction.atomic():
        row = find_application(reference=reference, is_locked=True)
        before = from_json(Application, row.data).de_minimis
        data = {**row.data, "de_minimis": to_json(declaration)}
        row = change_application(row, now=now, data=data)
        record_audit(
            action="record_de_minimis",
            subject=f"application:{row.reference}",
            by=by,
            now=now,
            trip=row.trip,
            before=to_json(before),
            after=to_json(declaration),
        )
    return stored(row)
