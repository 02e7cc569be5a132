"""Have the best selection computed in the background; a page never waits for the search."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from django.db import transaction
from django.tasks import task

from geleit.services.applications_common import selection_row
from geleit.services.audit import record_audit
from geleit.services.compute_selection import ask, compute_selection
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.jobs.manage import enqueue_job
from geleit.store.models import Job, JobState

SUBJECT: Final = "selection"


def queue_selection(*, trip: str, by: Actor, now: datetime) -> Job:
    """Have a proposal computed by a worker; asked for again while one is under way, that one is returned.

    The job's result has ``proposal``, the number of the proposal.

    Parameters
    ----------
    now
        The present that the proposal names.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When criteria or mix are not set, or nobody can be chosen: told at once, not by the worker.
    """
    row = find_trip_row(key=trip)
    ask(row)
    with transaction.atomic():
        selection_row(row, is_locked=True)
        known = Job.objects.filter(
            trip=row, subject=SUBJECT, state__in=(JobState.WAITING, JobState.RUNNING)
        ).first()
        if known is not None:
            return known
        job = enqueue_job(
            task=selection_task,
            args={
                "trip": trip,
                "now": now.astimezone(UTC).isoformat(),
                "by": {"name": by.name, "account": by.account},
            },
            subject=SUBJECT,
            trip=row,
        )
        record_audit(action="queue_selection", subject=f"job:{job.pk}", by=by, now=now, trip=row)
    return job


@task
def selection_task(*, trip: str, now: str, by: Mapping[str, Any]) -> dict[str, Any]:
    """Compute a proposal and keep it."""
    made = compute_selection(trip=trip, by=Actor(**by), now=datetime.fromisoformat(now))
    return {"proposal": made.id}
