"""What changes do to a trip."""

from dataclasses import replace
from datetime import timedelta

import pytest

from geleit.domain.changes import (
    CapFell,
    Change,
    ChangeError,
    DelegateCancelled,
    DelegateJoined,
    HostDeclined,
    LegLate,
    Present,
    SlotMoved,
    WindowsChanged,
    apply_changes,
    present_of,
)
from geleit.domain.hosts import HostRequest
from geleit.domain.items import Pin, PinKind
from geleit.domain.people import Presence
from geleit.domain.status import RequestStatus
from geleit.domain.trip import Trip
from geleit.domain.windows import Clock
from tests.factories import TUESDAY, change_item, instant, make_delegate, make_trip, window

TEN = instant("2025-05-20 10:00")
NOON = instant("2025-05-20 12:00")


def confirmed(*slots: str) -> Trip:
    request = HostRequest(status=RequestStatus.CONFIRMED, slots=tuple(instant(slot) for slot in slots))
    return change_item(make_trip(), "acme", request=request)


def test_a_declined_item_is_out_and_no_longer_a_must() -> None:
    trip = change_item(make_trip(), "acme", must=True)

    item = apply_changes(trip, [HostDeclined(item="acme")]).item_by_id["acme"]

    assert (item.request.status, item.must, item.firm_slots) == (RequestStatus.DECLINED, False, ())


def test_a_moved_item_has_one_window_and_no_pins_of_time() -> None:
    pins = (Pin(kind=PinKind.TIME, item="acme", start=NOON), Pin(kind=PinKind.GROUP, item="acme", group="1"))
    trip = make_trip(pins=pins)

    after = apply_changes(trip, [SlotMoved(item="acme", start=TEN)])

    (only,) = after.item_by_id["acme"].windows
    assert (only.day, only.clock, only.on_closed_days) == (TUESDAY, Clock(600, 690), True)
    assert after.pins == pins[1:]


def test_a_confirmed_item_is_confirmed_at_its_new_time() -> None:
    after = apply_changes(confirmed("2025-05-19 13:40"), [SlotMoved(item="acme", start=TEN)])

    assert after.item_by_id["acme"].firm_slots == (TEN,)


def test_one_of_several_confirmed_times_is_moved() -> None:
    trip = confirmed("2025-05-19 13:40", "2025-05-20 12:00")

    after = apply_changes(trip, [SlotMoved(item="acme", start=TEN, was=NOON)])

    assert after.item_by_id["acme"].firm_slots == (instant("2025-05-19 13:40"), TEN)


def test_other_windows_release_the_confirmed_times() -> None:
    windows = (window("2025-05-20 09:00-12:00"),)

    item = apply_changes(
        confirmed("2025-05-19 13:40"), [WindowsChanged(item="acme", windows=windows)]
    ).item_by_id["acme"]

    assert (item.windows, item.firm_slots) == (windows, ())


def test_a_lower_cap_lowers_what_the_host_wants_at_least() -> None:
    trip = change_item(make_trip(), "acme", min_people=3)

    item = apply_changes(trip, [CapFell(item="acme", max_people=2)]).item_by_id["acme"]

    assert (item.max_people, item.min_people) == (2, 2)


def test_who_cancels_before_the_trip_is_gone_with_all_pins() -> None:
    trip = make_trip(pins=(Pin(kind=PinKind.ABSENT, item="acme", delegate="anna"),))

    after = apply_changes(trip, [DelegateCancelled(delegate="anna")])

    assert ("anna" in after.delegate_by_id, after.pins) == (False, ())


def test_who_cancels_during_the_trip_leaves_now() -> None:
    after = apply_changes(make_trip(), [DelegateCancelled(delegate="anna"), Present(now=TEN)])

    assert after.delegate_by_id["anna"].presence == Presence(leaves=TEN)


def test_who_is_required_is_missed_and_not_forgotten() -> None:
    trip = change_item(make_trip(), "acme", required_people=("anna",))

    after = apply_changes(trip, [DelegateCancelled(delegate="anna")])

    leaves = after.delegate_by_id["anna"].presence.leaves
    assert leaves is not None
    assert leaves < instant("2025-05-18 06:00")
    assert after.item_by_id["acme"].required_people == ("anna",)


def test_one_more_delegate_travels() -> None:
    after = apply_changes(make_trip(), [DelegateJoined(delegate=make_delegate("dora"))])

    assert after.delegates[-1].id == "dora"


def test_a_late_leg_takes_longer() -> None:
    trip = make_trip()
    leg = trip.legs[0]

    after = apply_changes(trip, [LegLate(leg=leg.id, minutes=90)])

    assert after.legs == (replace(leg, travel_min=leg.travel_min + 90), *trip.legs[1:])


def test_the_present_changes_no_trip_and_the_latest_counts() -> None:
    changes = [Present(now=TEN), Present(now=NOON)]

    assert (apply_changes(make_trip(), changes), present_of(changes)) == (make_trip(), NOON)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (HostDeclined(item="acmee"), "acmee: is no item of this trip; did you mean acme?"),
        (
            CapFell(item="acme", max_people=0),
            "0: is no number of people; a host who receives nobody declined",
        ),
        (
            DelegateCancelled(delegate="nobody"),
            "nobody: is no delegate of this trip; there are head, anna, bert, clara, gina, ines",
        ),
        (
            DelegateJoined(delegate=make_delegate("anna")),
            "anna: is with the delegation already; a new delegate needs an id of their own",
        ),
        (
            LegLate(leg="x", minutes=5),
            "x: is no leg of this trip; there are outbound, to-new-york, return",
        ),
        (
            SlotMoved(item="acme", start=TEN, was=NOON),
            "acme: has no confirmed times of which one could be moved; leave the old time out",
        ),
        (
            SlotMoved(item="acme", start=TEN + timedelta(seconds=5)),
            "2025-05-20T14:00:05+00:00: is no whole minute on the clock of the place, or one of two equal hours",
        ),
        (SlotMoved(item="acme", start=TEN.replace(tzinfo=None)), "2025-05-20T14:00:00: has no time zone"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_what_names_nothing_is_refused_with_what_would_be_right(change: Change, told: str) -> None:
    with pytest.raises(ChangeError) as caught:
        apply_changes(make_trip(), [change])

    assert str(caught.value) == told
