"""The China trip file carries every fact of its announcement, and marks what was added to them."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final, get_args

import pytest

from geleit.domain.dates import Precision
from geleit.domain.items import Item
from geleit.domain.kinds import Role
from geleit.domain.legs import leg_choices
from geleit.domain.opening import open_spans
from geleit.domain.status import Publication, RequestStatus
from geleit.domain.stays import stays
from geleit.domain.text import Language, Text
from geleit.domain.trip import Trip
from geleit.domain.windows import local
from geleit.tripfile.load import LoadedTrip, read_trip
from tests.facts import CHINA_FACTS, Fact, look_up

FOLDER: Final = Path(__file__).parents[3] / "trips" / "china-2025"
ZONE: Final = "Asia/Shanghai"
HOLIDAYS_END: Final = date(2025, 10, 8)
STATUS_WORDS: Final = frozenset(
    {"geplant", "planned", "计划中", "fest", "fixed", "已确定", "Höhepunkt", "Highlight", "亮点"}
)
"""Words that pages add to a trip's own texts."""
SAMPLE_WORDS: Final = re.compile(r"Muster|Beispiel|Probe|Exempel|sample|样本|示例|样例", re.IGNORECASE)
HALF_WIDTH: Final = re.compile(r"[\u4e00-\u9fff][,;:!?()\"]|[,;:!?()\"][\u4e00-\u9fff]|[\u4e00-\u9fff]\.")


@pytest.fixture(scope="module")
def loaded() -> LoadedTrip:
    return read_trip(FOLDER)


@pytest.fixture(scope="module")
def trip(loaded: LoadedTrip) -> Trip:
    return loaded.trip


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from _texts(member)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name))


def _wordings(trip: Trip, language: Language) -> str:
    return "\n".join(text.get(language).text for text in _texts(trip)).casefold()


def _october(day: int) -> datetime:
    """Return the Chinese midnight that begins a day of October 2025."""
    return datetime(2025, 10, day, tzinfo=UTC) - timedelta(hours=8)


def test_the_file_is_read_without_a_warning(loaded: LoadedTrip) -> None:
    assert loaded.warnings == ()


@pytest.mark.parametrize("fact", CHINA_FACTS, ids=lambda fact: fact.text)
def test_the_trip_holds_the_fact(trip: Trip, fact: Fact) -> None:
    found = {where: look_up(trip, where) for where in fact.holds}

    assert fact.trip == trip.id
    assert found == dict(fact.holds)


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("fact", CHINA_FACTS, ids=lambda fact: fact.text)
def test_the_texts_have_the_words_a_page_must_show(trip: Trip, fact: Fact, language: Language) -> None:
    wanted = [words for words in fact.shown.get(language, ()) if words not in STATUS_WORDS]

    texts = _wordings(trip, language)

    assert [words for words in wanted if words.casefold() not in texts] == []


@pytest.mark.parametrize(
    "fact", [fact for fact in CHINA_FACTS if fact.appointment], ids=lambda fact: fact.text
)
def test_an_announced_appointment_can_be_placed(trip: Trip, fact: Fact) -> None:
    item = trip.item_by_id[fact.appointment]

    opened = [_opens(trip, item, number) for number, _ in enumerate(leg_choices(trip))]

    assert item.request.status.may_be_placed
    assert all(opened), "whatever night the train leaves, the house is open long enough on some day"


def _opens(trip: Trip, item: Item, choice: int) -> bool:
    legs = list(leg_choices(trip))[choice]
    needed = timedelta(minutes=item.duration_min)
    return any(
        closes - opens >= needed
        for stay in stays(trip, legs)
        if stay.station == item.station
        for opens, closes in open_spans(trip, item, stay.start, stay.end)
    )


def test_the_announced_date_is_a_month_and_every_day_is_an_assumption(trip: Trip) -> None:
    announced = trip.dates.start
    day_bearing = (
        [leg.id for leg in trip.legs if "departures" not in leg.assumed]
        + [station.id for station in trip.stations if "dates" not in station.assumed]
        + [item.id for item in trip.items if item.windows and "windows" not in item.assumed]
        + [item.id for item in trip.items if item.name_list.due and "name_list" not in item.assumed]
        + [item.id for item in trip.items if item.request.decide_by and "request" not in item.assumed]
    )

    assert announced == trip.dates.end
    assert (announced.precision, announced.earliest.year, announced.earliest.month) == (
        Precision.MONTH,
        2025,
        10,
    )
    assert day_bearing == []
    assert "deadline" in trip.call.assumed


def test_no_office_is_open_to_the_delegation_on_the_public_holidays(trip: Trip) -> None:
    offices = [item for item in trip.items if item.kind.keeps_office_hours]

    open_then = {item.id for item in offices if open_spans(trip, item, _october(1), _october(9))}

    assert len(offices) == 31
    assert open_then == set()


def test_the_shifted_saturday_is_a_working_day_and_the_next_is_not(trip: Trip) -> None:
    chamber = trip.item_by_id["ahk-beijing"]

    assert open_spans(trip, chamber, _october(11), _october(12)) != ()
    assert open_spans(trip, chamber, _october(18), _october(19)) == ()


