"""The form's fields: they keep whatever is typed, and read numbers and days as people write them."""

import calendar
import re
from datetime import date
from typing import Any, Final

from django import forms

from geleit.domain.text import Language
from geleit.domain.wording import format_day
from geleit.web.public.words import WORDS

DIGITS_MAX: Final = 18
"""Digits of a number that are read at all; the domain says which numbers are plausible."""
_PLAIN: Final = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+|\d+")
_MILLIONS: Final = re.compile(
    r"(\d{1,9})(?:[.,](\d{1,6}))? ?(?:mio|mill|million|millions|millionen|m)\.?", re.IGNORECASE
)
_DAY: Final = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
MISREAD: Final = "\ufffd"
"""What Python puts where bytes are no UTF-8."""


class Line(forms.CharField):
    """A text of any length; what must not be in it, the domain says. Needed ones may be missing in a draft."""

    def __init__(self, *, label: str, needed: bool = False, hint: str = "", **given: Any) -> None:  # noqa: ANN401 # Django's own signature
        super().__init__(label=label, required=needed, help_text=hint, **given)
        self.validators: list[Any] = []

    def validate(self, value: object) -> None:
        """Take everything: the domain checks it, and a draft may have gaps."""

    def to_python(self, value: object) -> str:
        """Return the text with line ends of one kind."""
        return str(super().to_python(value) or "").replace("\r\n", "\n")


class Amount(Line):
    """A whole number, with separators, a euro sign or in millions if one likes."""

    def __init__(self, *, lang: Language, example: str = "1200000", **given: Any) -> None:  # noqa: ANN401 # Django's own signature
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric"}), **given)
        self.lang, self.example = lang, example

    def clean(self, value: object) -> Any:  # noqa: ANN401 # as Django declares it
        """Return the number, or None for an empty field."""
        text = self.to_python(value)
        if not text:
            return None
        number = read_amount(text)
        if number is None:
            raise forms.ValidationError(WORDS.say("ap_number_wrong", self.lang, text[:60], self.example))
        return number


class Day(Line):
    """A day, as browsers send it or as people write it."""

    def __init__(self, *, lang: Language, **given: Any) -> None:  # noqa: ANN401 # Django's own signature
        super().__init__(**given)
        self.lang = lang

    def clean(self, value: object) -> Any:  # noqa: ANN401 # as Django declares it
        """Return the day, or None for an empty field."""
        text = self.to_python(value)
        if not text:
            return None
        parts = _day_parts(text)
        if parts is None:
            raise forms.ValidationError(WORDS.say("ap_day_wrong", self.lang, text[:60]))
        year, month, day = parts
        try:
            return date(year, month, day)
        except ValueError:
            if not (1 <= month <= 12 and 1 <= year <= 9999 and day):
                raise forms.ValidationError(WORDS.say("ap_day_wrong", self.lang, text[:60])) from None
            near = date(year, month, calendar.monthrange(year, month)[1])
            meant = format_day(near, self.lang, weekday=False)
            raise forms.ValidationError(WORDS.say("ap_day_missing", self.lang, text, meant)) from None


class Files(forms.FileInput):
    """A control for several files."""

    allow_multiple_selected = True


def choice(
    lang: Language, choices: list[tuple[str, str]], *, label: str, needed: bool = False, hint: str = ""
) -> forms.ChoiceField:
    """Return a list of which one is chosen; none is no error."""
    field = forms.ChoiceField(label=label, choices=choices, required=False, help_text=hint)
    field.required = needed
    field.validate = _any_offered(field)  # type: ignore[method-assign] # a draft may leave it open
    field.error_messages["invalid_choice"] = _invalid(lang)
    return field


def choices(
    lang: Language, offered: list[tuple[str, str]], *, label: str, needed: bool = False
) -> forms.MultipleChoiceField:
    """Return a list of which any number is chosen."""
    field = forms.MultipleChoiceField(
        label=label, choices=offered, required=needed, widget=forms.CheckboxSelectMultiple
    )
    field.validate = _all_offered(field)  # type: ignore[method-assign] # a draft may leave it open
    field.error_messages["invalid_choice"] = _invalid(lang)
    return field


def read_amount(text: str) -> int | None:
    """Return the number that a text says: "1.200.000 €" and "1,2 Mio." are both 1200000; None for no number."""
    plain = " ".join(re.sub(r"€|\bEUR\b|\bEuro\b", " ", text, flags=re.IGNORECASE).split())
    if found := _MILLIONS.fullmatch(plain):
        whole, part = found[1], (found[2] or "").ljust(6, "0")
        return int(whole + part)
    if not _PLAIN.fullmatch(plain):
        return None
    digits = re.sub(r"\D", "", plain)
    return int(digits) if len(digits) <= DIGITS_MAX else None


def _day_parts(text: str) -> tuple[int, int, int] | None:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    return None


def _invalid(lang: Language) -> str:
    return WORDS.say("ap_choice_wrong", lang, "%(value)s")


def _any_offered(field: forms.ChoiceField) -> Any:  # noqa: ANN401 # stands for a method of Django's
    def validate(value: str) -> None:
        if value and not field.valid_value(value):
            raise forms.ValidationError(field.error_messages["invalid_choice"], params={"value": value[:60]})

    return validate


def _all_offered(field: forms.MultipleChoiceField) -> Any:  # noqa: ANN401 # stands for a method of Django's
    def validate(values: list[str]) -> None:
        for value in values:
            if not field.valid_value(value):
                told = {"value": value[:60]}
                raise forms.ValidationError(field.error_messages["invalid_choice"], params=told)

    return validate
