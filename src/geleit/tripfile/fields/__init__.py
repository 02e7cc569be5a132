"""The kinds of values a trip file holds: how each is read, and how the JSON Schema describes it.

A reading function takes the plain value of the file and returns a domain value; it raises `FieldError` with
words a person understands.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from geleit.domain.dates import DateSpan, EdtfDate
from geleit.domain.text import LANGUAGES, Text
from geleit.domain.windows import Clock, Window
from geleit.tripfile.fields.errors import FieldError, as_word
from geleit.tripfile.fields.times import (
    OPEN_ON_HOLIDAYS,
    read_clock,
    read_date,
    read_day,
    read_departure,
    read_instant,
    read_moment,
    read_span,
    read_window,
)
from geleit.tripfile.fields.words import (
    read_assumed,
    read_country,
    read_language,
    read_name,
    read_name_line,
    read_slug,
    read_text,
    read_zone,
)
from geleit.tripfile.problems import did_you_mean, listed

__all__ = ["FieldError"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """Reads a field with a function and describes it with a JSON Schema of its own."""

    read: Callable[[object], object]
    schema: Callable[[], JsonSchemaValue]

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return a plain function schema."""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the field's own schema."""
        return self.schema()


def _described(**schema: object) -> Callable[[], JsonSchemaValue]:
    return lambda: dict(schema)


def choice(kind: type[StrEnum]) -> Parsed:
    """Return the reader of a field that takes one word of a list."""
    words = [member.value for member in kind]

    def read(value: object) -> object:
        text = as_word(value, f"one of {listed(words)}")
        try:
            return kind(text)
        except ValueError:
            raise FieldError(
                f"{text!r} is not among {listed(words, 20)}", did_you_mean(text, words)
            ) from None

    return Parsed(read, _described(type="string", enum=words))


_TEXT_SCHEMA: Final = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {lang: {"type": "string"} for lang in LANGUAGES},
            "additionalProperties": False,
        },
    ]
}
_NAME_SCHEMA: Final = {
    "anyOf": [
        {"type": "string", "pattern": r"\S"},
        {
            "type": "object",
            "properties": {lang: {"type": "string"} for lang in LANGUAGES},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}
_EDTF: Final = r"^\d{4}(-\d{2}(-\d{2})?)?[?~%]?(/\d{4}(-\d{2}(-\d{2})?)?[?~%]?)?$"
_DATE_SCHEMA: Final = {
    "type": "string",
    "pattern": _EDTF,
    "examples": ["2025-05-18", "2025-10", "2025-05-24/2025-05-25"],
}
_DAY_SCHEMA: Final = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2025-05-23"]}
_SPAN_SCHEMA: Final = {
    "anyOf": [
        _DATE_SCHEMA,
        {
            "type": "object",
            "properties": {"start": _DATE_SCHEMA, "end": _DATE_SCHEMA},
            "required": ["start"],
            "additionalProperties": False,
        },
    ]
}
_TIME: Final = r"\d{1,2}:\d{2}"
_CLOCK_SCHEMA: Final = {
    "type": "string",
    "pattern": rf"^{_TIME}\s*[-–]\s*{_TIME}$",
    "examples": ["07:00-23:00"],
}
_LONG_WINDOW_SCHEMA: Final = {
    "type": "object",
    "properties": {
        "day": _DAY_SCHEMA,
        "from": {"type": "string", "pattern": f"^{_TIME}$"},
        "to": {"type": "string", "pattern": f"^{_TIME}$"},
        "on_closed_days": {"type": "boolean", "default": False},
    },
    "required": ["from"],
    "additionalProperties": False,
}
_WINDOW_SCHEMA: Final = {
    "anyOf": [
        {
            "type": "string",
            "pattern": rf"^(\d{{4}}-\d{{2}}-\d{{2}}[ T]+)?{_TIME}\s*[-–]\s*{_TIME}(\s+{OPEN_ON_HOLIDAYS})?$",
            "examples": [
                "2025-05-19 09:00-12:00",
                "09:00-12:00",
                f"2025-10-01 10:00-12:00 {OPEN_ON_HOLIDAYS}",
            ],
        },
        _LONG_WINDOW_SCHEMA,
    ]
}
_DEPARTURE_SCHEMA: Final = {
    "anyOf": [
        {
            "type": "string",
            "pattern": rf"^\d{{4}}-\d{{2}}-\d{{2}}[ T]+{_TIME}(\s*[-–]\s*{_TIME})?(\s+{OPEN_ON_HOLIDAYS})?$",
            "examples": ["2025-05-18 13:05", "2025-05-20 13:30-15:00"],
        },
        _LONG_WINDOW_SCHEMA,
    ]
}
_INSTANT_SCHEMA: Final = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}",
    "examples": ["2025-05-21 09:40"],
}

