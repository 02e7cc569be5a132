"""What stands in a list's cells: as one writes it in a form or a sheet, and as one reads it."""

from collections.abc import Mapping

from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.tripfile.lists.columns import WISHES, ListKey, list_columns
from geleit.tripfile.workbook.cells import to_cell
from geleit.tripfile.workbook.columns import SHEETS, CellKind, Column
from geleit.tripfile.workbook.labels import LABELS
from geleit.tripfile.workbook.rows import rows_of


def cell_texts(trip: Trip, key: ListKey, lang: str) -> Mapping[str, Mapping[Column, str]]:
    """Return every row's cells as text by the row's id: references and choices by name, as they can be read back."""
    sheet = next(sheet for sheet in SHEETS if sheet.key == key)
    columns = list_columns(key, trip.languages)
    return {
        own_id: {column: shown_cell(trip, column, own_id, row.get(column), lang) for column in columns}
        for own_id, row in rows_of(trip, sheet)
    }


def shown_cell(trip: Trip, column: Column, own_id: str, value: object, lang: str) -> str:  # noqa: PLR0911 # one line a kind of cell
    """Return the text of one cell.

    Parameters
    ----------
    value
        The plain value of the trip file.
    """
    if column is WISHES:
        wishes = trip.delegate_by_id[own_id].wishes
        return "; ".join(f"{named(trip, 'items', wish.item, lang)} {wish.strength}" for wish in wishes)
    if value is None:
        return ""
    if column.choices is not None:
        return LABELS[column.choices].get(str(value), (str(value), str(value)))[0 if lang == "de" else 1]
    if column.kind is CellKind.REF:
        return named(trip, column.refers_to, str(value), lang)
    if column.kind is CellKind.WORDS and column.refers_to and isinstance(value, (list, tuple)):
        return "; ".join(named(trip, column.refers_to, str(each), lang) for each in value)
    if column.kind in (CellKind.DATE, CellKind.MOMENT):
        return str(value)
    cell = to_cell(column, value)
    return "" if cell is None else str(cell)


def named(trip: Trip, kind: str, own_id: str, lang: str) -> str:
    """Return a part's name in a language; its id where the name is another's too, or has a mark that parts words."""
    members = {member.id: name_of(member, lang) for member in getattr(trip, kind)}
    name = members.get(own_id, "")
    is_clear = name and not set(name) & set(";\n") and list(members.values()).count(name) == 1
    return name if is_clear else own_id


def name_of(member: object, lang: str) -> str:
    """Return what a part is called in a language."""
    called = getattr(member, "title", None) or getattr(member, "name", "")
    return called.get("de" if lang == "de" else "en").text if isinstance(called, Text) else str(called)
