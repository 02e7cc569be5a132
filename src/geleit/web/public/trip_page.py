"""What the trip page shows: the documents' view of the published programme, for the public."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from geleit.documents.html.content import page_content
from geleit.documents.html.route import page_maps
from geleit.documents.view import Audience, HostView, ItemView, ProgrammeView, build_view
from geleit.domain.text import Language
from geleit.domain.trip import Trip
from geleit.domain.wording import format_day
from geleit.services.read_published import Published, piece_of_published
from geleit.web.public.addresses import trip_url

MAP_SIZES = {"page": (600, 700), "wide": (1080, 520), "phone": (720, 700)}
STEPS = ("receipt", "selection", "admission")
"""From application to journey, by the keys of their words."""
_SITE_OWN = ("_", "use", "only_in", "wordmark", "tag", "names", "star", "sign", "is_web", "bare", "dialled")
"""Of the documents' context: the site's template engine has its own of these."""


@dataclass(frozen=True, slots=True)
class Window:
    """Whether companies may apply.

    Parameters
    ----------
    state
        ``open``, ``closed`` once the deadline has passed, ``over`` once the trip has ended.
    """

    state: str

    @property
    def is_open(self) -> bool:
        """Whether an application is still in time."""
        return self.state == "open"


def window_of(trip: Trip, today: date) -> Window:
    """Return whether companies may apply for a trip on a day; a deadline's whole day counts."""
    if trip.dates.latest < today:
        return Window("over")
    deadline = trip.call.deadline
    return Window("closed" if deadline and deadline.latest < today else "open")


def public_view(version: Published, lang: Language) -> ProgrammeView:
    """Return a published version as the public may see it, made once per process."""
    return piece_of_published(
        version=version,
        language=lang,
        piece="view",
        make=lambda: build_view(version.trip, version.programme, lang, Audience.PUBLIC),
    )


def trip_context(version: Published, lang: Language) -> Mapping[str, Any]:
    """Return what the trip page's templates are given of the published programme."""
    view = public_view(version, lang)
    content = page_content(view, siblings={}, downloads=(), now=None)
    known = {name: value for name, value in content.context.items() if name not in _SITE_OWN}
    maps = page_maps(version.trip, view, MAP_SIZES)
    return {
        **known,
        "maps": {name: Markup(drawn) for name, drawn in maps.items()},  # noqa: S704 # documents.map escapes words
        "published_on": format_day(version.published_at.date(), lang, weekday=False),
        "steps": STEPS,
    }


def apply_url(key: str, lang: Language) -> str:
    """Return where an application begins."""
    return trip_url(key, lang, "apply")


def item_of(view: ProgrammeView, key: str) -> ItemView | None:
    """Return an item that the public may see, or None: for what is internal as for what does not exist."""
    return next((item for item in view.trip.items if item.id == key), None)


@dataclass(frozen=True, slots=True)
class ItemTime:
    """When an item takes place.

    Parameters
    ----------
    expected
        "voraussichtlich" while nobody has confirmed the time, else empty.
    """

    day: str
    time: str
    expected: str
    is_assumed: bool


def times_of(view: ProgrammeView, item: ItemView) -> tuple[ItemTime, ...]:
    """Return when an item's sessions are; sessions side by side count once, for the public has no groups."""
    found = (
        ItemTime(day.title.text, entry.time_text, entry.expected, entry.is_time_assumed)
        for day in view.days
        for entry in day.entries
        if entry.item and entry.item.id == item.id
    )
    return tuple(dict.fromkeys(found))


def neighbours_of(view: ProgrammeView, item: ItemView) -> tuple[tuple[ItemView, tuple[ItemTime, ...]], ...]:
    """Return the other public items of an item's station, each with its times."""
    others = (one for one in view.trip.items if one.station == item.station and one.id != item.id)
    return tuple((one, times_of(view, one)) for one in others)


def host_of(view: ProgrammeView, item: ItemView) -> HostView | None:
    """Return the host of an item where the public may be told of it."""
    return next((host for host in view.trip.hosts if host.id == item.host_id), None)
