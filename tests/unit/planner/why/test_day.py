"""The day, the rest after a leg, the meals and the longest way stand in the way of what lies outside them."""

from dataclasses import replace

from geleit.domain.kinds import ItemKind
from geleit.domain.obstacles import ObstacleKind as Kind
from geleit.domain.windows import Clock
from tests.factories import make_item, make_place, window
from tests.whynot import ask, assert_way_in, kinds_of, trip_with


def test_before_the_day_begins() -> None:
    assert kinds_of(ask(trip_with(windows=(window("2025-05-19 05:00-06:30"),)))) == {Kind.WINDOWS, Kind.DAY}


def test_right_after_the_flight() -> None:
    trip = trip_with(kind=ItemKind.RECEPTION, windows=(window("2025-05-18 18:00-19:00"),))

    assert kinds_of(ask(trip)) == {Kind.WINDOWS, Kind.ARRIVAL_REST}


def test_all_through_lunch() -> None:
    trip = trip_with(duration_min=210, windows=(window("2025-05-19 11:15-14:45"),))

    assert kinds_of(ask(trip)) == {Kind.WINDOWS, Kind.MEAL}


def test_through_lunch_where_no_meal_is_owed() -> None:
    trip = trip_with(kind=ItemKind.RECEPTION, duration_min=210, windows=(window("2025-05-19 11:15-14:45"),))
    frame = replace(trip.frame, lunch_min=0, lunch=Clock(11 * 60, 12 * 60))
    trip = replace(trip, frame=frame)

    assert_way_in(ask(trip), trip)


def test_farther_away_than_the_trip_accepts() -> None:
    far = make_place("far", 40.9, -77.03)
    trip = trip_with(make_item("extra", place="far", windows=(window("2025-05-19 08:00-18:00"),)))
    trip = replace(trip, places=(*trip.places, far), frame=replace(trip.frame, max_transfer_min=120))

    assert kinds_of(ask(trip)) == {Kind.WAY}


def test_as_far_away_as_the_trip_accepts() -> None:
    trip = trip_with(make_item("extra", place="beta-house", windows=(window("2025-05-19 10:30-11:30"),)))

    assert_way_in(ask(trip), trip)
