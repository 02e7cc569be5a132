"""What is wrong with a programme, as a sentence: the fact first, with the figures that clash."""

from collections.abc import Mapping
from typing import Final

from geleit.documents.words import planner_words_de, planner_words_en, planner_words_zh
from geleit.documents.words.facts import (
    Clocks,
    Names,
    closing_reason,
    facts_of_day,
    facts_of_figures,
    facts_of_things,
    worded,
)
from geleit.documents.words.outcomes import outcome_phrase
from geleit.documents.words.terms import term
from geleit.domain.kinds import Role
from geleit.domain.status import RequestStatus
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation, ViolationCode
from geleit.domain.wording import join_list

_WORDINGS: Final[Mapping[Language, Mapping[ViolationCode, tuple[str, ...]]]] = {
    "de": planner_words_de.VIOLATIONS,
    "en": planner_words_en.VIOLATIONS,
    "zh": planner_words_zh.VIOLATIONS,
}

_FIGURES: Final[Mapping[str, tuple[str, str, str]]] = {
    "objective": ("Zielwert", "objective", "目标值"),
    "benefit": ("Nutzen", "benefit", "收益"),
    "transfer_person_min": ("Fahrminuten", "minutes on the way", "乘车分钟数"),
    "idle_person_min": ("Warteminuten", "minutes of waiting", "等候分钟数"),
    "worst_share": ("kleinster Anteil", "smallest share", "最低占比"),
    "mean_share": ("mittlerer Anteil", "mean share", "平均占比"),
    "placed": ("eingeplante Punkte", "items placed", "已安排项目"),
    "musts_placed": ("eingeplante Pflichtpunkte", "must items placed", "已安排必办项目"),
    "wishes_met": ("erfüllte Wünsche", "wishes met", "已满足意愿"),
    "wishes": ("Wünsche", "wishes", "意愿"),
    "kappa_percent": ("Maßstab", "ruler", "衡量标准"),
}


def violation_text(violation: Violation, trip: Trip, lang: Language) -> str:
    """Return the sentence that says what is wrong.

    Parameters
    ----------
    violation
        As the checker gives it. Ids that the trip does not know are shown as they are.
    trip
        For names and the clocks of its stations.
    lang
        The reader's language. Titles without a wording in it show their fallback.
    """
    return worded(_WORDINGS[lang][violation.code], _facts(violation, trip, lang))


def _facts(violation: Violation, trip: Trip, lang: Language) -> dict[str, str]:
    names = Names(trip, lang)
    return {
        **facts_of_things(
            names,
            items=violation.items,
            people=violation.people,
            groups=violation.groups,
            places=violation.places,
            legs=violation.legs,
        ),
        **facts_of_figures(lang, violation.wanted, violation.available),
        **facts_of_day(names, violation.day, violation.part, violation.meal),
        **_facts_of_times(violation, names),
        **_facts_of_detail(violation, trip, lang),
    }


def _facts_of_times(violation: Violation, names: Names) -> dict[str, str]:
    clocks = Clocks(names, violation.station)
    start, end = violation.start, violation.end
    found = {"station": names.station(violation.station)}
    besides = clocks.local_day(start) if start else None
    if start is not None:
        found |= {"time": clocks.moment(start), "start": clocks.clock(start)}
    if end is not None:
        found |= {"end_time": clocks.moment(end), "end": clocks.moment(end, besides)}
    if start is not None and end is not None:
        found["span"] = clocks.span(start, end)
    if bound := clocks.bound(violation.bound_start, violation.bound_end, besides):
        found["bound"] = bound
    if violation.bound_start is not None:
        found |= {
            "bound_time": clocks.moment(violation.bound_start),
            "bound_start": clocks.moment(violation.bound_start, besides),
        }
    if violation.bound_end is not None:
        found["bound_end"] = clocks.moment(violation.bound_end, besides)
    return found


def _facts_of_detail(violation: Violation, trip: Trip, lang: Language) -> dict[str, str]:
    found = {"detail": violation.detail} if violation.detail else {}
    if violation.code is ViolationCode.VALUE_MISMATCH and violation.detail in _FIGURES:
        found["detail"] = _FIGURES[violation.detail][LANGUAGES.index(lang)]
    if violation.code is ViolationCode.STATUS:
        found["status"] = outcome_phrase(RequestStatus(violation.detail), lang)
    if violation.code is ViolationCode.ROLE and violation.items:
        received = trip.item_by_id[violation.items[0]].roles
        found["roles"] = join_list([term(role, lang) for role in Role if role in received], lang)
    if violation.code is ViolationCode.CLOSED_DAY and violation.places and violation.day:
        reason = closing_reason(trip, violation.places[0], violation.day, lang)
        if reason:
            found["reason"] = reason
    return found
