"""Small random trips that are feasible by construction: a hidden valid programme first, then the trip around it.

Every step is proposed by chance and kept only when the checker still accepts the hidden programme and the trip's own
validation finds no error, so that a programme certainly exists. The draws come from a ``random.Random``: hypothesis
gives one that it can shrink, a hunt over many seeds a plain one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random

from geleit.domain.dates import DateSpan
from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.items import Item, ItemRule, Pin, PinKind, RuleKind
from geleit.domain.kinds import Attendance, DayPart, ItemKind, LegMode, Meal, Role
from geleit.domain.people import Delegate, Group, Presence, Wish
from geleit.domain.places import Place
from geleit.domain.programme import GroupPart, PlannedLeg, Programme, Session, Transfer
from geleit.domain.status import NameListStatus, RequestStatus
from geleit.domain.stays import Stay, day_part_of, stays
from geleit.domain.text import Text
from geleit.domain.trip import Frame, Leg, Sector, Station, Trip
from geleit.domain.validation import trip_problems
from geleit.domain.windows import Clock, Window, at, local
from geleit.planner.check import check_programme

ALWAYS_OPEN = Window(None, Clock(0, 1440), on_closed_days=True)
SECTORS = ("optics", "digital", "health")
LANGUAGES = (
    frozenset({"de", "en"}),
    frozenset({"en"}),
    frozenset({"de"}),
    frozenset({"zh"}),
    frozenset({"en", "zh"}),
)


@dataclass(frozen=True, slots=True)
class City:
    """Where a station may be."""

    id: str
    lat: float
    lon: float
    zone: str
    country: str
    region: str | None


CITIES = (
    City("washington", 38.90, -77.03, "America/New_York", "US", "DC"),
    City("berlin", 52.52, 13.40, "Europe/Berlin", "DE", "BE"),
    City("shanghai", 31.23, 121.47, "Asia/Shanghai", "CN", "SH"),
    City("lord-howe", -31.55, 159.08, "Australia/Lord_Howe", "AU", "NSW"),
    City("kathmandu", 27.70, 85.32, "Asia/Kathmandu", "NP", None),
)
START_DAYS = tuple(
    date.fromisoformat(day)
    for day in (
        "2025-05-18",
        "2025-03-08",  # summer time begins in America on the 9th
        "2025-03-29",  # and in Europe on the 30th
        "2025-04-05",  # half an hour back on Lord Howe on the 6th
        "2025-09-29",  # golden week in China from October 1st
        "2025-10-10",  # a Saturday on which China works on the 11th
        "2025-10-25",  # summer time ends in Europe on the 26th
        "2025-11-01",  # and in America on the 2nd
        "2025-12-23",
    )
)
DISTANCES_DEGREES = (0.0, 0.003, 0.02, 0.06, 0.2, 0.75)
"""North of the base: the same house, next door, in town, across town, out of town, an excursion."""


@dataclass(frozen=True, slots=True)
class Case:
    """A trip and a programme that it certainly has."""

    trip: Trip
    witness: Programme


def feasible_case(rng: Random, *, people_max: int = 25) -> Case:
    """Return a random trip with its hidden programme."""
    case = _empty_case(rng, people_max)
    for stay in stays(case.trip, case.witness.legs):
        for day in stay.days(case.trip.zone_of(stay.station)):
            case = _with_day(rng, case, stay, day)
    return _dressed(rng, case)


def errors_of(case: Case) -> list[object]:
    """Return what the checker says against the hidden programme, and the validation against the trip."""
    found: list[object] = list(check_programme(case.trip, case.witness))
    return found or [problem for problem in trip_problems(case.trip) if not problem.is_warning]


# -- route, frame, people -----------------------------------------------------------------------------------------


def _empty_case(rng: Random, people_max: int) -> Case:
    cities = rng.sample(CITIES, rng.choice((1, 1, 1, 2, 2, 3)))
    places = [
        Place(id="home", name=Text.of("Home"), lat=50.98, lon=11.03, zone="Europe/Berlin", country="DE")
    ]
    for city in cities:
        places += [
            Place(
                id=f"{city.id}-{number}",
                name=Text.of(f"{city.id} {number}"),
                lat=city.lat + away * rng.choice((1, 1, -1)),
                lon=city.lon,
                zone=city.zone,
                country=city.country,
                region=city.region,
            )
            for number, away in enumerate((0.0, *rng.sample(DISTANCES_DEGREES, rng.randint(1, 4))))
        ]
    stations = tuple(Station(id=city.id, name=Text.of(city.id), base=f"{city.id}-0") for city in cities)
    start = rng.choice(START_DAYS)
    groups = tuple(
        Group(id=str(number), name=Text.of(str(number)), seats=rng.choice((2, 4, 5, 8, 20, 30)))
        for number in range(1, rng.choice((1, 2, 2, 3, 4)) + 1)
    )
    trip = Trip(
        id="random",
        title=Text.of("Random"),
        dates=DateSpan.parse(start.isoformat(), (start + timedelta(days=12)).isoformat()),
        stations=stations,
        legs=(),
        places=tuple(places),
        home="home",
        groups=groups,
        sectors=tuple(Sector(id=sector, name=Text.of(sector)) for sector in SECTORS),
        frame=_frame(rng),
    )
    trip, legs = _with_legs(rng, trip, start)
    trip = replace(trip, delegates=_delegates(rng, trip, people_max, start))
    if not any(person.guide for person in trip.delegates) or rng.random() < 0.15:
        trip = replace(trip, guides_required=False)
    faulty = {problem.path[1] for problem in trip_problems(trip) if "presence" in problem.path}
    people = [replace(each, presence=Presence()) if each.id in faulty else each for each in trip.delegates]
    trip = replace(trip, delegates=tuple(people))
    case = Case(trip, Programme(trip=trip.id, legs=legs))
    if errors_of(case):  # a night between two legs may be too short
        case = replace(case, trip=replace(trip, frame=replace(trip.frame, rest_min=0)))
    return case


def _frame(rng: Random) -> Frame:
    changes: dict[str, object] = {}
    if rng.random() < 0.5:
        changes = {
            "day": Clock(rng.choice((6, 7, 8)) * 60, rng.choice((18, 20, 22, 23, 24, 26)) * 60),
            "lunch_min": rng.choice((0, 30, 45, 75)),
            "dinner_min": rng.choice((0, 45, 60, 90)),
            "rest_min": rng.choice((0, 480, 540, 660)),
            "arrival_rest_min": rng.choice((0, 30, 45, 120)),
            "grid_min": rng.choice((1, 5, 15, 30)),
            "slack_min": rng.choice((0, 5, 15)),
            "max_transfer_min": rng.choice((60, 120, 150)),
        }
    return replace(Frame(), **changes)  # type: ignore[arg-type]  # the values are those of the fields


def _with_legs(rng: Random, trip: Trip, start: date) -> tuple[Trip, tuple[PlannedLeg, ...]]:
    stops: list[str | None] = [station.id for station in trip.stations]
    if len(stops) > 1 or rng.random() < 0.8:
        stops = [*([None] if rng.random() < 0.85 else []), *stops, *([None] if rng.random() < 0.85 else [])]
    depart = at(start, rng.choice((6, 9, 13, 18, 22)) * 60, trip.zone_of(stops[0]))
    legs: list[Leg] = []
    planned: list[PlannedLeg] = []
    for number, (origin, destination) in enumerate(pairwise(stops)):
        if number or origin is not None:
            depart += timedelta(days=rng.choice((0, 1, 1, 2)), minutes=15 * rng.randint(16, 80))
        travel_min = rng.choice((60, 95, 180, 360, 700))
        legs.append(
            Leg(
                id=f"leg-{number}",
                origin=origin,
                destination=destination,
                mode=LegMode.TRAIN,
                travel_min=travel_min,
                departures=_departures(rng, depart, trip.zone_of(origin)),
            )
        )
        planned.append(
            PlannedLeg(leg=f"leg-{number}", depart=depart, arrive=depart + timedelta(minutes=travel_min))
        )
        depart = planned[-1].arrive
    if not legs:
        end = start + timedelta(days=rng.choice((0, 1, 2)))
        trip = replace(trip, dates=DateSpan.parse(start.isoformat(), end.isoformat()))
    return replace(trip, legs=tuple(legs)), tuple(planned)


def _departures(rng: Random, depart: datetime, zone: str) -> tuple[Window, ...]:
    wall = local(depart, zone)
    minute = wall.hour * 60 + wall.minute
    if at(wall.date(), minute, zone) != depart:  # the second of two equal hours cannot be told
        return ()
    before, after = (0, 0) if rng.random() < 0.6 else (rng.choice((0, 0, 60)), rng.choice((0, 45, 120)))
    windows = [Window(wall.date(), Clock(max(0, minute - before), minute + after))]
    if rng.random() < 0.15:
        windows.append(Window(wall.date() + timedelta(days=1), Clock(600, 600)))
    return tuple(windows)


def _delegates(rng: Random, trip: Trip, people_max: int, start: date) -> tuple[Delegate, ...]:
    count = rng.choice((0, 1, 2, 3, 5, 8, 12, people_max))
    roles = [Role.HEAD, Role.ORGANISER, Role.BUSINESS, Role.INTERPRETER, Role.ORGANISER]
    others = (Role.BUSINESS,) * 6 + (
        Role.SCIENCE,
        Role.POLITICAL,
        Role.PRESS,
        Role.PARTNER,
        Role.HEAD,
        Role.COMPANION,
    )
    people = []
    for number in range(count):
        role = roles[number] if number < len(roles) and rng.random() < 0.85 else rng.choice(others)
        speaks = rng.choice(LANGUAGES) if rng.random() < 0.4 else LANGUAGES[0]
        if role is Role.INTERPRETER:
            speaks = rng.choice(
                (frozenset({"de", "en"}), frozenset({"de", "en", "zh"}), frozenset({"de", "zh"}))
            )
        people.append(
            Delegate(
                id=f"p{number:02d}",
                name=f"Person {number}",
                role=role,
                guide=role.guides or rng.random() < 0.15,
                languages=speaks,
                sectors=frozenset(rng.sample(SECTORS, rng.choice((0, 1, 1, 2)))),
                presence=_presence(rng, trip, start) if rng.random() < 0.15 else Presence(),
            )
        )
    return tuple(people)


def _presence(rng: Random, trip: Trip, start: date) -> Presence:
    zone = trip.zone_of(trip.stations[0].id)
    joins = at(start, 60 * rng.randint(6, 72), zone)
    leaves = at(start, 60 * rng.randint(80, 140), zone)
    return rng.choice((Presence(joins=joins), Presence(leaves=leaves), Presence(joins=joins, leaves=leaves)))


# -- the hidden programme -------------------------------------------------------------------------------------------


def _with_day(rng: Random, case: Case, stay: Stay, day: date) -> Case:
    parts: list[tuple[DayPart, ...]] = [(part,) for part in DayPart]
    if rng.random() < 0.25:
        parts = [(DayPart.MORNING, DayPart.AFTERNOON), (DayPart.EVENING,)]
    for part in parts:
        kind = rng.random()
        if kind < 0.25:
            continue
        if kind < 0.4:
            case = _kept(case, _plenary(rng, case, stay, day, part))
            continue
        for group in case.trip.groups:
            if rng.random() < 0.75:
                case = _kept(case, _tour(rng, case, stay, day, part, group.id))
    return case


def _kept(case: Case, tried: Case | None) -> Case:
    return tried if tried is not None and not errors_of(tried) else case


def _free(case: Case, day: date, parts: tuple[DayPart, ...], stay: Stay) -> list[str]:
    taken = {
        person
        for found in case.witness.groups
        if found.day == day and found.part in parts
        for person in found.members
    }
    middle = stay.start + (stay.end - stay.start) / 2
    return [
        person.id
        for person in case.trip.delegates
        if person.id not in taken and (person.presence.joins is None or person.presence.joins < middle)
    ]


def _tour(  # noqa: PLR0917 # one step of the journey, named by its call
    rng: Random, case: Case, stay: Stay, day: date, parts: tuple[DayPart, ...], group: str
) -> Case | None:
    """Return the case with a tour of one group, valid or not."""
    trip = case.trip
    free = _free(case, day, parts, stay)
    seats = trip.group_by_id[group].seats
    guides = [person for person in free if trip.delegate_by_id[person].guide]
    size = min(seats, len(free), rng.choice((1, 2, 3, 5, 8, 30)))
    if not size:
        return None
    members = {*rng.sample(guides, min(1, len(guides), size))}
    others = [person for person in free if person not in members]
    members |= {*rng.sample(others, size - len(members))}
    stops = [_stop(rng, trip, stay.station) for _ in range(2 if len(parts) > 1 else rng.choice((1, 1, 2)))]
    return _Journey(rng, case, day, parts, (group,), stay.station, tuple(sorted(members))).made(stops)


def _plenary(rng: Random, case: Case, stay: Stay, day: date, parts: tuple[DayPart, ...]) -> Case | None:
    """Return the case with everyone at one place, the groups side by side, valid or not."""
    trip = case.trip
    people = _free(case, day, parts, stay)
    if not people:
        return None
    stop = _stop(rng, trip, stay.station, fresh=True)
    item = replace(
        trip.item_by_id.get(stop, _draft_item(rng, trip, stay.station, stop)), attendance=Attendance.ALL
    )
    trip = replace(trip, items=(*trip.items, item))
    case = replace(case, trip=trip)
    guides = [person for person in people if trip.delegate_by_id[person].guide]
    others = [person for person in people if person not in guides]
    minute = _departure(rng, parts)
    for number, group in enumerate(trip.groups):
        seats = group.seats
        crew = guides[number :: len(trip.groups)][:seats]
        crew += [others.pop() for _ in range(min(len(others), seats - len(crew)))]
        if crew:
            journey = _Journey(rng, case, day, parts, (group.id,), stay.station, tuple(sorted(crew)), minute)
            case = journey.made([stop]) or case
    return case


def _stop(rng: Random, trip: Trip, station: str, *, fresh: bool = False) -> str:
    """Return the id of an item at the station, known or new."""
    known = [item.id for item in trip.items if item.station == station and item.attendance is Attendance.OPEN]
    if known and not fresh and rng.random() < 0.3:
        return rng.choice(known)
    return f"item-{len(trip.items)}-{rng.randint(0, 9999)}"


def _draft_item(rng: Random, trip: Trip, station: str, item: str) -> Item:
    places = [place.id for place in trip.places if place.id.startswith(station)]
    return Item(
        id=item,
        title=Text.of(item),
        kind=ItemKind.EXCHANGE,
        station=station,
        place=rng.choice(places),
        duration_min=rng.choice((30, 45, 60, 90, 90, 120)),
        windows=(ALWAYS_OPEN,),
        sessions_max=9,
        weight=rng.randint(0, 5),
        meal=rng.choice((None, None, None, Meal.LUNCH, Meal.DINNER)),
        arrive_before_min=rng.choice((0, 0, 10, 20)),
        leave_after_min=rng.choice((0, 0, 5, 10)),
    )


def _departure(rng: Random, parts: tuple[DayPart, ...]) -> int:
    """Return when a tour leaves, in minutes after midnight."""
    first = {DayPart.MORNING: (7, 11), DayPart.AFTERNOON: (12, 16), DayPart.EVENING: (18, 20)}[parts[0]]
    if len(parts) > 1:
        first = (7, 9)
    return 60 * rng.randint(*first) + rng.choice((0, 15, 20, 30, 45))


@dataclass(frozen=True)
class _Journey:
    rng: Random
    case: Case
    day: date
    parts: tuple[DayPart, ...]
    groups: tuple[str, ...]
    station: str
    members: tuple[str, ...]
    leaves_at: int | None = None

    def made(self, stops: list[str]) -> Case | None:
        """Return the case with this journey to some items and back."""
        trip, rng = self.case.trip, self.rng
        base = trip.base_of(self.station).id
        leaves_at = _departure(rng, self.parts) if self.leaves_at is None else self.leaves_at
        here, now = base, at(self.day, leaves_at, trip.zone_of(self.station))
        sessions, transfers = list(self.case.witness.sessions), list(self.case.witness.transfers)
        items = list(trip.items)
        for number, stop in enumerate(stops):
            known = next((item for item in items if item.id == stop), None)
            item = known or _draft_item(rng, trip, self.station, stop)
            if known is None:
                items.append(item)
            if item.place != here:
                transfers.append(self._ride(here, item.place, now))
                now = transfers[-1].arrive
            here = item.place
            start = _on_grid(now + timedelta(minutes=item.arrive_before_min), trip.frame.grid_min)
            end = start + timedelta(minutes=item.duration_min)
            sessions = _joined(sessions, item, start, end, self.groups, self.members)
            now = end + timedelta(minutes=item.leave_after_min)
            if len(self.parts) > 1 and number == 0 and len(stops) > 1:
                now = max(now, at(self.day, trip.frame.lunch.start_min, trip.zone_of(self.station)))
                now += timedelta(minutes=trip.frame.lunch_min)
        if here != base:
            transfers.append(self._ride(here, base, now))
        guide = next((person for person in self.members if trip.delegate_by_id[person].guide), None)
        groups = [
            GroupPart(day=self.day, part=part, group=group, members=self.members, guide=guide)
            for part in self.parts
            for group in self.groups
        ]
        if any(
            (part.day, part.part, part.group) == (old.day, old.part, old.group)
            for part in groups
            for old in self.case.witness.groups
        ):
            return None
        witness = replace(
            self.case.witness,
            sessions=tuple(sessions),
            transfers=tuple(transfers),
            groups=(*self.case.witness.groups, *groups),
        )
        return Case(replace(trip, items=tuple(items)), witness)

    def _ride(self, origin: str, destination: str, depart: datetime) -> Transfer:
        trip = self.case.trip
        here, there = trip.place_by_id[origin], trip.place_by_id[destination]
        mode, minutes = trip.travel.mode_for(here, there), trip.travel.travel_min(here, there)
        reserve = 0 if mode.value == "walk" else trip.frame.slack_min
        return Transfer(
            day=self.day,
            part=self.parts[0],
            group=self.groups[0],
            origin=origin,
            destination=destination,
            depart=depart,
            arrive=depart + timedelta(minutes=max(1, minutes + reserve)),
            travel_min=minutes,
            mode=mode,
            people=self.members,
        )


def _on_grid(instant: datetime, grid_min: int) -> datetime:
    over = (instant.hour * 60 + instant.minute) % grid_min
    return instant + timedelta(minutes=grid_min - over if over else 0)


def _joined(  # noqa: PLR0917 # the parts of one session
    sessions: list[Session],
    item: Item,
    start: datetime,
    end: datetime,
    groups: tuple[str, ...],
    members: tuple[str, ...],
) -> list[Session]:
    """Return the sessions with one more, or with more people in the one of the item at that time."""
    for number, known in enumerate(sessions):
        if known.item == item.id and known.start == start:
            merged = replace(
                known,
                groups=tuple(sorted({*known.groups, *groups})),
                attendees=tuple(sorted({*known.attendees, *members})),
            )
            return [*sessions[:number], merged, *sessions[number + 1 :]]
    count = sum(known.item == item.id for known in sessions)
    new = Session(
        id=f"{item.id}-{count + 1}",
        item=item.id,
        start=start,
        end=end,
        place=item.place,
        groups=groups,
        attendees=members,
    )
    return [*sessions, new]


# -- the trip around it ---------------------------------------------------------------------------------------------


Change = Callable[[Case], Case]


def _dressed(rng: Random, case: Case) -> Case:
    """Return the case with hosts' conditions, pins, rules and wishes that the hidden programme meets."""
    changes = [change for item in case.trip.items for change in _item_changes(rng, case, item.id)]
    changes += [_trip_change(rng, case) for _ in range(rng.randint(0, 4))]
    for change in changes:
        case = _kept(case, change(case))
    case = replace(case, trip=replace(case.trip, items=(*case.trip.items, *_decoys(rng, case.trip))))
    wishes = [
        replace(
            person,
            wishes=tuple(
                Wish(item=item.id, strength=rng.randint(1, 5))
                for item in case.trip.items
                if rng.random() < 0.2
            ),
        )
        for person in case.trip.delegates
    ]
    tried = replace(case, trip=replace(case.trip, delegates=tuple(wishes)))
    if errors_of(tried):
        raise AssertionError(errors_of(tried))
    return tried


