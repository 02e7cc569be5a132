"""How a route map looks: sizes, colours, words. The values follow the project's design, section 5."""

from dataclasses import dataclass
from types import MappingProxyType

from geleit.documents.map.model import PaletteName


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in units of the drawing; those of a phone are larger, because the drawing is shown smaller there."""

    label: float = 19
    note: float = 15
    small_label: float = 17
    caption: float = 14
    number: float = 14
    dot: float = 15
    small_dot: float = 13
    ring: float = 7
    dot_line: float = 3
    ring_line: float = 2.5
    leg: float = 3
    casing: float = 7
    air: float = 1.6
    air_gap: float = 6
    flight_leg: float = 3.4
    dashes: float = 2
    halo: float = 4
    crowded: float = 40
    """Places closer than this are shown in an inset."""
    inset_width: float = 300
    inset_height: float = 216


PAGE = Sizes()
PHONE = Sizes(
    label=28,
    note=23,
    small_label=23,
    caption=21,
    number=22,
    dot=23,
    small_dot=17,
    ring=9,
    dot_line=4,
    ring_line=3.5,
    leg=5,
    casing=11,
    air=2.6,
    air_gap=9,
    flight_leg=5.4,
    dashes=3,
    halo=7,
    crowded=52,
    inset_width=330,
    inset_height=250,
)


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as values of SVG attributes."""

    sea: str
    land: str
    coast: str
    wave: str
    thread: str
    text: str
    muted: str
    frame: str


_LIGHT = Palette("#e6edf6", "#fbfaf6", "#6e84a6", "#d3dfee", "#2044aa", "#131525", "#51577a", "#8187a7")
_NAMES = Palette("sea", "land", "coast", "wave", "thread", "text", "muted", "line-strong")

PALETTES: MappingProxyType[PaletteName, Palette] = MappingProxyType(
    {
        "light": _LIGHT,
        "dark": Palette(
            "#101826", "#282e38", "#66768c", "#162131", "#a2b8e4", "#f3f4f7", "#b2b6cc", "#636977"
        ),
        "print": Palette(
            "#f1f4f8", "#ffffff", "#5f7391", "#e4eaf2", "#2044aa", "#131525", "#454b6b", "#8187a7"
        ),
        "css": Palette(
            *(
                f"var(--gl-{getattr(_NAMES, slot)},{getattr(_LIGHT, slot)})"
                for slot in ("sea", "land", "coast", "wave", "thread", "text", "muted", "frame")
            )
        ),
    }
)
"""The colours by name; "css" follows the page's theme and falls back to light."""

WAVES = ((26, 0.45), (15, 0.7), (7, 1.0))
"""Three faint lines that follow the coast: width and opacity, the widest first."""


def inset_caption(lang: str, names: list[str], *, day_trips: bool) -> tuple[str, str]:
    """Return the words over an inset: what it shows, and that one is back the same day (or nothing).

    Parameters
    ----------
    lang : str
        BCP 47 tag; any but German and Chinese gets English.
    names : list of str
        The stations around which the inset is.
    day_trips : bool
        Whether it shows excursions.
    """
    language = lang.lower().split("-")[0]
    if language == "zh":
        around, back = f"{'、'.join(names)}周边", "当日往返"
    elif language == "de":
        around, back = f"Rund um {_listed(names, 'und')}", "am selben Tag zurück"
    else:
        around, back = f"Around {_listed(names, 'and')}", "back the same day"
    return around, back if day_trips else ""


def caption_joint(lang: str) -> str:
    """Return what stands between the two parts of a caption on one line."""
    return "，" if lang.lower().startswith("zh") else ", "


def _listed(names: list[str], last: str) -> str:
    return f" {last} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
