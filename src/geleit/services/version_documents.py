"""The documents of a published version: made once by a worker, kept beside the store, handed out from there."""

import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.tasks import task

from geleit.documents.bundle.plan import (
    INDEX,
    agenda_name,
    booklet_name,
    calendar_name,
    editions,
    html_name,
    language_of,
    office_language,
    workbook_name,
)
from geleit.documents.view import Audience
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.services.audit import record_audit
from geleit.services.faults import NotFoundError, file_faults
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.jobs.handle import current_job
from geleit.services.jobs.manage import JobView, enqueue_job, newest_job
from geleit.services.read_published import Published, read_published
from geleit.services.render_documents import RenderProgress, languages_of, render_documents
from geleit.store.models import Job, JobState

ARCHIVE: Final = "all.zip"


class DocumentKind(StrEnum):
    """What a document is."""

    BOOKLET = "booklet"
    AGENDA = "agenda"
    CALENDAR = "calendar"
    PAGE_PUBLIC = "page_public"
    PAGE_DELEGATION = "page_delegation"
    PAGE_ORGANISER = "page_organiser"
    WORKBOOK = "workbook"


_PAGES: Final[Mapping[Audience, DocumentKind]] = {
    Audience.PUBLIC: DocumentKind.PAGE_PUBLIC,
    Audience.DELEGATION: DocumentKind.PAGE_DELEGATION,
    Audience.ORGANISER: DocumentKind.PAGE_ORGANISER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document of a version.

    Parameters
    ----------
    name
        Path below the version's folder.
    person
        Whose agenda it is; empty for all else.
    size_bytes
        None while it is not made.
    """

    kind: DocumentKind
    name: str
    lang: Language
    person: str
    size_bytes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionDocuments:
    """All documents of a version, and how far making them is.

    Parameters
    ----------
    archive_bytes
        Size of the archive of all; None while it is not made.
    job
        The newest work on them; None when nobody has asked.
    """

    version: Published
    lines: tuple[DocumentLine, ...]
    archive_bytes: int | None
    job: JobView | None

    @property
    def is_ready(self) -> bool:
        """Whether all are made."""
        return self.archive_bytes is not None


def read_documents(*, trip: str, number: int | None = None) -> VersionDocuments:
    """Return the documents of a version and how far they are.

    Parameters
    ----------
    number
        Of the version; None for the newest.

    Raises
    ------
    NotFoundError
        When the trip has no such version.
    """
    version = read_published(key=trip, number=number)
    folder = folder_of(trip, version.number)
    archive = folder / ARCHIVE
    return VersionDocuments(
        version=version,
        lines=tuple(_sized(folder, line) for line in _lines(version.trip)),
        archive_bytes=archive.stat().st_size if archive.is_file() else None,
        job=newest_job(key=trip, subject=_subject(version.number)),
    )


def make_documents(*, trip: str, number: int, by: Actor, now: datetime) -> Job | None:
    """Have the documents of a version made by a worker; None when they are there already.

    Asked for again while a worker is at it, that job is returned.

    Raises
    ------
    NotFoundError
        When the trip has no such version.
    """
    version = read_published(key=trip, number=number)
    if (folder_of(trip, version.number) / ARCHIVE).is_file():
        return None
    subject = _subject(version.number)
    with transaction.atomic():
        row = find_trip_row(key=trip)
        waiting = (JobState.WAITING, JobState.RUNNING)
        known = Job.objects.filter(trip=row, subject=subject, state__in=waiting, cancel_asked=False).first()
        if known is not None:
            return known
        args = {"trip": trip, "number": version.number}
        job = enqueue_job(task=documents_task, args=args, subject=subject, trip=row)
        record_audit(
            action="make_documents",
            subject=f"version:{version.number}",
            by=by,
            now=now,
            trip=row,
        )
    return job


def open_document(*, trip: str, number: int, name: str) -> Path:
    """Return the file of a document, or of the archive of all.

    Raises
    ------
    NotFoundError
        When the version has no document of that name, or it is not made yet.
    """
    version = read_published(key=trip, number=number)
    if name not in {ARCHIVE, INDEX, *(line.name for line in _lines(version.trip))}:
        raise NotFoundError.of("document_unknown", number=number, name=name)
    path = folder_of(trip, number) / name
    if not path.is_file():
        raise NotFoundError.of("document_not_made", name=name)
    return path


def folder_of(trip: str, number: int) -> Path:
    """Return where the documents of a version are kept; they can be made again, so a backup leaves them out."""
    return Path(settings.GELEIT.data) / "documents" / trip / str(number)


@task
def documents_task(*, trip: str, number: int) -> dict[str, Any]:
    """Make all documents of a version aside and put them in their place at once: all of them, or none."""
    job = current_job()
    version = read_published(key=trip, number=number)
    folder = folder_of(trip, number)
    aside = folder.with_name(f"{number}.making-{job.id.hex[:8]}-{job.attempt}")

    def tell(progress: RenderProgress) -> None:
        job.raise_if_cancelled()
        job.tell({"done": progress.done, "total": progress.total})

    try:
        files = render_documents(
            trip=version.trip,
            programme=version.programme,
            folder=aside,
            now=version.published_at,
            on_progress=tell,
        )
        _pack(aside, files)
        job.raise_if_cancelled()
        _put(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return {"files": len(files)}


def _pack(folder: Path, files: tuple[Path, ...]) -> None:
    with (
        file_faults(folder / ARCHIVE, done="written"),
        zipfile.ZipFile(folder / ARCHIVE, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for path in files:
            archive.write(path, path.relative_to(folder).as_posix())


def _put(aside: Path, folder: Path) -> None:
    """Move what was made to its place; what another worker has put there meanwhile is the same and stays."""
    with file_faults(folder, done="written"):
        if (folder / ARCHIVE).is_file():
            return
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)


def _subject(number: int) -> str:
    return f"documents:{number}"


def _sized(folder: Path, line: DocumentLine) -> DocumentLine:
    path = folder / line.name
    size = path.stat().st_size if path.is_file() else None
    return replace(line, size_bytes=size)


def _lines(trip: Trip) -> tuple[DocumentLine, ...]:
    languages = languages_of(trip)
    found = [(DocumentKind.BOOKLET, booklet_name(lang), lang, "") for lang in languages]
    found += [
        (_PAGES[audience], html_name(audience, lang), lang, "")
        for audience in _PAGES
        for lang in languages
        if audience in editions(lang)
    ]
    office = office_language(languages)
    found.append((DocumentKind.WORKBOOK, workbook_name(office), office, ""))
    found += [(DocumentKind.CALENDAR, calendar_name(lang), lang, "") for lang in languages]
    for person in trip.delegates:
        lang = language_of(person, languages)
        found.append((DocumentKind.AGENDA, agenda_name(person.id, "pdf"), lang, person.name))
        found.append((DocumentKind.AGENDA, agenda_name(person.id, "ics"), lang, person.name))
    return tuple(
        DocumentLine(kind=kind, name=name, lang=lang, person=person, size_bytes=None)
        for kind, name, lang, person in found
    )
