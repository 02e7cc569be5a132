"""The accounts of a demonstration, with the way to sign in as one of them."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from geleit.services.list_demo_accounts import list_demo_accounts


def demo_accounts() -> Mapping[str, Any]:
    """Return what ``public/accounts.html`` shows; nobody outside a demonstration."""
    accounts = list_demo_accounts() if settings.GELEIT.demo else ()
    trips = sorted({trip for account in accounts for role in account.roles for trip in role.trips})
    return {
        "accounts": accounts,
        "sign_in": _address("organiser:demo_sign_in"),
        "sample_url": _address("delegate:sample"),
        "sample_trips": trips,
    }


def _address(name: str) -> str:
    """Return the address of a view of another surface; empty in an installation without it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
