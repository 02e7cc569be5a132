"""One person's programme as a view."""

from collections.abc import Sequence
from datetime import date

from geleit.documents.view.agenda_views import AgendaDay, AgendaEntry, AgendaView, RideView
from geleit.documents.view.build_days import day_station, in_day, is_day_certain, stations_on, zone_text
from geleit.documents.view.build_entries import (
    by_time,
    hotel_entry,
    leg_entries,
    meal_entries,
    session_entries,
)
from geleit.documents.view.build_people import person_view
from geleit.documents.view.build_transfers import icon_of_mode, transfer_text, word_of_mode
from geleit.documents.view.build_trip import route_text
from geleit.documents.view.day_views import EntryType, EntryView
from geleit.documents.view.groups import guide_name, head_names, parts_at
from geleit.documents.view.hotel_time import Busy, hotel_gaps
from geleit.documents.view.lens import Lens, local_day
from geleit.documents.view.stays import trip_days
from geleit.documents.words.sentences import enumerated, separated
from geleit.documents.words.terms import heading
from geleit.domain.people import Delegate
from geleit.domain.places import TravelMode
from geleit.domain.programme import GroupPart, Transfer
from geleit.domain.wording import format_day


def agenda_view(lens: Lens, delegate_id: str) -> AgendaView:
    """Return one person's whole programme: every session the person attends, the legs, meals and rides.

    Raises
    ------
    KeyError
        When nobody of that id travels.
    """
    delegate = lens.trip.delegate_by_id[delegate_id]
    entries = [
        *session_entries(lens, of=delegate_id),
        *(entry for entry in leg_entries(lens) if delegate.presence.covers(entry.start, entry.end)),
        *meal_entries(lens, of=delegate_id),
    ]
    rides = sorted(
        (ride for ride in lens.programme.transfers if delegate_id in ride.people),
        key=lambda ride: ride.depart,
    )
    days = (_day(lens, delegate, day, entries, rides) for day in trip_days(lens.trip, lens.programme))
    return AgendaView(
        person=person_view(lens, delegate),
        days=tuple(day for day in days if day.entries),
        presence_text=_presence(lens, delegate),
    )


def _day(
    lens: Lens, delegate: Delegate, day: date, entries: Sequence[EntryView], rides: Sequence[Transfer]
) -> AgendaDay:
    station = day_station(lens, day)
    zone = lens.trip.zone_of(station)
    own = [in_day(lens, entry, day, zone) for entry in entries if local_day(entry.start, entry.zone) == day]
    moves = [ride for ride in rides if ride.day == day]
    own += [in_day(lens, entry, day, zone) for entry in _hotel_time(lens, own, moves)]
    own.sort(key=by_time)
    return AgendaDay(
        date=day,
        heading=lens.own(format_day(day, lens.lang), assumed=not is_day_certain(lens, day)),
        route_text=route_text(lens, stations_on(lens, day)),
        zone=zone,
        zone_text=zone_text(lens, station, day),
        group_text=_groups(lens, delegate.id, day),
        entries=tuple(_entry(lens, delegate.id, own, number, moves) for number in range(len(own))),
        note="" if own else lens.label("no_entries"),
    )


def _entry(
    lens: Lens, delegate: str, own: Sequence[EntryView], number: int, moves: Sequence[Transfer]
) -> AgendaEntry:
    entry = own[number]
    there, back = _way_there(lens, own, number, moves), _way_back(lens, own, number, moves)
    part = _part_of(lens, delegate, entry)
    item = lens.trip.item_by_id[entry.item.id] if entry.item else None
    early = item.arrive_before_min if item else 0
    return AgendaEntry(
        entry=entry,
        ride=_ride(lens, there) if there else None,
        ride_back=_ride(lens, back) if back else None,
        group=part.group if part else "",
        group_text=lens.label("Group", part.group) if part else "",
        guide=guide_name(lens, part) if part and part.guide != delegate else "",
        heads=head_names(lens, (one for one in entry.attendees if one != delegate)),
        be_there_text=lens.label("security_min", early) if early else "",
    )


