"""Whether all references of a trip lead somewhere, and every id is given once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geleit.domain.items import Item
from geleit.domain.text import LANGUAGES
from geleit.domain.trip import Trip
from geleit.domain.validation.nearest import nearest
from geleit.domain.validation.problem import Path, TripProblem, TripProblemCode

COLLECTIONS: Mapping[str, str] = {
    "places": "place",
    "stations": "station",
    "legs": "leg",
    "groups": "group",
    "hosts": "host",
    "items": "item",
    "organisations": "organisation",
    "delegates": "delegate",
    "sectors": "sector",
}
"""Fields of a trip whose members have ids, and what a member is called."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids a trip knows, by kind; of a file with broken members also those of the broken ones."""

    known: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, trip: Trip, declared: Mapping[str, Iterable[str]]) -> "Ids":
        """Return the ids of a trip and those declared besides, by field name."""
        return cls(
            {
                kind: tuple(
                    dict.fromkeys((*(each.id for each in getattr(trip, name)), *declared.get(name, ())))
                )
                for name, kind in COLLECTIONS.items()
            }
        )

    def missing(self, kind: str, value: str | None, path: Path) -> Iterator[TripProblem]:
        """Yield the problem when a reference leads nowhere; None is no reference."""
        known = self.known[kind]
        if value is not None and value not in known:
            found = TripProblemCode.UNKNOWN_REFERENCE if known else TripProblemCode.NOTHING_TO_REFER_TO
            yield TripProblem(
                code=found,
                path=path,
                value=value,
                kind=kind,
                known=known,
                suggestion=nearest(value, known),
            )

    def all_missing(self, kind: str, values: Iterable[str], path: Path) -> Iterator[TripProblem]:
        """Yield the problem of each reference that leads nowhere."""
        for value in values:
            yield from self.missing(kind, value, path)


def reference_problems(
    trip: Trip, declared: Mapping[str, Iterable[str]] | None = None
) -> Iterator[TripProblem]:
    """Yield what is wrong with ids and references.

    Parameters
    ----------
    declared
        Ids by field name that exist though the trip lacks them, because their objects could not be read.
    """
    ids = Ids.of(trip, declared or {})
    yield from _duplicates(trip)
    yield from _languages(trip)
    yield from _route(trip, ids)
    yield from _hosts(trip, ids)
    for item in trip.items:
        yield from _item(item, ids)
        if not item.place and (item.host is None or item.host in trip.host_by_id):
            yield TripProblem(
                code=TripProblemCode.ITEM_WITHOUT_PLACE,
                path=("items", item.id),
                value=item.id,
                other=item.host or "",
            )
    yield from _people(trip, ids)
    yield from _rules(trip, ids)


def _duplicates(trip: Trip) -> Iterator[TripProblem]:
    for name, kind in COLLECTIONS.items():
        seen: set[str] = set()
        for index, member in enumerate(getattr(trip, name)):
            if member.id in seen:
                yield TripProblem(
                    code=TripProblemCode.DUPLICATE_ID, path=(name, index, "id"), value=member.id, kind=kind
                )
            seen.add(member.id)


def _languages(trip: Trip) -> Iterator[TripProblem]:
    for index, language in enumerate(trip.languages):
        if language not in LANGUAGES:
            yield TripProblem(
                code=TripProblemCode.UNKNOWN_LANGUAGE,
                path=("languages", index),
                value=language,
                known=LANGUAGES,
            )


def _route(trip: Trip, ids: Ids) -> Iterator[TripProblem]:
    yield from ids.missing("place", trip.home, ("home",))
    for station in trip.stations:
        yield from ids.missing("place", station.base, ("stations", station.id, "base"))
    for leg in trip.legs:
        yield from ids.missing("station", leg.origin, ("legs", leg.id, "origin"))
        yield from ids.missing("station", leg.destination, ("legs", leg.id, "destination"))
    for origin, destination in trip.travel_min:
        yield from ids.all_missing("place", (origin, destination), ("travel_min",))
        if origin == destination:
            yield TripProblem(code=TripProblemCode.TRAVEL_TO_ITSELF, path=("travel_min",), value=origin)


def _hosts(trip: Trip, ids: Ids) -> Iterator[TripProblem]:
    for host in trip.hosts:
        yield from ids.missing("place", host.place, ("hosts", host.id, "place"))
        yield from ids.all_missing("sector", sorted(host.sectors), ("hosts", host.id, "sectors"))


def _item(item: Item, ids: Ids) -> Iterator[TripProblem]:
    path: Path = ("items", item.id)
    yield from ids.missing("station", item.station, (*path, "station"))
    yield from ids.missing("host", item.host, (*path, "host"))
    if item.place:
        yield from ids.missing("place", item.place, (*path, "place"))
    yield from ids.all_missing("sector", sorted(item.sectors), (*path, "sectors"))
    yield from ids.all_missing("delegate", item.required_people, (*path, "required_people"))
    yield from ids.missing("item", item.request.fallback, (*path, "request", "fallback"))
    if item.request.fallback == item.id:
        code = TripProblemCode.FALLBACK_SELF
        yield TripProblem(code=code, path=(*path, "request", "fallback"), value=item.id)
    yield from ids.all_missing("delegate", sorted(item.name_list.people), (*path, "name_list", "people"))
    yield from ids.all_missing("delegate", sorted(item.name_list.delta), (*path, "name_list", "delta"))


def _people(trip: Trip, ids: Ids) -> Iterator[TripProblem]:
    for organisation in trip.organisations:
        path: Path = ("organisations", organisation.id, "sectors")
        yield from ids.all_missing("sector", sorted(organisation.sectors), path)
    for delegate in trip.delegates:
        path = ("delegates", delegate.id)
        yield from ids.missing("organisation", delegate.organisation, (*path, "organisation"))
        yield from ids.all_missing("sector", sorted(delegate.sectors), (*path, "sectors"))
        for wish in delegate.wishes:
            yield from ids.missing("item", wish.item, (*path, "wishes", wish.item))


def _rules(trip: Trip, ids: Ids) -> Iterator[TripProblem]:
    for index, rule in enumerate(trip.rules):
        yield from ids.all_missing("item", rule.items, ("rules", index, rule.kind.value))
    for index, pin in enumerate(trip.pins):
        path: Path = ("pins", index)
        yield from ids.missing("item", pin.item, (*path, "item"))
        yield from ids.missing("group", pin.group, (*path, "group"))
        yield from ids.missing("delegate", pin.delegate, (*path, pin.kind.value))
