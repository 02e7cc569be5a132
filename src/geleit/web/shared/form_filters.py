"""What the form components need of Django's forms: faults with their fields, and KERN's classes on controls."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from django.forms import BaseForm, BaseFormSet
from django.forms.boundfield import BoundWidget
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a form.

    Parameters
    ----------
    text
        Label and message: "Frist: 31. Juni gibt es nicht. Meinten Sie 30. Juni?".
    href
        ``#`` and the id of the field; empty where the fault is of the whole form.
    """

    text: str
    href: str


type Forms = BaseForm | BaseFormSet[BaseForm] | Iterable[BaseForm | BaseFormSet[BaseForm]]


def form_faults(forms: Forms) -> tuple[Fault, ...]:
    """Return everything wrong in forms, in the order of their fields, what is of the whole form first."""
    return tuple(_faults(forms))


def check(choice: BoundWidget, kind: str, errors: object) -> SafeString:
    """Return a radio button or checkbox of a group, in KERN's classes."""
    css_class = f"kern-form-check__{kind}"
    choice.data["attrs"]["class"] = f"{css_class} {css_class}--error" if errors else css_class
    return choice.tag(wrap_label=False)


def _faults(forms: Forms) -> Iterator[Fault]:
    if isinstance(forms, BaseFormSet):
        yield from (Fault(str(message), "") for message in forms.non_form_errors())
        yield from chain.from_iterable(_of_form(form) for form in forms.forms)
    elif isinstance(forms, BaseForm):
        yield from _of_form(forms)
    else:
        yield from chain.from_iterable(_faults(one) for one in forms)


def _of_form(form: BaseForm) -> Iterator[Fault]:
    if not form.is_bound:
        return
    yield from (Fault(str(message), "") for message in form.non_field_errors())
    for bound in form:
        target = bound.id_for_label or bound.auto_id
        yield from (Fault(f"{bound.label}: {message}", f"#{target}") for message in bound.errors)
