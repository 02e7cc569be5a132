"""Mail on its way out."""

from typing import ClassVar

from django.db import models


class MailState(models.TextChoices):
    """Where a mail stands."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class OutboxMail(models.Model):
    """One mail to one address.

    Parameters
    ----------
    dedupe_key
        The same key is never queued twice: ``receipt:17``.
    attachments
        List of ``{"name", "type", "content"}``, the content in base64.
    next_try_at
        Not before this moment of the machine's clock.
    message_id
        Given once, so that a mail sent twice by a mail server's fault is seen as one.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="mails", null=True)
    dedupe_key = models.CharField(max_length=200, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=500)
    text = models.TextField()
    html = models.TextField(blank=True)
    reply_to = models.EmailField(blank=True)
    attachments = models.JSONField(default=list)
    message_id = models.CharField(max_length=254, unique=True)
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.WAITING)
    tries = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField()
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [models.Index(fields=["state", "next_try_at"], name="mail_due")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(state__in=MailState.values), name="mail_state_known")
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
