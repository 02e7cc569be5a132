"""One person's agenda, kept ready: every entry drawn once for a version and a language, then only put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from markupsafe import Markup

from geleit.documents.view import AgendaDay, AgendaEntry, AgendaView, EntryType, build_agenda
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_day, format_time
from geleit.services.open_delegate import Visit
from geleit.services.read_published import Published, piece_of_published
from geleit.web.delegate.words import WORDS
from geleit.web.shared.pages import rendered

LATE: Final = timedelta(minutes=15)
"""An appointment stays the next one for so long after it has begun, for those who come late."""
NOT_AHEAD: Final = (EntryType.HOTEL, EntryType.ARRIVAL)
"""What nobody has to be on time for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEntry:
    """An entry of one person's day, drawn.

    Parameters
    ----------
    leaves
        When the ride there leaves; the start where there is none.
    what
        What leaves then: "Bus 2", or "Beginn".
    big, until
        Start in large letters, and the end with its unit: "09:40", "bis 11:10 Uhr".
    row, body
        Its line in the day, and the way there with all facts.
    """

    id: str
    type: EntryType
    family: str
    title: str
    title_lang: str
    start: datetime
    end: datetime
    leaves: datetime
    what: str
    big: str
    until: str
    expected: str
    row: Markup
    body: Markup

    @property
    def can_be_next(self) -> bool:
        """Whether somebody has to be on time for it."""
        return self.type not in NOT_AHEAD

    @property
    def stays_next_until(self) -> datetime:
        """Until when it is the next one."""
        return min(self.end, self.start + LATE) if self.end > self.start else self.start + LATE


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDay:
    """A day of one person, drawn."""

    date: date
    heading: str
    short: str
    zone: str
    zone_text: str
    group_text: str
    route_text: str
    entries: tuple[KeptEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAgenda:
    """One person's whole programme, drawn."""

    view: AgendaView
    days: tuple[KeptDay, ...]

    @property
    def entries(self) -> tuple[KeptEntry, ...]:
        """All entries, in time order."""
        return tuple(entry for day in self.days for entry in day.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where a person is in the programme.

    Parameters
    ----------
    next
        What the person has to be on time for next; None when nothing is ahead.
    day
        Today's day of the programme, else the next one, else the last.
    is_today
        Whether that day is today, on the clock of the day's own station.
    """

    next: KeptEntry | None
    day: KeptDay | None
    is_today: bool


def agenda_view_of(version: Published, lang: Language, delegate: str) -> AgendaView:
    """Return one person's view of a version, built once per process."""
    return piece_of_published(
        version=version,
        language=lang,
        piece=f"agenda/{delegate}",
        make=lambda: build_agenda(version.trip, version.programme, lang, delegate),
    )


def agenda_of(request: HttpRequest, visit: Visit, lang: Language) -> KeptAgenda | None:
    """Return a visitor's agenda; None while there is no programme."""
    version = visit.version
    if version is None:
        return None
    return piece_of_published(
        version=version,
        language=lang,
        piece=f"me/{visit.delegate}",
        make=lambda: _drawn(request, version.trip, agenda_view_of(version, lang, visit.delegate), lang),
    )


def moment_of(agenda: KeptAgenda, now: datetime) -> Moment:
    """Return where a person is at an instant."""
    ahead = (entry for entry in agenda.entries if entry.can_be_next and now < entry.stays_next_until)
    today = next((day for day in agenda.days if _is_on(day, now)), None)
    later = next((day for day in agenda.days if day.entries and day.entries[-1].end > now), None)
    last = agenda.days[-1] if agenda.days else None
    return Moment(next=next(ahead, None), day=today or later or last, is_today=today is not None)


def countdown(entry: KeptEntry, now: datetime, lang: Language) -> str:
    """Return how long it is until an entry, or until the ride there: "Bus 2 in 35 Minuten"."""
    is_away = entry.leaves <= now
    at, what = (entry.start, WORDS.say("de_start", lang)) if is_away else (entry.leaves, entry.what)
    minutes = round((at - now).total_seconds() / 60)
    if minutes < 1:
        return WORDS.say("de_now", lang, what)
    for size, key in ((24 * 60, "de_days"), (60, "de_hours"), (1, "de_minutes")):
        if minutes >= 2 * size or size == 1:
            count = round(minutes / size)
            return WORDS.say("de_minute" if count == 1 else key, lang, what, count)
    raise AssertionError("a minute is the least there is")


def clock_text(instant: datetime, zone: str, lang: Language) -> str:
    """Return a day and a time on a zone's clock: "20. Mai, 18:42 Uhr"."""
    wall = instant.astimezone(ZoneInfo(zone))
    day = format_day(wall.date(), lang, year=False, weekday=False)
    return f"{day}, {format_time(wall.time(), lang)}"


def _is_on(day: KeptDay, now: datetime) -> bool:
    return now.astimezone(ZoneInfo(day.zone)).date() == day.date


def _drawn(request: HttpRequest, trip: Trip, view: AgendaView, lang: Language) -> KeptAgenda:
    days = tuple(
        KeptDay(
            date=day.date,
            heading=day.heading.text,
            short=format_day(day.date, lang, year=False),
            zone=day.zone,
            zone_text=_zone_text(trip, day, lang),
            group_text=day.group_text,
            route_text=day.route_text,
            entries=tuple(_entry(request, trip, one, lang) for one in day.entries),
        )
        for day in view.days
    )
    return KeptAgenda(view=view, days=days)


def _entry(request: HttpRequest, trip: Trip, one: AgendaEntry, lang: Language) -> KeptEntry:
    entry = one.entry
    zone, country = ZoneInfo(entry.zone), _country(trip, entry.station)
    start, end = (instant.astimezone(zone).time() for instant in (entry.start, entry.end))
    big = format_time(start, lang, country=country, unit=False)
    until = WORDS.say("de_until", lang, format_time(end, lang, country=country))
    place = trip.place_by_id.get(entry.place_id or "")
    given = {
        "one": one,
        "entry": entry,
        "big": big,
        "depart": format_time(one.ride.depart.astimezone(zone).time(), lang, country=country, unit=False)
        if one.ride
        else "",
        "arrive": format_time(one.ride.arrive.astimezone(zone).time(), lang, country=country, unit=False)
        if one.ride
        else "",
        "until": until,
        "geo": f"geo:{place.lat},{place.lon}?q={place.lat},{place.lon}" if place else "",
        "phone": trip.call.contact_phone,
    }
    return KeptEntry(
        id=entry.id,
        type=entry.type,
        family=entry.family.value,
        title=entry.title.text,
        title_lang=entry.title.lang,
        start=entry.start,
        end=entry.end,
        leaves=one.ride.depart if one.ride else entry.start,
        what=_what(one, lang),
        big=big,
        until=until if entry.end > entry.start else "",
        expected=entry.expected,
        row=_html(request, "row", given),
        body=_html(request, "body", given),
    )


def _what(one: AgendaEntry, lang: Language) -> str:
    if one.ride is None:
        return WORDS.say("de_start", lang)
    return WORDS.say("de_leave", lang) if one.ride.is_walk else one.ride.vehicle


def _html(request: HttpRequest, piece: str, given: dict[str, Any]) -> Markup:
    return Markup(rendered(request, f"delegate/entry_{piece}.html", WORDS, **given).strip())  # noqa: S704 # our own template has escaped it


def _country(trip: Trip, station: str | None) -> str:
    return (trip.base_of(station) if station else trip.place_by_id[trip.home]).country


def _zone_text(trip: Trip, day: AgendaDay, lang: Language) -> str:
    """Return whose time it is, and how far home is from it at noon."""
    noon = datetime.combine(day.date, time(12), ZoneInfo(day.zone))
    home = noon.astimezone(ZoneInfo(trip.place_by_id[trip.home].zone))
    hours = ((home.utcoffset() or timedelta()) - (noon.utcoffset() or timedelta())) / timedelta(hours=1)
    if not hours:
        return f"{day.zone_text}."
    key = "de_home_later" if hours > 0 else "de_home_earlier"
    return f"{day.zone_text}. {WORDS.say(key, lang, f'{abs(hours):g}')}"


def kept_days(agenda: KeptAgenda | None) -> Sequence[KeptDay]:
    """Return the days of an agenda, none without one."""
    return agenda.days if agenda else ()


def epoch_ms(instant: datetime) -> int:
    """Return an instant as the phone's scripts count: milliseconds since 1970, UTC."""
    return round(instant.timestamp() * 1000)
