"""A card: where it may go, what would break, and moving, pinning and taking it out. Each is undone by one button."""

import re
from datetime import date, timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse

from geleit.domain.items import PinKind
from geleit.domain.programme import Session
from geleit.domain.windows import at, local
from geleit.domain.wording import format_board_day, format_time, join_list
from geleit.planner.by_hand import Placing
from geleit.services.access import Permission
from geleit.services.board_change import (
    Answer,
    adopt_draft,
    check_placing,
    move_session,
    newest_board,
    pin_session,
    remove_session,
    undo_step,
)
from geleit.services.board_read import Board, read_board
from geleit.services.faults import FaultError, NotFoundError
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.board.drawing import faults_of
from geleit.web.organiser.board.page import (
    back_to,
    fault_answer,
    fault_parts,
    fresh_row,
    language,
    row_of,
    stand_of,
    status_of,
    wants_data,
)
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render

CLOCK: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
DAY_MIN: Final = 24 * 60


class WrongFieldError(FaultError):
    """A day, a time or a group that is none."""


@organiser_view(Permission.SEE_PROGRAMME)
def board_check(request: TripRequest, trip: str) -> HttpResponse:  # noqa: ARG001 # the guard has read it
    """Answer what breaks if a card is put somewhere; for the script, while a card is in the hand."""
    lang = language(request)
    row = row_of(request)
    try:
        stand = stand_of(request)
        board = newest_board(row, stand)
        placing = _placing(request.GET, board)
        answer = check_placing(board=board, placing=placing)
    except FaultError as error:
        return JsonResponse(fault_parts(error, lang), status=status_of(error))
    told = _told(board, answer, placing, lang)
    response = JsonResponse(told)
    response.headers["Cache-Control"] = "no-store"
    return response


@organiser_view(Permission.SEE_PROGRAMME)
def board_session(request: TripRequest, trip: str, session: str) -> HttpResponse:
    """Show one card: its facts, what is wrong with it, and the ways to change it."""
    board = _asked_board(request)
    found = next((one for one in board.programme.sessions if one.id == session), None)
    if found is None:
        raise Http404(session)
    return _card_page(request, trip, board, found.item, found)


@organiser_view(Permission.SEE_PROGRAMME)
def board_item(request: TripRequest, trip: str, item: str) -> HttpResponse:
    """Show an item without a place: why, and the way to put it somewhere by hand."""
    board = _asked_board(request)
    if item not in board.trip.item_by_id:
        raise Http404(item)
    return _card_page(request, trip, board, item, None)


