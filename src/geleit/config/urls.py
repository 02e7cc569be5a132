"""The addresses: each surface brings its own."""

from importlib.util import find_spec
from typing import Final

from django.urls import include, path

from geleit.config.health import health

_PREFIXES: Final = (
    ("account/", "geleit.web.organiser.account.urls"),
    ("organise/", "geleit.web.organiser.urls"),
    ("me/", "geleit.web.delegate.urls"),
    ("host/", "geleit.web.host.urls"),
    ("guest/", "geleit.web.guest.urls"),
    ("", "geleit.web.shared.urls"),
    ("", "geleit.web.public.urls"),
)


def _exists(module: str) -> bool:
    parts = module.split(".")
    return all(find_spec(".".join(parts[:length])) for length in range(2, len(parts) + 1))


urlpatterns = [
    path("healthz", health, name="health"),
    *(path(prefix, include(module)) for prefix, module in _PREFIXES if _exists(module)),
]

handler400 = "geleit.web.shared.errors.bad_request"
handler403 = "geleit.web.shared.errors.forbidden"
handler404 = "geleit.web.shared.errors.not_found"
handler429 = "geleit.web.organiser.account.errors.too_many"  # asked for by allauth
handler500 = "geleit.web.shared.errors.server_error"
