"""Which facts hold for an item, as typed records: its times, its people, pins, and what the trip asks of every day."""

from collections.abc import Iterator

from geleit.domain.items import Item, ItemRule, Pin, PinKind
from geleit.domain.obstacles import Obstacle, ObstacleKind
from geleit.domain.people import Presence
from geleit.domain.trip import Trip

Kind = ObstacleKind
DEMANDING_PINS = (PinKind.TIME, PinKind.ATTENDEE)
"""Pins for whose sake the item takes place."""


def facts_of(trip: Trip, item: Item, pins: tuple[Pin, ...]) -> Iterator[Obstacle]:
    """Yield what holds for an item's sessions, apart from other items."""
    frame = trip.frame
    if not item.request.status.may_be_placed:
        yield _fact(Kind.STATUS, item)
    yield from (
        Obstacle(kind=Kind.PIN, item=item.id, person=pin.delegate or "", pin=pin)
        for pin in dict.fromkeys(pins)
    )
    yield from _times_of(item)
    yield from _people_of(item)
    yield from (
        Obstacle(kind=Kind.PRESENCE, person=person.id)
        for person in trip.delegates
        if person.presence != Presence()
    )
    yield Obstacle(kind=Kind.DAY)
    yield Obstacle(kind=Kind.WAY, wanted=frame.max_transfer_min)
    if frame.arrival_rest_min:
        yield Obstacle(kind=Kind.ARRIVAL_REST, wanted=frame.arrival_rest_min)
    yield Obstacle(kind=Kind.MEAL)


def demands_of(item: Item, facts: tuple[Obstacle, ...]) -> tuple[Obstacle, ...]:
    """Return what of an item's facts makes it take place: it must, its host has confirmed, or a pin wants it."""
    found = [Obstacle(kind=Kind.MUST, item=item.id)] if item.must else []
    return (*found, *(fact for fact in facts if _demands(fact)))


def _fact(kind: ObstacleKind, item: Item, person: str = "", wanted: int | None = None) -> Obstacle:
    return Obstacle(kind=kind, item=item.id, person=person, wanted=wanted)


def _times_of(item: Item) -> Iterator[Obstacle]:
    """Yield what limits an item's times."""
    if item.firm_slots:
        yield _fact(Kind.CONFIRMED, item)
    else:
        yield _fact(Kind.WINDOWS, item)
        if item.kind.keeps_office_hours:
            yield _fact(Kind.CLOSED_DAYS, item)
    yield _fact(Kind.STATION, item)


def _people_of(item: Item) -> Iterator[Obstacle]:
    """Yield what limits an item's people."""
    yield from (_fact(Kind.REQUIRED, item, person) for person in item.required_people)
    given = (
        (item.needs_head, Kind.HEAD, None),
        (item.max_people is not None, Kind.CAP, item.max_people),
        (item.min_people > 1, Kind.MIN_PEOPLE, item.min_people),
        (bool(item.roles), Kind.ROLES, None),
        (item.name_list.status.is_closed, Kind.NAME_LIST, None),
        (bool(item.languages), Kind.LANGUAGE, None),
    )
    yield from (_fact(kind, item, wanted=wanted) for holds, kind, wanted in given if holds)


def rule_fact(rule: ItemRule) -> Obstacle:
    """Return a rule between items as a fact."""
    return Obstacle(kind=Kind.RULE, item=rule.items[0], rule=rule)


def _demands(fact: Obstacle) -> bool:
    if fact.kind is Kind.PIN and fact.pin is not None:
        return fact.pin.kind in DEMANDING_PINS
    return fact.kind is Kind.CONFIRMED


def is_demand(fact: Obstacle) -> bool:
    """Whether a fact makes its item take place."""
    return fact.kind is Kind.MUST or _demands(fact)
