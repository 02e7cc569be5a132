"""The accounts of a demonstration, for the page that explains them."""

from dataclasses import dataclass

from geleit.store.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoRole:
    """What an account may do: ``owner``, ``organiser``, ``partner`` or ``reader`` of these trips, named by key."""

    kind: str
    trips: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAccount:
    """An account that anyone may use in a demonstration."""

    email: str
    name: str
    roles: tuple[DemoRole, ...]


def list_demo_accounts() -> tuple[DemoAccount, ...]:
    """Return the demonstration's accounts with their roles, in two queries whatever their number."""
    found = (
        Account.objects.filter(is_demo=True, is_active=True).prefetch_related("roles__trip").order_by("pk")
    )
    return tuple(
        DemoAccount(
            email=account.email,
            name=account.name or account.email,
            roles=_roles(account),
        )
        for account in found
    )


def _roles(account: Account) -> tuple[DemoRole, ...]:
    by_kind: dict[str, list[str]] = {}
    for role in account.roles.all():
        by_kind.setdefault(role.role, []).append(role.trip.key)
    return tuple(DemoRole(kind=kind, trips=tuple(sorted(keys))) for kind, keys in by_kind.items())
