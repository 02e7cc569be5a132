"""What is proposed to a host, in the reader's words."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from geleit.documents.words.facts import Clocks, Names, Wording
from geleit.documents.words.sentences import enumerated, named, separated
from geleit.documents.words.terms import term
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_day, format_number, format_percent, join_list

WORDS: Final[Mapping[str, Wording]] = MappingProxyType(
    {
        "ask": ("Vorschlagen", "Propose", "建议时间"),
        "else": ("Ausweichtermine", "Alternates", "备选时间"),
        "else_none": (
            "kein Ausweichtermin, ohne dass sich anderes ändert",
            "no alternate without changing anything else",
            "若不改动其他安排，则无备选时间",
        ),
        "people": ("{count} Personen", "{count} people", "{count}人"),
        "person": ("1 Person", "1 person", "1人"),
        "others": ("andere {people}", "another {people}", "另外{people}"),
        "list_due": ("Namensliste bis {day}", "name list by {day}", "名单截止{day}"),
        "list_fields": ("Namensliste mit {fields}", "name list with {fields}", "名单须含{fields}"),
        "list_both": (
            "Namensliste bis {day} mit {fields}",
            "name list by {day} with {fields}",
            "名单截止{day}，须含{fields}",
        ),
        "decide_by": ("Antwort nötig bis {day}", "answer needed by {day}", "须于{day}前答复"),
        "likely": ("{status}, {percent} wahrscheinlich", "{status}, {percent} likely", "{status}，可能性{percent}"),
        "plan_b": ("Bei einer Absage", "If declined", "若被谢绝"),
        "plan_b_cost": (
            "{changes} Termine von {people} Personen ändern sich, Wert {difference} Punkte",
            "{changes} appointments of {people} people change, value {difference} points",
            "{people}人的{changes}项安排有变，价值{difference}分",
        ),
        "plan_b_best": ("am besten: {what}", "at best: {what}", "最佳：{what}"),
        "plan_b_infeasible": (
            "kein gültiges Programm ohne diesen Punkt",
            "no valid programme without it",
            "缺少此项则无有效日程",
        ),
        "plan_b_open": ("noch keines gefunden", "none found yet", "尚未找到"),
        "nobody": (
            "Alle eingeplanten Gastgeber haben zugesagt.",
            "Every host in the programme has confirmed.",
            "日程中的接待方均已确认。",
        ),
    }
)  # fmt: skip # one wording a line

FIELDS: Final[Mapping[str, Wording]] = MappingProxyType(
    {
        "name": ("Name", "name", "姓名"),
        "passport": ("Passnummer", "passport number", "护照号码"),
        "birth_date": ("Geburtsdatum", "date of birth", "出生日期"),
        "nationality": ("Staatsangehörigkeit", "nationality", "国籍"),
        "function": ("Funktion", "function", "职务"),
    }
)


def phrased(key: str, lang: Language, **values: object) -> str:
    """Return a wording in the reader's language, with the values put in."""
    return WORDS[key][LANGUAGES.index(lang)].format(**values)


def heading_line(trip: Trip, item: str, lang: Language) -> str:
    """Return item, host, and how likely it takes place."""
    asked = trip.item_by_id[item]
    host = asked.host
    known = trip.host_by_id.get(host) if host else None
    likely = phrased(
        "likely",
        lang,
        status=term(asked.request.status, lang),
        percent=format_percent(asked.probability_percent, lang, decimals=0),
    )
    title = str(asked.title.get(lang))
    return enumerated(lang, title, str(known.name.get(lang)) if known else "", likely)


def time_text(trip: Trip, item: str, span: tuple[datetime, datetime], people: int, lang: Language) -> str:
    """Return when, and with how many people."""
    when = Clocks(Names(trip, lang), trip.item_by_id[item].station).span(*span)
    return enumerated(lang, when, _people(people, lang))


def ask_line(text: str, lang: Language) -> str:
    """Return the time to propose."""
    return named(lang, phrased("ask", lang), text)


def else_line(alternates: Sequence[tuple[str, int | None]], lang: Language) -> str:
    """Return the alternates; each with the number of other people who would come, or None for the same people."""
    if not alternates:
        return phrased("else_none", lang)
    texts = [
        text if others is None else f"{text} ({phrased('others', lang, people=_people(others, lang))})"
        for text, others in alternates
    ]
    return named(lang, phrased("else", lang), separated(lang, *texts))


def deadlines_line(
    decide_by: date | None, list_due: date | None, list_fields: Sequence[str], lang: Language
) -> str:
    """Return until when the answer and the name list are needed, and what the list holds; empty for nothing."""
    fields = join_list([_field(name, lang) for name in list_fields], lang)
    due = format_day(list_due, lang) if list_due else ""
    parts = [phrased("decide_by", lang, day=format_day(decide_by, lang))] if decide_by else []
    if due or fields:
        key = "list_both" if due and fields else "list_due" if due else "list_fields"
        parts.append(phrased(key, lang, day=due, fields=fields))
    return separated(lang, *parts)


def plan_b_cost(changes: int, people: int, points: float, lang: Language) -> str:
    """Return what a decline changes, and what the programme is worth more or less, in points."""
    sign = "+" if points > 0 else ""
    difference = f"{sign}{format_number(round(points, 1), lang, decimals=1)}"
    return phrased("plan_b_cost", lang, changes=changes, people=people, difference=difference)


def _people(count: int, lang: Language) -> str:
    return phrased("person" if count == 1 else "people", lang, count=count)


def _field(name: str, lang: Language) -> str:
    return FIELDS[name][LANGUAGES.index(lang)] if name in FIELDS else name
