"""Set what a trip asks of applications, by what it chooses, and the mix it wants."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from geleit.domain.applications.criteria import Criteria
from geleit.domain.applications.mix import Mix
from geleit.domain.applications.setup_check import SetupProblem, check_criteria, check_mix
from geleit.domain.applications.terms import ApplicationTerms
from geleit.services.applications_common import selection_row
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.find_trip import find_trip_row, overtaken
from geleit.services.guard import Actor
from geleit.store.models import SelectionRow
from geleit.store.plain import to_json


class SetupError(FaultError):
    """Criteria or a mix that contradict themselves.

    Parameters
    ----------
    problems
        Everything that is wrong, each with its place.
    """

    def __init__(self, problems: Sequence[SetupProblem]) -> None:
        self.problems = tuple(problems)
        told = ", ".join(f"{'.'.join(map(str, p.path))}: {p.code}" for p in self.problems)
        super().__init__(f"This cannot be set ({told})", holds="What was set before still holds")
        self.coded("setup_contradicts", count=len(self.problems))


def set_terms(
    *, trip: str, terms: ApplicationTerms, by: Actor, now: datetime, expected_version: int | None = None
) -> SelectionRow:
    """Set limits, regions and fee rules of a trip's applications.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    OvertakenError
        When somebody else has changed the setup since.
    """
    return _set(trip, "set_terms", {"terms": to_json(terms)}, by=by, now=now, expected=expected_version)


def set_criteria(
    *, trip: str, criteria: Criteria, by: Actor, now: datetime, expected_version: int | None = None
) -> SelectionRow:
    """Set the criteria; possible until the first score.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    SetupError
        When they contradict themselves: weights that do not come to 100, two of one name.
    FaultError
        When an application has been scored: criteria are set beforehand.
    OvertakenError
        When somebody else has changed the setup since.
    """
    problems = check_criteria(criteria)
    if problems:
        raise SetupError(problems)
    return _set(
        trip, "set_criteria", {"criteria": to_json(criteria)}, by=by, now=now, expected=expected_version
    )


def set_mix(
    *, trip: str, mix: Mix, by: Actor, now: datetime, expected_version: int | None = None
) -> SelectionRow:
    """Set places and the rules of the mix.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    SetupError
        When they contradict themselves.
    FaultError
        When fewer places are set than are given away.
    OvertakenError
        When somebody else has changed the setup since.
    """
    problems = check_mix(mix)
    if problems:
        raise SetupError(problems)
    columns = {"mix": to_json(mix), "places_max": mix.places_max}
    return _set(trip, "set_mix", columns, by=by, now=now, expected=expected_version)


def _set(
    trip: str, action: str, columns: dict[str, object], *, by: Actor, now: datetime, expected: int | None
) -> SelectionRow:
    trip_row = find_trip_row(key=trip)
    try:
        with transaction.atomic():
            row = selection_row(trip_row, is_locked=True)
            if expected not in (None, row.version):
                raise overtaken("selection", trip)
            if "criteria" in columns and row.criteria_frozen_at is not None:
                raise FaultError.of("criteria_fixed", day=row.criteria_frozen_at.date())
            before = {name: getattr(row, name) for name in columns}
            SelectionRow.objects.filter(pk=row.pk).update(**columns, version=F("version") + 1)
            record_audit(
                action=action,
                subject=f"selection:{trip}",
                by=by,
                now=now,
                trip=trip_row,
                before=before,
                after=columns,
            )
            return SelectionRow.objects.get(pk=row.pk)
    except IntegrityError:
        taken = SelectionRow.objects.get(trip=trip_row).places_taken
        raise FaultError.of("too_few_places", places=columns["places_max"], taken=taken) from None
