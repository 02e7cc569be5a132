"""Values of the domain as JSON and back, without loss. Fields at their default are left out."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.strategies import configure_union_passthrough

from geleit.domain.dates import EdtfDate
from geleit.domain.text import Text
from geleit.domain.windows import Clock

Json = dict[str, Any]
TravelTable = Mapping[tuple[str, str], int]


def to_json(value: object, as_type: Any = None) -> Any:
    """Return a domain value as what JSON can hold."""
    return converter().unstructure(value, as_type)


def from_json[T](kind: type[T], data: object) -> T:
    """Return the domain value that JSON stands for."""
    return converter().structure(data, kind)


@cache
def converter() -> Converter:
    """Return the converter; made at its first use."""
    made = Converter(
        omit_if_default=True,
        forbid_extra_keys=True,
        detailed_validation=False,
        unstruct_collection_overrides={frozenset: _sorted},
    )
    made.register_unstructure_hook(Text, _text_out)
    made.register_structure_hook(Text, lambda data, _: _text_in(data))
    made.register_unstructure_hook(EdtfDate, str)
    made.register_structure_hook(EdtfDate, lambda text, _: EdtfDate.parse(text))
    made.register_unstructure_hook(Clock, lambda clock: [clock.start_min, clock.end_min])
    made.register_structure_hook(Clock, lambda pair, _: Clock(*pair))
    made.register_unstructure_hook(datetime, lambda instant: instant.astimezone(UTC).isoformat())
    made.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    made.register_unstructure_hook(date, lambda day: day.isoformat())
    made.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    made.register_unstructure_hook_func(
        _is_travel, lambda table: [[*pair, least] for pair, least in table.items()]
    )
    made.register_structure_hook_func(
        _is_travel, lambda rows, _: {(origin, destination): least for origin, destination, least in rows}
    )
    configure_union_passthrough(str | int | float | bool | None, made)
    return made


def _sorted(members: Iterable[Any]) -> list[Any]:
    return sorted(members)


def _text_out(text: Text) -> str | dict[str, str]:
    return text.neutral if text.is_neutral else dict(text.content)


def _text_in(data: Any) -> Text:
    return Text.of(data) if isinstance(data, str) else Text(data)


def _is_travel(kind: Any) -> bool:
    return bool(kind == TravelTable)
