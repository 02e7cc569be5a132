"""Delegates and groups."""

from dataclasses import replace

import pytest

from geleit.domain.kinds import Role
from geleit.domain.people import Group, Presence, Wish
from geleit.domain.text import Text
from geleit.domain.trip import Trip
from geleit.domain.validation import TripProblemCode as Code
from geleit.domain.validation import trip_problems
from tests.factories import change_delegate, instant, make_delegate, make_trip

Path = tuple[str | int, ...]


def found(trip: Trip) -> list[tuple[Code, Path, bool]]:
    return [(each.code, each.path, each.is_warning) for each in trip_problems(trip)]


def present(joins: str | None, leaves: str | None) -> Trip:
    presence = Presence(joins=joins and instant(joins), leaves=leaves and instant(leaves))  # type: ignore[arg-type] # None stays None
    return change_delegate(make_trip(), "anna", presence=presence)


def groups(*seats: int) -> Trip:
    made = tuple(Group(id=f"{number}", name=Text.of("x"), seats=count) for number, count in enumerate(seats))
    return replace(make_trip(), groups=made)


def without_guides() -> Trip:
    trip = make_trip()
    return replace(trip, delegates=tuple(replace(each, guide=False) for each in trip.delegates))


@pytest.mark.parametrize(
    ("trip", "wanted"),
    [
        (make_trip(delegates=()), (Code.NO_DELEGATES, ("delegates",), True)),
        (
            present("2025-05-20 12:00", "2025-05-20 12:00"),
            (Code.PRESENCE_BACKWARDS, ("delegates", "anna", "presence", "leaves"), False),
        ),
        (
            present(None, "2025-05-17 12:00"),
            (Code.LEAVES_BEFORE_TRIP, ("delegates", "anna", "presence", "leaves"), False),
        ),
        (
            present("2025-05-23 12:00", None),
            (Code.JOINS_AFTER_TRIP, ("delegates", "anna", "presence", "joins"), False),
        ),
        (
            change_delegate(make_trip(), "anna", languages=frozenset()),
            (Code.NO_LANGUAGE, ("delegates", "anna", "languages"), True),
        ),
        (
            change_delegate(make_trip(), "ines", wishes=(Wish(item="talk"),)),
            (Code.WISH_NOT_ADMITTED, ("delegates", "ines", "wishes", "talk"), True),
        ),
        (
            make_trip(delegates=(*make_trip().delegates, make_delegate("anna-2", name="  ANNA "))),
            (Code.SAME_PERSON_TWICE, ("delegates", "anna-2", "name"), True),
        ),
        (groups(), (Code.NO_GROUPS, ("groups",), False)),
        (groups(3, 2), (Code.SEATS_FEWER_THAN_PEOPLE, ("groups",), True)),
        (groups(4, 4, 4), (Code.FEW_GUIDES, ("groups",), True)),
        (without_guides(), (Code.NO_GUIDE, ("guides_required",), False)),
    ],
)
def test_what_is_wrong_with_people_and_groups_is_found(trip: Trip, wanted: tuple[Code, Path, bool]) -> None:
    assert wanted in found(trip)


@pytest.mark.parametrize(
    "trip",
    [
        present("2025-05-19 12:00", None),
        present("2025-05-10 12:00", "2025-05-30 12:00"),
        present(None, "2025-05-20 12:00"),
        groups(6, 6),
        replace(without_guides(), guides_required=False),
        make_trip(
            delegates=(*make_trip().delegates, make_delegate("anna-2", name="Anna", organisation="acme")),
            organisations=(),
        ),
    ],
)
def test_what_is_usual_is_no_error_of_people(trip: Trip) -> None:
    people = {
        Code.NO_GUIDE,
        Code.FEW_GUIDES,
        Code.SAME_PERSON_TWICE,
        Code.LEAVES_BEFORE_TRIP,
        Code.JOINS_AFTER_TRIP,
    }

    assert people.isdisjoint(code for code, _, _ in found(trip))


def test_a_trip_whose_items_are_all_at_the_hotel_needs_no_groups() -> None:
    trip = groups()
    at_hotel = tuple(item for item in trip.items if item.place == "hotel-washington")

    people = tuple(replace(each, wishes=()) for each in trip.delegates)
    assert found(replace(trip, items=at_hotel, delegates=people)) == []


def test_nobody_needs_a_guide_when_nobody_travels() -> None:
    assert found(replace(without_guides(), delegates=(), items=())) == [
        (Code.NO_DELEGATES, ("delegates",), True)
    ]


def test_roles_that_an_item_admits_may_wish_for_it() -> None:
    trip = change_delegate(make_trip(), "ines", role=Role.BUSINESS, wishes=(Wish(item="talk"),))

    assert found(trip) == []
