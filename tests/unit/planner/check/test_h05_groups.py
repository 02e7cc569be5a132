"""H5, the groups: membership, seats and tours."""

from dataclasses import replace

import pytest

from geleit.domain.kinds import DayPart
from geleit.domain.people import Group, Presence
from geleit.domain.places import TravelMode
from geleit.domain.programme import Programme
from geleit.domain.text import Text
from geleit.domain.violations import Rule, ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    GROUP_1,
    MONDAY,
    change_delegate,
    change_frame,
    change_item,
    change_session,
    change_transfer,
    codes,
    drop_session,
    drop_transfer,
    instant,
    make_group_part,
    make_programme,
    make_transfer,
    make_trip,
    move,
    window,
)


def _groups(seats: int) -> tuple[Group, ...]:
    return tuple(Group(id=group, name=Text.of(group), seats=seats) for group in ("1", "2"))


@pytest.mark.parametrize(("seats", "broken"), [(3, False), (2, True)])
def test_a_vehicle_takes_as_many_as_it_has_seats(seats: int, *, broken: bool) -> None:
    found = check_programme(make_trip(groups=_groups(seats)), make_programme())
    assert {(one.code, one.wanted, one.available) for one in found} == (
        {(ViolationCode.SEATS, 3, 2)} if broken else set()
    )


def test_walking_needs_no_seats() -> None:
    trip = make_trip(groups=_groups(2))
    programme = make_programme()
    places = tuple(replace(place, lat=38.9, lon=-77.03) for place in trip.places)
    trip = replace(trip, places=places, travel_min={})
    walking = tuple(replace(transfer, mode=TravelMode.WALK, travel_min=0) for transfer in programme.transfers)
    assert check_programme(trip, replace(programme, transfers=walking)) == ()


def test_nobody_rides_with_a_group_without_belonging_to_it() -> None:
    programme = make_programme()
    groups = (replace(programme.groups[0], members=("gina", "head")), *programme.groups[1:])
    found = check_programme(make_trip(), replace(programme, groups=groups))
    assert {(one.code, one.people) for one in found} == {
        (ViolationCode.NOT_A_MEMBER, ("anna",)),
        (ViolationCode.NOT_IN_GROUP, ("anna",)),
    }


def test_a_group_without_people_in_that_part_makes_no_transfer() -> None:
    programme = change_transfer(make_programme(), 10, part=DayPart.AFTERNOON)
    found = check_programme(make_trip(), programme)
    assert ViolationCode.NO_GROUP_PART in codes(found)


def test_nobody_is_in_two_groups_of_one_part() -> None:
    programme = make_programme()
    second = replace(programme.groups[1], members=("anna", *programme.groups[1].members))
    groups = (programme.groups[0], second, *programme.groups[2:])
    (found,) = check_programme(make_trip(), replace(programme, groups=groups))
    assert (found.code, found.people, found.groups) == (
        ViolationCode.TWO_GROUPS,
        ("anna",),
        ("1", "2"),
    )
    assert (found.day, found.part) == (MONDAY, DayPart.AFTERNOON)


def test_people_may_change_groups_from_one_part_to_the_next() -> None:
    programme = make_programme()
    mixed = {"1": ("anna", "clara", "gina"), "2": ("bert", "head", "ines")}
    groups = tuple(
        replace(part, members=mixed[part.group]) if part.day.day == 21 else part for part in programme.groups
    )
    transfers = tuple(
        replace(transfer, people=mixed[transfer.group]) if transfer.day.day == 21 else transfer
        for transfer in programme.transfers
    )
    assert check_programme(make_trip(), replace(programme, groups=groups, transfers=transfers)) == ()


def test_a_group_stands_once_in_a_part() -> None:
    programme = make_programme()
    (found,) = check_programme(
        make_trip(), replace(programme, groups=(*programme.groups, programme.groups[0]))
    )
    assert (found.code, found.groups) == (ViolationCode.GROUP_TWICE, ("1",))


def test_a_group_makes_one_transfer_at_a_time() -> None:
    """The empty bus may not start for the second ride while it is on the first."""
    programme = change_transfer(make_programme(), 2, depart=instant("2025-05-19 15:30"))
    found = check_programme(make_trip(), programme)
    assert ViolationCode.TRANSFERS_OVERLAP in codes(found)


def test_a_tour_starts_where_the_one_before_has_ended() -> None:
    programme = drop_session(make_programme(), "beta-2", "acme-2")
    programme = drop_transfer(drop_transfer(programme, 6), 1)
    found = check_programme(change_item(make_trip(), "beta", must=False), programme)
    broken = [one for one in found if one.code is ViolationCode.TOUR_BROKEN]
    assert [one.places for one in broken] == [("acme-house", "beta-house"), ("beta-house", "acme-house")]


