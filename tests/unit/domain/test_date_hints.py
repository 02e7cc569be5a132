import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.dates import DateError, EdtfDate


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("2025-06-31", "2025-06-30"),
        ("2025-02-29", "2025-02-28"),
        ("2025-13-05", "2025-05-13"),
        ("2025-13", None),
        ("2025-00", "2025"),
        ("2025-06-00", "2025-06"),
        ("18.05.2025", "2025-05-18"),
        ("18.5.25", "2025-05-18"),
        ("31.6.2025", "2025-06-30"),
        ("10.2025", "2025-10"),
        ("10/2025", "2025-10"),
        ("2025/05/18", "2025-05-18"),
        ("2025-5-18", "2025-05-18"),
        ("20250518", "2025-05-18"),
        ("5/18/2025", "2025-05-18"),
        ("18/5/2025", "2025-05-18"),
        ("5/6/2025", None),
        ("18. Mai 2025", "2025-05-18"),
        ("18th May 2025", "2025-05-18"),
        ("May 18, 2025", "2025-05-18"),
        ("31 June 2025", "2025-06-30"),
        ("Oktober 2025", "2025-10"),
        ("Oct. 2025", "2025-10"),
        ("Herbst 2025", None),
        ("2025年10月", "2025-10"),
        ("2025年5月18日", "2025-05-18"),
        ("2025-XX", "2025"),
        ("2025-10-XX", "2025-10"),
        ("2025-05-18T09:00", "2025-05-18"),
        ("2025-05-18 09:00:00", "2025-05-18"),
        ("2025-05-24/25", "2025-05-24/2025-05-25"),
        ("24./25. Mai 2025", "2025-05-24/2025-05-25"),
        ("24/25 May 2025", "2025-05-24/2025-05-25"),
        ("2025-05-24 / 2025-05-25", "2025-05-24/2025-05-25"),
        ("2025-05-24 to 2025-05-25", "2025-05-24/2025-05-25"),
        ("2025-05-24..2025-05-25", "2025-05-24/2025-05-25"),
        ("24.05.2025 oder 25.05.2025", "2025-05-24/2025-05-25"),
        ("[2025-05-24,2025-05-25]", "2025-05-24/2025-05-25"),
        ("2025年5月24日至2025年5月25日", "2025-05-24/2025-05-25"),
        ("2025-05-25/2025-05-24", "2025-05-24/2025-05-25"),
        ("2025-05-24/2025-05-24", "2025-05-24"),
        ("2025-05-18/2025-06-31", "2025-05-18/2025-06-30"),
        ("2025-05-24/2025-06", None),
        ("2025-05-18/..", None),
        ("soon", None),
        ("", None),
        ("0000", None),
        ("x" * 100_000, None),
    ],
)
def test_what_was_probably_meant(text: str, suggestion: str | None) -> None:
    with pytest.raises(DateError) as caught:
        EdtfDate.parse(text)

    assert caught.value.value == text
    assert caught.value.suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-06-31", "date '2025-06-31': 31 June does not exist; did you mean 2025-06-30?"),
        ("2025-02-29", "date '2025-02-29': 29 February 2025 does not exist; did you mean 2025-02-28?"),
        ("2025-13", "date '2025-13': month 13 does not exist, months run from 01 to 12"),
        (
            "18.05.2025",
            "date '18.05.2025': not written like 2025-05-18, 2025-10 or 2025; did you mean 2025-05-18?",
        ),
        ("5/6/2025", "date '5/6/2025': day and month cannot be told apart, write year-month-day"),
        (
            "2025-05-18T09:00",
            "date '2025-05-18T09:00': a date carries no time of day; did you mean 2025-05-18?",
        ),
        (
            "2025-05-18/..",
            "date '2025-05-18/..': an open end is not supported, give the last day, month or year it can be",
        ),
        (
            "2025-05-24/2025-06",
            "date '2025-05-24/2025-06': both ends need one precision, such as two days or two months",
        ),
        ("0000", "date '0000': years run from 0001 to 9999"),
        ("", "date '': there is no date here"),
    ],
)
def test_the_error_names_the_value_and_the_fix(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        EdtfDate.parse(text)

    assert str(caught.value) == message


@given(st.one_of(st.text(), st.from_regex(r"[0-9./ -]{0,24}", fullmatch=True)))
def test_any_text_is_a_date_or_an_error_whose_suggestion_is_one(text: str) -> None:
    understood, suggestion = text.strip(), None
    try:
        understood = str(EdtfDate.parse(text))
    except DateError as error:
        suggestion = error.suggestion

    assert understood == text.strip()
    assert suggestion is None or str(EdtfDate.parse(suggestion)) == suggestion


@given(
    st.dates(),
    st.sampled_from(["{d:02}.{m:02}.{y:04}", "{y:04}/{m}/{d}", "{d}. {m}. {y:04}", "{y}年{m}月{d}日"]),
)
def test_a_real_day_in_another_form_is_understood(day: object, form: str) -> None:
    year, month, day_of_month = (int(part) for part in str(day).split("-"))
    text = form.format(y=f"{year:04}" if "年" in form else year, m=month, d=day_of_month)

    with pytest.raises(DateError) as caught:
        EdtfDate.parse(text)

    assert caught.value.suggestion == str(day)
