"""Calendar files (RFC 5545): the whole programme, and one person's."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from geleit.documents.view import (
    AgendaEntry,
    AgendaView,
    Audience,
    EntryType,
    EntryView,
    RideView,
    build_agenda,
)
from geleit.documents.view.build_entries import by_time, leg_entries
from geleit.documents.view.lens import Lens
from geleit.documents.view.scheduled import scheduled_entries
from geleit.documents.words.labels import label
from geleit.documents.words.sentences import enumerated, named
from geleit.domain.programme import Programme
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_span

UID_DOMAIN = "geleit"
_LEG_PREFIX = "leg-"


def programme_calendar(
    trip: Trip,
    programme: Programme,
    lang: Language,
    *,
    now: datetime,
    audience: Audience = Audience.DELEGATION,
) -> bytes:
    """Return the whole programme: sessions and legs.

    Parameters
    ----------
    now
        Aware instant that stands as the time of the calendar's making.
    audience
        The public gets public items alone, without hotels and addresses.

    Returns
    -------
    bytes
        An iCalendar stream. The UID of a session is the same in every version, its SEQUENCE is the version.
    """
    lens = Lens(trip, programme, lang, audience)
    writer = _Writer(lens, now, "")
    legs = [entry for entry in leg_entries(lens) if entry.type is EntryType.LEG]
    entries = sorted([*scheduled_entries(lens), *legs], key=by_time)
    events = [writer.leg(one) if one.type is EntryType.LEG else writer.session(one) for one in entries]
    name = enumerated(lang, lens.text(trip.title).text, label("index_programmes", lang))
    return writer.calendar(name, format_span(trip.dates, lang), events)


def agenda_calendar(
    trip: Trip,
    programme: Programme,
    lang: Language,
    delegate: str,
    *,
    now: datetime,
    agenda: AgendaView | None = None,
) -> bytes:
    """Return one person's calendar: sessions with the way there, meals and legs.

    Parameters
    ----------
    delegate
        Id of the person.
    now
        Aware instant that stands as the time of the calendar's making.
    agenda
        The person's agenda in that language, where the caller has it already.

    Raises
    ------
    KeyError
        When nobody of that id travels.
    """
    lens = Lens(trip, programme, lang, Audience.DELEGATION)
    own = agenda or build_agenda(trip, programme, lang, delegate)
    writer = _Writer(lens, now, delegate)
    events = [
        writer.leg(one.entry) if one.entry.type is EntryType.LEG else writer.session(one.entry, one)
        for day in own.days
        for one in day.entries
        if one.entry.type in (EntryType.SESSION, EntryType.MEAL, EntryType.LEG)
    ]
    return writer.calendar(enumerated(lang, lens.text(trip.title).text, own.person.name.text), "", events)


class _Writer:
    """Makes the events of one calendar; a person's meal keeps its UID by its day."""

    def __init__(self, lens: Lens, now: datetime, delegate: str) -> None:
        self.lens = lens
        self.lang = lens.lang
        self.now = now.astimezone(UTC).replace(microsecond=0)
        self.delegate = delegate
        self.zones: set[str] = set()
        self.days: set[date] = set()

    def calendar(self, name: str, description: str, events: Sequence[Event]) -> bytes:
        calendar = Calendar()
        calendar.add("prodid", f"-//Geleit//Geleit//{self.lang.upper()}")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        if description:
            calendar.add("description", description)
        for zone in sorted(self.zones):
            calendar.add_component(_timezone(zone, min(self.days), max(self.days)))
        for event in events:
            calendar.add_component(event)
        return bytes(calendar.to_ical(sorted=False))

    def session(self, entry: EntryView, own: AgendaEntry | None = None) -> Event:
        event = self._event(entry, entry.zone, entry.zone)
        if entry.place_id and (entry.place or entry.address):
            place = self.lens.trip.place_by_id[entry.place_id]
            event.add("location", enumerated(self.lang, entry.place.text, entry.address.text))
            event.add("geo", (round(place.lat, 6), round(place.lon, 6)))
        if entry.item:
            event.add("categories", [entry.item.family_word, entry.item.kind_word])
        self._describe(event, [*self._way(own), *self._facts(entry, own)])
        return event

    def leg(self, entry: EntryView) -> Event:
        leg = self.lens.trip.leg_by_id[entry.id.removeprefix(_LEG_PREFIX)]
        trip = self.lens.trip
        event = self._event(entry, trip.zone_of(leg.origin), trip.zone_of(leg.destination))
        event.add("categories", [label("leg_category", self.lang)])
        self._describe(event, [entry.description.text])
        return event

    def _event(self, entry: EntryView, zone_from: str, zone_to: str) -> Event:
        event = Event()
        key = f"{entry.meal}-{entry.start:%Y%m%d}" if entry.meal else entry.id
        parts = [self.lens.trip.id, key, *([self.delegate] if self.delegate else [])]
        event.add("uid", f"{'/'.join(parts)}@{UID_DOMAIN}")
        event.add("sequence", self.lens.programme.version)
        event.add("dtstamp", self.now)
        start, end = entry.start.astimezone(ZoneInfo(zone_from)), entry.end.astimezone(ZoneInfo(zone_to))
        self.zones |= {zone_from, zone_to}
        self.days |= {start.date(), end.date()}
        event.add("dtstart", start)
        event.add("dtend", end)
        event.add("summary", entry.title.text, parameters={"LANGUAGE": entry.title.lang})
        event.add("status", self._status(entry))
        return event

    def _status(self, entry: EntryView) -> str:
        """Return requested to tentative as TENTATIVE, confirmed as CONFIRMED, ways out as CANCELLED."""
        if entry.item is None:
            return "TENTATIVE" if entry.expected else "CONFIRMED"
        request = self.lens.trip.item_by_id[entry.item.id].request
        if request.status.is_out:
            return "CANCELLED"
        is_its_time = not request.slots or entry.start in request.slots
        return "CONFIRMED" if request.status.is_firm and is_its_time else "TENTATIVE"

    def _way(self, own: AgendaEntry | None) -> list[str]:
        """Return how to get there and back, the bus first: that is the next step."""
        if own is None:
            return []
        lines = []
        if own.ride:
            lines += self._ride(own.ride)
        if own.be_there_text:
            lines.append(own.be_there_text)
        if own.ride_back:
            lines.append(named(self.lang, label("way_back", self.lang), own.ride_back.text))
        return lines

    def _ride(self, ride: RideView) -> list[str]:
        meeting = enumerated(self.lang, ride.meeting_point.text, ride.meeting_address.text)
        lines = [enumerated(self.lang, ride.text, ride.travel_text)]
        return [*lines, named(self.lang, label("meeting_point", self.lang), meeting)] if meeting else lines

    def _facts(self, entry: EntryView, own: AgendaEntry | None) -> list[str]:
        lang, item = self.lang, entry.item
        pairs = [
            ("host", entry.host.text),
            ("who", enumerated(lang, entry.group_text, entry.people_text, entry.session_text)),
            ("guests_label", item.guests.text if item else ""),
            ("bring", item.bring.text if item else ""),
            ("dress", item.dress.text if item else ""),
        ]
        lines = [named(lang, label(key, lang), text) for key, text in pairs if text]
        if own and own.guide:
            lines.append(label("guide", lang, own.guide))
        if entry.description:
            lines.append(entry.description.text)
        if entry.status:
            lines.append(named(lang, label("state", lang), entry.status.word))
        if entry.expected:
            lines.append(label("time_expected", lang))
        if entry.title.is_assumed or entry.is_time_assumed or entry.place.is_assumed:
            lines.append(label("assumed_note", lang))
        return lines

    def _describe(self, event: Event, lines: list[str]) -> None:
        if self.lens.trip.demonstration:
            lines = [*lines, label("demo_note", self.lang)]
        text = "\n".join(line for line in lines if line)
        if text:
            event.add("description", text, parameters={"LANGUAGE": self.lang})


@lru_cache(maxsize=64)
def _timezone(zone: str, first: date, last: date) -> Timezone:
    """Return the rules of a zone for the days of a calendar and the year around them."""
    margin = timedelta(days=366)
    made = Timezone.from_tzid(zone, first_date=first - margin, last_date=last + margin)
    made.pop("comment", None)  # that it ends there is its own affair
    return made
