"""The route on a map of land and coast: static SVG, no tiles, no borders."""

from geleit.documents.map.model import LegMode, MapExcursion, MapFlight, MapLeg, MapStop, PaletteName
from geleit.documents.map.route import route_map

__all__ = ["LegMode", "MapExcursion", "MapFlight", "MapLeg", "MapStop", "PaletteName", "route_map"]
