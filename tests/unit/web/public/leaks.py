"""A trip full of what the public must never be told."""

from dataclasses import replace
from typing import Any

from geleit.domain.dates import EdtfDate
from geleit.domain.hosts import Contact, Host, HostRequest
from geleit.domain.items import Item
from geleit.domain.kinds import HostKind
from geleit.domain.status import Announcement, Publication, RequestStatus
from geleit.domain.text import Text
from geleit.domain.trip import Call, Trip
from tests.factories import change_delegate, change_item, make_item, make_trip

SECRET = "Geheim"  # noqa: S105 # the word that must never be seen
HIDDEN_ITEMS = ("idea", "declined", "inside", "delegation", "beta")
"""The last of them has sessions in the programme."""


def leaky_trip() -> Trip:
    """Return the tiny trip with a secret in everything that is not public."""
    trip = make_trip(
        languages=("de", "en", "zh"),
        call=Call(deadline=EdtfDate.parse("2025-03-21"), places=6, contact_email="reise@agentur.example"),
        hosts=(
            _host("open-host", "Offenes Haus"),
            _host("secret-host", f"{SECRET}es Haus"),
        ),
    )
    trip = replace(trip, items=(*trip.items, *_hidden()))
    trip = change_item(trip, "acme", host="open-host", title=Text.of("Besuch bei Acme"))
    for person in ("anna", "bert", "clara"):
        trip = change_delegate(trip, person, name=f"{SECRET} {person}")
    return change_item(
        trip, "beta", publication=Publication.INTERNAL, title=Text.of(f"{SECRET} beta"), host="secret-host"
    )


def _host(host: str, name: str) -> Host:
    contact = Contact(name=f"{SECRET} Kontakt", email=f"{SECRET}@host.example", phone="+49 111 222")
    return Host(id=host, name=Text.of(name), kind=HostKind.COMPANY, contacts=(contact,))


def _hidden() -> tuple[Item, ...]:
    def hidden(item: str, **changes: Any) -> Item:
        return make_item(
            item,
            title=Text.of(f"{SECRET} {item}"),
            description=Text.of(f"{SECRET}e Beschreibung"),
            host="secret-host",
            **changes,
        )

    planned = Announcement.PLANNED
    return (
        hidden("idea", request=HostRequest(status=RequestStatus.IDEA)),
        hidden("declined", request=HostRequest(status=RequestStatus.DECLINED), announced=planned),
        hidden("inside", publication=Publication.INTERNAL, announced=planned),
        hidden("delegation", publication=Publication.DELEGATION, announced=planned),
    )
