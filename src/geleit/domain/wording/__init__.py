"""How dates, times, numbers, money and lists are printed in German, British English and simplified Chinese.

The tables are the project's own: three languages need a page of them, against some ten megabytes of a
locale library that knows neither "24./25. Mai 2025" nor the Chinese and English forms the design asks for.
Spaces are plain; a document that must not break "1.200 €" binds it itself.
"""

from geleit.domain.wording.dates import (
    format_board_day,
    format_certainty,
    format_date,
    format_day,
    format_days,
    format_span,
)
from geleit.domain.wording.numbers import format_money, format_number, format_percent
from geleit.domain.wording.phrases import fallback_note, join_list, not_confirmed
from geleit.domain.wording.times import (
    format_duration,
    format_minutes,
    format_time,
    format_time_range,
    format_utc_offset,
    format_zone,
)

__all__ = [
    "fallback_note",
    "format_board_day",
    "format_certainty",
    "format_date",
    "format_day",
    "format_days",
    "format_duration",
    "format_minutes",
    "format_money",
    "format_number",
    "format_percent",
    "format_span",
    "format_time",
    "format_time_range",
    "format_utc_offset",
    "format_zone",
    "join_list",
    "not_confirmed",
]
