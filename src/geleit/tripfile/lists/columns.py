"""The columns of each list: those of the workbook, and what people call them in sheets of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.tripfile.workbook.columns import SHEETS, CellKind, Column

ListKey = Literal["items", "hosts", "delegates"]
KEYS: Final[tuple[ListKey, ...]] = get_args(ListKey)

WISHES: Final = Column(
    path=("wishes",),
    kind=CellKind.TIMES,
    de="Wünsche",
    en="Wishes",
    help_de="Programmpunkt und Stärke von 1 bis 5, mehrere durch Semikolon: Werft 5; Empfang 3.",
    help_en="Item and strength from 1 to 5, several with semicolons: Shipyard 5; Reception 3.",
    refers_to="items",
    width=34,
)
_ALIASES: Final[Mapping[ListKey, Mapping[str, str]]] = MappingProxyType(
    {
        "items": {
            "programmpunkt": "title", "termin": "title", "item": "title", "name": "title",
            "typ": "kind", "type": "kind", "stadt": "station", "city": "station",
            "firma": "host", "unternehmen": "host", "company": "host", "dauer": "duration_min",
            "duration": "duration_min", "minuten": "duration_min", "minutes": "duration_min",
            "max": "max_people", "status": "request.status", "ort": "place", "branche": "sectors",
            "sector": "sectors",
        },
        "hosts": {
            "gastgeber": "name", "host": "name", "firma": "name", "unternehmen": "name", "company": "name",
            "typ": "kind", "type": "kind", "ort": "place", "web": "website", "homepage": "website",
            "branche": "sectors", "sector": "sectors", "sprache": "languages", "language": "languages",
        },
        "delegates": {
            "person": "name", "teilnehmer": "name", "participant": "name", "delegate": "name",
            "firma": "organisation", "unternehmen": "organisation", "company": "organisation",
            "organization": "organisation", "position": "function", "titel": "function",
            "branche": "sectors", "sector": "sectors", "sprache": "languages", "language": "languages",
            "anreise": "presence.joins", "abreise": "presence.leaves", "wunsch": "wishes", "wish": "wishes",
        },
    }
)  # fmt: skip # a table of words


@dataclass(frozen=True, slots=True)
class Row:
    """One row as somebody wrote it.

    Parameters
    ----------
    number
        Its line in the pasted text, from 1; 0 for the form of one row.
    cells
        What stands in each column; columns that are not there are left as they are.
    id
        Of the row that is changed; empty where it is looked for by id or name, or is new.
    """

    number: int
    cells: Mapping[Column, str]
    id: str = ""


def list_columns(key: ListKey, languages: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns of a list for a trip in these languages."""
    sheet = next(sheet for sheet in SHEETS if sheet.key == key)
    found = [
        column
        for column in sheet.columns
        if column.kind is not CellKind.TEXT or not column.language or column.language in languages
    ]
    return (*found, WISHES) if key == "delegates" else tuple(found)


def field_name(column: Column) -> str:
    """Return the name of a column in forms."""
    return f"{column.key}.{column.language}" if column.language else column.key


def heading(column: Column, lang: str) -> str:
    """Return what a column is called in one language."""
    mark = f" ({column.language})" if column.language else ""
    return f"{column.de if lang == 'de' else column.en}{mark}"


def column_names(key: ListKey, columns: tuple[Column, ...]) -> Mapping[str, Column]:
    """Return columns by every name under which they are known, in small letters."""
    by_key = {field_name(column): column for column in columns}
    found = {alias: by_key[path] for alias, path in _ALIASES[key].items() if path in by_key}
    return found | {name: column for column in reversed(columns) for name in column.names}


def known_names(trip: Trip, kind: str) -> Mapping[str, str]:
    """Return the ids of a trip's parts by id and by every name, in small letters."""
    found: dict[str, str] = {}
    for member in getattr(trip, kind):
        called = getattr(member, "title", None) or getattr(member, "name", "")
        for name in all_names(called):
            found.setdefault(plain(name), member.id)
    return found | {plain(member.id): member.id for member in getattr(trip, kind)}


def all_names(text: Text | str | None) -> tuple[str, ...]:
    """Return every wording of a name."""
    if not isinstance(text, Text):
        return (text,) if text else ()
    return (text.neutral,) if text.is_neutral else tuple(wording for _, wording in text.content)


def plain(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(name.casefold().split())
