"""The days of one person's agenda."""

from collections.abc import Mapping
from dataclasses import dataclass

from geleit.documents.typst.booklet_days import split_time
from geleit.documents.typst.marks import Icons, named, sentence_case, shown, shown_list, status
from geleit.documents.typst.printable import Json
from geleit.documents.view import AgendaDay, AgendaEntry, AgendaView, EntryType, EntryView, RideView, Shown
from geleit.documents.words.labels import label
from geleit.documents.words.sentences import enumerated
from geleit.domain.text import Language
from geleit.domain.wording import format_minutes, join_list

LEAST_HOTEL_MIN = 60
"""Less time at the hotel than this shows as the gap that it is."""
_QUIET = (EntryType.MEAL, EntryType.HOTEL)


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """What is the same on everyone's agenda.

    Parameters
    ----------
    hotels
        Names of the delegation's hotels, whose addresses stand on the last page.
    early_min
        Minutes to be at an item's entrance before it starts, by item id.
    """

    lang: Language
    hotels: frozenset[str]
    early_min: Mapping[str, int]


def agenda_days(agenda: AgendaView, facts: AgendaFacts, icons: Icons) -> list[Json]:
    """Return the days of an agenda; ``icons`` gets the drawings that they use."""
    return [_day(day, facts, icons) for day in agenda.days]


def _day(day: AgendaDay, facts: AgendaFacts, icons: Icons) -> Json:
    first = day.entries[0].entry if day.entries else None
    return {
        "heading": shown(day.heading),
        "id": day.date.isoformat(),
        "has-ring": first is None or first.station_number is None,
        "route": day.route_text if "→" in day.route_text else "",
        "zone": day.zone_text,
        "group": day.group_text,
        "entries": _entries(day, facts, icons),
    }


def _entries(day: AgendaDay, facts: AgendaFacts, icons: Icons) -> list[Json]:
    """Return the day's entries without short waits at the hotel; the company is told when it changes."""
    found: list[Json] = []
    told = ""
    for one in day.entries:
        if one.entry.type is EntryType.HOTEL and one.entry.duration_min < LEAST_HOTEL_MIN:
            continue
        company = _company(one, facts.lang) if one.entry.type is EntryType.SESSION else ""
        found.append(
            {
                **_head(one.entry, facts.lang, icons),
                "place": shown_list(_place(one.entry, facts.hotels)),
                "early": _early(one.entry, facts),
                "with": company if company != told else "",
                **_ways(one, facts.lang, icons),
            }
        )
        told = company or told
    return found


def _head(entry: EntryView, lang: Language, icons: Icons) -> dict[str, Json]:
    item = entry.item
    is_quiet = entry.type in _QUIET
    time, zone = split_time(entry.start_text if is_quiet else entry.time_text, lang)
    return {
        "time": time.removesuffix(" Uhr"),
        "until": label("until", lang, entry.end_text) if is_quiet else "",
        "zone": zone,
        "expected": "" if entry.type is EntryType.MEAL else entry.expected,
        "assumed": entry.is_time_assumed,
        "chip": icons.chip(entry.family, entry.icon),
        "quiet": is_quiet,
        "title": named(entry.title),
        "status": status(entry.status),
        "session": entry.session_text,
        "station": entry.station_number,
        "text": shown(entry.description) if entry.type is EntryType.LEG else "",
        "dress": shown(item.dress) if item else "",
        "bring": shown(item.bring) if item else "",
    }


def _early(entry: EntryView, facts: AgendaFacts) -> str:
    minutes = facts.early_min.get(entry.item.id, 0) if entry.item else 0
    return label("early_at", facts.lang, format_minutes(minutes, facts.lang)) if minutes else ""


def _place(entry: EntryView, hotels: frozenset[str]) -> tuple[Shown, ...]:
    if entry.type is EntryType.SESSION and entry.place.text not in hotels:
        return entry.place, entry.address
    return (entry.place,)


def _ways(one: AgendaEntry, lang: Language, icons: Icons) -> dict[str, Json]:
    back = {**_ride(one.ride_back, lang, icons), "from": ""} if one.ride_back else None
    return {"ride": _ride(one.ride, lang, icons) if one.ride else None, "back": back}


def _ride(ride: RideView, lang: Language, icons: Icons) -> dict[str, Json]:
    minutes = round((ride.arrive - ride.depart).total_seconds() / 60)
    return {
        "icon": icons.line(ride.icon, "#2044aa"),
        "text": sentence_case(ride.text),
        "from": shown(ride.meeting_point),
        "travel": format_minutes(minutes, lang) if ride.is_walk else ride.travel_text,
    }


def _company(one: AgendaEntry, lang: Language) -> str:
    """Return the group, who leads it, and which heads of delegation are there."""
    guide = label("led_by", lang, one.guide) if one.guide else ""
    heads = label("with", lang, join_list(one.heads, lang)) if one.heads else ""
    return enumerated(lang, one.group_text, guide, heads)
