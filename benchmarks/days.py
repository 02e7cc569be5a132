"""The days of an instance: which station when, and which hours of them are sure to be free for an item."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from geleit.domain.windows import Clock, Window, at
from geleit.domain.workdays import WorkCalendar

FIRST_DAY = date(2026, 11, 8)
"""A Sunday: the delegation arrives, offices open the day after. The Wednesday is a public holiday (Veterans Day)."""
COUNTRY = "US"
ZONE = "America/New_York"
MORNING = Clock(9 * 60, 12 * 60)
AFTERNOON = Clock(13 * 60 + 30, 17 * 60 + 30)
ALL_DAY = Clock(9 * 60, 17 * 60 + 30)
LAST_AFTERNOON = Clock(13 * 60, 15 * 60 + 30)
"""On the day of the return, which leaves at 18:00."""
EVENING = Clock(18 * 60 + 30, 22 * 60)
OUTBOUND = Clock(9 * 60, 9 * 60)
ONWARD = Clock(13 * 60 + 30, 14 * 60)
"""Departure to the next station; 210 minutes later it is reached, before any evening begins."""
RETURN = Clock(18 * 60, 18 * 60)


@dataclass(frozen=True, slots=True)
class Stay:
    """The days at one station: the first has its evening only, the last ends with the departure.

    Parameters
    ----------
    first, last
        Local days of arrival and departure.
    is_final
        Whether the trip ends here.
    """

    first: date
    last: date
    is_final: bool

    @property
    def evenings(self) -> tuple[Window, ...]:
        """An evening for each night."""
        return tuple(Window(day, EVENING) for day in days_from(self.first, self.last))

    @property
    def mornings(self) -> tuple[Window, ...]:
        """The mornings, that of the departure included."""
        return tuple(Window(day + timedelta(days=1), MORNING) for day in days_from(self.first, self.last))

    def office_windows(self) -> tuple[tuple[Window, ...], ...]:
        """Return, for each day on which houses receive visitors, the windows that lie within the stay.

        A stay without a whole working day gets houses that open on weekends and holidays.
        """
        days = [self.first + timedelta(days=n + 1) for n in range((self.last - self.first).days)]
        calendar = WorkCalendar(COUNTRY)
        is_open = {day: calendar.is_working_day(day) for day in days}
        usual = any(is_open[day] for day in days if day < self.last)
        return tuple(
            tuple(Window(day, hours, on_closed_days=not is_open[day]) for hours in self._hours(day))
            for day in days
            if is_open[day] or not usual
        )

    def free_afternoons(self) -> tuple[Window, ...]:
        """Return an afternoon of each whole day on which houses receive visitors: nothing for everyone lies there."""
        return tuple(
            replace(day[0], clock=AFTERNOON)
            for day in self.office_windows()
            if day[0].day is not None and day[0].day < self.last
        )

    def _hours(self, day: date) -> tuple[Clock, ...]:
        if day < self.last:
            return MORNING, AFTERNOON, ALL_DAY
        return (MORNING, LAST_AFTERNOON) if self.is_final else (MORNING,)


def stays_of(days: int, stations: int) -> tuple[Stay, ...]:
    """Return the stays of a trip: as equal as can be, the longer ones first.

    Parameters
    ----------
    days
        Calendar days from departure to return; at least one night for each station.

    Raises
    ------
    ValueError
        When there are fewer nights than stations.
    """
    nights, longer = divmod(days - 1, stations)
    if nights < 1:
        raise ValueError(
            f"{days} days have {days - 1} nights, too few for {stations} stations; take more days"
        )
    first, found = FIRST_DAY, []
    for number in range(stations):
        last = first + timedelta(days=nights + (number < longer))
        found.append(Stay(first, last, number + 1 == stations))
        first = last
    return tuple(found)


def days_from(first: date, last: date) -> Sequence[date]:
    """Return the days from the first to the one before the last."""
    return [first + timedelta(days=n) for n in range((last - first).days)]


def instant(slot: Window, minute: int) -> datetime:
    """Return a local minute of the slot's day as an instant.

    Raises
    ------
    ValueError
        When the slot is not of one day.
    """
    if slot.day is None:
        raise ValueError("a window of every day has no instant; name a day")
    return at(slot.day, minute, ZONE)
