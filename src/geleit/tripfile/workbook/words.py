"""What is wrong with a workbook, in German and English: message and likely fix by code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

type Told = tuple[str, str]
"""What is wrong, and the likely fix; a fix whose value is empty is left out."""

_SAVE_AS: Final[tuple[str, str]] = (
    "als Excel-Arbeitsmappe (.xlsx) speichern",
    "save it as an Excel workbook (.xlsx)",
)
_MEANT: Final[tuple[str, str]] = ("ist „{near}“ gemeint?", "did you mean {near!r}?")

WORKBOOK_WORDS: Final[Mapping[str, tuple[Told, Told]]] = {
    "folder": (
        ("das ist ein Ordner oder Gerät, keine Arbeitsmappe", ""),
        ("this is a folder or device, not a workbook", ""),
    ),
    "no_file": (("diese Datei gibt es nicht", _MEANT[0]), ("there is no such file", _MEANT[1])),
    "unreadable": (
        ("die Datei lässt sich nicht lesen: {reason}", ""),
        ("the file cannot be read: {reason}", ""),
    ),
    "too_large": (
        ("die Datei hat {size} MB", "ist es die richtige?"),
        ("the file has {size} MB", "is it the right file?"),
    ),
    "not_excel": (
        ("das ist keine Excel-Arbeitsmappe", _SAVE_AS[0]),
        ("this is not an Excel workbook", _SAVE_AS[1]),
    ),
    "password": (
        (
            "die Arbeitsmappe ist durch ein Kennwort geschützt",
            "in Excel öffnen, das Kennwort entfernen und speichern",
        ),
        ("the workbook is protected by a password", "open it in Excel, remove the password and save it"),
    ),
    "old_format": (
        ("das ist eine Arbeitsmappe im alten Format .xls", _SAVE_AS[0]),
        ("this is a workbook of the old format .xls", _SAVE_AS[1]),
    ),
    "opendocument": (
        ("das ist eine OpenDocument-Datei", _SAVE_AS[0]),
        ("this is an OpenDocument file", _SAVE_AS[1]),
    ),
    "archive": (
        ("das ist ein Archiv, keine Excel-Arbeitsmappe", _SAVE_AS[0]),
        ("this is an archive, not an Excel workbook", _SAVE_AS[1]),
    ),
    "unpacks": (
        ("die Arbeitsmappe hat entpackt {size} MB", "leere formatierte Zeilen löschen und neu speichern"),
        ("the workbook unpacks to {size} MB", "delete empty formatted rows and save it again"),
    ),
    "damaged": (
        ("die Arbeitsmappe ist beschädigt", "in Excel öffnen und neu speichern"),
        ("the workbook is damaged", "open it in Excel and save it again"),
    ),
    "sheet_missing": (
        (
            "das Blatt „{sheet}“ fehlt; vorhanden: {there}",
            "ergänzen, oder sagen, welche Blätter zu lesen sind",
        ),
        ("the sheet '{sheet}' is missing; there are {there}", "add it, or say which sheets are to be read"),
    ),
    "sheet_misnamed": (
        ("das Blatt „{sheet}“ fehlt; vorhanden: {there}", "„{near}“ in „{sheet}“ umbenennen"),
        ("the sheet '{sheet}' is missing; there are {there}", "rename {near!r} to '{sheet}'"),
    ),
    "no_headings": (
        (
            "keine Zeile hat die Überschriften {wanted}",
            "die erste Zeile so lassen, wie sie geschrieben wurde",
        ),
        ("no row has the headings {wanted}", "keep the first row as it was written"),
    ),
    "column_missing": (
        ("die Spalte „{heading}“ fehlt", "ergänzen"),
        ("the column '{heading}' is missing", "add it"),
    ),
    "column_unread": (
        ("die Spalte „{name}“ wird nicht gelesen", _MEANT[0]),
        ("the column {name!r} is not read", _MEANT[1]),
    ),
    "column_twice": (
        ("die Spalte „{heading}“ steht hier ein zweites Mal", "eine von beiden löschen"),
        ("the column '{heading}' stands here a second time", "delete one of the two"),
    ),
    "merged": (
        ("diese Zellen sind verbunden", "die Verbindung aufheben und jede Zelle ausfüllen"),
        ("these cells are merged", "unmerge them and fill each cell"),
    ),
    "too_many_rows": (
        ("das Blatt hat mehr als {most} Zeilen", "die Liste teilen, oder löschen, was nicht dazugehört"),
        ("the sheet has more than {most} rows", "split the list, or delete what does not belong to it"),
    ),
    "no_id": (
        ("die Zeile hat keine „{heading}“", "„{near}“ eintragen"),
        ("the row has no '{heading}'", "write {near!r}"),
    ),
    "no_id_known": (
        ("die Zeile hat keine „{heading}“", "eine eintragen, etwa d-017"),
        ("the row has no '{heading}'", "give one, such as d-017"),
    ),
    "id_twice": (
        ("„{own}“ steht hier ein zweites Mal, zuerst in {first}", "eine der beiden umbenennen oder löschen"),
        ("{own!r} stands here a second time, first in {first}", "rename or delete one of the two"),
    ),
    "empty": (
        ("„{heading}“ ist in der Zeile „{own}“ leer", "ausfüllen"),
        ("'{heading}' is empty in the row of {own!r}", "fill it in"),
    ),
    "no_value": (
        (
            "{heading}: die Formel hat keinen Wert",
            "die Datei in Excel öffnen und speichern, oder den Wert eintippen",
        ),
        (
            "{heading}: the formula has no value",
            "open the file in Excel and save it, or type the value",
        ),
    ),
    "error_value": (
        (
            "{heading}: die Zelle enthält den Fehler {value}",
            "die Formel berichtigen, oder den Wert eintippen",
        ),
        ("{heading}: the cell holds the error {value}", "correct the formula, or type the value"),
    ),
    "no_flag": (
        ("{heading}: „{value}“ ist weder x noch leer", "x für ja, nichts für nein"),
        ("{heading}: {value!r} is neither x nor empty", "write x for yes, nothing for no"),
    ),
    "date_for_text": (
        (
            "{heading}: {value} ist Datum oder Uhrzeit, kein Text",
            "die Zelle als Text formatieren und neu eintippen",
        ),
        (
            "{heading}: {value} is a date or time, not a text",
            "format the cell as text and type it again",
        ),
    ),
    "date_for_number": (
        ("{heading}: {value} ist keine Zahl", "die Zelle als Zahl formatieren und neu eintippen"),
        ("{heading}: {value} is not a number", "format the cell as a number and type it again"),
    ),
    "no_number": (
        ("{heading}: „{value}“ ist keine ganze Zahl", "nur Ziffern schreiben"),
        ("{heading}: {value!r} is not a whole number", "write digits only"),
    ),
    "all_and_some": (
        (
            "„{heading}“ steht für alle Sprachen da und außerdem für {languages}",
            "eines von beiden leer lassen",
        ),
        (
            "'{heading}' is given for all languages and for {languages} besides",
            "leave one of the two empty",
        ),
    ),
    "no_delegate": (
        ("das Mitglied „{own}“ gibt es nicht; vorhanden: {people}", _MEANT[0]),
        ("delegate {own!r} is not among {people}", _MEANT[1]),
    ),
}
_PLACE: Final = re.compile(r"\{(\w+)")


@dataclass(frozen=True, slots=True)
class Wording:
    """A message and its fix.

    Parameters
    ----------
    message, fix
        In English.
    german
        The same in German.
    """

    message: str
    fix: str
    german: Told


def wording(code: str, **values: object) -> Wording:
    """Return what is wrong, with its values.

    Raises
    ------
    KeyError
        When there is no such code.
    """
    german, english = (
        tuple("" if _lacks(part, values) else part.format_map(values) for part in told)
        for told in WORKBOOK_WORDS[code]
    )
    return Wording(english[0], english[1], (german[0], german[1]))


def _lacks(part: str, values: Mapping[str, object]) -> bool:
    return any(values[name] in ("", None) for name in _PLACE.findall(part))
