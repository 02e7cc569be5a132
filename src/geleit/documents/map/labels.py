"""Labels: where each stands so that it covers neither the route nor another label, and stands on land if it can."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from geleit.documents.fonts import text_width_em
from geleit.documents.map.ground import Ground
from geleit.documents.map.projection import Point, Points

ASCENT, LINE = 0.80, 1.28
"""Height of letters over the baseline and distance of lines, in ems."""
PASSES = 6
HUGE = 1000.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by_px: float) -> "Box":
        """Return the rectangle with a border around it."""
        return Box(self.left - by_px, self.top - by_px, self.right + by_px, self.bottom + by_px)

    @property
    def area_px2(self) -> float:
        """Area; nothing for a rectangle turned inside out."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    def overlap_px2(self, other: "Box") -> float:
        """Return the area that two rectangles share."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)

    def count_inside(self, points: Points) -> int:
        """Return how many points lie in the rectangle."""
        if not len(points):
            return 0
        x, y = points[:, 0], points[:, 1]
        return int(np.count_nonzero((x > self.left) & (x < self.right) & (y > self.top) & (y < self.bottom)))


def box_around(center: Point, radius: float) -> Box:
    """Return the square around a circle."""
    return Box(center[0] - radius, center[1] - radius, center[0] + radius, center[1] + radius)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label: its text, its size in pixels and its weight."""

    text: str
    size: float
    weight: int

    def width_px(self, lang: str) -> float:
        """Return the width of the line as set in the shipped fonts."""
        return text_width_em(self.text, lang=lang, weight=self.weight) * self.size


@dataclass(frozen=True, slots=True)
class LabelWish:
    """A label that looks for its place beside a dot."""

    dot: Point
    radius: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its place: text anchor, baseline of each line, whether it stands on the sea."""

    wish: LabelWish
    x: float
    anchor: str
    baselines: tuple[float, ...]
    box: Box
    on_sea: bool = False


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What labels keep clear of."""

    width_px: float
    height_px: float
    route: Points
    flights: Points
    dots: tuple[Box, ...]
    closed: tuple[Box, ...] = ()
    """Areas that no label may touch, such as insets."""
    frames: tuple[Box, ...] = ()
    """Lines that a label should not cross."""
    ground: Ground | None = None
    edge_px: float = 14.0
    lang: str = field(default="en")


def break_name(name: str, size: float, lang: str, widest_px: float) -> tuple[Line, ...]:
    """Return a name as one line, or as two if it is wider than wanted and has a place to break.

    Parameters
    ----------
    name : str
        A place name.
    size : float
        Font size in pixels.
    lang : str
        BCP 47 tag.
    widest_px : float
        Width from which on it is broken.
    """
    whole = Line(name, size, 600)
    if whole.width_px(lang) <= widest_px:
        return (whole,)
    breaks = [i + 1 for i, char in enumerate(name) if char in " -/–" and 0 < i < len(name) - 1]
    if not breaks:
        return (whole,)
    halves = [(Line(name[:i].rstrip(" "), size, 600), Line(name[i:], size, 600)) for i in breaks]
    return min(halves, key=lambda pair: max(line.width_px(lang) for line in pair))


def place_labels(wishes: Sequence[LabelWish], obstacles: Obstacles) -> tuple[list[Label], float]:
    """Return every label in its best place, and how good the whole is.

    Parameters
    ----------
    wishes : sequence of LabelWish
        The labels, in order of importance.
    obstacles : Obstacles
        What to keep clear of.

    Returns
    -------
    list of Label
        In the same order.
    float
        Sum of costs: under 1000 if nothing overlaps and everything is inside.
    """
    choices = [_choices(wish, obstacles) for wish in wishes]
    own = [[_own_cost(label, rank, obstacles) for rank, label in enumerate(options)] for options in choices]
    picked = [min(range(len(costs)), key=costs.__getitem__) for costs in own]
    for _ in range(PASSES):
        before = list(picked)
        for i, options in enumerate(choices):
            others = [choices[j][picked[j]].box for j in range(len(choices)) if j != i]
            costs = [own[i][k] + _clash(options[k].box, others) for k in range(len(options))]
            picked[i] = min(range(len(costs)), key=costs.__getitem__)
        if picked == before:
            break
    labels = [choices[i][picked[i]] for i in range(len(choices))]
    total = sum(own[i][picked[i]] for i in range(len(choices)))
    total += sum(_clash(label.box, [other.box for other in labels[:i]]) for i, label in enumerate(labels))
    return labels, total


