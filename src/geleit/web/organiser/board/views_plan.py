"""What takes longer or ends the work: plan, cancel, look for repairs and take one over, publish."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from geleit.planner.repair.records import RepairKind
from geleit.services.access import Permission
from geleit.services.board_publish import compare_board, publish_board
from geleit.services.board_read import read_board
from geleit.services.board_repair import ask_repairs, take_repair
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.jobs.manage import cancel_job, read_job
from geleit.services.plan_stored_trip import plan_stored_trip
from geleit.services.plan_trip import Effort
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.board.compared import compared
from geleit.web.organiser.board.drawing import faults_of
from geleit.web.organiser.board.page import (
    back_to,
    fault_answer,
    fault_parts,
    fresh_row,
    language,
    stand_of,
    status_of,
    wanted_board,
)
from geleit.web.organiser.words import WORDS
from geleit.web.shared.frame import present
from geleit.web.shared.pages import render

EFFORT: Final = Effort(rounds=400, gap=0.005, prove=True)
"""How hard the board has a trip planned: about a minute for seventy-five people, and it can be stopped at any time."""
NOTE_MAX: Final = 2000


@organiser_view(Permission.SEE_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def board_plan(request: TripRequest, trip: str) -> HttpResponse:
    """Have the trip planned in the background; what comes of it is a draft of its own."""
    if request.method == "POST":
        plan_stored_trip(key=trip, effort=EFFORT, by=request.member.actor, now=present(request))
    return HttpResponseRedirect(back_to(request, trip))


@organiser_view(Permission.SEE_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def board_cancel(request: TripRequest, trip: str) -> HttpResponse:
    """Stop what runs in the background."""
    if request.method == "POST":
        _cancel(request, trip)
    return HttpResponseRedirect(back_to(request, trip))


def _cancel(request: TripRequest, trip: str) -> None:
    wanted = request.POST.get("job", "")
    board = read_board(row=fresh_row(request))
    mine = {str(job.id) for job in (board.plan_job, board.repair_job) if job is not None}
    if wanted not in mine:
        raise Http404(wanted)
    try:
        read_job(job=wanted)
        cancel_job(job=wanted, by=request.member.actor, now=present(request))
    except NotFoundError as error:
        raise Http404(str(error)) from error
    del trip


@organiser_view(Permission.SEE_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def board_repair(request: TripRequest, trip: str) -> HttpResponse:
    """Have repairs looked for, after a move by hand or a refusal."""
    if request.method != "POST":
        return HttpResponseRedirect(back_to(request, trip))
    try:
        ask_repairs(
            key=trip,
            stand=stand_of(request),
            item=request.POST.get("item", ""),
            is_declined=request.POST.get("declined") == "1",
            by=request.member.actor,
            now=present(request),
        )
    except FaultError as error:
        return fault_answer(request, error)
    return HttpResponseRedirect(back_to(request, trip, day=request.POST.get("day_shown", "")))


@organiser_view(Permission.SEE_PROGRAMME, change=Permission.EDIT_PROGRAMME)
def board_take(request: TripRequest, trip: str) -> HttpResponse:
    """Take a repair over."""
    if request.method != "POST":
        return HttpResponseRedirect(back_to(request, trip))
    kind = request.POST.get("kind", "")
    if kind not in set(RepairKind):
        raise Http404(kind)
    try:
        take_repair(
            key=trip,
            stand=stand_of(request),
            job=request.POST.get("job", ""),
            kind=RepairKind(kind),
            by=request.member.actor,
            now=present(request),
        )
    except FaultError as error:
        return fault_answer(request, error)
    messages.success(request, WORDS.say("bo_taken", language(request)))
    day = request.POST.get("focus_day", "") or request.POST.get("day_shown", "")
    return HttpResponseRedirect(back_to(request, trip, day=day, focus=request.POST.get("focus", "")))


@organiser_view(Permission.SEE_PROGRAMME, change=Permission.PUBLISH)
def board_publish(request: TripRequest, trip: str) -> HttpResponse:
    """Show what publishing would change and what is in the way; publish with a note."""
    lang = language(request)
    fault, status = None, 200
    note = request.POST.get("note", "").replace("\0", "")[:NOTE_MAX]
    if request.method == "POST":
        try:
            version = publish_board(
                key=trip, stand=stand_of(request), note=note, by=request.member.actor, now=present(request)
            )
        except FaultError as error:
            fault, status = fault_parts(error, lang), status_of(error)
        else:
            messages.success(request, WORDS.say("bo_published", lang, version.number))
            return HttpResponseRedirect(reverse("organiser:board", args=[trip]))
    board = read_board(row=fresh_row(request)) if request.method == "POST" else wanted_board(request)
    other = f"v{board.versions[0].number}" if board.versions else ""
    told = compared(board.trip, compare_board(board=board, other=other), lang)
    return render(
        request,
        "organiser/board/publish.html",
        WORDS,
        status=status,
        trip=trip,
        board=board,
        told=told,
        note=note,
        fault=fault,
        faults=faults_of(board, board.faults, lang),
        may_publish=request.member.may(Permission.PUBLISH),
        stand_shown=request.GET.get("show", ""),
    )
