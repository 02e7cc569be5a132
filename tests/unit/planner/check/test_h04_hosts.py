"""H4: the host's minimum, maximum, number of sessions and roles."""

from dataclasses import replace

import pytest

from geleit.domain.kinds import Role
from geleit.domain.violations import ViolationCode
from geleit.planner.check import check_programme
from tests.factories import (
    change_item,
    change_session,
    codes,
    confirm,
    make_programme,
    make_session,
    make_trip,
)


@pytest.mark.parametrize(("max_people", "broken"), [(None, False), (6, False), (5, True)])
def test_a_session_takes_no_more_than_the_host_allows(max_people: int | None, *, broken: bool) -> None:
    trip = change_item(make_trip(), "university", max_people=max_people)
    found = check_programme(trip, make_programme())
    expected = [(ViolationCode.TOO_MANY, 6, 5)] if broken else []
    assert [(one.code, one.wanted, one.available) for one in found] == expected


@pytest.mark.parametrize(("min_people", "broken"), [(0, False), (3, False), (4, True)])
def test_a_session_needs_as_many_as_the_host_wants(min_people: int, *, broken: bool) -> None:
    trip = change_item(make_trip(), "talk", min_people=min_people)
    found = check_programme(trip, make_programme())
    expected = [(ViolationCode.TOO_FEW, 4, 3)] if broken else []
    assert [(one.code, one.wanted, one.available) for one in found] == expected


def test_guides_count_as_people() -> None:
    trip = change_item(make_trip(), "acme", max_people=2)
    found = check_programme(trip, make_programme())
    assert {(one.code, one.sessions) for one in found} == {
        (ViolationCode.TOO_MANY, ("acme-1",)),
        (ViolationCode.TOO_MANY, ("acme-2",)),
    }


def test_a_guide_who_waits_outside_does_not_count() -> None:
    trip = change_item(make_trip(), "acme", max_people=2)
    programme = change_session(make_programme(), "acme-1", attendees=("anna", "head"))
    programme = change_session(programme, "acme-2", attendees=("bert", "ines"))
    assert check_programme(trip, programme) == ()


def test_an_item_has_no_more_sessions_than_the_host_gives() -> None:
    trip = change_item(make_trip(), "acme", sessions_max=1)
    (found,) = check_programme(trip, make_programme())
    assert (found.code, found.sessions) == (ViolationCode.TOO_MANY_SESSIONS, ("acme-1", "acme-2"))
    assert (found.wanted, found.available) == (2, 1)


def test_a_host_gives_as_many_sessions_as_it_has_confirmed() -> None:
    trip = change_item(make_trip(), "acme", sessions_max=1)
    trip = confirm(trip, "acme", "2025-05-19 13:40", "2025-05-19 15:50")
    assert check_programme(trip, make_programme()) == ()


def test_nobody_attends_one_item_twice() -> None:
    trip = change_item(make_trip(), "briefing", sessions_max=2)
    programme = make_programme()
    again = make_session("briefing-2", "2025-05-19 10:15", 60, "hotel-washington", attendees=("anna",))
    (found,) = check_programme(trip, replace(programme, sessions=(*programme.sessions, again)))
    assert (found.code, found.people, found.sessions) == (
        ViolationCode.TWICE,
        ("anna",),
        ("briefing-1", "briefing-2"),
    )


def test_different_people_may_attend_two_sessions_of_one_item() -> None:
    assert check_programme(make_trip(), make_programme()) == ()
    assert len(make_programme().sessions_of["acme"]) == 2


def test_a_host_receives_only_the_roles_it_names() -> None:
    trip = change_item(make_trip(), "talk", roles=frozenset({Role.HEAD, Role.ORGANISER}))
    (found,) = check_programme(trip, make_programme())
    assert (found.code, found.people) == (ViolationCode.ROLE, ("anna",))


def test_a_host_that_names_no_role_receives_everyone() -> None:
    trip = change_item(make_trip(), "talk", roles=frozenset())
    assert codes(check_programme(trip, make_programme())) == set()
