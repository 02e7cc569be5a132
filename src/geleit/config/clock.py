"""The present, from one place: the machine's clock, or the demonstration's, which can be moved."""

from datetime import datetime

from django.conf import settings

from geleit.services.demo_clock import demo_offset
from geleit.services.machine_clock import machine_now


def present() -> datetime:
    """Return the present that people are shown and rules go by (aware, UTC)."""
    machine = machine_now()
    if not settings.GELEIT.demo:
        return machine
    return machine + demo_offset(start=settings.GELEIT.demo_start, machine_now=machine)
