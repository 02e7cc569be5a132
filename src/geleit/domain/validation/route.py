"""Legs and stations: whether one leads to the next, in order and in time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from geleit.domain.legs import departure_spans
from geleit.domain.trip import Leg, Trip
from geleit.domain.validation.problem import TripProblem
from geleit.domain.validation.problem import TripProblemCode as Code
from geleit.domain.windows import local


def route_problems(trip: Trip) -> Iterator[TripProblem]:
    """Yield legs that do not connect the stations, in order or in time."""
    yield from _ends(trip)
    yield from _connections(trip)
    yield from _stations(trip)
    yield from _times(trip)
    yield from _departure_days(trip)


def _ends(trip: Trip) -> Iterator[TripProblem]:
    for leg in trip.legs:
        if leg.origin == leg.destination:
            yield TripProblem(code=Code.LEG_NOWHERE, path=("legs", leg.id), value=leg.origin or "home")
        if not any(window.day for window in leg.departures):
            yield TripProblem(code=Code.LEG_WITHOUT_DEPARTURE, path=("legs", leg.id), value=leg.id)
    if trip.legs and trip.legs[-1].destination is not None:
        last = trip.legs[-1].id
        yield TripProblem(code=Code.NO_WAY_HOME, path=("legs", last), value=last, is_warning=True)


def _connections(trip: Trip) -> Iterator[TripProblem]:
    for before, leg in pairwise(trip.legs):
        if leg.origin != before.destination:
            yield TripProblem(
                code=Code.LEGS_NOT_CONNECTED,
                path=("legs", leg.id, "origin"),
                value=leg.origin or "home",
                other=before.id,
                known=(before.destination or "home",),
            )


def _stations(trip: Trip) -> Iterator[TripProblem]:
    reached = [leg.destination for leg in trip.legs if leg.destination is not None]
    start = trip.legs[0].origin if trip.legs else trip.stations[0].id
    visited = list(dict.fromkeys([*([start] if start else []), *reached]))
    for station in trip.stations:
        if station.id not in visited:
            path = ("stations", station.id)
            yield TripProblem(code=Code.STATION_NOT_REACHED, path=path, value=station.id)
    listed = [station.id for station in trip.stations if station.id in visited]
    for expected, found in zip(listed, visited, strict=True):
        if expected != found:
            yield TripProblem(
                code=Code.STATIONS_OUT_OF_ORDER,
                path=("stations", found),
                value=found,
                other=expected,
                is_warning=True,
            )
            return


def _times(trip: Trip) -> Iterator[TripProblem]:
    """Yield the first leg that cannot leave after the one before has arrived, each leaving as early as it can."""
    ready: datetime | None = None
    for index, leg in enumerate(trip.legs):
        spans = departure_spans(trip, leg)
        leaves = [max(start, ready or start) for start, end in spans if ready is None or ready <= end]
        if not spans:
            return
        if not leaves:
            latest = local(max(end for _, end in spans), trip.zone_of(leg.origin))
            yield TripProblem(
                code=Code.LEGS_OVERLAP,
                path=("legs", leg.id, "departures"),
                value=f"{latest:%Y-%m-%d %H:%M}",
                other=trip.legs[index - 1].id,
                detail=f"{local(ready or latest, trip.zone_of(leg.origin)):%Y-%m-%d %H:%M}",
            )
            return
        ready = min(leaves) + timedelta(minutes=leg.travel_min)


def _departure_days(trip: Trip) -> Iterator[TripProblem]:
    for leg in trip.legs:
        yield from _against_station(trip, leg)


def _against_station(trip: Trip, leg: Leg) -> Iterator[TripProblem]:
    dates = trip.station_by_id[leg.origin].dates if leg.origin else None
    if dates is None:
        return
    for index, window in enumerate(leg.departures):
        if window.day is not None and not dates.earliest <= window.day <= dates.latest:
            yield TripProblem(
                code=Code.DEPARTURE_OUTSIDE_STATION,
                path=("legs", leg.id, "departures", index),
                value=str(window),
                other=str(dates),
                detail=leg.origin or "",
                is_warning=True,
            )
