"""The shape of a trip file as a trip: defaults that depend on others, local times, assumptions."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from geleit.domain.hosts import Contact, Host, HostRequest, NameList
from geleit.domain.items import Item, ItemRule, Pin, PinKind, RuleKind
from geleit.domain.people import Delegate, Group, Organisation, Presence, Wish
from geleit.domain.places import Place
from geleit.domain.trip import CalendarOverride, Call, FeeTier, Frame, Leg, Note, Sector, Station, Trip
from geleit.tripfile import shapes
from geleit.tripfile.local_time import Calendar

_SETS: Final = frozenset({"sectors", "languages", "roles", "people", "delta", "closed", "open"})
_PIN_KINDS: Final = {
    "start": PinKind.TIME,
    "day": PinKind.DAY,
    "part": PinKind.PART,
    "group": PinKind.GROUP,
    "attendee": PinKind.ATTENDEE,
    "absent": PinKind.ABSENT,
    "dropped": PinKind.DROPPED,
}


def build_trip(shape: shapes.TripShape) -> Trip:
    """Return the trip; references that lead nowhere are kept for the validation to find."""
    calendar = Calendar.of_shape(shape)
    hosts = {host.id: host for host in shape.hosts}
    given = plain_fields(shape, "languages", "sectors", "travel_min")
    given.update(
        languages=tuple(shape.languages),
        sectors=tuple(Sector(id=each.id, name=each.name) for each in shape.sectors),
        places=_each(Place, shape.places),
        stations=_each(Station, shape.stations),
        legs=_each(Leg, shape.legs),
        frame=Frame(**plain_fields(shape.frame)),
        groups=_each(Group, shape.groups),
        hosts=tuple(_host(each) for each in shape.hosts),
        items=tuple(_item(each, hosts, calendar) for each in shape.items),
        organisations=_each(Organisation, shape.organisations),
        delegates=tuple(_delegate(each, calendar) for each in shape.delegates),
        rules=tuple(_rule(each) for each in shape.rules),
        pins=tuple(_pin(each, calendar) for each in shape.pins),
        call=Call(**{**plain_fields(shape.call), "fees": _each(FeeTier, shape.call.fees)}),
        notes=_each(Note, shape.notes),
        calendar=_each(CalendarOverride, shape.calendar),
        travel_min=travel_table(shape.travel_min),
    )
    return Trip(**given)


def plain_fields(shape: shapes.Shape, *without: str) -> dict[str, Any]:
    """Return a shape's fields as arguments of the domain's class, lists as tuples or sets."""
    given: dict[str, Any] = {}
    for name in type(shape).model_fields:
        if name in without:
            continue
        value = getattr(shape, name)
        if name == "assumed" and isinstance(shape, shapes.MarkedShape):
            value = frozenset(shape.assumable() if value is None else value)
        elif isinstance(value, tuple) and name in _SETS:
            value = frozenset(value)
        given[name] = value
    return given


def _each(kind: Any, members: Iterable[shapes.Shape]) -> tuple[Any, ...]:  # noqa: ANN401 # any class of the domain
    return tuple(kind(**plain_fields(member)) for member in members)


def _host(shape: shapes.HostShape) -> Host:
    return Host(**{**plain_fields(shape), "contacts": _each(Contact, shape.contacts)})


def _item(shape: shapes.ItemShape, hosts: Mapping[str, shapes.HostShape], calendar: Calendar) -> Item:
    given = plain_fields(shape)
    host = hosts.get(shape.host or "")
    if shape.place is None:
        given["place"] = (host.place if host else None) or ""
    if host is not None and "languages" not in shape.model_fields_set:
        given["languages"] = frozenset(host.languages)
    slots = tuple(calendar.at_station(slot, shape.station) for slot in shape.request.slots)
    given["request"] = HostRequest(**{**plain_fields(shape.request), "slots": slots})
    given["name_list"] = NameList(**plain_fields(shape.name_list))
    return Item(**given)


def _delegate(shape: shapes.DelegateShape, calendar: Calendar) -> Delegate:
    given = plain_fields(shape)
    joins, leaves = shape.presence.joins, shape.presence.leaves
    given["presence"] = Presence(
        joins=calendar.on_trip(joins) if joins else None, leaves=calendar.on_trip(leaves) if leaves else None
    )
    given["wishes"] = tuple(Wish(item=item, strength=strength) for item, strength in shape.wishes.items())
    if "guide" not in shape.model_fields_set:
        given["guide"] = shape.role.guides
    return Delegate(**given)


def _rule(shape: shapes.RuleShape) -> ItemRule:
    kind = next(kind for kind in RuleKind if getattr(shape, kind.value) is not None)
    return ItemRule(kind=kind, items=tuple(getattr(shape, kind.value)), gap_min=shape.gap_min)


def _pin(shape: shapes.PinShape, calendar: Calendar) -> Pin:
    key = next(key for key in shapes.PIN_KEYS if getattr(shape, key) not in (None, False))
    return Pin(
        kind=_PIN_KINDS[key],
        item=shape.item,
        start=calendar.at_item(shape.start, shape.item) if shape.start else None,
        day=shape.day,
        part=shape.part,
        group=shape.group,
        delegate=shape.attendee or shape.absent,
        note=shape.note,
    )


def travel_table(entries: Iterable[shapes.TravelShape]) -> dict[tuple[str, str], int]:
    """Return minutes by origin and destination; a way given for itself counts before another's way back."""
    given = list(entries)
    table = {(each.destination, each.origin): each.minutes for each in given if each.both_ways}
    table.update({(each.origin, each.destination): each.minutes for each in given})
    return table
