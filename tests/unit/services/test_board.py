"""The board's changes: each in one piece, each undone, none over another's; repairs taken over; what is published."""

from datetime import UTC, datetime

import pytest

from geleit.domain.items import Pin, PinKind
from geleit.domain.status import RequestStatus
from geleit.domain.violations import ViolationCode
from geleit.planner.by_hand import Placing
from geleit.planner.repair.records import RepairKind
from geleit.services.board_change import (
    Answer,
    check_placing,
    move_session,
    newest_board,
    pin_session,
    remove_session,
    undo_step,
)
from geleit.services.board_publish import compare_board, publish_board
from geleit.services.board_read import Board, Stand, read_board
from geleit.services.board_repair import ask_repairs, read_proposals, take_repair
from geleit.services.faults import FaultError, NotFoundError, OvertakenError
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.services.jobs.worker import work_once
from geleit.services.save_part import save_part
from geleit.store.models import Draft, DraftStep, ItemRow, Job, JobState
from tests.factories import change_item, codes, instant, make_trip
from tests.unit.web.publishing import publish

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)


def board(wanted: str = "") -> Board:
    return read_board(row=find_trip_row(key="tiny"), wanted=wanted)


def stand() -> Stand:
    found = board().stand
    assert found is not None
    return found


def to(session: str, clock: str, *groups: str) -> Placing:
    return Placing(item=session.rsplit("-", 1)[0], session=session, start=instant(clock), groups=groups)


def move(placing: Placing, at: Stand | None = None) -> Draft:
    return move_session(key="tiny", stand=at or stand(), placing=placing, by=SYSTEM, now=NOW)


def ask(placing: Placing) -> Answer:
    return check_placing(board=newest_board(find_trip_row(key="tiny"), stand()), placing=placing)


TALK_LATER = to("talk-1", "2025-05-20 10:15")
CLASH = to("acme-1", "2025-05-19 15:00")


def test_a_stand_is_read_as_it_is_written() -> None:
    assert [Stand.of(str(one)) for one in (Stand(draft=12, version=4), Stand(version=3))] == [
        Stand(draft=12, version=4),
        Stand(version=3),
    ]


@pytest.mark.parametrize("text", ["", "d", "d12", "v", "v3.1", "x3", "d1.2.3", "d-1.2", "d²", "v99999999999"])
def test_no_stand_is_no_stand(text: str) -> None:
    with pytest.raises(NotFoundError):
        Stand.of(text)


def test_a_trip_without_a_programme_has_an_empty_board() -> None:
    import_trip(trip=make_trip(), by=SYSTEM, now=NOW)

    found = board()

    assert (found.stand, found.programme.sessions, found.faults) == (None, (), ())


def test_what_breaks_is_answered_and_nothing_is_kept() -> None:
    publish()

    fine, wrong = ask(TALK_LATER), ask(CLASH)

    assert (fine.broken, ViolationCode.TWO_PLACES in codes(wrong.broken)) == ((), True)
    assert Draft.objects.filter(published_as=None).count() == 0


def test_the_first_move_begins_a_draft_and_pins() -> None:
    publish()

    draft = move(TALK_LATER)

    found = board()
    assert (str(found.stand), found.faults) == (f"d{draft.pk}.{draft.version}", ())
    assert found.now.trip.pins == (Pin(kind=PinKind.TIME, item="talk", start=TALK_LATER.start),)
    assert [one.start for one in found.programme.sessions_of["talk"]] == [TALK_LATER.start]


def test_a_move_that_breaks_something_is_kept_with_its_faults() -> None:
    publish()

    move(CLASH)

    assert ViolationCode.TWO_PLACES in codes(board().faults)


def test_moves_are_undone_one_by_one_with_their_pins() -> None:
    publish()
    before = board().programme.sessions
    move(TALK_LATER)
    between = board().programme.sessions
    move(CLASH)

    undo_step(key="tiny", stand=stand(), by=SYSTEM, now=NOW)
    first = board()
    undo_step(key="tiny", stand=stand(), by=SYSTEM, now=NOW)
    second = board()

    assert (first.programme.sessions, [pin.item for pin in first.now.trip.pins]) == (between, ["talk"])
    assert (set(second.programme.sessions), second.now.trip.pins, second.can_undo) == (set(before), (), False)
    with pytest.raises(NotFoundError):
        undo_step(key="tiny", stand=stand(), by=SYSTEM, now=NOW)


