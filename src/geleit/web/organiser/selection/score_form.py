"""The form for one reviewer's scores."""

from collections.abc import Iterator
from typing import Any

from django import forms

from geleit.domain.applications.criteria import Criteria, Criterion, Finding, Mark, MustCriterion, ScoreSheet
from geleit.domain.applications.rule_words import RuleLanguage
from geleit.services.score_application import REASON_MAX
from geleit.web.organiser.selection.form_base import SelectionForm


class ScoreForm(SelectionForm):
    """What one reviewer gives one application."""

    def __init__(
        self,
        lang: RuleLanguage,
        criteria: Criteria,
        own: ScoreSheet,
        data: Any = None,  # noqa: ANN401 # Django's own
    ) -> None:
        super().__init__(lang, data)
        self.criteria = criteria
        for criterion in criteria.criteria:
            mark = own.marks.get(criterion.id)
            title = criterion.title.get(lang).text
            self.fields[f"points-{criterion.id}"] = forms.ChoiceField(
                label=title,
                choices=[(str(points), str(points)) for points in range(criteria.scale_max + 1)],
                widget=forms.RadioSelect,
                required=False,
                initial=str(mark.points) if mark else None,
                error_messages={"invalid_choice": self.say("se_number_between", 0, criteria.scale_max)},
            )
            self.fields[f"reason-{criterion.id}"] = self._reason(title, mark.reason if mark else "")
        for must in criteria.musts:
            finding = own.findings.get(must.id)
            title = must.title.get(lang).text
            self.fields[f"met-{must.id}"] = forms.ChoiceField(
                label=title,
                choices=[("yes", self.say("se_met")), ("no", self.say("se_not_met"))],
                widget=forms.RadioSelect,
                required=False,
                initial=("yes" if finding.is_met else "no") if finding else None,
            )
            self.fields[f"reason-{must.id}"] = self._reason(title, finding.reason if finding else "")

    def _reason(self, title: str, initial: str) -> forms.CharField:
        return forms.CharField(
            label=self.say("se_reason_for", title),
            required=False,
            initial=initial,
            max_length=REASON_MAX,
            widget=forms.Textarea(attrs={"rows": 2}),
            error_messages={"max_length": self.say("se_too_long", REASON_MAX)},
        )

    def rows(self) -> Iterator[tuple[Criterion | MustCriterion, Any, Any]]:
        """Yield each criterion with its two fields, as the page shows them."""
        for criterion in self.criteria.criteria:
            yield criterion, self[f"points-{criterion.id}"], self[f"reason-{criterion.id}"]
        for must in self.criteria.musts:
            yield must, self[f"met-{must.id}"], self[f"reason-{must.id}"]

    def clean(self) -> dict[str, Any]:
        """Say where a score lacks its reason."""
        found = super().clean() or {}
        for key, name in [(c.id, f"points-{c.id}") for c in self.criteria.criteria]:
            if found.get(name) and not found.get(f"reason-{key}", "").strip():
                self.add_error(f"reason-{key}", self.say("se_reason_missing"))
        for must in self.criteria.musts:
            if found.get(f"met-{must.id}") == "no" and not found.get(f"reason-{must.id}", "").strip():
                self.add_error(f"reason-{must.id}", self.say("se_reason_missing"))
        return found

    def sheet(self) -> ScoreSheet:
        """Return what was given."""
        found = self.cleaned_data
        return ScoreSheet(
            reviewer="",
            marks={
                c.id: Mark(points=int(found[f"points-{c.id}"]), reason=found[f"reason-{c.id}"])
                for c in self.criteria.criteria
                if found.get(f"points-{c.id}")
            },
            findings={
                m.id: Finding(is_met=found[f"met-{m.id}"] == "yes", reason=found[f"reason-{m.id}"])
                for m in self.criteria.musts
                if found.get(f"met-{m.id}")
            },
        )
