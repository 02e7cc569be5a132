"""Places, and how long it takes to get from one to the other."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from geleit.domain.text import Text
from geleit.domain.travel_modes import SPEED_MODELS, TravelMode
from geleit.domain.zones import is_zone, nearest_zone

__all__ = [
    "GreatCircleTravel",
    "Place",
    "PlaceError",
    "TableTravel",
    "TravelMode",
    "TravelTimes",
    "distance_km",
]

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the earth (IUGG)."""

_COUNTRY: Final = re.compile(r"[A-Z]{2}", re.ASCII)


class PlaceError(ValueError):
    """A place that cannot be.

    Parameters
    ----------
    place_id
        The place.
    field_name
        Which of its fields is wrong.
    value
        What it says.
    fix
        What is allowed, and what was probably meant.
    """

    def __init__(self, place_id: str, field_name: str, value: object, fix: str) -> None:
        self.place_id = place_id
        self.field_name = field_name
        self.value = value
        self.fix = fix
        super().__init__(f"place {place_id!r}: {field_name} {value!r} {fix}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on earth where something happens.

    Parameters
    ----------
    id
        Unique within the trip.
    lat, lon
        Degrees north and east, WGS 84.
    zone
        IANA time zone.
    country
        ISO 3166-1 code of two letters; it decides on holidays and on the habit of telling time.
    region
        ISO 3166-2 code of the state or province without the country, for regional holidays.
    assumed
        Names of the fields that no source gave.

    Raises
    ------
    PlaceError
        When a coordinate, the zone or the country's code cannot be.
    """

    id: str
    name: Text
    lat: float
    lon: float
    zone: str
    country: str
    address: str = ""
    region: str | None = None
    assumed: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._check_coordinates()
        if not is_zone(self.zone):
            near = nearest_zone(self.zone)
            hint = f"; did you mean {near!r}?" if near else ", such as 'Europe/Berlin'"
            raise PlaceError(self.id, "zone", self.zone, f"is not an IANA time zone{hint}")
        if not _COUNTRY.fullmatch(self.country):
            raise PlaceError(
                self.id,
                "country",
                self.country,
                "is not an ISO 3166 code of two capital letters, such as 'DE'",
            )

    def _check_coordinates(self) -> None:
        hint = ""
        if abs(self.lat) > 90 and abs(self.lon) <= 90 and abs(self.lat) <= 180:
            hint = f"; did you mean lat {self.lon} and lon {self.lat}?"
        if not -90 <= self.lat <= 90:
            raise PlaceError(self.id, "lat", self.lat, f"is not between -90 and 90{hint}")
        if not -180 <= self.lon <= 180:
            raise PlaceError(self.id, "lon", self.lon, "is not between -180 and 180")


def distance_km(origin: Place, destination: Place) -> float:
    """Return the great-circle distance in kilometres (haversine on the mean sphere, good to 0.6 %)."""
    lat_a, lat_b = math.radians(origin.lat), math.radians(destination.lat)
    half_lat = (lat_b - lat_a) / 2
    half_lon = math.radians(destination.lon - origin.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))


class TravelTimes(Protocol):
    """Who knows how long people travel; a routing service can stand in for the models here."""

    def travel_min(self, origin: Place, destination: Place, mode: TravelMode | None = None) -> int:
        """Return door-to-door minutes; without a mode, by the one `mode_for` names. 0 within one place."""
        ...

    def mode_for(self, origin: Place, destination: Place) -> TravelMode:
        """Return how a group would travel."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class GreatCircleTravel:
    """Minutes from the great circle, a detour and speeds by mode; the same in both directions.

    Parameters
    ----------
    walk_up_to_km
        Great-circle distance up to which a group walks; beyond it takes its bus.
    step_min
        Minutes are rounded up to a multiple of this.

    Raises
    ------
    ValueError
        When the step is not positive.
    """

    walk_up_to_km: float = 0.7
    step_min: int = 5

    def __post_init__(self) -> None:
        if self.step_min < 1:
            raise ValueError(f"minutes are rounded up to a positive step, got {self.step_min}")

    def travel_min(self, origin: Place, destination: Place, mode: TravelMode | None = None) -> int:
        """Return door-to-door minutes, rounded up; 0 within one place or building."""
        distance = distance_km(origin, destination)
        if origin.id == destination.id or not distance:
            return 0
        model = SPEED_MODELS[mode or self.mode_for(origin, destination)]
        steps = math.ceil(round(model.minutes(distance) / self.step_min, 9))
        return self.step_min * max(1, steps)

    def mode_for(self, origin: Place, destination: Place) -> TravelMode:
        """Return walk for neighbours, else bus: a delegation has its own."""
        near = distance_km(origin, destination) <= self.walk_up_to_km
        return TravelMode.WALK if near else TravelMode.BUS


@dataclass(frozen=True, slots=True)
class TableTravel:
    """Minutes that the organiser knows, and another source for all other pairs.

    Parameters
    ----------
    table
        Door-to-door minutes by the ids of origin and destination. They hold in both directions unless both
        are given, and for the mode a group would take.
    fallback
        Asked for pairs not in the table and for other modes.

    Raises
    ------
    ValueError
        When minutes are negative, or not 0 from a place to itself.
    """

    table: Mapping[tuple[str, str], int]
    fallback: TravelTimes = field(default_factory=GreatCircleTravel)

    def __post_init__(self) -> None:
        for (origin, destination), minutes in self.table.items():
            if minutes < 0:
                raise ValueError(f"travel minutes from {origin!r} to {destination!r} are negative: {minutes}")
            if origin == destination and minutes:
                raise ValueError(f"travel minutes from {origin!r} to itself are not 0 but {minutes}")
        object.__setattr__(self, "table", dict(self.table))

    def travel_min(self, origin: Place, destination: Place, mode: TravelMode | None = None) -> int:
        """Return the table's minutes, else the fallback's."""
        if mode is None or mode is self.mode_for(origin, destination):
            for pair in ((origin.id, destination.id), (destination.id, origin.id)):
                if pair in self.table:
                    return self.table[pair]
        return self.fallback.travel_min(origin, destination, mode)

    def mode_for(self, origin: Place, destination: Place) -> TravelMode:
        """Return what the fallback says."""
        return self.fallback.mode_for(origin, destination)
