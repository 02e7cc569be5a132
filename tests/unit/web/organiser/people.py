"""People with a role in a trip, for tests of organisers' pages."""

from dataclasses import replace
from datetime import UTC, date, datetime

from geleit.domain.hosts import Host, HostRequest, NameList
from geleit.domain.kinds import HostKind
from geleit.domain.people import Organisation
from geleit.domain.status import RequestStatus
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.services.guard import SYSTEM
from geleit.services.import_trip import import_trip
from geleit.store.models import Account, SharedKind, SharedPart, TripRole, TripRow
from tests.factories import change_delegate, change_item, make_trip

NOW = datetime(2025, 3, 3, 9, tzinfo=UTC)
PASSWORD = "long enough to be safe"  # noqa: S105 # of accounts that live for one test


def hosted_trip() -> Trip:
    """Return the tiny trip with a host, requests in several states, and a company that Anna and Bert come from."""
    trip = make_trip(
        hosts=(Host(id="acme-inc", name=Text.of("Acme"), kind=HostKind.COMPANY),),
        organisations=(Organisation(id="lens", name=Text.of("Lens GmbH")),),
    )
    trip = change_item(trip, "acme", host="acme-inc", request=HostRequest(decide_by=date(2025, 3, 10)))
    trip = change_item(trip, "beta", request=HostRequest(status=RequestStatus.CONFIRMED))
    trip = change_item(trip, "talk", request=HostRequest(status=RequestStatus.IDEA))
    trip = change_item(trip, "gamma", request=HostRequest(status=RequestStatus.DECLINED))
    trip = change_item(trip, "university", name_list=NameList(due=date(2025, 3, 1)))
    trip = change_delegate(trip, "anna", organisation="lens")
    return change_delegate(trip, "bert", organisation="lens")


def store(trip: Trip | None = None, **changes: object) -> TripRow:
    """Keep a trip in the store."""
    wanted = trip or hosted_trip()
    return import_trip(trip=replace(wanted, **changes) if changes else wanted, by=SYSTEM, now=NOW)  # type: ignore[arg-type] # whatever a trip has


def account(name: str = "olga", **fields: object) -> Account:
    """Make an account."""
    return Account.objects.create_user(f"{name}@agency.example", PASSWORD, name=name.title(), **fields)


def member(trip: TripRow, role: str = "owner", *, name: str = "") -> Account:
    """Make an account with a role in a trip, named by its role."""
    made = account(name or role)
    TripRole.objects.create(trip=trip, account=made, role=role)
    return made


def share(account: Account, *parts: tuple[SharedKind, str], organisation: str = "") -> TripRole:
    """Share parts with a partner."""
    role = TripRole.objects.get(account=account)
    role.organisation = organisation
    role.save()
    SharedPart.objects.bulk_create(SharedPart(role=role, kind=kind, key=key) for kind, key in parts)
    return role


__all__ = ["NOW", "PASSWORD", "account", "hosted_trip", "member", "share", "store"]
