"""Which dots a map has, how far it zooms, and which dots crowd together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geleit.documents.map.coast import coast_points_in
from geleit.documents.map.model import MapExcursion, MapStop
from geleit.documents.map.projection import (
    EARTH_RADIUS_KM,
    Point,
    View,
    continuous_longitudes,
    distance_km,
    mercator_y,
    nearest_turn,
)

SAME_PLACE_KM = 1.0
MIN_WIDTH_KM = 220.0
"""A map never shows less than this, because the coast is known to a few hundred metres only."""
SINGLE_WIDTH_KM = 420.0
COAST_POINTS = 60
"""As many points of coast make a map worth looking at."""
ZOOM_OUT_ROUTE = (1.0, 1.3, 1.7, 2.2)
ZOOM_OUT_SINGLE = (1.0, 1.4, 2.0, 2.8, 4.0, 5.6)
WORLD_NORTH = mercator_y(90)
BEYOND_MAP_PX = 80
"""So much empty paper beyond 85 degrees leaves room for a dot and its label there."""


@dataclass(frozen=True, slots=True)
class Place:
    """A dot: one station or several at the same spot, or an excursion.

    Parameters
    ----------
    names : tuple of str
        Different names at this spot.
    lat, lon : float
        Degrees; longitude continuous over the whole map.
    notes : tuple of str
        Second lines of its label.
    numbers : tuple of int
        Numbers of its stations; empty for an excursion.
    home_place : int
        For an excursion, the position of its station's place; -1 for a station.
    """

    names: tuple[str, ...]
    lat: float
    lon: float
    notes: tuple[str, ...]
    numbers: tuple[int, ...]
    home_place: int = -1

    @property
    def is_station(self) -> bool:
        """Whether the delegation stays here."""
        return self.home_place < 0


def gather_places(
    stops: Sequence[MapStop], excursions: Sequence[MapExcursion]
) -> tuple[list[Place], list[int]]:
    """Return the dots of a map and, for each stop, the position of its dot.

    Stations less than a kilometre apart share one, as when a trip ends where it began. An excursion at a station's
    own spot has none.
    """
    longitudes = continuous_longitudes([stop.lon for stop in stops])
    places: list[Place] = []
    place_of: list[int] = []
    for i, (stop, lon) in enumerate(zip(stops, longitudes, strict=True)):
        number = stop.number if stop.number is not None else i + 1
        notes = (stop.note,) if stop.note else ()
        at = next((j for j, place in enumerate(places) if _same_spot(place, stop)), None)
        if at is None:
            place_of.append(len(places))
            places.append(Place((stop.name,), stop.lat, lon, notes, (number,)))
        else:
            place_of.append(at)
            known = places[at]
            names = tuple(dict.fromkeys((*known.names, stop.name)))
            numbers = tuple(dict.fromkeys((*known.numbers, number)))
            places[at] = replace(known, names=names, notes=(*known.notes, *notes), numbers=numbers)
    for excursion in excursions:
        stop, home = excursion.stop, place_of[excursion.station]
        if any(
            _same_spot(place, stop) and (place.is_station or place.home_place == home) for place in places
        ):
            continue
        notes = (stop.note,) if stop.note else ()
        lon = nearest_turn(stop.lon, places[home].lon)
        places.append(Place((stop.name,), stop.lat, lon, notes, (), home))
    return places, place_of


def _same_spot(place: Place, stop: MapStop) -> bool:
    return distance_km(place.lat, place.lon, stop.lat, stop.lon) < SAME_PLACE_KM


@dataclass(frozen=True, slots=True)
class Pads:
    """Room between the places and the edges of the map, as shares of its width and height."""

    left: float = 0.17
    top: float = 0.17
    right: float = 0.17
    bottom: float = 0.17


def fit_view(
    places: Sequence[Place], width_px: float, height_px: float, pads: Pads, min_width_km: float
) -> View:
    """Return the window that holds all places inside its pads, as close as allowed.

    Parameters
    ----------
    places : sequence of Place
        At least one.
    width_px, height_px : float
        Size of the window.
    pads : Pads
        Room around the places.
    min_width_km : float
        Least width of what it shows.
    """
    x = [math.radians(place.lon) for place in places]
    y = [mercator_y(place.lat) for place in places]
    inner_width = width_px * (1 - pads.left - pads.right)
    inner_height = height_px * (1 - pads.top - pads.bottom)
    middle_lat = max(-84.0, min(84.0, sum(place.lat for place in places) / len(places)))
    scale = width_px * EARTH_RADIUS_KM * math.cos(math.radians(middle_lat)) / min_width_km
    for span, room in ((max(x) - min(x), inner_width), (max(y) - min(y), inner_height)):
        if span > 0:
            scale = min(scale, room / span)
    west = (min(x) + max(x)) / 2 - (width_px * pads.left + inner_width / 2) / scale
    north = (min(y) + max(y)) / 2 + (height_px * pads.top + inner_height / 2) / scale
    return _keep_on_globe(View(math.degrees(west), north, scale, width_px, height_px))


def _keep_on_globe(view: View) -> View:
    """Move a window that reaches far beyond the end of the map back, if the map is high enough for it."""
    slack = BEYOND_MAP_PX / view.scale
    northmost, southmost = WORLD_NORTH + slack, -WORLD_NORTH - slack
    if view.height_px / view.scale > northmost - southmost:
        return view
    if view.north > northmost:
        return replace(view, north=northmost)
    if view.south < southmost:
        return replace(view, north=southmost + view.height_px / view.scale)
    return view


def zoom_to_coast(view: View, *, single: bool) -> View:
    """Return the window, widened until it shows some coast: much for a single place, a little for a route.

    Parameters
    ----------
    view : View
        The closest window.
    single : bool
        Whether there is one place only, so that nothing is lost by going far.
    """
    steps = ZOOM_OUT_SINGLE if single else ZOOM_OUT_ROUTE
    for step in steps:
        wider = _widened(view, step)
        if coast_points_in(wider) >= COAST_POINTS:
            return wider
    return view


def _widened(view: View, factor: float) -> View:
    scale = view.scale / factor
    west = view.west_deg - math.degrees(view.width_px / 2 * (1 / scale - 1 / view.scale))
    north = view.north + view.height_px / 2 * (1 / scale - 1 / view.scale)
    return _keep_on_globe(replace(view, west_deg=west, north=north, scale=scale))


def with_own_excursions(
    crowd: Sequence[int], places: Sequence[Place], points: Sequence[Point], reach_px: float
) -> list[int]:
    """Return a crowd together with the excursions of its stations that lie near enough to be shown with it.

    Parameters
    ----------
    crowd : sequence of int
        Positions of its places.
    places, points : sequence
        All places and their dots in pixels.
    reach_px : float
        How far from its station an excursion may lie.
    """
    stations = {i for i in crowd if places[i].is_station}
    joining = {
        i
        for i, place in enumerate(places)
        if place.home_place in stations and math.dist(points[i], points[place.home_place]) < reach_px
    }
    return sorted({*crowd, *joining})


def find_crowds(points: Sequence[Point], crowded_px: float) -> list[list[int]]:
    """Return the sets of dots that lie closer together than a map can show.

    Parameters
    ----------
    points : sequence of tuple
        Dots in pixels.
    crowded_px : float
        Two dots closer than this are a crowd. Crowds grow while they stay under twice that across.

    Returns
    -------
    list of list of int
        Positions, each crowd in rising order, the closest crowd first. Dots with room to breathe are in none.
    """
    crowds = [[i] for i in range(len(points))]
    closest: dict[int, float] = {}
    pairs = sorted((math.dist(points[i], points[j]), i, j) for i in range(len(points)) for j in range(i))
    for gap, i, j in pairs:
        if gap >= crowded_px:
            break
        one = next(crowd for crowd in crowds if i in crowd)
        other = next(crowd for crowd in crowds if j in crowd)
        if one is other or max(math.dist(points[a], points[b]) for a in one for b in other) >= 2 * crowded_px:
            continue
        crowds.remove(other)
        one.extend(other)
        closest[i] = closest[j] = gap
    found = [sorted(crowd) for crowd in crowds if len(crowd) > 1]
    return sorted(found, key=lambda crowd: min(closest.get(i, math.inf) for i in crowd))
