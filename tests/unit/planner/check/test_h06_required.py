"""H6: heads, required people, interpreters and guides."""

from collections import Counter
from dataclasses import replace

import pytest

from geleit.domain.kinds import ItemKind, Role
from geleit.domain.places import TravelMode
from geleit.domain.violations import ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    GROUP_1,
    change_delegate,
    change_item,
    change_session,
    codes,
    make_programme,
    make_trip,
)


def test_a_political_talk_has_a_head() -> None:
    programme = change_session(make_programme(), "talk-1", attendees=("anna", "gina"))
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.sessions) == (ViolationCode.HEAD_MISSING, ("talk-1",))


def test_one_of_several_heads_is_enough() -> None:
    trip = change_delegate(make_trip(), "clara", role=Role.HEAD, rank=2)
    assert check_programme(trip, make_programme()) == ()


def test_another_item_needs_no_head() -> None:
    trip = change_item(make_trip(), "talk", kind=ItemKind.INSTITUTION_VISIT)
    programme = change_session(make_programme(), "talk-1", attendees=("anna", "gina"))
    assert check_programme(trip, programme) == ()


def test_required_people_are_in_every_session() -> None:
    trip = change_item(make_trip(), "acme", required_people=("anna",))
    (found,) = check_programme(trip, make_programme())
    assert (found.code, found.sessions, found.people) == (
        ViolationCode.REQUIRED_MISSING,
        ("acme-2",),
        ("anna",),
    )


def test_required_people_of_an_item_without_a_session_are_nowhere_missing() -> None:
    trip = change_item(make_trip(), "gamma", required_people=("anna",))
    assert check_programme(trip, make_programme()) == ()


def test_who_shares_no_language_needs_an_interpreter_in_the_session() -> None:
    programme = change_session(make_programme(), "acme-2", attendees=("bert", "clara"))
    (found,) = check_programme(make_trip(), programme)
    assert (found.code, found.sessions, found.people) == (
        ViolationCode.INTERPRETER_MISSING,
        ("acme-2",),
        ("bert",),
    )


@pytest.mark.parametrize(
    ("languages", "bridged"),
    [({"de", "en"}, True), ({"en", "fr"}, False), ({"de", "fr"}, False)],
)
def test_the_interpreter_speaks_with_both_sides(languages: set[str], *, bridged: bool) -> None:
    trip = change_delegate(make_trip(), "ines", languages=frozenset(languages))
    found = check_programme(trip, make_programme())
    assert (ViolationCode.INTERPRETER_MISSING in codes(found)) is not bridged


def test_a_colleague_who_speaks_both_is_no_interpreter() -> None:
    trip = change_delegate(make_trip(), "ines", role=Role.ORGANISER)
    found = check_programme(trip, make_programme())
    assert {(one.code, one.people) for one in found} == {(ViolationCode.INTERPRETER_MISSING, ("bert",))}


def test_an_item_without_languages_needs_no_interpreter() -> None:
    trip = change_item(make_trip(), "acme", languages=frozenset())
    programme = change_session(make_programme(), "acme-2", attendees=("bert", "clara"))
    assert check_programme(trip, programme) == ()


def test_every_ride_has_a_guide() -> None:
    trip = change_delegate(make_trip(), "gina", guide=False)
    found = check_programme(trip, make_programme())
    assert Counter((one.code, one.groups) for one in found) == {
        (ViolationCode.GUIDE_MISSING, ("1",)): 7,
        (ViolationCode.GUIDE_UNFIT, ("1",)): 3,
    }


def test_a_trip_may_do_without_guides() -> None:
    trip = make_trip(
        guides_required=False,
        delegates=tuple(replace(person, guide=False) for person in make_trip().delegates),
    )
    programme = make_programme()
    groups = tuple(replace(part, guide=None) for part in programme.groups)
    assert check_programme(trip, replace(programme, groups=groups)) == ()


def test_who_walks_needs_no_guide() -> None:
    trip = make_trip()
    places = tuple(replace(place, lat=38.9, lon=-77.03) for place in trip.places)
    delegates = tuple(replace(person, guide=False) for person in trip.delegates)
    trip = replace(trip, places=places, travel_min={}, delegates=delegates)
    programme = make_programme()
    programme = replace(
        programme,
        groups=tuple(replace(part, guide=None) for part in programme.groups),
        transfers=tuple(replace(one, mode=TravelMode.WALK) for one in programme.transfers),
    )
    assert check_programme(trip, programme) == ()


def test_a_named_guide_belongs_to_the_group_and_may_guide() -> None:
    programme = make_programme()
    groups = (
        replace(programme.groups[0], guide="ines"),
        replace(programme.groups[1], guide="clara"),
        *programme.groups[2:],
    )
    found = check_programme(make_trip(), replace(programme, groups=groups))
    assert [(one.code, one.people, one.groups) for one in found] == [
        (ViolationCode.GUIDE_UNFIT, ("ines",), ("1",)),
        (ViolationCode.GUIDE_UNFIT, ("clara",), ("2",)),
    ]
    assert "ines" not in GROUP_1
