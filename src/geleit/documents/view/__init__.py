"""The view model: what each audience reads of a trip and its programme, ready to print in one language.

All documents (HTML, PDF, calendar, workbook) and later the web pages are made from these values, so they
cannot disagree.
"""

from geleit.documents.view.agenda_views import AgendaDay, AgendaEntry, AgendaView, RideView
from geleit.documents.view.build import build_agenda, build_agendas, build_view, shows_assumed
from geleit.documents.view.day_views import (
    ArrowView,
    CardView,
    DayGroupView,
    DayView,
    EntryType,
    EntryView,
    GroupPartView,
    HourView,
    OutlineView,
    ProgrammeView,
    TransferView,
    UnplacedView,
    ValueView,
)
from geleit.documents.view.trip_views import (
    CallView,
    FeeView,
    GroupView,
    HostView,
    ItemView,
    LegView,
    NoteView,
    PeopleSection,
    PersonView,
    SectorView,
    SessionTime,
    StationView,
    TripView,
)
from geleit.documents.view.values import ASSUMED_SIGN, Audience, Shown, StatusView

__all__ = [
    "ASSUMED_SIGN",
    "AgendaDay",
    "AgendaEntry",
    "AgendaView",
    "ArrowView",
    "Audience",
    "CallView",
    "CardView",
    "DayGroupView",
    "DayView",
    "EntryType",
    "EntryView",
    "FeeView",
    "GroupPartView",
    "GroupView",
    "HostView",
    "HourView",
    "ItemView",
    "LegView",
    "NoteView",
    "OutlineView",
    "PeopleSection",
    "PersonView",
    "ProgrammeView",
    "RideView",
    "SectorView",
    "SessionTime",
    "Shown",
    "StationView",
    "StatusView",
    "TransferView",
    "TripView",
    "UnplacedView",
    "ValueView",
    "build_agenda",
    "build_agendas",
    "build_view",
    "shows_assumed",
]
