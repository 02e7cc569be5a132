"""Make the coast data that Geleit ships: src/geleit/documents/map/files/coast.bin.

Run by a maintainer, never at set-up; the result is committed and its checksum stands in
``src/geleit/documents/vendor.toml``. Source is Natural Earth's land at 1:10 million (public domain) as TopoJSON,
fetched by ``npm pack world-atlas@2.0.2`` and unpacked; the argument is its ``land-10m.json``.

What is done: the arcs become closed rings with continuous longitudes, land cut at the 180th meridian is joined
again, and the coast of Antarctica, which runs round the world, becomes one open line from west to east.
Coordinates stay on the grid of the source (400 m by 190 m). The format is described in
``geleit.documents.map.coast``. The same input gives the same bytes.
"""

import argparse
import json
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import shapely

TARGET = Path(__file__).resolve().parents[1] / "src/geleit/documents/map/files/coast.bin"
MAX_BYTES = 3_000_000
WORLD = 99_999
"""Grid steps round the world: x = 0 and x = 99999 are the same meridian."""
Ring = list[tuple[int, int]]


def read_rings(topology: dict[str, Any]) -> list[list[Ring]]:
    """Return the polygons of a TopoJSON, each as its outer ring and its holes, in grid steps."""
    arcs: list[Ring] = []
    for deltas in topology["arcs"]:
        points = np.cumsum(np.array(deltas), axis=0)
        arcs.append([(int(x), int(y)) for x, y in points])

    def ring(indices: list[int]) -> Ring:
        points: Ring = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    geometries = topology["objects"]["land"]["geometries"]
    return [[ring(indices) for indices in polygon] for geometry in geometries for polygon in geometry["arcs"]]


def unwrap(ring: Ring) -> Ring:
    """Make longitudes continuous: a step of more than half the world goes the other way round."""
    x = np.array([point[0] for point in ring])
    steps = np.diff(x)
    turns = np.concatenate(
        ([0], np.cumsum(np.where(steps > WORLD / 2, -1, np.where(steps < -WORLD / 2, 1, 0))))
    )
    x = x + turns * WORLD
    x -= WORLD * int(np.floor_divide(x.min(), WORLD))
    return [(int(a), b) for a, (_, b) in zip(x, ring, strict=True)]


def to_band(ring: Ring) -> Ring:
    """Return a ring that runs round the world as a line from its western end to its eastern end."""
    line = unwrap(ring)
    return line if line[0][0] < line[-1][0] else line[::-1]


def join_at_date_line(polygons: list[list[Ring]]) -> tuple[list[Ring], list[Ring]]:
    """Return all rings, land cut at the 180th meridian joined, and the lines round the world."""
    rings: list[Ring] = []
    bands: list[Ring] = []
    cut: list[shapely.Polygon] = []
    for polygon in polygons:
        unwrapped = [unwrap(ring) for ring in polygon]
        outer = unwrapped[0]
        if outer[0] != outer[-1]:
            bands.append(to_band(polygon[0]))
            continue
        x = [point[0] for point in outer]
        if min(x) == 0 or max(x) >= WORLD:
            shift = WORLD if max(x) < WORLD else 0
            cut.append(shapely.Polygon([(a + shift, b) for a, b in outer]))
            rings += unwrapped[1:]
        else:
            rings += unwrapped
    joined = shapely.union_all([shapely.make_valid(part) for part in cut], grid_size=1)
    for part in shapely.get_parts(joined):
        if isinstance(part, shapely.Polygon):
            rings += [
                [(round(a), round(b)) for a, b in line.coords] for line in (part.exterior, *part.interiors)
            ]
    return rings, bands


def pack(rings: list[Ring], bands: list[Ring], transform: dict[str, list[float]]) -> bytes:
    """Return the file's bytes; see ``geleit.documents.map.coast`` for the format."""
    lines = sorted(rings, key=len, reverse=True) + bands
    lengths = np.array([len(line) for line in lines], dtype="<u4")
    points = np.array([point for line in lines for point in line], dtype=np.int64)
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).astype("<i4")
    planes = (
        steps.T.copy().view(np.uint8).reshape(2, -1, 4).transpose(0, 2, 1)
    )  # like bytes together: packs better
    scale, offset = transform["scale"], transform["translate"]
    head = struct.pack("<4sIII4d", b"GLC1", len(lines), len(bands), len(points), *scale, *offset)
    return head + zlib.compress(lengths.tobytes() + planes.tobytes(), 9)


def main() -> None:
    """Make the file and say what is in it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("topojson", type=Path, help="land-10m.json of the package world-atlas")
    parser.add_argument("--out", type=Path, default=TARGET)
    arguments = parser.parse_args()
    topology = json.loads(arguments.topojson.read_text(encoding="utf-8"))
    rings, bands = join_at_date_line(read_rings(topology))
    data = pack(rings, bands, topology["transform"])
    if len(data) >= MAX_BYTES:
        raise SystemExit(f"{len(data):,} bytes are too many to be tracked, limit {MAX_BYTES:,}")
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(data)
    print(f"{len(rings)} rings, {len(bands)} lines round the world, {len(data):,} bytes")


if __name__ == "__main__":
    main()
