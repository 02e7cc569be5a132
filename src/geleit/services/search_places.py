"""Find a place on earth by name in the gazetteer that ships with Geleit (GeoNames, CC BY 4.0)."""

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from geleit.services.faults import NotFoundError

FILE: Final = Path(__file__).parent / "gazetteer" / "places.tsv.gz"
MOST_FOUND: Final = 8
MOST_LETTERS: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place of the gazetteer.

    Parameters
    ----------
    id
        Its number in GeoNames.
    called
        The name under which it was found, where that is not its own: Peking for Beijing.
    country
        ISO 3166-1 code of two letters.
    zone
        IANA time zone.
    lat, lon
        Degrees north and east, WGS 84.
    people
        Inhabitants.
    """

    id: int
    name: str
    country: str
    zone: str
    lat: float
    lon: float
    people: int
    called: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    place: FoundPlace
    names: tuple[tuple[str, str], ...]
    """Each as it is compared, and as it is written."""


def search_places(*, name: str, country: str = "", most: int = MOST_FOUND) -> tuple[FoundPlace, ...]:
    """Return places whose name, in any language with Latin letters, begins so; the best first.

    A whole name goes before a beginning, the place's own name before another, the larger place before the smaller.

    Parameters
    ----------
    name
        What somebody typed, with or without accents.
    country
        Code of two letters, to which the search is kept; empty for all.
    """
    wanted = _plain(name[:MOST_LETTERS])
    if len(wanted) < 2:
        return ()
    found: list[tuple[tuple[int, int, int], FoundPlace]] = []
    for entry in _entries():
        if country and entry.place.country != country:
            continue
        match = _match(entry, wanted)
        if match is not None:
            rank, place = match
            found.append(((*rank, -place.people), place))
    found.sort(key=lambda each: each[0])
    return tuple(place for _, place in found[:most])


def read_place(*, place: int) -> FoundPlace:
    """Return a place by its number.

    Raises
    ------
    NotFoundError
        When the gazetteer has none of that number.
    """
    found = _by_id().get(place)
    if found is None:
        raise NotFoundError.of("place_unknown", place=place)
    return found


def _match(entry: _Entry, wanted: str) -> tuple[tuple[int, int], FoundPlace] | None:
    """Return how well a place answers, and the place with the name that does."""
    best: tuple[tuple[int, int], str] | None = None
    for number, (plain, written) in enumerate(entry.names):
        if plain.startswith(wanted):
            rank = (0 if plain == wanted else 1, min(number, 1))
            if best is None or rank < best[0]:
                best = (rank, written if number else "")
    if best is None:
        return None
    rank, called = best
    place = entry.place
    if not called:
        return rank, place
    named = {name: getattr(place, name) for name in ("id", "name", "country", "zone", "lat", "lon", "people")}
    return rank, FoundPlace(**named, called=called)


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(_entry(line) for line in gzip.decompress(FILE.read_bytes()).decode().splitlines())


@cache
def _by_id() -> dict[int, FoundPlace]:
    return {entry.place.id: entry.place for entry in _entries()}


def _entry(line: str) -> _Entry:
    number, name, country, zone, lat, lon, people, others = line.split("\t")
    place = FoundPlace(
        id=int(number),
        name=name,
        country=country,
        zone=zone,
        lat=float(lat),
        lon=float(lon),
        people=int(people),
    )
    names = (name, *(each for each in others.split("|") if each))
    return _Entry(place, tuple((_plain(each), each) for each in names))


def _plain(text: str) -> str:
    """Return a name as it is compared: small letters without marks."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss").replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", " ", folded.encode("ascii", "ignore").decode()).strip()
