"""Sentences for what is wrong with a programme."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.documents.words import planner_words_de, planner_words_en, planner_words_zh
from geleit.documents.words.violations import violation_text
from geleit.domain.hosts import HostRequest
from geleit.domain.kinds import DayPart, Meal
from geleit.domain.programme import Programme, Session, Transfer
from geleit.domain.status import RequestStatus
from geleit.domain.text import LANGUAGES, Language, Text
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation, ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    EVERYONE,
    MONDAY,
    SUNDAY,
    change_item,
    change_session,
    change_transfer,
    drop_transfer,
    instant,
    make_programme,
    make_trip,
    move,
)


def _texts(trip: Trip, programme: Programme, lang: Language) -> list[str]:
    return [violation_text(found, trip, lang) for found in check_programme(trip, programme)]


def test_two_sessions_too_close_name_both_figures() -> None:
    programme = move(make_programme(), "beta-2", -10)
    assert [_texts(make_trip(), programme, lang) for lang in LANGUAGES] == [
        ["Zwischen „Acme“ und „Beta“: 35 min nötig, nur 30 min frei. Betroffen: Anna, Gina und Head."],
        ["Between “Acme” and “Beta”: 35 min needed, only 30 min free. Affected: Anna, Gina and Head."],
        ["“Acme”与“Beta”之间需要35分钟，仅有30分钟。涉及：Anna、Gina和Head。"],
    ]


def test_a_group_that_comes_too_late_is_told_by_how_much() -> None:
    programme = move(make_programme(), "talk-1", -30)
    assert _texts(make_trip(), programme, "de") == [
        "Gruppe 1 kommt 15 min zu spät: „Talk“. Betroffen: Anna, Gina und Head."
    ]


def test_a_group_that_comes_too_close_to_the_start_is_told_what_it_has() -> None:
    programme = move(make_programme(), "talk-1", -5)
    assert _texts(make_trip(), programme, "en") == [
        "Group 1 is there 10 min before, 15 min are needed: “Talk”. Affected: Anna, Gina and Head."
    ]


def test_times_are_local_and_in_the_readers_habit() -> None:
    programme = move(make_programme(), "briefing-1", 150)
    assert [_texts(make_trip(), programme, lang)[0] for lang in LANGUAGES] == [
        "„Briefing“, Montag, 19. Mai, 11:30–12:30 Uhr: Die nächste mögliche Zeit ist 08:30–12:00 Uhr.",
        "“Briefing”, Monday, 19 May, 11:30 am to 12:30 pm: the nearest possible time is 8:30 am to 12:00 pm.",
        "“Briefing”，5月19日（星期一）11:30–12:30：最近的可行时间为8:30–12:00。",
    ]


def test_another_day_is_named_with_its_time() -> None:
    violation = Violation(
        code=ViolationCode.SLOT_MOVED,
        items=("acme",),
        station="washington",
        start=instant("2025-05-19 13:40"),
        bound_start=instant("2025-05-20 09:00"),
    )
    assert violation_text(violation, make_trip(), "de") == (
        "„Acme“ liegt auf Montag, 19. Mai, 13:40 Uhr; zugesagt ist Dienstag, 20. Mai, 09:00 Uhr."
    )


def test_a_missing_ride_names_places_and_people() -> None:
    texts = _texts(make_trip(), drop_transfer(make_programme(), 10), "de")
    assert texts == [
        "Keine Fahrt von Hotel-Washington nach Ministry vor „Talk“: Anna, Gina und Head.",
        "Gruppe 1, Dienstag, 20. Mai, Vormittag: Es fehlt eine Fahrt von Hotel-Washington nach Ministry.",
    ]


def test_many_people_are_counted() -> None:
    violation = Violation(
        code=ViolationCode.NOT_EVERYONE, items=("briefing",), people=EVERYONE, wanted=6, available=0
    )
    assert [violation_text(violation, make_trip(), lang) for lang in LANGUAGES] == [
        "„Briefing“ ist für alle; eingeplant: 0 von 6. Es fehlen: Anna, Bert und 4 weitere.",
        "“Briefing” is for everyone; placed: 0 of 6. Missing: Anna, Bert and 4 others.",
        "“Briefing”面向全体成员：应到6人，已安排0人。缺：Anna、Bert和另外4人。",
    ]


def test_one_person_is_a_person_and_several_are_people() -> None:
    def text(seats: int, lang: Language) -> str:
        violation = Violation(code=ViolationCode.TOO_MANY, items=("acme",), wanted=7, available=seats)
        return violation_text(violation, make_trip(), lang)

    assert text(1, "de") == "„Acme“: Der Gastgeber nimmt höchstens 1 Person, eingeplant: 7."
    assert text(2, "en") == "“Acme”: the host takes at most 2 people, planned: 7."


def test_long_times_are_given_in_hours_and_a_full_stop_is_not_doubled() -> None:
    violation = Violation(
        code=ViolationCode.LEG_DURATION,
        legs=("to-new-york",),
        station="washington",
        wanted=215,
        available=120,
    )
    assert violation_text(violation, make_trip(), "de") == (
        "Washington–New York: Dauer 3 Std. 35 Min., eingeplant 2 Std."
    )


def test_a_leg_with_a_title_goes_by_it_and_home_by_its_place() -> None:
    trip = make_trip()
    titled = replace(trip.legs[1], title=Text({"de": "Zug nach New York", "en": "Train to New York"}))
    trip = replace(trip, legs=(trip.legs[0], titled, trip.legs[2]))
    texts = [
        violation_text(Violation(code=ViolationCode.LEG_MISSING, legs=(leg.id,)), trip, "de")
        for leg in trip.legs
    ]
    assert texts == [
        "Erfurt–Washington hat keine Zeit.",
        "„Zug nach New York“ hat keine Zeit.",
        "New York–Erfurt hat keine Zeit.",
    ]


def test_a_group_with_a_name_instead_of_a_number_goes_by_its_name() -> None:
    trip = make_trip()
    named = replace(trip.groups[0], id="life", name=Text({"de": "Leben", "en": "Life"}))
    violation = Violation(
        code=ViolationCode.NO_GROUP_PART, groups=("life",), day=MONDAY, part=DayPart.MORNING
    )
    assert violation_text(violation, replace(trip, groups=(named,)), "en") == (
        "Life, Monday, 19 May, morning: a ride, but nobody in the group."
    )


def test_a_closed_day_says_why() -> None:
    violation = Violation(
        code=ViolationCode.CLOSED_DAY, items=("briefing",), places=("hotel-washington",), day=SUNDAY
    )
    assert violation_text(violation, make_trip(), "de") == (
        "„Briefing“, Sonntag, 18. Mai: kein Arbeitstag (Wochenende)."
    )


def test_a_status_says_what_the_host_did() -> None:
    trip = change_item(make_trip(), "talk", request=HostRequest(status=RequestStatus.DECLINED))
    assert [_texts(trip, make_programme(), lang) for lang in LANGUAGES] == [
        ["„Talk“ ist eingeplant, aber: der Gastgeber hat abgesagt."],
        ["“Talk” is placed, but: the host has declined."],
        ["“Talk”已安排，但接待方已谢绝。"],
    ]


def test_a_meal_without_room_is_named() -> None:
    violation = Violation(
        code=ViolationCode.NO_MEAL,
        people=("anna",),
        station="washington",
        day=MONDAY,
        meal=Meal.LUNCH,
        wanted=45,
        available=30,
    )
    assert violation_text(violation, make_trip(), "de") == (
        "Mittagessen, Montag, 19. Mai: 45 min nötig, höchstens 30 min am Stück frei. Betroffen: Anna."
    )


def test_unknown_ids_are_shown_as_they_are() -> None:
    violation = Violation(code=ViolationCode.TWICE, items=("zeta",), people=("eve",), wanted=2, available=1)
    assert violation_text(violation, make_trip(), "en") == "“zeta”: 2 sessions instead of one: eve."


def test_a_value_that_does_not_hold_names_figure_and_both_values() -> None:
    violation = Violation(code=ViolationCode.VALUE_MISMATCH, detail="benefit", wanted=510, available=500)
    assert violation_text(violation, make_trip(), "de") == (
        "Nutzen: Das Programm gibt 510 an, nachgerechnet sind es 500."
    )


@pytest.mark.parametrize("words", [planner_words_de, planner_words_en, planner_words_zh])
def test_every_code_has_words_in_every_language(words: object) -> None:
    assert set(getattr(words, "VIOLATIONS")) == set(ViolationCode)  # noqa: B009 - a module as a parameter


# ---- whatever the checker says can be said in words --------------------------------------------------------------

MINUTES = st.sampled_from((-3000, -1440, -240, -60, -7, 7, 60, 240, 1440, 3000))
PEOPLE = st.lists(st.sampled_from((*EVERYONE, "eve")), unique=True, max_size=6).map(tuple)


@st.composite
def damaged(draw: st.DrawFn) -> Programme:
    """Return the valid programme with many things wrong at once."""
    programme = make_programme()
    for _ in range(draw(st.integers(1, 8))):
        programme = draw(st.sampled_from((_session, _transfer, _leg, _meal)))(draw, programme)
    return programme


def _session(draw: st.DrawFn, programme: Programme) -> Programme:
    own: Session = draw(st.sampled_from(programme.sessions))
    by = timedelta(minutes=draw(MINUTES))
    change: dict[str, object] = draw(
        st.sampled_from(
            (
                {"start": own.start + by},
                {"end": own.end + by},
                {"start": own.start + by, "end": own.end + by},
                {"attendees": draw(PEOPLE)},
                {"groups": draw(st.sampled_from(((), ("1",), ("2",), ("1", "3"))))},
                {"item": draw(st.sampled_from(("talk", "gamma", "zeta")))},
                {"place": draw(st.sampled_from(("erfurt", "atlantis", "acme-house")))},
            )
        )
    )
    return change_session(programme, own.id, **change)


def _transfer(draw: st.DrawFn, programme: Programme) -> Programme:
    number = draw(st.integers(0, len(programme.transfers) - 1))
    own: Transfer = programme.transfers[number]
    by = timedelta(minutes=draw(MINUTES))
    change: dict[str, object] = draw(
        st.sampled_from(
            (
                {"depart": own.depart + by},
                {"arrive": own.arrive + by},
                {"people": draw(PEOPLE)},
                {"group": draw(st.sampled_from(("1", "2", "3")))},
                {"part": draw(st.sampled_from(list(DayPart)))},
                {"destination": draw(st.sampled_from(("erfurt", "ministry", "hotel-new-york")))},
            )
        )
    )
    return change_transfer(programme, number, **change)


def _leg(draw: st.DrawFn, programme: Programme) -> Programme:
    number = draw(st.integers(0, len(programme.legs) - 1))
    own = programme.legs[number]
    moved = replace(own, depart=own.depart + timedelta(minutes=draw(MINUTES)))
    legs = (*programme.legs[:number], moved, *programme.legs[number + 1 :])
    return replace(programme, legs=draw(st.sampled_from((legs, legs[1:]))) or programme.legs)


def _meal(draw: st.DrawFn, programme: Programme) -> Programme:
    number = draw(st.integers(0, len(programme.meals) - 1))
    own = programme.meals[number]
    moved = replace(
        own,
        start=own.start + timedelta(minutes=draw(MINUTES)),
        place=draw(st.sampled_from((own.place, "ministry"))),
    )
    return replace(programme, meals=(*programme.meals[:number], moved, *programme.meals[number + 1 :]))


@given(programme=damaged(), lang=st.sampled_from(LANGUAGES))
def test_whatever_the_checker_says_is_one_clean_line(programme: Programme, lang: Language) -> None:
    trip = make_trip()
    for text in (violation_text(found, trip, lang) for found in check_programme(trip, programme)):
        assert text == text.strip()
        assert text.endswith("。" if lang == "zh" else ".")
        assert not any(sign in text for sign in ("{", "}", "\n", "..", "None"))
