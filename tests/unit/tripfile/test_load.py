import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geleit.domain.kinds import Role
from geleit.domain.text import Text
from geleit.domain.windows import local
from geleit.tripfile import TripFileError, load_trip, read_trip
from geleit.tripfile.load import trip_of_text
from geleit.tripfile.source import read_source

TRIPS = Path(__file__).parents[3] / "trips"
SHIPPED = sorted(path for path in TRIPS.iterdir() if path.is_dir())

SMALL = """\
id: tiny
title: {de: Kleine Reise, en: Tiny trip}
dates: {start: "2025-05-18", end: "2025-05-22"}
home: erfurt
places:
  - {id: erfurt, name: Erfurt, lat: 50.98, lon: 11.03, zone: Europe/Berlin, country: DE, region: TH}
  - {id: hotel, name: Hotel, lat: 38.9, lon: -77.03, zone: America/New_York, country: US, region: DC}
  - {id: acme-house, name: Acme, lat: 38.86, lon: -77.05, zone: America/New_York, country: US, assumed: [address]}
stations:
  - {id: washington, name: Washington, base: hotel, assumed: all}
legs:
  - {id: outbound, destination: washington, mode: flight, travel_min: 650, departures: ["2025-05-18 13:05"]}
  - {id: return, origin: washington, mode: flight, travel_min: 560, departures: ["2025-05-21 18:30"]}
groups:
  - {id: "1", name: Bus 1, seats: 20}
hosts:
  - {id: acme, name: Acme, kind: company, place: acme-house, languages: [en]}
items:
  - id: visit-acme
    title: {de: Besuch, en: Visit}
    kind: company_visit
    station: washington
    host: acme
    duration_min: 90
    windows: ["2025-05-19 13:00-17:30", "2025-05-20 09:00-12:00"]
    request: {status: confirmed, slots: ["2025-05-19 13:30"]}
delegates:
  - {id: gina, name: Gina, role: organiser}
  - {id: anna, name: Anna, role: business, wishes: {visit-acme: 5}, presence: {joins: "2025-05-19 10:00"}}
pins:
  - {item: visit-acme, attendee: anna}
travel_min:
  - {from: hotel, to: acme-house, minutes: 25}
"""


def problems(text: str) -> list[str]:
    """Return what is wrong with a trip file called t."""
    with pytest.raises(TripFileError) as caught:
        trip_of_text(text, "t")
    return str(caught.value).splitlines()


def changed(old: str, new: str, text: str = SMALL) -> str:
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_trips_are_read_without_a_warning(path: Path) -> None:
    assert read_trip(path).warnings == ()


def test_a_trip_is_read() -> None:
    loaded = trip_of_text(SMALL, "t")

    trip = loaded.trip
    assert loaded.warnings == ()
    assert trip.title == Text({"de": "Kleine Reise", "en": "Tiny trip"})
    assert trip.travel_min == {("hotel", "acme-house"): 25, ("acme-house", "hotel"): 25}


def test_an_item_has_place_and_languages_of_its_host() -> None:
    item = trip_of_text(SMALL, "t").trip.items[0]

    assert (item.place, item.languages) == ("acme-house", frozenset({"en"}))


def test_an_empty_list_of_languages_means_any() -> None:
    item = trip_of_text(changed("host: acme\n", "host: acme\n    languages: []\n"), "t").trip.items[0]

    assert item.languages == frozenset()


def test_times_are_local_at_the_station() -> None:
    trip = trip_of_text(SMALL, "t").trip
    joins = trip.delegate_by_id["anna"].presence.joins

    assert joins is not None
    assert f"{local(joins, 'America/New_York'):%d %H:%M}" == "19 10:00"
    assert [f"{slot:%H:%M %Z}" for slot in trip.items[0].request.slots] == ["17:30 UTC"]


def test_organisers_may_guide_unless_told_otherwise() -> None:
    trip = trip_of_text(changed("role: business", "role: business, guide: true"), "t").trip

    assert {each.id: each.guide for each in trip.delegates} == {"gina": True, "anna": True}
    assert Role.ORGANISER.guides


def test_all_assumed_names_every_field_but_the_id() -> None:
    station = trip_of_text(SMALL, "t").trip.stations[0]

    assert station.assumed == {"name", "base", "dates", "status", "description"}


@pytest.mark.parametrize(
    ("entries", "table"),
    [
        ("{from: hotel, to: acme-house, minutes: 25, both_ways: false}", {("hotel", "acme-house"): 25}),
        ("{from: hotel, to: acme-house, minutes: 25}\n  - {from: acme-house, to: hotel, minutes: 35}",
         {("hotel", "acme-house"): 25, ("acme-house", "hotel"): 35}),
    ],
)  # fmt: skip # a table
def test_travel_minutes_hold_both_ways_unless_told_otherwise(entries: str, table: dict[Any, int]) -> None:
    trip = trip_of_text(changed("{from: hotel, to: acme-house, minutes: 25}", entries), "t").trip

    assert trip.travel_min == table


