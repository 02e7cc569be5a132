"""Where on the paper an inset covers least."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from geleit.documents.map.ground import Ground
from geleit.documents.map.labels import HUGE, Box
from geleit.documents.map.projection import Points, View

SHARES = (1.0, 0.88, 0.76)
SMALLER_COST = 100.0
STEPS = 6
PLACES = [(x / STEPS, y / STEPS) for x in range(STEPS + 1) for y in range(STEPS + 1)]
"""Places to try, as shares of the free width and height."""
EDGE_SHARE = 0.045
"""Distance from the edge of the map, as a share of its shorter side."""


@dataclass(frozen=True, slots=True)
class InsetFrame:
    """Place, window and cost of an inset."""

    box: Box
    view: View
    cost: float


def place_insets(
    windows: Sequence[Callable[[float], View]],
    main: View,
    *,
    route: Points,
    dots: Sequence[Box],
    ground: Ground,
) -> list[InsetFrame]:
    """Return a place for each inset, one after the other.

    Parameters
    ----------
    windows : sequence of callable
        For each inset, a function from the share of the full size to its window.
    main : View
        The map they stand on.
    route : array
        Points of the legs, to be kept visible.
    dots : sequence of Box
        The stations' dots, never to be covered.
    ground : Ground
        The map's land and sea; an inset hides as little coast as it can.
    """
    placed: list[InsetFrame] = []
    for window in windows:
        options: list[InsetFrame] = []
        for share in SHARES:
            view = window(share)
            for place in PLACES:
                option = _frame(view, main, place, route=route, dots=dots, placed=placed)
                extra = SMALLER_COST * (1 - share) + _coast_cost(option.box, ground)
                options.append(replace(option, cost=option.cost + extra))
        placed.append(min(options, key=lambda option: option.cost))
    return placed


def _coast_cost(box: Box, ground: Ground) -> float:
    """Return up to 40 for a rectangle that is half land, half sea."""
    share = ground.land_share(box.left, box.top, box.right, box.bottom)
    return 160 * share * (1 - share)


def _frame(
    view: View,
    main: View,
    shares: tuple[float, float],
    *,
    route: Points,
    dots: Sequence[Box],
    placed: Sequence[InsetFrame],
) -> InsetFrame:
    """Return an inset at a place given as shares of the free width and height, with its cost."""
    x_share, y_share = shares
    edge = EDGE_SHARE * min(main.width_px, main.height_px)
    left = edge + x_share * (main.width_px - view.width_px - 2 * edge)
    top = edge + y_share * (main.height_px - view.height_px - 2 * edge)
    box = Box(left, top, left + view.width_px, top + view.height_px)
    near = box.grown(22)
    cost = 6.0 * near.count_inside(route)
    cost += sum(HUGE for dot in dots if near.overlap_px2(dot) > 0)
    cost += sum(HUGE for other in placed if box.grown(14).overlap_px2(other.box) > 0)
    middle_lon = view.west_deg + (view.east_deg - view.west_deg) / 2
    target = (
        math.radians(middle_lon - main.west_deg) * main.scale,
        (main.north - (view.north + view.south) / 2) * main.scale,
    )
    framed = Box(target[0] - 34, target[1] - 26, target[0] + 34, target[1] + 26)
    cost += HUGE / 2 if box.grown(10).overlap_px2(framed) > 0 else 0.0
    cost += 0.03 * math.dist(((box.left + box.right) / 2, (box.top + box.bottom) / 2), target)
    centred = (0.5 - abs(x_share - 0.5)) + (0.5 - abs(y_share - 0.5))
    return InsetFrame(box, view, cost + 14 * centred)
