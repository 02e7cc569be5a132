"""Rides and walks as views."""

from datetime import datetime

from geleit.documents.view.day_views import TransferView
from geleit.documents.view.groups import group_text, in_order
from geleit.documents.view.lens import Lens, minutes_after
from geleit.domain.places import TravelMode
from geleit.domain.programme import Transfer
from geleit.domain.wording import format_minutes

SLACK_NAMED_MIN = 10
"""Reserve is named where it is more than this many minutes."""
_ICONS = {
    TravelMode.WALK: "walk",
    TravelMode.TRAIN: "train",
    TravelMode.METRO: "train",
    TravelMode.FLIGHT: "flight",
}
_WORDS = {TravelMode.WALK: "walk", TravelMode.TRAIN: "train", TravelMode.METRO: "train"}

_Key = tuple[datetime, datetime, str, str, TravelMode]


def transfer_views(lens: Lens) -> tuple[TransferView, ...]:
    """Return transfers in time order; groups that travel the same way at the same time are one.

    The public sees none that would give away a place it may not know of.
    """
    merged: dict[_Key, list[Transfer]] = {}
    for transfer in lens.programme.transfers:
        if not lens.is_public or {transfer.origin, transfer.destination} <= _known_places(lens):
            key = (transfer.depart, transfer.arrive, transfer.origin, transfer.destination, transfer.mode)
            merged.setdefault(key, []).append(transfer)
    return tuple(_view(lens, merged[key]) for key in sorted(merged))


def icon_of_mode(mode: TravelMode) -> str:
    """Return the name of a travel mode's symbol."""
    return _ICONS.get(mode, "bus")


def word_of_mode(lens: Lens, mode: TravelMode) -> str:
    """Return the reader's word for a travel mode."""
    return lens.label(_WORDS.get(mode, "bus"))


def slack_min(transfer: Transfer) -> int:
    """Return the minutes between arriving and having to arrive."""
    return round((transfer.arrive - transfer.depart).total_seconds() / 60) - transfer.travel_min


def transfer_text(lens: Lens, transfer: Transfer) -> str:
    """Return "25 min", "zu Fuß 12 min", "24 min zum Hotel", with the reserve where it matters."""
    text = format_minutes(transfer.travel_min, lens.lang)
    if transfer.mode is TravelMode.WALK:
        text = lens.label("on_foot", text)
    if lens.is_base(transfer.destination):
        text = lens.label("to_hotel", text)
    slack = slack_min(transfer)
    if slack > SLACK_NAMED_MIN:
        text = lens.label("slack", text, format_minutes(slack, lens.lang))
    return text


def _known_places(lens: Lens) -> frozenset[str]:
    visible = {item.place for item in lens.trip.items if lens.shows(item)}
    return frozenset(visible | {station.base for station in lens.trip.stations})


def _view(lens: Lens, same: list[Transfer]) -> TransferView:
    first = same[0]
    trip = lens.trip
    station = lens.station_at(first.depart)
    zone, country = trip.zone_of(station.id), lens.country(station.id)
    groups = in_order(lens, (transfer.group for transfer in same))
    people = len({person for transfer in same for person in transfer.people})
    vehicles = tuple(
        lens.text(trip.group_by_id[group].vehicle).text for group in groups if trip.group_by_id[group].vehicle
    )
    is_walk = first.mode is TravelMode.WALK
    return TransferView(
        start=first.depart,
        end=first.arrive,
        start_min=minutes_after(first.depart, first.day, zone),
        end_min=minutes_after(first.arrive, first.day, zone),
        part=first.part,
        mode=first.mode.value,
        mode_word=word_of_mode(lens, first.mode),
        icon=icon_of_mode(first.mode),
        groups=groups,
        group_text=group_text(lens, groups),
        vehicles=() if is_walk else vehicles,
        text=transfer_text(lens, first),
        time_text=lens.clock_range(first.depart, first.arrive, zone, country),
        origin=lens.place_name(trip.place_by_id[first.origin]),
        destination=lens.place_name(trip.place_by_id[first.destination]),
        is_to_base=lens.is_base(first.destination),
        travel_min=first.travel_min,
        slack_min=slack_min(first),
        people=None if lens.is_public else people,
        people_text="" if lens.is_public else lens.people(people),
    )
