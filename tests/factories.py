"""A tiny trip and a valid programme for it, to change at will.

`make_trip` and `make_programme` fit together: six people in two groups, Washington from Sunday to Tuesday, New York
until Wednesday. The programme breaks no rule; every test changes what it is about and nothing else::

    trip = change_item(make_trip(), "acme", max_people=2)
    programme = move(make_programme(), "acme-1", minutes=15)

======  =========================================================================================
Sun 18  flight from home 13:05 (Berlin), at the hotel 17:55; welcome dinner 19:00, all, at the hotel
Mon 19  briefing 09:00 at the hotel, all; lunch break 12:00
        13:00 ride; group 1 Acme 13:40, Beta 15:50; group 2 Beta 13:40, Acme 15:50; back 17:50
        dinner break 18:30
Tue 20  group 1 political talk 10:00, ride 09:20, back 11:35; lunch break 12:00; train 15:00 to 18:35
        dinner break 19:30
Wed 21  university 10:15, both groups, ride 09:30, back 12:10; lunch break 12:30; flight home 18:30
======  =========================================================================================

The transfers stand in this order: 0 to 4 group 1 (Monday out, across, back; Wednesday out, back), 5 to 9 the same of
group 2, 10 and 11 group 1 on Tuesday. Group 1 is head, anna and gina (guide), group 2 bert (speaks German only), clara
and ines (interpreter and guide); four seats each. ``gamma`` is an item without a session. Times of the clock are given
as "2025-05-19 13:40" in Eastern time.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from geleit.domain.dates import DateSpan
from geleit.domain.hosts import HostRequest
from geleit.domain.items import Item
from geleit.domain.kinds import Attendance, DayPart, ItemKind, LegMode, Meal, Role
from geleit.domain.people import Delegate, Group, Wish
from geleit.domain.places import Place, TravelMode
from geleit.domain.programme import (
    GroupPart,
    MealBreak,
    PlannedLeg,
    Programme,
    Reason,
    ReasonCode,
    Session,
    Transfer,
    Unplaced,
)
from geleit.domain.status import RequestStatus
from geleit.domain.text import Text
from geleit.domain.trip import Leg, Sector, Station, Trip
from geleit.domain.violations import Rule, Violation, ViolationCode
from geleit.domain.windows import Clock, Window, at

EASTERN = "America/New_York"
EVERYONE = ("anna", "bert", "clara", "gina", "head", "ines")
GROUP_1 = ("anna", "gina", "head")
GROUP_2 = ("bert", "clara", "ines")

SUNDAY, MONDAY, TUESDAY, WEDNESDAY = (date(2025, 5, day) for day in (18, 19, 20, 21))


def instant(clock: str, zone: str = EASTERN) -> datetime:
    """Return "2025-05-19 13:40" on the wall clock of a zone as a UTC instant."""
    day, time = clock.split(" ")
    hours, minutes = time.split(":")
    return at(date.fromisoformat(day), int(hours) * 60 + int(minutes), zone)


def window(text: str, *, on_closed_days: bool = False) -> Window:
    """Return "2025-05-19 09:00-12:00" or "09:00-12:00" (every day) as a window."""
    day, _, clock = text.rpartition(" ")
    start, end = (int(time[:2]) * 60 + int(time[3:]) for time in clock.split("-"))
    return Window(date.fromisoformat(day) if day else None, Clock(start, end), on_closed_days)


# ---- trip --------------------------------------------------------------------------------------------------------


def make_place(place: str, lat: float, lon: float, **changes: Any) -> Place:
    """Return a place in Washington's zone and country unless told otherwise."""
    given: dict[str, Any] = {"name": Text.of(place.title()), "zone": EASTERN, "country": "US", **changes}
    return Place(id=place, lat=lat, lon=lon, **given)


def make_item(item: str = "extra", **changes: Any) -> Item:
    """Return a company visit at Acme's, one hour long, whenever offices are open in Washington."""
    given: dict[str, Any] = {
        "title": Text.of(item.title()),
        "kind": ItemKind.COMPANY_VISIT,
        "station": "washington",
        "place": "acme-house",
        "duration_min": 60,
        **changes,
    }
    return Item(id=item, **given)


def make_delegate(person: str = "dora", **changes: Any) -> Delegate:
    """Return a business delegate who speaks German and English."""
    given: dict[str, Any] = {"name": person.title(), "role": Role.BUSINESS, **changes}
    return Delegate(id=person, **given)


