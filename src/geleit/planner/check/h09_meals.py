"""H9, meals: everyone has room for lunch and dinner on every day of a stay.

- The room for a meal on a day is the part of the frame's span (``lunch``, ``dinner``, local at the station)
  during which the person is with the delegation and the delegation at a station. On the day of a leg there
  may be two rooms, one at each station; where a leg or the person's presence leaves less than the meal's
  minutes in every room, the day owes that meal to nobody.
- Otherwise the person attends a session of that day with an item that has the meal, or has the meal's
  minutes in one piece in one of the rooms, free of sessions (with the minutes before and after), transfers
  and legs. A free piece is at one place, as only transfers and legs change it.
- A meal break that the programme promises is long enough within the span, free, and where its people are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from geleit.domain.kinds import Meal
from geleit.domain.people import Presence
from geleit.domain.programme import MealBreak, Transfer
from geleit.domain.trip import Frame
from geleit.domain.violations import Violation, ViolationCode
from geleit.domain.windows import Clock, at
from geleit.planner.check.context import Context, Visit, minutes
from geleit.planner.check.itinerary import Event, Itinerary


@dataclass(frozen=True, slots=True)
class Room:
    """When a meal can be taken at one station on one day."""

    station: str
    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.end - self.start


type Rooms = Mapping[tuple[date, Meal], Sequence[Room]]
"""When a meal can be taken, by day and meal."""


def check(context: Context) -> Iterator[Violation]:
    """Yield meal breaks that are too short."""
    for meal_break in context.meals:
        yield from _length(context, meal_break)


def check_way(context: Context, way: Itinerary, rooms: Rooms) -> Iterator[Violation]:
    """Yield a person's days without room for a meal, and meal breaks that are none.

    Parameters
    ----------
    rooms
        `rooms_for_meals` of the programme.
    """
    fed = {
        (visit.day, visit.item.meal)
        for visit in context.visits_by_person[way.person]
        if visit.item.meal is not None
    }
    for (day, meal), own in rooms.items():
        if (day, meal) not in fed:
            yield from _meal(context, way, day, meal, own)
    for meal_break in context.meals_by_person[way.person]:
        yield from _seat(context, way, meal_break)


def span_of(frame: Frame, meal: Meal) -> tuple[Clock, timedelta]:
    """Return when a meal lies, and how long the room for it must be."""
    if meal is Meal.LUNCH:
        return frame.lunch, timedelta(minutes=frame.lunch_min)
    return frame.dinner, timedelta(minutes=frame.dinner_min)


def rooms_for_meals(context: Context) -> Rooms:
    """Return the rooms that are long enough for the meal, by day and meal."""
    found: dict[tuple[date, Meal], list[Room]] = {}
    for stay in context.stays:
        zone = context.trip.zone_of(stay.station)
        for day in stay.days(zone):
            for meal in Meal:
                clock, needed = span_of(context.trip.frame, meal)
                start = max(at(day, clock.start_min, zone), stay.start)
                end = min(at(day, clock.end_min, zone), stay.end)
                if needed and end - start >= needed:
                    found.setdefault((day, meal), []).append(Room(stay.station, start, end))
    return found


def _meal(
    context: Context, way: Itinerary, day: date, meal: Meal, rooms: Sequence[Room]
) -> Iterator[Violation]:
    _, needed = span_of(context.trip.frame, meal)
    own = [room for room in (_present(room, way.presence) for room in rooms) if room.length >= needed]
    longest = max((_longest_free(way, room) for room in own), default=needed)
    if longest < needed:
        yield Violation(
            code=ViolationCode.NO_MEAL,
            people=(way.person,),
            station=own[0].station,
            day=day,
            meal=meal,
            bound_start=own[0].start,
            bound_end=own[0].end,
            wanted=minutes(needed),
            available=minutes(longest),
        )


def _present(room: Room, presence: Presence) -> Room:
    if presence.joins is None and presence.leaves is None:
        return room
    start = room.start if presence.joins is None else max(room.start, presence.joins)
    end = room.end if presence.leaves is None else min(room.end, presence.leaves)
    return replace(room, start=start, end=end)


def _longest_free(way: Itinerary, room: Room) -> timedelta:
    longest, free_from = timedelta(), room.start
    for event in way.during(room.start, room.end):
        longest = max(longest, event.start - free_from)
        free_from = max(free_from, event.end)
    return max(longest, room.end - free_from)


def _about(context: Context, meal: MealBreak) -> Violation:
    return Violation(
        code=ViolationCode.MEAL_BREAK_SHORT,
        places=(meal.place,),
        station=context.station_at(meal.start),
        day=meal.day,
        meal=meal.meal,
        start=meal.start,
        end=meal.end,
    )


def _length(context: Context, meal: MealBreak) -> Iterator[Violation]:
    zone = context.trip.zone_of(context.station_at(meal.start))
    clock, needed = span_of(context.trip.frame, meal.meal)
    opens, closes = at(meal.day, clock.start_min, zone), at(meal.day, clock.end_min, zone)
    inside = max(timedelta(), min(meal.end, closes) - max(meal.start, opens))
    if inside < needed and meal.start < meal.end:
        yield replace(
            _about(context, meal),
            bound_start=opens,
            bound_end=closes,
            wanted=minutes(needed),
            available=minutes(inside),
        )


def _seat(context: Context, way: Itinerary, meal: MealBreak) -> Iterator[Violation]:
    taken = way.during(meal.start, meal.end)
    for event in taken:
        yield _taken(_about(context, meal), way.person, event)
    place = way.place_at(meal.start)
    if not taken and place != meal.place:
        yield replace(
            _about(context, meal),
            code=ViolationCode.MEAL_BREAK_ELSEWHERE,
            people=(way.person,),
            places=(meal.place, place),
        )


def _taken(about: Violation, person: str, event: Event) -> Violation:
    what = event.what
    return replace(
        about,
        code=ViolationCode.MEAL_BREAK_TAKEN,
        people=(person,),
        sessions=(what.session.id,) if isinstance(what, Visit) else (),
        items=(what.item.id,) if isinstance(what, Visit) else (),
        groups=(what.group,) if isinstance(what, Transfer) else (),
        bound_start=event.start,
        bound_end=event.end,
    )
