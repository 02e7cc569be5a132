"""A trip in which some things hold and nothing else stands in an item's way: to show that each of them is needed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from geleit.domain.dates import DateSpan
from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.items import Item, Pin, PinKind
from geleit.domain.kinds import Attendance, ItemKind
from geleit.domain.obstacles import Obstacle, ObstacleKind
from geleit.domain.people import Delegate, Group, Presence
from geleit.domain.stays import effective_windows
from geleit.domain.text import Text
from geleit.domain.trip import Frame, Trip
from geleit.domain.windows import MINUTES_A_DAY, Clock, Window, local
from geleit.planner.problem import FOREVER
from geleit.planner.why.oracle import Goals, Things

Kind = ObstacleKind
WHOLE_DAY = Clock(0, MINUTES_A_DAY)


def relaxed_trip(trip: Trip, items: Iterable[str], things: Things, goals: Goals) -> Trip:
    """Return the trip with these items alone, and of all that could stand in their way only these things.

    What is no thing stays as it is: places, groups, people, durations, the order of the day's parts.

    Parameters
    ----------
    items
        Ids of the items that stay.
    goals
        Items that have to take place, with the people who have to be there.
    """
    names = set(items)
    kinds = {thing.kind for thing in things if not thing.item}
    kept = tuple(
        _item(trip, item, [thing for thing in things if thing.item == item.id], goals)
        for item in trip.items
        if item.id in names
    )
    wanted = [
        Pin(kind=PinKind.ATTENDEE, item=item, delegate=person)
        for item, people in sorted(goals.items())
        for person in sorted(people)
    ]
    pins = dict.fromkeys([*(thing.pin for thing in things if thing.pin is not None), *wanted])
    loose = replace(
        trip,
        items=kept,
        delegates=_people(trip, names, {thing.person for thing in things if thing.kind is Kind.PRESENCE}),
        groups=_groups(trip),
        guides_required=False,
        pins=tuple(pins),
        rules=tuple(thing.rule for thing in things if thing.rule is not None),
        frame=_frame(trip.frame, kinds),
    )
    stays = any(thing.kind is Kind.STATION for thing in things)
    return loose if stays else _without_legs(loose)


def _item(trip: Trip, item: Item, things: list[Obstacle], goals: Goals) -> Item:
    kinds = {thing.kind for thing in things}
    required = {thing.person for thing in things if thing.kind is Kind.REQUIRED}
    is_talk = item.needs_head and Kind.HEAD not in kinds
    return replace(
        item,
        must=item.id in goals or Kind.MUST in kinds,
        kind=ItemKind.INSTITUTION_VISIT if is_talk else item.kind,
        windows=_windows(trip, item, kinds),
        required_people=tuple(person for person in item.required_people if person in required),
        request=item.request if kinds & {Kind.STATUS, Kind.CONFIRMED} else HostRequest(),
        announced=None,
        max_people=item.max_people if Kind.CAP in kinds else None,
        min_people=item.min_people if Kind.MIN_PEOPLE in kinds else 1,
        roles=item.roles if Kind.ROLES in kinds else frozenset(),
        name_list=item.name_list if Kind.NAME_LIST in kinds else NameList(),
        languages=item.languages if Kind.LANGUAGE in kinds else frozenset(),
        attendance=item.attendance if Kind.EVERYONE in kinds else Attendance.OPEN,
    )


def _windows(trip: Trip, item: Item, kinds: set[ObstacleKind]) -> tuple[Window, ...]:
    closes = Kind.CLOSED_DAYS in kinds
    if Kind.WINDOWS not in kinds:
        return (Window(None, WHOLE_DAY, on_closed_days=not closes),)
    if closes:
        return item.windows
    return tuple(replace(window, on_closed_days=True) for window in effective_windows(trip, item))


def _people(trip: Trip, items: set[str], present: set[str]) -> tuple[Delegate, ...]:
    return tuple(
        replace(
            person,
            presence=person.presence if person.id in present else Presence(),
            wishes=tuple(wish for wish in person.wishes if wish.item in items),
        )
        for person in trip.delegates
    )


def _groups(trip: Trip) -> tuple[Group, ...]:
    """Return groups that carry everyone, and no fewer than a few."""
    seats = max(1, len(trip.delegates))
    known = {group.id for group in trip.groups}
    more = [name for name in ("spare-1", "spare-2", "spare-3") if name not in known]
    spare = [Group(id=name, name=Text.of(name), seats=seats) for name in more[: max(0, 3 - len(known))]]
    return (*(replace(group, seats=seats) for group in trip.groups), *spare)


def _frame(frame: Frame, kinds: set[ObstacleKind]) -> Frame:
    return replace(
        frame,
        day=frame.day if Kind.DAY in kinds else WHOLE_DAY,
        max_transfer_min=frame.max_transfer_min if Kind.WAY in kinds else FOREVER,
        arrival_rest_min=frame.arrival_rest_min if Kind.ARRIVAL_REST in kinds else 0,
        lunch_min=frame.lunch_min if Kind.MEAL in kinds else 0,
        dinner_min=frame.dinner_min if Kind.MEAL in kinds else 0,
        rest_min=0,
    )


def _without_legs(trip: Trip) -> Trip:
    """Return the trip as if the delegation were at the items' stations all the time."""
    names = {item.station for item in trip.items}
    days = {window.day for item in trip.items for window in item.windows if window.day is not None}
    days |= {local(pin.start, trip.zone_of(None)).date() for pin in trip.pins if pin.start is not None}
    days |= {pin.day for pin in trip.pins if pin.day is not None}
    days |= {local(slot, trip.zone_of(None)).date() for item in trip.items for slot in item.request.slots}
    first = min([trip.dates.start.earliest, *(day - timedelta(days=1) for day in days)])
    last = max([trip.dates.end.latest, *(day + timedelta(days=1) for day in days)])
    return replace(
        trip,
        legs=(),
        dates=DateSpan.parse(first.isoformat(), last.isoformat()),
        stations=tuple(replace(station, dates=None) for station in trip.stations if station.id in names),
    )
