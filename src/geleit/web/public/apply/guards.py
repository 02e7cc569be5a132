"""What keeps programs and repeated clicks away from the form, without a third party and without a riddle."""

import hashlib
import secrets
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from django.conf import settings
from django.core import signing
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from geleit.services.count_attempts import count_attempt
from geleit.services.machine_clock import machine_now

TRAP: Final = "company-fax"
"""A field that people do not see; who fills it in is a program."""
FASTEST_S: Final = 4
"""Nobody reads the form and fills it in faster."""
STARTS_AN_HOUR: Final = {"address": 30, "browser": 6}
"""Applications begun from one address (many people may share it), and from one browser."""
LINKS_AN_HOUR: Final = {"address": 20, "browser": 5}
"""Requests for a new link."""
BODY_MAX: Final = 64_000_000
"""Bytes of a form with its files that are read at all."""
_HOUR_S: Final = 3600
_SALT: Final = "geleit.application-form"


@dataclass(frozen=True, slots=True)
class FormKey:
    """What marks one form: sent twice, it begins one application.

    Parameters
    ----------
    key
        Random, and known to that browser's page only.
    opened_at
        When the page was given out, in seconds of the machine's clock.
    """

    key: str
    opened_at: int


def new_form_key(opened_at: int | None = None) -> str:
    """Return a signed mark for a form that is given out now, or was then (seconds of the machine's clock)."""
    seconds = int(machine_now().timestamp()) if opened_at is None else opened_at
    return signing.dumps([secrets.token_urlsafe(18), seconds], salt=_SALT)


def read_form_key(text: str) -> FormKey | None:
    """Return what a mark says; None when it was not given out here."""
    try:
        key, opened_at = signing.loads(text, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return FormKey(str(key), int(opened_at))


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a form is not taken.

    Parameters
    ----------
    key
        ``trap``, ``key``, ``fast`` or ``often``: the words are ``ap_{key}_title`` and ``ap_{key}_text``.
    minutes
        How long to wait, where it came too often.
    """

    key: str
    minutes: int = 0

    @property
    def status(self) -> int:
        """The answer's status."""
        return 429 if self.key == "often" else 400


def objection_to(request: HttpRequest) -> Objection | None:
    """Return what speaks against a form that would begin an application; None when nothing does."""
    if request.POST.get(TRAP, ""):
        return Objection("trap")
    mark = read_form_key(request.POST.get("form_key", ""))
    if mark is None:
        return Objection("key")
    if machine_now().timestamp() - mark.opened_at < FASTEST_S:
        return Objection("fast")
    return None


def too_often(request: HttpRequest, what: str, limits: dict[str, int]) -> Objection | None:
    """Count a request, and object when there were too many within the hour.

    Parameters
    ----------
    what
        Which kind of request is counted.
    limits
        Requests an hour by ``address`` and by ``browser``.
    """
    now = machine_now()
    who = {"address": client_network(request), "browser": request.META.get("CSRF_COOKIE", "")}
    late_s = 0
    for kind, most in limits.items():
        digest = hashlib.sha256(f"{who[kind]}".encode()).hexdigest()[:32]
        found = count_attempt(name=f"{what}:{kind}:{digest}", span_s=_HOUR_S, machine_now=now)
        late_s = max(late_s, found.left_s if found.count > most else 0)
    return Objection("often", 1 + late_s // 60) if late_s else None


def client_network(request: HttpRequest) -> str:
    """Return who asks: the address, or the network of an IPv6 address, which one household has for itself.

    Behind a proxy (``GELEIT_PROXY``) the last entry of ``X-Forwarded-For`` is the one that the proxy has written.
    """
    told = str(request.META.get("REMOTE_ADDR", ""))
    if settings.GELEIT.proxy:
        told = request.headers.get("X-Forwarded-For", told).rpartition(",")[2].strip()
    try:
        address = ip_address(told)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(ip_network(f"{address}/64", strict=False))
    return str(address)


def refuse_too_large(request: HttpRequest) -> None:
    """Refuse what is too large before any of it is read.

    Raises
    ------
    RequestDataTooBig
        When the request says that it is.
    """
    told = request.META.get("CONTENT_LENGTH") or "0"
    if not told.isascii() or not told.isdigit() or int(told[:20]) > BODY_MAX:
        raise RequestDataTooBig(f"a form of {told[:20]} bytes; {BODY_MAX} are read")
