from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.text import LANGUAGES
from geleit.domain.wording import format_money, format_number, format_percent


def test_money_as_the_design_asks() -> None:
    assert [format_money(1200, lang) for lang in LANGUAGES] == ["1.200 €", "€1,200", "1,200欧元"]


@pytest.mark.parametrize(
    ("amount", "currency", "de", "en", "zh"),
    [
        (Decimal("12.5"), "EUR", "12,50 €", "€12.50", "12.50欧元"),
        (-1200, "EUR", "−1.200 €", "−€1,200", "−1,200欧元"),
        (1200, "USD", "1.200 USD", "US$1,200", "1,200美元"),
        (1200, "CNY", "1.200 CNY", "CNY 1,200", "1,200元人民币"),
        (1200, "SEK", "1.200 SEK", "SEK 1,200", "1,200 SEK"),
        (0, "EUR", "0 €", "€0", "0欧元"),
        (1234567, "EUR", "1.234.567 €", "€1,234,567", "1,234,567欧元"),
    ],
)
def test_money_of_other_amounts_and_currencies(
    amount: Decimal | int, currency: str, de: str, en: str, zh: str
) -> None:
    assert [format_money(amount, lang, currency=currency) for lang in LANGUAGES] == [de, en, zh]


@pytest.mark.parametrize(
    ("percent", "de", "en", "zh"),
    [
        (0.8, "0,8 %", "0.8%", "0.8%"),
        (0, "0 %", "0%", "0%"),
        (0.04, "< 0,1 %", "< 0.1%", "< 0.1%"),
        (0.05, "0,1 %", "0.1%", "0.1%"),
        (100, "100 %", "100%", "100%"),
        (12.34, "12,3 %", "12.3%", "12.3%"),
        (-1.5, "−1,5 %", "−1.5%", "−1.5%"),
    ],
)
def test_percentages(percent: float, de: str, en: str, zh: str) -> None:
    assert [format_percent(percent, lang) for lang in LANGUAGES] == [de, en, zh]


@given(st.decimals(min_value=0, max_value=100, places=4), st.integers(0, 3))
def test_a_positive_percentage_never_reads_as_nothing(percent: Decimal, decimals: int) -> None:
    assert (format_percent(percent, "en", decimals=decimals) == "0%") == (percent == 0)


@pytest.mark.parametrize(
    ("value", "decimals", "de", "en"),
    [
        (1200, None, "1.200", "1,200"),
        (1000000, None, "1.000.000", "1,000,000"),
        (999, None, "999", "999"),
        (0.1, None, "0,1", "0.1"),
        (1234.5, None, "1.234,5", "1,234.5"),
        (1234.5, 2, "1.234,50", "1,234.50"),
        (0.125, 2, "0,13", "0.13"),
        (-3, None, "−3", "−3"),
        (-0.4, 0, "0", "0"),
    ],
)
def test_numbers(value: float, decimals: int | None, de: str, en: str) -> None:
    assert [format_number(value, lang, decimals=decimals) for lang in LANGUAGES] == [de, en, en]


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_reads_back(value: int) -> None:
    assert int(format_number(value, "de").replace(".", "").replace("−", "-")) == value
    assert int(format_number(value, "en").replace(",", "").replace("−", "-")) == value


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="is not a finite number"):
        format_number(value, "de")
