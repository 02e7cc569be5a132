"""A difference between two programmes in words: what changes, and for whom."""

from dataclasses import dataclass

from geleit.documents.words.repairs import session_line
from geleit.domain.diff import ProgrammeDiff
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import join_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """What changes for one person, items by title."""

    name: str
    gained: str
    lost: str
    moved: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A difference in words.

    Parameters
    ----------
    lines
        What comes, goes and moves, in time order.
    attendance
        Sessions that take place as before, but with other people.
    legs
        Titles of legs at another time.
    """

    lines: tuple[str, ...]
    attendance: tuple[str, ...]
    legs: tuple[str, ...]
    people: tuple[Affected, ...]
    is_empty: bool


def compared(trip: Trip, diff: ProgrammeDiff, lang: Language) -> Compared:
    """Return a difference in words."""
    told = [(one.start, session_line(trip, one.item, None, one.start, lang)) for one in diff.added]
    told += [(one.start, session_line(trip, one.item, one.start, None, lang)) for one in diff.removed]
    told += [
        (one.after.start, session_line(trip, one.after.item, one.before.start, one.after.start, lang))
        for one in diff.moved
    ]
    people = [
        Affected(
            name=trip.delegate_by_id[person].name if person in trip.delegate_by_id else person,
            gained=_titles(trip, change.gained, lang),
            lost=_titles(trip, change.lost, lang),
            moved=_titles(trip, change.moved, lang),
        )
        for person, change in diff.people.items()
    ]
    stays = [one for one in diff.changed if not one.is_moved]
    return Compared(
        lines=tuple(line for _, line in sorted(told)),
        attendance=tuple(dict.fromkeys(_title(trip, one.after.item, lang) for one in stays)),
        legs=tuple(
            str(trip.leg_by_id[leg].title.get(lang))
            for one in diff.legs
            if (leg := (one.after or one.before).leg if one.after or one.before else "") in trip.leg_by_id  # type: ignore[union-attr] # one of them is there
        ),
        people=tuple(sorted(people, key=lambda one: one.name)),
        is_empty=diff.is_empty,
    )


def _titles(trip: Trip, items: tuple[str, ...], lang: Language) -> str:
    return join_list([_title(trip, item, lang) for item in items], lang)


def _title(trip: Trip, item: str, lang: Language) -> str:
    return str(trip.item_by_id[item].title.get(lang)) if item in trip.item_by_id else item
