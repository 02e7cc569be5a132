"""What a repair does, in the reader's words."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from geleit.documents.words.facts import Wording
from geleit.documents.words.sentences import enumerated, named
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.trip import Trip
from geleit.domain.windows import local
from geleit.domain.wording import format_day, format_time, join_list

MOST_NAMES = 4
"""People named with a change; the others are counted."""

WORDS: Final[Mapping[str, Wording]] = MappingProxyType(
    {
        "least_change": ("Kleinste Änderung", "Least change", "改动最少"),
        "between": ("Dazwischen", "Between", "折中"),
        "best": ("Bestes Programm", "Best programme", "最佳日程"),
        "least_proven": (
            "bewiesen: weniger geht nicht",
            "proven: nothing changes less",
            "已证明：无法更少",
        ),
        "least_open": (
            "mindestens {forced} sind unvermeidlich",
            "at least {forced} cannot be avoided",
            "至少{forced}项无法避免",
        ),
        "best_proven": (
            "bewiesen: nichts ist mehr wert",
            "proven: nothing is worth more",
            "已证明：无更优者",
        ),
        "cost": (
            "{changes} Termine von {people} Personen ändern sich",
            "{changes} appointments of {people} people change",
            "{people}人的{changes}项安排有变",
        ),
        "cost_one": (
            "bei einer Person ändert sich etwas: {changes} Termine",
            "one person's programme changes: {changes} appointments",
            "一人的{changes}项安排有变",
        ),
        "least_unknown": (
            "nicht bewiesen, dass weniger nicht geht",
            "not proven to be the least",
            "未证明为最少",
        ),
        "cost_none": ("niemandes Programm ändert sich", "nobody's programme changes", "无人的日程有变"),
        "value": ("Wert {value} ({difference})", "value {value} ({difference})", "价值{value}（{difference}）"),
        "gap": ("Abstand zum Optimum höchstens {gap}", "at most {gap} from the optimum", "与最优解差距不超过{gap}"),
        "goes": ("Entfällt", "Goes", "取消"),
        "comes": ("Kommt hinzu", "Comes", "新增"),
        "moves": ("Neue Zeit", "New time", "改期"),
        "to": ("{was} → {now}", "{was} → {now}", "{was} → {now}"),
        "loses": ("ohne {items}", "without {items}", "不再参加{items}"),
        "gains": ("neu {items}", "new {items}", "新增{items}"),
        "moved": ("zu anderer Zeit {items}", "at another time {items}", "改期{items}"),
        "others": ("{names} und {count} weitere", "{names} and {count} more", "{names}等另{count}人"),
        "whose_day": ("Wessen Tag sich ändert:", "Whose day changes:", "日程有变者："),
    }
)  # fmt: skip # one wording a line


def worded(key: str, lang: Language, **values: object) -> str:
    """Return a wording in the reader's language, with the values put in."""
    return WORDS[key][LANGUAGES.index(lang)].format(**values)


def session_line(trip: Trip, item: str, was: datetime | None, start: datetime | None, lang: Language) -> str:
    """Return "New time: Amazon: Mon 19 May, 10:00 → 11:00" for a session that goes, comes or moves."""
    title = _title(trip, item, lang)
    if was is not None and start is not None:
        now = _when(trip, item, start, lang)
        return named(
            lang,
            worded("moves", lang),
            named(lang, title, worded("to", lang, was=_when(trip, item, was, lang), now=now)),
        )
    at = start or was
    when = _when(trip, item, at, lang) if at is not None else ""
    return named(lang, worded("comes" if start is not None else "goes", lang), enumerated(lang, title, when))


def day_line(
    trip: Trip,
    day: date,
    people: tuple[str, ...],
    changes: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    lang: Language,
) -> str:
    """Return whose day changes and how.

    Parameters
    ----------
    changes
        Items lost, gained, and moved.
    """
    parts = [
        worded(key, lang, items=join_list([_title(trip, item, lang) for item in items], lang))
        for key, items in zip(("loses", "gains", "moved"), changes, strict=True)
        if items
    ]
    who = named(lang, format_day(day, lang), _who(trip, people, lang))
    return named(lang, who, enumerated(lang, *parts))


def _who(trip: Trip, people: tuple[str, ...], lang: Language) -> str:
    names = [
        trip.delegate_by_id[person].name if person in trip.delegate_by_id else person for person in people
    ]
    if len(names) <= MOST_NAMES + 1:
        return join_list(names, lang)
    shown = ("、" if lang == "zh" else ", ").join(names[:MOST_NAMES])
    return worded("others", lang, names=shown, count=len(names) - MOST_NAMES)


def _title(trip: Trip, item: str, lang: Language) -> str:
    return str(trip.item_by_id[item].title.get(lang)) if item in trip.item_by_id else item


def _when(trip: Trip, item: str, instant: datetime, lang: Language) -> str:
    if item not in trip.item_by_id:
        return instant.isoformat()
    station = trip.item_by_id[item].station
    wall = local(instant, trip.zone_of(station))
    clock = format_time(wall.time(), lang, country=trip.base_of(station).country)
    return enumerated(lang, format_day(wall.date(), lang), clock)


def unique_days(
    days: Iterator[tuple[date, str, tuple[tuple[str, ...], ...]]],
) -> dict[tuple[date, tuple[tuple[str, ...], ...]], tuple[str, ...]]:
    """Return people by day and by what changes for them, so that each change is told once."""
    found: dict[tuple[date, tuple[tuple[str, ...], ...]], tuple[str, ...]] = {}
    for day, person, changes in days:
        found[day, changes] = (*found.get((day, changes), ()), person)
    return dict(sorted(found.items(), key=lambda entry: (entry[0][0], -len(entry[1]), entry[0][1])))
