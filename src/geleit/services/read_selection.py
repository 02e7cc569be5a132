"""What organisers see of a selection: the setup, the list, one application with its scores and decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from geleit.domain.applications.application import Application
from geleit.domain.applications.criteria import Criteria, ScoreSheet, Standing, standing
from geleit.domain.applications.mix import Mix
from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.applications.terms import ApplicationTerms
from geleit.domain.trip import Trip
from geleit.services.applications_common import (
    StoredApplication,
    application_of,
    criteria_of,
    find_application,
    mix_of,
    stored,
    terms_of,
)
from geleit.services.compute_selection import Proposal, newest_proposal
from geleit.services.faults import NotFoundError
from geleit.services.find_trip import find_trip_row
from geleit.services.jobs.manage import JobView, newest_job
from geleit.services.queue_selection import SUBJECT
from geleit.services.score_application import sheets_of
from geleit.store.convert import read_trip
from geleit.store.models import Account, ApplicationRow, SelectionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionSetup:
    """What is set of a selection.

    Parameters
    ----------
    version
        What the next change must be based on.
    """

    trip: Trip
    terms: ApplicationTerms
    criteria: Criteria | None
    mix: Mix | None
    criteria_frozen_at: datetime | None
    places_taken: int
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationLine:
    """One application in the list."""

    application: Application
    points: int | None
    waiting_rank: int | None
    submitted_at: datetime | None
    reviewers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationList:
    """The list with what is set around it."""

    setup: SelectionSetup
    lines: tuple[ApplicationLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionChoice:
    """The list with the proposal computed last and the computing asked for last; None where there is none."""

    setup: SelectionSetup
    lines: tuple[ApplicationLine, ...]
    proposal: Proposal | None
    job: JobView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNote:
    """A decision about an application, as logged."""

    before: ApplicationStatus
    after: ApplicationStatus
    follows: bool
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedApplication:
    """An application as its reviewers see it.

    Parameters
    ----------
    sheets
        By the name of the reviewer.
    own
        The sheet of the one who asks; empty when there is none.
    """

    stored: StoredApplication
    setup: SelectionSetup
    sheets: Mapping[str, ScoreSheet]
    own: ScoreSheet
    standing: Standing | None
    decisions: tuple[DecisionNote, ...]


def read_setup(*, trip: str) -> SelectionSetup:
    """Return what is set; a fixed number of queries.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    trip_row = find_trip_row(key=trip)
    row = SelectionRow.objects.filter(trip=trip_row).first()
    return SelectionSetup(
        trip=read_trip(trip_row),
        terms=terms_of(row),
        criteria=criteria_of(row),
        mix=mix_of(row),
        criteria_frozen_at=row.criteria_frozen_at if row else None,
        places_taken=row.places_taken if row else 0,
        version=row.version if row else 1,
    )


def list_applications(*, trip: str) -> tuple[ApplicationLine, ...]:
    """Return every application of a trip that was submitted, in the order of submission; three queries."""
    rows = (
        ApplicationRow.objects.filter(trip__key=trip, submitted_at__isnull=False)
        .prefetch_related("papers", "scores")
        .order_by("submitted_at", "pk")
    )
    return tuple(
        ApplicationLine(
            application=application_of(row),
            points=row.points,
            waiting_rank=row.waiting_rank,
            submitted_at=row.submitted_at,
            reviewers=len({score.reviewer_id for score in row.scores.all()}),
        )
        for row in rows
    )


def read_list(*, trip: str) -> ApplicationList:
    """Return every submitted application with the setup.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    return ApplicationList(setup=read_setup(trip=trip), lines=list_applications(trip=trip))


def read_choice(*, trip: str) -> SelectionChoice:
    """Return the list with the proposal computed last.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    return SelectionChoice(
        setup=read_setup(trip=trip),
        lines=list_applications(trip=trip),
        proposal=newest_proposal(trip=trip),
        job=newest_job(key=trip, subject=SUBJECT),
    )


def review_application(*, trip: str, reference: str, account: int | None) -> ReviewedApplication:
    """Return one application for its reviewers.

    Parameters
    ----------
    account
        Number of the account that asks.

    Raises
    ------
    NotFoundError
        When the trip has no such application.
    """
    row = find_application(reference=reference)
    if row.trip.key != trip or row.submitted_at is None:
        raise NotFoundError.of("application_not_of_trip", trip=trip, reference=reference)
    setup = read_setup(trip=trip)
    sheets = sheets_of(row.scores.all())
    names = dict(Account.objects.filter(scores__application=row).values_list("pk", "name").distinct())
    own = next((sheet for sheet in sheets if sheet.reviewer == str(account)), None)
    return ReviewedApplication(
        stored=stored(row),
        setup=setup,
        sheets={names.get(int(sheet.reviewer)) or sheet.reviewer: sheet for sheet in sheets},
        own=own or ScoreSheet(reviewer=str(account or "")),
        standing=standing(setup.criteria, sheets) if setup.criteria else None,
        decisions=tuple(
            DecisionNote(
                before=ApplicationStatus(each.status_before),
                after=ApplicationStatus(each.status_after),
                follows=each.follows,
                reason=each.reason,
                at=each.decided_at,
                by=each.decided_by,
            )
            for each in row.decisions.all()
        ),
    )
