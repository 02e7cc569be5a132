"""Dates and spans of dates in words. Nothing is added: a month prints no day, an open end shows both days."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from geleit.domain.calendar_names import WEEKDAYS, WEEKDAYS_SHORT, month_name
from geleit.domain.dates import DatePoint, DateSpan, EdtfDate, Precision, Qualifier
from geleit.domain.text import Language
from geleit.domain.wording.phrases import not_confirmed

_OR: Final = "/"
_TO: Final[Mapping[Language, str]] = MappingProxyType({"de": " bis ", "en": " to ", "zh": "至"})
_AND: Final[Mapping[Language, str]] = MappingProxyType({"de": " und ", "en": " and ", "zh": "至"})
_BETWEEN: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "zwischen {}", "en": "between {}", "zh": "{}之间"}
)
_ABOUT: Final[Mapping[Language, str]] = MappingProxyType({"de": "etwa {}", "en": "around {}", "zh": "{}前后"})
_ABOUT_ONE_DAY: Final[Mapping[Language, str]] = MappingProxyType({**_ABOUT, "de": "um den {}"})
_APART: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "Beginn: {}, Ende: {}", "en": "start: {}, end: {}", "zh": "{}开始，{}结束"}
)
_CERTAINTY: Final[Mapping[Precision | None, Mapping[Language, str]]] = MappingProxyType(
    {
        Precision.DAY: {"de": "Tag steht fest", "en": "day is fixed", "zh": "日期已定"},
        Precision.MONTH: {
            "de": "Monat steht fest, Tag noch offen",
            "en": "month is fixed, day still open",
            "zh": "月份已定，具体日期待定",
        },
        Precision.YEAR: {
            "de": "Jahr steht fest, Monat und Tag noch offen",
            "en": "year is fixed, month and day still open",
            "zh": "年份已定，具体日期待定",
        },
        None: {"de": "Datum noch offen", "en": "date still open", "zh": "日期待定"},
    }
)


def format_day(day: date, lang: Language, *, year: bool = True, weekday: bool = True) -> str:
    """Return "Mittwoch, 21. Mai 2025", "Wednesday, 21 May 2025", "2025年5月21日（星期三）".

    Parameters
    ----------
    year, weekday
        False leaves them out.
    """
    text = _point_text(DatePoint(day.year, day.month, day.day), lang, year=year)
    if not weekday:
        return text
    name = WEEKDAYS[lang][day.weekday()]
    return f"{text}（{name}）" if lang == "zh" else f"{name}, {text}"


def format_board_day(day: date, lang: Language) -> str:
    """Return the heading of a narrow column: "Mi 21.", "Wed 21", "21日周三"."""
    name = WEEKDAYS_SHORT[lang][day.weekday()]
    return {"de": f"{name} {day.day}.", "en": f"{name} {day.day}", "zh": f"{day.day}日{name}"}[lang]


def format_date(when: EdtfDate, lang: Language) -> str:
    """Return a date as precisely as it is known: "18. Mai 2025", "24./25. Mai 2025", "Oktober 2025", "2025".

    A date somewhere within a longer interval reads "zwischen 24. und 28. Mai 2025", one in doubt
    "voraussichtlich Oktober 2025", one that is about right "etwa Oktober 2025".
    """
    points = when.points
    qualifiers = {point.qualifier for point in points}
    if len(qualifiers) > 1:
        each = _AND[lang].join(_qualified(_sequence((p,), (), lang), p.qualifier, lang, (p,)) for p in points)
        return _BETWEEN[lang].format(each)
    if _is_compact(when):
        text = _sequence(points, (_OR,) * (len(points) - 1), lang)
    else:
        text = _BETWEEN[lang].format(_sequence(points, (_AND[lang],), lang))
    return _qualified(text, qualifiers.pop(), lang, points)


def format_span(span: DateSpan, lang: Language) -> str:
    """Return a span of dates: "18. bis 24./25. Mai 2025", "18 to 24/25 May 2025", "2025年5月18日至24/25日".

    Where the ends are known too differently for one phrase, each is said on its own:
    "Beginn: 18. Mai 2025, Ende: zwischen 24. und 28. Mai 2025".
    """
    start, end = span.start, span.end
    if start == end:
        return format_date(start, lang)
    points = (*start.points, *end.points)
    alike = len({(point.precision, point.qualifier) for point in points}) == 1
    if not (alike and _is_compact(start) and _is_compact(end)):
        return _APART[lang].format(format_date(start, lang), format_date(end, lang))
    to_start, to_end = ((_OR,) * (len(side.points) - 1) for side in (start, end))
    text = _sequence(points, (*to_start, _TO[lang], *to_end), lang)
    return _qualified(text, start.first.qualifier, lang, points)


def format_days(first: date, last: date, lang: Language) -> str:
    """Return a span of known days, both included: "18. bis 20. Mai 2025"; one day when they are the same.

    Raises
    ------
    DateError
        When the last day lies before the first.
    """
    return format_span(DateSpan(EdtfDate.of(first), EdtfDate.of(last)), lang)


def format_certainty(when: EdtfDate, lang: Language) -> str:
    """Say what of a date is certain: "Monat steht fest, Tag noch offen"."""
    return _CERTAINTY[when.certain_part().precision][lang]


def _is_compact(when: EdtfDate) -> bool:
    """Return True for a plain date and for two alternatives in a row, which a slash can show."""
    if when.last is None:
        return True
    return (when.last.earliest - when.first.latest).days == 1


def _qualified(text: str, qualifier: Qualifier, lang: Language, points: Sequence[DatePoint]) -> str:
    if qualifier.is_approximate:
        one_day = len(points) == 1 and points[0].precision is Precision.DAY
        text = (_ABOUT_ONE_DAY if one_day else _ABOUT)[lang].format(text)
    if qualifier.is_uncertain:
        word = not_confirmed(lang)
        text = f"{text}（{word}）" if lang == "zh" else f"{word} {text}"
    return text


def _sequence(points: Sequence[DatePoint], separators: Sequence[str], lang: Language) -> str:
    """Return dates of one precision; a shared month or year is named once: first in Chinese, else last."""
    text = ""
    for index, point in enumerate(points):
        following = points[index + 1] if index + 1 < len(points) else None
        previous = points[index - 1] if index else None
        neighbour = previous if lang == "zh" else following
        separator = separators[index] if following else ""
        text += _point_text(
            point,
            lang,
            year=neighbour is None or neighbour.year != point.year,
            month=neighbour is None or (neighbour.year, neighbour.month) != (point.year, point.month),
            unit=not (separator == _OR and following and _parent(following) == _parent(point)),
        )
        text += separator
    return text


def _parent(point: DatePoint) -> tuple[int | None, ...]:
    """Return the units that enclose a date: the month of a day, the year of a month, nothing for a year."""
    return {Precision.DAY: (point.year, point.month), Precision.MONTH: (point.year,), Precision.YEAR: ()}[
        point.precision
    ]


def _point_text(
    point: DatePoint, lang: Language, *, year: bool = True, month: bool = True, unit: bool = True
) -> str:
    """Return one date without what a neighbour names: the year, the month, the unit (日) at its end."""
    if lang == "zh":
        return _chinese(point, year=year, month=month, unit=unit)
    parts = []
    if point.day is not None:
        parts.append(f"{point.day}." if lang == "de" else str(point.day))
    if point.month is not None and (month or point.day is None):
        parts.append(month_name(point.month, lang))
    if year or point.month is None:
        parts.append(str(point.year))
    return " ".join(parts)


def _chinese(point: DatePoint, *, year: bool, month: bool, unit: bool) -> str:
    parts = [(point.year, "年", year), (point.month, "月", month), (point.day, "日", True)]
    known = [(number, sign, wanted) for number, sign, wanted in parts if number is not None]
    *outer, (number, sign, _) = known
    leading = "".join(f"{value}{mark}" for value, mark, wanted in outer if wanted)
    return f"{leading}{number}{sign if unit else ''}"
