"""Why an item has no place: looked into when somebody asks."""

from typing import Final

from django.http import Http404, HttpResponse, JsonResponse

from geleit.services.access import Permission
from geleit.services.board_why import why_on_board
from geleit.services.faults import NotFoundError
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.board.page import language, wanted_board, wants_data
from geleit.web.organiser.words import WORDS
from geleit.web.shared.pages import render

MOST_LINES: Final = 6


@organiser_view(Permission.SEE_PROGRAMME)
def board_why(request: TripRequest, trip: str, item: str) -> HttpResponse:
    """Answer why an item has no place: in the tray for the script, else as a page."""
    lang, board = language(request), wanted_board(request)
    try:
        told = why_on_board(board=board, item=item, lang=lang)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    lines = list(told.lines[:MOST_LINES])
    if len(told.lines) > MOST_LINES:
        lines.append(WORDS.say("bo_why_more", lang, len(told.lines) - MOST_LINES))
    text = WORDS.say("bo_why_waiting", lang) if told.is_waiting else told.text
    if wants_data(request):
        response = JsonResponse({"text": text, "lines": lines, "wait": told.is_waiting})
        response.headers["Cache-Control"] = "no-store"
        return response
    return render(
        request,
        "organiser/board/why.html",
        WORDS,
        trip=trip,
        item=item,
        title=str(board.now.trip.item_by_id[item].title.get(lang)),
        text=text,
        lines=lines,
        is_waiting=told.is_waiting,
        stand_shown=request.GET.get("show", ""),
    )