def _changed(item_id: str, **changes: object) -> Change:
    def change(case: Case) -> Case:
        items = tuple(
            replace(item, **changes) if item.id == item_id else item  # type: ignore[arg-type]  # the values are those of the fields
            for item in case.trip.items
        )
        return replace(case, trip=replace(case.trip, items=items))

    return change


def _item_changes(rng: Random, case: Case, item_id: str) -> Iterator[Change]:  # noqa: C901 # a list of changes
    trip = case.trip
    sessions = case.witness.sessions_of.get(item_id, ())
    if not sessions:
        return
    people = [trip.delegate_by_id[person] for session in sessions for person in session.attendees]
    sizes = [len(session.attendees) for session in sessions]
    yield _changed(item_id, sessions_max=len(sessions) + rng.choice((0, 0, 1)))
    if trip.item_by_id[item_id].attendance is Attendance.OPEN or rng.random() < 0.5:
        yield _changed(item_id, must=rng.random() < 0.5)
        yield _changed(item_id, max_people=max(sizes) + rng.choice((0, 0, 2, 20)))
    else:
        yield _changed(item_id, must=True)
    yield _changed(item_id, windows=_windows(rng, trip, item_id, sessions))
    yield _changed(item_id, kind=rng.choice(tuple(ItemKind)))
    if rng.random() < 0.3:
        yield _changed(item_id, windows=())
    if rng.random() < 0.3:
        yield _changed(item_id, min_people=rng.randint(1, min(sizes)))
    if rng.random() < 0.3:
        yield _changed(
            item_id, languages=rng.choice((frozenset({"en"}), frozenset({"zh"}), frozenset({"en", "zh"})))
        )
    if rng.random() < 0.15:
        yield _changed(item_id, roles=frozenset(person.role for person in people))
    if rng.random() < 0.15:
        yield _changed(item_id, required_people=(rng.choice(sessions[0].attendees),))
    if rng.random() < 0.15:
        listed = frozenset(person.id for person in people)
        delta = frozenset(rng.sample(sorted(listed), rng.randint(0, min(2, len(listed)))))
        names = NameList(status=NameListStatus.FROZEN, people=listed - delta, delta=delta)
        yield _changed(item_id, name_list=names)
    if rng.random() < 0.2:
        slots = tuple(session.start for session in sessions)
        yield _changed(item_id, request=HostRequest(status=RequestStatus.CONFIRMED, slots=slots))
    if rng.random() < 0.25:
        yield _pinned(_pin(rng, trip, item_id, sessions))


