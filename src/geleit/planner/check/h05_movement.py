"""H5, the people: everyone who changes place is carried, and changes groups only at the base.

- A person is where the way so far has led: at home or the base at first, then where transfers and legs go.
  A session, transfer or leg that begins elsewhere is a gap that no transfer covers. At the end of the way a
  person is at the base (or at home), unless they leave the delegation on the day of their last event.
- Between two transfers that meet away from the base a person stays in the same group on the same day.
  (Whether the group's members may go on from one part to the next is a matter of the groups.)
- Who attends a session away from the base is, in the day part in which it starts, a member of one of the
  groups that the session names; and of each of these groups somebody attends (asked only where all attendees
  have a group). At the base people come as they are.
"""

from collections.abc import Iterator
from dataclasses import replace

from geleit.domain.programme import PlannedLeg, Transfer
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check.context import Context, Visit
from geleit.planner.check.itinerary import Event, Itinerary, Step
from geleit.planner.check.records import of_transfer, of_visit


def check_way(context: Context, way: Itinerary) -> Iterator[Violation]:
    """Yield gaps in a person's way, and changes of group away from the base."""
    ride: Transfer | None = None
    for step in way.steps:
        if step.event.origin != step.place:
            yield replace(_gap(context, step), people=(way.person,))
        move = step.event.what
        if isinstance(move, Transfer):
            if ride is not None and _changes_away(context, ride, move, step.event.station_from):
                yield replace(
                    of_transfer(context, ViolationCode.CHANGED_AWAY, move),
                    people=(way.person,),
                    groups=tuple(dict.fromkeys((ride.group, move.group))),
                    places=(move.origin,),
                )
            ride = move
    yield from _left_behind(context, way)


def check(context: Context) -> Iterator[Violation]:
    """Yield attendees without a group, and groups without attendees."""
    for visit in context.visits:
        if not visit.at_base:
            yield from _groups(context, visit)


def _gap(context: Context, step: Step) -> Violation:
    what, places = step.event.what, (step.place, step.event.origin)
    if isinstance(what, Visit):
        return replace(of_visit(ViolationCode.NOT_CARRIED, what), places=places)
    if isinstance(what, Transfer):
        return replace(of_transfer(context, ViolationCode.NOT_CARRIED, what), places=places)
    return _gap_at_leg(what, step.event, places)


def _gap_at_leg(leg: PlannedLeg, event: Event, places: tuple[str, str]) -> Violation:
    return Violation(
        code=ViolationCode.NOT_CARRIED,
        places=places,
        legs=(leg.leg,),
        station=event.station_from,
        day=event.day_from,
        start=event.start,
        end=event.end,
    )


def _changes_away(context: Context, ride: Transfer, move: Transfer, station: str | None) -> bool:
    at_base = move.origin == context.base_of(station)
    same = (ride.group, ride.day) == (move.group, move.day)
    return ride.destination == move.origin and not at_base and not same


def _left_behind(context: Context, way: Itinerary) -> Iterator[Violation]:
    if not way.events:
        return
    last = way.events[-1]
    base = context.base_of(last.station_to)
    leaves = way.presence.leaves
    stays_on = leaves is None or context.day_of(last.station_to, leaves) > last.day_to
    if last.destination == base or not stays_on:
        return
    yield Violation(
        code=ViolationCode.NOT_CARRIED,
        sessions=(last.what.session.id,) if isinstance(last.what, Visit) else (),
        items=(last.what.item.id,) if isinstance(last.what, Visit) else (),
        people=(way.person,),
        places=(last.destination, base),
        station=last.station_to,
        day=last.day_to,
        start=last.end,
    )


def _groups(context: Context, visit: Visit) -> Iterator[Violation]:
    attendees = context.known_people(visit.session.attendees)
    members = {
        group: context.members.get((visit.day, visit.part, group), frozenset())
        for group in visit.session.groups
        if group in context.trip.group_by_id
    }
    carried = frozenset().union(*members.values())
    strangers = tuple(person for person in attendees if person not in carried)
    if strangers:
        yield replace(of_visit(ViolationCode.NOT_IN_GROUP, visit), people=strangers, groups=tuple(members))
        return
    for group, people in members.items():
        if people.isdisjoint(attendees):
            yield replace(of_visit(ViolationCode.GROUP_WITHOUT_PEOPLE, visit), groups=(group,))
