"""Files of the delegates' pages: calendar, agenda on paper, and what makes the page an application of the phone."""

import json
from functools import cache
from pathlib import Path
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from geleit.services.delegate_papers import agenda_paper
from geleit.services.faults import FaultError, NotFoundError
from geleit.services.open_delegate import Visit
from geleit.services.personal_links import LinkEndedError
from geleit.services.subscribe_calendar import PersonalCalendar, calendar_of, read_calendar
from geleit.web.delegate.access import delegate_view, token_of
from geleit.web.delegate.sending import private
from geleit.web.delegate.words import WORDS
from geleit.web.shared.assets import find_asset
from geleit.web.shared.frame import present
from geleit.web.shared.preferences import INTERFACE_LANGUAGES, preferences

HERE: Final = Path(__file__).parents[1]
CALENDAR: Final = "text/calendar; charset=utf-8"
CALENDAR_AGE: Final = "private, max-age=900"
"""Calendars ask often; a quarter of an hour is soon enough to learn of a new version."""
MONTH: Final = "public, max-age=2592000"
ICONS: Final = ("icon-192", "icon-512", "maskable-512", "touch-180")
KEPT_PAGES: Final = ("today", "trip", "people", "wishes", "help")
KEPT_ASSETS: Final = (
    "site.css",
    "phone.css",
    "delegate.css",
    "delegate/agenda.js",
    "icons.svg",
    "mark.svg",
    "FiraSans-Regular.woff2",
    "FiraSans-Medium.woff2",
    "FiraSans-SemiBold.woff2",
)


@require_safe
def subscription(request: HttpRequest, token: str, lang: str) -> HttpResponse:
    """Give a subscribed calendar; a program that has it already is told so."""
    known = next((one for one in INTERFACE_LANGUAGES if one == lang), None)
    if known is None:
        raise Http404(f"no calendar in {lang!r}")
    try:
        found = read_calendar(token=token, lang=known, now=present(request))
    except (NotFoundError, LinkEndedError) as error:
        raise Http404(str(error)) from error
    return _calendar(request, found)


@require_safe
@delegate_view
def calendar(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the reader's calendar once, as a file."""
    try:
        found = calendar_of(trip=visit.trip, delegate=visit.delegate, lang=preferences(request).lang)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    response = _calendar(request, found)
    response.headers["Content-Disposition"] = f'attachment; filename="{visit.trip}.ics"'
    return response


@require_safe
@delegate_view
def booklet(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the reader's agenda on paper."""
    if visit.version is None:
        raise Http404("no programme for this person")
    try:
        paper = agenda_paper(version=visit.version, delegate=visit.delegate, lang=preferences(request).lang)
    except FaultError as error:
        raise Http404(str(error)) from error
    response = private(request, paper, "application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{visit.trip}.pdf"'
    return response


@require_safe
@delegate_view
def manifest(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say what the phone needs for its home screen."""
    lang, base = preferences(request).lang, reverse("delegate:today", args=[token_of(request)])
    title = visit.version.trip.title.get(lang).text if visit.version else ""
    sizes = {"icon-192": "192x192", "icon-512": "512x512", "maskable-512": "512x512"}
    content = {
        "id": base,
        "name": f"{WORDS.say('de_title', lang)}: {title}" if title else WORDS.say("de_title", lang),
        "short_name": WORDS.say("de_short", lang),
        "lang": lang,
        "start_url": base,
        "scope": base,
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#14244f",
        "icons": [
            {
                "src": reverse("delegate:icon", args=[name]),
                "sizes": size,
                "type": "image/png",
                "purpose": "maskable" if name.startswith("maskable") else "any",
            }
            for name, size in sizes.items()
        ],
    }
    return private(request, json.dumps(content, ensure_ascii=False).encode(), "application/manifest+json")


@require_safe
@delegate_view
def worker(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the script that keeps a copy on the phone; it rules over this person's pages alone."""
    base = reverse("delegate:today", args=[token_of(request)])
    assets = [find_asset(name).url for name in KEPT_ASSETS]
    digest = "".join(find_asset(name).digest[:3] for name in KEPT_ASSETS)
    number = visit.version.number if visit.version else 0
    setup = {
        "base": base,
        "copy": f"{base}copy/",
        "cache": f"geleit {base} {digest} {number}",
        "pages": [reverse(f"delegate:{name}", args=[token_of(request)]) for name in KEPT_PAGES],
        "assets": assets,
    }
    body = b"const SETUP = " + json.dumps(setup).encode() + b";\n" + _worker_script()
    return private(request, body, "text/javascript; charset=utf-8")


@require_safe
def icon(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001 # the pattern of the address
    """Give an icon of the home screen."""
    if name not in ICONS:
        raise Http404(f"no icon {name!r}")
    response = HttpResponse((HERE / "icons" / f"{name}.png").read_bytes(), content_type="image/png")
    response.headers["Cache-Control"] = MONTH
    return response


def _calendar(request: HttpRequest, found: PersonalCalendar) -> HttpResponse:
    response = private(request, found.content, CALENDAR)
    response.headers["Cache-Control"] = CALENDAR_AGE
    response.headers["Last-Modified"] = http_date(found.published_at.timestamp())
    return response


@cache
def _worker_script() -> bytes:
    return (HERE / "worker" / "worker.js").read_bytes()
