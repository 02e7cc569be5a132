"""The route's lines: gently bent legs, and flights that leave the map towards home."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from geleit.documents.map.projection import Point, Points

SAMPLES = 25
LEG_BENDS = (0.13, -0.13, 0.07, -0.07, 0.2, -0.2, 0.28, -0.28)
"""Offsets of a leg's control point, as shares of its length, to the left of travel if positive."""
FLIGHT_TURNS_DEG = (0, 12, -12, 24, -24, 36, -36, 50, -50, 65, -65, 80, -80)
"""How far a flight's way out may turn from the true direction of home to keep clear of the route."""
FLIGHT_BENDS = (0.1, -0.1, 0.2, -0.2)


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic Bézier curve in pixels."""

    start: Point
    control: Point
    end: Point

    def points(self, count: int = SAMPLES) -> Points:
        """Return points along the curve, evenly in its parameter, both ends included."""
        t = np.linspace(0, 1, count)[:, None]
        a, b, c = (np.array(point) for point in (self.start, self.control, self.end))
        curve: Points = (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c
        return curve

    def path_data(self) -> str:
        """Return the curve as SVG path data."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.control, self.end
        return f"M{ax:.1f},{ay:.1f}Q{bx:.1f},{by:.1f} {cx:.1f},{cy:.1f}"


def bent(start: Point, end: Point, bend: float) -> Curve:
    """Return the curve between two points whose control point lies aside of the middle.

    Parameters
    ----------
    start, end : tuple of float
        Ends in pixels.
    bend : float
        How far aside, as a share of the length; to the left of travel if positive.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    control = ((start[0] + end[0]) / 2 + bend * dy, (start[1] + end[1]) / 2 - bend * dx)
    return Curve(start, control, end)


def nearest_px(points: Points, others: Iterable[Point] | Points) -> float:
    """Return the smallest distance between two sets of points; infinite if one is empty."""
    other = np.array(list(others), dtype=np.float64).reshape(-1, 2)
    if not len(other) or not len(points):
        return math.inf
    gaps = points[:, None, :] - other[None, :, :]
    return float(np.sqrt((gaps**2).sum(axis=2).min()))


def _crowding(points: Points, others: Points, clear_px: float) -> float:
    """Return 0 for lines that keep apart, up to 1 for lines that lie on each other."""
    if not len(others) or not len(points):
        return 0.0
    gaps = points[:, None, :] - others[None, :, :]
    nearest = np.sqrt((gaps**2).sum(axis=2)).min(axis=1)
    return float(np.clip(1 - nearest / clear_px, 0, 1).mean())


def choose_leg(
    start: Point, end: Point, *, dots: list[Point], lines: Points, is_land: Callable[[float, float], bool]
) -> Curve:
    """Return the bend of a leg that stays on land, clear of other stations and of the legs before it.

    Parameters
    ----------
    start, end : tuple of float
        Stations in pixels.
    dots : list of tuple
        The other stations.
    lines : array
        Points of the legs drawn so far.
    is_land : callable
        Tells land from sea.
    """

    def cost(bend: float) -> float:
        inner = bent(start, end, bend).points()[3:-3]
        over_sea = sum(not is_land(float(x), float(y)) for x, y in inner) / len(inner)
        blocked = 4.0 if nearest_px(inner, dots) < 34 else 0.0
        return over_sea + blocked + 5 * _crowding(inner, lines, 26) + 1.5 * abs(abs(bend) - 0.13)

    return bent(start, end, min(LEG_BENDS, key=cost))


def exit_point(start: Point, angle: float, width_px: float, height_px: float, beyond_px: float = 12) -> Point:
    """Return where a straight line from a point leaves the map.

    Parameters
    ----------
    start : tuple of float
        Inside the map.
    angle : float
        Radians, clockwise from the top.
    width_px, height_px : float
        Size of the map.
    beyond_px : float, default 12
        How far outside the edge the point lies.
    """
    dx, dy = math.sin(angle), -math.cos(angle)
    reach = [math.inf]
    if abs(dx) > 1e-9:
        reach.append(((width_px + beyond_px if dx > 0 else -beyond_px) - start[0]) / dx)
    if abs(dy) > 1e-9:
        reach.append(((height_px + beyond_px if dy > 0 else -beyond_px) - start[1]) / dy)
    length = min(reach)
    return start[0] + dx * length, start[1] + dy * length


HOME_BENDS = (0.12, -0.12, 0.22, -0.22, 0.32, -0.32)


def choose_way_home(start: Point, home: Point, *, dots: list[Point], lines: Points) -> Curve:
    """Return the way of a flight whose other end lies on the map.

    Parameters
    ----------
    start, home : tuple of float
        Station and home in pixels.
    dots : list of tuple
        The other stations.
    lines : array
        Points of the legs and flights drawn so far.
    """

    def cost(bend: float) -> float:
        inner = bent(start, home, bend).points(41)[3:-3]
        return 6 * _crowding(inner, lines, 40) + (2.0 if nearest_px(inner, dots) < 30 else 0.0) + abs(bend)

    return bent(start, home, min(HOME_BENDS, key=cost))


def choose_flight(
    start: Point,
    bearing: float,
    *,
    size: Point,
    dots: list[Point],
    lines: Points,
    blocked: Callable[[Points], float],
) -> Curve:
    """Return the way by which a flight leaves the map towards home.

    Parameters
    ----------
    start : tuple of float
        Station in pixels.
    bearing : float
        Direction of home, radians clockwise from the top; the way out may turn aside from it to keep clear.
    size : tuple of float
        Width and height of the map.
    dots : list of tuple
        The other stations.
    lines : array
        Points of the legs and flights drawn so far.
    blocked : callable
        Share of given points that lies under something else, such as an inset.
    """

    def cost(choice: tuple[float, float]) -> float:
        turn, bend = choice
        end = exit_point(start, bearing + math.radians(turn), *size)
        line = bent(start, end, bend).points(41)[3:]
        near_dot = 3.0 if nearest_px(line, dots) < 34 else 0.0
        length_px = math.dist(start, end)
        short = 0.3 if length_px < 60 else 0.0
        return (
            abs(turn) / 60
            + 10 * _crowding(line, lines, 75)
            + near_dot
            + short
            + 4 * blocked(line)
            + abs(bend)
        )

    turn, bend = min(((turn, bend) for turn in FLIGHT_TURNS_DEG for bend in FLIGHT_BENDS), key=cost)
    return bent(start, exit_point(start, bearing + math.radians(turn), *size), bend)
