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


def check(context: Context, ways: tuple[Itinerary, ...]) -> Iterator[Violation]:
    """Yield days without room for a meal, and meal breaks that are none."""
    rooms = _rooms(context)
    for way in ways:
        fed = {
            (visit.day, visit.item.meal)
            for visit in context.visits_by_person[way.person]
            if visit.item.meal is not None
        }
        for (day, meal), own in rooms.items():
            if (day, meal) not in fed:
                yield from _meal(context, way, day, meal, own)
    by_person = {way.person: way for way in ways}
    for meal_break in context.meals:
        yield from _meal_break(context, by_person, meal_break)


def span_of(frame: Frame, meal: Meal) -> tuple[Clock, timedelta]:
    """Return when a meal lies, and how long the room for it must be."""
    if meal is Meal.LUNCH:
        return frame.lunch, timedelta(minutes=frame.lunch_min)
    return frame.dinner, timedelta(minutes=frame.dinner_min)


def _rooms(context: Context) -> Mapping[tuple[date, Meal], Sequence[Room]]:
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
    longest = max((_longest_free(way.events, room) for room in own), default=needed)
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
    start = room.start if presence.joins is None else max(room.start, presence.joins)
    end = room.end if presence.leaves is None else min(room.end, presence.leaves)
    return replace(room, start=start, end=end)


def _longest_free(events: Sequence[Event], room: Room) -> timedelta:
    busy = sorted(
        (event.start, event.end) for event in events if event.start < room.end and event.end > room.start
    )
    longest, free_from = timedelta(), room.start
    for start, end in busy:
        longest = max(longest, start - free_from)
        free_from = max(free_from, end)
    return max(longest, room.end - free_from)


def _meal_break(context: Context, ways: Mapping[str, Itinerary], meal: MealBreak) -> Iterator[Violation]:
    station = context.station_at(meal.start)
    zone = context.trip.zone_of(station)
    clock, needed = span_of(context.trip.frame, meal.meal)
    opens, closes = at(meal.day, clock.start_min, zone), at(meal.day, clock.end_min, zone)
    about = Violation(
        code=ViolationCode.MEAL_BREAK_SHORT,
        places=(meal.place,),
        station=station,
        day=meal.day,
        meal=meal.meal,
        start=meal.start,
        end=meal.end,
    )
    inside = max(timedelta(), min(meal.end, closes) - max(meal.start, opens))
    if inside < needed and meal.start < meal.end:
        yield replace(
            about,
            bound_start=opens,
            bound_end=closes,
            wanted=minutes(needed),
            available=minutes(inside),
        )
    for person in context.known_people(meal.people):
        way = ways[person]
        taken = [event for event in way.events if event.start < meal.end and event.end > meal.start]
        for event in taken:
            yield _taken(about, person, event)
        place = way.place_at(meal.start)
        if not taken and place != meal.place:
            yield replace(
                about,
                code=ViolationCode.MEAL_BREAK_ELSEWHERE,
                people=(person,),
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
