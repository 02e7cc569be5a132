"""Forms that have been taken."""

from typing import ClassVar

from django.db import models


class TakenForm(models.Model):
    """A form that made something: sent twice (a double click, a page gone back to), it makes nothing more.

    Parameters
    ----------
    token
        Drawn when the form was shown; each is taken once.
    subject
        What came of it: the key of a trip, the id of a row.
    """

    token = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey("store.Account", models.CASCADE, related_name="+")
    subject = models.CharField(max_length=200)
    taken_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(token=""), name="taken_form_has_token"),
        ]

    def __str__(self) -> str:
        return self.subject
