"""Forms in KERN's markup, with everything tied together that belongs together."""

import re

import pytest
from django import forms

from geleit.web.shared.form_filters import Fault, form_faults
from geleit.web.shared.pages import jinja_engine
from geleit.web.shared.wordbook import BASE


class Sample(forms.Form):
    name = forms.CharField(label="Name", max_length=5, help_text="Kurz")
    note = forms.CharField(label="Bemerkung", required=False, widget=forms.Textarea)
    size = forms.ChoiceField(label="Größe", choices=[("s", "klein"), ("l", "groß")])
    way = forms.ChoiceField(label="Weg", choices=[("a", "Bahn"), ("b", "Bus")], widget=forms.RadioSelect)
    many = forms.MultipleChoiceField(
        label="Wünsche", choices=[("x", "X"), ("y", "Y")], widget=forms.CheckboxSelectMultiple, required=False
    )
    terms = forms.BooleanField(label="Einverstanden")
    paper = forms.FileField(label="Datei", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(call: str, form: forms.Form) -> str:
    """Return what a component makes of a form."""
    source = f'{{% from "shared/components.html" import field, error_summary with context %}}{{{{ {call} }}}}'
    context = {"form": form, "lang": "de", "wordbook": BASE}
    return jinja_engine().from_string(source).template.render(context)


def ids(html: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', html))


@pytest.mark.parametrize("name", ["name", "note", "size", "way", "many", "terms", "paper"])
@pytest.mark.parametrize("data", [None, {}])
def test_every_reference_leads_to_something_in_the_field(name: str, data: dict[str, str] | None) -> None:
    html = drawn(f'field(form["{name}"], "Ein Hinweis")', Sample(data))

    referred = set(re.findall(r'\bfor="([^"]+)"', html)) | {
        one for value in re.findall(r'aria-describedby="([^"]+)"', html) for one in value.split()
    }
    assert referred - ids(html) == set()
    assert referred


def test_a_wrong_field_says_so_to_everyone() -> None:
    html = drawn('field(form["name"])', Sample({"name": "viel zu lang"}))

    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name-hint id_name-error"' in html
    assert html.count("kern-form-input__input--error") == 1
    assert '<span class="gl-sr">Fehler: </span>' in html


def test_a_right_field_says_nothing_of_errors() -> None:
    html = drawn('field(form["name"])', Sample({"name": "kurz"}))

    assert ("error" in html, "aria-invalid" in html) == (False, False)


def test_what_need_not_be_filled_in_says_so() -> None:
    assert "freiwillig" in drawn('field(form["note"])', Sample())
    assert "freiwillig" not in drawn('field(form["name"])', Sample())


def test_a_choice_is_a_group_with_a_name() -> None:
    html = drawn('field(form["way"])', Sample())

    assert re.findall(r"<legend[^>]*>([^<]+)</legend>", html) == ["Weg"]
    assert html.count('class="kern-form-check__radio"') == 2
    assert html.count("<label") == 2


def test_what_is_entered_is_never_markup() -> None:
    html = drawn('field(form["name"])', Sample({"name": '"><script>x</script>'}))

    assert "<script>" not in html


def test_the_summary_names_every_fault_and_leads_to_its_field() -> None:
    form = Sample({"name": "viel zu lang", "size": "s", "way": "a"})
    html = drawn("error_summary(form)", form)

    assert re.findall(r'href="#(\w+)"', html) == ["id_name", "id_terms"]
    assert "2 Angaben fehlen oder passen nicht" in html
    assert 'role="alert"' in html


def test_there_is_no_summary_of_nothing() -> None:
    assert drawn("error_summary(form)", Sample()) == ""


def test_faults_of_a_whole_form_come_first_and_without_a_field() -> None:
    form = Sample({"name": "a", "size": "s", "way": "a", "terms": "on"})
    form.add_error(None, "Die Frist ist vorbei.")

    assert form_faults([form]) == (Fault("Die Frist ist vorbei.", ""),)


def test_faults_of_a_formset_are_found() -> None:
    made = forms.formset_factory(Sample, extra=0)
    formset = made(
        {
            "form-TOTAL_FORMS": "1",
            "form-INITIAL_FORMS": "1",
            "form-0-size": "s",
            "form-0-way": "a",
            "form-0-terms": "on",
        }
    )

    assert [fault.href for fault in form_faults(formset)] == ["#id_form-0-name"]