def test_a_group_comes_back_to_the_base() -> None:
    programme = drop_transfer(make_programme(), 4)
    found = check_programme(make_trip(), programme)
    assert {(one.code, one.places) for one in found} == {
        (ViolationCode.TOUR_BROKEN, ("university", "hotel-new-york")),
        (ViolationCode.NOT_CARRIED, ("university", "hotel-new-york")),
        (ViolationCode.MEAL_BREAK_ELSEWHERE, ("hotel-new-york", "university")),
    }


def _all_day() -> Programme:
    """Return a programme in which group 1 stays out over the border of Monday's afternoon and evening."""
    programme = move(make_programme(), "beta-2", 120)
    programme = change_transfer(
        programme,
        2,
        part=DayPart.EVENING,
        depart=instant("2025-05-19 19:25"),
        arrive=instant("2025-05-19 19:50"),
    )
    part = make_group_part(MONDAY, DayPart.EVENING, "1")
    dinner = replace(programme.meals[1], start=instant("2025-05-19 20:30"), end=instant("2025-05-19 21:30"))
    return replace(
        programme, groups=(*programme.groups, part), meals=(programme.meals[0], dinner, *programme.meals[2:])
    )


LATE = (window("2025-05-19 13:00-20:00"),)


def test_a_group_with_the_same_people_goes_straight_on() -> None:
    trip = change_item(make_trip(), "beta", windows=LATE)
    assert check_programme(trip, _all_day()) == ()


def test_a_group_with_other_people_comes_back_first() -> None:
    trip = change_item(make_trip(), "beta", windows=LATE)
    programme = _all_day()
    fewer = replace(programme.groups[-1], members=("anna", "bert", "gina", "head"))
    found = check_programme(trip, replace(programme, groups=(*programme.groups[:-1], fewer)))
    assert codes(found) == {ViolationCode.TOUR_BROKEN}


def test_who_has_left_the_delegation_does_not_change_the_group() -> None:
    leaves = instant("2025-05-19 19:20")
    trip = change_delegate(make_trip(), "anna", presence=Presence(leaves=leaves))
    trip = change_item(trip, "beta", windows=LATE)
    programme = _all_day()
    rest = ("gina", "head")
    programme = replace(
        programme,
        groups=(*programme.groups[:-1], replace(programme.groups[-1], members=rest)),
    )
    programme = change_transfer(programme, 2, people=rest)
    found = check_programme(trip, programme)
    assert [one.code for one in found if one.day == MONDAY and one.rule is Rule.H5] == []


def test_a_member_who_has_not_joined_by_the_end_of_the_tour_is_reported() -> None:
    trip = change_delegate(make_trip(), "anna", presence=Presence(joins=instant("2025-05-19 18:00")))
    without = ("gina", "head")
    programme = make_programme()
    for session in ("welcome-1", "briefing-1"):
        rest = ("bert", "clara", "gina", "head", "ines")
        programme = change_session(programme, session, attendees=rest)
    for session in ("acme-1", "beta-2"):
        programme = change_session(programme, session, attendees=without)
    for number in (0, 1, 2):
        programme = change_transfer(programme, number, people=without)
    lunch = replace(programme.meals[0], people=("bert", "clara", "gina", "head", "ines"))
    programme = replace(programme, meals=(lunch, *programme.meals[1:]))
    (found,) = check_programme(trip, programme)
    assert (found.code, found.people) == (ViolationCode.MEMBER_ABSENT, ("anna",))


def test_an_empty_ride_is_no_fault() -> None:
    """A bus may drive without anybody, to be where it is wanted."""
    programme = make_programme()
    extra = (
        make_transfer(
            "2",
            "hotel-washington",
            "ministry",
            "2025-05-20 09:00",
            "2025-05-20 09:30",
            travel_min=20,
            people=(),
        ),
        make_transfer(
            "2",
            "ministry",
            "hotel-washington",
            "2025-05-20 09:40",
            "2025-05-20 10:10",
            travel_min=20,
            people=(),
        ),
    )
    part = make_group_part(programme.groups[2].day, DayPart.MORNING, "2")
    programme = replace(programme, transfers=(*programme.transfers, *extra), groups=(*programme.groups, part))
    assert check_programme(make_trip(), programme) == ()


def test_a_part_between_does_not_hide_that_a_group_stayed_away() -> None:
    """Away at noon, nothing in the afternoon, back in the evening: the afternoon has to have the group, too."""
    trip = change_frame(make_trip(), lunch_min=0)
    programme = change_transfer(
        make_programme(), 11, part=DayPart.EVENING, depart=instant("2025-05-20 11:10")
    )
    part = make_group_part(programme.groups[2].day, DayPart.EVENING, "1")
    programme = replace(programme, groups=(*programme.groups, part))
    found = check_programme(trip, programme)
    assert ViolationCode.TOUR_BROKEN in codes(found)
    bridge = make_group_part(programme.groups[2].day, DayPart.AFTERNOON, "1")
    bridged = replace(programme, groups=(*programme.groups, bridge))
    assert ViolationCode.TOUR_BROKEN not in codes(check_programme(trip, bridged))
    assert bridge.members == GROUP_1
