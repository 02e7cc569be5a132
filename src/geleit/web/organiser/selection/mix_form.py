"""The form for places and rules of the mix."""

from collections.abc import Iterator
from typing import Any, Final

from django import forms

from geleit.documents.words.terms import term
from geleit.domain.applications.company import OrganisationKind, SizeClass
from geleit.domain.applications.mix import Bound, Feature, FeatureKind, Measure, Mix, MixRule, Unit
from geleit.domain.applications.rule_words import RuleLanguage, feature_words
from geleit.services.read_selection import SelectionSetup
from geleit.web.organiser.selection.form_base import SelectionForm

SPARE_ROWS: Final = 2
"""Empty rows at the end of a list that grows."""
PLACES: Final = (
    ("places_min", "se_places_min", 0, 100_000),
    ("places_max", "se_places_max", 1, 100_000),
    ("company_people_max", "se_company_people_max", 1, 100),
)
"""Fields of the mix, their labels, and between what they lie."""


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
