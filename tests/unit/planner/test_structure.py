"""What a trip's data alone prove to be impossible."""

from geleit.domain.changes import CapFell, SlotMoved, apply_changes
from geleit.domain.obstacles import ObstacleKind
from geleit.domain.programme import ReasonCode
from geleit.domain.trip import Trip
from geleit.planner.structure import structural_clashes
from tests.factories import change_item, instant, make_trip


def codes(trip: Trip) -> list[tuple[tuple[str, ...], ReasonCode]]:
    return [(clash.items, reason.code) for clash in structural_clashes(trip) for reason in clash.reasons]


def test_a_trip_that_has_a_programme_is_not_impossible() -> None:
    assert structural_clashes(make_trip()) == ()


def test_an_item_for_everyone_needs_room_for_all_who_have_to_come() -> None:
    trip = apply_changes(make_trip(), [CapFell(item="briefing", max_people=1)])

    (clash,) = structural_clashes(trip)

    assert (clash.items, clash.reasons[0].code) == (("briefing",), ReasonCode.CAP)
    assert (clash.reasons[0].wanted, clash.reasons[0].available) == (2, 1)
    assert [thing.kind for thing in clash.obstacles] == [
        ObstacleKind.MUST,
        ObstacleKind.EVERYONE,
        ObstacleKind.CAP,
    ]


def test_room_for_those_who_are_never_excused_proves_nothing() -> None:
    assert structural_clashes(apply_changes(make_trip(), [CapFell(item="briefing", max_people=2)])) == ()


def test_moved_to_when_the_delegation_is_elsewhere_is_told_so() -> None:
    trip = change_item(make_trip(), "acme", must=True)

    moved = apply_changes(trip, [SlotMoved(item="acme", start=instant("2025-05-21 13:00"))])

    assert codes(moved) == [(("acme",), ReasonCode.NOT_AT_STATION)]
