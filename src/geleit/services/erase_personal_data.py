"""Erase the personal data of those who applied, travelled and received, when the trip is over.

What stays is what took place: route, hosts, items, programmes without names, how many applied and travelled, and a
trail that says what was done when, but no longer to whom.
"""

import shutil
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q

from geleit.domain.applications.application import Application
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.services.keep_draft import programme_columns
from geleit.services.without_people import programme_without_people, trip_without_people
from geleit.store.convert import clear_parts, read_trip, trip_columns, write_parts
from geleit.store.models import (
    ApplicationRow,
    Attendance,
    AuditEntry,
    DelegatePage,
    Draft,
    Job,
    OutboxMail,
    PaperRow,
    PersonalLink,
    ProgrammeVersion,
    ProposalRow,
    SelectionRow,
    SharedKind,
    SharedPart,
    TripRole,
    TripRow,
    TripSnapshot,
)
from geleit.store.plain import from_json
from geleit.store.programmes import programme_of, trip_of

NAMELESS: Final = frozenset(
    {"trip", "version", "programme", "draft", "terms", "selection", "items", "hosts", "stations", "places"}
    | {"groups", "legs", "sectors", "rules", "pins", "item", "proposal"}
)
"""Kinds of subjects in the trail whose names are no person's; of all others only the kind stays."""
STAFF_LINKS: Final = "invitation"
"""The purpose of links for those who plan; they are no participants and stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """How much is erased, and what stays.

    Parameters
    ----------
    host_contacts
        People at hosts.
    mails, links, jobs
        Kept mails, personal links, and computations with their results.
    drafts
        Plans in progress; published programmes stay without names.
    audit
        Entries of the trail whose contents are taken out.
    programmes, items, hosts
        What stays.
    travelled, no_show
        Delegates; the counts stay.
    """

    delegates: int
    organisations: int
    host_contacts: int
    applications: int
    papers: int
    mails: int
    links: int
    jobs: int
    drafts: int
    audit: int
    programmes: int
    items: int
    hosts: int
    travelled: int
    no_show: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureView:
    """What an erasure would do, and whether it may be done.

    Parameters
    ----------
    is_over
        Whether the trip has ended where the organiser is.
    erased_at
        When it was done last; None before.
    """

    erasure: Erasure
    is_over: bool
    erased_at: datetime | None


def read_erasure(*, trip: str, now: datetime) -> ErasureView:
    """Return what would be erased and what would stay; nothing is changed.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    row = find_trip_row(key=trip)
    return ErasureView(erasure=_counted(row), is_over=_is_over(row, now), erased_at=row.erased_at)


def erase_personal_data(*, trip: str, confirmed: str, by: Actor, now: datetime) -> Erasure:
    """Erase the personal data of a trip's participants for good, and return how much there was.

    Backups that were made before still hold them; so do documents and lists that somebody has taken along.

    Parameters
    ----------
    confirmed
        The trip's id, typed by the one who asks for it.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    FaultError
        When the trip is not over, or was not named; nothing is erased then.
    """
    _overwrite_what_is_deleted()
    with transaction.atomic():
        row = TripRow.objects.select_for_update().get(pk=find_trip_row(key=trip).pk)
        if not _is_over(row, now):
            raise FaultError.of("trip_not_over", day=row.ends_on)
        if confirmed.strip() != row.key:
            raise FaultError.of("erasure_not_confirmed", trip=row.key)
        found = _counted(row)
        addresses, references = _addresses(row), _references(row)
        files = [(paper.file.storage, str(paper.file.name)) for paper in _papers(row)]
        _erase_plans(row)
        _erase_applications(row)
        _erase_ways(row, addresses, references)
        _erase_parts(row)
        _redact_trail(row, references)
        row.erased_at, row.version = now, row.version + 1
        row.save()
        record_audit(
            action="erase_personal_data",
            subject=f"trip:{row.key}",
            by=by,
            now=now,
            trip=row,
            after=asdict(found),
        )
        transaction.on_commit(lambda: _erase_files(row.key, files))
    return found


