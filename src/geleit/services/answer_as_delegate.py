"""What a delegate says by the personal link: I have read the changes, fellow delegates may see me."""

from datetime import datetime

from django.db import transaction

from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.store.models import DelegatePage, ProgrammeVersion, TripRow


def acknowledge_version(*, trip: str, delegate: str, number: int, by: Actor, now: datetime) -> bool:
    """Keep that a delegate has read the changes up to a version; an older one than known changes nothing.

    A phone without network sends it later, when there may be a newer version: that one stays to be read.

    Returns
    -------
    bool
        Whether it is news.

    Raises
    ------
    FaultError
        When the trip has no such version.
    """
    with transaction.atomic():
        row = find_trip_row(key=trip)
        if not ProgrammeVersion.objects.filter(trip=row, number=number).exists():
            raise FaultError.of("version_unknown", number=number)
        page = own_page(row, delegate)
        if page.known_version is not None and page.known_version >= number:
            return False
        before, page.known_version, page.known_at = page.known_version, number, now
        page.save(update_fields=["known_version", "known_at"])
        record_audit(
            action="acknowledge_version",
            subject=f"delegates:{delegate}",
            by=by,
            now=now,
            trip=row,
            before={"version": before},
            after={"version": number},
        )
    return True


def set_listed(*, trip: str, delegate: str, is_listed: bool, by: Actor, now: datetime) -> None:
    """Keep whether fellow delegates may see a delegate."""
    with transaction.atomic():
        row = find_trip_row(key=trip)
        page = own_page(row, delegate)
        if page.is_listed == is_listed:
            return
        page.is_listed = is_listed
        page.save(update_fields=["is_listed"])
        record_audit(
            action="set_listed",
            subject=f"delegates:{delegate}",
            by=by,
            now=now,
            trip=row,
            before={"is_listed": not is_listed},
            after={"is_listed": is_listed},
        )


def list_listed(*, trip: str) -> frozenset[str]:
    """Return the ids of those who have agreed that fellow delegates see them."""
    found = DelegatePage.objects.filter(trip__key=trip, is_listed=True)
    return frozenset(found.values_list("delegate", flat=True))


def own_page(row: TripRow, delegate: str) -> DelegatePage:
    """Return what is kept of one person, locked until the caller's transaction ends."""
    page, _ = DelegatePage.objects.select_for_update().get_or_create(trip=row, delegate=delegate)
    return page
