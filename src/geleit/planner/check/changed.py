"""The check of a programme that differs little from one that has been checked: the same answer, sooner.

What concerns sessions, transfers, groups and rules between items is asked anew of the whole programme; it is quick.
What concerns one person's way is asked only of those whose sessions, transfers or meals are different. Everybody is
asked where the legs are different, or the ways to travel (the shortest way counts those that the programme uses).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from geleit.domain.items import Pin
from geleit.domain.programme import MealBreak, Programme, Session, Transfer
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation
from geleit.planner.check import form
from geleit.planner.check.context import Context
from geleit.planner.check.full import check_programme, faults_of_people, faults_of_programme
from geleit.planner.check.itinerary import itineraries
from geleit.planner.check.records import merged
from geleit.planner.value import Ruler


@dataclass(frozen=True, slots=True)
class Checked:
    """A programme that has been checked, with what is kept for the next ones.

    Parameters
    ----------
    of_people
        What is wrong on each person's way, by delegate id; None where times without a zone kept anybody from looking.
    found
        Everything that is wrong, as ``check_programme`` says it.
    """

    trip: Trip
    programme: Programme
    context: Context
    of_people: Mapping[str, tuple[Violation, ...]] | None
    found: tuple[Violation, ...]


def keep_check(trip: Trip, programme: Programme, *, ruler: Ruler | None = None) -> Checked:
    """Check a programme, as ``check_programme``, and keep what a changed one needs."""
    context = Context(trip, programme)
    if naive := tuple(form.naive_times(programme)):
        return Checked(trip, programme, context, None, naive)
    of_people = dict(faults_of_people(context, itineraries(context).values()))
    parts = [*faults_of_programme(context, ruler), *_all(of_people)]
    return Checked(trip, programme, context, of_people, merged(parts))


def check_changed(
    checked: Checked, programme: Programme, *, pins: tuple[Pin, ...] | None = None, ruler: Ruler | None = None
) -> tuple[Violation, ...]:
    """Return what ``check_programme`` finds in another programme of the same trip.

    Parameters
    ----------
    pins
        The trip's pins, where they are others; None for those that it has.
    """
    trip = checked.trip if pins is None else replace(checked.trip, pins=pins)
    context = Context(trip, programme)
    touched = _touched(checked, context)
    if touched is None or checked.of_people is None:
        return check_programme(trip, programme, ruler=ruler)
    anew = dict(faults_of_people(context, itineraries(context, touched).values()))
    return merged([*faults_of_programme(context, ruler), *_all({**checked.of_people, **anew})])


def _all(of_people: Mapping[str, tuple[Violation, ...]]) -> Iterable[Violation]:
    return (violation for found in of_people.values() for violation in found)


def _touched(checked: Checked, context: Context) -> frozenset[str] | None:
    """Return the people whose ways are different; None where everybody's may be."""
    old, new = checked.programme, context.programme
    if any(True for _ in form.naive_times(new)) or old.legs != new.legs:
        return None
    if checked.context.modes_used != context.modes_used:
        return None
    old_bonds, new_bonds = (_bonds(one, other) for one, other in ((old, new), (new, old)))
    return frozenset({person for person, _ in old_bonds ^ new_bonds} & context.trip.delegate_by_id.keys())


def _bonds(programme: Programme, other: Programme) -> set[tuple[str, tuple[object, int]]]:
    """Return what each person is bound to, of those parts that another programme does not share with this one.

    A part without its people and how often the person is bound to it: with whom somebody rides or eats changes
    nothing about the way.
    """
    here, there = (Counter(map(id, _parts(one))) for one in (programme, other))
    found: Counter[tuple[str, object]] = Counter()
    for part in _parts(programme):
        if here[id(part)] == there[id(part)]:
            continue
        people, bare = _bare(part)
        found.update((person, bare) for person in people)
    return {(person, (bare, count)) for (person, bare), count in found.items()}


def _parts(programme: Programme) -> tuple[Session | Transfer | MealBreak, ...]:
    return (*programme.sessions, *programme.transfers, *programme.meals)


def _bare(part: Session | Transfer | MealBreak) -> tuple[tuple[str, ...], object]:
    """Return the people of a part, and the part without them."""
    if isinstance(part, Session):
        return part.attendees, replace(part, attendees=())
    return part.people, replace(part, people=())
