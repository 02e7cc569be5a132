"""Places, stations, legs, the frame of a day and the groups."""

from typing import Annotated

from pydantic import Field

from geleit.domain.kinds import LegMode
from geleit.domain.status import StationStatus
from geleit.domain.text import Text
from geleit.domain.windows import Clock
from geleit.tripfile.fields import (
    AnySpan,
    ClockSpan,
    Country,
    Day,
    Departure,
    Flag,
    Line,
    LocalText,
    Minutes,
    Name,
    Ref,
    Slug,
    Zone,
    choice,
)
from geleit.tripfile.shapes.base import MarkedShape, Shape


class PlaceShape(MarkedShape):
    """A place on earth where something happens: a hotel, a host's house, an airport."""

    id: Slug
    """Unique among the places."""
    name: Name
    """The place's name."""
    lat: Annotated[float, Field(strict=True, ge=-90, le=90)]
    """Degrees north, WGS 84."""
    lon: Annotated[float, Field(strict=True, ge=-180, le=180)]
    """Degrees east, WGS 84."""
    zone: Zone
    """IANA time zone."""
    country: Country
    """ISO 3166-1 code of the country; its public holidays count."""
    address: Line = ""
    """Postal address as a driver needs it."""
    region: Line | None = None
    """ISO 3166-2 code of the state or province without the country, for regional holidays."""


class StationShape(MarkedShape):
    """A place where the delegation is based for some days."""

    id: Slug
    """Unique among the stations."""
    name: Name
    """The station's name."""
    base: Ref
    """Place id of the hotel or meeting point where day parts begin and end."""
    dates: AnySpan | None = None
    """When the delegation is there: `{start, end}` or one date, each of any precision (EDTF)."""
    status: Annotated[StationStatus, choice(StationStatus)] = StationStatus.PLANNED
    """How sure the station is."""
    description: LocalText = Text()
    """A sentence or two for the public page."""


class LegShape(MarkedShape):
    """The move of the whole delegation from one station to the next, from base to base."""

    id: Slug
    """Unique among the legs."""
    origin: Ref | None = None
    """Station id; left out for home."""
    destination: Ref | None = None
    """Station id; left out for home."""
    mode: Annotated[LegMode, choice(LegMode)]
    """How the delegation moves."""
    travel_min: Annotated[int, Field(strict=True, ge=1, le=4320)]
    """Minutes from leaving the one base to reaching the other, check-in and immigration included."""
    departures: tuple[Departure, ...]
    """Windows in which it leaves the origin's base, in the origin's local time: "2025-05-18 13:05" is a fixed
    departure, "2025-05-20 13:30-15:00" lets the planner choose."""
    title: LocalText = Text()
    """What the programme calls it."""
    note: LocalText = Text()
    """A remark for those who travel, such as the flight number."""


class FrameShape(MarkedShape):
    """What a day may look like. Spans of the clock are local."""

    day: ClockSpan = Clock(7 * 60, 23 * 60)
    """No ride or session starts before or ends after; legs are exempt."""
    morning: ClockSpan = Clock(7 * 60, 13 * 60)
    """Sessions that start before its end belong to the morning."""
    afternoon: ClockSpan = Clock(13 * 60, 18 * 60)
    """Sessions that start in it belong to the afternoon."""
    evening_part: ClockSpan = Clock(18 * 60, 24 * 60)
    """Sessions that start in it belong to the evening."""
    lunch: ClockSpan = Clock(11 * 60 + 30, 14 * 60 + 30)
    """When lunch lies."""
    lunch_min: Minutes = 45
    """Minutes that lunch needs."""
    dinner: ClockSpan = Clock(17 * 60 + 30, 22 * 60)
    """When dinner lies."""
    dinner_min: Minutes = 60
    """Minutes that dinner needs."""
    rest_min: Minutes = 9 * 60
    """Minutes between the end of a day's last movement and the next day's first."""
    arrival_rest_min: Minutes = 45
    """Minutes between reaching a station and the first departure from its base."""
    office: ClockSpan = Clock(9 * 60, 17 * 60 + 30)
    """When houses are open where an item gives no window."""
    evening: ClockSpan = Clock(18 * 60, 22 * 60)
    """When receptions and dinners lie where an item gives no window."""
    grid_min: Annotated[int, Field(strict=True, ge=1, le=60)] = 15
    """Sessions start at multiples of this many minutes, save where a window or pin says otherwise."""
    slack_min: Minutes = 5
    """Minutes added to each ride between two places."""
    max_transfer_min: Minutes = 150
    """Longest ride in minutes that a group makes each way."""


class GroupShape(MarkedShape):
    """People who move together for one part of a day, with their vehicle."""

    id: Slug
    """Unique among the groups; a number in quotes will do."""
    name: Name
    """The group's name."""
    seats: Annotated[int, Field(strict=True, ge=1, le=1000)]
    """Seats for travellers, guide and interpreter included."""
    vehicle: LocalText = Text()
    """What it rides in."""


class CalendarShape(Shape):
    """Days that differ from a country's public calendar."""

    country: Country
    """ISO 3166-1 code."""
    closed: tuple[Day, ...] = ()
    """Days off that the calendar does not know."""
    open: tuple[Day, ...] = ()
    """Working days that the calendar takes for days off."""


class TravelShape(Shape):
    """Minutes between two places, where the organiser knows better than the great circle."""

    origin: Annotated[Ref, Field(alias="from")]
    """Place id."""
    destination: Annotated[Ref, Field(alias="to")]
    """Place id."""
    minutes: Minutes
    """Minutes from door to door."""
    both_ways: Flag = True
    """False when the way back takes another time."""