def test_presence_is_told_by_the_clock_of_the_station_of_that_day() -> None:
    text = changed(
        "  - {id: washington",
        "  - {id: berlin, name: Berlin, base: erfurt, dates: 2025-05-18}\n  - {id: washington",
    )
    text = changed("assumed: all}", 'dates: {start: "2025-05-19", end: "2025-05-21"}}', text)
    text = changed('joins: "2025-05-19 10:00"', 'joins: "2025-05-18 10:00", leaves: "2025-05-20 10:00"', text)

    with pytest.raises(TripFileError):  # no leg reaches Berlin, which is not what this is about
        trip_of_text(text, "t")
    text = changed("destination: washington", "origin: berlin, destination: washington", text)
    presence = trip_of_text(text, "t").trip.delegate_by_id["anna"].presence

    assert presence.joins is not None
    assert presence.leaves is not None
    assert (f"{presence.joins:%H}", f"{presence.leaves:%H}") == ("08", "14")


# ---- errors ------------------------------------------------------------------------------------------------------


def test_a_reference_that_is_nearly_right_is_told_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "items.yaml").write_text(
        changed("station: washington", "station: Wasington"), encoding="utf-8"
    )

    with pytest.raises(TripFileError) as caught:
        load_trip(tmp_path)

    assert str(caught.value) == (
        f"{tmp_path}/items.yaml, line 22: station 'Wasington' is not among washington; did you mean 'washington'?"
    )


def test_everything_wrong_is_told_at_once_in_the_order_of_lines() -> None:
    text = SMALL
    for old, new in (
        ("title: {de: Kleine Reise, en: Tiny trip}", "titel: x"),
        ("mode: flight, travel_min: 650", "mode: plane, travel_min: soon"),
        ("seats: 20", "seats: 0"),
        ("kind: company_visit", "kind: visit"),
        ("role: organiser", "role: organizer"),
        ("visit-acme: 5", "visit-akme: 5"),
    ):
        text = changed(old, new, text)

    assert problems(text) == [
        "t: 'title' is missing in 'tiny'; add it",
        "t, line 2: 'titel' is no key here; did you mean 'title'?",
        "t, line 12: mode 'plane' is not among flight, train, bus, ship",
        "t, line 12: travel_min is 'soon', not a whole number",
        "t, line 15: seats is 0; the least is 1",
        (
            "t, line 21: kind 'visit' is not among briefing, political_talk, institution_visit, company_visit, "
            "excursion, university_visit, exchange, chamber_visit, presentation, reception, dinner, free_time"
        ),
        (
            "t, line 28: role 'organizer' is not among head, political, business, science, press, organiser, partner, "
            "interpreter, security, companion; did you mean 'organiser'?"
        ),
        "t, line 29: item 'visit-akme' is not among visit-acme; did you mean 'visit-acme'?",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("duration_min: 90", 'duration_min: "90"',
         "t, line 24: duration_min '90' is a text, not a whole number; write 90 without quotes"),
        ("duration_min: 90", "duration_min: 90.5", "t, line 24: duration_min is 90.5, not a whole number"),
        ("duration_min: 90", "duration_min:", "t, line 24: duration_min is left empty, not a whole number"),
        ("duration_min: 90", "duration_min: 90\n    must: yes",
         "t, line 25: must is 'yes', not true or false; did you mean true?"),
        ("duration_min: 90", "duration_min: 90\n    must: nein",
         "t, line 25: must is 'nein', not true or false; did you mean false?"),
        ("duration_min: 90", "duration_min: 90\n    name_list: soon",
         "t, line 25: name_list is 'soon', not an object with keys; such as due, fields, status, people, delta"),
        ("lat: 38.9,", 'lat: "38,9",', "t, line 7: lat '38,9' is a text, not a number; write 38.9"),
        ("lat: 38.9,", "lat: 138.9,", "t, line 7: lat is 138.9; the most is 90.0"),
        ("lat: 38.9,", "lat: .nan,", "t, line 7: lat is nan; the most is 90.0"),
        ("languages: [en]", "languages: en", "t, line 17: languages is 'en', not a list; write [en]"),
        ("languages: [en]}", "languages: }",
         "t, line 17: languages has no value; write [] for none, or delete the line"),
        ("{id: gina, name: Gina, role: organiser}", "gina",
         ("t, line 28: delegates is 'gina', not an object with keys; "
         "such as id, name, role, name_latin, organisation, function, sectors, languages and 7 more")),
        ("{id: gina, name: Gina, role: organiser}", "{id: gina, name: Gina}",
         "t, line 28: 'role' is missing in 'gina'; add it"),
        ("assumed: [address]", "assumed: [adress]",
         "t, line 8: assumed names 'adress', which is no field here; did you mean 'address'?"),
        ("{item: visit-acme, attendee: anna}", "{item: visit-acme}",
         ("t, line 31: entry 1 of pins says nothing; "
         "give one of start, day, part, group, attendee, absent, dropped; two pins may hold the same item")),
        ("{item: visit-acme, attendee: anna}", '{item: visit-acme, attendee: anna, day: "2025-05-19"}',
         ("t, line 31: entry 1 of pins says day and attendee at once; "
         "give one of start, day, part, group, attendee, absent, dropped; two pins may hold the same item")),
        ("pins:", "rules: [{before: [visit-acme]}]\npins:",
         "t, line 30: entry 1 of rules names fewer than two items; name two or more"),
        ("pins:", "rules: [{together: [visit-acme, visit-acme], gap_min: 5}]\npins:",
         "t, line 30: entry 1 of rules means nothing in a rule 'together'; only 'before' has a gap"),
        ("pins:", "rules: [{}]\npins:",
         "t, line 30: entry 1 of rules says nothing; give one of before, at_most_one, same_time, together"),
        ("host: acme\n", "host: acme\n    place: nowhere\n",
         "t, line 24: place 'nowhere' is not among erfurt, hotel, acme-house"),
        ("place: acme-house, languages", "languages",
         ("t, line 19: 'place' is missing in 'visit-acme', and its host has none; "
         "give the item or its host a place; the station's base will do for a hotel")),
        ("id: anna, name: Anna", "id: gina, name: Anna",
         "t, line 29: delegate id 'gina' is given a second time; rename or remove one of the two"),
        ("country: US, region: DC", "country: us, region: DC",
         "t, line 7: country 'us' is no country code (ISO 3166); did you mean 'US'?"),
        ("country: US, region: DC", "country: US, region: XX",
         "t, line 7: no calendar of public holidays is known for XX"),
    ],
)  # fmt: skip # a table
def test_each_mistake_has_its_words(old: str, new: str, told: str) -> None:
    found = problems(changed(old, new))

    assert any(line.startswith(told) for line in found), found


