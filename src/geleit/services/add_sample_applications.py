"""Fill a trip's selection with invented applications, so that a demonstration has something to choose from."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from geleit.domain.applications.criteria import Criteria, Criterion, Mark, MustCriterion, ScoreSheet, standing
from geleit.domain.applications.mix import Bound, Feature, FeatureKind, Measure, Mix, MixRule, Unit
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.applications.terms import ApplicationTerms, proposed_fee_tier
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.services.applications_common import REFERENCE_LENGTH, SIGNS, columns_of
from geleit.services.audit import record_audit
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.sample_companies import COUNT, SEED, Sample, sample_applications, sample_terms
from geleit.services.set_selection import set_criteria, set_mix, set_terms
from geleit.store.convert import read_trip
from geleit.store.models import ApplicationRow, ScoreRow, SelectionRow, TripRow

SAMPLE_CRITERIA: Final = Criteria(
    criteria=tuple(
        Criterion(id=key, title=Text({"de": de, "en": en}), weight=weight)
        for key, weight, de, en in (
            ("project", 35, "Vorhaben im Zielland", "Project in the target country"),
            ("fit", 25, "Nähe zu den Zielbranchen", "Fit with the target sectors"),
            ("readiness", 25, "Reife für den Export", "Readiness to export"),
            ("gain", 15, "Gewinn für die Region", "Gain for the region"),
        )
    ),
    musts=(
        MustCriterion(
            id="seat", title=Text({"de": "Sitz oder Werk im Land", "en": "Seat or plant in the state"})
        ),
        MustCriterion(
            id="law", title=Text({"de": "Keine Ausschlussgründe", "en": "No grounds for exclusion"})
        ),
    ),
)
UNSCORED: Final = 3
"""The last so many have no scores yet."""
REASONS: Final = (
    "liegt noch nicht vor", "bleibt vage", "ist benannt, aber ohne Zeitplan", "ist nachvollziehbar", "ist gut belegt",
    "ist überzeugend und belegt",
)  # fmt: skip
"""By points, 0 to 5."""


def sample_mix(trip: Trip) -> Mix:
    """Return the mix of the example: places as called, and rules that bind here and there."""
    places = trip.call.business_places or trip.call.places or 40
    rules = [_rule("sme", FeatureKind.SME, Bound.AT_LEAST, 75, Unit.PERCENT)]
    rules += [
        _rule(f"sector-{sector.id}", FeatureKind.SECTOR, Bound.AT_LEAST, 22, Unit.PERCENT, value=sector.id)
        for sector in trip.sectors[:3]
    ]
    rules += [
        _rule("region-nord", FeatureKind.REGION, Bound.AT_LEAST, places // 8, value="nord"),
        _rule("region-suedwest", FeatureKind.REGION, Bound.AT_LEAST, places // 6, value="suedwest"),
        _rule("region-mitte", FeatureKind.REGION, Bound.AT_MOST, 33, Unit.PERCENT, value="mitte"),
        _rule("women", FeatureKind.WOMAN_ON_BOARD, Bound.AT_LEAST, places // 5, measure=Measure.PEOPLE),
        _rule("first", FeatureKind.FIRST_TIMER, Bound.AT_LEAST, 50, Unit.PERCENT),
    ]
    return Mix(places_max=places, places_min=places - 5, company_people_max=2, rules=tuple(rules))


def _rule(
    key: str,
    kind: FeatureKind,
    bound: Bound,
    amount: int,
    unit: Unit = Unit.NUMBER,
    *,
    value: str = "",
    measure: Measure = Measure.COMPANIES,
) -> MixRule:
    feature = Feature(kind=kind, value=value)
    return MixRule(id=key, feature=feature, bound=bound, amount=amount, unit=unit, measure=measure)


def add_sample_applications(
    *, trip: str, reviewers: Sequence[int], by: Actor, now: datetime, count: int = COUNT
) -> int:
    """Add invented, submitted and scored applications to a trip that has none.

    Parameters
    ----------
    reviewers
        Numbers of the accounts whose scores they get; without any they stay unscored.
    now
        The present; they were submitted in the weeks before.
    count
        How many.

    Returns
    -------
    int
        How many were added; 0 when the trip has applications already.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    row = find_trip_row(key=trip)
    domain_trip = read_trip(row)
    with transaction.atomic():
        if ApplicationRow.objects.filter(trip=row).exists():
            return 0
        terms = sample_terms(domain_trip)
        set_terms(trip=trip, terms=terms, by=by, now=now)
        set_criteria(trip=trip, criteria=SAMPLE_CRITERIA, by=by, now=now)
        set_mix(trip=trip, mix=sample_mix(domain_trip), by=by, now=now)
        samples = sample_applications(domain_trip, count=count)
        made = ApplicationRow.objects.bulk_create(_rows(row, samples, terms, reviewers, now))
        scores = _scores(made, samples, reviewers, now)
        ScoreRow.objects.bulk_create(scores)
        if scores:
            SelectionRow.objects.filter(trip=row).update(criteria_frozen_at=now)
        record_audit(
            action="add_sample_applications",
            subject=f"trip:{trip}",
            by=by,
            now=now,
            trip=row,
            after={"added": len(made)},
        )
    return len(made)


