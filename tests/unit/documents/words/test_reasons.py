"""Sentences for why something found no place."""

import pytest

from geleit.documents.words import planner_words_de, planner_words_en, planner_words_zh
from geleit.documents.words.reasons import reason_text
from geleit.domain.items import RuleKind
from geleit.domain.kinds import DayPart
from geleit.domain.programme import Reason, ReasonCode
from geleit.domain.status import RequestStatus
from geleit.domain.text import LANGUAGES
from tests.factories import MONDAY, SUNDAY, make_trip


def _de(**facts: object) -> str:
    return reason_text(Reason(**facts), make_trip(), "de")  # type: ignore[arg-type] # any fields of a reason


def test_what_went_first_is_named_with_its_day_part() -> None:
    reason = Reason(
        code=ReasonCode.LOST_OUT,
        items=("gamma", "acme", "beta"),
        day=MONDAY,
        part=DayPart.AFTERNOON,
        wanted=4,
        available=2,
    )
    assert [reason_text(reason, make_trip(), lang) for lang in LANGUAGES] == [
        "Montag, 19. Mai, Nachmittag: vergeben an „Acme“ und „Beta“.",
        "Monday, 19 May, afternoon: taken by “Acme” and “Beta”.",
        "5月19日（星期一）下午：已优先安排“Acme”和“Beta”。",
    ]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (RequestStatus.IDEA, "Noch ist kein Gastgeber gefragt."),
        (RequestStatus.DECLINED, "Der Gastgeber hat abgesagt."),
        (RequestStatus.LAPSED, "Der Gastgeber hat nicht geantwortet."),
        (RequestStatus.TENTATIVE, "Stand der Anfrage: in Aussicht."),
    ],
)
def test_a_status_says_what_the_host_did(status: RequestStatus, text: str) -> None:
    assert _de(code=ReasonCode.STATUS, items=("gamma",), detail=status.value) == text


def test_a_window_too_short_names_both_lengths() -> None:
    assert _de(code=ReasonCode.NO_WINDOW, items=("gamma",), wanted=150, available=90) == (
        "2 Std. 30 Min. nötig, die längste Zeit des Gastgebers hat 90 min."
    )


def test_a_closed_day_says_why_where_the_day_is_known() -> None:
    assert _de(code=ReasonCode.CLOSED_DAY, items=("gamma",), day=SUNDAY) == (
        "Sonntag, 18. Mai: geschlossen (Wochenende)."
    )
    assert _de(code=ReasonCode.CLOSED_DAY, items=("gamma",)) == (
        "Alle Zeiten des Gastgebers liegen auf Feiertagen oder dem Wochenende."
    )


def test_a_station_is_named() -> None:
    assert _de(code=ReasonCode.NOT_AT_STATION, items=("university",)) == (
        "Zu den Zeiten des Gastgebers ist die Delegation nicht in New York."
    )


def test_a_rule_is_named_with_its_items() -> None:
    assert _de(code=ReasonCode.RULE, items=("gamma", "acme"), detail=RuleKind.AT_MOST_ONE.value) == (
        "Regel der Reise: höchstens einer davon („Gamma“ und „Acme“)."
    )


def test_a_role_that_the_host_does_not_receive_is_told_from_a_person_who_is_needed() -> None:
    assert _de(code=ReasonCode.REQUIRED_PERSON, items=("talk",), people=("clara",)) == (
        "Der Termin ist nur für: Delegationsleitung, Politik und Verwaltung, Wirtschaft und Organisation."
    )
    assert _de(code=ReasonCode.REQUIRED_PERSON, items=("talk",), people=("head",)) == (
        "Gebraucht und nicht frei: Head."
    )


def test_a_wish_that_clashes_names_what_the_person_does_instead() -> None:
    reason = Reason(
        code=ReasonCode.CLASH, items=("gamma", "acme"), people=("anna",), day=MONDAY, part=DayPart.AFTERNOON
    )
    assert reason_text(reason, make_trip(), "en") == "Monday, 19 May, afternoon: at “Acme” then: Anna."


@pytest.mark.parametrize("words", [planner_words_de, planner_words_en, planner_words_zh])
def test_every_code_and_every_rule_has_words_in_every_language(words: object) -> None:
    assert set(getattr(words, "REASONS")) == set(ReasonCode)  # noqa: B009 - a module as a parameter
    assert set(getattr(words, "RULES")) == set(RuleKind)  # noqa: B009 - a module as a parameter


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", list(ReasonCode))
def test_a_reason_without_any_fact_and_one_with_all_of_them_have_a_sentence(
    code: ReasonCode, lang: str
) -> None:
    bare = Reason(code=code)
    full = Reason(
        code=code,
        items=("gamma", "acme"),
        people=("anna", "zeta"),
        groups=("1",),
        day=MONDAY,
        part=DayPart.EVENING,
        wanted=5,
        available=3,
        detail="nothing known",
    )
    for reason in (bare, full):
        text = reason_text(reason, make_trip(), lang)  # type: ignore[arg-type] # the parameter is one of them
        assert text.endswith("。" if lang == "zh" else ".")
        assert not any(sign in text for sign in ("{", "}", "..", "None"))
