"""Background work: done once, cancelled, taken up again when a worker dies."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.tasks import task

from geleit.services.faults import FaultError, NotFoundError
from geleit.services.guard import SYSTEM
from geleit.services.jobs.handle import LOST_AFTER_S, JobHandle, current_job
from geleit.services.jobs.manage import cancel_job, enqueue_job, read_job
from geleit.services.jobs.worker import claim_job, recover_lost_jobs, work_once
from geleit.services.machine_clock import machine_now
from geleit.store.models import Job, JobState

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
LATER = timedelta(seconds=LOST_AFTER_S + 1)


@task
def double(*, number: int) -> int:
    current_job().tell({"done": 1, "total": 1})
    return 2 * number


@task
def fail(*, in_words: bool) -> None:
    raise FaultError("The disk is full", advice="Make room") if in_words else ZeroDivisionError


@task
def stop_when_asked() -> None:
    job = current_job()
    Job.objects.filter(pk=job.id).update(cancel_asked=True)
    job.beat()
    job.raise_if_cancelled()


def queue(function: Any = double, **args: Any) -> Job:
    return enqueue_job(task=function, args=args, subject="test")


def state_of(job: Job) -> JobState:
    return read_job(job=job.pk).state


def test_a_job_is_done_and_tells_its_result() -> None:
    job = queue(number=21)

    assert [work_once(name="w"), work_once(name="w")] == [True, False]
    view = read_job(job=job.pk)
    assert (view.state, view.result, view.progress, view.tries) == (
        JobState.DONE,
        42,
        {"done": 1, "total": 1},
        1,
    )
    assert double.get_result(str(job.pk)).return_value == 42


def test_what_is_rolled_back_is_not_done() -> None:
    with transaction.atomic():
        queue(number=1)
        transaction.set_rollback(True)

    assert not work_once(name="w")


@pytest.mark.parametrize(
    ("args", "error", "tracebacks"),
    [
        ({"in_words": True}, "The disk is full. Make room.", 0),
        ({"in_words": False}, "An error of Geleit's own: ZeroDivisionError. Tell those who run Geleit.", 1),
    ],
)
def test_a_failure_is_told_in_words(args: dict[str, bool], error: str, tracebacks: int) -> None:
    job = queue(fail, **args)

    work_once(name="w")

    row = Job.objects.get(pk=job.pk)
    assert (row.state, row.error, row.traceback.count("Traceback")) == (JobState.FAILED, error, tracebacks)


def test_a_waiting_job_is_cancelled_at_once() -> None:
    job = queue(number=1)

    cancel_job(job=job.pk, by=SYSTEM, now=NOW)

    assert (state_of(job), work_once(name="w")) == (JobState.CANCELLED, False)


def test_a_running_job_stops_when_it_is_asked_to() -> None:
    job = queue(stop_when_asked)

    work_once(name="w")

    assert state_of(job) is JobState.CANCELLED


def test_each_job_goes_to_one_worker_the_important_first() -> None:
    low, high = queue(number=1), queue(double.using(priority=10), number=2)

    claimed = [claim_job(name=name, now=machine_now()) for name in "abc"]

    assert [job.pk if job else None for job in claimed] == [high.pk, low.pk, None]


def test_a_job_whose_worker_died_is_done_by_another() -> None:
    job = queue(number=21)
    claim_job(name="dies", now=machine_now())

    early, late = recover_lost_jobs(now=machine_now()), recover_lost_jobs(now=machine_now() + LATER)
    work_once(name="lives")

    assert (early, late, state_of(job), read_job(job=job.pk).tries) == (0, 1, JobState.DONE, 2)


def test_a_job_that_kills_its_workers_has_failed_at_last() -> None:
    job = queue(number=21)
    for _ in range(2):
        claim_job(name="dies", now=machine_now())
        recover_lost_jobs(now=machine_now() + LATER)

    view = read_job(job=job.pk)
    assert view.state == JobState.FAILED
    assert [view.told(lang) for lang in ("en", "de")] == [
        "The process that worked on it ended unexpectedly. Start the task again.",
        "Der Prozess, der daran arbeitete, endete unerwartet. Starten Sie die Aufgabe neu.",
    ]


def test_a_lost_worker_that_comes_back_changes_nothing_any_more() -> None:
    queue(number=21)
    first = claim_job(name="slow", now=machine_now())
    assert first is not None
    recover_lost_jobs(now=machine_now() + LATER)
    claim_job(name="other", now=machine_now())

    handle = JobHandle(first)
    handle.beat()
    handle.tell({"done": 9})

    assert (handle.is_cancelled(), Job.objects.get().progress) == (True, {})


def test_a_job_without_any_worker_is_seen_to_be_stuck() -> None:
    job = queue(number=1)
    fresh = read_job(job=job.pk).is_stuck
    Job.objects.update(queued_at=machine_now() - timedelta(minutes=1))

    assert (fresh, read_job(job=job.pk).is_stuck) == (False, True)


def test_an_unknown_job_is_not_found() -> None:
    with pytest.raises(NotFoundError):
        read_job(job="00000000-0000-0000-0000-000000000000")
