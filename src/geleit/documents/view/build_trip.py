"""The trip as a view."""

from dataclasses import fields, is_dataclass, replace
from datetime import date

from geleit.documents.view.build_items import host_views, sector_views, visible_items
from geleit.documents.view.build_people import (
    call_view,
    group_views,
    people_in_order,
    person_view,
    sections_by_role,
    sections_by_sector,
)
from geleit.documents.view.lens import Lens, local_day
from geleit.documents.view.trip_views import ItemView, LegView, NoteView, StationView, TripView
from geleit.documents.view.values import Shown, StatusView
from geleit.documents.words.sentences import enumerated, separated
from geleit.documents.words.terms import heading, term
from geleit.domain.kinds import LegMode
from geleit.domain.status import StationStatus
from geleit.domain.text import as_language
from geleit.domain.trip import Leg, Station
from geleit.domain.wording import format_certainty, format_day, format_days, format_duration, format_span


def trip_view(lens: Lens) -> TripView:
    """Return the trip for one audience in one language."""
    trip, assumed = lens.trip, lens.trip.assumed
    items = visible_items(lens)
    people = people_in_order(lens)
    legs = tuple(leg_view(lens, leg) for leg in trip.legs)
    view = TripView(
        id=trip.id,
        lang=lens.lang,
        languages=tuple(as_language(lang) for lang in trip.languages),
        audience=lens.audience,
        title=lens.text(trip.title, assumed="title" in assumed),
        subtitle=lens.text(trip.subtitle, assumed="subtitle" in assumed),
        motto=lens.text(trip.motto, assumed="motto" in assumed),
        intro=lens.text(trip.intro, assumed="intro" in assumed),
        leadership=lens.text(trip.leadership, assumed="leadership" in assumed),
        heads=tuple(person_view(lens, head) for head in trip.heads),
        dates=lens.own(format_span(trip.dates, lens.lang), assumed="dates" in assumed),
        certainty=_certainty(lens),
        route=tuple(lens.text(station.name).text for station in trip.stations),
        stations=tuple(
            _station_view(lens, number, station, items, legs)
            for number, station in enumerate(trip.stations, start=1)
        ),
        legs=legs,
        sectors=sector_views(lens, items),
        is_open_to_all=trip.open_to_all_sectors,
        sector_note=lens.text(trip.sector_note, assumed="sector_note" in assumed),
        host_kinds=lens.text(trip.host_kinds, assumed="host_kinds" in assumed),
        frame_programme=lens.text(trip.frame_programme, assumed="frame_programme" in assumed),
        items=items,
        hosts=host_views(lens, items),
        people=people,
        by_role=sections_by_role(lens, people),
        by_sector=sections_by_sector(lens, people),
        groups=group_views(lens),
        call=call_view(lens),
        notes=tuple(
            NoteView(
                title=lens.text(note.title, assumed="title" in note.assumed),
                text=lens.text(note.text, assumed="text" in note.assumed),
            )
            for note in trip.notes
        ),
        demonstration=lens.text(trip.demonstration),
        version=lens.programme.version,
        version_text=lens.label("version", lens.programme.version),
        has_assumed=True,
        has_samples=any(person.is_sample for person in people) or bool(trip.call.sample),
    )
    return view if holds_assumed(view) else replace(view, has_assumed=False)


def leg_view(lens: Lens, leg: Leg) -> LegView:
    """Return a leg with its planned times."""
    planned = next((one for one in lens.programme.legs if one.leg == leg.id), None)
    assumed = "travel_min" in leg.assumed
    duration = format_duration(leg.travel_min, lens.lang)
    mode = heading(leg.mode, lens.lang)
    return LegView(
        id=leg.id,
        title=lens.text(leg.title, assumed="title" in leg.assumed)
        if leg.title
        else lens.own(_leg_title(lens, leg)),
        note=lens.text(leg.note, assumed="note" in leg.assumed),
        mode=leg.mode,
        mode_word=mode,
        icon=leg.mode.value,
        origin=leg.origin,
        destination=leg.destination,
        depart=planned.depart if planned else None,
        arrive=planned.arrive if planned else None,
        duration_text=lens.own(duration, assumed=assumed),
        summary=lens.own(enumerated(lens.lang, mode, duration), assumed=assumed or "mode" in leg.assumed),
    )


