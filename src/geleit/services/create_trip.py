"""A trip of one's own without a file: from a form, or from an earlier trip without its people and answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Any, Final

from django.db import IntegrityError, transaction

from geleit.domain.dates import DateError, DateSpan, EdtfDate
from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.items import Item
from geleit.domain.kinds import LegMode
from geleit.domain.people import Group
from geleit.domain.places import GreatCircleTravel, Place, TravelMode, distance_km
from geleit.domain.text import Text
from geleit.domain.trip import Call, Frame, Leg, Station, Trip
from geleit.domain.validation import TripProblem, trip_problems
from geleit.domain.windows import Clock, Window, at, local
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row, read_stored_trip
from geleit.services.guard import Actor
from geleit.services.import_trip import import_trip
from geleit.services.once import take_form, taken_before
from geleit.services.search_places import read_place
from geleit.store.models import Account, TripRole, TripRoleKind, TripRow
from geleit.tripfile.fields.words import slug_of

LONGEST_DAYS: Final = 60
"""A delegation trip takes days; more is a slip of the pen."""
ASSUMED_NIGHTS: Final = 2
"""At each station, where neither days nor nights are known."""
RESERVED: Final = frozenset({"demo-sign-in", "invitation", "new-trip"})
"""Ids that addresses of organisers have already."""
_LEAVE_HOME: Final = Window(None, Clock(10 * 60, 10 * 60))
_MOVE_ON: Final = Clock(13 * 60, 16 * 60)
_GO_HOME: Final = Clock(17 * 60, 17 * 60)
_MONTHS: Final = (
    ("januar", "january", "jan"), ("februar", "february", "feb"), ("märz", "march", "mär", "mar"),
    ("april", "apr"), ("mai", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("august", "aug"),
    ("september", "sep", "sept"), ("oktober", "october", "okt", "oct"), ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)  # fmt: skip # one month after the other
_DAY: Final = re.compile(r"(\d{1,2})\.\s*(\d{1,2}|[a-zä]+)\.?\s*(\d{4})", re.ASCII | re.IGNORECASE)
_MONTH: Final = re.compile(r"(\d{1,2}|[^\W\d]+)[ ./]+(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStation:
    """A station of a trip to be.

    Parameters
    ----------
    place
        Number of the place in the gazetteer.
    name
        What the trip calls it.
    nights
        How many nights there; None to share out what there is.
    """

    place: int
    name: str
    nights: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTrip:
    """What a trip begins with.

    Parameters
    ----------
    start, end
        As certain as they are; where they are not days, the days of the plan are assumed.
    home
        Number of the place in the gazetteer that the delegation leaves from.
    groups, seats
        How many groups can move at a time, and seats in each one's vehicle.
    """

    title: str
    start: EdtfDate
    end: EdtfDate
    home: int
    stations: tuple[NewStation, ...]
    groups: int = 2
    seats: int = 20
    guides_required: bool = False
    frame: Frame = field(default_factory=Frame)


class NewTripError(FaultError):
    """A trip that cannot be.

    Parameters
    ----------
    problems
        What the domain says about it.
    """

    def __init__(self, problems: Sequence[TripProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("The trip cannot be planned as it stands", holds="Nothing was stored")
        self.coded("trip_unplannable")


def read_date(*, text: str) -> EdtfDate:
    """Return the date that somebody typed: 18.05.2027, 18. Mai 2027, May 2027, 5/2027, 2027, or EDTF.

    Raises
    ------
    DateError
        When it is none; the error has the likely fix where there is one.
    """
    given = " ".join(text.split())
    day = _DAY.fullmatch(given)
    if day:
        return EdtfDate.parse(f"{day[3]}-{_month(day[2])}-{int(day[1]):02d}")
    month = _MONTH.fullmatch(given)
    return EdtfDate.parse(f"{month[2]}-{_month(month[1])}" if month else given)


def may_create_trips(*, account: int) -> bool:
    """Whether somebody may begin a trip: who owns or organises one already, and who administers the site."""
    kinds = (TripRoleKind.OWNER, TripRoleKind.ORGANISER)
    return (
        TripRole.objects.filter(account_id=account, role__in=kinds).exists()
        or Account.objects.filter(pk=account, is_superuser=True).exists()
    )


def create_trip(*, new: NewTrip, by: Actor, now: datetime, once: str = "") -> TripRow:
    """Begin a trip, owned by the one who does.

    Legs, their times and, where the dates are not days, the days are proposals and marked as assumed.

    Parameters
    ----------
    once
        Token of the form (`once.new_token`): sent again, it returns the trip that it made.

    Raises
    ------
    FaultError
        When the one who acts may not begin trips.
    NewTripError
        When no trip can be made of it; the problems say where.
    """
    return _keep(lambda key: build_new_trip(new, key), new.title, by, now, once)


def copy_trip(
    *, source: str, title: str, start: EdtfDate, by: Actor, now: datetime, once: str = ""
) -> TripRow:
    """Begin a trip from an earlier one: its route, items and hosts on other days, without people and answers.

    Parameters
    ----------
    source
        Key of the earlier trip, in which the one who acts has a role that sees the programme.
    start
        First day; everything that has a day moves by as many days.
    once
        As for `create_trip`.

    Raises
    ------
    FaultError
        When the one who acts may not begin trips.
    NotFoundError
        When there is no such trip, or not for the one who acts.
    NewTripError
        When no trip can be made of it; the problems say where.
    """
    kinds = (TripRoleKind.OWNER, TripRoleKind.ORGANISER, TripRoleKind.READER)
    roles = TripRole.objects.filter(trip__key=source, role__in=kinds)
    if by.account is None or not roles.filter(account_id=by.account).exists():
        raise NotFoundError.of("trip_unknown", trip=source, near=None)
    earlier = read_stored_trip(key=source)
    return _keep(lambda key: moved_trip(earlier, key, title, start), title, by, now, once)


def _keep(make: Callable[[str], Trip], title: str, by: Actor, now: datetime, once: str) -> TripRow:
    """Store a trip under an id that is free; one that somebody else takes at the same moment is tried anew."""
    if by.account is None or not may_create_trips(account=by.account):
        raise FaultError.of("may_not_begin_trips")
    if made := taken_before(token=once, by=by):
        return find_trip_row(key=made)
    try:
        return _stored(make(_free_id(title)), by.account, by, now, once)
    except (IntegrityError, FaultError):  # somebody was first, with the same form or another
        if made := taken_before(token=once, by=by):
            return find_trip_row(key=made)
        return _stored(make(_free_id(title)), by.account, by, now, once)


def _stored(trip: Trip, account: int, by: Actor, now: datetime, once: str) -> TripRow:
    problems = [problem for problem in trip_problems(trip) if not problem.is_warning]
    if problems:
        raise NewTripError(problems)
    with transaction.atomic():
        row = import_trip(trip=trip, by=by, now=now)
        TripRole.objects.create(trip=row, account_id=account, role=TripRoleKind.OWNER)
        take_form(token=once, subject=row.key, by=by, now=now)
    return row


def _free_id(title: str) -> str:
    base = slug_of(title)[:60].strip("-") or "trip"
    taken = {*RESERVED, *TripRow.objects.filter(key__startswith=base).values_list("key", flat=True)}
    number, key = 1, base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def build_new_trip(new: NewTrip, trip_id: str) -> Trip:
    """Return the trip that a form describes; it is not checked yet."""
    home = _home(new.home)
    bases = [_base(station, ids) for station, ids in zip(new.stations, _ids(new.stations), strict=True)]
    dates = DateSpan(new.start, new.end)
    route = [home, *bases, home]
    first, last, is_assumed = _days(new, dates)
    arrival = min(_arrival(home, bases[0], first), last) if bases else first
    moves = [min(day, last) for day in _moves(new, arrival, last)]
    legs = tuple(
        _leg(number, origin, destination, window)
        for number, ((origin, destination), window) in enumerate(
            zip(pairwise(route), _windows(first, moves, last), strict=True)
        )
    )
    edges = [arrival, *moves, last]
    stations = tuple(
        Station(
            id=base.id.removeprefix("base-"),
            name=Text.of(station.name),
            base=base.id,
            dates=None if is_assumed else DateSpan(EdtfDate.of(begin), EdtfDate.of(end)),
            assumed=frozenset({"base"}),
        )
        for station, base, (begin, end) in zip(new.stations, bases, pairwise(edges), strict=True)
    )
    groups = tuple(
        Group(id=str(number), name=Text({"de": f"Gruppe {number}", "en": f"Group {number}"}), seats=new.seats)
        for number in range(1, new.groups + 1)
    )
    assumed = {"legs"} if new.frame != Frame() else {"legs", "frame"}
    return Trip(
        id=trip_id,
        title=Text.of(new.title),
        dates=dates,
        stations=stations,
        legs=legs,
        places=(home, *bases),
        home=home.id,
        groups=groups,
        guides_required=new.guides_required,
        frame=new.frame,
        assumed=frozenset(assumed),
    )


def moved_trip(earlier: Trip, trip_id: str, title: str, start: EdtfDate) -> Trip:
    """Return an earlier trip on other days, without people, answers, pins and invitation."""
    days = (start.earliest - earlier.dates.earliest).days
    return replace(
        earlier,
        id=trip_id,
        title=Text.of(title),
        dates=_moved_dates(earlier.dates, start, days),
        stations=tuple(
            replace(station, dates=_moved_span(station.dates, days)) for station in earlier.stations
        ),
        legs=tuple(replace(leg, departures=_moved(leg.departures, days)) for leg in earlier.legs),
        items=tuple(_asked_anew(item, days) for item in earlier.items),
        delegates=(),
        organisations=(),
        pins=(),
        calendar=(),
        call=Call(),
        kappa_percent=None,
        demonstration=Text(),
        assumed=earlier.assumed - {"call", "demonstration"} | {"legs"},
    )


def _asked_anew(item: Item, days: int) -> Item:
    return replace(
        item,
        windows=_moved(item.windows, days),
        request=HostRequest(channel=item.request.channel, fallback=item.request.fallback),
        name_list=NameList(fields=item.name_list.fields),
        required_people=(),
        announced=None,
    )


def _moved(windows: tuple[Window, ...], days: int) -> tuple[Window, ...]:
    shift = timedelta(days=days)
    return tuple(replace(window, day=window.day + shift) if window.day else window for window in windows)


def _moved_span(dates: DateSpan | None, days: int) -> DateSpan | None:
    if dates is None or not dates.is_exact:
        return None
    shift = timedelta(days=days)
    return DateSpan(EdtfDate.of(dates.earliest + shift), EdtfDate.of(dates.latest + shift))


def _moved_dates(dates: DateSpan, start: EdtfDate, days: int) -> DateSpan:
    if not start.is_exact:
        return DateSpan(start, start)
    return DateSpan(start, EdtfDate.of(dates.latest + timedelta(days=days)))


def _month(word: str) -> str:
    if word.isdigit():
        return f"{int(word):02d}"
    plain = word.casefold().rstrip(".")
    return next((f"{number:02d}" for number, names in enumerate(_MONTHS, start=1) if plain in names), word)


def _home(place: int) -> Place:
    found = read_place(place=place)
    return Place(
        id=f"home-{slug_of(found.name) or found.id}",
        name=Text.of(found.name),
        lat=found.lat,
        lon=found.lon,
        zone=found.zone,
        country=found.country,
        assumed=frozenset({"lat", "lon"}),
    )


def _ids(stations: Sequence[NewStation]) -> list[str]:
    found: list[str] = []
    for station in stations:
        base = slug_of(station.name)[:40].strip("-") or str(station.place)
        number, own = 1, base
        while own in found:
            number += 1
            own = f"{base}-{number}"
        found.append(own)
    return found


def _base(station: NewStation, own_id: str) -> Place:
    found = read_place(place=station.place)
    return Place(
        id=f"base-{own_id}",
        name=Text({"de": f"{station.name}, Stadtmitte", "en": f"{station.name}, city centre"}),
        lat=found.lat,
        lon=found.lon,
        zone=found.zone,
        country=found.country,
        assumed=frozenset({"name", "lat", "lon"}),
    )


def _days(new: NewTrip, dates: DateSpan) -> tuple[date, date, bool]:
    """Return the first and the last day, and whether they are assumed: from a Sunday on."""
    if dates.is_exact:
        return dates.earliest, dates.latest, False
    nights = sum(station.nights or ASSUMED_NIGHTS for station in new.stations) + 1
    first = dates.earliest + timedelta(days=(6 - dates.earliest.weekday()) % 7)
    if first + timedelta(days=nights) > dates.latest:
        first = dates.earliest
    return first, min(first + timedelta(days=nights), dates.latest), True


def _arrival(home: Place, base: Place, first: date) -> date:
    leaves = at(first, _LEAVE_HOME.clock.start_min, home.zone)
    return local(leaves + timedelta(minutes=usual_way(home, base)[1]), base.zone).date()


def _moves(new: NewTrip, arrival: date, last: date) -> list[date]:
    """Return the days on which the delegation moves from one station to the next."""
    given = [station.nights for station in new.stations]
    total = max((last - arrival).days, 0)
    free = [place for place, nights in enumerate(given) if nights is None]
    left = max(total - sum(nights or 0 for nights in given), 0)
    shares = {place: left // len(free) + (rank < left % len(free)) for rank, place in enumerate(free)}
    nights = [shares.get(place, each or 0) for place, each in enumerate(given)]
    return [arrival + timedelta(days=days) for days in list(accumulate(nights))[:-1]]


def _windows(first: date, moves: Sequence[date], last: date) -> list[Window]:
    return [
        replace(_LEAVE_HOME, day=first),
        *(Window(day, _MOVE_ON) for day in moves),
        Window(last, _GO_HOME),
    ]


def way_between(*, origin: int, destination: int) -> tuple[LegMode, int]:
    """Return how a delegation would get from one place of the gazetteer to another, and the minutes from door to door.

    Raises
    ------
    NotFoundError
        When there is none of that number.
    """
    return usual_way(_home(origin), _home(destination))


def usual_way(origin: Place, destination: Place) -> tuple[LegMode, int]:
    """Return how a delegation gets there, and the minutes from door to door."""
    km = distance_km(origin, destination)
    modes: Mapping[LegMode, Any] = {
        LegMode.BUS: TravelMode.BUS,
        LegMode.TRAIN: TravelMode.TRAIN,
        LegMode.FLIGHT: TravelMode.FLIGHT,
    }
    mode = LegMode.BUS if km <= 200 else LegMode.TRAIN if km <= 450 else LegMode.FLIGHT
    return mode, max(30, GreatCircleTravel().travel_min(origin, destination, modes[mode]))


def _leg(number: int, origin: Place, destination: Place, window: Window) -> Leg:
    mode, travel_min = usual_way(origin, destination)
    ends = [
        place.id.removeprefix("base-") if place.id.startswith("base-") else None
        for place in (origin, destination)
    ]
    return Leg(
        id=f"leg-{number + 1}",
        origin=ends[0],
        destination=ends[1],
        mode=mode,
        travel_min=travel_min,
        departures=(window,),
        assumed=frozenset({"mode", "travel_min", "departures"}),
    )


__all__ = [
    "DateError",
    "NewStation",
    "NewTrip",
    "NewTripError",
    "build_new_trip",
    "copy_trip",
    "create_trip",
    "may_create_trips",
    "moved_trip",
    "read_date",
    "usual_way",
    "way_between",
]
