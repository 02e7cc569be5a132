"""Rules between items, and pins."""

from dataclasses import replace
from datetime import date

import pytest

from geleit.domain.hosts import HostRequest
from geleit.domain.items import ItemRule, Pin, PinKind, RuleKind
from geleit.domain.kinds import Attendance, DayPart
from geleit.domain.people import Presence
from geleit.domain.status import RequestStatus
from geleit.domain.trip import Trip
from geleit.domain.validation import TripProblem, message_of, trip_problems
from geleit.domain.validation import TripProblemCode as Code
from tests.factories import change_delegate, change_item, confirm, instant, make_trip

Path = tuple[str | int, ...]


def rule(kind: RuleKind, *items: str, gap_min: int = 0) -> ItemRule:
    return ItemRule(kind=kind, items=items, gap_min=gap_min)


def ruled(*rules: ItemRule, trip: Trip | None = None) -> Trip:
    return replace(trip or make_trip(), rules=rules)


def musts(*items: str) -> Trip:
    trip = make_trip()
    for item in items:
        trip = change_item(trip, item, must=True)
    return trip


def pinned(*pins: Pin, trip: Trip | None = None) -> Trip:
    return replace(trip or make_trip(), pins=pins)


def at(item: str, start: str) -> Pin:
    return Pin(kind=PinKind.TIME, item=item, start=instant(start))


def on(item: str, day: int) -> Pin:
    return Pin(kind=PinKind.DAY, item=item, day=date(2025, 5, day))


def part(item: str, of_day: DayPart) -> Pin:
    return Pin(kind=PinKind.PART, item=item, part=of_day)


def with_person(kind: PinKind, item: str, person: str) -> Pin:
    return Pin(kind=kind, item=item, delegate=person)


def found(trip: Trip) -> list[tuple[Code, Path, bool]]:
    return [(each.code, each.path, each.is_warning) for each in trip_problems(trip)]


BEFORE, ONE, SAME, TOGETHER = RuleKind.BEFORE, RuleKind.AT_MOST_ONE, RuleKind.SAME_TIME, RuleKind.TOGETHER
DECLINED = HostRequest(status=RequestStatus.DECLINED)
DROP_ACME = Pin(kind=PinKind.DROPPED, item="acme")


@pytest.mark.parametrize(
    ("trip", "wanted"),
    [
        (ruled(rule(ONE, "acme", "beta", "acme")), (Code.RULE_SAME_ITEM, ("rules", 0, "at_most_one"), False)),
        (
            ruled(rule(BEFORE, "acme", "beta"), rule(BEFORE, "beta", "gamma", "acme")),
            (Code.RULE_CYCLE, ("rules", 1, "before"), False),
        ),
        (
            ruled(rule(SAME, "acme", "beta"), rule(ONE, "beta", "acme")),
            (Code.RULES_CONTRADICT, ("rules", 1, "at_most_one"), False),
        ),
        (
            ruled(rule(BEFORE, "acme", "beta"), rule(SAME, "beta", "acme")),
            (Code.RULES_CONTRADICT, ("rules", 1, "same_time"), False),
        ),
        (
            ruled(rule(TOGETHER, "acme", "beta", "gamma"), rule(ONE, "gamma", "acme")),
            (Code.RULES_CONTRADICT, ("rules", 1, "at_most_one"), False),
        ),
        (
            ruled(rule(ONE, "acme", "beta", "gamma"), trip=musts("acme", "gamma")),
            (Code.MUSTS_EXCLUDED, ("rules", 0, "at_most_one"), False),
        ),
        (
            ruled(rule(BEFORE, "university", "acme")),
            (Code.BEFORE_IMPOSSIBLE, ("rules", 0, "before"), True),
        ),
        (
            ruled(rule(BEFORE, "university", "acme"), trip=musts("university", "acme")),
            (Code.BEFORE_IMPOSSIBLE, ("rules", 0, "before"), False),
        ),
        (
            ruled(rule(BEFORE, "acme", "beta", gap_min=120)),
            (Code.BEFORE_IMPOSSIBLE, ("rules", 0, "before"), True),
        ),
        (
            ruled(rule(SAME, "welcome", "briefing")),
            (Code.SAME_TIME_IMPOSSIBLE, ("rules", 0, "same_time"), False),
        ),
        (
            ruled(rule(TOGETHER, "acme", "beta"), trip=change_item(musts("acme"), "beta", request=DECLINED)),
            (Code.TOGETHER_IMPOSSIBLE, ("rules", 0, "together"), False),
        ),
    ],
)
def test_rules_that_exclude_each_other_are_found(trip: Trip, wanted: tuple[Code, Path, bool]) -> None:
    assert wanted in found(trip)


