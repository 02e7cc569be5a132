"""A window on a Sunday clashes with the weekend, for a house that keeps office hours."""

from geleit.domain.obstacles import ObstacleKind as Kind
from tests.factories import window
from tests.whynot import ask, assert_way_in, kinds_of, trip_with


def test_window_and_weekend_stand_in_the_way_together() -> None:
    trip = trip_with(windows=(window("2025-05-18 18:45-23:00"),))

    assert kinds_of(ask(trip)) == {Kind.WINDOWS, Kind.CLOSED_DAYS}


def test_a_house_that_opens_on_sunday_can_be_visited() -> None:
    trip = trip_with(windows=(window("2025-05-18 20:30-23:00", on_closed_days=True),))

    assert_way_in(ask(trip), trip)
