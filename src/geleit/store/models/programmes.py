"""Programmes: drafts in progress, and published versions that nobody can change."""

from typing import ClassVar

from django.db import models


class TripSnapshot(models.Model):
    """A trip as it was when a programme was made of it: a programme can be shown only together with its trip."""

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="snapshots")
    digest = models.CharField(max_length=64)
    data = models.JSONField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["trip", "digest"], name="snapshot_once")]

    def __str__(self) -> str:
        return self.digest


class ProgrammeFields(models.Model):
    """What drafts and versions have in common; values as in `domain.programme.Value`, in eighths of a point."""

    snapshot = models.ForeignKey(TripSnapshot, models.PROTECT, related_name="+")
    programme = models.JSONField()
    seed = models.BigIntegerField(default=0)
    objective = models.BigIntegerField(null=True)
    bound = models.BigIntegerField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True


class Draft(ProgrammeFields):
    """A plan in progress.

    Parameters
    ----------
    based_on
        The published version it started from; None where there was none.
    version
        Grows with every change; who changes a draft says which version it was based on.
    published_as
        The version it became.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="drafts")
    based_on = models.ForeignKey(
        "store.ProgrammeVersion", models.SET_NULL, related_name="drafts_from", null=True
    )
    published_as = models.ForeignKey("store.ProgrammeVersion", models.CASCADE, related_name="+", null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    created_by = models.ForeignKey("store.Account", models.SET_NULL, related_name="+", null=True)

    class Meta:
        ordering: ClassVar = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return f"draft {self.pk} of {self.trip}"


class ProgrammeVersion(ProgrammeFields):
    """A published programme: numbered per trip, never edited; the next one is. The database refuses changes."""

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="programmes")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=254, blank=True)

    class Meta:
        ordering: ClassVar = ["trip", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["trip", "number"], name="programme_number_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="programme_number_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.trip} {self.number}"
