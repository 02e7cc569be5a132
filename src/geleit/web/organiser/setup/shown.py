"""What the page of a trip's setup shows: the route in its order, the groups, the day."""

from dataclasses import dataclass
from typing import Any

from geleit.documents.words.terms import term
from geleit.domain.text import Language
from geleit.domain.trip import Leg, Station, Trip
from geleit.domain.windows import Window, clock_text
from geleit.domain.wording import format_day, format_duration, format_span
from geleit.web.organiser.words import WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStep:
    """A station or home on the route, and the leg that goes on from it.

    Parameters
    ----------
    id
        Of the station; empty at home.
    number
        Of the station; 0 at home.
    """

    id: str
    number: int
    name: str
    dates: str
    status: str
    base: str
    is_assumed: bool
    leg: "RouteLeg | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteLeg:
    """A leg as the page shows it."""

    id: str
    mode: str
    travel: str
    departures: tuple[str, ...]
    title: str
    is_assumed: bool


def setup_rows(trip: Trip, lang: Language) -> dict[str, Any]:
    """Return what the template is given."""
    return {
        "route": _route(trip, lang),
        "groups": [
            {
                "id": group.id,
                "name": str(group.name.get(lang)),
                "seats": group.seats,
                "vehicle": str(group.vehicle.get(lang)),
            }
            for group in trip.groups
        ],
        "seats": sum(group.seats for group in trip.groups),
        "people": len(trip.delegates),
        "day": _day(trip, lang),
        "day_assumed": "frame" in trip.assumed,
    }


def _route(trip: Trip, lang: Language) -> list[RouteStep]:
    """Return the stations in the order in which the legs reach them, home before and after where they say so."""
    numbers = {station.id: number for number, station in enumerate(trip.stations, start=1)}
    found: list[RouteStep] = []
    places = [leg.origin for leg in trip.legs[:1]] + [leg.destination for leg in trip.legs]
    places = places or [station.id for station in trip.stations]
    for step, place in enumerate(places):
        leg = trip.legs[step] if step < len(trip.legs) else None
        shown = _leg(leg, lang) if leg is not None else None
        if place is None:
            name = str(trip.place_by_id[trip.home].name.get(lang))
            found.append(
                RouteStep(
                    id="", number=0, name=name, dates="", status="", base="", is_assumed=False, leg=shown
                )
            )
        else:
            found.append(_station(trip, trip.station_by_id[place], numbers[place], shown, lang))
    return found


def _station(trip: Trip, station: Station, number: int, leg: RouteLeg | None, lang: Language) -> RouteStep:
    base = trip.place_by_id[station.base]
    return RouteStep(
        id=station.id,
        number=number,
        name=str(station.name.get(lang)),
        dates=format_span(station.dates, lang) if station.dates else "",
        status=str(term(station.status, lang)),
        base=str(base.name.get(lang)),
        is_assumed=bool(base.assumed) or "base" in station.assumed,
        leg=leg,
    )


def _leg(leg: Leg, lang: Language) -> RouteLeg:
    return RouteLeg(
        id=leg.id,
        mode=str(term(leg.mode, lang)),
        travel=format_duration(leg.travel_min, lang),
        departures=tuple(_departure(window, lang) for window in leg.departures),
        title=str(leg.title.get(lang)),
        is_assumed=bool(leg.assumed),
    )


def _departure(window: Window, lang: Language) -> str:
    clock = (
        str(window.clock).replace("-", "–") if window.clock.length_min else clock_text(window.clock.start_min)
    )
    return f"{format_day(window.day, lang)}, {clock}" if window.day else clock


def _day(trip: Trip, lang: Language) -> list[tuple[str, str]]:
    frame = trip.frame

    def span(name: str) -> str:
        return str(getattr(frame, name)).replace("-", "–")

    def length(name: str) -> str:
        return format_duration(getattr(frame, name), lang)

    rows = [
        ("day", span("day")),
        ("office", span("office")),
        ("noon", clock_text(frame.afternoon.start_min)),
        ("dusk", clock_text(frame.evening_part.start_min)),
        ("lunch", f"{span('lunch')}, {length('lunch_min')}"),
        ("dinner", f"{span('dinner')}, {length('dinner_min')}"),
        ("evening", span("evening")),
        ("rest_min", length("rest_min")),
        ("arrival_rest_min", length("arrival_rest_min")),
        ("slack_min", length("slack_min")),
        ("max_transfer_min", length("max_transfer_min")),
    ]
    found = [(WORDS.say(f"su_frame_{name}", lang), text) for name, text in rows]
    return [
        *found,
        (WORDS.say("new_guides", lang), WORDS.say("su_yes" if trip.guides_required else "su_no", lang)),
    ]
