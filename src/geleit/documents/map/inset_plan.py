"""An inset: a crowd of places drawn larger."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from geleit.documents.map.coast import land_in
from geleit.documents.map.ground import read_ground
from geleit.documents.map.insets import InsetFrame
from geleit.documents.map.labels import (
    Box,
    LabelWish,
    Line,
    Obstacles,
    box_around,
    break_name,
    place_labels,
    readable,
)
from geleit.documents.map.parts import NO_POINTS, joined, leg_curves, station_dots, straight
from geleit.documents.map.places import Pads, Place, fit_view
from geleit.documents.map.plan import Inset, Plan, Route, caption_height_px
from geleit.documents.map.projection import Point, View
from geleit.documents.map.style import Sizes, caption_joint, inset_caption

INSET_PADS = Pads(0.26, 0.32, 0.26, 0.24)
INSET_MIN_WIDTH_KM = 3.0


def inset_window(
    places: Sequence[Place], crowd: list[int], sizes: Sizes, paper: Point, growth: float
) -> Callable[[float], View]:
    """Return the function that gives an inset's window for a share of its full size.

    Parameters
    ----------
    places : sequence of Place
        All places.
    crowd : list of int
        Positions of those it shows.
    sizes : Sizes
        Its usual width and height.
    paper : tuple of float
        Width and height of the whole map, of which it takes a part only.
    growth : float
        How much larger than usual it is.
    """
    inside = [places[i] for i in crowd]
    full_width = min(sizes.inset_width * growth, paper[0] * min(0.62, 0.46 * growth))
    full_height = min(sizes.inset_height * growth, paper[1] * min(0.62, 0.56 * growth))

    def window(share: float) -> View:
        return fit_view(inside, full_width * share, full_height * share, INSET_PADS, INSET_MIN_WIDTH_KM)

    return window


def compose_inset(route: Route, crowd: list[int], frame: InsetFrame, main: View) -> Inset:
    """Return an inset: the same parts as the main map, on its own window, with a caption.

    Parameters
    ----------
    route : Route
        The whole route.
    crowd : list of int
        Positions of the places it shows.
    frame : InsetFrame
        Its place on the paper and its window.
    main : View
        The window of the main map, on which its area is framed.
    """
    places, sizes, view = [route.places[i] for i in crowd], route.sizes, frame.view
    land = land_in(view)
    ground = read_ground(land, view.width_px, view.height_px)
    points = [view.to_px(place.lat, place.lon) for place in places]
    dots = station_dots(places, points, sizes, small=True)
    inner = {old: new for new, old in enumerate(crowd)}
    legs = leg_curves(_within(route, crowd), points, [dot.center for dot in dots], ground)
    stations = [place for place in places if place.is_station]
    shown = [i for i, place in enumerate(places) if not place.is_station]
    rings = [points[i] for i in shown]
    day_trips = [
        (points[inner[places[i].home_place]], points[i]) for i in shown if places[i].home_place in inner
    ]
    names = [name for place in stations for name in place.names] or [
        route.places[places[0].home_place].names[0]
    ]
    caption = _caption(route, inset_caption(route.lang, names, day_trips=bool(shown)), view.width_px - 20)
    lines = joined([curve.points() for curve, _ in legs] + [straight(a, b) for a, b in day_trips])
    obstacles = Obstacles(
        view.width_px,
        view.height_px,
        route=lines,
        flights=NO_POINTS,
        dots=(*(dot.box for dot in dots), *(box_around(ring, sizes.ring) for ring in rings)),
        closed=(Box(0, 0, view.width_px, caption_height_px(caption)),),
        ground=ground,
        edge_px=6,
        lang=route.lang,
    )
    wishes = [
        LabelWish(
            points[i],
            sizes.small_dot if place.is_station else sizes.ring + 1,
            _inset_lines(route, place, view),
        )
        for i, place in enumerate(places)
    ]
    labels, cost = place_labels(wishes, obstacles)
    clear = readable(labels, obstacles)
    plan = Plan(view, land, dots, rings, legs, day_trips, [], [], clear, [], cost)
    return Inset(frame.box, plan, caption, _framed(view, main, 2 * route.sizes.dot + 12))


def _caption(route: Route, words: tuple[str, str], room_px: float) -> tuple[Line, ...]:
    """Return an inset's caption on one line, or on two smaller ones if it is too long."""
    around, back = words
    size = route.sizes.caption
    whole = Line(f"{around}{caption_joint(route.lang)}{back}" if back else around, size, 400)
    if whole.width_px(route.lang) <= room_px:
        return (whole,)
    lines = [Line(text, size, 400) for text in words if text]
    widest = max(line.width_px(route.lang) for line in lines)
    return tuple(replace(line, size=size * min(1.0, room_px / widest)) for line in lines)


def _inset_lines(route: Route, place: Place, view: View) -> tuple[Line, ...]:
    return break_name(" / ".join(place.names), route.sizes.small_label, route.lang, view.width_px * 0.45)


def _within(route: Route, crowd: list[int]) -> Route:
    """Return the part of a route that lies in a crowd."""
    inner = {old: new for new, old in enumerate(crowd)}
    legs = tuple(
        leg for leg in route.legs if route.place_of[leg.start] in inner and route.place_of[leg.end] in inner
    )
    place_of = [inner.get(place, -1) for place in route.place_of]
    return replace(route, places=[route.places[i] for i in crowd], place_of=place_of, legs=legs, flights=())


def _framed(inset: View, main: View, least_px: float) -> Box:
    """Return the rectangle on the main map that an inset shows, but large enough to be seen around a dot."""
    left = math.radians(inset.west_deg - main.west_deg) * main.scale
    top = (main.north - inset.north) * main.scale
    width, height = (size / inset.scale * main.scale for size in (inset.width_px, inset.height_px))
    grow_x, grow_y = max(0.0, least_px - width) / 2, max(0.0, least_px - height) / 2
    return Box(left - grow_x, top - grow_y, left + width + grow_x, top + height + grow_y)
