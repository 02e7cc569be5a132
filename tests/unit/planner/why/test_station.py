"""A window on a day on which the delegation is elsewhere clashes with its route."""

from geleit.domain.obstacles import ObstacleKind as Kind
from tests.factories import window
from tests.whynot import ask, assert_way_in, kinds_of, trip_with


def test_window_and_route_stand_in_the_way_together() -> None:
    trip = trip_with(windows=(window("2025-05-21 10:00-12:00"),))

    assert kinds_of(ask(trip)) == {Kind.WINDOWS, Kind.STATION}


def test_a_window_on_a_day_there_is_enough() -> None:
    trip = trip_with(windows=(window("2025-05-21 10:00-12:00"), window("2025-05-19 10:30-11:30")))

    assert_way_in(ask(trip), trip)
