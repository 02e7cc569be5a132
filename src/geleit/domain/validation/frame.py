"""The frame of a day, the trip's calendar and its dates."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from geleit.domain.dates import DateSpan
from geleit.domain.opening import calendar_of
from geleit.domain.trip import Trip
from geleit.domain.validation.problem import Path, TripProblem
from geleit.domain.validation.problem import TripProblemCode as Code
from geleit.domain.windows import MINUTES_A_DAY, Clock, Window, clock_text
from geleit.domain.workdays import CalendarError


def frame_problems(trip: Trip) -> Iterator[TripProblem]:
    """Yield spans of the frame that are empty, apart or too narrow for their meals."""
    frame = trip.frame
    for name in ("day", "office", "evening"):
        clock: Clock = getattr(frame, name)
        if not clock.length_min:
            yield TripProblem(code=Code.SPAN_EMPTY, path=("frame", name), value=str(clock), detail=name)
    for before, name in pairwise(("morning", "afternoon", "evening_part")):
        ends, starts = getattr(frame, before).end_min, getattr(frame, name).start_min
        if ends != starts:
            yield TripProblem(
                code=Code.PARTS_APART,
                path=("frame", name),
                value=clock_text(starts),
                other=clock_text(ends),
                detail=name,
            )
    for name, span, minutes in (
        ("lunch", frame.lunch, frame.lunch_min),
        ("dinner", frame.dinner, frame.dinner_min),
    ):
        if minutes > span.length_min:
            yield TripProblem(
                code=Code.MEAL_TOO_LONG,
                path=("frame", f"{name}_min"),
                value=str(span),
                detail=name,
                wanted=minutes,
                available=span.length_min,
            )
    if frame.rest_min >= MINUTES_A_DAY:
        yield TripProblem(code=Code.REST_TOO_LONG, path=("frame", "rest_min"), wanted=frame.rest_min)


def calendar_problems(trip: Trip) -> Iterator[TripProblem]:
    """Yield places whose holidays nobody knows, and days declared both open and closed."""
    for index, rule in enumerate(trip.calendar):
        for day in sorted(rule.closed & rule.open):
            yield TripProblem(
                code=Code.DAY_OPEN_AND_CLOSED, path=("calendar", index, "open"), value=day.isoformat()
            )
    used = {trip.base_of(station.id).id for station in trip.stations}
    used.update(item.place for item in trip.items if item.kind.keeps_office_hours)
    for place in trip.places:
        if place.id not in used or any(rule.closed & rule.open for rule in trip.calendar):
            continue
        try:
            calendar_of(trip, place)
        except CalendarError as error:
            field = "country" if error.value == place.country else "region"
            yield TripProblem(
                code=Code.UNKNOWN_CALENDAR,
                path=("places", place.id, field),
                value=error.value,
                suggestion=error.suggestion or "",
                detail=error.reason,
            )


def date_problems(trip: Trip) -> Iterator[TripProblem]:
    """Yield dates that lie outside the trip's own."""
    for station in trip.stations:
        if station.dates is not None:
            yield from _span(trip, station.dates, ("stations", station.id, "dates"))
    for leg in trip.legs:
        yield from _windows(trip, leg.departures, ("legs", leg.id, "departures"))
    for item in trip.items:
        yield from _windows(trip, item.windows, ("items", item.id, "windows"))
        yield from _due(trip, item.request.decide_by, ("items", item.id, "request", "decide_by"))
        yield from _due(trip, item.name_list.due, ("items", item.id, "name_list", "due"))
    for index, pin in enumerate(trip.pins):
        if pin.day is not None and not trip.dates.earliest <= pin.day <= trip.dates.latest:
            yield _outside(trip, pin.day.isoformat(), ("pins", index, "day"))
    if trip.call.deadline is not None:
        yield from _due(trip, trip.call.deadline.earliest, ("call", "deadline"))


def _span(trip: Trip, dates: DateSpan, path: Path) -> Iterator[TripProblem]:
    if dates.latest < trip.dates.earliest or trip.dates.latest < dates.earliest:
        yield _outside(trip, str(dates), path)
    elif dates.earliest < trip.dates.earliest or trip.dates.latest < dates.latest:
        yield TripProblem(
            code=Code.DATES_IN_PART_OUTSIDE_TRIP,
            path=path,
            value=str(dates),
            other=str(trip.dates),
            is_warning=True,
        )


def _windows(trip: Trip, windows: tuple[Window, ...], path: Path) -> Iterator[TripProblem]:
    for index, window in enumerate(windows):
        if window.day is not None and not trip.dates.earliest <= window.day <= trip.dates.latest:
            yield _outside(trip, str(window), (*path, index))


def _outside(trip: Trip, value: str, path: Path) -> TripProblem:
    return TripProblem(code=Code.DATES_OUTSIDE_TRIP, path=path, value=value, other=str(trip.dates))


def _due(trip: Trip, day: date | None, path: Path) -> Iterator[TripProblem]:
    if day is not None and day > trip.dates.latest:
        yield TripProblem(
            code=Code.DUE_TOO_LATE,
            path=path,
            value=day.isoformat(),
            other=trip.dates.latest.isoformat(),
            detail=str(path[-1]),
            is_warning=True,
        )
