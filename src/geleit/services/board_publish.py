"""Publish what the board shows, as the trip is now; and say what is different from any other version."""

from datetime import datetime

from django.db import transaction

from geleit.domain.diff import ProgrammeDiff, diff_programmes
from geleit.domain.programme import Programme
from geleit.services.board_change import lock_board
from geleit.services.board_kept import kept_draft, kept_version
from geleit.services.board_read import Board, Stand
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.guard import Actor
from geleit.services.keep_draft import keep_draft
from geleit.services.publish_programme import publish_programme
from geleit.store.models import ProgrammeVersion


def publish_board(*, key: str, stand: Stand, note: str, by: Actor, now: datetime) -> ProgrammeVersion:
    """Publish the draft on the board with the trip as it is now.

    Raises
    ------
    NotFoundError
        When the board shows a published version already.
    OvertakenError
        When somebody else has changed the draft since.
    FaultError
        When the checker finds something wrong with it as the trip is now.
    """
    with transaction.atomic():
        board = lock_board(key, stand)
        if board.draft is None:
            raise NotFoundError.of("published_already")
        if board.faults:
            raise FaultError.of("draft_breaks_rules", count=len(board.faults))
        version = stand.version
        if board.is_overtaken:
            kept = keep_draft(
                trip=board.now.trip,
                programme=board.programme,
                by=by,
                now=now,
                note=board.draft.note,
                draft=board.draft.id,
                expected_version=version,
            )
            version = kept.version
        return publish_programme(
            draft=board.draft.id, expected_version=version, by=by, now=now, note=note.strip()
        )


def compare_board(*, board: Board, other: str) -> ProgrammeDiff:
    """Return what is different on the board from another draft (``d7``) or version (``v2``); empty for nothing.

    Raises
    ------
    NotFoundError
        When the trip has none of that name.
    """
    return diff_programmes(_other(board, other), board.programme)


def _other(board: Board, other: str) -> Programme:
    if not other:
        return Programme(trip=board.row.key)
    for version in board.versions:
        if other == f"v{version.number}":
            return kept_version(version.row).programme
    for draft in board.drafts:
        if other == f"d{draft.id}":
            return kept_draft(draft.id, draft.version).programme
    raise NotFoundError.of("no_such_draft_or_version", wanted=other)
