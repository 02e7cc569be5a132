import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from geleit.domain.kinds import DayPart, Meal
from geleit.domain.places import TravelMode
from geleit.domain.programme import (
    GroupPart,
    MealBreak,
    PlannedLeg,
    Programme,
    Reason,
    ReasonCode,
    Session,
    Transfer,
    Unplaced,
    Value,
)
from geleit.tripfile import TripFileError
from geleit.tripfile.json_schema import programme_schema
from geleit.tripfile.programme_io import programme_text, read_programme, trip_digest
from tests.factories import change_item, make_programme, make_trip

TRIP = make_trip()
PEOPLE = st.lists(st.sampled_from(sorted(TRIP.delegate_by_id)), unique=True).map(tuple)
GROUPS = st.sampled_from(sorted(TRIP.group_by_id))
PLACES = st.sampled_from(sorted(TRIP.place_by_id))
ITEMS = st.sampled_from(sorted(TRIP.item_by_id))
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 # bounds are naive
DAYS = st.dates(date(2025, 1, 1), date(2026, 1, 1))
PARTS = st.sampled_from(DayPart)
COUNTS = st.integers(0, 10_000)


def many[T](kind: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(kind, max_size=3).map(tuple)


SESSIONS = st.builds(
    Session,
    id=st.text(),
    item=ITEMS,
    start=INSTANTS,
    end=INSTANTS,
    place=PLACES,
    groups=many(GROUPS),
    attendees=PEOPLE,
)
REASONS = st.builds(
    Reason,
    code=st.sampled_from(ReasonCode),
    items=many(ITEMS),
    people=PEOPLE,
    groups=many(GROUPS),
    day=st.none() | DAYS,
    part=st.none() | PARTS,
    wanted=st.none() | st.integers(-99, 999),
    available=st.none() | st.integers(-99, 999),
    detail=st.text(),
)
VALUES = st.builds(
    Value,
    objective=st.integers(),
    benefit=st.integers(),
    transfer_person_min=COUNTS,
    idle_person_min=COUNTS,
    worst_share=st.floats(0, 2),
    mean_share=st.floats(0, 2),
    placed=COUNTS,
    musts_placed=COUNTS,
    wishes_met=COUNTS,
    wishes=COUNTS,
    kappa_percent=COUNTS,
    bound=st.none() | st.integers(),
)
PROGRAMMES = st.builds(
    Programme,
    trip=st.just(TRIP.id),
    sessions=many(SESSIONS),
    groups=many(
        st.builds(
            GroupPart,
            day=DAYS,
            part=PARTS,
            group=GROUPS,
            members=PEOPLE,
            guide=st.none() | st.sampled_from(sorted(TRIP.delegate_by_id)),
        )
    ),
    transfers=many(
        st.builds(
            Transfer,
            day=DAYS,
            part=PARTS,
            group=GROUPS,
            origin=PLACES,
            destination=PLACES,
            depart=INSTANTS,
            arrive=INSTANTS,
            travel_min=COUNTS,
            mode=st.sampled_from(TravelMode),
            people=PEOPLE,
        )
    ),
    meals=many(
        st.builds(
            MealBreak,
            day=DAYS,
            meal=st.sampled_from(Meal),
            start=INSTANTS,
            end=INSTANTS,
            place=PLACES,
            people=PEOPLE,
        )
    ),
    legs=many(
        st.builds(PlannedLeg, leg=st.sampled_from(sorted(TRIP.leg_by_id)), depart=INSTANTS, arrive=INSTANTS)
    ),
    unplaced=many(st.builds(Unplaced, item=ITEMS, reasons=many(REASONS))),
    value=st.none() | VALUES,
    seed=st.integers(),
    version=st.integers(0, 99),
    trip_digest=st.text("0123456789abcdef", min_size=1),
)


def read(text: str, folder: Path) -> Programme:
    file = folder / "programme.json"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    return read_programme(file, TRIP)


@given(programme=PROGRAMMES)
def test_a_programme_is_read_back_as_it_was(
    programme: Programme, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = programme_text(programme, TRIP)

    assert read(text, tmp_path_factory.mktemp("programme")) == programme
    assert list(Draft202012Validator(programme_schema()).iter_errors(json.loads(text))) == []


def test_times_are_local_with_their_offset() -> None:
    values = json.loads(programme_text(make_programme(), TRIP))

    acme = next(session for session in values["sessions"] if session["id"] == "acme-1")
    assert (acme["start"], acme["end"], acme["group"]) == (
        "2025-05-19T13:40-04:00",
        "2025-05-19T15:10-04:00",
        ["1"],
    )
    assert values["legs"][0]["depart"] == "2025-05-18T13:05+02:00"
    assert (values["format"], values["trip"]) == ("geleit-programme/1", "tiny")


def test_the_digest_of_the_trip_is_written_and_tells_another_trip() -> None:
    values = json.loads(programme_text(make_programme(), TRIP))

    assert values["trip_digest"] == trip_digest(make_trip())
    assert trip_digest(change_item(make_trip(), "acme", weight=5)) != trip_digest(make_trip())


def changed(old: str, new: str) -> str:
    text = programme_text(make_programme(), TRIP)
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (changed('"tiny"', '"usa-2025"'),
         "line 3: the programme is for the trip 'usa-2025', not for 'tiny'; name the trip it was made for, or"),
        (changed('"item": "acme"', '"item": "akme"'), ("line 10: item 'akme' is not among welcome, briefing, acme, "
         "beta, talk, university, gamma; did you mean 'acme'?")),
        (changed('"place": "acme-house"', '"place": "nowhere"'), ("line 10: place 'nowhere' is not among erfurt, "
         "hotel-washington, acme-house, beta-house, ministry, hotel-new-york, university; "
         "the trip has changed since: plan it again")),
        (changed("-04:00", ""), ("line 8: start '2025-05-18T19:00' does not say its offset from UTC; "
         'write it as "2025-05-18T19:00-04:00"')),
        (changed("programme/1", "programme/2"),
         "line 2: format is 'geleit-programme/2'; known is 'geleit-programme/1'"),
        (changed('"seed": 0', '"seed": "0"'), "line 5: seed '0' is a text, not a whole number; write 0 without quotes"),
        (changed('"seed": 0', '"seed": 0, "sessoins": []'),
         "line 5: 'sessoins' is no key here; did you mean 'sessions'?"),
        (changed('"seed": 0', '"seed": NaN'), "this is not a programme: NaN is no number of JSON"),
        (changed('"seed": 0', '"seed": 0,,'),
         ("line 5: this is not JSON: Expecting property name enclosed in double quotes; "
         "a programme is made by 'geleit plan'")),
        ("", "line 1: this is not JSON: Expecting value; a programme is made by 'geleit plan'"),
        ("[]", ("is a list, not an object with keys; such as format, trip, trip_digest, seed, version, sessions, "
         "groups, transfers and 4 more")),
        ('{"a":' * 100_000, "this is not "),
        ('{"seed": ' + "9" * 5000 + "}", "this is not a programme: Exceeds the limit"),
    ],
)  # fmt: skip # a table
def test_what_is_wrong_is_told_with_line_and_fix(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(TripFileError) as caught:
        read(text, tmp_path)

    lines = [str(problem).removeprefix(f"{tmp_path}/programme.json") for problem in caught.value.problems]
    assert any(line.lstrip(",: ").startswith(told) for line in lines), lines


def test_every_unknown_id_is_told_at_once(tmp_path: Path) -> None:
    text = programme_text(make_programme(), TRIP).replace('"anna"', '"anne"')

    with pytest.raises(TripFileError) as caught:
        read(text, tmp_path)

    assert {problem.value for problem in caught.value.problems} == {"anne"}
    assert len(caught.value.problems) > 3


@pytest.mark.parametrize(
    ("name", "told"), [("nowhere.json", "there is no such file"), ("", "this is a folder")]
)
def test_a_path_that_is_no_file_is_told(name: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(TripFileError, match=told):
        read_programme(tmp_path / name, TRIP)


def test_an_empty_programme_is_one(tmp_path: Path) -> None:
    empty = Programme(trip="tiny")

    assert read(programme_text(empty, TRIP), tmp_path) == replace(empty, trip_digest=trip_digest(TRIP))
