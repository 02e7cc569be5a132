"""An explanation as a record for machines, and in words for people."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from geleit.cli.plain import reason_records, session_record, unplaced_records
from geleit.cli.words import told
from geleit.documents.words.reasons import reason_text
from geleit.documents.words.sentences import enumerated, named
from geleit.domain.programme import Reason, Session
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.windows import local
from geleit.domain.wording import format_day, format_time_range, join_list
from geleit.services.explain_programme import (
    DelegateExplanation,
    Explanation,
    ItemExplanation,
    ProgrammeExplanation,
    Wisher,
)


def explanation_record(explanation: Explanation, trip: Trip, lang: Language) -> dict[str, Any]:
    """Return an explanation as plain values."""
    match explanation:
        case ProgrammeExplanation():
            return {"unplaced": unplaced_records(explanation.unplaced, trip, lang)}
        case ItemExplanation():
            return {
                "item": explanation.item,
                "sessions": [session_record(session, trip) for session in explanation.sessions],
                "reasons": reason_records(explanation.reasons, trip, lang),
                "wishes": [_wish(wish, trip, lang) for wish in explanation.wishers],
            }
        case DelegateExplanation():
            return {
                "delegate": explanation.delegate,
                "sessions": [session_record(session, trip) for session in explanation.sessions],
                "wishes": [_wish(wish, trip, lang) for wish in explanation.wishes],
            }


def explanation_lines(explanation: Explanation, trip: Trip, lang: Language) -> Iterator[str]:
    """Yield an explanation line by line."""
    match explanation:
        case ProgrammeExplanation():
            yield from _Words(trip, lang).of_programme(explanation)
        case ItemExplanation():
            yield from _Words(trip, lang).of_item(explanation)
        case DelegateExplanation():
            yield from _Words(trip, lang).of_delegate(explanation)


def _wish(wish: Wisher, trip: Trip, lang: Language) -> dict[str, Any]:
    return {
        "item": wish.item,
        "delegate": wish.delegate,
        "strength": wish.strength,
        "met": wish.is_met,
        "reasons": reason_records(wish.reasons, trip, lang),
    }


class _Words:
    def __init__(self, trip: Trip, lang: Language) -> None:
        self.trip, self.lang = trip, lang

    def of_programme(self, explanation: ProgrammeExplanation) -> Iterator[str]:
        if not explanation.unplaced:
            yield told("all_placed", self.lang)
            return
        yield told("unplaced", self.lang, count=len(explanation.unplaced))
        for each in explanation.unplaced:
            yield f"- {named(self.lang, f'{self._title(each.item)} ({each.item})', self._reasons(each.reasons))}"

    def of_item(self, explanation: ItemExplanation) -> Iterator[str]:
        yield self._title(explanation.item)
        if explanation.sessions:
            yield told("sessions", self.lang)
            yield from (f"- {self._session(session)}" for session in explanation.sessions)
        else:
            gap = "" if self.lang == "zh" else " "
            yield f"{told('why_not', self.lang)}{gap}{self._reasons(explanation.reasons)}"
        if not explanation.wishers:
            yield told("nobody_wished", self.lang)
        yield from self._wishes(explanation.wishers, "wished_met", "wished_missed", of_item=True)

    def of_delegate(self, explanation: DelegateExplanation) -> Iterator[str]:
        yield self.trip.delegate_by_id[explanation.delegate].name
        if explanation.sessions:
            yield told("days", self.lang)
        else:
            yield told("nothing_attended", self.lang)
        for session in explanation.sessions:
            yield f"- {named(self.lang, self._when(session), self._title(session.item))}"
        if not explanation.wishes:
            yield told("no_wishes", self.lang)
        yield from self._wishes(explanation.wishes, "wishes_met", "wishes_missed", of_item=False)

    def _wishes(self, wishes: Iterable[Wisher], met: str, missed: str, *, of_item: bool) -> Iterator[str]:
        for is_met, some in groupby(
            sorted(wishes, key=lambda wish: not wish.is_met), lambda wish: wish.is_met
        ):
            yield told(met if is_met else missed, self.lang)
            for wish in some:
                name = self.trip.delegate_by_id[wish.delegate].name if of_item else self._title(wish.item)
                strength = told("wish_of", self.lang, strength=wish.strength)
                who = f"{name}（{strength}）" if self.lang == "zh" else f"{name} ({strength})"
                yield f"- {who if is_met else named(self.lang, who, self._reasons(wish.reasons))}"

    def _title(self, item: str) -> str:
        return str(self.trip.item_by_id[item].title.get(self.lang)) if item in self.trip.item_by_id else item

    def _reasons(self, reasons: Iterable[Reason]) -> str:
        texts = [reason_text(reason, self.trip, self.lang) for reason in reasons]
        return ("" if self.lang == "zh" else " ").join(texts) or told("no_reason", self.lang)

    def _session(self, session: Session) -> str:
        count = len(session.attendees)
        who = [told("person" if count == 1 else "people", self.lang, count=count)]
        if session.groups:
            key = "group" if len(session.groups) == 1 else "groups"
            who.insert(0, told(key, self.lang, groups=join_list(session.groups, self.lang)))
        return named(self.lang, self._when(session), enumerated(self.lang, *who))

    def _when(self, session: Session) -> str:
        station = self.trip.item_by_id[session.item].station
        zone, country = self.trip.zone_of(station), self.trip.base_of(station).country
        start, end = local(session.start, zone), local(session.end, zone)
        clock = format_time_range(start.time(), end.time(), self.lang, country=country)
        return enumerated(self.lang, format_day(start.date(), self.lang), clock)
