"""Rules between items stand in the way together with what makes the other item take place."""

from dataclasses import replace

from geleit.domain.items import ItemRule, RuleKind
from geleit.domain.obstacles import ObstacleKind as Kind
from tests.factories import window
from tests.whynot import ask, assert_way_in, kinds_of, trip_with


def test_at_most_one_of_an_item_that_must_be() -> None:
    rule = ItemRule(kind=RuleKind.AT_MOST_ONE, items=("briefing", "extra"))
    trip = replace(trip_with(), rules=(rule,))

    assert kinds_of(ask(trip)) == {Kind.RULE, Kind.MUST}


def test_at_most_one_of_an_item_that_need_not_be_drops_it() -> None:
    rule = ItemRule(kind=RuleKind.AT_MOST_ONE, items=("talk", "extra"))
    trip = replace(trip_with(), rules=(rule,))

    way = assert_way_in(ask(trip), trip)

    assert "talk" in way.differences.items_lost


def test_before_an_item_that_must_be_earlier() -> None:
    rule = ItemRule(kind=RuleKind.BEFORE, items=("extra", "briefing"))
    trip = replace(trip_with(windows=(window("2025-05-19 15:00-16:00"),)), rules=(rule,))

    assert kinds_of(ask(trip)) == {Kind.RULE, Kind.MUST, Kind.WINDOWS}


def test_after_an_item_that_must_be_earlier() -> None:
    rule = ItemRule(kind=RuleKind.BEFORE, items=("briefing", "extra"))
    trip = replace(trip_with(), rules=(rule,))

    assert_way_in(ask(trip), trip)


def test_all_or_none_with_an_item_that_cannot_be() -> None:
    rule = ItemRule(kind=RuleKind.TOGETHER, items=("other", "extra"))
    trip = replace(trip_with(), rules=(rule,))
    closed = replace(trip.item_by_id["extra"], id="other", max_people=0)
    trip = replace(trip, items=(*trip.items, closed))

    assert kinds_of(ask(trip)) == {Kind.RULE, Kind.CAP}
