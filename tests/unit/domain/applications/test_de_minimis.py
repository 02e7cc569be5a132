"""De-minimis aid over three rolling years."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.applications.de_minimis import (
    CEILING_EUR,
    DeMinimisAid,
    period_start,
    received_eur,
    room_eur,
)


def aid(day: date, amount_eur: int) -> DeMinimisAid:
    return DeMinimisAid(granted_on=day, amount_eur=amount_eur)


def test_three_years_end_with_the_day_itself() -> None:
    assert period_start(date(2025, 4, 5)) == date(2022, 4, 6)
    assert period_start(date(2024, 2, 29)) == date(2021, 3, 1)
    assert period_start(date(2024, 2, 28)) == date(2021, 3, 1)


def test_only_aid_within_the_period_counts() -> None:
    aids = (
        aid(date(2022, 4, 5), 7),
        aid(date(2022, 4, 6), 20),
        aid(date(2025, 4, 5), 300),
        aid(date(2025, 4, 6), 4),
    )

    assert received_eur(aids, date(2025, 4, 5)) == 320
    assert room_eur(aids, date(2025, 4, 5)) == CEILING_EUR - 320


def test_there_is_never_less_than_no_room() -> None:
    assert room_eur((aid(date(2025, 1, 1), 400_000),), date(2025, 4, 5)) == 0


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)))
def test_the_period_is_three_years_long(day: date) -> None:
    first = period_start(day)

    assert (first - timedelta(days=1)).replace(year=day.year) <= day or day.month == 2
    assert 1094 <= (day - first).days <= 1096
