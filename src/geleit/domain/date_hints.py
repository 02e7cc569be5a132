"""What people write instead of an EDTF date, and what they probably meant."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from geleit.domain.calendar_names import month_number

_LONGEST: Final = 80
"""Characters; a longer text is no slip of the pen."""
_TIME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*", re.ASCII | re.IGNORECASE)
_OPEN_END: Final = re.compile(r"(?:\.\.)?/[^/]+|[^/]+/(?:\.\.)?")
_UNSPECIFIED: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(?:XX|UU|\?\?))+", re.ASCII | re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(r"(\d{4})(\d{2})(\d{2})|(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)
_DOTTED: Final = re.compile(r"(?:(\d{1,2})\.\s?)?(\d{1,2})\.\s?(\d{4}|\d{2})", re.ASCII)
_SLASHED: Final = re.compile(r"(?:(\d{1,2})[/-])?(\d{1,2})[/-](\d{4})", re.ASCII)
_CHINESE: Final = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?", re.ASCII)
_DAY_FIRST: Final = re.compile(
    r"(?:(\d{1,2})(?:\.|st|nd|rd|th)?\s+)?([^\W\d_]+)\.?,?\s+(\d{4})", re.IGNORECASE
)
_MONTH_FIRST: Final = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s*(\d{4})", re.IGNORECASE)
_TWO_DAYS: Final = re.compile(r"(\d{1,2})\.?\s?/\s?(\d{1,2})\.?\s+([^\W\d_]+)\.?\s+(\d{4})")
_SHORT_END: Final = re.compile(r"(\d{4}-\d{2}-)(\d{2})\s?[/-]\s?(\d{2})", re.ASCII)
_SET: Final = re.compile(r"[\[{]\s*([^,\]}]+),\s*([^,\]}]+)[\]}]")
_RANGE: Final = re.compile(
    r"(.+?)(?:\s*(?:–|—|/|\.\.)\s*|\s+(?:-|bis|to|or|oder|und|and)\s+|至|到)(.+)", re.IGNORECASE
)


def complaint(text: str) -> str:
    """Say in English what keeps ``text`` from being a date."""
    if not text:
        return "there is no date here"
    if _TIME.fullmatch(text):
        return "a date carries no time of day"
    if _OPEN_END.fullmatch(text) or text == "/":
        return "an open end is not supported, give the last day, month or year it can be"
    slashed = _SLASHED.fullmatch(text)
    if slashed and slashed[1] and int(slashed[1]) <= 12 and int(slashed[2]) <= 12:
        return "day and month cannot be told apart, write year-month-day"
    return "not written like 2025-05-18, 2025-10 or 2025"


def candidates(text: str) -> Iterator[str]:
    """Yield EDTF texts that may have been meant, likeliest first; none of them is checked."""
    if len(text) > _LONGEST:
        return
    yield from _single(text)
    if match := _TWO_DAYS.fullmatch(text):
        month = month_number(match[3])
        if month:
            yield f"{match[4]}-{month:02}-{int(match[1]):02}/{match[4]}-{month:02}-{int(match[2]):02}"
    if match := _SHORT_END.fullmatch(text):
        yield f"{match[1]}{match[2]}/{match[1]}{match[3]}"
    if match := _SET.fullmatch(text):
        yield f"{match[1].strip()}/{match[2].strip()}"
    if match := _RANGE.fullmatch(text):
        for first in _readings(match[1]):
            yield from (f"{first}/{last}" for last in _readings(match[2]))


def _readings(text: str) -> Iterator[str]:
    yield text
    yield from _single(text)


def _single(text: str) -> Iterator[str]:
    """Yield readings of a text that is meant to be one date."""
    if match := _TIME.fullmatch(text):
        yield match[1]
    if match := _UNSPECIFIED.fullmatch(text):
        yield "-".join(part for part in match.groups() if part)
    if match := _YEAR_FIRST.fullmatch(text.rstrip("?~%")):
        parts = [part for part in match.groups() if part]
        yield from _year_first(*(int(part) for part in parts))
    if match := _CHINESE.fullmatch(text):
        yield _join(*(int(part) for part in match.groups() if part))
    yield from _named_month(text)
    yield from _day_first(text)


def _year_first(year: int, month: int, day: int | None = None) -> Iterator[str]:
    """Yield what a year, month and day may have meant that are out of order, range or shape."""
    if day is None:
        yield _join(year, month) if month else _join(year)
        return
    yield _join(year, month, day)
    if 1 <= month <= 12:
        yield _join(year, month, monthrange(max(year, 1), month)[1]) if day else _join(year, month)
    yield _join(year, day, month)
    if not month:
        yield _join(year)


def _named_month(text: str) -> Iterator[str]:
    if match := _DAY_FIRST.fullmatch(text):
        day, name, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        name, day, year = match.groups()
    else:
        return
    month = month_number(name)
    if month:
        yield from _year_first(int(year), month, int(day)) if day else (_join(int(year), month),)


def _day_first(text: str) -> Iterator[str]:
    """Yield readings of 18.05.2025 and 5/18/2025; where day and month cannot be told apart, none."""
    if match := _DOTTED.fullmatch(text):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        if match[1] is None:
            yield _join(year, int(match[2]))
        else:
            yield from _year_first(year, int(match[2]), int(match[1]))
    elif match := _SLASHED.fullmatch(text):
        year, first, second = int(match[3]), match[1], int(match[2])
        if first is None:
            yield _join(year, second)
        elif int(first) > 12 or second > 12:
            month, day = sorted((int(first), second))
            yield _join(year, month, day)


def _join(*parts: int) -> str:
    year, *rest = parts
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])
