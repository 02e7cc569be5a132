"""A trip as the plain values of its file, and as fresh YAML text. Defaults are left out."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pydantic_core import PydanticUndefined

from geleit.domain.dates import DateSpan, EdtfDate
from geleit.domain.items import Item, ItemRule, Pin, PinKind
from geleit.domain.people import Delegate, Presence
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.domain.windows import Clock, Window, clock_text, local
from geleit.tripfile import shapes
from geleit.tripfile.fields.times import OPEN_ON_HOLIDAYS, read_instant
from geleit.tripfile.local_time import Calendar, to_utc
from geleit.tripfile.yaml_write import sections

Values = dict[str, object]

FILES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "places.yaml": ("places", "travel_min"),
        "hosts.yaml": ("hosts",),
        "items.yaml": ("items", "rules", "pins"),
        "delegates.yaml": ("organisations", "delegates"),
    }
)
"""Which keys stand in which file of a folder; all others in ``trip.yaml``."""

_TALL: Final = ("hosts", "items")
_MEMBERS: Final[Mapping[str, type[shapes.Shape]]] = MappingProxyType(
    {
        "sectors": shapes.SectorShape,
        "places": shapes.PlaceShape,
        "stations": shapes.StationShape,
        "groups": shapes.GroupShape,
        "hosts": shapes.HostShape,
        "organisations": shapes.OrganisationShape,
        "notes": shapes.NoteShape,
        "calendar": shapes.CalendarShape,
    }
)


def dump_trip(trip: Trip) -> str:
    """Return a trip as the text of one YAML file, from which `load_trip` makes an equal trip."""
    return "\n".join(sections(trip_values(trip), _TALL)) + "\n"


def write_folder(trip: Trip, folder: Path) -> None:
    """Write a trip into the files of a folder, which is made when it does not exist.

    Raises
    ------
    FileExistsError
        When the folder holds YAML files already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.glob("*.y*ml")):
        raise FileExistsError(f"{folder} holds YAML files already")
    values = trip_values(trip)
    for name, keys in FILES.items():
        own = {key: values.pop(key) for key in keys if key in values}
        if own:
            (folder / name).write_text("\n".join(sections(own, _TALL)) + "\n", encoding="utf-8")
    (folder / "trip.yaml").write_text("\n".join(sections(values, _TALL)) + "\n", encoding="utf-8")


def trip_values(trip: Trip) -> Values:
    """Return a trip as the plain values of its file, by key."""
    calendar = Calendar.of_trip(trip)
    special: Mapping[str, Callable[[], object]] = {
        "languages": lambda: list(trip.languages),
        "legs": lambda: [_leg(each) for each in trip.legs],
        "frame": lambda: object_values(shapes.FrameShape, trip.frame),
        "items": lambda: [item_values(each, trip) for each in trip.items],
        "delegates": lambda: [delegate_values(each, calendar) for each in trip.delegates],
        "rules": lambda: [_rule(each) for each in trip.rules],
        "pins": lambda: [_pin(each, calendar) for each in trip.pins],
        "call": lambda: object_values(shapes.CallShape, trip.call),
        "travel_min": lambda: _travel(trip.travel_min),
    }
    found: Values = {}
    for name, field in shapes.TripShape.in_order().items():
        value = getattr(trip, name)
        if name in _MEMBERS:
            plain: object = [object_values(_MEMBERS[name], each) for each in value]
        elif name in special:
            plain = special[name]()
        else:
            plain = _marked(shapes.TripShape, value) if name == "assumed" else plain_of(value)
        if field.is_required() or not (_is_default(field.default, value) or plain in ([], {}, None)):
            found[name] = plain
    return found


def object_values(shape: type[shapes.Shape], source: object, *without: str) -> Values:
    """Return an object of the domain as plain values, by the fields of its shape, defaults left out."""
    found: Values = {}
    for name, field in shape.in_order().items():
        if name in without:
            continue
        value = getattr(source, name)
        if not field.is_required() and _is_default(field.default, value):
            continue
        if name == "assumed" and issubclass(shape, shapes.MarkedShape):
            found[name] = _marked(shape, value)
        else:
            found[field.alias or name] = plain_of(value)
    return found


def _is_default(default: object, value: object) -> bool:
    if default is PydanticUndefined:
        return False
    if isinstance(default, tuple) and isinstance(value, frozenset):
        return frozenset(default) == value
    return default == value


def _marked(shape: type[shapes.MarkedShape], assumed: frozenset[str]) -> object:
    known = shape.assumable()
    return "all" if assumed == frozenset(known) else [name for name in known if name in assumed]


