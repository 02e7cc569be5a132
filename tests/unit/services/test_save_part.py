"""One part of a trip at a time, and nobody's work written over."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from geleit.domain.items import Pin, PinKind
from geleit.domain.kinds import Role
from geleit.domain.people import Delegate, Wish
from geleit.services.faults import FaultError, OvertakenError
from geleit.services.find_trip import read_stored_trip
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.save_part import remove_part, save_part
from geleit.store.models import AuditEntry, TripRow
from tests.factories import make_trip

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
TRIP = make_trip().id
ACME = make_trip().item_by_id["acme"]


@pytest.fixture(autouse=True)
def _imported() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)


def test_a_change_is_kept_and_only_it_is_recorded() -> None:
    changed = replace(ACME, weight=5)

    row = save_part(key=TRIP, value=changed, by=SYSTEM, now=NOW, expected_version=1)

    assert read_stored_trip(key=TRIP).item_by_id["acme"] == changed
    entry = AuditEntry.objects.first()
    assert entry is not None
    assert (entry.subject, entry.after) == ("items:acme", {"weight": 5})
    assert (row.version, TripRow.objects.get().version) == (2, 2)


def test_the_second_of_two_is_told_and_changes_nothing() -> None:
    save_part(key=TRIP, value=replace(ACME, weight=5), by=SYSTEM, now=NOW, expected_version=1)

    with pytest.raises(OvertakenError, match="The entry acme"):
        save_part(key=TRIP, value=replace(ACME, weight=1), by=SYSTEM, now=NOW, expected_version=1)

    assert read_stored_trip(key=TRIP).item_by_id["acme"].weight == 5


def test_a_new_delegate_comes_last_with_wishes() -> None:
    new = Delegate(id="zoe", name="Zoë", role=Role.BUSINESS, wishes=(Wish(item="acme", strength=5),))

    save_part(key=TRIP, value=new, by=SYSTEM, now=NOW, expected_version=None)

    assert read_stored_trip(key=TRIP).delegates == (*make_trip().delegates, new)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (replace(ACME, id="new", host="nobody"), "no 'nobody' among the trip's hosts"),
        (replace(ACME), "'acme' among the trip's items already"),
        (
            Delegate(id="zoe", name="Zoë", role=Role.BUSINESS, wishes=(Wish(item="nothing"),)),
            "no 'nothing' among the trip's items",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(value: Delegate, told: str) -> None:
    with pytest.raises(FaultError, match=told):
        save_part(key=TRIP, value=value, by=SYSTEM, now=NOW, expected_version=None)

    assert read_stored_trip(key=TRIP) == make_trip()


def test_pins_come_and_go() -> None:
    pin = Pin(kind=PinKind.GROUP, item="acme", group="1")

    row = save_part(key=TRIP, value=pin, by=SYSTEM, now=NOW, expected_version=None)
    with_pin = read_stored_trip(key=TRIP).pins
    remove_part(key=TRIP, name="pins", part_key=row.key, expected_version=1, by=SYSTEM, now=NOW)

    assert (with_pin, read_stored_trip(key=TRIP).pins) == ((*make_trip().pins, pin), make_trip().pins)


def test_what_is_in_use_is_not_removed() -> None:
    with pytest.raises(FaultError, match="still used by"):
        remove_part(key=TRIP, name="places", part_key=ACME.place, expected_version=1, by=SYSTEM, now=NOW)

    assert read_stored_trip(key=TRIP) == make_trip()
