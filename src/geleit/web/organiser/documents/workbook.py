"""The organiser's workbook: out, and in again with everything that it changes shown first."""

import re
from collections.abc import Iterable
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from markupsafe import Markup

from geleit.domain.text import Language, Text
from geleit.services.access import Permission
from geleit.services.edit_workbook import (
    RowChange,
    WorkbookPreview,
    give_workbook,
    take_workbook,
    upload_workbook,
)
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.tripfile import Problem, TripFileError
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render
from geleit.web.shared.preferences import preferences

_CELL: Final = re.compile(r"sheet (.+?)(?:, cell ([A-Z]+\d+(?::[A-Z]+\d+)?))?")
"""Where the reader of workbooks found a problem."""
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_CHARS: Final = 200
"""Of one value in the comparison; longer ones are cut."""


@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def workbook(request: TripRequest, trip: str) -> HttpResponse:
    """Offer the workbook, and show what an edited one would change."""
    if request.method != "POST":
        return _page(request, trip)
    lang = preferences(request).lang
    sent = request.FILES.get("workbook")
    if sent is None:
        return _page(request, trip, status=400, fault=WORDS.say("wb_missing_file", lang))
    try:
        preview = upload_workbook(trip=trip, content=sent.read())
    except TripFileError as error:
        return _page(request, trip, status=400, problems=error.problems)
    except FaultError as error:
        return _page(request, trip, status=400, fault=str(error.told(lang)))
    return _page(request, trip, preview=preview)


@require_safe
@organiser_view(Permission.EDIT_PROGRAMME)
def give(request: TripRequest, trip: str) -> HttpResponse:  # noqa: ARG001 # the guard reads it
    """Give the workbook as the trip is now."""
    response = HttpResponse(give_workbook(trip=trip), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{trip}.xlsx"'
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
@organiser_view(Permission.EDIT_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def take(request: TripRequest, trip: str) -> HttpResponse:
    """Take over what was shown."""
    lang = preferences(request).lang
    version = request.POST.get("version", "")
    try:
        count = take_workbook(
            trip=trip,
            digest=request.POST.get("digest", ""),
            expected_version=int(version[:9]) if version.isdecimal() and version.isascii() else 0,
            by=request.member.actor,
            now=present(request),
        )
    except OvertakenError:
        return _page(request, trip, status=409, fault=WORDS.say("wb_overtaken", lang))
    except NotFoundError:
        return _page(request, trip, status=404, fault=WORDS.say("wb_gone", lang))
    except TripFileError as error:
        return _page(request, trip, status=400, problems=error.problems)
    except FaultError as error:
        return _page(request, trip, status=400, fault=str(error.told(lang)))
    messages.success(request, WORDS.say("wb_taken", lang, count))
    return HttpResponseRedirect(reverse("organiser:document_workbook", args=[trip]))


def _page(
    request: TripRequest,
    trip: str,
    *,
    status: int = 200,
    preview: WorkbookPreview | None = None,
    problems: Iterable[Problem] = (),
    fault: str = "",
) -> HttpResponse:
    lang = preferences(request).lang
    return render(
        request,
        "organiser/documents/workbook.html",
        WORDS,
        status=status,
        trip=trip,
        preview=preview,
        sheets=_sheets(preview, lang) if preview else [],
        missing=[(_sheet(sheet, lang), ", ".join(keys)) for sheet, keys in preview.missing.items()]
        if preview
        else [],
        problems=[_problem(one, lang) for one in problems],
        warnings=[_problem(one, lang) for one in preview.warnings] if preview else [],
        fault=fault,
    )


def _problem(problem: Problem, lang: Language) -> dict[str, Any]:
    """Return a problem in the page's language; what only trip files can have wrong is told in English, and marked."""
    message, fix = problem.told(lang)
    is_english = lang != "en" and not problem.german[0]
    return {
        "place": _place(problem, lang),
        "value": problem.value,
        "message": message,
        "fix": fix,
        "lang_mark": Markup(' lang="en"') if is_english else "",
    }


def _place(problem: Problem, lang: Language) -> str:
    found = _CELL.fullmatch(problem.cell)
    if found is None:
        return problem.cell or " / ".join(map(str, problem.path)) or "–"
    sheet = WORDS.say("wb_at_sheet", lang, found[1])
    return WORDS.say("wb_at_cell", lang, found[1], found[2]) if found[2] else sheet


def _sheets(preview: WorkbookPreview, lang: Language) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the changed rows under the names of their sheets."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in preview.rows:
        found.setdefault(_sheet(row.sheet, lang), []).append(_row(row, lang))
    return list(found.items())


def _row(row: RowChange, lang: Language) -> dict[str, Any]:
    return {
        "key": row.key,
        "label": row.label or row.key,
        "is_new": row.is_new,
        "changes": [
            (one.headings[lang == "en"], _plain(one.before, lang), _plain(one.after, lang))
            for one in row.changes
        ],
    }


def _sheet(sheet: str, lang: Language) -> str:
    return WORDS.say(f"wb_sheet_{sheet}", lang) if f"wb_sheet_{sheet}" in WORDS.own else sheet


def _plain(value: object, lang: Language) -> str:
    """Return a value as one reads it: lists with commas, wishes as item and strength."""
    if value is None or value in ("", (), frozenset()):
        return ""
    if isinstance(value, Text):
        text = " / ".join(dict.fromkeys(value.wordings()))
    elif isinstance(value, frozenset):
        text = ", ".join(sorted(_plain(one, lang) for one in value))
    elif isinstance(value, tuple):
        text = ", ".join(_plain(one, lang) for one in value)
    elif hasattr(value, "item") and hasattr(value, "strength"):
        text = f"{value.item} ({value.strength})"
    elif isinstance(value, bool):
        text = WORDS.say("wb_yes" if value else "wb_no", lang)
    else:
        text = str(getattr(value, "value", value))
    return text if len(text) <= MOST_CHARS else f"{text[:MOST_CHARS]} …"
