"""The terms of taking part in a trip, version by version."""

from typing import ClassVar

from django.db import models


class TermsVersion(models.Model):
    """One wording of a trip's terms; added, never changed, so that it stays known what somebody agreed to.

    Parameters
    ----------
    text
        Wording by language.
    published_by
        Who wrote it, in words that stay when the account is gone.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="terms_versions")
    number = models.PositiveIntegerField()
    text = models.JSONField()
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=254)

    class Meta:
        ordering: ClassVar = ["trip", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["trip", "number"], name="terms_number_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="terms_number_from_1"),
        ]

    def __str__(self) -> str:
        return f"terms {self.number} of {self.trip}"
