"""The picture of a trip that is shown where its page is shared: title, dates and route beside the map."""

from typing import Final

from geleit.documents.map import route_map
from geleit.documents.typst.compiler import compile_png
from geleit.documents.typst.pictures import map_route
from geleit.documents.typst.printable import Json, Svg
from geleit.documents.view import TripView
from geleit.documents.words.labels import label
from geleit.domain.trip import Trip

WIDTH_PX: Final = 1200
HEIGHT_PX: Final = 630
"""What the large sites ask for (Open Graph, 1.91 to 1)."""
MAP_WIDTH_PX: Final = 560


def share_picture(trip: Trip, view: TripView) -> bytes:
    """Return a PNG of 1200 by 630 pixels.

    Parameters
    ----------
    view
        Of that trip for the audience that the picture is for.

    Raises
    ------
    TypesettingError
        When the picture cannot be drawn.
    """
    data: dict[str, Json] = {
        "eyebrow": view.subtitle.text or label("eyebrow", view.lang),
        "title": view.title.text,
        "route": list(view.route),
        "dates": view.dates.text,
        "map": _map(trip, view),
    }
    return compile_png("share", data, lang=view.lang)


def _map(trip: Trip, view: TripView) -> Svg | None:
    if not view.stations:
        return None
    route = map_route(trip, view)
    drawn = route_map(
        route.stops,
        route.legs,
        route.excursions,
        title="",
        description="",
        lang=view.lang,
        width_px=MAP_WIDTH_PX,
        height_px=HEIGHT_PX,
        palette="light",
        flights=route.flights,
    )
    return Svg(drawn)
