from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.text import LANGUAGES, Language
from geleit.domain.workdays import CalendarError, DayKind, WorkCalendar

CHINA, USA, GERMANY = WorkCalendar("CN"), WorkCalendar("US"), WorkCalendar("DE")
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


def october(day: int) -> date:
    return date(2025, 10, day)


def test_china_rests_from_1_to_8_october_2025_and_works_on_the_weekends_around() -> None:
    kinds = [CHINA.kind(date(2025, 9, 27) + timedelta(days=offset)) for offset in range(16)]

    assert kinds == [
        DayKind.WEEKEND,  # Saturday 27 September
        DayKind.SHIFTED_WORKING,
        DayKind.WORKING,
        DayKind.WORKING,
        *[DayKind.HOLIDAY] * 8,
        DayKind.WORKING,
        DayKind.WORKING,
        DayKind.SHIFTED_WORKING,  # Saturday 11 October
        DayKind.WEEKEND,
    ]


def test_chinas_shifted_days_of_2025_and_2026_are_those_of_the_state_council() -> None:
    first = date(2025, 1, 1)
    days = [first + timedelta(days=offset) for offset in range(730)]

    shifted = [day.isoformat() for day in days if CHINA.kind(day) is DayKind.SHIFTED_WORKING]

    assert shifted == [
        "2025-01-26",
        "2025-02-08",
        "2025-04-27",
        "2025-09-28",
        "2025-10-11",
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
    ]


@pytest.mark.parametrize(
    ("day", "de", "en", "zh"),
    [
        (october(1), "Nationalfeiertag", "National Day", "国庆节"),
        (
            october(4),
            "Nationalfeiertag und Mittherbstfest",
            "National Day and Mid-Autumn Festival",
            "国庆节和中秋节",
        ),
        (october(6), "Mittherbstfest", "Mid-Autumn Festival", "中秋节"),
        (
            october(8),
            "Nationalfeiertag und Mittherbstfest (gearbeitet wird am 11. Oktober 2025)",
            "National Day and Mid-Autumn Festival (worked on 11 October 2025 instead)",
            "国庆节和中秋节（2025年10月11日上班）",
        ),
        (october(12), "Wochenende", "weekend", "周末"),
        (october(9), None, None, None),
        (october(11), None, None, None),
    ],
)
def test_the_reason_in_three_languages(day: date, de: str | None, en: str | None, zh: str | None) -> None:
    assert [CHINA.reason(day, lang) for lang in LANGUAGES] == [de, en, zh]


@pytest.mark.parametrize(
    ("country", "region", "day", "reason"),
    [
        ("US", None, date(2025, 5, 26), "Memorial Day"),
        ("US", None, date(2025, 5, 18), "weekend"),
        ("US", None, date(2025, 5, 19), None),
        ("US", None, date(2025, 9, 1), "Labor Day"),
        ("US", None, date(2027, 7, 5), "Independence Day (observed)"),
        ("US", "MA", date(2025, 4, 21), "Patriots' Day"),
        ("US", "US-MA", date(2025, 4, 21), "Patriots' Day"),
        ("US", "NY", date(2025, 4, 21), None),
        ("US", "DC", date(2025, 1, 20), "Inauguration Day and Martin Luther King Jr. Day"),
        ("DE", None, date(2025, 10, 31), None),
        ("DE", "TH", date(2025, 10, 31), "Reformation Day"),
        ("DE", "TH", date(2025, 9, 20), "World Children's Day"),
        ("DE", "Thüringen", date(2025, 10, 31), "Reformation Day"),
        ("DE", "BY", date(2025, 11, 1), "All Saints' Day"),
        ("DE", None, date(2025, 5, 1), "Labour Day"),
        ("RU", None, date(2025, 5, 2), "Holiday of Spring and Labour (in lieu of 4 January 2025)"),
        ("KE", None, date(2025, 12, 12), "Jamhuri Day"),
    ],
)
def test_public_and_regional_holidays(
    country: str, region: str | None, day: date, reason: str | None
) -> None:
    calendar = WorkCalendar(country, region)

    assert calendar.reason(day, "en") == reason
    assert calendar.is_working_day(day) == (reason is None)


def test_the_week_ends_on_other_days_elsewhere() -> None:
    friday, sunday = date(2025, 11, 14), date(2025, 11, 16)

    assert WorkCalendar("SA").kind(friday) is DayKind.WEEKEND
    assert WorkCalendar("SA").kind(sunday) is DayKind.WORKING


