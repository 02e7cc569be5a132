"""Who may see and do what with applications, in one place.

Owners and organisers see, score and decide; readers see; partners and everybody else get the answer of an address
that leads nowhere: applications are no business of theirs.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from geleit.services.guard import Actor
from geleit.services.trip_role import trip_role

SEES: Final = frozenset({"owner", "organiser", "reader"})
ACTS: Final = frozenset({"owner", "organiser"})

View = Callable[Concatenate[HttpRequest, str, ...], HttpResponse]


def for_selection(view: View) -> View:
    """Let those see a view who may; requests that change something need more."""

    @wraps(view)
    def guarded(request: HttpRequest, trip: str, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ANN401 # passed on
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        role = trip_role(trip=trip, account=request.user.pk)
        if role not in SEES:
            raise Http404("no such trip for this account")
        if request.method not in ("GET", "HEAD") and role not in ACTS:
            raise PermissionDenied
        request.may_act = role in ACTS  # type: ignore[attr-defined] # for the templates
        return view(request, trip, *args, **kwargs)

    return guarded


def may_act(request: HttpRequest) -> bool:
    """Whether the one who asks may change something."""
    return bool(getattr(request, "may_act", False))


def actor(request: HttpRequest) -> Actor:
    """Return who acts."""
    return Actor(name=str(getattr(request.user, "email", "")), account=request.user.pk)
