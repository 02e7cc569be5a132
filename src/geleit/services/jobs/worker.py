"""The worker: takes jobs from the store one after another and does them. Any number of workers may share a store."""

import logging
import os
import socket
import threading
import time
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, close_old_connections, connection, transaction
from django.db.models import F, Q
from django.utils.json import normalize_json
from django.utils.module_loading import import_string

from geleit.services.faults import FaultError
from geleit.services.jobs.handle import CURRENT, LOST_AFTER_S, JobCancelledError, JobHandle
from geleit.services.machine_clock import machine_now
from geleit.store.models import Job, JobState

LOG = logging.getLogger("geleit.worker")
POLL_S = 0.3
CHORES_EVERY_S = 2.0


def work(
    *,
    is_over: Callable[[], bool],
    chores: Callable[[], object],
    wait: Callable[[float], object] = time.sleep,
) -> None:
    """Do jobs until it is over.

    Parameters
    ----------
    is_over
        Asked between two jobs.
    chores
        Done every ``CHORES_EVERY_S`` in a thread of their own, however long a job takes.
    wait
        How to wait for the next job.
    """
    name, ended = worker_name(), threading.Event()
    thread = threading.Thread(target=_do_chores, args=(chores, ended), name="chores", daemon=True)
    thread.start()
    while not is_over():
        if not _despite_store_faults(lambda: work_once(name=name)):
            wait(POLL_S)
    ended.set()
    thread.join()


def _do_chores(chores: Callable[[], object], ended: threading.Event) -> None:
    while not ended.wait(CHORES_EVERY_S):
        _despite_store_faults(lambda: recover_lost_jobs(now=machine_now()))
        _despite_store_faults(chores)
    connection.close()


def _despite_store_faults(do: Callable[[], object]) -> bool:
    """Do something with the store; where that does not answer, say so and go on."""
    close_old_connections()
    try:
        return bool(do())
    except (OperationalError, InterfaceError):
        LOG.exception("The store does not answer; trying again")
        connection.close()
        return False


def worker_name() -> str:
    """Return a name of this process that no other has at the same time."""
    return f"{socket.gethostname()[:60]}:{os.getpid()}"


def work_once(*, name: str) -> bool:
    """Do the next job, and return whether there was one."""
    job = claim_job(name=name, now=machine_now())
    if job is None:
        return False
    _do(job)
    return True


def claim_job(*, name: str, now: datetime) -> Job | None:
    """Take the next job that waits: the most important first, the oldest of those; no other worker gets it."""
    due = Job.objects.filter(Q(run_after=None) | Q(run_after__lte=now), state=JobState.WAITING)
    if not due.exists():  # looking needs no lock
        return None
    with transaction.atomic():
        locked = due.select_for_update(skip_locked=True) if _can_skip() else due
        job = locked.order_by("-priority", "queued_at", "pk").first()
        if job is None:
            return None
        job.state, job.worker, job.tries = JobState.RUNNING, name, job.tries + 1
        job.started_at = job.seen_at = now
        job.save(update_fields=["state", "worker", "tries", "started_at", "seen_at"])
    return job


def _can_skip() -> bool:
    return connection.features.has_select_for_update_skip_locked


def recover_lost_jobs(*, now: datetime) -> int:
    """Give jobs back whose worker is silent for ``LOST_AFTER_S``, and return how many.

    A job that has had all its tries has failed; one that was to be cancelled is cancelled.
    """
    silent = Q(state=JobState.RUNNING, seen_at__lt=now - timedelta(seconds=LOST_AFTER_S))
    lost = Job.objects.filter(silent)
    if not lost.exists():
        return 0
    with transaction.atomic():
        cancelled = lost.filter(cancel_asked=True).update(state=JobState.CANCELLED, finished_at=now)
        failed = lost.filter(tries__gte=F("max_tries")).update(
            state=JobState.FAILED, finished_at=now, **_told(FaultError.of("job_lost"))
        )
        again = lost.update(state=JobState.WAITING, worker="", seen_at=None)
    return cancelled + failed + again


def _do(job: Job) -> None:
    """Run a job's task and keep what came of it."""
    handle = JobHandle(job)
    end_beat = handle.beat_until_over()
    CURRENT.handle = handle
    outcome: dict[str, object]
    try:
        value = import_string(job.task).func(*job.args["args"], **job.args["kwargs"])
        outcome = {"state": JobState.DONE, "result": normalize_json(value)}
    except JobCancelledError:
        outcome = {"state": JobState.CANCELLED}
    except FaultError as error:
        outcome = {"state": JobState.FAILED, **_told(error)}
    except Exception as error:  # whatever a task raises is its failure, not the worker's
        LOG.exception("Job %s failed", job.pk)
        outcome = {
            "state": JobState.FAILED,
            **_told(FaultError.of("job_crashed", kind=type(error).__name__)),
            "traceback": traceback.format_exc(),
        }
    finally:
        CURRENT.handle = None
        end_beat()
    handle.flush()
    mine = Job.objects.filter(pk=job.pk, tries=job.tries, state=JobState.RUNNING)
    mine.update(finished_at=machine_now(), **outcome)


def _told(error: FaultError) -> dict[str, str]:
    """Return a fault as the columns of a job."""
    return {"error": str(error), "error_de": str(error.told("de"))}
