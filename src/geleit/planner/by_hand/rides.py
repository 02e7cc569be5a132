"""Rides that cannot be timed, drawn all the same, and the meals that remain between appointments."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from geleit.domain.kinds import DayPart
from geleit.domain.programme import GroupPart, MealBreak, Programme, Session, Transfer
from geleit.planner.by_hand.company import Company
from geleit.planner.by_hand.kit import Kit


def drawn(kit: Kit, company: Company, day: date, group: str) -> Iterator[Transfer]:
    """Yield the rides of a group whose visits leave no room for them, each as late as it could leave."""
    for part in DayPart:
        told = company.parts.get((day, part, group))
        visits = sorted(
            (
                one
                for one in company.sessions
                if (day, part, group) in company.halves(one) and _is_there(kit, one, day)
            ),
            key=lambda one: (one.start, one.id),
        )
        if told is None or not visits:
            continue
        base = kit.trip.base_of(kit.trip.item_by_id[visits[0].item].station).id
        here, free = base, None
        for visit in visits:
            item = kit.trip.item_by_id[visit.item]
            due = visit.start - timedelta(minutes=item.arrive_before_min)
            if item.place != here:
                way = timedelta(minutes=kit.way_min(here, item.place))
                depart = due - way if free is None else max(free, due - way)
                yield _ride(kit, told, here, item.place, depart)
            here = item.place
            free = visit.end + timedelta(minutes=item.leave_after_min)
        if here != base and free is not None:
            yield _ride(kit, told, here, base, free)


def _is_there(kit: Kit, session: Session, day: date) -> bool:
    """Whether the delegation is at the session's station on a day: from elsewhere no bus goes there."""
    station = kit.trip.item_by_id[session.item].station
    return any(block.day == day and block.station == station for block in kit.problem.blocks)


def _ride(kit: Kit, told: GroupPart, origin: str, destination: str, depart: datetime) -> Transfer:
    places, travel = kit.trip.place_by_id, kit.trip.travel
    return Transfer(
        day=told.day,
        part=told.part,
        group=told.group,
        origin=origin,
        destination=destination,
        depart=depart,
        arrive=depart + timedelta(minutes=kit.way_min(origin, destination)),
        travel_min=travel.travel_min(places[origin], places[destination]),
        mode=travel.mode_for(places[origin], places[destination]),
        people=told.members,
    )


def meals_around(
    before: Programme, moved: Programme, built: Programme, days: set[date]
) -> tuple[MealBreak, ...]:
    """Return the meals: those of touched days anew, without people who are elsewhere then."""
    kept = [meal for meal in before.meals if meal.day not in days]
    for meal in built.meals:
        if meal.day in days:
            busy = set(_busy(moved, meal))
            people = tuple(one for one in meal.people if one not in busy)
            if people:
                kept.append(replace(meal, people=people))
    return tuple(sorted(kept, key=lambda meal: (meal.start, meal.end, meal.place, meal.people)))


def _busy(programme: Programme, meal: MealBreak) -> Iterator[str]:
    """Yield who is at an appointment or on the way during a meal."""
    for session in programme.sessions:
        if session.start < meal.end and meal.start < session.end:
            yield from session.attendees
    for ride in programme.transfers:
        if ride.depart < meal.end and meal.start < ride.arrive:
            yield from ride.people