def holds_assumed(value: object) -> bool:
    """Whether a view shows any value that the announcement did not give."""
    if isinstance(value, Shown):
        return value.is_assumed
    if isinstance(value, tuple):
        return any(holds_assumed(part) for part in value)
    if is_dataclass(value):
        return any(
            holds_assumed(getattr(value, field.name))
            for field in fields(value)
            if field.name != "has_assumed"
        )
    return False


def _certainty(lens: Lens) -> str:
    """Return what of the trip's dates is certain; empty when both ends are exact days."""
    dates = lens.trip.dates
    if dates.is_exact:
        return ""
    night = _night_home(lens)
    if night and night == tuple(point.earliest for point in dates.end.points):
        leaves, arrives = (format_day(day, lens.lang, year=False, weekday=False) for day in night)
        return lens.label("overnight", leaves, arrives)
    if dates.start == dates.end:
        return format_certainty(dates.start, lens.lang)
    start = lens.label("certain_start", format_certainty(dates.start, lens.lang))
    end = lens.label("certain_end", format_certainty(dates.end, lens.lang))
    return separated(lens.lang, start, end)


def _night_home(lens: Lens) -> tuple[date, date] | None:
    """Return the days between which the journey home lies, None where it does not go through the night."""
    for planned in lens.programme.legs:
        leg = lens.trip.leg_by_id[planned.leg]
        if leg.destination is None:
            leaves = local_day(planned.depart, lens.trip.zone_of(leg.origin))
            arrives = local_day(planned.arrive, lens.trip.zone_of(None))
            return (leaves, arrives) if leaves != arrives else None
    return None


def _leg_title(lens: Lens, leg: Leg) -> str:
    if leg.destination is None:
        origin = lens.trip.station_by_id[leg.origin or ""]
        key = "flight_home" if leg.mode is LegMode.FLIGHT else "leg_home"
        return lens.label(key, lens.text(origin.name).text)
    name = lens.text(lens.trip.station_by_id[leg.destination].name).text
    return lens.label("leg_to", heading(leg.mode, lens.lang), name)


def _station_view(
    lens: Lens, number: int, station: Station, items: tuple[ItemView, ...], legs: tuple[LegView, ...]
) -> StationView:
    own = tuple(item for item in items if item.station == station.id)
    base = lens.trip.place_by_id[station.base]
    away = dict.fromkeys(item.place.text for item in own if item.is_away and item.place)
    return StationView(
        id=station.id,
        number=number,
        name=lens.text(station.name),
        dates=_station_dates(lens, station),
        status=_station_status(lens, station.status),
        description=lens.text(station.description, assumed="description" in station.assumed),
        base=lens.place_name(base),
        base_address=lens.address(base),
        items=own,
        excursions=tuple(away),
        arrival=next((leg for leg in legs if leg.destination == station.id), None),
        departure=next((leg for leg in legs if leg.origin == station.id), None),
    )


def _station_status(lens: Lens, status: StationStatus) -> StatusView:
    key = "confirmed" if status is StationStatus.FIXED else "planned"
    return StatusView(key, term(status, lens.lang))


def _station_dates(lens: Lens, station: Station) -> Shown:
    """Return the days that the plan gives the station, else the announced ones."""
    stay = next((one for one in lens.stays if one.station == station.id), None)
    announced = station.dates
    if stay is None:
        return lens.own(
            format_span(announced, lens.lang) if announced else "", assumed="dates" in station.assumed
        )
    planned = (stay.first_day, stay.last_day)
    is_announced = announced is not None and (announced.start.day, announced.end.day) == planned
    assumed = not is_announced or "dates" in station.assumed
    return lens.own(format_days(*planned, lens.lang), assumed=assumed)


def route_text(lens: Lens, stations: tuple[str, ...]) -> str:
    """Return the names of stations as a way: "Washington, D.C. → New York"."""
    return " → ".join(lens.text(lens.trip.station_by_id[station].name).text for station in stations)
