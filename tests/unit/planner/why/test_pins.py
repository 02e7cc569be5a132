"""Pins of every kind stand in the way of their own item."""

from dataclasses import replace
from datetime import date

import pytest

from geleit.domain.items import Pin, PinKind
from geleit.domain.kinds import DayPart
from geleit.domain.obstacles import ObstacleKind as Kind
from tests.whynot import ask, assert_way_in, kinds_of, trip_with


@pytest.mark.parametrize(
    ("pin", "kinds"),
    [
        (Pin(kind=PinKind.DROPPED, item="extra"), {Kind.PIN}),
        (Pin(kind=PinKind.DAY, item="extra", day=date(2025, 5, 20)), {Kind.PIN, Kind.WINDOWS}),
        (Pin(kind=PinKind.PART, item="extra", part=DayPart.EVENING), {Kind.PIN, Kind.WINDOWS}),
        (Pin(kind=PinKind.ABSENT, item="extra", delegate="clara"), {Kind.PIN, Kind.REQUIRED}),
    ],
    ids=lambda value: value.kind.value if isinstance(value, Pin) else "",
)
def test_a_pin_stands_in_the_way(pin: Pin, kinds: set[Kind]) -> None:
    trip = replace(trip_with(required_people=("clara",)), pins=(pin,))

    assert kinds_of(ask(trip)) == kinds


@pytest.mark.parametrize(
    "pin",
    [
        Pin(kind=PinKind.DAY, item="extra", day=date(2025, 5, 19)),
        Pin(kind=PinKind.PART, item="extra", part=DayPart.MORNING),
        Pin(kind=PinKind.ABSENT, item="extra", delegate="bert"),
        Pin(kind=PinKind.GROUP, item="extra", group="1"),
    ],
    ids=lambda pin: pin.kind.value,
)
def test_a_pin_that_fits_leaves_a_way_in_that_keeps_it(pin: Pin) -> None:
    trip = replace(trip_with(), pins=(pin,))

    assert_way_in(ask(trip), trip)