def _overwrite_what_is_deleted() -> None:
    """Have SQLite put zeros where deleted rows were; PostgreSQL's own VACUUM gives their space to others."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def _is_over(row: TripRow, now: datetime) -> bool:
    zone = read_trip(row).zone_of(None)
    return now.astimezone(ZoneInfo(zone)).date() > row.ends_on


def _counted(row: TripRow) -> Erasure:
    trip = read_trip(row)
    came = Counter(DelegatePage.objects.filter(trip=row).values_list("attendance", flat=True))
    return Erasure(
        delegates=len(trip.delegates),
        organisations=len(trip.organisations),
        host_contacts=sum(len(host.contacts) for host in trip.hosts),
        applications=ApplicationRow.objects.filter(trip=row).count(),
        papers=_papers(row).count(),
        mails=_mails(row, _addresses(row)).count(),
        links=_links(row, _references(row)).count(),
        jobs=Job.objects.filter(trip=row).count(),
        drafts=Draft.objects.filter(trip=row).count(),
        audit=_trail(row, _references(row)).count(),
        programmes=ProgrammeVersion.objects.filter(trip=row).count(),
        items=len(trip.items),
        hosts=len(trip.hosts),
        travelled=came[Attendance.TRAVELLED],
        no_show=came[Attendance.NO_SHOW],
    )


def _papers(row: TripRow) -> Any:  # noqa: ANN401 # a query set of Django's
    return PaperRow.objects.filter(application__trip=row)


def _references(row: TripRow) -> list[str]:
    return list(ApplicationRow.objects.filter(trip=row).values_list("reference", flat=True))


def _addresses(row: TripRow) -> list[str]:
    """Return the mail addresses of all who are concerned."""
    found = set(DelegatePage.objects.filter(trip=row).values_list("email", flat=True))
    for data in ApplicationRow.objects.filter(trip=row).values_list("data", flat=True):
        application = from_json(Application, data)
        found |= {application.contact.email, *(person.email for person in application.people)}
    found |= {contact.email for host in read_trip(row).hosts for contact in host.contacts}
    return sorted(found - {""})


def _mails(row: TripRow, addresses: list[str]) -> Any:  # noqa: ANN401 # a query set of Django's
    return OutboxMail.objects.filter(Q(trip=row) | Q(to__in=addresses))


def _links(row: TripRow, references: list[str]) -> Any:  # noqa: ANN401 # a query set of Django's
    own = Q(trip=row) | Q(purpose="application", subject__in=references)
    return PersonalLink.objects.filter(own).exclude(purpose=STAFF_LINKS)


def _trail(row: TripRow, references: list[str]) -> Any:  # noqa: ANN401 # a query set of Django's
    subjects = [f"application:{reference}" for reference in references]
    return AuditEntry.objects.filter(Q(trip=row) | Q(subject__in=subjects)).order_by("pk")


def _erase_plans(row: TripRow) -> None:
    """Take plans in progress away, and names out of published programmes; these keep their number and day."""
    Job.objects.filter(trip=row).delete()
    Draft.objects.filter(trip=row).delete()
    kept = list(ProgrammeVersion.objects.filter(trip=row).select_related("snapshot").order_by("number"))
    values = [
        (trip_without_people(trip_of(one)), programme_without_people(programme_of(one))) for one in kept
    ]
    ProgrammeVersion.objects.filter(trip=row).delete()
    TripSnapshot.objects.filter(trip=row).delete()
    for version, (trip, programme) in zip(kept, values, strict=True):
        columns = programme_columns(row, trip, programme)
        columns |= {"objective": version.objective, "bound": version.bound, "note": version.note}
        ProgrammeVersion.objects.create(
            trip=row,
            number=version.number,
            published_at=version.published_at,
            published_by=version.published_by,
            **columns,
        )


def _erase_applications(row: TripRow) -> None:
    ApplicationRow.objects.filter(trip=row).delete()
    ProposalRow.objects.filter(trip=row).delete()
    SelectionRow.objects.filter(trip=row).update(places_taken=0)


def _erase_ways(row: TripRow, addresses: list[str], references: list[str]) -> None:
    """Take away how people were reached: mails, links, their own pages, what was shared about them."""
    _mails(row, addresses).delete()
    _links(row, references).delete()
    DelegatePage.objects.filter(trip=row).delete()
    SharedPart.objects.filter(role__trip=row, kind=SharedKind.DELEGATE).delete()
    TripRole.objects.filter(trip=row).exclude(organisation="").update(organisation="")


def _erase_parts(row: TripRow) -> None:
    trip = trip_without_people(read_trip(row))
    clear_parts(row)
    for name, value in trip_columns(trip).items():
        setattr(row, name, value)
    write_parts(row, trip)


def _redact_trail(row: TripRow, references: list[str]) -> None:
    """Put in place of each entry one that says who planned what when, not to whom; entries are never edited."""
    rows = _trail(row, references)
    entries = [
        AuditEntry(
            trip_id=entry.trip_id,
            at=entry.at,
            actor=entry.actor
            if entry.account_id or ":" not in entry.actor
            else entry.actor.partition(":")[0],
            account_id=entry.account_id,
            action=entry.action,
            subject=entry.subject if entry.subject.partition(":")[0] in NAMELESS else _kind(entry.subject),
        )
        for entry in rows
    ]
    rows.delete()
    AuditEntry.objects.bulk_create(entries)


def _kind(subject: str) -> str:
    return subject.partition(":")[0].partition(" ")[0]


def _erase_files(trip: str, papers: list[tuple[Any, str]]) -> None:
    """Remove papers, documents with names, and workbooks that wait."""
    for storage, name in papers:
        storage.delete(name)
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with (
            connection.cursor() as cursor
        ):  # a reader may hold it up; the log is then emptied by the next one
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for folder in ("documents", "workbooks"):
        shutil.rmtree(Path(settings.GELEIT.data) / folder / trip, ignore_errors=True)