NAMED_SCHEMAS: Final[dict[str, JsonSchemaValue]] = {
    "text": _TEXT_SCHEMA,
    "name": _NAME_SCHEMA,
    "date": _DATE_SCHEMA,
    "dates": _SPAN_SCHEMA,
    "clock_span": _CLOCK_SCHEMA,
    "window": _WINDOW_SCHEMA,
    "departure": _DEPARTURE_SCHEMA,
    "instant": _INSTANT_SCHEMA,
}
"""Kinds of values that many fields share; the published schema gives them once."""

_MOMENT_SCHEMA: Final = {"type": "string", "format": "date-time", "examples": ["2025-05-21T09:40-04:00"]}
Moment = Annotated[datetime, Parsed(read_moment, _described(**_MOMENT_SCHEMA))]
LocalText = Annotated[Text, Parsed(read_text, _described(**_TEXT_SCHEMA))]
Name = Annotated[Text, Parsed(read_name, _described(**_NAME_SCHEMA))]
"""A text that must not be empty."""
NameLine = Annotated[str, Parsed(read_name_line, _described(type="string", pattern=r"\S"))]
"""A line that must not be empty."""
AnyDate = Annotated[EdtfDate, Parsed(read_date, _described(**_DATE_SCHEMA))]
AnySpan = Annotated[DateSpan, Parsed(read_span, _described(**_SPAN_SCHEMA))]
Day = Annotated[date, Parsed(read_day, _described(**_DAY_SCHEMA))]
ClockSpan = Annotated[Clock, Parsed(read_clock, _described(**_CLOCK_SCHEMA))]
TimeWindow = Annotated[Window, Parsed(read_window, _described(**_WINDOW_SCHEMA))]
Departure = Annotated[Window, Parsed(read_departure, _described(**_DEPARTURE_SCHEMA))]
Instant = Annotated[datetime, Parsed(read_instant, _described(**_INSTANT_SCHEMA))]
Slug = Annotated[str, Parsed(read_slug, _described(type="string", pattern="^[a-z0-9][a-z0-9-]*$"))]
Ref = Annotated[str, Parsed(as_word, _described(type="string"))]
Line = Annotated[str, Parsed(as_word, _described(type="string"))]
Zone = Annotated[
    str, Parsed(read_zone, _described(type="string", examples=["America/New_York", "Asia/Shanghai"]))
]
LanguageCode = Annotated[
    str, Parsed(read_language, _described(type="string", pattern="^[a-z]{2}$", examples=["de"]))
]
Country = Annotated[
    str, Parsed(read_country, _described(type="string", pattern="^[A-Z]{2}$", examples=["US"]))
]
Minutes = Annotated[int, Field(strict=True, ge=0, le=2880)]
Count = Annotated[int, Field(strict=True, ge=0, le=100_000)]
Positive = Annotated[int, Field(strict=True, ge=1, le=100_000)]
Flag = Annotated[bool, Field(strict=True)]
Assumed = Annotated[
    tuple[str, ...] | None,
    Parsed(
        read_assumed, _described(anyOf=[{"const": "all"}, {"type": "array", "items": {"type": "string"}}])
    ),
]
