"""What hosts are asked for: every alternate is valid, and nothing else changes by it."""

from dataclasses import replace
from datetime import date

import pytest

from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.programme import Programme
from geleit.domain.status import RequestStatus
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.propose.propose import proposals
from geleit.planner.propose.records import Proposal
from tests.factories import change_item, instant, make_programme, make_trip, window


def proposal_of(item: str, trip: Trip | None = None) -> Proposal:
    (found,) = proposals(trip or make_trip(), make_programme(), only=frozenset({item}))
    return found


def others(programme: Programme, session: str) -> set[object]:
    start = next(each.start for each in make_programme().sessions if each.id == session)
    item = session.rpartition("-")[0]
    return {
        (each.item, each.start, each.attendees)
        for each in programme.sessions
        if each.item != item or each.start != start
    }


def test_every_open_host_is_asked_the_earliest_first() -> None:
    found = [proposal.item for proposal in proposals(make_trip(), make_programme())]

    assert found == ["welcome", "briefing", "acme", "beta", "talk", "university"]


def test_a_host_who_has_confirmed_is_not_asked() -> None:
    request = HostRequest(status=RequestStatus.CONFIRMED, slots=(instant("2025-05-20 10:00"),))
    trip = change_item(make_trip(), "talk", request=request)

    assert list(proposals(trip, make_programme(), only=frozenset({"talk"}))) == []


def test_dates_and_figures_to_ask_for() -> None:
    request = HostRequest(decide_by=date(2025, 4, 1))
    listed = NameList(due=date(2025, 5, 5), fields=("name", "passport"))
    trip = change_item(make_trip(), "talk", request=request, name_list=listed)

    found = proposal_of("talk", trip)

    assert (found.decide_by, found.list_due, found.list_fields, found.people) == (
        date(2025, 4, 1),
        date(2025, 5, 5),
        ("name", "passport"),
        3,
    )
    assert [(each.session, each.start) for each in found.sessions] == [
        ("talk-1", instant("2025-05-20 10:00"))
    ]


@pytest.mark.parametrize("item", ["welcome", "briefing", "talk", "university", "acme", "beta"])
def test_every_alternate_is_valid_and_leaves_everything_else_as_it_is(item: str) -> None:
    trip, programme = make_trip(), make_programme()

    for session in proposal_of(item).sessions:
        assert len(session.alternates) <= 2
        for alternate in session.alternates:
            assert check_programme(trip, alternate.programme) == ()
            assert alternate.start != session.start
            moved = {(each.item, each.start, each.attendees) for each in alternate.programme.sessions} - {
                (each.item, each.start, each.attendees) for each in programme.sessions
            }
            assert moved == {(item, alternate.start, alternate.attendees)}


def test_an_hour_to_spare_gives_two_alternates() -> None:
    assert len(proposal_of("talk").sessions[0].alternates) == 2


def test_alternates_lie_in_other_half_days_where_they_can() -> None:
    days = (
        window("2025-05-20 09:00-12:30"),
        window("2025-05-19 10:30-12:00"),
        window("2025-05-21 09:00-12:00"),
    )
    trip = change_item(make_trip(), "talk", windows=days, place="hotel-washington")
    talk = next(each for each in make_programme().sessions if each.id == "talk-1")
    programme = make_programme()
    programme = replace(
        programme,
        sessions=tuple(
            replace(each, place="hotel-washington") if each is talk or each.id == "talk-1" else each
            for each in programme.sessions
        ),
        transfers=tuple(each for each in programme.transfers if each.day != date(2025, 5, 20)),
    )
    assert check_programme(trip, programme) == ()

    (found,) = proposals(trip, programme, only=frozenset({"talk"}))

    assert date(2025, 5, 19) in {each.day for each in found.sessions[0].alternates}


def test_a_window_no_longer_than_the_session_leaves_no_alternate() -> None:
    trip = change_item(make_trip(), "talk", windows=(window("2025-05-20 10:00-11:00"),))

    assert proposal_of("talk", trip).sessions[0].alternates == ()
