"""The shortest ways between the places of a station's items."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geleit.domain.places import Place, TravelMode
from geleit.domain.trip import Trip
from geleit.planner.problem import FOREVER


@dataclass(frozen=True, slots=True)
class Ways:
    """Minutes from place to place: of any length, and of those ways alone that the trip accepts.

    Parameters
    ----------
    index
        Numbers of the places, by id.
    free
        The fewest minutes, by any mode and over other places.
    bound
        The same over ways that the trip accepts; ``FOREVER`` where there is none.
    """

    index: Mapping[str, int]
    free: npt.NDArray[np.int64]
    bound: npt.NDArray[np.int64]


def ways_at(trip: Trip, station: str) -> Ways:
    """Return the ways between the places of a station's items.

    Over a place of another station none is shorter: the models of speed keep to the triangle, and the places that the
    organiser's own table ties to them are among these.
    """
    used = _places_at(trip, station)
    index = {place: number for number, place in enumerate(used)}
    free = np.zeros((len(used), len(used)), dtype=np.int64)
    bound = free.copy()
    for origin, a in index.items():
        for destination, b in index.items():
            if a != b:
                here, there = trip.place_by_id[origin], trip.place_by_id[destination]
                ways = [_minutes(trip, here, there, mode) for mode in TravelMode]
                short = [need for need, way in ways if way <= trip.frame.max_transfer_min]
                free[a, b], bound[a, b] = min(need for need, _ in ways), min(short, default=FOREVER)
    return Ways(index, _shortest(free), _shortest(bound))


def _places_at(trip: Trip, station: str) -> list[str]:
    places = {trip.base_of(station).id}
    places |= {item.place for item in trip.items if item.station == station}
    named = [set(pair) for pair in trip.travel_min if set(pair) <= trip.place_by_id.keys()]
    while any(places & pair and pair - places for pair in named):
        places |= {place for pair in named if places & pair for place in pair}
    return sorted(places)


def _minutes(trip: Trip, here: Place, there: Place, mode: TravelMode) -> tuple[int, int]:
    """Return minutes with the reserve, and without it."""
    way = trip.travel.travel_min(here, there, mode)
    return way + (0 if mode is TravelMode.WALK else trip.frame.slack_min), way


def _shortest(ways: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    for over in range(len(ways)):
        ways = np.minimum(ways, ways[:, over, None] + ways[None, over, :])
    return ways
