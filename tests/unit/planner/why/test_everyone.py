"""A confirmed session of the whole delegation leaves nobody for another at that time."""

from geleit.domain.hosts import HostRequest
from geleit.domain.obstacles import ObstacleKind as Kind
from geleit.domain.status import RequestStatus
from geleit.domain.trip import Trip
from geleit.planner.why.facts import Facts
from geleit.planner.why.minimal import smallest_clash
from geleit.planner.why.oracle import can_hold
from tests.factories import change_item, instant, window
from tests.whynot import ask, assert_excluded, assert_way_in, trip_with


def with_fixed_briefing(trip: Trip) -> Trip:
    request = HostRequest(status=RequestStatus.CONFIRMED, slots=(instant("2025-05-19 09:00"),))
    return change_item(trip, "briefing", request=request)


def test_too_few_are_free_beside_the_whole_delegation() -> None:
    trip = with_fixed_briefing(trip_with(min_people=4, windows=(window("2025-05-19 09:00-10:00"),)))
    facts = Facts(trip)
    things = {*facts.of("extra"), *facts.of("briefing"), *facts.everyone_at("briefing")}
    goals = {"extra": frozenset[str]()}

    clash = smallest_clash(facts, things, goals)

    assert clash is not None
    kinds = {Kind.WINDOWS, Kind.MIN_PEOPLE, Kind.CONFIRMED, Kind.EVERYONE}
    assert {thing.kind for thing in clash} == kinds
    assert all(can_hold(facts, frozenset(clash) - {thing}, goals) for thing in clash)
    assert_excluded(trip, clash, goals)


def test_afterwards_all_are_free() -> None:
    trip = with_fixed_briefing(trip_with(min_people=4))

    assert_way_in(ask(trip), trip)
