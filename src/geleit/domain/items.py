"""Programme items: what may happen, and the rules between them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from geleit.domain.hosts import HostRequest, NameList
from geleit.domain.kinds import Attendance, DayPart, ItemKind, Meal, Role
from geleit.domain.status import (
    PLANNED_PROBABILITY_PERCENT,
    PROBABILITY_PERCENT,
    Announcement,
    Publication,
    PublicStatus,
    public_status,
)
from geleit.domain.text import Text
from geleit.domain.windows import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One programme item.

    Parameters
    ----------
    station
        Station id where the delegation is based when it goes there; an excursion's place lies elsewhere.
    place
        Place id where sessions happen.
    duration_min
        Length of one session in minutes.
    windows
        When a session may lie; empty means whenever the house is usually open (see ``domain.stays``).
    min_people, max_people
        People in one session; None means no cap.
    sessions_max
        How many sessions the host gives.
    must
        The programme is wrong without it.
    weight
        What the organiser thinks of it for everyone, 0 to 5.
    sectors
        Sector ids it serves; empty means all alike.
    roles
        Roles that may attend; empty means everyone.
    required_people
        Delegate ids that must be in every session of it.
    languages
        ISO 639-1 codes in which the host receives visitors; empty means that any language will do.
    meal
        The meal that is part of it.
    arrive_before_min, leave_after_min
        Minutes for security and registration before, for leaving the house after.
    guests_expected
        Guests who do not travel, for receptions and dinners with a guest list.
    """

    id: str
    title: Text
    kind: ItemKind
    station: str
    place: str
    duration_min: int
    short: Text = field(default_factory=Text)
    description: Text = field(default_factory=Text)
    host: str | None = None
    windows: tuple[Window, ...] = ()
    min_people: int = 1
    max_people: int | None = None
    sessions_max: int = 1
    attendance: Attendance = Attendance.OPEN
    must: bool = False
    weight: int = 2
    highlight: bool = False
    sectors: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()
    required_people: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()
    meal: Meal | None = None
    arrive_before_min: int = 0
    leave_after_min: int = 0
    guests_expected: int | None = None
    guests: Text = field(default_factory=Text)
    dress: Text = field(default_factory=Text)
    bring: Text = field(default_factory=Text)
    request: HostRequest = field(default_factory=HostRequest)
    announced: Announcement | None = None
    publication: Publication = Publication.PUBLIC_WITH_RESERVATION
    name_list: NameList = field(default_factory=NameList)
    source_spelling: str = ""
    assumed: frozenset[str] = frozenset()

    @property
    def probability_percent(self) -> int:
        """How likely the item takes place, 0 to 100."""
        if self.request.probability_percent is not None:
            return self.request.probability_percent
        known = PROBABILITY_PERCENT[self.request.status]
        promised = self.announced in (Announcement.PLANNED, Announcement.FIXED)
        if promised and self.request.status.may_be_placed:
            return max(known, PLANNED_PROBABILITY_PERCENT)
        return known

    @property
    def public_status(self) -> PublicStatus:
        """The one status word an outside reader gets."""
        if not self.publication.is_public:
            return PublicStatus.HIDDEN
        return public_status(self.request.status, self.announced)

    @property
    def needs_head(self) -> bool:
        """Whether a head of delegation must be there (rule H6)."""
        return self.kind is ItemKind.POLITICAL_TALK

    @property
    def is_together(self) -> bool:
        """Whether the whole delegation is in one session of it (rule H8)."""
        return self.attendance is Attendance.ALL and self.sessions_max == 1

    @property
    def firm_slots(self) -> tuple[datetime, ...]:
        """Starts that the host confirmed and that the planner may not move (rule H7)."""
        if self.request.status.is_firm and not self.request.released:
            return self.request.slots
        return ()

    @property
    def display_short(self) -> Text:
        """The short name for narrow cards: as given, else proposed from the title."""
        if self.short:
            return self.short
        return self.title.map(propose_short)


def propose_short(title: str) -> str:
    """Return a short name of at most six Latin or three Chinese characters."""
    words = title.replace(",", " ").split()
    if not words:
        return ""
    if any("\u4e00" <= char <= "\u9fff" for char in title):
        return title.replace(" ", "")[:3]
    return words[0][:6].rstrip(".-:")


class RuleKind(StrEnum):
    """A rule between items (H8)."""

    BEFORE = "before"
    """Every session of the first ends before any of the second starts, where both are placed."""
    AT_MOST_ONE = "at_most_one"
    """At most one of them is placed."""
    SAME_TIME = "same_time"
    """Their sessions start at the same time, where both are placed."""
    TOGETHER = "together"
    """All or none of them are placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRule:
    """A rule between two or more items, in the order given."""

    kind: RuleKind
    items: tuple[str, ...]
    gap_min: int = 0


class PinKind(StrEnum):
    """What a pin holds."""

    TIME = "time"
    DAY = "day"
    PART = "part"
    GROUP = "group"
    ATTENDEE = "attendee"
    ABSENT = "absent"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """What the planner may not change (rule H7).

    Parameters
    ----------
    start
        For ``time``: one session of the item starts then (UTC).
    day, part
        For ``day`` and ``part``: every session of the item lies there (local date).
    group
        For ``group``: every session of the item is that group's.
    delegate
        For ``attendee`` and ``absent``: that person is, or is not, in a session of the item.
    """

    kind: PinKind
    item: str
    start: datetime | None = None
    day: date | None = None
    part: DayPart | None = None
    group: str | None = None
    delegate: str | None = None
    note: str = ""