def _windows(rng: Random, trip: Trip, item_id: str, sessions: tuple[Session, ...]) -> tuple[Window, ...]:
    zone = trip.zone_of(trip.item_by_id[item_id].station)
    found = set()
    before, after = rng.choice((0, 0, 30, 120)), rng.choice((0, 30, 120, 300))
    for session in sessions:
        start, end = local(session.start, zone), local(session.end, zone)
        first = start.hour * 60 + start.minute
        last = (end.date() - start.date()).days * 1440 + end.hour * 60 + end.minute
        day = None if rng.random() < 0.2 else start.date()
        clock = Clock(max(0, first - before), min(2880, max(last, first) + after))
        found.add(Window(day, clock, on_closed_days=rng.random() < 0.5))
    return tuple(found)


def _pinned(pin: Pin) -> Change:
    return lambda case: replace(case, trip=replace(case.trip, pins=(*case.trip.pins, pin)))


def _pin(rng: Random, trip: Trip, item_id: str, sessions: tuple[Session, ...]) -> Pin:
    session = rng.choice(sessions)
    day, part = day_part_of(trip, trip.item_by_id[item_id].station, session.start)
    everyone = [person.id for person in trip.delegates]
    return rng.choice(
        (
            Pin(kind=PinKind.TIME, item=item_id, start=session.start),
            Pin(kind=PinKind.DAY, item=item_id, day=day),
            Pin(kind=PinKind.PART, item=item_id, day=day, part=part),
            Pin(kind=PinKind.PART, item=item_id, part=part),
            Pin(kind=PinKind.GROUP, item=item_id, group=session.groups[0]),
            Pin(kind=PinKind.ATTENDEE, item=item_id, delegate=rng.choice(session.attendees)),
            Pin(kind=PinKind.ABSENT, item=item_id, delegate=rng.choice(everyone)),
        )
    )


