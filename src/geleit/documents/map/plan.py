"""What a map draws and what it is made of, in pixels."""

from dataclasses import dataclass

from geleit.documents.map.curves import Curve
from geleit.documents.map.labels import Box, Label, Line
from geleit.documents.map.model import LegMode, MapFlight, MapLeg
from geleit.documents.map.places import Place
from geleit.documents.map.projection import Point, Points, View
from geleit.documents.map.style import Sizes


@dataclass(frozen=True, slots=True)
class Route:
    """What a plan is made of."""

    places: list[Place]
    place_of: list[int]
    legs: tuple[MapLeg, ...]
    flights: tuple[MapFlight, ...]
    lang: str
    sizes: Sizes


@dataclass(frozen=True, slots=True)
class Dot:
    """A station's dot: centre, its numbers as text, half width and radius in pixels."""

    center: Point
    text: str
    half_width: float
    radius: float

    @property
    def box(self) -> Box:
        """The rectangle around the dot."""
        x, y = self.center
        return Box(x - self.half_width, y - self.radius, x + self.half_width, y + self.radius)


@dataclass(frozen=True, slots=True)
class Inset:
    """A part of the map drawn larger: its place on the paper, what it shows, what it is of."""

    box: Box
    plan: "Plan"
    caption: tuple[Line, ...]
    framed: Box

    @property
    def caption_height_px(self) -> float:
        """Height of the band that the caption stands on."""
        return caption_height_px(self.caption)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a map draws, in pixels."""

    view: View
    land: list[Points]
    dots: list[Dot]
    rings: list[Point]
    legs: list[tuple[Curve, LegMode]]
    day_trips: list[tuple[Point, Point]]
    flights: list[Curve]
    homes: list[Point]
    labels: list[Label]
    insets: list[Inset]
    cost: float


def caption_height_px(caption: tuple[Line, ...]) -> float:
    """Return the height of the band that an inset's caption stands on."""
    return caption[0].size * (0.7 + 1.3 * len(caption))
