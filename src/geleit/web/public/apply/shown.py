"""An application in words: for the status page, and for two versions side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms

from geleit.domain.applications.application import Application
from geleit.domain.wording import format_number
from geleit.web.public.apply.fields import Amount
from geleit.web.public.apply.form import ApplicationForm
from geleit.web.public.apply.values import section_of, values_of

SECTIONS: Final = (
    "contact", "company", "size", "field", "people", "projects", "wishes", "papers", "aid", "consent",
)  # fmt: skip
"""In the order of the page."""
_ROW_WORDS: Final = {"people": "ap_person", "projects": "ap_project", "aids": "ap_aid"}


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in one field.

    Parameters
    ----------
    label
        Of the field, with its row: "Person 2: Funktion".
    """

    section: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two versions fill in differently; empty where there is nothing."""

    label: str
    saved: str
    yours: str


def told(form: ApplicationForm) -> Sequence[Said]:
    """Return what is stored, field by field, without what is empty."""
    values = values_of(form.stored)
    found = (
        Said(section_of(name), label_of(form, name), text_of(form, name, values.get(name)))
        for name in form.fields
        if name in values
    )
    return tuple(one for one in found if one.text)


def differences(form: ApplicationForm, saved: Application, yours: Application) -> tuple[Difference, ...]:
    """Return what two versions say differently.

    Parameters
    ----------
    form
        Gives labels and choices.
    """
    before, after = values_of(saved), values_of(yours)
    found = (
        Difference(
            label_of(form, name), text_of(form, name, before.get(name)), text_of(form, name, after.get(name))
        )
        for name in dict.fromkeys((*form.fields, *before, *after))
    )
    return tuple(one for one in found if one.saved != one.yours)


def label_of(form: ApplicationForm, name: str) -> str:
    """Return a field's label, with its row where there are several; of a row that the form lacks, only that."""
    head, _, rest = name.partition("-")
    label = str(form.fields[name].label) if name in form.fields else ""
    if head in _ROW_WORDS:
        row = form.say(_ROW_WORDS[head], int(rest.partition("-")[0]) + 1)
        known = f"{head}-0-{rest.partition('-')[2]}"
        label = label or (str(form.fields[known].label) if known in form.fields else "")
        return f"{row}: {label}" if label else row
    return label or name


def text_of(form: ApplicationForm, name: str, value: Any) -> str:  # noqa: ANN401 # a field's value is of any kind
    """Return a field's value in words; empty where there is none."""
    field = form.fields.get(name)
    if isinstance(field, forms.BooleanField) or isinstance(value, bool):
        return form.say("ap_yes") if value else ""
    if isinstance(field, forms.ChoiceField) and isinstance(field.choices, Iterable):
        known = {str(key): str(label) for key, label in field.choices if key}
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(known.get(str(one), str(one)) for one in chosen if one)
    if isinstance(field, Amount) and str(value or "").isdigit():
        return format_number(int(value), form.lang)
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return "" if value is None else str(value)
