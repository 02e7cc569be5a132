"""The shape of a trip file as pydantic models: keys, units and defaults. The JSON Schema is made of these."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from geleit.domain.items import RuleKind
from geleit.domain.kinds import Attendance, DayPart, HostKind, ItemKind, LegMode, Meal, Role
from geleit.domain.status import Announcement, NameListStatus, Publication, RequestStatus, StationStatus
from geleit.domain.text import Text
from geleit.domain.windows import Clock
from geleit.tripfile.fields import (
    AnyDate,
    AnySpan,
    Assumed,
    ClockSpan,
    Count,
    Country,
    Day,
    Departure,
    FieldError,
    Flag,
    Instant,
    LanguageCode,
    Line,
    LocalText,
    Minutes,
    Positive,
    Ref,
    Slug,
    TimeWindow,
    Zone,
    choice,
)
from geleit.tripfile.problems import did_you_mean, listed

PIN_KEYS = ("start", "day", "part", "group", "attendee", "absent", "dropped")
"""What a pin can hold; one of them stands in each."""


class Shape(BaseModel):
    """An object of the file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MarkedShape(Shape):
    """An object that says which of its fields are assumptions."""

    assumed: Assumed = ()
    """Names of this object's fields that the announcement did not give, or `all`. Every page marks them."""

    @field_validator("assumed", mode="after")
    @classmethod
    def _names_its_own_fields(cls, names: tuple[str, ...] | None) -> tuple[str, ...] | None:
        known = cls.assumable()
        for name in names or ():
            if name not in known:
                fix = did_you_mean(name, known) or f"fields are {listed(known, 40)}"
                raise FieldError(f"names {name!r}, which is no field here", fix)
        return names

    @classmethod
    def assumable(cls) -> tuple[str, ...]:
        """Return the names of the fields that can be assumptions: all but the id and the mark itself."""
        return tuple(name for name in cls.model_fields if name not in ("id", "assumed"))


class PlaceShape(MarkedShape):
    """A place on earth where something happens: a hotel, a host's house, an airport."""

    id: Slug
    """Unique among the places."""
    name: LocalText
    """The place's name."""
    lat: Annotated[float, Field(strict=True, ge=-90, le=90)]
    """Degrees north, WGS 84."""
    lon: Annotated[float, Field(strict=True, ge=-180, le=180)]
    """Degrees east, WGS 84."""
    zone: Zone
    """IANA time zone."""
    country: Country
    """ISO 3166-1 code of the country; its public holidays count."""
    address: Line = ""
    """Postal address as a driver needs it."""
    region: Line | None = None
    """ISO 3166-2 code of the state or province without the country, for regional holidays."""


class StationShape(MarkedShape):
    """A place where the delegation is based for some days."""

    id: Slug
    """Unique among the stations."""
    name: LocalText
    """The station's name."""
    base: Ref
    """Place id of the hotel or meeting point where day parts begin and end."""
    dates: AnySpan | None = None
    """When the delegation is there: `{start, end}` or one date, each of any precision (EDTF)."""
    status: Annotated[StationStatus, choice(StationStatus)] = StationStatus.PLANNED
    """How sure the station is."""
    description: LocalText = Text()
    """A sentence or two for the public page."""


class LegShape(MarkedShape):
    """The move of the whole delegation from one station to the next, from base to base."""

    id: Slug
    """Unique among the legs."""
    origin: Ref | None = None
    """Station id; left out for home."""
    destination: Ref | None = None
    """Station id; left out for home."""
    mode: Annotated[LegMode, choice(LegMode)]
    """How the delegation moves."""
    travel_min: Annotated[int, Field(strict=True, ge=1, le=4320)]
    """Minutes from leaving the one base to reaching the other, check-in and immigration included."""
    departures: list[Departure]
    """Windows in which it leaves the origin's base, in the origin's local time: "2025-05-18 13:05" is a fixed
    departure, "2025-05-20 13:30-15:00" lets the planner choose."""
    title: LocalText = Text()
    """What the programme calls it."""
    note: LocalText = Text()
    """A remark for those who travel, such as the flight number."""


