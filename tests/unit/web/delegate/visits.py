"""A delegate with a link, for tests of the delegates' pages."""

from datetime import datetime

from django.test import Client

from geleit.services.demo_clock import set_demo_clock
from geleit.services.guard import SYSTEM
from geleit.services.invite_delegates import invite_delegates
from geleit.services.machine_clock import machine_now
from geleit.store.models import OutboxMail, TripRow
from tests.factories import instant

NOW = instant("2025-05-19 08:00")
"""Monday morning in Washington: the briefing is next, then Acme for the first group."""
HOST = "http://testserver"


def link_of(trip: TripRow, delegate: str = "anna", *, now: datetime = NOW) -> str:
    """Mail a delegate a link and return the path that stands in the mail."""
    invite_delegates(
        trip=trip.key,
        emails={delegate: f"{delegate}@company.example"},
        link_to=lambda token: f"{HOST}/me/{token}/",
        by=SYSTEM,
        now=now,
    )
    mail = OutboxMail.objects.filter(dedupe_key__startswith=f"delegate:{trip.key}:{delegate}:").last()
    assert mail is not None
    return next(line for line in mail.text.splitlines() if line.startswith(HOST)).removeprefix(HOST)


def set_clock(shows: datetime) -> None:
    """Let the application's clock show an instant, a second ago in the machine's time."""
    set_demo_clock(shows=shows, machine_now=machine_now(), by=SYSTEM)


def text(client: Client, path: str, lang: str = "de", status: int = 200) -> str:
    """Return a page's HTML."""
    answer = client.get(path, headers={"Accept-Language": lang})
    assert answer.status_code == status
    return answer.content.decode()
