"""A stress test as a record for machines, and in words for people."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from geleit.documents.words.sentences import enumerated, sentences
from geleit.documents.words.stress import stress_word
from geleit.domain.stress import SessionRisk, StressReport, TransferRisk
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.windows import local
from geleit.domain.wording import format_board_day, format_number, format_percent, format_time

MOST_TOLD = 5
"""Weakest transfers, riskiest sessions, worst-off delegates that are told; the record has all of them."""
WEAK = 0.01
"""A transfer or session that fails in no larger share of the runs is not told."""
SURE = 0.995
DIGITS = 4


def stress_record(report: StressReport, picture: str | None = None) -> dict[str, Any]:
    """Return a report as plain values; probabilities and shares are fractions.

    Parameters
    ----------
    picture
        File that the picture was written to.
    """
    found = _plain(report)
    if not isinstance(found, dict):
        raise TypeError("a report is a record")
    return found | {"picture": picture}


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return round(value, DIGITS) if isinstance(value, float) else value


def stress_lines(report: StressReport, trip: Trip, lang: Language) -> Iterator[str]:
    """Yield a report line by line: the whole first, then what is weak, then who gets least."""
    if not report.sessions:
        yield stress_word("empty", lang)
        return
    words = _Words(trip, lang)
    title = str(trip.title.get(lang))
    yield stress_word("headline", lang, title=title, runs=format_number(report.runs, lang))
    late = format_number(round(report.sessions_late, 1), lang)
    yield stress_word("punctual", lang, sessions=len(report.sessions), late=late)
    yield words.shares(report)
    yield from words.weakest([risk for risk in report.transfers if risk.failures > WEAK])
    risky = sorted(report.sessions, key=lambda risk: (risk.on_time, risk.start, risk.session))
    yield from words.riskiest([risk for risk in risky if risk.on_time < 1 - WEAK])
    yield stress_word("least", lang)
    for each in report.delegates[:MOST_TOLD]:
        share = each.share
        name = trip.delegate_by_id[each.delegate].name
        yield "- " + stress_word(
            "delegate",
            lang,
            name=name,
            median=words.percent(share.median),
            low=words.percent(share.low),
            high=words.percent(share.high),
        )


class _Words:
    def __init__(self, trip: Trip, lang: Language) -> None:
        self.trip, self.lang = trip, lang

    def shares(self, report: StressReport) -> str:
        return stress_word(
            "shares",
            self.lang,
            mean=self.percent(report.mean_share.mean),
            low=self.percent(report.mean_share.low),
            high=self.percent(report.mean_share.high),
            worst=self.percent(report.worst_share.mean),
            worst_low=self.percent(report.worst_share.low),
            worst_high=self.percent(report.worst_share.high),
        )

    def weakest(self, risks: list[TransferRisk]) -> Iterator[str]:
        if not risks:
            yield stress_word("no_weak", self.lang)
            return
        yield stress_word("weakest", self.lang)
        yield from (f"- {self._transfer(risk)}" for risk in risks[:MOST_TOLD])

    def _transfer(self, risk: TransferRisk) -> str:
        goal = ""
        if risk.session is not None:
            goal = stress_word("for_session", self.lang, item=self._of_session(risk.session))
        elif risk.leg is not None:
            title = self.trip.leg_by_id[risk.leg].title.get(self.lang).text
            goal = stress_word("for_leg", self.lang, leg=title or risk.leg)
        told = stress_word(
            "transfer",
            self.lang,
            when=self._when(risk.depart, risk.origin),
            group=risk.group,
            origin=self._place(risk.origin),
            destination=self._place(risk.destination),
            failures=self.percent(risk.failures),
            goal=goal,
            slack=risk.slack_min,
        )
        why = stress_word("inherited" if risk.inherited > 0.5 else "own", self.lang)
        return sentences(self.lang, enumerated(self.lang, told, why))

    def riskiest(self, risks: list[SessionRisk]) -> Iterator[str]:
        if not risks:
            yield stress_word("all_punctual", self.lang)
            return
        yield stress_word("riskiest", self.lang)
        yield from (f"- {self._session(risk)}" for risk in risks[:MOST_TOLD])

    def _session(self, risk: SessionRisk) -> str:
        told = stress_word(
            "session",
            self.lang,
            when=self._when(risk.start, self.trip.item_by_id[risk.item].place),
            item=self._title(risk.item),
            on_time=self.percent(risk.on_time),
            within=self.percent(risk.within_10_min),
            expected=format_number(round(risk.expected_people, 1), self.lang),
            people=risk.people,
        )
        if risk.takes_place >= SURE:
            return sentences(self.lang, told)
        chance = stress_word("takes_place", self.lang, takes_place=self.percent(risk.takes_place))
        return sentences(self.lang, enumerated(self.lang, told, chance))

    def percent(self, share: float) -> str:
        """Return a share in whole percent."""
        return format_percent(100 * share, self.lang, decimals=0)

    def _of_session(self, session: str) -> str:
        item = session.rpartition("-")[0]
        return self._title(item) if item in self.trip.item_by_id else session

    def _title(self, item: str) -> str:
        return str(self.trip.item_by_id[item].title.get(self.lang))

    def _place(self, place: str) -> str:
        known = self.trip.place_by_id.get(place)
        return str(known.name.get(self.lang)) if known else place

    def _when(self, instant: datetime, place: str) -> str:
        known = self.trip.place_by_id[place]
        wall = local(instant, known.zone)
        clock = format_time(wall.time(), self.lang, country=known.country)
        return f"{format_board_day(wall.date(), self.lang)} {clock}"
