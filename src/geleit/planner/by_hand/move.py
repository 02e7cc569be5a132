"""The two moves: a session put somewhere, and one taken out."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from geleit.domain.programme import Programme, Session, Unplaced
from geleit.domain.stays import day_part_of
from geleit.planner.by_hand.company import Company
from geleit.planner.by_hand.kit import Kit, Placing
from geleit.planner.by_hand.rides import drawn, meals_around
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.read import Read, read_plan
from geleit.planner.value import evaluate


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
    return Move(kit, programme, is_valued=is_valued).place(placing)


def without_session(kit: Kit, programme: Programme, session: str) -> Programme:
    """Return the programme without a session, whose groups then have nothing else to do there.

    Raises
    ------
    KeyError
        When the programme has no such session.
    """
    return Move(kit, programme).remove(session)


class Move:
    """One move of a programme by hand."""

    def __init__(self, kit: Kit, programme: Programme, *, is_valued: bool = True) -> None:
        self.is_valued = is_valued
        self.numbers = {item.id: number for number, item in enumerate(kit.trip.items)}
        self.kit, self.trip, self.before = kit, kit.trip, programme
        self.company = Company(kit.trip, programme, kit.problem.guides)

    def place(self, placing: Placing) -> Programme:
        """Return the programme with a session put somewhere."""
        item = self.trip.item_by_id[placing.item]
        old = self.company.taken(placing.session) if placing.session is not None else None
        groups = placing.groups or (old.groups if old else tuple(group.id for group in self.trip.groups))
        day, part = day_part_of(self.trip, item.station, placing.start)
        here = [(day, part, group) for group in groups]
        if old is not None and set(here) == set(self.company.halves(old)):
            attendees = old.attendees
        else:
            if old is not None:
                self.company.emptied(old)
            attendees = self.company.going(item, here, old, placing.start)
        self.company.touched |= {(day, group) for group in groups}
        self.company.sessions.append(
            Session(
                id=old.id if old else self.company.new_id(item),
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
        """Return the programme without a session."""
        self.company.emptied(self.company.taken(session))
        return self._made()

    def _made(self) -> Programme:
        touched = self.company.touched
        edited = replace(
            self.before,
            sessions=tuple(sorted(self.company.sessions, key=self._order)),
            groups=tuple(self.company.parts.values()),
            unplaced=self._unplaced(),
            value=None,
        )
        read, built = self._built(edited)
        stuck = {
            (day, group)
            for session in edited.sessions
            if session.id in read.left_out
            for day, _, group in self.company.halves(session)
        } & touched
        transfers = [one for one in self.before.transfers if (one.day, one.group) not in touched]
        transfers += [one for one in built.transfers if (one.day, one.group) in touched - stuck]
        transfers += [
            ride for day, group in sorted(stuck) for ride in drawn(self.kit, self.company, day, group)
        ]
        transfers.sort(key=lambda one: (one.depart, one.group, one.origin))
        moved = replace(edited, transfers=tuple(transfers))
        moved = replace(moved, meals=meals_around(self.before, moved, built, self._days()))
        return replace(moved, value=evaluate(self.trip, moved, self.kit.ruler)) if self.is_valued else moved

    def _built(self, edited: Programme) -> tuple[Read, Programme]:
        """Return the days that are touched as a plan, and the programme made of it; other days stay as they are."""
        days = self._days()
        part = replace(
            edited,
            sessions=tuple(one for one in edited.sessions if self._day(one) in days),
            groups=tuple(one for one in edited.groups if one.day in days),
            transfers=tuple(one for one in edited.transfers if one.day in days),
            meals=tuple(one for one in edited.meals if one.day in days),
        )
        read = read_plan(self.kit.problem_of(frozenset(days)), part)
        return read, build_programme(read.plan)

    def _days(self) -> set[date]:
        return {day for day, _ in self.company.touched}

    def _day(self, session: Session) -> date:
        return day_part_of(self.trip, self.trip.item_by_id[session.item].station, session.start)[0]

    def _order(self, session: Session) -> tuple[int, datetime, str]:
        return self.numbers.get(session.item, len(self.numbers)), session.start, session.id

    def _unplaced(self) -> tuple[Unplaced, ...]:
        placed = {session.item for session in self.company.sessions}
        kept = [one for one in self.before.unplaced if one.item not in placed]
        told = {one.item for one in kept} | placed
        lost = [item for item in self.before.sessions_of if item not in told]
        return (*kept, *(Unplaced(item=item, reasons=()) for item in lost))
