"""Hypothesis strategies for whole trips whose references hold; whether they make sense is left to chance."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from geleit.domain.hosts import Contact, Host, HostRequest, NameList
from geleit.domain.items import Item, ItemRule, Pin, PinKind, RuleKind
from geleit.domain.kinds import Attendance, DayPart, HostKind, ItemKind, LegMode, Meal, Role
from geleit.domain.people import Delegate, Group, Organisation, Presence, Wish
from geleit.domain.places import Place
from geleit.domain.status import Announcement, NameListStatus, Publication, RequestStatus, StationStatus
from geleit.domain.text import LANGUAGES, Text
from geleit.domain.trip import CalendarOverride, Call, FeeTier, Frame, Leg, Note, Sector, Station, Trip
from geleit.domain.windows import Clock, Window
from geleit.tripfile.fields.words import shows
from geleit.tripfile.shapes import ItemShape, LegShape, PlaceShape
from tests.unit.domain.calendar_strategies import date_spans, edtf_dates

ZONES = ("America/New_York", "Asia/Shanghai", "Europe/Berlin", "UTC", "Australia/Lord_Howe")
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
INSTANTS = st.integers(0, 2_000_000_000 // 60).map(lambda minutes: datetime.fromtimestamp(minutes * 60, UTC))
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
LINES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["no", "08:30", "2025-05-18", "null", "~", "1e5", "- x", "a: b", "x #y", "'", '"', "{", " x "]
    ),
)
TEXTS = st.one_of(
    LINES.map(Text.of),
    st.dictionaries(st.sampled_from(LANGUAGES), LINES, max_size=3).map(Text),
)
NAME_LINES = LINES.filter(shows)
NAMES = TEXTS.filter(lambda text: any(shows(wording) for wording in text.wordings()))
"""What a trip file demands where a name has to be given."""
LANGUAGE_SETS = st.frozensets(st.sampled_from(["de", "en", "zh", "fr", "no"]), max_size=3)
CLOCKS = st.tuples(st.integers(0, 2880), st.integers(0, 2880)).map(lambda pair: Clock(min(pair), max(pair)))
WINDOWS = st.builds(Window, st.none() | DAYS, CLOCKS, st.booleans())
DEPARTURES = st.builds(Window, DAYS, CLOCKS, st.booleans())


def some(of: list[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    """Give some of the ids, each once."""
    return st.lists(st.sampled_from(of), max_size=most, unique=True).map(tuple) if of else st.just(())


def one(of: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(of) if of else st.none()


def marks(fields: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(fields), max_size=3) | st.just(frozenset(fields))


def ids(least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(IDS, min_size=least, max_size=most, unique=True)


def places(place: str) -> st.SearchStrategy[Place]:
    return st.builds(
        Place,
        id=st.just(place),
        name=NAMES,
        lat=st.floats(-90, 90),
        lon=st.floats(-180, 180),
        zone=st.sampled_from(ZONES),
        country=st.sampled_from(["US", "CN", "DE"]),
        address=LINES,
        region=st.none() | LINES,
        assumed=marks(PlaceShape.assumable()),
    )


def requests(items: list[str]) -> st.SearchStrategy[HostRequest]:
    return st.builds(
        HostRequest,
        status=st.sampled_from(RequestStatus),
        channel=LINES,
        decide_by=st.none() | DAYS,
        fallback=one(items),
        slots=st.lists(INSTANTS, max_size=2).map(tuple),
        probability_percent=st.none() | st.integers(0, 100),
        released=st.booleans(),
    )


def name_lists(people: list[str]) -> st.SearchStrategy[NameList]:
    return st.builds(
        NameList,
        due=st.none() | DAYS,
        fields=st.lists(LINES, max_size=2).map(tuple),
        status=st.sampled_from(NameListStatus),
        people=some(people).map(frozenset),
        delta=some(people).map(frozenset),
    )


@st.composite
def trips(draw: st.DrawFn) -> Trip:
    """Give a trip with a handful of everything."""
    known = {name: draw(ids(least, 3)) for name, least in _LEAST.items()}
    stations, items, people, sectors = known["stations"], known["items"], known["delegates"], known["sectors"]
    sector_sets = some(sectors).map(frozenset)
    hosts = [draw(_host(each, known, sector_sets)) for each in known["hosts"]]
    return Trip(
        id=draw(IDS),
        title=draw(NAMES),
        dates=draw(date_spans()),
        stations=tuple(draw(_station(each, known["places"])) for each in stations),
        legs=tuple(draw(_leg(each, stations)) for each in known["legs"]),
        places=tuple(draw(places(each)) for each in known["places"]),
        home=draw(st.sampled_from(known["places"])),
        groups=tuple(draw(_group(each)) for each in known["groups"]),
        items=tuple(draw(_item(each, known, sector_sets)) for each in items),
        hosts=tuple(hosts),
        delegates=tuple(draw(_delegate(each, known, sector_sets)) for each in people),
        organisations=tuple(draw(_organisation(each, sector_sets)) for each in known["organisations"]),
        sectors=tuple(Sector(id=each, name=draw(NAMES)) for each in sectors),
        rules=tuple(draw(st.lists(_rule(items), max_size=2))) if items else (),
        pins=tuple(draw(st.lists(_pin(known), max_size=3))) if items else (),
        frame=draw(_frame()),
        languages=tuple(draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=3, unique=True))),
        **{name: draw(TEXTS) for name in _TEXT_FIELDS},
        open_to_all_sectors=draw(st.booleans()),
        call=draw(_call()),
        notes=tuple(draw(st.lists(st.builds(Note, title=NAMES, text=NAMES), max_size=2))),
        calendar=tuple(draw(st.lists(_calendar(), max_size=2))),
        travel_min=draw(_travel(known["places"])),
        guides_required=draw(st.booleans()),
        kappa_percent=draw(st.none() | st.integers(1, 200)),
        assumed=draw(marks(("title", "dates", "motto"))),
    )


_LEAST = {
    "places": 1, "stations": 1, "legs": 0, "groups": 0, "hosts": 0,
    "items": 0, "organisations": 0, "delegates": 0, "sectors": 0,
}  # fmt: skip # two lines of one kind
_TEXT_FIELDS = (
    "motto", "subtitle", "intro", "leadership", "frame_programme", "host_kinds", "sector_note", "demonstration",
)  # fmt: skip # one line of one kind

Known = dict[str, list[str]]
Sets = st.SearchStrategy[frozenset[str]]


def _station(station: str, known: list[str]) -> st.SearchStrategy[Station]:
    return st.builds(
        Station,
        id=st.just(station),
        name=NAMES,
        base=st.sampled_from(known),
        dates=st.none() | date_spans(),
        status=st.sampled_from(StationStatus),
        description=TEXTS,
        assumed=marks(("dates", "base")),
    )


def _leg(leg: str, stations: list[str]) -> st.SearchStrategy[Leg]:
    return st.builds(
        Leg,
        id=st.just(leg),
        origin=one(stations),
        destination=one(stations),
        mode=st.sampled_from(LegMode),
        travel_min=st.integers(1, 4320),
        departures=st.lists(DEPARTURES, max_size=2).map(tuple),
        title=TEXTS,
        note=TEXTS,
        assumed=marks(LegShape.assumable()),
    )


def _group(group: str) -> st.SearchStrategy[Group]:
    return st.builds(Group, id=st.just(group), name=NAMES, seats=st.integers(1, 60), vehicle=TEXTS)


def _host(host: str, known: Known, sectors: Sets) -> st.SearchStrategy[Host]:
    contacts = st.builds(
        Contact, name=NAME_LINES, function=TEXTS, email=LINES, phone=LINES, sample=st.booleans()
    )
    return st.builds(
        Host,
        id=st.just(host),
        name=NAMES,
        kind=st.sampled_from(HostKind),
        place=one(known["places"]),
        profile=TEXTS,
        website=LINES,
        sectors=sectors,
        languages=LANGUAGE_SETS,
        contacts=st.lists(contacts, max_size=2).map(tuple),
        named=st.booleans(),
        sample=st.booleans(),
        assumed=marks(("place", "profile")),
    )


def _item(item: str, known: Known, sectors: Sets) -> st.SearchStrategy[Item]:
    return st.builds(
        Item,
        id=st.just(item),
        title=NAMES,
        kind=st.sampled_from(ItemKind),
        station=st.sampled_from(known["stations"]),
        place=st.sampled_from(known["places"]),
        duration_min=st.integers(1, 1440),
        short=TEXTS,
        description=TEXTS,
        host=one(known["hosts"]),
        windows=st.lists(WINDOWS, max_size=3).map(tuple),
        min_people=st.integers(0, 80),
        max_people=st.none() | st.integers(1, 80),
        sessions_max=st.integers(1, 8),
        attendance=st.sampled_from(Attendance),
        must=st.booleans(),
        weight=st.integers(0, 5),
        highlight=st.booleans(),
        sectors=sectors,
        roles=st.frozensets(st.sampled_from(Role), max_size=3),
        required_people=some(known["delegates"]),
        languages=LANGUAGE_SETS,
        meal=st.none() | st.sampled_from(Meal),
        arrive_before_min=st.integers(0, 90),
        leave_after_min=st.integers(0, 90),
        guests_expected=st.none() | st.integers(0, 500),
        guests=TEXTS,
        dress=TEXTS,
        bring=TEXTS,
        request=requests(known["items"]),
        announced=st.none() | st.sampled_from(Announcement),
        publication=st.sampled_from(Publication),
        name_list=name_lists(known["delegates"]),
        source_spelling=LINES,
        assumed=marks(ItemShape.assumable()),
    )


def _organisation(organisation: str, sectors: Sets) -> st.SearchStrategy[Organisation]:
    return st.builds(
        Organisation,
        id=st.just(organisation),
        name=NAMES,
        town=LINES,
        employees=st.none() | st.integers(0, 100_000),
        sectors=sectors,
        profile=TEXTS,
        website=LINES,
        sample=st.booleans(),
    )


def _delegate(delegate: str, known: Known, sectors: Sets) -> st.SearchStrategy[Delegate]:
    wishes = some(known["items"]).flatmap(
        lambda items: st.tuples(
            *(st.builds(Wish, item=st.just(item), strength=st.integers(1, 5)) for item in items)
        )
    )
    return st.builds(
        Delegate,
        id=st.just(delegate),
        name=NAME_LINES,
        role=st.sampled_from(Role),
        name_latin=LINES,
        organisation=one(known["organisations"]),
        function=TEXTS,
        sectors=sectors,
        languages=LANGUAGE_SETS,
        presence=st.builds(Presence, joins=st.none() | INSTANTS, leaves=st.none() | INSTANTS),
        wishes=wishes,
        guide=st.booleans(),
        rank=st.none() | st.integers(1, 99),
        profile=TEXTS,
        sample=st.booleans(),
    )


@st.composite
def _rule(draw: st.DrawFn, items: list[str]) -> ItemRule:
    kind = draw(st.sampled_from(RuleKind))
    members = draw(st.lists(st.sampled_from(items), min_size=2, max_size=3))
    gap_min = draw(st.integers(0, 60)) if kind is RuleKind.BEFORE else 0
    return ItemRule(kind=kind, items=tuple(members), gap_min=gap_min)


@st.composite
def _pin(draw: st.DrawFn, known: Known) -> Pin:
    pin = Pin(kind=PinKind.DROPPED, item=draw(st.sampled_from(known["items"])), note=draw(LINES))
    choices = [
        pin,
        replace(pin, kind=PinKind.TIME, start=draw(INSTANTS)),
        replace(pin, kind=PinKind.DAY, day=draw(DAYS)),
        replace(pin, kind=PinKind.PART, part=draw(st.sampled_from(DayPart))),
    ]
    choices += [replace(pin, kind=PinKind.GROUP, group=group) for group in known["groups"]]
    for person in known["delegates"]:
        choices += [replace(pin, kind=kind, delegate=person) for kind in (PinKind.ATTENDEE, PinKind.ABSENT)]
    return draw(st.sampled_from(choices))


def _frame() -> st.SearchStrategy[Frame]:
    minutes = st.integers(0, 600)
    return st.builds(
        Frame,
        day=CLOCKS,
        lunch=CLOCKS,
        lunch_min=minutes,
        rest_min=minutes,
        office=CLOCKS,
        grid_min=st.integers(1, 60),
        assumed=marks(("day", "lunch_min")),
    )


def _call() -> st.SearchStrategy[Call]:
    return st.builds(
        Call,
        text=TEXTS,
        deadline=st.none() | edtf_dates(),
        places=st.none() | st.integers(0, 500),
        fees=st.lists(st.builds(FeeTier, name=NAMES, amount_eur=st.integers(0, 9999)), max_size=2).map(tuple),
        contact_name=LINES,
        sample=st.booleans(),
        assumed=marks(("deadline", "fees")),
    )


def _calendar() -> st.SearchStrategy[CalendarOverride]:
    days = st.frozensets(DAYS, max_size=3)
    return st.builds(CalendarOverride, country=st.sampled_from(["US", "CN"]), closed=days, open=days)


@st.composite
def _travel(draw: st.DrawFn, known: list[str]) -> dict[tuple[str, str], int]:
    pairs = st.tuples(st.sampled_from(known), st.sampled_from(known)).filter(lambda pair: pair[0] != pair[1])
    if len(known) < 2:
        return {}
    return draw(st.dictionaries(pairs, st.integers(0, 300), max_size=4))
