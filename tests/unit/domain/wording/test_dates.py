import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geleit.domain.dates import DateError, DateSpan, EdtfDate, Precision
from geleit.domain.text import LANGUAGES, Language
from geleit.domain.wording import (
    format_board_day,
    format_certainty,
    format_date,
    format_day,
    format_days,
    format_span,
)
from tests.unit.domain.calendar_strategies import date_spans, edtf_dates

LANGS = st.sampled_from(LANGUAGES)
WEDNESDAY = date(2025, 5, 21)


@pytest.mark.parametrize(
    ("start", "end", "de", "en", "zh"),
    [
        ("2025-05-18", "2025-05-20", "18. bis 20. Mai 2025", "18 to 20 May 2025", "2025年5月18日至20日"),
        (
            "2025-05-18",
            "2025-05-24/2025-05-25",
            "18. bis 24./25. Mai 2025",
            "18 to 24/25 May 2025",
            "2025年5月18日至24/25日",
        ),
        ("2025-10", None, "Oktober 2025", "October 2025", "2025年10月"),
        ("2025-05-18", None, "18. Mai 2025", "18 May 2025", "2025年5月18日"),
        ("2025", None, "2025", "2025", "2025年"),
        (
            "2025-05-30",
            "2025-06-02",
            "30. Mai bis 2. Juni 2025",
            "30 May to 2 June 2025",
            "2025年5月30日至6月2日",
        ),
        (
            "2025-12-30",
            "2026-01-02",
            "30. Dezember 2025 bis 2. Januar 2026",
            "30 December 2025 to 2 January 2026",
            "2025年12月30日至2026年1月2日",
        ),
        (
            "2025-05-28",
            "2025-05-31/2025-06-01",
            "28. bis 31. Mai/1. Juni 2025",
            "28 to 31 May/1 June 2025",
            "2025年5月28日至31日/6月1日",
        ),
        (
            "2025-05-17/2025-05-18",
            "2025-05-24",
            "17./18. bis 24. Mai 2025",
            "17/18 to 24 May 2025",
            "2025年5月17/18日至24日",
        ),
        ("2025-10", "2025-11", "Oktober bis November 2025", "October to November 2025", "2025年10月至11月"),
        (
            "2025-12",
            "2026-01",
            "Dezember 2025 bis Januar 2026",
            "December 2025 to January 2026",
            "2025年12月至2026年1月",
        ),
        ("2025", "2026", "2025 bis 2026", "2025 to 2026", "2025年至2026年"),
        (
            "2025-05-18",
            "2025-05-24/2025-05-28",
            "Beginn: 18. Mai 2025, Ende: zwischen 24. und 28. Mai 2025",
            "start: 18 May 2025, end: between 24 and 28 May 2025",
            "2025年5月18日开始，2025年5月24日至28日之间结束",
        ),
        (
            "2025-05-18",
            "2025-06",
            "Beginn: 18. Mai 2025, Ende: Juni 2025",
            "start: 18 May 2025, end: June 2025",
            "2025年5月18日开始，2025年6月结束",
        ),
        (
            "2025-05-18?",
            "2025-05-20?",
            "voraussichtlich 18. bis 20. Mai 2025",
            "expected 18 to 20 May 2025",
            "2025年5月18日至20日（暂定）",
        ),
        (
            "2025-05-18~",
            "2025-05-20~",
            "etwa 18. bis 20. Mai 2025",
            "around 18 to 20 May 2025",
            "2025年5月18日至20日前后",
        ),
        (
            "2025-05-18",
            "2025-05-20?",
            "Beginn: 18. Mai 2025, Ende: voraussichtlich 20. Mai 2025",
            "start: 18 May 2025, end: expected 20 May 2025",
            "2025年5月18日开始，2025年5月20日（暂定）结束",
        ),
    ],
)
def test_spans(start: str, end: str | None, de: str, en: str, zh: str) -> None:
    span = DateSpan.parse(start, end)

    assert [format_span(span, lang) for lang in LANGUAGES] == [de, en, zh]


@pytest.mark.parametrize(
    ("text", "de", "en", "zh"),
    [
        ("2025-05-24/2025-05-25", "24./25. Mai 2025", "24/25 May 2025", "2025年5月24/25日"),
        ("2025-05-31/2025-06-01", "31. Mai/1. Juni 2025", "31 May/1 June 2025", "2025年5月31日/6月1日"),
        (
            "2025-12-31/2026-01-01",
            "31. Dezember 2025/1. Januar 2026",
            "31 December 2025/1 January 2026",
            "2025年12月31日/2026年1月1日",
        ),
        ("2025-10/2025-11", "Oktober/November 2025", "October/November 2025", "2025年10/11月"),
        (
            "2025-12/2026-01",
            "Dezember 2025/Januar 2026",
            "December 2025/January 2026",
            "2025年12月/2026年1月",
        ),
        ("2025/2026", "2025/2026", "2025/2026", "2025/2026年"),
        (
            "2025-05-24/2025-05-28",
            "zwischen 24. und 28. Mai 2025",
            "between 24 and 28 May 2025",
            "2025年5月24日至28日之间",
        ),
        (
            "2025-10/2025-12",
            "zwischen Oktober und Dezember 2025",
            "between October and December 2025",
            "2025年10月至12月之间",
        ),
        ("2025-10?", "voraussichtlich Oktober 2025", "expected October 2025", "2025年10月（暂定）"),
        ("2025-10~", "etwa Oktober 2025", "around October 2025", "2025年10月前后"),
        ("2025-05-18~", "um den 18. Mai 2025", "around 18 May 2025", "2025年5月18日前后"),
        ("2025%", "voraussichtlich etwa 2025", "expected around 2025", "2025年前后（暂定）"),
        (
            "2025-05-24/2025-05-25?",
            "zwischen 24. Mai 2025 und voraussichtlich 25. Mai 2025",
            "between 24 May 2025 and expected 25 May 2025",
            "2025年5月24日至2025年5月25日（暂定）之间",
        ),
    ],
)
def test_dates_of_any_precision(text: str, de: str, en: str, zh: str) -> None:
    when = EdtfDate.parse(text)

    assert [format_date(when, lang) for lang in LANGUAGES] == [de, en, zh]