def make_trip(**changes: Any) -> Trip:
    """Return the tiny trip, with some of its fields replaced."""
    return replace(_trip(), **changes)


def _trip() -> Trip:
    return Trip(
        id="tiny",
        title=Text({"de": "Kleine Reise", "en": "Tiny trip"}),
        dates=DateSpan.parse("2025-05-18", "2025-05-22"),
        home="erfurt",
        places=(
            make_place("erfurt", 50.98, 11.03, zone="Europe/Berlin", country="DE", region="TH"),
            make_place("hotel-washington", 38.900, -77.030, region="DC"),
            make_place("acme-house", 38.860, -77.050, region="VA"),
            make_place("beta-house", 38.920, -77.070, region="DC"),
            make_place("ministry", 38.890, -77.000, region="DC"),
            make_place("hotel-new-york", 40.755, -73.975, region="NY"),
            make_place("university", 40.810, -73.960, region="NY"),
        ),
        stations=(
            Station(id="washington", name=Text.of("Washington"), base="hotel-washington"),
            Station(id="new-york", name=Text.of("New York"), base="hotel-new-york"),
        ),
        legs=_legs(),
        groups=(
            Group(id="1", name=Text({"de": "Gruppe 1", "en": "Group 1"}), seats=4),
            Group(id="2", name=Text({"de": "Gruppe 2", "en": "Group 2"}), seats=4),
        ),
        items=_items(),
        delegates=_delegates(),
        sectors=(Sector(id="optics", name=Text.of("Optics")), Sector(id="digital", name=Text.of("Digital"))),
        travel_min={
            ("hotel-washington", "acme-house"): 20,
            ("hotel-washington", "beta-house"): 20,
            ("acme-house", "beta-house"): 15,
            ("hotel-washington", "ministry"): 20,
            ("hotel-new-york", "university"): 20,
        },
    )


def _legs() -> tuple[Leg, ...]:
    return (
        Leg(
            id="outbound",
            origin=None,
            destination="washington",
            mode=LegMode.FLIGHT,
            travel_min=650,
            departures=(window("2025-05-18 13:05-13:05"),),
        ),
        Leg(
            id="to-new-york",
            origin="washington",
            destination="new-york",
            mode=LegMode.TRAIN,
            travel_min=215,
            departures=(window("2025-05-20 14:30-15:30"),),
        ),
        Leg(
            id="return",
            origin="new-york",
            destination=None,
            mode=LegMode.FLIGHT,
            travel_min=560,
            departures=(window("2025-05-21 18:30-18:30"),),
        ),
    )


def _items() -> tuple[Item, ...]:
    afternoon = (window("2025-05-19 13:00-17:30"),)
    return (
        make_item(
            "welcome",
            kind=ItemKind.DINNER,
            place="hotel-washington",
            duration_min=90,
            attendance=Attendance.ALL,
            meal=Meal.DINNER,
        ),
        make_item(
            "briefing",
            kind=ItemKind.BRIEFING,
            place="hotel-washington",
            attendance=Attendance.ALL,
            must=True,
            windows=(window("2025-05-19 08:30-12:00"),),
        ),
        make_item(
            "acme",
            duration_min=90,
            windows=afternoon,
            max_people=3,
            sessions_max=2,
            languages=frozenset({"en"}),
            sectors=frozenset({"optics"}),
            arrive_before_min=10,
            leave_after_min=5,
        ),
        make_item(
            "beta",
            place="beta-house",
            duration_min=90,
            windows=afternoon,
            min_people=2,
            max_people=4,
            sessions_max=2,
            arrive_before_min=10,
            leave_after_min=5,
        ),
        make_item(
            "talk",
            kind=ItemKind.POLITICAL_TALK,
            place="ministry",
            windows=(window("2025-05-20 09:00-12:30"),),
            roles=frozenset({Role.HEAD, Role.POLITICAL, Role.BUSINESS, Role.ORGANISER}),
            arrive_before_min=15,
            leave_after_min=10,
        ),
        make_item(
            "university",
            kind=ItemKind.UNIVERSITY_VISIT,
            station="new-york",
            place="university",
            duration_min=90,
            arrive_before_min=10,
            required_people=("clara",),
        ),
        make_item("gamma", windows=(window("2025-05-19 13:00-15:00"),)),
    )


