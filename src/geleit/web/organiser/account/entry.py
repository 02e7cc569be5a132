"""Signing in without a form of allauth's: by a button of the demonstration, or by taking up an invitation."""

from django.contrib.auth import login
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from geleit.services.account_events import record_sign_in
from geleit.store.models import Account
from geleit.web.shared.frame import present

BACKEND = "geleit.web.organiser.account.backend.AccountBackend"


def sign_in(request: HttpRequest, account: Account, *, method: str) -> None:
    """Sign somebody in; the session gets a new key, and whoever was signed in before is not any more."""
    login(request, account, backend=BACKEND)
    record_sign_in(account=account, method=method, now=present(request))


def next_address(request: HttpRequest) -> str:
    """Return where to go after signing in: what the form asked for, on this site alone."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}) and wanted.startswith("/"):
        return wanted
    return reverse("organiser:trips")
