"""The forms of a selection. Their fields follow what is set; what they give is a value of the domain."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms

from geleit.documents.words.terms import term
from geleit.domain.applications.company import OrganisationKind, SizeClass
from geleit.domain.applications.criteria import Criteria, Criterion, Finding, Mark, MustCriterion, ScoreSheet
from geleit.domain.applications.mix import Bound, Feature, FeatureKind, Measure, Mix, MixRule, Unit
from geleit.domain.applications.rule_words import RuleLanguage, feature_words
from geleit.domain.text import Text
from geleit.services.read_selection import SelectionSetup
from geleit.services.score_application import REASON_MAX
from geleit.web.organiser.selection.words import WORDS

SPARE_ROWS: Final = 2
"""Empty rows at the end of a list that grows."""
TITLE_MAX: Final = 120
TITLE_LABELS: Final = {
    ("criterion", "de"): "se_criterion_in_de",
    ("criterion", "en"): "se_criterion_in_en",
    ("must", "de"): "se_must_in_de",
    ("must", "en"): "se_must_in_en",
}
PLACES: Final = (
    ("places_min", "se_places_min", 0, 100_000),
    ("places_max", "se_places_max", 1, 100_000),
    ("company_people_max", "se_company_people_max", 1, 100),
)
"""Fields of the mix, their labels, and between what they lie."""


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
            yield tuple(self[f"criterion-{number}-{part}"] for part in ("de", "en", "weight"))  # type: ignore[misc] # three

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


class MixForm(SelectionForm):
    """Places and rules: a row each; a row without an amount is none."""

    def __init__(self, lang: RuleLanguage, setup: SelectionSetup, data: Any = None) -> None:  # noqa: ANN401 # Django's own
        super().__init__(lang, data)
        call = setup.trip.call
        known = setup.mix or Mix(
            places_max=call.business_places or call.places or 1, company_people_max=setup.terms.people_max
        )
        self.known = known
        for name, label, low, high in PLACES:
            self.fields[name] = self.number(self.say(label), low, high)
            self.fields[name].initial = getattr(known, name)
        self.count = len(known.rules) + SPARE_ROWS
        features = self._features(setup)
        for number in range(self.count):
            self._row(number, known.rules[number] if number < len(known.rules) else None, features)

    def _row(self, number: int, rule: MixRule | None, features: list[tuple[str, str]]) -> None:
        lang = self.lang
        bounds = [(each.value, term(each, lang)) for each in Bound]
        wholes = [
            (f"{measure}:{unit}", self.say(f"se_of_{measure}_{unit}")) for measure in Measure for unit in Unit
        ]
        self.fields[f"rule-{number}-bound"] = forms.ChoiceField(
            required=False,
            label=self.say("se_rule_bound", number + 1),
            choices=bounds,
            initial=rule.bound.value if rule else None,
        )
        amount = self.number(self.say("se_rule_amount", number + 1), 0, 100_000, required=False)
        amount.initial = rule.amount if rule else None
        self.fields[f"rule-{number}-amount"] = amount
        self.fields[f"rule-{number}-whole"] = forms.ChoiceField(
            required=False,
            label=self.say("se_rule_whole", number + 1),
            choices=wholes,
            initial=f"{rule.measure}:{rule.unit}" if rule else None,
        )
        self.fields[f"rule-{number}-feature"] = forms.ChoiceField(
            required=False,
            label=self.say("se_rule_feature", number + 1),
            choices=features,
            initial=f"{rule.feature.kind}:{rule.feature.value}" if rule else None,
        )

    def _features(self, setup: SelectionSetup) -> list[tuple[str, str]]:
        """Return every feature that a rule can count on this trip, and those that rules name already."""
        features = [Feature(kind=kind) for kind in FeatureKind if not kind.has_value]
        features += [Feature(kind=FeatureKind.SECTOR, value=sector.id) for sector in setup.trip.sectors]
        features += [Feature(kind=FeatureKind.REGION, value=region.id) for region in setup.terms.regions]
        features += [Feature(kind=FeatureKind.SIZE, value=size.value) for size in SizeClass]
        features += [Feature(kind=FeatureKind.KIND, value=kind.value) for kind in OrganisationKind]
        features += [rule.feature for rule in self.known.rules if rule.feature not in features]
        return [
            (f"{each.kind}:{each.value}", feature_words(each, setup.trip, setup.terms, self.lang))
            for each in features
        ]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield the fields of each rule."""
        for number in range(self.count):
            yield tuple(self[f"rule-{number}-{part}"] for part in ("bound", "amount", "whole", "feature"))

    def clean(self) -> dict[str, Any]:
        """Say which figures cannot be."""
        found = super().clean() or {}
        low, high = found.get("places_min"), found.get("places_max")
        if low is not None and high is not None and low > high:
            self.add_error("places_min", self.say("se_places_reversed", low, high))
        for number in range(self.count):
            amount, whole = found.get(f"rule-{number}-amount"), found.get(f"rule-{number}-whole", "")
            most = 100 if whole.endswith(Unit.PERCENT) else high
            if amount is not None and most is not None and amount > most:
                self.add_error(f"rule-{number}-amount", self.say("se_number_between", 0, most))
            for name in (f"rule-{number}-{part}" for part in ("bound", "whole", "feature")):
                if amount is not None and name not in self.errors and not found.get(name):
                    self.add_error(name, self.say("se_missing"))
        seen: dict[tuple[str, ...], int] = {}
        for number in range(self.count):
            if found.get(f"rule-{number}-amount") is None:
                continue
            same = tuple(found.get(f"rule-{number}-{part}", "") for part in ("bound", "whole", "feature"))
            if same in seen:
                self.add_error(f"rule-{number}-feature", self.say("se_same_rule", seen[same] + 1))
            seen.setdefault(same, number)
        return found

    def mix(self) -> Mix:
        """Return the mix; rules keep their ids, new ones get the next free."""
        found = self.cleaned_data
        taken = {rule.id for rule in self.known.rules}
        rules = []
        for number in range(self.count):
            if found.get(f"rule-{number}-amount") is None:
                continue
            known = number < len(self.known.rules)
            key = self.known.rules[number].id if known else f"rule-{number + 1}"
            while not known and key in taken:
                key += "x"
            taken.add(key)
            measure, unit = found[f"rule-{number}-whole"].split(":")
            kind, _, value = found[f"rule-{number}-feature"].partition(":")
            rules.append(
                MixRule(
                    id=key,
                    feature=Feature(kind=FeatureKind(kind), value=value),
                    bound=Bound(found[f"rule-{number}-bound"]),
                    amount=found[f"rule-{number}-amount"],
                    unit=Unit(unit),
                    measure=Measure(measure),
                )
            )
        return Mix(
            places_max=found["places_max"],
            places_min=found["places_min"],
            company_people_max=found["company_people_max"],
            rules=tuple(rules),
        )
