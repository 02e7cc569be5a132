"""Somebody who has to be there, and is not with the delegation then or is at another fixed session."""

from dataclasses import replace

from geleit.domain.hosts import HostRequest
from geleit.domain.obstacles import ObstacleKind as Kind
from geleit.domain.people import Presence
from geleit.domain.status import RequestStatus
from geleit.domain.trip import Trip
from tests.factories import instant, make_item, make_programme, make_session
from tests.whynot import ask, assert_way_in, kinds_of, trip_with


def leaving(trip: Trip, clock: str) -> Trip:
    gone = Presence(leaves=instant(clock))
    people = tuple(replace(each, presence=gone) if each.id == "anna" else each for each in trip.delegates)
    return replace(trip, delegates=people)


def test_who_is_required_and_gone_stands_in_the_way_with_the_window() -> None:
    trip = leaving(trip_with(required_people=("anna",)), "2025-05-19 10:45")

    assert kinds_of(ask(trip)) == {Kind.REQUIRED, Kind.PRESENCE, Kind.WINDOWS}


def test_who_is_required_and_free_is_taken_along() -> None:
    trip = trip_with(required_people=("anna",))

    way = assert_way_in(ask(trip), trip)

    assert "anna" in way.programme.sessions_of["extra"][0].attendees


def test_who_is_required_at_two_fixed_sessions_at_once_can_be_at_one() -> None:
    fixed = make_item(
        "fixed",
        place="hotel-washington",
        required_people=("anna",),
        request=HostRequest(status=RequestStatus.CONFIRMED, slots=(instant("2025-05-19 10:45"),)),
    )
    trip = trip_with(required_people=("anna",))
    trip = replace(trip, items=(*trip.items, fixed))
    session = make_session("fixed-1", "2025-05-19 10:45", 60, "hotel-washington")
    programme = make_programme()
    programme = replace(programme, sessions=(*programme.sessions, session))

    answer = ask(trip, programme=programme)

    assert kinds_of(answer) == {Kind.REQUIRED, Kind.CONFIRMED, Kind.WINDOWS}
