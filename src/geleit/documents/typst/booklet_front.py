"""The booklet's first pages: cover, legend, what the trip is about, the call, the route."""

from datetime import datetime
from zoneinfo import ZoneInfo

from geleit.documents.typst.marks import Icons, named, shown, shown_list, status, words
from geleit.documents.typst.pictures import route_in_words, trip_map
from geleit.documents.typst.printable import Json
from geleit.documents.view import Audience, LegView, PersonView, StatusView, TripView
from geleit.documents.words.labels import label
from geleit.documents.words.terms import heading, term
from geleit.domain.dates import EdtfDate
from geleit.domain.kinds import Family, ItemKind
from geleit.domain.status import PublicStatus, RequestStatus
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_date, join_list

_KIND_OF_FAMILY = {
    Family.POLITICS: ItemKind.POLITICAL_TALK,
    Family.COMPANY: ItemKind.COMPANY_VISIT,
    Family.SCIENCE: ItemKind.UNIVERSITY_VISIT,
    Family.NETWORK: ItemKind.EXCHANGE,
    Family.EVENING: ItemKind.DINNER,
}
_PUBLIC = (PublicStatus.CONFIRMED, PublicStatus.PLANNED, PublicStatus.TENTATIVE, PublicStatus.REQUESTED)
SHORT_CHARS = 60
"""A title that stands on every page is cut to so many characters."""
MOST_OFFERS = 6
"""Items listed for each target industry."""
_BOARD = (
    ("confirmed", RequestStatus.CONFIRMED),
    ("tentative", RequestStatus.TENTATIVE),
    ("clarify", RequestStatus.IN_CLARIFICATION),
    ("requested", RequestStatus.REQUESTED),
    ("idea", RequestStatus.IDEA),
)


def frame_data(trip: Trip, view: TripView, now: datetime) -> dict[str, Json]:
    """Return what stands on every page: title, version, date of print, how long it holds."""
    lang = view.lang
    day = now.astimezone(ZoneInfo(trip.zone_of(None))).date()
    following = label("version", lang, view.version + 1)
    return {
        "title": named(view.title),
        "plain_title": view.title.text.strip() or "–",
        "short_title": shortened(view.title.text.strip() or "–"),
        "version": view.version_text,
        "printed": label("printed", lang, format_date(EdtfDate.parse(day.isoformat()), lang)),
        "valid": label("valid_until", lang, view.version_text, following),
        "page_of": page_words(lang),
        "demonstration": shown(view.demonstration),
    }


def cover_data(view: TripView) -> Json:
    """Return the cover."""
    call = view.call
    editions = {
        Audience.PUBLIC: "edition_public",
        Audience.DELEGATION: "edition_delegation",
        Audience.ORGANISER: "edition_organiser",
    }
    return {
        "kicker": label("booklet", view.lang),
        "edition": label(editions[view.audience], view.lang),
        "motto": shown(view.motto),
        "subtitle": shown(view.subtitle),
        "dates": shown(view.dates),
        "certainty": view.certainty,
        "leadership": shown(view.leadership),
        "heads": [_head(person) for person in view.heads],
        "organiser": shown(call.contact_organisation) if call else "",
        "organiser_sample": bool(call and call.is_sample),
        "stations": [
            {"number": one.number, "name": named(one.name), "dates": shown(one.dates)}
            for one in view.stations
        ],
        "words": words(view.lang, "leadership", "organised_by", "dates", "sample", "demonstration"),
    }


def legend_data(view: TripView, icons: Icons) -> Json:
    """Return how to read the booklet: statuses, kinds, marks."""
    lang = view.lang
    marks: list[Json] = [{"sign": "expected", "text": label("means_expected", lang)}]
    if view.has_assumed:
        marks.append({"sign": "assumed", "text": label("assumed_legend", lang)})
    if view.has_samples:
        marks.append({"sign": "sample", "text": label("sample_legend", lang)})
    marks.append({"sign": "thread", "text": label("means_thread", lang)})
    marks.append({"sign": "fallback", "text": label("means_fallback", lang)})
    return {
        "statuses": _statuses(view),
        "kinds": [
            {"chip": icons.chip(family, kind.value), "word": heading(family, lang)}
            for family, kind in _KIND_OF_FAMILY.items()
        ],
        "marks": marks,
    }