class FrameShape(MarkedShape):
    """What a day may look like. Spans of the clock are local."""

    day: ClockSpan = Clock(7 * 60, 23 * 60)
    """No ride or session starts before or ends after; legs are exempt."""
    morning: ClockSpan = Clock(7 * 60, 13 * 60)
    """Sessions that start before its end belong to the morning."""
    afternoon: ClockSpan = Clock(13 * 60, 18 * 60)
    """Sessions that start in it belong to the afternoon."""
    evening_part: ClockSpan = Clock(18 * 60, 24 * 60)
    """Sessions that start in it belong to the evening."""
    lunch: ClockSpan = Clock(11 * 60 + 30, 14 * 60 + 30)
    """When lunch lies."""
    lunch_min: Minutes = 45
    """Minutes that lunch needs."""
    dinner: ClockSpan = Clock(17 * 60 + 30, 22 * 60)
    """When dinner lies."""
    dinner_min: Minutes = 60
    """Minutes that dinner needs."""
    rest_min: Minutes = 9 * 60
    """Minutes between the end of a day's last movement and the next day's first."""
    arrival_rest_min: Minutes = 45
    """Minutes between reaching a station and the first departure from its base."""
    office: ClockSpan = Clock(9 * 60, 17 * 60 + 30)
    """When houses are open where an item gives no window."""
    evening: ClockSpan = Clock(18 * 60, 22 * 60)
    """When receptions and dinners lie where an item gives no window."""
    grid_min: Annotated[int, Field(strict=True, ge=1, le=60)] = 15
    """Sessions start at multiples of this many minutes, save where a window or pin says otherwise."""
    slack_min: Minutes = 5
    """Minutes added to each ride between two places."""
    max_transfer_min: Minutes = 150
    """Longest ride in minutes that a group makes each way."""


class GroupShape(MarkedShape):
    """People who move together for one part of a day, with their vehicle."""

    id: Slug
    """Unique among the groups; a number in quotes will do."""
    name: LocalText
    """The group's name."""
    seats: Annotated[int, Field(strict=True, ge=1, le=1000)]
    """Seats for travellers, guide and interpreter included."""
    vehicle: LocalText = Text()
    """What it rides in."""


class ContactShape(Shape):
    """A person at the host's."""

    name: Line
    """The person's name."""
    function: LocalText = Text()
    """What the person does there."""
    email: Line = ""
    """Address for mail."""
    phone: Line = ""
    """Number with country code, in quotes."""
    sample: Flag = False
    """True for an invented person; every page says so."""


class HostShape(MarkedShape):
    """An organisation that receives the delegation."""

    id: Slug
    """Unique among the hosts."""
    name: LocalText
    """The host's name."""
    kind: Annotated[HostKind, choice(HostKind)]
    """What the host is."""
    place: Ref | None = None
    """Place id of the house; its items happen there unless they say otherwise."""
    profile: LocalText = Text()
    """Two or three sentences for the booklet."""
    website: Line = ""
    """Address of its site."""
    sectors: list[Ref] = []
    """Sector ids the host works in."""
    languages: list[LanguageCode] = []
    """ISO 639-1 codes in which the host receives visitors; its items have them unless they say otherwise."""
    contacts: list[ContactShape] = []
    """People to turn to."""
    named: Flag = False
    """True when the announcement names the host."""
    sample: Flag = False
    """True for an invented host; every page says so."""


class RequestShape(Shape):
    """The asking of a host for one item, and the answer."""

    status: Annotated[RequestStatus, choice(RequestStatus)] = RequestStatus.REQUESTED
    """Where the request stands. Ideas, declined, lapsed, withdrawn and cancelled_late ones are not placed."""
    channel: Line = ""
    """Through whom the host was asked."""
    decide_by: Day | None = None
    """Day by which the host's answer is needed."""
    fallback: Ref | None = None
    """Item id to try when the host declines."""
    slots: list[Instant] = []
    """Starts that the host confirmed, local time at the station: "2025-05-21 09:40". They are kept."""
    probability_percent: Annotated[int, Field(strict=True, ge=0, le=100)] | None = None
    """How likely the item takes place, 0 to 100; left out, the status decides."""
    released: Flag = False
    """True when a confirmed slot was given back and the planner may move it."""


