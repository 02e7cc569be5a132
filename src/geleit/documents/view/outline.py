"""A day as a reader's list: all sessions of one item in one line."""

from collections.abc import Sequence

from geleit.documents.view.day_views import EntryType, EntryView, OutlineView
from geleit.documents.view.lens import Lens


def outline(lens: Lens, entries: Sequence[EntryView], zone: str, country: str) -> tuple[OutlineView, ...]:
    """Return the lines of a day in time order; hotel time is left out, for the public meals too.

    Parameters
    ----------
    zone, country
        In whose local time the day is told.
    """
    lines: dict[str, list[EntryView]] = {}
    for entry in entries:
        if entry.type is EntryType.HOTEL or (entry.type is EntryType.MEAL and lens.is_public):
            continue
        lines.setdefault(_key(entry), []).append(entry)
    return tuple(_line(lens, same, zone, country) for same in lines.values())


def _key(entry: EntryView) -> str:
    if entry.meal:
        return f"meal {entry.meal}"
    return f"item {entry.item.id}" if entry.item else f"entry {entry.id}"


def _line(lens: Lens, same: list[EntryView], zone: str, country: str) -> OutlineView:
    first = same[0]
    if len(same) == 1:
        return OutlineView(entry=first, entries=(first,), time_text=first.time_text, sessions_text="")
    start, end = min(entry.start for entry in same), max(entry.end for entry in same)
    return OutlineView(
        entry=first,
        entries=tuple(same),
        time_text=lens.clock_range(start, end, zone, country),
        sessions_text=_sessions(lens, same, zone, country),
    )


def _sessions(lens: Lens, same: list[EntryView], zone: str, country: str) -> str:
    """Return "4 Durchgänge: 09:40 Gruppe 1; 10:00 Gruppe 2"."""
    colon, semicolon = ("：", "；") if lens.lang == "zh" else (": ", "; ")
    each = (f"{lens.clock(one.start, zone, country, unit=False)} {one.group_text}".strip() for one in same)
    times = semicolon.join(each)
    if same[0].type is EntryType.MEAL:
        return times
    return lens.label("sessions", len(same)) + colon + times