def test_days_with_and_without_weekday_and_year() -> None:
    assert [format_day(WEDNESDAY, lang) for lang in LANGUAGES] == [
        "Mittwoch, 21. Mai 2025",
        "Wednesday, 21 May 2025",
        "2025年5月21日（星期三）",
    ]
    assert [format_day(WEDNESDAY, lang, year=False) for lang in LANGUAGES] == [
        "Mittwoch, 21. Mai",
        "Wednesday, 21 May",
        "5月21日（星期三）",
    ]
    assert [format_day(WEDNESDAY, lang, weekday=False) for lang in LANGUAGES] == [
        "21. Mai 2025",
        "21 May 2025",
        "2025年5月21日",
    ]


def test_the_board_prints_the_day_short() -> None:
    assert [format_board_day(WEDNESDAY, lang) for lang in LANGUAGES] == ["Mi 21.", "Wed 21", "21日周三"]


def test_known_days_print_as_a_span() -> None:
    assert format_days(date(2025, 5, 18), date(2025, 5, 20), "de") == "18. bis 20. Mai 2025"
    assert format_days(WEDNESDAY, WEDNESDAY, "en") == "21 May 2025"
    with pytest.raises(DateError):
        format_days(WEDNESDAY, date(2025, 5, 20), "de")


@pytest.mark.parametrize(
    ("text", "de", "en", "zh"),
    [
        ("2025-05-18", "Tag steht fest", "day is fixed", "日期已定"),
        (
            "2025-05-24/2025-05-25",
            "Monat steht fest, Tag noch offen",
            "month is fixed, day still open",
            "月份已定，具体日期待定",
        ),
        (
            "2025-10",
            "Monat steht fest, Tag noch offen",
            "month is fixed, day still open",
            "月份已定，具体日期待定",
        ),
        (
            "2025",
            "Jahr steht fest, Monat und Tag noch offen",
            "year is fixed, month and day still open",
            "年份已定，具体日期待定",
        ),
        ("2025-10?", "Datum noch offen", "date still open", "日期待定"),
    ],
)
def test_what_is_certain_in_words(text: str, de: str, en: str, zh: str) -> None:
    when = EdtfDate.parse(text)

    assert [format_certainty(when, lang) for lang in LANGUAGES] == [de, en, zh]


def numbers_of(*dates: EdtfDate) -> set[int]:
    """Every number the dates know: years, months and days."""
    points = [point for when in dates for point in when.points]
    return {number for p in points for number in (p.year, p.month, p.day) if number is not None}


@given(edtf_dates(), LANGS)
def test_a_date_prints_no_number_it_does_not_know(when: EdtfDate, lang: Language) -> None:
    printed = {int(number) for number in re.findall(r"\d+", format_date(when, lang))}

    assert printed <= numbers_of(when)


@given(date_spans(), LANGS)
def test_a_span_prints_no_number_it_does_not_know(span: DateSpan, lang: Language) -> None:
    printed = {int(number) for number in re.findall(r"\d+", format_span(span, lang))}

    assert printed <= numbers_of(span.start, span.end)


@given(edtf_dates(), st.sampled_from(["de", "en"]))
def test_a_month_prints_no_day(when: EdtfDate, lang: Language) -> None:
    assume(when.precision is not Precision.DAY)

    assert re.findall(r"\b\d{1,2}\b", format_date(when, lang)) == []


@given(edtf_dates())
def test_a_chinese_month_prints_no_day(when: EdtfDate) -> None:
    assert ("日" in format_date(when, "zh")) == (when.precision is Precision.DAY)


@given(edtf_dates(), edtf_dates(), LANGS)
def test_different_dates_read_differently(one: EdtfDate, other: EdtfDate, lang: Language) -> None:
    assert (format_date(one, lang) == format_date(other, lang)) == (one == other)


@given(date_spans(), date_spans(), LANGS)
def test_different_spans_read_differently(one: DateSpan, other: DateSpan, lang: Language) -> None:
    assert (format_span(one, lang) == format_span(other, lang)) == (one == other)


@given(date_spans(), LANGS)
def test_every_unit_of_the_ends_is_printed(span: DateSpan, lang: Language) -> None:
    text = format_span(span, lang)

    for when in (span.start, span.end):
        for point in when.points:
            assert str(point.year) in text
            assert point.day is None or str(point.day) in text
