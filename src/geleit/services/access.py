"""Who may see and do what in a trip: the one place that says so. Every organiser's view asks here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from geleit.domain.dates import DateSpan
from geleit.domain.text import Text
from geleit.services.guard import Actor
from geleit.store.models import DelegateRow, ItemRow, SharedKind, TripRole, TripRoleKind
from geleit.store.plain import from_json


class Permission(StrEnum):
    """What somebody may see or do in one trip."""

    SEE_TRIP = "see_trip"
    """That there is the trip, its dates, and a cockpit cut to what one may see."""
    SEE_SHARED = "see_shared"
    """Items, hosts and delegates within `Member.scope`; who may see the whole programme sees all of them."""
    EDIT_SHARED = "edit_shared"
    """Change those within `Member.scope`."""
    SEE_PROGRAMME = "see_programme"
    """The whole programme, drafts included: board, items, hosts, delegates, documents."""
    EDIT_PROGRAMME = "edit_programme"
    """Plan, move, pin; change items, hosts, delegates, groups; render documents."""
    PUBLISH = "publish"
    """Make a draft the version that everybody sees."""
    SEE_APPLICATIONS = "see_applications"
    """Applications with their papers and scores, criteria, mix, proposals."""
    DECIDE_APPLICATIONS = "decide_applications"
    """Score, examine, admit, refuse, replace, record fees."""
    SEE_LINKS = "see_links"
    """Which personal links there are; a link itself is known to nobody but whom it was sent to."""
    REVOKE_LINKS = "revoke_links"
    SEE_AUDIT = "see_audit"
    """The audit trail of the trip, and its export."""
    SEE_MEMBERS = "see_members"
    MANAGE_MEMBERS = "manage_members"
    """Invite, change roles, share with partners, remove."""


_PARTNER: Final = frozenset({Permission.SEE_TRIP, Permission.SEE_SHARED, Permission.EDIT_SHARED})
_READER: Final = frozenset(
    {Permission.SEE_TRIP, Permission.SEE_SHARED, Permission.SEE_PROGRAMME, Permission.SEE_APPLICATIONS}
)
_OWNER: Final = frozenset(Permission)

MAY: Final[Mapping[TripRoleKind, frozenset[Permission]]] = MappingProxyType(
    {
        TripRoleKind.OWNER: _OWNER,
        TripRoleKind.ORGANISER: _OWNER - {Permission.MANAGE_MEMBERS},
        TripRoleKind.PARTNER: _PARTNER,
        TripRoleKind.READER: _READER,
    }
)
"""What each role may. Somebody without a role may nothing, and learns not even that there is the trip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which parts of a trip somebody sees and edits.

    Parameters
    ----------
    is_all
        Every part; the sets are empty then.
    items, hosts, delegates
        Keys of those shared.
    """

    is_all: bool = False
    items: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    delegates: frozenset[str] = frozenset()

    def sees(self, kind: SharedKind, key: str) -> bool:
        """Whether a part lies within."""
        within = {
            SharedKind.ITEM: self.items,
            SharedKind.HOST: self.hosts,
            SharedKind.DELEGATE: self.delegates,
        }
        return self.is_all or key in within[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class TripHead:
    """What stands at the top of every page of a trip."""

    id: int
    key: str
    title: Text
    dates: DateSpan
    starts_on: date
    ends_on: date
    deadline: date | None
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who has a role in a trip.

    Parameters
    ----------
    account
        Number of the account.
    organisation
        Key of the organisation that a partner belongs to; empty for all others.
    """

    account: int
    email: str
    name: str
    role: TripRoleKind
    trip: TripHead
    scope: Scope
    organisation: str = ""
    permissions: frozenset[Permission] = field(default=frozenset())

    def may(self, permission: Permission) -> bool:
        """Whether the table allows it to this role."""
        return permission in self.permissions

    @property
    def actor(self) -> Actor:
        """Who acts, for services and the audit trail."""
        return Actor(name=self.email, account=self.account)


def find_member(*, trip: str, account: int | None) -> Member | None:
    """Return what an account is in a trip, or None for one who has no role there, and for a trip that is not there.

    One query; for a partner three more, for what is shared.

    Parameters
    ----------
    trip
        Key of the trip.
    account
        Number of the account; None for nobody signed in.
    """
    if account is None:
        return None
    row = (
        TripRole.objects.select_related("trip", "account").filter(trip__key=trip, account_id=account).first()
    )
    return None if row is None else member_of(row)


def member_of(row: TripRole) -> Member:
    """Return a role's row as a value; its trip and account are best fetched with it."""
    role = TripRoleKind(row.role)
    return Member(
        account=row.account_id,
        email=row.account.email,
        name=row.account.name or row.account.email,
        role=role,
        trip=trip_head(row),
        scope=_scope(row) if role is TripRoleKind.PARTNER else Scope(is_all=True),
        organisation=row.organisation,
        permissions=MAY[role],
    )


def trip_head(row: TripRole) -> TripHead:
    """Return the head of a role's trip."""
    trip = row.trip
    return TripHead(
        id=trip.pk,
        key=trip.key,
        title=from_json(Text, trip.data["title"]),
        dates=from_json(DateSpan, trip.data["dates"]),
        starts_on=trip.starts_on,
        ends_on=trip.ends_on,
        deadline=trip.deadline,
        version=trip.version,
    )


def _scope(row: TripRole) -> Scope:
    """Return what a partner sees: what is shared by name, the items of a shared host, and its own people."""
    named: dict[str, set[str]] = {kind: set() for kind in SharedKind.values}
    for kind, key in row.shared.values_list("kind", "key"):
        named[kind].add(key)
    hosts, items = named[SharedKind.HOST], named[SharedKind.ITEM]
    if hosts or items:
        for item, host in ItemRow.objects.filter(trip=row.trip_id).values_list("key", "host__key"):
            if host in named[SharedKind.HOST]:
                items.add(item)
    delegates = named[SharedKind.DELEGATE]
    if row.organisation:
        own = DelegateRow.objects.filter(trip=row.trip_id, organisation__key=row.organisation)
        delegates.update(own.values_list("key", flat=True))
    return Scope(items=frozenset(items), hosts=frozenset(hosts), delegates=frozenset(delegates))
