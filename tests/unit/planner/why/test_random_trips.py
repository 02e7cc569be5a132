"""Random trips: what is said to be possible is valid; what stands in the way does, and all of it is needed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from random import Random

import pytest

from geleit.domain.hosts import HostRequest
from geleit.domain.kinds import Role
from geleit.domain.obstacles import Obstacle
from geleit.domain.places import Place
from geleit.domain.programme import GroupPart, Programme, Session
from geleit.domain.status import RequestStatus
from geleit.domain.stays import day_part_of
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.structure import structural_clashes
from geleit.planner.why.facts import Facts
from geleit.planner.why.oracle import can_hold
from geleit.planner.why.records import Blocked, WayIn
from geleit.planner.why.relaxed import relaxed_trip
from geleit.planner.why.why import Question, universes, why_not
from tests.factories import change_item, make_item, make_trip, window
from tests.feasible import Case, feasible_case
from tests.whynot import assert_excluded, assert_minimal

SEEDS = range(10)
HOURS = (9, 10, 13, 14, 15, 30, 33, 34, 37)
"""After midnight of the first day (UTC): within the windows of ``tiny`` and outside them."""


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_takes_place_is_proven_impossible(seed: int) -> None:
    case = feasible_case(Random(seed), people_max=8)
    facts = Facts(case.trip)

    assert structural_clashes(case.trip) == ()
    for item, sessions in case.witness.sessions_of.items():
        for people in (frozenset[str](), frozenset(sessions[0].attendees[:1])):
            for universe in universes(facts, item):
                assert can_hold(facts, frozenset(universe), {item: people})


@pytest.mark.parametrize("seed", range(3))
def test_answers_about_random_trips_hold(seed: int) -> None:
    rng = Random(seed)
    case = spoilt(rng, feasible_case(rng, people_max=8))
    missing = [item.id for item in case.trip.items if item.id not in case.witness.sessions_of]
    question = Question(case.trip, case.witness, limit_s=0.3)

    for item in missing[:3]:
        answer = why_not(question, item).answer
        if isinstance(answer, WayIn):
            assert check_programme(case.trip, answer.programme) == ()
            assert item in answer.programme.sessions_of
        if isinstance(answer, Blocked):
            goals = {item: frozenset[str]()}
            assert_minimal(answer, goals)
            assert_excluded(case.trip, answer.obstacles, goals)


def spoilt(rng: Random, case: Case) -> Case:
    """Return a case with some of its unplaced items made harder to place."""
    trip = case.trip
    missing = [item for item in trip.items if item.id not in case.witness.sessions_of]
    extra = [replace(item, id=f"{item.id}-again", must=False) for item in trip.items[:2]]
    trip = replace(trip, items=(*trip.items, *extra))
    for item in (*missing, *extra):
        change: Mapping[str, object] = rng.choice(
            (
                {"max_people": 0},
                {"min_people": 3, "max_people": 2},
                {"roles": frozenset({Role.PRESS})},
                {"request": HostRequest(status=RequestStatus.DECLINED)},
                {"request": HostRequest(), "windows": (window("2025-01-01 10:00-12:00"),)},
                {},
            )
        )
        trip = change_item(trip, item.id, **change)
    return replace(case, trip=trip)


@pytest.mark.parametrize("seed", range(6))
def test_blocked_sets_of_tiny_trips_are_minimal_by_trying_every_start_and_every_party(seed: int) -> None:
    trip = tiny(Random(seed))
    answer = why_not(Question(trip, Programme(trip=trip.id)), "extra").answer
    has_any = any_programme(trip, frozenset(Facts(trip).of("extra")))

    assert isinstance(answer, Blocked) == (not has_any)
    if isinstance(answer, Blocked):
        assert not any_programme(trip, frozenset(answer.obstacles))
        for obstacle in answer.obstacles:
            assert any_programme(trip, frozenset(answer.obstacles) - {obstacle})


def tiny(rng: Random) -> Trip:
    """Return one station without legs, three people, and one item at the base."""
    trip = make_trip()
    home = Place(id="erfurt", name=trip.title, lat=50.98, lon=11.03, zone="Europe/Berlin", country="DE")
    item = make_item(
        "extra",
        place="hotel-washington",
        windows=(window(rng.choice(("2025-05-19 09:00-10:00", "2025-05-18 10:00-11:00", "05:00-06:00"))),),
        min_people=rng.choice((1, 2, 3)),
        max_people=rng.choice((1, 2, None)),
        roles=rng.choice((frozenset[Role](), frozenset({Role.BUSINESS}), frozenset({Role.HEAD}))),
        required_people=rng.choice(((), ("anna",))),
    )
    people = tuple(person for person in trip.delegates if person.id in ("head", "anna", "gina"))
    return replace(
        trip,
        legs=(),
        stations=trip.stations[:1],
        items=(item,),
        delegates=tuple(replace(person, wishes=()) for person in people),
        places=(home, *trip.places[1:]),
        guides_required=False,
    )


def any_programme(trip: Trip, things: frozenset[Obstacle]) -> bool:
    """Whether the checker accepts any session of the item: some hours, every party."""
    known = relaxed_trip(trip, ("extra",), things, {"extra": frozenset()})
    return any(check_programme(known, programme) == () for programme in _every(known))


def _every(trip: Trip) -> Iterator[Programme]:
    people = [person.id for person in trip.delegates]
    parties = [party for size in range(1, len(people) + 1) for party in combinations(sorted(people), size)]
    item = trip.items[0]
    first = Facts(trip).epoch + timedelta(days=2)
    for quarter in range(4 * 24 * 4):
        start = first + timedelta(minutes=15 * quarter)
        day, part = day_part_of(trip, item.station, start)
        for party in parties:
            session = Session(
                id="extra-1",
                item="extra",
                start=start,
                end=start + timedelta(minutes=item.duration_min),
                place=item.place,
                groups=("1",),
                attendees=party,
            )
            group = GroupPart(day=day, part=part, group="1", members=party)
            yield Programme(trip=trip.id, sessions=(session,), groups=(group,))
