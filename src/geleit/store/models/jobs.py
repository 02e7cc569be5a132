"""Background work."""

import uuid
from typing import ClassVar

from django.db import models


class JobState(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


class Job(models.Model):
    """A task of ``django.tasks`` on its way through a worker. Times are the machine's, not the demonstration's.

    Parameters
    ----------
    task
        Where the task function is: module and name.
    args
        ``{"args": [...], "kwargs": {...}}``.
    subject
        What it is about, for pages to find it: ``plan``.
    progress
        What the task tells while it runs: at least ``done`` and ``total``; a plan tells its curve.
    seen_at
        Last sign of life of its worker.
    tries
        How often it was begun; a worker that dies takes one of ``max_tries`` with it.
    error, error_de
        For people, in English and in German.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="jobs", null=True)
    task = models.CharField(max_length=200)
    args = models.JSONField()
    subject = models.CharField(max_length=100, blank=True)
    queue = models.CharField(max_length=32, default="default")
    priority = models.SmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    progress = models.JSONField(default=dict)
    result = models.JSONField(null=True)
    error = models.TextField(blank=True)
    error_de = models.TextField(blank=True)
    traceback = models.TextField(blank=True)
    cancel_asked = models.BooleanField(default=False)
    worker = models.CharField(max_length=80, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    max_tries = models.PositiveSmallIntegerField(default=2)
    queued_at = models.DateTimeField()
    run_after = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-queued_at", "id"]
        indexes: ClassVar = [
            models.Index(fields=["state", "-priority", "queued_at"], name="job_next"),
            models.Index(fields=["trip", "subject", "-queued_at"], name="job_of_trip"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(state__in=JobState.values), name="job_state_known")
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.state}"
