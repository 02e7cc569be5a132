"""Modes of travel and how fast a group moves by each, door to door.

The figures are planning assumptions for a group of 15 to 40 people, on the careful side; where the organiser
knows better, the trip file's table of travel minutes counts. Distances are great-circle kilometres times a
detour: roads make the way 1.2 to 1.4 times as long as the line in most countries (Ballou et al. 2002, country
circuity factors).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class TravelMode(StrEnum):
    """How people move between two places."""

    WALK = "walk"
    BUS = "bus"
    CAR = "car"
    METRO = "metro"
    TRAIN = "train"
    FLIGHT = "flight"


@dataclass(frozen=True, slots=True)
class SpeedModel:
    """Minutes by distance: a fixed part, and a way whose later kilometres are faster.

    Parameters
    ----------
    overhead_min
        Gathering, boarding, waiting, getting off.
    detour
        Way travelled over great-circle distance.
    bands
        Pairs (way in km up to which it holds, km/h), in order; the last has no end.
    """

    overhead_min: float
    detour: float
    bands: tuple[tuple[float, float], ...]

    def minutes(self, great_circle_km: float) -> float:
        """Return unrounded door-to-door minutes; continuous and growing with the distance."""
        way_km = great_circle_km * self.detour
        minutes, from_km = self.overhead_min, 0.0
        for up_to_km, km_per_h in self.bands:
            minutes += max(0.0, min(way_km, up_to_km) - from_km) / km_per_h * 60
            from_km = up_to_km
        return minutes


SPEED_MODELS: Final[Mapping[TravelMode, SpeedModel]] = MappingProxyType(
    {
        # A group with a guide, lights and crossings included.
        TravelMode.WALK: SpeedModel(0, 1.3, ((math.inf, 4.5),)),
        # A chartered coach: dense inner city, main roads, motorway; ten minutes to board and get off.
        TravelMode.BUS: SpeedModel(10, 1.3, ((4, 15), (12, 30), (60, 65), (math.inf, 85))),
        # The same roads in a car that waits at the door.
        TravelMode.CAR: SpeedModel(5, 1.3, ((4, 18), (12, 33), (60, 75), (math.inf, 100))),
        # Walking to and from the stations, tickets, one wait.
        TravelMode.METRO: SpeedModel(15, 1.25, ((math.inf, 32),)),
        # An hour for both ends, a slow stretch out of the city, then a fast line, faster on long ones.
        TravelMode.TRAIN: SpeedModel(60, 1.25, ((30, 60), (300, 180), (math.inf, 250))),
        # Two hours before departure, an hour after landing, half an hour of roads at each end.
        TravelMode.FLIGHT: SpeedModel(240, 1.05, ((500, 500), (math.inf, 850))),
    }
)
"""Assumed speeds of every mode."""
