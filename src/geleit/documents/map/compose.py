"""From a route to a plan of the drawing: what stands where."""

import math
from collections.abc import Sequence
from dataclasses import replace

from geleit.documents.fonts import text_width_em
from geleit.documents.map.coast import land_in
from geleit.documents.map.curves import Curve, choose_flight, choose_way_home
from geleit.documents.map.ground import read_ground
from geleit.documents.map.inset_plan import compose_inset, inset_window
from geleit.documents.map.insets import InsetFrame, place_insets
from geleit.documents.map.labels import (
    HUGE,
    LabelWish,
    Line,
    Obstacles,
    box_around,
    break_name,
    place_labels,
    readable,
)
from geleit.documents.map.parts import joined, leg_curves, station_dots, straight
from geleit.documents.map.places import (
    MIN_WIDTH_KM,
    SINGLE_WIDTH_KM,
    Pads,
    Place,
    find_crowds,
    fit_view,
    with_own_excursions,
    zoom_to_coast,
)
from geleit.documents.map.plan import Dot, Plan, Route
from geleit.documents.map.projection import Point, Points, View, initial_bearing, nearest_turn
from geleit.documents.map.style import Sizes

PROFILES = (
    (Pads(), 1.0),
    (Pads(0.22, 0.2, 0.22, 0.2), 1.0),
    (Pads(0.13, 0.15, 0.46, 0.15), 1.0),
    (Pads(0.15, 0.42, 0.15, 0.13), 1.0),
    (Pads(0.3, 0.28, 0.3, 0.28), 1.0),
    (Pads(), 1.35),
    (Pads(0.13, 0.15, 0.5, 0.15), 1.6),
    (Pads(0.15, 0.5, 0.15, 0.13), 1.6),
)
"""Ways to lay the places on the paper, the preferred first: margins, and how much larger than usual insets are."""
PROFILE_COST = 25.0
COLLISION = 0.45 * HUGE
"""Below this cost nothing lies on top of anything that matters."""
MAX_INSETS = 3


def compose(route: Route, width_px: float, height_px: float) -> Plan:
    """Return the best plan of a map.

    Parameters
    ----------
    route : Route
        Places and what joins them.
    width_px, height_px : float
        Size of the drawing.
    """
    best: Plan | None = None
    for rank, (pads, growth) in enumerate(PROFILES):
        if growth > 1 and best is not None and all(inset.plan.cost < COLLISION for inset in best.insets):
            break
        plan = _compose_with(route, (width_px, height_px), pads, growth)
        plan = replace(plan, cost=plan.cost + PROFILE_COST * rank)
        if best is None or plan.cost < best.cost:
            best = plan
        if best.cost < COLLISION:
            break
    if best is None:
        raise AssertionError("there is always a first profile")
    return best


def _compose_with(route: Route, size: Point, pads: Pads, inset_growth: float) -> Plan:
    """Return the plan with given margins and size of insets, with its cost."""
    places, sizes, (width_px, height_px) = route.places, route.sizes, size
    view = _main_view(route, width_px, height_px, pads)
    land = land_in(view)
    ground = read_ground(land, width_px, height_px)
    points = [view.to_px(place.lat, place.lon) for place in places]
    crowds = _crowds(places, points, sizes)
    spots = _spots(places, points, crowds)
    dots = station_dots(places, spots, sizes)
    hidden = {i for crowd in crowds for i in crowd}
    shown = [i for i in range(len(places)) if not places[i].is_station and i not in hidden]
    rings = [points[i] for i in shown]
    day_trips = [(spots[places[i].home_place], points[i]) for i in shown]
    legs = leg_curves(route, spots, [*(dot.center for dot in dots), *rings], ground)
    line = joined([curve.points() for curve, _ in legs])
    frames = place_insets(
        [inset_window(places, crowd, sizes, size, inset_growth) for crowd in crowds],
        view,
        route=line,
        dots=[dot.box for dot in dots],
        ground=ground,
    )
    insets = [compose_inset(route, crowd, frame, view) for crowd, frame in zip(crowds, frames, strict=True)]
    flights, homes = _flights(
        route, view, spots=spots, dots=[dot.center for dot in dots], line=line, frames=frames
    )
    obstacles = Obstacles(
        width_px,
        height_px,
        route=joined([line, *(straight(a, b) for a, b in day_trips)]),
        flights=joined([flight.points(61) for flight in flights]),
        dots=(*(dot.box for dot in dots), *(box_around(ring, sizes.ring) for ring in rings)),
        closed=tuple(frame.box for frame in frames),
        frames=tuple(inset.framed for inset in insets),
        ground=ground,
        lang=route.lang,
    )
    wishes = _station_wishes(route, spots, dots, width_px) + _ring_wishes(route, shown, rings, width_px)
    labels, cost = place_labels(wishes, obstacles)
    cost += sum(frame.cost + inset.plan.cost for frame, inset in zip(frames, insets, strict=True))
    clear = readable(labels, obstacles)
    return Plan(view, land, dots, rings, legs, day_trips, flights, homes, clear, insets, cost)


