"""Who has a role in a trip: listed, changed, removed, and what is shared with partners."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geleit.services.audit import record_audit
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.find_trip import overtaken
from geleit.services.guard import Actor
from geleit.store.models import (
    DelegateRow,
    HostRow,
    Invitation,
    ItemRow,
    OrganisationRow,
    SharedKind,
    SharedPart,
    TripRole,
    TripRoleKind,
    TripRow,
)

Shared = tuple[SharedKind, str]
"""A part of a trip by kind and key."""


class LastOwnerError(FaultError):
    """A trip must keep an owner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """A member as the list shows it.

    Parameters
    ----------
    id
        Number of the role.
    shared
        How many parts are shared with a partner by name.
    """

    id: int
    account: int
    name: str
    email: str
    role: TripRoleKind
    organisation: str
    shared: int
    is_demo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLine:
    """An invitation that nobody has taken up yet."""

    id: int
    email: str
    role: TripRoleKind
    invited_by: str
    invited_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """Everybody with a role in a trip, and those invited."""

    members: tuple[MemberLine, ...]
    invitations: tuple[InvitationLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that can be shared."""

    kind: SharedKind
    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What is shared with a partner, and what could be.

    Parameters
    ----------
    version
        What the next change must be based on.
    organisations
        Of the trip: key and name.
    """

    id: int
    name: str
    email: str
    version: int
    role: TripRoleKind
    organisation: str
    shared: frozenset[Shared]
    choices: tuple[Choice, ...]
    organisations: tuple[tuple[str, str], ...]


def list_members(*, trip: int) -> Members:
    """Return a trip's members, owners first, and its open invitations; three queries.

    Parameters
    ----------
    trip
        Number of the trip's row.
    """
    order = list(TripRoleKind)
    roles = TripRole.objects.filter(trip=trip).select_related("account").prefetch_related("shared")
    members = [
        MemberLine(
            id=row.pk,
            account=row.account_id,
            name=row.account.name or row.account.email,
            email=row.account.email,
            role=TripRoleKind(row.role),
            organisation=row.organisation,
            shared=len(row.shared.all()),
            is_demo=row.account.is_demo,
        )
        for row in roles
    ]
    invitations = tuple(
        InvitationLine(
            id=row.pk,
            email=row.email,
            role=TripRoleKind(row.role),
            invited_by=row.invited_by,
            invited_at=row.invited_at,
        )
        for row in Invitation.objects.filter(trip=trip, accepted_at=None)
    )
    members.sort(key=lambda line: (order.index(line.role), line.name.casefold(), line.id))
    return Members(members=tuple(members), invitations=invitations)


def read_sharing(*, trip: int, role: int) -> Sharing:
    """Return one member with all that can be shared; six queries.

    Raises
    ------
    NotFoundError
        When the trip has no such role.
    """
    row = _role(trip, role)
    choices = [
        Choice(kind=kind, key=key, label=label)
        for kind, model in (
            (SharedKind.ITEM, ItemRow),
            (SharedKind.HOST, HostRow),
            (SharedKind.DELEGATE, DelegateRow),
        )
        for key, label in model.objects.filter(trip=trip).order_by("position").values_list("key", "label")
    ]
    organisations = OrganisationRow.objects.filter(trip=trip).order_by("label").values_list("key", "label")
    return Sharing(
        id=row.pk,
        name=row.account.name or row.account.email,
        email=row.account.email,
        version=row.version,
        role=TripRoleKind(row.role),
        organisation=row.organisation,
        shared=_shared(row),
        choices=tuple(choices),
        organisations=tuple(organisations),
    )


def change_member(
    *,
    trip: int,
    role: int,
    expected_version: int,
    kind: TripRoleKind,
    organisation: str = "",
    shared: Iterable[Shared] = (),
    by: Actor,
    now: datetime,
) -> None:
    """Give a member another role, or share other parts with it.

    Parameters
    ----------
    role
        Number of the role.
    expected_version
        The role's version that the change is based on.
    organisation, shared
        Of a partner alone; for all others they are left out.

    Raises
    ------
    NotFoundError
        When the trip has no such role, organisation or part.
    LastOwnerError
        When the trip would be without an owner.
    OvertakenError
        When somebody else has changed it since.
    """
    is_partner = kind is TripRoleKind.PARTNER
    wanted = frozenset(shared) if is_partner else frozenset()
    with transaction.atomic():
        _lock(trip)
        row = _role(trip, role)
        if row.version != expected_version:
            raise overtaken("access", row.account.email)
        _keep_an_owner(trip, row, kind)
        _check(trip, organisation if is_partner else "", wanted)
        before = _plain(row)
        row.role, row.organisation = kind, organisation if is_partner else ""
        row.version += 1
        row.save(update_fields=["role", "organisation", "version"])
        row.shared.all().delete()
        SharedPart.objects.bulk_create(
            SharedPart(role=row, kind=part, key=key) for part, key in sorted(wanted)
        )
        record_audit(
            action="change_member",
            subject=f"member:{row.account.email}"[:200],
            by=by,
            now=now,
            trip=row.trip,
            before=before,
            after=_plain(row),
        )


def remove_member(*, trip: int, role: int, expected_version: int, by: Actor, now: datetime) -> None:
    """Take somebody's role away; the account stays, and what it did stays in the audit trail.

    Raises
    ------
    NotFoundError
        When the trip has no such role.
    LastOwnerError
        When the trip would be without an owner.
    OvertakenError
        When somebody else has changed it since.
    """
    with transaction.atomic():
        _lock(trip)
        row = _role(trip, role)
        if row.version != expected_version:
            raise overtaken("access", row.account.email)
        _keep_an_owner(trip, row, None)
        record_audit(
            action="remove_member",
            subject=f"member:{row.account.email}"[:200],
            by=by,
            now=now,
            trip=row.trip,
            before=_plain(row),
        )
        row.delete()


def _lock(trip: int) -> None:
    """Let changes of a trip's roles come one after the other, so that two cannot take the last owner away."""
    TripRow.objects.select_for_update().get(pk=trip)


def _role(trip: int, role: int) -> TripRole:
    row = TripRole.objects.select_related("account", "trip").filter(pk=role, trip=trip).first()
    if row is None:
        raise NotFoundError.of("member_unknown", role=role)
    return row


def _keep_an_owner(trip: int, row: TripRole, wanted: TripRoleKind | None) -> None:
    if row.role != TripRoleKind.OWNER or wanted is TripRoleKind.OWNER:
        return
    if TripRole.objects.filter(trip=trip, role=TripRoleKind.OWNER).count() < 2:
        raise LastOwnerError.of("last_owner", email=row.account.email)


def _check(trip: int, organisation: str, shared: frozenset[Shared]) -> None:
    if organisation and not OrganisationRow.objects.filter(trip=trip, key=organisation).exists():
        raise NotFoundError.of("organisation_unknown", organisation=organisation)
    for kind, model in (
        (SharedKind.ITEM, ItemRow),
        (SharedKind.HOST, HostRow),
        (SharedKind.DELEGATE, DelegateRow),
    ):
        keys = {key for part, key in shared if part is kind}
        if keys:
            known = set(model.objects.filter(trip=trip, key__in=keys).values_list("key", flat=True))
            if missing := sorted(keys - known):
                raise NotFoundError.of("shared_unknown", kind=kind, key=missing[0])


def _shared(row: TripRole) -> frozenset[Shared]:
    return frozenset((SharedKind(kind), key) for kind, key in row.shared.values_list("kind", "key"))


def _plain(row: TripRole) -> dict[str, object]:
    """Return a role for the audit trail."""
    shared = sorted(f"{kind.value}:{key}" for kind, key in _shared(row))
    return {"role": str(row.role), "organisation": row.organisation, "shared": shared}
