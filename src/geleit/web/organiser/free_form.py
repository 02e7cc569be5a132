"""Forms that are read as people write: a fault names what was entered and what is meant, in the reader's words."""

import datetime as dt
import re
from typing import Any, Final

from django import forms
from django.http import QueryDict

from geleit.domain.dates import DateError, EdtfDate
from geleit.domain.text import Language
from geleit.domain.validation.words import TellLanguage
from geleit.domain.windows import MINUTES_A_DAY, Clock
from geleit.services.create_trip import read_date
from geleit.services.once import new_token
from geleit.web.organiser.words import WORDS

_SPAN: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:[-–]|bis|to)\s*(\d{1,2})(?:[:.](\d{2}))?")
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_HOURS: Final = re.compile(r"(?:(\d{1,3})\s*(?:h|std\.?|:)\s*)?(?:(\d{1,4})\s*(?:min\.?|m)?)?", re.IGNORECASE)


class NeededField(forms.CharField):
    """A line that is marked as needed; that it is empty is told by the form in its own words."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 # as Django's
        """Take everything."""
        return value or ""


class FreeForm(forms.Form):
    """A form whose faults are found by reading it, not by Django's fields."""

    def __init__(
        self, lang: Language, given: QueryDict | None = None, *, initial: dict[str, object] | None = None
    ) -> None:
        super().__init__(given, initial=initial)
        self.lang = lang

    @property
    def once(self) -> str:
        """Token of the form: the one it was sent with, else a new one."""
        return str(self.data.get("once", ""))[:64] or new_token()

    def say(self, key: str, *values: object) -> str:
        """Return words in the reader's language."""
        return WORDS.say(key, self.lang, *values)

    def text(self, name: str, most: int = 200) -> str:
        """Return what was entered, on one line."""
        return " ".join(str(self.data.get(name, "")).replace("\0", "").split())[:most]

    def wrong(self, name: str | None, word: str, *values: object) -> None:
        """Put what is wrong to a field."""
        self.add_error(name, self.say(word, *values))

    def date(self, name: str) -> EdtfDate | None:
        """Return a date; None with a fault."""
        return self.date_of(name, self.text(name))

    def date_of(self, name: str, given: str) -> EdtfDate | None:
        """Return the date that a text is; None with a fault at a field."""
        try:
            return read_date(text=given)
        except DateError as error:
            key = "new_bad_date_meant" if error.suggestion else "new_bad_date_forms"
            hint = self.say(key, *([error.suggestion] if error.suggestion else []))
            self.wrong(name, "new_bad_date", given, hint)
            return None

    def day_of(self, name: str, given: str) -> dt.date | None:
        """Return the day that a text is; None with a fault at a field."""
        found = self.date_of(name, given)
        if found is not None and not found.is_exact:
            self.wrong(name, "su_bad_day", given)
            return None
        return found.earliest if found is not None else None

    def number(self, name: str, least: int, most: int) -> int:
        """Return a whole number; the least with a fault."""
        text = self.text(name)
        if re.fullmatch(r"\d{1,5}", text, re.ASCII) and least <= int(text) <= most:
            return int(text)
        self.wrong(name, "new_bad_number", text, least, most)
        return least

    def clock(self, name: str) -> Clock:
        """Return a span of the clock; an empty one with a fault."""
        return self.clock_of(name, self.text(name)) or Clock(0, 0)

    def clock_of(self, name: str, text: str) -> Clock | None:
        """Return the span of the clock that a text is; None with a fault at a field."""
        match = _SPAN.fullmatch(text)
        minutes = [int(part or 0) for part in match.groups()] if match else [0, 99, 0, 99]
        first, last = minutes[0] * 60 + minutes[1], minutes[2] * 60 + minutes[3]
        if max(minutes[1], minutes[3]) > 59 or first >= MINUTES_A_DAY or last > 2 * MINUTES_A_DAY:
            self.wrong(name, "new_bad_clock", text)
        elif first >= last:
            self.wrong(name, "su_bad_clock_order", text, f"{last // 60 + 24:02d}:{last % 60:02d}")
        else:
            return Clock(first, last)
        return None

    def time(self, name: str) -> int:
        """Return minutes after midnight; 0 with a fault."""
        text = self.text(name)
        match = _TIME.fullmatch(text)
        hours, minutes = (int(part or 0) for part in match.groups()) if match else (99, 99)
        if hours < 24 and minutes < 60:
            return hours * 60 + minutes
        self.wrong(name, "su_bad_time", text)
        return 0

    def length(self, name: str, least: int, most: int) -> int:
        """Return minutes, written as minutes or as hours and minutes (2:30, 2 h 30); the least with a fault."""
        text = self.text(name)
        match = _HOURS.fullmatch(text) if text else None
        hours, rest = match.groups() if match else (None, None)
        found = int(hours or 0) * 60 + int(rest or 0) if match and (hours or rest) else -1
        if least <= found <= most and not (hours and int(rest or 0) > 59):
            return found
        self.wrong(name, "su_bad_length", text, _hours(least), _hours(most))
        return least


def tongue(lang: Language) -> TellLanguage:
    """Return the language in which organisers are told what is wrong with a trip."""
    return "de" if lang == "de" else "en"


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def length_text(minutes: int) -> str:
    """Return minutes as the form shows them: hours and minutes."""
    return _hours(minutes)
