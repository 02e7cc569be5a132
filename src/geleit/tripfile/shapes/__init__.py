"""The shape of a trip file as pydantic models: keys, units and defaults. The JSON Schema is made of these."""

from geleit.tripfile.shapes.base import MarkedShape, Shape
from geleit.tripfile.shapes.call import CallShape, FeeShape, NoteShape, SectorShape
from geleit.tripfile.shapes.hosts import ContactShape, HostShape, NameListShape, RequestShape
from geleit.tripfile.shapes.items import PIN_KEYS, ItemShape, PinShape, RuleShape
from geleit.tripfile.shapes.people import DelegateShape, OrganisationShape, PresenceShape
from geleit.tripfile.shapes.route import (
    CalendarShape,
    FrameShape,
    GroupShape,
    LegShape,
    PlaceShape,
    StationShape,
    TravelShape,
)
from geleit.tripfile.shapes.trip import TripShape

__all__ = [
    "PIN_KEYS",
    "CalendarShape",
    "CallShape",
    "ContactShape",
    "DelegateShape",
    "FeeShape",
    "FrameShape",
    "GroupShape",
    "HostShape",
    "ItemShape",
    "LegShape",
    "MarkedShape",
    "NameListShape",
    "NoteShape",
    "OrganisationShape",
    "PinShape",
    "PlaceShape",
    "PresenceShape",
    "RequestShape",
    "RuleShape",
    "SectorShape",
    "Shape",
    "StationShape",
    "TravelShape",
    "TripShape",
]
