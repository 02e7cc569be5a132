"""Applications and a published trip to apply to, to change at will."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from geleit.domain.applications.application import Applicant, Application, Contact, Gender, Project
from geleit.domain.applications.company import Company
from geleit.domain.applications.criteria import Criteria, Criterion, Finding, Mark, MustCriterion, ScoreSheet
from geleit.domain.applications.de_minimis import DeMinimisDeclaration
from geleit.domain.applications.mix import Candidate, Feature, FeatureKind, Mix, MixRule
from geleit.domain.applications.terms import ApplicationTerms, Region
from geleit.domain.dates import EdtfDate
from geleit.domain.people import Wish
from geleit.domain.text import Text
from geleit.domain.trip import Call, FeeTier, Trip
from tests.factories import make_trip

NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
"""Before the call of `apply_trip` ends."""
LATE = datetime(2025, 3, 22, 9, tzinfo=UTC)
"""After it."""
TERMS = ApplicationTerms(
    regions=(Region(id="ost", name=Text.of("Ost")), Region(id="mitte", name=Text.of("Mitte")))
)


def apply_trip(**changes: Any) -> Trip:
    """Return the tiny trip with a call until 21 March 2025."""
    call = Call(
        deadline=EdtfDate.parse("2025-03-21"),
        places=10,
        fees=(
            FeeTier(name=Text.of("small"), amount_eur=1200),
            FeeTier(name=Text.of("large"), amount_eur=2600),
        ),
        contact_name="Jana Muster",
        contact_email="usa@agentur.example",
    )
    return replace(make_trip(), call=call, **changes)


def make_application(number: int = 1, *, people: int = 1, **changes: Any) -> Application:
    """Return an application that can be submitted as it is; ``number`` makes the company another."""
    company = Company(
        name=f"Muster {number} GmbH",
        town="Jena",
        region="ost",
        employees=40,
        turnover_eur=5_000_000,
        sectors=frozenset(),
        other_sector="Optik",
    )
    found = Application(
        company=company,
        contact=Contact(name="Anna Muster", email=f"anna@muster{number}.example"),
        people=tuple(
            Applicant(
                name=f"Anna Muster {each}", function="Leitung", gender=Gender.WOMAN, is_board_level=True
            )
            for each in range(people)
        ),
        aim="Wir suchen Partner.",
        projects=(Project(title="Markteintritt", text="In zwei Jahren."),),
        wishes=(Wish(item="acme", strength=4),),
        de_minimis=DeMinimisDeclaration(is_confirmed=True),
        accepts_terms=True,
    )
    return replace(found, **changes)


def with_company(application: Application, **changes: Any) -> Application:
    """Return the application of a company that differs."""
    return replace(application, company=replace(application.company, **changes))


CRITERIA = Criteria(
    criteria=(
        Criterion(id="project", title=Text.of("Project"), weight=60),
        Criterion(id="fit", title=Text.of("Fit"), weight=40),
    ),
    musts=(MustCriterion(id="seat", title=Text.of("Seat")),),
)


def make_sheet(points: int = 3, *, is_met: bool = True, reviewer: str = "1") -> ScoreSheet:
    """Return a complete sheet by `CRITERIA`."""
    return ScoreSheet(
        reviewer=reviewer,
        marks={key: Mark(points=points, reason="because") for key in ("project", "fit")},
        findings={"seat": Finding(is_met=is_met, reason="" if is_met else "no seat")},
    )


def feature(kind: str, value: str = "") -> Feature:
    """Return a feature by the name of its kind."""
    return Feature(kind=FeatureKind(kind), value=value)


def candidate(key: str, worth: int, *kinds: str, people: int = 1, company: str = "") -> Candidate:
    """Return a candidate whose people all have the features named: ``"sme"``, ``"region:ost"``."""
    features = {feature(*kind.split(":")): people for kind in kinds}
    return Candidate(id=key, company=company or key, people=people, worth=worth, features=features)


def mix(places_max: int, *rules: MixRule, **changes: Any) -> Mix:
    """Return a mix."""
    return Mix(places_max=places_max, rules=rules, **changes)
