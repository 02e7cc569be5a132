"""Statuses. Answer, publication and clearance are separate axes and never share a field."""

from enum import StrEnum
from types import MappingProxyType


class RequestStatus(StrEnum):
    """The host's answer to a host request."""

    IDEA = "idea"
    REQUESTED = "requested"
    IN_CLARIFICATION = "in_clarification"
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    DELIVERED = "delivered"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    CANCELLED_LATE = "cancelled_late"

    @property
    def is_out(self) -> bool:
        """Whether the request ended without a visit; such an item is never placed (rule H12)."""
        return self in WAYS_OUT

    @property
    def is_firm(self) -> bool:
        """Whether the host has committed itself (rule H7)."""
        return self in (RequestStatus.CONFIRMED, RequestStatus.DELIVERED)

    @property
    def may_be_placed(self) -> bool:
        """Whether the planner may give it a time: an idea has no host who was asked."""
        return not self.is_out and self is not RequestStatus.IDEA


WAYS_OUT = frozenset(
    {
        RequestStatus.DECLINED,
        RequestStatus.LAPSED,
        RequestStatus.WITHDRAWN,
        RequestStatus.CANCELLED_LATE,
    }
)

PROBABILITY_PERCENT = MappingProxyType(
    {
        RequestStatus.IDEA: 0,
        RequestStatus.REQUESTED: 50,
        RequestStatus.IN_CLARIFICATION: 60,
        RequestStatus.TENTATIVE: 75,
        RequestStatus.CONFIRMED: 100,
        RequestStatus.DELIVERED: 100,
        RequestStatus.DECLINED: 0,
        RequestStatus.LAPSED: 0,
        RequestStatus.WITHDRAWN: 0,
        RequestStatus.CANCELLED_LATE: 0,
    }
)
"""How likely an item of that status takes place, in percent; a host request may say better."""

PLANNED_PROBABILITY_PERCENT = 90
"""How likely an item takes place that the organiser has announced as planned."""


class Announcement(StrEnum):
    """What the public was promised of an item."""

    PLANNED = "planned"
    REQUESTED = "requested"
    POSSIBLE = "possible"
    FIXED = "fixed"


class PublicStatus(StrEnum):
    """The one word an outside reader gets, derived from answer and announcement."""

    REQUESTED = "requested"
    TENTATIVE = "tentative"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HIDDEN = "hidden"


class Publication(StrEnum):
    """Who may see an item."""

    INTERNAL = "internal"
    DELEGATION = "delegation"
    PUBLIC_WITH_RESERVATION = "public_with_reservation"
    PUBLIC = "public"

    @property
    def is_public(self) -> bool:
        """Whether strangers may see the item."""
        return self in (Publication.PUBLIC, Publication.PUBLIC_WITH_RESERVATION)


class StationStatus(StrEnum):
    """How sure a station is."""

    PLANNED = "planned"
    FIXED = "fixed"


class NameListStatus(StrEnum):
    """Where a host's name list stands."""

    OPEN = "open"
    FROZEN = "frozen"
    SENT = "sent"
    DELTA_SENT = "delta_sent"
    CLEARED = "cleared"
    PARTLY_REFUSED = "partly_refused"

    @property
    def is_closed(self) -> bool:
        """Whether nobody may be added any more without an announced delta (rule H11)."""
        return self is not NameListStatus.OPEN


class VersionStatus(StrEnum):
    """Where a programme version stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


def public_status(answer: RequestStatus, announced: Announcement | None) -> PublicStatus:
    """Return the word an outside reader gets.

    An announcement of "planned" stands until the host has answered: the answer itself is nobody's business.
    """
    if answer.is_out or (answer is RequestStatus.IDEA and announced is None):
        return PublicStatus.HIDDEN
    if answer.is_firm or announced is Announcement.FIXED:
        return PublicStatus.CONFIRMED
    if announced is Announcement.PLANNED:
        return PublicStatus.PLANNED
    if announced is Announcement.POSSIBLE or answer is RequestStatus.TENTATIVE:
        return PublicStatus.TENTATIVE
    return PublicStatus.REQUESTED
