"""Dates as certain as they are: a day, a month, a year, or one of two; never more than was said.

The written form is a part of EDTF (ISO 8601-2, levels 0 and 1): ``2025-05-18``, ``2025-10``, ``2025``,
each with a qualifier where the source is unsure (``?`` uncertain, ``~`` approximate, ``%`` both),
and ``2025-05-24/2025-05-25`` for a date that lies somewhere within the two, both included.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import total_ordering
from typing import Final

from geleit.domain.date_hints import candidates, complaint
from geleit.domain.date_points import CertainPart, DateError, DatePoint, Precision, Qualifier

__all__ = [
    "CertainPart",
    "Containment",
    "DateError",
    "DatePoint",
    "DateSpan",
    "EdtfDate",
    "Precision",
    "Qualifier",
]

_POINT: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)", re.ASCII)


@total_ordering
@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date of any precision, ordered by the earliest and then the latest day it can mean.

    Use `parse` for what people write and `of` for a known day.

    Parameters
    ----------
    first
        The date, or the lower of two bounds.
    last
        The upper bound, of the same precision and later than ``first``; None for a plain date.

    Raises
    ------
    DateError
        When the bounds are not in order or differ in precision.
    """

    first: DatePoint
    last: DatePoint | None = None

    def __post_init__(self) -> None:
        if self.last is None:
            return
        if self.first.precision is not self.last.precision:
            raise DateError(str(self), "both ends need one precision, such as two days or two months")
        if self.last.earliest == self.first.earliest:
            raise DateError(str(self), "both ends are the same", str(self.first))
        if self.last.earliest < self.first.earliest:
            raise DateError(str(self), "the end lies before the start", f"{self.last}/{self.first}")

    @classmethod
    def parse(cls, text: str) -> "EdtfDate":
        """Return the date that an EDTF text stands for.

        Raises
        ------
        DateError
            When the text is no date Geleit knows; the error names it and, where it can, the likely fix.
        """
        given = text.strip()
        try:
            return cls._strictly(given)
        except DateError as error:
            suggestion = error.suggestion or _first_valid(given, cls._strictly)
            raise DateError(text, error.reason, suggestion) from None

    @classmethod
    def _strictly(cls, text: str) -> "EdtfDate":
        points = []
        for part in text.split("/"):
            match = _POINT.fullmatch(part)
            if match is None or text.count("/") > 1:
                raise DateError(text, complaint(text))
            year, month, day, qualifier = match.groups()
            points.append(DatePoint(int(year), _int(month), _int(day), Qualifier(qualifier)))
        return cls(*points)

    @classmethod
    def of(cls, day: date) -> "EdtfDate":
        """Return a known day as a value."""
        return cls(DatePoint(day.year, day.month, day.day))

    def __str__(self) -> str:
        """Return the EDTF text."""
        return str(self.first) if self.last is None else f"{self.first}/{self.last}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, EdtfDate):
            return NotImplemented
        return self._key < other._key

    @property
    def _key(self) -> tuple[date, date, str]:
        return self.earliest, self.latest, str(self)

    @property
    def points(self) -> tuple[DatePoint, ...]:
        """The date, or both of its bounds."""
        return (self.first,) if self.last is None else (self.first, self.last)

    @property
    def precision(self) -> Precision:
        """Precision in which the date, or each of its bounds, is given."""
        return self.first.precision

    @property
    def earliest(self) -> date:
        """First day the date can mean as announced; a qualifier does not widen it."""
        return self.first.earliest

    @property
    def latest(self) -> date:
        """Last day the date can mean as announced; a qualifier does not widen it."""
        return self.points[-1].latest

    @property
    def is_qualified(self) -> bool:
        """True when the source calls the date, or one of its bounds, uncertain or approximate."""
        return any(point.qualifier for point in self.points)

    @property
    def is_exact(self) -> bool:
        """True for one known day without a qualifier."""
        return self.earliest == self.latest and not self.is_qualified

    @property
    def day(self) -> date | None:
        """The day, where it is exactly known."""
        return self.earliest if self.is_exact else None

    def certain_part(self) -> CertainPart:
        """Return what is certain.

        Year, month and day are certain as far as they are given and the same for both bounds; of a date that
        the source itself calls uncertain or approximate nothing is.
        """
        ends = self.points
        if self.is_qualified or len({point.year for point in ends}) > 1:
            return CertainPart()
        if len({point.month for point in ends}) > 1:
            return CertainPart(self.first.year)
        day = self.first.day if self.last is None else None
        return CertainPart(self.first.year, self.first.month, day)


class Containment(Enum):
    """Whether a day belongs to a span, as far as that is known."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """The days from a start to an end, both included and each as certain as it is.

    Parameters
    ----------
    start, end
        May be equal: one known day, or two days within the same month of which no more is known.

    Raises
    ------
    DateError
        When the end lies before the start whatever the two mean.
    """

    start: EdtfDate
    end: EdtfDate

    def __post_init__(self) -> None:
        if self.end.latest < self.start.earliest:
            raise DateError(str(self.end), f"the end lies before the start, {self.start}")

    @classmethod
    def parse(cls, start: str, end: str | None = None) -> "DateSpan":
        """Return the span between two EDTF texts; without an end it lies within the start.

        Raises
        ------
        DateError
            When one of them is no date, or the end lies before the start.
        """
        first = EdtfDate.parse(start)
        return cls(first, first if end is None else EdtfDate.parse(end))

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"

    @property
    def earliest(self) -> date:
        """First day that can belong to the span."""
        return self.start.earliest

    @property
    def latest(self) -> date:
        """Last day that can belong to the span."""
        return self.end.latest

    @property
    def is_exact(self) -> bool:
        """True when both ends are known days."""
        return self.start.is_exact and self.end.is_exact

    def contains(self, day: date) -> Containment:
        """Return whether a day belongs to the span; a qualified end makes every yes a maybe."""
        if not self.earliest <= day <= self.latest:
            return Containment.NO
        qualified = self.start.is_qualified or self.end.is_qualified
        if qualified or not self.start.latest <= day <= self.end.earliest:
            return Containment.MAYBE
        return Containment.YES

    def days(self) -> tuple[date, ...]:
        """Return every day that can belong to the span, in order."""
        return _days_between(self.earliest, self.latest)

    def certain_days(self) -> tuple[date, ...]:
        """Return the days that belong to the span whatever the open ends turn out to be, in order."""
        return tuple(day for day in self.days() if self.contains(day) is Containment.YES)


def _int(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _first_valid(text: str, parse: Callable[[str], EdtfDate]) -> str | None:
    """Return the first likely reading of ``text`` that is a date."""
    for candidate in candidates(text):
        try:
            return str(parse(candidate))
        except DateError:
            continue
    return None


def _days_between(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=offset) for offset in range((last - first).days + 1))
