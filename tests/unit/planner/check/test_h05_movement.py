"""H5, the people: everyone is carried, and changes groups only at the base."""

from dataclasses import replace

from geleit.domain.kinds import DayPart
from geleit.domain.people import Presence
from geleit.domain.violations import Rule, ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    GROUP_1,
    GROUP_2,
    change_delegate,
    change_session,
    change_transfer,
    codes,
    drop_transfer,
    instant,
    make_programme,
    make_trip,
    rules,
)


def test_who_is_not_on_the_ride_is_reported_with_both_places() -> None:
    programme = change_transfer(make_programme(), 10, people=("gina", "head"))
    found = check_programme(make_trip(), programme)
    assert [(one.code, one.people, one.places, one.sessions) for one in found] == [
        (ViolationCode.NOT_CARRIED, ("anna",), ("hotel-washington", "ministry"), ("talk-1",))
    ]


def test_one_missing_transfer_is_one_gap() -> None:
    found = check_programme(make_trip(), drop_transfer(make_programme(), 1))
    gaps = [one for one in found if one.code is ViolationCode.NOT_CARRIED]
    assert [(one.people, one.places) for one in gaps] == [(GROUP_1, ("acme-house", "beta-house"))]
    assert rules(found) == {Rule.H5}


def test_who_is_left_behind_before_a_leg_is_reported() -> None:
    programme = change_transfer(make_programme(), 11, people=("anna", "head"))
    found = check_programme(make_trip(), programme)
    gaps = [one for one in found if one.code is ViolationCode.NOT_CARRIED]
    assert [(one.people, one.places, one.legs) for one in gaps] == [
        (("gina",), ("ministry", "hotel-washington"), ("to-new-york",))
    ]


def test_who_stays_where_no_leg_follows_is_reported() -> None:
    trip = make_trip(legs=make_trip().legs[:2])
    programme = make_programme()
    programme = replace(
        change_transfer(programme, 4, people=("anna", "gina")), legs=programme.legs[:2], meals=()
    )
    found = [one for one in check_programme(trip, programme) if one.rule is Rule.H5]
    assert [(one.code, one.people, one.places) for one in found] == [
        (ViolationCode.NOT_CARRIED, ("head",), ("university", "hotel-new-york"))
    ]


def test_who_leaves_the_delegation_on_the_spot_need_not_be_carried_back() -> None:
    leaves = instant("2025-05-21 11:45")
    trip = change_delegate(make_trip(), "head", presence=Presence(leaves=leaves))
    programme = change_transfer(make_programme(), 4, people=("anna", "gina"))
    lunch = replace(programme.meals[-1], people=("anna", "bert", "clara", "gina", "ines"))
    programme = replace(programme, meals=(*programme.meals[:-1], lunch))
    assert check_programme(trip, programme) == ()


def test_a_group_whose_people_have_all_left_need_not_come_back() -> None:
    trip = make_trip()
    for person in GROUP_1:
        trip = change_delegate(trip, person, presence=Presence(leaves=instant("2025-05-21 12:00")))
    programme = drop_transfer(make_programme(), 4)
    lunch = replace(programme.meals[-1], people=GROUP_2)
    programme = replace(programme, meals=(*programme.meals[:-1], lunch))
    assert check_programme(trip, programme) == ()


def test_who_joins_on_a_day_begins_at_the_base() -> None:
    presence = Presence(joins=instant("2025-05-20 08:00"))
    trip = change_delegate(make_trip(), "clara", presence=presence)
    programme = make_programme()
    rest = tuple(person for person in ("anna", "bert", "gina", "head", "ines"))
    for session in ("welcome-1", "briefing-1"):
        programme = change_session(programme, session, attendees=rest)
    for session in ("acme-2", "beta-1"):
        programme = change_session(programme, session, attendees=("bert", "ines"))
    for number in (5, 6, 7):
        programme = change_transfer(programme, number, people=("bert", "ines"))
    programme = replace(
        programme,
        groups=(
            programme.groups[0],
            replace(programme.groups[1], members=("bert", "ines")),
            *programme.groups[2:],
        ),
        meals=tuple(replace(meal, people=rest) if meal.day.day == 19 else meal for meal in programme.meals),
    )
    assert check_programme(trip, programme) == ()


def test_who_joins_during_a_leg_begins_where_it_goes() -> None:
    presence = Presence(joins=instant("2025-05-20 16:00"))
    trip = make_trip(delegates=tuple(replace(person, presence=presence) for person in make_trip().delegates))
    programme = make_programme()
    wednesday = [one for one in programme.transfers if one.day.day == 21]
    programme = replace(
        programme,
        sessions=tuple(one for one in programme.sessions if one.item == "university"),
        transfers=tuple(wednesday),
        groups=programme.groups[3:],
        meals=programme.meals[3:],
    )
    assert codes(check_programme(trip, programme)) == {ViolationCode.MUST_MISSING}


def test_nobody_changes_groups_away_from_the_base() -> None:
    """Both groups are at the university; clara comes with group 2 and rides back with group 1."""
    programme = make_programme()
    programme = change_transfer(programme, 4, people=("anna", "clara", "gina", "head"))
    programme = change_transfer(programme, 9, people=("bert", "ines"))
    found = check_programme(make_trip(), programme)
    changed = next(one for one in found if one.code is ViolationCode.CHANGED_AWAY)
    assert (changed.people, changed.groups, changed.places) == (
        ("clara",),
        ("2", "1"),
        ("university",),
    )
    assert rules(found) == {Rule.H5}


def test_attendees_belong_to_a_group_that_goes_there() -> None:
    programme = change_session(make_programme(), "university-1", groups=("1",))
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.people, found.groups) == (ViolationCode.NOT_IN_GROUP, GROUP_2, ("1",))


def test_a_group_counts_in_the_part_in_which_the_session_starts() -> None:
    programme = make_programme()
    groups = tuple(
        replace(part, part=DayPart.AFTERNOON) if part.day.day == 20 else part for part in programme.groups
    )
    transfers = tuple(
        replace(transfer, part=DayPart.AFTERNOON) if transfer.day.day == 20 else transfer
        for transfer in programme.transfers
    )
    found = check_programme(make_trip(), replace(programme, groups=groups, transfers=transfers))
    assert [(one.code, one.sessions) for one in found] == [(ViolationCode.NOT_IN_GROUP, ("talk-1",))]


def test_a_group_that_is_said_to_come_comes() -> None:
    programme = change_session(make_programme(), "talk-1", groups=("1", "2"))
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.groups) == (ViolationCode.GROUP_WITHOUT_PEOPLE, ("2",))


def test_a_session_at_the_base_needs_no_groups() -> None:
    programme = change_session(make_programme(), "briefing-1", groups=())
    assert check_programme(make_trip(), programme) == ()
