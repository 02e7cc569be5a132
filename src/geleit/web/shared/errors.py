"""Error pages: what happened, what still holds, what to do."""

from django.http import Http404, HttpRequest, HttpResponse

from geleit.documents.html.content import TAGS
from geleit.web.shared.pages import rendered
from geleit.web.shared.preferences import preferences
from geleit.web.shared.wordbook import BASE


class LinkExpiredError(Http404):
    """A personal link that does not open anything (any more): expired, replaced, revoked, mistyped or guessed.

    One answer for all of them, so that nobody learns which links there are.
    """


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what could not be read, and what is too large to be read."""
    too_large = type(exception).__name__ in ("RequestDataTooBig", "TooManyFieldsSent", "TooManyFilesSent")
    return _page(request, "e413", 413) if too_large else _page(request, "e400", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 # Django hands it over
    """Answer someone who may not see a page."""
    return _page(request, "e403", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 # Django names the argument
    """Answer a form that was sent without the page's token: open for too long, or from elsewhere."""
    return _page(request, "csrf", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads nowhere, and a personal link that no longer does."""
    if isinstance(exception, LinkExpiredError):
        return _page(request, "link", 404)
    return _page(request, "e404", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when the application itself has failed; without a page where even that fails."""
    try:
        return _page(request, "e500", 500)
    except Exception:  # noqa: BLE001 # whatever has failed, somebody is waiting for an answer
        lang = preferences(request).lang
        text = "\n".join(BASE.say(f"e500_{part}", lang) for part in ("title", "kept", "next"))
        return HttpResponse(text, status=500, content_type="text/plain; charset=utf-8")


def _page(request: HttpRequest, key: str, status: int) -> HttpResponse:
    text = rendered(request, "shared/error.html", key=key, status=status)
    response = HttpResponse(text, status=status)
    response.headers["Content-Language"] = TAGS[preferences(request).lang]
    response.headers["Cache-Control"] = "no-store"
    return response


__all__ = [
    "LinkExpiredError",
    "bad_request",
    "csrf_failure",
    "forbidden",
    "not_found",
    "server_error",
]
