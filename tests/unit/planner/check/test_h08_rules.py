"""H8: rules between items, and items for all."""

from dataclasses import replace

import pytest

from geleit.domain.hosts import NameList
from geleit.domain.items import ItemRule, Pin, PinKind, RuleKind
from geleit.domain.kinds import Attendance, Role
from geleit.domain.people import Presence
from geleit.domain.programme import Programme
from geleit.domain.status import NameListStatus
from geleit.domain.trip import Trip
from geleit.domain.violations import Rule, Violation, ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    EVERYONE,
    change_delegate,
    change_item,
    change_session,
    codes,
    drop_session,
    instant,
    make_item,
    make_programme,
    make_session,
    make_trip,
    window,
)


def _rule(kind: RuleKind, *items: str, gap_min: int = 0) -> tuple[Violation, ...]:
    trip = make_trip(rules=(ItemRule(kind=kind, items=items, gap_min=gap_min),))
    return check_programme(trip, make_programme())


def test_an_order_that_is_kept() -> None:
    assert _rule(RuleKind.BEFORE, "welcome", "briefing", "acme", "talk") == ()


def test_an_order_that_is_broken_is_reported_with_the_minutes() -> None:
    (found,) = _rule(RuleKind.BEFORE, "acme", "briefing", gap_min=30)
    assert (found.code, found.items, found.sessions) == (
        ViolationCode.ORDER,
        ("acme", "briefing"),
        ("acme-2", "briefing-1"),
    )
    assert (found.wanted, found.available) == (30, -500)


@pytest.mark.parametrize(("gap_min", "broken"), [(220, False), (221, True)])
def test_the_gap_lies_between_the_last_end_and_the_first_start(gap_min: int, *, broken: bool) -> None:
    found = _rule(RuleKind.BEFORE, "briefing", "acme", gap_min=gap_min)
    assert bool(found) is broken


def test_all_sessions_of_the_first_end_before_any_of_the_second_starts() -> None:
    """Acme and Beta have two sessions each, side by side."""
    (found,) = _rule(RuleKind.BEFORE, "acme", "beta")
    assert (found.sessions, found.available) == (("acme-2", "beta-1"), -220)


def test_an_item_between_that_is_not_placed_changes_nothing() -> None:
    (found,) = _rule(RuleKind.BEFORE, "talk", "gamma", "briefing")
    assert found.items == ("talk", "briefing")
    assert _rule(RuleKind.BEFORE, "gamma", "briefing") == ()


def test_at_most_one_of_them_is_placed() -> None:
    assert _rule(RuleKind.AT_MOST_ONE, "acme", "gamma") == ()
    (found,) = _rule(RuleKind.AT_MOST_ONE, "acme", "gamma", "beta")
    assert (found.code, found.items, found.wanted) == (ViolationCode.AT_MOST_ONE, ("acme", "beta"), 2)


def test_items_at_the_same_time_start_together() -> None:
    assert _rule(RuleKind.SAME_TIME, "acme", "beta") == ()
    assert _rule(RuleKind.SAME_TIME, "talk", "gamma") == ()
    (found,) = _rule(RuleKind.SAME_TIME, "acme", "talk")
    assert (found.code, found.sessions) == (ViolationCode.SAME_TIME, ("acme-1", "talk-1"))
    assert (found.start, found.bound_start) == (
        instant("2025-05-19 13:40"),
        instant("2025-05-20 10:00"),
    )


def test_items_at_the_same_time_have_the_same_starts() -> None:
    programme = drop_session(make_programme(), "beta-2")
    trip = make_trip(rules=(ItemRule(kind=RuleKind.SAME_TIME, items=("beta", "acme")),))
    (found,) = check_programme(trip, programme)
    assert (found.sessions, found.start) == (("acme-2", "beta-1"), instant("2025-05-19 15:50"))


def test_all_or_none_of_them_are_placed() -> None:
    assert _rule(RuleKind.TOGETHER, "acme", "beta") == ()
    (found,) = _rule(RuleKind.TOGETHER, "gamma", "acme", "beta")
    assert (found.code, found.items, found.wanted, found.available) == (
        ViolationCode.TOGETHER,
        ("acme", "beta", "gamma"),
        3,
        2,
    )


def test_none_of_them_placed_is_all_right() -> None:
    trip = make_trip(
        items=(*make_trip().items, make_item("delta")),
        rules=(ItemRule(kind=RuleKind.TOGETHER, items=("gamma", "delta")),),
    )
    assert check_programme(trip, make_programme()) == ()


def _without(person: str, session: str = "briefing-1") -> Programme:
    rest = tuple(other for other in EVERYONE if other != person)
    return change_session(make_programme(), session, attendees=rest)


