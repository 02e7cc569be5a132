"""Papers that come with the form: what they are is read from their content."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest

from geleit.domain.applications.application import PaperKind
from geleit.domain.applications.terms import ApplicationTerms, media_type_of
from geleit.domain.text import Language
from geleit.domain.wording import format_number
from geleit.services.faults import FaultError
from geleit.services.papers import clean_name, keep_paper
from geleit.services.read_application import read_application
from geleit.services.start_application import company_actor
from geleit.web.public.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.files.uploadedfile import UploadedFile  # generic in its stubs only

MEGABYTE: Final = 1_000_000


def sent_files(request: HttpRequest) -> "Sequence[UploadedFile[bytes]]":
    """Return the files that came with a form."""
    return request.FILES.getlist("papers")


def keep_papers(
    request: HttpRequest, reference: str, terms: ApplicationTerms, *, lang: Language, now: datetime
) -> list[str]:
    """Keep the papers that came with a form, each by itself, and return what is wrong with the others."""
    wrong: list[str] = []
    for file in sent_files(request):
        fault = _fault(file, reference, terms, lang)
        if not fault:
            try:
                keep_paper(
                    reference=reference,
                    kind=_kind(request),
                    name=file.name or "",
                    content=file.read(),
                    by=company_actor(reference),
                    now=now,
                )
            except FaultError:
                fault = WORDS.say("ap_paper_locked", lang)
        if fault:
            wrong.append(fault)
    return wrong


def _fault(file: "UploadedFile[bytes]", reference: str, terms: ApplicationTerms, lang: Language) -> str:
    name, size = clean_name(file.name or ""), file.size or 0
    if size > terms.paper_max_bytes:
        told = (
            format_number(number, lang, decimals=1)
            for number in (size / MEGABYTE, terms.paper_max_bytes / MEGABYTE)
        )
        return WORDS.say("ap_paper_large", lang, name, *told)
    first = file.read(16)
    file.seek(0)
    if media_type_of(first) is None:
        return WORDS.say("ap_paper_type", lang, name)
    kept = len(read_application(reference=reference).application.papers)
    return WORDS.say("ap_paper_many", lang, name, kept) if kept >= terms.papers_max else ""


def _kind(request: HttpRequest) -> PaperKind:
    wanted = request.POST.get("paper_kind", "")
    return next((kind for kind in PaperKind if kind.value == wanted), PaperKind.OTHER)
