"""The form for criteria: a row each, emptied to remove it."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from geleit.domain.applications.criteria import Criteria, Criterion, MustCriterion
from geleit.domain.applications.rule_words import RuleLanguage
from geleit.domain.text import Text
from geleit.web.organiser.selection.form_base import SelectionForm

SPARE_ROWS: Final = 2
"""Empty rows at the end of a list that grows."""
TITLE_LABELS: Final = {
    ("criterion", "de"): "se_criterion_in_de",
    ("criterion", "en"): "se_criterion_in_en",
    ("must", "de"): "se_must_in_de",
    ("must", "en"): "se_must_in_en",
}


class CriteriaForm(SelectionForm):
    """The criteria: a row each, emptied to remove it."""

    def __init__(self, lang: RuleLanguage, current: Criteria | None, data: Any = None) -> None:  # noqa: ANN401 # Django's own
        super().__init__(lang, data)
        known = current or Criteria(criteria=())
        self.current = known
        self.fields["scale_max"] = self.number(self.say("se_scale_max"), 1, 100)
        self.fields["further_person_percent"] = self.number(self.say("se_further_person"), 0, 100)
        self.fields["scale_max"].initial = known.scale_max
        self.fields["further_person_percent"].initial = known.further_person_percent
        self.count = len(known.criteria) + SPARE_ROWS
        self.must_count = len(known.musts) + SPARE_ROWS
        for number in range(self.count):
            self._titles("criterion", number, known.criteria)
            weight = self.number(self.say("se_weight_of", number + 1), 1, 100, required=False)
            weight.initial = known.criteria[number].weight if number < len(known.criteria) else None
            self.fields[f"criterion-{number}-weight"] = weight
        for number in range(self.must_count):
            self._titles("must", number, known.musts)

    def _titles(self, kind: str, number: int, known: Sequence[Criterion | MustCriterion]) -> None:
        for lang in ("de", "en"):
            field = self.line(self.say(TITLE_LABELS[kind, lang], number + 1))
            if number < len(known):
                title = known[number].title
                field.initial = title.neutral or dict(title.content).get(lang, "")
            self.fields[f"{kind}-{number}-{lang}"] = field

    def criterion_rows(self) -> Iterator[tuple[Any, Any, Any]]:
        """Yield the fields of each criterion."""
        for number in range(self.count):
            yield tuple(self[f"criterion-{number}-{part}"] for part in ("de", "en", "weight"))  # type: ignore[misc] # there are three of them

    def must_rows(self) -> Iterator[tuple[Any, Any]]:
        """Yield the fields of each must criterion."""
        for number in range(self.must_count):
            yield self[f"must-{number}-de"], self[f"must-{number}-en"]

    def clean(self) -> dict[str, Any]:
        """Say which rows are half filled, and what the weights come to."""
        found = super().clean() or {}
        total = 0
        for number in range(self.count):
            titled = any(found.get(f"criterion-{number}-{lang}", "") for lang in ("de", "en"))
            weight = found.get(f"criterion-{number}-weight")
            total += weight or 0
            if titled and weight is None and f"criterion-{number}-weight" not in self.errors:
                self.add_error(f"criterion-{number}-weight", self.say("se_missing"))
            if weight is not None and not titled:
                self.add_error(f"criterion-{number}-de", self.say("se_missing"))
        if not self.errors and total != 100:
            self.add_error(None, self.say("se_weights_come_to", total))
        return found

    def criteria(self) -> Criteria:
        """Return the criteria; rows keep their ids, new ones get the next free."""
        found = self.cleaned_data
        criteria = [
            Criterion(
                id=self._id("c", number, self.current.criteria),
                title=title,
                weight=found[f"criterion-{number}-weight"],
            )
            for number in range(self.count)
            if (title := self._title("criterion", number))
        ]
        musts = [
            MustCriterion(id=self._id("m", number, self.current.musts), title=title)
            for number in range(self.must_count)
            if (title := self._title("must", number))
        ]
        return Criteria(
            criteria=tuple(criteria),
            musts=tuple(musts),
            scale_max=found["scale_max"],
            further_person_percent=found["further_person_percent"],
        )

    def _title(self, kind: str, number: int) -> Text:
        texts = {lang: self.cleaned_data.get(f"{kind}-{number}-{lang}", "").strip() for lang in ("de", "en")}
        return Text({"de": texts["de"], "en": texts["en"]})

    def _id(self, letter: str, number: int, known: Sequence[Criterion | MustCriterion]) -> str:
        if number < len(known):
            return known[number].id
        taken = {c.id for c in self.current.criteria} | {m.id for m in self.current.musts}
        return next(f"{letter}{n}" for n in range(number + 1, 1000) if f"{letter}{n}" not in taken)
