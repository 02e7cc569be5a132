"""What stands where in a trip, cut to what a member may see: counts, deadlines, versions, what to do next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from django.db.models import Count, Q, Sum

from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.status import NameListStatus, RequestStatus
from geleit.domain.text import Text
from geleit.services.access import Member, Permission
from geleit.services.list_my_trips import OPEN
from geleit.store.models import (
    ApplicationRow,
    DelegateRow,
    Draft,
    GroupRow,
    ItemRow,
    ProgrammeVersion,
    SelectionRow,
    TripRole,
)
from geleit.store.plain import from_json

SOON_DAYS: Final = 14
"""Days ahead within which a deadline calls for something to be done."""


class DueKind(StrEnum):
    """What a deadline is for."""

    APPLICATIONS = "applications"
    ANSWER = "answer"
    NAME_LIST = "name_list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A deadline.

    Parameters
    ----------
    title
        Of the item it belongs to; empty for the trip's own.
    days
        From today to the deadline, 0 on the day itself; negative when it has passed.
    """

    kind: DueKind
    day: date
    days: int
    title: Text = field(default_factory=Text)
    item: str = ""


class Step(StrEnum):
    """Something to do next."""

    ADD_ITEMS = "add_items"
    ASK_HOSTS = "ask_hosts"
    CHASE_ANSWERS = "chase_answers"
    SEND_NAME_LISTS = "send_name_lists"
    DECIDE_APPLICATIONS = "decide_applications"
    PLAN = "plan"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """A step with how many things it is about."""

    step: Step
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A published programme."""

    number: int
    published_at: datetime
    published_by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cockpit:
    """A trip at a glance.

    Parameters
    ----------
    requests
        Items by the status of their host request; only those one sees.
    seats, people
        Seats of all groups, and delegates; None for one who may not see all of them.
    places, taken
        Places that the selection gives away, and those given; None where nothing is set or one may not see.
    applications
        By status, drafts left out; None for one who may not see them.
    versions
        The newest first, at most five.
    drafts
        Plans that were not published; None for one who may not see them.
    todo
        The most urgent first; empty for one who may only read.
    """

    requests: Mapping[RequestStatus, int]
    dues: tuple[Due, ...]
    versions: tuple[Version, ...]
    todo: tuple[Todo, ...]
    seats: int | None = None
    people: int | None = None
    places: int | None = None
    taken: int | None = None
    applications: Mapping[ApplicationStatus, int] | None = None
    drafts: int | None = None
    members: int | None = None

    @property
    def items(self) -> int:
        """How many items one sees."""
        return sum(self.requests.values())

    @property
    def asked(self) -> int:
        """Items whose host was asked, whatever the answer."""
        return self.items - self.requests.get(RequestStatus.IDEA, 0)

    @property
    def firm(self) -> int:
        """Items whose host has committed itself."""
        return sum(count for status, count in self.requests.items() if status.is_firm)

    @property
    def undecided(self) -> int:
        """Applications that wait for a decision."""
        counted = self.applications or {}
        return sum(counted.get(ApplicationStatus(status), 0) for status in OPEN)

    @property
    def out(self) -> int:
        """Items that ended without a visit."""
        return sum(count for status, count in self.requests.items() if status.is_out)


_Row = tuple[str, str, date | None, Any, Any]


def read_cockpit(*, member: Member, today: date) -> Cockpit:
    """Return a trip at a glance, in at most eight queries however much is in it.

    Parameters
    ----------
    member
        Who looks: parts outside its scope are neither counted nor named.
    today
        The present day where the trip is organised.
    """
    trip = member.trip.id
    rows = [row for row in _item_rows(trip) if member.scope.is_all or row[0] in member.scope.items]
    requests: dict[RequestStatus, int] = {}
    for _, status, *_rest in rows:
        requests[RequestStatus(status)] = requests.get(RequestStatus(status), 0) + 1
    dues = tuple(sorted(_dues(member, rows, today), key=lambda due: (due.day, due.kind, due.item)))
    given: dict[str, Any] = {}
    if member.may(Permission.SEE_PROGRAMME):
        given |= {
            "seats": GroupRow.objects.filter(trip=trip).aggregate(n=Sum("seats"))["n"] or 0,
            "people": DelegateRow.objects.filter(trip=trip).count(),
            "drafts": Draft.objects.filter(trip=trip, published_as=None).count(),
        }
    if member.may(Permission.SEE_APPLICATIONS):
        given |= _applications(trip)
    if member.may(Permission.SEE_MEMBERS):
        given["members"] = TripRole.objects.filter(trip=trip).count()
    versions = _versions(trip)
    todo = tuple(_todo(member, requests, dues, given, bool(versions)))
    return Cockpit(requests=requests, dues=dues, versions=versions, todo=todo, **given)


def _item_rows(trip: int) -> Sequence[_Row]:
    rows = ItemRow.objects.filter(trip=trip).order_by("position")
    return list(rows.values_list("key", "request_status", "decide_by", "data__title", "data__name_list"))


def _dues(member: Member, rows: Sequence[_Row], today: date) -> Iterator[Due]:
    if member.trip.deadline:
        yield Due(
            kind=DueKind.APPLICATIONS, day=member.trip.deadline, days=(member.trip.deadline - today).days
        )
    for key, status, decide_by, title, names in rows:
        request = RequestStatus(status)
        if request.is_out:
            continue
        name = from_json(Text, title)
        if decide_by and not request.is_firm:
            yield Due(kind=DueKind.ANSWER, day=decide_by, days=(decide_by - today).days, title=name, item=key)
        due = date.fromisoformat(names["due"]) if names and names.get("due") else None
        if due and names.get("status", NameListStatus.OPEN) in (NameListStatus.OPEN, NameListStatus.FROZEN):
            yield Due(kind=DueKind.NAME_LIST, day=due, days=(due - today).days, title=name, item=key)


def _applications(trip: int) -> dict[str, Any]:
    counted = (
        ApplicationRow.objects.filter(trip=trip)
        .exclude(status=ApplicationStatus.DRAFT)
        .order_by()
        .values_list("status")
        .annotate(n=Count("pk"))
    )
    selection = SelectionRow.objects.filter(trip=trip).filter(~Q(places_max=0)).first()
    return {
        "applications": {ApplicationStatus(status): number for status, number in counted},
        "places": selection.places_max if selection else None,
        "taken": selection.places_taken if selection else None,
    }


def _versions(trip: int) -> tuple[Version, ...]:
    rows = ProgrammeVersion.objects.filter(trip=trip).order_by("-number")[:5]
    return tuple(
        Version(number=number, published_at=at, published_by=by, note=note)
        for number, at, by, note in rows.values_list("number", "published_at", "published_by", "note")
    )


def _todo(
    member: Member,
    requests: Mapping[RequestStatus, int],
    dues: Sequence[Due],
    given: Mapping[str, Any],
    has_version: bool,  # noqa: FBT001 # private, named at the call
) -> Iterator[Todo]:
    """Yield what to do next, for those who may do it."""
    if member.may(Permission.EDIT_PROGRAMME):
        if not requests:
            yield Todo(step=Step.ADD_ITEMS, count=0)
        soon = [due for due in dues if due.days <= SOON_DAYS]
        late = sum(due.kind is DueKind.ANSWER for due in soon)
        lists = sum(due.kind is DueKind.NAME_LIST for due in soon)
        ideas = requests.get(RequestStatus.IDEA, 0)
        found = ((Step.CHASE_ANSWERS, late), (Step.SEND_NAME_LISTS, lists), (Step.ASK_HOSTS, ideas))
        yield from (Todo(step=step, count=count) for step, count in found if count)
    if member.may(Permission.DECIDE_APPLICATIONS):
        waiting = sum((given["applications"] or {}).get(ApplicationStatus(status), 0) for status in OPEN)
        if waiting:
            yield Todo(step=Step.DECIDE_APPLICATIONS, count=waiting)
    if member.may(Permission.PUBLISH) and given["drafts"]:
        yield Todo(step=Step.PUBLISH, count=given["drafts"])
    elif member.may(Permission.EDIT_PROGRAMME) and requests and not has_version:
        yield Todo(step=Step.PLAN, count=sum(requests.values()))
