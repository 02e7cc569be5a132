"""What a list shows: which columns, which filters, and the form of one row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from geleit.domain.status import RequestStatus
from geleit.domain.trip import Trip
from geleit.services.edit_list import CLOSED_TO_PARTNERS, StoredList
from geleit.services.once import new_token
from geleit.tripfile.lists import Fault, ListKey, Row, cell_texts, list_columns
from geleit.tripfile.lists.columns import field_name, heading
from geleit.tripfile.lists.show import name_of
from geleit.tripfile.workbook.columns import CellKind, Column
from geleit.tripfile.workbook.labels import LABELS
from geleit.web.shared import listing as shared

SHOWN: Final[Mapping[ListKey, tuple[str, ...]]] = {
    "items": ("kind", "station", "host", "duration_min", "max_people", "weight", "request.status"),
    "hosts": ("kind", "place", "languages", "sectors"),
    "delegates": ("role", "organisation", "function", "sectors", "presence.joins", "wishes"),
}
"""Columns beside the name, in order."""
FILTERS: Final[Mapping[ListKey, tuple[str, ...]]] = {
    "items": ("station", "kind", "request.status"),
    "hosts": ("kind",),
    "delegates": ("role", "organisation"),
}
FIRST: Final[Mapping[ListKey, frozenset[str]]] = {
    "items": frozenset(
        {"title", "kind", "station", "host", "duration_min", "windows", "max_people", "must", "weight", "sectors",
         "request.status"}
    ),
    "hosts": frozenset({"name", "kind", "place", "languages", "sectors", "website"}),
    "delegates": frozenset(
        {"name", "role", "organisation", "function", "sectors", "presence.joins", "presence.leaves", "wishes"}
    ),
}  # fmt: skip # a table
"""Columns of the form that stand open; the others behind a heading."""
_GLYPHS: Final[Mapping[RequestStatus, str]] = {
    RequestStatus.IDEA: "idea",
    RequestStatus.REQUESTED: "requested",
    RequestStatus.IN_CLARIFICATION: "clarify",
    RequestStatus.TENTATIVE: "tentative",
    RequestStatus.CONFIRMED: "confirmed",
    RequestStatus.DELIVERED: "confirmed",
    RequestStatus.DECLINED: "declined",
    RequestStatus.LAPSED: "declined",
    RequestStatus.WITHDRAWN: "declined",
    RequestStatus.CANCELLED_LATE: "declined",
}
"""Glyph and outline of each status."""
_NUMBERS: Final = frozenset({CellKind.NUMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row as the page shows it.

    Parameters
    ----------
    cells
        Texts of the shown columns by key.
    """

    id: str
    version: int
    name: str
    cells: Mapping[str, str]
    status: str = ""


def list_rows(stored: StoredList, key: ListKey, lang: str) -> tuple[ListRow, ...]:
    """Return every row of a list."""
    texts = cell_texts(stored.trip, key, lang)
    found = []
    for member in getattr(stored.trip, key):
        cells = {
            column.key: text for column, text in texts[member.id].items() if column.kind is not CellKind.TEXT
        }
        if key == "delegates":
            cells["function"] = member.function.get("de" if lang == "de" else "en").text
        found.append(
            ListRow(
                id=member.id,
                version=stored.versions[member.id],
                name=name_of(member, lang),
                cells=cells,
                status=_GLYPHS[member.request.status] if key == "items" else "",
            )
        )
    return tuple(found)


def shown_columns(trip: Trip, key: ListKey, lang: str, name: str) -> tuple[shared.Column[ListRow], ...]:
    """Return the columns of the page's table.

    Parameters
    ----------
    name
        Heading of the first.
    """
    known = {column.key: column for column in reversed(list_columns(key, trip.languages))}
    first = shared.Column[ListRow](key="name", label=name, order=lambda row: row.name.casefold())
    return (first, *(_shown(known[path], lang) for path in SHOWN[key]))


def _shown(column: Column, lang: str) -> shared.Column[ListRow]:
    is_number = column.kind in _NUMBERS

    def order(row: ListRow) -> tuple[bool, int, str]:
        text = row.cells.get(column.key, "")
        return not text, int(text) if is_number and text.isdigit() else 0, text.casefold()

    label = column.de if lang == "de" else column.en
    return shared.Column(key=column.key.replace(".", "_"), label=label, order=order, is_number=is_number)


def filter_fields(
    rows: tuple[ListRow, ...], trip: Trip, key: ListKey, lang: str
) -> list[tuple[str, str, list[str]]]:
    """Return the filters that have something to choose: name, label and choices."""
    known = {column.key: column for column in reversed(list_columns(key, trip.languages))}
    found = []
    for path in FILTERS[key]:
        choices = sorted({row.cells.get(path, "") for row in rows} - {""}, key=str.casefold)
        if len(choices) > 1:
            found.append((path.replace(".", "_"), heading(known[path], lang), choices))
    return found


def matches(row: ListRow, wanted: Mapping[str, str], key: ListKey) -> bool:
    """Whether a row passes the filters."""
    return all(
        row.cells.get(path, "") == wanted.get(path.replace(".", "_"), row.cells.get(path, ""))
        for path in FILTERS[key]
    )


