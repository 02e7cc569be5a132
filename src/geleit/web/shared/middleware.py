"""Django's own texts, such as those of form validation, in the reader's language."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from geleit.domain.text import Language
from geleit.web.shared.preferences import preferences

DJANGO_LANGUAGES: Final[Mapping[Language, str]] = MappingProxyType(
    {"de": "de", "en": "en-gb", "zh": "zh-hans"}
)


class PreferencesMiddleware:
    """Answer each request in the language that its page has."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; the translation is put back for whoever comes next in this thread."""
        with translation.override(DJANGO_LANGUAGES[preferences(request).lang]):
            return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        _view: Callable[..., HttpResponse],
        _args: tuple[Any, ...],
        _kwargs: dict[str, Any],
    ) -> None:
        """Take the language of the address, which is known only now."""
        translation.activate(DJANGO_LANGUAGES[preferences(request).lang])
