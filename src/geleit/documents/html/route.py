"""The route maps of a page, one for each of its shapes; that of phones has larger letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from geleit.documents.map import MapExcursion, MapFlight, MapLeg, MapStop, route_map
from geleit.documents.view import ProgrammeView, TripView
from geleit.documents.words.labels import label
from geleit.documents.words.sentences import enumerated, named, sentences
from geleit.domain.kinds import LegMode
from geleit.domain.text import Language
from geleit.domain.trip import Trip

SIZES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"page": (600, 700), "wide": (1080, 520), "phone": (720, 700)}
)
"""Width and height of each drawing, in pixels: beside the text, below it and on paper, on phones."""


@dataclass(frozen=True, slots=True)
class _Route:
    stops: tuple[MapStop, ...]
    legs: tuple[MapLeg, ...]
    excursions: tuple[MapExcursion, ...]
    flights: tuple[MapFlight, ...]


def page_maps(
    trip: Trip, view: ProgrammeView, sizes: Mapping[str, tuple[int, int]] = SIZES
) -> Mapping[str, str]:
    """Return the maps of a trip by where they stand; places that the audience may not know are not on them.

    Parameters
    ----------
    sizes
        Width and height in pixels by where each map stands; the one called "phone" has larger letters.
    """
    route = _route(trip, view.trip)
    title, description = _told(view.trip)
    return {
        name: _drawn(route, title, description, view.trip.lang, size=size, is_phone=name == "phone")
        for name, size in sizes.items()
    }


@lru_cache(maxsize=32)
def _drawn(
    route: _Route, title: str, description: str, lang: Language, *, size: tuple[int, int], is_phone: bool
) -> str:
    """Draw a map once for all editions that show the same."""
    width, height = size
    return route_map(
        route.stops,
        route.legs,
        route.excursions,
        flights=route.flights,
        title=title,
        description=description,
        lang=lang,
        width_px=width,
        height_px=height,
        phone=is_phone,
    )


def _route(trip: Trip, view: TripView) -> _Route:
    index = {station.id: number for number, station in enumerate(view.stations)}
    stops = []
    for station in view.stations:
        base = trip.base_of(station.id)
        stops.append(MapStop(station.name.text, base.lat, base.lon, station.dates.text, station.number))
    home = trip.place_by_id[trip.home]
    legs, flights = [], []
    for leg in view.legs:
        if leg.origin and leg.destination:
            legs.append(MapLeg(index[leg.origin], index[leg.destination], leg.mode.value))
        elif leg.mode is LegMode.FLIGHT:
            here = leg.origin or leg.destination or ""
            flights.append(MapFlight(index[here], home.lat, home.lon, leg.origin is None))
    return _Route(tuple(stops), tuple(legs), _excursions(trip, view, index), tuple(flights))


def _excursions(trip: Trip, view: TripView, index: dict[str, int]) -> tuple[MapExcursion, ...]:
    found: dict[str, MapExcursion] = {}
    for item in view.items:
        if item.is_away:
            place = trip.place_by_id[trip.item_by_id[item.id].place]
            stop = MapStop(item.place.text or item.title.text, place.lat, place.lon)
            found.setdefault(place.id, MapExcursion(stop, index[item.station]))
    return tuple(found.values())


def _told(trip: TripView) -> tuple[str, str]:
    """Return the route in words: its title, and a description of everything on the map."""
    title = named(trip.lang, label("stations", trip.lang), " → ".join(trip.route))
    stations = (enumerated(trip.lang, f"{one.number} {one.name}", one.dates.text) for one in trip.stations)
    away = tuple(name for station in trip.stations for name in station.excursions)
    told = label("away_from", trip.lang, enumerated(trip.lang, *away)) if away else ""
    return title, sentences(trip.lang, label("map_desc", trip.lang), *stations, told)
