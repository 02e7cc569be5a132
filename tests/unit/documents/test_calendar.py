"""Calendars: valid, stable, and read again by a calendar program."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from geleit.documents.calendar import agenda_calendar, programme_calendar
from geleit.documents.view import Audience
from geleit.domain.hosts import HostRequest
from geleit.domain.status import Publication, RequestStatus
from geleit.domain.text import LANGUAGES, Language, Text
from geleit.domain.trip import Trip
from tests.factories import EASTERN, change_item, confirm, instant, make_programme, make_trip

NOW = datetime(2025, 4, 1, 12, 30, tzinfo=UTC)
PROGRAMME = make_programme()


def whole(trip: Trip | None = None, **options: Any) -> Calendar:
    written = programme_calendar(
        trip or make_trip(), PROGRAMME, options.pop("lang", "en"), now=NOW, **options
    )
    return Calendar.from_ical(written)


def own(delegate: str, trip: Trip | None = None, lang: Language = "en") -> Calendar:
    return Calendar.from_ical(agenda_calendar(trip or make_trip(), PROGRAMME, lang, delegate, now=NOW))


def event(calendar: Calendar, uid: str) -> Any:
    return next(one for one in calendar.walk("VEVENT") if one["UID"] == uid)


def test_the_whole_programme_has_every_session_and_leg_in_time_order() -> None:
    calendar = whole()

    assert [str(one["UID"]) for one in calendar.walk("VEVENT")] == [
        "tiny/leg-outbound@geleit",
        "tiny/welcome-1@geleit",
        "tiny/briefing-1@geleit",
        "tiny/acme-1@geleit",
        "tiny/beta-1@geleit",
        "tiny/acme-2@geleit",
        "tiny/beta-2@geleit",
        "tiny/talk-1@geleit",
        "tiny/leg-to-new-york@geleit",
        "tiny/university-1@geleit",
        "tiny/leg-return@geleit",
    ]


def test_an_event_has_its_stations_local_time_place_and_kind() -> None:
    acme = event(whole(), "tiny/acme-1@geleit")

    assert acme["DTSTART"].dt == instant("2025-05-19 13:40").astimezone(ZoneInfo(EASTERN))
    assert acme["DTSTART"].params["TZID"] == EASTERN
    assert (acme["DTEND"].dt - acme["DTSTART"].dt) == timedelta(minutes=90)
    assert str(acme["LOCATION"]) == "Acme-House"
    assert (acme["GEO"].latitude, acme["GEO"].longitude) == (38.86, -77.05)
    assert acme["CATEGORIES"].cats == ["Companies", "Company visit"]
    assert acme["DTSTAMP"].dt == NOW


def test_a_leg_ends_on_the_clock_of_the_place_it_reaches() -> None:
    outbound = event(whole(), "tiny/leg-outbound@geleit")

    assert outbound["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert outbound["DTEND"].params["TZID"] == EASTERN
    assert outbound["DTEND"].dt - outbound["DTSTART"].dt == timedelta(minutes=650)


def test_every_zone_that_is_used_is_defined() -> None:
    calendar = whole()

    used = {one[key].params["TZID"] for one in calendar.walk("VEVENT") for key in ("DTSTART", "DTEND")}
    defined = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    assert defined == used == {"Europe/Berlin", EASTERN}


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (RequestStatus.REQUESTED, "TENTATIVE"),
        (RequestStatus.IN_CLARIFICATION, "TENTATIVE"),
        (RequestStatus.TENTATIVE, "TENTATIVE"),
        (RequestStatus.CONFIRMED, "CONFIRMED"),
        (RequestStatus.DECLINED, "CANCELLED"),
        (RequestStatus.CANCELLED_LATE, "CANCELLED"),
    ],
)
def test_the_hosts_answer_becomes_the_calendars_status(status: RequestStatus, said: str) -> None:
    trip = change_item(make_trip(), "acme", request=HostRequest(status=status))

    calendars = (whole(trip), own("anna", trip))

    found = [
        str(one["STATUS"])
        for calendar in calendars
        for one in calendar.walk("VEVENT")
        if "acme-1" in str(one["UID"])
    ]
    assert found == [said, said]


def test_only_the_confirmed_time_is_confirmed() -> None:
    trip = confirm(make_trip(), "acme", "2025-05-19 13:40")

    calendar = whole(trip)

    assert [str(event(calendar, f"tiny/acme-{number}@geleit")["STATUS"]) for number in (1, 2)] == [
        "CONFIRMED",
        "TENTATIVE",
    ]


def test_a_moved_session_keeps_its_uid_and_counts_up() -> None:
    later = tuple(
        replace(one, start=one.start + timedelta(minutes=30), end=one.end + timedelta(minutes=30))
        for one in PROGRAMME.sessions
    )
    moved = replace(PROGRAMME, sessions=later, version=2)

    calendars = [
        Calendar.from_ical(programme_calendar(make_trip(), programme, "en", now=NOW))
        for programme in (PROGRAMME, moved)
    ]

    uids = [sorted(str(one["UID"]) for one in calendar.walk("VEVENT")) for calendar in calendars]
    sequences = [{one["SEQUENCE"] for one in calendar.walk("VEVENT")} for calendar in calendars]
    assert uids[0] == uids[1]
    assert sequences == [{1}, {2}]


def test_ones_own_calendar_says_when_the_bus_leaves_and_what_to_bring() -> None:
    trip = change_item(make_trip(), "acme", bring=Text({"en": "Photo ID"}))

    acme = event(own("anna", trip), "tiny/acme-1/anna@geleit")

    assert str(acme["DESCRIPTION"]).splitlines()[:3] == [
        "Coach leaves 1:00 pm, 20 min",
        "Meeting point: Hotel-Washington",
        "10 minutes for security and registration",
    ]
    assert "Bring: Photo ID" in str(acme["DESCRIPTION"]).splitlines()


def test_uids_of_two_people_differ() -> None:
    uids = [{str(one["UID"]) for one in own(person).walk("VEVENT")} for person in ("anna", "bert")]

    assert uids[0] & uids[1] == set()


def test_a_meal_keeps_its_uid_when_it_moves() -> None:
    later = tuple(
        replace(one, start=one.start + timedelta(minutes=15), end=one.end + timedelta(minutes=15))
        for one in PROGRAMME.meals
    )

    found = [
        [
            str(one["UID"])
            for one in Calendar.from_ical(
                agenda_calendar(make_trip(), programme, "en", "anna", now=NOW)
            ).walk("VEVENT")
            if "/lunch" in str(one["UID"]) or "/dinner" in str(one["UID"])
        ]
        for programme in (PROGRAMME, replace(PROGRAMME, meals=later))
    ]

    assert found[0] == found[1]
    assert len(found[0]) == len(PROGRAMME.meals)


def test_the_publics_calendar_holds_public_items_and_no_hotel() -> None:
    trip = change_item(make_trip(), "talk", publication=Publication.DELEGATION)

    calendar = whole(trip, audience=Audience.PUBLIC)

    events = {str(one["UID"]): one for one in calendar.walk("VEVENT")}
    assert "tiny/talk-1@geleit" not in events
    assert [uid for uid, one in events.items() if "LOCATION" in one] == [
        f"tiny/{session}@geleit" for session in ("acme-1", "beta-1", "acme-2", "beta-2", "university-1")
    ]


def test_an_internal_item_is_not_in_the_delegations_calendar() -> None:
    trip = change_item(make_trip(), "talk", publication=Publication.INTERNAL)

    assert [one for one in whole(trip).walk("VEVENT") if "talk" in str(one["UID"])] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_are_folded_at_75_octets_and_end_with_cr_lf(lang: Language) -> None:
    trip = change_item(
        make_trip(), "acme", description=Text({"zh": "参观实验室并座谈。" * 40, "de": "Öl, Maß; " * 40})
    )

    written = programme_calendar(trip, PROGRAMME, lang, now=NOW)

    lines = written.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert written.count(b"\n") == written.count(b"\r\n") == len(lines) - 1
    assert [line for line in lines if not _is_utf8(line)] == []


@given(st.text(min_size=1, max_size=80))
def test_any_title_comes_back_as_it_went_in(title: str) -> None:
    trip = change_item(make_trip(), "acme", title=Text.of(title))

    written = programme_calendar(trip, PROGRAMME, "en", now=NOW)

    read = event(Calendar.from_ical(written), "tiny/acme-1@geleit")
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert _plain(str(read["SUMMARY"])) == _plain(title)


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (programme_calendar(make_trip(), PROGRAMME, "de", now=NOW) for _ in range(2))

    assert first == second


def test_a_calendar_of_nothing_is_still_a_calendar() -> None:
    empty = make_programme(sessions=(), groups=(), transfers=(), meals=(), legs=(), unplaced=())

    calendar = Calendar.from_ical(programme_calendar(make_trip(), empty, "de", now=NOW))

    assert (str(calendar["VERSION"]), calendar.walk("VEVENT")) == ("2.0", [])


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _plain(text: str) -> str:
    """Return a text without line breaks and control characters, which a calendar line cannot hold."""
    return "".join(char for char in text if char.isprintable())
