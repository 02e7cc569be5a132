"""What the board's views share: which board, its page, faults in three parts, and the way back to it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from geleit.documents.view import ProgrammeView
from geleit.documents.words.reasons import reason_text
from geleit.documents.words.repairs import session_line
from geleit.domain.programme import Reason
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.windows import local
from geleit.domain.wording import format_number, format_percent, join_list
from geleit.services.access import Permission
from geleit.services.board_kept import KeptProgramme, drawn
from geleit.services.board_read import Board, Stand, read_board
from geleit.services.board_repair import Proposal, Proposals, read_proposals
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.store.models import JobState, TripRow
from geleit.store.plain import from_json
from geleit.web.organiser.access import TripRequest
from geleit.web.organiser.board.drawing import ZOOMS, Drawing, curve, draw, gap_percent
from geleit.web.organiser.words import WORDS
from geleit.web.shared.pages import render, rendered
from geleit.web.shared.preferences import preferences

LINES_SHOWN: Final = 6


def language(request: HttpRequest) -> Language:
    """Return the language of organisers' pages."""
    return "de" if preferences(request).lang == "de" else "en"


def row_of(request: TripRequest) -> TripRow:
    """Return the trip's row as the guard has found it."""
    return TripRow(pk=request.trip.id, key=request.trip.key, version=request.trip.version)


def wanted_board(request: TripRequest) -> Board:
    """Return the board that the address names, or the newest."""
    try:
        return read_board(row=row_of(request), wanted=request.GET.get("show", ""))
    except NotFoundError as error:
        raise Http404(str(error)) from error


def stand_of(request: HttpRequest) -> Stand:
    """Return the stand that a form was made on.

    Raises
    ------
    NotFoundError
        When it names none.
    """
    given = request.POST if request.method == "POST" else request.GET
    return Stand.of(given.get("at", ""))


def back_to(request: HttpRequest, trip: str, **more: str) -> str:
    """Return the address of the board as it was looked at: zoom, day, and the card to focus."""
    given = request.POST if request.method == "POST" else request.GET
    kept = {name: given.get(name, "") for name in ("zoom", "day_shown", "show")}
    query = {"zoom": kept["zoom"], "day": kept["day_shown"], "show": kept["show"], **more}
    text = urlencode({name: value for name, value in query.items() if value})
    address = reverse("organiser:board", args=[trip])
    return f"{address}?{text}" if text else address


def fault_parts(error: FaultError, lang: Language) -> dict[str, str]:
    """Return what happened, what still holds and what to do."""
    if isinstance(error, OvertakenError):
        keys = ("bo_overtaken", "bo_overtaken_holds", "bo_overtaken_do")
        return dict(zip(("happened", "holds", "advice"), (WORDS.say(key, lang) for key in keys), strict=True))
    told = error.told(lang)
    return {
        "happened": told.happened,
        "holds": told.holds or WORDS.say("bo_fault_holds", lang),
        "advice": told.advice or WORDS.say("bo_fault_do", lang),
    }


def status_of(error: FaultError) -> int:
    """Return the HTTP status of a fault."""
    return 409 if isinstance(error, OvertakenError) else 404 if isinstance(error, NotFoundError) else 400


def fault_answer(request: TripRequest, error: FaultError) -> HttpResponse:
    """Answer with a fault: as data to the script, as the board with the fault on top to everybody else."""
    lang = language(request)
    parts = fault_parts(error, lang)
    if wants_data(request):
        return JsonResponse(parts, status=status_of(error))
    return board_page(request, read_board(row=fresh_row(request)), fault=parts, status=status_of(error))


def fresh_row(request: TripRequest) -> TripRow:
    """Return the trip's row as it is after a change."""
    return TripRow.objects.get(pk=request.trip.id)


def wants_data(request: HttpRequest) -> bool:
    """Whether the board's script asks, and not a form."""
    return request.headers.get("X-Board") == "1"


def board_page(
    request: TripRequest, board: Board, *, fault: Mapping[str, str] | None = None, status: int = 200
) -> HttpResponse:
    """Answer with the board."""
    return render(
        request,
        "organiser/board/board.html",
        WORDS,
        status=status,
        fault=fault,
        **board_context(request, board),
    )


