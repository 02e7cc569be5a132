"""What every request carries."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse

from geleit.config.clock import present


class PresentMiddleware:
    """Give each request its present: ``request.present()``, the same instant however often it is asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        request.present = _Once(present)  # type: ignore[attr-defined] # views see it as web.shared's request
        return self.get_response(request)


class _Once:
    """Ask for the present at the first call only: many requests never need it."""

    def __init__(self, ask: Callable[[], datetime]) -> None:
        self.ask = ask
        self.known: datetime | None = None

    def __call__(self) -> datetime:
        if self.known is None:
            self.known = self.ask()
        return self.known
