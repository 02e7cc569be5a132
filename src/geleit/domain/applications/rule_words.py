"""A rule of the mix in words: "At least 75% of the companies are SMEs"."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from geleit.domain.applications.company import OrganisationKind, SizeClass
from geleit.domain.applications.mix import Bound, Feature, FeatureKind, Measure, MixRule, Unit
from geleit.domain.applications.terms import ApplicationTerms
from geleit.domain.trip import Trip

RuleLanguage = Literal["de", "en"]
_Words = Mapping[RuleLanguage, str]


def _in(de: str, en: str) -> _Words:
    return MappingProxyType({"de": de, "en": en})


_BOUND: Final = {
    Bound.AT_LEAST: _in("Mindestens", "At least"),
    Bound.AT_MOST: _in("Höchstens", "At most"),
}
_OF: Final = {
    (Measure.COMPANIES, Unit.PERCENT): _in("% der Bewerbungen", "% of the applications"),
    (Measure.COMPANIES, Unit.NUMBER): _in(" Bewerbungen", " applications"),
    (Measure.PEOPLE, Unit.PERCENT): _in("% der Personen", "% of the people"),
    (Measure.PEOPLE, Unit.NUMBER): _in(" Personen", " people"),
}
_FEATURES: Final[Mapping[FeatureKind, _Words]] = MappingProxyType(
    {
        FeatureKind.SME: _in("KMU", "SMEs"),
        FeatureKind.WOMAN: _in("mit Frauen", "with women"),
        FeatureKind.WOMAN_ON_BOARD: _in("mit Frauen aus der Geschäftsleitung", "with women on board level"),
        FeatureKind.FIRST_TIMER: _in("zum ersten Mal dabei", "for the first time"),
        FeatureKind.REGION: _in("aus {}", "from {}"),
        FeatureKind.SECTOR: _in("aus der Branche {}", "from the sector {}"),
        FeatureKind.SIZE: _in("Größe: {}", "size: {}"),
        FeatureKind.KIND: _in("Art: {}", "kind: {}"),
    }
)
_PEOPLE: Final[Mapping[FeatureKind, _Words]] = MappingProxyType(
    {
        FeatureKind.WOMAN: _in("Frauen", "women"),
        FeatureKind.WOMAN_ON_BOARD: _in("Frauen aus der Geschäftsleitung", "women on board level"),
    }
)
_SIZES: Final = {
    SizeClass.MICRO.value: _in("Kleinstunternehmen", "micro enterprises"),
    SizeClass.SMALL.value: _in("kleine Unternehmen", "small enterprises"),
    SizeClass.MEDIUM.value: _in("mittlere Unternehmen", "medium-sized enterprises"),
    SizeClass.LARGE.value: _in("große Unternehmen", "large enterprises"),
}
_KINDS: Final = {
    OrganisationKind.COMPANY.value: _in("Unternehmen", "companies"),
    OrganisationKind.SCIENCE.value: _in("Wissenschaft", "science"),
    OrganisationKind.CHAMBER.value: _in("Kammern und Verbände", "chambers and associations"),
    OrganisationKind.PRESS.value: _in("Presse", "press"),
    OrganisationKind.OTHER.value: _in("andere", "others"),
}


def rule_sentence(rule: MixRule, trip: Trip, terms: ApplicationTerms, lang: RuleLanguage) -> str:
    """Return a rule as a line of a list: "Mindestens 75 % der Bewerbungen: KMU"."""
    gap = " " if lang == "de" and rule.unit is Unit.PERCENT else ""
    amount = f"{rule.amount}{gap}{_OF[rule.measure, rule.unit][lang]}"
    return (
        f"{_BOUND[rule.bound][lang]} {amount}: {feature_words(rule.feature, trip, terms, lang, rule.measure)}"
    )


def feature_words(
    feature: Feature,
    trip: Trip,
    terms: ApplicationTerms,
    lang: RuleLanguage,
    measure: Measure = Measure.COMPANIES,
) -> str:
    """Return what a rule counts: "aus Nordthüringen"."""
    table = _PEOPLE if measure is Measure.PEOPLE and feature.kind in _PEOPLE else _FEATURES
    return table[feature.kind][lang].format(value_words(feature, trip, terms, lang))


def value_words(feature: Feature, trip: Trip, terms: ApplicationTerms, lang: RuleLanguage) -> str:
    """Return the region, sector, size or kind that a feature names; its id where nobody knows a name."""
    if feature.kind is FeatureKind.REGION:
        names = {region.id: region.name.get(lang).text for region in terms.regions}
        return names.get(feature.value, feature.value)
    if feature.kind is FeatureKind.SECTOR:
        names = {sector.id: sector.name.get(lang).text for sector in trip.sectors}
        return names.get(feature.value, feature.value)
    table = _SIZES if feature.kind is FeatureKind.SIZE else _KINDS
    return table[feature.value][lang] if feature.value in table else feature.value
