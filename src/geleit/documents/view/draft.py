"""From the facts of an entry to the entry as printed: every kind of entry gets its texts here, once."""

from dataclasses import dataclass
from datetime import datetime

from geleit.documents.view.day_views import EntryType, EntryView
from geleit.documents.view.groups import group_text
from geleit.documents.view.lens import Lens, local_day, minutes_after
from geleit.documents.view.trip_views import ItemView
from geleit.documents.view.values import Shown, StatusView
from geleit.documents.words.sentences import enumerated
from geleit.domain.kinds import Family, Meal


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The facts of an entry.

    Parameters
    ----------
    station
        Station id in whose local time it is told, None for home.
    is_expected
        Nobody has confirmed the time.
    has_start_only
        It is told by its start alone, as departures are.
    """

    id: str
    type: EntryType
    station: str | None
    start: datetime
    end: datetime
    title: Shown
    short: Shown
    icon: str
    groups: tuple[str, ...]
    is_joint: bool
    nothing: Shown
    item: ItemView | None = None
    family: Family = Family.MOVE
    status: StatusView | None = None
    place_id: str | None = None
    place: Shown | None = None
    address: Shown | None = None
    host: Shown | None = None
    description: Shown | None = None
    meal: Meal | None = None
    is_expected: bool = False
    is_time_assumed: bool = False
    attendees: tuple[str, ...] = ()
    session_number: int = 1
    session_count: int = 1
    station_number: int | None = None
    is_highlight: bool = False
    is_minor: bool = False
    is_pinned: bool = False
    has_start_only: bool = False


def finish(lens: Lens, draft: Draft) -> EntryView:
    """Return the entry as this audience reads it."""
    zone, country = lens.trip.zone_of(draft.station), lens.country(draft.station)
    day = local_day(draft.start, zone)
    start_text = lens.clock(draft.start, zone, country)
    time_text = (
        start_text if draft.has_start_only else lens.clock_range(draft.start, draft.end, zone, country)
    )
    people = len(draft.attendees) if draft.attendees and not lens.is_public else None
    groups = group_text(lens, draft.groups)
    session = _session_text(lens, draft)
    word = draft.status.word if draft.status else ""
    return EntryView(
        id=draft.id,
        type=draft.type,
        item=draft.item,
        title=draft.title,
        short=draft.short,
        family=draft.family,
        icon=draft.icon,
        status=draft.status,
        station=draft.station,
        start=draft.start,
        end=draft.end,
        zone=zone,
        start_min=minutes_after(draft.start, day, zone),
        end_min=minutes_after(draft.end, day, zone),
        start_text=start_text,
        end_text=lens.clock(draft.end, zone, country),
        time_text=time_text,
        expected=lens.expected if draft.is_expected else "",
        is_time_assumed=draft.is_time_assumed,
        place_id=draft.place_id if draft.place or not lens.is_public else None,
        place=draft.place or draft.nothing,
        address=draft.address or draft.nothing,
        host=draft.host or draft.nothing,
        description=draft.description or draft.nothing,
        meal=draft.meal,
        groups=draft.groups,
        group_text=groups,
        people=people,
        people_text=lens.people(people) if people is not None else "",
        attendees=() if lens.is_public else draft.attendees,
        session_number=draft.session_number,
        session_count=draft.session_count,
        session_text=session,
        station_number=draft.station_number,
        is_highlight=draft.is_highlight,
        is_joint=draft.is_joint,
        is_minor=draft.is_minor,
        is_pinned=draft.is_pinned,
        accessible_name=enumerated(lens.lang, draft.title.text, time_text, session, groups, word),
    )


def _session_text(lens: Lens, draft: Draft) -> str:
    if draft.session_count < 2:
        return ""
    return lens.label("session_of", draft.session_number, draft.session_count)
