"""H7: pins hold, and what a host has confirmed is not moved."""

from dataclasses import replace

from geleit.domain.items import Pin, PinKind
from geleit.domain.kinds import DayPart
from geleit.domain.trip import Trip
from geleit.domain.violations import Rule, Violation, ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    MONDAY,
    TUESDAY,
    change_item,
    change_session,
    codes,
    confirm,
    drop_session,
    instant,
    make_programme,
    make_trip,
    move,
    rules,
)


def _check(*pins: Pin) -> tuple[Violation, ...]:
    return check_programme(make_trip(pins=pins), make_programme())


def test_a_pinned_time_holds() -> None:
    assert _check(Pin(kind=PinKind.TIME, item="acme", start=instant("2025-05-19 15:50"))) == ()


def test_a_pinned_time_without_a_session_is_reported() -> None:
    pinned = instant("2025-05-19 14:00")
    (found,) = _check(Pin(kind=PinKind.TIME, item="acme", start=pinned))
    assert (found.code, found.items, found.bound_start) == (ViolationCode.PIN_TIME, ("acme",), pinned)


def test_a_pinned_time_makes_the_item_take_place() -> None:
    (found,) = _check(Pin(kind=PinKind.TIME, item="gamma", start=instant("2025-05-19 14:00")))
    assert found.code is ViolationCode.PIN_TIME


def test_a_pinned_day_holds_for_every_session() -> None:
    assert _check(Pin(kind=PinKind.DAY, item="acme", day=MONDAY)) == ()
    (found,) = _check(Pin(kind=PinKind.DAY, item="talk", day=MONDAY))
    assert (found.code, found.day, found.start) == (
        ViolationCode.PIN_DAY,
        MONDAY,
        instant("2025-05-20 10:00"),
    )


def test_a_pinned_part_holds_for_every_session() -> None:
    assert _check(Pin(kind=PinKind.PART, item="acme", part=DayPart.AFTERNOON)) == ()
    found = _check(Pin(kind=PinKind.PART, item="acme", day=MONDAY, part=DayPart.MORNING))
    assert [(one.code, one.sessions, one.part) for one in found] == [
        (ViolationCode.PIN_PART, ("acme-1",), DayPart.MORNING),
        (ViolationCode.PIN_PART, ("acme-2",), DayPart.MORNING),
    ]


def test_a_pinned_part_of_another_day_is_another_part() -> None:
    (found,) = _check(Pin(kind=PinKind.PART, item="talk", day=MONDAY, part=DayPart.MORNING))
    assert found.code is ViolationCode.PIN_PART


def test_pins_of_day_part_and_group_do_not_make_an_item_take_place() -> None:
    assert (
        _check(
            Pin(kind=PinKind.DAY, item="gamma", day=TUESDAY),
            Pin(kind=PinKind.PART, item="gamma", part=DayPart.EVENING),
            Pin(kind=PinKind.GROUP, item="gamma", group="1"),
        )
        == ()
    )


def test_a_pinned_group_comes_alone() -> None:
    assert _check(Pin(kind=PinKind.GROUP, item="talk", group="1")) == ()
    (other,) = _check(Pin(kind=PinKind.GROUP, item="talk", group="2"))
    (both,) = _check(Pin(kind=PinKind.GROUP, item="university", group="1"))
    assert [(one.code, one.groups) for one in (other, both)] == [
        (ViolationCode.PIN_GROUP, ("2",)),
        (ViolationCode.PIN_GROUP, ("1",)),
    ]


def test_a_pinned_attendee_is_in_a_session() -> None:
    assert _check(Pin(kind=PinKind.ATTENDEE, item="acme", delegate="bert")) == ()
    (found,) = _check(Pin(kind=PinKind.ATTENDEE, item="talk", delegate="bert"))
    assert (found.code, found.people) == (ViolationCode.PIN_ATTENDEE, ("bert",))


def test_a_pinned_attendee_makes_the_item_take_place() -> None:
    (found,) = _check(Pin(kind=PinKind.ATTENDEE, item="gamma", delegate="bert"))
    assert found.code is ViolationCode.PIN_ATTENDEE


def test_who_is_pinned_as_absent_is_in_no_session() -> None:
    assert _check(Pin(kind=PinKind.ABSENT, item="talk", delegate="bert")) == ()
    (found,) = _check(Pin(kind=PinKind.ABSENT, item="talk", delegate="anna"))
    assert (found.code, found.people, found.sessions) == (
        ViolationCode.PIN_ABSENT,
        ("anna",),
        ("talk-1",),
    )


def test_a_dropped_item_has_no_session() -> None:
    assert _check(Pin(kind=PinKind.DROPPED, item="gamma")) == ()
    (found,) = _check(Pin(kind=PinKind.DROPPED, item="acme"))
    assert (found.code, found.sessions) == (ViolationCode.PIN_DROPPED, ("acme-1", "acme-2"))


def _both_confirmed() -> Trip:
    return confirm(make_trip(), "acme", "2025-05-19 13:40", "2025-05-19 15:50")


def test_confirmed_times_are_kept() -> None:
    assert check_programme(_both_confirmed(), make_programme()) == ()


def test_a_session_off_its_confirmed_time_is_reported_once() -> None:
    found = check_programme(_both_confirmed(), move(make_programme(), "acme-1", 15))
    moved = [one for one in found if one.rule is Rule.H7]
    assert [(one.code, one.sessions, one.bound_start) for one in moved] == [
        (ViolationCode.SLOT_MOVED, ("acme-1",), instant("2025-05-19 13:40"))
    ]


def test_a_confirmed_time_without_a_session_is_reported() -> None:
    found = check_programme(_both_confirmed(), drop_session(make_programme(), "acme-1"))
    assert [(one.code, one.bound_start) for one in found] == [
        (ViolationCode.SLOT_MISSING, instant("2025-05-19 13:40"))
    ]


def test_a_confirmed_item_has_no_session_beyond_its_times() -> None:
    trip = confirm(make_trip(), "acme", "2025-05-19 13:40")
    (found,) = check_programme(trip, make_programme())
    assert (found.code, found.sessions) == (ViolationCode.SLOT_MOVED, ("acme-2",))


def test_two_equal_times_are_two_sessions_side_by_side() -> None:
    trip = change_item(make_trip(), "beta", max_people=6)
    trip = confirm(trip, "university", "2025-05-21 10:15", "2025-05-21 10:15")
    programme = change_session(
        make_programme(), "university-1", groups=("1",), attendees=("anna", "gina", "head")
    )
    assert codes(check_programme(trip, programme)) == {
        ViolationCode.SLOT_MISSING,
        ViolationCode.REQUIRED_MISSING,
    }
    other = replace(
        programme.sessions[-1],
        id="university-2",
        groups=("2",),
        attendees=("bert", "clara", "ines"),
    )
    both = replace(programme, sessions=(*programme.sessions, other))
    assert codes(check_programme(trip, both)) == {ViolationCode.REQUIRED_MISSING}


def test_released_times_may_be_left() -> None:
    trip = confirm(make_trip(), "acme", "2025-05-19 13:45", released=True)
    assert check_programme(trip, make_programme()) == ()


def test_a_confirmed_item_without_times_may_lie_anywhere() -> None:
    assert rules(check_programme(confirm(make_trip(), "acme"), make_programme())) == set()
