"""The documents of a version: which there are, how far making them is, and the files themselves."""

from typing import Any, Final

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from geleit.documents.html.content import NAMES
from geleit.domain.text import Language
from geleit.domain.wording import format_day, format_number
from geleit.services.access import Permission
from geleit.services.faults import NotFoundError
from geleit.services.version_documents import (
    ARCHIVE,
    DocumentKind,
    VersionDocuments,
    make_documents,
    open_document,
    read_documents,
)
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import HOME, present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences

TYPES: Final = {
    "pdf": "application/pdf",
    "ics": "text/calendar; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
INLINE: Final = ("pdf", "html")
SANDBOX: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""A document's page is one file with its own styles; it runs nothing and reaches nothing."""


@organiser_view(Permission.SEE_PROGRAMME)
def documents(request: TripRequest, trip: str, number: int | None = None) -> HttpResponse:
    """Show the documents of a version, the newest unless another is named."""
    try:
        found = read_documents(trip=trip, number=number)
    except NotFoundError as error:
        if number is not None:
            raise Http404(str(error)) from error
        return render(request, "organiser/documents/documents.html", WORDS, trip=trip, found=None)
    return render(request, "organiser/documents/documents.html", WORDS, trip=trip, **_context(request, found))


@organiser_view(Permission.SEE_PROGRAMME)
def progress(request: TripRequest, trip: str, number: int) -> HttpResponse:
    """Show how far making the documents is; what asks again by itself."""
    found = _found(trip, number)
    response = render(
        request, "organiser/documents/progress.html", WORDS, trip=trip, **_context(request, found)
    )
    if found.is_ready:
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
@organiser_view(Permission.SEE_PROGRAMME, change=Permission.SEE_PROGRAMME)
def make(request: TripRequest, trip: str, number: int) -> HttpResponse:
    """Have the documents made; who may read them may ask for it."""
    try:
        make_documents(trip=trip, number=number, by=request.member.actor, now=present(request))
    except NotFoundError as error:
        raise Http404(str(error)) from error
    return HttpResponseRedirect(reverse("organiser:documents_version", args=[trip, number]))


@require_safe
@organiser_view(Permission.SEE_PROGRAMME)
def document(request: HttpRequest, trip: str, number: int, name: str) -> HttpResponseBase:  # noqa: ARG001 # the guard reads it
    """Give a document, or the archive of all."""
    try:
        path = open_document(trip=trip, number=number, name=name)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    ending = path.suffix.removeprefix(".")
    response = FileResponse(
        path.open("rb"),
        as_attachment=ending not in INLINE,
        filename=f"{trip}-{number}-{path.name}",
        content_type=TYPES[ending],
    )
    response.headers["Cache-Control"] = "private, max-age=86400"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if ending == "html":
        response.headers["Content-Security-Policy"] = SANDBOX
    return response


def _found(trip: str, number: int) -> VersionDocuments:
    try:
        return read_documents(trip=trip, number=number)
    except NotFoundError as error:
        raise Http404(str(error)) from error


def _context(request: TripRequest, found: VersionDocuments) -> dict[str, Any]:
    lang = preferences(request).lang
    job = found.job
    progress_ = job.progress if job else {}
    done, total = int(progress_.get("done", 0)), int(progress_.get("total", 0))
    rows = [_row(line, lang) for line in found.lines if line.kind is not DocumentKind.AGENDA]
    return {
        "found": found,
        "number": found.version.number,
        "published": format_day(found.version.published_at.astimezone(HOME).date(), lang),
        "rows": rows,
        "people": _people(found),
        "archive": ARCHIVE,
        "archive_size": _size(found.archive_bytes, lang),
        "job": job,
        "done": done,
        "total": total,
        "is_working": job is not None and not job.is_over and not found.is_ready,
        "may_change": request.member.may(Permission.EDIT_PROGRAMME),
    }


def _row(line: Any, lang: Language) -> dict[str, str]:  # noqa: ANN401 # a line of the service
    return {
        "title": WORDS.say(f"do_{line.kind.value}", lang),
        "language": NAMES[line.lang][1],
        "name": line.name,
        "form": line.name.rpartition(".")[2].upper(),
        "size": _size(line.size_bytes, lang),
    }


def _people(found: VersionDocuments) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return everyone with the files of the own agenda: name, and (form, name of the file)."""
    by_person: dict[str, list[tuple[str, str]]] = {}
    for line in found.lines:
        if line.kind is DocumentKind.AGENDA:
            stem = line.name.rpartition(".")[0]
            by_person.setdefault(f"{stem}\n{line.person}", []).append(
                (line.name.rpartition(".")[2].upper(), line.name)
            )
    return [(key.partition("\n")[2], files) for key, files in by_person.items()]


def _size(size: int | None, lang: Language) -> str:
    return "" if size is None else f"{format_number(max(1, round(size / 1000)), lang)} kB"
