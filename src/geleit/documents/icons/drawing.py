"""From the drawings in ``drawings.toml`` to SVG text."""

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

DRAWINGS = Path(__file__).parent / "drawings.toml"
STATUS_PREFIX = "s-"
ICON_SHARE = 0.58
"""Width of the icon inside its chip."""
ICON_DROP_PX = {"company": 2.8, "alarm": 4.0}
"""How far the icon hangs below the middle of a chip of 40, where the shape narrows to the top."""
CHIP_PX = 40.0

ChipColours = Literal["light", "dark"]


@cache
def _drawings() -> dict[str, dict[str, str]]:
    with DRAWINGS.open("rb") as file:
        tables = tomllib.load(file)
    for theme, colours in tables.pop("colours").items():
        tables[f"colours.{theme}"] = colours
    return tables


def icon_names() -> tuple[str, ...]:
    """Return every icon name, aliases included."""
    return (*_drawings()["icons"], *_drawings()["icon_aliases"])


def status_names() -> tuple[str, ...]:
    """Return every status that has a glyph, aliases included."""
    return (*_drawings()["statuses"], *_drawings()["status_aliases"])


def _find(name: str, what: str, drawn: Mapping[str, str], aliases: Mapping[str, str]) -> str:
    found = drawn.get(aliases.get(name, name))
    if found is None:
        near = difflib.get_close_matches(name, [*drawn, *aliases], n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(sorted(drawn))}"
        raise KeyError(f"no {what} {name!r}{hint}")
    return found


def _markup(name: str, ink: str, paper: str) -> str:
    """Return what stands inside the box of an icon, or of a status if the name starts with ``s-``."""
    tables = _drawings()
    if name.startswith(STATUS_PREFIX):
        status = name.removeprefix(STATUS_PREFIX)
        template = _find(status, "status", tables["statuses"], tables["status_aliases"])
        return template.replace("{ink}", ink).replace("{paper}", paper)
    return f'<path d="{_find(name, "icon", tables["icons"], tables["icon_aliases"])}"/>'


def _lines(ink: str, width: float) -> str:
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'fill="none" stroke="{ink}" stroke-width="{width:g}" {ends}'


def _open_tag(width_px: float, height_px: float, box: str) -> str:
    size = f'width="{width_px:g}" height="{height_px:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{box}"'


def _element_id(name: str) -> str:
    return name if name.startswith(STATUS_PREFIX) else f"i-{name}"


def symbol(name: str) -> str:
    """Return an icon as an SVG symbol that takes its colour from the text around its use.

    Parameters
    ----------
    name : str
        Icon name, or ``s-`` and a status. The id is ``i-`` and the name, or the name itself for a status.

    Raises
    ------
    KeyError
        For a name that is not drawn, with the nearest one that is.
    """
    inside = _markup(name, "currentColor", "var(--glyph,var(--gl-page,#fff))")
    lines = _lines("currentColor", 1.8)
    return f'<symbol id="{_element_id(name)}" viewBox="0 0 24 24" {lines}>{inside}</symbol>'


def sprite(names: Iterable[str]) -> str:
    """Return a hidden SVG that holds the symbols of several icons, each once, for the top of a page.

    Parameters
    ----------
    names : iterable of str
        As for ``symbol``.
    """
    symbols = "".join(symbol(name) for name in sorted(set(names)))
    return f'<svg width="0" height="0" style="position:absolute" aria-hidden="true">{symbols}</svg>'


def use(name: str, css_class: str = "gl-ico") -> str:
    """Return the SVG that shows an icon of the page's sprite; readers' software passes over it.

    Parameters
    ----------
    name : str
        As for ``symbol``; the sprite must hold it.
    css_class : str, default "gl-ico"
        Its class.
    """
    size = 'width="20" height="20" viewBox="0 0 24 24"'  # where no style sheet says otherwise
    return f'<svg class="{css_class}" {size} aria-hidden="true"><use href="#{_element_id(name)}"/></svg>'


