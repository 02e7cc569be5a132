"""The backend of ``django.tasks`` that keeps jobs in the store: no broker on SQLite, many workers on PostgreSQL."""

from typing import Any, override

from django.core.exceptions import ValidationError
from django.tasks.backends.base import BaseTaskBackend
from django.tasks.base import Task, TaskError, TaskResult, TaskResultStatus
from django.tasks.exceptions import TaskResultDoesNotExist
from django.utils.json import normalize_json
from django.utils.module_loading import import_string

from geleit.services.machine_clock import machine_now
from geleit.store.models import Job, JobState

STATUS = {
    JobState.WAITING: TaskResultStatus.READY,
    JobState.RUNNING: TaskResultStatus.RUNNING,
    JobState.DONE: TaskResultStatus.SUCCESSFUL,
    JobState.FAILED: TaskResultStatus.FAILED,
    JobState.CANCELLED: TaskResultStatus.FAILED,
}


class JobBackend(BaseTaskBackend):
    """Writes a `Job`; a worker finds it there. Enqueue inside a transaction: the job appears when it commits."""

    supports_defer = True
    supports_get_result = True
    supports_priority = True

    @override
    def enqueue(self, task: "Task[..., Any]", args: Any, kwargs: Any) -> "TaskResult[Any, Any]":
        """Keep a job for the task."""
        self.validate_task(task)
        job = Job.objects.create(
            task=task.module_path,
            args=normalize_json({"args": list(args), "kwargs": kwargs}),
            queue=task.queue_name,
            priority=task.priority,
            run_after=task.run_after,
            queued_at=machine_now(),
        )
        return task_result(job, self.alias)

    @override
    def get_result(self, result_id: str) -> "TaskResult[Any, Any]":
        """Return what became of a job.

        Raises
        ------
        TaskResultDoesNotExist
            When there is no such job.
        """
        try:
            return task_result(Job.objects.get(pk=result_id), self.alias)
        except (Job.DoesNotExist, ValidationError) as error:
            raise TaskResultDoesNotExist(result_id) from error


def task_result(job: Job, alias: str) -> "TaskResult[Any, Any]":
    """Return a job as ``django.tasks`` sees it."""
    result: TaskResult[Any, Any] = TaskResult(
        task=import_string(job.task),
        id=str(job.pk),
        status=STATUS[JobState(job.state)],
        enqueued_at=job.queued_at,
        started_at=job.started_at,
        last_attempted_at=job.started_at,
        finished_at=job.finished_at,
        args=job.args["args"],
        kwargs=job.args["kwargs"],
        backend=alias,
        errors=[TaskError(exception_class_path="", traceback=job.traceback)] if job.traceback else [],
        worker_ids=[job.worker] * job.tries,
    )
    object.__setattr__(result, "_return_value", job.result)  # as Django's own backends do
    return result