class RowForm(forms.Form):
    """The form of one row; what is wrong with it is found by the service, not here."""

    def __init__(
        self,
        trip: Trip,
        key: ListKey,
        lang: str,
        *,
        given: QueryDict | None = None,
        row: str = "",
        version: int = 0,
        is_partner: bool = False,
    ) -> None:
        columns = list_columns(key, trip.languages)
        self.by_name = {
            _form_name(column): column
            for column in columns
            if column.path != ("id",) and not (is_partner and column.key in CLOSED_TO_PARTNERS)
        }
        texts = cell_texts(trip, key, lang).get(row, {})
        initial = {
            name: _initial(trip, column, texts.get(column, ""), row) for name, column in self.by_name.items()
        }
        super().__init__(given, initial={**initial, "version": version}, auto_id=f"{row or 'new'}_%s")
        self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, required=False)
        for name, column in self.by_name.items():
            self.fields[name] = _field(trip, column, lang)
        self.first = [name for name, column in self.by_name.items() if column.key in FIRST[key]]
        self.rest = [name for name in self.by_name if name not in self.first]

    def full_clean(self) -> None:
        """Take everything as it is."""
        self._errors = ErrorDict()
        self.cleaned_data = {}

    @property
    def opened(self) -> list[forms.BoundField]:
        """Fields that stand open."""
        return [self[name] for name in self.first]

    @property
    def folded(self) -> list[forms.BoundField]:
        """Fields behind a heading."""
        return [self[name] for name in self.rest]

    @property
    def has_folded_fault(self) -> bool:
        """Whether something behind the heading is wrong."""
        return any(name in self.errors for name in self.rest)

    @property
    def once(self) -> str:
        """Token of the form of a new row: the one it was sent with, else a new one."""
        return str(self.data.get("once", ""))[:64] or new_token()

    @property
    def version(self) -> int:
        """The version that the form was filled from."""
        given = str(self.data.get("version", ""))
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0

    def row(self, own_id: str = "") -> Row:
        """Return what was entered."""
        return Row(
            number=0, cells={column: self.text(name) for name, column in self.by_name.items()}, id=own_id
        )

    def text(self, name: str) -> str:
        """Return what was entered in a field."""
        column = self.by_name[name]
        if isinstance(self.fields[name], forms.MultipleChoiceField):
            return "; ".join(self.data.getlist(name)) if isinstance(self.data, QueryDict) else ""
        text = str(self.data.get(name, "")).replace("\0", "").strip()[:5000]
        return "x" if column.kind is CellKind.FLAG and text else text

    def tell(self, faults: tuple[Fault, ...]) -> None:
        """Put what is wrong to its fields."""
        names = {column.path: name for name, column in reversed(self.by_name.items())}
        for fault in faults:
            name = names.get(fault.column.path) if fault.column else None
            text = f"{fault.message}. {fault.fix[:1].upper()}{fault.fix[1:]}".strip()
            self.add_error(name, text if text.endswith((".", "?")) else f"{text}.")


def _form_name(column: Column) -> str:
    return field_name(column).replace(".", "__")


def _initial(trip: Trip, column: Column, text: str, row: str) -> object:
    if column.kind is CellKind.FLAG:
        return bool(text)
    if column.choices is not None:
        labels = LABELS[column.choices]
        return next((code for code, words in labels.items() if text in words), text)
    if column.kind is CellKind.REF:
        return next(
            (part.id for part in getattr(trip, column.refers_to) if text in (part.id, *_names(part))), text
        )
    if column.path == ("sectors",):
        found = {part.id for part in trip.sectors if {part.id, *_names(part)} & set(text.split("; "))}
        return sorted(found)
    del row
    return text


def _names(part: object) -> tuple[str, str]:
    return name_of(part, "de"), name_of(part, "en")


def _field(trip: Trip, column: Column, lang: str) -> forms.Field:
    label = heading(column, lang)
    hint = column.help_de if lang == "de" else column.help_en
    needed = column.is_required and not column.language
    if column.kind is CellKind.TEXT:
        return forms.CharField(label=label, required=False, help_text=hint)
    if column.kind is CellKind.FLAG:
        return forms.BooleanField(label=label, required=False)
    if column.choices is not None:
        place = 0 if lang == "de" else 1
        labels = [(code, words[place]) for code, words in LABELS[column.choices].items()]
        return forms.ChoiceField(label=label, required=needed, choices=[("", "–"), *labels])
    if column.kind is CellKind.REF and column.refers_to != "organisations":
        parts = [(part.id, name_of(part, lang)) for part in getattr(trip, column.refers_to)]
        return forms.ChoiceField(label=label, required=needed, choices=[("", "–"), *parts])
    if column.path == ("sectors",) and 0 < len(trip.sectors) <= 16:
        parts = [(part.id, name_of(part, lang)) for part in trip.sectors]
        return forms.MultipleChoiceField(
            label=label, required=False, choices=parts, widget=forms.CheckboxSelectMultiple
        )
    widget: forms.Widget = forms.TextInput()
    if column.kind is CellKind.NUMBER:
        widget = forms.TextInput(attrs={"inputmode": "numeric"})
    elif column.kind is CellKind.TIMES:
        widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, required=needed, help_text=hint, widget=widget)
