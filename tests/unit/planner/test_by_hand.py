"""Moves by hand: who goes, which ways are made anew, and what the checker then says."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geleit.domain.programme import Programme
from geleit.domain.violations import ViolationCode
from geleit.planner.by_hand import Kit, Placing, make_kit, placed_by_hand, without_session
from geleit.planner.by_hand.move import Move
from geleit.planner.check import check_programme
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.read import Read, read_plan
from tests.factories import codes, instant, make_programme, make_trip

TRIP = make_trip()
PROGRAMME = replace(make_programme(), value=None)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return make_kit(TRIP, PROGRAMME.legs)


def to(session: str, clock: str, *groups: str) -> Placing:
    return Placing(item=session.rsplit("-", 1)[0], session=session, start=instant(clock), groups=groups)


def test_where_it_was_a_session_breaks_nothing(kit: Kit) -> None:
    after = placed_by_hand(kit, PROGRAMME, to("acme-1", "2025-05-19 13:40"))

    assert (check_programme(TRIP, after), set(after.sessions)) == ((), set(PROGRAMME.sessions))


def test_ways_are_made_anew_where_there_is_room(kit: Kit) -> None:
    after = placed_by_hand(kit, PROGRAMME, to("talk-1", "2025-05-20 10:15"))

    ride = next(one for one in after.transfers if one.day.isoformat() == "2025-05-20")
    before = next(one for one in PROGRAMME.transfers if one.day == ride.day)
    assert (ride.depart - before.depart).total_seconds() == 15 * 60
    assert [one for one in after.transfers if one.day != ride.day] == [
        one for one in sorted(PROGRAMME.transfers, key=lambda one: (one.depart, one.group, one.origin))
        if one.day != ride.day
    ]  # fmt: skip # a condition for each side


def test_what_is_too_close_is_said(kit: Kit) -> None:
    after = placed_by_hand(kit, PROGRAMME, to("acme-1", "2025-05-19 15:00"))

    assert ViolationCode.TWO_PLACES in codes(check_programme(TRIP, after))


def test_the_wanted_group_goes_in_place_of_the_one_that_went(kit: Kit) -> None:
    after = placed_by_hand(kit, PROGRAMME, to("talk-1", "2025-05-20 10:00", "2"))

    talk = next(one for one in after.sessions if one.id == "talk-1")
    parts = [(one.group, one.part.value) for one in after.groups if one.day.isoformat() == "2025-05-20"]
    assert (talk.groups, parts) == (("2",), [("2", "morning")])


def test_a_day_on_which_the_delegation_is_elsewhere_is_said(kit: Kit) -> None:
    after = placed_by_hand(kit, PROGRAMME, to("talk-1", "2025-05-21 10:00"))

    assert ViolationCode.NOT_AT_STATION in codes(check_programme(TRIP, after))


def test_an_item_without_a_place_gets_one(kit: Kit) -> None:
    after = placed_by_hand(
        kit, PROGRAMME, Placing(item="gamma", start=instant("2025-05-20 10:00"), groups=("2",))
    )

    gamma = next(one for one in after.sessions if one.item == "gamma")
    assert (gamma.id, gamma.groups) == ("gamma-1", ("2",))
    assert [one.item for one in after.unplaced] == []


def test_without_its_session_a_group_stays_at_the_base(kit: Kit) -> None:
    after = without_session(kit, PROGRAMME, "talk-1")

    day = "2025-05-20"
    assert [one for one in after.transfers if one.day.isoformat() == day] == []
    assert [one for one in after.groups if one.day.isoformat() == day] == []
    assert [one.item for one in after.unplaced] == ["gamma", "talk"]


def test_a_session_that_there_is_not_cannot_be_moved(kit: Kit) -> None:
    with pytest.raises(KeyError):
        placed_by_hand(
            kit, PROGRAMME, Placing(item="acme", session="acme-9", start=instant("2025-05-19 10:00"))
        )


@settings(max_examples=25, deadline=None)
@given(
    session=st.sampled_from([one.id for one in PROGRAMME.sessions]),
    day=st.integers(18, 22),
    quarter=st.integers(0, 95),
    groups=st.sampled_from([(), ("1",), ("2",), ("1", "2")]),
)
def test_any_move_is_answered_and_goes_back(
    session: str, day: int, quarter: int, groups: tuple[str, ...]
) -> None:
    kit = make_kit(TRIP, PROGRAMME.legs)
    clock = f"2025-05-{day} {quarter // 4:02d}:{quarter % 4 * 15:02d}"

    after = placed_by_hand(kit, PROGRAMME, to(session, clock, *groups))

    assert ViolationCode.UNKNOWN_ID not in codes(check_programme(TRIP, after))
    assert sorted(one.id for one in after.sessions) == sorted(one.id for one in PROGRAMME.sessions)


class _Whole(Move):
    """A move that reads and builds all days, also those that nobody touches."""

    def _built(self, edited: Programme) -> tuple[Read, Programme]:
        read = read_plan(self.kit.problem, edited)
        return read, build_programme(read.plan)


@settings(max_examples=40, deadline=None)
@given(
    session=st.sampled_from([one.id for one in PROGRAMME.sessions]),
    day=st.integers(18, 22),
    quarter=st.integers(24, 90),
    groups=st.sampled_from([(), ("1",), ("2",), ("1", "2")]),
    is_new=st.booleans(),
)
def test_building_the_touched_days_alone_is_building_all(
    *, session: str, day: int, quarter: int, groups: tuple[str, ...], is_new: bool
) -> None:
    kit = make_kit(TRIP, PROGRAMME.legs)
    placing = to(session, f"2025-05-{day} {quarter // 4:02d}:{quarter % 4 * 15:02d}", *groups)
    if is_new:
        placing = replace(placing, session=None)

    whole = _Whole(kit, PROGRAMME).place(placing)

    assert placed_by_hand(kit, PROGRAMME, placing) == whole
    assert placed_by_hand(kit, PROGRAMME, placing, is_valued=False) == replace(whole, value=None)