class NameListShape(Shape):
    """The people announced to a host, and its rules for the list."""

    due: Day | None = None
    """Local day by which the host wants the list."""
    fields: list[Line] = []
    """What the host asks of each person: name, passport, birth_date, nationality, function."""
    status: Annotated[NameListStatus, choice(NameListStatus)] = NameListStatus.OPEN
    """Where the list stands; unless open, nobody is added."""
    people: list[Ref] = []
    """Delegate ids on the list once it is frozen."""
    delta: list[Ref] = []
    """Delegate ids announced afterwards."""


class ItemShape(MarkedShape):
    """Something that may happen on the trip."""

    id: Slug
    """Unique among the items."""
    title: LocalText
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
    windows: list[TimeWindow] = []
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
    sectors: list[Ref] = []
    """Sector ids it serves; left out, all alike."""
    roles: list[Annotated[Role, choice(Role)]] = []
    """Roles that may attend; left out, everyone."""
    required_people: list[Ref] = []
    """Delegate ids that must be in every session."""
    languages: list[LanguageCode] = []
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


class OrganisationShape(MarkedShape):
    """A company or institution that delegates come from."""

    id: Slug
    """Unique among the organisations."""
    name: LocalText
    """Its name."""
    town: Line = ""
    """Where it sits."""
    employees: Count | None = None
    """How many people work there."""
    sectors: list[Ref] = []
    """Sector ids it works in."""
    profile: LocalText = Text()
    """Two or three sentences for the booklet."""
    website: Line = ""
    """Address of its site."""
    sample: Flag = False
    """True for an invented organisation; every page says so."""


class PresenceShape(Shape):
    """When a delegate is with the delegation, where that is not the whole trip."""

    joins: Instant | None = None
    """"2025-05-20 18:00", local time at the station of that day; left out, from the start."""
    leaves: Instant | None = None
    """"2025-05-23 12:00", local time at the station of that day; left out, to the end."""


class DelegateShape(MarkedShape):
    """One person who travels."""

    id: Slug
    """Unique among the delegates."""
    name: Line
    """As the person writes it, in any script."""
    role: Annotated[Role, choice(Role)]
    """Why the person travels."""
    name_latin: Line = ""
    """The name in Latin letters, for lists that need them."""
    organisation: Ref | None = None
    """Organisation id."""
    function: LocalText = Text()
    """What the person does at home."""
    sectors: list[Ref] = []
    """Sector ids, besides those of the organisation."""
    languages: list[LanguageCode] = ["de", "en"]
    """ISO 639-1 codes the person works in."""
    presence: PresenceShape = PresenceShape()
    """When the person is there, where that is not the whole trip."""
    wishes: dict[Ref, Annotated[int, Field(strict=True, ge=1, le=5)]] = {}
    """Item ids and how much they are wished for, 1 (would be nice) to 5 (the reason for travelling)."""
    guide: Flag = False
    """Whether the person may lead a group; left out, true for the roles organiser and partner."""
    rank: Positive | None = None
    """Order of precedence, 1 first; left out, behind all ranks."""
    profile: LocalText = Text()
    """Two or three sentences for the booklet."""
    sample: Flag = False
    """True for an invented person; every page says so."""


class RuleShape(Shape):
    """A rule between items: one of before, at_most_one, same_time, together."""

    before: list[Ref] | None = None
    """Item ids: every session of one ends before any of the next starts."""
    at_most_one: list[Ref] | None = None
    """Item ids of which at most one is placed."""
    same_time: list[Ref] | None = None
    """Item ids whose sessions start at the same time."""
    together: list[Ref] | None = None
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


