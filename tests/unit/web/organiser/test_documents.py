"""The documents of a version: who may have them made, who reads which, and what happens when a worker dies."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from geleit.services.jobs.worker import work_once
from geleit.services.machine_clock import machine_now
from geleit.services.version_documents import folder_of, read_documents
from geleit.store.models import AuditEntry, Job, JobState
from tests.unit.web.organiser.people import member, store
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db
PAGE = "/organise/tiny/documents/"


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    """Keep documents in a folder of the test's own."""
    settings.GELEIT = replace(settings.GELEIT, data=tmp_path)
    return tmp_path


@pytest.fixture
def organiser(client: Client) -> Client:
    """Sign an organiser in, with a published programme."""
    client.force_login(member(publish().trip, "organiser"))
    return client


@pytest.mark.django_db(transaction=True)
def test_documents_are_made_once_by_a_worker_and_then_given_one_by_one_or_all(organiser: Client) -> None:
    for _ in range(2):
        organiser.post(f"{PAGE}1/make/")
    waiting = organiser.get(PAGE).content.decode()
    work_once(name="test")
    made = (folder_of("tiny", 1) / "all.zip").stat().st_mtime_ns
    organiser.post(f"{PAGE}1/make/")
    lines = read_documents(trip="tiny").lines
    answers = {
        name: organiser.get(f"{PAGE}1/file/{name}") for name in [*(line.name for line in lines), "all.zip"]
    }
    bodies = {name: b"".join(answer.streaming_content) for name, answer in answers.items()}  # type: ignore[attr-defined] # files are read in pieces

    assert 'hx-get="/organise/tiny/documents/1/progress/"' in waiting
    assert {answer.status_code for answer in answers.values()} == {200}
    assert (bodies["booklet.de.pdf"][:4], bodies["organiser.de.xlsx"][:2]) == (b"%PDF", b"PK")
    archive = zipfile.ZipFile(io.BytesIO(bodies["all.zip"]))
    assert set(archive.namelist()) == {"index.html", *(line.name for line in lines)}
    page = answers["programme.de.html"].headers
    assert page["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert page["Cache-Control"] == "private, max-age=86400"
    assert (folder_of("tiny", 1) / "all.zip").stat().st_mtime_ns == made
    assert AuditEntry.objects.get(action="make_documents").subject == "version:1"
    assert Job.objects.count() == 1


def test_a_worker_that_is_silent_is_told(organiser: Client) -> None:
    organiser.post(f"{PAGE}1/make/")
    Job.objects.update(state=JobState.RUNNING, seen_at=machine_now() - timedelta(minutes=5), tries=1)

    page = organiser.get(PAGE, headers={"Accept-Language": "en"}).content.decode()

    assert "The background worker is silent." in page


def test_documents_that_fail_say_why_and_can_be_asked_for_again(organiser: Client, data: Path) -> None:
    (data / "documents").write_text("a file where a folder should be")
    organiser.post(f"{PAGE}1/make/")
    for _ in range(3):
        work_once(name="test")

    page = organiser.get(PAGE, headers={"Accept-Language": "en"}).content.decode()

    assert "The documents were not made" in page
    assert f'action="{PAGE}1/make/"' in page
    assert read_documents(trip="tiny").is_ready is False


@pytest.mark.parametrize(
    "name", ["../../secret.yaml", "booklet.fr.pdf", "agendas/nobody.pdf", "all.zip", "%2e%2e/x"]
)
def test_what_is_no_document_of_the_version_or_not_made_yet_is_not_there(
    organiser: Client, name: str
) -> None:
    assert organiser.get(f"{PAGE}1/file/{name}").status_code == 404


@pytest.mark.parametrize(
    ("role", "status"), [("owner", 200), ("organiser", 200), ("reader", 200), ("partner", 404)]
)
def test_who_may_see_the_programme_may_read_its_documents(client: Client, role: str, status: int) -> None:
    client.force_login(member(publish().trip, role))

    assert client.get(PAGE).status_code == status
    assert client.get(f"{PAGE}1/").status_code == status
    assert client.get(f"{PAGE}7/").status_code == 404
    assert client.post(f"{PAGE}1/make/").status_code == (302 if status == 200 else 404)


def test_a_reader_is_not_offered_what_only_organisers_do(client: Client) -> None:
    client.force_login(member(publish().trip, "reader"))

    page = client.get(PAGE).content.decode()

    assert "/organise/tiny/workbook/" not in page
    assert "/organise/tiny/delegate-links/" not in page


def test_before_anything_is_published_the_page_says_what_is_missing(client: Client) -> None:
    client.force_login(member(store(), "organiser"))

    page = client.get(PAGE, headers={"Accept-Language": "en"}).content.decode()

    assert "Nothing published yet" in page
