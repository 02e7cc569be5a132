"""Random changes to a trip and its programme, for property tests: a seed says all about them."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from geleit.domain.changes import (
    CapFell,
    Change,
    DelegateCancelled,
    DelegateJoined,
    HostDeclined,
    LegLate,
    Present,
    SlotMoved,
    WindowsChanged,
)
from geleit.domain.people import Presence
from geleit.domain.programme import Programme, Session
from geleit.domain.trip import Trip
from geleit.domain.windows import Clock, Window, local

SHIFTS_MIN = (-1440, -180, -60, -30, 30, 60, 120, 1440)


def random_changes(rng: Random, trip: Trip, programme: Programme) -> tuple[Change, ...]:
    """Return one to three changes that name what the trip has; they may contradict each other's sense."""
    found: list[Change] = []
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        change = _random_change(rng, trip, programme)
        if change is not None:
            found.append(change)
    if programme.sessions and rng.random() < 0.3:
        some = rng.choice(programme.sessions)
        found.append(Present(now=some.start + timedelta(minutes=rng.choice((-30, 0, 10)))))
    return _without_twins(found)


def _without_twins(changes: list[Change]) -> tuple[Change, ...]:
    """Return the changes without the later ones of the same item or person, which would name what is gone."""
    known: set[object] = set()
    found: list[Change] = []
    for change in changes:
        about = getattr(change, "item", None) or getattr(change, "delegate", None) or type(change)
        if about not in known:
            known.add(about)
            found.append(change)
    return tuple(found)


def _random_change(rng: Random, trip: Trip, programme: Programme) -> Change | None:
    kinds = [_declined, _moved, _opened, _capped, _cancelled, _joined, _late]
    return rng.choice(kinds)(rng, trip, programme)


def _session(rng: Random, programme: Programme) -> Session | None:
    return rng.choice(programme.sessions) if programme.sessions else None


def _declined(rng: Random, _trip: Trip, programme: Programme) -> Change | None:
    session = _session(rng, programme)
    return HostDeclined(item=session.item) if session else None


def _moved(rng: Random, trip: Trip, programme: Programme) -> Change | None:
    session = _session(rng, programme)
    if session is None:
        return None
    start = session.start + timedelta(minutes=rng.choice(SHIFTS_MIN))
    slots = trip.item_by_id[session.item].firm_slots
    was = session.start if len(set(slots)) > 1 and session.start in slots else None
    return SlotMoved(item=session.item, start=start, was=was)


def _opened(rng: Random, trip: Trip, programme: Programme) -> Change | None:
    session = _session(rng, programme)
    if session is None:
        return None
    day = local(session.start, trip.zone_of(trip.item_by_id[session.item].station)).date()
    opens = rng.choice((480, 600, 840))
    window = Window(rng.choice((None, day)), Clock(opens, opens + 300), on_closed_days=True)
    return WindowsChanged(item=session.item, windows=(window,))


def _capped(rng: Random, _trip: Trip, programme: Programme) -> Change | None:
    session = _session(rng, programme)
    if session is None:
        return None
    return CapFell(item=session.item, max_people=max(1, len(session.attendees) - rng.choice((1, 1, 3))))


def _cancelled(rng: Random, trip: Trip, _programme: Programme) -> Change | None:
    return DelegateCancelled(delegate=rng.choice(trip.delegates).id) if trip.delegates else None


def _joined(rng: Random, trip: Trip, _programme: Programme) -> Change | None:
    if not trip.delegates:
        return None
    twin = rng.choice(trip.delegates)
    return DelegateJoined(delegate=replace(twin, id="newcomer", name="New Comer", presence=Presence()))


def _late(rng: Random, trip: Trip, _programme: Programme) -> Change | None:
    return LegLate(leg=rng.choice(trip.legs).id, minutes=rng.choice((20, 90, 300))) if trip.legs else None
