"""Why a delegate is in no session of an item that takes place."""

from geleit.domain.obstacles import ObstacleKind as Kind
from geleit.planner.why.why import unmet_wishes
from tests.factories import make_programme, make_trip
from tests.whynot import ask, assert_way_in, kinds_of


def test_a_role_that_is_not_received_is_all_that_stands_in_the_way() -> None:
    trip = make_trip()

    assert kinds_of(ask(trip, "talk", "clara"), "talk", "clara") == {Kind.ROLES}


def test_who_could_join_joins_at_a_price() -> None:
    trip = make_trip()

    way = assert_way_in(ask(trip, "talk", "bert"), trip, "talk", "bert")

    assert {day.delegate for day in way.differences.days if "talk" in day.gained} >= {"bert"}


def test_wishes_are_unmet_where_the_delegate_is_in_no_session() -> None:
    programme = make_programme()

    assert unmet_wishes(make_trip(), programme, "bert") == ("gamma",)
    assert unmet_wishes(make_trip(), programme, "anna") == ()
