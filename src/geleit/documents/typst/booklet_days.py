"""The booklet's programme: every day as a list along the thread, and who goes where when groups part."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from geleit.documents.typst.marks import Icons, named, sentence_case, shown, status
from geleit.documents.typst.printable import Json
from geleit.documents.view import CardView, DayView, EntryType, EntryView, OutlineView, ProgrammeView
from geleit.documents.words.labels import label
from geleit.domain.text import Language

MOST_COLUMNS = 5
"""Groups side by side; more of them get a row for each session instead."""
LONG_CHARS = 1500
"""An item with more text may break over two pages."""
ROW_MIN = 60
"""Sessions of different groups stand in one row of the timetable when they start within so many minutes."""


def days_data(view: ProgrammeView, icons: Icons) -> Json:
    """Return every day that has something to say."""
    lang = view.trip.lang
    numbers = {one.id: one.number for one in view.trip.stations}
    names = {one.id: named(one.name) for one in view.trip.stations}
    return [
        {
            "heading": shown(day.heading),
            "plain": day.heading.text,
            "short": day.short_heading,
            "route": [{"number": numbers[one], "name": names[one]} for one in day.stations],
            "zone": day.zone_text,
            "has-ring": not day.outline or day.outline[0].entry.station_number is None,
            "note": day.note,
            "lines": [_line(line, day, lang, icons) for line in day.outline],
            "groups": _groups(day, lang, icons),
        }
        for day in view.days
    ]


def split_time(text: str, lang: Language) -> tuple[str, str]:
    """Return a time and the zone named behind it, so that they stand on two lines."""
    if lang == "zh":
        time, mark, rest = text.partition("（")
        return (time, rest.removesuffix("）")) if mark and "时间" in rest else (text, "")
    time, _, rest = text.partition(", ")
    return bound(time), rest


def bound(time: str) -> str:
    """Return a time that breaks before "to" alone, never before "am"."""
    return time.replace(" am", "\u00a0am").replace(" pm", "\u00a0pm").replace(" to ", " to\u00a0")


def _line(line: OutlineView, day: DayView, lang: Language, icons: Icons) -> Json:
    entry = line.entry
    is_meal = entry.type is EntryType.MEAL
    time, zone = split_time(line.time_text, lang)
    return {
        "time": time,
        "zone": zone,
        "expected": "" if is_meal else entry.expected,
        "assumed": entry.is_time_assumed,
        "chip": icons.chip(entry.family, entry.icon),
        "quiet": is_meal,
        "title": named(entry.title),
        "status": status(entry.status),
        "highlight": label("highlight", lang) if entry.is_highlight else "",
        "place": shown(entry.place),
        "address": shown(entry.address) if not is_meal and entry.place.text != entry.address.text else "",
        "text": shown(entry.description),
        "sessions": "" if is_meal or _has_timetable(day) else line.sessions_text,
        "who": _who(line, day, lang),
        "ride": _ride(line, day, icons),
        "station": entry.station_number,
        "long": len(entry.description.text) + len(entry.title.text) > LONG_CHARS,
    }


def _who(line: OutlineView, day: DayView, lang: Language) -> list[Json]:
    """Return groups and people of a line; a line of several sessions counts everyone once."""
    entry = line.entry
    if entry.type is not EntryType.SESSION:
        return []
    if len(line.entries) == 1:
        return [part for part in (sentence_case(entry.group_text), entry.people_text) if part]
    people = {person for one in line.entries for person in one.attendees}
    count = [label("sessions", lang, len(line.entries))] if _has_timetable(day) else []
    return [*count, *([label("people", lang, len(people))] if len(people) > 1 else [])]


def _has_timetable(day: DayView) -> bool:
    """Whether the groups' timetable tells each session's time."""
    return 1 < len(day.groups) <= MOST_COLUMNS


def _ride(line: OutlineView, day: DayView, icons: Icons) -> Json:
    """Return how everyone gets there, when all of the line go together."""
    if len(line.entries) > 1 or line.entry.type is not EntryType.SESSION:
        return None
    return _ride_to(line.entry, day, icons)


def _ride_to(entry: EntryView, day: DayView, icons: Icons) -> Json:
    """Return the last ride of the entry's groups to its place before it starts."""
    since = _previous_end(entry, day)
    rides = [
        ride
        for ride in day.transfers
        if not ride.is_to_base
        and set(ride.groups) & set(entry.groups)
        and (since is None or since <= ride.start)
        and ride.end <= entry.start
        and ride.destination.text == entry.place.text
    ]
    if not rides:
        return None
    ride = rides[-1]
    return {
        "icon": icons.line(ride.icon, "#454b6b"),
        "text": f"{sentence_case(ride.mode_word)} {bound(ride.time_text)}",
    }


