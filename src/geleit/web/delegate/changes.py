"""What is new for one person since the version last acknowledged: two agendas side by side, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from geleit.documents.view import AgendaEntry, AgendaView, EntryType, EntryView
from geleit.domain.text import Language
from geleit.domain.wording import format_day
from geleit.web.delegate.words import WORDS


class ChangeKind(StrEnum):
    """What has happened to an appointment."""

    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"
    WAY = "way"
    """Time and day hold; bus, meeting point or place do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of one person's programme.

    Parameters
    ----------
    entry
        Id of the entry as it is now; of the old one where it is gone.
    now_text, was_text
        When it takes place, with the day where it differs; empty for what is not there.
    was_clock
        The old start alone, for the list; empty unless it has moved.
    sentences
        What follows from it: bus, meeting point, place.
    """

    kind: ChangeKind
    entry: str
    title: str
    now_text: str
    was_text: str
    was_clock: str
    sentences: tuple[str, ...]


def changes_between(before: AgendaView, after: AgendaView, lang: Language) -> tuple[Change, ...]:
    """Return what is different for the person, in time order; meals and hotel time follow from the rest."""
    old, new = _by_what(before), _by_what(after)
    found = [change for key in {**old, **new} for change in _change(old.get(key), new.get(key), lang)]
    return tuple(change for _, change in sorted(found, key=lambda pair: pair[0]))


def _by_what(view: AgendaView) -> Mapping[str, AgendaEntry]:
    return {
        _key(one.entry): one
        for day in view.days
        for one in day.entries
        if one.entry.type in (EntryType.SESSION, EntryType.LEG)
    }


def _key(entry: EntryView) -> str:
    return f"item {entry.item.id}" if entry.item else f"leg {entry.id}"


def _change(
    old: AgendaEntry | None, new: AgendaEntry | None, lang: Language
) -> Iterator[tuple[datetime, Change]]:
    shown = new or old
    if shown is None:
        return
    kind = _kind(old, new)
    sentences = tuple(_sentences(old, new, lang)) if old and new else ()
    if kind is ChangeKind.WAY and not sentences:
        return
    same_day = bool(old and new and _day(old.entry) == _day(new.entry))
    moved = kind is ChangeKind.MOVED
    yield (
        shown.entry.start,
        Change(
            kind=kind,
            entry=shown.entry.id,
            title=shown.entry.title.text,
            now_text=_when(new.entry, lang, with_day=not same_day) if new else "",
            was_text=_when(old.entry, lang, with_day=not same_day) if old and (moved or new is None) else "",
            was_clock=old.entry.start_text if old and moved else "",
            sentences=sentences,
        ),
    )


def _kind(old: AgendaEntry | None, new: AgendaEntry | None) -> ChangeKind:
    if old is None:
        return ChangeKind.ADDED
    if new is None:
        return ChangeKind.REMOVED
    same = (old.entry.start, old.entry.end) == (new.entry.start, new.entry.end)
    return ChangeKind.WAY if same else ChangeKind.MOVED


def _sentences(old: AgendaEntry, new: AgendaEntry, lang: Language) -> Iterator[str]:
    if new.entry.start == old.entry.start and new.entry.end != old.entry.end:
        yield WORDS.say("de_chg_end", lang, new.entry.time_text, old.entry.time_text)
    if new.entry.place_id != old.entry.place_id and new.entry.place:
        yield WORDS.say("de_chg_place", lang, new.entry.place.text, old.entry.place.text)
    was, ride = old.ride, new.ride
    if ride and was and (ride.vehicle, ride.depart) != (was.vehicle, was.depart):
        yield WORDS.say("de_chg_ride", lang, ride.text, was.text)
    if ride and not was:
        yield WORDS.say("de_chg_ride_new", lang, ride.text, ride.meeting_point.text)
    if was and not ride:
        yield WORDS.say("de_chg_ride_gone", lang, was.vehicle)
    if ride and was and ride.meeting_point.text != was.meeting_point.text:
        yield WORDS.say("de_chg_meet", lang, ride.meeting_point.text, was.meeting_point.text)
    if new.group != old.group and new.group_text:
        yield WORDS.say("de_chg_group", lang, new.group_text, old.group_text or "–")


def _when(entry: EntryView, lang: Language, *, with_day: bool) -> str:
    if not with_day:
        return entry.start_text
    return f"{format_day(_day(entry), lang, year=False)}, {entry.start_text}"


def _day(entry: EntryView) -> date:
    return entry.start.astimezone(ZoneInfo(entry.zone)).date()
