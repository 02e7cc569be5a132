"""What the delegates' own pages need besides the trip: addresses, acknowledgements, who may be listed."""

from typing import ClassVar

from django.db import models


class Attendance(models.TextChoices):
    """Whether somebody came along, as it is recorded after the trip."""

    TRAVELLED = "travelled"
    NO_SHOW = "no_show"


class DelegatePage(models.Model):
    """One person's own pages. They outlive a trip that is imported anew, so the person is named by key.

    Parameters
    ----------
    delegate
        Id of the person in the trip.
    email
        Where the personal link goes; empty while nobody has named an address.
    attendance
        Whether the person travelled; empty as long as nobody has said so.
    is_listed
        The person has agreed that fellow delegates see name and organisation.
    known_version
        Number of the newest programme version that the person has acknowledged; None before the first link.
    """

    trip = models.ForeignKey("store.TripRow", models.CASCADE, related_name="delegate_pages")
    delegate = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    is_listed = models.BooleanField(default=False)
    known_version = models.PositiveIntegerField(null=True)
    known_at = models.DateTimeField(null=True)
    attendance = models.CharField(max_length=10, choices=Attendance.choices, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["trip", "delegate"], name="delegate_page_once"),
            models.CheckConstraint(condition=~models.Q(delegate=""), name="delegate_page_has_key"),
            models.CheckConstraint(
                condition=models.Q(attendance__in=["", *Attendance.values]), name="delegate_attendance_known"
            ),
        ]

    def __str__(self) -> str:
        return self.delegate


class DelegateDesk(models.Model):
    """What an organiser decides for the delegates' pages of a trip.

    Parameters
    ----------
    wishes_until
        Last day on which delegates change their wishes; None until the day before the trip begins.
    """

    trip = models.OneToOneField("store.TripRow", models.CASCADE, related_name="delegate_desk")
    wishes_until = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.wishes_until}"
