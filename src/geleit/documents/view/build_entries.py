"""Entries of the programme: sessions, legs and arrivals, meals, hotel time."""

from datetime import datetime, timedelta

from geleit.documents.view.build_items import icon_of, item_view
from geleit.documents.view.build_trip import leg_view
from geleit.documents.view.day_views import EntryType, EntryView
from geleit.documents.view.draft import Draft, finish
from geleit.documents.view.groups import groups_of, is_everyone, is_mostly, parts_at, session_groups
from geleit.documents.view.lens import Lens, local_day
from geleit.documents.view.trip_views import LegView
from geleit.documents.view.values import Shown, StatusView
from geleit.documents.words.sentences import enumerated, sentences
from geleit.documents.words.terms import heading, term
from geleit.domain.items import Item, PinKind
from geleit.domain.kinds import Meal
from geleit.domain.programme import PlannedLeg, Session
from geleit.domain.status import PublicStatus
from geleit.domain.wording import format_day, format_zone

_Sitting = tuple[datetime, datetime, Meal, str]


def session_entries(lens: Lens, *, of: str | None = None) -> tuple[EntryView, ...]:
    """Return the sessions this audience may see, in time order.

    Parameters
    ----------
    of
        A delegate: the sessions this person attends, whatever their publication.
    """
    found = []
    for session in lens.programme.sessions:
        item = lens.trip.item_by_id[session.item]
        if of in session.attendees if of is not None else lens.shows(item):
            found.append(session_entry(lens, session, item))
    return tuple(sorted(found, key=by_time))


def leg_entries(lens: Lens) -> tuple[EntryView, ...]:
    """Return departures of legs, and arrivals where they fall on another day."""
    found = []
    for planned in lens.programme.legs:
        leg = leg_view(lens, lens.trip.leg_by_id[planned.leg])
        found.append(_leg_entry(lens, planned, leg))
        zone_from, zone_to = lens.trip.zone_of(leg.origin), lens.trip.zone_of(leg.destination)
        if local_day(planned.depart, zone_from) != local_day(planned.arrive, zone_to):
            found.append(_arrival_entry(lens, planned, leg))
    return tuple(sorted(found, key=by_time))


def meal_entries(lens: Lens, *, of: str | None = None) -> tuple[EntryView, ...]:
    """Return the meal breaks, all of them or one delegate's; the same time at the same place is one entry."""
    merged: dict[_Sitting, set[str]] = {}
    for meal in lens.programme.meals:
        if of is None or of in meal.people:
            merged.setdefault((meal.start, meal.end, meal.meal, meal.place), set()).update(meal.people)
    found = [
        _meal_entry(lens, number, sitting, tuple(sorted(people)))
        for number, (sitting, people) in enumerate(sorted(merged.items()), start=1)
    ]
    return tuple(sorted(found, key=by_time))


def hotel_entry(lens: Lens, start: datetime, end: datetime, groups: tuple[str, ...]) -> EntryView:
    """Return time at the hotel between two appointments: a promise to people, not a gap."""
    title = lens.own(lens.label("hotel_time"))
    draft = Draft(
        id="-".join(["hotel", f"{start:%Y%m%dT%H%M}", *groups]),
        type=EntryType.HOTEL,
        station=lens.station_at(start).id,
        start=start,
        end=end,
        title=title,
        short=title,
        icon="hotel",
        groups=groups,
        is_joint=is_everyone(lens, groups),
        nothing=lens.own(""),
    )
    return finish(lens, draft)


def by_time(entry: EntryView) -> tuple[datetime, datetime, str]:
    """Return the key that sorts entries by time."""
    return entry.start, entry.end, entry.id


def session_entry(lens: Lens, session: Session, item: Item) -> EntryView:
    """Return one session as this audience reads it."""
    view = item_view(lens, item)
    siblings = lens.programme.sessions_of[item.id]
    is_confirmed = session.start in item.firm_slots
    groups = session_groups(lens, session)
    place = lens.trip.place_by_id[session.place]
    draft = Draft(
        id=session.id,
        type=EntryType.SESSION,
        station=item.station,
        start=session.start,
        end=session.end,
        item=view,
        title=view.title,
        short=view.short,
        family=item.kind.family,
        icon=icon_of(lens, item),
        status=view.status,
        place_id=place.id,
        place=lens.place_name(place, item=item),
        address=lens.address(place, item=item),
        host=view.host,
        description=view.description,
        is_expected=not is_confirmed,
        is_time_assumed=not is_confirmed and not item.assumed.isdisjoint({"windows", "duration_min"}),
        groups=groups,
        is_joint=item.is_together or (is_everyone(lens, groups) and len(siblings) == 1),
        attendees=session.attendees,
        session_number=[one.id for one in siblings].index(session.id) + 1,
        session_count=len(siblings),
        is_highlight=item.highlight,
        is_pinned=_is_pinned(lens, session),
        nothing=lens.own(""),
    )
    return finish(lens, draft)