def about_data(view: TripView) -> Json:
    """Return what the trip is about, for whom, and with whom."""
    lang = view.lang
    sectors: Json = (
        label("all_sectors", lang) if view.is_open_to_all else [shown(one.name) for one in view.sectors]
    )
    return {
        "subtitle": shown(view.subtitle),
        "intro": shown(view.intro),
        "dates": shown(view.dates),
        "certainty": view.certainty,
        "heads": [_head(person) for person in view.heads],
        "leadership": shown(view.leadership),
        "stations": [shown(one.name) for one in view.stations],
        "sectors": sectors,
        "sector_note": shown(view.sector_note),
        "host_kinds": shown(view.host_kinds),
        "frame": shown(view.frame_programme),
        "highlights": [
            {"title": shown(item.title), "station": item.station_name, "status": status(item.status)}
            for item in view.items
            if item.is_highlight
        ],
        "offers": _offers(view),
        "words": words(
            lang,
            "dates",
            "leadership",
            "stations",
            "industries",
            "contacts",
            "frame",
            "highlights",
            "sectors_title",
        ),
    }


def _offers(view: TripView) -> list[Json]:
    """Return each target industry with the planned items made for it; those for everyone are left out."""
    if view.is_open_to_all:
        return []
    count = len(view.sectors)
    found: list[Json] = []
    for sector in view.sectors:
        own = [item for item in sector.items if item.is_placed and len(item.sectors) < max(2, count)]
        items: list[Json] = [
            {"title": shown(item.title), "station": item.station_name, "status": status(item.status)}
            for item in own[:MOST_OFFERS]
        ]
        if items:
            found.append({"name": shown(sector.name), "items": items})
    return found


def call_data(view: TripView) -> Json:
    """Return the invitation to companies, None where the trip has none."""
    call = view.call
    if call is None:
        return None
    return {
        "text": shown(call.text),
        "deadline": shown(call.deadline),
        "places": shown(call.places),
        "business_places": shown(call.business_places),
        "fees": [{"name": shown(fee.name), "amount": shown(fee.amount)} for fee in call.fees],
        "included": shown(call.included),
        "not_included": shown(call.not_included),
        "terms": shown(call.terms),
        "contact": shown_list(
            (call.contact_name, call.contact_organisation, call.contact_email, call.contact_phone)
        ),
        "sample": call.is_sample,
        "words": _call_words(view.lang, call.business_places.text, call.places.text),
    }


def route_data(trip: Trip, view: TripView, icons: Icons) -> Json:
    """Return the map and the stations with the ways between them."""
    return {
        "map": trip_map(trip, view),
        "alt": route_in_words(view),
        "none": label("map_none", view.lang),
        "way_there": _leg(view.legs[0], icons) if view.legs and view.legs[0].origin is None else None,
        "stations": [
            {
                "number": one.number,
                "name": named(one.name),
                "dates": shown(one.dates),
                "status": status(one.status),
                "text": shown(one.description),
                "hotel": shown(one.base),
                "address": shown(one.base_address),
                "excursions": label("away_from", view.lang, join_list(one.excursions, view.lang))
                if one.excursions
                else "",
                "onward": _leg(one.departure, icons) if one.departure else None,
            }
            for one in view.stations
        ],
        "words": words(view.lang, "hotel"),
    }


def person_line(person: PersonView) -> list[Json]:
    """Return function, organisation and town, each with its marks."""
    town = [person.town] if person.town else []
    return [*shown_list((person.function, person.organisation)), *town]


def shortened(text: str) -> str:
    """Return a text that fits into a line."""
    return text if len(text) <= SHORT_CHARS else f"{text[: SHORT_CHARS - 1].rstrip()}…"


def page_words(lang: Language) -> list[Json]:
    """Return what stands before, between and after page number and page count."""
    return list(label("page_of", lang).split("{}"))


def _head(person: PersonView) -> Json:
    return {"name": named(person.name), "line": person_line(person), "sample": person.is_sample}


def _leg(leg: LegView, icons: Icons) -> Json:
    return {"icon": icons.line(leg.icon, "#2044aa"), "title": shown(leg.title), "text": shown(leg.summary)}


def _statuses(view: TripView) -> list[Json]:
    """Return what each status word of this audience means."""
    lang = view.lang
    if view.audience is Audience.ORGANISER:
        return [{"status": status(StatusView(key, term(one, lang))), "means": ""} for key, one in _BOARD]
    return [
        {
            "status": status(StatusView(one.value, term(one, lang))),
            "means": label(f"means_{one.value}", lang),
        }
        for one in _PUBLIC
    ]


def _call_words(lang: Language, business: str, places: str) -> Json:
    fixed = words(
        lang, "deadline", "places", "fee", "fee_who", "fee_amount", "included", "not_included", "terms",
        "call_contact", "sample_legend",
    )  # fmt: skip # keys in the order of the page
    return {
        **fixed,
        "business": label("places_business", lang, business) if business else "",
        "of_all": label("places_of", lang, places) if places and business else "",
    }
