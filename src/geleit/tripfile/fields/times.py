"""How dates, spans of the clock, windows and instants in a trip file are read."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Final

from geleit.domain.dates import DateError, DateSpan, EdtfDate
from geleit.domain.windows import Clock, Window, clock_text
from geleit.tripfile.fields.errors import FieldError, as_word
from geleit.tripfile.problems import did_you_mean, shown

OPEN_ON_HOLIDAYS: Final = "open-on-holidays"

_CLOCK: Final = r"([0-9]{1,2}):([0-9]{2})"
_SPAN: Final = re.compile(rf"{_CLOCK}\s*[-–]\s*{_CLOCK}")
_DAY: Final = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
_WINDOW: Final = re.compile(rf"(?:{_DAY}[ T]+)?{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?(\s+{OPEN_ON_HOLIDAYS})?")
_INSTANT: Final = re.compile(rf"{_DAY}[ T]{_CLOCK}")


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
        raise FieldError(f"on_closed_days is {shown(closed)}, not true or false", "", "on_closed_days")
    return Window(read_day(value["day"]) if "day" in value else None, clock, closed)


def read_moment(value: object) -> datetime:
    """Return an instant that says its offset, in UTC."""
    text = as_word(value, "a time")
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        raise FieldError(f"{text!r} is no date and time", 'write it as "2025-05-21T09:40-04:00"') from None
    if parsed.tzinfo is None:
        raise FieldError(f"{text!r} does not say its offset from UTC", f'write it as "{text}-04:00"')
    try:
        return parsed.astimezone(UTC)
    except OverflowError:
        raise FieldError(f"{text!r} is out of range") from None


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
