"""Items, the rules between them, and pins."""

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from geleit.domain.items import RuleKind
from geleit.domain.kinds import Attendance, DayPart, ItemKind, Meal, Role
from geleit.domain.status import Announcement, Publication
from geleit.domain.text import Text
from geleit.tripfile.fields import (
    Count,
    Day,
    FieldError,
    Flag,
    Instant,
    LanguageCode,
    Line,
    LocalText,
    Minutes,
    Name,
    Positive,
    Ref,
    Slug,
    TimeWindow,
    choice,
)
from geleit.tripfile.problems import listed
from geleit.tripfile.shapes.base import MarkedShape, Shape
from geleit.tripfile.shapes.hosts import NameListShape, RequestShape

PIN_KEYS = ("start", "day", "part", "group", "attendee", "absent", "dropped")
"""What a pin can hold; one of them stands in each."""


class ItemShape(MarkedShape):
    """Something that may happen on the trip."""

    id: Slug
    """Unique among the items."""
    title: Name
    """What the programme calls it."""
    kind: Annotated[ItemKind, choice(ItemKind)]
    """What it is. Office kinds (briefing, political_talk, institution_visit, company_visit, excursion,
    university_visit, chamber_visit) are only placed on working days."""
    station: Ref
    """Station id where the delegation is based when it goes there."""
    place: Ref | None = None
    """Place id where it happens; left out, the host's place."""
    duration_min: Annotated[int, Field(strict=True, ge=1, le=1440)]
    """Length of one session in minutes."""
    short: LocalText = Text()
    """A short name for narrow cards; left out, made from the title."""
    description: LocalText = Text()
    """A paragraph for the booklet."""
    host: Ref | None = None
    """Host id."""
    windows: tuple[TimeWindow, ...] = ()
    """When a session may lie, local time: "2025-05-19 09:00-12:00", or "09:00-12:00" for every day at the
    station; the ending " open-on-holidays" allows days off. Left out: the usual hours of its kind."""
    min_people: Count = 1
    """Fewest people in one session."""
    max_people: Positive | None = None
    """Most people in one session; left out, no cap."""
    sessions_max: Annotated[int, Field(strict=True, ge=1, le=100)] = 1
    """How many sessions the host gives."""
    attendance: Annotated[Attendance, choice(Attendance)] = Attendance.OPEN
    """`open`: some groups go. `all`: everyone present goes to one session of it."""
    must: Flag = False
    """True when the programme is wrong without it."""
    weight: Annotated[int, Field(strict=True, ge=0, le=5)] = 2
    """What the organiser thinks of it for everyone, 0 to 5."""
    highlight: Flag = False
    """True when pages give it room."""
    sectors: tuple[Ref, ...] = ()
    """Sector ids it serves; left out, all alike."""
    roles: tuple[Annotated[Role, choice(Role)], ...] = ()
    """Roles that may attend; left out, everyone."""
    required_people: tuple[Ref, ...] = ()
    """Delegate ids that must be in every session."""
    languages: tuple[LanguageCode, ...] = ()
    """ISO 639-1 codes in which the host receives visitors; left out, the host's; an empty list means any."""
    meal: Annotated[Meal, choice(Meal)] | None = None
    """The meal that is part of it."""
    arrive_before_min: Minutes = 0
    """Minutes for security and registration before the start."""
    leave_after_min: Minutes = 0
    """Minutes for leaving the house after the end."""
    guests_expected: Count | None = None
    """Guests who do not travel, for receptions and dinners."""
    guests: LocalText = Text()
    """Who is invited."""
    dress: LocalText = Text()
    """What to wear."""
    bring: LocalText = Text()
    """What to bring, such as a passport."""
    request: RequestShape = RequestShape()
    """The asking of the host, and the answer."""
    announced: Annotated[Announcement, choice(Announcement)] | None = None
    """What the public was promised."""
    publication: Annotated[Publication, choice(Publication)] = Publication.PUBLIC_WITH_RESERVATION
    """Who may see it."""
    name_list: NameListShape = NameListShape()
    """The people announced to the host."""
    source_spelling: Line = ""
    """How the source writes the name, where it differs."""


class RuleShape(Shape):
    """A rule between items: one of before, at_most_one, same_time, together."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": [kind.value]} for kind in RuleKind]},
    )

    before: tuple[Ref, ...] | None = None
    """Item ids: every session of one ends before any of the next starts."""
    at_most_one: tuple[Ref, ...] | None = None
    """Item ids of which at most one is placed."""
    same_time: tuple[Ref, ...] | None = None
    """Item ids whose sessions start at the same time."""
    together: tuple[Ref, ...] | None = None
    """Item ids of which all or none are placed."""
    gap_min: Minutes = 0
    """For `before`: minutes between the end of one and the start of the next."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        given = [kind.value for kind in RuleKind if getattr(self, kind.value) is not None]
        if len(given) != 1:
            told = f"says {' and '.join(given)} at once" if given else "says nothing"
            raise FieldError(told, f"give one of {listed(kind.value for kind in RuleKind)}")
        items = getattr(self, given[0])
        if len(items) < 2:
            raise FieldError("names fewer than two items", "name two or more", given[0])
        if self.gap_min and given[0] != "before":
            raise FieldError(f"means nothing in a rule {given[0]!r}", "only 'before' has a gap", "gap_min")
        return self


class PinShape(Shape):
    """What the planner may not change: item and one of start, day, part, group, attendee, absent, dropped."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [key]} for key in PIN_KEYS]})

    item: Ref
    """Item id."""
    start: Instant | None = None
    """One session starts then, in the station's local time: "2025-05-21 09:40"."""
    day: Day | None = None
    """Every session lies on that day."""
    part: Annotated[DayPart, choice(DayPart)] | None = None
    """Every session starts in that part of a day."""
    group: Ref | None = None
    """Every session is that group's."""
    attendee: Ref | None = None
    """Delegate id: that person is in a session of it."""
    absent: Ref | None = None
    """Delegate id: that person is in no session of it."""
    dropped: Annotated[bool, Field(strict=True)] | None = None
    """True: the item is not placed."""
    note: Line = ""
    """Why, for those who read it later."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        given = [key for key in PIN_KEYS if getattr(self, key) not in (None, False)]
        if len(given) != 1:
            told = f"says {' and '.join(given)} at once" if given else "says nothing"
            raise FieldError(told, f"give one of {listed(PIN_KEYS)}; two pins may hold the same item")
        return self