@pytest.mark.parametrize(
    "trip",
    [
        ruled(
            rule(BEFORE, "welcome", "briefing"),
            rule(BEFORE, "welcome", "acme"),
            rule(BEFORE, "briefing", "acme"),
        ),
        ruled(rule(BEFORE, "acme", "beta", gap_min=60)),
        ruled(rule(ONE, "acme", "beta"), trip=musts("acme")),
        ruled(rule(SAME, "acme", "beta"), rule(TOGETHER, "acme", "beta")),
        ruled(rule(TOGETHER, "acme", "beta"), trip=change_item(make_trip(), "beta", request=DECLINED)),
        ruled(rule(BEFORE, "university", "acme"), trip=change_item(make_trip(), "acme", request=DECLINED)),
    ],
)
def test_rules_that_can_hold_are_no_problem(trip: Trip) -> None:
    assert found(trip) == []


def test_a_circle_is_told_from_end_to_end() -> None:
    trip = ruled(rule(BEFORE, "acme", "beta"), rule(BEFORE, "beta", "gamma"), rule(BEFORE, "gamma", "acme"))
    (problem,) = [each for each in trip_problems(trip) if each.code is Code.RULE_CYCLE]

    assert message_of(problem) == "the rules 'before' run in a circle: gamma, acme, beta, gamma"