def _main_view(route: Route, width_px: float, height_px: float, pads: Pads) -> View:
    """Return the window of the main map: the places, room for the labels at the sides, some coast."""
    places, sizes = route.places, route.sizes
    shares = [
        (text_width_em(place.names[0], lang=route.lang, weight=600) * sizes.label + sizes.dot + 30) / width_px
        for place in (min(places, key=lambda place: place.lon), max(places, key=lambda place: place.lon))
    ]
    left, right = (min(0.32, share) for share in shares)
    above = min(0.27, (sizes.label + sizes.note + sizes.dot + 34) / height_px)
    roomy = Pads(max(pads.left, left), max(pads.top, above), max(pads.right, right), max(pads.bottom, above))
    single = len(places) == 1
    closest = fit_view(places, width_px, height_px, roomy, SINGLE_WIDTH_KM if single else MIN_WIDTH_KM)
    points = [closest.to_px(place.lat, place.lon) for place in places]
    tight = max(math.dist(a, b) for a in points for b in points) < 1.5 * sizes.crowded
    return zoom_to_coast(closest, single=tight)


def _crowds(places: Sequence[Place], points: list[Point], sizes: Sizes) -> list[list[int]]:
    found: list[list[int]] = []
    taken: set[int] = set()
    for crowd in find_crowds(points, sizes.crowded)[:MAX_INSETS]:
        whole = [i for i in with_own_excursions(crowd, places, points, 1.6 * sizes.crowded) if i not in taken]
        taken.update(whole)
        found.append(whole)
    return [crowd for crowd in found if len(crowd) > 1]


def _spots(places: Sequence[Place], points: list[Point], crowds: list[list[int]]) -> list[Point]:
    """Return where each place is drawn on the main map: crowded stations share the middle of their crowd."""
    spots = list(points)
    for crowd in crowds:
        stations = [i for i in crowd if places[i].is_station]
        if stations:
            middle = (
                sum(points[i][0] for i in stations) / len(stations),
                sum(points[i][1] for i in stations) / len(stations),
            )
            for i in stations:
                spots[i] = middle
    return spots


def _flights(
    route: Route,
    view: View,
    *,
    spots: list[Point],
    dots: list[Point],
    line: Points,
    frames: Sequence[InsetFrame],
) -> tuple[list[Curve], list[Point]]:
    """Return the dotted line of every flight, and each home that lies on the map."""

    def blocked(points: Points) -> float:
        return sum(frame.box.grown(8).count_inside(points) for frame in frames) / len(points)

    curves: list[Curve] = []
    homes: list[Point] = []
    for flight in route.flights:
        place = route.places[route.place_of[flight.station]]
        start = spots[route.place_of[flight.station]]
        home = view.to_px(flight.lat, nearest_turn(flight.lon, place.lon))
        taken = joined([line, *(curve.points() for curve in curves)])
        others = [dot for dot in dots if dot != start]
        if 20 < home[0] < view.width_px - 20 and 20 < home[1] < view.height_px - 20:
            if math.dist(start, home) >= 1:
                curves.append(choose_way_home(start, home, dots=others, lines=taken))
                homes.append(home)
            continue
        bearing = initial_bearing(place.lat, place.lon, flight.lat, flight.lon)
        size = (view.width_px, view.height_px)
        curves.append(choose_flight(start, bearing, size=size, dots=others, lines=taken, blocked=blocked))
    return curves, list(dict.fromkeys(homes))


def _station_wishes(route: Route, spots: list[Point], dots: list[Dot], width_px: float) -> list[LabelWish]:
    sizes, found = route.sizes, []
    for dot in dots:
        here = [
            place
            for place, spot in zip(route.places, spots, strict=True)
            if spot == dot.center and place.is_station
        ]
        names = list(dict.fromkeys(name for place in here for name in place.names))
        lines = [
            line for name in names for line in break_name(name, sizes.label, route.lang, width_px * 0.36)
        ]
        notes = [note for place in here for note in place.notes] if len(here) == 1 else []
        lines += [Line(note, sizes.note, 400) for note in notes[:2]]
        found.append(LabelWish(dot.center, dot.half_width, tuple(lines)))
    return found


def _ring_wishes(route: Route, shown: list[int], rings: list[Point], width_px: float) -> list[LabelWish]:
    sizes = route.sizes
    found = []
    for i, ring in zip(shown, rings, strict=True):
        place = route.places[i]
        names = break_name(place.names[0], sizes.small_label, route.lang, width_px * 0.3)
        notes = tuple(Line(note, sizes.note, 400) for note in place.notes)
        found.append(LabelWish(ring, sizes.ring + 1, (*names, *notes)))
    return found
