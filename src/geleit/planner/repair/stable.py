"""A repaired plan as a programme in which nothing changes that need not: days without a change are taken over."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from geleit.domain.programme import Programme, Session
from geleit.domain.stays import day_part_of
from geleit.domain.trip import Trip
from geleit.planner.explain import unplaced_items
from geleit.planner.timetable.build import build_programme
from geleit.planner.timetable.plan import Plan
from geleit.planner.value import Ruler, evaluate


@dataclass(frozen=True)
class Template:
    """The published programme, and the plan that was read from it.

    Parameters
    ----------
    plan
        As read for the changed problem; days on which a repair does the same are taken over word for word.
    lost_days
        Days of sessions that the plan had no place for and that cannot stay.
    """

    published: Programme
    plan: Plan
    lost_days: frozenset[date]
    ruler: Ruler

    @cached_property
    def trip(self) -> Trip:
        """The trip after the changes."""
        return self.plan.problem.trip

    def programme(self, plan: Plan) -> Programme:
        """Return a plan's programme, with its value, and with the sessions' names as they were."""
        return self._made(plan, self._changed_days(plan))

    def fresh(self, plan: Plan) -> Programme:
        """Return the same with every day built anew, also those on which nothing changes."""
        return self._made(plan, None)

    def _made(self, plan: Plan, changed: frozenset[date] | None) -> Programme:
        if changed is not None and not changed:
            made = replace(self.published, legs=plan.problem.legs)
        else:
            built = build_programme(plan, seed=self.published.seed)
            made = self._joined(built, changed)
        placed = {session.item for session in made.sessions}
        unplaced = tuple(each for each in unplaced_items(plan) if each.item not in placed)
        made = replace(made, trip_digest="", unplaced=unplaced, value=None)
        return replace(made, value=evaluate(self.trip, made, self.ruler))

    def _changed_days(self, plan: Plan) -> frozenset[date]:
        days = {
            plan.problem.blocks[block].day
            for block, runs in enumerate(plan.runs)
            if set(runs) != set(self.plan.runs[block])
        }
        gone = set(self.published_people) - {person.id for person in self.trip.delegates}
        if gone:
            days |= {part.day for part in self.published.groups if gone & set(part.members)}
            days |= {meal.day for meal in self.published.meals if gone & set(meal.people)}
        return frozenset(days) | self.lost_days | self._joined_days

    @cached_property
    def published_people(self) -> frozenset[str]:
        """Everybody whom the published programme names."""
        found = {person for session in self.published.sessions for person in session.attendees}
        found |= {person for part in self.published.groups for person in part.members}
        return frozenset(found | {person for meal in self.published.meals for person in meal.people})

    @cached_property
    def _joined_days(self) -> frozenset[date]:
        """Return the days on which somebody new needs a meal that the published programme does not have."""
        if {
            person.id for person in self.trip.delegates
        } <= self.published_people or not self.published_people:
            return frozenset()
        return frozenset(meal.day for meal in self.published.meals)

    def _joined(self, built: Programme, changed: frozenset[date] | None) -> Programme:
        old = self.published

        def merged[Part](
            kept: Iterable[Part], made: Iterable[Part], day: Callable[[Part], date]
        ) -> tuple[Part, ...]:
            parts = [part for part in kept if changed is not None and day(part) not in changed]
            return (*parts, *(part for part in made if changed is None or day(part) in changed))

        sessions = merged(old.sessions, built.sessions, self._day)
        return replace(
            built,
            sessions=renamed(sessions, old.sessions),
            groups=merged(old.groups, built.groups, lambda part: part.day),
            transfers=merged(old.transfers, built.transfers, lambda move: move.day),
            meals=merged(old.meals, built.meals, lambda meal: meal.day),
            version=old.version,
        )

    def _day(self, session: Session) -> date:
        item = self.trip.item_by_id.get(session.item)
        if item is None:
            return session.start.date()
        return day_part_of(self.trip, item.station, session.start)[0]


def renamed(sessions: Iterable[Session], published: Iterable[Session]) -> tuple[Session, ...]:
    """Return sessions with the names that the published ones have: same time first, then the same people."""
    by_item: dict[str, list[Session]] = {}
    for session in published:
        by_item.setdefault(session.item, []).append(session)
    found: list[Session] = []
    mine: dict[str, list[Session]] = {}
    for session in sessions:
        mine.setdefault(session.item, []).append(session)
    for item, here in mine.items():
        found += _named(here, by_item.get(item, []))
    return tuple(sorted(found, key=lambda session: (session.item, session.id)))


def _named(sessions: list[Session], published: list[Session]) -> list[Session]:
    names: dict[int, str] = {}
    free = list(published)
    pairs = sorted(
        (
            (*_likeness(session, old), -number, -place)
            for number, session in enumerate(sessions)
            for place, old in enumerate(published)
        ),
        reverse=True,
    )
    taken: set[int] = set()
    for _, _, minus_number, minus_place in pairs:
        if -minus_number not in names and -minus_place not in taken:
            names[-minus_number] = free[-minus_place].id
            taken.add(-minus_place)
    used = {old.id for old in published}
    fresh = (f"{sessions[0].item}-{number}" for number in range(1, len(sessions) + len(used) + 1))
    spare = (name for name in fresh if name not in used)
    return [replace(session, id=names.get(number) or next(spare)) for number, session in enumerate(sessions)]


def _likeness(session: Session, old: Session) -> tuple[bool, int]:
    return session.start == old.start, len(set(session.attendees) & set(old.attendees))


def instants(sessions: Iterable[Session]) -> frozenset[tuple[str, datetime, tuple[str, ...]]]:
    """Return sessions without their names and groups: what people notice."""
    return frozenset((session.item, session.start, session.attendees) for session in sessions)
