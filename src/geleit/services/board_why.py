"""Why an item has no place on the board: a proof, or the cheapest way in.

For a trip of usual size somebody waits for it, about a second; for a large one a worker looks into it. What was found
is kept as long as the programme and the trip stay as they are.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final

from django.tasks import task

from geleit.documents.words.obstacles import blocked_text, undecided_text, way_in_text
from geleit.documents.words.repairs import session_line
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.trip import Trip
from geleit.planner.why.records import Blocked, WayIn, WhyNot
from geleit.planner.why.why import Question, why_not
from geleit.services.board_kept import kept
from geleit.services.board_read import Board, Stand, read_board
from geleit.services.faults import NotFoundError
from geleit.services.find_trip import find_trip_row
from geleit.services.jobs.handle import current_job
from geleit.services.jobs.manage import enqueue_job, newest_job
from geleit.store.models import JobState

LIMIT_S: Final = 0.8
"""Seconds of search; with what comes before it an answer for seventy-five people takes about a second."""
WORKER_LIMIT_S: Final = 10.0
MOST_ITEMS: Final = 160
"""Of a larger trip the answer takes too long to wait for."""
_ONE: Final = Lock()
"""One question at a time: the other threads of the process go on answering pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyTold:
    """An answer in words.

    Parameters
    ----------
    text
        A sentence or two; empty while a worker looks into it.
    lines
        What a way in would move.
    is_waiting
        Whether a worker is at it; ask again.
    """

    text: str = ""
    lines: tuple[str, ...] = ()
    is_waiting: bool = False


def why_on_board(*, board: Board, item: str, lang: Language) -> WhyTold:
    """Return why an item has no place, or that a worker looks into it.

    Raises
    ------
    NotFoundError
        When the trip has no such item, or it has a place.
    """
    if not _has_no_place(board, item):
        raise NotFoundError.of("item_unknown", item=item)
    if len(board.now.trip.items) > MOST_ITEMS:
        return _by_worker(board, item, lang)
    key = _key(board)

    def look() -> WhyNot:
        with _ONE:
            return why_not(kept(("question", *key), lambda: _question(board, LIMIT_S)), item)

    return _told(kept(("why", *key, item), look), board.now.trip, lang)


def _has_no_place(board: Board, item: str) -> bool:
    is_known = item in board.now.trip.item_by_id and item not in board.programme.sessions_of
    return board.shown is not None and not board.is_gone and is_known


def _key(board: Board) -> tuple[object, ...]:
    return (board.now.digest, *(board.shown.key if board.shown else ()))


def _question(board: Board, limit_s: float) -> Question:
    return Question(board.now.trip, board.programme, limit_s=limit_s)


def _by_worker(board: Board, item: str, lang: Language) -> WhyTold:
    """Return what a worker has found; the first to ask sets it to work."""
    short = hashlib.sha256(item.encode()).hexdigest()[:16]
    subject = f"why:{board.stand}:{board.row.version}:{short}"
    job = newest_job(key=board.row.key, subject=subject)
    if job is not None and job.state is JobState.DONE and isinstance(job.result, dict):
        found = job.result[lang]
        return WhyTold(text=found["text"], lines=tuple(found["lines"]))
    if job is None or job.state.is_over:
        args = {"key": board.row.key, "stand": str(board.stand), "item": item}
        enqueue_job(task=why_task, args=args, subject=subject, trip=board.row)
    return WhyTold(is_waiting=True)


@task
def why_task(*, key: str, stand: str, item: str) -> Mapping[str, Any]:
    """Look into it, and return the answer in every language."""
    job = current_job()
    found = Stand.of(stand)
    wanted = f"v{found.version}" if found.draft is None else f"d{found.draft}"
    board = read_board(row=find_trip_row(key=key), wanted=wanted)
    if not _has_no_place(board, item):
        raise NotFoundError.of("item_unknown", item=item)
    trip = board.now.trip
    question = Question(trip, board.programme, WORKER_LIMIT_S, job.is_cancelled)
    answer = why_not(question, item)
    told = {lang: _told(answer, trip, lang) for lang in LANGUAGES}
    return {lang: {"text": one.text, "lines": list(one.lines)} for lang, one in told.items()}


def _told(told: WhyNot, trip: Trip, lang: Language) -> WhyTold:
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
            lines = (session_line(trip, one.item, one.was, one.start, lang) for one in changes.sessions)
            return WhyTold(text=text, lines=tuple(lines))
        case Blocked() as blocked:
            return WhyTold(text=blocked_text(blocked.obstacles, trip, lang))
    return WhyTold(text=undecided_text(lang))