def svg(name: str, size_px: float, color: str, *, paper: str = "#ffffff", stroke_px: float = 1.8) -> str:
    """Return an icon as an SVG of its own, with literal colours, such as Typst can place as an image.

    Parameters
    ----------
    name : str
        As for ``symbol``.
    size_px : float
        Width and height.
    color : str
        Colour of its lines.
    paper : str, default "#ffffff"
        Colour behind it, which the tick of a filled glyph shows.
    stroke_px : float, default 1.8
        Width of its lines on the grid of 24.

    Raises
    ------
    KeyError
        For a name that is not drawn, with the nearest one that is.
    """
    tag = _open_tag(size_px, size_px, "0 0 24 24")
    return f"{tag} {_lines(color, stroke_px)}>{_markup(name, color, paper)}</svg>"


def status_svg(status: str, size_px: float = 16, color: str = "#131525", *, paper: str = "#ffffff") -> str:
    """Return the glyph of a status as an SVG of its own.

    Parameters
    ----------
    status : str
        A host request's status, or "planned", "possible", "fixed", "cancelled".
    size_px : float, default 16
        Width and height.
    color, paper : str
        Colour of the glyph and of what lies behind it.

    Raises
    ------
    KeyError
        For a status without a glyph, with the nearest one that has.
    """
    return svg(f"{STATUS_PREFIX}{status}", size_px, color, paper=paper, stroke_px=2)


def family_of(kind: str) -> str:
    """Return the family whose colour and chip shape a kind carries.

    Parameters
    ----------
    kind : str
        An item kind, a kind of movement or meal, or a family itself.

    Raises
    ------
    KeyError
        For an unknown kind, with the nearest known one.
    """
    tables = _drawings()
    if kind in tables["chips"]:
        return kind
    return _find(kind, "kind", tables["families"], {})


def chip_svg(
    kind: str,
    size_px: float = 40,
    *,
    icon: str = "",
    family: str = "",
    colours: ChipColours = "light",
    outline: bool = False,
) -> str:
    """Return a kind's chip: the shape of its family with its icon.

    Parameters
    ----------
    kind : str
        Item kind, or a kind of movement.
    size_px : float, default 40
        Width and height.
    icon : str, optional
        Another icon than the kind's own, such as "globe" for the United Nations.
    family : str, optional
        Another family than the kind's own.
    colours : {"light", "dark"}
        For light or dark paper.
    outline : bool, default False
        Draw shape and icon as lines, without a filled area, as in print.

    Returns
    -------
    str
        SVG with literal colours.

    Raises
    ------
    KeyError
        For a kind, icon or family that is not drawn, with the nearest one that is.
    """
    shape = family_of(family or kind)
    ink = _drawings()[f"colours.{colours}"][shape]
    paper = "#ffffff" if colours == "light" else "#0d0f17"
    side = CHIP_PX * ICON_SHARE
    left, top = (CHIP_PX - side) / 2, (CHIP_PX - side) / 2 + ICON_DROP_PX.get(shape, 0)
    body = (
        f'<g fill="none" stroke="{ink}" stroke-width="2.2" transform="translate(1.2 1.2) scale(.94)">'
        if outline
        else f'<g fill="{ink}">'
    )
    place = f"translate({left:g} {top:g}) scale({side / 24:.4g})"
    return (
        f"{_open_tag(size_px, size_px, '0 0 40 40')}>{body}{_drawings()['chips'][shape]}</g>"
        f'<g transform="{place}" {_lines(ink if outline else paper, 1.8)}>'
        f"{_markup(icon or kind, ink, paper)}</g></svg>"
    )


def mark_svg(height_px: float = 22, color: str = "#2044aa", *, paper: str = "#ffffff") -> str:
    """Return Geleit's mark: a thread with three stations.

    Parameters
    ----------
    height_px : float, default 22
        Height; the width is 30/22 of it.
    color, paper : str
        Colour of the thread and of what lies behind it.
    """
    thread = _lines(color, 2.6)
    return (
        f'{_open_tag(height_px * 30 / 22, height_px, "0 0 30 22")} aria-hidden="true">'
        f'<path d="M4 17C9 17 10 5 15 5s6 9 11 9" {thread}/>'
        f'<circle cx="4" cy="17" r="3.4" fill="{color}"/><circle cx="15" cy="5" r="3.4" fill="{color}"/>'
        f'<circle cx="26" cy="14" r="3" fill="{paper}" stroke="{color}" stroke-width="2.4"/></svg>'
    )