def _delegates() -> tuple[Delegate, ...]:
    optics = frozenset({"optics"})
    return (
        make_delegate("head", role=Role.HEAD, rank=1),
        make_delegate("anna", sectors=optics, wishes=(Wish(item="acme", strength=5),)),
        make_delegate("bert", languages=frozenset({"de"}), wishes=(Wish(item="gamma", strength=2),)),
        make_delegate("clara", role=Role.SCIENCE),
        make_delegate("gina", role=Role.ORGANISER, guide=True),
        make_delegate("ines", role=Role.INTERPRETER, guide=True),
    )


# ---- programme ---------------------------------------------------------------------------------------------------


def make_session(session: str, start: str, minutes: int, place: str, **changes: Any) -> Session:
    """Return a session of the item that its id begins with, for everyone at the start given in Eastern time."""
    begins = instant(start)
    given: dict[str, Any] = {"groups": ("1", "2"), "attendees": EVERYONE, **changes}
    return Session(
        id=session,
        item=session.rpartition("-")[0],
        start=begins,
        end=begins + timedelta(minutes=minutes),
        place=place,
        **given,
    )


def make_transfer(
    group: str, origin: str, destination: str, depart: str, arrive: str, *, travel_min: int, **changes: Any
) -> Transfer:
    """Return a ride of a group with all its people; the part is that of its departure, the day May 2025's."""
    given: dict[str, Any] = {
        "day": date.fromisoformat(depart.partition(" ")[0]),
        "part": DayPart.MORNING if depart[-5:] < "12:30" else DayPart.AFTERNOON,
        "mode": TravelMode.BUS,
        "people": GROUP_1 if group == "1" else GROUP_2,
        **changes,
    }
    return Transfer(
        group=group,
        origin=origin,
        destination=destination,
        depart=instant(depart),
        arrive=instant(arrive),
        travel_min=travel_min,
        **given,
    )


def make_group_part(day: date, part: DayPart, group: str, **changes: Any) -> GroupPart:
    """Return a group with its usual people for one day part."""
    members, guide = (GROUP_1, "gina") if group == "1" else (GROUP_2, "ines")
    given: dict[str, Any] = {"members": members, "guide": guide, **changes}
    return GroupPart(day=day, part=part, group=group, **given)


def make_meal(meal: Meal, start: str, minutes: int, place: str, **changes: Any) -> MealBreak:
    """Return a meal break for everyone."""
    begins = instant(start)
    given: dict[str, Any] = {"people": EVERYONE, **changes}
    return MealBreak(
        day=date.fromisoformat(start.partition(" ")[0]),
        meal=meal,
        start=begins,
        end=begins + timedelta(minutes=minutes),
        place=place,
        **given,
    )


def make_programme(**changes: Any) -> Programme:
    """Return the valid programme of the tiny trip, with some of its fields replaced."""
    return replace(_programme(), **changes)


def _programme() -> Programme:
    return Programme(
        trip="tiny",
        sessions=(
            make_session("welcome-1", "2025-05-18 19:00", 90, "hotel-washington"),
            make_session("briefing-1", "2025-05-19 09:00", 60, "hotel-washington"),
            make_session("acme-1", "2025-05-19 13:40", 90, "acme-house", groups=("1",), attendees=GROUP_1),
            make_session("acme-2", "2025-05-19 15:50", 90, "acme-house", groups=("2",), attendees=GROUP_2),
            make_session("beta-1", "2025-05-19 13:40", 90, "beta-house", groups=("2",), attendees=GROUP_2),
            make_session("beta-2", "2025-05-19 15:50", 90, "beta-house", groups=("1",), attendees=GROUP_1),
            make_session("talk-1", "2025-05-20 10:00", 60, "ministry", groups=("1",), attendees=GROUP_1),
            make_session("university-1", "2025-05-21 10:15", 90, "university"),
        ),
        groups=(
            *(make_group_part(MONDAY, DayPart.AFTERNOON, group) for group in ("1", "2")),
            make_group_part(TUESDAY, DayPart.MORNING, "1"),
            *(make_group_part(WEDNESDAY, DayPart.MORNING, group) for group in ("1", "2")),
        ),
        transfers=_transfers(),
        meals=(
            make_meal(Meal.LUNCH, "2025-05-19 12:00", 45, "hotel-washington"),
            make_meal(Meal.DINNER, "2025-05-19 18:30", 60, "hotel-washington"),
            make_meal(Meal.LUNCH, "2025-05-20 12:00", 45, "hotel-washington"),
            make_meal(Meal.DINNER, "2025-05-20 19:30", 60, "hotel-new-york"),
            make_meal(Meal.LUNCH, "2025-05-21 12:30", 45, "hotel-new-york"),
        ),
        legs=(
            PlannedLeg(
                leg="outbound",
                depart=instant("2025-05-18 13:05", "Europe/Berlin"),
                arrive=instant("2025-05-18 17:55"),
            ),
            PlannedLeg(
                leg="to-new-york", depart=instant("2025-05-20 15:00"), arrive=instant("2025-05-20 18:35")
            ),
            PlannedLeg(leg="return", depart=instant("2025-05-21 18:30"), arrive=instant("2025-05-22 03:50")),
        ),
        unplaced=(Unplaced(item="gamma", reasons=(Reason(code=ReasonCode.LOST_OUT, items=("acme",)),)),),
    )


