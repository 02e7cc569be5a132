"""What belongs to a trip's page and is no page: calendar, feed, picture, fonts."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from geleit.documents.calendar import programme_calendar
from geleit.documents.typst import share_picture
from geleit.documents.view import Audience
from geleit.domain.text import Language
from geleit.services.public_trips import list_editions, list_public_trips
from geleit.services.read_published import Published, piece_of_published
from geleit.web.public.addresses import home_url, trip_url
from geleit.web.public.chinese import WEIGHTS, Characters, font_css, font_file, list_chars, page_chars
from geleit.web.public.feed import CONTENT_TYPE as ATOM
from geleit.web.public.feed import trip_feed
from geleit.web.public.kept import Kept, keep, kept_piece, send
from geleit.web.public.published import today, version_in
from geleit.web.public.trip_page import public_view, window_of
from geleit.web.public.views.trip import trip_html
from geleit.web.shared.assets import FOREVER, TYPES
from geleit.web.shared.frame import page_frame

CALENDAR: Final = "text/calendar; charset=utf-8"
PNG: Final = "image/png"


@require_safe
def calendar(request: HttpRequest, lang: Language, key: str) -> HttpResponse:
    """Give the programme as a calendar."""
    version = version_in(lang, key)

    def make() -> Kept:
        now = version.published_at
        made = programme_calendar(version.trip, version.programme, lang, now=now, audience=Audience.PUBLIC)
        return keep(made, CALENDAR)

    response = send(request, kept_piece(version, lang, "calendar", make), lang)
    response.headers["Content-Disposition"] = f'inline; filename="{key}-{lang}.ics"'
    return response


@require_safe
def feed(request: HttpRequest, lang: Language, key: str) -> HttpResponse:
    """Give the feed of a trip's published versions."""
    version, origin = version_in(lang, key), page_frame(request).origin

    def make() -> Kept:
        trip = public_view(version, lang).trip
        made = trip_feed(
            list_editions(key=key),
            title=trip.title.text,
            page=f"{origin}{trip_url(key, lang)}",
            feed=f"{origin}{trip_url(key, lang, 'feed')}",
            author=(trip.call.contact_organisation.text if trip.call else "") or "Geleit",
            lang=lang,
        )
        return keep(made, ATOM)

    return send(request, kept_piece(version, lang, f"feed/{origin}", make), lang)


@require_safe
def picture(request: HttpRequest, lang: Language, key: str) -> HttpResponse:
    """Give the picture that is shown where the trip's page is shared."""
    version = version_in(lang, key)

    def make() -> Kept:
        return keep(share_picture(version.trip, public_view(version, lang).trip), PNG)

    return send(request, kept_piece(version, lang, "picture", make), lang)


@require_safe
def trip_fonts(request: HttpRequest, lang: Language, key: str) -> HttpResponse:
    """Give the style sheet of the fonts of a trip's Chinese pages."""
    version = version_in(lang, key)
    chars = _characters(request, version)
    folder = f"{trip_url(key, lang)}fonts/"
    made = kept_piece(
        version, lang, "fonts.css", lambda: keep(font_css(chars, folder).encode(), TYPES[".css"])
    )
    return send(request, made, lang)


@require_safe
def trip_font(request: HttpRequest, lang: Language, key: str, weight: str) -> HttpResponse:
    """Give one of the fonts of a trip's Chinese pages."""
    return _font(request, _characters(request, version_in(lang, key)), weight)


@require_safe
def site_fonts(request: HttpRequest, lang: Language) -> HttpResponse:
    """Give the style sheet of the fonts of the Chinese pages that belong to no trip."""
    chars = list_chars(list_public_trips())
    return send(request, keep(font_css(chars, f"{home_url(lang)}fonts/").encode(), TYPES[".css"]), lang)


@require_safe
def site_font(request: HttpRequest, lang: Language, weight: str) -> HttpResponse:  # noqa: ARG001 # of the address
    """Give one of those fonts."""
    return _font(request, list_chars(list_public_trips()), weight)


def _characters(request: HttpRequest, version: Published) -> Characters:
    """Return what a trip's Chinese pages show; the site's own words are in it, whichever of them a page has."""
    window = window_of(version.trip, today(request))
    return piece_of_published(
        version=version,
        language="zh",
        piece="characters",
        make=lambda: page_chars(trip_html(request, version, "zh", window)),
    )


def _font(request: HttpRequest, chars: Characters, weight: str) -> HttpResponse:
    if weight not in WEIGHTS:
        raise Http404(f"no font of weight {weight!r}")
    response = HttpResponse(font_file(chars, weight), content_type=TYPES[".woff2"])
    if request.GET.get("v") == chars.digest:
        response.headers["Cache-Control"] = FOREVER
    return response
