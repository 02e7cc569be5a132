"""How every view of organisers is guarded: who is not signed in signs in, who may not see gets a 404.

What each role may stands in ``services.access.MAY``, nowhere else.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseNotAllowed

from geleit.services.access import Member, Permission, TripHead, find_member
from geleit.services.guard import Actor
from geleit.store.models import Account
from geleit.web.organiser.frame import OrganiserFrame, account_frame, trip_frame

SAFE: Final = ("GET", "HEAD")


class SignedInRequest(HttpRequest):
    """A request of somebody who is signed in."""

    user: Account
    organiser: OrganiserFrame


class TripRequest(SignedInRequest):
    """A request of a trip's member."""

    member: Member
    trip: TripHead


SignedInView = Callable[Concatenate[Any, ...], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, ...], HttpResponseBase]


def signed_in(view: SignedInView) -> View:
    """Let those see a view who are signed in; all others sign in first and come back."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 # passed on
        if not request.user.is_authenticated:
            return redirect_to_login(_way_back(request))
        request.organiser = account_frame(request)  # type: ignore[attr-defined] # this makes a SignedInRequest of it
        return view(request, *args, **kwargs)

    return guarded


def organiser_view(see: Permission, *, change: Permission | None = None) -> Callable[[SignedInView], View]:
    """Let those members of a trip see a view who may.

    The address names the trip as ``trip``, which the view is given as its second argument; the request then is a
    `TripRequest`. Who has no role in the trip, or may not see, gets a 404 and so does not learn what there is; who
    may see but not change, and tries to, gets a 403.

    Parameters
    ----------
    see
        What GET and HEAD need, and every other method too.
    change
        What every other method needs besides; None for a view that only shows, which answers 405 to them.
    """

    def decorate(view: SignedInView) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, trip: str, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 # passed on
            if not request.user.is_authenticated:
                return redirect_to_login(_way_back(request))
            member = find_member(trip=trip, account=request.user.pk)
            if member is None or not member.may(see):
                raise Http404("no such page for this account")
            if request.method not in SAFE:
                if change is None:
                    return HttpResponseNotAllowed(SAFE)
                if not member.may(change):
                    raise PermissionDenied
            request.member, request.trip = member, member.trip  # type: ignore[attr-defined] # makes a TripRequest of it
            request.organiser = trip_frame(request, member)  # type: ignore[attr-defined] # as above
            return view(request, trip, *args, **kwargs)

        return guarded

    return decorate


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts, for services."""
    return Actor(name=str(getattr(request.user, "email", "")), account=request.user.pk)


def _way_back(request: HttpRequest) -> str:
    """Return where to come back to after signing in: a form that was sent is not sent again."""
    return request.get_full_path() if request.method in SAFE else request.path
