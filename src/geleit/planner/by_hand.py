"""A session put somewhere by hand: who then goes, and the ways and meals around it made anew where there is room.

Nothing is refused here: what a move breaks, the checker says. Only the half-days that a move touches are made anew;
everything else stays as it is, to the minute. Where a tour cannot be timed any more (two visits at once, no way in
between), its rides are drawn as late as they would have to leave, so that the checker names what clashes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from geleit.domain.items import Item
from geleit.domain.kinds import DayPart
from geleit.domain.programme import GroupPart, MealBreak, PlannedLeg, Programme, Session, Transfer, Unplaced
from geleit.domain.stays import day_part_of
from geleit.domain.trip import Trip
from geleit.planner.problem import Problem, compile_problem
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.read import Read, read_plan
from geleit.planner.value import DEFAULT_KAPPA_PERCENT, Ruler, benefits_alone, evaluate, may_attend


@dataclass(frozen=True, slots=True)
class Kit:
    """What does not depend on the programme, to be made once and used for many moves.

    Parameters
    ----------
    places
        Number of each place in ``problem.ride``.
    of_days
        What ``problem_of`` has made.
    """

    trip: Trip
    ruler: Ruler
    problem: Problem
    places: dict[str, int]
    of_days: dict[frozenset[date], Problem] = field(default_factory=dict)

    def problem_of(self, days: frozenset[date]) -> Problem:
        """Return the problem with room for meals on these days alone; it is kept, as a card is moved many times."""
        if days not in self.of_days:
            rooms = {key: rooms for key, rooms in self.problem.meal_rooms.items() if key[0] in days}
            self.of_days[days] = replace(self.problem, meal_rooms=rooms)
        return self.of_days[days]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where a session is to be.

    Parameters
    ----------
    session
        Id of the session that is moved; None for a further session of the item.
    start
        Aware instant of the new start.
    groups
        Ids of the groups that go; empty for those that went.
    """

    item: str
    start: datetime
    session: str | None = None
    groups: tuple[str, ...] = ()


_Half = tuple[date, DayPart, str]
"""A day part of one group."""


def make_kit(trip: Trip, legs: tuple[PlannedLeg, ...], kappa_percent: int | None = None) -> Kit:
    """Return what moves of a trip need.

    Parameters
    ----------
    kappa_percent
        The ruler of the programmes that are to be compared; None for the trip's own.
    """
    kappa = kappa_percent or trip.kappa_percent or DEFAULT_KAPPA_PERCENT
    ruler = Ruler(benefits_alone(trip), kappa)
    places = {place.id: number for number, place in enumerate(trip.places)}
    return Kit(trip, ruler, compile_problem(trip, legs, ruler), places)


def placed_by_hand(kit: Kit, programme: Programme, placing: Placing, *, is_valued: bool = True) -> Programme:
    """Return the programme with a session at another time or with other groups, or with one more session.

    Who goes are the people whom the wanted groups have at that time; a group that is free then is formed of those
    who went before. The value is that of the new programme; a bound is no longer known.

    Parameters
    ----------
    is_valued
        Whether to find its value; without, it has none, which is enough for the checker.

    Raises
    ------
    KeyError
        When the trip has no such item, or the programme no such session.
    """
    return _Move(kit, programme, is_valued=is_valued).place(placing)


def without_session(kit: Kit, programme: Programme, session: str) -> Programme:
    """Return the programme without a session, whose groups then have nothing else to do there.

    Raises
    ------
    KeyError
        When the programme has no such session.
    """
    return _Move(kit, programme).remove(session)


