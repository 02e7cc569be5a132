"""Why an item has no place on the board, looked into while somebody waits: a proof, or the cheapest way in."""

from threading import Lock
from typing import Final

from geleit.planner.why.records import WhyNot
from geleit.planner.why.why import Question, why_not
from geleit.services.board_kept import kept
from geleit.services.board_read import Board
from geleit.services.faults import NotFoundError

LIMIT_S: Final = 0.8
"""Seconds of search; with what comes before it an answer for seventy-five people takes about a second."""
MOST_ITEMS: Final = 160
"""Of a larger trip the answer takes too long to wait for."""
_ONE: Final = Lock()
"""One question at a time: the other threads of the process go on answering pages."""


def why_on_board(*, board: Board, item: str) -> WhyNot | None:
    """Return why an item has no place; None where the trip is too large to look into it while somebody waits.

    What was found is kept as long as the programme and the trip stay as they are.

    Raises
    ------
    NotFoundError
        When the trip has no such item, or it has a place.
    """
    shown, trip = board.shown, board.now
    if (
        shown is None
        or board.is_gone
        or item not in trip.trip.item_by_id
        or item in board.programme.sessions_of
    ):
        raise NotFoundError.of("item_unknown", item=item)
    if len(trip.trip.items) > MOST_ITEMS:
        return None
    key = (trip.digest, *shown.key)

    def look() -> WhyNot:
        with _ONE:
            question = kept(("question", *key), lambda: Question(trip.trip, shown.programme, limit_s=LIMIT_S))
            return why_not(question, item)

    return kept(("why", *key, item), look)
