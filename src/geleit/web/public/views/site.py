"""The list of trips, and what search engines ask for."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from geleit.domain.text import LANGUAGES, Language
from geleit.services.public_trips import list_public_trips
from geleit.web.public.accounts import demo_accounts
from geleit.web.public.addresses import alternates, home_url, item_url, trip_languages, trip_url
from geleit.web.public.published import published_or_404, today
from geleit.web.public.trip_list import trip_cards
from geleit.web.public.trip_page import public_view
from geleit.web.public.words import WORDS
from geleit.web.shared.frame import page_frame
from geleit.web.shared.pages import render, rendered
from geleit.web.shared.preferences import reader_language


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the list of trips in the reader's language."""
    return _elsewhere(home_url(reader_language(request, LANGUAGES)))


@require_safe
def any_language(request: HttpRequest, key: str) -> HttpResponse:
    """Lead to a trip in the reader's language, or in the trip's first."""
    version = published_or_404(key)
    return _elsewhere(trip_url(key, reader_language(request, trip_languages(version.trip))))


@require_safe
def trips(request: HttpRequest, lang: Language) -> HttpResponse:
    """List the trips."""
    addresses = {one: home_url(one) for one in LANGUAGES}
    response = render(
        request,
        "public/trips.html",
        WORDS,
        cards=trip_cards(list_public_trips(), lang, today(request)),
        addresses=addresses,
        alternates=alternates(addresses, page_frame(request).origin),
        **demo_accounts(),
    )
    response.headers["Vary"] = "Cookie"
    return response


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page for search engines."""
    addresses = [home_url(lang) for lang in LANGUAGES]
    for version in list_public_trips():
        for lang in trip_languages(version.trip):
            addresses.append(trip_url(version.trip.id, lang))
            items = public_view(version, lang).trip.items
            addresses += [item_url(version.trip.id, one.id, lang) for one in items]
    text = rendered(request, "public/sitemap.xml", WORDS, addresses=addresses)
    return HttpResponse(text, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines where the public pages are, and to leave everything else alone."""
    allowed = [f"Allow: {home_url(lang)}" for lang in LANGUAGES]
    site = f"Sitemap: {page_frame(request).origin}/sitemap.xml"
    lines = ["User-agent: *", *allowed, "Allow: /assets/", "Disallow: /", site, ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _elsewhere(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response
