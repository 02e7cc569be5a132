"""A programme as what happens one after the other: who needs to be back from where before it can begin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from geleit.domain.programme import MealBreak, PlannedLeg, Programme, Session, Transfer
from geleit.domain.stays import day_part_of
from geleit.domain.trip import Trip

What = Session | Transfer | MealBreak | PlannedLeg


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with a beginning, as the simulation takes it.

    Parameters
    ----------
    what
        The part of the programme.
    number
        Its number among the parts of its kind, in the programme's order: chance goes by it.
    start, end
        Planned, in minutes after the trip's first happening.
    day
        Local day.
    people
        Delegate ids, sorted.
    """

    what: What
    number: int
    start: float
    end: float
    day: date
    people: tuple[str, ...]


def timeline(trip: Trip, programme: Programme) -> tuple[Happening, ...]:
    """Return the programme's parts in the order of their planned beginnings.

    Parts that the trip does not know (an item or leg taken out of its file) are left out.
    """
    found = sorted(
        _parts(trip, programme), key=lambda part: (_start(part.what), _end(part.what), part.number)
    )
    if not found:
        return ()
    first = _start(found[0].what)
    return tuple(
        replace(part, start=_minutes(first, _start(part.what)), end=_minutes(first, _end(part.what)))
        for part in found
    )


def followers(happenings: tuple[Happening, ...]) -> Mapping[int, tuple[Happening, ...]]:
    """Return what comes next for the people of each happening, by its position; the same one only once."""
    by_person: dict[str, list[int]] = {}
    for position, happening in enumerate(happenings):
        for person in happening.people:
            by_person.setdefault(person, []).append(position)
    after: dict[int, set[int]] = {}
    for positions in by_person.values():
        for one, other in pairwise(positions):
            after.setdefault(one, set()).add(other)
    return {one: tuple(happenings[other] for other in sorted(others)) for one, others in after.items()}


def _parts(trip: Trip, programme: Programme) -> Iterator[Happening]:
    everyone = trip.delegate_by_id
    for number, session in enumerate(programme.sessions):
        item = trip.item_by_id.get(session.item)
        if item is not None:
            day, _ = day_part_of(trip, item.station, session.start)
            people = tuple(person for person in session.attendees if person in everyone)
            yield Happening(session, number, 0, 0, day, people)
    for number, transfer in enumerate(programme.transfers):
        people = tuple(person for person in transfer.people if person in everyone)
        yield Happening(transfer, number, 0, 0, transfer.day, people)
    for number, meal in enumerate(programme.meals):
        people = tuple(person for person in meal.people if person in everyone)
        yield Happening(meal, number, 0, 0, meal.day, people)
    for number, planned in enumerate(programme.legs):
        leg = trip.leg_by_id.get(planned.leg)
        if leg is not None:
            day, _ = day_part_of(trip, leg.origin, planned.depart)
            taking = (
                person for person in trip.delegates if person.presence.covers(planned.depart, planned.arrive)
            )
            yield Happening(planned, number, 0, 0, day, tuple(sorted(person.id for person in taking)))


def _start(what: What) -> datetime:
    return what.depart if isinstance(what, Transfer | PlannedLeg) else what.start


def _end(what: What) -> datetime:
    return what.arrive if isinstance(what, Transfer | PlannedLeg) else what.end


def _minutes(first: datetime, instant: datetime) -> float:
    return (instant - first).total_seconds() / 60
