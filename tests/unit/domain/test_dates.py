import pickle
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geleit.domain.dates import (
    CertainPart,
    Containment,
    DateError,
    DatePoint,
    DateSpan,
    EdtfDate,
    Precision,
    Qualifier,
)
from tests.unit.domain.calendar_strategies import date_spans, edtf_dates


@given(edtf_dates())
def test_a_date_and_its_text_are_the_same(when: EdtfDate) -> None:
    assert EdtfDate.parse(str(when)) == when


@given(edtf_dates())
def test_a_date_survives_pickling(when: EdtfDate) -> None:
    assert pickle.loads(pickle.dumps(when)) == when  # noqa: S301 # its own bytes


@pytest.mark.parametrize(
    "text",
    [
        "2025-05-18",
        "2025-10",
        "2025",
        "2025-05-24/2025-05-25",
        "2025-10/2025-11",
        "2025-10?",
        "2025-05-18~",
        "2025%",
        "2025-05-24?/2025-05-25~",
        "2024-02-29",
        "0001",
        "9999-12-31",
    ],
)
def test_edtf_texts_come_back_as_written(text: str) -> None:
    assert str(EdtfDate.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest", "is_exact"),
    [
        ("2025-05-18", Precision.DAY, date(2025, 5, 18), date(2025, 5, 18), True),
        ("2025-05-18?", Precision.DAY, date(2025, 5, 18), date(2025, 5, 18), False),
        ("2025-05-24/2025-05-25", Precision.DAY, date(2025, 5, 24), date(2025, 5, 25), False),
        ("2025-10", Precision.MONTH, date(2025, 10, 1), date(2025, 10, 31), False),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29), False),
        ("2025-10/2025-11", Precision.MONTH, date(2025, 10, 1), date(2025, 11, 30), False),
        ("2025", Precision.YEAR, date(2025, 1, 1), date(2025, 12, 31), False),
    ],
)
def test_what_a_date_can_mean(
    text: str, precision: Precision, earliest: date, latest: date, *, is_exact: bool
) -> None:
    when = EdtfDate.parse(text)

    assert (when.precision, when.earliest, when.latest, when.is_exact) == (
        precision,
        earliest,
        latest,
        is_exact,
    )
    assert when.day == (earliest if is_exact else None)


@pytest.mark.parametrize(
    ("text", "certain", "precision"),
    [
        ("2025-05-18", CertainPart(2025, 5, 18), Precision.DAY),
        ("2025-10", CertainPart(2025, 10), Precision.MONTH),
        ("2025-05-24/2025-05-25", CertainPart(2025, 5), Precision.MONTH),
        ("2025-05-31/2025-06-01", CertainPart(2025), Precision.YEAR),
        ("2025-10/2025-11", CertainPart(2025), Precision.YEAR),
        ("2025", CertainPart(2025), Precision.YEAR),
        ("2025-12-31/2026-01-01", CertainPart(), None),
        ("2025-10?", CertainPart(), None),
        ("2025-05-18~", CertainPart(), None),
        ("2025-05-24/2025-05-25?", CertainPart(), None),
    ],
)
def test_what_of_a_date_is_certain(text: str, certain: CertainPart, precision: Precision | None) -> None:
    part = EdtfDate.parse(text).certain_part()

    assert part == certain
    assert part.precision == precision


@given(edtf_dates(), st.integers(min_value=0))
def test_the_certain_part_holds_for_every_day_a_date_can_mean(when: EdtfDate, chance: int) -> None:
    day = when.earliest + timedelta(days=chance % ((when.latest - when.earliest).days + 1))
    part = when.certain_part()

    assert part.year in {None, day.year}
    assert part.month in {None, day.month}
    assert part.day in {None, day.day}


@given(edtf_dates(), edtf_dates())
def test_dates_order_by_the_earliest_then_the_latest_day(one: EdtfDate, other: EdtfDate) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    assume((one.earliest, one.latest) != (other.earliest, other.latest))
    assert (one < other) == ((one.earliest, one.latest) < (other.earliest, other.latest))


@given(st.lists(edtf_dates(), min_size=2))
def test_sorting_does_not_depend_on_the_order_before(dates: list[EdtfDate]) -> None:
    turned = dates[::-1]

    assert sorted(dates) == sorted(turned)