def test_the_delegation_is_in_china_only_after_the_holidays(trip: Trip) -> None:
    days = {
        day
        for legs in leg_choices(trip)
        for stay in stays(trip, legs)
        for day in stay.days(trip.zone_of(stay.station))
    }

    assert min(days) == date(2025, 10, 19)
    assert max(days) == date(2025, 10, 25)
    assert {day for item in trip.items for window in item.windows if (day := window.day)} <= days
    assert min(days) > HOLIDAYS_END


def test_the_train_leaves_on_one_of_two_days_and_both_stations_stay_possible(trip: Trip) -> None:
    departures = [
        local(leg.depart, ZONE).date()
        for legs in leg_choices(trip)
        for leg in legs
        if leg.leg == "beijing-shanghai"
    ]

    assert set(departures) == {date(2025, 10, 21), date(2025, 10, 22)}


def test_only_the_houses_that_the_announcement_names_are_named(trip: Trip) -> None:
    named = {host.id for host in trip.hosts if host.named}

    assert named == {"ahk-beijing", "ahk-shanghai", "alibaba", "huawei", "jenoptik", "taicang", "kunshan"}


def test_no_real_house_has_answered(trip: Trip) -> None:
    unanswered = {RequestStatus.REQUESTED, RequestStatus.IDEA}

    answered = {
        item.id
        for item in trip.items
        if item.host and not trip.host_by_id[item.host].sample and item.request.status not in unanswered
    }
    own = {item.id for item in trip.items if not item.host and item.request.status not in unanswered}

    assert answered == set()
    assert {trip.item_by_id[item].publication for item in own} == {Publication.DELEGATION}


def test_every_kind_of_answer_is_simulated_by_an_invented_house(trip: Trip) -> None:
    answers = {item.request.status for item in trip.items if item.host and trip.host_by_id[item.host].sample}

    assert answers == {
        RequestStatus.IN_CLARIFICATION,
        RequestStatus.TENTATIVE,
        RequestStatus.CONFIRMED,
        RequestStatus.DECLINED,
    }


def test_what_was_not_announced_is_marked_as_assumed(trip: Trip) -> None:
    mark = {"title", "windows", "duration_min", "station", "place", "request"}

    unmarked = {item.id for item in trip.items if item.announced is None and not mark <= item.assumed}
    people = {person.id for person in trip.delegates if not {"name", "function", "wishes"} <= person.assumed}

    assert unmarked == set()
    assert people == set()


def test_everyone_invented_is_labelled_and_named_as_a_sample(trip: Trip) -> None:
    people = [f"{person.name} {person.name_latin}" for person in trip.delegates]
    companies = [str(organisation.name) for organisation in trip.organisations]
    houses = [wording for host in trip.hosts if host.sample for wording in host.name.wordings()]

    assert all(person.sample for person in trip.delegates)
    assert all(organisation.sample for organisation in trip.organisations)
    assert [name for name in people + companies + houses if not SAMPLE_WORDS.search(name)] == []


def test_forty_people_travel_and_the_coaches_carry_them(trip: Trip) -> None:
    roles = [person.role for person in trip.delegates]

    assert len(trip.delegates) == trip.call.places == 40
    assert roles.count(Role.BUSINESS) == trip.call.business_places == 24
    assert len({person.organisation for person in trip.delegates if person.role is Role.BUSINESS}) == 22
    assert sum(group.seats for group in trip.groups) >= 40
    assert len(trip.groups) == 3
    assert sum(person.guide for person in trip.delegates) > len(trip.groups)


def test_the_strongest_wish_of_a_company_serves_its_industry(trip: Trip) -> None:
    astray = []
    for person in trip.delegates:
        if person.role is not Role.BUSINESS or not person.organisation:
            continue
        strongest = max(person.wishes, key=lambda wish: wish.strength)
        served = trip.item_by_id[strongest.item].sectors
        if served and not served & trip.organisation_by_id[person.organisation].sectors:
            astray.append((person.id, strongest.item))

    assert astray == []


@pytest.mark.parametrize("language", get_args(Language))
def test_what_the_outside_reads_is_there_in_each_language(trip: Trip, language: Language) -> None:
    outside = [
        trip.title, trip.subtitle, trip.intro, trip.leadership, trip.host_kinds, trip.frame_programme,
        trip.sector_note, trip.demonstration,
        *_texts((trip.stations, trip.legs, trip.places, trip.hosts, trip.items, trip.sectors, trip.notes)),
        *_texts((trip.call, trip.groups)),
        *(text for organisation in trip.organisations for text in (organisation.name, organisation.profile)),
        *(person.function for person in trip.delegates),
    ]  # fmt: skip # one reader's way through the page a line

    missing = [str(text) for text in outside if text and text.lacks(language)]

    assert trip.languages == ("de", "en", "zh")
    assert missing == []


def test_chinese_texts_keep_full_width_punctuation(trip: Trip) -> None:
    wordings = [text.get("zh").text for text in _texts(trip) if not text.lacks("zh")]

    assert len(wordings) > 300
    assert [wording for wording in wordings if HALF_WIDTH.search(wording)] == []


def test_nothing_is_due_while_china_is_on_holiday(trip: Trip) -> None:
    holidays = {date(2025, 10, day) for day in range(1, 9)}

    due = {day for item in trip.items for day in (item.name_list.due, item.request.decide_by) if day}

    assert len(due) > 5
    assert due & holidays == set()