@organiser_view(Permission.SEE_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def board_move(request: TripRequest, trip: str) -> HttpResponse:
    """Move, pin, unpin or take out a card, as the button says."""
    if request.method != "POST":
        return HttpResponseRedirect(back_to(request, trip))
    lang, do = language(request), request.POST.get("do", "move")
    by, now, given = request.member.actor, present(request), request.POST
    session, item = given.get("session", ""), given.get("item", "")
    try:
        stand = stand_of(request)
        if do == "move":
            placing = _placing(given, read_board(row=row_of(request), stand=stand))
            move_session(key=trip, stand=stand, placing=placing, by=by, now=now)
        elif do in ("pin", "unpin"):
            pin_session(key=trip, stand=stand, session=session, is_pinned=do == "pin", by=by, now=now)
        elif do == "remove":
            remove_session(key=trip, stand=stand, session=session, by=by, now=now)
        else:
            raise NotFoundError.of("no_button", button=do)
    except FaultError as error:
        if wants_data(request):
            return JsonResponse(fault_parts(error, lang), status=status_of(error))
        return _again(request, trip, error, session, item)
    key = {"move": "bo_moved", "pin": "bo_pinned", "unpin": "bo_unpinned", "remove": "bo_removed"}[do]
    messages.success(request, WORDS.say(key, lang))
    day = given.get("day", "") if do == "move" else given.get("day_shown", "")
    focus = "" if do == "remove" else session or item
    address = back_to(request, trip, day=day, focus=focus, show="")
    return JsonResponse({"href": address}) if wants_data(request) else HttpResponseRedirect(address)


@organiser_view(Permission.SEE_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def board_undo(request: TripRequest, trip: str) -> HttpResponse:
    """Take back the last change."""
    if request.method != "POST":
        return HttpResponseRedirect(back_to(request, trip))
    try:
        step = undo_step(key=trip, stand=stand_of(request), by=request.member.actor, now=present(request))
    except FaultError as error:
        return fault_answer(request, error)
    messages.success(request, WORDS.say("bo_undone", language(request)))
    address = back_to(request, trip, focus=step.subject)
    return JsonResponse({"href": address}) if wants_data(request) else HttpResponseRedirect(address)


@organiser_view(Permission.SEE_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def board_adopt(request: TripRequest, trip: str) -> HttpResponse:
    """Go on with a computed plan."""
    if request.method == "POST":
        try:
            adopt_draft(key=trip, stand=stand_of(request), by=request.member.actor, now=present(request))
        except FaultError as error:
            return fault_answer(request, error)
        messages.success(request, WORDS.say("bo_adopted", language(request)))
    return HttpResponseRedirect(back_to(request, trip, show=""))


def _again(request: TripRequest, trip: str, error: FaultError, session: str, item: str) -> HttpResponse:
    """Show the card again with what was typed, on today's stand, and what went wrong."""
    board = read_board(row=fresh_row(request))
    found = next((one for one in board.programme.sessions if one.id == session), None)
    wanted = found.item if found else item
    if wanted not in board.trip.item_by_id:
        return fault_answer(request, error)
    return _card_page(request, trip, board, wanted, found, error=error)


def _asked_board(request: TripRequest) -> Board:
    try:
        return read_board(row=row_of(request), wanted=request.GET.get("show", ""))
    except NotFoundError as error:
        raise Http404(str(error)) from error


def _card_page(
    request: TripRequest,
    trip: str,
    board: Board,
    item: str,
    session: Session | None,
    *,
    error: FaultError | None = None,
) -> HttpResponse:
    lang = language(request)
    given = request.POST if error is not None else request.GET
    answer: dict[str, Any] | None = None
    if error is None and "check" in request.GET and board.stand is not None:
        try:
            placing = _placing(given, board, session)
            checked = check_placing(board=newest_board(row_of(request), board.stand), placing=placing)
            answer = _told(board, checked, placing, lang)
        except FaultError as fault:
            error = fault
    known = board.trip.item_by_id[item]
    zone = board.trip.zone_of(known.station)
    wall = local(session.start, zone) if session else None
    pins = [pin for pin in board.now.trip.pins if pin.item == item]
    is_pinned = session is not None and any(
        pin.kind is PinKind.TIME and pin.start == session.start for pin in pins
    )
    return render(
        request,
        "organiser/board/card.html",
        WORDS,
        status=status_of(error) if error else 200,
        trip=trip,
        board=board,
        item=known,
        title=known.title.get(lang).text,
        session=session,
        faults=[one for one in faults_of(board, board.faults, lang) if session and one.session == session.id],
        days=_days(board, lang),
        groups=[(group.id, str(group.name.get(lang))) for group in board.trip.groups],
        values={
            "day": given.get("day") or (wall.date().isoformat() if wall else ""),
            "time": given.get("time") or (f"{wall:%H:%M}" if wall else "09:00"),
            "groups": given.getlist("groups") or (session.groups if session else ()),
        },
        when=_when(board, session, lang) if session else "",
        group_text=_group_text(board, session.groups, lang) if session else "",
        is_pinned=is_pinned,
        answer=answer,
        fault=fault_parts(error, lang) if error else None,
        may_edit=request.member.may(Permission.EDIT_PROGRAMME)
        and board.stand is not None
        and not board.is_gone,
        day_shown=wall.date().isoformat() if wall else "",
        stand_shown=request.GET.get("show", ""),
    )


def _days(board: Board, lang: Any) -> list[tuple[str, str]]:  # noqa: ANN401 # the reader's language
    first, last = board.trip.dates.earliest, board.trip.dates.latest
    found = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [(day.isoformat(), format_board_day(day, lang)) for day in found]


def _when(board: Board, session: Session, lang: Any) -> str:  # noqa: ANN401 # the reader's language
    station = board.trip.item_by_id[session.item].station
    zone, country = board.trip.zone_of(station), board.trip.base_of(station).country
    start, end = local(session.start, zone), local(session.end, zone)
    span = "–".join(format_time(one.time(), lang, country=country, unit=False) for one in (start, end))
    return f"{format_board_day(start.date(), lang)}, {span}"


def _group_text(board: Board, groups: tuple[str, ...], lang: Any) -> str:  # noqa: ANN401 # the reader's language
    if len(groups) == len(board.trip.groups):
        return WORDS.say("bo_all_groups", lang)
    return join_list([WORDS.say("bo_group", lang, group) for group in groups], lang)


def _placing(given: Any, board: Board, session: Session | None = None) -> Placing:  # noqa: ANN401 # GET or POST
    """Return what a form or the script asks for: day, local time at the item's station, groups.

    Raises
    ------
    FaultError
        When one of them is none.
    """
    found = session or next((one for one in board.programme.sessions if one.id == given.get("session")), None)
    if given.get("session") and found is None:
        raise NotFoundError.of("session_unknown", session=given.get("session"))
    item = found.item if found else given.get("item", "")
    if item not in board.trip.item_by_id:
        raise NotFoundError.of("item_unknown", item=item)
    zone = board.trip.zone_of(board.trip.item_by_id[item].station)
    return Placing(
        item=item,
        session=found.id if found else None,
        start=at(_day(given.get("day", "")), _minute(given.get("time", "")), zone),
        groups=tuple(dict.fromkeys(given.getlist("groups"))),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongFieldError.of("no_day", text=text or "–") from None


def _minute(text: str) -> int:
    found = CLOCK.fullmatch(text)
    if found is None:
        raise WrongFieldError.of("no_time", text=text or "–")
    return int(found[1]) * 60 + int(found[2])


def _told(board: Board, answer: Answer, placing: Placing, lang: Any) -> dict[str, Any]:  # noqa: ANN401 # as above
    """Return the checker's answer in words: the sentence to announce, and each thing that breaks."""
    broken = faults_of(board, answer.broken, lang)
    item = board.trip.item_by_id[placing.item]
    session = next(
        one
        for one in answer.after.sessions
        if one.item == placing.item
        and (placing.session is None or one.id == placing.session)
        and one.start == placing.start
    )
    who = _group_text(board, session.groups, lang)
    causes = [one for one in broken if not one.follows] or list(broken)
    key = "bo_no_conflict" if not broken else "bo_one_conflict" if len(causes) == 1 else "bo_conflicts"
    result = WORDS.say(key, lang, len(causes)) if key == "bo_conflicts" else WORDS.say(key, lang)
    return {
        "text": f"{item.title.get(lang)}, {who}, {_when(board, session, lang)}, {result}",
        "result": result,
        "broken": [one.text for one in broken],
        "causes": len(causes) if broken else 0,
        "mended": len(answer.mended),
        "people": len(session.attendees),
        "ok": not broken,
    }
