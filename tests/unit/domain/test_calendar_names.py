from datetime import date, timedelta

import pytest

from geleit.domain.calendar_names import MONTHS, WEEKDAYS, WEEKDAYS_SHORT, month_name, month_number
from geleit.domain.text import LANGUAGES, Language

MONDAY = date(2025, 5, 19)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_names_twelve_months_and_seven_days_differently(lang: Language) -> None:
    assert len(set(MONTHS[lang])) == 12
    assert len(set(WEEKDAYS[lang])) == 7
    assert len(set(WEEKDAYS_SHORT[lang])) == 7


def test_the_week_begins_on_monday_as_python_counts() -> None:
    english = [(MONDAY + timedelta(days=offset)).strftime("%A") for offset in range(7)]

    assert list(WEEKDAYS["en"]) == english


def test_german_and_english_short_names_begin_the_long_ones() -> None:
    assert [name[:2] for name in WEEKDAYS["de"]] == list(WEEKDAYS_SHORT["de"])
    assert [name[:3] for name in WEEKDAYS["en"]] == list(WEEKDAYS_SHORT["en"])


def test_chinese_names_count() -> None:
    assert [name[-1] for name in WEEKDAYS["zh"]] == [name[-1] for name in WEEKDAYS_SHORT["zh"]]
    assert MONTHS["zh"] == tuple(f"{month}月" for month in range(1, 13))


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_month_is_found_by_its_name_in_full_and_short(lang: Language, month: int) -> None:
    name = month_name(month, lang)

    assert month_number(name) == month
    assert month_number(name.upper()) == month
    assert month_number(f"{name[:3]}.") == month


@pytest.mark.parametrize(
    ("name", "month"), [("Maerz", 3), ("Mrz", 3), ("Jänner", 1), ("Sept.", 9), ("Ma", None), ("Mayor", None)]
)
def test_other_spellings_of_months(name: str, month: int | None) -> None:
    assert month_number(name) == month
