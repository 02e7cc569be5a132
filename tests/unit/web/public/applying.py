"""What tests of applications through the web share: a published call, and forms that can be sent."""

from datetime import UTC, datetime
from typing import Protocol, cast
from urllib.parse import urlsplit

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from geleit.domain.trip import Trip
from geleit.services.demo_clock import set_demo_clock
from geleit.services.guard import SYSTEM
from geleit.services.machine_clock import machine_now
from geleit.services.set_selection import set_terms
from geleit.store.models import ApplicationRow
from geleit.web.public.apply.guards import new_form_key
from tests.applications import LATE, NOW, TERMS, apply_trip
from tests.unit.web.publishing import publish

START = "/de/trips/tiny/apply/"
LONG_AGO_S = 60
PDF = b"%PDF-1.7 sample"


def open_call() -> Trip:
    """Publish the tiny trip with a call until 21 March 2025, on 3 March."""
    trip = apply_trip()
    publish(trip)
    set_terms(trip=trip.id, terms=TERMS, by=SYSTEM, now=NOW)
    move_clock(NOW)
    cache.clear()
    return trip


def move_clock(day: datetime = LATE) -> None:
    """Set what day it is."""
    set_demo_clock(shows=day, machine_now=machine_now(), by=SYSTEM)


def form_key() -> str:
    """Return the mark of a form that was opened a minute ago."""
    return new_form_key(int(datetime.now(UTC).timestamp()) - LONG_AGO_S)


def filled(number: int = 1, /, **changes: object) -> dict[str, object]:
    """Return a form in which everything is filled in that must be; a change of None leaves a field out."""
    data: dict[str, object] = {
        "form_key": form_key(),
        "action": "save",
        "contact-name": "Anna Muster",
        "contact-email": f"anna@muster{number}.example",
        "company-name": f"Muster {number} GmbH",
        "company-kind": "company",
        "company-town": "Jena",
        "company-country": "DE",
        "company-region": "ost",
        "company-employees": "40",
        "company-turnover_eur": "5.000.000",
        "company-other_sector": "Optik",
        "aim": "Wir suchen Partner.",
        "people-0-name": "Anna Muster",
        "people-0-function": "Leitung",
        "people-0-gender": "woman",
        "wish-acme": "4",
        "de_minimis-is_confirmed": "on",
        "accepts_terms": "on",
    }
    return {key: value for key, value in {**data, **changes}.items() if value is not None}


def upload(name: str = "profil.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    """Return a file to send; its name and declared type say nothing about its content."""
    return SimpleUploadedFile(name, content, "application/pdf")


def begin(client: Client, number: int = 1, /, **changes: object) -> str:
    """Send a first form, and return the address of the personal link."""
    response = client.post(START, filled(number, **changes))
    assert response.status_code == 302, response.content.decode()
    return urlsplit(response.headers["Location"]).path


def revise(client: Client, address: str, /, **changes: object) -> HttpResponse:
    """Send the form of an application again, based on its newest version unless another is named."""
    row = ApplicationRow.objects.order_by("-pk").first()
    assert row is not None
    data = filled(form_key=None, version=str(row.version))
    sent = {key: value for key, value in {**data, **changes}.items() if value is not None}
    return cast("HttpResponse", client.post(address, sent))


def kept() -> ApplicationRow:
    """Return the one application there is."""
    return ApplicationRow.objects.get()


class Sent(Protocol):
    """An answer of any kind."""

    @property
    def content(self) -> bytes:
        """Its body."""


def text_of(response: Sent) -> str:
    """Return a page's HTML."""
    return response.content.decode()
