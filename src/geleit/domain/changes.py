"""What happens to a published programme: a host declines, a slot moves, somebody cancels, a flight is late.

A change is a fact from outside, told in the trip's ids. ``apply_changes`` makes the trip that it leads to; what it does
to the programme is the planner's affair. A change that cannot be met (a move to a day on which the delegation is
elsewhere) is none the less a change: the planner answers it. Only what names nothing is refused.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from difflib import get_close_matches

from geleit.domain.items import Item, Pin, PinKind
from geleit.domain.people import Delegate, Presence
from geleit.domain.status import RequestStatus
from geleit.domain.trip import Leg, Trip
from geleit.domain.windows import MINUTES_A_DAY, Clock, Window, at, local

MOST_LISTED = 12
"""Ids that are all named where none is like the one given."""


class ChangeError(ValueError):
    """A change that names nothing the trip has, or says nothing that can be.

    Parameters
    ----------
    value
        What was given.
    problem
        What is wrong with it, in English.
    advice
        What would be right, as far as that can be told.
    """

    def __init__(self, value: object, problem: str, advice: str = "") -> None:
        self.value, self.problem, self.advice = value, problem, advice
        super().__init__(f"{value}: {problem}{f'; {advice}' if advice else ''}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HostDeclined:
    """The host of an item declined, or withdrew what was confirmed."""

    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotMoved:
    """An item takes place at another time and no other.

    Parameters
    ----------
    start
        Aware instant of the new start.
    was
        For an item with several confirmed times: the one that is moved; None moves the whole item.
    """

    item: str
    start: datetime
    was: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowsChanged:
    """The host receives at other times than before; confirmed times are released."""

    item: str
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CapFell:
    """The host receives no more than ``max_people`` in one session."""

    item: str
    max_people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateCancelled:
    """A delegate does not travel, or leaves now where the trip has begun."""

    delegate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateJoined:
    """One more delegate travels."""

    delegate: Delegate


@dataclass(frozen=True, slots=True, kw_only=True)
class LegLate:
    """A flight, train or ride arrives later than planned.

    Parameters
    ----------
    minutes
        By how much the arrival is late.
    """

    leg: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Everything that began before this aware instant has happened and stays as it was."""

    now: datetime


Change = (
    HostDeclined
    | SlotMoved
    | WindowsChanged
    | CapFell
    | DelegateCancelled
    | DelegateJoined
    | LegLate
    | Present
)


def present_of(changes: Iterable[Change]) -> datetime | None:
    """Return the latest present that the changes name, or None where everything is still to come."""
    return max((change.now for change in changes if isinstance(change, Present)), default=None)


def apply_changes(trip: Trip, changes: Iterable[Change]) -> Trip:
    """Return the trip after the changes, one after the other.

    The present itself changes no trip: it says which sessions are past, and when who cancels leaves.

    Raises
    ------
    ChangeError
        When one names an item, delegate or leg that the trip does not have, or says what cannot be.
    """
    listed = tuple(changes)
    now = present_of(listed)
    for change in listed:
        trip = _applied(trip, change, now)
    return trip


def _applied(  # noqa: PLR0911 # one return for each kind of change
    trip: Trip, change: Change, now: datetime | None
) -> Trip:
    match change:
        case HostDeclined():
            return _with_item(trip, change.item, _declined)
        case SlotMoved():
            return _moved(trip, change)
        case WindowsChanged():
            released = _with_item(trip, change.item, lambda item: _reopened(item, change.windows))
            return _without_times(released, change.item)
        case CapFell():
            return _capped(trip, change)
        case DelegateCancelled():
            return _cancelled(trip, change.delegate, now)
        case DelegateJoined():
            return _joined(trip, change.delegate)
        case LegLate():
            return _late(trip, change)
        case Present():
            _aware(change.now)
            return trip


# -- hosts ---------------------------------------------------------------------------------------------------------


def _declined(item: Item) -> Item:
    request = replace(item.request, status=RequestStatus.DECLINED, slots=(), probability_percent=None)
    return replace(item, request=request, must=False)


def _reopened(item: Item, windows: tuple[Window, ...]) -> Item:
    return replace(item, windows=windows, request=replace(item.request, slots=()))


def _moved(trip: Trip, change: SlotMoved) -> Trip:
    start = _aware(change.start)
    item = _item(trip, change.item)
    if not item.request.status.may_be_placed:
        raise ChangeError(item.id, f"is {item.request.status.value} and takes place at no time")
    if change.was is not None and not item.firm_slots:
        raise ChangeError(
            item.id, "has no confirmed times of which one could be moved", "leave the old time out"
        )
    slots = _slots(item, start, change.was) if item.firm_slots else ()
    windows = tuple(dict.fromkeys(_window_at(trip, item, slot) for slot in slots or (start,)))
    request = replace(item.request, slots=slots)
    changed = _with_item(trip, item.id, lambda item: replace(item, windows=windows, request=request))
    return _without_times(changed, item.id)


def _slots(item: Item, start: datetime, was: datetime | None) -> tuple[datetime, ...]:
    if was is None:
        return (start,)
    if was not in item.firm_slots:
        known = ", ".join(slot.isoformat() for slot in item.firm_slots)
        raise ChangeError(was.isoformat(), f"is no confirmed time of {item.id}", f"there are {known}")
    slots = list(item.firm_slots)
    slots[slots.index(was)] = start
    return tuple(sorted(slots))


