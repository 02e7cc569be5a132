"""From a plan to SVG text."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from geleit.documents.fonts import families
from geleit.documents.map.labels import Box, Label
from geleit.documents.map.model import PaletteName
from geleit.documents.map.plan import Dot, Inset, Plan
from geleit.documents.map.projection import Point, Points
from geleit.documents.map.style import PALETTES, WAVES, Palette, Sizes


class Painter:
    """Writes the parts of a map, all in one palette, one set of sizes and one language.

    Parameters
    ----------
    palette : {"css", "light", "dark", "print"}
        Colours.
    sizes : Sizes
        Sizes.
    lang : str
        BCP 47 tag.
    prefix : str
        Start of every id, so that several maps can stand on one page.
    """

    def __init__(self, palette: PaletteName, sizes: Sizes, lang: str, prefix: str) -> None:
        self._colours: Palette = PALETTES[palette]
        self._sizes = sizes
        self._lang = lang
        self._prefix = prefix
        names = ", ".join(f"'{family}'" if palette == "css" else family for family in families(lang)[:2])
        self._font = f"var(--gl-sans,{names}, sans-serif)" if palette == "css" else names

    def draw(self, plan: Plan, title: str, description: str) -> str:
        """Return the whole map."""
        width, height = plan.view.width_px, plan.view.height_px
        title_id, description_id = f"{self._prefix}t", f"{self._prefix}d"
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="gl-map" width="{width:g}" height="{height:g}"',
            f' viewBox="0 0 {width:g} {height:g}" preserveAspectRatio="xMidYMid slice" role="img"',
            f' lang="{escape(self._lang)}" aria-labelledby="{title_id} {description_id}"',
            f' font-family="{self._font}"><title id="{title_id}">{_text(title)}</title>',
            f'<desc id="{description_id}">{_text(description)}</desc>',
            *self._plan(plan, "m"),
            *(part for i, inset in enumerate(plan.insets) for part in self._inset(inset, f"i{i}")),
            "</svg>",
        ]
        return "".join(parts)

    def _plan(self, plan: Plan, land_id: str) -> Iterator[str]:
        yield from self._ground(plan, land_id)
        yield from self._lines(plan)
        yield from self._marks(plan)
        for label in plan.labels:
            yield from self._label(label)

    def _ground(self, plan: Plan, land_id: str) -> Iterator[str]:
        """Yield the sea, three faint lines along the coast, and the land over them."""
        c = self._colours
        yield f'<rect width="{plan.view.width_px:g}" height="{plan.view.height_px:g}" fill="{c.sea}"/>'
        if not plan.land:
            return
        name = f"{self._prefix}{land_id}"
        data = path_data(plan.land)
        yield f'<defs><path id="{name}" d="{data}" fill-rule="evenodd" stroke-linejoin="round"/></defs>'
        for wave_px, opacity in WAVES:
            faint = "" if opacity == 1 else f' opacity="{opacity:g}"'
            yield f'<use href="#{name}" fill="none" stroke="{c.wave}" stroke-width="{wave_px}"{faint}/>'
        yield f'<use href="#{name}" fill="{c.land}" stroke="{c.coast}" stroke-width="1"/>'

    def _lines(self, plan: Plan) -> Iterator[str]:
        """Yield flights, then the legs with their casing, then the ways of excursions."""
        c, z = self._colours, self._sizes
        for flight in plan.flights:
            yield _line(flight.path_data(), c.thread, z.air, dashes=f"{z.air * 0.6:g} {z.air_gap:g}")
        for curve, _ in plan.legs:
            yield _line(curve.path_data(), c.land, z.casing)
        for curve, mode in plan.legs:
            if mode == "flight":
                dots = f"0.1 {z.flight_leg * 2.3:g}"
                yield _line(curve.path_data(), c.thread, z.flight_leg, dashes=dots)
            else:
                yield _line(curve.path_data(), c.thread, z.leg)
        for (ax, ay), (bx, by) in plan.day_trips:
            data = f"M{ax:.1f},{ay:.1f}L{bx:.1f},{by:.1f}"
            yield _line(data, c.thread, z.dashes, dashes=f"{z.dashes * 2.5:g} {z.dashes * 2:g}", cap="butt")

    def _marks(self, plan: Plan) -> Iterator[str]:
        """Yield homes, excursions, stations, and the frames of what the insets show."""
        c, z = self._colours, self._sizes
        for home in plan.homes:
            yield _circle(home, z.ring * 0.6, fill=c.thread, line=c.land, width=2)
        for ring in plan.rings:
            yield _circle(ring, z.ring, fill=c.land, line=c.thread, width=z.ring_line)
        for dot in plan.dots:
            yield from self._dot(dot)
        for inset in plan.insets:
            yield self._rect(inset.framed, dashes="3 3")

    def _dot(self, dot: Dot) -> Iterator[str]:
        c, z, (x, y) = self._colours, self._sizes, dot.center
        if dot.half_width > dot.radius + 0.5:  # several numbers need a longer shape
            yield (
                f'<rect x="{dot.box.left:.1f}" y="{dot.box.top:.1f}" width="{2 * dot.half_width:.1f}"'
                f' height="{2 * dot.radius:g}" rx="{dot.radius:g}" fill="{c.thread}" stroke="{c.land}"'
                f' stroke-width="{z.dot_line:g}"/>'
            )
        else:
            yield _circle(dot.center, dot.radius, fill=c.thread, line=c.land, width=z.dot_line)
        size = z.number * min(1.0, dot.radius / z.dot + 0.08)
        yield (
            f'<text x="{x:.1f}" y="{y + size * 0.35:.1f}" text-anchor="middle" font-size="{size:.3g}"'
            f' font-weight="600" fill="{c.land}">{dot.text}</text>'
        )

    def _label(self, label: Label) -> Iterator[str]:
        c = self._colours
        halo = c.sea if label.on_sea else c.land
        for line, baseline in zip(label.wish.lines, label.baselines, strict=True):
            colour = c.text if line.weight >= 500 else c.muted
            yield (
                f'<text x="{label.x:.1f}" y="{baseline:.1f}" text-anchor="{label.anchor}"'
                f' font-size="{line.size:g}" font-weight="{line.weight}" fill="{colour}" stroke="{halo}"'
                f' stroke-width="{self._sizes.halo:g}" stroke-linejoin="round" paint-order="stroke">'
                f"{_text(line.text)}</text>"
            )

    def _inset(self, inset: Inset, land_id: str) -> Iterator[str]:
        width, height = inset.plan.view.width_px, inset.plan.view.height_px
        yield (
            f'<svg x="{inset.box.left:.1f}" y="{inset.box.top:.1f}" width="{width:g}" height="{height:g}"'
            f' viewBox="0 0 {width:g} {height:g}">'
        )
        yield from self._plan(inset.plan, land_id)
        yield from self._caption(inset)
        yield "</svg>"
        yield self._rect(inset.box)

    def _caption(self, inset: Inset) -> Iterator[str]:
        c, width, height = self._colours, inset.plan.view.width_px, inset.caption_height_px
        yield f'<rect width="{width:g}" height="{height:g}" fill="{c.land}" opacity=".92"/>'
        for i, line in enumerate(inset.caption):
            y = line.size * (1.4 + 1.3 * i)
            yield f'<text x="10" y="{y:.1f}" font-size="{line.size:.3g}" fill="{c.muted}">{_text(line.text)}</text>'

    def _rect(self, box: Box, dashes: str = "") -> str:
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        return (
            f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{box.right - box.left:.1f}"'
            f' height="{box.bottom - box.top:.1f}" fill="none" stroke="{self._colours.frame}"'
            f' stroke-width="1.5"{dashed}/>'
        )


def _line(data: str, colour: str, width: float, *, dashes: str = "", cap: str = "round") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    ends = f'stroke-width="{width:g}" stroke-linecap="{cap}"{dashed}'
    return f'<path d="{data}" fill="none" stroke="{colour}" {ends}/>'


def _circle(center: Point, radius: float, *, fill: str, line: str, width: float) -> str:
    place = f'cx="{center[0]:.1f}" cy="{center[1]:.1f}" r="{radius:g}"'
    return f'<circle {place} fill="{fill}" stroke="{line}" stroke-width="{width:g}"/>'


def path_data(rings: list[Points]) -> str:
    """Return closed rings as SVG path data, in tenths of a pixel, each point relative to the one before."""
    return "".join(_ring_data(ring) for ring in rings)


def _ring_data(ring: Points) -> str:
    tenths = [(round(float(x) * 10), round(float(y) * 10)) for x, y in ring]
    first_x, first_y = tenths[0]
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(tenths)]
    moves = " ".join(f"{_tenth(dx)},{_tenth(dy)}" for dx, dy in steps if dx or dy)
    return f"M{_tenth(first_x)},{_tenth(first_y)}l{moves}z"


def _tenth(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def _text(words: str) -> str:
    """Return text that is safe between tags: control characters go, reserved ones are escaped."""
    return escape("".join(char for char in words if char.isprintable()), quote=False)
