"""Kinds of things a trip is made of, and the families that give them one colour and one chip shape."""

from enum import StrEnum
from types import MappingProxyType


class Family(StrEnum):
    """What a reader learns instead of thirteen kinds: five families and one neutral."""

    POLITICS = "politics"
    COMPANY = "company"
    SCIENCE = "science"
    NETWORK = "network"
    EVENING = "evening"
    MOVE = "move"


class ItemKind(StrEnum):
    """What a programme item is."""

    BRIEFING = "briefing"
    POLITICAL_TALK = "political_talk"
    INSTITUTION_VISIT = "institution_visit"
    COMPANY_VISIT = "company_visit"
    EXCURSION = "excursion"
    UNIVERSITY_VISIT = "university_visit"
    EXCHANGE = "exchange"
    CHAMBER_VISIT = "chamber_visit"
    PRESENTATION = "presentation"
    RECEPTION = "reception"
    DINNER = "dinner"
    FREE_TIME = "free_time"

    @property
    def family(self) -> Family:
        """The family whose colour and chip shape the kind carries."""
        return FAMILY_OF_KIND[self]

    @property
    def keeps_office_hours(self) -> bool:
        """Whether the host's house is closed on public holidays and weekends (rule H10)."""
        return self in OFFICE_KINDS


FAMILY_OF_KIND = MappingProxyType(
    {
        ItemKind.BRIEFING: Family.POLITICS,
        ItemKind.POLITICAL_TALK: Family.POLITICS,
        ItemKind.INSTITUTION_VISIT: Family.POLITICS,
        ItemKind.COMPANY_VISIT: Family.COMPANY,
        ItemKind.EXCURSION: Family.COMPANY,
        ItemKind.UNIVERSITY_VISIT: Family.SCIENCE,
        ItemKind.EXCHANGE: Family.NETWORK,
        ItemKind.CHAMBER_VISIT: Family.NETWORK,
        ItemKind.PRESENTATION: Family.NETWORK,
        ItemKind.RECEPTION: Family.EVENING,
        ItemKind.DINNER: Family.EVENING,
        ItemKind.FREE_TIME: Family.MOVE,
    }
)

OFFICE_KINDS = frozenset(
    {
        ItemKind.BRIEFING,
        ItemKind.POLITICAL_TALK,
        ItemKind.INSTITUTION_VISIT,
        ItemKind.COMPANY_VISIT,
        ItemKind.EXCURSION,
        ItemKind.UNIVERSITY_VISIT,
        ItemKind.CHAMBER_VISIT,
    }
)


class HostKind(StrEnum):
    """What a host is."""

    COMPANY = "company"
    AUTHORITY = "authority"
    UNIVERSITY = "university"
    CHAMBER = "chamber"
    CONSULATE = "consulate"
    MULTIPLIER = "multiplier"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    ASSOCIATION = "association"
    VENUE = "venue"


class Role(StrEnum):
    """Why a person travels."""

    HEAD = "head"
    POLITICAL = "political"
    BUSINESS = "business"
    SCIENCE = "science"
    PRESS = "press"
    ORGANISER = "organiser"
    PARTNER = "partner"
    INTERPRETER = "interpreter"
    SECURITY = "security"
    COMPANION = "companion"

    @property
    def benefits(self) -> bool:
        """Whether the person travels for the programme's sake; the others serve it and are not weighed."""
        return self in BENEFITING_ROLES

    @property
    def guides(self) -> bool:
        """Whether the person may lead a group unless the trip file says otherwise."""
        return self in (Role.ORGANISER, Role.PARTNER)


BENEFITING_ROLES = frozenset({Role.HEAD, Role.POLITICAL, Role.BUSINESS, Role.SCIENCE, Role.PRESS})


class DayPart(StrEnum):
    """The grain at which people change groups."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Meal(StrEnum):
    """A meal that a day must leave room for."""

    LUNCH = "lunch"
    DINNER = "dinner"


class Attendance(StrEnum):
    """Who goes to an item."""

    OPEN = "open"
    """Some groups go; the planner says which people."""
    ALL = "all"
    """Everyone present goes to one session of it; with a single session the delegation is there together."""


class LegMode(StrEnum):
    """How the whole delegation moves from one station to the next."""

    FLIGHT = "flight"
    TRAIN = "train"
    BUS = "bus"
    SHIP = "ship"