def test_what_stands_in_a_broken_object_is_no_dangling_reference() -> None:
    text = changed("kind: company, place", "kind: firm, place")

    assert len(problems(text)) == 1


def test_a_text_that_is_no_trip_is_told() -> None:
    assert problems("Dear all,\nplease find the list below.\n") == [
        "t, line 1: the file does not hold keys such as 'id:' and 'stations:' at its top; is it a trip file?"
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_refused_with_words(text: str) -> None:
    for line in problems(text):
        assert re.match(r"t(, line \d+)?: .", line)


SCALARS = st.none() | st.booleans() | st.integers(-5, 3000) | st.floats() | st.text(max_size=8)
ODDITIES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), oddity=ODDITIES)
def test_any_value_anywhere_is_read_or_refused_with_words(data: st.DataObject, oddity: Any) -> None:
    from geleit.tripfile.yaml_write import block

    values, _ = read_source_of(SMALL)
    owner: Any = values
    for _ in range(data.draw(st.integers(0, 3))):
        inner = owner[data.draw(st.sampled_from(_steps(owner)))]
        if not _steps(inner):
            break
        owner = inner
    owner[data.draw(st.sampled_from(_steps(owner)))] = oddity
    text = "\n".join(block(values)) + "\n"

    try:
        trip_of_text(text, "t")
    except TripFileError as error:
        for problem in error.problems:
            assert problem.message  # a value that makes sense raises nothing


def read_source_of(text: str) -> tuple[dict[str, Any], list[Any]]:
    from geleit.tripfile.source import Source, read_into

    source = Source("t")
    found = read_into(source, "t", text)
    return source.data, found


def _steps(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value)
    return list(range(len(value))) if isinstance(value, list) else []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_five_hundred_delegates_are_read(path: Path, tmp_path: Path) -> None:
    source, _ = read_source(path)
    values: Any = {key: value for key, value in source.data.items() if key != "delegates"}
    people: Any = source.data["delegates"]
    crowd = [
        {**each, "id": f"{each['id']}-{n}", "name": f"{each['name']} {n}"}
        for n in range(10)
        for each in people
    ]
    named = {each["id"] for each in people}
    values["delegates"] = [*people, *crowd][:500]
    from geleit.tripfile.yaml_write import block

    (tmp_path / "trip.yaml").write_text("\n".join(block(values)), encoding="utf-8")

    try:
        trip = load_trip(tmp_path)
    except TripFileError as error:
        codes = {problem.code for problem in error.problems}
        assert codes <= {"all_do_not_fit", "seats_too_few"}  # the crowd is larger than its buses
    else:
        assert len(trip.delegates) >= len(named)
