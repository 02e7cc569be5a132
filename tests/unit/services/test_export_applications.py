"""The workbook of applications says what the screens say."""

import io

import pytest
from openpyxl import load_workbook

from geleit.services.add_sample_applications import add_sample_applications
from geleit.services.compute_selection import compute_selection
from geleit.services.export_applications import export_applications
from geleit.services.guard import SYSTEM
from geleit.store.models import AuditEntry
from tests.applications import NOW
from tests.published import publish_trip, reviewer

pytestmark = pytest.mark.django_db


def test_every_application_stands_in_the_workbook_with_its_proposal() -> None:
    trip, by = publish_trip(), reviewer()
    add_sample_applications(trip=trip.id, reviewers=(by.account or 0,), by=SYSTEM, now=NOW)
    made = compute_selection(trip=trip.id, by=SYSTEM, now=NOW)

    book = load_workbook(io.BytesIO(export_applications(trip=trip.id, lang="de", by=SYSTEM, now=NOW)))

    rows = list(book["Bewerbungen"].iter_rows(values_only=True))
    assert book.sheetnames == ["Bewerbungen", "Personen", "Zusammensetzung"]
    assert len(rows) == 91
    assert {row[0] for row in rows[1:] if row[4] == "ja"} == set(made.outcome.chosen)
    assert {row[-1] for row in rows[1:]} == {"ja"}
    assert [row[3] for row in list(book["Zusammensetzung"].iter_rows(values_only=True))[1:]] == ["ja"] * len(
        made.question.mix.rules
    )
    assert AuditEntry.objects.filter(action="export_applications").count() == 1


def test_a_trip_without_applications_has_an_empty_workbook() -> None:
    trip = publish_trip()

    book = load_workbook(io.BytesIO(export_applications(trip=trip.id, lang="en", by=SYSTEM, now=NOW)))

    assert (book.sheetnames, book["Applications"].max_row) == (["Applications", "People"], 1)
