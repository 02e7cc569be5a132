"""The small values of a view as data for a template."""

from geleit.documents.icons import chip_svg, status_svg, svg
from geleit.documents.typst.printable import Json, Svg
from geleit.documents.view import Shown, StatusView
from geleit.documents.words.labels import label
from geleit.domain.kinds import Family
from geleit.domain.text import Language

STATUS_KEYS = ("confirmed", "planned", "tentative", "requested", "clarify", "idea", "declined")
INK = "#131525"


def shown(value: Shown) -> Json:
    """Return a text; with its language where that is not the reader's, and whether it is assumed."""
    if not value.is_fallback and not value.is_assumed:
        return value.text
    return {
        "t": value.text,
        "l": value.lang if value.is_fallback else None,
        "a": value.is_assumed,
    }


def named(value: Shown) -> Json:
    """Return a text that must not be missing, such as a heading: a dash where there is none."""
    return shown(value) if value.text.strip() else "–"


def shown_list(values: tuple[Shown, ...]) -> list[Json]:
    """Return the texts that say something."""
    return [shown(value) for value in values if value]


def status(value: StatusView | None) -> Json:
    """Return glyph and word, or None."""
    return None if value is None else {"key": value.key, "word": value.word}


def words(lang: Language, *keys: str) -> dict[str, Json]:
    """Return fixed texts by key."""
    return {key: label(key, lang) for key in keys}


def sentence_case(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]


class Icons:
    """Collects the drawings that a document uses, each once."""

    def __init__(self) -> None:
        self._drawn: dict[str, Svg] = {}
        for key in STATUS_KEYS:
            self._drawn[f"s-{key}"] = Svg(status_svg(key, 16, INK))

    def chip(self, family: Family, icon: str) -> Json:
        """Return the name of a chip: its family's shape as an outline, the icon in it."""
        name = f"{family.value}-{icon}"
        self._drawn.setdefault(name, Svg(chip_svg(family.value, 40, icon=icon, outline=True)))
        return {"family": family.value, "icon": name}

    def line(self, icon: str, color: str = INK) -> str:
        """Return the name of an icon without a chip."""
        self._drawn.setdefault(icon, Svg(svg(icon, 24, color)))
        return icon

    def data(self) -> Json:
        """Return all of them by name."""
        return dict(self._drawn)
