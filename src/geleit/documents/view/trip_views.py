"""The trip as its readers see it: dates, stations, sectors, items, hosts, people, call, notes."""

from dataclasses import dataclass
from datetime import datetime

from geleit.documents.view.values import Audience, Shown, StatusView
from geleit.domain.kinds import Family, ItemKind, LegMode, Role
from geleit.domain.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorView:
    """A target industry, and the visible items that serve it first of all."""

    id: str
    name: Shown
    items: tuple["ItemView", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTime:
    """When one session of an item lies.

    Parameters
    ----------
    start, end
        Aware instants, UTC.
    day_text, time_text
        Local date and time as printed.
    """

    session: str
    start: datetime
    end: datetime
    day_text: str
    time_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """A programme item that this audience may see, placed or not.

    Parameters
    ----------
    icon
        Name of the drawing on its chip (see ``documents.icons``).
    status
        The word for this audience; the organiser's is the host's answer, everyone else's the public one.
    place, address
        Empty for the public where the place is the delegation's hotel.
    times
        Its sessions in time order; empty while it has no place in the programme.
    when
        One line: the times, or that they are still open.
    mode_note
        Cap of a session as said to readers ("höchstens 20 Personen"), empty without one.
    """

    id: str
    title: Shown
    short: Shown
    kind: ItemKind
    kind_word: str
    family: Family
    family_word: str
    icon: str
    status: StatusView
    station: str
    station_name: str
    place: Shown
    address: Shown
    host: Shown
    host_id: str | None
    description: Shown
    guests: Shown
    duration: Shown
    cap: Shown
    dress: Shown
    bring: Shown
    sectors: tuple[Shown, ...]
    source_spelling: str
    is_highlight: bool
    is_away: bool
    times: tuple[SessionTime, ...]
    when: str

    @property
    def is_placed(self) -> bool:
        """Whether it has a time in this programme."""
        return bool(self.times)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person who travels.

    Parameters
    ----------
    line
        Function, or what else stands under the name: organisation and town.
    is_sample
        Invented; every page says so.
    """

    id: str
    name: Shown
    name_latin: str
    role: Role
    role_word: str
    function: Shown
    organisation: Shown
    town: str
    employees: str
    sectors: tuple[Shown, ...]
    profile: Shown
    organisation_profile: Shown
    website: str
    line: str
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSection:
    """People under one heading: a role, or a sector."""

    id: str
    heading: str
    people: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostView:
    """A host with profile, and the items it receives the delegation for."""

    id: str
    name: Shown
    kind_word: str
    place: Shown
    address: Shown
    profile: Shown
    website: str
    sectors: tuple[Shown, ...]
    is_named: bool
    is_sample: bool
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegView:
    """A leg between two stations, or between home and one.

    Parameters
    ----------
    depart, arrive
        Aware instants of the programme, None when it gives none.
    duration_text
        Door to door.
    summary
        "Zug, etwa 3 Std. 35 Min.", as it stands on the thread.
    """

    id: str
    title: Shown
    note: Shown
    mode: LegMode
    mode_word: str
    icon: str
    origin: str | None
    destination: str | None
    depart: datetime | None
    arrive: datetime | None
    duration_text: Shown
    summary: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class StationView:
    """A station on the thread.

    Parameters
    ----------
    number
        Position on the route from 1, as in the dot on map and thread.
    status
        Planned or fixed.
    excursions
        Names of the places away from it that visible items go to.
    """

    id: str
    number: int
    name: Shown
    dates: Shown
    status: StatusView
    description: Shown
    base: Shown
    base_address: Shown
    items: tuple[ItemView, ...]
    excursions: tuple[str, ...]
    arrival: LegView | None
    departure: LegView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeView:
    """What one person pays."""

    name: Shown
    amount: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """The invitation to companies to take part.

    Parameters
    ----------
    fee_range
        "1.200 bis 2.600 €", empty without fees.
    """

    text: Shown
    deadline: Shown
    places: Shown
    business_places: Shown
    fees: tuple[FeeView, ...]
    fee_range: Shown
    included: Shown
    not_included: Shown
    terms: Shown
    contact_name: Shown
    contact_organisation: Shown
    contact_email: Shown
    contact_phone: Shown
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A practical note."""

    title: Shown
    text: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A group over the whole trip.

    Parameters
    ----------
    number
        Position among the trip's groups from 1: its column.
    label
        What stands in its square; the id.
    """

    id: str
    number: int
    label: str
    name: Shown
    vehicle: Shown
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TripView:
    """The trip for one audience in one language.

    Parameters
    ----------
    dates
        As announced: no date is invented.
    certainty
        What of the dates is certain, in words; empty when everything is.
    route
        Station names in order.
    items
        Every item this audience may see, in station order, placed or not.
    people
        Everyone who travels, in order of precedence; only the heads for the public.
    by_role, by_sector
        The same people under headings; empty for the public.
    has_assumed, has_samples
        Whether the page needs these legends.
    """

    id: str
    lang: Language
    languages: tuple[Language, ...]
    audience: Audience
    title: Shown
    subtitle: Shown
    motto: Shown
    intro: Shown
    leadership: Shown
    heads: tuple[PersonView, ...]
    dates: Shown
    certainty: str
    route: tuple[str, ...]
    stations: tuple[StationView, ...]
    legs: tuple[LegView, ...]
    sectors: tuple[SectorView, ...]
    is_open_to_all: bool
    sector_note: Shown
    host_kinds: Shown
    frame_programme: Shown
    items: tuple[ItemView, ...]
    hosts: tuple[HostView, ...]
    people: tuple[PersonView, ...]
    by_role: tuple[PeopleSection, ...]
    by_sector: tuple[PeopleSection, ...]
    groups: tuple[GroupView, ...]
    call: CallView | None
    notes: tuple[NoteView, ...]
    demonstration: Shown
    version: int
    version_text: str
    has_assumed: bool
    has_samples: bool