def test_undo_does_not_touch_pins_that_somebody_has_set_since() -> None:
    publish()
    move(TALK_LATER)
    save_part(
        key="tiny",
        value=Pin(kind=PinKind.GROUP, item="talk", group="1"),
        by=SYSTEM,
        now=NOW,
        expected_version=None,
    )

    with pytest.raises(OvertakenError):
        undo_step(key="tiny", stand=stand(), by=SYSTEM, now=NOW)

    assert [one.start for one in board().programme.sessions_of["talk"]] == [TALK_LATER.start]


def test_a_pin_is_set_and_removed() -> None:
    publish()

    pin_session(key="tiny", stand=stand(), session="talk-1", is_pinned=True, by=SYSTEM, now=NOW)
    pinned = board().now.trip.pins
    pin_session(key="tiny", stand=stand(), session="talk-1", is_pinned=False, by=SYSTEM, now=NOW)

    assert ([pin.item for pin in pinned], board().now.trip.pins) == (["talk"], ())


def test_a_session_taken_off_is_without_a_place() -> None:
    publish()

    remove_session(key="tiny", stand=stand(), session="talk-1", by=SYSTEM, now=NOW)

    assert [one.item for one in board().programme.unplaced] == ["gamma", "talk"]


def test_the_second_of_two_organisers_is_told_and_overwrites_nothing() -> None:
    publish()
    seen = stand()
    move(TALK_LATER, seen)

    with pytest.raises(OvertakenError):
        move(CLASH, seen)

    assert [one.start for one in board().programme.sessions_of["talk"]] == [TALK_LATER.start]
    assert Draft.objects.filter(published_as=None).count() == 1


def test_the_second_of_two_on_one_draft_is_told_too() -> None:
    publish()
    move(TALK_LATER)
    seen = stand()
    move(to("talk-1", "2025-05-20 10:30"), seen)

    for late in (
        lambda: move(CLASH, seen),
        lambda: newest_board(find_trip_row(key="tiny"), seen),
        lambda: undo_step(key="tiny", stand=seen, by=SYSTEM, now=NOW),
        lambda: publish_board(key="tiny", stand=seen, note="", by=SYSTEM, now=NOW),
    ):
        with pytest.raises(OvertakenError):
            late()


@pytest.mark.parametrize(
    "placing",
    [
        Placing(item="nothing", start=instant("2025-05-19 10:00")),
        Placing(item="talk", session="talk-9", start=instant("2025-05-19 10:00")),
        Placing(item="talk", session="talk-1", start=instant("2025-05-19 10:00"), groups=("9",)),
    ],
)
def test_what_there_is_not_cannot_be_moved(placing: Placing) -> None:
    publish()

    with pytest.raises(NotFoundError):
        move(placing)

    assert DraftStep.objects.count() == 0


def test_a_trip_changed_since_is_said_and_checked_as_it_is_now() -> None:
    publish()
    row = ItemRow.objects.get(key="talk")
    declined = change_item(make_trip(), "talk", request=_request(RequestStatus.DECLINED)).item_by_id["talk"]
    save_part(key="tiny", value=declined, by=SYSTEM, now=NOW, expected_version=row.version)

    found = board()

    assert (found.is_overtaken, found.is_gone) == (True, False)
    assert codes(found.faults) == {ViolationCode.STATUS}


def test_a_programme_of_what_is_no_longer_there_is_shown_and_not_changed() -> None:
    publish()
    trip = make_trip()
    items = tuple(item for item in trip.items if item.id != "talk")
    import_trip(
        trip=make_trip(items=items, rules=(), delegates=_wishless(trip)), by=SYSTEM, now=NOW, replace=True
    )

    found = board()

    assert (found.is_gone, "talk" in found.trip.item_by_id) == (True, True)
    with pytest.raises(FaultError, match="taken out of the trip"):
        move(CLASH)


