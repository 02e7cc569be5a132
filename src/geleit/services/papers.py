"""The papers of an application: kept outside of everything that is served, and read for those who may."""

import hashlib
import re
import unicodedata
from datetime import datetime
from typing import Final

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from geleit.domain.applications.application import Paper, PaperKind
from geleit.domain.applications.terms import ApplicationTerms, media_type_of
from geleit.services.amend_application import require_changeable
from geleit.services.applications_common import find_application, new_reference, paper_of, terms_of
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.guard import Actor
from geleit.services.read_call import read_call
from geleit.store.models import ApplicationRow, PaperRow, SelectionRow

NAME_MAX: Final = 120
_ENDINGS: Final = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
_UNFIT: Final = re.compile(r"[\\/:*?\"<>|]")


def keep_paper(
    *, reference: str, kind: PaperKind, name: str, content: bytes, by: Actor, now: datetime
) -> Paper:
    """Keep a file. The same file twice is kept once.

    Parameters
    ----------
    name
        As the company calls the file; folders and characters that no file may have are taken out.
    content
        What the file is, its first bytes say; its name is not believed.

    Raises
    ------
    NotFoundError
        When there is no such application.
    FaultError
        When the file is too large, empty or of no kind that is taken, when there are too many, or when the
        application is past editing.
    """
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        row = find_application(reference=reference, is_locked=True)
        require_changeable(row, read_call(key=row.trip.key, now=now))
        known = PaperRow.objects.filter(application=row, sha256=digest).first()
        if known is not None:
            return paper_of(known)
        terms = terms_of(SelectionRow.objects.filter(trip=row.trip).first())
        media_type = _accepted(row, terms, name, content)
        paper = PaperRow(
            application=row,
            key=new_reference(),
            kind=kind.value,
            name=clean_name(name),
            media_type=media_type,
            size_bytes=len(content),
            sha256=digest,
            kept_at=now,
        )
        paper.file.save(f"{row.trip.key}-{paper.key}{_ENDINGS[media_type]}", ContentFile(content), save=False)
        stored_name = paper.file.name
        try:
            with transaction.atomic():
                paper.save(force_insert=True)
                record_audit(
                    action="keep_paper",
                    subject=f"application:{row.reference}",
                    by=by,
                    now=now,
                    trip=row.trip,
                    after={"paper": paper.key, "name": paper.name, "size_bytes": paper.size_bytes},
                )
        except IntegrityError:
            paper.file.storage.delete(str(stored_name))
            raise
    return paper_of(paper)


def _accepted(row: ApplicationRow, terms: ApplicationTerms, name: str, content: bytes) -> str:
    """Return what kind of file it is; refuse it where it is none that is taken."""
    media_type, shown = media_type_of(content), clean_name(name)
    if len(content) > terms.paper_max_bytes:
        size, most = len(content) / 1e6, terms.paper_max_bytes / 1e6
        raise FaultError.of("paper_too_large", name=shown, size=size, most=round(most))
    if media_type is None:
        raise FaultError.of("paper_kind", name=shown)
    if row.papers.count() >= terms.papers_max:
        raise FaultError.of("papers_full", most=terms.papers_max)
    return media_type


def remove_paper(*, reference: str, paper: str, by: Actor, now: datetime) -> None:
    """Remove a file; it is deleted when the change is committed.

    Raises
    ------
    NotFoundError
        When the application has no such paper.
    FaultError
        When the application is past editing.
    """
    with transaction.atomic():
        row = find_application(reference=reference, is_locked=True)
        require_changeable(row, read_call(key=row.trip.key, now=now))
        found = _paper_row(reference, paper)
        file, name = found.file, found.file.name
        record_audit(
            action="remove_paper",
            subject=f"application:{row.reference}",
            by=by,
            now=now,
            trip=row.trip,
            before={"paper": found.key, "name": found.name},
        )
        found.delete()
        transaction.on_commit(lambda: file.storage.delete(str(name)))


def read_paper(*, reference: str, paper: str) -> tuple[Paper, bytes]:
    """Return a file and what it is; send it as an attachment, with its media type and ``nosniff``.

    Raises
    ------
    NotFoundError
        When the application has no such paper, or the file is lost.
    """
    found = _paper_row(reference, paper)
    try:
        with found.file.open("rb") as file:
            return paper_of(found), file.read()
    except FileNotFoundError:
        raise NotFoundError.of("paper_lost", name=found.name) from None


def clean_name(name: str) -> str:
    """Return a file's name without folders, control and path characters, at most 120 characters long."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(char for char in last if unicodedata.category(char)[0] != "C")
    plain = _UNFIT.sub("_", shown).strip(" .") or "paper"
    if len(plain) <= NAME_MAX:
        return plain
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 5:
        return plain[:NAME_MAX]
    return f"{stem[: NAME_MAX - len(ending) - 1]}.{ending}"


def _paper_row(reference: str, paper: str) -> PaperRow:
    found = PaperRow.objects.filter(application__reference=reference.upper(), key=paper).first()
    if found is None:
        raise NotFoundError.of("paper_unknown", reference=reference, paper=paper)
    return found
