"""The board itself, what is going on in the background, and the comparison with another version."""

from django.http import Http404, HttpResponse, JsonResponse

from geleit.services.access import Permission
from geleit.services.board_publish import compare_board
from geleit.services.faults import NotFoundError
from geleit.web.organiser.access import TripRequest, organiser_view
from geleit.web.organiser.board.compared import compared
from geleit.web.organiser.board.page import board_page, language, live_parts, wanted_board
from geleit.web.organiser.words import WORDS
from geleit.web.shared.pages import render


@organiser_view(Permission.SEE_PROGRAMME)
def board(request: TripRequest, trip: str) -> HttpResponse:  # noqa: ARG001 # the guard has read it
    """Show the board."""
    return board_page(request, wanted_board(request))


@organiser_view(Permission.SEE_PROGRAMME)
def board_status(request: TripRequest, trip: str) -> HttpResponse:  # noqa: ARG001 # as above
    """Tell what the background does: the two pieces of the page that renew themselves."""
    response = JsonResponse(live_parts(request, wanted_board(request)))
    response.headers["Cache-Control"] = "no-store"
    return response


@organiser_view(Permission.SEE_PROGRAMME)
def board_compare(request: TripRequest, trip: str) -> HttpResponse:
    """Show what is different from another draft or version, and for whom."""
    found = wanted_board(request)
    default = f"v{found.versions[0].number}" if found.versions else ""
    other = request.GET.get("with", default)
    try:
        diff = compare_board(board=found, other=other)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    told = compared(found.trip, diff, language(request))
    return render(
        request,
        "organiser/board/compare.html",
        WORDS,
        trip=trip,
        board=found,
        other=other,
        told=told,
        stand_shown=request.GET.get("show", ""),
    )
