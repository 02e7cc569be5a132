"""What makes an instance a real trip: every rule of the specification that the bare trip does not ask for yet.

Put on top of `benchmarks.instances`, so that a valid programme still certainly exists:

- Visits that must be placed (confirmed with a slot, pinned to a time, or wanted in a window) lie in the afternoon of a
  whole day, start at 14:30, end by 16:30 and want four people at most. No plenary lies in an afternoon, and there are
  never more of them at once than groups and guides.
- Who speaks none of a host's languages has interpreters who do; these, the head and the guides are always there.
- Pins, rules between items, refusals and closed name lists concern visits that need not be placed, or that very visit
  alone and people who are there all the time.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from benchmarks.days import MORNING, ZONE, Stay, instant
from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.items import Item, ItemRule, Pin, PinKind, RuleKind
from geleit.domain.kinds import Attendance, DayPart, ItemKind, Role
from geleit.domain.people import Delegate, Presence
from geleit.domain.status import NameListStatus, RequestStatus
from geleit.domain.trip import Trip
from geleit.domain.windows import Window, at

Shape = Literal["compact", "spread", "fixed", "scarce", "large"]
START_MIN = 14 * 60 + 30
"""When what must be placed beside the plenaries starts, local time."""
LONGEST_MIN = 120
ONE_IN_LATE = 10
"""One delegate in so many joins late or leaves early."""
ONE_IN_GERMAN_ONLY = 8
ONE_IN_SPANISH_HOST = 12
ONE_IN_TALK = 15
"""One free visit in so many is a political talk, at which the head must be."""
ONE_IN_ALWAYS_OPEN = 4
"""One visit in so many, of those with a choice, is also possible every morning, but on weekends and holidays."""
ONE_IN_REFUSED = 40
ONE_IN_PINNED = 12
ITEMS_PER_RULE = 15
PEOPLE_PER_INTERPRETER = 25
FIXED_AT_ONCE = 2
"""Visits that must be placed at the same time in a trip with many fixed events."""


def with_every_rule(trip: Trip, stays: Sequence[Stay], rng: random.Random, shape: Shape) -> Trip:
    """Return the trip with languages, presence, musts, pins, name lists, refusals and rules between items."""
    trip = replace(trip, delegates=tuple(_people(trip, stays, rng)))
    maker = _Demands(trip, rng)
    for number, stay in enumerate(stays):
        maker.fix(f"station-{number}", stay, FIXED_AT_ONCE if shape == "fixed" else 1)
    items = {item.id: item for item in (*map(maker.varied, trip.items), *maker.fixed.values())}
    pins = (*maker.pins, *_free_pins(maker.free, rng))
    return replace(
        trip,
        items=tuple(items[item.id] for item in trip.items),
        delegates=tuple(_with_open_wishes(person, items) for person in trip.delegates),
        pins=pins,
        rules=tuple(_rules(maker.free, pins, rng)),
    )


# -- people -------------------------------------------------------------------------------------------------------


def _people(trip: Trip, stays: Sequence[Stay], rng: random.Random) -> Iterator[Delegate]:
    """Yield the people with their languages and presence; some of the delegates become interpreters."""
    travellers = [
        person for person in trip.delegates if person.role.benefits and person.role is not Role.HEAD
    ]
    interpreters = max(1, len(travellers) // PEOPLE_PER_INTERPRETER) if len(travellers) > 2 else 0
    helpers = {person.id for person in travellers[:interpreters]}
    partial = {person.id for person in travellers[interpreters:][: len(travellers) // ONE_IN_LATE]}
    for person in trip.delegates:
        if person.id in helpers:
            yield replace(
                person,
                role=Role.INTERPRETER,
                languages=frozenset({"de", "en", "es"}),
                wishes=(),
                sectors=frozenset(),
            )
        elif interpreters and person.role.benefits and person.role is not Role.HEAD:
            presence = _presence(stays, rng) if person.id in partial else Presence()
            is_german = rng.randrange(ONE_IN_GERMAN_ONLY) == 0
            yield replace(
                person, languages=frozenset({"de"} if is_german else {"de", "en"}), presence=presence
            )
        else:
            yield person


def _with_open_wishes(person: Delegate, items: Mapping[str, Item]) -> Delegate:
    """Return the person without wishes for houses that do not receive that role, or not that person."""
    return replace(
        person,
        wishes=tuple(
            wish
            for wish in person.wishes
            if (not items[wish.item].roles or person.role in items[wish.item].roles)
            and items[wish.item].name_list.admits(person.id)
        ),
    )


def _presence(stays: Sequence[Stay], rng: random.Random) -> Presence:
    """Return a presence that leaves out the first days, or the last."""
    if rng.random() < 0.5:
        return Presence(joins=at(stays[0].first + timedelta(days=1), rng.choice((11, 13, 18)) * 60, ZONE))
    return Presence(leaves=at(stays[-1].last - timedelta(days=1), rng.choice((12, 15, 17)) * 60, ZONE))


# -- items --------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Demands:
    """Chooses which visits must be placed, and varies the others."""

    trip: Trip
    rng: random.Random
    fixed: dict[str, Item]
    pins: list[Pin]
    free: list[Item]

    def __init__(self, trip: Trip, rng: random.Random) -> None:
        self.trip, self.rng = trip, rng
        self.fixed, self.pins, self.free = {}, [], []

    def fix(self, station: str, stay: Stay, at_once: int) -> None:
        """Make visits of a stay ones that must be placed: a few in each free afternoon, if there are enough."""
        visits = [item for item in self.trip.items if _is_visit(item) and item.station == station]
        guides = sum(person.guide for person in self.trip.delegates)
        at_once = min(at_once, len(self.trip.groups), guides, len(self.trip.delegates) // 6)
        for slot in stay.free_afternoons():
            for number in range(at_once):
                if len(visits) > 2:
                    self._fix(visits.pop(0), slot, is_first=number == 0)

    def _fix(self, item: Item, slot: Window, *, is_first: bool) -> None:
        start = instant(slot, START_MIN)
        item = replace(
            item,
            windows=(slot,),
            duration_min=min(LONGEST_MIN, item.duration_min),
            min_people=min(4, item.min_people, max(1, len(self.trip.delegates) // 10)),
            sessions_max=1,
            languages=frozenset({"en"}),
        )
        way = self.rng.choice(("confirmed", "confirmed", "listed", "talk", "pinned", "must"))
        if way == "must":
            item = replace(item, must=True)
        elif way == "pinned":
            self.pins.append(Pin(kind=PinKind.TIME, item=item.id, start=start))
        else:
            item = replace(item, request=HostRequest(status=RequestStatus.CONFIRMED, slots=(start,)))
        if way == "talk" and is_first:  # there is but one head
            item = replace(item, kind=ItemKind.POLITICAL_TALK)
        if way == "listed":
            item = replace(item, name_list=NameList(status=NameListStatus.FROZEN, people=self._listed(item)))
        self.fixed[item.id] = item
        if way == "confirmed":
            self._with_attendee(item)

    def _listed(self, item: Item) -> frozenset[str]:
        """Return people announced to a host: those who wish for it, and others up to its cap."""
        wishing = [each.id for each in self.trip.delegates if any(w.item == item.id for w in each.wishes)]
        there = [each for each in self.trip.delegates if each.presence == Presence() and each.role.benefits]
        others = [each.id for each in there if each.id not in wishing]
        return frozenset((*wishing, *others)[: max(item.max_people or 10, 10)])

    def _with_attendee(self, item: Item) -> None:
        """Pin to the visit somebody who is there all the time, speaks its language and leads nobody."""
        able = [
            person.id
            for person in self.trip.delegates
            if person.role is Role.BUSINESS and person.presence == Presence() and "en" in person.languages
        ]
        taken = {pin.delegate for pin in self.pins}
        person = next((one for one in able if one not in taken), None)
        if person is not None:
            self.pins.append(Pin(kind=PinKind.ATTENDEE, item=item.id, delegate=person))

    def varied(self, item: Item) -> Item:
        """Return an item with languages and, if it need not be placed, with a kind, a status and people of its own."""
        if item.id in self.fixed:
            return item
        item = replace(item, languages=frozenset({"en"}))
        if not _is_visit(item):
            return item
        rng = self.rng
        works = not any(window.on_closed_days for window in item.windows)
        if works and len(item.windows) > 1 and rng.randrange(ONE_IN_ALWAYS_OPEN) == 0:
            item = replace(item, windows=(Window(None, MORNING), *item.windows))
        has_help = any(person.role is Role.INTERPRETER for person in self.trip.delegates)
        if has_help and rng.randrange(ONE_IN_SPANISH_HOST) == 0:
            item = replace(item, languages=frozenset({"es"}))
        if rng.randrange(ONE_IN_TALK) == 0:
            item = replace(item, kind=ItemKind.POLITICAL_TALK)
        elif rng.randrange(ONE_IN_TALK) == 0:
            item = replace(item, roles=frozenset({Role.HEAD, Role.BUSINESS, Role.INTERPRETER}), min_people=1)
        if rng.randrange(ONE_IN_REFUSED) == 0:
            return replace(item, request=HostRequest(status=RequestStatus.DECLINED))
        self.free.append(item)
        return item


def _is_visit(item: Item) -> bool:
    return item.attendance is Attendance.OPEN


# -- pins and rules on what need not be placed --------------------------------------------------------------------


def _free_pins(free: Sequence[Item], rng: random.Random) -> Iterator[Pin]:
    """Yield pins that only narrow where a visit may lie: a day, a day part, somebody who stays away, none at all."""
    for item in free:
        if rng.randrange(ONE_IN_PINNED):
            continue
        window = item.windows[-1]
        kind = rng.choice((PinKind.DAY, PinKind.PART, PinKind.ABSENT, PinKind.DROPPED, PinKind.GROUP))
        if kind is PinKind.DAY:
            yield Pin(kind=kind, item=item.id, day=window.day)
        elif kind is PinKind.PART:
            part = DayPart.MORNING if window.clock.start_min < 12 * 60 else DayPart.AFTERNOON
            yield Pin(kind=kind, item=item.id, part=part)
        elif kind is PinKind.ABSENT:
            yield Pin(kind=kind, item=item.id, delegate="head")
        elif kind is PinKind.GROUP:
            yield Pin(kind=kind, item=item.id, group="1")
        elif len(free) > ITEMS_PER_RULE:
            yield Pin(kind=kind, item=item.id)


def _rules(free: Sequence[Item], pins: Sequence[Pin], rng: random.Random) -> Iterator[ItemRule]:
    """Yield rules between two visits of one station that can both lie where the rule wants them."""
    pinned = {pin.item for pin in pins}
    by_station: dict[str, list[Item]] = {}
    for item in free:
        if item.id not in pinned:
            by_station.setdefault(item.station, []).append(item)
    for items in by_station.values():
        for number in range(len(items) // ITEMS_PER_RULE + 1):
            pair = items[2 * number : 2 * number + 2]
            if len(pair) == 2 and len(items) > 3:
                pair.sort(key=_opens)
                kind = rng.choice((RuleKind.BEFORE, RuleKind.AT_MOST_ONE, RuleKind.TOGETHER))
                if kind is RuleKind.BEFORE and _opens(pair[0]) == _opens(pair[1]):
                    kind = RuleKind.AT_MOST_ONE
                yield ItemRule(kind=kind, items=(pair[0].id, pair[1].id))


def _opens(item: Item) -> date:
    return min(window.day for window in item.windows if window.day is not None)
