"""Count what may not be asked for too often: one count for all processes and machines that share the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F

from geleit.store.models import AttemptCount

_SWEPT_EVERY: Final = 64
"""Each of so many first attempts takes away what is over."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often something was asked for within the span that runs.

    Parameters
    ----------
    count
        This one included.
    left_s
        Seconds until the span ends and the count begins anew.
    """

    count: int
    left_s: int


def count_attempt(*, name: str, span_s: int, machine_now: datetime) -> Attempts:
    """Count one attempt and return how many there are; no two at once are given the same number.

    Parameters
    ----------
    name
        What is asked for and by whom, at most 120 characters; nothing in it may tell who that is.
    span_s
        Seconds of a span; spans follow each other without a gap for all names alike.
    machine_now
        The machine's own present, whatever a demonstration shows.
    """
    seconds = int(machine_now.timestamp())
    span = seconds // span_s
    until_s = (span + 1) * span_s
    with transaction.atomic():
        row, is_new = AttemptCount.objects.get_or_create(name=f"{name}:{span}", defaults={"until_s": until_s})
        AttemptCount.objects.filter(pk=row.pk).update(count=F("count") + 1)  # holds the row until the end
        count = AttemptCount.objects.values_list("count", flat=True).get(pk=row.pk)
        if is_new and row.pk % _SWEPT_EVERY == 0:
            AttemptCount.objects.filter(until_s__lt=seconds).delete()
    return Attempts(count, until_s - seconds)
