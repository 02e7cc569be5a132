"""Rows to domain values and back. Each part of a trip is written and read by one table of what has a column."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from django.db.models import QuerySet

from geleit.domain.hosts import Host
from geleit.domain.items import Item, ItemRule, Pin
from geleit.domain.people import Delegate, Group, Organisation, Wish
from geleit.domain.places import Place
from geleit.domain.trip import Leg, Sector, Station, Trip
from geleit.store.models import parts as rows
from geleit.store.models.trips import TripRow
from geleit.store.plain import Json, from_json, to_json

Value = Sector | Place | Station | Leg | Group | Host | Item | Organisation | Delegate | ItemRule | Pin
"""What a trip is made of."""
Keys = Mapping[str, Mapping[Any, Any]]
"""By part of the trip: primary key by domain id for writing, domain id by primary key for reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How one kind of part is kept.

    Parameters
    ----------
    name
        The field of `Trip` that holds it.
    has_id
        Whether the domain gives it an id; else its number is the key.
    columns
        Fields of the value that have a column of the same name.
    references
        Fields that name another part, each with the field of `Trip` that holds that.
    nested
        Columns that hold a field of a nested value: column by path.
    label
        The name in the reader's words; where the field itself is no `Text`, ``label`` alone holds it.
    """

    name: str
    value: type[Any]
    row: type[rows.PartRow]
    label: Callable[[Any], str] = lambda _: ""
    has_id: bool = True
    columns: tuple[str, ...] = ()
    references: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    nested: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))


PARTS: Final = (
    Part(name="sectors", value=Sector, row=rows.SectorRow, label=lambda each: str(each.name)),
    Part(
        name="places",
        value=Place,
        row=rows.PlaceRow,
        label=lambda each: str(each.name),
        columns=("lat", "lon", "zone", "country"),
    ),
    Part(
        name="stations",
        value=Station,
        row=rows.StationRow,
        label=lambda each: str(each.name),
        columns=("status",),
        references={"base": "places"},
    ),
    Part(
        name="legs",
        value=Leg,
        row=rows.LegRow,
        label=lambda each: str(each.title),
        columns=("mode",),
        references={"origin": "stations", "destination": "stations"},
    ),
    Part(
        name="groups", value=Group, row=rows.GroupRow, label=lambda each: str(each.name), columns=("seats",)
    ),
    Part(
        name="hosts",
        value=Host,
        row=rows.HostRow,
        label=lambda each: str(each.name),
        columns=("kind",),
        references={"place": "places"},
    ),
    Part(
        name="items",
        value=Item,
        row=rows.ItemRow,
        label=lambda each: str(each.title),
        columns=("kind", "must", "weight", "publication", "announced"),
        references={"station": "stations", "place": "places", "host": "hosts"},
        nested={"request_status": ("request", "status"), "decide_by": ("request", "decide_by")},
    ),
    Part(
        name="organisations",
        value=Organisation,
        row=rows.OrganisationRow,
        label=lambda each: str(each.name),
        columns=("town", "employees"),
    ),
    Part(
        name="delegates",
        value=Delegate,
        row=rows.DelegateRow,
        label=lambda each: each.name,
        columns=("role", "rank"),
        references={"organisation": "organisations"},
    ),
    Part(name="rules", value=ItemRule, row=rows.RuleRow, has_id=False, columns=("kind",)),
    Part(
        name="pins",
        value=Pin,
        row=rows.PinRow,
        has_id=False,
        columns=("kind",),
        references={"item": "items", "delegate": "delegates", "group": "groups"},
    ),
)
"""In an order in which each may refer to those before it."""
PART_BY_NAME: Final[Mapping[str, Part]] = MappingProxyType({part.name: part for part in PARTS})
PART_BY_VALUE: Final[Mapping[type, Part]] = MappingProxyType({part.value: part for part in PARTS})


def trip_columns(trip: Trip) -> Json:
    """Return the columns of a trip's own row, but for its key."""
    deadline = trip.call.deadline
    none: Any = dict.fromkeys(PART_BY_NAME, ())
    plain: Json = to_json(replace(trip, **none))
    data = {name: value for name, value in plain.items() if name != "id" and name not in PART_BY_NAME}
    return {
        "label": str(trip.title)[:300],
        "starts_on": trip.dates.earliest,
        "ends_on": trip.dates.latest,
        "deadline": deadline.latest if deadline else None,
        "data": data,
    }


def part_columns(part: Part, value: Any, keys: Keys) -> Json:
    """Return the columns of a part's row, but for its trip, key and position.

    Parameters
    ----------
    keys
        Must know whatever the value refers to.
    """
    data: Json = to_json(value)
    data.pop("id", None)
    data.pop("wishes", None)
    columns: Json = {"label": part.label(value), "data": data}
    for name in part.columns:
        data.pop(name, None)
        columns[name] = to_json(getattr(value, name))
    for name, target in part.references.items():
        data.pop(name, None)
        named = getattr(value, name)
        columns[f"{name}_id"] = None if named is None else keys[target][named]
    for name, (outer, inner) in part.nested.items():
        if outer in data:
            data[outer].pop(inner, None)
        columns[name] = to_json(getattr(getattr(value, outer), inner))
    return columns


