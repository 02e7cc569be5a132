"""The pages of a trip: the one a company decides by, and one for each item."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from geleit.documents.view import Shown
from geleit.domain.text import Language
from geleit.domain.wording import format_date
from geleit.services.read_published import Published
from geleit.web.public.addresses import alternates, item_url, siblings, trip_url
from geleit.web.public.kept import keep, kept_piece, send
from geleit.web.public.published import piece_name, today, version_in
from geleit.web.public.structured import event_json
from geleit.web.public.trip_page import (
    Window,
    apply_url,
    host_of,
    item_of,
    neighbours_of,
    public_view,
    times_of,
    trip_context,
    window_of,
)
from geleit.web.public.words import WORDS
from geleit.web.shared.frame import page_frame
from geleit.web.shared.pages import rendered

HTML: Final = "text/html; charset=utf-8"
VARY: Final = "Accept-Encoding, Cookie"


@require_safe
def trip(request: HttpRequest, lang: Language, key: str) -> HttpResponse:
    """Show a trip."""
    version = version_in(lang, key)
    window = window_of(version.trip, today(request))
    name = piece_name(f"trip/{window.state}", page_frame(request))
    kept = kept_piece(
        version, lang, name, lambda: keep(trip_html(request, version, lang, window).encode(), HTML)
    )
    return send(request, kept, lang, vary=VARY)


@require_safe
def item(request: HttpRequest, lang: Language, key: str, item: str) -> HttpResponse:
    """Show an item of a trip with its host; one that is not public is as if there were none."""
    version = version_in(lang, key)
    if item_of(public_view(version, lang), item) is None:
        raise Http404(f"no public item {item!r} in {key!r}")
    name = piece_name(f"item/{item}", page_frame(request))
    kept = kept_piece(
        version, lang, name, lambda: keep(_item_html(request, version, lang, item).encode(), HTML)
    )
    return send(request, kept, lang, vary=VARY)


def trip_html(request: HttpRequest, version: Published, lang: Language, window: Window) -> str:
    """Return the page of a trip."""
    key, origin = version.trip.id, page_frame(request).origin
    page = f"{origin}{trip_url(key, lang)}"
    picture = f"{origin}{trip_url(key, lang, 'picture')}?v={version.number}"
    addresses = siblings(version, trip_url(key, lang))
    deadline = version.trip.call.deadline
    return rendered(
        request,
        "public/trip.html",
        WORDS,
        **trip_context(version, lang),
        window=window,
        apply_url=apply_url(key, lang),
        deadline_text=format_date(deadline, lang) if deadline else "",
        addresses=addresses,
        alternates=alternates(addresses, origin),
        page_url=page,
        picture=picture,
        json_ld=event_json(version, public_view(version, lang), url=page, picture=picture, origin=origin),
    )


def _item_html(request: HttpRequest, version: Published, lang: Language, key: str) -> str:
    view, origin = public_view(version, lang), page_frame(request).origin
    address = item_url(version.trip.id, key, lang)
    addresses = siblings(version, address)
    found = item_of(view, key)
    if found is None:
        raise Http404(f"no public item {key!r}")
    return rendered(
        request,
        "public/item.html",
        WORDS,
        item=found,
        times=times_of(view, found),
        assumed_only=Shown("", lang, is_assumed=True),
        host=host_of(view, found),
        trip=view.trip,
        others=neighbours_of(view, found),
        addresses=addresses,
        alternates=alternates(addresses, origin),
        page_url=f"{origin}{address}",
    )
