"""The shape of a programme file (programme.json)."""

from typing import Annotated, Literal

from pydantic import Field

from geleit.domain.kinds import DayPart, Meal
from geleit.domain.places import TravelMode
from geleit.domain.programme import ReasonCode
from geleit.domain.text import Text
from geleit.tripfile.fields import Count, Day, Line, LocalText, Moment, Ref, choice
from geleit.tripfile.shapes.base import Shape

FORMAT = "geleit-programme/1"
"""Names the form of the file; a form that older programs cannot read gets another number."""

Whole = Annotated[int, Field(strict=True)]
Share = Annotated[float, Field(strict=True, ge=0)]


class SessionShape(Shape):
    """One occurrence of an item."""

    id: Line
    """Stable over repairs: item id, a hyphen and the session's number."""
    item: Ref
    """Item id."""
    start: Moment
    """Start in local time with its offset (ISO 8601)."""
    end: Moment
    """End in local time with its offset (ISO 8601)."""
    place: Ref
    """Place id."""
    group: tuple[Ref, ...] = ()
    """Ids of the groups that go there together."""
    attendees: tuple[Ref, ...] = ()
    """Delegate ids, sorted."""


class GroupPartShape(Shape):
    """Who moves together for one day part."""

    day: Day
    """Local date at the station."""
    part: Annotated[DayPart, choice(DayPart)]
    """Part of the day."""
    group: Ref
    """Group id."""
    members: tuple[Ref, ...]
    """Delegate ids, sorted, guide and interpreter included."""
    guide: Ref | None = None
    """Delegate id of the one who leads."""


class TransferShape(Shape):
    """A group's movement between two places."""

    day: Day
    """Local date of the day part whose group makes it."""
    part: Annotated[DayPart, choice(DayPart)]
    """Day part whose group makes it."""
    group: Ref
    """Group id."""
    origin: Ref
    """Place id."""
    destination: Ref
    """Place id."""
    depart: Moment
    """Departure in local time with its offset (ISO 8601)."""
    arrive: Moment
    """Arrival in local time with its offset (ISO 8601)."""
    travel_min: Count
    """Minutes that the way needs; the transfer may last longer by the reserve."""
    mode: Annotated[TravelMode, choice(TravelMode)]
    """How they move."""
    people: tuple[Ref, ...]
    """Delegate ids, sorted."""


class MealBreakShape(Shape):
    """Room for a meal that no item provides."""

    day: Day
    """Local date."""
    meal: Annotated[Meal, choice(Meal)]
    """Which meal."""
    start: Moment
    """Start in local time with its offset (ISO 8601)."""
    end: Moment
    """End in local time with its offset (ISO 8601)."""
    place: Ref
    """Place id."""
    people: tuple[Ref, ...]
    """Delegate ids, sorted."""


class PlannedLegShape(Shape):
    """A leg with its time."""

    leg: Ref
    """Leg id."""
    depart: Moment
    """Departure in local time with its offset (ISO 8601)."""
    arrive: Moment
    """Arrival in local time with its offset (ISO 8601)."""


class ReasonShape(Shape):
    """Why an item was not placed."""

    code: Annotated[ReasonCode, choice(ReasonCode)]
    """What kind of reason it is."""
    items: tuple[Ref, ...] = ()
    """Ids of items it names."""
    people: tuple[Ref, ...] = ()
    """Ids of delegates it names."""
    groups: tuple[Ref, ...] = ()
    """Ids of groups it names."""
    day: Day | None = None
    """Local date where it bites, when it is one."""
    part: Annotated[DayPart, choice(DayPart)] | None = None
    """Part of the day where it bites."""
    wanted: Whole | None = None
    """Minutes or people that would be needed."""
    available: Whole | None = None
    """Minutes or people that there are."""
    detail: Line = ""
    """A name or word that no other field has room for."""


class UnplacedShape(Shape):
    """An item that found no place."""

    item: Ref
    """Item id."""
    reasons: tuple[ReasonShape, ...] = ()
    """Why, the weightiest first."""
    told: LocalText = Text()
    """What `geleit explain --deep` found out about it, as a sentence in each language."""


class ValueShape(Shape):
    """What the programme is worth; benefits in points."""

    objective: Whole
    """Concave benefits less the cost of movement, in eighths of a point."""
    benefit: Whole
    """Plain sum of benefits in points."""
    bound: Whole | None = None
    """Proven upper bound of the objective; left out while nothing is proven."""
    gap: Share | None = None
    """Distance to the bound as a fraction of the benefit, computed from the other figures; not read back."""
    transfer_person_min: Whole
    """Person minutes on the way."""
    idle_person_min: Whole
    """Person minutes waiting between two appointments of a day part."""
    worst_share: Share
    """Smallest share of what a delegate could have had alone."""
    mean_share: Share
    """Mean of these shares."""
    placed: Count
    """Items placed."""
    musts_placed: Count
    """Items placed of those that must be."""
    wishes_met: Count
    """Wishes met."""
    wishes: Count
    """Wishes there are."""
    kappa_percent: Whole
    """Ruler of fairness the benefits were measured with."""


class ProgrammeShape(Shape):
    """A programme: one complete answer of the planner to a trip."""

    format: Literal["geleit-programme/1"]
    """Names the form of this file."""
    trip: Line
    """Id of the trip."""
    trip_digest: Line = ""
    """Digest of the trip's content when the programme was written; another one says that the trip has changed."""
    seed: Whole = 0
    """Seed of the search."""
    version: Count = 1
    """Number of the programme."""
    sessions: tuple[SessionShape, ...] = ()
    """What happens when and where, and who is there."""
    groups: tuple[GroupPartShape, ...] = ()
    """Who moves together in which part of which day."""
    transfers: tuple[TransferShape, ...] = ()
    """Movements of groups."""
    meals: tuple[MealBreakShape, ...] = ()
    """Room for meals that no item provides."""
    legs: tuple[PlannedLegShape, ...] = ()
    """Times of the legs."""
    unplaced: tuple[UnplacedShape, ...] = ()
    """Items without a place, and why."""
    value: ValueShape | None = None
    """What it is worth."""
