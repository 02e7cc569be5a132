"""What machines are told of a trip: schema.org's Event as JSON-LD. Assumptions are not told at all."""

import json
from typing import Any, Final

from markupsafe import Markup

from geleit.documents.html.content import TAGS
from geleit.documents.view import EntryType, ProgrammeView, Shown
from geleit.domain.dates import EdtfDate, Precision
from geleit.services.read_published import Published
from geleit.web.public.addresses import item_url

_ESCAPED: Final = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def event_json(version: Published, view: ProgrammeView, *, url: str, picture: str, origin: str) -> Markup:
    """Return the content of a ``script`` element of type ``application/ld+json``.

    Parameters
    ----------
    url, picture
        Full addresses of the page and of its picture.
    origin
        Scheme and host of the site.
    """
    trip = version.trip
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "BusinessEvent",
        "@id": url,
        "url": url,
        "name": view.trip.title.text,
        "description": _known(view.trip.intro),
        "slogan": _known(view.trip.motto),
        "inLanguage": TAGS[view.trip.lang],
        "image": picture,
        "startDate": _date(trip.dates.start) if "dates" not in trip.assumed else None,
        "endDate": _date(trip.dates.end) if "dates" not in trip.assumed else None,
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": [_place(version, station.id, station.name.text) for station in view.trip.stations],
        "organizer": _organizer(view),
        "offers": _offers(version, view, url),
        "subEvent": _sub_events(version, view, origin),
    }
    kept = {name: value for name, value in told.items() if value}
    return Markup(json.dumps(kept, ensure_ascii=False).translate(_ESCAPED))  # noqa: S704 # no character of markup is left


def _known(shown: Shown) -> str:
    return "" if shown.is_assumed else shown.text


def _date(value: EdtfDate) -> str:
    """Return a date no surer than it is; empty where it is one of several days."""
    if value.last is not None or value.is_qualified or value.precision is Precision.YEAR:
        return ""
    return str(value)


def _place(version: Published, station: str, name: str) -> dict[str, Any]:
    base = version.trip.base_of(station)
    address = {"@type": "PostalAddress", "addressLocality": name, "addressCountry": base.country}
    return {"@type": "City", "name": name, "address": address}


def _organizer(view: ProgrammeView) -> dict[str, str] | None:
    call = view.trip.call
    if call is None or call.is_sample or not _known(call.contact_organisation):
        return None
    return {"@type": "Organization", "name": call.contact_organisation.text}


def _offers(version: Published, view: ProgrammeView, url: str) -> dict[str, Any] | None:
    """Return the fee and the deadline where the announcement gives them."""
    call = version.trip.call
    if not call.fees or "fees" in call.assumed or view.trip.call is None:
        return None
    amounts = [tier.amount_eur for tier in call.fees]
    offer = {
        "@type": "AggregateOffer",
        "url": url,
        "priceCurrency": "EUR",
        "lowPrice": str(min(amounts)),
        "highPrice": str(max(amounts)),
    }
    if call.deadline and call.deadline.day and "deadline" not in call.assumed:
        offer["validThrough"] = call.deadline.day.isoformat()
    return offer


def _sub_events(version: Published, view: ProgrammeView, origin: str) -> list[dict[str, Any]]:
    """Return the sessions whose time somebody has confirmed and the announcement knows."""
    sure = (
        entry
        for day in view.days
        for entry in day.entries
        if entry.type is EntryType.SESSION and entry.item and not entry.expected and not entry.is_time_assumed
    )
    return [
        {
            "@type": "Event",
            "name": entry.title.text,
            "startDate": entry.start.isoformat(),
            "endDate": entry.end.isoformat(),
            "url": f"{origin}{item_url(version.trip.id, entry.item.id, view.trip.lang)}",
            "location": {"@type": "Place", "name": entry.place.text or entry.item.station_name},
        }
        for entry in sure
        if entry.item
    ]
