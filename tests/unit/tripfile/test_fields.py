from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleit.domain.dates import DateSpan, EdtfDate
from geleit.domain.text import Text
from geleit.domain.windows import Clock, Window
from geleit.tripfile.fields import times, words
from geleit.tripfile.fields.errors import FieldError

DAY = date(2025, 5, 19)
EASTERN = timezone(timedelta(hours=-4))


@pytest.mark.parametrize(
    ("read", "given", "value"),
    [
        (words.read_text, "Amazon", Text.of("Amazon")),
        (words.read_text, {"de": "a", "zh": "b"}, Text({"de": "a", "zh": "b"})),
        (words.read_name, {"de": "", "en": "Labs"}, Text({"en": "Labs"})),
        (words.read_name_line, "张伟", "张伟"),
        (words.read_slug, "visit-amazon-2", "visit-amazon-2"),
        (words.read_zone, "Asia/Shanghai", "Asia/Shanghai"),
        (words.read_language, "zh", "zh"),
        (words.read_country, "CN", "CN"),
        (words.read_assumed, "all", None),
        (words.read_assumed, ["place"], ("place",)),
        (times.read_date, "2025-10", EdtfDate.parse("2025-10")),
        (times.read_span, "2025-10", DateSpan.parse("2025-10")),
        (times.read_span, {"start": "2025-05-18", "end": "2025-05-24/2025-05-25"},
         DateSpan.parse("2025-05-18", "2025-05-24/2025-05-25")),
        (times.read_day, "2025-05-19", DAY),
        (times.read_clock, "07:00-23:00", Clock(420, 1380)),
        (times.read_clock, "18:00 – 26:30", Clock(1080, 1590)),
        (times.read_window, "9:00-12:00", Window(None, Clock(540, 720))),
        (times.read_window, "2025-05-19 09:00-12:00", Window(DAY, Clock(540, 720))),
        (times.read_window, "2025-05-19 09:00-12:00 open-on-holidays",
         Window(DAY, Clock(540, 720), on_closed_days=True)),
        (times.read_window, {"day": "2025-05-19", "from": "09:00", "to": "12:00", "on_closed_days": True},
         Window(DAY, Clock(540, 720), on_closed_days=True)),
        (times.read_departure, "2025-05-19 13:05", Window(DAY, Clock(785, 785))),
        (times.read_departure, {"day": "2025-05-19", "from": "13:05"}, Window(DAY, Clock(785, 785))),
        (times.read_instant, "2025-05-19 09:40", datetime(2025, 5, 19, 9, 40)),  # noqa: DTZ001 # local time
        (times.read_instant, "2025-05-19T09:40:30-04:00", datetime(2025, 5, 19, 9, 40, 30, tzinfo=EASTERN)),
        (times.read_moment, "2025-05-19T09:40-04:00", datetime(2025, 5, 19, 13, 40, tzinfo=UTC)),
    ],
)  # fmt: skip # a table
def test_values_are_read(read: Callable[[object], object], given: object, value: object) -> None:
    assert read(given) == value