def _trip_change(rng: Random, case: Case) -> Change:
    """Return a rule between items, or an item that others exclude."""
    items = [item.id for item in case.trip.items]
    if len(items) < 2:
        return lambda case: case
    pair = tuple(rng.sample(items, min(len(items), rng.choice((2, 2, 3)))))
    kind = rng.choice(
        (RuleKind.BEFORE, RuleKind.BEFORE, RuleKind.BEFORE, RuleKind.SAME_TIME, RuleKind.TOGETHER)
    )
    rule = ItemRule(kind=kind, items=pair, gap_min=rng.choice((0, 0, 30)) if kind is RuleKind.BEFORE else 0)
    return lambda case: replace(case, trip=replace(case.trip, rules=(*case.trip.rules, rule)))


def _decoys(rng: Random, trip: Trip) -> tuple[Item, ...]:
    """Return items that the hidden programme does without."""
    found = []
    for number in range(rng.randint(0, 5)):
        item = _draft_item(rng, trip, rng.choice(trip.stations).id, f"decoy-{number}")
        asked, out = (
            (RequestStatus.REQUESTED, RequestStatus.TENTATIVE),
            (RequestStatus.IDEA, RequestStatus.LAPSED),
        )
        status = rng.choice((*asked, *out))
        found.append(
            replace(
                item,
                kind=rng.choice(tuple(ItemKind)),
                windows=(),
                sessions_max=rng.choice((1, 2, 4)),
                max_people=rng.choice((None, 3, 10)),
                attendance=rng.choice((Attendance.OPEN, Attendance.OPEN, Attendance.ALL)),
                request=HostRequest(status=status),
            )
        )
    tried = replace(trip, items=(*trip.items, *found))
    faulty = {problem.path[1] for problem in trip_problems(tried) if not problem.is_warning}
    return tuple(item for item in found if item.id not in faulty)
