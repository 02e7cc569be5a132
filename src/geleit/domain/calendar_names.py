"""Names of months and weekdays; tables in the order of the calendar (January first, Monday first)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geleit.domain.text import Language

MONTHS: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "de": (
            "Januar", "Februar", "März", "April", "Mai", "Juni",
            "Juli", "August", "September", "Oktober", "November", "Dezember",
        ),
        "en": (
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ),
        "zh": tuple(f"{number}月" for number in range(1, 13)),
    }
)  # fmt: skip # one year, one half-year a line

WEEKDAYS: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    }
)

WEEKDAYS_SHORT: Final[Mapping[Language, tuple[str, ...]]] = MappingProxyType(
    {
        "de": ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    }
)


def month_name(month: int, lang: Language) -> str:
    """Return the name of a month, 1 for January."""
    return MONTHS[lang][month - 1]


def month_number(name: str) -> int | None:
    """Return the month of a German or English name, shortened to no less than three letters, else None."""
    given = name.strip(" .").lower()
    wanted = {"maerz": "märz", "mrz": "märz", "jänner": "januar"}.get(given, given)
    if len(wanted) < 3:
        return None
    for lang in ("de", "en"):
        for number, month in enumerate(MONTHS[lang], start=1):
            if month.lower().startswith(wanted):
                return number
    return None
