"""The list of trips: what of each helps to decide whether to look at it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from geleit.documents.html.route import page_maps
from geleit.documents.view import Shown, TripView
from geleit.domain.text import Language
from geleit.services.read_published import Published, piece_of_published
from geleit.web.public.addresses import trip_languages, trip_url
from geleit.web.public.trip_page import Window, public_view, window_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TripCard:
    """A trip in the list.

    Parameters
    ----------
    lang
        In which its page is: the reader's where the trip has it, else its best; the list then says so.
    deadline
        In words; empty without one.
    map
        The route as SVG, with its words in the same language.
    """

    href: str
    lang: Language
    trip: TripView
    window: Window
    deadline: Shown
    map: Markup


def trip_cards(versions: Iterable[Published], lang: Language, today: date) -> tuple[TripCard, ...]:
    """Return the trips for a list, those that one can apply for first, each part by its first day."""
    cards = [(_card(version, lang, today), version.trip.dates.earliest) for version in versions]
    order = {"open": 0, "closed": 1, "over": 2}
    return tuple(card for card, _ in sorted(cards, key=lambda one: (order[one[0].window.state], one[1])))


def _card(version: Published, lang: Language, today: date) -> TripCard:
    known = trip_languages(version.trip)
    own = lang if lang in known else next(one for one in (*_BEST, *known) if one in known)
    trip = public_view(version, own).trip
    return TripCard(
        href=trip_url(version.trip.id, own),
        lang=own,
        trip=trip,
        window=window_of(version.trip, today),
        deadline=trip.call.deadline if trip.call else Shown("", own),
        map=piece_of_published(
            version=version, language=own, piece="list map", make=lambda: _map(version, own)
        ),
    )


def _map(version: Published, lang: Language) -> Markup:
    drawn = page_maps(version.trip, public_view(version, lang), {"list": MAP_SIZE})["list"]
    return Markup(drawn)  # noqa: S704 # documents.map escapes words


MAP_SIZE = (600, 460)
"""Width and height of a map in the list, in units of its drawing."""
_BEST: tuple[Language, ...] = ("en", "de")
