"""Why something was not met, in depth: as records for machines, and in words for people."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from geleit.cli.plain import plain
from geleit.documents.words.obstacles import blocked_text, obstacle_phrase, undecided_text, way_in_text
from geleit.documents.words.repairs import day_line, session_line, unique_days
from geleit.documents.words.sentences import named
from geleit.domain.obstacles import Obstacle
from geleit.domain.text import LANGUAGES, Language, Text
from geleit.domain.trip import Trip
from geleit.planner.repair.records import DayChange
from geleit.planner.result import Clash
from geleit.planner.why.records import Blocked, Undecided, WayIn, WhyNot

MOST_DAYS = 6
"""Days of people told for a way in; the record has them all."""


def obstacle_record(obstacle: Obstacle, trip: Trip, lang: Language) -> dict[str, Any]:
    """Return an obstacle as plain values, with its phrase."""
    found: dict[str, Any] = {"kind": obstacle.kind.value}
    if obstacle.items:
        found["items"] = list(obstacle.items)
    if obstacle.person:
        found["person"] = obstacle.person
    if obstacle.pin is not None:
        found["pin"] = plain(obstacle.pin)
    if obstacle.rule is not None:
        found["rule"] = plain(obstacle.rule)
    if obstacle.wanted is not None:
        found["wanted"] = obstacle.wanted
    return {**found, "text": obstacle_phrase(obstacle, trip, lang)}


def obstacle_records(obstacles: Sequence[Obstacle], trip: Trip, lang: Language) -> list[dict[str, Any]]:
    """Return obstacles as plain values."""
    return [obstacle_record(obstacle, trip, lang) for obstacle in obstacles]


def clash_text(clash: Clash, trip: Trip, lang: Language) -> str | None:
    """Return the sentence for a clash whose members are known one by one, else None."""
    return blocked_text(clash.obstacles, trip, lang) if clash.obstacles else None


def why_record(why: WhyNot, trip: Trip, lang: Language) -> dict[str, Any]:
    """Return an answer as plain values."""
    found: dict[str, Any] = {
        "item": why.item,
        "delegate": why.delegate,
        "answer": {WayIn: "way_in", Blocked: "blocked", Undecided: "undecided"}[type(why.answer)],
        "text": why_text(why, trip, lang),
        "seconds": round(why.seconds, 3),
    }
    match why.answer:
        case WayIn() as way:
            changes = way.differences
            found |= {
                "cost": way.cost_eighths,
                "cost_points": way.cost_points,
                "cost_fraction": way.cost_fraction,
                "people_affected": changes.people_affected,
                "changes": changes.changes,
                "items_lost": list(changes.items_lost),
                "items_gained": list(changes.items_gained),
                "sessions": [plain(each) for each in changes.sessions],
                "days": [plain(each) for each in changes.days],
            }
        case Blocked() as blocked:
            found["obstacles"] = obstacle_records(blocked.obstacles, trip, lang)
        case Undecided():
            pass
    return found


def why_text(why: WhyNot, trip: Trip, lang: Language) -> str:
    """Return an answer in a sentence or two."""
    match why.answer:
        case WayIn() as way:
            return way_in_text(
                trip,
                lang,
                cost_points=way.cost_points,
                cost_fraction=way.cost_fraction,
                changes=way.differences.changes,
                people=way.differences.people_affected,
                items_lost=way.differences.items_lost,
            )
        case Blocked() as blocked:
            return blocked_text(blocked.obstacles, trip, lang)
        case Undecided():
            return undecided_text(lang)


def told_in_all(answers: Sequence[WhyNot], trip: Trip) -> dict[str, Text]:
    """Return by item the sentence about it in every language; answers to delegates' wishes are left out."""
    return {
        why.item: Text({lang: why_text(why, trip, lang) for lang in LANGUAGES})
        for why in answers
        if why.delegate is None
    }


def why_lines(answers: Sequence[WhyNot], trip: Trip, lang: Language) -> Iterator[str]:
    """Yield answers line by line: the sentence, then what a way in moves and whose day it changes."""
    for why in answers:
        name = _title(why, trip, lang)
        yield f"- {named(lang, name, why_text(why, trip, lang))}"
        if isinstance(why.answer, WayIn):
            yield from (f"  - {line}" for line in _price(why.answer, trip, lang))


def _price(way: WayIn, trip: Trip, lang: Language) -> Iterator[str]:
    for session in way.differences.sessions:
        yield session_line(trip, session.item, session.was, session.start, lang)
    losing = sorted((each for each in way.differences.days if each.lost), key=lambda each: each.day)
    told = 0
    for _, here in groupby(losing, key=lambda each: each.day):
        grouped = unique_days((each.day, each.delegate, _lost(each)) for each in here)
        for (day, (lost,)), people in grouped.items():
            if told >= MOST_DAYS:
                return
            told += 1
            yield day_line(trip, day, people, (lost, (), ()), lang)


def _lost(change: DayChange) -> tuple[tuple[str, ...], ...]:
    return (change.lost,)


def _title(why: WhyNot, trip: Trip, lang: Language) -> str:
    title = str(trip.item_by_id[why.item].title.get(lang))
    if why.delegate is None:
        return f"{title} ({why.item})"
    return f"{trip.delegate_by_id[why.delegate].name}, {title} ({why.item})"
