"""The accounts of a demonstration, with the way to sign in as one of them."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from geleit.services.list_demo_accounts import list_demo_accounts


def demo_accounts() -> Mapping[str, Any]:
    """Return what ``public/accounts.html`` shows; nobody outside a demonstration."""
    return {"accounts": list_demo_accounts() if settings.GELEIT.demo else (), "sign_in": _sign_in()}


def _sign_in() -> str:
    """Return where a demonstration's account signs in; empty in an installation without the organisers' surface."""
    try:
        return reverse("organiser:demo_sign_in")
    except NoReverseMatch:
        return ""
