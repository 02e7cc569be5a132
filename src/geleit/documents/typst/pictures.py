"""The route map of a trip for paper."""

from dataclasses import dataclass

from geleit.documents.map import LegMode, MapExcursion, MapFlight, MapLeg, MapStop, route_map
from geleit.documents.typst.printable import Svg, printable
from geleit.documents.view import StationView, TripView
from geleit.documents.words.labels import label
from geleit.documents.words.sentences import sentences
from geleit.domain.trip import Trip

WIDTH_PX = 760
HEIGHT_PX = 560


@dataclass(frozen=True, slots=True)
class MapRoute:
    """What a map of a trip shows."""

    stops: list[MapStop]
    legs: list[MapLeg]
    excursions: list[MapExcursion]
    flights: list[MapFlight]


def map_route(trip: Trip, view: TripView) -> MapRoute:
    """Return the stations of a view with the ways between them, and the places away from them."""
    number_of = {station.id: number for number, station in enumerate(view.stations)}
    return MapRoute(
        stops=[_stop(trip, station) for station in view.stations],
        legs=_legs(trip, number_of),
        excursions=_excursions(trip, view, number_of),
        flights=_flights(trip, number_of),
    )


def trip_map(trip: Trip, view: TripView) -> Svg | None:
    """Return the route on a map of land and coast; None for a trip without stations."""
    if not view.stations:
        return None
    route = map_route(trip, view)
    return Svg(
        route_map(
            route.stops,
            route.legs,
            route.excursions,
            title=label("route_title", view.lang),
            description=route_in_words(view),
            lang=view.lang,
            width_px=WIDTH_PX,
            height_px=HEIGHT_PX,
            palette="print",
            flights=route.flights,
        )
    )


def route_in_words(view: TripView) -> str:
    """Return the route as sentences, for those who do not see the map."""
    stops = (f"{one.number} {one.name.text} {one.dates.text}".strip() for one in view.stations)
    legs = (f"{leg.title.text}: {leg.summary.text}" for leg in view.legs)
    return label("map_alt", view.lang, sentences(view.lang, *stops, *legs))


def _stop(trip: Trip, station: StationView) -> MapStop:
    base = trip.base_of(station.id)
    return MapStop(
        printable(station.name.text), base.lat, base.lon, printable(station.dates.text), station.number
    )


def _legs(trip: Trip, number_of: dict[str, int]) -> list[MapLeg]:
    return [
        MapLeg(number_of[leg.origin], number_of[leg.destination], _mode(leg.mode.value))
        for leg in trip.legs
        if leg.origin in number_of and leg.destination in number_of
    ]


def _flights(trip: Trip, number_of: dict[str, int]) -> list[MapFlight]:
    home = trip.place_by_id[trip.home]
    found = []
    for leg in trip.legs:
        station, inbound = (leg.destination, True) if leg.origin is None else (leg.origin, False)
        if (leg.origin is None or leg.destination is None) and station in number_of:
            found.append(MapFlight(number_of[station], home.lat, home.lon, inbound))
    return found


def _excursions(trip: Trip, view: TripView, number_of: dict[str, int]) -> list[MapExcursion]:
    """Return the places away from a station that visible items go to, each once."""
    away: dict[str, MapExcursion] = {}
    for item in view.items:
        if item.is_away and item.place:
            place = trip.place_by_id[trip.item_by_id[item.id].place]
            stop = MapStop(printable(item.place.text), place.lat, place.lon)
            away.setdefault(place.id, MapExcursion(stop, number_of[item.station]))
    return list(away.values())


def _mode(mode: str) -> LegMode:
    known: dict[str, LegMode] = {"train": "train", "bus": "bus", "flight": "flight", "ship": "ship"}
    return known[mode]
