"""From the view to the rows of the workbook's tables."""

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from geleit.documents.view import AgendaView, EntryType, EntryView, ProgrammeView, StatusView, TransferView
from geleit.documents.words.labels import label
from geleit.documents.words.terms import heading, term
from geleit.documents.workbook.assumptions import assumed_objects
from geleit.documents.workbook.table import CellValue
from geleit.domain.calendar_names import WEEKDAYS_SHORT
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import join_list

Row = tuple[CellValue, ...]
WHOLE_ITEM = frozenset({"title", "kind", "duration_min"})
"""An item of which even these are assumed is assumed as a whole."""


def wall(instant: datetime, zone: str) -> tuple[date, time]:
    """Return local date and time, without a zone: a workbook's times have none, so the zone has its own column."""
    local = instant.astimezone(ZoneInfo(zone))
    return local.date(), local.time().replace(tzinfo=None)


def weekday(day: date, lang: Language) -> str:
    """Return the day of the week in short."""
    return WEEKDAYS_SHORT[lang][day.weekday()]


def programme_rows(view: ProgrammeView, trip: Trip) -> Iterator[Row]:
    """Yield sessions, legs and meals in time order."""
    lang = view.trip.lang
    for day in view.days:
        for entry in day.entries:
            if entry.type in (EntryType.HOTEL, EntryType.ARRIVAL):
                continue
            local_day, start = wall(entry.start, entry.zone)
            end_zone = _end_zone(entry, trip)
            item = trip.item_by_id[entry.item.id] if entry.item else None
            yield (
                local_day,
                weekday(local_day, lang),
                start,
                wall(entry.end, end_zone)[1],
                entry.zone if entry.zone == end_zone else f"{entry.zone} → {end_zone}",
                entry.status,
                entry.title.text,
                entry.item.station_name if entry.item else day.route_text,
                entry.group_text,
                entry.people,
                entry.session_text,
                entry.host.text,
                entry.place.text,
                entry.address.text,
                entry.item.kind_word if entry.item else _type_word(entry, lang),
                entry.expected or label("time_confirmed", lang),
                term(item.publication, lang) if item else "",
                item.request.channel if item else "",
                item.request.decide_by if item else None,
                label("pinned", lang) if entry.is_pinned else "",
                assumed_fields(item.assumed, lang) if item else "",
            )


def attendance_rows(agendas: tuple[AgendaView, ...]) -> Iterator[Row]:
    """Yield every person's every appointment."""
    for agenda in agendas:
        person = agenda.person
        for day in agenda.days:
            for one in day.entries:
                entry = one.entry
                if entry.type is not EntryType.SESSION:
                    continue
                local_day, start = wall(entry.start, entry.zone)
                ride = one.ride
                leaves = wall(ride.depart, entry.zone)[1] if ride else None
                yield (
                    person.name.text,
                    person.role_word,
                    person.organisation.text,
                    local_day,
                    start,
                    wall(entry.end, entry.zone)[1],
                    entry.zone,
                    entry.title.text,
                    entry.session_text,
                    one.group,
                    leaves,
                    ride.vehicle if ride else "",
                    ride.meeting_point.text if ride else "",
                    entry.place.text,
                )


def transfer_rows(view: ProgrammeView) -> Iterator[Row]:
    """Yield rides and walks in time order."""
    lang = view.trip.lang
    for day in view.days:
        for ride in day.transfers:
            yield _transfer_row(ride, day.zone, day.date, lang)


def group_rows(view: ProgrammeView) -> Iterator[Row]:
    """Yield who moves together, by day part."""
    lang = view.trip.lang
    for day in view.days:
        for column in day.groups:
            for part in column.parts:
                yield (
                    day.date,
                    weekday(day.date, lang),
                    part.part_word,
                    column.group.label,
                    column.group.name.text,
                    column.group.vehicle.text,
                    part.people,
                    column.group.seats,
                    part.guide,
                    join_list(part.heads, lang),
                    "; ".join(part.member_names),
                )


def unplaced_rows(view: ProgrammeView, trip: Trip) -> Iterator[Row]:
    """Yield what found no place, with every reason."""
    lang = view.trip.lang
    for one in view.unplaced:
        item = trip.item_by_id[one.item.id]
        yield (
            one.item.title.text,
            one.item.station_name,
            one.board_status,
            heading(item.kind, lang),
            item.duration_min,
            item.sessions_max,
            "\n".join(one.reasons),
        )


def assumption_rows(trip: Trip, lang: Language) -> Iterator[Row]:
    """Yield every object with values that the announcement did not give, and their names."""
    for kind, name, fields in assumed_objects(trip, lang):
        yield (label(kind, lang), name, assumed_fields(fields, lang))


def status_legend(view: ProgrammeView) -> tuple[StatusView, ...]:
    """Return the statuses that occur."""
    found = {item.status.key: item.status for item in view.trip.items}
    return tuple(found.values())


def assumed_fields(fields: frozenset[str], lang: Language) -> str:
    """Return the names of assumed fields in order, as the trip file has them; "all" where it says so."""
    if fields >= WHOLE_ITEM:
        return label("assumed_all", lang)
    return ", ".join(sorted(fields))


def _end_zone(entry: EntryView, trip: Trip) -> str:
    """Return in whose local time an entry ends: a leg in that of the place it reaches."""
    if entry.type is not EntryType.LEG:
        return entry.zone
    return trip.zone_of(trip.leg_by_id[entry.id.removeprefix("leg-")].destination)


def _type_word(entry: EntryView, lang: Language) -> str:
    return entry.title.text if entry.meal else label("leg_category", lang)


def _transfer_row(ride: TransferView, zone: str, day: date, lang: Language) -> Row:
    return (
        day,
        weekday(day, lang),
        heading(ride.part, lang),
        ", ".join(ride.groups),
        ", ".join(ride.vehicles),
        wall(ride.start, zone)[1],
        wall(ride.end, zone)[1],
        zone,
        ride.travel_min,
        ride.slack_min,
        ride.mode_word,
        ride.origin.text,
        ride.destination.text,
        ride.people,
    )