def test_everyone_attends_an_item_for_all() -> None:
    (found,) = check_programme(make_trip(), _without("anna"))
    assert (found.code, found.items, found.people) == (
        ViolationCode.NOT_EVERYONE,
        ("briefing",),
        ("anna",),
    )
    assert (found.wanted, found.available) == (6, 5)


def test_an_open_item_need_not_be_attended() -> None:
    assert check_programme(make_trip(), _without("anna", "university-1")) == ()


def test_an_item_for_all_may_be_left_out() -> None:
    assert check_programme(make_trip(), drop_session(make_programme(), "welcome-1")) == ()


def test_each_attends_one_of_several_sessions_for_all() -> None:
    trip = change_item(make_trip(), "beta", attendance=Attendance.ALL)
    assert check_programme(trip, make_programme()) == ()
    (found,) = check_programme(trip, change_session(make_programme(), "beta-1", attendees=("bert", "ines")))
    assert (found.code, found.people, found.sessions) == (
        ViolationCode.NOT_EVERYONE,
        ("clara",),
        ("beta-1", "beta-2"),
    )


@pytest.mark.parametrize(
    "excuse",
    [
        pytest.param(
            lambda trip: change_item(trip, "briefing", roles=frozenset(Role) - {Role.BUSINESS}),
            id="role",
        ),
        pytest.param(
            lambda trip: replace(trip, pins=(Pin(kind=PinKind.ABSENT, item="briefing", delegate="anna"),)),
            id="pin",
        ),
        pytest.param(
            lambda trip: change_item(
                trip,
                "briefing",
                name_list=NameList(status=NameListStatus.FROZEN, people=frozenset(EVERYONE) - {"anna"}),
            ),
            id="name list",
        ),
    ],
)
def test_who_may_not_attend_is_excused(excuse: object) -> None:
    assert callable(excuse)
    trip: Trip = excuse(make_trip())
    programme = _without("anna")
    if trip.item_by_id["briefing"].roles:
        programme = change_session(programme, "briefing-1", attendees=("clara", "gina", "head", "ines"))
    assert check_programme(trip, programme) == ()


@pytest.mark.parametrize(("leaves", "excused"), [("22:59", True), ("23:00", False)])
def test_who_leaves_within_the_day_is_excused(leaves: str, *, excused: bool) -> None:
    trip = change_delegate(make_trip(), "anna", presence=Presence(leaves=instant(f"2025-05-19 {leaves}")))
    found = check_programme(trip, _without("anna"))
    assert (ViolationCode.NOT_EVERYONE in codes(found)) is not excused


@pytest.mark.parametrize(("joins", "excused"), [("07:01", True), ("07:00", False)])
def test_who_joins_within_the_day_is_excused(joins: str, *, excused: bool) -> None:
    trip = change_item(make_trip(), "talk", attendance=Attendance.ALL, roles=frozenset())
    trip = change_delegate(trip, "clara", presence=Presence(joins=instant(f"2025-05-20 {joins}")))
    found = next(
        one for one in check_programme(trip, make_programme()) if one.code is ViolationCode.NOT_EVERYONE
    )
    assert ("clara" not in found.people) is excused


def _with_side_talk(person: str) -> Programme:
    """Return a programme in which one person is at another session in the hotel during the briefing."""
    side = make_session("side-1", "2025-05-19 09:30", 60, "hotel-washington", attendees=(person,))
    programme = _without(person)
    return replace(programme, sessions=(*programme.sessions, side))


def _side(**changes: object) -> Trip:
    side = make_item("side", place="hotel-washington", windows=(window("2025-05-19 09:00-12:00"),), **changes)
    return make_trip(items=(*make_trip().items, side))


@pytest.mark.parametrize(
    ("person", "changes", "excused"),
    [
        ("anna", {}, False),
        ("anna", {"required_people": ("anna",)}, True),
        ("ines", {}, True),
        ("gina", {}, True),
    ],
)
def test_who_is_on_duty_elsewhere_is_excused(
    person: str, changes: dict[str, object], *, excused: bool
) -> None:
    found = check_programme(_side(**changes), _with_side_talk(person))
    assert codes(found) == (set() if excused else {ViolationCode.NOT_EVERYONE})


def test_who_is_pinned_elsewhere_is_excused() -> None:
    trip = replace(_side(), pins=(Pin(kind=PinKind.ATTENDEE, item="side", delegate="anna"),))
    assert check_programme(trip, _with_side_talk("anna")) == ()


def test_duty_before_or_after_is_no_excuse() -> None:
    programme = _with_side_talk("ines")
    later = change_session(
        programme, "side-1", start=instant("2025-05-19 10:00"), end=instant("2025-05-19 11:00")
    )
    assert {one.rule for one in check_programme(_side(), later)} == {Rule.H8}
