"""Hypothesis strategies for dates of any precision."""

from datetime import date

from hypothesis import strategies as st

from geleit.domain.dates import DatePoint, DateSpan, EdtfDate, Precision, Qualifier

QUALIFIERS = st.sampled_from(Qualifier)


def point(day: date, precision: Precision, qualifier: Qualifier) -> DatePoint:
    month = None if precision is Precision.YEAR else day.month
    return DatePoint(day.year, month, day.day if precision is Precision.DAY else None, qualifier)


@st.composite
def edtf_dates(draw: st.DrawFn, qualifiers: st.SearchStrategy[Qualifier] = QUALIFIERS) -> EdtfDate:
    days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
    precision = draw(st.sampled_from(Precision))
    ends = sorted([draw(days), draw(days)])
    first, last = (point(day, precision, draw(qualifiers)) for day in ends)
    if first.earliest == last.earliest or draw(st.booleans()):
        return EdtfDate(first)
    return EdtfDate(first, last)


@st.composite
def date_spans(draw: st.DrawFn, qualifiers: st.SearchStrategy[Qualifier] = QUALIFIERS) -> DateSpan:
    start, end = sorted([draw(edtf_dates(qualifiers)), draw(edtf_dates(qualifiers))])
    return DateSpan(start, end)
