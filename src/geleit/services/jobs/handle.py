"""What a task knows of its job: how to tell of its progress, and whether it is to stop."""

import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from django.db import close_old_connections, connection

from geleit.services.machine_clock import machine_now
from geleit.store.models import Job, JobState

TELL_EVERY_S = 0.25
"""Progress goes to the store no more often."""
BEAT_EVERY_S = 1.0
"""A running job gives a sign of life, and looks whether it is to stop, this often."""
LOST_AFTER_S = 15.0
"""A job whose last sign of life is older has lost its worker."""


class JobCancelledError(Exception):
    """A task stopped because it was asked to."""


class JobHandle:
    """A running job, as its task sees it. Times are the machine's.

    Parameters
    ----------
    attempt
        The number of this try: what an earlier, lost try still says is not listened to.
    """

    def __init__(self, job: Job) -> None:
        self.id = job.pk
        self.attempt = job.tries
        self._stop = threading.Event()
        self._over = threading.Event()
        self._told_at = 0.0
        self._untold: Mapping[str, Any] | None = None

    def is_cancelled(self) -> bool:
        """Whether the task is to stop: cancelled by a person, or given to another worker."""
        return self._stop.is_set()

    def raise_if_cancelled(self) -> None:
        """Stop here if the task is to stop.

        Raises
        ------
        JobCancelledError
            To be let through.
        """
        if self.is_cancelled():
            raise JobCancelledError

    def tell(self, progress: Mapping[str, Any]) -> None:
        """Tell how far the task is; what comes too fast is kept until ``TELL_EVERY_S`` have passed."""
        self._untold = progress
        if time.monotonic() - self._told_at >= TELL_EVERY_S:
            self.flush()

    def flush(self) -> None:
        """Write the newest progress now."""
        if self._untold is not None:
            self._mine().update(progress=self._untold)
            self._told_at, self._untold = time.monotonic(), None

    def beat_until_over(self) -> Callable[[], None]:
        """Give signs of life from a thread of its own; call what is returned when the task is over."""
        thread = threading.Thread(target=self._beat, name=f"job-{self.id}", daemon=True)
        thread.start()

        def end() -> None:
            self._over.set()
            thread.join()

        return end

    def _beat(self) -> None:
        try:
            while not self._over.wait(BEAT_EVERY_S):
                close_old_connections()
                self.beat()
        finally:
            connection.close()

    def beat(self) -> None:
        """Give one sign of life, and look whether the task is to stop."""
        is_mine = self._mine().update(seen_at=machine_now())
        if not is_mine or self._mine().filter(cancel_asked=True).exists():
            self._stop.set()

    def _mine(self) -> Any:  # noqa: ANN401 # a queryset of jobs
        return Job.objects.filter(pk=self.id, tries=self.attempt, state=JobState.RUNNING)


class _Current(threading.local):
    handle: JobHandle | None = None


CURRENT = _Current()


def current_job() -> JobHandle:
    """Return the job that this thread works on; a task calls it first.

    Raises
    ------
    LookupError
        Outside a worker.
    """
    if CURRENT.handle is None:
        raise LookupError("no job runs in this thread; tasks are run by a worker")
    return CURRENT.handle