def _leg_entry(lens: Lens, planned: PlannedLeg, leg: LegView) -> EntryView:
    stations = [station.id for station in lens.trip.stations]
    draft = Draft(
        id=f"leg-{leg.id}",
        type=EntryType.LEG,
        station=leg.origin,
        start=planned.depart,
        end=planned.arrive,
        title=leg.title,
        short=lens.own(leg.mode_word),
        icon=leg.icon,
        status=_planned(lens),
        description=_leg_description(lens, planned, leg),
        is_expected=True,
        is_time_assumed=_is_leg_assumed(lens, leg),
        groups=tuple(group.id for group in lens.trip.groups),
        is_joint=True,
        station_number=stations.index(leg.destination) + 1 if leg.destination else None,
        has_start_only=True,
        nothing=lens.own(""),
    )
    return finish(lens, draft)


def _arrival_entry(lens: Lens, planned: PlannedLeg, leg: LegView) -> EntryView:
    title = lens.own(lens.label("arrival", _name_of(lens, leg.destination)))
    draft = Draft(
        id=f"arrival-{leg.id}",
        type=EntryType.ARRIVAL,
        station=leg.destination,
        start=planned.arrive,
        end=planned.arrive + timedelta(minutes=1),
        title=title,
        short=title,
        icon=leg.icon,
        status=_planned(lens),
        is_expected=True,
        is_time_assumed=_is_leg_assumed(lens, leg),
        groups=tuple(group.id for group in lens.trip.groups),
        is_joint=True,
        has_start_only=True,
        nothing=lens.own(""),
    )
    return finish(lens, draft)


def _leg_description(lens: Lens, planned: PlannedLeg, leg: LegView) -> Shown:
    """Return when it arrives, on whose clock, how long it takes, and the leg's own note."""
    zone_from, zone_to = lens.trip.zone_of(leg.origin), lens.trip.zone_of(leg.destination)
    arrive = lens.clock(planned.arrive, zone_to, lens.country(leg.destination))
    day_to = local_day(planned.arrive, zone_to)
    if day_to != local_day(planned.depart, zone_from):
        arrive = enumerated(lens.lang, format_day(day_to, lens.lang, year=False), arrive)
    if zone_from != zone_to:
        arrive = with_zone(lens, arrive, leg.destination, planned.arrive)
    journey = lens.label("journey", leg.duration_text.text)
    text = sentences(lens.lang, lens.label("arrives", arrive), journey, leg.note.text)
    return Shown(text, lens.lang, leg.note.is_fallback, leg.duration_text.is_assumed)


def with_zone(lens: Lens, time_text: str, station: str | None, instant: datetime) -> str:
    """Return a time with the name of whose time it is, for lines that leave the day's zone."""
    zone = lens.trip.zone_of(station)
    name = format_zone(_name_of(lens, station), zone, lens.lang, day=local_day(instant, zone))
    return f"{time_text}（{name}）" if lens.lang == "zh" else f"{time_text}, {name}"


def _meal_entry(lens: Lens, number: int, sitting: _Sitting, people: tuple[str, ...]) -> EntryView:
    start, end, meal, place_id = sitting
    station = lens.station_at(start)
    parts = parts_at(lens, start, lens.trip.zone_of(station.id))
    groups = groups_of(lens, people, parts) or tuple(group.id for group in lens.trip.groups)
    title = lens.own(heading(meal, lens.lang))
    place = lens.trip.place_by_id[place_id]
    draft = Draft(
        id=f"meal-{start:%Y%m%dT%H%M}-{number}",
        type=EntryType.MEAL,
        station=station.id,
        start=start,
        end=end,
        title=title,
        short=title,
        icon="meal",
        meal=meal,
        place_id=place_id,
        place=lens.place_name(place),
        address=lens.address(place),
        is_expected=True,
        groups=groups,
        is_joint=is_everyone(lens, groups),
        is_minor=not any(is_mostly(people, part) for part in parts) and bool(parts),
        attendees=people,
        nothing=lens.own(""),
    )
    return finish(lens, draft)


def _is_pinned(lens: Lens, session: Session) -> bool:
    """Whether the organiser sees a pin on it; a pin is nobody else's business."""
    return lens.is_organiser and any(
        pin.item == session.item and pin.kind is PinKind.TIME and pin.start == session.start
        for pin in lens.trip.pins
    )


def _is_leg_assumed(lens: Lens, leg: LegView) -> bool:
    return not lens.trip.leg_by_id[leg.id].assumed.isdisjoint({"departures", "travel_min"})


def _planned(lens: Lens) -> StatusView:
    return StatusView(PublicStatus.PLANNED.value, term(PublicStatus.PLANNED, lens.lang))


def _name_of(lens: Lens, station: str | None) -> str:
    if station is None:
        return lens.text(lens.trip.place_by_id[lens.trip.home].name).text
    return lens.text(lens.trip.station_by_id[station].name).text
