"""The globe on paper: Mercator windows, continuous longitudes, great circles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0
MAX_LATITUDE = 85.0
"""Mercator ends here; places beyond are drawn at this latitude."""

Points = NDArray[np.float64]
"""Points as an array of shape (n, 2)."""
Point = tuple[float, float]


def mercator_y(lat: float) -> float:
    """Return the Mercator ordinate, in radians of longitude, growing to the north.

    Parameters
    ----------
    lat : float
        Degrees; cut to 85 north and south.
    """
    clamped = max(-MAX_LATITUDE, min(MAX_LATITUDE, lat))
    return math.asinh(math.tan(math.radians(clamped)))


@dataclass(frozen=True, slots=True)
class View:
    """A Mercator window.

    Parameters
    ----------
    west_deg : float
        Longitude of the left edge, continuous: it may lie beyond 180.
    north : float
        Mercator ordinate of the top edge.
    scale : float
        Pixels per radian of longitude.
    width_px, height_px : float
        Size of the window.
    """

    west_deg: float
    north: float
    scale: float
    width_px: float
    height_px: float

    def to_px(self, lat: float, lon: float) -> Point:
        """Return where a place lies in the window; longitude continuous, not wrapped."""
        return math.radians(lon - self.west_deg) * self.scale, (self.north - mercator_y(lat)) * self.scale

    def project(self, lon_deg: NDArray[np.float64], north: NDArray[np.float64]) -> Points:
        """Return where points lie, given longitudes and Mercator ordinates."""
        x = np.radians(lon_deg - self.west_deg) * self.scale
        return np.column_stack((x, (self.north - north) * self.scale))

    @property
    def east_deg(self) -> float:
        """Longitude of the right edge."""
        return self.west_deg + math.degrees(self.width_px / self.scale)

    @property
    def south(self) -> float:
        """Mercator ordinate of the bottom edge."""
        return self.north - self.height_px / self.scale


def continuous_longitudes(longitudes: Sequence[float]) -> list[float]:
    """Return longitudes shifted by whole turns so that together they span as little as possible.

    Parameters
    ----------
    longitudes : sequence of float
        Degrees, -180 to 180; at least one.

    Returns
    -------
    list of float
        In the same order. Tokyo and Los Angeles become 139.7 and 241.8.
    """
    ring = sorted({lon % 360 for lon in longitudes})
    gaps = [(ring[i + 1] if i + 1 < len(ring) else ring[0] + 360) - lon for i, lon in enumerate(ring)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    first = ring[(widest + 1) % len(ring)]
    shifted = [first + (lon - first) % 360 for lon in longitudes]
    turn = 360 * round((shifted[0] - longitudes[0]) / 360)
    return [lon - turn for lon in shifted]


def nearest_turn(lon: float, reference: float) -> float:
    """Return a longitude shifted by whole turns so that it lies within 180 degrees of another."""
    return reference + (lon - reference + 180) % 360 - 180


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Return the great-circle distance between two places given in degrees (haversine)."""
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    half_lat, half_lon = (phi_b - phi_a) / 2, math.radians(lon_b - lon_a) / 2
    h = math.sin(half_lat) ** 2 + math.cos(phi_a) * math.cos(phi_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def initial_bearing(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Return the direction in which a great circle leaves the first place, in radians, clockwise from north."""
    phi_a, phi_b, turn = math.radians(lat_a), math.radians(lat_b), math.radians(lon_b - lon_a)
    east = math.sin(turn) * math.cos(phi_b)
    north = math.cos(phi_a) * math.sin(phi_b) - math.sin(phi_a) * math.cos(phi_b) * math.cos(turn)
    return math.atan2(east, north)
