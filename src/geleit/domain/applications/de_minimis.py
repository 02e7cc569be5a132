"""The declaration on de-minimis aid: what a company may still receive.

Source: Commission Regulation (EU) 2023/2831, Article 3(2), in force from 1 January 2024 to 31 December 2030: the aid
granted per Member State to a single undertaking does not exceed 300,000 EUR over any period of three years.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

CEILING_EUR: Final = 300_000
"""Most de-minimis aid to a single undertaking within three years, in euros."""
PERIOD_YEARS: Final = 3
"""Length of the rolling period in years, counted back from the day on which aid is granted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeMinimisAid:
    """Aid that the company, with those it is one undertaking with, was granted.

    Parameters
    ----------
    granted_on
        Day of the granting, not of the payment.
    amount_eur
        Gross grant equivalent in whole euros, rounded up.
    grantor
        Who granted it.
    """

    granted_on: date
    amount_eur: int
    grantor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeMinimisDeclaration:
    """What the company declares.

    Parameters
    ----------
    is_confirmed
        The company has declared that the list is complete and true; an empty list then means none.
    """

    is_confirmed: bool = False
    aids: tuple[DeMinimisAid, ...] = ()


def period_start(granted_on: date) -> date:
    """Return the first day of the three years that end with a day: 5 April 2025 -> 6 April 2022."""
    try:
        back = granted_on.replace(year=granted_on.year - PERIOD_YEARS)
    except ValueError:  # 29 February: three years before there is none, the period begins on 1 March
        return date(granted_on.year - PERIOD_YEARS, 3, 1)
    return date.fromordinal(back.toordinal() + 1)


def received_eur(aids: Iterable[DeMinimisAid], granted_on: date) -> int:
    """Return the aid within the three years that end with the day, in euros."""
    first = period_start(granted_on)
    return sum(aid.amount_eur for aid in aids if first <= aid.granted_on <= granted_on)


def room_eur(aids: Iterable[DeMinimisAid], granted_on: date) -> int:
    """Return how much aid may still be granted on a day, in euros; 0 when the ceiling is reached or passed."""
    return max(0, CEILING_EUR - received_eur(aids, granted_on))
