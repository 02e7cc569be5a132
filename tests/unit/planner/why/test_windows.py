"""Windows stand in the way alone where they are too short, together with what keeps people away then."""

from geleit.domain.obstacles import ObstacleKind as Kind
from tests.factories import window
from tests.whynot import ask, assert_way_in, kinds_of, trip_with


def test_a_window_shorter_than_a_session_is_all_that_stands_in_the_way() -> None:
    trip = trip_with(windows=(window("2025-05-19 10:30-11:00"),))

    assert kinds_of(ask(trip)) == {Kind.WINDOWS}


def test_a_window_as_long_as_a_session_is_enough() -> None:
    trip = trip_with(windows=(window("2025-05-19 10:30-11:30"),))

    assert_way_in(ask(trip), trip)
