"""What is wrong with a cell or a row, in German and English: the value, its place, the likely fix."""

from dataclasses import dataclass
from typing import Final, Literal

from geleit.tripfile.lists.columns import heading
from geleit.tripfile.problems import did_you_mean
from geleit.tripfile.workbook.columns import CellKind, Column
from geleit.tripfile.workbook.labels import LABELS

Tongue = Literal["de", "en"]
"""A language of organisers."""

_WRONG: Final = {
    CellKind.NUMBER: ("„{}“ ist keine passende ganze Zahl", "“{}” is no fitting whole number"),
    CellKind.DATE: ("„{}“ ist kein Tag", "“{}” is no day"),
    CellKind.MOMENT: ("„{}“ ist keine Zeit", "“{}” is no time"),
    CellKind.FLAG: ("„{}“ ist weder x noch leer", "“{}” is neither x nor empty"),
    CellKind.CHOICE: ("„{}“ gehört nicht zur Auswahl", "“{}” is not among the choices"),
}
_WRONG_OTHER: Final = ("„{}“ passt hier nicht", "“{}” does not fit here")
_HINTS: Final = {
    CellKind.NUMBER: ("Nur Ziffern, zum Beispiel 90.", "Digits only, such as 90."),
    CellKind.DATE: ("Zum Beispiel 21.05.2027 oder 2027-05-21.", "Such as 2027-05-21 or 21.05.2027."),
    CellKind.MOMENT: ("Zum Beispiel 21.05.2027 09:30.", "Such as 2027-05-21 09:30."),
    CellKind.FLAG: ("x für ja, leer für nein.", "x for yes, empty for no."),
}
_MEANT: Final = ("Ist „{}“ gemeint?", "Did you mean “{}”?")
_UNKNOWN: Final = ("„{}“ gibt es in dieser Reise nicht", "There is no “{}” in this trip")
_EMPTY: Final = ("„{}“ ist leer", "“{}” is empty")
_FILL: Final = ("Bitte ausfüllen.", "Please fill it in.")
_ONE_OF: Final = ("Möglich: {}.", "Possible: {}.")
_ADD_FIRST: Final = ("Zuerst dort anlegen: {}.", "Add it there first: {}.")
_PARTS: Final = {
    "places": ("Orte", "places"),
    "stations": ("Stationen", "stations"),
    "hosts": ("Gastgeber", "hosts"),
    "items": ("Programmpunkte", "items"),
    "sectors": ("Branchen", "sectors"),
    "organisations": ("Organisationen", "organisations"),
    "delegates": ("Delegierte", "delegates"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong.

    Parameters
    ----------
    row
        Line of the pasted text from 1; 0 where the form of one row or the whole text is meant.
    column
        None where the whole row is meant.
    message, fix
        In the reader's language.
    """

    row: int
    column: Column | None
    value: str
    message: str
    fix: str = ""


def told(words: tuple[str, str], lang: Tongue, *values: object) -> str:
    """Return a wording in a language."""
    return words[0 if lang == "de" else 1].format(*values)


def wrong_cell(row: int, column: Column, value: str, lang: Tongue) -> Fault:
    """Return the fault of a cell whose column does not take it."""
    message = told(_WRONG.get(column.kind, _WRONG_OTHER), lang, value)
    fix = told(_HINTS[column.kind], lang) if column.kind in _HINTS else _help(column, lang)
    if column.choices is not None:
        labels = [words[0 if lang == "de" else 1] for words in LABELS[column.choices].values()]
        near = _meant(value, labels, lang)
        fix = near or told(_ONE_OF, lang, ", ".join(labels))
    elif column.kind is CellKind.NUMBER:
        fix = f"{fix} {_help(column, lang)}"
    return Fault(row=row, column=column, value=value, message=message, fix=fix)


def unknown_part(row: int, column: Column, value: str, names: list[str], lang: Tongue) -> Fault:
    """Return the fault of a cell that names a part which the trip does not have."""
    kind = told(_PARTS[column.refers_to], lang)
    fix = _meant(value, names, lang)
    if not fix:
        few = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
        fix = told(_ONE_OF, lang, few) if names else told(_ADD_FIRST, lang, kind)
    return Fault(row=row, column=column, value=value, message=told(_UNKNOWN, lang, value), fix=fix)


def empty_cell(row: int, column: Column, lang: Tongue) -> Fault:
    """Return the fault of a required cell without a value."""
    message = told(_EMPTY, lang, heading(column, lang))
    return Fault(row=row, column=column, value="", message=message, fix=told(_FILL, lang))


def _meant(value: str, known: list[str], lang: Tongue) -> str:
    near = did_you_mean(value, known).removeprefix("did you mean '").removesuffix("'?")
    return told(_MEANT, lang, near) if near else ""


def _help(column: Column, lang: Tongue) -> str:
    return column.help_de if lang == "de" else column.help_en
