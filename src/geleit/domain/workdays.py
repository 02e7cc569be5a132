"""Working days of a country or region: weekends, public holidays, and working days shifted to weekends."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from geleit.domain.public_calendars import CalendarError, calendar_year, known_region
from geleit.domain.text import Language, Text

__all__ = ["CalendarError", "DayKind", "WorkCalendar"]

_WEEKEND: Final = Text({"de": "Wochenende", "en": "weekend", "zh": "周末"})
_SHUT_BY_TRIP: Final = Text(
    {"de": "laut Reisedatei geschlossen", "en": "closed according to the trip file", "zh": "行程文件注明休息"}
)


class DayKind(StrEnum):
    """What a day is to offices."""

    WORKING = "working"
    SHIFTED_WORKING = "shifted_working"
    """A day of the weekend on which people work in exchange for a day off."""
    WEEKEND = "weekend"
    HOLIDAY = "holiday"

    @property
    def is_working(self) -> bool:
        """True when offices are open."""
        return self in {DayKind.WORKING, DayKind.SHIFTED_WORKING}


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """When offices of a country or region are open (rule H10), after the library ``holidays``.

    China's shifted days are those of the State Council's yearly notice, published each November; for a year
    without a notice only the statutory holidays are known.

    Parameters
    ----------
    country
        ISO 3166-1 code of two letters.
    region
        ISO 3166-2 code of a state or province, with or without the country, or its name as the library has
        it; None for the whole country. Where holidays do not differ by region, any code will do.
    extra_holidays, extra_working_days
        Days the trip file adds or overrides; they count more than the public calendar.

    Raises
    ------
    CalendarError
        When the country or the region is not known, or a day is declared both.
    """

    country: str
    region: str | None = None
    extra_holidays: frozenset[date] = frozenset()
    extra_working_days: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "region", known_region(self.country, self.region))
        if both := sorted(self.extra_holidays & self.extra_working_days):
            day = both[0].isoformat()
            raise CalendarError(day, f"{day} is declared both a holiday and a working day of {self.country}")

    def kind(self, day: date) -> DayKind:
        """Return what a day is."""
        year = calendar_year(self.country, self.region, day.year)
        if day in self.extra_holidays:
            return DayKind.HOLIDAY
        is_weekend = day in year.weekend
        if day in self.extra_working_days or (is_weekend and day in year.shifted):
            return DayKind.SHIFTED_WORKING if is_weekend else DayKind.WORKING
        if day in year.holidays:
            return DayKind.HOLIDAY
        return DayKind.WEEKEND if is_weekend else DayKind.WORKING

    def is_working_day(self, day: date) -> bool:
        """Return True when offices are open on a day."""
        return self.kind(day).is_working

    def reason_text(self, day: date) -> Text | None:
        """Return why offices are closed, in every language it is known in; None when they are open."""
        kind = self.kind(day)
        if kind.is_working:
            return None
        if kind is DayKind.WEEKEND:
            return _WEEKEND
        return calendar_year(self.country, self.region, day.year).holidays.get(day, _SHUT_BY_TRIP)

    def reason(self, day: date, lang: Language) -> str | None:
        """Return why offices are closed: the holiday's name or the weekend; None when they are open."""
        text = self.reason_text(day)
        return None if text is None else text.get(lang).text
