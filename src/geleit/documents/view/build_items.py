"""Items, hosts and sectors as views."""

from geleit.documents.view.lens import Lens, local_day
from geleit.documents.view.trip_views import HostView, ItemView, SectorView, SessionTime
from geleit.documents.view.values import Shown
from geleit.documents.words.terms import heading
from geleit.domain.hosts import Host
from geleit.domain.items import Item
from geleit.domain.kinds import HostKind, ItemKind
from geleit.domain.programme import Session
from geleit.domain.wording import format_day, format_minutes


def icon_of(lens: Lens, item: Item) -> str:
    """Return the name of the item's symbol: its kind's, and the globe for an international organisation."""
    host = lens.trip.host_by_id.get(item.host or "")
    if host is not None and host.kind is HostKind.INTERNATIONAL_ORGANISATION:
        return "globe"
    return item.kind.value


def item_view(lens: Lens, item: Item) -> ItemView:
    """Return one item; the caller has asked ``lens.shows`` first."""
    if item.id not in lens.item_views:
        lens.item_views[item.id] = _item_view(lens, item)
    return lens.item_views[item.id]


def _item_view(lens: Lens, item: Item) -> ItemView:
    trip, assumed = lens.trip, item.assumed
    host = trip.host_by_id.get(item.host or "")
    place = trip.place_by_id[item.place]
    times = tuple(
        _session_time(lens, item, session) for session in lens.programme.sessions_of.get(item.id, ())
    )
    return ItemView(
        id=item.id,
        title=lens.text(item.title, assumed="title" in assumed),
        short=lens.text(item.display_short),
        kind=item.kind,
        kind_word=heading(item.kind, lens.lang),
        family=item.kind.family,
        family_word=heading(item.kind.family, lens.lang),
        icon=icon_of(lens, item),
        status=lens.status(item),
        station=item.station,
        station_name=lens.text(trip.station_by_id[item.station].name).text,
        place=lens.place_name(place, item=item),
        address=lens.address(place, item=item),
        host=lens.text(host.name, assumed="host" in assumed) if host else lens.own(""),
        host_id=host.id if host else None,
        description=lens.text(item.description, assumed="description" in assumed),
        guests=_guests(lens, item),
        duration=lens.own(format_minutes(item.duration_min, lens.lang), assumed="duration_min" in assumed),
        cap=_cap(lens, item),
        dress=lens.text(item.dress, assumed="dress" in assumed),
        bring=lens.text(item.bring, assumed="bring" in assumed),
        sectors=sector_names(lens, item.sectors, assumed="sectors" in assumed),
        source_spelling=lens.label("source_spelling", item.source_spelling) if item.source_spelling else "",
        is_highlight=item.highlight,
        is_away=item.kind is ItemKind.EXCURSION,
        times=times,
        when="; ".join(f"{time.day_text}, {time.time_text}" for time in times) or lens.label("time_open"),
    )


def visible_items(lens: Lens) -> tuple[ItemView, ...]:
    """Return every item this audience may see, by station, then time, then as in the trip file."""
    order = {station.id: number for number, station in enumerate(lens.trip.stations)}
    found = [item_view(lens, item) for item in lens.trip.items if lens.shows(item)]
    return tuple(sorted(found, key=lambda item: (order[item.station], not item.times, _first_start(item))))


def host_views(lens: Lens, items: tuple[ItemView, ...]) -> tuple[HostView, ...]:
    """Return the hosts of visible items, in the items' order; the organiser gets all."""
    by_host: dict[str, list[ItemView]] = {}
    for item in items:
        if item.host_id:
            by_host.setdefault(item.host_id, []).append(item)
    if lens.is_organiser:
        for host in lens.trip.hosts:
            by_host.setdefault(host.id, [])
    return tuple(_host_view(lens, lens.trip.host_by_id[host], tuple(own)) for host, own in by_host.items())


def sector_views(lens: Lens, items: tuple[ItemView, ...]) -> tuple[SectorView, ...]:
    """Return the trip's target industries, each with the visible items made for it."""
    found = []
    for sector in lens.trip.sectors:
        own = tuple(view for view in items if sector.id in lens.trip.item_by_id[view.id].sectors)
        found.append(SectorView(id=sector.id, name=lens.text(sector.name), items=own))
    return tuple(found)


def sector_names(lens: Lens, sectors: frozenset[str], *, assumed: bool = False) -> tuple[Shown, ...]:
    """Return the names of sectors in the trip's order."""
    return tuple(
        lens.text(sector.name, assumed=assumed) for sector in lens.trip.sectors if sector.id in sectors
    )


def _first_start(item: ItemView) -> float:
    return item.times[0].start.timestamp() if item.times else 0.0


def _session_time(lens: Lens, item: Item, session: Session) -> SessionTime:
    zone, country = lens.trip.zone_of(item.station), lens.country(item.station)
    return SessionTime(
        session=session.id,
        start=session.start,
        end=session.end,
        day_text=format_day(local_day(session.start, zone), lens.lang, year=False),
        time_text=lens.clock_range(session.start, session.end, zone, country),
    )


def _host_view(lens: Lens, host: Host, items: tuple[ItemView, ...]) -> HostView:
    place = lens.trip.place_by_id.get(host.place or "")
    nothing = lens.own("")
    return HostView(
        id=host.id,
        name=lens.text(host.name, assumed="name" in host.assumed),
        kind_word=heading(host.kind, lens.lang),
        place=lens.place_name(place) if place else nothing,
        address=_host_address(lens, host) if place else nothing,
        profile=lens.text(host.profile, assumed="profile" in host.assumed),
        website=host.website,
        sectors=sector_names(lens, host.sectors, assumed="sectors" in host.assumed),
        is_named=host.named,
        is_sample=host.sample,
        items=items,
    )


def _host_address(lens: Lens, host: Host) -> Shown:
    shown = lens.address(lens.trip.place_by_id[host.place or ""])
    if "place" in host.assumed:
        return Shown(shown.text, shown.lang, shown.is_fallback, bool(shown.text))
    return shown


def _guests(lens: Lens, item: Item) -> Shown:
    if item.guests:
        return lens.text(item.guests, assumed="guests" in item.assumed)
    if item.guests_expected:
        return lens.own(lens.label("guests", item.guests_expected), assumed="guests_expected" in item.assumed)
    return lens.own("")


def _cap(lens: Lens, item: Item) -> Shown:
    if item.max_people is None or item.is_together:
        return lens.own("")
    return lens.own(lens.label("at_most", lens.people(item.max_people)), assumed="max_people" in item.assumed)
