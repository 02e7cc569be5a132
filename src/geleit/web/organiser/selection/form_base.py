"""What the forms of a selection have in common."""

from typing import Any, Final

from django import forms

from geleit.domain.applications.rule_words import RuleLanguage
from geleit.web.organiser.selection.words import WORDS

TITLE_MAX: Final = 120


class SelectionForm(forms.Form):
    """A form in the reader's language whose fields are made at its start."""

    def __init__(self, lang: RuleLanguage, data: Any = None, **options: Any) -> None:  # noqa: ANN401 # Django's own
        super().__init__(data, **options)
        self.lang = lang

    def say(self, key: str, *values: object) -> str:
        """Return words."""
        return WORDS.say(key, self.lang, *values)

    def number(self, label: str, low: int, high: int, *, required: bool = True) -> forms.IntegerField:
        """Return a field for a whole number that says its bounds."""
        wrong = self.say("se_number_between", low, high)
        return forms.IntegerField(
            label=label,
            min_value=low,
            max_value=high,
            required=required,
            error_messages={
                "invalid": wrong,
                "min_value": wrong,
                "max_value": wrong,
                "required": self.say("se_missing"),
            },
        )

    def line(self, label: str, most: int = TITLE_MAX) -> forms.CharField:
        """Return a field for a line that may stay empty."""
        return forms.CharField(
            label=label,
            max_length=most,
            required=False,
            error_messages={"max_length": self.say("se_too_long", most)},
        )