@pytest.mark.parametrize(
    ("trip", "wanted"),
    [
        (pinned(on("beta", 19), on("beta", 20)), (Code.PIN_CLASH, ("pins", 1, "day"), False)),
        (
            pinned(part("acme", DayPart.MORNING), part("acme", DayPart.AFTERNOON)),
            (Code.PIN_CLASH, ("pins", 1, "part"), False),
        ),
        (
            pinned(
                Pin(kind=PinKind.GROUP, item="acme", group="1"),
                Pin(kind=PinKind.GROUP, item="acme", group="2"),
            ),
            (Code.PIN_CLASH, ("pins", 1, "group"), False),
        ),
        (
            pinned(on("acme", 20), at("acme", "2025-05-19 13:30")),
            (Code.PIN_CLASH, ("pins", 1, "start"), False),
        ),
        (
            pinned(at("acme", "2025-05-19 13:30"), part("acme", DayPart.MORNING)),
            (Code.PIN_CLASH, ("pins", 1, "part"), False),
        ),
        (
            pinned(
                with_person(PinKind.ATTENDEE, "acme", "anna"), with_person(PinKind.ABSENT, "acme", "anna")
            ),
            (Code.PIN_CLASH, ("pins", 1, "absent"), False),
        ),
        (pinned(DROP_ACME, at("acme", "2025-05-19 13:30")), (Code.PIN_CLASH, ("pins", 1, "start"), False)),
        (pinned(DROP_ACME, trip=musts("acme")), (Code.PIN_DROPS_MUST, ("pins", 0, "dropped"), False)),
        (
            pinned(DROP_ACME, trip=confirm(make_trip(), "acme", "2025-05-19 13:30")),
            (Code.PIN_DROPS_CONFIRMED, ("pins", 0, "dropped"), False),
        ),
        (
            pinned(at("acme", "2025-05-19 13:30"), trip=change_item(make_trip(), "acme", request=DECLINED)),
            (Code.PIN_NOT_PLACEABLE, ("pins", 0, "start"), False),
        ),
        (pinned(at("acme", "2025-05-19 10:00")), (Code.PIN_OUTSIDE_WINDOWS, ("pins", 0, "start"), False)),
        (pinned(at("acme", "2025-05-19 16:30")), (Code.PIN_OUTSIDE_WINDOWS, ("pins", 0, "start"), False)),
        (pinned(on("acme", 20)), (Code.PIN_OUTSIDE_WINDOWS, ("pins", 0, "day"), True)),
        (pinned(on("acme", 20), trip=musts("acme")), (Code.PIN_OUTSIDE_WINDOWS, ("pins", 0, "day"), False)),
        (pinned(part("acme", DayPart.MORNING)), (Code.PIN_OUTSIDE_WINDOWS, ("pins", 0, "part"), True)),
        (
            pinned(*(at("gamma", f"2025-05-19 {hour}:00") for hour in (13, 14))),
            (Code.PIN_TOO_MANY, ("pins", 1, "start"), False),
        ),
        (
            pinned(
                *(with_person(PinKind.ATTENDEE, "gamma", person) for person in ("anna", "bert")),
                trip=change_item(make_trip(), "gamma", max_people=1),
            ),
            (Code.PIN_TOO_MANY, ("pins", 1, "attendee"), False),
        ),
        (
            pinned(
                with_person(PinKind.ATTENDEE, "acme", "anna"),
                trip=change_delegate(
                    make_trip(), "anna", presence=Presence(joins=instant("2025-05-19 16:30"))
                ),
            ),
            (Code.PIN_PERSON_ABSENT, ("pins", 0, "attendee"), False),
        ),
        (
            pinned(with_person(PinKind.ATTENDEE, "talk", "ines")),
            (Code.PIN_NOT_ADMITTED, ("pins", 0, "attendee"), False),
        ),
        (
            pinned(
                at("acme", "2025-05-19 13:30"),
                with_person(PinKind.ATTENDEE, "gamma", "anna"),
                at("gamma", "2025-05-19 14:00"),
                trip=change_item(make_trip(), "acme", required_people=("anna",)),
            ),
            (Code.FIXED_CLASH, ("pins", 2, "start"), False),
        ),
        (
            confirm(
                change_item(
                    confirm(make_trip(), "briefing", "2025-05-19 09:00"), "gamma", attendance=Attendance.ALL
                ),
                "gamma",
                "2025-05-19 09:30",
            ),
            (Code.FIXED_CLASH_ALL, ("items", "gamma", "request", "slots", 0), False),
        ),
    ],
)
def test_pins_that_cannot_hold_are_found(trip: Trip, wanted: tuple[Code, Path, bool]) -> None:
    assert wanted in found(trip)


@pytest.mark.parametrize(
    "trip",
    [
        pinned(at("acme", "2025-05-19 13:30"), at("acme", "2025-05-19 15:15"), on("acme", 19)),
        pinned(at("acme", "2025-05-19 13:30"), part("acme", DayPart.AFTERNOON)),
        pinned(with_person(PinKind.ATTENDEE, "acme", "anna"), with_person(PinKind.ABSENT, "acme", "bert")),
        pinned(DROP_ACME, with_person(PinKind.ABSENT, "acme", "bert")),
        pinned(DROP_ACME, trip=confirm(make_trip(), "acme", "2025-05-19 13:30", released=True)),
        pinned(on("acme", 19), trip=change_item(make_trip(), "acme", request=DECLINED)),
        pinned(at("acme", "2025-05-19 13:30"), at("gamma", "2025-05-19 14:00")),
        pinned(at("acme", "2025-05-19 13:30"), trip=confirm(make_trip(), "acme", "2025-05-19 13:30")),
    ],
)
def test_pins_that_can_hold_are_no_problem(trip: Trip) -> None:
    assert found(trip) == []


def test_a_pin_outside_the_windows_says_when() -> None:
    (problem,) = trip_problems(pinned(at("acme", "2025-05-19 10:00")))

    assert problem == TripProblem(
        code=Code.PIN_OUTSIDE_WINDOWS, path=("pins", 0, "start"), value="2025-05-19 10:00", other="acme"
    )