def part_value(part: Part, row: rows.PartRow, keys: Keys, wishes: Sequence[Json] = ()) -> Any:
    """Return the domain value of a row.

    Parameters
    ----------
    wishes
        Of a delegate, in order.
    """
    data: Json = {**row.data, **{name: getattr(row, name) for name in part.columns}}
    for name, target in part.references.items():
        number = getattr(row, f"{name}_id")
        data[name] = None if number is None else keys[target][number]
    for name, (outer, inner) in part.nested.items():
        data[outer] = {**data.get(outer, {}), inner: to_json(getattr(row, name))}
    if wishes:
        data["wishes"] = list(wishes)
    if part.has_id:
        data["id"] = row.key
    return from_json(part.value, data)


def write_trip(trip: Trip) -> TripRow:
    """Keep a trip that is not in the store yet; the caller holds the transaction."""
    row = TripRow.objects.create(key=trip.id, **trip_columns(trip))
    write_parts(row, trip)
    return row


def write_parts(row: TripRow, trip: Trip) -> None:
    """Keep a trip's parts; there must be none of them in the store."""
    keys: dict[str, dict[str, int]] = {}
    made_wishes: list[rows.WishRow] = []
    for part in PARTS:
        values = getattr(trip, part.name)
        made = [
            part.row(
                trip=row,
                key=value.id if part.has_id else str(number),
                position=number,
                **part_columns(part, value, keys),
            )
            for number, value in enumerate(values, 1)
        ]
        kept = rows_of(part, row).bulk_create(made)
        keys[part.name] = {each.key: each.pk for each in kept}
    for delegate in trip.delegates:
        wishes = _wish_rows(keys["delegates"][delegate.id], delegate, keys["items"])
        made_wishes.extend(wishes)
    rows.WishRow.objects.bulk_create(made_wishes)


def write_wishes(row: rows.PartRow, delegate: Delegate, items: Mapping[str, int]) -> None:
    """Keep a delegate's wishes in place of earlier ones.

    Parameters
    ----------
    items
        Primary keys by id.
    """
    rows.WishRow.objects.filter(delegate=row.pk).delete()
    rows.WishRow.objects.bulk_create(_wish_rows(row.pk, delegate, items))


def _wish_rows(number: int, delegate: Delegate, items: Mapping[str, int]) -> list[rows.WishRow]:
    return [
        rows.WishRow(delegate_id=number, item_id=items[wish.item], strength=wish.strength, position=position)
        for position, wish in enumerate(delegate.wishes, 1)
    ]


def read_wishes(row: rows.PartRow) -> list[Json]:
    """Return a delegate's wishes as JSON; of any other part there are none."""
    if not isinstance(row, rows.DelegateRow):
        return []
    found = rows.WishRow.objects.filter(delegate=row).values_list("item__key", "strength")
    return [to_json(Wish(item=item, strength=strength)) for item, strength in found]


def clear_parts(row: TripRow) -> None:
    """Take a trip's parts out of the store."""
    for part in reversed(PARTS):
        rows_of(part, row).delete()


QUERIES_TO_READ: Final = len(PARTS) + 1
"""How many queries `read_trip` makes, however large the trip."""


def read_trip(row: TripRow) -> Trip:
    """Return the trip of a row, with all its parts."""
    ids: dict[str, dict[int, str]] = {}
    found: dict[str, Any] = {}
    for part in PARTS:
        members = list(rows_of(part, row))
        ids[part.name] = {each.pk: each.key for each in members}
        wishes = _wishes_of(row, ids) if part.name == "delegates" else {}
        found[part.name] = tuple(part_value(part, each, ids, wishes.get(each.pk, ())) for each in members)
    bare = from_json(Trip, {**row.data, "id": row.key, **{part.name: [] for part in PARTS}})
    return replace(bare, **found)


def _wishes_of(row: TripRow, ids: Mapping[str, Mapping[int, str]]) -> dict[int, list[Json]]:
    found: dict[int, list[Json]] = {}
    for delegate, item, strength in rows.WishRow.objects.filter(delegate__trip=row).values_list(
        "delegate_id", "item_id", "strength"
    ):
        found.setdefault(delegate, []).append(to_json(Wish(item=ids["items"][item], strength=strength)))
    return found


def rows_of(part: Part, trip: TripRow) -> QuerySet[Any]:
    """Return a trip's rows of one kind of part."""
    return part.row._default_manager.filter(trip=trip)  # noqa: SLF001 # Django's name for what every model has
