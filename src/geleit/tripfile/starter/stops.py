"""Where a new trip goes: what is given, and what is assumed for the rest."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from geleit.domain.places import Place
from geleit.domain.text import Text
from geleit.tripfile.fields.words import slug_of
from geleit.tripfile.problems import Problem, TripFileError

_ROW: Final = re.compile(r"([A-Z]{2})\t([+-]\d+)([+-]\d+)\t(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A city of a new trip; what is not given is assumed.

    Parameters
    ----------
    lat, lon
        Degrees north and east, WGS 84. Known for cities that have a time zone of their name, such as New York.
    zone
        IANA time zone.
    country, region
        ISO 3166-1 and 3166-2 codes.
    """

    name: str
    lat: float | None = None
    lon: float | None = None
    zone: str | None = None
    country: str | None = None
    region: str | None = None


HOME: Final = Stop(name="Erfurt", lat=50.9727, lon=11.038, zone="Europe/Berlin", country="DE", region="TH")
"""Where a trip starts when nothing else is said."""


@dataclass(frozen=True, slots=True)
class City:
    """A city that time zones are named after."""

    lat: float
    lon: float
    zone: str
    country: str


@dataclass(frozen=True, slots=True)
class SettledStop:
    """A stop with all its values.

    Parameters
    ----------
    id
        Unique within the trip.
    assumed
        The fields of its place that were not given.
    """

    id: str
    name: str
    place: Place
    assumed: tuple[str, ...]


def settled(stop: Stop, index: int, taken: set[str], fallback: Stop = HOME) -> SettledStop:
    """Return a stop with what is assumed for it: the city of that name, else where the trip starts.

    Parameters
    ----------
    index
        Its number in the trip from 1, for an id where the name gives none.
    taken
        Ids that others have.
    """
    city = cities().get(stop.name.strip().casefold())
    own_id = slug_of(stop.name) or f"station-{index}"
    own_id = own_id if own_id not in taken else f"{own_id}-{index}"
    known = city or City(
        fallback.lat or 0.0, fallback.lon or 0.0, fallback.zone or "UTC", fallback.country or "DE"
    )
    assumed = tuple(name for name in ("lat", "lon", "zone", "country") if getattr(stop, name) is None)
    try:
        place = Place(
            id=f"hotel-{own_id}",
            name=Text.of(stop.name),
            lat=known.lat if stop.lat is None else stop.lat,
            lon=known.lon if stop.lon is None else stop.lon,
            zone=known.zone if stop.zone is None else stop.zone,
            country=known.country if stop.country is None else stop.country,
            region=stop.region,
        )
    except ValueError as error:
        problem = Problem(file="", message=f"station {stop.name!r}: {error}", value=stop.name, code="station")
        raise TripFileError([problem]) from None
    return SettledStop(own_id, stop.name, place, assumed)


@cache
def cities() -> dict[str, City]:
    """Return the cities after which the time zone database names its zones, by name in small letters."""
    found: dict[str, City] = {}
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    for line in table.splitlines():
        match = _ROW.match(line)
        if match:
            name = match[4].rpartition("/")[2].replace("_", " ").casefold()
            city = City(_degrees(match[2], 2), _degrees(match[3], 3), match[4], match[1])
            found.setdefault(name, city)
    return found


def _degrees(text: str, digits: int) -> float:
    """Return ISO 6709 degrees, minutes and seconds as degrees."""
    sign, rest = text[0], text[1:]
    parts = (rest[:digits], rest[digits : digits + 2], rest[digits + 2 :] or "0")
    value = int(parts[0]) + int(parts[1]) / 60 + int(parts[2]) / 3600
    return round(-value if sign == "-" else value, 4)
