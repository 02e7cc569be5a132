"""How every page of a delegate is opened: by the token in its address, and by nothing else.

The address is a secret of 192 bits that only the person has, so a form needs no token of its own against forged
requests: who could forge one would have the link. That is why these views are exempt from Django's check, and why
the copy on a phone can send an acknowledgement days later.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from geleit.services.faults import NotFoundError
from geleit.services.open_delegate import Visit, open_delegate
from geleit.services.personal_links import LinkEndedError
from geleit.web.shared.errors import LinkExpiredError
from geleit.web.shared.frame import present

View = Callable[Concatenate[HttpRequest, Visit, ...], HttpResponse]


def delegate_view(view: View) -> Callable[..., HttpResponse]:
    """Open the pages of a link for a view; one that opens nothing gets one and the same answer, whatever the reason."""

    @csrf_exempt  # the address itself is the secret, see above
    @wraps(view)
    def opened(request: HttpRequest, token: str, **more: Any) -> HttpResponse:  # noqa: ANN401 # passed on
        try:
            visit = open_delegate(token=token, now=present(request))
        except (NotFoundError, LinkEndedError) as error:
            raise LinkExpiredError(str(error)) from error
        request.me_token = token  # type: ignore[attr-defined] # for the addresses of the page
        response = view(request, visit, **more)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return opened


def token_of(request: HttpRequest) -> str:
    """Return the token by which a request has come."""
    return str(getattr(request, "me_token", ""))