def live_parts(request: TripRequest, board: Board) -> dict[str, Any]:
    """Return the strip and the panel as HTML, and whether anything is still going on."""
    context = board_context(request, board)
    return {
        "strip": rendered(request, "organiser/board/strip.html", WORDS, **context),
        "panel": rendered(request, "organiser/board/panel.html", WORDS, **context),
        "live": context["is_live"],
    }


def board_context(request: TripRequest, board: Board) -> dict[str, Any]:
    """Return all that the board's templates are given."""
    lang = language(request)
    proposals = read_proposals(board=board)
    preview = _preview(request, proposals)
    view = _view(board, proposals, preview, lang)
    given = request.GET
    zoom = given.get("zoom", "") if given.get("zoom", "") in ZOOMS else "day"
    drawing = draw(board, view, lang, zoom=zoom, day=given.get("day", ""), is_preview=preview is not None)
    plan, repair = board.plan_job, board.repair_job
    running = [job for job in (plan, repair) if job is not None and not job.is_over]
    return {
        "trip": request.trip.key,
        "board": board,
        "drawing": drawing,
        "group": given.get("group", ""),
        "stand_shown": given.get("show", ""),
        "focus": given.get("focus", ""),
        "query": lambda **more: _query(given, more),
        "may_edit": request.member.may(Permission.EDIT_PROGRAMME) and not board.is_gone and preview is None,
        "may_publish": request.member.may(Permission.PUBLISH),
        "figures": _figures(board, lang),
        "plan": plan,
        "plan_told": _told(board, lang),
        "repair": repair,
        "proposals": proposals,
        "preview": preview,
        **_differences(board, view, preview, lang),
        "repairs": _repairs(proposals, lang),
        "clashes": _clashes(proposals, lang),
        "is_live": bool(running),
        "JobState": JobState,
        "conflicted": _conflicted(board, drawing),
        "title_of": lambda item: _title(board, item, lang),
    }


def shown_view(board: Board, lang: Language) -> ProgrammeView:
    """Return the programme of a board as it is drawn; it is kept for the next one who looks."""
    return _view(board, None, None, lang)


def _view(
    board: Board, proposals: Proposals | None, preview: Proposal | None, lang: Language
) -> ProgrammeView:
    if preview is not None and proposals is not None and board.stand is not None:
        shown = KeptProgramme(
            (f"preview-{preview.kind.value}-{board.repair_job.id if board.repair_job else ''}", 0, 0),
            preview.programme,
            proposals.trip,
            "",
        )
        return drawn(proposals.trip, shown, board.now.digest, lang)
    shown = board.shown or KeptProgramme(
        ("none", board.row.pk, 0), board.programme, board.trip, board.now.digest
    )
    return drawn(board.trip, shown, shown.digest if board.is_gone else board.now.digest, lang)


def _differences(
    board: Board, view: ProgrammeView, preview: Proposal | None, lang: Language
) -> dict[str, Any]:
    """Return for a preview where cards were, by day, and which are new."""
    if preview is None:
        return {"ghosts": {}, "fresh": frozenset()}
    before = _view(board, None, None, lang)

    def cards(of: ProgrammeView) -> set[tuple[str, object]]:
        return {(e.item.id, e.start) for day in of.days for e in day.entries if e.item is not None}

    old, new = cards(before), cards(view)
    ghosts = {
        day.date: [
            card
            for card in day.cards
            if card.entry.item is not None and (card.entry.item.id, card.entry.start) not in new
        ]
        for day in before.days
    }
    return {"ghosts": ghosts, "fresh": frozenset(new - old)}


def _preview(request: TripRequest, proposals: Proposals | None) -> Proposal | None:
    wanted = request.GET.get("preview", "")
    found = proposals.repairs if proposals else ()
    return next((one for one in found if one.kind.value == wanted), None)


def _query(given: Mapping[str, str], more: Mapping[str, str]) -> str:
    kept = {name: given.get(name, "") for name in ("zoom", "day", "show", "group")} | dict(more)
    return urlencode({name: value for name, value in kept.items() if value})


def _figures(board: Board, lang: Language) -> dict[str, str]:
    value = board.programme.value
    if value is None:
        return {}
    share = format_percent(100 * value.wishes_met / value.wishes, lang) if value.wishes else ""
    gap = gap_percent(value.objective, value.bound, value.benefit)
    return {
        "share": share,
        "met": format_number(value.wishes_met, lang),
        "wishes": format_number(value.wishes, lang),
        "placed": format_number(len(board.programme.sessions_of), lang),
        "gap": "" if gap is None else format_percent(gap, lang),
    }


