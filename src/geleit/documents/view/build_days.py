"""The days of a programme as views."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from geleit.documents.view.build_entries import (
    by_time,
    hotel_entry,
    leg_entries,
    meal_entries,
    session_entries,
    with_zone,
)
from geleit.documents.view.build_transfers import transfer_views
from geleit.documents.view.build_trip import route_text
from geleit.documents.view.day_groups import day_groups
from geleit.documents.view.day_views import DayView, EntryType, EntryView, HourView, TransferView
from geleit.documents.view.grid import arrows, cards, hours_of
from geleit.documents.view.groups import groups_of, parts_at, session_groups
from geleit.documents.view.hotel_time import Busy, hotel_gaps
from geleit.documents.view.lens import Lens, local_day, minutes_after
from geleit.documents.view.outline import outline
from geleit.documents.view.stays import trip_days
from geleit.domain.dates import Containment
from geleit.domain.wording import format_board_day, format_day, format_time, format_zone


def day_views(lens: Lens) -> tuple[DayView, ...]:
    """Return every day from the first to the last, days without any entry included."""
    entries = [*session_entries(lens), *leg_entries(lens), *meal_entries(lens)]
    transfers = transfer_views(lens)
    return tuple(
        _day_view(lens, number, day, entries, transfers)
        for number, day in enumerate(trip_days(lens.trip, lens.programme), start=1)
    )


def day_station(lens: Lens, day: date) -> str | None:
    """Return the station in whose local time a day is told: where it begins; None for home."""
    here = stations_on(lens, day)
    if here:
        return here[0]
    before = [stay.station for stay in lens.stays if stay.last_day < day]
    after = [stay.station for stay in lens.stays if stay.first_day > day]
    return before[-1] if before and after else None


def stations_on(lens: Lens, day: date) -> tuple[str, ...]:
    """Return the ids of the stations where the delegation is for some of the day."""
    return tuple(stay.station for stay in lens.stays if stay.covers(day))


def in_day(lens: Lens, entry: EntryView, day: date, zone: str) -> EntryView:
    """Return the entry as told on a day: minutes in the day's zone, another zone named."""
    start, end = minutes_after(entry.start, day, zone), minutes_after(entry.end, day, zone)
    if _offset(entry.start, entry.zone) == _offset(entry.start, zone):
        return replace(entry, start_min=start, end_min=end)
    time_text = with_zone(lens, entry.time_text, entry.station, entry.start)
    return replace(entry, start_min=start, end_min=end, time_text=time_text)


def zone_text(lens: Lens, station: str | None, day: date) -> str:
    """Return "Ortszeit New York (EDT, UTC−4)"."""
    trip = lens.trip
    name = trip.place_by_id[trip.home].name if station is None else trip.station_by_id[station].name
    return format_zone(lens.text(name).text, trip.zone_of(station), lens.lang, day=day)


def is_day_certain(lens: Lens, day: date) -> bool:
    """Whether the announcement itself says that the day belongs to the trip."""
    return lens.trip.dates.contains(day) is Containment.YES and "dates" not in lens.trip.assumed


def _day_view(
    lens: Lens, number: int, day: date, entries: list[EntryView], transfers: tuple[TransferView, ...]
) -> DayView:
    station = day_station(lens, day)
    zone, country = lens.trip.zone_of(station), lens.country(station)
    stations = stations_on(lens, day)
    own = [in_day(lens, entry, day, zone) for entry in entries if local_day(entry.start, entry.zone) == day]
    own += [in_day(lens, entry, day, zone) for entry in _hotel_entries(lens, day, zone)]
    own.sort(key=by_time)
    rides = tuple(ride for ride in transfers if local_day(ride.start, zone) == day)
    columns = [group.id for group in lens.trip.groups]
    is_assumed = not is_day_certain(lens, day)
    periods = [(one.start_min, one.end_min) for one in own] + [(one.start_min, one.end_min) for one in rides]
    from_min, to_min = hours_of(periods)
    return DayView(
        date=day,
        number=number,
        heading=lens.own(format_day(day, lens.lang), assumed=is_assumed),
        title=lens.own(format_day(day, lens.lang, year=False), assumed=is_assumed),
        short_heading=format_board_day(day, lens.lang),
        stations=stations,
        route_text=route_text(lens, stations),
        zone=zone,
        zone_text=zone_text(lens, station, day),
        station_number=_number_if_first(lens, day, station),
        entries=tuple(own),
        outline=outline(lens, own, zone, country),
        transfers=rides,
        cards=cards((entry for entry in own if entry.type is not EntryType.ARRIVAL), columns),
        arrows=arrows(rides, columns),
        groups=day_groups(lens, day),
        from_min=from_min,
        to_min=to_min,
        hours=tuple(_hour(lens, minute, country) for minute in range(from_min + 60, to_min, 60)),
        note="" if own else lens.label("no_entries"),
    )


def _hotel_entries(lens: Lens, day: date, zone: str) -> list[EntryView]:
    """Return time at the hotel, groups that have it at the same time together."""
    shared: dict[tuple[datetime, datetime], list[str]] = {}
    bases = frozenset(station.base for station in lens.trip.stations)
    for group in lens.trip.groups:
        for start, end, _ in hotel_gaps(_busy(lens, group.id, day, zone), bases):
            shared.setdefault((start, end), []).append(group.id)
    return [hotel_entry(lens, start, end, tuple(groups)) for (start, end), groups in sorted(shared.items())]


def _busy(lens: Lens, group: str, day: date, zone: str) -> Iterable[Busy]:
    """Yield the periods in which a group is on the way or at an appointment, hidden ones included."""
    trip, programme = lens.trip, lens.programme
    for transfer in programme.transfers:
        if transfer.group == group and transfer.day == day:
            yield Busy(transfer.depart, transfer.arrive, transfer.destination)
    for session in programme.sessions:
        if local_day(session.start, zone) == day and group in session_groups(lens, session):
            yield Busy(session.start, session.end, session.place)
    for meal in programme.meals:
        at_table = groups_of(lens, meal.people, parts_at(lens, meal.start, zone))
        if local_day(meal.start, zone) == day and group in at_table:
            yield Busy(meal.start, meal.end, meal.place)
    for leg in programme.legs:
        if day in (local_day(leg.depart, zone), local_day(leg.arrive, zone)):
            destination = trip.leg_by_id[leg.leg].destination
            yield Busy(leg.depart, leg.arrive, trip.base_of(destination).id if destination else trip.home)


def _number_if_first(lens: Lens, day: date, station: str | None) -> int | None:
    """Return the number on the thread of the station where the day begins, when it is its first day."""
    first = any(stay.station == station and stay.first_day == day for stay in lens.stays)
    return [one.id for one in lens.trip.stations].index(station) + 1 if first and station else None


def _hour(lens: Lens, minute: int, country: str) -> HourView:
    text = format_time(time(minute // 60 % 24), lens.lang, country=country, unit=False)
    return HourView(minute=minute, text=text)


def _offset(instant: datetime, zone: str) -> object:
    return instant.astimezone(ZoneInfo(zone)).utcoffset()