def readable(labels: Sequence[Label], obstacles: Obstacles) -> list[Label]:
    """Return the labels without those that would cover a more important one, an inset, or leave the paper.

    Two names on top of each other tell less than one; the places stand in a list beside every map.

    Parameters
    ----------
    labels : sequence of Label
        In order of importance.
    obstacles : Obstacles
        Size of the paper and its insets.
    """
    paper = Box(0, 0, obstacles.width_px, obstacles.height_px)
    kept: list[Label] = []
    for label in labels:
        core = label.box.grown(-2)
        covered = [*obstacles.closed, *(other.box.grown(-2) for other in kept)]
        inside = core.overlap_px2(paper) >= 0.9 * core.area_px2
        if inside and not any(core.overlap_px2(other) > 0 for other in covered):
            kept.append(label)
    return kept


def _choices(wish: LabelWish, obstacles: Obstacles) -> list[Label]:
    """Return the places to try, in the order of preference: beside, above, below, at the corners, farther off."""
    width = max(line.width_px(obstacles.lang) for line in wish.lines)
    heights = [line.size * LINE for line in wish.lines]
    height = sum(heights) - wish.lines[-1].size * (LINE - 1)
    x, y = wish.dot
    found: list[Label] = []
    for reach in (wish.radius + 7, wish.radius + 20, wish.radius + 38):
        slant = reach * 0.62
        for anchor, left, top in (
            ("start", x + reach, y - height / 2),
            ("end", x - reach - width, y - height / 2),
            ("start", x + slant, y + slant),
            ("end", x - slant - width, y - slant - height),
            ("start", x + slant, y - slant - height),
            ("end", x - slant - width, y + slant),
            ("middle", x - width / 2, y + reach),
            ("middle", x - width / 2, y - reach - height),
            ("start", x - wish.radius, y + reach),
            ("end", x + wish.radius - width, y + reach),
            ("start", x - wish.radius, y - reach - height),
            ("end", x + wish.radius - width, y - reach - height),
        ):
            box = Box(left, top, left + width, top + height)
            found.append(_set(wish, anchor, box, obstacles.ground))
    return found


def _set(wish: LabelWish, anchor: str, box: Box, ground: Ground | None) -> Label:
    """Return a label set into a rectangle."""
    baselines: list[float] = []
    line_top = box.top
    for line in wish.lines:
        baselines.append(line_top + line.size * ASCENT)
        line_top += line.size * LINE
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[anchor]
    on_sea = ground is not None and ground.land_share(box.left, box.top, box.right, box.bottom) < 0.5
    return Label(wish, x, anchor, tuple(baselines), box, on_sea=on_sea)


def _own_cost(label: Label, rank: int, obstacles: Obstacles) -> float:
    box, near = label.box, label.box.grown(3)
    cost = 0.35 * (rank % 12) + 9.0 * (rank // 12)
    inside = Box(0, 0, obstacles.width_px, obstacles.height_px).grown(-obstacles.edge_px)
    outside = box.area_px2 - box.overlap_px2(inside)
    cost += HUGE + outside if outside > 1 else 0.0
    cost += 14.0 * near.count_inside(obstacles.route) + 5.0 * near.count_inside(obstacles.flights)
    for dot in obstacles.dots:
        if near.overlap_px2(dot) > 0:
            cost += HUGE / 2
    for closed in obstacles.closed:
        if box.grown(6).overlap_px2(closed) > 0:
            cost += HUGE
    for frame in obstacles.frames:
        cost += 40.0 if box.grown(7).overlap_px2(frame) > 0 else 0.0
    if obstacles.ground is not None:
        share = obstacles.ground.land_share(box.left, box.top, box.right, box.bottom)
        cost += 22.0 * 4 * share * (1 - share) + 3.0 * (1 - share)
    return cost


def _clash(box: Box, others: Sequence[Box]) -> float:
    return sum(HUGE for other in others if box.grown(3).overlap_px2(other) > 0)
