"""The checker as a whole: a valid programme, and what it does with one that is not even in form."""

from dataclasses import replace

from geleit.domain.programme import Programme
from geleit.domain.violations import Rule, ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    change_session,
    codes,
    drop_session,
    make_programme,
    make_session,
    make_trip,
    move,
    rules,
)


def test_the_valid_programme_breaks_nothing() -> None:
    assert check_programme(make_trip(), make_programme()) == ()


def test_a_trip_without_anything_has_a_valid_empty_programme() -> None:
    trip = make_trip(items=(), delegates=(), legs=())
    assert check_programme(trip, Programme(trip="tiny")) == ()


def test_people_with_the_same_trouble_stand_in_one_violation() -> None:
    programme = change_session(make_programme(), "welcome-1", groups=("1",), attendees=())
    violations = check_programme(make_trip(), programme)
    assert [(found.code, found.people) for found in violations] == [
        (ViolationCode.TOO_FEW, ()),
        (ViolationCode.NOT_EVERYONE, ("anna", "bert", "clara", "gina", "head", "ines")),
    ]


def test_violations_come_by_rule_and_then_by_time() -> None:
    programme = move(move(make_programme(), "acme-1", -60), "university-1", -90)
    found = check_programme(make_trip(), programme)
    assert [violation.rule.number for violation in found] == sorted(found_.rule.number for found_ in found)
    days = [violation.day for violation in found if violation.rule is Rule.H1 and violation.day]
    assert days == sorted(days)


def test_the_same_programme_gives_the_same_violations_in_the_same_order() -> None:
    broken = move(drop_session(make_programme(), "briefing-1"), "beta-1", 200)
    shuffled = replace(
        broken, sessions=broken.sessions[::-1], transfers=broken.transfers[::-1], groups=broken.groups[::-1]
    )
    assert check_programme(make_trip(), broken) == check_programme(make_trip(), shuffled)


def test_unknown_things_are_reported_once_and_do_not_stop_the_other_rules() -> None:
    programme = make_programme()
    strange = make_session("nowhere-1", "2025-05-19 20:00", 60, "atlantis", groups=("9",), attendees=("eve",))
    programme = replace(programme, sessions=(*programme.sessions, strange))
    violations = check_programme(make_trip(), move(programme, "talk-1", 15))
    assert rules(violations) == {Rule.H0, Rule.H3}
    assert {found.detail for found in violations if found.code is ViolationCode.UNKNOWN_ID} == {
        "nowhere",
        "atlantis",
        "9",
        "eve",
    }
    assert ViolationCode.LEAVES_EARLY in codes(violations)
