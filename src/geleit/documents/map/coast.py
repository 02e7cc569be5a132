"""Land and coast, from one compact file: loaded once, cut to a window for each map.

The file ``coast.bin`` is made by ``scripts/make_coast.py`` from Natural Earth 1:10 million (public domain).
Format, little endian: ``GLC1``, number of lines, how many of them (the last ones) run round the world from west
to east instead of being closed rings, number of points, scale in x and y, offset in x and y (degrees per grid
step, degrees); then, compressed with zlib, the number of points of each line (uint32) and two planes (x, y) of
steps from point to point (int32), whose bytes are stored by significance, lowest first.
"""

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from geleit.documents.map.projection import MAX_LATITUDE, Points, View

COAST_FILE = Path(__file__).parent / "files" / "coast.bin"
HEADER = struct.Struct("<4sIII4d")
MARGIN_PX = 30.0
"""Land is cut this far outside the window, so that no cut edge and no line along it shows."""
SIMPLER = ((0.8, 3.0), (1.2, 6.0), (1.8, 10.0))
"""Tolerance in pixels and area of the smallest island in square pixels, tried one after the other."""
ENOUGH_POINTS = 2200
THIN_PX = 0.25
FAR_PX = 1e6


@dataclass(frozen=True, slots=True)
class Coast:
    """All land of the world.

    Parameters
    ----------
    lon, north : array
        Points of all lines: longitude in degrees, continuous within a line, and Mercator ordinate.
    starts : array
        First point of each line, and the number of points at the end.
    boxes : array of shape (n, 4)
        West, east (degrees), south, north (ordinates) of each line.
    ring_count : int
        Lines from here on run round the world.
    """

    lon: NDArray[np.float64]
    north: NDArray[np.float64]
    starts: NDArray[np.int64]
    boxes: Points
    ring_count: int

    def line(self, index: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the longitudes and ordinates of one line."""
        part = slice(self.starts[index], self.starts[index + 1])
        return self.lon[part], self.north[part]


@cache
def load_coast() -> Coast:
    """Read the coast data; once in a process, about 30 ms."""
    data = COAST_FILE.read_bytes()
    magic, lines, bands, points, scale_x, scale_y, offset_x, offset_y = HEADER.unpack_from(data)
    if magic != b"GLC1":
        raise ValueError(f"{COAST_FILE.name} is not coast data (starts with {magic!r}); make it anew")
    body = zlib.decompress(data[HEADER.size :])
    lengths = np.frombuffer(body, dtype="<u4", count=lines).astype(np.int64)
    planes = np.frombuffer(body, dtype=np.uint8, offset=4 * lines).reshape(2, 4, points)
    steps = np.ascontiguousarray(planes.transpose(0, 2, 1)).view("<i4").reshape(2, points)
    x, y = np.cumsum(steps, axis=1, dtype=np.int64)
    lat = np.clip(y * scale_y + offset_y, -MAX_LATITUDE, MAX_LATITUDE)
    lon = x * scale_x + offset_x
    north = np.arcsinh(np.tan(np.radians(lat)))
    starts = np.concatenate(([0], np.cumsum(lengths)))
    firsts = starts[:-1]
    boxes = np.column_stack(
        [
            np.minimum.reduceat(lon, firsts),
            np.maximum.reduceat(lon, firsts),
            np.minimum.reduceat(north, firsts),
            np.maximum.reduceat(north, firsts),
        ]
    )
    return Coast(lon, north, starts, boxes, lines - bands)


def coast_points_in(view: View) -> int:
    """Return how many points of the coast lie in a window: a measure of how much there is to see."""
    coast = load_coast()
    in_height = (coast.north > view.south) & (coast.north < view.north)
    east_of_edge = (coast.lon[in_height] - view.west_deg) % 360
    return int(np.count_nonzero(east_of_edge < view.east_deg - view.west_deg))


def land_in(view: View) -> list[Points]:
    """Return the land of a window as closed rings in pixels, to be filled by the even-odd rule.

    The coast is simplified by 0.8 px; on a map of half the world by a little more, to keep the drawing small.

    Parameters
    ----------
    view : View
        The window; land is cut 30 px outside it.
    """
    coast = load_coast()
    rings: list[Points] = []
    for turn in _turns(view):
        for index in _lines_in(coast, view, turn):
            lon, north = coast.line(index)
            rings.append(_thin(view.project(lon + turn, north)))
    rings += [_thin(ring) for ring in _bands_in(coast, view)]
    clipped = [ring for ring in (_clip(ring, view) for ring in rings) if len(ring) >= 3]
    land: list[Points] = []
    for tolerance_px, min_area_px2 in SIMPLER:
        land = _simplify(clipped, tolerance_px, min_area_px2)
        if sum(len(ring) for ring in land) <= ENOUGH_POINTS:
            break
    return land


def _turns(view: View) -> list[float]:
    """Return the shifts by whole turns under which some land may show."""
    margin_deg = np.degrees(MARGIN_PX / view.scale)
    first = int(np.floor((view.west_deg - margin_deg - 200) / 360))
    last = int(np.ceil((view.east_deg + margin_deg + 200) / 360))
    return [360.0 * turn for turn in range(first, last + 1)]


def _lines_in(coast: Coast, view: View, turn: float) -> list[int]:
    margin = MARGIN_PX / view.scale
    margin_deg = np.degrees(margin)
    boxes = coast.boxes[: coast.ring_count]
    speck = 1.5 / view.scale
    shown = (
        (boxes[:, 0] + turn < view.east_deg + margin_deg)
        & (boxes[:, 1] + turn > view.west_deg - margin_deg)
        & (boxes[:, 2] < view.north + margin)
        & (boxes[:, 3] > view.south - margin)
        & ((np.radians(boxes[:, 1] - boxes[:, 0]) > speck) | (boxes[:, 3] - boxes[:, 2] > speck))
    )
    return [int(index) for index in np.flatnonzero(shown)]


def _bands_in(coast: Coast, view: View) -> list[Points]:
    """Return the land whose coast runs round the world (Antarctica), repeated as often as the window needs."""
    found: list[Points] = []
    for index in range(coast.ring_count, len(coast.boxes)):
        lon, north = coast.line(index)
        if north.max() < view.south - MARGIN_PX / view.scale:
            continue
        turns = _turns(view)
        line = np.concatenate([view.project(lon + turn, north) for turn in turns])
        corners = np.array([[line[-1, 0], FAR_PX], [line[0, 0], FAR_PX]])
        found.append(np.concatenate((line, corners)))
    return found


def _thin(ring: Points) -> Points:
    """Leave out points that fall into the same quarter of a pixel as the one before."""
    cells = np.round(ring / THIN_PX)
    kept = np.any(cells != np.roll(cells, 1, axis=0), axis=1)
    return ring[kept]


def _clip(ring: Points, view: View) -> Points:
    """Cut a ring to the window and its margin (Sutherland and Hodgman, one edge after the other)."""
    bounds = (
        (0, -MARGIN_PX, 1.0),
        (0, view.width_px + MARGIN_PX, -1.0),
        (1, -MARGIN_PX, 1.0),
        (1, view.height_px + MARGIN_PX, -1.0),
    )
    for axis, bound, sign in bounds:
        if len(ring) < 3:
            break
        ring = _clip_half(ring, axis, bound, sign)
    return ring


def _clip_half(ring: Points, axis: int, bound: float, sign: float) -> Points:
    inside_by = (ring[:, axis] - bound) * sign
    inside = inside_by >= 0
    if inside.all():
        return ring
    following = np.roll(ring, -1, axis=0)
    crosses = inside != np.roll(inside, -1)
    share = np.zeros(len(ring))
    beyond_by = np.roll(inside_by, -1)
    np.divide(inside_by, inside_by - beyond_by, out=share, where=crosses)
    cuts = ring + (following - ring) * share[:, None]
    both = np.stack((ring, cuts), axis=1).reshape(-1, 2)
    kept = np.stack((inside, crosses), axis=1).reshape(-1)
    clipped: Points = both[kept]
    return clipped


def _simplify(rings: list[Points], tolerance_px: float, min_area_px2: float) -> list[Points]:
    kept: list[Points] = []
    for ring in rings:
        if abs(_area(ring)) < min_area_px2:
            continue
        closed = shapely.LineString(np.concatenate((ring, ring[:1])))
        points = shapely.get_coordinates(shapely.simplify(closed, tolerance_px, preserve_topology=False))[:-1]
        if len(points) >= 3 and abs(_area(points)) >= min_area_px2:
            kept.append(points)
    return kept


def _area(ring: Points) -> float:
    following = np.roll(ring, -1, axis=0)
    return float(np.sum(ring[:, 0] * following[:, 1] - following[:, 0] * ring[:, 1]) / 2)
