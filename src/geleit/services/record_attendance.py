"""After the trip: who travelled, and who did not come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from geleit.domain.applications.status import ApplicationStatus
from geleit.domain.kinds import Role
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.services.applications_common import change_application, find_application, next_status
from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import find_trip_row
from geleit.services.guard import Actor
from geleit.store.convert import read_trip
from geleit.store.models import ApplicationRow, Attendance, DelegatePage, TripRow

_CAME = {
    Attendance.TRAVELLED: ApplicationStatus.TRAVELLED,
    Attendance.NO_SHOW: ApplicationStatus.NO_SHOW,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traveller:
    """One delegate after the trip.

    Parameters
    ----------
    attendance
        None as long as nobody has said.
    """

    id: str
    name: str
    role: Role
    organisation: Text
    attendance: Attendance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmittedCompany:
    """An application that held a place.

    Parameters
    ----------
    status
        Admitted, travelled or not come.
    """

    reference: str
    company: str
    people: int
    status: ApplicationStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterTrip:
    """Who was to travel.

    Parameters
    ----------
    has_begun
        Whether the trip has begun where the organiser is; before that nothing is recorded.
    """

    travellers: tuple[Traveller, ...]
    companies: tuple[AdmittedCompany, ...]
    has_begun: bool


def read_attendance(*, trip: str, now: datetime) -> AfterTrip:
    """Return the delegates and the admitted companies with what is recorded of them.

    Raises
    ------
    NotFoundError
        When there is no such trip.
    """
    row = find_trip_row(key=trip)
    value = read_trip(row)
    known = dict(DelegatePage.objects.filter(trip=row).values_list("delegate", "attendance"))
    held = [each.value for each in ApplicationStatus if each.holds_places]
    return AfterTrip(
        travellers=tuple(
            Traveller(
                id=each.id,
                name=each.name,
                role=each.role,
                organisation=_organisation(value, each.organisation),
                attendance=Attendance(known[each.id]) if known.get(each.id) else None,
            )
            for each in value.delegates
        ),
        companies=tuple(
            AdmittedCompany(
                reference=each.reference,
                company=each.company,
                people=each.people,
                status=ApplicationStatus(each.status),
            )
            for each in ApplicationRow.objects.filter(trip=row, status__in=held).order_by("company", "pk")
        ),
        has_begun=has_begun(row, value, now),
    )


def record_attendance(
    *,
    trip: str,
    delegates: Mapping[str, Attendance | None],
    companies: Mapping[str, Attendance],
    by: Actor,
    now: datetime,
) -> int:
    """Record who came along, and return how many entries that changes.

    Parameters
    ----------
    delegates
        By delegate id; None takes back what was said.
    companies
        By the reference of an admitted application; what is recorded there stays, for its status is its end.

    Raises
    ------
    NotFoundError
        When there is no such trip, delegate or application.
    FaultError
        When the trip has not begun, or an application holds no place.
    """
    with transaction.atomic():
        row = TripRow.objects.select_for_update().get(pk=find_trip_row(key=trip).pk)
        value = read_trip(row)
        if not has_begun(row, value, now):
            raise FaultError.of("not_begun", day=value.dates.earliest)
        unknown = sorted(set(delegates) - set(value.delegate_by_id))
        if unknown:
            raise NotFoundError.of("delegate_not_found", delegate=unknown[0])
        changed = sum(_recorded(row, key, said, by, now) for key, said in delegates.items())
        return changed + sum(_company(row, key, said, by, now) for key, said in companies.items())


def has_begun(row: TripRow, trip: Trip, now: datetime) -> bool:
    """Whether the trip has begun where the organiser is."""
    return now.astimezone(ZoneInfo(trip.zone_of(None))).date() >= row.starts_on


def _recorded(row: TripRow, delegate: str, said: Attendance | None, by: Actor, now: datetime) -> int:
    page, _ = DelegatePage.objects.get_or_create(trip=row, delegate=delegate)
    wanted = said.value if said else ""
    if page.attendance == wanted:
        return 0
    before, page.attendance = page.attendance, wanted
    page.save(update_fields=["attendance"])
    record_audit(
        action="record_attendance",
        subject=f"delegates:{delegate}",
        by=by,
        now=now,
        trip=row,
        before={"attendance": before},
        after={"attendance": wanted},
    )
    return 1


def _company(row: TripRow, reference: str, said: Attendance, by: Actor, now: datetime) -> int:
    found = find_application(reference=reference, is_locked=True)
    if found.trip_id != row.pk:
        raise FaultError.of("application_elsewhere", reference=reference)
    wanted = _CAME[said]
    if found.status == wanted:
        return 0
    before = found.status
    change_application(found, now=now, status=next_status(found, wanted))
    record_audit(
        action="record_attendance",
        subject=f"application:{found.reference}",
        by=by,
        now=now,
        trip=row,
        before={"status": before},
        after={"status": wanted.value},
    )
    return 1


def _organisation(trip: Trip, key: str | None) -> Text:
    found = trip.organisation_by_id.get(key or "")
    return found.name if found else Text()
