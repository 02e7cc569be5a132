"""Why an item found no place or a wish was not met, as a sentence: the fact first, with the figures that clash."""

from typing import Final

from geleit.documents.words import planner_words_de, planner_words_en, planner_words_zh
from geleit.documents.words.facts import (
    Names,
    closing_reason,
    facts_of_day,
    facts_of_figures,
    facts_of_things,
    worded,
)
from geleit.documents.words.outcomes import outcome_phrase
from geleit.documents.words.terms import term
from geleit.domain.items import RuleKind
from geleit.domain.kinds import Role
from geleit.domain.programme import Reason, ReasonCode
from geleit.domain.status import RequestStatus
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import join_list

_WORDINGS: Final = {"de": planner_words_de, "en": planner_words_en, "zh": planner_words_zh}


def reason_text(reason: Reason, trip: Trip, lang: Language) -> str:
    """Return the sentence that says why.

    Parameters
    ----------
    reason
        As the planner gives it; its first item is the one that was not met, so that a list of unplaced items need not
        name it again. Ids that the trip does not know are shown as they are.
    trip
        For names and holidays.
    lang
        The reader's language. Titles without a wording in it show their fallback.
    """
    names = Names(trip, lang)
    facts = {
        **facts_of_things(names, items=reason.items, people=reason.people, groups=reason.groups),
        **facts_of_figures(lang, reason.wanted, reason.available),
        **facts_of_day(names, reason.day, reason.part),
        **_facts_of_code(reason, trip, lang),
    }
    return worded(_WORDINGS[lang].REASONS[reason.code], facts)


def _facts_of_code(reason: Reason, trip: Trip, lang: Language) -> dict[str, str]:
    found: dict[str, str] = {}
    item = trip.item_by_id.get(reason.items[0]) if reason.items else None
    if item is not None:
        found["station"] = Names(trip, lang).station(item.station)
    if reason.code is ReasonCode.STATUS and reason.detail in set(RequestStatus):
        found["status"] = outcome_phrase(RequestStatus(reason.detail), lang)
    if reason.code is ReasonCode.RULE and reason.detail in set(RuleKind):
        found["rule"] = _WORDINGS[lang].RULES[RuleKind(reason.detail)]
    if reason.code is ReasonCode.CLOSED_DAY and item is not None and reason.day is not None:
        why = closing_reason(trip, item.place, reason.day, lang)
        if why:
            found["reason"] = why
    if reason.code is ReasonCode.REQUIRED_PERSON and item is not None and item.roles:
        people = [trip.delegate_by_id[person] for person in reason.people if person in trip.delegate_by_id]
        if any(person.role not in item.roles for person in people):
            found["roles"] = join_list([term(role, lang) for role in Role if role in item.roles], lang)
    return found
