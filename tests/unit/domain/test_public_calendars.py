import subprocess
import sys

import holidays
import pytest
from holidays.registry import COUNTRIES

from geleit.domain.holiday_names import holiday_text
from geleit.domain.public_calendars import calendar_year, known_region
from geleit.domain.text import Text

LOADED = """
import sys
import geleit.domain.workdays as workdays
assert not [name for name in sys.modules if name.startswith("holidays")], "the library is loaded too early"
workdays.WorkCalendar("CN")
assert [name for name in sys.modules if name.startswith("holidays.countries")] == [], "others are loaded"
"""


def test_the_library_is_loaded_late_and_without_the_other_countries() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("country", ["CN", "US", "DE", "GB", "FR", "JP", "PR", "VN", "HU", "KZ"])
def test_a_country_loaded_alone_says_the_same_as_the_library(country: str) -> None:
    whole = holidays.country_holidays(country, years=2025, language="en_US")

    year = calendar_year(country, None, 2025)

    assert set(whole) <= set(year.holidays)
    assert set(year.holidays) - set(whole) <= year.weekend


def test_every_country_of_the_library_has_a_year() -> None:
    for codes in COUNTRIES.values():
        code = codes[1]

        year = calendar_year(code, known_region(code, None), 2025)

        assert all(text.languages for text in year.holidays.values()), code
        assert year.shifted <= year.weekend, code


def test_a_name_in_the_librarys_own_words_is_preferred() -> None:
    text = holiday_text("Labor Day", {"de": "Maifeiertag"})

    assert text == Text({"de": "Maifeiertag", "en": "Labour Day", "zh": "劳动节"})


def test_several_holidays_on_one_day_are_joined() -> None:
    text = holiday_text("Good Friday; New Year's Day (observed)", {"zh": "中秋节; 国庆节"})

    assert text == Text(
        {
            "de": "Karfreitag und Neujahr (Ersatztag)",
            "en": "Good Friday and New Year's Day (observed)",
            "zh": "中秋节和国庆节",
        }
    )


def test_a_name_nobody_translated_stays_in_english() -> None:
    assert holiday_text("Good Friday; Custom Chief's Day", {}) == Text(
        {"en": "Good Friday and Custom Chief's Day"}
    )
    assert holiday_text("Custom Chief's Day (observed)", {}) == Text({"en": "Custom Chief's Day (observed)"})


def test_american_spelling_stays_american_in_america() -> None:
    assert holiday_text("Labor Day", {}, american=True).get("en").text == "Labor Day"
