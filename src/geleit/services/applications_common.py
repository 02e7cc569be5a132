"""What the services of applications share: rows and values, locks, places."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import F

from geleit.domain.applications.application import Application, Paper, PaperKind
from geleit.domain.applications.criteria import Criteria
from geleit.domain.applications.mix import Mix
from geleit.domain.applications.problem import ApplicationProblem
from geleit.domain.applications.status import ApplicationStatus, StatusError, step
from geleit.domain.applications.terms import ApplicationTerms
from geleit.domain.applications.words import sentence_of
from geleit.domain.trip import Trip
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import overtaken
from geleit.store.models import ApplicationRow, PaperRow, SelectionRow, TripRow
from geleit.store.plain import from_json, to_json

SIGNS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Signs of a reference: none that is taken for another when it is read aloud."""
REFERENCE_LENGTH: Final = 8


class ApplicationError(FaultError):
    """An application that cannot be kept or submitted as it is.

    Parameters
    ----------
    problems
        Everything that is wrong, each with its place.
    """

    def __init__(self, problems: Sequence[ApplicationProblem]) -> None:
        self.problems = tuple(problems)
        told = " ".join(sentence_of(problem, "en") for problem in self.problems[:3])
        super().__init__(
            f"The application has {len(self.problems)} fields to put right: {told}",
            holds="Nothing that was kept before has changed",
        )
        self.coded("application_incomplete", count=len(self.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredApplication:
    """An application as the store has it.

    Parameters
    ----------
    trip
        Key of its trip.
    version
        What the next save must be based on.
    points
        What its scores come to, 0 to 1000; None as long as some are missing.
    terms_version
        Number of the terms that the company agreed to; None before it submits.
    """

    application: Application
    trip: str
    version: int
    points: int | None
    waiting_rank: int | None
    created_at: datetime
    changed_at: datetime
    submitted_at: datetime | None
    decided_at: datetime | None
    terms_version: int | None = None

    @property
    def reference(self) -> str:
        """What both sides call it."""
        return self.application.reference

    @property
    def status(self) -> ApplicationStatus:
        """Where it stands."""
        return self.application.status


def new_reference() -> str:
    """Return a fresh reference: eight signs, so that two hardly ever meet; the database refuses the same one."""
    return "".join(secrets.choice(SIGNS) for _ in range(REFERENCE_LENGTH))


def stored(row: ApplicationRow) -> StoredApplication:
    """Return a row as a value. Papers and trip must be loaded with it, or cost a query each."""
    return StoredApplication(
        application=application_of(row),
        trip=row.trip.key,
        version=row.version,
        points=row.points,
        waiting_rank=row.waiting_rank,
        created_at=row.created_at,
        changed_at=row.changed_at,
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        terms_version=row.terms_version,
    )


def application_of(row: ApplicationRow) -> Application:
    """Return the application that a row holds."""
    return replace(
        from_json(Application, row.data),
        reference=row.reference,
        status=ApplicationStatus(row.status),
        papers=tuple(paper_of(paper) for paper in row.papers.all()),
        fee_tier=row.fee_tier,
        sample=row.is_sample,
    )


def paper_of(row: PaperRow) -> Paper:
    """Return the paper that a row holds."""
    return Paper(
        id=row.key,
        kind=PaperKind(row.kind),
        name=row.name,
        media_type=row.media_type,
        size_bytes=row.size_bytes,
        sha256=row.sha256,
    )


def columns_of(application: Application) -> dict[str, Any]:
    """Return the columns for what a company wrote; status, fee and papers have services of their own."""
    company = application.company
    written = replace(
        application, reference="", status=ApplicationStatus.DRAFT, papers=(), fee_tier=None, sample=False
    )
    return {
        "company": company.name.strip(),
        "company_key": company.key,
        "contact_key": application.contact.email.strip().casefold(),
        "town": company.town.strip(),
        "region": company.region,
        "kind": company.kind.value,
        "size": company.size.value if company.size else "",
        "people": application.people_count,
        "language": application.language,
        "data": to_json(written),
    }


def find_application(*, reference: str, is_locked: bool = False) -> ApplicationRow:
    """Return the row of an application with its trip.

    Parameters
    ----------
    is_locked
        Whether others must wait until the caller's transaction ends.

    Raises
    ------
    NotFoundError
        When there is none.
    """
    rows = ApplicationRow.objects.select_related("trip").prefetch_related("papers")
    if is_locked:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(reference=reference.strip().upper()).first()
    if row is None:
        raise NotFoundError.of("application_unknown", reference=reference)
    return row


def change_application(
    row: ApplicationRow, *, now: datetime, expected_version: int | None = None, **columns: object
) -> ApplicationRow:
    """Change columns of an application, and return the row anew.

    Raises
    ------
    OvertakenError
        When somebody else has changed it since.
    """
    base = row.version if expected_version is None else expected_version
    changed = ApplicationRow.objects.filter(pk=row.pk, version=base).update(
        **columns, changed_at=now, version=base + 1
    )
    if not changed:
        raise overtaken("application", row.reference)
    return find_application(reference=row.reference)


def next_status(row: ApplicationRow, wanted: ApplicationStatus) -> str:
    """Return the wanted status for a row.

    Raises
    ------
    FaultError
        When it cannot follow the one there is.
    """
    try:
        return step(ApplicationStatus(row.status), wanted).value
    except StatusError as error:
        raise FaultError.of(
            "application_step", reference=row.reference, status=error.current, wanted=error.wanted
        ) from None


def selection_row(trip: TripRow, *, is_locked: bool = False) -> SelectionRow:
    """Return a trip's selection, made with the defaults of its call where it has none.

    Parameters
    ----------
    is_locked
        Whether others must wait until the caller's transaction ends.
    """
    SelectionRow.objects.get_or_create(trip=trip)
    rows = SelectionRow.objects.select_for_update() if is_locked else SelectionRow.objects
    return rows.get(trip=trip)


def terms_of(row: SelectionRow | None) -> ApplicationTerms:
    """Return what a trip asks of applications; the defaults where nothing is set."""
    return from_json(ApplicationTerms, row.terms) if row and row.terms else ApplicationTerms()


def criteria_of(row: SelectionRow | None) -> Criteria | None:
    """Return the criteria; None until they are set."""
    return from_json(Criteria, row.criteria) if row and row.criteria else None


def mix_of(row: SelectionRow | None) -> Mix | None:
    """Return the mix; None until it is set."""
    return from_json(Mix, row.mix) if row and row.mix else None


def today_of(trip: Trip, now: datetime) -> date:
    """Return the day it is where the organiser is."""
    return now.astimezone(ZoneInfo(trip.zone_of(None))).date()


def move_places(trip: TripRow, people: int) -> None:
    """Take places, or give them back; the caller holds the transaction.

    One statement changes the count, and the database refuses one above the maximum: however many come at once, the
    last place is given once.

    Raises
    ------
    FaultError
        When there are not so many places left.
    """
    if not people:
        return
    try:
        with transaction.atomic():
            SelectionRow.objects.filter(trip=trip).update(places_taken=F("places_taken") + people)
    except IntegrityError:
        row = SelectionRow.objects.get(trip=trip)
        raise NoPlaceError(wanted=people, left=row.places_max - row.places_taken) from None


class NoPlaceError(FaultError):
    """More people than places.

    Parameters
    ----------
    wanted, left
        Places asked for, and places there are.
    """

    def __init__(self, *, wanted: int, left: int) -> None:
        self.wanted, self.left = wanted, left
        super().__init__(
            f"{wanted} places are needed, {left} are left",
            holds="Nobody was admitted by this",
            advice="Admit fewer, or raise the number of places",
        )
        self.coded("no_place", wanted=wanted, left=left)