def test_a_repair_is_found_in_the_background_and_taken_over() -> None:
    publish()
    move(CLASH)
    ask_repairs(key="tiny", stand=stand(), item="acme", by=SYSTEM, now=NOW)
    assert read_proposals(board=board()) is None

    assert work_once(name="t")
    found = read_proposals(board=board())

    assert found is not None
    assert (found.outcome, found.item) == ("solved", "acme")
    job = board().repair_job
    assert job is not None
    kind = found.repairs[0].kind
    take_repair(key="tiny", stand=stand(), job=str(job.id), kind=kind, by=SYSTEM, now=NOW)
    after = board()
    assert (after.faults, CLASH.start in [one.start for one in after.programme.sessions_of["acme"]]) == (
        (),
        True,
    )
    undo_step(key="tiny", stand=stand(), by=SYSTEM, now=NOW)
    assert ViolationCode.TWO_PLACES in codes(board().faults)


def test_repairs_of_an_older_state_are_not_offered_and_not_taken() -> None:
    publish()
    move(CLASH)
    ask_repairs(key="tiny", stand=stand(), item="acme", by=SYSTEM, now=NOW)
    work_once(name="t")
    job = board().repair_job
    move(TALK_LATER)

    found = read_proposals(board=board())

    assert found is not None
    assert job is not None
    assert (found.outcome, found.repairs) == ("overtaken", ())
    with pytest.raises(OvertakenError):
        take_repair(key="tiny", stand=stand(), job=str(job.id), kind=RepairKind.BEST, by=SYSTEM, now=NOW)


def test_a_refusal_is_repaired_without_the_item() -> None:
    publish()
    move(TALK_LATER)
    ask_repairs(key="tiny", stand=stand(), item="acme", is_declined=True, by=SYSTEM, now=NOW)
    work_once(name="t")
    job, found = board().repair_job, read_proposals(board=board())
    assert job is not None
    assert found is not None

    take_repair(key="tiny", stand=stand(), job=str(job.id), kind=found.repairs[0].kind, by=SYSTEM, now=NOW)

    after = board()
    status = after.now.trip.item_by_id["acme"].request.status
    assert (after.faults, "acme" in after.programme.sessions_of, status) == (
        (),
        False,
        RequestStatus.DECLINED,
    )


def test_nothing_is_repaired_that_was_not_moved() -> None:
    publish()
    move(TALK_LATER)

    with pytest.raises(NotFoundError, match="has not been moved"):
        ask_repairs(key="tiny", stand=stand(), item="acme", by=SYSTEM, now=NOW)

    assert Job.objects.filter(state=JobState.WAITING).count() == 0


def test_a_draft_is_published_with_the_trip_as_it_is_now() -> None:
    publish()
    move(TALK_LATER)
    row = ItemRow.objects.get(key="gamma")
    named = change_item(make_trip(), "gamma", weight=5).item_by_id["gamma"]
    save_part(key="tiny", value=named, by=SYSTEM, now=NOW, expected_version=row.version)

    version = publish_board(key="tiny", stand=stand(), note="Talk at 10:15", by=SYSTEM, now=NOW)

    found = board()
    assert (version.number, version.note, str(found.stand)) == (2, "Talk at 10:15", "v2")
    assert (found.is_overtaken, found.trip.item_by_id["gamma"].weight) == (False, 5)


def test_what_breaks_a_rule_is_not_published() -> None:
    publish()
    move(CLASH)

    with pytest.raises(FaultError, match="breaks"):
        publish_board(key="tiny", stand=stand(), note="", by=SYSTEM, now=NOW)

    assert str(board().stand).startswith("d")


def test_a_published_version_is_not_published_again() -> None:
    publish()

    with pytest.raises(NotFoundError):
        publish_board(key="tiny", stand=stand(), note="", by=SYSTEM, now=NOW)


def test_versions_and_drafts_are_compared() -> None:
    publish()
    move(TALK_LATER)
    found = board()

    told = compare_board(board=found, other="v1")

    assert [change.after.item for change in told.moved] == ["talk"]
    assert {person for person, change in told.people.items() if change.moved == ("talk",)} == {
        "anna",
        "gina",
        "head",
    }
    assert len(compare_board(board=found, other="").added) == len(found.programme.sessions)
    with pytest.raises(NotFoundError):
        compare_board(board=found, other="v7")


def _request(status: RequestStatus) -> object:
    from geleit.domain.hosts import HostRequest

    return HostRequest(status=status)


def _wishless(trip: object) -> tuple[object, ...]:
    from dataclasses import replace

    return tuple(replace(person, wishes=()) for person in trip.delegates)  # type: ignore[attr-defined] # a trip
