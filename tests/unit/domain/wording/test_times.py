from datetime import date, time, timedelta
from zoneinfo import ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.text import LANGUAGES, Language
from geleit.domain.wording import (
    format_duration,
    format_minutes,
    format_time,
    format_time_range,
    format_utc_offset,
    format_zone,
)

LANGS = st.sampled_from(LANGUAGES)
SUMMER, WINTER = date(2025, 5, 21), date(2025, 1, 15)


def test_a_span_of_the_clock() -> None:
    start, end = time(9, 40), time(12, 30)

    assert [format_time_range(start, end, lang) for lang in LANGUAGES] == [
        "09:40–12:30 Uhr",
        "09:40–12:30",
        "9:40–12:30",
    ]


def test_only_english_pages_about_the_us_say_am_and_pm() -> None:
    start, end = time(9, 40), time(12, 30)

    assert [format_time_range(start, end, lang, country="US") for lang in LANGUAGES] == [
        "09:40–12:30 Uhr",
        "9:40 am to 12:30 pm",
        "9:40–12:30",
    ]
    assert format_time_range(start, end, "en", country="CN") == "09:40–12:30"


def test_an_end_on_a_later_day_says_so() -> None:
    start, end = time(22, 50), time(6, 20)

    assert [format_time_range(start, end, lang, days_later=1) for lang in LANGUAGES] == [
        "22:50–06:20 Uhr (+1 Tag)",
        "22:50–06:20 (+1 day)",
        "22:50–6:20（次日）",
    ]
    assert [format_time_range(start, end, lang, days_later=2) for lang in LANGUAGES] == [
        "22:50–06:20 Uhr (+2 Tage)",
        "22:50–06:20 (+2 days)",
        "22:50–6:20（+2天）",
    ]


def test_one_time_with_and_without_the_unit() -> None:
    assert [format_time(time(9, 40), lang) for lang in LANGUAGES] == ["09:40 Uhr", "09:40", "9:40"]
    assert format_time(time(9, 40), "de", unit=False) == "09:40"
    assert format_time_range(time(9, 40), time(12, 30), "de", unit=False) == "09:40–12:30"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (time(0, 0), "12:00 am"),
        (time(0, 5), "12:05 am"),
        (time(11, 59), "11:59 am"),
        (time(12, 0), "12:00 pm"),
        (time(13, 5), "1:05 pm"),
        (time(23, 59), "11:59 pm"),
    ],
)
def test_the_twelve_hour_clock(when: time, text: str) -> None:
    assert format_time(when, "en", country="US") == text


@given(st.times(), st.times(), LANGS, st.sampled_from(["US", None]))
def test_minutes_that_differ_read_differently(
    one: time, other: time, lang: Language, country: str | None
) -> None:
    same = (one.hour, one.minute) == (other.hour, other.minute)

    assert (format_time(one, lang, country=country) == format_time(other, lang, country=country)) == same


@pytest.mark.parametrize(
    ("lang", "place", "text"),
    [
        ("de", "New York", "Ortszeit New York (EDT, UTC−4)"),
        ("en", "New York", "New York time (EDT, UTC−4)"),
        ("zh", "纽约", "纽约当地时间"),
    ],
)
def test_the_zone_line(lang: Language, place: str, text: str) -> None:
    assert format_zone(place, "America/New_York", lang, day=SUMMER) == text


def test_the_zone_line_follows_the_season() -> None:
    assert format_zone("New York", "America/New_York", "de", day=WINTER) == "Ortszeit New York (EST, UTC−5)"
    assert format_zone("Erfurt", "Europe/Berlin", "de", day=SUMMER) == "Ortszeit Erfurt (MESZ, UTC+2)"
    assert format_zone("Erfurt", "Europe/Berlin", "en", day=WINTER) == "Erfurt time (CET, UTC+1)"


def test_a_zone_without_a_name_or_a_known_day_says_less() -> None:
    assert format_zone("Dubai", "Asia/Dubai", "de", day=SUMMER) == "Ortszeit Dubai (UTC+4)"
    assert format_zone("New York", "America/New_York", "en") == "New York time"
    assert format_zone("UTC", "UTC", "en", day=SUMMER) == "UTC time (UTC)"


def test_an_unknown_zone_is_an_error() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        format_zone("Boston", "America/Boston", "de", day=SUMMER)


@pytest.mark.parametrize(
    ("minutes", "text"), [(-240, "UTC−4"), (0, "UTC"), (330, "UTC+5:30"), (-210, "UTC−3:30"), (480, "UTC+8")]
)
def test_offsets(minutes: int, text: str) -> None:
    assert format_utc_offset(timedelta(minutes=minutes)) == text


@pytest.mark.parametrize(
    ("minutes", "de", "en", "zh"),
    [
        (0, "0 Min.", "0 min", "0分钟"),
        (45, "45 Min.", "45 min", "45分钟"),
        (60, "1 Std.", "1 h", "1小时"),
        (90, "1 Std. 30 Min.", "1 h 30 min", "1小时30分钟"),
        (1500, "25 Std.", "25 h", "25小时"),
    ],
)
def test_durations(minutes: int, de: str, en: str, zh: str) -> None:
    assert [format_duration(minutes, lang) for lang in LANGUAGES] == [de, en, zh]


def test_a_length_in_minutes_alone() -> None:
    assert [format_minutes(90, lang) for lang in LANGUAGES] == ["90 min", "90 min", "90分钟"]


def test_a_duration_cannot_be_negative() -> None:
    with pytest.raises(ValueError, match="a duration cannot be negative, got -5 minutes"):
        format_duration(-5, "de")
