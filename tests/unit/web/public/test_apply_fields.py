"""Numbers and days as people write them, who asks, and marks of forms."""

from dataclasses import replace
from datetime import date

import pytest
from django import forms
from django.conf import settings
from django.test import RequestFactory, override_settings
from hypothesis import given
from hypothesis import strategies as st

from geleit.web.public.apply.fields import Day, read_amount
from geleit.web.public.apply.guards import client_network, new_form_key, read_form_key


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("40", 40),
        ("1.200.000 €", 1_200_000),
        ("€1,200,000", 1_200_000),
        ("1 200 000 EUR", 1_200_000),
        ("1'200'000", 1_200_000),
        ("1,2 Mio. €", 1_200_000),
        ("1.25 million", 1_250_000),
        ("5 Millionen Euro", 5_000_000),
        ("1.2", None),
        ("12,50", None),
        ("-5", None),
        ("1e9", None),
        ("٣", 3),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, number: int | None) -> None:
    assert read_amount(text) == number


@given(st.integers(min_value=0, max_value=10**13), st.sampled_from([",", ".", " ", "'"]))
def test_separators_change_no_number(number: int, separator: str) -> None:
    assert read_amount(f"{number:,}".replace(",", separator)) == number


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    assert read_amount(text) is None or read_amount(text) >= 0  # type: ignore[operator] # None is told before


@pytest.mark.parametrize("text", ["31.12.2024", "31/12/2024", "2024-12-31"])
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert Day(lang="en", label="").clean(text) == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("31.06.2024", "There is no 31.06.2024. Did you mean 30 June 2024?"),
        ("29.02.2023", "There is no 29.02.2023. Did you mean 28 February 2023?"),
        ("01.13.2024", "“01.13.2024” is not a day."),
        ("00.01.2024", "“00.01.2024” is not a day."),
        ("01.01.0000", "“01.01.0000” is not a day."),
        ("soon", "“soon” is not a day."),
    ],
)
def test_a_day_that_is_none_is_named(text: str, told: str) -> None:
    with pytest.raises(forms.ValidationError, match=told.replace("?", r"\?")):
        Day(lang="en", label="").clean(text)


@pytest.mark.parametrize(
    ("address", "network"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::9", "2001:db8:1:2::/64"), ("nonsense", "unknown")],
)
def test_who_asks_is_an_address_or_a_network(address: str, network: str) -> None:
    assert client_network(RequestFactory().get("/", REMOTE_ADDR=address)) == network


@pytest.mark.parametrize(("proxy", "network"), [("yes", "192.0.2.8"), ("no", "192.0.2.7")])
def test_only_a_proxy_of_ours_is_believed(proxy: str, network: str) -> None:
    headers = {"X-Forwarded-For": "10.9.9.9, 192.0.2.8"}
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7", headers=headers)

    with override_settings(GELEIT=replace(settings.GELEIT, proxy=proxy == "yes")):
        assert client_network(request) == network


@given(st.text())
def test_a_mark_that_is_not_ours_says_nothing(text: str) -> None:
    assert read_form_key(text) is None


def test_a_mark_says_when_the_form_was_opened() -> None:
    found = read_form_key(new_form_key(1_700_000_000))

    assert found is not None
    assert (found.opened_at, len(found.key) >= 20) == (1_700_000_000, True)
