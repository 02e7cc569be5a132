"""The parts that the main map and its insets have in common."""

import math
from collections.abc import Sequence

import numpy as np

from geleit.documents.fonts import text_width_em
from geleit.documents.map.curves import Curve, bent, choose_leg
from geleit.documents.map.ground import Ground
from geleit.documents.map.model import LegMode
from geleit.documents.map.places import Place
from geleit.documents.map.plan import Dot, Route
from geleit.documents.map.projection import Point, Points
from geleit.documents.map.style import Sizes

NO_POINTS: Points = np.empty((0, 2))


def station_dots(
    places: Sequence[Place], spots: list[Point], sizes: Sizes, *, small: bool = False
) -> list[Dot]:
    """Return one dot for each spot that has stations, with all their numbers."""
    numbers: dict[Point, list[int]] = {}
    for place, spot in zip(places, spots, strict=True):
        if place.is_station:
            numbers.setdefault(spot, []).extend(place.numbers)
    radius = sizes.small_dot if small else sizes.dot
    found = []
    for spot, several in numbers.items():
        text = "·".join(str(number) for number in several)
        width_px = text_width_em(text, weight=600) * sizes.number
        found.append(Dot(spot, text, max(radius, width_px / 2 + radius * 0.55), radius))
    return found


def leg_curves(
    route: Route, spots: list[Point], dots: list[Point], ground: Ground
) -> list[tuple[Curve, LegMode]]:
    """Return the line of every leg between two different spots, clear of the other dots."""
    found: list[tuple[Curve, LegMode]] = []
    for leg in route.legs:
        start, end = spots[route.place_of[leg.start]], spots[route.place_of[leg.end]]
        if math.dist(start, end) < 1:
            continue
        others = [dot for dot in dots if dot not in (start, end)]
        lines = joined([curve.points() for curve, _ in found])
        found.append((choose_leg(start, end, dots=others, lines=lines, is_land=ground.is_land), leg.mode))
    return found


def joined(parts: Sequence[Points]) -> Points:
    """Return several lists of points as one."""
    return np.concatenate(parts) if parts else NO_POINTS


def straight(start: Point, end: Point) -> Points:
    """Return points along a straight line."""
    return bent(start, end, 0).points(15)
