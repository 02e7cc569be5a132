"""Trips."""

from typing import ClassVar

from django.db import models


class TripRow(models.Model):
    """A trip. Its parts stand in rows of their own; ``data`` holds the rest of `domain.Trip` as JSON.

    ``label``, ``starts_on``, ``ends_on`` and ``deadline`` repeat what ``data`` says, for lists to filter and sort by;
    ``store.convert`` writes them together. ``version`` grows with every change of the trip or of any of its parts.
    ``erased_at`` is when the personal data of those who applied and travelled were erased; None
    as long as they are there.
    """

    key = models.SlugField(max_length=80, unique=True)
    label = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()
    deadline = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    data = models.JSONField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["starts_on", "key"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="trip_ends_after_start"
            ),
            models.CheckConstraint(condition=~models.Q(key=""), name="trip_has_key"),
        ]

    def __str__(self) -> str:
        return self.key
