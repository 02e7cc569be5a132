"""The demonstration's clock: set visibly, moved at will, and running on from there."""

import time
from datetime import datetime, timedelta

from geleit.services.audit import record_audit
from geleit.services.guard import Actor
from geleit.store.models import DemoClock

FRESH_S = 1.0
"""How long a process goes by what it last read of the clock."""


class _Known:
    """What this process last read: the offset, and until when it is believed."""

    offset: timedelta | None = None
    until = 0.0


def demo_offset(*, start: datetime, machine_now: datetime) -> timedelta:
    """Return how far the demonstration's clock is ahead of the machine's; a clock never set stands at ``start``."""
    if _Known.offset is not None and time.monotonic() < _Known.until:
        return _Known.offset
    row = DemoClock.objects.first()
    offset = row.shows - row.set_at if row else start - machine_now
    if row:
        _Known.offset, _Known.until = offset, time.monotonic() + FRESH_S
    return offset


def set_demo_clock(*, shows: datetime, machine_now: datetime, by: Actor) -> None:
    """Set what the demonstration's clock shows; it runs on from there, in every process within ``FRESH_S``."""
    before = DemoClock.objects.first()
    DemoClock.objects.update_or_create(id=1, defaults={"shows": shows, "set_at": machine_now})
    forget_demo_clock()
    record_audit(
        action="set_demo_clock",
        subject="demo_clock",
        by=by,
        now=machine_now,
        before=before.shows.isoformat() if before else None,
        after=shows.isoformat(),
    )


def forget_demo_clock() -> None:
    """Read the clock anew at the next question."""
    _Known.offset = None