def _previous_end(entry: EntryView, day: DayView) -> datetime | None:
    ends = [
        one.end
        for one in day.entries
        if one.end <= entry.start and set(one.groups) & set(entry.groups) and one.type is EntryType.SESSION
    ]
    return max(ends, default=None)


def _groups(day: DayView, lang: Language, icons: Icons) -> Json:
    """Return the timetable of the groups; None on a day on which they stay together."""
    cards = [card for card in day.cards if card.entry.type is EntryType.SESSION]
    count = len(day.groups)
    if count < 2 or all(card.columns == count for card in cards):
        return None
    if count > MOST_COLUMNS:
        return {
            "rows": [_row(card.entry, lang) for card in cards if not card.is_repeat],
            "words": _words(lang),
        }
    used = {number for card in cards for number in range(card.column, card.column + card.columns)}
    return {
        "columns": [
            {
                "label": group.group.label,
                "name": shown(group.group.name),
                "text": group.text if number in used else "",
            }
            for number, group in enumerate(day.groups, start=1)
        ],
        "bands": _bands(cards, day, lang, icons),
        "words": _words(lang),
    }


def _bands(cards: Sequence[CardView], day: DayView, lang: Language, icons: Icons) -> list[Json]:
    """Return cards in rows: those that start within an hour side by side, as long as no column is taken twice."""
    rows: list[list[CardView]] = []
    for card in sorted(cards, key=lambda one: (one.entry.start, one.column)):
        if rows and _fits(card, rows[-1], len(day.groups)):
            rows[-1].append(card)
        else:
            rows.append([card])
    return [_band(row, day, lang, icons) for row in rows]


def _fits(card: CardView, row: Sequence[CardView], count: int) -> bool:
    """Whether a card may stand in a row: at the same time always, soon after where its columns are free."""
    first = row[0].entry.start
    if card.entry.start == first:
        return True
    is_soon = card.entry.start - first <= timedelta(minutes=ROW_MIN) and card.columns < count
    return is_soon and not any(
        card.column < other.column + other.columns and other.column < card.column + card.columns
        for other in row
    )


def _band(cards: Sequence[CardView], day: DayView, lang: Language, icons: Icons) -> Json:
    cells: list[tuple[int, int, list[Json]]] = []
    for card in sorted(cards, key=lambda one: one.column):
        first, last = card.column, card.column + card.columns - 1
        content = _card(card, day, lang, icons)
        if cells and first <= cells[-1][1]:
            start, end, inside = cells[-1]
            cells[-1] = (start, max(end, last), [*inside, content])
        else:
            cells.append((first, last, [content]))
    return {
        "time": bound(cards[0].entry.start_text.removesuffix(" Uhr")),
        "cells": [
            {"column": first, "span": last - first + 1, "cards": inside} for first, last, inside in cells
        ],
    }


def _card(card: CardView, day: DayView, lang: Language, icons: Icons) -> Json:
    entry = card.entry
    return {
        "title": named(entry.title),
        "time": split_time(entry.time_text, lang)[0],
        "chip": icons.chip(entry.family, entry.icon),
        "status": status(entry.status),
        "place": shown(entry.place),
        "people": entry.people_text,
        "ride": _ride_to(entry, day, icons),
    }


def _row(entry: EntryView, lang: Language) -> Json:
    return {
        "time": split_time(entry.time_text, lang)[0],
        "groups": list(entry.groups),
        "title": named(entry.title),
        "place": shown(entry.place),
        "people": entry.people_text,
        "status": status(entry.status),
    }


def _words(lang: Language) -> Json:
    keys = ("groups_title", "time", "group_word", "item_word", "place", "people_word", "status_word")
    return {key: label(key, lang) for key in keys}
