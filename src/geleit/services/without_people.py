"""What is left of a trip and its programme when nobody is named any more: pure functions on values."""

from dataclasses import replace

from geleit.domain.hosts import Host
from geleit.domain.items import Item
from geleit.domain.programme import Programme, Unplaced
from geleit.domain.trip import Trip


def trip_without_people(trip: Trip) -> Trip:
    """Return a trip without delegates, their organisations, contacts at hosts, and everything that names them.

    What the organisers announced stays as it is: route, items, hosts, notes, who leads, whom to ask.
    """
    return replace(
        trip,
        delegates=(),
        organisations=(),
        hosts=tuple(_host(host) for host in trip.hosts),
        items=tuple(_item(item) for item in trip.items),
        pins=tuple(replace(pin, note="") for pin in trip.pins if pin.delegate is None),
    )


def _host(host: Host) -> Host:
    return replace(host, contacts=(), assumed=host.assumed - {"contacts"})


def _item(item: Item) -> Item:
    return replace(
        item,
        required_people=(),
        request=replace(item.request, channel=""),
        name_list=replace(item.name_list, people=frozenset(), delta=frozenset()),
    )


def programme_without_people(programme: Programme) -> Programme:
    """Return a programme that says what took place when and where, and not who was there."""
    return replace(
        programme,
        sessions=tuple(replace(session, attendees=()) for session in programme.sessions),
        groups=tuple(replace(group, members=(), guide=None) for group in programme.groups),
        transfers=tuple(replace(transfer, people=()) for transfer in programme.transfers),
        meals=tuple(replace(meal, people=()) for meal in programme.meals),
        unplaced=tuple(Unplaced(item=each.item, reasons=()) for each in programme.unplaced),
    )
