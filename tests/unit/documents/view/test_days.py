from dataclasses import replace

import pytest

from geleit.documents.view import Audience, DayView, EntryType, ProgrammeView, build_view
from geleit.domain.dates import DateSpan
from geleit.domain.hosts import HostRequest
from geleit.domain.programme import Programme
from geleit.domain.status import RequestStatus
from geleit.domain.text import Language, Text
from geleit.domain.trip import Trip
from tests.factories import change_item, confirm, instant, make_programme, make_trip

PROGRAMME = make_programme()


def build(
    trip: Trip | None = None,
    programme: Programme | None = None,
    lang: Language = "de",
    audience: Audience = Audience.DELEGATION,
) -> ProgrammeView:
    return build_view(trip or make_trip(), programme or PROGRAMME, lang, audience)


def lines(day: DayView) -> list[tuple[str, str, str]]:
    return [(line.time_text, line.entry.title.text, line.sessions_text) for line in day.outline]


def test_every_day_from_departure_to_arrival_has_a_heading() -> None:
    view = build()

    assert [day.heading.text for day in view.days] == [
        "Sonntag, 18. Mai 2025",
        "Montag, 19. Mai 2025",
        "Dienstag, 20. Mai 2025",
        "Mittwoch, 21. Mai 2025",
        "Donnerstag, 22. Mai 2025",
    ]
    assert [day.route_text for day in view.days] == [
        "Washington",
        "Washington",
        "Washington → New York",
        "New York",
        "",
    ]
    assert [day.station_number for day in view.days] == [1, None, None, None, None]


def test_a_day_is_told_in_the_local_time_of_its_station_and_a_flight_names_its_own() -> None:
    first = build().days[0]

    assert first.zone_text == "Ortszeit Washington (EDT, UTC−4)"
    assert lines(first)[0][:2] == ("13:05 Uhr, Ortszeit Erfurt (MESZ, UTC+2)", "Flug nach Washington")
    assert first.entries[0].description.text.startswith(
        "Ankunft 17:55 Uhr, Ortszeit Washington (EDT, UTC−4)."
    )


def test_an_overnight_journey_stands_on_both_days() -> None:
    *_, leaving, arriving = build().days

    assert lines(leaving)[-1][:2] == ("18:30 Uhr", "Rückflug ab New York")
    assert [(entry.type, entry.title.text, entry.time_text) for entry in arriving.entries] == [
        (EntryType.ARRIVAL, "Ankunft in Erfurt", "09:50 Uhr")
    ]


def test_all_sessions_of_an_item_on_a_day_are_one_line() -> None:
    monday = build().days[1]

    acme = next(line for line in monday.outline if line.entry.title.text == "Acme")

    assert acme.time_text == "13:40–17:20 Uhr"
    assert acme.sessions_text == "2 Durchgänge: 13:40 Gruppe 1; 15:50 Gruppe 2"


def test_a_reader_in_the_us_gets_the_clock_of_the_country() -> None:
    monday = build(lang="en").days[1]

    assert monday.outline[0].time_text == "9:00 am to 10:00 am"


def test_a_time_nobody_confirmed_is_expected() -> None:
    trip = confirm(make_trip(), "acme", "2025-05-19 13:40")

    view = build(trip)

    said = {
        entry.id: entry.expected for entry in view.days[1].entries if entry.item and entry.item.id == "acme"
    }
    assert said == {"acme-1": "", "acme-2": "voraussichtlich"}


def test_a_released_slot_is_expected_again() -> None:
    trip = confirm(make_trip(), "acme", "2025-05-19 13:40", released=True)

    entry = next(entry for entry in build(trip).days[1].entries if entry.id == "acme-1")

    assert entry.expected == "voraussichtlich"


def test_time_at_the_hotel_between_two_appointments_is_a_promise() -> None:
    monday = build().days[1]

    hotel = [(entry.time_text, entry.group_text) for entry in monday.entries if entry.type is EntryType.HOTEL]

    assert hotel == [("10:00–12:00 Uhr", "alle Gruppen"), ("17:50–18:30 Uhr", "alle Gruppen")]