def _window_at(trip: Trip, item: Item, start: datetime) -> Window:
    """Return the window that holds one session from ``start`` and nothing more."""
    zone = trip.zone_of(item.station)
    wall = local(start, zone)
    minute = wall.hour * 60 + wall.minute
    if at(wall.date(), minute, zone) != start:
        raise ChangeError(
            start.isoformat(), "is no whole minute on the clock of the place, or one of two equal hours"
        )
    end = min(2 * MINUTES_A_DAY, minute + item.duration_min)
    return Window(wall.date(), Clock(minute, end), on_closed_days=True)


def _without_times(trip: Trip, item: str) -> Trip:
    """Return the trip without the organiser's pins of an item's time, which the host's word overrides."""
    timed = (PinKind.TIME, PinKind.DAY, PinKind.PART)
    return replace(trip, pins=tuple(pin for pin in trip.pins if pin.item != item or pin.kind not in timed))


def _capped(trip: Trip, change: CapFell) -> Trip:
    if change.max_people < 1:
        raise ChangeError(change.max_people, "is no number of people", "a host who receives nobody declined")
    return _with_item(
        trip,
        change.item,
        lambda item: replace(
            item, max_people=change.max_people, min_people=min(item.min_people, change.max_people)
        ),
    )


def _with_item(trip: Trip, item: str, change: Callable[[Item], Item]) -> Trip:
    _item(trip, item)
    return replace(trip, items=tuple(change(each) if each.id == item else each for each in trip.items))


def _item(trip: Trip, item: str) -> Item:
    if item not in trip.item_by_id:
        raise _unknown(item, "item", trip.item_by_id)
    return trip.item_by_id[item]


# -- people --------------------------------------------------------------------------------------------------------


def _cancelled(trip: Trip, delegate: str, now: datetime | None) -> Trip:
    if delegate not in trip.delegate_by_id:
        raise _unknown(delegate, "delegate", trip.delegate_by_id)
    person = trip.delegate_by_id[delegate]
    begins = at(trip.dates.earliest, 0, trip.zone_of(trip.stations[0].id))
    has_begun = now is not None and now > max(begins, person.presence.joins or begins)
    is_required = any(delegate in item.required_people for item in trip.items)
    trip = replace(trip, pins=tuple(pin for pin in trip.pins if not _asks_for(pin, delegate)))
    if now is not None and has_begun:
        leaves = min(now, person.presence.leaves or now)
    elif is_required:  # what cannot do without the person must not forget that
        leaves = begins + timedelta(minutes=1)
    else:
        return replace(
            trip,
            delegates=tuple(each for each in trip.delegates if each.id != delegate),
            pins=_pins_without(trip, delegate),
        )
    joins = person.presence.joins
    presence = Presence(joins=joins if joins is not None and joins < leaves else None, leaves=leaves)
    return _with_delegate(trip, replace(person, presence=presence, wishes=()))


def _asks_for(pin: Pin, delegate: str) -> bool:
    return pin.kind is PinKind.ATTENDEE and pin.delegate == delegate


def _pins_without(trip: Trip, delegate: str) -> tuple[Pin, ...]:
    return tuple(pin for pin in trip.pins if pin.delegate != delegate)


def _with_delegate(trip: Trip, person: Delegate) -> Trip:
    return replace(trip, delegates=tuple(person if each.id == person.id else each for each in trip.delegates))


def _joined(trip: Trip, person: Delegate) -> Trip:
    if person.id in trip.delegate_by_id:
        raise ChangeError(
            person.id, "is with the delegation already", "a new delegate needs an id of their own"
        )
    for wish in person.wishes:
        _item(trip, wish.item)
    for sector in sorted(person.sectors):
        if sector not in trip.sector_by_id:
            raise _unknown(sector, "sector", trip.sector_by_id)
    if person.organisation is not None and person.organisation not in trip.organisation_by_id:
        raise _unknown(person.organisation, "organisation", trip.organisation_by_id)
    return replace(trip, delegates=(*trip.delegates, person))


# -- the way -------------------------------------------------------------------------------------------------------


def _late(trip: Trip, change: LegLate) -> Trip:
    if change.leg not in trip.leg_by_id:
        raise _unknown(change.leg, "leg", trip.leg_by_id)
    if change.minutes < 1:
        raise ChangeError(change.minutes, "is no delay", "give the minutes by which the arrival is late")

    def later(leg: Leg) -> Leg:
        return replace(leg, travel_min=leg.travel_min + change.minutes) if leg.id == change.leg else leg

    return replace(trip, legs=tuple(later(leg) for leg in trip.legs))


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ChangeError(instant.isoformat(), "has no time zone")
    return instant


def _unknown(value: str, kind: str, known: Iterable[str]) -> ChangeError:
    listed = list(known)
    near = get_close_matches(value, listed, n=3)
    advice = f"did you mean {' or '.join(near)}?" if near else ""
    if not near and 0 < len(listed) <= MOST_LISTED:
        advice = f"there are {', '.join(listed)}"
    return ChangeError(value, f"is no {kind} of this trip", advice)
