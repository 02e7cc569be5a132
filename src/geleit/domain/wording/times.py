"""Clock times, zones and durations in words."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from geleit.domain.text import Language

_TWELVE_HOUR_COUNTRIES: Final = frozenset({"US"})
"""ISO 3166 codes of the countries whose English pages say am and pm."""

_GERMAN_ZONES: Final[Mapping[str, str]] = MappingProxyType({"CET": "MEZ", "CEST": "MESZ"})

_LATER: Final[Mapping[Language, tuple[str, str]]] = MappingProxyType(
    {"de": (" (+1 Tag)", " (+{} Tage)"), "en": (" (+1 day)", " (+{} days)"), "zh": ("（次日）", "（+{}天）")}
)
_HOURS_AND_MINUTES: Final[Mapping[Language, tuple[str, str, str]]] = MappingProxyType(
    {"de": ("{} Std.", "{} Min.", " "), "en": ("{} h", "{} min", " "), "zh": ("{}小时", "{}分钟", "")}
)


def format_time(when: time, lang: Language, *, country: str | None = None, unit: bool = True) -> str:
    """Return a clock time: "09:40 Uhr", "09:40" (in the US "9:40 am"), "9:40".

    Parameters
    ----------
    country
        ISO 3166 code of the country the time is local in.
    unit
        False leaves out the German "Uhr", where a table's heading says it.
    """
    clock = _clock(when, lang, country)
    return f"{clock} Uhr" if lang == "de" and unit else clock


def format_time_range(
    start: time,
    end: time,
    lang: Language,
    *,
    country: str | None = None,
    days_later: int = 0,
    unit: bool = True,
) -> str:
    """Return a span of the clock: "09:40–12:30 Uhr", "09:40–12:30", "9:40–12:30".

    English pages about the US read "9:40 am to 12:30 pm".

    Parameters
    ----------
    country
        ISO 3166 code of the country the times are local in.
    days_later
        How many days after the start's date the end lies; shown behind it.
    unit
        False leaves out the German "Uhr".
    """
    to = " to " if lang == "en" and country in _TWELVE_HOUR_COUNTRIES else "–"
    text = f"{_clock(start, lang, country)}{to}{format_time(end, lang, country=country, unit=unit)}"
    one, several = _LATER[lang]
    if not days_later:
        return text
    return text + (one if days_later == 1 else several.format(days_later))


def format_zone(place: str, zone: str, lang: Language, *, day: date | None = None) -> str:
    """Return whose time it is: "Ortszeit New York (EDT, UTC−4)", "New York time (EDT, UTC−4)".

    Chinese pages read "纽约当地时间".

    Parameters
    ----------
    place
        Name of the place in the reader's language.
    zone
        IANA name of its zone.
    day
        The local day, which decides between summer and winter time (taken at noon); None leaves both out.

    Raises
    ------
    zoneinfo.ZoneInfoNotFoundError
        When there is no such zone.
    """
    if lang == "zh":
        return f"{place}当地时间"
    text = f"Ortszeit {place}" if lang == "de" else f"{place} time"
    if day is None:
        return text
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone))
    offset = format_utc_offset(noon.utcoffset() or timedelta())
    name = noon.tzname() or ""
    if lang == "de":
        name = _GERMAN_ZONES.get(name, name)
    return f"{text} ({name}, {offset})" if name.isalpha() and name != offset else f"{text} ({offset})"


def format_utc_offset(offset: timedelta) -> str:
    """Return "UTC−4", "UTC+5:30" or "UTC", with a true minus sign."""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def format_minutes(minutes: int, lang: Language) -> str:
    """Return a length in minutes alone: "90 min", "90分钟"."""
    return f"{minutes}分钟" if lang == "zh" else f"{minutes} min"


def format_duration(minutes: int, lang: Language) -> str:
    """Return a length in hours and minutes: "1 Std. 30 Min.", "1 h 30 min", "1小时30分钟".

    Raises
    ------
    ValueError
        When the length is negative.
    """
    if minutes < 0:
        raise ValueError(f"a duration cannot be negative, got {minutes} minutes")
    hours, rest = divmod(minutes, 60)
    in_hours, in_minutes, gap = _HOURS_AND_MINUTES[lang]
    parts = [in_hours.format(hours)] if hours else []
    if rest or not hours:
        parts.append(in_minutes.format(rest))
    return gap.join(parts)


def _clock(when: time, lang: Language, country: str | None) -> str:
    if lang == "en" and country in _TWELVE_HOUR_COUNTRIES:
        return f"{when.hour % 12 or 12}:{when.minute:02} {'am' if when.hour < 12 else 'pm'}"
    return f"{when.hour}:{when.minute:02}" if lang == "zh" else f"{when.hour:02}:{when.minute:02}"