def _told(board: Board, lang: Language) -> dict[str, Any]:
    """Return how far planning is and what came of it; nothing where nobody has planned."""
    job = board.plan_job
    progress = job.progress if job is not None else {}
    result = job.result if job is not None and isinstance(job.result, dict) else {}
    gap = progress.get("gap")
    return {
        "seconds": round(job.seconds) if job is not None else 0,
        "gap": "" if gap is None else format_percent(100 * gap, lang),
        "curve": curve(progress.get("curve", ())),
        "draft": result.get("draft"),
        "outcome": result.get("outcome", ""),
        "missing": [_title(board, item, lang) for item in result.get("missing", ())],
        "clashes": _reasons(result.get("clashes", ()), board.now.trip, lang),
        "trip_version": result.get("trip_version"),
    }


def _repairs(proposals: Proposals | None, lang: Language) -> list[dict[str, Any]]:
    """Return each repair with who is affected before what it is worth; equal ones once."""
    found: list[dict[str, Any]] = []
    seen: list[object] = []
    for number, one in enumerate(proposals.repairs if proposals else (), start=1):
        if proposals is None or one.programme.sessions in seen:
            continue
        seen.append(one.programme.sessions)
        sessions = one.differences.sessions
        lines = [session_line(proposals.trip, s.item, s.was, s.start, lang) for s in sessions]
        base, value = proposals.base.value, one.programme.value
        worth = (
            100 * (value.benefit - base.benefit) / base.benefit if base and value and base.benefit else 0.0
        )
        asked = dict.fromkeys(s.item for s in sessions if _has_word(proposals, s.item))
        first = next((s for s in sessions if s.start is not None), None)
        found.append(
            {
                "focus": first.session if first else "",
                "day": _local_day(proposals, first.item, first.start) if first and first.start else "",
                "kind": one.kind.value,
                "number": number,
                "lines": lines[:LINES_SHOWN],
                "more": len(lines) - LINES_SHOWN,
                "sessions": len(sessions),
                "people": one.differences.people_affected,
                "worth": _signed(worth, lang),
                "asked": join_list([_item_title(proposals, item, lang) for item in asked], lang),
                "proven": one.proven,
            }
        )
    return found


def _local_day(proposals: Proposals, item: str, instant: datetime) -> str:
    zone = proposals.trip.zone_of(proposals.trip.item_by_id[item].station)
    return local(instant, zone).date().isoformat()


def _has_word(proposals: Proposals, item: str) -> bool:
    known = proposals.trip.item_by_id.get(item)
    return known is not None and known.request.status.value not in ("idea", "declined")


def _item_title(proposals: Proposals, item: str, lang: Language) -> str:
    return str(proposals.trip.item_by_id[item].title.get(lang))


def _signed(percent: float, lang: Language) -> str:
    if abs(percent) < 0.05:  # shown with one decimal
        return "±0"
    return ("+" if percent > 0 else "−") + format_percent(abs(percent), lang)


def _clashes(proposals: Proposals | None, lang: Language) -> list[str]:
    return _reasons(proposals.clashes, proposals.trip, lang) if proposals is not None else []


def _reasons(clashes: Iterable[Mapping[str, Any]], trip: Trip, lang: Language) -> list[str]:
    """Return in words why something cannot be, from clashes as JSON."""
    reasons = [from_json(Reason, reason) for clash in clashes for reason in clash.get("reasons", ())]
    return [reason_text(reason, trip, lang) for reason in reasons]


def _conflicted(board: Board, drawing: Drawing) -> list[str]:
    """Return the items on whose cards something is wrong, those pinned first: what repairs can be asked for."""
    items = {session.id: session.item for session in board.programme.sessions}
    found = dict.fromkeys(items[session] for session in drawing.fault_of if session in items)
    pinned = {pin.item for pin in board.now.trip.pins}
    return sorted(found, key=lambda item: item not in pinned)


def _title(board: Board, item: str, lang: Language) -> str:
    known = board.trip.item_by_id.get(item)
    return str(known.title.get(lang)) if known else item