def plain_of(value: object) -> object:  # noqa: PLR0911 # one line a kind of value
    """Return a value of the domain as the file has it."""
    if isinstance(value, Text):
        return value.neutral if value.is_neutral else dict(value.content) or ""
    if isinstance(value, DateSpan):
        if value.start == value.end:
            return str(value.start)
        return {"start": str(value.start), "end": str(value.end)}
    if isinstance(value, Window):
        return _window(value)
    if isinstance(value, (EdtfDate, Clock)):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(str(plain_of(each)) for each in value)
    if isinstance(value, tuple):
        return [plain_of(each) for each in value]
    return _nested(value)


def _nested(value: object) -> object:
    for name, shape in (("Contact", shapes.ContactShape), ("FeeTier", shapes.FeeShape)):
        if type(value).__name__ == name:
            return object_values(shape, value)
    return value


def _window(window: Window) -> str:
    clock = window.clock
    is_instant = window.day is not None and not clock.length_min
    span = clock_text(clock.start_min) if is_instant else str(clock)
    day = f"{window.day.isoformat()} " if window.day else ""
    return f"{day}{span}{' ' + OPEN_ON_HOLIDAYS if window.on_closed_days else ''}"


def _leg(leg: object) -> Values:
    return object_values(shapes.LegShape, leg)


def item_values(item: Item, trip: Trip) -> Values:
    """Return an item as the file has it: what its host has already is left out."""
    found = object_values(shapes.ItemShape, item, "request", "name_list", "languages", "windows")
    host = trip.host_by_id.get(item.host or "")
    if host is not None and host.place == item.place:
        del found["place"]
    if item.languages != (host.languages if host else frozenset()):
        found["languages"] = sorted(item.languages)
    if item.windows:
        found["windows"] = [_item_window(window) for window in item.windows]
    request = object_values(shapes.RequestShape, item.request, "slots")
    if item.request.slots:
        zone = trip.zone_of(item.station)
        request["slots"] = [local_text(slot, zone) for slot in item.request.slots]
    for name, values in (
        ("request", request),
        ("name_list", object_values(shapes.NameListShape, item.name_list)),
    ):
        if values:
            found[name] = values
    return {name: found[name] for name in shapes.ItemShape.in_order() if name in found}


def _item_window(window: Window) -> str:
    """Return an item's window; a span without minutes keeps both its ends."""
    day = f"{window.day.isoformat()} " if window.day else ""
    return f"{day}{window.clock}{' ' + OPEN_ON_HOLIDAYS if window.on_closed_days else ''}"


def delegate_values(delegate: Delegate, calendar: Calendar) -> Values:
    """Return a delegate as the file has it."""
    found = object_values(shapes.DelegateShape, delegate, "presence", "wishes", "guide")
    presence = presence_values(delegate.presence, calendar)
    if presence:
        found["presence"] = presence
    if delegate.wishes:
        found["wishes"] = {wish.item: wish.strength for wish in delegate.wishes}
    if delegate.guide != delegate.role.guides:
        found["guide"] = delegate.guide
    return {name: found[name] for name in shapes.DelegateShape.in_order() if name in found}


def presence_values(presence: Presence, calendar: Calendar) -> Values:
    """Return a presence in the local time of the stations."""
    found: Values = {}
    for name, moment in (("joins", presence.joins), ("leaves", presence.leaves)):
        if moment is not None:
            found[name] = calendar.text_on_trip(moment)
    return found


def _rule(rule: ItemRule) -> Values:
    found: Values = {rule.kind.value: list(rule.items)}
    if rule.gap_min:
        found["gap_min"] = rule.gap_min
    return found


def _pin(pin: Pin, calendar: Calendar) -> Values:
    held: Mapping[PinKind, object] = {
        PinKind.TIME: pin.start and local_text(pin.start, calendar.item_zone(pin.item)),
        PinKind.DAY: pin.day and pin.day.isoformat(),
        PinKind.PART: pin.part and pin.part.value,
        PinKind.GROUP: pin.group,
        PinKind.ATTENDEE: pin.delegate,
        PinKind.ABSENT: pin.delegate,
        PinKind.DROPPED: True,
    }
    key = "start" if pin.kind is PinKind.TIME else pin.kind.value
    found: Values = {"item": pin.item, key: held[pin.kind]}
    return {**found, "note": pin.note} if pin.note else found


def local_text(instant: datetime, zone: str) -> str:
    """Return an instant as a wall-clock time, or with its offset where the wall clock would be ambiguous."""
    wall = local(instant, zone)
    text = f"{wall:%Y-%m-%d %H:%M}"
    if wall.year >= 1000 and to_utc(read_instant(text), zone) == instant:
        return text
    return wall.isoformat()


def _travel(table: Mapping[tuple[str, str], int]) -> list[Values]:
    found: list[Values] = []
    done: set[tuple[str, str]] = set()
    for (origin, destination), minutes in table.items():
        if (origin, destination) in done:
            continue
        entry: Values = {"from": origin, "to": destination, "minutes": minutes}
        if table.get((destination, origin)) == minutes:
            done.add((destination, origin))
        else:
            entry["both_ways"] = False
        found.append(entry)
    return found