class SectorShape(Shape):
    """A target industry."""

    id: Slug
    """Unique among the sectors."""
    name: LocalText
    """Its name."""


class FeeShape(Shape):
    """What one person pays."""

    name: LocalText
    """For whom or what the fee is."""
    amount_eur: Count
    """Whole euros."""


class CallShape(MarkedShape):
    """The invitation to companies to take part."""

    text: LocalText = Text()
    """The invitation's words."""
    deadline: AnyDate | None = None
    """Last day to apply, of any precision (EDTF)."""
    places: Count | None = None
    """How many people can travel."""
    business_places: Count | None = None
    """How many of them come from companies."""
    fees: list[FeeShape] = []
    """What it costs."""
    included: LocalText = Text()
    """What the fee includes."""
    not_included: LocalText = Text()
    """What people pay themselves."""
    terms: LocalText = Text()
    """Conditions, such as those of a cancellation."""
    contact_name: Line = ""
    """Whom to ask."""
    contact_organisation: LocalText = Text()
    """Where that person works."""
    contact_email: Line = ""
    """Address for mail."""
    contact_phone: Line = ""
    """Number with country code, in quotes."""
    sample: Flag = False
    """True for an invented contact; every page says so."""


class NoteShape(MarkedShape):
    """A practical note for those who travel: entry, money, health, clothes."""

    title: LocalText
    """Its heading."""
    text: LocalText
    """Its words."""


class CalendarShape(Shape):
    """Days that differ from a country's public calendar."""

    country: Country
    """ISO 3166-1 code."""
    closed: list[Day] = []
    """Days off that the calendar does not know."""
    open: list[Day] = []
    """Working days that the calendar takes for days off."""


class TravelShape(Shape):
    """Minutes between two places, where the organiser knows better than the great circle."""

    origin: Annotated[Ref, Field(alias="from")]
    """Place id."""
    destination: Annotated[Ref, Field(alias="to")]
    """Place id."""
    minutes: Minutes
    """Minutes from door to door."""
    both_ways: Flag = True
    """False when the way back takes another time."""


class TripShape(MarkedShape):
    """A delegation trip: one YAML file, or a folder whose files each hold some of these keys."""

    id: Slug
    """Short name of the trip in files and addresses, such as usa-2025."""
    title: LocalText
    """The trip's title."""
    languages: Annotated[list[LanguageCode], Field(min_length=1)] = ["de", "en"]
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
    sectors: list[SectorShape] = []
    """Target industries."""
    open_to_all_sectors: Flag = False
    """True when the offer is not tied to target industries."""
    sector_note: LocalText = Text()
    """What to say about the industries."""
    home: Ref
    """Place id where the delegation leaves from and returns to."""
    places: list[PlaceShape]
    """Every place of the trip."""
    stations: Annotated[list[StationShape], Field(min_length=1)]
    """Where the delegation is based, in order."""
    legs: list[LegShape] = []
    """How it gets from one to the next, in order; the first leaves home, the last returns there."""
    frame: FrameShape = FrameShape()
    """What a day may look like."""
    groups: list[GroupShape] = []
    """At most as many groups move at a time."""
    guides_required: Flag = True
    """Whether every group that rides needs a guide."""
    hosts: list[HostShape] = []
    """Who receives the delegation."""
    items: list[ItemShape] = []
    """What may happen."""
    organisations: list[OrganisationShape] = []
    """Where delegates come from."""
    delegates: list[DelegateShape] = []
    """Who travels."""
    rules: list[RuleShape] = []
    """Rules between items."""
    pins: list[PinShape] = []
    """What the planner may not change."""
    call: CallShape = CallShape()
    """The invitation to companies to take part."""
    notes: list[NoteShape] = []
    """Practical notes."""
    calendar: list[CalendarShape] = []
    """Days that differ from the public calendar."""
    travel_min: list[TravelShape] = []
    """Minutes between places."""
    kappa_percent: Positive | None = None
    """Ruler of fairness that the first plan sets, so that later ones measure alike."""
