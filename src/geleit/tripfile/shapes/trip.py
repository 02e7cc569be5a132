"""The whole file."""

from typing import Annotated

from pydantic import Field

from geleit.domain.text import Text
from geleit.tripfile.fields import AnySpan, Flag, LanguageCode, LocalText, Name, Positive, Ref, Slug
from geleit.tripfile.shapes.base import MarkedShape
from geleit.tripfile.shapes.call import CallShape, NoteShape, SectorShape
from geleit.tripfile.shapes.hosts import HostShape
from geleit.tripfile.shapes.items import ItemShape, PinShape, RuleShape
from geleit.tripfile.shapes.people import DelegateShape, OrganisationShape
from geleit.tripfile.shapes.route import (
    CalendarShape,
    FrameShape,
    GroupShape,
    LegShape,
    PlaceShape,
    StationShape,
    TravelShape,
)


class TripShape(MarkedShape):
    """A delegation trip: one YAML file, or a folder whose files each hold some of these keys."""

    id: Slug
    """Short name of the trip in files and addresses, such as usa-2025."""
    title: Name
    """The trip's title."""
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)] = ("de", "en")
    """Languages in which the outside sees the trip, the main one first: de, en, zh."""
    dates: AnySpan
    """When the trip is: `{start, end}` or one date, each of any precision (EDTF)."""
    motto: LocalText = Text()
    """The trip's motto."""
    subtitle: LocalText = Text()
    """A line under the title."""
    intro: LocalText = Text()
    """A paragraph about the trip."""
    leadership: LocalText = Text()
    """Under whose leadership the delegation travels."""
    frame_programme: LocalText = Text()
    """What else the announcement promises, such as political talks."""
    host_kinds: LocalText = Text()
    """Contacts along the way, in words."""
    demonstration: LocalText = Text()
    """Says that the trip is a demonstration; every page shows it."""
    sectors: tuple[SectorShape, ...] = ()
    """Target industries."""
    open_to_all_sectors: Flag = False
    """True when the offer is not tied to target industries."""
    sector_note: LocalText = Text()
    """What to say about the industries."""
    home: Ref
    """Place id where the delegation leaves from and returns to."""
    places: tuple[PlaceShape, ...]
    """Every place of the trip."""
    stations: Annotated[tuple[StationShape, ...], Field(min_length=1)]
    """Where the delegation is based, in order."""
    legs: tuple[LegShape, ...] = ()
    """How it gets from one to the next, in order; the first leaves home, the last returns there."""
    frame: FrameShape = FrameShape()
    """What a day may look like."""
    groups: tuple[GroupShape, ...] = ()
    """At most as many groups move at a time."""
    guides_required: Flag = True
    """Whether every group that rides needs a guide."""
    hosts: tuple[HostShape, ...] = ()
    """Who receives the delegation."""
    items: tuple[ItemShape, ...] = ()
    """What may happen."""
    organisations: tuple[OrganisationShape, ...] = ()
    """Where delegates come from."""
    delegates: tuple[DelegateShape, ...] = ()
    """Who travels."""
    rules: tuple[RuleShape, ...] = ()
    """Rules between items."""
    pins: tuple[PinShape, ...] = ()
    """What the planner may not change."""
    call: CallShape = CallShape()
    """The invitation to companies to take part."""
    notes: tuple[NoteShape, ...] = ()
    """Practical notes."""
    calendar: tuple[CalendarShape, ...] = ()
    """Days that differ from the public calendar."""
    travel_min: tuple[TravelShape, ...] = ()
    """Minutes between places."""
    kappa_percent: Positive | None = None
    """Ruler of fairness that the first plan sets, so that later ones measure alike."""
