"""Numbers, money and percentages in words."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import Final

from geleit.domain.text import Language

type Number = int | float | Decimal

_CHINESE_CURRENCIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "EUR": "欧元",
        "USD": "美元",
        "CNY": "元人民币",
        "GBP": "英镑",
        "CHF": "瑞士法郎",
        "JPY": "日元",
        "HKD": "港元",
    }
)
_ENGLISH_SIGNS: Final[Mapping[str, str]] = MappingProxyType({"EUR": "€", "USD": "US$", "GBP": "£"})
_GERMAN_SIGNS: Final[Mapping[str, str]] = MappingProxyType({"EUR": "€"})
_TO_GERMAN: Final = str.maketrans({",": ".", ".": ","})


def format_number(value: Number, lang: Language, *, decimals: int | None = None) -> str:
    """Return a number with its thousands grouped: "1.200,5", "1,200.5", "1,200.5".

    Parameters
    ----------
    decimals
        Places after the point, rounded half up; None gives as many as the number has.

    Raises
    ------
    ValueError
        When the value is not finite.
    """
    exact = _decimal(value)
    places = max(0, -_exponent(exact)) if decimals is None else decimals
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{abs(rounded):,.{places}f}"
    if lang == "de":
        text = text.translate(_TO_GERMAN)
    return f"−{text}" if rounded < 0 else text


def format_money(amount: Number, lang: Language, *, currency: str = "EUR") -> str:
    """Return an amount of money: "1.200 €", "€1,200", "1,200欧元"; cents only where there are some.

    Parameters
    ----------
    amount
        In whole units of the currency.
    currency
        ISO 4217 code; one without a sign of its own in the language is printed as the code.
    """
    exact = _decimal(amount)
    number = format_number(abs(exact), lang, decimals=0 if exact == exact.to_integral_value() else 2)
    minus = "−" if exact < 0 else ""
    if lang == "de":
        return f"{minus}{number} {_GERMAN_SIGNS.get(currency, currency)}"
    if lang == "zh":
        return f"{minus}{number}{_CHINESE_CURRENCIES.get(currency, f' {currency}')}"
    return f"{minus}{_ENGLISH_SIGNS.get(currency, f'{currency} ')}{number}"


def format_percent(percent: Number, lang: Language, *, decimals: int = 1) -> str:
    """Return a percentage: "0,8 %", "0.8%", "0.8%"; no trailing zeros.

    A positive value too small to show reads "< 0,1 %", never 0 %: a small gap is not a proof.

    Parameters
    ----------
    percent
        The value in percent: 0.8 means 0.8 %.
    decimals
        Most places after the point.
    """
    exact = _decimal(percent)
    step = Decimal(1).scaleb(-decimals)
    below = ""
    if 0 < exact < step / 2:
        below, exact = "< ", step
    number = format_number(exact.quantize(step, ROUND_HALF_UP), lang)
    return f"{below}{number} %" if lang == "de" else f"{below}{number}%"


def _decimal(value: Number) -> Decimal:
    """Return the number without trailing zeros, as written: 0.1 stays 0.1."""
    exact = Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"{value} is not a finite number")
    return exact.normalize()


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
