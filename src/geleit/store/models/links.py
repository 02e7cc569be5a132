"""Personal links: the way in for those without an account."""

from typing import ClassVar

from django.db import models


class PersonalLink(models.Model):
    """A link that opens one thing for one person. Only the token's hash is kept.

    Parameters
    ----------
    token_hash
        SHA-256 of the random token, in hexadecimal.
    purpose
        What it opens: ``delegate``, ``application``, ``host_request``, ...
    subject
        Whose or which: the key or number of what it opens, unique within purpose and trip.
    label
        For people: whom it was given to.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="links", null=True)
    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=40)
    subject = models.CharField(max_length=200)
    label = models.CharField(max_length=254, blank=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    used_count = models.PositiveIntegerField(default=0)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["trip", "purpose", "subject"], name="link_of_subject")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")), name="link_expires_later"
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose}:{self.subject}"
