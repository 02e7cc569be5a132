"""The accounts of a demonstration, for the page that explains them."""

from dataclasses import dataclass

from geleit.store.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoRole:
    """What an account may do with a trip: ``owner``, ``organiser``, ``partner`` or ``reader``."""

    kind: str
    trip: str


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
            roles=tuple(
                DemoRole(kind=role.role, trip=role.trip.label)
                for role in sorted(account.roles.all(), key=lambda role: role.trip.key)
            ),
        )
        for account in found
    )
