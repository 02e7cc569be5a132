"""Random trips that make little sense, as far as the validation of trips lets them through."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.items import ItemRule, Pin, PinKind, RuleKind
from geleit.domain.kinds import Attendance, DayPart, ItemKind, Meal, Role
from geleit.domain.people import Presence
from geleit.domain.status import NameListStatus, RequestStatus
from geleit.domain.trip import Trip
from geleit.domain.validation import trip_problems
from geleit.domain.windows import Clock, Window, at
from tests.feasible import feasible_case

ODD_NUMBERS = (-5, -1, 0, 1, 2, 7, 59, 300, 1440, 5000)
CHANGES_MAX = 12

Change = Callable[[Random, Trip], Trip]


def hostile_trip(rng: Random) -> Trip:
    """Return a trip that was feasible, after some changes that may have made it absurd."""
    trip = feasible_case(rng, people_max=8).trip
    for _ in range(rng.randint(1, CHANGES_MAX)):
        tried = rng.choice(CHANGES)(rng, trip)
        if all(problem.is_warning for problem in trip_problems(tried)):
            trip = tried
    return trip


def _item(rng: Random, trip: Trip) -> Trip:
    if not trip.items:
        return trip
    number = rng.randrange(len(trip.items))
    name, value = rng.choice(_item_values(rng, trip))
    item = replace(trip.items[number], **{name: value})
    return replace(trip, items=(*trip.items[:number], item, *trip.items[number + 1 :]))


def _item_values(rng: Random, trip: Trip) -> list[tuple[str, Any]]:
    people = [person.id for person in trip.delegates]
    some = tuple(rng.sample(people, min(len(people), rng.randint(0, 3))))
    day = trip.dates.earliest + timedelta(days=rng.randint(0, 4))
    start = rng.randint(0, 1500)
    slots = tuple(at(day, rng.randint(0, 1600), trip.zone_of(trip.stations[0].id)) for _ in range(2))
    return [
        ("duration_min", rng.choice(ODD_NUMBERS)),
        ("min_people", rng.choice(ODD_NUMBERS)),
        ("max_people", rng.choice((None, *ODD_NUMBERS))),
        ("sessions_max", rng.choice(ODD_NUMBERS)),
        ("weight", rng.choice(ODD_NUMBERS)),
        ("arrive_before_min", rng.choice(ODD_NUMBERS)),
        ("leave_after_min", rng.choice(ODD_NUMBERS)),
        ("must", rng.random() < 0.5),
        ("kind", rng.choice(tuple(ItemKind))),
        ("attendance", rng.choice(tuple(Attendance))),
        ("meal", rng.choice((None, *Meal))),
        ("place", rng.choice(trip.places).id),
        ("roles", frozenset(rng.sample(tuple(Role), rng.randint(0, 2)))),
        ("languages", frozenset(rng.sample(("de", "en", "zh", "fr"), rng.randint(0, 2)))),
        ("required_people", some),
        ("name_list", NameList(status=NameListStatus.FROZEN, people=frozenset(some))),
        ("request", HostRequest(status=rng.choice(tuple(RequestStatus)))),
        ("request", HostRequest(status=RequestStatus.CONFIRMED, slots=slots)),
        ("request", HostRequest(status=RequestStatus.CONFIRMED, slots=(slots[0], slots[0]))),
        (
            "windows",
            (Window(rng.choice((None, day)), Clock(start, min(2880, start + rng.randint(0, 1380)))),),
        ),
    ]


def _frame(rng: Random, trip: Trip) -> Trip:
    start = rng.randint(0, 1200)
    clock = Clock(start, min(2880, start + rng.randint(1, 1600)))
    name, value = rng.choice(
        (
            ("day", clock),
            ("lunch", clock),
            ("dinner", clock),
            ("office", clock),
            ("lunch_min", rng.choice(ODD_NUMBERS)),
            ("dinner_min", rng.choice(ODD_NUMBERS)),
            ("rest_min", rng.choice(ODD_NUMBERS)),
            ("arrival_rest_min", rng.choice(ODD_NUMBERS)),
            ("grid_min", rng.choice(ODD_NUMBERS)),
            ("slack_min", rng.choice(ODD_NUMBERS)),
            ("max_transfer_min", rng.choice(ODD_NUMBERS)),
        )
    )
    changes: dict[str, Any] = {name: value}
    return replace(trip, frame=replace(trip.frame, **changes))


def _parts(rng: Random, trip: Trip) -> Trip:
    noon, evening = sorted(rng.sample(range(1, 1440), 2))
    parts: dict[str, Any] = {
        "morning": Clock(0, noon),
        "afternoon": Clock(noon, evening),
        "evening_part": Clock(evening, 1440),
    }
    return replace(trip, frame=replace(trip.frame, **parts))


def _person(rng: Random, trip: Trip) -> Trip:
    if not trip.delegates:
        return trip
    number = rng.randrange(len(trip.delegates))
    begins = at(trip.dates.earliest, 0, trip.zone_of(trip.stations[0].id))
    joins = begins + timedelta(minutes=rng.randint(0, 6000))
    presence = Presence(joins=joins, leaves=joins + timedelta(minutes=rng.randint(1, 4000)))
    changes: dict[str, Any] = rng.choice(
        (
            {"presence": presence},
            {"languages": frozenset[str]()},
            {"role": rng.choice(tuple(Role))},
            {"guide": rng.random() < 0.5},
        )
    )
    person = replace(trip.delegates[number], **changes)
    return replace(trip, delegates=(*trip.delegates[:number], person, *trip.delegates[number + 1 :]))


def _group(rng: Random, trip: Trip) -> Trip:
    if rng.random() < 0.2:
        return replace(trip, groups=())
    groups = tuple(replace(group, seats=rng.choice(ODD_NUMBERS)) for group in trip.groups)
    return replace(trip, groups=groups, guides_required=rng.random() < 0.5)


def _nobody(_: Random, trip: Trip) -> Trip:
    return replace(trip, delegates=())


def _pin(rng: Random, trip: Trip) -> Trip:
    if not trip.items or not trip.delegates or not trip.groups:
        return trip
    day = trip.dates.earliest + timedelta(days=rng.randint(0, 4))
    values: dict[PinKind, dict[str, Any]] = {
        PinKind.TIME: {"start": at(day, rng.randint(0, 1440), "Europe/Berlin")},
        PinKind.DAY: {"day": day},
        PinKind.PART: {"part": rng.choice(tuple(DayPart)), "day": rng.choice((None, day))},
        PinKind.GROUP: {"group": rng.choice(trip.groups).id},
        PinKind.ATTENDEE: {"delegate": rng.choice(trip.delegates).id},
        PinKind.ABSENT: {"delegate": rng.choice(trip.delegates).id},
        PinKind.DROPPED: {},
    }
    kind = rng.choice(tuple(PinKind))
    return replace(trip, pins=(*trip.pins, Pin(kind=kind, item=rng.choice(trip.items).id, **values[kind])))


def _rule(rng: Random, trip: Trip) -> Trip:
    if len(trip.items) < 2:
        return trip
    items = tuple(item.id for item in rng.sample(trip.items, min(len(trip.items), rng.randint(2, 4))))
    rule = ItemRule(kind=rng.choice(tuple(RuleKind)), items=items, gap_min=rng.choice(ODD_NUMBERS))
    return replace(trip, rules=(*trip.rules, rule))


def _legs(rng: Random, trip: Trip) -> Trip:
    if not trip.legs:
        return trip
    number = rng.randrange(len(trip.legs))
    leg = replace(trip.legs[number], travel_min=rng.choice(ODD_NUMBERS))
    return replace(trip, legs=(*trip.legs[:number], leg, *trip.legs[number + 1 :]))


def _travel(rng: Random, trip: Trip) -> Trip:
    pair = tuple(rng.sample([place.id for place in trip.places], 2))
    minutes = abs(rng.choice(ODD_NUMBERS))
    return replace(trip, travel_min={**trip.travel_min, (pair[0], pair[1]): minutes})


def _kappa(rng: Random, trip: Trip) -> Trip:
    return replace(trip, kappa_percent=rng.choice((None, *ODD_NUMBERS)))


CHANGES: tuple[Change, ...] = (
    _item,
    _item,
    _item,
    _item,
    _frame,
    _frame,
    _parts,
    _person,
    _group,
    _nobody,
    _pin,
    _rule,
    _legs,
    _travel,
    _kappa,
)
