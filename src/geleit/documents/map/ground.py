"""Where is land and where sea, asked often while labels look for their place."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geleit.documents.map.projection import Points

CELL_PX = 6.0


@dataclass(frozen=True, slots=True)
class Ground:
    """A map's ground in square cells of 6 px; True is land."""

    cells: NDArray[np.bool_]

    def land_share(self, left: float, top: float, right: float, bottom: float) -> float:
        """Return how much of a rectangle is land, 0 to 1; what lies outside the map is left out."""
        rows, columns = self.cells.shape
        first_row, last_row = _span(top, bottom, rows)
        first_column, last_column = _span(left, right, columns)
        return float(self.cells[first_row:last_row, first_column:last_column].mean())

    def is_land(self, x: float, y: float) -> bool:
        """Return whether a point is on land; outside the map, the nearest cell counts."""
        return self.land_share(x, y, x, y) > 0.5


def _span(low: float, high: float, count: int) -> tuple[int, int]:
    first = min(max(int(low // CELL_PX), 0), count - 1)
    return first, min(max(int(high // CELL_PX) + 1, first + 1), count)


def read_ground(land: list[Points], width_px: float, height_px: float) -> Ground:
    """Return the ground under a map from its land, by the even-odd rule, line by line.

    Parameters
    ----------
    land : list of arrays
        Closed rings in pixels.
    width_px, height_px : float
        Size of the map.
    """
    columns, rows = (max(1, int(np.ceil(size / CELL_PX))) for size in (width_px, height_px))
    cells = np.zeros((rows, columns), dtype=np.bool_)
    if land:
        start = np.concatenate(land)
        end = np.concatenate([np.roll(ring, -1, axis=0) for ring in land])
        middles = (np.arange(columns, dtype=np.float64) + 0.5) * CELL_PX
        for row in range(rows):
            cells[row] = _crossings_left_of(middles, (row + 0.5) * CELL_PX, start, end) % 2 == 1
    return Ground(cells)


def _crossings_left_of(
    middles: NDArray[np.float64], y: float, start: Points, end: Points
) -> NDArray[np.int64]:
    crossing = (start[:, 1] <= y) != (end[:, 1] <= y)
    a, b = start[crossing], end[crossing]
    x = np.sort(a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1]))
    return np.searchsorted(x, middles)
