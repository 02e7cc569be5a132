"""The kinds of values a trip file holds: how each is read, and how the JSON Schema describes it.

A reading function takes the plain value of the file and returns a domain value; it raises `FieldError` with
words a person understands.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from geleit.domain.dates import DateError, DateSpan, EdtfDate
from geleit.domain.text import LANGUAGES, LanguageError, Text
from geleit.domain.windows import Clock, Window, clock_text
from geleit.domain.zones import is_zone, nearest_zone
from geleit.tripfile.problems import did_you_mean, listed, shown

OPEN_ON_HOLIDAYS: Final = "open-on-holidays"

_CLOCK: Final = r"([0-9]{1,2}):([0-9]{2})"
_SPAN: Final = re.compile(rf"{_CLOCK}\s*[-–]\s*{_CLOCK}")
_DAY: Final = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_WINDOW: Final = re.compile(rf"(?:{_DAY}[ T]+)?{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?(\s+{OPEN_ON_HOLIDAYS})?")
_INSTANT: Final = re.compile(rf"{_DAY}[ T]{_CLOCK}")
_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]*")


class FieldError(PydanticCustomError):
    """A value that its field does not take: what is wrong, and the likely fix."""

    def __new__(cls, message: str, fix: str = "", at: str = "") -> "FieldError":
        """Return the error; ``at`` names the key inside the value that is meant."""
        return super().__new__(cls, "field", "{message}", {"message": message, "fix": fix, "at": at})


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


def as_word(value: object, what: str = "a text") -> str:
    """Return a text; anything else is told how to become one."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)):
        raise FieldError(f"{shown(value)} is not {what}", f'put it in quotes: "{shown(value)}"')
    if value is None:
        raise FieldError("has no value", "give one, or delete the line")
    raise FieldError(f"{shown(value)} stands where {what} belongs")


def read_text(value: object) -> Text:
    """Return a text from a plain wording or from wordings by language."""
    if not isinstance(value, dict):
        return Text.of(as_word(value, "a text or a mapping {de: ..., en: ...}"))
    for lang, wording in value.items():
        if not isinstance(wording, str):
            raise FieldError(
                f"the wording for {lang!r} is {shown(wording)}, not a text", "put it in quotes", str(lang)
            )
    try:
        return Text(value)
    except LanguageError as error:
        fix = f"did you mean {error.suggestion!r}?" if error.suggestion else ""
        raise FieldError(
            f"{error.value!r} is not among the languages {', '.join(LANGUAGES)}", fix, str(error.value)
        ) from None


def read_date(value: object) -> EdtfDate:
    """Return a date of any precision."""
    try:
        return EdtfDate.parse(as_word(value, "a date"))
    except DateError as error:
        raise date_fault(error) from None


def date_fault(error: DateError) -> FieldError:
    """Return the date error as a field error."""
    return FieldError(
        f"{error.value!r} is no date: {error.reason}",
        f"did you mean {error.suggestion}?" if error.suggestion else "",
    )


def read_span(value: object) -> DateSpan:
    """Return a span of days from ``{start, end}`` or one date."""
    if not isinstance(value, dict):
        day = read_date(value)
        return DateSpan(day, day)
    for key in value:
        if key not in ("start", "end"):
            raise FieldError(f"{key!r} is not among start, end", did_you_mean(key, ("start", "end")), key)
    if "start" not in value:
        raise FieldError("'start' is missing", "give the first day")
    start = _inside("start", value["start"])
    end = _inside("end", value["end"]) if "end" in value else start
    try:
        return DateSpan(start, end)
    except DateError as error:
        raise date_fault(error) from None


def _inside(key: str, value: object) -> EdtfDate:
    try:
        return read_date(value)
    except FieldError as error:
        context = error.context or {}
        raise FieldError(context["message"], context["fix"], key) from None


def read_day(value: object) -> date:
    """Return one known day."""
    text = as_word(value, "a day")
    try:
        return _day(text)
    except ValueError:
        pass
    parsed = read_date(text)
    if parsed.day is None:
        raise FieldError(f"{text!r} is not one day", "write it as YYYY-MM-DD")
    return parsed.day


def _day(text: str) -> date:
    if len(text) != 10:
        raise ValueError(text)
    return date.fromisoformat(text)


def read_clock(value: object) -> Clock:
    """Return a span of the clock."""
    text = as_word(value, "a span of the clock")
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise FieldError(f"{text!r} is no span of the clock", 'write it as "07:00-23:00"')
    hours = [int(part) for part in match.groups()]
    return _clock(text, hours[0] * 60 + hours[1], hours[2] * 60 + hours[3], (hours[1], hours[3]))


def _clock(text: str, start: int, end: int, minutes: tuple[int, ...]) -> Clock:
    if any(minute > 59 for minute in minutes):
        raise FieldError(f"{text!r}: an hour has 60 minutes")
    if start > 24 * 60:
        raise FieldError(
            f"{text!r} starts after midnight", "write the next day's date and a time up to 24:00"
        )
    if end < start:
        fix = f"past midnight count on: {clock_text(start)}-{clock_text(end + 24 * 60)}"
        raise FieldError(f"{text!r} ends before it starts", fix)
    if end > 48 * 60:
        raise FieldError(f"{text!r} ends more than a day after it starts")
    return Clock(start, end)


def read_window(value: object) -> Window:
    """Return when a session may lie, from the short or the long form."""
    return _window(value, may_be_instant=False)


