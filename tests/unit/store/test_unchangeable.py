"""What is published or recorded cannot be edited, whoever tries."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, models, transaction

from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.keep_draft import keep_draft
from geleit.services.publish_programme import publish_programme
from geleit.store.models import AuditEntry, Draft, ProgrammeVersion, TripRow, TripSnapshot
from tests.factories import make_programme, make_trip

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _published() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)
    draft = keep_draft(trip=make_trip(), programme=make_programme(), by=SYSTEM, now=NOW)
    publish_programme(draft=draft.pk, expected_version=1, by=SYSTEM, now=NOW)


@pytest.mark.parametrize(
    ("model", "column", "value"),
    [
        (ProgrammeVersion, "note", "new"),
        (ProgrammeVersion, "programme", {}),
        (ProgrammeVersion, "number", 7),
        (TripSnapshot, "data", {}),
        (AuditEntry, "actor", "somebody else"),
        (AuditEntry, "after", None),
    ],
)
def test_the_database_refuses_a_change(model: type[models.Model], column: str, value: object) -> None:
    with pytest.raises(DatabaseError, match="is never edited"), transaction.atomic():
        model._default_manager.update(**{column: value})


def test_a_draft_may_change() -> None:
    assert Draft.objects.update(note="new") == 1


def test_a_trip_may_go_with_all_that_belongs_to_it() -> None:
    row = TripRow.objects.get()
    Draft.objects.all().delete()
    ProgrammeVersion.objects.all().delete()

    row.delete()

    counts = [model._default_manager.count() for model in (TripRow, TripSnapshot, AuditEntry)]
    assert counts == [0, 0, 0]
