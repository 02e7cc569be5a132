"""One calendar date of the precision in which it was given, and the error for what is none."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geleit.domain.calendar_names import month_name


class DateError(ValueError):
    """A text that is no date.

    Parameters
    ----------
    value
        The text as given.
    reason
        What is wrong with it, in English, without the value.
    suggestion
        The EDTF text that was probably meant, if one can be told.
    """

    def __init__(self, value: str, reason: str, suggestion: str | None = None) -> None:
        self.value = value
        self.reason = reason
        self.suggestion = suggestion
        hint = f"; did you mean {suggestion}?" if suggestion else ""
        super().__init__(f"date {value!r}: {reason}{hint}")


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Qualifier(StrEnum):
    """How far the source stands behind a date."""

    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    UNCERTAIN_AND_APPROXIMATE = "%"

    @property
    def is_uncertain(self) -> bool:
        """True when the date itself is in doubt."""
        return self in {Qualifier.UNCERTAIN, Qualifier.UNCERTAIN_AND_APPROXIMATE}

    @property
    def is_approximate(self) -> bool:
        """True when the date is only about right."""
        return self in {Qualifier.APPROXIMATE, Qualifier.UNCERTAIN_AND_APPROXIMATE}


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One calendar date of the precision in which it was given.

    Parameters
    ----------
    year
        1 to 9999.
    month
        1 to 12, or None when only the year is known.
    day
        Day of the month, or None when only the month is known.

    Raises
    ------
    DateError
        When there is no such date.
    """

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: Qualifier = Qualifier.NONE

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise DateError(str(self), "years run from 0001 to 9999")
        if self.month is None:
            if self.day is not None:
                raise DateError(str(self), "a day needs its month")
            return
        if not 1 <= self.month <= 12:
            raise DateError(str(self), f"month {self.month:02} does not exist, months run from 01 to 12")
        if self.day is not None and not 1 <= self.day <= self._month_length:
            name = month_name(self.month, "en")
            when = f"{name} {self.year}" if self.month == 2 else name
            raise DateError(str(self), f"{self.day} {when} does not exist")

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) + self.qualifier

    @property
    def precision(self) -> Precision:
        """Day, month or year."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def earliest(self) -> date:
        """First day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Last day it can mean."""
        if self.month is None:
            return date(self.year, 12, 31)
        return date(self.year, self.month, self.day or self._month_length)

    @property
    def _month_length(self) -> int:
        return monthrange(self.year, self.month or 12)[1]


@dataclass(frozen=True, slots=True)
class CertainPart:
    """What of a date is certain: None stands for what is open."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision | None:
        """The finest part that is certain, None when nothing is."""
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        return Precision.YEAR if self.year is not None else None
