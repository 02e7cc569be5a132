"""How the picture of a stress test looks: sizes in its own units, colours for light and dark after the design."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from geleit.domain.kinds import Family

WIDTH = 1112
MARGIN = 24
LABEL_WIDTH = 96
"""Room for the name of a day, left of its hours."""
CARD_HEIGHT = 44
CARD_GAP = 6
LANE_HEIGHT = CARD_HEIGHT + CARD_GAP
DAY_HEAD = 26
DAY_GAP = 18
BAR_HEIGHT = 5
CHART_HEIGHT = 150
LETTER_WIDTH = 7.8
"""Of small text, on average, also in a font that is wider than the one that is meant."""

Colours = tuple[str, str]
"""Colour and tint."""
FAMILIES: Mapping[Family, tuple[Colours, Colours]] = MappingProxyType(
    {
        Family.POLITICS: (("#2044aa", "#eff3fa"), ("#a2b8e4", "#182543")),
        Family.COMPANY: (("#005916", "#ecf5ed"), ("#8ac593", "#132a17")),
        Family.SCIENCE: (("#7e01a8", "#f8f1fc"), ("#d3a6eb", "#311c3c")),
        Family.NETWORK: (("#00536e", "#ecfbff"), ("#31c6f4", "#0c2a37")),
        Family.EVENING: (("#734000", "#fff6e5"), ("#ffa305", "#35220c")),
        Family.MOVE: (("#51577a", "#f3f4f7"), ("#b2b6cc", "#1d1f25")),
    }
)
"""Colour and tint by family, on light and on dark."""
_GROUND = (
    {"page": "#ffffff", "text": "#131525", "muted": "#51577a", "line": "#ccd0e0", "alarm": "#c31c13"},
    {"page": "#0d0f15", "text": "#f3f4f7", "muted": "#b2b6cc", "line": "#2d313d", "alarm": "#ef8172"},
)


def style_sheet(font: str) -> str:
    """Return the picture's style sheet; it follows the reader's light or dark."""
    light, dark = (" ".join(_rules(theme)) for theme in (0, 1))
    return (
        f"text{{font-family:{font};font-size:14px}} .big{{font-size:26px;font-weight:600}}"
        " .head{font-size:17px;font-weight:600} .small{font-size:12.5px} .num{font-variant-numeric:tabular-nums}"
        f" .name{{font-weight:600}} .end{{text-anchor:end}} .mid{{text-anchor:middle}} {light}"
        f" @media (prefers-color-scheme:dark){{{dark}}}"
    )


def _rules(theme: int) -> Iterator[str]:
    ground = _GROUND[theme]
    yield f".page{{fill:{ground['page']}}} text{{fill:{ground['text']}}} .muted{{fill:{ground['muted']}}}"
    yield f".hour{{stroke:{ground['line']};stroke-width:1}} .axis{{stroke:{ground['muted']};stroke-width:1}}"
    yield f".alarm{{fill:{ground['alarm']}}} .sign{{fill:{ground['page']}}}"
    yield f".square{{fill:none;stroke:{ground['muted']};stroke-width:1}}"
    yield f".rest{{fill:{ground['line']}}} .ink{{fill:{ground['text']}}}"
    yield f".whisker{{stroke:{ground['muted']};stroke-width:1.5}} .half{{fill:{ground['muted']};opacity:.55}}"
    yield f".middle{{stroke:{ground['text']};stroke-width:2.5}}"
    for family, colours in FAMILIES.items():
        colour, tint = colours[theme]
        yield f".{family.value} .card{{fill:{tint};stroke:{colour};stroke-width:1.5}}"
        yield f".{family.value} .edge,.{family.value} .bar{{fill:{colour}}}"
