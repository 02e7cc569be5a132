"""What a draft was before each change by hand, so that changes can be undone one by one."""

from typing import ClassVar

from django.db import models

from geleit.store.models.programmes import Draft, ProgrammeFields, TripSnapshot


class DraftStep(ProgrammeFields):
    """A draft as it was before one change.

    Parameters
    ----------
    version
        The draft's version before the change.
    action, subject
        What was done, as the audit calls it, and to which item or session.
    faults
        How many things the checker had found wrong before the change.
    parts
        What was changed in the trip besides: by item id, the pins and the item before and after.
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="steps")
    snapshot = models.ForeignKey(TripSnapshot, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    action = models.CharField(max_length=40)
    subject = models.CharField(max_length=200, blank=True)
    faults = models.PositiveIntegerField()
    parts = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=254)

    class Meta:
        ordering: ClassVar = ["-version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["draft", "version"], name="draft_step_once")]

    def __str__(self) -> str:
        return f"{self.action} of {self.draft}"
