"""How many people a host receives and wants, and of which roles."""

from geleit.domain.hosts import NameList
from geleit.domain.kinds import ItemKind, Role
from geleit.domain.obstacles import ObstacleKind as Kind
from geleit.domain.status import NameListStatus
from tests.whynot import ask, assert_way_in, kinds_of, trip_with


def test_a_cap_below_the_minimum_clashes_with_it() -> None:
    assert kinds_of(ask(trip_with(max_people=2, min_people=4))) == {Kind.CAP, Kind.MIN_PEOPLE}


def test_a_cap_of_nobody_is_all_that_stands_in_the_way() -> None:
    assert kinds_of(ask(trip_with(max_people=0))) == {Kind.CAP}


def test_a_role_that_nobody_has_is_all_that_stands_in_the_way() -> None:
    assert kinds_of(ask(trip_with(roles=frozenset({Role.PRESS})))) == {Kind.ROLES}


def test_a_minimum_that_the_roles_cannot_fill_clashes_with_them() -> None:
    trip = trip_with(roles=frozenset({Role.SCIENCE}), min_people=2)

    assert kinds_of(ask(trip)) == {Kind.ROLES, Kind.MIN_PEOPLE}


def test_a_closed_list_without_names_is_all_that_stands_in_the_way() -> None:
    trip = trip_with(name_list=NameList(status=NameListStatus.FROZEN))

    assert kinds_of(ask(trip)) == {Kind.NAME_LIST}


def test_a_language_that_nobody_bridges_is_all_that_stands_in_the_way() -> None:
    assert kinds_of(ask(trip_with(languages=frozenset({"fr"})))) == {Kind.LANGUAGE}


def test_a_talk_that_receives_no_head_clashes_with_needing_one() -> None:
    trip = trip_with(kind=ItemKind.POLITICAL_TALK, roles=frozenset({Role.BUSINESS}))

    assert kinds_of(ask(trip)) == {Kind.HEAD, Kind.ROLES}


def test_a_cap_a_minimum_and_roles_that_fit_are_met() -> None:
    trip = trip_with(max_people=2, min_people=2, roles=frozenset({Role.BUSINESS, Role.SCIENCE}))

    way = assert_way_in(ask(trip), trip)

    assert len(way.programme.sessions_of["extra"][0].attendees) == 2
