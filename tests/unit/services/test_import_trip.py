"""Trips go into the store once, are replaced on purpose, and come out as files."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from geleit.domain.text import Text
from geleit.services.export_trip import export_trip, export_trip_text
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.services.find_trip import read_stored_trip
from geleit.services.guard import SYSTEM, Actor
from geleit.services.import_trip import import_trip
from geleit.store.models import AuditEntry, TripRow
from geleit.tripfile.load import trip_of_text
from tests.factories import make_trip

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)


def test_a_trip_is_exported_without_loss(tmp_path: Path) -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)

    text = export_trip_text(key=make_trip().id)
    folder = export_trip(key=make_trip().id, folder=tmp_path / "out")

    assert trip_of_text(text, "trip.yaml").trip == make_trip()
    assert (folder / "trip.yaml").is_file()


def test_a_trip_of_the_same_id_is_refused_unless_it_is_replaced() -> None:
    trip, other = make_trip(), replace(make_trip(), title=Text.of("Other"))
    import_trip(trip=trip, by=SYSTEM, now=NOW)

    with pytest.raises(FaultError, match="in the store already"):
        import_trip(trip=other, by=SYSTEM, now=NOW)
    before = read_stored_trip(key=trip.id)
    row = import_trip(trip=other, by=Actor(name="olga@example.org"), now=NOW, replace=True)

    assert (before, read_stored_trip(key=trip.id)) == (trip, other)
    assert (row.version, TripRow.objects.get().label) == (2, "Other")
    entry = AuditEntry.objects.first()
    assert entry is not None
    assert (entry.actor, entry.before, entry.after) == ("olga@example.org", {"version": 1}, {"version": 2})


def test_one_who_replaces_an_older_version_is_told() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW, replace=True, expected_version=1)

    with pytest.raises(OvertakenError, match="changed by somebody else"):
        import_trip(trip=make_trip(), by=SYSTEM, now=NOW, replace=True, expected_version=1)


@pytest.mark.parametrize(("text", "told"), [("a\0b", "null character"), ("a\ud800b", "lone surrogate")])
def test_what_no_database_keeps_is_refused_in_words(text: str, told: str) -> None:
    with pytest.raises(FaultError, match=told):
        import_trip(trip=replace(make_trip(), title=Text.of(text)), by=SYSTEM, now=NOW)

    assert TripRow.objects.count() == 0


def test_a_trip_that_is_not_there_is_named_with_the_nearest() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)

    with pytest.raises(NotFoundError, match=make_trip().id):
        export_trip_text(key=f"{make_trip().id}x")