class _Move:
    def __init__(self, kit: Kit, programme: Programme, *, is_valued: bool = True) -> None:
        self.is_valued = is_valued
        self.numbers = {item.id: number for number, item in enumerate(kit.trip.items)}
        self.kit, self.trip, self.before = kit, kit.trip, programme
        self.parts: dict[_Half, GroupPart] = {(one.day, one.part, one.group): one for one in programme.groups}
        self.sessions = list(programme.sessions)
        self.touched: set[tuple[date, str]] = set()

    # -- the two moves ---------------------------------------------------------------------------------------------

    def place(self, placing: Placing) -> Programme:
        item = self.trip.item_by_id[placing.item]
        old = self._taken(placing.session) if placing.session is not None else None
        groups = placing.groups or (old.groups if old else tuple(group.id for group in self.trip.groups))
        day, part = day_part_of(self.trip, item.station, placing.start)
        here = [(day, part, group) for group in groups]
        if old is not None and set(here) == set(self._halves(old)):
            attendees = old.attendees
        else:
            if old is not None:
                self._emptied(old)
            attendees = self._going(item, here, old, placing.start)
        self.touched |= {(day, group) for group in groups}
        self.sessions.append(
            Session(
                id=old.id if old else self._new_id(item),
                item=item.id,
                start=placing.start,
                end=placing.start + timedelta(minutes=item.duration_min),
                place=item.place,
                groups=tuple(sorted(groups)),
                attendees=attendees,
            )
        )
        return self._made()

    def remove(self, session: str) -> Programme:
        self._emptied(self._taken(session))
        return self._made()

    # -- people and groups -----------------------------------------------------------------------------------------

    def _taken(self, session: str) -> Session:
        """Take a session out and return it."""
        for old in self.sessions:
            if old.id == session:
                self.sessions.remove(old)
                self.touched |= {(day, group) for day, _, group in self._halves(old)}
                return old
        raise KeyError(session)

    def _halves(self, session: Session) -> list[_Half]:
        station = self.trip.item_by_id[session.item].station
        day, part = day_part_of(self.trip, station, session.start)
        return [(day, part, group) for group in session.groups]

    def _emptied(self, old: Session) -> None:
        """Dissolve the groups of a day part that have nothing to do any more."""
        for day, part, group in self._halves(old):
            told = self.parts.get((day, part, group))
            if told is None or self._has_sessions((day, part, group)):
                continue
            del self.parts[day, part, group]
            for other in (DayPart.MORNING, DayPart.AFTERNOON):  # a tour of a whole day fills both
                twin = self.parts.get((day, other, group))
                is_same = twin is not None and twin.members == told.members
                if is_same and part is not DayPart.EVENING and not self._has_sessions((day, other, group)):
                    del self.parts[day, other, group]

    def _has_sessions(self, half: _Half) -> bool:
        return any(half in self._halves(session) for session in self.sessions)

    def _going(self, item: Item, here: list[_Half], old: Session | None, start: datetime) -> tuple[str, ...]:
        """Return who attends; groups that do not move at that time are formed."""
        is_at_base = item.place == self.trip.base_of(item.station).id
        if is_at_base and not any(half in self.parts for half in here):
            return old.attendees if old is not None else self._welcome(item, self.trip.delegate_by_id, start)
        for half in here:
            if half not in self.parts:
                self._form(half, item, old, start)
        members = (one for half in here if half in self.parts for one in self.parts[half].members)
        return self._welcome(item, members, start)

    def _form(self, half: _Half, item: Item, old: Session | None, start: datetime) -> None:
        day, part, group = half
        busy = {
            one
            for (other_day, other_part, _), told in self.parts.items()
            if (other_day, other_part) == (day, part)
            for one in told.members
        }
        model = self._model(day, group, old)
        wanted = model.members if model else (old.attendees if old else ())
        members = tuple(one for one in self._present(wanted, start, item) if one not in busy)
        if members:
            guide = model.guide if model and model.guide in members else None
            self.parts[half] = GroupPart(
                day=day, part=part, group=group, members=members, guide=guide or self._guide(members)
            )

    def _model(self, day: date, group: str, old: Session | None) -> GroupPart | None:
        """Return whom a group is formed of: those who went, else those who are that group on the day, or ever."""
        before = {(one.day, one.part, one.group): one for one in self.before.groups}
        if old is not None:
            went = [before[half] for half in self._halves(old) if half in before]
            if len(went) == 1:
                return went[0]
            went = [one for one in went if one.group == group]
            if went:
                return went[0]
        same = [one for one in self.before.groups if one.group == group]
        return min(same, key=lambda one: (abs((one.day - day).days), one.day, one.part.value), default=None)

    def _guide(self, members: Iterable[str]) -> str | None:
        numbers = {person.id: number for number, person in enumerate(self.trip.delegates)}
        return next((one for one in members if numbers.get(one) in self.kit.problem.guides), None)

    def _present(self, people: Iterable[str], start: datetime, item: Item) -> Iterator[str]:
        end = start + timedelta(minutes=item.duration_min)
        known = self.trip.delegate_by_id
        yield from (one for one in people if one in known and known[one].presence.covers(start, end))

    def _welcome(self, item: Item, people: Iterable[str], start: datetime) -> tuple[str, ...]:
        known = self.trip.delegate_by_id
        return tuple(
            sorted({one for one in self._present(people, start, item) if may_attend(item, known[one])})
        )

    def _new_id(self, item: Item) -> str:
        taken = {session.id for session in self.sessions}
        return next(name for number in range(1, 10_000) if (name := f"{item.id}-{number}") not in taken)

    # -- the ways around it ----------------------------------------------------------------------------------------

    def _made(self) -> Programme:
        edited = replace(
            self.before,
            sessions=tuple(sorted(self.sessions, key=self._order)),
            groups=tuple(self.parts.values()),
            unplaced=self._unplaced(),
            value=None,
        )
        read, built = self._built(edited)
        stuck = {
            (day, group)
            for session in edited.sessions
            if session.id in read.left_out
            for day, _, group in self._halves(session)
        } & self.touched
        transfers = [one for one in self.before.transfers if (one.day, one.group) not in self.touched]
        transfers += [one for one in built.transfers if (one.day, one.group) in self.touched - stuck]
        transfers += [ride for day, group in sorted(stuck) for ride in self._drawn(edited, day, group)]
        transfers.sort(key=lambda one: (one.depart, one.group, one.origin))
        moved = replace(edited, transfers=tuple(transfers))
        moved = replace(moved, meals=self._meals(moved, built))
        return replace(moved, value=evaluate(self.trip, moved, self.kit.ruler)) if self.is_valued else moved

    def _built(self, edited: Programme) -> tuple[Read, Programme]:
        """Return the days that are touched as a plan, and the programme made of it; other days stay as they are."""
        days = {day for day, _ in self.touched}
        part = replace(
            edited,
            sessions=tuple(one for one in edited.sessions if self._day(one) in days),
            groups=tuple(one for one in edited.groups if one.day in days),
            transfers=tuple(one for one in edited.transfers if one.day in days),
            meals=tuple(one for one in edited.meals if one.day in days),
        )
        read = read_plan(self.kit.problem_of(frozenset(days)), part)
        return read, build_programme(read.plan)

    def _day(self, session: Session) -> date:
        return day_part_of(self.trip, self.trip.item_by_id[session.item].station, session.start)[0]

    def _order(self, session: Session) -> tuple[int, datetime, str]:
        return self.numbers.get(session.item, len(self.numbers)), session.start, session.id

    def _unplaced(self) -> tuple[Unplaced, ...]:
        placed = {session.item for session in self.sessions}
        kept = [one for one in self.before.unplaced if one.item not in placed]
        told = {one.item for one in kept} | placed
        lost = [item for item in self.before.sessions_of if item not in told]
        return (*kept, *(Unplaced(item=item, reasons=()) for item in lost))

    def _drawn(self, programme: Programme, day: date, group: str) -> Iterator[Transfer]:
        """Yield the rides of a group whose visits leave no room for them, each as late as it could leave."""
        for part in DayPart:
            told = self.parts.get((day, part, group))
            visits = sorted(
                (
                    one
                    for one in programme.sessions
                    if (day, part, group) in self._halves(one) and self._is_there(one, day)
                ),
                key=lambda one: (one.start, one.id),
            )
            if told is None or not visits:
                continue
            base = self.trip.base_of(self.trip.item_by_id[visits[0].item].station).id
            here, free = base, None
            for visit in visits:
                item = self.trip.item_by_id[visit.item]
                due = visit.start - timedelta(minutes=item.arrive_before_min)
                if item.place != here:
                    way = timedelta(minutes=self._way(here, item.place))
                    depart = due - way if free is None else max(free, due - way)
                    yield self._ride(told, here, item.place, depart)
                here = item.place
                free = visit.end + timedelta(minutes=item.leave_after_min)
            if here != base and free is not None:
                yield self._ride(told, here, base, free)

    def _is_there(self, session: Session, day: date) -> bool:
        """Whether the delegation is at the session's station on a day: from elsewhere no bus goes there."""
        station = self.trip.item_by_id[session.item].station
        return any(block.day == day and block.station == station for block in self.kit.problem.blocks)

    def _way(self, origin: str, destination: str) -> int:
        return int(self.kit.problem.ride[self.kit.places[origin], self.kit.places[destination]])

    def _ride(self, told: GroupPart, origin: str, destination: str, depart: datetime) -> Transfer:
        places, travel = self.trip.place_by_id, self.trip.travel
        return Transfer(
            day=told.day,
            part=told.part,
            group=told.group,
            origin=origin,
            destination=destination,
            depart=depart,
            arrive=depart + timedelta(minutes=self._way(origin, destination)),
            travel_min=travel.travel_min(places[origin], places[destination]),
            mode=travel.mode_for(places[origin], places[destination]),
            people=told.members,
        )

    def _meals(self, moved: Programme, built: Programme) -> tuple[MealBreak, ...]:
        """Return the meals: those of touched days anew, without people who are elsewhere then."""
        days = {day for day, _ in self.touched}
        kept = [meal for meal in self.before.meals if meal.day not in days]
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
