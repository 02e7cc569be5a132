"""What a route map is told, independent of the domain's trip."""

import math
from dataclasses import dataclass
from typing import Literal

LegMode = Literal["train", "bus", "flight", "ship"]
PaletteName = Literal["css", "light", "dark", "print"]


def _check_position(what: str, lat: float, lon: float) -> None:
    if not (math.isfinite(lat) and -90 <= lat <= 90):
        raise ValueError(f"{what}: latitude {lat!r} is not between -90 and 90 degrees; are the two swapped?")
    if not (math.isfinite(lon) and -180 <= lon <= 180):
        raise ValueError(f"{what}: longitude {lon!r} is not between -180 and 180 degrees")


@dataclass(frozen=True, slots=True)
class MapStop:
    """A place on the map.

    Parameters
    ----------
    name : str
        Its label.
    lat, lon : float
        WGS 84, in degrees.
    note : str, optional
        Second line of the label, such as the dates.
    number : int, optional
        Number in the dot; a station without one is numbered by its position in the list.

    Raises
    ------
    ValueError
        If the position is not on the globe.
    """

    name: str
    lat: float
    lon: float
    note: str = ""
    number: int | None = None

    def __post_init__(self) -> None:
        _check_position(f"place {self.name!r}", self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class MapLeg:
    """A move of the delegation from one station to the next.

    Parameters
    ----------
    start, end : int
        Positions of the stations in the list of stops.
    mode : {"train", "bus", "flight", "ship"}
        A flight is dotted, all others are a solid thread.
    """

    start: int
    end: int
    mode: LegMode


@dataclass(frozen=True, slots=True)
class MapExcursion:
    """A place reached from a station and left the same day.

    Parameters
    ----------
    stop : MapStop
        The place; its number is not used.
    station : int
        Position of the station in the list of stops.
    """

    stop: MapStop
    station: int


@dataclass(frozen=True, slots=True)
class MapFlight:
    """A flight between a station and home, which mostly lies outside the map.

    Parameters
    ----------
    station : int
        Position of the station in the list of stops.
    lat, lon : float
        Home, WGS 84, in degrees.
    inbound : bool
        Whether the flight brings the delegation to the station.

    Raises
    ------
    ValueError
        If home is not on the globe.
    """

    station: int
    lat: float
    lon: float
    inbound: bool

    def __post_init__(self) -> None:
        _check_position("home", self.lat, self.lon)


def check_indices(
    stops: tuple[MapStop, ...],
    legs: tuple[MapLeg, ...],
    excursions: tuple[MapExcursion, ...],
    flights: tuple[MapFlight, ...],
) -> None:
    """Check that there is something to draw and that every index names a station.

    Raises
    ------
    ValueError
        With the wrong value.
    """
    if not stops:
        raise ValueError("a route map needs at least one station")
    named = [("leg", index) for leg in legs for index in (leg.start, leg.end)]
    named += [("excursion", excursion.station) for excursion in excursions]
    named += [("flight", flight.station) for flight in flights]
    for what, index in named:
        if not 0 <= index < len(stops):
            raise ValueError(f"{what}: no station {index}; the stations are 0 to {len(stops) - 1}")
