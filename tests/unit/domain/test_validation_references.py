"""Ids and references of a trip."""

from dataclasses import replace
from typing import Any

import pytest

from geleit.domain.hosts import Host, HostRequest, NameList
from geleit.domain.items import ItemRule, Pin, PinKind, RuleKind
from geleit.domain.kinds import HostKind
from geleit.domain.people import Organisation, Wish
from geleit.domain.status import NameListStatus
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.domain.validation import TripProblem, TripProblemCode, reference_problems, trip_problems
from tests.factories import change_delegate, change_item, make_delegate, make_item, make_trip

HOST = Host(id="acme", name=Text.of("Acme"), kind=HostKind.COMPANY, place="acme-house")


def found(trip: Trip) -> list[tuple[TripProblemCode, tuple[str | int, ...], str]]:
    return [(problem.code, problem.path, problem.value) for problem in trip_problems(trip)]


def with_station(**changes: Any) -> Trip:
    trip = make_trip()
    return replace(trip, stations=(replace(trip.stations[0], **changes), *trip.stations[1:]))


def with_leg(**changes: Any) -> Trip:
    trip = make_trip()
    return replace(trip, legs=(replace(trip.legs[0], **changes), *trip.legs[1:]))


def test_the_factory_s_trip_is_sound() -> None:
    assert trip_problems(make_trip()) == ()


@pytest.mark.parametrize(
    ("trip", "path", "kind", "value", "suggestion"),
    [
        (make_trip(home="erfrut"), ("home",), "place", "erfrut", "erfurt"),
        (with_station(base="hotel"), ("stations", "washington", "base"), "place", "hotel", ""),
        (with_leg(origin="x"), ("legs", "outbound", "origin"), "station", "x", ""),
        (
            with_leg(destination="washingtn"),
            ("legs", "outbound", "destination"),
            "station",
            "washingtn",
            "washington",
        ),
        (
            make_trip(hosts=(replace(HOST, place="acme-hous"),)),
            ("hosts", "acme", "place"),
            "place",
            "acme-hous",
            "acme-house",
        ),
        (
            make_trip(hosts=(replace(HOST, sectors=frozenset({"optic"})),)),
            ("hosts", "acme", "sectors"),
            "sector",
            "optic",
            "optics",
        ),
        (
            change_item(make_trip(), "acme", station="Washington"),
            ("items", "acme", "station"),
            "station",
            "Washington",
            "washington",
        ),
        (change_item(make_trip(), "acme", place="x"), ("items", "acme", "place"), "place", "x", ""),
        (
            change_item(make_trip(hosts=(HOST,)), "acme", host="akme"),
            ("items", "acme", "host"),
            "host",
            "akme",
            "acme",
        ),
        (
            change_item(make_trip(), "acme", sectors=frozenset({"x"})),
            ("items", "acme", "sectors"),
            "sector",
            "x",
            "",
        ),
        (
            change_item(make_trip(), "acme", required_people=("ana",)),
            ("items", "acme", "required_people"),
            "delegate",
            "ana",
            "anna",
        ),
        (
            change_item(make_trip(), "acme", request=HostRequest(fallback="bata")),
            ("items", "acme", "request", "fallback"),
            "item",
            "bata",
            "beta",
        ),
        (
            change_item(
                make_trip(),
                "acme",
                name_list=NameList(status=NameListStatus.SENT, people=frozenset({"bart"})),
            ),
            ("items", "acme", "name_list", "people"),
            "delegate",
            "bart",
            "bert",
        ),
        (
            change_item(make_trip(), "acme", name_list=NameList(delta=frozenset({"bart"}))),
            ("items", "acme", "name_list", "delta"),
            "delegate",
            "bart",
            "bert",
        ),
        (
            change_delegate(make_trip(), "anna", sectors=frozenset({"x"})),
            ("delegates", "anna", "sectors"),
            "sector",
            "x",
            "",
        ),
        (
            change_delegate(make_trip(), "anna", wishes=(Wish(item="akme"),)),
            ("delegates", "anna", "wishes", "akme"),
            "item",
            "akme",
            "acme",
        ),
        (
            make_trip(organisations=(Organisation(id="o", name=Text.of("O"), sectors=frozenset({"x"})),)),
            ("organisations", "o", "sectors"),
            "sector",
            "x",
            "",
        ),
        (
            make_trip(rules=(ItemRule(kind=RuleKind.BEFORE, items=("akme", "beta")),)),
            ("rules", 0, "before"),
            "item",
            "akme",
            "acme",
        ),
        (
            make_trip(pins=(Pin(kind=PinKind.DROPPED, item="akme"),)),
            ("pins", 0, "item"),
            "item",
            "akme",
            "acme",
        ),
        (
            make_trip(pins=(Pin(kind=PinKind.GROUP, item="acme", group="9"),)),
            ("pins", 0, "group"),
            "group",
            "9",
            "",
        ),
        (
            make_trip(pins=(Pin(kind=PinKind.ABSENT, item="acme", delegate="ana"),)),
            ("pins", 0, "absent"),
            "delegate",
            "ana",
            "anna",
        ),
        (make_trip(travel_min={("erfrut", "ministry"): 5}), ("travel_min",), "place", "erfrut", "erfurt"),
    ],
)
def test_a_reference_that_leads_nowhere_is_found(
    trip: Trip, path: tuple[str | int, ...], kind: str, value: str, suggestion: str
) -> None:
    (problem,) = [each for each in trip_problems(trip) if each.code is TripProblemCode.UNKNOWN_REFERENCE]

    assert (problem.path, problem.kind, problem.value, problem.suggestion, problem.is_warning) == (
        path,
        kind,
        value,
        suggestion,
        False,
    )


