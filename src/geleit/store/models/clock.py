"""The demonstration's clock."""

from typing import ClassVar

from django.db import models


class DemoClock(models.Model):
    """One row: what the demonstration's clock showed when the machine's showed something else."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    shows = models.DateTimeField()
    set_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="one_demo_clock")]

    def __str__(self) -> str:
        return self.shows.isoformat()
