"""Ask for background work, look how far it is, and cancel it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from geleit.domain.text import Language
from geleit.services.audit import record_audit
from geleit.services.faults import NotFoundError
from geleit.services.guard import Actor
from geleit.services.jobs.handle import LOST_AFTER_S
from geleit.services.machine_clock import machine_now
from geleit.store.models import Job, JobState, TripRow

if TYPE_CHECKING:
    from django.tasks import Task

UNCLAIMED_AFTER_S = 10.0
"""A job that waits longer while nothing runs has no worker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobView:
    """A job as pages show it.

    Parameters
    ----------
    result
        What the task returned; None until it is done.
    error, error_de
        Why it failed, in English and in German.
    is_stuck
        Nobody works on it: its worker is silent, or no worker takes it. Pages say so.
    seconds
        Since it was begun, up to its end.
    """

    id: UUID
    subject: str
    state: JobState
    progress: Mapping[str, Any]
    result: Any
    error: str
    error_de: str
    is_stuck: bool
    is_cancelling: bool
    tries: int
    seconds: float

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state.is_over

    def told(self, lang: Language) -> str:
        """Return why it failed in a reader's language; empty where it did not."""
        return self.error_de if lang == "de" and self.error_de else self.error


def enqueue_job(
    *,
    task: "Task[..., Any]",
    args: Mapping[str, Any],
    subject: str,
    trip: TripRow | None = None,
    max_tries: int = 2,
) -> Job:
    """Have a task done by a worker; inside a transaction the job appears when it commits.

    Parameters
    ----------
    task
        A function of a module with ``django.tasks.task``; it may run twice, when its worker dies.
    args
        Its keyword arguments; what JSON can hold.
    subject
        By which pages find it: ``plan``.
    """
    with transaction.atomic():
        result = task.enqueue(**args)
        job = Job.objects.get(pk=result.id)
        job.trip, job.subject, job.max_tries = trip, subject, max_tries
        job.save(update_fields=["trip", "subject", "max_tries"])
    return job


def read_job(*, job: UUID | str) -> JobView:
    """Return how far a job is.

    Raises
    ------
    NotFoundError
        When there is none.
    """
    found = Job.objects.filter(pk=job).first()
    if found is None:
        raise NotFoundError.of("job_unknown", job=job)
    return view_of(found)


def newest_job(*, key: str, subject: str) -> JobView | None:
    """Return a trip's newest job of a subject, or None."""
    found = Job.objects.filter(trip__key=key, subject=subject).first()
    return None if found is None else view_of(found)


def cancel_job(*, job: UUID | str, by: Actor, now: datetime) -> JobView:
    """Cancel a job: at once while it waits; a running one stops within about a second and keeps what it has.

    Raises
    ------
    NotFoundError
        When there is none.
    """
    with transaction.atomic():
        found = Job.objects.select_for_update(of=("self",)).filter(pk=job).first()
        if found is None:
            raise NotFoundError.of("job_unknown", job=job)
        if not JobState(found.state).is_over:
            if found.state == JobState.WAITING:
                found.state, found.finished_at = JobState.CANCELLED, machine_now()
            found.cancel_asked = True
            found.save(update_fields=["state", "finished_at", "cancel_asked"])
            record_audit(action="cancel_job", subject=f"job:{found.subject}", by=by, now=now, trip=found.trip)
    return view_of(found)


def view_of(job: Job) -> JobView:
    """Return a job as pages show it."""
    machine = machine_now()
    state = JobState(job.state)
    end = job.finished_at or machine
    return JobView(
        id=job.pk,
        subject=job.subject,
        state=state,
        progress=job.progress,
        result=job.result,
        error=job.error,
        error_de=job.error_de,
        is_stuck=_is_stuck(job, state, machine),
        is_cancelling=job.cancel_asked and not state.is_over,
        tries=job.tries,
        seconds=(end - job.started_at).total_seconds() if job.started_at else 0.0,
    )


def _is_stuck(job: Job, state: JobState, machine: datetime) -> bool:
    if state is JobState.RUNNING:
        return job.seen_at is not None and job.seen_at < machine - timedelta(seconds=LOST_AFTER_S)
    waits = state is JobState.WAITING and job.queued_at < machine - timedelta(seconds=UNCLAIMED_AFTER_S)
    return waits and not Job.objects.filter(state=JobState.RUNNING).exists()
