"""Why an item has no place: looked into when somebody asks."""

from django.http import Http404, HttpResponse, JsonResponse

from geleit.documents.words.obstacles import blocked_text, undecided_text, way_in_text
from geleit.documents.words.repairs import session_line
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.planner.why.records import Blocked, WayIn, WhyNot
from geleit.services.access import Permission
from geleit.services.board_why import why_on_board
from geleit.services.faults import NotFoundError
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.board.page import language, wanted_board, wants_data
from geleit.web.organiser.words import WORDS
from geleit.web.shared.pages import render

MOST_LINES = 6


@organiser_view(Permission.SEE_PROGRAMME)
def board_why(request: TripRequest, trip: str, item: str) -> HttpResponse:
    """Answer why an item has no place: in the tray for the script, else as a page."""
    lang, board = language(request), wanted_board(request)
    try:
        told = why_on_board(board=board, item=item)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    text, lines = _told(told, board.now.trip, lang)
    if wants_data(request):
        response = JsonResponse({"text": text, "lines": lines})
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
        stand_shown=request.GET.get("show", ""),
    )


def _told(told: WhyNot | None, trip: Trip, lang: Language) -> tuple[str, list[str]]:
    """Return the answer in a sentence or two, and what a way in would move."""
    if told is None:
        return WORDS.say("bo_why_large", lang), []
    match told.answer:
        case WayIn() as way:
            changes = way.differences
            text = way_in_text(
                trip,
                lang,
                cost_points=way.cost_points,
                cost_fraction=way.cost_fraction,
                changes=changes.changes,
                people=changes.people_affected,
                items_lost=changes.items_lost,
            )
            moved = [session_line(trip, one.item, one.was, one.start, lang) for one in changes.sessions]
            more = (
                [WORDS.say("bo_why_more", lang, len(moved) - MOST_LINES)] if len(moved) > MOST_LINES else []
            )
            return text, [*moved[:MOST_LINES], *more]
        case Blocked() as blocked:
            return blocked_text(blocked.obstacles, trip, lang), []
    return undecided_text(lang), []
