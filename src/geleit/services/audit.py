"""Add to the audit trail; every service that writes does, in the same transaction."""

from datetime import datetime

from geleit.services.guard import Actor
from geleit.store.models import AuditEntry, TripRow


def record_audit(
    *,
    action: str,
    subject: str,
    by: Actor,
    now: datetime,
    trip: TripRow | None = None,
    before: object = None,
    after: object = None,
) -> AuditEntry:
    """Add one entry.

    Parameters
    ----------
    before, after
        Plain values (what JSON can hold) of what changed, no more than that.
    """
    return AuditEntry.objects.create(
        trip=trip,
        at=now,
        actor=by.name,
        account_id=by.account,
        action=action,
        subject=subject,
        before=before,
        after=after,
    )