def _transfers() -> tuple[Transfer, ...]:
    hotel, acme, beta = "hotel-washington", "acme-house", "beta-house"
    monday, tuesday, wednesday = "2025-05-19 ", "2025-05-20 ", "2025-05-21 "
    found = []
    for group, first, second in (("1", acme, beta), ("2", beta, acme)):
        found += [
            make_transfer(group, hotel, first, monday + "13:00", monday + "13:25", travel_min=20),
            make_transfer(group, first, second, monday + "15:15", monday + "15:35", travel_min=15),
            make_transfer(group, second, hotel, monday + "17:25", monday + "17:50", travel_min=20),
            make_transfer(
                group, "hotel-new-york", "university", wednesday + "09:30", wednesday + "09:55", travel_min=20
            ),
            make_transfer(
                group, "university", "hotel-new-york", wednesday + "11:45", wednesday + "12:10", travel_min=20
            ),
        ]
    found += [
        make_transfer("1", hotel, "ministry", tuesday + "09:20", tuesday + "09:45", travel_min=20),
        make_transfer("1", "ministry", hotel, tuesday + "11:10", tuesday + "11:35", travel_min=20),
    ]
    return tuple(found)


# ---- changes -----------------------------------------------------------------------------------------------------


def change_item(trip: Trip, item: str, **changes: Any) -> Trip:
    """Return the trip with one of its items changed."""
    return replace(
        trip, items=tuple(replace(own, **changes) if own.id == item else own for own in trip.items)
    )


def change_delegate(trip: Trip, person: str, **changes: Any) -> Trip:
    """Return the trip with one of its delegates changed."""
    return replace(
        trip,
        delegates=tuple(replace(own, **changes) if own.id == person else own for own in trip.delegates),
    )


def change_frame(trip: Trip, **changes: Any) -> Trip:
    """Return the trip with another frame."""
    return replace(trip, frame=replace(trip.frame, **changes))


def confirm(trip: Trip, item: str, *slots: str, released: bool = False) -> Trip:
    """Return the trip with an item's host having agreed, at these starts in Eastern time."""
    starts = tuple(instant(slot) for slot in slots)
    request = HostRequest(status=RequestStatus.CONFIRMED, slots=starts, released=released)
    return change_item(trip, item, request=request)


def change_session(programme: Programme, session: str, **changes: Any) -> Programme:
    """Return the programme with one of its sessions changed."""
    return replace(
        programme,
        sessions=tuple(replace(own, **changes) if own.id == session else own for own in programme.sessions),
    )


def move(programme: Programme, session: str, minutes: int) -> Programme:
    """Return the programme with one session later, or earlier; nothing else moves with it."""
    own = next(found for found in programme.sessions if found.id == session)
    by = timedelta(minutes=minutes)
    return change_session(programme, session, start=own.start + by, end=own.end + by)


def drop_session(programme: Programme, *sessions: str) -> Programme:
    """Return the programme without some sessions; the rides to them stay."""
    return replace(programme, sessions=tuple(own for own in programme.sessions if own.id not in sessions))


def change_transfer(programme: Programme, number: int, **changes: Any) -> Programme:
    """Return the programme with one of its transfers changed, by its number in the tuple."""
    moved = replace(programme.transfers[number], **changes)
    return replace(
        programme,
        transfers=(*programme.transfers[:number], moved, *programme.transfers[number + 1 :]),
    )


def drop_transfer(programme: Programme, number: int) -> Programme:
    """Return the programme without one of its transfers, by its number in the tuple."""
    return replace(programme, transfers=(*programme.transfers[:number], *programme.transfers[number + 1 :]))


def codes(violations: tuple[Violation, ...]) -> set[ViolationCode]:
    """Return what is broken."""
    return {violation.code for violation in violations}


def rules(violations: tuple[Violation, ...]) -> set[Rule]:
    """Return the rules that are broken."""
    return {violation.rule for violation in violations}
