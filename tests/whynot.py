"""Asking why not, and judging the answer: shared by the tests of each thing that can stand in the way."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from geleit.domain.items import Item
from geleit.domain.obstacles import Obstacle, ObstacleKind
from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.planner.check import check_programme
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, Ruler, benefits_alone, evaluate
from geleit.planner.why.records import Answer, Blocked, WayIn
from geleit.planner.why.relaxed import relaxed_trip
from geleit.planner.why.why import Question, why_not
from geleit.planner.why.witness import witness_of
from tests.factories import make_item, make_programme, make_trip, window

FREE_HOUR = (window("2025-05-19 10:30-11:30"),)
"""An hour at the hotel in which nobody has anything else."""
LIMIT_S = 3.0


def trip_with(item: Item | None = None, **changes: Any) -> Trip:
    """Return the tiny trip with one more item, by default one that finds its hour at the hotel on Monday."""
    given: dict[str, Any] = {"place": "hotel-washington", "windows": FREE_HOUR, **changes}
    trip = make_trip()
    return replace(trip, items=(*trip.items, item or make_item("extra", **given)))


def ask(
    trip: Trip, item: str = "extra", delegate: str | None = None, programme: Programme | None = None
) -> Answer:
    """Return the answer to why an item has no place in the tiny programme, or a delegate none in it."""
    question = Question(trip, programme or make_programme(), LIMIT_S)
    return why_not(question, item, delegate).answer


def kinds_of(answer: Answer, item: str = "extra", delegate: str | None = None) -> set[ObstacleKind]:
    """Return what stands in the way, after every proof of it has been gone through again."""
    assert isinstance(answer, Blocked), answer
    goals = {item: frozenset() if delegate is None else frozenset({delegate})}
    assert_minimal(answer, goals)
    return {obstacle.kind for obstacle in answer.obstacles}


def assert_minimal(answer: Blocked, goals: Mapping[str, frozenset[str]]) -> None:
    """Assert that without each obstacle there is a valid programme, and with all of them the search finds none."""
    assert len(answer.witnesses) == len(answer.obstacles)
    for witness in answer.witnesses:
        assert check_programme(witness.trip, witness.programme) == ()
        for item, people in goals.items():
            there = {p for session in witness.programme.sessions_of[item] for p in session.attendees}
            assert there >= people


def value_of(programme: Programme, trip: Trip | None = None) -> int:
    """Return a programme's objective in eighths of a point, measured for the trip with the item by its usual ruler."""
    known = trip or trip_with()
    return evaluate(known, programme, Ruler(benefits_alone(known), DEFAULT_KAPPA_PERCENT)).objective


def assert_excluded(trip: Trip, obstacles: tuple[Obstacle, ...], goals: Mapping[str, frozenset[str]]) -> None:
    """Assert that the search finds no programme where all the obstacles hold."""
    items = set(goals) | {item for obstacle in obstacles for item in obstacle.items}
    assert witness_of(relaxed_trip(trip, items, frozenset(obstacles), goals), lambda: False) is None


def assert_way_in(answer: Answer, trip: Trip, item: str = "extra", delegate: str | None = None) -> WayIn:
    """Assert that a way in was found which the checker accepts and whose price is as told; return it."""
    assert isinstance(answer, WayIn), answer
    assert check_programme(trip, answer.programme) == ()
    there = {p for session in answer.programme.sessions_of[item] for p in session.attendees}
    assert there
    assert delegate is None or delegate in there
    return answer
