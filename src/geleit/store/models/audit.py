"""The audit trail."""

from typing import ClassVar

from django.db import models


class AuditEntry(models.Model):
    """Who did what and when, from what to what. Entries are added, never changed.

    Parameters
    ----------
    actor
        Who, in words that stay when the account is gone: an address, ``system``, or ``link:`` and its purpose.
    action
        Verb and noun: ``publish_programme``.
    subject
        What it was done to: ``item:visit-amazon``.
    before, after
        Plain values of what changed; None where there was or is nothing.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="audit", null=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=254)
    account = models.ForeignKey("store.Account", models.SET_NULL, related_name="+", null=True)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [
            models.Index(fields=["trip", "-id"], name="audit_of_trip"),
            models.Index(fields=["trip", "subject"], name="audit_of_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.action} {self.subject}"
