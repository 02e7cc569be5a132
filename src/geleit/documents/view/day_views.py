"""A day of the programme as its readers see it: entries in time order, the grid with its cards and arrows."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from geleit.documents.view.trip_views import GroupView, ItemView, TripView
from geleit.documents.view.values import Shown, StatusView
from geleit.domain.kinds import DayPart, Family, Meal


class EntryType(StrEnum):
    """What an entry of a day is."""

    SESSION = "session"
    LEG = "leg"
    ARRIVAL = "arrival"
    MEAL = "meal"
    HOTEL = "hotel"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """Something that takes place at a time.

    Parameters
    ----------
    id
        Unique within the programme; a session's is the session's id.
    item
        The item, for sessions.
    status
        Glyph and word for this audience; None for meals and hotel time, which nobody answers.
    station
        Station id in whose local time it is told, None for home.
    start, end
        Aware instants, UTC.
    start_min, end_min
        Local minutes after the day's midnight in the day's zone, cut to 0 and 1440.
    start_text, end_text, time_text
        Local time as printed; ``time_text`` names the zone where it is not the day's.
    expected
        "voraussichtlich" while nobody has confirmed the time, else empty.
    is_time_assumed
        The time follows from values that the announcement did not give.
    place_id
        Place of sessions and meals, for those who compute with it; pages print ``place``, which may be withheld.
    meal
        For meal breaks.
    groups
        Ids of the groups that go there, in the trip's order.
    group_text
        "alle Gruppen", "Gruppe 3", "Gruppen 1 und 2".
    people
        How many delegates; None where this audience is not told.
    session_text
        "Durchgang 2 von 4"; empty when the item has one session.
    station_number
        For a leg: number of the station it reaches, the dot on the thread.
    is_joint
        Everyone goes.
    is_minor
        A meal of a few, while most of their groups are elsewhere.
    accessible_name
        One complete sentence of title, time, groups and status.
    """

    id: str
    type: EntryType
    item: ItemView | None
    title: Shown
    short: Shown
    family: Family
    icon: str
    status: StatusView | None
    station: str | None
    start: datetime
    end: datetime
    zone: str
    start_min: int
    end_min: int
    start_text: str
    end_text: str
    time_text: str
    expected: str
    is_time_assumed: bool
    place_id: str | None
    place: Shown
    address: Shown
    host: Shown
    description: Shown
    meal: Meal | None
    groups: tuple[str, ...]
    group_text: str
    people: int | None
    people_text: str
    attendees: tuple[str, ...]
    session_number: int
    session_count: int
    session_text: str
    station_number: int | None
    is_highlight: bool
    is_joint: bool
    is_minor: bool
    is_pinned: bool
    accessible_name: str

    @property
    def duration_min(self) -> int:
        """Minutes within its day."""
        return self.end_min - self.start_min


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineView:
    """What a reader's list shows as one line: all of a day's sessions of one item together.

    Parameters
    ----------
    entry
        The first of them; its times are not those of the line.
    entries
        All of them, in time order.
    time_text
        From the first start to the last end.
    sessions_text
        "4 Durchgänge" with their times and groups; empty for one.
    """

    entry: EntryView
    entries: tuple[EntryView, ...]
    time_text: str
    sessions_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferView:
    """A ride or walk of one or more groups at the same time over the same way.

    Parameters
    ----------
    text
        "25 min", "zu Fuß 12 min", with the reserve where it is more than ten minutes.
    origin, destination
        Names of the places; empty for the public.
    is_to_base
        Whether it goes back to the hotel.
    """

    start: datetime
    end: datetime
    start_min: int
    end_min: int
    part: DayPart
    mode: str
    mode_word: str
    icon: str
    groups: tuple[str, ...]
    group_text: str
    vehicles: tuple[str, ...]
    text: str
    time_text: str
    origin: Shown
    destination: Shown
    is_to_base: bool
    travel_min: int
    slack_min: int
    people: int | None
    people_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """Where an entry stands in the grid; groups that are not neighbours get one card each.

    Parameters
    ----------
    column, columns
        First column from 1, and how many.
    lane, lanes
        Share of the column where entries of one group overlap: the lane from 0, of so many.
    is_aside
        Of a minor entry that would take room from another: for lists, not for the grid.
    is_repeat
        A further card of an entry that stands in an earlier column already.
    """

    entry: EntryView
    column: int
    columns: int
    lane: int = 0
    lanes: int = 1
    is_repeat: bool = False
    is_aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowView:
    """Where a transfer stands in the grid."""

    transfer: TransferView
    column: int
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPartView:
    """Who moves together in one day part; empty for the public."""

    part: DayPart
    part_word: str
    people: int
    people_text: str
    guide: str
    heads: tuple[str, ...]
    members: tuple[str, ...]
    member_names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayGroupView:
    """A group's column of one day.

    Parameters
    ----------
    text
        "19 Pers., Bus 1, mit Voigt"; for the public the vehicle alone.
    """

    group: GroupView
    text: str
    parts: tuple[GroupPartView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HourView:
    """A line of the grid."""

    minute: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """One day.

    Parameters
    ----------
    heading
        "Mittwoch, 21. Mai 2025"; assumed when the announcement leaves open whether it belongs to the trip.
    title
        The same without the year.
    short_heading
        "Mi 21."
    stations
        Station ids of the day, in order.
    route_text
        "Washington, D.C. → New York".
    zone_text
        Whose local time the day's times are.
    station_number
        Number of the station where the day begins when it is the station's first day.
    entries
        In time order, one per session.
    outline
        The same, all sessions of one item in one line and without hotel time.
    transfers, cards, arrows
        The grid's content, in time order.
    from_min, to_min
        The grid's hours, in whole hours.
    note
        A public holiday or what else is to be said; "Kein gemeinsamer Programmpunkt." on an empty day.
    """

    date: date
    number: int
    heading: Shown
    title: Shown
    short_heading: str
    stations: tuple[str, ...]
    route_text: str
    zone: str
    zone_text: str
    station_number: int | None
    entries: tuple[EntryView, ...]
    outline: tuple[OutlineView, ...]
    transfers: tuple[TransferView, ...]
    cards: tuple[CardView, ...]
    arrows: tuple[ArrowView, ...]
    groups: tuple[DayGroupView, ...]
    from_min: int
    to_min: int
    hours: tuple[HourView, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplacedView:
    """An item that found no place, and why; the weightiest reason first. For the organiser alone."""

    item: ItemView
    board_status: StatusView
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """What the programme is worth, in words; for the organiser alone."""

    wishes: str
    placed: str
    gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeView:
    """A programme for one audience in one language: the one source of every document."""

    trip: TripView
    days: tuple[DayView, ...]
    unplaced: tuple[UnplacedView, ...]
    value: ValueView | None
