"""One person's view of the programme."""

from dataclasses import dataclass
from datetime import date, datetime

from geleit.documents.view.day_views import EntryView
from geleit.documents.view.trip_views import PersonView
from geleit.documents.view.values import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class RideView:
    """How one person gets to an entry, or back to the hotel.

    Parameters
    ----------
    vehicle
        "Bus 2", or "zu Fuß".
    meeting_point
        Where it starts.
    text
        "Bus 2 ab 08:55 Uhr".
    """

    vehicle: str
    icon: str
    is_walk: bool
    depart: datetime
    arrive: datetime
    depart_text: str
    arrive_text: str
    meeting_point: Shown
    meeting_address: Shown
    destination: Shown
    travel_text: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaEntry:
    """An entry of one person's day, with the way there.

    Parameters
    ----------
    ride
        The last ride before it that ends at its place; None when the person is already there.
    ride_back
        The ride to the hotel after it, where nothing else of the day lies between.
    group
        Label of the group the person moves with; empty when none.
    guide
        Who leads that group; empty when nobody is named.
    be_there_text
        When and why to be there early ("20 Minuten für Kontrolle und Anmeldung"); empty otherwise.
    """

    entry: EntryView
    ride: RideView | None
    ride_back: RideView | None
    group: str
    group_text: str
    guide: str
    heads: tuple[str, ...]
    be_there_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDay:
    """One day of one person.

    Parameters
    ----------
    group_text
        The groups the person moves with that day: "Gruppe 2", "Vormittag Gruppe 2, Nachmittag Gruppe 1".
    """

    date: date
    heading: Shown
    route_text: str
    zone: str
    zone_text: str
    group_text: str
    entries: tuple[AgendaEntry, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """One person's whole programme; it holds nobody's wishes, not even the person's own."""

    person: PersonView
    days: tuple[AgendaDay, ...]
    presence_text: str
