"""The route map."""

import zlib
from collections.abc import Sequence

from geleit.documents.map.compose import compose
from geleit.documents.map.model import (
    MapExcursion,
    MapFlight,
    MapLeg,
    MapStop,
    PaletteName,
    check_indices,
)
from geleit.documents.map.paint import Painter
from geleit.documents.map.places import gather_places
from geleit.documents.map.plan import Route
from geleit.documents.map.style import PAGE, PALETTES, PHONE

MIN_SIZE_PX = 240


def route_map(
    stops: Sequence[MapStop],
    legs: Sequence[MapLeg] = (),
    excursions: Sequence[MapExcursion] = (),
    *,
    title: str,
    description: str,
    lang: str,
    width_px: int = 720,
    height_px: int = 700,
    palette: PaletteName = "css",
    flights: Sequence[MapFlight] = (),
    phone: bool = False,
) -> str:
    """Return the map of a trip as SVG: land, coast and the route, nothing else.

    Parameters
    ----------
    stops : sequence of MapStop
        The stations, in the order of travel; at least one.
    legs : sequence of MapLeg
        Moves between stations.
    excursions : sequence of MapExcursion
        Places reached from a station and left the same day.
    title, description : str
        The route in words, for those who do not see the map.
    lang : str
        BCP 47 tag of title, description and names; chooses the fonts' order and the caption of insets.
    width_px, height_px : int, default 720 by 700
        Size of the drawing, at least 240 each. Letters have 19 and 15 px; a map that is to be small on paper is drawn
        at about 720 px and scaled.
    palette : {"css", "light", "dark", "print"}
        "css" takes the page's colours (custom properties ``--gl-sea`` and others, ``--gl-sans`` for the font) with
        the light ones as fallback; the others are literal, for Typst and for images.
    flights : sequence of MapFlight
        Flights from and to home; dotted to the edge of the map, or to home if it lies on it.
    phone : bool, default False
        Larger letters, dots and lines, for a drawing that is shown at half its size.

    Returns
    -------
    str
        One ``svg`` element. The same arguments give the same text.

    Raises
    ------
    ValueError
        If there is no station, an index names none, or the size is too small.

    Notes
    -----
    Land is Natural Earth 1:10 million, public domain. Places where the view does not reach them apart are shown
    again in an inset. Places north of 85 degrees north or south of 85 south are drawn at that latitude.
    """
    if min(width_px, height_px) < MIN_SIZE_PX:
        raise ValueError(
            f"a map of {width_px} by {height_px} px is too small; draw it at 240 px or more and scale it"
        )
    if palette not in PALETTES:
        raise ValueError(f"no palette {palette!r}; there are {', '.join(PALETTES)}")
    stops, legs, excursions, flights = tuple(stops), tuple(legs), tuple(excursions), tuple(flights)
    check_indices(stops, legs, excursions, flights)
    sizes = PHONE if phone else PAGE
    places, place_of = gather_places(stops, excursions)
    plan = compose(Route(places, place_of, legs, flights, lang, sizes), width_px, height_px)
    told = repr((stops, legs, excursions, flights, lang, width_px, height_px, palette, phone))
    prefix = f"gm{zlib.crc32(told.encode()):08x}"
    return Painter(palette, sizes, lang, prefix).draw(plan, title, description)
