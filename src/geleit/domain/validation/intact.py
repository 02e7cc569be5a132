"""The part of a trip whose references hold, so that the rest can be checked all the same."""

from dataclasses import replace

from geleit.domain.items import Item
from geleit.domain.trip import Trip


def is_route_intact(trip: Trip) -> bool:
    """Whether places, stations and legs refer to each other without a gap."""
    places = {place.id for place in trip.places}
    stations = {station.id for station in trip.stations}
    ends = {leg.origin for leg in trip.legs} | {leg.destination for leg in trip.legs}
    counts = (len(places), len(stations), len({leg.id for leg in trip.legs}))
    return (
        bool(stations)
        and counts == (len(trip.places), len(trip.stations), len(trip.legs))
        and trip.home in places
        and {station.base for station in trip.stations} <= places
        and ends <= stations | {None}
    )


def intact_part(trip: Trip) -> Trip:
    """Return the trip without the members that are given twice or refer to nothing.

    The route must be intact.
    """
    places, stations = set(trip.place_by_id), set(trip.station_by_id)
    people = set(trip.delegate_by_id)
    items = [each for each in trip.item_by_id.values() if each.station in stations and each.place in places]
    kept = {item.id for item in items}
    groups = set(trip.group_by_id)
    return replace(
        trip,
        items=tuple(_intact_item(item, people) for item in items),
        delegates=tuple(trip.delegate_by_id.values()),
        groups=tuple(trip.group_by_id.values()),
        rules=tuple(rule for rule in trip.rules if kept.issuperset(rule.items)),
        pins=tuple(
            pin
            for pin in trip.pins
            if pin.item in kept and pin.group in groups | {None} and pin.delegate in people | {None}
        ),
        travel_min={
            pair: minutes
            for pair, minutes in trip.travel_min.items()
            if pair[0] != pair[1] and places.issuperset(pair)
        },
    )


def _intact_item(item: Item, people: set[str]) -> Item:
    if people.issuperset(item.required_people):
        return item
    return replace(item, required_people=tuple(each for each in item.required_people if each in people))
