"""A host who has declined, or was never asked, stands in the way alone."""

import pytest

from geleit.domain.hosts import HostRequest
from geleit.domain.obstacles import ObstacleKind as Kind
from geleit.domain.status import RequestStatus
from tests.factories import make_programme
from tests.whynot import ask, assert_way_in, kinds_of, trip_with, value_of


@pytest.mark.parametrize("status", [RequestStatus.DECLINED, RequestStatus.IDEA, RequestStatus.LAPSED])
def test_a_host_who_is_out_is_all_that_stands_in_the_way(status: RequestStatus) -> None:
    trip = trip_with(request=HostRequest(status=status))

    assert kinds_of(ask(trip)) == {Kind.STATUS}


def test_a_host_who_was_asked_can_be_visited_at_a_price() -> None:
    trip = trip_with()

    way = assert_way_in(ask(trip), trip)

    assert "extra" in way.differences.items_gained
    assert way.cost_eighths == value_of(make_programme()) - value_of(way.programme)
