"""An item without a place says what stands against it."""

from dataclasses import replace
from datetime import date

import pytest

from geleit.domain.items import Pin, PinKind
from geleit.domain.kinds import DayPart
from geleit.domain.programme import Reason, ReasonCode
from geleit.planner.result import Solved
from geleit.planner.solve import Options, solve
from tests.factories import change_item, make_trip


@pytest.mark.parametrize(
    "pin",
    [
        Pin(kind=PinKind.DAY, item="gamma", day=date(2025, 5, 20)),
        Pin(kind=PinKind.PART, item="gamma", part=DayPart.EVENING),
    ],
    ids=lambda pin: pin.kind.value,
)
def test_a_pin_to_where_an_item_cannot_be_is_the_reason_not_its_windows(pin: Pin) -> None:
    trip = replace(make_trip(), pins=(pin,))

    result = solve(trip, Options(rounds=1))

    assert isinstance(result, Solved)
    reasons = {each.item: each.reasons for each in result.programme.unplaced}
    assert reasons["gamma"] == (Reason(code=ReasonCode.PIN, items=("gamma",)),)


def test_a_window_shorter_than_a_session_is_a_reason_with_both_figures() -> None:
    trip = change_item(make_trip(), "gamma", duration_min=300)

    result = solve(trip, Options(rounds=1))

    assert isinstance(result, Solved)
    reasons = {each.item: each.reasons for each in result.programme.unplaced}
    assert reasons["gamma"] == (
        Reason(code=ReasonCode.NO_WINDOW, items=("gamma",), wanted=300, available=120),
    )
