"""The mix that is wanted, as rules; and the check whether a choice keeps it.

The check knows nothing of how a choice was found. It is the specification in code, and what `planner.selection`
is tested against.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from geleit.domain.applications.application import Application, Gender


class FeatureKind(StrEnum):
    """What a rule of the mix counts."""

    SME = "sme"
    SIZE = "size"
    KIND = "kind"
    REGION = "region"
    SECTOR = "sector"
    WOMAN = "woman"
    WOMAN_ON_BOARD = "woman_on_board"
    FIRST_TIMER = "first_timer"

    @property
    def has_value(self) -> bool:
        """Whether the feature names one of several: a size, a region, a sector, a kind."""
        return self in (FeatureKind.SIZE, FeatureKind.KIND, FeatureKind.REGION, FeatureKind.SECTOR)

    @property
    def is_personal(self) -> bool:
        """Whether it is a person's feature, so that not all people of a company need have it."""
        return self in (FeatureKind.WOMAN, FeatureKind.WOMAN_ON_BOARD)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Feature:
    """A feature, with the size, region, sector or kind where it names one."""

    kind: FeatureKind
    value: str = ""


class Bound(StrEnum):
    """Which way a rule pulls."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Unit(StrEnum):
    """What a rule's amount is."""

    NUMBER = "number"
    PERCENT = "percent"


class Measure(StrEnum):
    """What is counted: companies, or the people they send."""

    COMPANIES = "companies"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class MixRule:
    """One rule of the mix: "at least 60 percent of the companies are SMEs".

    Parameters
    ----------
    amount
        A number of companies or people, or percent of all that are chosen.
    """

    id: str
    feature: Feature
    bound: Bound
    amount: int
    unit: Unit = Unit.NUMBER
    measure: Measure = Measure.COMPANIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """Places and rules of a selection.

    Parameters
    ----------
    places_min, places_max
        People that travel at least and at most.
    company_people_max
        People of one company at most, over all its applications.
    """

    places_max: int
    places_min: int = 0
    company_people_max: int = 2
    rules: tuple[MixRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An application as the selection sees it.

    Parameters
    ----------
    id
        The application's reference.
    company
        What applications of one company share.
    people
        Places it takes, at least 1.
    worth
        What choosing it is worth, not negative; see ``criteria.worth``.
    features
        For each feature it has, how many of its people have it.
    """

    id: str
    company: str
    people: int
    worth: int
    features: Mapping[Feature, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.people < 1 or self.worth < 0:
            raise ValueError(
                f"candidate {self.id!r} has {self.people} people and is worth {self.worth}; "
                "it needs a person at least, and is worth 0 or more"
            )

    def counts(self, feature: Feature, measure: Measure) -> int:
        """Return how much it adds to a count."""
        people = self.features.get(feature, 0)
        return people if measure is Measure.PEOPLE else min(1, people)

    def adds(self, measure: Measure) -> int:
        """Return how much it adds to the whole."""
        return self.people if measure is Measure.PEOPLE else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How a choice stands to one rule.

    Parameters
    ----------
    count, whole
        What has the feature, and all that was chosen, in the rule's measure.
    limit
        The number that the rule comes to for that whole: the least or most that keeps it.
    """

    rule: MixRule
    count: int
    whole: int
    limit: int

    @property
    def is_kept(self) -> bool:
        """Whether the rule holds."""
        return self.slack >= 0

    @property
    def slack(self) -> int:
        """How many more than needed, or fewer than allowed; negative when the rule is broken."""
        return self.count - self.limit if self.rule.bound is Bound.AT_LEAST else self.limit - self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class MixReport:
    """How a choice stands to the whole mix.

    Parameters
    ----------
    people
        Places taken.
    crowded
        Companies with more people than allowed.
    """

    people: int
    companies: int
    worth: int
    tallies: tuple[Tally, ...]
    crowded: tuple[str, ...]
    has_enough: bool
    has_room: bool

    @property
    def is_kept(self) -> bool:
        """Whether the choice keeps everything."""
        return self.has_enough and self.has_room and not self.crowded and all(t.is_kept for t in self.tallies)


def report_mix(mix: Mix, chosen: Sequence[Candidate]) -> MixReport:
    """Return how a choice stands to the mix."""
    people = sum(candidate.people for candidate in chosen)
    per_company: dict[str, int] = {}
    for candidate in chosen:
        per_company[candidate.company] = per_company.get(candidate.company, 0) + candidate.people
    return MixReport(
        people=people,
        companies=len(per_company),
        worth=sum(candidate.worth for candidate in chosen),
        tallies=tuple(tally(rule, chosen) for rule in mix.rules),
        crowded=tuple(sorted(key for key, count in per_company.items() if count > mix.company_people_max)),
        has_enough=people >= mix.places_min,
        has_room=people <= mix.places_max,
    )


def tally(rule: MixRule, chosen: Iterable[Candidate]) -> Tally:
    """Return how a choice stands to one rule. Companies are counted by application."""
    count = whole = 0
    for candidate in chosen:
        count += candidate.counts(rule.feature, rule.measure)
        whole += candidate.adds(rule.measure)
    limit = rule.amount
    if rule.unit is Unit.PERCENT:
        exact = rule.amount * whole
        limit = -(-exact // 100) if rule.bound is Bound.AT_LEAST else exact // 100
    return Tally(rule=rule, count=count, whole=whole, limit=limit)


def features_of(application: Application) -> dict[Feature, int]:
    """Return an application's features, and how many of its people have each."""
    company, people = application.company, application.people
    found: dict[Feature, int] = {}

    def add(kind: FeatureKind, count: int, value: str = "") -> None:
        if count:
            found[Feature(kind=kind, value=value)] = count

    everyone = len(people)
    add(FeatureKind.KIND, everyone, company.kind.value)
    if company.size is not None:
        add(FeatureKind.SIZE, everyone, company.size.value)
    add(FeatureKind.SME, everyone if company.is_sme else 0)
    if company.region:
        add(FeatureKind.REGION, everyone, company.region)
    for sector in sorted(company.sectors):
        add(FeatureKind.SECTOR, everyone, sector)
    add(FeatureKind.WOMAN, sum(person.gender is Gender.WOMAN for person in people))
    add(FeatureKind.WOMAN_ON_BOARD, sum(person.is_woman_on_board for person in people))
    add(FeatureKind.FIRST_TIMER, everyone if company.is_first_timer else 0)
    return found