def test_a_reference_to_a_kind_that_the_trip_has_none_of() -> None:
    trip = change_delegate(make_trip(), "anna", organisation="acme")

    assert found(trip) == [
        (TripProblemCode.NOTHING_TO_REFER_TO, ("delegates", "anna", "organisation"), "acme")
    ]


def test_ids_that_are_declared_elsewhere_are_known() -> None:
    trip = change_delegate(make_trip(), "anna", organisation="acme")

    assert list(reference_problems(trip, {"organisations": ["acme"]})) == []


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("places", "place"),
        ("stations", "station"),
        ("legs", "leg"),
        ("groups", "group"),
        ("items", "item"),
        ("delegates", "delegate"),
        ("sectors", "sector"),
    ],
)
def test_an_id_given_twice_is_found(key: str, kind: str) -> None:
    trip = make_trip()
    members = getattr(trip, key)
    twice: dict[str, Any] = {key: (*members, members[0])}

    problems = trip_problems(replace(trip, **twice))

    assert problems[0] == TripProblem(
        code=TripProblemCode.DUPLICATE_ID, path=(key, len(members), "id"), value=members[0].id, kind=kind
    )


@pytest.mark.parametrize(
    ("trip", "code", "path"),
    [
        (make_trip(languages=("de", "fr")), TripProblemCode.UNKNOWN_LANGUAGE, ("languages", 1)),
        (change_item(make_trip(), "acme", place=""), TripProblemCode.ITEM_WITHOUT_PLACE, ("items", "acme")),
        (
            make_trip(travel_min={("ministry", "ministry"): 5}),
            TripProblemCode.TRAVEL_TO_ITSELF,
            ("travel_min",),
        ),
        (
            change_item(make_trip(), "acme", request=HostRequest(fallback="acme")),
            TripProblemCode.FALLBACK_SELF,
            ("items", "acme", "request", "fallback"),
        ),
    ],
)
def test_other_mistakes_of_reference(trip: Trip, code: TripProblemCode, path: tuple[str | int, ...]) -> None:
    assert [(each.code, each.path) for each in trip_problems(trip) if not each.is_warning] == [(code, path)]


def test_what_refers_to_nothing_does_not_hide_other_problems() -> None:
    trip = make_trip()
    items = (*trip.items, make_item("lost", station="nowhere"), make_item("long", duration_min=700))

    codes = [each.code for each in trip_problems(replace(trip, items=items))]

    assert codes == [TripProblemCode.UNKNOWN_REFERENCE, TripProblemCode.WINDOW_TOO_SHORT]


def test_five_hundred_delegates_are_looked_at() -> None:
    trip = make_trip()
    crowd = tuple(make_delegate(f"d-{number}", organisation="x") for number in range(500))

    problems = trip_problems(replace(trip, delegates=(*trip.delegates, *crowd)))

    assert sum(each.code is TripProblemCode.NOTHING_TO_REFER_TO for each in problems) == 500