def test_groups_on_the_same_way_at_the_same_time_share_an_arrow() -> None:
    wednesday = build().days[3]

    assert [(arrow.column, arrow.columns, arrow.transfer.text) for arrow in wednesday.arrows] == [
        (1, 2, "20 min"),
        (1, 2, "20 min zum Hotel"),
    ]


def test_slack_is_named_when_it_matters() -> None:
    programme = make_programme()
    slow = tuple(
        replace(one, depart=instant("2025-05-21 09:00")) if one.destination == "university" else one
        for one in programme.transfers
    )

    wednesday = build(programme=replace(programme, transfers=slow)).days[3]

    assert wednesday.arrows[0].transfer.text == "20 min, 35 min Reserve"


def test_a_session_says_which_of_how_many_it_is_and_how_many_people_come() -> None:
    entry = next(entry for entry in build().days[1].entries if entry.id == "acme-2")

    assert (entry.session_text, entry.people_text, entry.group_text) == (
        "Durchgang 2 von 2",
        "3 Personen",
        "Gruppe 2",
    )
    assert entry.accessible_name == "Acme, 15:50–17:20 Uhr, Durchgang 2 von 2, Gruppe 2, angefragt"


def test_a_day_that_the_announcement_leaves_open_is_assumed() -> None:
    month_only = make_trip(dates=DateSpan.parse("2025-05"))
    two_ends = make_trip(dates=DateSpan.parse("2025-05-18", "2025-05-21/2025-05-22"))

    assert [day.heading.is_assumed for day in build(month_only).days] == [True] * 5
    assert [day.heading.is_assumed for day in build(two_ends).days] == [False, False, False, False, True]


def test_an_assumed_place_and_time_carry_their_mark() -> None:
    trip = change_item(make_trip(), "acme", assumed=frozenset({"place", "duration_min"}))

    entry = next(entry for entry in build(trip).days[1].entries if entry.id == "acme-1")

    assert (entry.place.is_assumed, entry.is_time_assumed, entry.title.is_assumed) == (True, True, False)


def test_a_confirmed_time_is_no_assumption() -> None:
    trip = change_item(
        confirm(make_trip(), "acme", "2025-05-19 13:40"),
        "acme",
        assumed=frozenset({"windows", "duration_min"}),
    )

    entry = next(entry for entry in build(trip).days[1].entries if entry.id == "acme-1")

    assert entry.is_time_assumed is False


def test_a_fallback_is_marked_with_its_language() -> None:
    trip = change_item(make_trip(), "acme", title=Text({"de": "Besuch bei Acme"}))

    item = next(item for item in build(trip, lang="zh").trip.items if item.id == "acme")

    assert (item.title.text, item.title.lang, item.title.is_fallback) == ("Besuch bei Acme", "de", True)


def test_an_empty_programme_still_has_its_trip() -> None:
    empty = make_programme(sessions=(), groups=(), transfers=(), meals=(), legs=(), unplaced=())

    view = build(programme=empty)

    assert (view.days, view.trip.title.text, {item.when for item in view.trip.items}) == (
        (),
        "Kleine Reise",
        {"Termin noch offen"},
    )


def test_a_programme_without_legs_takes_days_from_its_sessions() -> None:
    view = build(programme=make_programme(legs=(), transfers=(), meals=()))

    assert [(day.date.day, day.route_text) for day in view.days] == [
        (18, "Washington"),
        (19, "Washington"),
        (20, "Washington"),
        (21, "New York"),
    ]


@pytest.mark.parametrize("lang", ["de", "en", "zh"])
@pytest.mark.parametrize("audience", list(Audience))
def test_entries_stand_in_time_order(lang: Language, audience: Audience) -> None:
    for day in build(lang=lang, audience=audience).days:
        starts = [entry.start for entry in day.entries]

        assert starts == sorted(starts)


def test_a_calendar_status_word_stands_beside_its_glyph() -> None:
    trip = change_item(make_trip(), "acme", request=HostRequest(status=RequestStatus.TENTATIVE))

    item = next(item for item in build(trip).trip.items if item.id == "acme")

    assert (item.status.key, item.status.word) == ("tentative", "möglich")
