"""What a reader prefers: the language, and light or dark. Kept in cookies, never in the session."""

from dataclasses import dataclass
from typing import Final, Literal, get_args
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from geleit.domain.text import LANGUAGES, Language

Theme = Literal["light", "dark", "system"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
LANG_COOKIE: Final = "geleit-lang"
THEME_COOKIE: Final = "geleit-theme"
INTERFACE_LANGUAGES: Final[tuple[Language, ...]] = ("de", "en")
"""Languages of pages that are not public; Chinese is for what the outside sees of a trip."""
YEAR_S: Final = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Preferences:
    """How a reader wants pages.

    Parameters
    ----------
    lang
        Of the page: from its address where that names one, else from the cookie, else from the browser.
    theme
        ``system`` follows the device.
    """

    lang: Language
    theme: Theme


def preferences(request: HttpRequest) -> Preferences:
    """Return what the reader of a request prefers."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    theme: Theme = next((one for one in THEMES if one == chosen), "system")
    return Preferences(_address_language(request) or reader_language(request), theme)


def reader_language(request: HttpRequest, among: tuple[Language, ...] = INTERFACE_LANGUAGES) -> Language:
    """Return the language of the reader's cookie, else the best of the browser's, else the first.

    Parameters
    ----------
    among
        What the page exists in.
    """
    cookie = request.COOKIES.get(LANG_COOKIE, "")
    wanted = [cookie, *_accepted(request.headers.get("Accept-Language", ""))]
    return next((lang for code in wanted for lang in among if code == lang), among[0])


@csrf_exempt  # changes the look of one browser and nothing else; cached pages carry no token
@require_POST
def set_preferences(request: HttpRequest) -> HttpResponse:
    """Keep a theme or a language in a cookie and go back to the page."""
    theme, lang = request.POST.get("theme"), request.POST.get("lang")
    if (
        (theme is None) == (lang is None)
        or (theme or "system") not in THEMES
        or (lang or "de") not in LANGUAGES
    ):
        return HttpResponseBadRequest(
            "theme is light, dark or system; lang is de, en or zh; send one of them"
        )
    response = HttpResponseRedirect(_back(request))
    name, value = (THEME_COOKIE, theme) if theme is not None else (LANG_COOKIE, lang or "")
    if value == "system":
        response.delete_cookie(name, samesite="Lax")
    else:
        _keep(request, response, name, value)
    return response


def keep_language(request: HttpRequest, response: HttpResponseBase) -> None:
    """Keep the language that a form names, if it is one that people can work in."""
    lang = request.POST.get("lang", "")
    if lang in INTERFACE_LANGUAGES:
        _keep(request, response, LANG_COOKIE, lang)


def _keep(request: HttpRequest, response: HttpResponseBase, name: str, value: str) -> None:
    response.set_cookie(
        name, value, max_age=YEAR_S, samesite="Lax", httponly=True, secure=request.is_secure()
    )


def _back(request: HttpRequest) -> str:
    """Return the page the form stood on; never another site."""
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return target if safe and urlsplit(target).path.startswith("/") else "/"


def _address_language(request: HttpRequest) -> Language | None:
    match = request.resolver_match
    code = match.kwargs.get("lang") if match else None
    return next((lang for lang in LANGUAGES if lang == code), None)


def _accepted(header: str) -> list[str]:
    """Return the primary tags of an Accept-Language header, the most wanted first; nonsense is passed over."""
    weighed: list[tuple[float, str]] = []
    for part in header[:500].split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), tag.partition("-")[0].lower()))
        except ValueError:
            continue
    return [tag for _, tag in sorted(weighed, key=lambda one: one[0])]
