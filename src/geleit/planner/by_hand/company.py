"""Who goes where: the groups of each day part, formed and dissolved as sessions come and go."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from geleit.domain.items import Item
from geleit.domain.kinds import DayPart
from geleit.domain.programme import GroupPart, Programme, Session
from geleit.domain.stays import day_part_of
from geleit.domain.trip import Trip
from geleit.planner.value import may_attend

Half = tuple[date, DayPart, str]
"""A day part of one group."""


class Company:
    """The sessions and groups of a programme that is being changed.

    Parameters
    ----------
    guides
        Numbers of the delegates who can guide a group.

    Attributes
    ----------
    parts
        Groups by day part.
    touched
        Days and groups whose ways have to be made anew.
    """

    def __init__(self, trip: Trip, programme: Programme, guides: tuple[int, ...]) -> None:
        self.trip, self.before, self.guides = trip, programme, guides
        self.parts: dict[Half, GroupPart] = {(one.day, one.part, one.group): one for one in programme.groups}
        self.sessions = list(programme.sessions)
        self.touched: set[tuple[date, str]] = set()

    def taken(self, session: str) -> Session:
        """Take a session out and return it.

        Raises
        ------
        KeyError
            When the programme has no such session.
        """
        for old in self.sessions:
            if old.id == session:
                self.sessions.remove(old)
                self.touched |= {(day, group) for day, _, group in self.halves(old)}
                return old
        raise KeyError(session)

    def halves(self, session: Session) -> list[Half]:
        """Return the day parts of a session's groups."""
        station = self.trip.item_by_id[session.item].station
        day, part = day_part_of(self.trip, station, session.start)
        return [(day, part, group) for group in session.groups]

    def emptied(self, old: Session) -> None:
        """Dissolve the groups of a day part that have nothing to do any more."""
        for day, part, group in self.halves(old):
            told = self.parts.get((day, part, group))
            if told is None or self._has_sessions((day, part, group)):
                continue
            del self.parts[day, part, group]
            for other in (DayPart.MORNING, DayPart.AFTERNOON):  # a tour of a whole day fills both
                twin = self.parts.get((day, other, group))
                is_same = twin is not None and twin.members == told.members
                if is_same and part is not DayPart.EVENING and not self._has_sessions((day, other, group)):
                    del self.parts[day, other, group]

    def _has_sessions(self, half: Half) -> bool:
        return any(half in self.halves(session) for session in self.sessions)

    def going(self, item: Item, here: list[Half], old: Session | None, start: datetime) -> tuple[str, ...]:
        """Return who attends; groups that do not move at that time are formed."""
        is_at_base = item.place == self.trip.base_of(item.station).id
        if is_at_base and not any(half in self.parts for half in here):
            return old.attendees if old is not None else self._welcome(item, self.trip.delegate_by_id, start)
        for half in here:
            if half not in self.parts:
                self._form(half, item, old, start)
        members = (one for half in here if half in self.parts for one in self.parts[half].members)
        return self._welcome(item, members, start)

    def _form(self, half: Half, item: Item, old: Session | None, start: datetime) -> None:
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
            went = [before[half] for half in self.halves(old) if half in before]
            if len(went) == 1:
                return went[0]
            went = [one for one in went if one.group == group]
            if went:
                return went[0]
        same = [one for one in self.before.groups if one.group == group]
        return min(same, key=lambda one: (abs((one.day - day).days), one.day, one.part.value), default=None)

    def _guide(self, members: Iterable[str]) -> str | None:
        numbers = {person.id: number for number, person in enumerate(self.trip.delegates)}
        return next((one for one in members if numbers.get(one) in self.guides), None)

    def _present(self, people: Iterable[str], start: datetime, item: Item) -> Iterator[str]:
        end = start + timedelta(minutes=item.duration_min)
        known = self.trip.delegate_by_id
        yield from (one for one in people if one in known and known[one].presence.covers(start, end))

    def _welcome(self, item: Item, people: Iterable[str], start: datetime) -> tuple[str, ...]:
        known = self.trip.delegate_by_id
        return tuple(
            sorted({one for one in self._present(people, start, item) if may_attend(item, known[one])})
        )

    def new_id(self, item: Item) -> str:
        """Return an id for a further session of an item."""
        taken = {session.id for session in self.sessions}
        return next(name for number in range(1, 10_000) if (name := f"{item.id}-{number}") not in taken)
