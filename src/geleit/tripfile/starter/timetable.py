"""When a new trip is where: two working days at each station, legs in the evening between them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from geleit.domain.kinds import LegMode
from geleit.domain.places import GreatCircleTravel, Place, TravelMode, distance_km
from geleit.domain.windows import at, local
from geleit.domain.workdays import CalendarError, WorkCalendar
from geleit.tripfile.starter.stops import SettledStop

LEAVE_HOME_MIN: Final = 8 * 60
"""Minutes after midnight at which the delegation leaves home."""

LEAVE_MIN: Final = 19 * 60
"""Minutes after midnight at which it leaves a station."""

_FLIGHT_FROM_KM: Final = 500
_TRAIN_FROM_KM: Final = 80
_SHORTEST_MIN: Final = 30


@dataclass(frozen=True, slots=True)
class Move:
    """A leg of the new trip."""

    mode: LegMode
    minutes: int
    depart_day: date
    depart_min: int
    arrive: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """The time at one station: the day of arrival, and the two working days with appointments."""

    stop: SettledStop
    arrival: date
    days: tuple[date, date]


@dataclass(frozen=True, slots=True)
class Timetable:
    """All of it; a leg leads to each visit, and one more home."""

    visits: tuple[Visit, ...]
    moves: tuple[Move, ...]
    end: date


def timetable(stops: tuple[SettledStop, ...], home: Place, start: date) -> Timetable:
    """Return when the trip that leaves home on a day is where."""
    visits: list[Visit] = []
    moves: list[Move] = []
    here, day, leave_min = home, start, LEAVE_HOME_MIN
    for stop in stops:
        move = _move(here, stop.place, day, leave_min)
        moves.append(move)
        arrival = local(move.arrive, stop.place.zone).date()
        days = _working_days(stop.place, arrival + timedelta(days=1))
        visits.append(Visit(stop, arrival, days))
        here, day, leave_min = stop.place, days[1], LEAVE_MIN
    moves.append(_move(here, home, day, leave_min))
    return Timetable(tuple(visits), tuple(moves), local(moves[-1].arrive, home.zone).date())


def _move(origin: Place, destination: Place, day: date, minutes: int) -> Move:
    distance = distance_km(origin, destination)
    mode, leg_mode = TravelMode.BUS, LegMode.BUS
    if distance >= _FLIGHT_FROM_KM:
        mode, leg_mode = TravelMode.FLIGHT, LegMode.FLIGHT
    elif distance >= _TRAIN_FROM_KM:
        mode, leg_mode = TravelMode.TRAIN, LegMode.TRAIN
    needed = max(_SHORTEST_MIN, GreatCircleTravel().travel_min(origin, destination, mode))
    arrive = at(day, minutes, origin.zone) + timedelta(minutes=needed)
    return Move(leg_mode, needed, day, minutes, arrive)


def _working_days(place: Place, first: date) -> tuple[date, date]:
    """Return the first two working days in a row from a day on; for an unknown calendar those of the week."""
    try:
        calendar: WorkCalendar | None = WorkCalendar(place.country, place.region)
    except CalendarError:
        calendar = None
    day = first
    while True:
        following = day + timedelta(days=1)
        if all(_is_working(calendar, each) for each in (day, following)):
            return day, following
        day = following


def _is_working(calendar: WorkCalendar | None, day: date) -> bool:
    return day.weekday() < 5 if calendar is None else calendar.is_working_day(day)