def _way_there(
    lens: Lens, own: Sequence[EntryView], number: int, moves: Sequence[Transfer]
) -> Transfer | None:
    """Return the last ride to an entry's place since the entry before; none to time at the hotel."""
    entry = own[number]
    if entry.type is EntryType.HOTEL:
        return None
    after = own[number - 1].end if number else None
    place = _place_id(lens, entry)
    rides = [one for one in moves if one.destination == place and one.arrive <= entry.start]
    return next((one for one in reversed(rides) if after is None or one.depart >= after), None)


def _way_back(
    lens: Lens, own: Sequence[EntryView], number: int, moves: Sequence[Transfer]
) -> Transfer | None:
    """Return the ride to the hotel after an entry, unless it is the way to the next one."""
    entry, has_next = own[number], number + 1 < len(own)
    if entry.type is EntryType.HOTEL:
        return None
    until = own[number + 1].start if has_next else None
    rides = [one for one in moves if one.depart >= entry.end and lens.is_base(one.destination)]
    back = next((one for one in rides if until is None or one.arrive <= until), None)
    return None if has_next and back is _way_there(lens, own, number + 1, moves) else back


def _ride(lens: Lens, transfer: Transfer) -> RideView:
    trip = lens.trip
    station = lens.station_at(transfer.depart)
    zone, country = trip.zone_of(station.id), lens.country(station.id)
    is_walk = transfer.mode is TravelMode.WALK
    bus = lens.text(trip.group_by_id[transfer.group].vehicle).text
    vehicle = bus if bus and not is_walk else word_of_mode(lens, transfer.mode)
    depart = lens.clock(transfer.depart, zone, country)
    origin = trip.place_by_id[transfer.origin]
    text = f"{vehicle}{'' if lens.lang == 'zh' else ' '}{lens.label('departs', depart)}"
    return RideView(
        vehicle=vehicle,
        icon=icon_of_mode(transfer.mode),
        is_walk=is_walk,
        depart=transfer.depart,
        arrive=transfer.arrive,
        depart_text=depart,
        arrive_text=lens.clock(transfer.arrive, zone, country),
        meeting_point=lens.place_name(origin),
        meeting_address=lens.address(origin),
        destination=lens.place_name(trip.place_by_id[transfer.destination]),
        travel_text=transfer_text(lens, transfer),
        text=text[:1].upper() + text[1:],
    )


def _place_id(lens: Lens, entry: EntryView) -> str:
    """Return where the entry begins."""
    if entry.place_id:
        return entry.place_id
    return lens.trip.base_of(entry.station).id if entry.station else lens.trip.home


def _hotel_time(lens: Lens, own: Sequence[EntryView], moves: Sequence[Transfer]) -> list[EntryView]:
    busy = [Busy(ride.depart, ride.arrive, ride.destination) for ride in moves]
    for entry in own:
        after = (
            lens.trip.leg_by_id[entry.id.removeprefix("leg-")].destination
            if entry.type is EntryType.LEG
            else None
        )
        place = lens.trip.base_of(after).id if after else _place_id(lens, entry)
        busy.append(Busy(entry.start, entry.end, place))
    bases = frozenset(station.base for station in lens.trip.stations)
    return [hotel_entry(lens, start, end, ()) for start, end, _ in hotel_gaps(busy, bases)]


def _part_of(lens: Lens, delegate: str, entry: EntryView) -> GroupPart | None:
    parts = parts_at(lens, entry.start, entry.zone)
    return next((part for part in parts if delegate in part.members), None)


def _groups(lens: Lens, delegate: str, day: date) -> str:
    own = [part for part in lens.programme.groups if part.day == day and delegate in part.members]
    if not own:
        return ""
    if len({part.group for part in own}) == 1:
        return lens.label("Group", own[0].group)
    each = (f"{heading(part.part, lens.lang)} {lens.label('Group', part.group)}" for part in own)
    return enumerated(lens.lang, *each)


def _presence(lens: Lens, delegate: Delegate) -> str:
    """Return when the person joins or leaves, where that differs from the delegation."""
    texts = []
    for key, instant in (("joins", delegate.presence.joins), ("leaves", delegate.presence.leaves)):
        if instant:
            station = lens.station_at(instant)
            zone = lens.trip.zone_of(station.id)
            day = format_day(local_day(instant, zone), lens.lang, year=False)
            clock = lens.clock(instant, zone, lens.country(station.id))
            texts.append(lens.label(key, enumerated(lens.lang, day, clock)))
    return separated(lens.lang, *texts)
