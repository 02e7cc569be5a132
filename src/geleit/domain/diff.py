"""What is different between two programmes of a trip, as data: which sessions, which legs, whose day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geleit.domain.programme import PlannedLeg, Programme, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChange:
    """A session that takes place in both programmes, but not in the same way.

    Parameters
    ----------
    joined, left
        Delegate ids, sorted: who attends it only afterwards, and who only before.
    """

    before: Session
    after: Session
    joined: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def is_moved(self) -> bool:
        """Whether time or place differ; else only who attends, or with which group."""
        return _when_and_where(self.before) != _when_and_where(self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegChange:
    """A leg that leaves or arrives at another time."""

    before: PlannedLeg | None
    after: PlannedLeg | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """What changes for one person: items gained and lost, and those that are kept but moved; ids in time order."""

    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProgrammeDiff:
    """The difference of two programmes.

    Parameters
    ----------
    added, removed
        Sessions that take place in one of the two only.
    changed
        Sessions with another time, place, group or attendance.
    placed, unplaced
        Ids of items that found a place, and of those that lost it.
    people
        By delegate id; those whose day stays as it is are not in it. A moved leg changes nobody's sessions and is
        told for all by ``legs``.
    """

    added: tuple[Session, ...]
    removed: tuple[Session, ...]
    changed: tuple[SessionChange, ...]
    legs: tuple[LegChange, ...]
    placed: tuple[str, ...]
    unplaced: tuple[str, ...]
    people: Mapping[str, PersonChange]

    @cached_property
    def moved(self) -> tuple[SessionChange, ...]:
        """The changed sessions that have another time or place."""
        return tuple(change for change in self.changed if change.is_moved)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs that anybody would notice."""
        return not (self.added or self.removed or self.changed or self.legs)


def diff_programmes(before: Programme, after: Programme) -> ProgrammeDiff:
    """Return what is different in ``after``.

    Sessions of an item are paired by their time and place first, then by id, then in time order: a session that stays
    where it is counts as the same one, whatever number it has been given.
    """
    pairs = [pair for item in _items(before, after) for pair in _paired(_of(before, item), _of(after, item))]
    changed = [_change(old, new) for old, new in pairs if old and new and _plain(old) != _plain(new)]
    old_items, new_items = before.sessions_of.keys(), after.sessions_of.keys()
    return ProgrammeDiff(
        added=tuple(sorted((new for old, new in pairs if new and not old), key=_order)),
        removed=tuple(sorted((old for old, new in pairs if old and not new), key=_order)),
        changed=tuple(sorted(changed, key=lambda change: _order(change.before))),
        legs=tuple(_legs(before, after)),
        placed=tuple(sorted(new_items - old_items)),
        unplaced=tuple(sorted(old_items - new_items)),
        people=_people(pairs),
    )


Pair = tuple[Session | None, Session | None]


def _items(before: Programme, after: Programme) -> list[str]:
    return sorted(before.sessions_of.keys() | after.sessions_of.keys())


def _of(programme: Programme, item: str) -> Sequence[Session]:
    return programme.sessions_of.get(item, ())


def _paired(before: Sequence[Session], after: Sequence[Session]) -> Iterator[Pair]:
    """Pair an item's sessions, each with one at most."""
    old, new = list(before), list(after)
    for alike in (_when_and_where, _id, lambda _: None):
        for session in list(old):
            match = next((other for other in new if alike(other) == alike(session)), None)
            if match is not None:
                old.remove(session)
                new.remove(match)
                yield session, match
    yield from ((session, None) for session in old)
    yield from ((None, session) for session in new)


def _id(session: Session) -> object:
    return session.id


def _when_and_where(session: Session) -> object:
    return session.start, session.end, session.place


def _order(session: Session) -> tuple[object, ...]:
    return session.start, session.id


def _plain(session: Session) -> Session:
    """Return a session without its number and in one order, for comparing."""
    attendees, groups = tuple(sorted(session.attendees)), tuple(sorted(session.groups))
    return replace(session, id="", attendees=attendees, groups=groups)


def _change(before: Session, after: Session) -> SessionChange:
    old, new = set(before.attendees), set(after.attendees)
    return SessionChange(
        before=before, after=after, joined=tuple(sorted(new - old)), left=tuple(sorted(old - new))
    )


def _legs(before: Programme, after: Programme) -> Iterator[LegChange]:
    old, new = {leg.leg: leg for leg in before.legs}, {leg.leg: leg for leg in after.legs}
    for leg in dict.fromkeys((*old, *new)):
        if old.get(leg) != new.get(leg):
            yield LegChange(before=old.get(leg), after=new.get(leg))


def _people(pairs: Sequence[Pair]) -> dict[str, PersonChange]:
    """Return what changes for whom: a person who goes to another session of the same item has it moved."""
    old: dict[str, dict[str, Session]] = {}
    new: dict[str, dict[str, Session]] = {}
    for before, after in pairs:
        for session, into in ((before, old), (after, new)):
            for person in session.attendees if session else ():
                into.setdefault(person, {})[session.item if session else ""] = session  # type: ignore[assignment] # there are attendees
    found = {
        person: _person(old.get(person, {}), new.get(person, {}))
        for person in sorted(old.keys() | new.keys())
    }
    return {person: change for person, change in found.items() if change != PersonChange()}


def _person(old: Mapping[str, Session], new: Mapping[str, Session]) -> PersonChange:
    kept = [item for item in old if item in new]
    moved = [item for item in kept if _when_and_where(old[item]) != _when_and_where(new[item])]
    return PersonChange(
        gained=_in_time([new[item] for item in new if item not in old]),
        lost=_in_time([old[item] for item in old if item not in new]),
        moved=_in_time([new[item] for item in moved]),
    )


def _in_time(sessions: Sequence[Session]) -> tuple[str, ...]:
    return tuple(session.item for session in sorted(sessions, key=_order))
