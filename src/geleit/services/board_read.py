"""The board: one programme of a trip, what is wrong with it as the trip is now, and what the background does for it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final

from django.db.models import Exists, OuterRef, Q, Subquery

from geleit.domain.programme import Programme
from geleit.domain.trip import Trip
from geleit.domain.violations import Violation, ViolationCode
from geleit.services.board_kept import (
    KeptProgramme,
    KeptTrip,
    kept_draft,
    kept_faults,
    kept_trip,
    kept_version,
    renewed,
)
from geleit.services.faults import NotFoundError
from geleit.services.find_trip import overtaken
from geleit.services.jobs.manage import JobView, view_of
from geleit.services.plan_stored_trip import SUBJECT as PLAN
from geleit.store.models import Draft, DraftStep, Job, ProgrammeVersion, TripRow

REPAIR: Final = "repair"
"""Subject of the jobs that look for repairs; the draft's number follows after a colon."""
DRAFTS_SHOWN: Final = 12
VERSIONS_SHOWN: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What a change is based on: a draft in one of its versions, or a published version.

    As text ``d12.4`` or ``v3``; whoever changes something says which stand it was seen on.
    """

    draft: int | None = None
    version: int = 0

    def __str__(self) -> str:
        return f"v{self.version}" if self.draft is None else f"d{self.draft}.{self.version}"

    @classmethod
    def of(cls, text: str) -> "Stand":
        """Return the stand that a text names.

        Raises
        ------
        NotFoundError
            When it names none.
        """
        kind, rest = text[:1], text[1:]
        numbers = rest.split(".")
        wanted = {"d": 2, "v": 1}.get(kind, 0)
        if len(numbers) != wanted or not all(n.isascii() and n.isdigit() and len(n) < 10 for n in numbers):
            raise NotFoundError.of("stand_unknown", stand=text)
        if kind == "v":
            return cls(version=int(numbers[0]))
        return cls(draft=int(numbers[0]), version=int(numbers[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A draft among others.

    Parameters
    ----------
    objective
        In eighths of a point.
    is_worked_on
        Somebody has changed it or taken it on; a plan that was computed is only an offer until then.
    """

    id: int
    version: int
    note: str
    objective: int | None
    changed_at: datetime
    by: str
    based_on: int | None
    is_worked_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A published version among others."""

    number: int
    note: str
    published_at: datetime
    row: int


@dataclass(frozen=True, kw_only=True)
class Board:
    """Everything that the board shows.

    Parameters
    ----------
    trip
        The trip as it is now; as it was planned where a part of the programme has been taken out of it since.
    stand
        What changes are to be based on; None while there is no programme at all.
    faults
        What the checker finds wrong as the trip is now.
    is_overtaken
        The trip has changed since the programme was made of it.
    is_gone
        Something of the programme is no longer in the trip, so the board shows the trip as it was and changes nothing.
    """

    row: TripRow
    now: KeptTrip
    shown: KeptProgramme | None
    stand: Stand | None
    draft: DraftLine | None
    version: VersionLine | None
    drafts: tuple[DraftLine, ...]
    versions: tuple[VersionLine, ...]
    faults: tuple[Violation, ...]
    plan_job: JobView | None
    repair_job: JobView | None
    can_undo: bool

    @property
    def programme(self) -> Programme:
        """The programme; an empty one where there is none."""
        return self.shown.programme if self.shown else Programme(trip=self.row.key)

    @property
    def trip(self) -> Trip:
        """The trip to show it with."""
        return self.shown.trip if self.shown and self.is_gone else self.now.trip

    @cached_property
    def is_gone(self) -> bool:
        """Whether something of the programme is no longer in the trip."""
        return any(fault.code is ViolationCode.UNKNOWN_ID for fault in self.faults)

    @property
    def is_overtaken(self) -> bool:
        """Whether the trip has changed since."""
        return self.shown is not None and self.shown.digest != self.now.digest


def read_board(*, row: TripRow, stand: Stand | None = None, wanted: str = "") -> Board:
    """Return the board of a trip.

    Five to seven queries and no more than twice as many where the process sees a stand for the first time.

    Parameters
    ----------
    stand
        The very stand that is wanted; None for the newest.
    wanted
        ``d12`` or ``v3``: the draft or the version to show instead of the newest draft.

    Raises
    ------
    NotFoundError
        When there is no such draft or version.
    OvertakenError
        When a stand is given and there is a newer one.
    """
    versions = _versions(row)
    drafts = _drafts(row)
    draft, version = _chosen(drafts, versions, str(stand).split(".")[0] if stand else wanted)
    found = _stand(draft, version)
    if stand is not None and stand != found:
        raise overtaken("programme")
    now = kept_trip(row)
    shown = None
    if draft is not None:
        shown = kept_draft(draft.id, draft.version)
    elif version is not None:
        shown = kept_version(version.row)
    shown = renewed(now, shown) if shown else None
    jobs = _jobs(row, draft)
    return Board(
        row=row,
        now=now,
        shown=shown,
        stand=found,
        draft=draft,
        version=version,
        drafts=drafts[:DRAFTS_SHOWN],
        versions=versions,
        faults=kept_faults(now, shown) if shown else (),
        plan_job=jobs.get(PLAN),
        repair_job=next((job for subject, job in jobs.items() if subject != PLAN), None),
        can_undo=draft is not None and draft.is_worked_on,
    )


def boards_in_use(*, most: int) -> tuple[TripRow, ...]:
    """Return at most so many trips that have a programme, the one whose programme was changed last first."""
    newest = Draft.objects.filter(trip=OuterRef("pk")).order_by("-changed_at").values("changed_at")[:1]
    rows = TripRow.objects.annotate(newest=Subquery(newest)).filter(newest__isnull=False)
    return tuple(rows.order_by("-newest")[:most])


def _stand(draft: DraftLine | None, version: VersionLine | None) -> Stand | None:
    if draft is not None:
        return Stand(draft=draft.id, version=draft.version)
    return Stand(version=version.number) if version is not None else None


def _chosen(
    drafts: tuple[DraftLine, ...], versions: tuple[VersionLine, ...], wanted: str
) -> tuple[DraftLine | None, VersionLine | None]:
    """Return the wanted draft or version; else what people work on, else what is published, else what is offered.

    A plan that was computed never takes the place of what is on the board.
    """
    if wanted:
        number = int(wanted[1:]) if wanted[1:].isascii() and wanted[1:].isdigit() else -1
        drafted = next((one for one in drafts if wanted[:1] == "d" and one.id == number), None)
        published = next((one for one in versions if wanted[:1] == "v" and one.number == number), None)
        if drafted is None and published is None:
            raise NotFoundError.of("draft_not_open", wanted=wanted)
        return drafted, published
    newest = versions[0] if versions else None
    current = [one for one in drafts if one.based_on == (newest.number if newest else None)]
    worked_on = next((one for one in current if one.is_worked_on), None)
    if worked_on is not None or newest is not None:
        return worked_on, None if worked_on else newest
    return next(iter(current), None), None


def _versions(row: TripRow) -> tuple[VersionLine, ...]:
    found = ProgrammeVersion.objects.filter(trip=row).order_by("-number")
    values = found.values_list("pk", "number", "note", "published_at")[:VERSIONS_SHOWN]
    return tuple(
        VersionLine(row=pk, number=number, note=note, published_at=when) for pk, number, note, when in values
    )


def _drafts(row: TripRow) -> tuple[DraftLine, ...]:
    fields = ("pk", "version", "note", "objective", "changed_at", "created_by__email", "based_on__number")
    worked_on = Exists(DraftStep.objects.filter(draft=OuterRef("pk")))
    found = Draft.objects.filter(trip=row, published_as=None).annotate(worked_on=worked_on)
    values = found.order_by("-changed_at", "-pk").values_list(*fields, "worked_on")
    return tuple(
        DraftLine(
            id=pk,
            version=version,
            note=note,
            objective=worth,
            changed_at=when,
            by=by or "",
            based_on=based_on,
            is_worked_on=is_worked_on,
        )
        for pk, version, note, worth, when, by, based_on, is_worked_on in values
    )


def _jobs(row: TripRow, draft: DraftLine | None) -> dict[str, JobView]:
    """Return the newest job of planning, and of repairing this draft."""
    subjects = Q(subject=PLAN)
    if draft is not None:
        subjects |= Q(subject=f"{REPAIR}:{draft.id}")
    found: dict[str, JobView] = {}
    for job in Job.objects.filter(subjects, trip=row)[:20]:
        if job.subject not in found:
            found[job.subject] = view_of(job)
    return found