def read_departure(value: object) -> Window:
    """Return when a leg may leave; one time means exactly then."""
    window = _window(value, may_be_instant=True)
    if window.day is None:
        raise FieldError(
            f"{shown(value)} names no day", 'write it as "2025-05-18 13:05" or "2025-05-20 13:30-15:00"'
        )
    return window


def _window(value: object, *, may_be_instant: bool) -> Window:
    if isinstance(value, dict):
        return _long_window(value)
    text = as_word(value, "a window")
    match = _WINDOW.fullmatch(text.strip())
    form = '"2025-05-18 13:05"' if may_be_instant else '"2025-05-19 09:00-12:00"'
    if match is None or (match[4] is None and not may_be_instant):
        raise FieldError(f"{text!r} is no time window", f"write it as {form}")
    day = read_day(match[1]) if match[1] else None
    minutes = (int(match[3]), int(match[5] or 0))
    start = int(match[2]) * 60 + minutes[0]
    end = start if match[4] is None else int(match[4]) * 60 + minutes[1]
    return Window(day, _clock(text, start, end, minutes), bool(match[6]))


def _long_window(value: Mapping[str, object]) -> Window:
    known = ("day", "from", "to", "on_closed_days")
    for key in value:
        if key not in known:
            raise FieldError(f"{key!r} is not among {', '.join(known)}", did_you_mean(key, known), key)
    if "from" not in value:
        raise FieldError("'from' is missing", 'write it as from: "09:00"')
    start, end = value["from"], value.get("to", value["from"])
    clock = read_clock(f"{as_word(start, 'a time')}-{as_word(end, 'a time')}")
    closed = value.get("on_closed_days", False)
    if not isinstance(closed, bool):
        raise FieldError(f"on_closed_days is {shown(closed)}, not true or false", at="on_closed_days")
    return Window(read_day(value["day"]) if "day" in value else None, clock, closed)


def read_instant(value: object) -> datetime:
    """Return a local time without zone, or an aware one where the text gives an offset."""
    text = as_word(value, "a time")
    stripped = text.strip()
    match = _INSTANT.fullmatch(stripped)
    if match is not None:
        day, hour, minute = read_day(match[1]), int(match[2]), int(match[3])
        if hour > 23 or minute > 59:
            raise FieldError(f"{text!r}: times run from 00:00 to 23:59")
        return datetime.combine(day, time(hour, minute))
    try:
        parsed = datetime.fromisoformat(stripped) if len(stripped) > 16 else None
    except ValueError:
        parsed = None
    if parsed is None or parsed.tzinfo is None:
        raise FieldError(f"{text!r} is no date and time", 'write it as "2025-05-21 09:40"')
    return parsed


def read_slug(value: object) -> str:
    """Return an id."""
    text = as_word(value, "an id")
    if _SLUG.fullmatch(text) is None:
        fix = f"did you mean {slug_of(text)!r}?" if slug_of(text) else ""
        raise FieldError(f"{text!r} is no id: small letters, digits and hyphens make one", fix)
    return text


def slug_of(text: str) -> str:
    """Return the id that a name suggests; empty when it has no Latin letter or digit."""
    import unicodedata

    latin = text.casefold().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def read_zone(value: object) -> str:
    """Return the name of an IANA time zone."""
    text = as_word(value, "a time zone")
    if not is_zone(text):
        near = nearest_zone(text)
        raise FieldError(
            f"{text!r} is no IANA time zone", f"did you mean {near!r}?" if near else 'such as "Europe/Berlin"'
        )
    return text


_LANGUAGE_NAMES: Final = {
    "deutsch": "de", "german": "de", "ger": "de", "deu": "de", "englisch": "en", "english": "en", "eng": "en",
    "chinesisch": "zh", "chinese": "zh", "cn": "zh", "zho": "zh", "französisch": "fr", "french": "fr",
    "spanisch": "es", "spanish": "es", "jp": "ja", "japanese": "ja", "japanisch": "ja", "kr": "ko",
}  # fmt: skip # one family a line


def read_language(value: object) -> str:
    """Return an ISO 639-1 code."""
    text = as_word(value, "a language")
    if re.fullmatch(r"[a-z]{2}", text) is None or text in _LANGUAGE_NAMES:
        near = _LANGUAGE_NAMES.get(text.strip().casefold(), text.strip().casefold().partition("-")[0])
        fix = (
            f"did you mean {near!r}?"
            if re.fullmatch(r"[a-z]{2}", near)
            else "two small letters, such as de or en"
        )
        raise FieldError(f"{text!r} is no language code (ISO 639-1)", fix)
    return text


def read_country(value: object) -> str:
    """Return an ISO 3166 code of two capital letters."""
    text = as_word(value, "a country")
    if re.fullmatch(r"[A-Z]{2}", text) is None:
        names = {"usa": "US", "uk": "GB", "germany": "DE", "deutschland": "DE", "china": "CN"}
        near = names.get(text.casefold(), text.upper())
        fix = (
            f"did you mean {near!r}?"
            if re.fullmatch(r"[A-Z]{2}", near)
            else "two capital letters, such as US"
        )
        raise FieldError(f"{text!r} is no country code (ISO 3166)", fix)
    return text


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


def read_assumed(value: object) -> tuple[str, ...] | None:
    """Return the names of assumed fields; None stands for all."""
    if value == "all":
        return None
    if not isinstance(value, list):
        raise FieldError(
            f"{shown(value)} is neither a list of fields nor 'all'", "write assumed: [field] or assumed: all"
        )
    return tuple(as_word(each, "the name of a field") for each in value)


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

LocalText = Annotated[Text, Parsed(read_text, _described(**_TEXT_SCHEMA))]
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
