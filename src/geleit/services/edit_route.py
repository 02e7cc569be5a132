"""A station more or less on the route of a stored trip: which legs that changes."""

from dataclasses import replace
from datetime import date
from typing import Final

from geleit.domain.dates import DateSpan, EdtfDate
from geleit.domain.items import Item
from geleit.domain.places import Place
from geleit.domain.text import Text
from geleit.domain.trip import Leg, Station, Trip
from geleit.domain.windows import Clock, Window
from geleit.services.create_trip import usual_way
from geleit.services.edit_setup import SetupChange, basis_of
from geleit.services.search_places import FoundPlace
from geleit.tripfile.fields.words import slug_of

MOVE_ON: Final = Clock(13 * 60, 16 * 60)
"""When a delegation usually moves on, where nothing better is known."""
SAME_DAY: Final = Clock(17 * 60, 20 * 60)
"""When it goes on from where it came to on the same day."""
_ASSUMED: Final = frozenset({"mode", "travel_min", "departures"})


def station_between(
    trip: Trip, leg: Leg, *, place: FoundPlace, name: str, arrives: date, leaves: date
) -> SetupChange:
    """Return the change that puts a station on a leg: it is reached by this leg and left by a new one.

    Ways and times of both legs are proposals and marked as assumed, as is the base in the middle of the town.

    Parameters
    ----------
    name
        What the trip calls the station.
    arrives, leaves
        The days on which the delegation comes and goes on.
    """
    own = _free(slug_of(name)[:40].strip("-") or str(place.id), trip.station_by_id)
    base = Place(
        id=_free(f"base-{own}", trip.place_by_id),
        name=Text({"de": f"{name}, Stadtmitte", "en": f"{name}, city centre"}),
        lat=place.lat,
        lon=place.lon,
        zone=place.zone,
        country=place.country,
        assumed=frozenset({"name", "lat", "lon"}),
    )
    dates = DateSpan(EdtfDate.of(arrives), EdtfDate.of(leaves))
    station = Station(id=own, name=Text.of(name), base=base.id, dates=dates, assumed=frozenset({"base"}))
    clock = leg.departures[0].clock if leg.departures else MOVE_ON
    later = SAME_DAY if arrives == leaves else MOVE_ON
    there, on = usual_way(_end(trip, leg.origin), base), usual_way(base, _end(trip, leg.destination))
    reached = replace(
        leg,
        destination=own,
        mode=there[0],
        travel_min=there[1],
        departures=(Window(arrives, clock if leg.origin is None else MOVE_ON),),
        title=Text(),
        note=Text(),
        assumed=_ASSUMED,
    )
    onward = replace(
        reached,
        id=_free(f"leg-{len(trip.legs) + 1}", trip.leg_by_id),
        origin=own,
        destination=leg.destination,
        mode=on[0],
        travel_min=on[1],
        departures=(Window(leaves, clock if leg.destination is None else later),),
    )
    legs = [one.id for one in trip.legs]
    legs.insert(legs.index(leg.id) + 1, onward.id)
    stations = [one.id for one in trip.stations]
    stations.insert(stations.index(leg.origin) + 1 if leg.origin else 0, own)
    return SetupChange(
        parts=(base, station, reached, onward),
        order={"legs": legs, "stations": stations},
        seen={("legs", leg.id): basis_of(leg)},
    )


def without_station(trip: Trip, station: Station, seen: str) -> SetupChange | None:
    """Return the change that takes a station off the route; None where the route comes to it twice or ends.

    The leg to it goes on to where the one from it goes; its way is a proposal. The place of the hotel stays in the
    trip.

    Parameters
    ----------
    seen
        Digest of the station as it was shown.
    """
    reaching = [leg for leg in trip.legs if leg.destination == station.id]
    leaving = [leg for leg in trip.legs if leg.origin == station.id]
    if len(reaching) != 1 or len(leaving) != 1:
        return None
    (into,), (out,) = reaching, leaving
    if into.origin == out.destination:
        return None
    mode, travel_min = usual_way(_end(trip, into.origin), _end(trip, out.destination))
    through = replace(
        into,
        destination=out.destination,
        mode=mode,
        travel_min=travel_min,
        title=Text(),
        note=Text(),
        departures=out.departures if into.origin is not None else into.departures,
        assumed=_ASSUMED,
    )
    return SetupChange(
        parts=(through,),
        removed=(("legs", out.id), ("stations", station.id)),
        seen={("stations", station.id): seen},
    )


def items_of_station(trip: Trip, station: str) -> tuple[Item, ...]:
    """Return the items that take place from a station; it cannot go as long as there are any."""
    return tuple(item for item in trip.items if item.station == station)


def _end(trip: Trip, station: str | None) -> Place:
    return trip.place_by_id[trip.home] if station is None else trip.base_of(station)


def _free(wanted: str, taken: object) -> str:
    number, own = 1, wanted
    while own in taken:  # type: ignore[operator] # a mapping by id
        number += 1
        own = f"{wanted}-{number}"
    return own