@given(st.sampled_from([CHINA, USA, GERMANY]), DAYS, st.sampled_from(LANGUAGES))
def test_a_closed_day_has_a_reason_and_an_open_one_none(
    calendar: WorkCalendar, day: date, lang: Language
) -> None:
    assert (calendar.reason(day, lang) is None) == calendar.is_working_day(day)
    assert calendar.is_working_day(day) == calendar.kind(day).is_working


REGIONS = [("CN", None)] + [("US", code) for code in (None, "DC", "NY", "MA")]
STATES = "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH"


@pytest.mark.parametrize(("country", "region"), [*REGIONS, *(("DE", code) for code in STATES.split())])
def test_every_reason_of_the_trips_countries_exists_in_all_languages(
    country: str, region: str | None
) -> None:
    calendar = WorkCalendar(country, region)
    days = [date(2024, 1, 1) + timedelta(days=offset) for offset in range(7 * 365)]

    texts = {text for day in days if (text := calendar.reason_text(day))}

    assert len(texts) > 10
    assert [text for text in texts if text.languages != LANGUAGES] == []


def test_a_name_known_in_english_only_is_a_visible_fallback() -> None:
    text = WorkCalendar("AE").reason_text(date(2025, 6, 6))

    assert text is not None
    assert text.get("de").is_fallback
    assert not text.get("en").is_fallback


def test_the_trip_file_adds_and_overrides_days() -> None:
    monday, holiday, saturday = october(13), october(2), october(18)
    calendar = WorkCalendar(
        "CN", extra_holidays=frozenset({monday}), extra_working_days=frozenset({holiday, saturday})
    )

    assert [calendar.kind(day) for day in (monday, holiday, saturday)] == [
        DayKind.HOLIDAY,
        DayKind.WORKING,
        DayKind.SHIFTED_WORKING,
    ]
    assert [calendar.reason(monday, lang) for lang in LANGUAGES] == [
        "laut Reisedatei geschlossen",
        "closed according to the trip file",
        "行程文件注明休息",
    ]
    assert calendar.reason(holiday, "de") is None


def test_a_shifted_day_can_be_closed_again_by_the_trip_file() -> None:
    calendar = WorkCalendar("CN", extra_holidays=frozenset({october(11)}))

    assert calendar.kind(october(11)) is DayKind.HOLIDAY


def test_a_day_cannot_be_both() -> None:
    days = frozenset({october(13)})

    with pytest.raises(CalendarError) as caught:
        WorkCalendar("CN", extra_holidays=days, extra_working_days=days)

    assert str(caught.value) == "2025-10-13 is declared both a holiday and a working day of CN"


@pytest.mark.parametrize(
    ("country", "region", "value", "suggestion"),
    [
        ("UK", None, "UK", "GB"),
        ("China", None, "China", "CN"),
        ("USA", None, "USA", "US"),
        ("cn", None, "cn", "CN"),
        ("Germny", None, "Germny", "DE"),
        ("Deutschland", None, "Deutschland", "DE"),
        ("XX", None, "XX", None),
        ("", None, "", None),
        ("DE", "Thuringen", "Thuringen", "TH"),
        ("DE", "th", "th", "TH"),
        ("DE", "XX", "XX", None),
        ("US", "New Yrok", "New Yrok", "NY"),
        ("CN", "Beijing", "Beijing", None),
    ],
)
def test_an_unknown_country_or_region_is_named_with_the_likely_one(
    country: str, region: str | None, value: str, suggestion: str | None
) -> None:
    with pytest.raises(CalendarError) as caught:
        WorkCalendar(country, region)

    assert (caught.value.value, caught.value.suggestion) == (value, suggestion)


def test_the_error_says_what_is_allowed() -> None:
    with pytest.raises(CalendarError) as country:
        WorkCalendar("UK")
    with pytest.raises(CalendarError) as region:
        WorkCalendar("CN", "Beijing")

    assert str(country.value) == (
        "country 'UK' is not an ISO 3166 code with a known calendar, such as 'DE'; did you mean 'GB'?"
    )
    assert str(region.value) == "region 'Beijing' of country 'CN' is no ISO 3166-2 code"


def test_any_region_of_a_country_without_regional_holidays_will_do() -> None:
    assert WorkCalendar("CN", "BJ") == WorkCalendar("CN", "CN-SH") == CHINA


def test_a_year_the_library_does_not_cover_has_weekends_only() -> None:
    assert CHINA.kind(date(1940, 10, 1)) is DayKind.WORKING
    assert CHINA.kind(date(1940, 10, 5)) is DayKind.WEEKEND