@pytest.mark.parametrize(
    ("read", "given", "message", "fix"),
    [
        (words.read_text, 5, "5 is not a text or a mapping {de: ..., en: ...}", 'put it in quotes: "5"'),
        (words.read_text, None, "has no value", "give one, or delete the line"),
        (words.read_text, ["a"], "a list stands where a text or a mapping {de: ..., en: ...} belongs", ""),
        (words.read_name, "", "is empty", "write it as people read it"),
        (words.read_name, {"de": " ", "en": ""}, "is empty", "write it as people read it"),
        (words.read_name, "\x07\u200b",
         r"'\x07\u200b' has no character that can be seen", "write it as people read it"),
        (words.read_name_line, "\xa0", "is empty", "write it as people read it"),
        (words.read_text, {"dt": "a"}, "'dt' is not among the languages de, en, zh", ""),
        (words.read_text, {"cn": "a"}, "'cn' is not among the languages de, en, zh", "did you mean 'zh'?"),
        (words.read_text, {"de": 2025}, "the wording for 'de' is 2025, not a text", "put it in quotes"),
        (words.read_slug, "Usa 2025", "'Usa 2025' is no id: small letters, digits and hyphens make one",
         "did you mean 'usa-2025'?"),
        (words.read_slug, "北京", "'北京' is no id: small letters, digits and hyphens make one", ""),
        (words.read_slug, True, "true is not an id", 'put it in quotes: "true"'),
        (words.read_zone, "New York", "'New York' is no IANA time zone", "did you mean 'America/New_York'?"),
        (words.read_zone, "qq", "'qq' is no IANA time zone", 'such as "Europe/Berlin"'),
        (words.read_language, "Deutsch", "'Deutsch' is no language code (ISO 639-1)", "did you mean 'de'?"),
        (words.read_language, "klingon", "'klingon' is no language code (ISO 639-1)",
         "two small letters, such as de or en"),
        (words.read_country, "USA", "'USA' is no country code (ISO 3166)", "did you mean 'US'?"),
        (words.read_country, "Freedonia", "'Freedonia' is no country code (ISO 3166)",
         "two capital letters, such as US"),
        (words.read_assumed, "place", "'place' is neither a list of fields nor 'all'",
         "write assumed: [field] or assumed: all"),
        (times.read_date, "18.05.2025", "'18.05.2025' is no date: not written like 2025-05-18, 2025-10 or 2025",
         "did you mean 2025-05-18?"),
        (times.read_span, {"start": "2025-05-20", "end": "2025-05-18"},
         "'2025-05-18' is no date: the end lies before the start, 2025-05-20", ""),
        (times.read_span, {"from": "2025-05-20"}, "'from' is not among start, end", ""),
        (times.read_span, {"end": "2025-05-20"}, "'start' is missing", "give the first day"),
        (times.read_day, "2025-05", "'2025-05' is not one day", "write it as YYYY-MM-DD"),
        (times.read_clock, "7-23", "'7-23' is no span of the clock", 'write it as "07:00-23:00"'),
        (times.read_clock, "07:00-23:75", "'07:00-23:75': an hour has 60 minutes", ""),
        (times.read_clock, "20:00-01:30", "'20:00-01:30' ends before it starts",
         "past midnight count on: 20:00-25:30"),
        (times.read_clock, "20:00-50:00", "'20:00-50:00' ends more than a day after it starts", ""),
        (times.read_window, "2025-05-19 09:00", "'2025-05-19 09:00' is no time window",
         'write it as "2025-05-19 09:00-12:00"'),
        (times.read_window, "19 May 09:00-12:00", "'19 May 09:00-12:00' is no time window",
         'write it as "2025-05-19 09:00-12:00"'),
        (times.read_window, {"day": "2025-05-19"}, "'from' is missing", 'write it as from: "09:00"'),
        (times.read_window, {"frm": "09:00"}, "'frm' is not among day, from, to, on_closed_days",
         "did you mean 'from'?"),
        (times.read_window, {"from": "09:00", "on_closed_days": "yes"},
         "on_closed_days is 'yes', not true or false", ""),
        (times.read_departure, "09:00-10:00", "'09:00-10:00' names no day",
         'write it as "2025-05-18 13:05" or "2025-05-20 13:30-15:00"'),
        (times.read_instant, "2025-05-19", "'2025-05-19' is no date and time", 'write it as "2025-05-21 09:40"'),
        (times.read_instant, "2025-05-19 24:00", "'2025-05-19 24:00': times run from 00:00 to 23:59", ""),
        (times.read_moment, "2025-05-19T09:40", "'2025-05-19T09:40' does not say its offset from UTC",
         'write it as "2025-05-19T09:40-04:00"'),
    ],
)  # fmt: skip # a table
def test_what_a_field_does_not_take_is_told(
    read: Callable[[object], object], given: object, message: str, fix: str
) -> None:
    with pytest.raises(FieldError) as caught:
        read(given)

    context = caught.value.context or {}
    assert (context["message"], context["fix"]) == (message, fix)


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.from_regex(r"\d{1,4}[-:. /]\d{1,2}.{0,12}"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
READERS = [
    getattr(module, name) for module in (words, times) for name in dir(module) if name.startswith("read_")
]


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@given(value=ANYTHING)
def test_anything_is_read_or_refused_with_words(read: Callable[[object], object], value: object) -> None:
    try:
        read(value)
    except FieldError as error:
        context = error.context or {}
        assert context["message"]  # a value that is taken raises nothing
