"""Icons, status glyphs, chips and the mark, as SVG text for web pages and for Typst."""

from geleit.documents.icons.drawing import (
    chip_svg,
    family_of,
    icon_names,
    mark_svg,
    sprite,
    status_names,
    status_svg,
    svg,
    symbol,
    use,
)

__all__ = [
    "chip_svg",
    "family_of",
    "icon_names",
    "mark_svg",
    "sprite",
    "status_names",
    "status_svg",
    "svg",
    "symbol",
    "use",
]