def test_a_month_sorts_between_its_first_days() -> None:
    texts = ["2025-10-02", "2025-10", "2025", "2025-10-01", "2025-09-30"]

    ordered = sorted(EdtfDate.parse(text) for text in texts)

    assert [str(when) for when in ordered] == ["2025", "2025-09-30", "2025-10-01", "2025-10", "2025-10-02"]


def test_a_date_does_not_compare_with_a_day() -> None:
    with pytest.raises(TypeError):
        assert EdtfDate.parse("2025-10") < date(2025, 10, 1)


@given(st.dates())
def test_a_known_day_is_exact(day: date) -> None:
    when = EdtfDate.of(day)

    assert when.day == day
    assert str(when) == day.isoformat()


@pytest.mark.parametrize(
    ("qualifier", "uncertain", "approximate"),
    [
        (Qualifier.NONE, False, False),
        (Qualifier.UNCERTAIN, True, False),
        (Qualifier.APPROXIMATE, False, True),
        (Qualifier.UNCERTAIN_AND_APPROXIMATE, True, True),
    ],
)
def test_what_a_qualifier_says(qualifier: Qualifier, *, uncertain: bool, approximate: bool) -> None:
    assert (qualifier.is_uncertain, qualifier.is_approximate) == (uncertain, approximate)


def test_a_point_refuses_a_day_without_month() -> None:
    with pytest.raises(DateError):
        DatePoint(2025, day=18)


def test_the_trip_to_the_usa_lasts_at_least_seven_and_at_most_eight_days() -> None:
    trip = DateSpan.parse("2025-05-18", "2025-05-24/2025-05-25")

    assert trip.contains(date(2025, 5, 17)) is Containment.NO
    assert trip.contains(date(2025, 5, 18)) is Containment.YES
    assert trip.contains(date(2025, 5, 24)) is Containment.YES
    assert trip.contains(date(2025, 5, 25)) is Containment.MAYBE
    assert trip.contains(date(2025, 5, 26)) is Containment.NO
    assert trip.certain_days() == tuple(date(2025, 5, day) for day in range(18, 25))
    assert trip.days() == (*trip.certain_days(), date(2025, 5, 25))
    assert not trip.is_exact


def test_of_the_trip_to_china_only_the_month_is_known() -> None:
    trip = DateSpan.parse("2025-10")

    assert trip == DateSpan.parse("2025-10", "2025-10")
    assert trip.contains(date(2025, 9, 30)) is Containment.NO
    assert trip.contains(date(2025, 10, 15)) is Containment.MAYBE
    assert trip.certain_days() == ()
    assert (trip.earliest, trip.latest, len(trip.days())) == (date(2025, 10, 1), date(2025, 10, 31), 31)


def test_an_uncertain_end_leaves_no_day_certain() -> None:
    trip = DateSpan.parse("2025-05-18", "2025-05-24?")

    assert trip.contains(date(2025, 5, 20)) is Containment.MAYBE
    assert trip.contains(date(2025, 5, 25)) is Containment.NO


@given(date_spans())
def test_a_day_is_certain_only_if_it_lies_between_all_starts_and_ends(span: DateSpan) -> None:
    certain = span.certain_days()

    assert set(certain) <= set(span.days())
    assert all(span.start.latest <= day <= span.end.earliest for day in certain)


@given(date_spans())
def test_a_span_ends_where_its_days_end(span: DateSpan) -> None:
    days = span.days()

    assert (days[0], days[-1]) == (span.earliest, span.latest)
    assert span.contains(days[0] - timedelta(days=1)) is Containment.NO
    assert span.contains(days[-1] + timedelta(days=1)) is Containment.NO


def test_a_span_of_one_known_day_contains_it() -> None:
    span = DateSpan.parse("2025-05-18")

    assert span.days() == span.certain_days() == (date(2025, 5, 18),)
    assert span.is_exact


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(DateError) as caught:
        DateSpan.parse("2025-05-18", "2025-05-17")

    assert str(caught.value) == "date '2025-05-17': the end lies before the start, 2025-05-18"


def test_an_end_that_may_lie_after_the_start_is_accepted() -> None:
    assert str(DateSpan.parse("2025-05-18", "2025-05")) == "2025-05-18 to 2025-05"


def test_spans_order_by_their_start() -> None:
    early, late = DateSpan.parse("2025-05-18", "2025-05-30"), DateSpan.parse("2025-05-19")

    assert sorted([late, early]) == [early, late]