def _rows(
    trip: TripRow, samples: Sequence[Sample], terms: ApplicationTerms, reviewers: Sequence[int], now: datetime
) -> list[ApplicationRow]:
    chance = random.Random(f"{SEED}{trip.key}")  # noqa: S311  # references of invented applications
    rows = []
    for number, sample in enumerate(samples):
        submitted = now - timedelta(days=30) + timedelta(hours=7 * number)
        rows.append(
            ApplicationRow(
                trip=trip,
                reference="".join(chance.choices(SIGNS, k=REFERENCE_LENGTH)),
                status=ApplicationStatus.SUBMITTED.value,
                fee_tier=proposed_fee_tier(terms, sample.application.company),
                points=_points(sample, number, reviewers, len(samples)),
                is_sample=True,
                created_at=submitted - timedelta(days=2),
                changed_at=submitted,
                submitted_at=submitted,
                **columns_of(sample.application),
            )
        )
    return rows


def _points(sample: Sample, number: int, reviewers: Sequence[int], total: int) -> int | None:
    return standing(SAMPLE_CRITERIA, _sheets(sample, number, reviewers, total)).points


def _sheets(sample: Sample, number: int, reviewers: Sequence[int], total: int) -> list[ScoreSheet]:
    """Return invented scores, one sheet for each reviewer, the same at every call."""
    if number >= total - UNSCORED:
        return []
    sheets = []
    for place, reviewer in enumerate(reviewers):
        chance = random.Random(f"{SEED}-{number}-{place}")  # noqa: S311  # invented scores
        marks = {}
        for criterion in SAMPLE_CRITERIA.criteria:
            points = min(5, max(0, round(sample.quality * 5 + chance.gauss(0, 0.8))))
            marks[criterion.id] = Mark(points=points, reason=f"{criterion.title}: {REASONS[points]}.")
        sheets.append(ScoreSheet(reviewer=str(reviewer), marks=marks))
    return sheets


def _scores(
    rows: Sequence[ApplicationRow], samples: Sequence[Sample], reviewers: Sequence[int], now: datetime
) -> list[ScoreRow]:
    made: list[ScoreRow] = []
    for number, (row, sample) in enumerate(zip(rows, samples, strict=True)):
        for sheet in _sheets(sample, number, reviewers, len(samples)):
            reviewer = int(sheet.reviewer)
            made += [
                ScoreRow(
                    application=row,
                    reviewer_id=reviewer,
                    criterion=key,
                    points=mark.points,
                    reason=mark.reason,
                    given_at=now,
                )
                for key, mark in sheet.marks.items()
            ]
            made += [
                ScoreRow(
                    application=row,
                    reviewer_id=reviewer,
                    criterion=must.id,
                    is_finding=True,
                    points=1,
                    given_at=now,
                )
                for must in SAMPLE_CRITERIA.musts
            ]
    return made
