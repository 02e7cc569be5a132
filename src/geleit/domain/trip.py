"""A trip: everything the planner, the documents and the pages need to know, as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from geleit.domain.dates import DateSpan, EdtfDate
from geleit.domain.hosts import Host
from geleit.domain.items import Item, ItemRule, Pin
from geleit.domain.kinds import DayPart, LegMode, Role
from geleit.domain.people import Delegate, Group, Organisation
from geleit.domain.places import GreatCircleTravel, Place, TableTravel, TravelTimes
from geleit.domain.status import StationStatus
from geleit.domain.text import Text
from geleit.domain.windows import Clock, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A target industry."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A place where the delegation is based for some days.

    Parameters
    ----------
    base
        Place id of the hotel or meeting point where day parts begin and end. Its zone and country are the station's.
    dates
        When the delegation is there, as announced or assumed; the plan's exact times come from the legs.
    """

    id: str
    name: Text
    base: str
    dates: DateSpan | None = None
    status: StationStatus = StationStatus.PLANNED
    description: Text = field(default_factory=Text)
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """The move of the whole delegation from one station to the next, door to door from base to base.

    Parameters
    ----------
    origin, destination
        Station id, or None for home.
    travel_min
        Minutes from leaving the one base to reaching the other.
    departures
        Windows in which it leaves, in the origin's local time; an empty clock span is a fixed departure. More than
        one day lets the planner choose how many nights are spent where.
    """

    id: str
    origin: str | None
    destination: str | None
    mode: LegMode
    travel_min: int
    departures: tuple[Window, ...]
    title: Text = field(default_factory=Text)
    note: Text = field(default_factory=Text)
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a day may look like (rule H9). Clock spans are local; minutes are minutes.

    Parameters
    ----------
    day
        No transfer or session starts before its start or ends after its end; legs are exempt.
    parts
        Day part by start: a session belongs to the part in which it starts.
    lunch, dinner
        When the meal lies; ``lunch_min`` and ``dinner_min`` say how long the room for it must be.
    rest_min
        Between the end of a day's last movement and the next day's first.
    arrival_rest_min
        Between reaching a station and the first departure from its base.
    office
        When houses are open where an item gives no window.
    evening
        When receptions and dinners lie where an item gives no window.
    grid_min
        Starts are multiples of this after midnight, save where a window or pin says otherwise.
    slack_min
        Added to each ride between two places.
    """

    day: Clock = Clock(7 * 60, 23 * 60)
    morning: Clock = Clock(7 * 60, 13 * 60)
    afternoon: Clock = Clock(13 * 60, 18 * 60)
    evening_part: Clock = Clock(18 * 60, 24 * 60)
    lunch: Clock = Clock(11 * 60 + 30, 14 * 60 + 30)
    lunch_min: int = 45
    dinner: Clock = Clock(17 * 60 + 30, 22 * 60)
    dinner_min: int = 60
    rest_min: int = 9 * 60
    arrival_rest_min: int = 45
    office: Clock = Clock(9 * 60, 17 * 60 + 30)
    evening: Clock = Clock(18 * 60, 22 * 60)
    grid_min: int = 15
    slack_min: int = 5
    max_transfer_min: int = 150
    assumed: frozenset[str] = frozenset()

    def part_at(self, minutes: int) -> DayPart:
        """Return the day part that a local minute after midnight belongs to."""
        if minutes < self.afternoon.start_min:
            return DayPart.MORNING
        if minutes < self.evening_part.start_min:
            return DayPart.AFTERNOON
        return DayPart.EVENING


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTier:
    """What one person pays."""

    name: Text
    amount_eur: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The invitation to companies to take part."""

    text: Text = field(default_factory=Text)
    deadline: EdtfDate | None = None
    places: int | None = None
    business_places: int | None = None
    fees: tuple[FeeTier, ...] = ()
    included: Text = field(default_factory=Text)
    not_included: Text = field(default_factory=Text)
    terms: Text = field(default_factory=Text)
    contact_name: str = ""
    contact_organisation: Text = field(default_factory=Text)
    contact_email: str = ""
    contact_phone: str = ""
    sample: bool = False
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A practical note for those who travel (entry, money, health, clothes)."""

    title: Text
    text: Text
    assumed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOverride:
    """Days that differ from the country's public calendar at the trip's places."""

    country: str
    closed: frozenset[date] = frozenset()
    open: frozenset[date] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Trip:
    """A delegation trip.

    All references between parts are ids; a trip that went through ``domain.validation`` has no dangling one. Not
    slotted, so that look-ups by id are made once.

    Parameters
    ----------
    languages
        Languages in which the outside sees the trip, the main one first.
    source_zone
        IANA zone of the organiser.
    open_to_all_sectors
        True when the offer is not tied to target industries.
    travel_min
        Door-to-door minutes between two place ids, where the organiser knows better than the great circle.
    kappa_percent
        Ruler of fairness (see ``planner.value``); None lets the first plan set it.
    """

    id: str
    title: Text
    dates: DateSpan
    stations: tuple[Station, ...]
    legs: tuple[Leg, ...]
    places: tuple[Place, ...]
    home: str
    groups: tuple[Group, ...]
    items: tuple[Item, ...] = ()
    hosts: tuple[Host, ...] = ()
    delegates: tuple[Delegate, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    sectors: tuple[Sector, ...] = ()
    rules: tuple[ItemRule, ...] = ()
    pins: tuple[Pin, ...] = ()
    frame: Frame = field(default_factory=Frame)
    languages: tuple[str, ...] = ("de", "en")
    motto: Text = field(default_factory=Text)
    subtitle: Text = field(default_factory=Text)
    intro: Text = field(default_factory=Text)
    leadership: Text = field(default_factory=Text)
    frame_programme: Text = field(default_factory=Text)
    host_kinds: Text = field(default_factory=Text)
    open_to_all_sectors: bool = False
    sector_note: Text = field(default_factory=Text)
    call: Call = field(default_factory=Call)
    notes: tuple[Note, ...] = ()
    calendar: tuple[CalendarOverride, ...] = ()
    travel_min: Mapping[tuple[str, str], int] = field(default_factory=dict)
    guides_required: bool = True
    kappa_percent: int | None = None
    demonstration: Text = field(default_factory=Text)
    assumed: frozenset[str] = frozenset()

    @cached_property
    def station_by_id(self) -> Mapping[str, Station]:
        """Stations by id."""
        return {station.id: station for station in self.stations}

    @cached_property
    def place_by_id(self) -> Mapping[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.places}

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        """Items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def host_by_id(self) -> Mapping[str, Host]:
        """Hosts by id."""
        return {host.id: host for host in self.hosts}

    @cached_property
    def delegate_by_id(self) -> Mapping[str, Delegate]:
        """Delegates by id."""
        return {delegate.id: delegate for delegate in self.delegates}

    @cached_property
    def organisation_by_id(self) -> Mapping[str, Organisation]:
        """Organisations by id."""
        return {organisation.id: organisation for organisation in self.organisations}

    @cached_property
    def group_by_id(self) -> Mapping[str, Group]:
        """Groups by id."""
        return {group.id: group for group in self.groups}

    @cached_property
    def sector_by_id(self) -> Mapping[str, Sector]:
        """Sectors by id."""
        return {sector.id: sector for sector in self.sectors}

    @cached_property
    def leg_by_id(self) -> Mapping[str, Leg]:
        """Legs by id."""
        return {leg.id: leg for leg in self.legs}

    @cached_property
    def heads(self) -> tuple[Delegate, ...]:
        """Heads of delegation in order of precedence."""
        heads = [delegate for delegate in self.delegates if delegate.role is Role.HEAD]
        return tuple(sorted(heads, key=lambda head: (head.rank is None, head.rank or 0)))

    @cached_property
    def travel(self) -> TravelTimes:
        """Door-to-door minutes between places: the trip's table, else great circle and mode speeds."""
        return TableTravel(self.travel_min, GreatCircleTravel())

    def base_of(self, station_id: str) -> Place:
        """Return the place where the station's day parts begin and end."""
        return self.place_by_id[self.station_by_id[station_id].base]

    def zone_of(self, station_id: str | None) -> str:
        """Return a station's IANA zone; None asks for home."""
        if station_id is None:
            return self.place_by_id[self.home].zone
        return self.base_of(station_id).zone
